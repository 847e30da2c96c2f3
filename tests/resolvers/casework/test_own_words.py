"""What an agency reads of a referral that has ended: what it wrote itself, while consent or statute stands."""

from typing import Any

import pytest

from tests.support.actions.casework import started_referral
from tests.support.actions.content import step, update
from tests.support.actions.referral_answers import answer_referral, draft_referral, keys_seen, take_referral_through
from tests.support.organisation import SampleOrganisation

READ = """query R($id: ID!) { referral(id: $id) { state firstNames lastName goals phone attachments { name }
  dateOfBirth formAnswers { nodes { answers } } history { action } } }"""
OWN = {"firstNames", "lastName", "goals", "phone", "attachments", "dateOfBirth"}


async def shown(organisation: SampleOrganisation, who: str, it: dict[str, Any]) -> dict[str, Any]:
    return dict((await organisation.data(who, READ, id=it["id"]))["referral"])


async def reason_for(organisation: SampleOrganisation, vocabulary: str) -> str:
    return str(await organisation.pool.fetchval("SELECT min(token) FROM term WHERE vocabulary = $1", vocabulary))


async def rejected(organisation: SampleOrganisation, **more: Any) -> dict[str, Any]:
    it = await draft_referral(organisation, **more)
    await answer_referral(organisation, it)
    await take_referral_through(organisation, it, "SUBMIT", "RECEIVE", "REVIEW")
    reason = await reason_for(organisation, "referral_reject_reason")
    assert await step(organisation, "supervisor_a", "Referral", it, "REJECT", reason=reason) == []
    return it


async def closed(organisation: SampleOrganisation) -> dict[str, Any]:
    it = await started_referral(organisation)
    await organisation.pool.execute("UPDATE referral SET final_report_delivered_on = '2026-11-23'")
    assert await step(organisation, "supervisor_a", "Referral", it, "CLOSE") == []
    return it


@pytest.mark.parametrize("make", [rejected, closed])
async def test_the_agency_reads_its_own_words_after_the_end_and_another_agency_nothing(
    organisation: SampleOrganisation, make: Any
) -> None:
    it = await make(organisation)

    own = await shown(organisation, "official_x", it)

    assert [key for key in OWN if own[key] is None] == []
    assert own["phone"] == "+358407654321"
    assert own["history"]
    assert (await organisation.data("official_y", READ, id=it["id"]))["referral"] is None


async def test_a_withdrawn_consent_hides_the_words_of_a_rejected_referral(organisation: SampleOrganisation) -> None:
    it = await rejected(organisation)
    assert await update(organisation, "supervisor_a", "Referral", it, consentWithdrawnOn="2026-11-23") == []

    hidden = await shown(organisation, "official_x", it)

    assert (hidden["state"], {key for key in OWN if hidden[key] is not None}) == ("REJECTED", set())
    assert hidden["formAnswers"]["nodes"] == [{"answers": {}}]
    raw = await organisation.raw("official_x", READ, id=it["id"])
    assert not [word for word in (b"Esimerkki", b"rytmi", b"4076", b"Kokiksi") if word in raw]


async def test_a_consent_that_the_person_withdraws_hides_the_words_of_a_closed_referral(
    organisation: SampleOrganisation,
) -> None:
    it = await closed(organisation)
    consents = "{ consents(filter: {state: {eq: GIVEN}}) { nodes { id revision state } } }"
    [consent] = (await organisation.data("supervisor_a", consents))["consents"]["nodes"]
    assert await step(organisation, "coach_a", "Consent", consent, "WITHDRAW") == []

    hidden = await shown(organisation, "official_x", it)

    assert (hidden["state"], {key for key in OWN if hidden[key] is not None}) == ("CLOSED", set())
    assert b"Esimerkki" not in await organisation.raw("official_x", READ, id=it["id"])
    assert (await shown(organisation, "supervisor_a", it))["lastName"] == "Esimerkki"


async def test_a_statute_stands_where_no_consent_was_asked(organisation: SampleOrganisation) -> None:
    statute = await reason_for(organisation, "basis")
    it = await rejected(organisation, basis="STATUTORY", statute=statute, consentGivenOn=None)

    own = await shown(organisation, "official_x", it)

    assert [key for key in OWN if own[key] is None] == []


async def test_the_answers_of_an_ended_referral_are_the_agencys_own_words_too(organisation: SampleOrganisation) -> None:
    it = await draft_referral(organisation)
    answer = await answer_referral(organisation, it)
    await take_referral_through(organisation, it, "SUBMIT")
    reason = await reason_for(organisation, "referral_withdraw_reason")
    assert await step(organisation, "official_x", "Referral", it, "WITHDRAW", reason=reason) == []

    assert (await keys_seen(organisation, answer))["official_x"] == {"wish", "where", "remark"}
