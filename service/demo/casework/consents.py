"""Consents to disclosures of the demo, emergency accesses and support accesses."""

from datetime import timedelta
from typing import Any

from models.agreement_text import CONSENT
from models.vocabulary import first_texts
from service.demo.context import DemoContext
from service.demo.fixed_ids import FIXED_IDS
from service.demo.ledger import DemoRow
from service.demo.people.journeys import Journey
from workflow.client import ACTIVE_CLIENT_STATES
from workflow.consent import (
    EXPIRED_CONSENT_STATES,
    ONCE_GIVEN_CONSENT_STATES,
    REQUESTED_CONSENT_STATES,
    WITHDRAWN_CONSENT_STATES,
)
from workflow.exceptional_access import OPEN_EMERGENCY_STATES, REVIEWED_ACCESS_STATES
from workflow.referral import DISCLOSED_STATES

_CATEGORIES = ["ATTENDANCE", "PROGRAMME"]
_TEXT = first_texts()[CONSENT].version
_STATES = ("GIVEN", "DECLINED", "EXPIRED", "SUPERSEDED", "WITHDRAWN", "REQUESTED")


def add_referral_consent(demo: DemoContext, journey: Journey, referral: DemoRow) -> None:
    """Add the consent that replaces the agency's statement in a started referral."""
    if referral["basis"] != "CONSENT" or referral["state"] not in DISCLOSED_STATES:
        return
    withdrawn = referral["consent_withdrawn_on"]
    demo.ledger.add(
        "consent",
        "WITHDRAWN" if withdrawn else "GIVEN",
        demo.at(journey.started_on),
        journey.coach.author,
        trail=False,
        client_id=journey.id,
        unit_id=journey.coach.unit,
        agency_id=journey.agency,
        referral_id=referral["id"],
        purpose="REFERRAL_FOLLOW_UP",
        categories=_CATEGORIES,
        text_version="lähete",
        given_on=referral["consent_given_on"],
        valid_until=referral["consent_valid_until"],
        channel="AUTHORITY",
        withdrawn_at=demo.at(withdrawn, 15) if withdrawn else None,
        provenance="AUTHORITY",
    )


def add_consents(demo: DemoContext, journeys: list[Journey]) -> None:
    """Add one consent for the demo's trainee to give and one to withdraw, and one in every state for others."""
    active = [journey for journey in journeys if journey.state in ACTIVE_CLIENT_STATES]
    _consent(demo, active[0], "REQUESTED", fixed_id="consent_to_give")
    _consent(demo, active[0], "GIVEN", fixed_id="consent_to_withdraw")
    for number, journey in enumerate(active[6:30]):
        _consent(demo, journey, _STATES[number % len(_STATES)])


def add_waiting_consent(demo: DemoContext, journeys: list[Journey]) -> None:
    """Add a consent that waits for the demo's trainee and the guardian, and that no example gives."""
    _consent(demo, next(journey for journey in journeys if journey.state in ACTIVE_CLIENT_STATES), "REQUESTED")


def _consent(demo: DemoContext, journey: Journey, state: str, *, fixed_id: str | None = None) -> None:
    given_on = demo.today - timedelta(days=60)
    is_given = state in ONCE_GIVEN_CONSENT_STATES
    demo.ledger.add(
        "consent",
        state,
        demo.at(given_on),
        journey.coach.author,
        client_id=journey.id,
        unit_id=journey.coach.unit,
        agency_id=journey.agency,
        purpose="BENEFIT" if state in REQUESTED_CONSENT_STATES else "COOPERATION",
        categories=["ATTENDANCE"],
        text_version=_TEXT,
        given_on=given_on if is_given else None,
        channel="SERVICE",
        valid_until=demo.today - timedelta(days=1) if state in EXPIRED_CONSENT_STATES else None,
        withdrawn_at=demo.now - timedelta(days=3) if state in WITHDRAWN_CONSENT_STATES else None,
        fixed_id=fixed_id,
    )


def add_exceptional_accesses(demo: DemoContext, journeys: list[Journey]) -> None:
    """Add emergency accesses and support accesses; some of them wait for their review."""
    active = [journey for journey in journeys if journey.state in ACTIVE_CLIENT_STATES and not journey.is_of_cast]
    first_unit_clients = [journey for journey in active if journey.coach.unit == demo.units[0]]
    outsider = demo.coaches[demo.units[1]][0]
    for number, state in enumerate(("ENDED", "ENDED", "REVIEWED", "OPEN")):
        opened_at = demo.now - timedelta(
            days=0 if state in OPEN_EMERGENCY_STATES else number * 9, hours=0 if state in OPEN_EMERGENCY_STATES else 3
        )
        demo.ledger.add(
            "emergency_access",
            state,
            opened_at,
            outsider.author,
            decided_by=demo.supervisors[demo.units[0]].author,
            client_id=first_unit_clients[number].id,
            unit_id=demo.units[0],
            staff_member_id=outsider.id,
            account_id=outsider.author.account,
            minutes=60,
            ends_at=opened_at + timedelta(minutes=60),
            reason="Asiakas sai sairauskohtauksen pajalla; yhteystiedot tarvittiin heti.",
            fixed_id="emergency_to_review" if number == 0 else None,
            **_review(state, "Esa Esihenkilö"),
        )
    for number, state in enumerate(("OPEN", "ENDED", "REVIEWED")):
        starts_at = demo.now - timedelta(days=number * 20, hours=1)
        demo.ledger.add(
            "support_access",
            state,
            starts_at,
            demo.manager.author,
            staff_member_id=FIXED_IDS["support"],
            whole_unit_id=demo.units[0],
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=4),
            reason="Läsnäolojen tallennus hidastuu aamuisin; selvitetään yksikön tiedoilla.",
            **_review(state, "Tiina Tietosuoja"),
        )


def _review(state: str, by: str) -> dict[str, Any]:
    return {"finding": "JUSTIFIED", "reviewed_by_name": by} if state in REVIEWED_ACCESS_STATES else {}
