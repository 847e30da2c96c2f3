"""Consent: given by the person or recorded from paper, asked at every look, gone with the very next request."""

import pytest

from resolvers.casework.consents import expire_consents
from tests.support.actions.casework import started_referral
from tests.support.actions.consents import ATTENDANCE_DAYS, ATTENDANCE_SCOPES, consent_of_the_referral, record_a_day
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.organisation import SampleOrganisation
from tests.support.system_context import system_context_on


async def seen(organisation: SampleOrganisation, who: str = "official_x") -> int:
    return int((await organisation.data(who, ATTENDANCE_DAYS, ATTENDANCE_SCOPES))["attendance"]["totalCount"])


async def test_a_referral_that_starts_leaves_a_consent_of_its_own(organisation: SampleOrganisation) -> None:
    await started_referral(organisation)
    consent = await consent_of_the_referral(organisation)
    assert consent["channel"] == "AUTHORITY"
    assert consent["categories"] == ["ATTENDANCE", "PROGRAMME"]


async def test_a_withdrawn_consent_hides_on_the_next_request_and_says_nothing_of_it(
    organisation: SampleOrganisation,
) -> None:
    await record_a_day(organisation)
    assert await seen(organisation) == 1
    assert await step(organisation, "coach_a", "Consent", await consent_of_the_referral(organisation), "WITHDRAW") == []
    assert await seen(organisation) == 0
    assert (await organisation.data("official_x", "{ consents { totalCount } }"))["consents"]["totalCount"] == 0
    outcomes = await organisation.pool.fetch(
        "SELECT outcome FROM disclosure_log WHERE 'Attendance.day' = ANY(fields) ORDER BY id"
    )
    assert [r["outcome"] for r in outcomes][-2:] == ["SHOWN", "NOTHING"]


async def test_a_consent_opens_only_the_categories_it_names(organisation: SampleOrganisation) -> None:
    await record_a_day(organisation)
    consent = await consent_of_the_referral(organisation)
    await organisation.pool.execute("UPDATE consent SET categories = ARRAY['PROGRAMME']")
    assert await seen(organisation) == 0
    programmes = await organisation.data("official_x", "{ programmes { totalCount } }", ATTENDANCE_SCOPES)
    assert programmes["programmes"]["totalCount"] == 1
    assert await update(organisation, "coach_a", "Consent", consent, categories=["ATTENDANCE"]) == ["FORBIDDEN_FIELD"]


async def test_a_trainee_gives_declines_and_withdraws_for_oneself_alone(organisation: SampleOrganisation) -> None:
    asked = {
        "agencyId": organisation.ids["agency_x"],
        "purpose": "COOPERATION",
        "categories": ["ATTENDANCE"],
        "textVersion": "2026-1",
    }
    for_other, refused = await try_to_create(
        organisation, "trainee", "Consent", clientId=organisation.ids["ville"], **asked
    )
    assert (for_other, refused) == ({}, ["NOT_FOUND"])
    own = await create(organisation, "trainee", "Consent", clientId=organisation.ids["aino"], **asked)
    assert await step(organisation, "trainee", "Consent", own, "GIVE") == []
    assert own["state"] == "GIVEN"
    assert await step(organisation, "trainee", "Consent", own, "WITHDRAW") == []
    assert own["state"] == "WITHDRAWN"


async def test_a_consent_on_paper_is_recorded_only_with_its_evidence(organisation: SampleOrganisation) -> None:
    asked = {
        "agencyId": organisation.ids["agency_x"],
        "purpose": "COOPERATION",
        "categories": ["ATTENDANCE"],
        "textVersion": "2026-1",
    }
    paper = await create(organisation, "coach_a", "Consent", clientId=organisation.ids["aino"], **asked)
    assert await step(organisation, "coach_a", "Consent", paper, "GIVE") == ["WRONG_ROLE"]
    assert await step(organisation, "coach_a", "Consent", paper, "RECORD_PAPER") == ["EVIDENCE_MISSING"]
    assert await update(organisation, "coach_a", "Consent", paper, evidence="Mappi 7", givenOn="2026-11-20") == []
    assert await step(organisation, "coach_a", "Consent", paper, "RECORD_PAPER") == []
    shown = "query C($id: ID!) { consent(id: $id) { channel givenOn } }"
    assert (await organisation.data("trainee", shown, id=paper["id"]))["consent"] == {
        "channel": "PAPER",
        "givenOn": "2026-11-20",
    }


async def test_a_new_consent_takes_the_place_of_the_earlier_one(organisation: SampleOrganisation) -> None:
    asked = {
        "agencyId": organisation.ids["agency_x"],
        "purpose": "COOPERATION",
        "categories": ["ATTENDANCE"],
        "textVersion": "2026-1",
    }
    states = []
    for _ in range(2):
        one = await create(organisation, "trainee", "Consent", clientId=organisation.ids["aino"], **asked)
        assert await step(organisation, "trainee", "Consent", one, "GIVE") == []
        states = (await organisation.data("trainee", "{ consents { nodes { state } } }"))["consents"]["nodes"]
    assert sorted(s["state"] for s in states) == ["GIVEN", "SUPERSEDED"]


@pytest.mark.parametrize("who", ["coach_b", "manager", "finance", "administrator", "official_y", "workplace"])
async def test_a_consent_of_another_is_nobody_elses_to_see(organisation: SampleOrganisation, who: str) -> None:
    await started_referral(organisation)
    assert (await organisation.data(who, "{ consents { totalCount } }"))["consents"]["totalCount"] == 0


async def test_a_consent_runs_out_by_itself_and_the_job_notes_it(organisation: SampleOrganisation) -> None:
    await record_a_day(organisation)
    await organisation.pool.execute("UPDATE consent SET valid_until = '2026-11-22'")
    assert await seen(organisation) == 0
    context = system_context_on(organisation)
    assert [await expire_consents(context), await expire_consents(context)] == [1, 0]
    history = "{ consents { nodes { state history { action actorName } } } }"
    [consent] = (await organisation.data("supervisor_a", history))["consents"]["nodes"]
    assert consent["state"] == "EXPIRED"
    assert consent["history"][0] == {"action": "EXPIRE", "actorName": "Polku"}
