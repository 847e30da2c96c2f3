"""Children follow their parent: nothing new under what has ended, no day outside it, and an end that closes them."""

from typing import Any

import pytest

from schema.root import declared_types
from tests.support.actions.casework import contract_in_force, contract_to_sign, served_client
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.organisation import SampleOrganisation
from workflow.vocabulary import ADD, ASSIGN

TYPES = declared_types()
ENDING = """mutation E($i: Transition%sInput!) { done: transition%s(input: $i) { errors { code path message } } }"""


async def reason(organisation: SampleOrganisation, vocabulary: str) -> str:
    """Return some reason of a vocabulary."""
    return str(await organisation.pool.fetchval("SELECT token FROM term WHERE vocabulary = $1 LIMIT 1", vocabulary))


async def parts(organisation: SampleOrganisation) -> dict[str, dict[str, Any]]:
    """Return the client of a contract in force with relationship, programme and contract."""
    query = """{ clients(search: "esimerkki", first: 1) { nodes { id revision relationships(first: 1) { nodes { id
      revision programmes(first: 1) { nodes { id revision state contracts(first: 1) { nodes { id revision state } } } }
      } } } } }"""
    client = (await organisation.data("supervisor_a", query))["clients"]["nodes"][0]
    relationship = client["relationships"]["nodes"][0]
    programme = relationship["programmes"]["nodes"][0]
    contract = programme["contracts"]["nodes"][0]
    return {"client": client, "relationship": relationship, "programme": programme, "contract": contract}


def test_each_type_that_is_begun_under_a_person_s_object_says_what_happens_when_that_ends() -> None:
    pairs = {
        (type_.noun, field.target)
        for type_ in TYPES.values()
        for field in type_.fields.values()
        if field.target and field.required and field.write in (ADD, ASSIGN)
        if type_.subject and TYPES[field.target].subject
    }
    told = {
        (type_.noun, field.target)
        for type_ in TYPES.values()
        for field in type_.fields.values()
        if field.closed_by is not None or field.afterwards is not None
    }

    assert pairs >= {
        ("relationship", "client"),
        ("programme", "relationship"),
        ("contract", "programme"),
        ("attendance", "contract"),
        ("goal", "programme"),
        ("coaching_note", "relationship"),
    }
    assert pairs <= told


def test_whatever_is_open_below_is_closed_by_a_transition_of_its_own() -> None:
    for type_ in TYPES.values():
        for field in type_.fields.values():
            for state, name in (field.closed_by or {}).items():
                step_ = type_.kind.workflow.transitions[name]
                assert state in step_.source
                assert step_.target in type_.kind.workflow.closed_to_new


async def test_an_end_says_what_is_open_below_and_how_each_is_closed(organisation: SampleOrganisation) -> None:
    await contract_in_force(organisation)
    it = await parts(organisation)
    given = {"transition": "END", "reason": await reason(organisation, "relationship_end_reason")}
    given |= {key: it["relationship"][key] for key in ("id", "revision")}

    done = (await organisation.data("coach_a", ENDING % ("Relationship", "Relationship"), i=given))["done"]

    [error] = done["errors"]
    assert (error["code"], error["path"]) == ("OPEN_BELOW", ["transition"])
    assert "Valmennusjakso (Käynnissä): 1 – Päätä / Keskeytä / Siirrä" in error["message"]
    assert await organisation.count(
        "relationship", "state = 'ACTIVE' AND client_id IN (SELECT client_id FROM contract)"
    )


async def test_an_end_closes_what_is_open_below_when_asked_to(organisation: SampleOrganisation) -> None:
    await served_client(organisation)
    it = await parts(organisation)
    ending = {"reason": await reason(organisation, "relationship_end_reason"), "comment": "Muutti", "closeBelow": True}

    assert await step(organisation, "coach_a", "Relationship", it["relationship"], "END", **ending) == []

    after = await parts(organisation)
    assert (after["programme"]["state"], after["contract"]["state"]) == ("INTERRUPTED", "ENDED")
    assert await organisation.count("goal", "state = 'DROPPED'") == 1
    assert await organisation.count("attendance", "state = 'PLANNED'") == 0
    assert await organisation.count("history", "comment = 'Muutti' AND noun IN ('programme', 'contract', 'goal')") == 3


async def test_who_may_not_close_what_is_below_closes_nothing(organisation: SampleOrganisation) -> None:
    await contract_in_force(organisation)
    it = await parts(organisation)
    await organisation.pool.execute(
        "UPDATE client SET safety_restriction = TRUE WHERE id = $1", it["client"]["id"][-32:]
    )
    ending = {"reason": await reason(organisation, "relationship_end_reason"), "comment": "Muutti", "closeBelow": True}

    refused = await step(organisation, "manager", "Relationship", it["relationship"], "END", **ending)

    assert refused == ["WRONG_ROLE"]
    assert await organisation.count("contract", "state = 'ACTIVE'") == 1


async def test_nothing_new_is_begun_under_what_has_ended(organisation: SampleOrganisation) -> None:
    await contract_in_force(organisation)
    it = await parts(organisation)
    ending = {"comment": "Valmis", "closeBelow": True}
    assert await step(organisation, "coach_a", "Programme", it["programme"], "COMPLETE", **ending) == []
    ending |= {"reason": await reason(organisation, "relationship_end_reason")}
    relationship = (await parts(organisation))["relationship"]
    assert await step(organisation, "coach_a", "Relationship", relationship, "END", **ending) == []
    ids = {name: it[name]["id"] for name in it}
    service = organisation.ids["REHABILITATIVE_WORK"]
    begun = {
        "Programme": {"relationshipId": ids["relationship"], "serviceTypeId": service, "startsOn": "2026-12-01"},
        "Goal": {"programmeId": ids["programme"], "area": "DAILY_LIFE", "text": "Uusi"},
        "Contract": {"programmeId": ids["programme"], "startsOn": "2026-12-01", "endsOn": "2026-12-31"},
        "Attendance": {"contractId": ids["contract"], "day": "2026-12-01"},
    }

    for noun, given in begun.items():
        who = "supervisor_a" if noun != "Attendance" else "coach_a"
        assert (await try_to_create(organisation, who, noun, **given))[1] in (
            ["REFERENCE_ENDED"],
            ["CONTRACT_NOT_IN_FORCE"],
        ), noun


async def test_the_end_of_the_coaching_is_documented_after_it(organisation: SampleOrganisation) -> None:
    noted = {"kind": "MEETING", "occurredAt": "2026-11-20T09:00:00Z", "body": "Loppuyhteenveto"}

    note = await create(
        organisation, "coach_a", "CoachingNote", relationshipId=organisation.ids["relationship_saara"], **noted
    )

    assert await step(organisation, "coach_a", "CoachingNote", note, "SIGN") == []


async def test_a_locked_day_of_an_ended_contract_is_corrected_and_no_day_added(
    organisation: SampleOrganisation,
) -> None:
    await contract_in_force(organisation)
    it = await parts(organisation)
    await organisation.pool.execute("UPDATE contract SET starts_on = '2026-11-01'")
    await organisation.pool.execute(
        "UPDATE attendance SET day = '2026-11-20', state = 'LOCKED', code = 'ABSENT_SICK', accounting_unit_id = unit_id"
        " WHERE day = '2026-12-02'"
    )
    locked = await organisation.pool.fetchval("SELECT id FROM attendance WHERE state = 'LOCKED'")
    assert await step(organisation, "coach_a", "Contract", it["contract"], "END") == []
    given = {"contractId": it["contract"]["id"], "plannedMinutes": 300}

    added = await try_to_create(organisation, "coach_a", "Attendance", **given, day="2026-11-19")
    corrected = await try_to_create(
        organisation, "coach_a", "Attendance", **given, day="2026-11-20", replacesId=f"attendance_{locked.hex}"
    )

    assert (added[1], corrected[1]) == (["CONTRACT_NOT_IN_FORCE"], [])


@pytest.mark.parametrize(
    ("noun", "given", "path"),
    [
        ("Programme", {"startsOn": "2026-01-06"}, ["startsOn"]),
        ("Contract", {"startsOn": "2026-11-30", "endsOn": "2026-12-31"}, ["startsOn"]),
        ("Contract", {"startsOn": "2026-12-01", "endsOn": "2027-03-01"}, ["endsOn"]),
    ],
)
async def test_a_period_lies_within_that_of_its_parent(
    organisation: SampleOrganisation, noun: str, given: dict[str, str], path: list[str]
) -> None:
    service = organisation.ids["REHABILITATIVE_WORK"]
    relationship = {"relationshipId": organisation.ids["relationship_aino"], "serviceTypeId": service}
    programme = await create(
        organisation, "coach_a", "Programme", **relationship, startsOn="2026-12-01", endsOn="2027-02-28"
    )
    parent = relationship if noun == "Programme" else {"programmeId": programme["id"]}
    query = f"mutation C($i: Create{noun}Input!) {{ done: create{noun}(input: $i) {{ errors {{ code path }} }} }}"

    done = (await organisation.data("coach_a", query, i=parent | given))["done"]

    assert done["errors"] == [{"code": "OUTSIDE_PARENT", "path": path}]


async def test_a_parent_is_not_cut_away_from_above_its_children(organisation: SampleOrganisation) -> None:
    await contract_in_force(organisation)
    it = await parts(organisation)

    assert await update(organisation, "coach_a", "Programme", it["programme"], endsOn="2027-02-27") == [
        "CHILDREN_OUTSIDE"
    ]
    assert await update(organisation, "coach_a", "Programme", it["programme"], endsOn="2027-02-28") == []


async def test_a_day_lies_within_its_contract(organisation: SampleOrganisation) -> None:
    it = await contract_in_force(organisation)

    refused = (await try_to_create(organisation, "coach_a", "Attendance", contractId=it["id"], day="2027-03-01"))[1]

    assert refused == ["OUTSIDE_PARENT"]


async def test_a_pattern_without_a_day_in_the_contract_is_not_sent_to_be_signed(
    organisation: SampleOrganisation,
) -> None:
    friday = [{"weekday": 5, "startsAt": "09:00:00", "minutes": 300}]
    it = await contract_to_sign(organisation, startsOn="2026-12-01", endsOn="2026-12-02", weeklyPattern=friday)
    late = [{"weekday": 2, "startsAt": "22:00:00", "minutes": 300}]

    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == ["PATTERN_WITHOUT_DAYS"]
    assert await update(organisation, "coach_a", "Contract", it, weeklyPattern=late) == ["PATTERN_PAST_MIDNIGHT"]


async def test_a_contract_that_awaits_signatures_is_taken_back_without_them_or_withdrawn(
    organisation: SampleOrganisation,
) -> None:
    it = await contract_to_sign(organisation)
    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == []
    assert await step(organisation, "supervisor_a", "Contract", it, "SIGN") == []

    assert await step(organisation, "workplace", "Contract", it, "TAKE_BACK", comment="Hinta") != []
    assert await step(organisation, "coach_a", "Contract", it, "TAKE_BACK", comment="Hinta väärin") == []
    assert await organisation.count("contract", "state = 'DRAFT' AND signatures = '[]'") == 1
    assert await update(organisation, "coach_a", "Contract", it, endsOn="2027-03-01") == []
    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == []
    assert await step(organisation, "coach_a", "Contract", it, "WITHDRAW") == ["COMMENT_REQUIRED"]
    assert await step(organisation, "coach_a", "Contract", it, "WITHDRAW", comment="Peruttu") == []

    assert it["state"] == "WITHDRAWN"
    assert await organisation.count("attendance") == 0


async def test_what_was_retired_meanwhile_stops_the_draft_that_names_it(organisation: SampleOrganisation) -> None:
    it = await contract_to_sign(organisation, workplaceId=organisation.ids["workplace"])
    await organisation.pool.execute("UPDATE workplace SET state = 'RETIRED'")

    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == ["REFERENCE_ENDED"]
