"""Reads by role: who sees what, on every surface of a list and an object."""

import orjson
import pytest

from schema.execution.runtime import GraphQLRequest
from tests.support.organisation import SampleOrganisation

NAMES = "query Names { clients(first: 50) { totalCount nodes { lastName } } }"
CARD = """query Card($id: ID!) { client(id: $id) {
  id state firstNames lastName phones email municipality gender redacted unit { name }
  relationships { nodes { startedOn responsibleCoach { lastName } } }
} }"""


async def names(organisation: SampleOrganisation, who: str) -> list[str]:
    data = await organisation.data(who, NAMES)
    shown = [c["lastName"] for c in data["clients"]["nodes"]]
    assert data["clients"]["totalCount"] == len(shown)
    return shown


async def test_a_coach_sees_the_unit_and_the_own_caseload_in_finnish_order(organisation: SampleOrganisation) -> None:
    assert await names(organisation, "coach_a") == ["Salo", "Turvanen", "Virtanen", "Äijälä"]


async def test_a_colleague_sees_only_those_served_in_the_unit(organisation: SampleOrganisation) -> None:
    assert await names(organisation, "colleague_a") == ["Turvanen", "Virtanen", "Äijälä"]


async def test_a_supervisor_sees_the_unit_and_nothing_of_another(organisation: SampleOrganisation) -> None:
    assert await names(organisation, "supervisor_b") == ["Uusi", "Öhman"]


async def test_a_manager_counts_everybody_and_reads_no_name(organisation: SampleOrganisation) -> None:
    assert await names(organisation, "manager") == [None] * 6


async def test_an_administrator_sees_no_client_at_all(organisation: SampleOrganisation) -> None:
    assert await names(organisation, "administrator") == []


async def test_a_trainee_sees_oneself(organisation: SampleOrganisation) -> None:
    assert await names(organisation, "trainee") == ["Äijälä"]


async def test_a_coach_reads_the_contact_data_of_the_own_client(organisation: SampleOrganisation) -> None:
    card = (await organisation.data("coach_a", CARD, id=organisation.ids["aino"]))["client"]
    assert card["phones"] == ["+358401234567"]
    assert card["redacted"] == ["legalHolds", "mergedInto", "mergedIntoId"]
    assert card["relationships"]["nodes"][0]["responsibleCoach"] == {"lastName": "Coach_A"}


async def test_a_coach_reads_only_the_name_of_a_colleagues_client(organisation: SampleOrganisation) -> None:
    answer = await organisation.ask("coach_a", CARD, id=organisation.ids["ville"])
    card = answer["data"]["client"]
    assert card["lastName"] == "Virtanen"
    assert (card["phones"], card["email"], card["gender"]) == (None, None, None)
    assert {"phones", "email", "gender"} <= set(card["redacted"])
    paths = {tuple(r["path"]): r["permission"] for r in answer["extensions"]["redacted"]}
    assert paths["client", "phones"] == "contact"


async def test_a_safety_restriction_masks_where_the_person_is(organisation: SampleOrganisation) -> None:
    raw = await organisation.raw("coach_a", CARD, id=organisation.ids["turva"])
    assert b"Turvanen" in raw
    for hidden in (b"+358401234567", b"turva@example.org", b'"491"'):
        assert hidden not in raw


async def test_absent_and_invisible_are_the_same_answer(organisation: SampleOrganisation) -> None:
    other = await organisation.raw("coach_a", CARD, id=organisation.ids["pertti"])
    absent = await organisation.raw("coach_a", CARD, id="client_" + "0" * 32)
    assert other == absent


async def test_a_list_is_paged_both_ways_without_gap_or_repetition(organisation: SampleOrganisation) -> None:
    page = """query P($f: Int, $a: String, $l: Int, $b: String) { clients(first: $f, after: $a, last: $l, before: $b) {
      edges { cursor node { lastName } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
    first = (await organisation.data("coach_a", page, f=3))["clients"]
    assert [e["node"]["lastName"] for e in first["edges"]] == ["Salo", "Turvanen", "Virtanen"]
    assert first["pageInfo"]["hasNextPage"] is True
    rest = (await organisation.data("coach_a", page, f=3, a=first["pageInfo"]["endCursor"]))["clients"]
    assert [e["node"]["lastName"] for e in rest["edges"]] == ["Äijälä"]
    assert rest["pageInfo"]["hasNextPage"] is False
    back = (await organisation.data("coach_a", page, l=2, b=rest["pageInfo"]["startCursor"]))["clients"]
    assert [e["node"]["lastName"] for e in back["edges"]] == ["Turvanen", "Virtanen"]
    assert back["pageInfo"]["hasPreviousPage"] is True


async def test_a_cursor_of_somebody_else_is_refused(organisation: SampleOrganisation) -> None:
    page = "query P($a: String) { clients(first: 1, after: $a) { pageInfo { endCursor } } }"
    cursor = (await organisation.data("coach_a", page))["clients"]["pageInfo"]["endCursor"]
    answer = await organisation.ask("supervisor_a", page, a=cursor)
    assert answer["errors"][0]["extensions"]["code"] == "BAD_CURSOR"


async def test_a_filter_on_a_field_that_is_never_readable_is_an_unknown_name(organisation: SampleOrganisation) -> None:
    hidden = await organisation.ask(
        "colleague_a", 'query H { clients(filter: {email: {startsWith: "a"}}) { totalCount } }'
    )
    assert hidden["errors"][0]["message"] == "Tyypillä ClientFilter ei ole kenttää email."
    assert "data" not in hidden


async def test_a_filter_on_a_field_finds_only_where_the_field_is_readable(organisation: SampleOrganisation) -> None:
    query = 'query E { clients(filter: {email: {startsWith: ""}}) { nodes { lastName } } }'
    assert [c["lastName"] for c in (await organisation.data("coach_a", query))["clients"]["nodes"]] == ["Äijälä"]


async def test_every_personal_answer_leaves_one_log_row_naming_fields_and_subjects(
    organisation: SampleOrganisation,
) -> None:
    await organisation.data("coach_a", CARD, id=organisation.ids["aino"])
    row = await organisation.pool.fetchrow("SELECT * FROM disclosure_log")
    assert row is not None
    assert row["subjects"] == [organisation.rows["aino"].pk]
    assert row["outcome"] == "SHOWN"
    assert "Client.phones" in row["fields"]
    assert "+358" not in str(dict(row))


async def test_a_denied_look_is_logged_too(organisation: SampleOrganisation) -> None:
    await organisation.data("coach_a", CARD, id=organisation.ids["pertti"])
    row = await organisation.pool.fetchrow("SELECT subjects, asked, outcome FROM disclosure_log")
    assert row is not None
    assert (row["subjects"], row["asked"], row["outcome"]) == ([], [organisation.rows["pertti"].pk], "NOTHING")


async def test_what_is_not_personal_leaves_no_row(organisation: SampleOrganisation) -> None:
    await organisation.data("coach_a", "{ units { nodes { name } } }")
    assert await organisation.count("disclosure_log") == 0


async def test_several_roots_and_the_caller_are_one_answer_in_the_order_asked(organisation: SampleOrganisation) -> None:
    answer = await organisation.raw(
        "coach_a", "{ units(first: 1) { nodes { name } } viewer { kind } clients(first: 0) { totalCount } }"
    )
    assert answer.index(b'"units"') < answer.index(b'"viewer"') < answer.index(b'"clients"')
    assert b'"kind":"STAFF"' in answer


async def test_nodes_come_in_the_order_asked_with_null_for_what_is_not_seen(organisation: SampleOrganisation) -> None:
    query = (
        "query N($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Client { lastName } ... on Unit { name } } }"
    )
    ids = [organisation.ids["unit_a"], organisation.ids["pertti"], organisation.ids["aino"], "nonsense"]
    nodes = (await organisation.data("coach_a", query, ids=ids))["nodes"]
    assert [n and n["__typename"] for n in nodes] == ["Unit", None, "Client", None]
    assert nodes[2]["lastName"] == "Äijälä"


async def test_the_second_run_compiles_nothing(organisation: SampleOrganisation) -> None:
    await organisation.data("coach_a", CARD, id=organisation.ids["aino"])
    compiled = organisation.answering.plans.compiled
    await organisation.data("coach_a", CARD, id=organisation.ids["ville"])
    await organisation.data("coach_b", CARD, id=organisation.ids["pertti"])
    assert organisation.answering.plans.compiled == compiled


async def test_the_payload_of_a_command_is_compiled_once_for_each_operation(organisation: SampleOrganisation) -> None:
    document = """
      mutation A($i: UpdateClientInput!) { x: updateClient(input: $i) { client { id callName } errors { code } } }
      mutation B($i: UpdateClientInput!) { x: updateClient(input: $i) { client { revision } errors { code } } }"""
    viewer, aino = await organisation.viewer("supervisor_a"), organisation.rows["aino"]
    shown, compiled = [], []
    for number, operation in enumerate(("A", "B", "A", "B")):
        given = {"id": organisation.ids["aino"], "revision": aino.revision + number, "callName": f"Aino{number}"}
        request = GraphQLRequest(document, {"i": given}, operation, viewer, organisation.now)
        answer = orjson.loads((await organisation.answering.answer(request)).body)
        shown.append(answer["data"]["x"]["client"])
        compiled.append(organisation.answering.plans.compiled)

    assert shown == [
        {"id": organisation.ids["aino"], "callName": "Aino0"},
        {"revision": aino.revision + 2},
        {"id": organisation.ids["aino"], "callName": "Aino2"},
        {"revision": aino.revision + 4},
    ]
    assert compiled[1] == compiled[2] == compiled[3] > compiled[0]


async def test_explain_names_the_roles_that_would_do(organisation: SampleOrganisation) -> None:
    query = 'query W($id: ID!) { explain(id: $id, permission: "contact") { allowed state rolesThatWouldDo rolesHeld } }'
    told = (await organisation.data("coach_a", query, id=organisation.ids["ville"]))["explain"]
    assert told["allowed"] is False
    assert "coach" in told["rolesThatWouldDo"]
    assert told["rolesHeld"] == ["colleague (unit)", "employee (everywhere)", "member (everywhere)"]
    assert (await organisation.data("coach_b", query, id=organisation.ids["ville"]))["explain"] is None


async def test_naming_a_search_that_one_may_not_make_is_refused_even_with_null(
    organisation: SampleOrganisation,
) -> None:
    refused = await organisation.ask("manager", "{ clients(search: null) { totalCount } }")
    assert refused["errors"][0]["message"] == "Tyypin Client luettelolla ei ole argumenttia search."
    query = "query I($s: IdentityCodeSearch) { clients(identityCode: $s) { totalCount } }"
    hidden = await organisation.ask("colleague_a", query, s=None)
    assert hidden["errors"][0]["message"] == "Tyypin Client luettelolla ei ole argumenttia identityCode."
    assert (await organisation.data("coach_a", "{ clients(search: null) { totalCount } }"))["clients"][
        "totalCount"
    ] == 4


@pytest.mark.parametrize(
    "asked",
    [
        "search: $s",
        "filter: {lastName: {eq: $s}}",
        "filter: {lastName: {startsWith: $s}}",
        "filter: {lastName: {in: [$s]}}",
        "filter: {anyOf: [{email: {eq: $s}}]}",
    ],
)
async def test_text_that_no_database_stores_is_refused_wherever_it_is_looked_for(
    organisation: SampleOrganisation, asked: str
) -> None:
    query = f"query N($s: String!) {{ clients({asked}) {{ totalCount }} }}"
    refused = await organisation.ask("supervisor_a", query, s="Äijälä\0")
    assert [e["extensions"]["code"] for e in refused["errors"]] == ["BAD_ARGUMENT"]
    literal = await organisation.ask("supervisor_a", '{ clients(search: "a\\u0000") { totalCount } }')
    assert [e["extensions"]["code"] for e in literal["errors"]] == ["BAD_ARGUMENT"]


async def test_ids_asked_together_are_logged_and_more_than_a_hundred_are_refused(
    organisation: SampleOrganisation,
) -> None:
    query = "query N($ids: [ID!]!) { nodes(ids: $ids) { id ... on Client { lastName } } }"
    await organisation.data("coach_a", query, ids=[organisation.ids["aino"], organisation.ids["pertti"]])
    asked = await organisation.pool.fetchval("SELECT asked FROM disclosure_log")
    assert set(asked) == {organisation.rows["aino"].pk, organisation.rows["pertti"].pk}
    refused = await organisation.ask("coach_a", query, ids=[organisation.ids["aino"]] * 101)
    assert refused["errors"][0]["extensions"]["code"] == "BAD_ARGUMENT"
