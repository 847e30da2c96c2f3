"""Who is told without a rule: broken glass at once, requests and reviews in time, a new notice to everybody, once."""

from datetime import timedelta

from models.account import RoleGrant
from resolvers.notifications.reminders import announce_notices, remind_of_reviews
from resolvers.retention.purge_run import run_purges
from resolvers.rights.deadlines import remind_of_requests
from service.settings import Settings
from tests.support.actions.content import create
from tests.support.actions.data_requests import read_request, request_in_work, step_request
from tests.support.actions.purges import end_relationship, is_erased, step_purge, worker_context
from tests.support.organisation import NOW, STAMP, TODAY, SampleOrganisation
from tests.support.system_context import system_context_on

TOLD = "{ notifications { nodes { event link text } } }"
REASON = "Asiakas sai sairauskohtauksen pajalla."


async def events(organisation: SampleOrganisation, who: str) -> list[str]:
    return [n["event"] for n in (await organisation.data(who, TOLD))["notifications"]["nodes"]]


async def test_broken_glass_is_told_to_supervisor_and_coach_at_once_and_to_nobody_else(
    organisation: SampleOrganisation,
) -> None:
    it = await create(organisation, "coach_b", "EmergencyAccess", clientId=organisation.ids["aino"], reason=REASON)

    [notice] = (await organisation.data("supervisor_a", TOLD))["notifications"]["nodes"]
    assert notice["link"] == it["id"]
    assert "Äijälä" not in notice["text"]
    assert await events(organisation, "coach_a") == ["emergency_access.create"]
    for who in ("coach_b", "supervisor_b", "colleague_a", "manager", "trainee"):
        assert await events(organisation, who) == [], who
    assert await organisation.count("delivery", "event = 'emergency_access.create'") == 2


async def test_support_is_told_to_the_privacy_officer_and_the_supervisor_of_the_unit(
    organisation: SampleOrganisation,
) -> None:
    account = organisation.rows["account_coach_b"]
    await RoleGrant.create(account=account, role="support", starts_on="2026-01-01", state="IN_FORCE", **STAMP)
    given = {"startsAt": "2026-11-23T08:00:00Z", "endsAt": "2026-11-23T12:00:00Z", "reason": REASON}
    whole = {"staffMemberId": organisation.ids["coach_b"], "wholeUnitId": organisation.ids["unit_a"]}
    await create(organisation, "manager", "SupportAccess", **whole, **given)

    assert await events(organisation, "privacy_officer") == ["support_access.create"]
    assert await events(organisation, "supervisor_a") == ["support_access.create"]
    assert await events(organisation, "supervisor_b") == []


async def test_a_request_that_comes_due_is_told_to_the_privacy_officer_once_and_once_more_when_overdue(
    organisation: SampleOrganisation,
) -> None:
    await request_in_work(organisation, "ACCESS")
    organisation.now = NOW + timedelta(days=24)
    assert await remind_of_requests(system_context_on(organisation)) == 1
    assert await remind_of_requests(system_context_on(organisation)) == 0
    organisation.now = NOW + timedelta(days=31)
    assert await remind_of_requests(system_context_on(organisation)) == 1

    assert await events(organisation, "privacy_officer") == ["data_request.remind", "data_request.overdue"]
    assert await events(organisation, "trainee") == []


async def test_the_review_of_a_safety_restriction_is_told_in_time(organisation: SampleOrganisation) -> None:
    await organisation.pool.execute("UPDATE client SET safety_review_on = $1 WHERE safety_restriction", TODAY)
    assert await remind_of_reviews(system_context_on(organisation)) == 1
    assert await remind_of_reviews(system_context_on(organisation)) == 0

    assert await events(organisation, "supervisor_a") == ["client.safety_review"]
    assert await events(organisation, "coach_a") == ["client.safety_review"]
    assert await events(organisation, "supervisor_b") == []


async def test_a_published_notice_is_told_to_everybody_in_the_service_and_by_mail_once(
    organisation: SampleOrganisation,
) -> None:
    import models

    notice = await models.PrivacyNotice.create(
        state="PUBLISHED", register=organisation.rows["register"], version=1, **{**STAMP, "modified_at": NOW}
    )
    told = await announce_notices(system_context_on(organisation))
    assert told == await organisation.count("account", "disabled_at IS NULL")
    assert await announce_notices(system_context_on(organisation)) == 0

    [own] = (await organisation.data("trainee", TOLD))["notifications"]["nodes"]
    assert own["link"] == f"privacy_notice_{notice.pk.hex}"
    assert await organisation.count("delivery", "event = 'privacy_notice.publish'") == told


async def test_an_erasure_that_a_person_asked_for_is_proposed_decided_run_and_answered(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await end_relationship(organisation, "aino", TODAY - timedelta(days=30))
    it = await request_in_work(organisation, "ERASE")
    assert await step_request(organisation, it, "FULFIL") == ["ERASURE_PENDING"]
    assert await step_request(organisation, it, "PROPOSE_ERASURE") == []
    [purge] = (await organisation.data("privacy_officer", "{ purges { nodes { id revision state kind } } }"))["purges"][
        "nodes"
    ]
    assert purge["kind"] == "PERSON"
    assert await step_purge(organisation, "privacy_officer", purge, "APPROVE") == []
    assert await step_purge(organisation, "manager", purge, "CONFIRM") == []
    assert await run_purges(worker_context(settings)) == 1

    assert await is_erased(organisation, "aino")
    it |= await read_request(organisation, "privacy_officer", it, "revision state requestText kind")
    assert (it["requestText"], it["kind"]) == (None, "ERASE")
    assert await step_request(organisation, it, "FULFIL") == []


async def test_only_who_asked_to_be_erased_is_proposed_for_erasure(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "ACCESS")
    assert await step_request(organisation, it, "PROPOSE_ERASURE") == ["NOT_ERASING"]
    assert await organisation.count("purge") == 0
