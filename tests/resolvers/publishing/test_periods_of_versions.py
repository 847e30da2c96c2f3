"""The periods of the versions of one key neither overlap nor leave a hole, whatever the order of their publication."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tortoise.transactions import in_transaction

from models.content import Governed
from models.term import ServiceType
from resolvers.casework.service_versions import service_version_on
from resolvers.publishing.review import bring_into_force
from resolvers.writing.seeding import seed_objects
from service.resources import schema_and_content_types
from tests.support.actions.casework import contract_to_sign
from tests.support.actions.content import create, step, try_to_create
from tests.support.actions.exports import viewer_context
from tests.support.organisation import NOW, STAMP, TODAY, SampleOrganisation
from workflow.published import scheduled_states, state_in_force

NEW_YEAR = "2027-01-01"
TITLES: Mapping[str, str] = {"title_fi": "a", "title_sv": "b", "title_en": "c"}
BODIES: Mapping[str, str] = {"body_fi": "a", "body_sv": "b", "body_en": "c"}
# What a row of each type that has versions by day must have beside its titles; "{}" stands for something of its own.
COLUMNS: Mapping[str, Mapping[str, Any]] = {
    "term": {"vocabulary": "goal_area", "token": "{}", **TITLES},
    "service_type": {"code": "{}", **TITLES},
    "agreement_text": {"kind": "CONSENT", "purpose": "{}", "version": "{n}", **TITLES, **BODIES},
    "register_law": {"register_id": "register", "basis": "Laki"},
    "privacy_notice": {"register_id": "register"},
    "form_template": {"kind": "PLAN", **TITLES},
}


async def begin_at(organisation: SampleOrganisation, day: date) -> None:
    """Run the job on a day."""
    organisation.now = datetime.combine(day, NOW.timetz()).astimezone(UTC)
    await bring_into_force(viewer_context(organisation, await organisation.viewer("administrator")))


def columns_of(organisation: SampleOrganisation, noun: str, own: str, number: int) -> dict[str, Any]:
    """Return the columns of one version of a content of its own."""
    meant = {"{}": own, "{n}": f"{own}{number}", "register": organisation.rows["register"].pk}
    numbered = {"version": number + 1} if noun == "service_type" else {}
    return {column: meant.get(value, value) for column, value in COLUMNS[noun].items()} | numbered


def test_every_type_with_versions_by_day_is_judged_here() -> None:
    _, content_types = schema_and_content_types()
    dated = {t.noun for t in content_types.values() if issubclass(t.model, Governed) and t.model.begins_on}

    assert dated == set(COLUMNS), "give its columns above"
    assert {noun for noun in dated if scheduled_states(content_types[noun].kind.workflow)} == dated


@pytest.mark.parametrize("noun", COLUMNS)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(st.integers(1, 60), min_size=1, max_size=4, unique=True))
async def test_periods_of_one_key_neither_overlap_nor_leave_a_hole(
    organisation: SampleOrganisation, noun: str, days: list[int]
) -> None:
    _, content_types = schema_and_content_types()
    type_ = content_types[noun]
    model: Any = type_.model
    in_force, [scheduled] = state_in_force(type_.kind.workflow), scheduled_states(type_.kind.workflow)
    own, begins_on = uuid4().hex[:12].upper(), model.begins_on
    await model.filter(state__in=[in_force, scheduled]).update(state="SUPERSEDED")
    versions = [
        await model.create(
            state=in_force if number == 0 else scheduled,
            lineage_id=UUID(int=int(own, 16)),
            published_at=NOW,
            **columns_of(organisation, noun, own, number),
            **{begins_on: TODAY + timedelta(days=day)},
            **STAMP,
        )
        for number, day in enumerate([0, *days])
    ]

    for day in sorted({d + near for d in days for near in (-1, 0, 1)}):
        await begin_at(organisation, TODAY + timedelta(days=day))
        found = await model.filter(lineage_id=versions[0].lineage_id, state=in_force)
        latest = max(d for d in (0, *days) if d <= day)
        assert [getattr(version, begins_on) for version in found] == [TODAY + timedelta(days=latest)]

    if "ends_before" in type_.fields:
        stored = await model.filter(lineage_id=versions[0].lineage_id).order_by(begins_on)
        ends = [version.ends_before for version in stored]
        assert ends == [getattr(version, begins_on) for version in stored[1:]] + [None]


async def new_rules(organisation: SampleOrganisation, starts_on: str = NEW_YEAR) -> dict[str, Any]:
    """Return the second version of a service, published by the manager, with other limits from a day on."""
    it = await create(organisation, "administrator", "ServiceType", **RULES, startsOn=starts_on)
    assert await step(organisation, "administrator", "ServiceType", it, "SUBMIT") == []
    assert await step(organisation, "manager", "ServiceType", it, "PUBLISH") == []
    return it


RULES = {
    "code": "REHABILITATIVE_WORK",
    "version": 2,
    "titleFi": "Kuntouttava työtoiminta",
    "titleSv": "Arbetsverksamhet i rehabiliteringssyfte",
    "titleEn": "Rehabilitative work",
    "minDaysPerWeek": 3,
}


async def test_new_rules_of_a_service_wait_for_their_day(organisation: SampleOrganisation) -> None:
    it = await new_rules(organisation)
    assert it["state"] == "SCHEDULED"
    assert await organisation.count("service_type", "code = 'REHABILITATIVE_WORK' AND state = 'ACTIVE'") == 1

    await begin_at(organisation, date(2027, 1, 1))

    before, after = await ServiceType.filter(code="REHABILITATIVE_WORK").order_by("version")
    assert (before.state, before.ends_before, after.state) == ("SUPERSEDED", date(2027, 1, 1), "ACTIVE")
    assert before.lineage_id in (after.lineage_id, None)


@pytest.mark.parametrize(
    ("starts_on", "refused"), [("2026-12-01", []), ("2026-12-31", []), ("2027-01-04", ["SERVICE_LIMITS"])]
)
@pytest.mark.parametrize("has_begun", [False, True])
async def test_a_contract_obeys_the_rules_of_its_first_day_before_and_after_they_begin(
    organisation: SampleOrganisation, starts_on: str, refused: list[str], *, has_begun: bool
) -> None:
    await new_rules(organisation)
    it = await contract_to_sign(organisation, startsOn=starts_on, endsOn="2027-05-31")
    if has_begun:
        await begin_at(organisation, date(2027, 1, 1))

    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == refused


async def test_a_programme_of_before_is_entered_when_the_new_rules_are_in_force(
    organisation: SampleOrganisation,
) -> None:
    it = await new_rules(organisation)
    await begin_at(organisation, date(2027, 1, 1))
    given = {"relationshipId": organisation.ids["relationship_aino"], "serviceTypeId": it["id"], "planReference": "A"}

    _, late = await try_to_create(organisation, "coach_a", "Programme", **given, startsOn="2026-12-28")
    _, early = await try_to_create(organisation, "coach_a", "Programme", **given, startsOn="2019-12-28")

    assert (late, early) == ([], ["SERVICE_TYPE_NOT_VALID", "OUTSIDE_PARENT"])


async def test_new_rules_begin_after_those_in_use(organisation: SampleOrganisation) -> None:
    it = await create(organisation, "administrator", "ServiceType", **RULES, startsOn="2019-01-01")

    assert await step(organisation, "administrator", "ServiceType", it, "SUBMIT") == ["VERSION_NOT_LATER"]
    assert await organisation.count("service_type", "code = 'REHABILITATIVE_WORK' AND state = 'ACTIVE'") == 1


async def test_a_version_that_comes_with_the_service_waits_for_the_job_and_joins_its_key(
    organisation: SampleOrganisation,
) -> None:
    context = viewer_context(organisation, await organisation.viewer("administrator"))
    await ServiceType.filter(code="REHABILITATIVE_WORK").update(published_at=NOW)
    async with in_transaction() as db:
        seeded = await seed_objects(
            context, context.content_types["service_type"], [RULES | {"startsOn": date(2026, 11, 1)}], db
        )
        assert await service_version_on("REHABILITATIVE_WORK", date(2026, 11, 2), db) is not None

    assert (await ServiceType.get(pk=seeded[0])).state == "SCHEDULED"
    await begin_at(organisation, TODAY)
    assert (await ServiceType.get(pk=seeded[0])).state == "ACTIVE"
    assert await organisation.count("service_type", "code = 'REHABILITATIVE_WORK' AND state = 'ACTIVE'") == 1
