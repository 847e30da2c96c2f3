"""Enrolment in the demo: referrals in every state, relationships, and substitutes of coaches."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from models.ordering import sort_key
from models.referral import NO_DAY
from service.demo.casework.consents import add_referral_consent
from service.demo.context import TEXTS, DemoContext
from service.demo.fixed_ids import FIXED_IDS
from service.demo.ledger import Author, DemoRow
from service.demo.people.journeys import PROTECTED_NUMBERS, Journey
from service.demo.people.people import FictitiousPerson
from workflow.calendar import working_day_from
from workflow.client import ACTIVE_CLIENT_STATES, ERASED_CLIENT_STATES
from workflow.referral import (
    DRAFT_REFERRAL_STATES,
    UNRECEIVED_REFERRAL_STATES,
    WAITING_REFERRAL_STATES,
    WAITLISTED_REFERRAL_STATES,
)
from workflow.retention import retention_due_on

UNDECIDED = {
    "DRAFT": 6,
    "SUBMITTED": 8,
    "RECEIVED": 9,
    "IN_REVIEW": 8,
    "INFO_REQUESTED": 4,
    "INTERVIEW": 7,
    "WAITLISTED": 6,
    "REJECTED": 10,
    "EXPIRED": 4,
    "WITHDRAWN": 6,
}
_NAMED = {
    ("DRAFT", 0): "referral_draft",
    ("RECEIVED", 0): "referral_received",
    ("INFO_REQUESTED", 0): "referral_asked",
    ("INTERVIEW", 0): "referral_interviewed",
    ("IN_REVIEW", 0): "referral_to_reject",
    ("IN_REVIEW", 1): "referral_to_queue",
    ("SUBMITTED", 0): "referral_submitted",
}
_OF_CLIENT = {0: "referral_started", 257: "referral_accepted"}
_REASONS = {
    "REJECTED": ("NO_CAPACITY", "NEED_NOT_MET", "CLIENT_DECLINED"),
    "WITHDRAWN": ("NEED_CHANGED", "WORK_OR_STUDY"),
}
_COMMENTS = {"INFO_REQUESTED": "Mitä palveluita hakija on käyttänyt aiemmin, ja milloin hän voisi aloittaa?"}
ENDINGS = ("COMPLETED", "COMPLETED", "EMPLOYED", "STUDYING", "OTHER_SERVICE", "CLIENT_QUIT", "HEALTH")
SITUATIONS = ("UNEMPLOYED", "UNEMPLOYED", "UNEMPLOYED", "SICK_LEAVE", "OTHER")
PLANNED_ON = ("ACTIVATION_PLAN", "EMPLOYMENT_PLAN", "MULTISECTORAL_PLAN")


def add_enrolment(demo: DemoContext, journey: Journey) -> None:
    """Add the referral of a client and the relationship that follows from it."""
    if journey.state in ERASED_CLIENT_STATES:
        return
    if journey.number % 25 == 24:  # some clients have no referral
        journey.referral = None
    else:
        state = {"ACTIVE": "STARTED", "ENDED": "CLOSED"}.get(journey.state)
        state = state or ("NO_SHOW" if journey.number % 7 == 0 else "ACCEPTED")
        row = _referral(
            demo,
            state,
            journey.person,
            journey.started_on,
            (journey.agency, *journey.official),
            journey.coach.unit,
            **({"id": FIXED_IDS[_OF_CLIENT[journey.number]]} if journey.number in _OF_CLIENT else {}),
            service_code=journey.service,
            client_id=journey.id,
            register_id=demo.register,
            responsible_coach_id=journey.coach.id,
            final_report_delivered_on=journey.ended_on,
            happened={"STARTED": journey.started_on} | ({"CLOSED": journey.ended_on} if journey.ended_on else {}),
            safety_restriction=journey.number in PROTECTED_NUMBERS,
        )
        journey.referral = row["id"]
        add_referral_consent(demo, journey, row)
    if journey.state in ACTIVE_CLIENT_STATES:
        _relate(demo, journey, "ACTIVE")
    elif journey.ended_on is not None:
        is_old = journey.ended_on < demo.today - timedelta(days=800)
        _relate(demo, journey, "RETAINED" if is_old else "ENDED")


def add_undecided_referrals(demo: DemoContext, strangers: Iterator[FictitiousPerson]) -> None:
    """Add undecided and unsuccessful referrals; the first two of each state belong to the first agency."""
    for state, count in UNDECIDED.items():
        for number in range(count):
            agency = demo.agencies[0] if number < 2 else demo.chance.choice(demo.agencies)
            official = demo.officials[agency][0]
            unit = demo.units[0] if number < 3 else demo.chance.choice(demo.units)
            sent_on = demo.today - timedelta(days=demo.chance.randrange(8, 60))
            named = {"id": FIXED_IDS[_NAMED[state, number]]} if (state, number) in _NAMED else {}
            _referral(demo, state, next(strangers), sent_on, (agency, *official), unit, **named)


def _subject(person: FictitiousPerson) -> dict[str, Any]:
    """Return the columns of a referral that tell who is referred."""
    return {
        "first_names": person.first_names,
        "last_name": person.last_name,
        "sort_key": sort_key(person.last_name, person.first_names),
        "date_of_birth": person.date_of_birth,
        "phone": person.phone,
        "email": person.email,
        "municipality": person.municipality,
    }


def _referral(
    demo: DemoContext,
    state: str,
    person: FictitiousPerson,
    start: date,
    sender: tuple[Any, Any, Author],
    unit: Any,
    **columns: Any,
) -> DemoRow:
    """Add the referral of a person in a state; `columns` replace what is made up."""
    sent_on = start - timedelta(days=demo.chance.randrange(10, 45))
    agency, official, author = sender
    row_id = columns.pop("id", None) or demo.ledger.new_id(demo.at(sent_on, 8))
    reason = demo.chance.choice(_REASONS[state]) if state in _REASONS else None
    return demo.ledger.add(
        "referral",
        state,
        demo.at(sent_on, 8),
        author,
        decided_by=demo.supervisors[unit].author,
        steps_by={"SUBMIT": author, "WITHDRAW": author},
        step_reason=reason,
        step_comment=_COMMENTS.get(state),
        **{
            "id": row_id,
            "agency_id": agency,
            "official_id": official,
            "unit_id": unit,
            "provenance": "AUTHORITY",
            **_subject(person),
            **_requested_service(demo, sent_on),
            "decision_reason": reason,
            **_clock(demo, state, sent_on),
            "received_at": None if state in UNRECEIVED_REFERRAL_STATES else demo.at(sent_on + timedelta(days=2)),
            "safety_restriction": False,
            **_basis(demo, sent_on, start),
            **demo.coded("referral", row_id, person.identity_code),
            **columns,
        },
    )


def _clock(demo: DemoContext, state: str, sent_on: date) -> dict[str, Any]:
    """Return the columns of a referral that tell when it was sent, and what is due when."""
    is_sent = state not in DRAFT_REFERRAL_STATES
    due_on = working_day_from(demo.today + timedelta(days=demo.chance.randrange(-4, 12)))
    waits = state in WAITING_REFERRAL_STATES
    in_queue = state in WAITLISTED_REFERRAL_STATES
    return {
        "submitted_at": demo.at(sent_on) if is_sent else None,
        "due_on": due_on if waits else None,
        "due_order": due_on if waits else NO_DAY,
        "waitlist_until": demo.today + timedelta(days=demo.chance.randrange(5, 80)) if in_queue else None,
    }


def _requested_service(demo: DemoContext, sent_on: date) -> dict[str, Any]:
    """Return the columns of a referral that tell which service is asked for, and why."""
    chance, words = demo.chance, TEXTS["words"]
    return {
        "service_code": "REHABILITATIVE_WORK",
        "goals": chance.choice(words["aims"]),
        "background": chance.choice(words["backgrounds"]),
        "plan_kind": chance.choice(PLANNED_ON),
        "plan_reference": f"S-{chance.randrange(10_000, 99_999)}",
        "wanted_start_on": sent_on + timedelta(days=30),
        "days_per_week": chance.choice((2, 3, 4)),
        "minutes_per_day": chance.choice((240, 300, 360)),
    }


def _basis(demo: DemoContext, sent_on: date, start: date) -> dict[str, Any]:
    if demo.chance.random() < 0.2:
        return {"basis": "STATUTORY", "statute": demo.chance.choice(("REHABILITATIVE_WORK_ACT", "SOCIAL_WELFARE_ACT"))}
    withdrawn = min(start + timedelta(days=9), demo.today) if demo.chance.random() < 0.04 else None
    return {
        "basis": "CONSENT",
        "consent_given_on": sent_on - timedelta(days=1),
        "consent_valid_until": sent_on + timedelta(days=730),
        "consent_withdrawn_on": withdrawn,
    }


def _relate(demo: DemoContext, journey: Journey, state: str) -> None:
    reason = demo.chance.choice(ENDINGS) if journey.ended_on else None
    row = demo.ledger.add(
        "relationship",
        state,
        demo.at(journey.started_on, 11),
        demo.supervisors[journey.coach.unit].author,
        step_reason=reason,
        client_id=journey.id,
        register_id=demo.register,
        unit_id=journey.coach.unit,
        responsible_coach_id=journey.coach.id,
        referral_id=journey.referral,
        started_on=journey.started_on,
        ended_on=journey.ended_on,
        end_reason=reason,
        situation_at_start=demo.chance.choice(SITUATIONS),
        retention_due_on=retention_due_on(journey.ended_on, 4) if journey.ended_on else None,
        fixed_id="relationship" if journey.number == 0 else None,
    )
    journey.relationship = row["id"]


def add_substitutions(demo: DemoContext, journeys: list[Journey]) -> None:
    """Add substitutions; the demo's own coach covers some clients, some of them only for a short time."""
    own_coach = demo.coaches[demo.units[0]][0]
    active = [journey for journey in journeys if journey.state in ACTIVE_CLIENT_STATES]
    for journey in demo.chance.sample(active[20:], 14) + active[3:5]:
        team = [coach for coach in demo.coaches[journey.coach.unit] if coach.id != journey.coach.id]
        substitute = (
            own_coach if journey.coach.unit == own_coach.unit and not journey.is_of_cast else demo.chance.choice(team)
        )
        starts_on = demo.today - timedelta(days=demo.chance.randrange(3, 90))
        is_over = demo.chance.random() < 0.3
        demo.ledger.add(
            "substitution",
            "ENDED" if is_over else "VALID",
            demo.at(starts_on),
            demo.supervisors[journey.coach.unit].author,
            client_id=journey.id,
            unit_id=journey.coach.unit,
            staff_member_id=substitute.id,
            starts_on=starts_on,
            ends_before=starts_on + timedelta(days=1 if is_over else 120),
        )
