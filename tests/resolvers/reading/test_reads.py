"""Reads by role: who sees what, on every surface of a list and an object."""

import pytest

from tests.support.organisation import SampleOrganisation

NAMES = "query Names { clients(first: 50) { totalCount nodes { lastName } } }"
CARD = """query Card($id: ID!) { client(id: $id) {
  id state firstNames lastName phones email municipality gender redacted unit { name }
  relationships { nodes { startedOn responsibleCoach { lastName } } }
} }"""


async def names(world: SampleOrganisation, who: str) -> list[str]:
    data = await world.data(who, NAMES)
    shown = [c["lastName"] for c in data["clients"]["nodes"]]
    assert data["clients"]["totalCount"] == len(shown)
    return shown


async def test_a_coach_sees_the_unit_and_the_own_caseload_in_finnish_order(world: SampleOrganisation) -> None:
    assert await names(world, "coach_a") == ["Salo", "Turvanen", "Virtanen", "Äijälä"]


async def test_a_colleague_sees_only_those_served_in_the_unit(world: SampleOrganisation) -> None:
    assert await names(world, "colleague_a") == ["Turvanen", "Virtanen", "Äijälä"]


async def test_a_supervisor_sees_the_unit_and_nothing_of_another(world: SampleOrganisation) -> None:
    assert await names(world, "supervisor_b") == ["Uusi", "Öhman"]


async def test_a_manager_counts_everybody_and_reads_no_name(world: SampleOrganisation) -> None:
    assert await names(world, "manager") == [None] * 6


async def test_an_administrator_sees_no_client_at_all(world: SampleOrganisation) -> None:
    assert await names(world, "administrator") == []


async def test_a_trainee_sees_oneself(world: SampleOrganisation) -> None:
    assert await names(world, "trainee") == ["Äijälä"]


async def test_a_coach_reads_the_contact_data_of_the_own_client(world: SampleOrganisation) -> None:
    card = (await world.data("coach_a", CARD, id=world.ids["aino"]))["client"]
    assert card["phones"] == ["+358401234567"]
    assert card["redacted"] == ["legalHolds"]
    assert card["relationships"]["nodes"][0]["responsibleCoach"] == {"lastName": "Coach_A"}


async def test_a_coach_reads_only_the_name_of_a_colleagues_client(world: SampleOrganisation) -> None:
    answer = await world.ask("coach_a", CARD, id=world.ids["ville"])
    card = answer["data"]["client"]
    assert card["lastName"] == "Virtanen"
    assert (card["phones"], card["email"], card["gender"]) == (None, None, None)
    assert {"phones", "email", "gender"} <= set(card["redacted"])
    paths = {tuple(r["path"]): r["permission"] for r in answer["extensions"]["redacted"]}
    assert paths["client", "phones"] == "contact"


async def test_a_safety_restriction_masks_where_the_person_is(world: SampleOrganisation) -> None:
    raw = await world.raw("coach_a", CARD, id=world.ids["turva"])
    assert b"Turvanen" in raw
    for hidden in (b"+358401234567", b"turva@example.org", b'"491"'):
        assert hidden not in raw


async def test_absent_and_invisible_are_the_same_answer(world: SampleOrganisation) -> None:
    other = await world.raw("coach_a", CARD, id=world.ids["pertti"])
    absent = await world.raw("coach_a", CARD, id="client_" + "0" * 32)
    assert other == absent


async def test_a_list_is_paged_both_ways_without_gap_or_repetition(world: SampleOrganisation) -> None:
    page = """query P($f: Int, $a: String, $l: Int, $b: String) { clients(first: $f, after: $a, last: $l, before: $b) {
      edges { cursor node { lastName } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
    first = (await world.data("coach_a", page, f=3))["clients"]
    assert [e["node"]["lastName"] for e in first["edges"]] == ["Salo", "Turvanen", "Virtanen"]
    assert first["pageInfo"]["hasNextPage"] is True
    rest = (await world.data("coach_a", page, f=3, a=first["pageInfo"]["endCursor"]))["clients"]
    assert [e["node"]["lastName"] for e in rest["edges"]] == ["Äijälä"]
    assert rest["pageInfo"]["hasNextPage"] is False
    back = (await world.data("coach_a", page, l=2, b=rest["pageInfo"]["startCursor"]))["clients"]
    assert [e["node"]["lastName"] for e in back["edges"]] == ["Turvanen", "Virtanen"]
    assert back["pageInfo"]["hasPreviousPage"] is True


async def test_a_cursor_of_somebody_else_is_refused(world: SampleOrganisation) -> None:
    page = "query P($a: String) { clients(first: 1, after: $a) { pageInfo { endCursor } } }"
    cursor = (await world.data("coach_a", page))["clients"]["pageInfo"]["endCursor"]
    answer = await world.ask("supervisor_a", page, a=cursor)
    assert answer["errors"][0]["extensions"]["code"] == "BAD_CURSOR"


async def test_a_filter_on_a_field_that_is_never_readable_is_an_unknown_name(world: SampleOrganisation) -> None:
    hidden = await world.ask("colleague_a", 'query H { clients(filter: {email: {startsWith: "a"}}) { totalCount } }')
    assert "is not defined by type 'ClientFilter'" in hidden["errors"][0]["message"]
    assert "data" not in hidden


async def test_a_filter_on_a_field_finds_only_where_the_field_is_readable(world: SampleOrganisation) -> None:
    query = 'query E { clients(filter: {email: {startsWith: ""}}) { nodes { lastName } } }'
    assert [c["lastName"] for c in (await world.data("coach_a", query))["clients"]["nodes"]] == ["Äijälä"]


async def test_every_personal_answer_leaves_one_log_row_naming_fields_and_subjects(world: SampleOrganisation) -> None:
    await world.data("coach_a", CARD, id=world.ids["aino"])
    row = await world.pool.fetchrow("SELECT * FROM disclosure_log")
    assert row is not None
    assert row["subjects"] == [world.rows["aino"].pk]
    assert row["outcome"] == "SHOWN"
    assert "Client.phones" in row["fields"]
    assert "+358" not in str(dict(row))


async def test_a_denied_look_is_logged_too(world: SampleOrganisation) -> None:
    await world.data("coach_a", CARD, id=world.ids["pertti"])
    row = await world.pool.fetchrow("SELECT subjects, asked, outcome FROM disclosure_log")
    assert row is not None
    assert (row["subjects"], row["asked"], row["outcome"]) == ([], [world.rows["pertti"].pk], "NOTHING")


async def test_what_is_not_personal_leaves_no_row(world: SampleOrganisation) -> None:
    await world.data("coach_a", "{ units { nodes { name } } }")
    assert await world.count("disclosure_log") == 0


async def test_several_roots_and_the_caller_are_one_answer_in_the_order_asked(world: SampleOrganisation) -> None:
    answer = await world.raw(
        "coach_a", "{ units(first: 1) { nodes { name } } viewer { kind } clients(first: 0) { totalCount } }"
    )
    assert answer.index(b'"units"') < answer.index(b'"viewer"') < answer.index(b'"clients"')
    assert b'"kind":"STAFF"' in answer


async def test_nodes_come_in_the_order_asked_with_null_for_what_is_not_seen(world: SampleOrganisation) -> None:
    query = (
        "query N($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Client { lastName } ... on Unit { name } } }"
    )
    ids = [world.ids["unit_a"], world.ids["pertti"], world.ids["aino"], "nonsense"]
    nodes = (await world.data("coach_a", query, ids=ids))["nodes"]
    assert [n and n["__typename"] for n in nodes] == ["Unit", None, "Client", None]
    assert nodes[2]["lastName"] == "Äijälä"


async def test_the_second_run_compiles_nothing(world: SampleOrganisation) -> None:
    await world.data("coach_a", CARD, id=world.ids["aino"])
    compiled = world.answering.plans.compiled
    await world.data("coach_a", CARD, id=world.ids["ville"])
    await world.data("coach_b", CARD, id=world.ids["pertti"])
    assert world.answering.plans.compiled == compiled


async def test_explain_names_the_roles_that_would_do(world: SampleOrganisation) -> None:
    query = 'query W($id: ID!) { explain(id: $id, permission: "contact") { allowed state rolesThatWouldDo rolesHeld } }'
    told = (await world.data("coach_a", query, id=world.ids["ville"]))["explain"]
    assert told["allowed"] is False
    assert "coach" in told["rolesThatWouldDo"]
    assert told["rolesHeld"] == ["colleague (unit)", "employee (everywhere)", "member (everywhere)"]
    assert (await world.data("coach_b", query, id=world.ids["ville"]))["explain"] is None


async def test_naming_a_search_that_one_may_not_make_is_refused_even_with_null(world: SampleOrganisation) -> None:
    refused = await world.ask("manager", "{ clients(search: null) { totalCount } }")
    assert "Unknown argument 'search'" in refused["errors"][0]["message"]
    query = "query I($s: IdentityCodeSearch) { clients(identityCode: $s) { totalCount } }"
    hidden = await world.ask("colleague_a", query, s=None)
    assert "Unknown argument 'identityCode'" in hidden["errors"][0]["message"]
    assert (await world.data("coach_a", "{ clients(search: null) { totalCount } }"))["clients"]["totalCount"] == 4


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
    world: SampleOrganisation, asked: str
) -> None:
    query = f"query N($s: String!) {{ clients({asked}) {{ totalCount }} }}"
    refused = await world.ask("supervisor_a", query, s="Äijälä\0")
    assert [e["extensions"]["code"] for e in refused["errors"]] == ["BAD_ARGUMENT"]
    literal = await world.ask("supervisor_a", '{ clients(search: "a\\u0000") { totalCount } }')
    assert [e["extensions"]["code"] for e in literal["errors"]] == ["BAD_ARGUMENT"]


async def test_ids_asked_together_are_logged_and_more_than_a_hundred_are_refused(world: SampleOrganisation) -> None:
    query = "query N($ids: [ID!]!) { nodes(ids: $ids) { id ... on Client { lastName } } }"
    await world.data("coach_a", query, ids=[world.ids["aino"], world.ids["pertti"]])
    asked = await world.pool.fetchval("SELECT asked FROM disclosure_log")
    assert set(asked) == {world.rows["aino"].pk, world.rows["pertti"].pk}
    refused = await world.ask("coach_a", query, ids=[world.ids["aino"]] * 101)
    assert refused["errors"][0]["extensions"]["code"] == "BAD_ARGUMENT"
