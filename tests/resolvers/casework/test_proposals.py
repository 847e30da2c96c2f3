"""Proposals: the provider proposes, the authority decides, and what is accepted is carried out or stays to be."""

from datetime import timedelta
from typing import Any

import pytest

from tests.support.actions.casework import contract_to_sign, referral_in_interview, started_referral
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.actions.referral_answers import draft_referral, take_referral_through
from tests.support.organisation import SampleOrganisation

READ = """query P($id: ID!) { proposal(id: $id) { state kind text endsOn sentAt decidedAt decisionReason carriedOutOn
  history { action actorName comment } redacted } }"""
WHY = "Tavoite on saavutettu."


async def reason_for(organisation: SampleOrganisation, vocabulary: str) -> str:
    return str(await organisation.pool.fetchval("SELECT min(token) FROM term WHERE vocabulary = $1", vocabulary))


async def shown(organisation: SampleOrganisation, who: str, it: dict[str, Any]) -> Any:
    return (await organisation.data(who, READ, id=it["id"]))["proposal"]


async def proposed(
    organisation: SampleOrganisation, referral: dict[str, Any], kind: str, who: str = "supervisor_a", **given: Any
) -> dict[str, Any]:
    it = await create(organisation, who, "Proposal", referralId=referral["id"], kind=kind, text=WHY, **given)
    assert await step(organisation, who, "Proposal", it, "SEND") == []
    return it


async def state_of(organisation: SampleOrganisation, table: str, condition: str = "TRUE") -> Any:
    return await organisation.pool.fetchval(f"SELECT state FROM {table} WHERE {condition}")


async def test_a_coach_drafts_an_official_asks_and_accepts_and_the_relationship_ends(
    organisation: SampleOrganisation,
) -> None:
    referral = await started_referral(organisation)
    reason = await reason_for(organisation, "relationship_end_reason")
    it = await create(organisation, "coach_a", "Proposal", referralId=referral["id"], kind="END", text=WHY)
    assert await shown(organisation, "official_x", it) is None
    assert await step(organisation, "coach_a", "Proposal", it, "SEND") == ["PROPOSAL_INCOMPLETE"]
    assert await update(organisation, "coach_a", "Proposal", it, endReason=reason) == []
    assert await step(organisation, "coach_a", "Proposal", it, "SEND") == []
    assert await step(organisation, "official_x", "Proposal", it, "ASK", comment="Entä kurssi?") == []
    assert await step(organisation, "coach_a", "Proposal", it, "REPLY", comment="Kurssi on käyty.") == []
    assert await step(organisation, "official_x", "Proposal", it, "ACCEPT") == []

    assert await state_of(organisation, "relationship", "referral_id IS NOT NULL") == "ENDED"
    own, others = await shown(organisation, "coach_a", it), await shown(organisation, "official_x", it)
    assert (others["state"], others["text"], others["carriedOutOn"]) == ("ACCEPTED", WHY, "2026-11-23")
    actions = ["ACCEPT", "REPLY", "ASK", "SEND", "UPDATE", "CREATE"]
    assert [e["action"] for e in own["history"]] == [e["action"] for e in others["history"]] == actions
    assert {e["actorName"] for e in others["history"]} == {"official_x", "Polku ry"}
    assert [e["comment"] for e in others["history"]][1:3] == ["Kurssi on käyty.", "Entä kurssi?"]


async def test_what_must_be_closed_first_stays_to_be_carried_out_and_is_noted_with_the_end(
    organisation: SampleOrganisation,
) -> None:
    await contract_to_sign(organisation)
    [referral] = (await organisation.data("supervisor_a", "{ referrals { nodes { id revision } } }"))["referrals"][
        "nodes"
    ]
    reason = await reason_for(organisation, "relationship_end_reason")
    it = await proposed(organisation, referral, "END", "coach_a", endReason=reason)
    assert await step(organisation, "official_x", "Proposal", it, "ACCEPT") == []

    waiting = await shown(organisation, "coach_a", it)
    assert (waiting["state"], waiting["carriedOutOn"]) == ("ACCEPTED", None)
    open_ones = "{ proposals(filter: {state: {eq: ACCEPTED}, carriedOutOn: {isNull: true}}) { nodes { id } } }"
    assert (await organisation.data("coach_a", open_ones))["proposals"]["nodes"] == [{"id": it["id"]}]
    early = await step(organisation, "coach_a", "Proposal", dict(it), "CARRY_OUT", comment="Tehty")
    assert early == ["PROPOSAL_TO_CARRY_OUT"]

    organisation.now += timedelta(hours=1)
    query = '{ clients(search: "esimerkki") { nodes { relationships { nodes { id revision } } } } }'
    node = (await organisation.data("coach_a", query))["clients"]["nodes"][0]["relationships"]["nodes"][0]
    ended = await step(organisation, "coach_a", "Relationship", node, "END", reason=reason, closeBelow=True)
    assert ended == []
    done = await shown(organisation, "official_x", it)
    assert done["carriedOutOn"] == "2026-11-23"
    assert done["history"][0]["action"] == "CARRY_OUT"
    it["revision"] += 1
    assert await step(organisation, "coach_a", "Proposal", it, "CARRY_OUT", comment="Taas") == ["ALREADY_CARRIED_OUT"]


async def test_an_accepted_start_starts_the_relationship_when_coach_and_register_are_named(
    organisation: SampleOrganisation,
) -> None:
    referral = await referral_in_interview(organisation)
    early = await proposed(organisation, referral, "START", startsOn="2026-11-23")
    assert await step(organisation, "official_x", "Proposal", early, "ACCEPT") == []
    assert (await shown(organisation, "official_x", early))["carriedOutOn"] is None
    assert await step(organisation, "supervisor_a", "Referral", referral, "ACCEPT") == []
    decided = {"responsibleCoachId": organisation.ids["coach_a"], "registerId": organisation.ids["register"]}
    assert await update(organisation, "supervisor_a", "Referral", referral, **decided) == []
    organisation.now += timedelta(hours=1)
    it = await proposed(organisation, referral, "START", startsOn="2026-11-23")
    assert await step(organisation, "official_x", "Proposal", it, "ACCEPT") == []

    assert await state_of(organisation, "referral") == "STARTED"
    assert (await shown(organisation, "official_x", it))["carriedOutOn"] == "2026-11-23"
    assert (await shown(organisation, "official_x", early))["carriedOutOn"] == "2026-11-23"


async def test_an_accepted_extension_moves_the_end_of_the_programme(organisation: SampleOrganisation) -> None:
    await contract_to_sign(organisation)
    [referral] = (await organisation.data("supervisor_a", "{ referrals { nodes { id revision } } }"))["referrals"][
        "nodes"
    ]
    [programme] = (await organisation.data("coach_a", "{ programmes { nodes { id revision } } }"))["programmes"][
        "nodes"
    ]
    assert await update(organisation, "coach_a", "Programme", programme, endsOn="2027-02-28") == []
    it = await proposed(organisation, referral, "EXTEND", "coach_a", endsOn="2027-04-30")
    assert await step(organisation, "official_x", "Proposal", it, "ACCEPT") == []

    assert str(await organisation.pool.fetchval("SELECT ends_on FROM programme")) == "2027-04-30"
    assert (await shown(organisation, "official_x", it))["carriedOutOn"] == "2026-11-23"


@pytest.mark.parametrize(("kind", "state"), [("NOT_RELEVANT", "REJECTED"), ("NO_SHOW", "NO_SHOW")])
async def test_a_service_that_does_not_suit_and_a_person_who_does_not_come_end_the_referral(
    organisation: SampleOrganisation, kind: str, state: str
) -> None:
    referral = await referral_in_interview(organisation)
    given = {}
    if kind == "NO_SHOW":
        assert await step(organisation, "supervisor_a", "Referral", referral, "ACCEPT") == []
    else:
        given = {"notRelevantReason": await reason_for(organisation, "referral_reject_reason")}
    other = await proposed(organisation, referral, "START", startsOn="2026-12-01")
    it = await proposed(organisation, referral, kind, **given)
    assert await step(organisation, "official_x", "Proposal", it, "ACCEPT") == []

    assert await state_of(organisation, "referral") == state
    assert (await shown(organisation, "official_x", it))["carriedOutOn"] == "2026-11-23"
    assert (await shown(organisation, "official_x", other))["state"] == "WITHDRAWN"


async def test_a_change_of_days_waits_for_the_new_contract_and_the_unit_says_how_it_was_done(
    organisation: SampleOrganisation,
) -> None:
    referral = await started_referral(organisation)
    it = await proposed(organisation, referral, "CHANGE_INTENSITY", "coach_a", daysPerWeek=2)
    assert await step(organisation, "official_x", "Proposal", it, "ACCEPT") == []
    assert (await shown(organisation, "official_x", it))["carriedOutOn"] is None
    assert await step(organisation, "coach_a", "Proposal", it, "CARRY_OUT", comment="Uusi sopimus 1.12.") == []
    assert (await shown(organisation, "official_x", it))["carriedOutOn"] == "2026-11-23"


async def test_an_official_rejects_with_a_reason_that_the_provider_reads(organisation: SampleOrganisation) -> None:
    referral = await started_referral(organisation)
    it = await proposed(organisation, referral, "CHANGE_INTENSITY", "coach_a", daysPerWeek=2)
    assert await step(organisation, "official_x", "Proposal", dict(it), "REJECT") == ["REASON_REQUIRED"]
    assert await step(organisation, "official_x", "Proposal", it, "REJECT", reason="NEED_REMAINS") == []

    seen = await shown(organisation, "coach_a", it)
    assert (seen["state"], seen["decisionReason"]) == ("REJECTED", "NEED_REMAINS")


async def test_a_withdrawn_consent_hides_every_proposal_and_none_is_sent(organisation: SampleOrganisation) -> None:
    referral = await started_referral(organisation)
    it = await proposed(organisation, referral, "CHANGE_INTENSITY", "coach_a", daysPerWeek=2)
    assert await update(organisation, "supervisor_a", "Referral", referral, consentWithdrawnOn="2026-11-23") == []
    given = {"referralId": referral["id"], "kind": "CHANGE_INTENSITY", "text": WHY, "daysPerWeek": 3}
    another = await create(organisation, "coach_a", "Proposal", **given)

    assert await shown(organisation, "official_x", it) is None
    lists = "query L($id: ID!) { proposals { totalCount } referral(id: $id) { proposals { totalCount } } }"
    counts = await organisation.data("official_x", lists, id=referral["id"])
    assert (counts["proposals"]["totalCount"], counts["referral"]["proposals"]["totalCount"]) == (0, 0)
    assert await step(organisation, "official_x", "Proposal", dict(it), "ACCEPT") == ["NOT_FOUND"]
    assert await step(organisation, "coach_a", "Proposal", another, "SEND") == ["CONSENT_NOT_IN_FORCE"]
    assert b"saavutettu" not in await organisation.raw("official_x", READ, id=it["id"])


async def test_a_consent_without_the_programme_opens_no_proposal(organisation: SampleOrganisation) -> None:
    referral = await started_referral(organisation)
    it = await proposed(organisation, referral, "CHANGE_INTENSITY", "coach_a", daysPerWeek=2)
    await organisation.pool.execute("UPDATE consent SET categories = '{ATTENDANCE}'")

    assert await shown(organisation, "official_x", it) is None


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("official_x", True),
        ("official_y", False),
        ("coach_a", True),
        ("coach_b", False),
        ("supervisor_a", True),
        ("supervisor_b", False),
        ("colleague_a", False),
        ("administrator", False),
        ("workplace", False),
        ("trainee", False),
    ],
)
async def test_a_sent_proposal_is_read_by_both_sides_and_by_nobody_else(
    organisation: SampleOrganisation, who: str, sees: bool
) -> None:
    referral = await started_referral(organisation)
    it = await proposed(organisation, referral, "CHANGE_INTENSITY", "coach_a", daysPerWeek=2)

    raw = await organisation.raw(who, READ, id=it["id"])

    assert (b"saavutettu" in raw) == sees
    looks = await organisation.pool.fetchval(
        "SELECT count(*) FROM disclosure_log WHERE 'Proposal.text' = ANY(fields) AND outcome = 'SHOWN'"
    )
    assert (looks > 0) == sees


@pytest.mark.parametrize("who", ["official_x", "coach_b", "supervisor_b", "colleague_a", "trainee", "manager"])
async def test_only_the_unit_proposes(organisation: SampleOrganisation, who: str) -> None:
    referral = await started_referral(organisation)

    it, refused = await try_to_create(organisation, who, "Proposal", referralId=referral["id"], kind="END", text=WHY)

    assert it == {}
    assert refused in (["FORBIDDEN"], ["NOT_FOUND"])
    assert await organisation.count("proposal") == 0


async def test_what_cannot_be_done_now_is_not_proposed(organisation: SampleOrganisation) -> None:
    referral = await draft_referral(organisation)
    await take_referral_through(organisation, referral, "SUBMIT", "RECEIVE", "REVIEW")
    given = {"referralId": referral["id"], "kind": "EXTEND", "text": WHY, "endsOn": "2027-01-01"}
    it = await create(organisation, "supervisor_a", "Proposal", **given)

    assert await step(organisation, "supervisor_a", "Proposal", it, "SEND") == ["PROPOSAL_UNFIT"]


async def test_the_agencys_token_decides_within_its_scopes(organisation: SampleOrganisation) -> None:
    referral = await started_referral(organisation)
    it = await proposed(organisation, referral, "CHANGE_INTENSITY", "coach_a", daysPerWeek=2)
    move = "mutation M($i: TransitionProposalInput!) { transitionProposal(input: $i) { errors { code } } }"
    given = {"id": it["id"], "revision": it["revision"], "transition": "ACCEPT"}

    reads = await organisation.data("official_x", move, frozenset({"referrals:read"}), i=given)
    writes = await organisation.data("official_x", move, frozenset({"referrals:write"}), i=given)

    assert [e["code"] for e in reads["transitionProposal"]["errors"]] == ["FORBIDDEN"]
    assert writes["transitionProposal"]["errors"] == []


async def test_what_was_never_sent_stays_the_teams_when_its_referral_ends(organisation: SampleOrganisation) -> None:
    referral = await referral_in_interview(organisation)
    draft = {"referralId": referral["id"], "kind": "NOT_RELEVANT", "text": "Ei sovi meille"}
    it = await create(organisation, "supervisor_a", "Proposal", **draft)
    reason = await reason_for(organisation, "referral_withdraw_reason")
    assert await step(organisation, "official_x", "Referral", referral, "WITHDRAW", reason=reason) == []

    own = await shown(organisation, "supervisor_a", it)
    raw = await organisation.raw("official_x", READ, id=it["id"])

    assert own["state"] == "WITHDRAWN"
    assert b"Ei sovi" not in raw
    assert b"WITHDRAWN" not in raw


async def test_the_agency_reads_no_wording_that_was_dropped_before_the_proposal_was_sent(
    organisation: SampleOrganisation,
) -> None:
    referral = await referral_in_interview(organisation)
    draft = {"referralId": referral["id"], "kind": "START", "text": "Hylätty sanamuoto", "startsOn": "2026-12-01"}
    it = await create(organisation, "supervisor_a", "Proposal", **draft)
    assert await update(organisation, "supervisor_a", "Proposal", it, text=WHY) == []
    assert await step(organisation, "supervisor_a", "Proposal", it, "SEND") == []
    changes = "query H($id: ID!) { proposal(id: $id) { text history { action changes { field before after } } } }"

    own = await organisation.raw("supervisor_a", changes, id=it["id"])
    raw = await organisation.raw("official_x", changes, id=it["id"])

    assert "Hylätty sanamuoto".encode() in own
    assert "Hylätty sanamuoto".encode() not in raw
    assert WHY.encode() in raw


@pytest.mark.parametrize(("ends_on", "is_sent"), [("2026-11-22", False), ("2026-11-23", True), ("2027-01-31", True)])
async def test_an_extension_to_a_day_that_is_over_is_not_sent(
    organisation: SampleOrganisation, ends_on: str, is_sent: bool
) -> None:
    referral = await started_referral(organisation)
    given = {"referralId": referral["id"], "kind": "EXTEND", "text": WHY, "endsOn": ends_on}
    it = await create(organisation, "coach_a", "Proposal", **given)

    assert await step(organisation, "coach_a", "Proposal", it, "SEND") == ([] if is_sent else ["PROPOSAL_OVER"])


async def test_a_period_that_ends_before_it_starts_is_not_proposed(organisation: SampleOrganisation) -> None:
    referral = await started_referral(organisation)
    given = {"kind": "EXTEND", "startsOn": "2027-02-01", "endsOn": "2027-01-31", "text": WHY}
    it = await create(organisation, "coach_a", "Proposal", referralId=referral["id"], **given)

    assert await step(organisation, "coach_a", "Proposal", it, "SEND") == ["PROPOSAL_OVER"]
