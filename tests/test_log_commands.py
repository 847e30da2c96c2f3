"""The commands of the logs' evidence, as whoever runs the service calls them."""

import json
import os
import subprocess
import sys
from pathlib import Path

from service.settings import ROOT, Settings
from tests.sealed_world import read_by, sealed, tampering
from tests.world import World


def run(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of run.py on the database of a test."""
    environment = {
        **os.environ, "POLKU_MODE": "test", "POLKU_DATABASE_URL": settings.database_url,
        "POLKU_STATE_DIR": str(settings.state_dir), "COLUMNS": "160",
    }  # fmt: skip
    command = [sys.executable, "-m", "service.cli", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


async def test_the_commands_export_a_checkpoint_and_name_what_was_cut_off_since(
    world: World, database: str, settings: Settings, tmp_path: Path
) -> None:
    await read_by(world.pool, 5)
    await sealed(settings)
    await read_by(world.pool, 2)
    kept = tmp_path / "checkpoint.json"

    wrote = run(settings, "checkpoint", "--to", str(kept))
    whole = run(settings, "verify-log", "--checkpoint", str(kept))
    alone = run(settings, "verify-log")
    async with tampering(database) as attacker:
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


async def test_the_command_that_seals_says_how_much(world: World, settings: Settings) -> None:
    await read_by(world.pool, 3)

    first, second = run(settings, "seal-logs"), run(settings, "seal-logs")

    assert "Sealed 3 entries" in first.stdout, first.stderr
    assert "Sealed 0 entries" in second.stdout
