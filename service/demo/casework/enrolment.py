"""How people came: referrals in every state, relationships, and the coaches who stand in."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from models.ordering import sort_key
from service.demo.casework.consents import stand_for_referral
from service.demo.landmarks import LANDMARKS
from service.demo.ledger import Author, DemoRow
from service.demo.people.journeys import PROTECTED_NUMBERS, Journey
from service.demo.people.people import FictitiousPerson
from service.demo.stage import TEXTS, DemoStage
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
    "DRAFT": "referral_draft",
    "RECEIVED": "referral_received",
    "INFO_REQUESTED": "referral_asked",
    "INTERVIEW": "referral_interviewed",
}
_REASONS = {
    "REJECTED": ("NO_CAPACITY", "NEED_NOT_MET", "CLIENT_DECLINED"),
    "WITHDRAWN": ("NEED_CHANGED", "WORK_OR_STUDY"),
}
ENDINGS = ("COMPLETED", "COMPLETED", "EMPLOYED", "STUDYING", "OTHER_SERVICE", "CLIENT_QUIT", "HEALTH")
SITUATIONS = ("UNEMPLOYED", "UNEMPLOYED", "UNEMPLOYED", "SICK_LEAVE", "OTHER")
PLANNED_ON = ("ACTIVATION_PLAN", "EMPLOYMENT_PLAN", "MULTISECTORAL_PLAN")


def enrol(stage: DemoStage, journey: Journey) -> None:
    """Add the referral a client came with, and the relationship it led to."""
    if journey.state == "ERASED":
        return
    if journey.number % 25 == 24:  # some came without a referral
        journey.referral = None
    else:
        state = {"ACTIVE": "STARTED", "ENDED": "CLOSED"}.get(journey.state)
        state = state or ("NO_SHOW" if journey.number % 7 == 0 else "ACCEPTED")
        row = _referral(
            stage,
            state,
            journey.person,
            journey.started_on,
            (journey.agency, *journey.official),
            journey.coach.unit,
            service_code=journey.service,
            client_id=journey.id,
            register_id=stage.register,
            responsible_coach_id=journey.coach.id,
            final_report_delivered_on=journey.ended_on,
            safety_restriction=journey.number in PROTECTED_NUMBERS,
        )
        journey.referral = row["id"]
        stand_for_referral(stage, journey, row)
    if journey.state == "ACTIVE":
        _relate(stage, journey, "ACTIVE")
    elif journey.ended_on is not None:
        is_old = journey.ended_on < stage.today - timedelta(days=800)
        _relate(stage, journey, "RETAINED" if is_old else "ENDED")


def refer_strangers(stage: DemoStage, strangers: Iterator[FictitiousPerson]) -> None:
    """Add the referrals under way and those that came to nothing; the first of a state is the first agency's."""
    for state, count in UNDECIDED.items():
        for number in range(count):
            agency = stage.agencies[0] if number < 2 else stage.chance.choice(stage.agencies)
            official = stage.officials[agency][0]
            unit = stage.units[0] if number < 3 else stage.chance.choice(stage.units)
            sent_on = stage.today - timedelta(days=stage.chance.randrange(8, 60))
            named = {"id": LANDMARKS[_NAMED[state]]} if number == 0 and state in _NAMED else {}
            _referral(stage, state, next(strangers), sent_on, (agency, *official), unit, **named)


def _referral(
    stage: DemoStage,
    state: str,
    person: FictitiousPerson,
    start: date,
    sender: tuple[Any, Any, Author],
    unit: Any,
    **columns: Any,
) -> DemoRow:
    chance, words = stage.chance, TEXTS["words"]
    sent_on = start - timedelta(days=chance.randrange(10, 45))
    agency, official, author = sender
    row_id = columns.pop("id", None) or stage.ledger.new_id(stage.at(sent_on))
    is_received = state not in {"DRAFT", "SUBMITTED"}
    reason = chance.choice(_REASONS[state]) if state in _REASONS else None
    return stage.ledger.add(
        "referral",
        state,
        stage.at(sent_on),
        author,
        decided_by=stage.supervisors[unit].author,
        step_reason=reason,
        **{
            "id": row_id,
            "agency_id": agency,
            "official_id": official,
            "unit_id": unit,
            "provenance": "AUTHORITY",
            "first_names": person.first_names,
            "last_name": person.last_name,
            "sort_key": sort_key(person.last_name, person.first_names),
            "date_of_birth": person.date_of_birth,
            "phone": person.phone,
            "email": person.email,
            "municipality": person.municipality,
            "service_code": "REHABILITATIVE_WORK",
            "goals": chance.choice(words["aims"]),
            "background": chance.choice(words["backgrounds"]),
            "plan_kind": chance.choice(PLANNED_ON),
            "plan_reference": f"S-{chance.randrange(10_000, 99_999)}",
            "wanted_start_on": sent_on + timedelta(days=30),
            "days_per_week": chance.choice((2, 3, 4)),
            "minutes_per_day": chance.choice((240, 300, 360)),
            "decision_reason": reason,
            "received_at": stage.at(sent_on + timedelta(days=2)) if is_received else None,
            "safety_restriction": False,
            **_basis(stage, sent_on),
            **stage.coded("referral", row_id, person.identity_code),
            **columns,
        },
    )


def _basis(stage: DemoStage, sent_on: date) -> dict[str, Any]:
    if stage.chance.random() < 0.2:
        return {"basis": "STATUTORY", "statute": stage.chance.choice(("REHABILITATIVE_WORK_ACT", "SOCIAL_WELFARE_ACT"))}
    withdrawn = sent_on + timedelta(days=9) if stage.chance.random() < 0.04 else None
    return {
        "basis": "CONSENT",
        "consent_given_on": sent_on - timedelta(days=1),
        "consent_valid_until": sent_on + timedelta(days=730),
        "consent_withdrawn_on": withdrawn,
    }


def _relate(stage: DemoStage, journey: Journey, state: str) -> None:
    reason = stage.chance.choice(ENDINGS) if journey.ended_on else None
    row = stage.ledger.add(
        "relationship",
        state,
        stage.at(journey.started_on, 11),
        stage.supervisors[journey.coach.unit].author,
        step_reason=reason,
        client_id=journey.id,
        register_id=stage.register,
        unit_id=journey.coach.unit,
        responsible_coach_id=journey.coach.id,
        referral_id=journey.referral,
        started_on=journey.started_on,
        ended_on=journey.ended_on,
        end_reason=reason,
        situation_at_start=stage.chance.choice(SITUATIONS),
        retention_due_on=retention_due_on(journey.ended_on, 4) if journey.ended_on else None,
        landmark="relationship" if journey.number == 0 else None,
    )
    journey.relationship = row["id"]


def stand_in(stage: DemoStage, found: list[Journey]) -> None:
    """Let coaches stand in for each other: of the cast's coach two clients, one of them for this week only."""
    own = stage.coaches[stage.units[0]][0]
    active = [journey for journey in found if journey.state == "ACTIVE"]
    for journey in stage.chance.sample(active[20:], 14) + active[3:5]:
        team = [coach for coach in stage.coaches[journey.coach.unit] if coach.id != journey.coach.id]
        substitute = own if journey.coach.unit == own.unit and not journey.is_of_cast else stage.chance.choice(team)
        starts_on = stage.today - timedelta(days=stage.chance.randrange(3, 90))
        is_over = stage.chance.random() < 0.3
        stage.ledger.add(
            "substitution",
            "ENDED" if is_over else "VALID",
            stage.at(starts_on),
            stage.supervisors[journey.coach.unit].author,
            client_id=journey.id,
            unit_id=journey.coach.unit,
            staff_member_id=substitute.id,
            starts_on=starts_on,
            ends_before=starts_on + timedelta(days=1 if is_over else 120),
        )
