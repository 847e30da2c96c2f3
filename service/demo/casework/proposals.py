"""Proposals in the demo: one to send, one that the demo's official decides, and some in every state."""

from datetime import timedelta
from typing import Any

import models
from service.demo.context import TEXTS, DemoContext
from service.demo.fixed_ids import FIXED_IDS
from service.demo.people.journeys import Journey
from workflow.client import ACTIVE_CLIENT_STATES
from workflow.proposal import DECIDED_PROPOSAL_STATES, REJECTED_PROPOSAL_STATES, UNSENT_PROPOSAL_STATES, proposal

_KINDS: tuple[dict[str, Any], ...] = (
    {"kind": "CHANGE_INTENSITY", "days_per_week": 2},
    {"kind": "END", "end_reason": "EMPLOYED"},
    {"kind": "EXTEND"},
)
_STATES = ("DRAFT", "SENT", *proposal.states)


def add_proposals(demo: DemoContext, journeys: list[Journey]) -> None:
    """Add proposals about started referrals of the demo's agency and its own coach, each in the next state."""
    own_coach = demo.coaches[demo.units[0]][0]
    about = [
        journey
        for journey in journeys
        if journey.state in ACTIVE_CLIENT_STATES and journey.referral and journey.agency == demo.agencies[0]
    ]
    about.sort(key=lambda journey: (journey.coach.id != own_coach.id, journey.number))
    told = [journey for journey in about if _is_told(demo, journey)]
    for number, (state, journey) in enumerate(zip(_STATES, told, strict=False)):
        _add(demo, journey, state, number)


def _is_told(demo: DemoContext, journey: Journey) -> bool:
    """Return whether consent or statute lets the agency read of the person."""
    row = next(r for r in demo.ledger.rows[models.Referral] if r["id"] == journey.referral)
    until = row.get("consent_valid_until")
    is_given = row.get("consent_withdrawn_on") is None and (until is None or until > demo.today)
    return row["basis"] != "CONSENT" or is_given


def _add(demo: DemoContext, journey: Journey, state: str, number: int) -> None:
    at = demo.now - timedelta(days=12 - number)
    kind = dict(_KINDS[number % len(_KINDS)])
    if kind["kind"] == "EXTEND":
        kind["ends_on"] = demo.today + timedelta(days=120)
    is_decided = state in DECIDED_PROPOSAL_STATES
    fixed = ("proposal_to_send", "proposal_to_decide")[number] if number < 2 else None
    demo.ledger.add(
        "proposal",
        state,
        at,
        journey.coach.author,
        decided_by=journey.official[1] if is_decided else None,
        step_reason="NEED_REMAINS" if state in REJECTED_PROPOSAL_STATES else None,
        id=FIXED_IDS[fixed] if fixed else demo.ledger.new_id(at),
        referral_id=journey.referral,
        client_id=journey.id,
        unit_id=journey.coach.unit,
        agency_id=journey.agency,
        text=demo.chance.choice(TEXTS["words"]["aims"]),
        sent_at=at if state not in UNSENT_PROPOSAL_STATES else None,
        decided_at=at + timedelta(days=1) if is_decided else None,
        decision_reason="NEED_REMAINS" if state in REJECTED_PROPOSAL_STATES else None,
        **kind,
    )
