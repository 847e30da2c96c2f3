"""A change of every key under load, killed half-way and repeated: no code is lost, and none is there twice."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

import asyncpg
import pyotp
import pytest
from pydantic import SecretStr
from uuid_utils.compat import uuid7

from auth.evidence.key_succession import known_checkpoint_keys
from auth.evidence.verification import verify_logs
from auth.provider.second_factor.factors import FactorUse, enrol, use_code
from auth.provider.signing_keys import load_keys
from auth.tokens.sealing import Sealer
from models.client import Client
from models.code_index import code_indexes
from models.erasure_list import ERASED
from models.provider import ProviderKey, ProviderUser
from models.sealed import Place, key_of, seal, unseal
from service.database.connections import credentials, read_pool
from service.database.erasure_replay import erasure_list_of
from service.database.key_usage import KeyMissing, refuse_missing_keys
from service.demo.people.identity_codes import artificial_identity_code
from service.graphql import build_answering
from service.keys.rotation import Rotation, rotate_keys
from service.resources import keyring_of
from service.settings import ROOT, Settings
from tests.support.key_rings import with_keys, write_rings
from tests.support.organisation import NOW, STAMP, SampleOrganisation
from tests.support.processes.commands import environment
from tests.support.sealed_logs import seal_all, signed_checkpoint, write_disclosures

CREATE = "mutation C($i: CreateClientInput!) { createClient(input: $i) { client { id } errors { code } } }"
UPDATE = "mutation U($i: UpdateClientInput!) { updateClient(input: $i) { client { id } errors { code } } }"
FIND = """query F($c: PersonalIdentityCode!) { clients(identityCode: {code: $c, purpose: CORRECTION}) {
  nodes { id personalIdentityCode(purpose: CORRECTION) revision } } }"""
PEOPLE = 600
AT_WORK = 3  # people who were created before the change begins
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LATER = NOW + timedelta(days=30)


def codes(count: int, seed: int = 7) -> list[str]:
    """Return artificial codes of as many people."""
    chance, taken = Random(seed), set[str]()
    return [artificial_identity_code(chance, date(1960 + n % 40, 1 + n % 12, 1 + n % 28), taken) for n in range(count)]


async def store_people(organisation: SampleOrganisation, settings: Settings, known: list[str]) -> dict[str, UUID]:
    """Store a client for each code, under the keys of the settings, and return their ids."""
    keyring, rows = keyring_of(settings), {}
    for code in known:
        row = uuid7()
        rows[code] = Client(
            id=row,
            state="ACTIVE",
            unit_id=organisation.rows["unit_a"].pk,
            first_names="Eeva",
            last_name="Esimerkki",
            sort_key="esimerkki",
            personal_identity_code=seal(keyring, Place("client", "personal_identity_code", row), code),
            **code_indexes(keyring, code).columns(),
            **STAMP,
        )
    await Client.bulk_create(rows.values())
    return {code: UUID(str(row.pk)) for code, row in rows.items()}


@asynccontextmanager
async def asking(organisation: SampleOrganisation, settings: Settings) -> AsyncIterator[SampleOrganisation]:
    """Yield the organisation behind a process with these settings."""
    async with read_pool(settings.database_url, 2) as pool:
        yield replace(organisation, answering=build_answering(settings, pool), pool=pool)


async def create(organisation: SampleOrganisation, code: str) -> list[str]:
    given = {
        "firstNames": "Uusi",
        "lastName": "Ihminen",
        "unitId": organisation.ids["unit_a"],
        "safetyRestriction": False,
        "personalIdentityCode": code,
    }
    done = await organisation.data("supervisor_a", CREATE, i=given)
    return [error["code"] for error in done["createClient"]["errors"]]


async def found(organisation: SampleOrganisation, code: str) -> list[dict[str, Any]]:
    return list((await organisation.data("supervisor_a", FIND, c=code))["clients"]["nodes"])


class Load:
    """What people do all the while: they search every code in turn, change people, create new ones, and try doubles."""

    def __init__(self, organisation: SampleOrganisation, known: list[str], new: list[str]) -> None:
        self.organisation, self.known, self.new = organisation, known, new
        self.unfound: list[str] = []
        self.created: list[str] = []
        self.searches = 0
        self.is_over = False
        self.is_at_work = asyncio.Event()  # before the change begins

    async def search(self) -> None:
        """Search one known code after the other, and every code that was created."""
        while not self.is_over:
            for code in [*Random(self.searches).sample(self.known, 20), *self.created[-5:]]:
                nodes = await found(self.organisation, code)
                self.searches += 1
                if [node["personalIdentityCode"] for node in nodes] != [code]:
                    self.unfound.append(code)

    async def write(self) -> None:
        """Create new people, each a second time too, and change known ones."""
        for code in self.new:
            if self.is_over:
                return
            assert await create(self.organisation, code) == []
            self.created.append(code)
            if len(self.created) == AT_WORK:
                self.is_at_work.set()
            await create(self.organisation, code)
            await create(self.organisation, Random(len(self.created)).choice(self.known))
            [node] = await found(self.organisation, Random(len(self.created)).choice(self.known))
            change = {"id": node["id"], "revision": node["revision"], "email": f"e{len(self.created)}@example.org"}
            await self.organisation.data("supervisor_a", UPDATE, i=change)
            await asyncio.sleep(0.01)


async def killed_half_way(settings: Settings, pool: Any) -> int:
    """Start `rotate-keys` in a process of its own, kill it once it has moved rows, and return how many it had moved."""
    command = [sys.executable, "-m", "service.commands.cli", "rotate-keys"]
    process = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=environment(settings), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(6_000):
            moved = await pool.fetchval("SELECT moved FROM key_move WHERE place = 'client.personal_identity_code'")
            if moved:
                break
            assert process.returncode is None
            await asyncio.sleep(0.01)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        await process.wait()
    return int(await pool.fetchval("SELECT sum(moved) FROM key_move"))


async def decoded(pool: Any, settings: Settings) -> list[str]:
    """Return the code of every client, opened with the keys of the settings."""
    rows = await pool.fetch("SELECT id, personal_identity_code FROM client WHERE personal_identity_code IS NOT NULL")
    ring = keyring_of(settings)
    return [
        unseal(ring, Place("client", "personal_identity_code", row["id"]), row["personal_identity_code"])
        for row in rows
    ]


async def test_a_change_of_all_keys_under_load_is_killed_and_repeated_and_loses_and_doubles_nobody(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    known, new = codes(PEOPLE), codes(400, seed=8)
    new = [code for code in new if code not in set(known)]
    await store_people(organisation, settings, known)
    both, only = with_keys(settings, 1, 2), with_keys(settings, 2)
    write_rings(settings, both)

    async with asking(organisation, both) as served, asyncio.TaskGroup() as tasks:
        load = Load(served, known, new)
        tasks.create_task(load.search())
        tasks.create_task(load.write())
        await load.is_at_work.wait()
        moved = await killed_half_way(both, organisation.pool)
        reached = await organisation.count("key_move", "place = 'erasures.jsonl'")
        rotation = await rotate_keys(both, NOW)
        load.is_over = True

    assert moved > 0
    assert reached == 0
    assert rotation.is_complete
    assert load.unfound == []
    assert load.searches > 50
    assert len(load.created) > 5
    assert sorted(await decoded(organisation.pool, only)) == sorted([*known, *load.created])
    async with asking(organisation, only) as later:
        assert [node["personalIdentityCode"] for node in await found(later, known[0])] == [known[0]]
        assert await create(later, known[1]) != []
    assert await organisation.count("client", "personal_identity_code IS NOT NULL") == PEOPLE + len(load.created)


async def test_a_process_without_the_new_key_may_not_write_codes_once_the_change_has_begun(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    code, other = codes(2)
    await store_people(organisation, settings, [code])
    await rotate_keys(with_keys(settings, 1, 2), NOW)

    refused = await create(organisation, other)  # a process that was not restarted since
    async with asking(organisation, with_keys(settings, 2)) as served:
        doubled = await create(served, code)
        taken = await create(served, other)

    assert refused == ["KEYS_CHANGING"]
    assert doubled != []
    assert taken == []
    assert await organisation.count("client", "personal_identity_code IS NOT NULL") == 2


async def test_a_row_that_was_read_before_its_move_and_saved_after_it_keeps_the_new_keys(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    people = await store_people(organisation, settings, codes(1))
    [stale] = await Client.filter(pk__in=people.values())
    await rotate_keys(with_keys(settings, 1, 2), NOW)

    await stale.save()

    [row] = await organisation.pool.fetch("SELECT * FROM client WHERE id = $1", stale.pk)
    assert key_of(row["personal_identity_code"]) == 2
    assert row["identity_index_even"] is not None


async def test_the_service_does_not_start_without_a_key_that_rows_need_and_says_which(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    people = await store_people(organisation, settings, codes(3))
    async with organisation.pool.acquire() as connection:
        await refuse_missing_keys(connection, settings)
        with pytest.raises(KeyMissing) as refused:
            await refuse_missing_keys(connection, with_keys(settings, 2))
        await rotate_keys(with_keys(settings, 1, 2), NOW)
        await refuse_missing_keys(connection, with_keys(settings, 2))
        with pytest.raises(KeyMissing, match="field key 2"):
            await refuse_missing_keys(connection, settings)
        exchanged = with_keys(settings, 1, 2).model_copy(update={"log_key": SecretStr("1:" + "Z" * 43)})
        with pytest.raises(KeyMissing, match="Not the keys that this database knows under their ids: log key 1"):
            await refuse_missing_keys(connection, exchanged)

    assert "client.personal_identity_code: 3 need field key 1" in str(refused.value)
    assert "client.identity_index: 3 need index key 1" in str(refused.value)
    assert not any(str(row) in str(refused.value) for row in people.values())


async def rotated_away(settings: Settings) -> tuple[Rotation, Rotation]:
    """Change every key and remove the first of each kind, as an operator does; return what both runs said."""
    first = await rotate_keys(with_keys(settings, 1, 2), NOW)
    return first, await rotate_keys(with_keys(settings, 2), LATER)


async def test_everything_else_that_is_sealed_or_signed_moves_too_and_old_keys_go_when_nothing_needs_them(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    user = await ProviderUser.create(username="aino", password_hash="-", password_changed_at=NOW, created_at=NOW)
    old, new = Sealer(settings.keys("session_key")), Sealer(with_keys(settings, 2).keys("session_key"))
    assert await enrol(user.pk, SECRET, pyotp.TOTP(SECRET).at(NOW), old, NOW)
    signing = (await load_keys(old, NOW)).signing.kid
    erasures = erasure_list_of(settings)
    erasures.add(NOW, None, ERASED, [("client", UUID(int=1)), ("client", UUID(int=2))])
    await write_disclosures(organisation.pool, 3)
    await seal_all(settings)
    kept = await signed_checkpoint(settings)
    await store_people(organisation, settings, codes(2))

    first, second = await rotated_away(settings)

    assert {(key.kind, key.is_removable(NOW)) for key in first.old} == {
        ("field", True), ("index", False), ("cursor", False), ("session", False), ("log", True)
    }  # fmt: skip
    assert all(key.is_removable(LATER) for key in first.old)
    assert {kind for kind, number in second.retired if number == 1} == {"field", "index", "cursor", "session", "log"}
    assert (await load_keys(new, NOW)).signing.kid == signing
    assert await ProviderKey.all().count() == 1
    assert len(erasure_list_of(with_keys(settings, 2)).lines()) == 2
    assert await organisation.count("client", "identity_index IS NOT NULL") == 0
    connection = await asyncpg.connect(**credentials(settings.database_url))
    known = await known_checkpoint_keys(connection, with_keys(settings, 2).keys("log_key"))
    verdict = await verify_logs(connection, known, [kept])
    await connection.close()
    assert verdict.faults == []
    assert verdict.last_agreeing_checkpoint is not None
    assert await use_code(user.pk, pyotp.TOTP(SECRET).at(LATER), new, LATER) is FactorUse.CODE


async def test_cursors_and_repeated_creations_of_before_hold_until_the_old_key_is_gone(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    page = "query P($a: String) { clients(first: 1, after: $a) { edges { cursor node { id } } } }"
    make = """mutation C($i: CreateClientInput!) { createClient(input: $i, idempotencyKey: "k1") {
      client { id } errors { code } } }"""
    unit = organisation.ids["unit_a"]
    given = {"firstNames": "Eeva", "lastName": "Ek", "unitId": unit, "safetyRestriction": False}
    [first] = (await organisation.data("supervisor_a", page))["clients"]["edges"]
    created = await organisation.data("supervisor_a", make, i=given)

    async with asking(organisation, with_keys(settings, 1, 2)) as during:
        [second] = (await during.data("supervisor_a", page, a=first["cursor"]))["clients"]["edges"]
        again = await during.data("supervisor_a", make, i=given)
    async with asking(organisation, with_keys(settings, 2)) as after:
        refused = await after.ask("supervisor_a", page, a=first["cursor"])
        [third] = (await after.data("supervisor_a", page, a=second["cursor"]))["clients"]["edges"]

    assert again == created
    assert len({edge["node"]["id"] for edge in (first, second, third)}) == 3
    assert [error["extensions"]["code"] for error in refused["errors"]] == ["BAD_CURSOR"]
    assert await organisation.count("client", "last_name = 'Ek'") == 1
