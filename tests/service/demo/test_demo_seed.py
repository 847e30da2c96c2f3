"""The demo's database: filled once, only in a demo, and with everything that a first look should find."""

import json
from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_OID, uuid5

import asyncpg
import pytest

from auth.accounts.viewer_loading import ByToken, load_viewer_and_session
from auth.evidence.checkpoints import checkpoint_keys
from auth.evidence.verification import verify_logs
from auth.provider.users import log_in
from auth.tokens.access_tokens import AccessToken
from auth.viewer import Viewer
from models.sealed import Place, unseal
from service.database.connections import credentials
from service.demo.fixed_ids import FIXED_IDS
from service.demo.people.cast import CAST, CastMember, cast_member
from service.demo.seed import SeedRefused, agency_secret, demo_log_ins, seed, told_rows
from service.resources import keyring_of, schema_and_content_types
from service.settings import ROOT, Settings
from service.settings_loading import load_settings
from tests.support.organisation import NOW
from tests.support.seeded_demo import SeededDemo
from workflow.service_rules import ServiceLimits, Slot, broken_limits


async def viewer(settings: Settings, part: CastMember, now: Any) -> Viewer:
    person = await log_in(part.username, part.password, "127.0.0.1", now)
    assert person is not None
    token = AccessToken(settings.oidc_issuer, person.subject, "test", frozenset(), 0)
    entry = await load_viewer_and_session(ByToken(token), now)
    assert entry is not None
    return entry.viewer


async def test_a_service_that_is_no_demo_is_never_filled(database_copy: str, tmp_path: Any, seeded_demo: Any) -> None:
    real = load_settings(mode="test", database_url=database_copy, state_dir=tmp_path, metrics_port=0)
    with pytest.raises(SeedRefused):
        await seed(real, seeded_demo.now)
    opened = await asyncpg.connect(**credentials(database_copy))
    assert await opened.fetchval("SELECT count(*) FROM account") == 0
    await opened.close()


async def test_the_demo_is_as_large_as_a_first_user(connection: Any) -> None:
    wanted = {"organisation": 1, "unit": 3, "staff_member": 40, "agency": 13, "client": 407}
    counted = {table: await connection.fetchval(f"SELECT count(*) FROM {table}") for table in wanted}
    days = await connection.fetchval("SELECT count(*) FROM attendance")

    assert counted == wanted
    assert 30_000 <= days <= 45_000


async def test_every_state_that_something_can_be_in_occurs(connection: Any) -> None:
    elsewhere = {("agency_client", "REVOKED"), ("staff_member", "LEFT"), ("delivery", "WAITING")}
    elsewhere |= {("announcement", "WITHDRAWN"), ("purge", "CONFIRMED"), ("purge", "RUNNING")}
    elsewhere |= {("log_removal", "REMOVED")}  # the logs of the demo are a year old
    elsewhere |= {("bin_item", state) for state in ("TEAM", "AGENCY", "OFFICE", "RESTORED")}
    # Content under review is in every state somewhere, not each type of it.
    governed = [n for n, t in schema_and_content_types()[1].items() if "PUBLISH" in t.kind.workflow.transitions]
    elsewhere |= {(noun, state) for noun in governed for state in ("DRAFT", "IN_REVIEW", "SUPERSEDED", "SCHEDULED")}
    for type_ in schema_and_content_types()[1].values():
        found = {r["state"] for r in await connection.fetch(f"SELECT DISTINCT state FROM {type_.kind.table}")}
        wanted = {s for s in type_.kind.workflow.states if s != "RETIRED" and (type_.noun, s) not in elsewhere}
        assert found >= wanted, type_.noun


async def test_every_record_has_its_history_and_its_version(connection: Any) -> None:
    brought = "01a20ada-2c00-7000-8000-000000000072"  # a rule of migration 0072, older than any history
    for type_ in schema_and_content_types()[1].values():
        for log in ("history", "version"):
            without = await connection.fetchval(
                f"SELECT count(*) FROM {type_.kind.table} t WHERE NOT EXISTS (SELECT FROM {log} h"
                f" WHERE h.object_id = t.id AND h.noun = '{type_.noun}' AND h.revision = t.revision)"
                f" AND t.id <> '{brought}'"
            )
            assert without == 0, (type_.noun, log)
    assert await connection.fetchval("SELECT count(*) FROM history WHERE at > $1", NOW) == 0


async def test_a_second_start_changes_nothing(settings: Settings, seeded_demo: SeededDemo, connection: Any) -> None:
    async def state_of(table: str) -> str:
        return str(await connection.fetchval(f"SELECT md5(string_agg(t::text, '' ORDER BY t.id)) FROM {table} t"))

    await seed(settings, seeded_demo.now)  # its people move to the issuer of these tests
    before = [await state_of(table) for table in ("client", "account", "attendance")]
    await seed(settings, seeded_demo.now + timedelta(days=1))
    assert [await state_of(table) for table in ("client", "account", "attendance")] == before


async def test_another_port_is_another_issuer_and_the_people_move_there(
    settings: Settings, seeded_demo: SeededDemo, connection: Any
) -> None:
    moved = settings.model_copy(update={"oidc_issuer": "http://127.0.0.1:8001/provider"})
    await seed(moved, seeded_demo.now)
    assert (await viewer(moved, cast_member("coach"), seeded_demo.now)).name == "Valma Valmentaja"
    await seed(settings, seeded_demo.now)
    assert await connection.fetchval("SELECT count(DISTINCT issuer) FROM account") == 1


@pytest.mark.parametrize("part", CAST, ids=lambda part: part.username)
async def test_everybody_of_the_cast_can_log_in_and_is_what_the_readme_says(
    part: CastMember, settings: Settings, seeded_demo: SeededDemo
) -> None:
    found = await viewer(settings, part, seeded_demo.now)

    assert found.kind is part.kind
    assert found.everywhere | found.units.keys() == {part.role.value}
    assert found.may_enter == part.has_undertaken
    assert f"| `{part.username}` |" in (ROOT / "README.md").read_text("utf-8")


def test_every_log_in_is_told_and_the_agencys_secret_with_it(settings: Settings) -> None:
    told = [who for who, _ in demo_log_ins(settings)]

    assert told == [*(f"{p.username} / {p.password}" for p in CAST), f"agency-demo / {agency_secret(settings)}"]


async def test_every_coach_has_a_caseload_as_coaches_have(connection: Any) -> None:
    sizes = await connection.fetch(
        "SELECT count(*) FROM relationship WHERE state = 'ACTIVE' GROUP BY responsible_coach_id"
    )
    assert len(sizes) == 20
    assert all(10 <= size[0] <= 20 for size in sizes)


async def test_the_trainees_identity_code_opens_in_its_row_and_stands_nowhere_in_the_clear(
    settings: Settings, connection: Any
) -> None:
    client = FIXED_IDS["client"]
    sealed = await connection.fetchval("SELECT personal_identity_code FROM client WHERE id = $1", client)
    place = Place("client", "personal_identity_code", client)

    assert unseal(keyring_of(settings), place, sealed) == "010190-900P"
    for table in ("client", "referral", "version", "history", "search_entry"):
        assert await connection.fetchval(f"SELECT count(*) FROM {table} t WHERE t::text LIKE '%010190-900P%'") == 0


async def test_nobody_works_on_a_holiday_and_nothing_is_recorded_ahead(settings: Settings, connection: Any) -> None:
    assert await connection.fetchval("SELECT count(*) FROM attendance WHERE to_char(day, 'MM-DD') = '12-06'") == 0
    ahead = "SELECT count(*) FROM attendance WHERE day > $1 AND state <> 'PLANNED'"
    assert await connection.fetchval(ahead, NOW.date()) == 0


async def test_contracts_in_force_keep_within_the_rules_of_their_service(connection: Any) -> None:
    names = list(ServiceLimits.__dataclass_fields__)
    rows = await connection.fetch(
        f"SELECT c.weekly_pattern, c.starts_on, c.ends_on, {', '.join(f's.{n}' for n in names)} FROM contract c"
        " JOIN programme p ON p.id = c.programme_id JOIN service_type s ON s.id = p.service_type_id"
        " WHERE c.state IN ('ACTIVE', 'AWAITING_SIGNATURES') AND c.supersedes_id IS NULL"
    )
    for row in rows:
        pattern = [Slot(s["weekday"], s["minutes"]) for s in json.loads(row["weekly_pattern"])]
        limits = ServiceLimits(**{name: row[name] for name in names})
        assert broken_limits(limits, pattern, row["starts_on"], row["ends_on"]) == []


def test_the_same_moment_gives_the_same_demo(settings: Settings) -> None:
    users = [{"username": part.username, "id": uuid5(NAMESPACE_OID, part.username)} for part in CAST]
    told = ("id", "state", "day", "body")

    def told_again() -> list[list[tuple[Any, ...]]]:
        made = told_rows(settings, NOW, users)
        return [[tuple(map(row.get, told)) for row in rows] for rows in made.values()]

    assert told_again() == told_again()


async def test_the_logs_of_the_demo_are_sealed_and_whole_and_every_kind_of_anomaly_occurs(
    settings: Settings, connection: Any
) -> None:
    found = await verify_logs(connection, checkpoint_keys(settings.keys("log_key")))
    kinds = await connection.fetchval("SELECT array_agg(kind ORDER BY kind) FROM anomaly")

    assert found.faults == []
    assert found.entries > 30
    assert found.stored is not None
    assert kinds == ["BULK", "IDENTITY_SEARCH", "NIGHT", "OUTSIDE_CASELOAD"]
