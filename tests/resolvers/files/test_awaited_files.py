"""Files that follow a referral after it was sent: from whom announced them, as long as they are awaited."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from resolvers.files.quota import ABANDONED, AWAITED, forget_abandoned
from service.settings import Settings
from tests.support.actions.casework import REFERRAL
from tests.support.organisation import OrganisationTemplate
from tests.support.running_service import PDF, RunningService, SessionClient, running_service
from tests.support.system_context import system_context_on

SUBMIT = """mutation S($i: SubmitReferralInput!) { submitReferral(input: $i) {
  referral { id revision awaitedFiles { id uploadLink } } errors { code path } } }"""
READ = "query R($id: ID!) { referral(id: $id) { revision attachments { name } awaitedFiles { name } } }"
MOVE = "mutation M($i: TransitionReferralInput!) { transitionReferral(input: $i) { errors { code } } }"


@pytest.fixture
async def service(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[RunningService]:
    async with running_service(settings, organisation_template) as found:
        yield found


async def submitted(service: RunningService, official: SessionClient) -> dict[str, Any]:
    file = {"name": "lausunto.pdf", "mediaType": "application/pdf", "size": len(PDF)}
    given = {
        "unitId": service.organisation.ids["unit_a"],
        **REFERRAL,
        "attachments": [file | {"sha256": hashlib.sha256(PDF).hexdigest()}],
    }
    done = (await official.ask(SUBMIT, i=given))["submitReferral"]
    assert done["errors"] == []
    return dict(done["referral"])


async def test_an_announced_file_follows_a_referral_that_was_sent(service: RunningService) -> None:
    async with service.log_in("official_x") as official, service.log_in("supervisor_a") as supervisor:
        referral = await submitted(service, official)
        before = (await supervisor.ask(READ, id=referral["id"]))["referral"]
        foreign = await supervisor.put(referral["awaitedFiles"][0]["uploadLink"])
        sent = await official.put(referral["awaitedFiles"][0]["uploadLink"])
        after = (await supervisor.ask(READ, id=referral["id"]))["referral"]
        more = await official.announce(referral["id"])

    assert (before["attachments"], before["awaitedFiles"]) == ([], [{"name": "lausunto.pdf"}])
    assert (foreign.status_code, sent.status_code) == (404, 204)
    assert (after["attachments"], after["awaitedFiles"]) == ([{"name": "lausunto.pdf"}], [])
    assert [e["code"] for e in more["errors"]] == ["FORBIDDEN"]


async def test_no_file_follows_a_referral_that_has_ended(service: RunningService) -> None:
    async with service.log_in("official_x") as official:
        referral = await submitted(service, official)
        reason = await service.organisation.pool.fetchval(
            "SELECT min(token) FROM term WHERE vocabulary = 'referral_withdraw_reason'"
        )
        given = {"id": referral["id"], "revision": referral["revision"], "transition": "WITHDRAW", "reason": reason}
        assert (await official.ask(MOVE, i=given))["transitionReferral"]["errors"] == []
        refused = await official.put(referral["awaitedFiles"][0]["uploadLink"])

    assert refused.status_code == 403
    assert await service.organisation.count("attachment", "uploaded_at IS NOT NULL") == 0


async def test_what_is_awaited_is_forgotten_after_two_weeks_and_not_after_an_hour(service: RunningService) -> None:
    async with service.log_in("official_x") as official:
        await submitted(service, official)
    context = system_context_on(service.organisation)
    now = await service.organisation.pool.fetchval("SELECT max(added_at) FROM attachment")

    hour, weeks = (replace(context, now=now + time + timedelta(minutes=1)) for time in (ABANDONED, AWAITED))
    assert (await forget_abandoned(hour), await forget_abandoned(weeks)) == (0, 1)
