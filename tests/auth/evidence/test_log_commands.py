"""The commands of the logs' evidence, as whoever runs the service calls them."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

from auth.evidence.checkpoints import checkpoint_keys, exported_checkpoints, refuse_edited
from service.settings import Settings
from tests.support.organisation import NOW, SampleOrganisation
from tests.support.processes.commands import run
from tests.support.sealed_logs import seal_all, superuser_connection, verdict, write_disclosures


async def test_the_commands_export_a_checkpoint_and_name_what_was_cut_off_since(
    organisation: SampleOrganisation, database: str, settings: Settings, tmp_path: Path
) -> None:
    await write_disclosures(organisation.pool, 5)
    await seal_all(settings)
    await write_disclosures(organisation.pool, 2)
    kept = tmp_path / "checkpoint.json"

    wrote = run(settings, "checkpoint", "--to", str(kept))
    whole = run(settings, "verify-log", "--checkpoint", str(kept))
    alone = run(settings, "verify-log")
    async with superuser_connection(database) as attacker:
        await attacker.execute("DELETE FROM disclosure_log WHERE id > 5")
        await attacker.execute("DELETE FROM log_seal WHERE block = 2; DELETE FROM log_block WHERE number = 2")
        await attacker.execute("DELETE FROM log_checkpoint WHERE block = 2")
    cut = run(settings, "verify-log", "--checkpoint", str(kept))

    assert (wrote.returncode, whole.returncode, alone.returncode, cut.returncode) == (0, 0, 0, 1), cut.stderr
    said = json.loads(kept.read_text("utf-8"))
    assert said["checkpoint"]["entries"] == 7
    assert said["publicKeys"][0]["crv"] == "Ed25519"
    assert "7 entries in 2 blocks were verified, 0 faults" in whole.stdout
    assert "Up to entry 7 this is the log that a checkpoint saw" in whole.stdout
    assert "cannot tell" in alone.stdout
    assert cut.stdout.count("TRUNCATED") == 2


async def test_a_file_that_is_no_checkpoint_or_was_edited_is_refused_and_nothing_verified(
    organisation: SampleOrganisation, settings: Settings, tmp_path: Path
) -> None:
    await write_disclosures(organisation.pool, 3)
    whole, file = tmp_path / "checkpoint.json", tmp_path / "kept.json"
    assert run(settings, "checkpoint", "--to", str(whole)).returncode == 0
    said = json.loads(whole.read_text("utf-8"))
    other = {
        name: {**said, "checkpoint": said["checkpoint"] | {name: value}}
        for name, value in {"entries": 2, "tip": "00", "at": "2026-11-23T09:00:00+00:00"}.items()
    }
    foreign = said | {"publicKeys": [said["publicKeys"][0] | {"x": "AAAA"}]}
    texts = ["{}", "", "[]", "[" * 100_000, '{"checkpoint": ', *map(json.dumps, [*other.values(), foreign])]

    refused = []
    for text in texts:
        file.write_text(text, "utf-8")
        refused.append(run(settings, "verify-log", "--checkpoint", str(whole), "--checkpoint", str(file)))

    assert [done.returncode for done in refused] == [2] * len(texts)
    for done in refused:
        assert "CHECKPOINT_REFUSED" in done.stdout
        assert "were verified" not in done.stdout
        assert "Traceback" not in done.stdout + done.stderr
    for name, done in zip([*other, "publicKeys"], refused[5:], strict=True):
        assert f"{name}: not what was signed" in " ".join(done.stdout.split())


async def test_the_command_that_seals_says_how_much(organisation: SampleOrganisation, settings: Settings) -> None:
    await write_disclosures(organisation.pool, 3)

    first, second = run(settings, "seal-logs"), run(settings, "seal-logs")

    assert "Sealed 3 entries" in first.stdout, first.stderr
    assert "Sealed 0 entries" in second.stdout


async def test_the_privacy_officer_copies_checkpoints_through_the_api_and_nobody_else_sees_one(
    organisation: SampleOrganisation, database: str, settings: Settings, tmp_path: Path
) -> None:
    await write_disclosures(organisation.pool, 2)
    await seal_all(settings)
    query = "{ logCheckpoints { nodes { block entries tip signedAt keyId publicKey token state } } }"

    answer = await organisation.raw("privacy_officer", query)
    [shown] = json.loads(answer)["data"]["logCheckpoints"]["nodes"]
    kept = exported_checkpoints(answer.decode())
    for checkpoint in kept:
        refuse_edited(checkpoint, checkpoint_keys(settings.keys("log_key")))
    found = await verdict(database, settings, [checkpoint.token for checkpoint in kept])
    assert (shown["block"], shown["entries"], shown["keyId"], shown["state"]) == (1, 2, "1", "SIGNED")
    assert found.last_agreeing_checkpoint is not None
    assert found.faults == []
    for who in ("supervisor_a", "administrator", "manager", "coach_a", "trainee", "official_x"):
        assert (await organisation.data(who, query))["logCheckpoints"]["nodes"] == []


async def test_a_checkpoint_is_signed_at_most_every_five_minutes(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    for minutes in (0, 1, 4, 5, 7):
        await write_disclosures(organisation.pool, 1)
        await seal_all(settings, NOW + timedelta(minutes=minutes))

    await asyncio.gather(*(seal_all(settings, NOW + timedelta(minutes=8)) for _ in range(3)))
    rows = await organisation.pool.fetch("SELECT block FROM log_checkpoint ORDER BY block")
    assert [row["block"] for row in rows] == [1, 4]
