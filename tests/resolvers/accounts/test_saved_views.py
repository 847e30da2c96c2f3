"""Saved views: their author's alone until shared with a unit, and never about anybody."""

from typing import Any

import pytest

from tests.support.actions.content import create, step, try_to_create, update
from tests.support.organisation import SampleOrganisation

VIEWS = "{ savedViews { nodes { id name about conditions orderBy } } }"


def view(**given: Any) -> dict[str, Any]:
    """Return the input of a view of contracts that end soon."""
    soon = {"state": {"eq": "ACTIVE"}, "endsOn": {"gte": "today", "lte": "today+30"}}
    return {"name": "Pian päättyvät", "about": "Contract", "conditions": soon, "orderBy": "CREATED_DESC"} | given


async def seen(organisation: SampleOrganisation, who: str) -> list[str]:
    """Return the names of the views that somebody sees."""
    return [node["name"] for node in (await organisation.data(who, VIEWS))["savedViews"]["nodes"]]


async def test_a_view_is_its_authors_alone_until_it_is_shared(organisation: SampleOrganisation) -> None:
    unit = organisation.ids["unit_a"]
    it = await create(organisation, "coach_a", "SavedView", **view(unitId=unit))
    others = ("colleague_a", "supervisor_a", "coach_b", "supervisor_b", "manager", "administrator", "trainee")

    assert await seen(organisation, "coach_a") == ["Pian päättyvät"]
    assert [await seen(organisation, who) for who in others] == [[]] * len(others)

    assert await step(organisation, "coach_a", "SavedView", it, "SHARE") == []
    assert await seen(organisation, "colleague_a") == await seen(organisation, "supervisor_a") == ["Pian päättyvät"]
    assert [await seen(organisation, who) for who in ("coach_b", "supervisor_b", "trainee")] == [[], [], []]
    assert await update(organisation, "colleague_a", "SavedView", dict(it), name="Muu") == ["FORBIDDEN_FIELD"]

    assert await step(organisation, "coach_a", "SavedView", it, "WITHDRAW") == []
    assert await seen(organisation, "colleague_a") == []


async def test_a_view_is_shared_with_a_unit_of_its_author_alone(organisation: SampleOrganisation) -> None:
    nowhere = await create(organisation, "coach_a", "SavedView", **view())
    other = await create(organisation, "coach_a", "SavedView", **view(unitId=organisation.ids["unit_b"]))
    own = await create(organisation, "coach_a", "SavedView", **view(unitId=organisation.ids["unit_a"]))

    assert await step(organisation, "coach_a", "SavedView", nowhere, "SHARE") == ["UNIT_NOT_OWN"]
    assert await step(organisation, "coach_a", "SavedView", other, "SHARE") == ["UNIT_NOT_OWN"]
    assert await step(organisation, "coach_a", "SavedView", own, "SHARE") == []
    moved = {"unitId": organisation.ids["unit_b"]}
    assert await update(organisation, "coach_a", "SavedView", own, **moved) == ["UNIT_NOT_OWN"]


@pytest.mark.parametrize(
    ("about", "conditions"),
    [
        ("Client", {"lastName": {"eq": "Äijälä"}}),
        ("Client", {"lastName": {"startsWith": "Ä"}}),
        ("Client", {"dateOfBirth": {"eq": "1990-01-01"}}),
        ("Client", {"unitId": {"eq": "unit_0"}}),
        ("Client", {"identityCode": {"eq": "010190-900A"}}),
        ("Client", {"state": {"in": ["Aino Äijälä"]}}),
        ("Client", {"state": {"startsWith": "ACTIVE"}}),
        ("Contract", {"clientId": {"eq": "client_0"}}),
        ("Contract", {"endsOn": {"lte": "huomenna"}}),
        ("CoachingNote", {"kind": {"eq": "Aino"}}),
        ("Proposal", {"notRelevantReason": {"eq": "aino"}}),
    ],
)
async def test_what_could_tell_of_somebody_is_refused(
    organisation: SampleOrganisation, about: str, conditions: dict[str, Any]
) -> None:
    given = view(about=about, conditions=conditions, orderBy=None)

    it, refused = await try_to_create(organisation, "coach_a", "SavedView", **given)

    assert (it, refused) == ({}, ["CONDITION_NOT_KEPT"])
    assert await organisation.count("saved_view") == 0


async def test_a_view_of_no_type_or_order_or_form_is_refused(organisation: SampleOrganisation) -> None:
    for given, code in (
        (view(about="Asiakas"), "UNKNOWN_TYPE"),
        (view(orderBy="SALARY"), "ORDER_UNKNOWN"),
        (view(conditions={"state": "ACTIVE"}), "CONDITIONS_REFUSED"),
        (view(conditions={f"a{n}": {} for n in range(21)}), "CONDITIONS_REFUSED"),
    ):
        assert (await try_to_create(organisation, "coach_a", "SavedView", **given))[1] == [code]


async def test_choices_and_days_are_kept_and_leave_no_look(organisation: SampleOrganisation) -> None:
    kept = {
        "state": {"in": ["DRAFT", "SIGNED"]},
        "kind": {"eq": "MEETING"},
        "occurredAt": {"gte": "today-7", "lt": "2026-12-01"},
    }
    before = await organisation.count("disclosure_log")

    await create(organisation, "coach_a", "SavedView", **view(about="CoachingNote", conditions=kept))

    [found] = (await organisation.data("coach_a", VIEWS))["savedViews"]["nodes"]
    assert found["conditions"] == kept
    assert await organisation.count("disclosure_log") == before
