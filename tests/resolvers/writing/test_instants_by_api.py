"""An instant has its offset and lies in the years of people, wherever it comes in: fields, filters, arguments."""

from typing import Any

import pytest

from tests.support.actions.casework import contract_in_force, contract_to_sign
from tests.support.organisation import SampleOrganisation

NOTE = """mutation N($input: CreateCoachingNoteInput!) { createCoachingNote(input: $input) {
  coachingNote { id occurredAt } errors { code path message } } }"""
BREACH = """mutation B($input: CreateDataBreachInput!) { createDataBreach(input: $input) {
  errors { code path } } }"""
WRONG = [
    ("2026-11-23T08:00:00", "INSTANT_WITHOUT_OFFSET"),
    ("2026-11-23", "INSTANT_WITHOUT_OFFSET"),
    ("2026-10-25T03:30:00", "INSTANT_WITHOUT_OFFSET"),
    ("2026-11-23T24:00:00Z", "INSTANT_MALFORMED"),
    ("20261123T080000Z", "INSTANT_MALFORMED"),
    ("2026-W48-1T08:00:00Z", "INSTANT_MALFORMED"),
    ("2026-11-23T08:00:00+0200", "INSTANT_MALFORMED"),
    ("infinity", "INSTANT_MALFORMED"),
    ("now", "INSTANT_MALFORMED"),
    ("0001-01-01T00:00:00Z", "INSTANT_OUT_OF_BOUNDS"),
    ("0001-01-01T00:00:00+14:00", "INSTANT_OUT_OF_BOUNDS"),
    ("9999-12-31T23:59:59.999999Z", "INSTANT_OUT_OF_BOUNDS"),
    ("9999-12-31T23:59:59-14:00", "INSTANT_OUT_OF_BOUNDS"),
    ("1899-12-31T23:59:59Z", "INSTANT_OUT_OF_BOUNDS"),
    ("2201-01-01T00:00:00Z", "INSTANT_OUT_OF_BOUNDS"),
]


async def noted(organisation: SampleOrganisation, at: str) -> dict[str, Any]:
    given = {
        "relationshipId": organisation.ids["relationship_aino"],
        "kind": "CALL",
        "body": "Puhelu.",
        "occurredAt": at,
    }
    return dict((await organisation.data("coach_a", NOTE, input=given))["createCoachingNote"])


@pytest.mark.parametrize(("at", "code"), WRONG)
async def test_an_instant_that_is_none_is_refused_at_its_field(
    organisation: SampleOrganisation, at: str, code: str
) -> None:
    done = await noted(organisation, at)

    assert [(e["code"], e["path"]) for e in done["errors"]] == [(code, ["occurredAt"])]
    assert done["coachingNote"] is None
    assert "–" not in done["errors"][0]["message"].replace("1900–2200", "")


@pytest.mark.parametrize("at", ["2026-11-23T08:00:00+02:00", "2026-11-23T06:00:00Z", "2026-11-23t06:00:00.000z"])
async def test_the_same_instant_is_answered_however_it_was_written(organisation: SampleOrganisation, at: str) -> None:
    done = await noted(organisation, at)

    assert done["errors"] == []
    assert done["coachingNote"]["occurredAt"] == "2026-11-23T06:00:00+00:00"


@pytest.mark.parametrize(("at", "code"), WRONG)
async def test_filters_and_arguments_obey_the_same_rule(organisation: SampleOrganisation, at: str, code: str) -> None:
    variable = "query F($at: DateTime!) { clients(filter: {modifiedAt: {gte: $at}}) { totalCount } }"
    literal = f'{{ clients(filter: {{anyOf: [{{modifiedAt: {{lt: "{at}"}}}}]}}) {{ totalCount }} }}'
    argument = "query L($id: ID!, $at: DateTime!) { client(id: $id) { accessLog(since: $at) { at } } }"
    report = (
        'query R($at: DateTime!) { breachReport(from: $at, to: "2026-11-23T08:00:00Z", client: "x") { hasNextPage } }'
    )

    answers = [
        await organisation.ask("supervisor_a", variable, at=at),
        await organisation.ask("supervisor_a", literal),
        await organisation.ask("privacy_officer", argument, id=organisation.ids["aino"], at=at),
        await organisation.ask("privacy_officer", report, at=at),
    ]

    assert [[e["extensions"]["code"] for e in answer["errors"]] for answer in answers] == [[code]] * 4
    places = [answer["errors"][0]["extensions"]["argument"] for answer in answers]
    assert places == ["filter.modifiedAt.gte", "filter.anyOf.modifiedAt.lt", "since", "from"]


@pytest.mark.parametrize(
    ("day", "code"),
    [("0001-01-01", "DATE_OUT_OF_BOUNDS"), ("9999-12-31", "DATE_OUT_OF_BOUNDS"), ("2026-02-30", "DATE_MALFORMED")],
)
async def test_a_day_of_a_filter_has_the_bounds_of_a_day(organisation: SampleOrganisation, day: str, code: str) -> None:
    query = "query D($d: Date) { attendance(filter: {day: {lte: $d}}) { totalCount } }"

    answer = await organisation.ask("coach_a", query, d=day)

    assert [e["extensions"]["code"] for e in answer["errors"]] == [code]
    assert answer["errors"][0]["path"] == ["attendance"]


async def test_a_day_may_be_asked_after_from_on_before_and_until(organisation: SampleOrganisation) -> None:
    await contract_in_force(organisation)
    query = "query D($f: AttendanceFilter!) { attendance(filter: $f) { totalCount } }"
    counts = {}
    for operator in ("eq", "gt", "gte", "lt", "lte"):
        found = await organisation.data("supervisor_a", query, f={"day": {operator: "2026-12-14"}})
        counts[operator] = found["attendance"]["totalCount"]

    assert counts["lte"] == counts["lt"] + counts["eq"]
    assert counts["gte"] == counts["gt"] + counts["eq"]
    assert (counts["eq"], counts["lt"]) == (1, 3)


@pytest.mark.parametrize("start", ["08:00+02:00", "25:00", "8", "0800", "T08:00"])
async def test_a_time_of_day_has_no_offset(organisation: SampleOrganisation, start: str) -> None:
    contract = await contract_to_sign(organisation)
    given = {"id": contract["id"], "revision": 1, "weeklyPattern": [{"weekday": 1, "startsAt": start, "minutes": 300}]}
    query = "mutation C($input: UpdateContractInput!) { updateContract(input: $input) { errors { code path } } }"

    done = (await organisation.data("coach_a", query, input=given))["updateContract"]

    assert [(e["code"], e["path"]) for e in done["errors"]] == [("TIME_MALFORMED", ["weeklyPattern"])]


async def test_a_number_is_no_day(organisation: SampleOrganisation) -> None:
    answer = await organisation.ask(
        "coach_a", "query D($d: Date) { attendance(filter: {day: {eq: $d}}) { totalCount } }", d=20261123
    )

    assert [e["extensions"]["code"] for e in answer["errors"]] == ["BAD_REQUEST"]
    assert answer["errors"][0]["message"].startswith("Muuttujan d arvo ei ole oikeaa tyyppiä")


async def test_no_answer_holds_infinity(organisation: SampleOrganisation) -> None:
    stored = await organisation.pool.fetchval("SELECT count(*) FROM coaching_note WHERE NOT isfinite(occurred_at)")

    assert stored == 0
