"""Nobody learns anything of a person without a row, whatever is asked and by which surface."""

import asyncpg
import pytest

from schema.execution.documents import document_digest
from service.examples import EXAMPLES, load_examples
from tests.support.actions.content import try_to_create, update
from tests.support.organisation import SampleOrganisation

_NEWEST = "SELECT * FROM disclosure_log ORDER BY id DESC LIMIT 1"


async def newest(organisation: SampleOrganisation) -> asyncpg.Record:
    row: asyncpg.Record | None = await organisation.pool.fetchrow(_NEWEST)
    assert row is not None
    return row


async def test_a_bisection_of_a_date_of_birth_names_the_person_at_each_step(organisation: SampleOrganisation) -> None:
    aino = organisation.rows["aino"].pk
    await organisation.pool.execute("UPDATE client SET date_of_birth = '1990-05-05' WHERE id = $1", aino)
    query = "query B($d: Date!) { clients(first: 0, filter: {dateOfBirth: {lt: $d}}) { totalCount } }"
    for step in range(3):
        answer = await organisation.data("coach_a", query, d=f"20{50 + step}-01-01")
        assert answer["clients"]["totalCount"] == 1
    rows = await organisation.pool.fetch("SELECT fields, subjects FROM disclosure_log")
    assert len(rows) == 3
    for row in rows:
        assert row["fields"] == ["Client.dateOfBirth:filter", "Client.totalCount"]
        assert row["subjects"] == [aino]


@pytest.mark.parametrize("side", ["first: 0", "last: 0"])
async def test_whether_a_row_follows_an_empty_page_names_the_person(
    organisation: SampleOrganisation, side: str
) -> None:
    aino = organisation.rows["aino"].pk
    await organisation.pool.execute("UPDATE client SET date_of_birth = '1990-05-05' WHERE id = $1", aino)
    page = "nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor }"
    query = f"query B($d: Date!) {{ clients({side}, filter: {{dateOfBirth: {{lt: $d}}}}) {{ {page} }} }}"

    answer = await organisation.data("coach_a", query, d="2050-01-01")
    row = await newest(organisation)

    assert answer["clients"]["nodes"] == []
    assert True in answer["clients"]["pageInfo"].values()
    assert answer["clients"]["pageInfo"]["endCursor"] is None
    assert (row["subjects"], row["outcome"]) == ([aino], "SHOWN")


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("{ clients(first: 1) { edges { cursor } } }", ["Client.cursor"]),
        ("{ clients(first: 1) { nodes { id } } }", ["Client.id"]),
        ("{ clients(first: 1) { nodes { __typename } } }", ["Client.__typename"]),
        ("{ clients(first: 1) { totalCount } }", ["Client.totalCount"]),
        ("{ clients(first: 1) { pageInfo { hasNextPage } } }", ["Client.pageInfo"]),
        ("{ clients(first: 1, orderBy: LAST_NAME) { nodes { id } } }", ["Client.id", "Client.lastName:order"]),
        ("{ clients(first: 1) { nodes { redacted } } }", ["Client.redacted"]),
        ("{ clients(first: 1) { nodes { unit { id } } } }", ["Client.unit"]),
    ],
)
async def test_whatever_tells_of_a_person_leaves_a_row(
    organisation: SampleOrganisation, query: str, fields: list[str]
) -> None:
    await organisation.data("coach_a", query)
    row = await newest(organisation)
    assert (row["fields"], row["outcome"], len(row["subjects"])) == (fields, "SHOWN", 1)


async def test_a_search_leaves_a_row_that_names_what_was_searched(organisation: SampleOrganisation) -> None:
    await organisation.data("coach_a", 'query S { clients(search: "Äijälä", first: 0) { totalCount } }')
    row = await newest(organisation)
    assert {"Client.lastName:search", "Client.totalCount"} <= set(row["fields"])
    assert "ijälä" not in str(dict(row))


async def test_a_refused_field_leaves_a_row(organisation: SampleOrganisation) -> None:
    refused = await organisation.ask("colleague_a", 'query { clients(filter: {email: {eq: "a"}}) { totalCount } }')
    assert "data" not in refused
    row = await newest(organisation)
    assert (row["fields"], row["outcome"], row["subjects"]) == (["Client.email:denied"], "DENIED", [])


async def test_a_hidden_field_of_an_answer_is_named_as_denied(organisation: SampleOrganisation) -> None:
    await organisation.data(
        "manager", "query H($id: ID!) { client(id: $id) { lastName } }", id=organisation.ids["aino"]
    )
    assert (await newest(organisation))["fields"] == ["Client.lastName:denied"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ('query E($id: ID!) { explain(id: $id, permission: "contact") { restrictions } }', "Client.explain"),
        (
            'query T($id: ID!) { contentType(name: "Client", id: $id) { transitions { offered } } }',
            "Client.contentType",
        ),
    ],
)
async def test_an_explanation_tells_of_restrictions_and_leaves_a_row(
    organisation: SampleOrganisation, query: str, field: str
) -> None:
    await organisation.data("coach_a", query, id=organisation.ids["turva"])
    row = await newest(organisation)
    assert (row["fields"], row["subjects"]) == ([field], [organisation.rows["turva"].pk])
    await organisation.data("coach_a", query, id=organisation.ids["pertti"])
    row = await newest(organisation)
    assert (row["subjects"], row["asked"], row["outcome"]) == ([], [organisation.rows["pertti"].pk], "NOTHING")


async def test_a_refused_command_leaves_a_row_about_the_person(organisation: SampleOrganisation) -> None:
    it = {"id": organisation.ids["aino"], "revision": 1}
    assert await update(organisation, "colleague_a", "Client", it, email="a@example.org") == ["FORBIDDEN_FIELD"]
    row = await newest(organisation)
    assert row["operation"] == "updateClient"
    assert "Client.email:denied" in row["fields"]
    assert (row["outcome"], row["subjects"]) == ("DENIED", [organisation.rows["aino"].pk])


async def test_a_refused_creation_names_the_person_that_it_refers_to(organisation: SampleOrganisation) -> None:
    given = {"clientId": organisation.ids["aino"], "reason": "Asiakas ei vastaa, ja hänestä ollaan huolissaan."}
    assert (await try_to_create(organisation, "manager", "EmergencyAccess", **given))[1] == ["FORBIDDEN"]
    row = await newest(organisation)
    assert (row["operation"], row["outcome"]) == ("createEmergencyAccess", "DENIED")
    assert row["subjects"] == [organisation.rows["aino"].pk]


async def test_the_log_keeps_the_names_of_shipped_documents_alone(organisation: SampleOrganisation) -> None:
    example = next(e for e in load_examples(EXAMPLES) if e.name == "coach-caseload")
    await organisation.data("coach_a", example.document)
    assert (await newest(organisation))["operation"] in example.document
    named = "query AinoAijalaIsHere { clients(first: 1) { nodes { id } } }"
    await organisation.data("coach_a", named)
    row = await newest(organisation)
    assert row["operation"] == row["document"] == document_digest(named)


async def test_a_refused_field_of_a_payload_leaves_a_row_and_changes_nothing(organisation: SampleOrganisation) -> None:
    given = {"id": organisation.ids["aino"], "revision": 1, "email": "uusi@example.org"}
    document = (
        "mutation U($i: UpdateClientInput!) { updateClient(input: $i) { client {"
        " relationships(filter: {retentionDueOn: {isNull: true}}) { totalCount } } } }"
    )
    refused = await organisation.ask("coach_a", document, i=given)
    assert "data" not in refused, refused
    row = await newest(organisation)
    assert (row["operation"], row["outcome"]) == ("updateClient", "DENIED")
    assert "Relationship.retentionDueOn:denied" in row["fields"]
    assert await organisation.count("history", "noun = 'client'") == 0
