"""The package of a person: everything personal is in it, what concerns others is listed as left out."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import jsonschema
import orjson
import pytest
from tortoise.transactions import in_transaction

import models
from auth.viewer import AccountKind, Viewer
from resolvers.declaration import ContentType, Register
from resolvers.package_contents import Contents, Reading, gathered, personal_fields, personal_types
from resolvers.package_schema import package_schema
from resolvers.packages import fetched, forget_packages, opens
from resolvers.steward import steward_desk
from resolvers.writing import Desk
from service.embedded import EmbeddedPostgres
from service.graphql import schema_and_register
from tests.furnished import Furnished, furnished
from tests.scene import build_scene
from tests.test_data_requests import OFFICER, act, ask, begun, change, read
from tests.world import NOW, STAMP, TODAY, World

SCHEMA = package_schema(schema_and_register()[1])


def desk_of(world: World, viewer: Viewer) -> Desk:
    keyring = world.answering.commands.keyring
    return Desk(schema_and_register()[1], viewer, world.now, world.now.date(), keyring, artificial_codes=True)


async def package(world: World, it: dict[str, Any], who: str = OFFICER) -> dict[str, Any]:
    """Return the JSON of a request's package as somebody fetches it; nothing when it is not there for them."""
    body = await fetched(desk_of(world, await world.viewer(who)), UUID(it["id"][-32:]), "json")
    found: dict[str, Any] = orjson.loads(body) if body else {}
    if found:
        jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(found)
    return found


async def note(world: World, body: str, **more: Any) -> models.CoachingNote:
    given = {"kind": "MEETING", "state": "SIGNED", "occurred_at": NOW, **more}
    client = world.rows["aino"]
    row = await models.CoachingNote.create(
        relationship=world.rows["relationship_aino"], client=client, unit_id=client.unit_id, body=body, **STAMP, **given
    )
    return world.keep(body, "coaching_note", row)


@pytest.fixture(scope="module")
async def filled(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Furnished]:
    """A service in which a person has a row of every type in every state, every column filled."""
    async with furnished(postgres, template, tmp_path_factory.mktemp("state")) as service:
        await build_scene(service)
        yield service


async def read_all(service: Furnished, register: Register, client: UUID) -> Contents:
    """Read everything about a client, as for a request."""
    account = UUID(int=0xFACE)
    officer = Viewer(account, AccountKind.STAFF, 1, "Officer", everywhere=frozenset({OFFICER}))
    desk = Desk(register, officer, NOW, TODAY, service.filler.keyring, artificial_codes=True)
    async with in_transaction() as db:
        return await gathered(Reading(desk, client, UUID(int=1), {}, with_names=False), db)


async def test_every_personal_field_of_the_register_is_in_the_package_of_a_fully_filled_person(
    filled: Furnished,
) -> None:
    client = filled.filler.pinned["client"]
    contents = await read_all(filled, filled.register, client)

    given = {(name, key) for name, found in contents.objects.items() for one in found for key in one["fields"]}
    left_out = {(entry["type"], entry["field"]) for entry in contents.withheld}
    personal = {(t.name, f.key) for t in filled.register.values() if t.subject for f in personal_fields(t)}
    assert personal - given - left_out == set()
    assert left_out == {("Attendance", "recordedByName")}
    [own] = contents.objects["Client"]
    assert own["fields"]["personalIdentityCode"] == filled.filler.sealed[client]


async def test_a_new_type_and_a_new_field_are_in_the_package_the_day_they_appear(filled: Furnished) -> None:
    known = filled.register["goal"]
    made = replace(
        known, name="Dream", fields={**known.fields, "area": replace(known.fields["area"], key="topic", personal=True)}
    )
    contents = await read_all(filled, Register({**dict(filled.register), "goal": made}), filled.filler.pinned["client"])

    assert all(one["fields"]["topic"].startswith("area of goal") for one in contents.objects["Dream"])
    assert "Goal" not in contents.objects


async def test_every_reading_of_a_type_leaves_its_disclosure_row_with_the_purpose(filled: Furnished) -> None:
    before = await filled.pool.fetchval("SELECT coalesce(max(id), 0) FROM disclosure_log")
    await read_all(filled, filled.register, filled.filler.pinned["client"])

    rows = await filled.pool.fetch("SELECT * FROM disclosure_log WHERE id > $1", before)
    types: list[ContentType] = [t for t in filled.register.values() if t.subject and personal_fields(t)]
    assert len(rows) == len(types)
    assert {row["purpose"] for row in rows} == {"DATA_REQUEST"}
    assert all(row["authority"].startswith("data_request_") for row in rows)
    assert {name for row in rows for name in row["fields"]} == {
        f"{t.name}.{f.key}" for t in types for f in personal_fields(t)
    }


async def test_a_note_on_a_third_person_is_withheld_and_listed_with_date_and_kind(world: World) -> None:
    other = await note(world, "Naapuri Kalle kertoi", mentions_third_person=True)
    await note(world, "Kävi haastattelussa")
    await note(world, "Luonnos kesken", state="DRAFT")
    it = await begun(world, "ACCESS")
    assert await act(world, it, "BUILD") == []

    found = await package(world, it)
    bodies = [n["fields"].get("body") for n in found["content"]["CoachingNote"]]
    assert bodies == [None, "Kävi haastattelussa", "Luonnos kesken"]
    assert found["withheld"] == [{
        "type": "CoachingNote", "id": world.ids["Naapuri Kalle kertoi"], "field": "body", "on": "2026-11-23",
        "kind": "MEETING", "basis": "THIRD_PERSON", "explanation": None,
    }]  # fmt: skip
    assert "Kalle" not in orjson.dumps(found).decode()
    assert other.body == "Naapuri Kalle kertoi"


async def test_the_officer_releases_and_withholds_single_things_with_a_reason(world: World) -> None:
    await note(world, "Sisko auttaa", mentions_third_person=True)
    await note(world, "Terveydestä")
    it = await begun(world, "ACCESS")
    assert await act(world, it, "BUILD") == []
    query = "query W($r: ID!) { withholdings(filter: {requestId: {eq: $r}}) { nodes { id revision objectRef fieldKey basis } } }"
    [left_out] = (await world.data(OFFICER, query, r=it["id"]))["withholdings"]["nodes"]
    release = """mutation R($i: TransitionWithholdingInput!) { transitionWithholding(input: $i) { errors { code } } }"""
    given = {
        "id": left_out["id"],
        "revision": left_out["revision"],
        "transition": "RELEASE",
        "comment": "Sisko suostui",
    }
    assert (await world.data(OFFICER, release, i=given))["transitionWithholding"]["errors"] == []
    more = """mutation M($i: CreateWithholdingInput!) { createWithholding(input: $i) { errors { code path } } }"""
    withheld = {"requestId": it["id"], "objectRef": world.ids["Terveydestä"], "basis": "HEALTH_OR_CARE"}
    made = await world.data(OFFICER, more, i=withheld | {"explanation": "Kerrotaan lääkärin kanssa"})
    foreign = await world.data(OFFICER, more, i=withheld | {"objectRef": world.ids["ville"]})
    assert made["createWithholding"]["errors"] == []
    assert foreign["createWithholding"]["errors"] == [{"code": "NOT_FOUND", "path": ["objectRef"]}]
    assert await act(world, it, "BUILD") == []

    found = await package(world, it)
    assert [n["fields"]["body"] for n in found["content"]["CoachingNote"]] == ["Sisko auttaa"]
    assert [(e["id"], e["basis"], e["explanation"]) for e in found["withheld"]] == [
        (world.ids["Terveydestä"], "HEALTH_OR_CARE", "Kerrotaan lääkärin kanssa")
    ]
    assert "Terveydestä" not in orjson.dumps(found).decode()


async def test_an_access_request_is_fulfilled_with_its_package_and_not_without(world: World) -> None:
    it = await begun(world, "ACCESS")
    assert await act(world, it, "FULFIL") == ["PACKAGE_MISSING"]
    assert await act(world, it, "BUILD") == []
    assert await package(world, it, "trainee") == {}  # not decided yet
    assert await act(world, it, "FULFIL") == []

    found = await package(world, it, "trainee")
    assert found["person"] == {"id": world.ids["aino"], "name": "Aino Äijälä"}
    assert found["content"]["Client"][0]["fields"]["lastName"] == "Äijälä"
    for who in ("coach_a", "supervisor_a", "manager", "administrator", "official_x"):
        assert await package(world, it, who) == {}
    row = await world.pool.fetchrow("SELECT * FROM disclosure_log WHERE outcome = 'SHOWN' ORDER BY id DESC LIMIT 1")
    assert (row["operation"], row["purpose"], row["subjects"]) == (
        "package.json", "DATA_REQUEST", [world.rows["aino"].pk],
    )  # fmt: skip


async def test_what_is_kept_is_sealed_and_gone_after_its_time(world: World) -> None:
    it = await begun(world, "ACCESS")
    assert await act(world, it, "BUILD") == []
    stored = await world.pool.fetchrow("SELECT json, pdf FROM package")
    assert "Äijälä".encode() not in stored["json"]
    assert b"%PDF" not in stored["pdf"]

    world.now = NOW + timedelta(days=30)
    desk = steward_desk(schema_and_register()[1], world.answering.commands.keyring, world.now, world.now.date())
    assert await package(world, it) == {}
    assert [await forget_packages(desk), await forget_packages(desk)] == [1, 0]
    assert await act(world, it, "FULFIL") == ["PACKAGE_MISSING"]
    assert await world.count("package") == 0


async def test_the_log_of_a_package_names_agencies_and_not_employees(world: World) -> None:
    await models.Referral.create(
        state="STARTED", agency=world.rows["agency_x"], unit=world.rows["unit_a"], client=world.rows["aino"],
        first_names="Aino", last_name="Äijälä", sort_key="a", service_code="WORKSHOP", basis="STATUTORY", **STAMP,
    )  # fmt: skip
    await world.data("official_x", "{ referrals { nodes { lastName } } }")
    await world.data("coach_a", "{ clients { nodes { lastName } } }")
    it = await begun(world, "LOG_ACCESS")
    assert await act(world, it, "BUILD") == []

    found = await package(world, it)
    assert "content" not in found
    looks = [(look["by"], look["organisation"], look["name"]) for look in found["accessLog"]]
    assert looks == [("OFFICIAL", "agency_x", None), ("STAFF", None, None), ("STAFF", None, None)]
    assert found["logSince"] == "2024-11-23"
    old = await begun(world, "LOG_ACCESS")
    assert await change(world, old, logFrom="2020-01-01") == ["SPECIAL_REASON_MISSING"]
    assert await change(world, old, logFrom="2020-01-01", logSpecialReason="Epäilty väärinkäyttö") == []


async def test_portability_gives_what_the_person_gave_and_no_more(world: World) -> None:
    await note(world, "Valmentajan kirjaus")
    it = await begun(world, "PORT", requestText="Siirrän tietoni")
    assert await act(world, it, "BUILD") == []

    found = await package(world, it)
    assert set(found["content"]) == {"Client", "DataRequest"}
    fields = found["content"]["Client"][0]["fields"]
    assert fields["email"] == "aino@example.org"
    assert "gender" not in fields
    assert {"accessLog", "changes", "logIns"} & set(found) == set()


async def test_a_link_is_for_one_account_and_ten_minutes(world: World) -> None:
    it = await begun(world, "ACCESS")
    assert await act(world, it, "BUILD") == []
    query = """mutation L($i: TransitionDataRequestInput!) { transitionDataRequest(input: $i) { secret errors { code } } }"""
    given = {"id": it["id"], "revision": it["revision"], "transition": "REVIEW"}
    shown = (await world.data(OFFICER, query, i=given))["transitionDataRequest"]

    assert shown["errors"] == []
    path, _, key = shown["secret"].partition("?key=")
    assert path == f"/packages/{it['id']}.pdf"
    keyring, request = world.answering.commands.keyring, UUID(it["id"][-32:])
    officer, trainee = (await world.viewer(OFFICER)).account, (await world.viewer("trainee")).account
    now = NOW.timestamp()
    assert opens(keyring, request, officer, key, now + 599)
    assert not opens(keyring, request, officer, key, now + 600)
    assert not opens(keyring, request, trainee, key, now)
    assert not opens(keyring, UUID(int=1), officer, key, now)
    assert not opens(keyring, request, officer, f"9{key}", now)
    assert not opens(keyring, request, officer, "", now)


def test_every_personal_type_leads_to_a_client(world_register: Register = schema_and_register()[1]) -> None:
    desk = steward_desk(world_register, None, NOW, TODAY)  # type: ignore[arg-type] # nothing is opened
    reading = Reading(desk, UUID(int=1), UUID(int=2), {}, with_names=False)

    about_somebody = {t.name for t in world_register.values() if t.subject and personal_fields(t)}
    assert {t.name for t in personal_types(reading)} == about_somebody


async def test_a_request_of_another_kind_has_no_package(world: World) -> None:
    it = await begun(world, "OBJECT")

    assert await act(world, it, "BUILD") == ["NO_PACKAGE"]
    assert (await read(world, OFFICER, it, "packageBuiltAt")) == {"packageBuiltAt": None}
    assert await world.count("package") == 0
    assert (await ask(world, "ACCESS"))["state"] == "RECEIVED"
