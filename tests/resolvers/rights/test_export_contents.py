"""What a package is made of: every personal field of every type, whatever is added to the register."""

from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import UUID

import pytest
from tortoise.transactions import in_transaction

from auth.viewer import Viewer
from resolvers.context import CommandContext
from resolvers.declaration import ContentType, ContentTypes, Origin
from resolvers.rights.data_export_contents import gather_contents
from resolvers.rights.data_export_reading import Contents, Reading
from resolvers.rights.data_export_relations import related_fields
from resolvers.rights.personal_data import is_about_a_client, personal_fields
from resolvers.rulebook import RULEBOOK
from service.database.embedded_postgres import EmbeddedPostgres
from service.resources import schema_and_content_types
from tests.support.actions.data_requests import OFFICER
from tests.support.organisation import NOW, TODAY
from tests.support.rows.every_state import build_every_state
from tests.support.rows.fillable_service import FillableService, service_on_new_database
from workflow.roles import AccountKind


@pytest.fixture(scope="module")
async def filled(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[FillableService]:
    """A service in which a person has a row of every type in every state, every column filled."""
    async with service_on_new_database(postgres, template, tmp_path_factory.mktemp("state")) as service:
        await build_every_state(service)
        yield service


async def read_all(service: FillableService, content_types: ContentTypes, client: UUID) -> Contents:
    """Read everything about a client, as for a request."""
    account = UUID(int=0xFACE)
    officer = Viewer(account, AccountKind.STAFF, 1, "Officer", everywhere=frozenset({OFFICER}))
    context = CommandContext(
        content_types, RULEBOOK, officer, NOW, TODAY, service.filler.keyring, artificial_codes=True
    )
    async with in_transaction() as db:
        return await gather_contents(Reading(context, client, UUID(int=1), {}, with_names=False), db)


async def test_every_personal_field_of_the_register_is_in_the_package_of_a_fully_filled_person(
    filled: FillableService,
) -> None:
    client = filled.filler.pinned["client"]
    contents = await read_all(filled, filled.content_types, client)

    given = {(name, key) for name, found in contents.objects.items() for one in found for key in one["fields"]}
    left_out = {(entry["type"], entry["field"]) for entry in contents.withheld}
    about_people = [t for t in filled.content_types.values() if t.subject]
    personal = {(t.name, f.key) for t in about_people for f in personal_fields(t)}
    assert personal - given - left_out == set()
    assert {t.name for t in about_people} == set(contents.objects)
    # What an agency drafts is not the person's to read yet: of such answers even the open key waits for a decision.
    sections = {("FormAnswer", f"answers.{key}") for key in ("wish", "note", "price", "secret", "twice", "bare")}
    staff = {("Attendance", "recordedByName"), ("PaperOriginal", "handledByName"), ("Report", "approvedByName")}
    staff |= {("Contract", "exceptionByName")}
    staff |= {("Programme", "certificateIssuedByName")}
    staff |= {("AbsenceReport", "sentByName")}
    assert left_out == staff | sections
    [own] = contents.objects["Client"]
    assert own["fields"]["personalIdentityCode"] == filled.filler.sealed[client]


async def test_a_new_type_and_a_new_field_are_in_the_package_the_day_they_appear(filled: FillableService) -> None:
    known = filled.content_types["goal"]
    made = replace(
        known,
        name="Dream",
        fields={**known.fields, "area": replace(known.fields["area"], key="topic", personal=Origin.OTHERS)},
    )
    contents = await read_all(
        filled, ContentTypes({**dict(filled.content_types), "goal": made}), filled.filler.pinned["client"]
    )

    assert all(one["fields"]["topic"].startswith("area of goal") for one in contents.objects["Dream"])
    assert "Goal" not in contents.objects


async def test_every_reading_of_a_type_leaves_its_disclosure_row_with_the_purpose(filled: FillableService) -> None:
    before = await filled.pool.fetchval("SELECT coalesce(max(id), 0) FROM disclosure_log")
    await read_all(filled, filled.content_types, filled.filler.pinned["client"])

    rows = await filled.pool.fetch("SELECT * FROM disclosure_log WHERE id > $1", before)
    types: list[ContentType] = [t for t in filled.content_types.values() if t.subject]
    assert len(rows) == len(types)
    assert {row["purpose"] for row in rows} == {"DATA_REQUEST"}
    assert all(row["authority"].startswith("data_request_") for row in rows)
    assert {name for row in rows for name in row["fields"]} == {
        f"{t.name}.{key}"
        for t in types
        for key in [f.key for f in (*personal_fields(t), *related_fields(t))] or ["state"]
    }


def test_every_type_about_somebody_leads_to_a_client() -> None:
    content_types = schema_and_content_types()[1]

    assert {t.name for t in content_types.values() if is_about_a_client(t)} == {
        t.name for t in content_types.values() if t.subject or personal_fields(t)
    }
