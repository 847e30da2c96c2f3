"""Contracts of the demo in every state, one after the other, and the working days under them."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from models.agency import Agency
from service.demo.casework.attendance import plan_days
from service.demo.context import TEXTS, DemoContext
from service.demo.fixed_ids import FIXED_IDS
from service.demo.ledger import DemoRow
from service.demo.people.journeys import Journey
from workflow.contract import ACTIVE_CONTRACT_STATES, DRAFT_CONTRACT_STATES
from workflow.programme import (
    INTERRUPTED_PROGRAMME_STATES,
    NEVER_RUN_PROGRAMME_STATES,
    PAUSED_PROGRAMME_STATES,
    RUNNING_PROGRAMME_STATES,
)

_LENGTH = timedelta(days=180)  # allowed for every service: between three and six months
MAX_DAYS = {"WORK_TRIAL": 5}
CAST_WORKPLACE_NUMBERS = frozenset({0, 5, 8, 11, 14})
TO_SIGN, TO_APPROVE, TO_EXCEPT, TO_REQUEST = 0, 1, 5, 6


@dataclass(frozen=True)
class _Term:
    """The period of one contract; `stops_on` is the last working day when that is before the end."""

    starts_on: date
    ends_on: date
    state: str
    stops_on: date | None = None


def sign_contracts(demo: DemoContext, journey: Journey, programme: DemoRow) -> None:
    """Add the contracts of a programme from its first day until today, and its renewal."""
    if programme["state"] in NEVER_RUN_PROGRAMME_STATES:
        _contract(demo, journey, programme, _next_term(programme["starts_on"], "DRAFT"), _shared_columns(demo, journey))
        return
    shared = _shared_columns(demo, journey)
    for term in _terms(demo, journey, programme):
        if term.state in ACTIVE_CONTRACT_STATES and journey.number % 10 == 3:
            _amend(demo, journey, programme, term, shared)
            continue
        is_printed = journey.number == TO_SIGN and term.state in ACTIVE_CONTRACT_STATES
        own: dict[str, Any] = {"id": FIXED_IDS["contract_to_print"]} if is_printed else {}
        contract = _contract(demo, journey, programme, term, shared, **own)
        plan_days(demo, journey, contract, term.stops_on or term.ends_on)
    if programme["state"] in RUNNING_PROGRAMME_STATES:
        _renewal(demo, journey, programme, term.ends_on + timedelta(days=1), shared)


def _terms(demo: DemoContext, journey: Journey, programme: DemoRow) -> list[_Term]:
    """Return consecutive periods; the last one is in force, or ended with the programme."""
    last = programme["ends_on"] or demo.today
    terms, starts_on = [], programme["starts_on"]
    while starts_on <= last:
        terms.append(_next_term(starts_on, "ENDED"))
        starts_on += _LENGTH
    *_, current = terms
    if programme["state"] in INTERRUPTED_PROGRAMME_STATES:
        terms[-1] = _Term(current.starts_on, last, "TERMINATED")
    elif programme["ends_on"] is not None:
        terms[-1] = _Term(current.starts_on, last, "ENDED")
    elif programme["state"] in PAUSED_PROGRAMME_STATES or (journey.number % 20 == 17 and not journey.is_of_cast):
        terms[-1] = _Term(current.starts_on, current.ends_on, "SUSPENDED", demo.today - timedelta(days=9))
    else:
        terms[-1] = _Term(current.starts_on, current.ends_on, "ACTIVE")
    return terms


def _next_term(starts_on: date, state: str) -> _Term:
    return _Term(starts_on, starts_on + _LENGTH - timedelta(days=1), state)


def _shared_columns(demo: DemoContext, journey: Journey) -> dict[str, Any]:
    """Return the columns that all contracts of one client share."""
    chance, unit = demo.chance, journey.coach.unit
    if journey.number in CAST_WORKPLACE_NUMBERS:
        workplace: UUID | None = demo.workplaces[unit][0]
    else:
        is_elsewhere = chance.random() < 0.4 and journey.number != TO_APPROVE
        workplace = chance.choice(demo.workplaces[unit]) if is_elsewhere else None
    return {
        "workplace_id": workplace,
        "tasks": chance.choice(TEXTS["words"]["tasks"]),
        "weekly_pattern": _pattern(demo, journey),
        "price_cents": chance.choice((4_200, 4_800, 5_500, 6_100)),
        "payer": next(row["name"] for row in demo.ledger.rows[Agency] if row["id"] == journey.agency),
    }


def _pattern(demo: DemoContext, journey: Journey) -> list[dict[str, Any]]:
    weekdays = demo.chance.sample(range(1, 6), demo.chance.randint(2, MAX_DAYS.get(journey.service, 4)))
    if journey.is_of_cast and demo.working_day.isoweekday() not in weekdays:
        weekdays[0] = demo.working_day.isoweekday()  # a user of the demo then has somebody to record today
    minutes, starts_at = demo.chance.choice((240, 300, 300, 360)), time(demo.chance.choice((8, 9)))
    return [{"weekday": day, "startsAt": starts_at.isoformat(), "minutes": minutes} for day in sorted(weekdays)]


def _contract(
    demo: DemoContext, journey: Journey, programme: DemoRow, term: _Term, shared: dict[str, Any], **columns: Any
) -> DemoRow:
    made_on = min(term.starts_on - timedelta(days=5), demo.today)
    parties = columns.pop(
        "parties", ("CLIENT", "PROVIDER", "ARRANGER") if term.state not in DRAFT_CONTRACT_STATES else ()
    )
    return demo.ledger.add(
        "contract",
        term.state,
        demo.at(made_on, 13),
        journey.coach.author,
        decided_by=demo.supervisors[journey.coach.unit].author,
        step_reason="CLIENT",
        programme_id=programme["id"],
        client_id=journey.id,
        unit_id=journey.coach.unit,
        call_name=journey.person.call_name,
        starts_on=term.starts_on,
        ends_on=term.ends_on,
        is_full_service=demo.services[journey.service]["is_full_service"],
        signatures=_signatures(demo, journey, made_on, parties, shared["workplace_id"]),
        **shared | columns,
    )


def _signatures(
    demo: DemoContext, journey: Journey, day: date, parties: tuple[str, ...], workplace: UUID | None
) -> list[dict[str, Any]]:
    names = {
        "CLIENT": f"{journey.person.call_name} {journey.person.last_name}",
        "ARRANGER": demo.supervisors[journey.coach.unit].author.name,
    }
    if workplace is not None:
        names["PROVIDER"] = demo.workplace_author[workplace].name
    at = demo.at(day, 14).isoformat()
    signed = (party for party in parties if party in names)
    return [{"party": party, "method": "LOGGED_IN", "name": names[party], "signedAt": at} for party in signed]


def _amend(demo: DemoContext, journey: Journey, programme: DemoRow, term: _Term, shared: dict[str, Any]) -> None:
    """Add a contract, and an amendment with another weekly pattern from the middle of the elapsed time."""
    half = term.starts_on + (demo.today - term.starts_on) / 2
    old = _contract(demo, journey, programme, replace(term, state="SUPERSEDED"), shared)
    plan_days(demo, journey, old, half - timedelta(days=1))
    changed = {**shared, "weekly_pattern": _pattern(demo, journey)}
    new_term = replace(term, starts_on=half)
    new = _contract(demo, journey, programme, new_term, changed, supersedes_id=old["id"], version=2)
    plan_days(demo, journey, new, term.ends_on)


def _renewal(demo: DemoContext, journey: Journey, programme: DemoRow, starts_on: date, shared: dict[str, Any]) -> None:
    """Add the next contract for some clients; a work trial is not extended."""
    if journey.number == TO_SIGN:
        columns: dict[str, Any] = {"id": FIXED_IDS["contract_to_sign"], "parties": ("PROVIDER", "ARRANGER")}
    elif journey.number == TO_APPROVE:
        columns = {"id": FIXED_IDS["contract_to_approve"]}
    elif journey.number in (TO_REQUEST, TO_EXCEPT):
        name = "contract_to_request" if journey.number == TO_REQUEST else "contract_to_except"
        columns = {"id": FIXED_IDS[name], "parties": ()}
    else:
        columns = {"parties": demo.chance.choice(((), ("ARRANGER",), ("CLIENT", "ARRANGER")))}
    state = {6: "DRAFT", 29: "WITHDRAWN", 53: "WITHDRAWN"}.get(
        journey.number % 12 if journey.number % 12 == 6 else journey.number % 60, "AWAITING_SIGNATURES"
    )
    state = "DRAFT" if journey.number == TO_EXCEPT else state
    if journey.number % 24 == 6:
        columns["price_cents"] = None  # a draft of which finance has not said the price yet
    if journey.number % 12 in (0, 1, 5, 6) and journey.service != "WORK_TRIAL":
        _contract(demo, journey, programme, _next_term(starts_on, state), shared, **columns)
