"""Event rules that tell those who are to decide on an object, and the substitutes of its coach while they cover."""

from datetime import date, timedelta
from typing import Any

import pytest

import models
from resolvers.notifications.dispatching import dispatch_events
from tests.support.actions.casework import REFERRAL
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.actions.forms import draft_template, step_template
from tests.support.actions.papers import approved, drafted
from tests.support.actions.referral_answers import take_referral_through
from tests.support.organisation import STAMP, TODAY, SampleOrganisation, hire_staff
from tests.support.system_context import system_context_on

YESTERDAY, TOMORROW = TODAY - timedelta(1), TODAY + timedelta(1)


async def rule(organisation: SampleOrganisation, event: str, recipients: str, channel: str = "SERVICE") -> None:
    given = {"event": event, "recipients": recipients, "channel": channel}
    await create(organisation, "administrator", "EventRule", **given)


async def told(organisation: SampleOrganisation, event: str) -> list[str]:
    """Have the waiting events dispatched, and return who was told of one."""
    await dispatch_events(system_context_on(organisation, organisation.now))
    joined = "notification n JOIN account a ON a.id = n.recipient_id WHERE n.event = $1"
    names = f"SELECT coalesce(a.name, lower(a.kind)) AS name FROM {joined} ORDER BY 1"
    return [row["name"] for row in await organisation.pool.fetch(names, event)]


async def cover(organisation: SampleOrganisation, who: str, ends_before: date | None, **more: Any) -> None:
    aino = organisation.rows["aino"]
    given = {"state": "VALID", "starts_on": TODAY - timedelta(9), "ends_before": ends_before} | more
    whom = {"client_id": aino.pk, "unit_id": aino.unit_id, "staff_member_id": organisation.rows[who].pk}
    await models.Substitution.create(**STAMP, **(whom | given))


async def change_aino(organisation: SampleOrganisation) -> None:
    it = {"id": organisation.ids["aino"], "revision": 1}
    assert await update(organisation, "supervisor_a", "Client", it, callName="Uusi") == []


async def heard_report(organisation: SampleOrganisation) -> None:
    it = await drafted(organisation)
    for name in ("SHOW", "HEAR"):
        assert await step(organisation, "coach_a", "Report", it, name) == []


async def test_those_who_approve_a_report_are_told_when_it_waits_for_them(organisation: SampleOrganisation) -> None:
    await rule(organisation, "report.hear", "REVIEWERS", "SERVICE_AND_EMAIL")
    await heard_report(organisation)

    assert await told(organisation, "report.hear") == ["supervisor_a"]
    mails = await organisation.pool.fetch("SELECT to_jsonb(d)::text AS row FROM delivery d WHERE event = 'report.hear'")
    notices = await organisation.pool.fetch("SELECT text FROM notification WHERE event = 'report.hear'")
    assert len(mails) == len(notices) == 1
    assert not [word for word in ("Aino", "Äijälä", "@") if word in mails[0]["row"] + notices[0]["text"]]


@pytest.mark.parametrize(
    ("ends_before", "expected"), [(TOMORROW, ["supervisor_a", "supervisor_b"]), (TODAY, ["supervisor_a"])]
)
async def test_who_covers_a_supervisor_decides_until_the_grant_ends(
    organisation: SampleOrganisation, ends_before: date, expected: list[str]
) -> None:
    await rule(organisation, "report.hear", "REVIEWERS")
    await models.RoleGrant.create(
        account_id=organisation.rows["account_supervisor_b"].pk,
        role="supervisor",
        unit_id=organisation.rows["unit_a"].pk,
        starts_on=TODAY - timedelta(9),
        ends_before=ends_before,
        state="IN_FORCE",
        **STAMP,
    )
    await heard_report(organisation)

    assert await told(organisation, "report.hear") == expected


async def test_who_wrote_or_submitted_content_is_not_among_those_who_publish_it(
    organisation: SampleOrganisation,
) -> None:
    for name in ("second", "third"):
        await hire_staff(organisation, name, "administrator", None)
    await rule(organisation, "form_template.submit", "REVIEWERS")
    draft = (await draft_template(organisation))["formTemplate"]
    assert (await step_template(organisation, "second", "SUBMIT", draft))["errors"] == []

    assert await told(organisation, "form_template.submit") == ["manager", "third"]


@pytest.mark.parametrize(("ends_before", "stand_ins"), [(TOMORROW, ["coach_b"]), (TODAY, [])])
async def test_who_covers_the_coach_has_the_step_of_the_coach(
    organisation: SampleOrganisation, ends_before: date, stand_ins: list[str]
) -> None:
    await rule(organisation, "report.approve", "REVIEWERS")
    await approved(organisation)
    [report] = await organisation.pool.fetch("SELECT client_id, unit_id FROM report")
    await cover(organisation, "coach_b", ends_before, **dict(report))

    assert await told(organisation, "report.approve") == ["coach_a", *stand_ins]


async def test_what_waits_for_the_person_or_the_agency_is_told_to_them(organisation: SampleOrganisation) -> None:
    for event in ("consent.create", "referral.request_info"):
        await rule(organisation, event, "REVIEWERS")
    given = {"clientId": organisation.ids["aino"], "purpose": "COOPERATION", "categories": ["ATTENDANCE"]}
    await create(organisation, "coach_a", "Consent", agencyId=organisation.ids["agency_x"], **given)
    referral = await create(organisation, "official_x", "Referral", unitId=organisation.ids["unit_a"], **REFERRAL)
    assert await step(organisation, "official_x", "Referral", referral, "SUBMIT") == []
    await take_referral_through(organisation, referral, "RECEIVE", "REVIEW")
    asked = {"comment": "Mikä on tavoite?"}
    assert await step(organisation, "supervisor_a", "Referral", referral, "REQUEST_INFO", **asked) == []

    assert await told(organisation, "consent.create") == ["trainee"]
    assert await told(organisation, "referral.request_info") == ["official_x"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"ends_before": None}, ["coach_b"]),
        ({"ends_before": TOMORROW}, ["coach_b"]),
        ({"ends_before": TODAY}, []),
        ({"ends_before": None, "starts_on": TOMORROW}, []),
        ({"ends_before": None, "state": "ENDED"}, []),
    ],
)
async def test_substitutes_are_told_while_they_cover_the_coach(
    organisation: SampleOrganisation, given: dict[str, Any], expected: list[str]
) -> None:
    await rule(organisation, "client.update", "SUBSTITUTES")
    await cover(organisation, "coach_b", **given)
    await change_aino(organisation)

    assert await told(organisation, "client.update") == expected


@pytest.mark.parametrize(
    "lost",
    [
        "UPDATE account SET disabled_at = now(), state = 'DISABLED' WHERE name = 'coach_b'",
        "UPDATE role_grant SET ends_before = '2026-11-23' WHERE role = 'coach'",
    ],
)
async def test_a_substitute_who_lost_access_is_told_nothing(organisation: SampleOrganisation, lost: str) -> None:
    await rule(organisation, "client.update", "SUBSTITUTES")
    await cover(organisation, "coach_b", None)
    await change_aino(organisation)
    await organisation.pool.execute(lost)

    assert await told(organisation, "client.update") == []


@pytest.mark.parametrize(
    ("event", "possible"),
    [("report.hear", True), ("report.update", True), ("report.deliver", False), ("unit.update", False)],
)
async def test_a_rule_about_what_waits_for_nobody_is_refused(
    organisation: SampleOrganisation, event: str, possible: bool
) -> None:
    given = {"event": event, "recipients": "REVIEWERS", "channel": "SERVICE"}
    _, refused = await try_to_create(organisation, "administrator", "EventRule", **given)

    assert refused == ([] if possible else ["RECIPIENTS_CANNOT_SEE"])


async def test_a_supervisor_names_reviewers_for_the_own_unit_and_a_coach_for_none(
    organisation: SampleOrganisation,
) -> None:
    given = {"event": "report.hear", "recipients": "REVIEWERS", "channel": "SERVICE"}
    own = given | {"unitId": organisation.ids["unit_a"]}

    assert (await try_to_create(organisation, "supervisor_a", "EventRule", **own))[1] == []
    assert (await try_to_create(organisation, "supervisor_b", "EventRule", **own))[1] == ["FORBIDDEN"]
    assert (await try_to_create(organisation, "coach_a", "EventRule", **own))[1] == ["FORBIDDEN"]
