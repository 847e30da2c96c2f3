"""Contracts in every state, one after the other, and the working days under them."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from models.agency import Agency
from service.demo.casework.attendance import plan_days
from service.demo.landmarks import LANDMARKS
from service.demo.ledger import DemoRow
from service.demo.people.journeys import Journey
from service.demo.stage import TEXTS, DemoStage

_LENGTH = timedelta(days=180)  # within the limits of every service: three to six months
MOST_DAYS = {"WORK_TRIAL": 5}
AT_CAST_WORKPLACE = frozenset({0, 5, 8, 11, 14})
TO_SIGN, TO_APPROVE = 0, 1


@dataclass(frozen=True)
class _Term:
    """The period of one contract; `stops_on` where its working days end before it does."""

    starts_on: date
    ends_on: date
    state: str
    stops_on: date | None = None


def sign_contracts(stage: DemoStage, journey: Journey, programme: DemoRow) -> None:
    """Add the contracts of a programme, from its first day to today and perhaps beyond."""
    if programme["state"] in ("PLANNED", "CANCELLED"):
        _contract(stage, journey, programme, _next_term(programme["starts_on"], "DRAFT"), _agreed(stage, journey))
        return
    agreed = _agreed(stage, journey)
    for term in _terms(stage, journey, programme):
        if term.state == "ACTIVE" and journey.number % 10 == 3:
            _amended(stage, journey, programme, term, agreed)
            continue
        contract = _contract(stage, journey, programme, term, agreed)
        plan_days(stage, journey, contract, term.stops_on or term.ends_on)
    if programme["state"] == "ACTIVE":
        _renewal(stage, journey, programme, term.ends_on + timedelta(days=1), agreed)


def _terms(stage: DemoStage, journey: Journey, programme: DemoRow) -> list[_Term]:
    """Return one term after the other; the last one is in force, or ended with the programme."""
    last = programme["ends_on"] or stage.today
    found, starts_on = [], programme["starts_on"]
    while starts_on <= last:
        found.append(_next_term(starts_on, "ENDED"))
        starts_on += _LENGTH
    *_, current = found
    if programme["state"] == "INTERRUPTED":
        found[-1] = _Term(current.starts_on, last, "TERMINATED")
    elif programme["ends_on"] is not None:
        found[-1] = _Term(current.starts_on, last, "ENDED")
    elif programme["state"] == "PAUSED" or (journey.number % 20 == 17 and not journey.is_of_cast):
        found[-1] = _Term(current.starts_on, current.ends_on, "SUSPENDED", stage.today - timedelta(days=9))
    else:
        found[-1] = _Term(current.starts_on, current.ends_on, "ACTIVE")
    return found


def _next_term(starts_on: date, state: str) -> _Term:
    return _Term(starts_on, starts_on + _LENGTH - timedelta(days=1), state)


def _agreed(stage: DemoStage, journey: Journey) -> dict[str, Any]:
    """Return what the contracts of one client have in common."""
    chance, unit = stage.chance, journey.coach.unit
    if journey.number in AT_CAST_WORKPLACE:
        workplace: UUID | None = stage.workplaces[unit][0]
    else:
        is_elsewhere = chance.random() < 0.4 and journey.number != TO_APPROVE
        workplace = chance.choice(stage.workplaces[unit]) if is_elsewhere else None
    return {
        "workplace_id": workplace,
        "tasks": chance.choice(TEXTS["words"]["tasks"]),
        "weekly_pattern": _pattern(stage, journey),
        "price_cents": chance.choice((4_200, 4_800, 5_500, 6_100)),
        "payer": next(row["name"] for row in stage.ledger.rows[Agency] if row["id"] == journey.agency),
    }


def _pattern(stage: DemoStage, journey: Journey) -> list[dict[str, Any]]:
    weekdays = stage.chance.sample(range(1, 6), stage.chance.randint(2, MOST_DAYS.get(journey.service, 4)))
    if journey.is_of_cast and stage.working_day.isoweekday() not in weekdays:
        weekdays[0] = stage.working_day.isoweekday()  # whoever tries the demo finds somebody to record
    minutes, begins = stage.chance.choice((240, 300, 300, 360)), time(stage.chance.choice((8, 9)))
    return [{"weekday": day, "startsAt": begins.isoformat(), "minutes": minutes} for day in sorted(weekdays)]


def _contract(
    stage: DemoStage, journey: Journey, programme: DemoRow, term: _Term, agreed: dict[str, Any], **columns: Any
) -> DemoRow:
    made_on = min(term.starts_on - timedelta(days=5), stage.today)
    parties = columns.pop("parties", ("CLIENT", "PROVIDER", "ARRANGER") if term.state != "DRAFT" else ())
    return stage.ledger.add(
        "contract",
        term.state,
        stage.at(made_on, 13),
        journey.coach.author,
        decided_by=stage.supervisors[journey.coach.unit].author,
        step_reason="CLIENT",
        programme_id=programme["id"],
        client_id=journey.id,
        unit_id=journey.coach.unit,
        call_name=journey.person.call_name,
        starts_on=term.starts_on,
        ends_on=term.ends_on,
        is_full_service=stage.services[journey.service]["is_full_service"],
        signatures=_signatures(stage, journey, made_on, parties, agreed["workplace_id"]),
        **agreed | columns,
    )


def _signatures(
    stage: DemoStage, journey: Journey, day: date, parties: tuple[str, ...], workplace: UUID | None
) -> list[dict[str, Any]]:
    names = {
        "CLIENT": f"{journey.person.call_name} {journey.person.last_name}",
        "ARRANGER": stage.supervisors[journey.coach.unit].author.name,
    }
    if workplace is not None:
        names["PROVIDER"] = stage.workplace_author[workplace].name
    at = stage.at(day, 14).isoformat()
    signed = (party for party in parties if party in names)
    return [{"party": party, "method": "LOGGED_IN", "name": names[party], "signedAt": at} for party in signed]


def _amended(stage: DemoStage, journey: Journey, programme: DemoRow, term: _Term, agreed: dict[str, Any]) -> None:
    """Add a contract and one with another rhythm that superseded it, from the middle of what has passed."""
    half = term.starts_on + (stage.today - term.starts_on) / 2
    old = _contract(stage, journey, programme, replace(term, state="SUPERSEDED"), agreed)
    plan_days(stage, journey, old, half - timedelta(days=1))
    changed = {**agreed, "weekly_pattern": _pattern(stage, journey)}
    new_term = replace(term, starts_on=half)
    new = _contract(stage, journey, programme, new_term, changed, supersedes_id=old["id"], version=2)
    plan_days(stage, journey, new, term.ends_on)


def _renewal(stage: DemoStage, journey: Journey, programme: DemoRow, starts_on: date, agreed: dict[str, Any]) -> None:
    """Add what comes next, where it is under way; a work trial is not prolonged."""
    if journey.number == TO_SIGN:
        named: dict[str, Any] = {"id": LANDMARKS["contract_to_sign"], "parties": ("PROVIDER", "ARRANGER")}
    elif journey.number == TO_APPROVE:
        named = {"id": LANDMARKS["contract_to_approve"]}
    else:
        named = {"parties": stage.chance.choice(((), ("ARRANGER",), ("CLIENT", "ARRANGER")))}
    state = "DRAFT" if journey.number % 12 == 6 else "AWAITING_SIGNATURES"
    if journey.number % 12 in (0, 1, 5, 6) and journey.service != "WORK_TRIAL":
        _contract(stage, journey, programme, _next_term(starts_on, state), agreed, **named)
