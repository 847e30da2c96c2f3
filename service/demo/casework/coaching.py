"""The coaching of the demo's clients: programmes with goals and measures, and notes."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from resolvers.tasks.deadlines import MONTHS_BETWEEN_REVIEWS
from service.demo.casework.contracts import sign_contracts
from service.demo.casework.reports import add_reports
from service.demo.context import TEXTS, DemoContext
from service.demo.ledger import DemoRow
from service.demo.people.journeys import RULES_SINCE, Journey
from workflow.calendar import months_after
from workflow.client import ERASED_CLIENT_STATES
from workflow.programme import DONE_MEASURE_STATES, RUNNING_PROGRAMME_STATES

MAX_TRIAL_DAYS = 100  # days that a running work trial has lasted so far; the limit is six months
GOAL_STATES = ("OPEN", "OPEN", "OPEN", "ACHIEVED", "PARTLY", "DROPPED")
_ASKS_FOR_CERTIFICATE = 3
FINISHED_STATES = ("COMPLETED",) * 7 + ("INTERRUPTED", "INTERRUPTED", "TRANSFERRED")

_MISSED_REVIEWS = 20  # of as many programmes one was not reviewed in time
TO_START = 12  # the client whose next programme is planned


def add_coaching(demo: DemoContext, journey: Journey) -> None:
    """Add programme, goals, contracts and notes of one client."""
    if journey.relationship is None or journey.state in ERASED_CLIENT_STATES:
        return
    if journey.started_on >= RULES_SINCE:
        programme = _programme(demo, journey)
        _review(demo, journey, programme)
        goals = _goals(demo, journey, programme)
        sign_contracts(demo, journey, programme)
        _notes(demo, journey, goals)
        add_reports(demo, journey)
    if journey.number in (30, 90, 150, 210):  # a plan that was cancelled
        _planned(demo, journey, "CANCELLED", demo.today + timedelta(days=10), None)
    if journey.number == TO_START:
        _planned(demo, journey, "PLANNED", demo.today, None, "programme_to_start")


def _programme(demo: DemoContext, journey: Journey) -> DemoRow:
    starts_on = journey.started_on
    if journey.ended_on is not None:
        return _planned(demo, journey, demo.chance.choice(FINISHED_STATES), starts_on, journey.ended_on)
    if journey.service == "WORK_TRIAL":
        starts_on = max(starts_on, demo.today - timedelta(days=MAX_TRIAL_DAYS))
    is_new = starts_on > demo.today - timedelta(days=6) and not journey.is_of_cast
    is_paused = journey.number % 17 == 5 and not journey.is_of_cast
    state = "PLANNED" if is_new else "PAUSED" if is_paused else "ACTIVE"
    return _planned(demo, journey, state, starts_on, None, "programme" if journey.number == 0 else None)


def _review(demo: DemoContext, journey: Journey, programme: DemoRow) -> None:
    """Have a running programme looked at every three months, as far as that day has come; a few times it was missed."""
    reviewed_on, is_missed = programme["starts_on"], journey.number % _MISSED_REVIEWS == 0
    while (following := months_after(reviewed_on, MONTHS_BETWEEN_REVIEWS)) <= demo.today:
        reviewed_on = following
    if programme["state"] not in RUNNING_PROGRAMME_STATES or reviewed_on == programme["starts_on"] or is_missed:
        return
    at, author = demo.at(reviewed_on, 14), journey.coach.author
    demo.ledger.change("programme", programme, at, author, next_review_on=following)


def _planned(
    demo: DemoContext,
    journey: Journey,
    state: str,
    starts_on: date,
    ends_on: date | None,
    fixed_id: str | None = None,
) -> DemoRow:
    return demo.ledger.add(
        "programme",
        state,
        demo.at(journey.started_on, 12),
        journey.coach.author,
        step_reason="CLIENT_QUIT",
        fixed_id=fixed_id,
        relationship_id=journey.relationship,
        client_id=journey.id,
        unit_id=journey.coach.unit,
        referral_id=journey.referral,
        service_type_id=demo.services[journey.service]["id"],
        starts_on=starts_on,
        ends_on=ends_on,
        plan_reference=f"S-{demo.chance.randrange(10_000, 99_999)}",
        certificate_requested_on=demo.today if journey.number == _ASKS_FOR_CERTIFICATE else None,
    )


def _goals(demo: DemoContext, journey: Journey, programme: DemoRow) -> list[UUID]:
    goal_ids = []
    for area in demo.chance.sample(sorted(TEXTS["goals"]), demo.chance.choice((2, 2, 3))):
        goal = demo.ledger.add(
            "goal",
            demo.chance.choice(GOAL_STATES),
            demo.at(journey.started_on, 13),
            journey.coach.author,
            programme_id=programme["id"],
            client_id=journey.id,
            unit_id=journey.coach.unit,
            area=area,
            text=demo.chance.choice(TEXTS["goals"][area]),
            own_words=demo.chance.choice(TEXTS["words"]["own"]),
        )
        goal_ids.append(goal["id"])
        for number in range(demo.chance.choice((1, 1, 2))):
            _measure(demo, journey, goal, has_fixed_id=journey.number == 2 and len(goal_ids) == 1 and number == 0)
    return goal_ids


def _measure(demo: DemoContext, journey: Journey, goal: DemoRow, *, has_fixed_id: bool) -> None:
    """Add a measure that is due within two weeks before or after today, so that every week has some."""
    due_on = (journey.ended_on or demo.today) + timedelta(days=0 if has_fixed_id else demo.chance.randrange(-14, 15))
    is_open = has_fixed_id or (journey.ended_on is None and due_on >= demo.today - timedelta(days=2))
    state = "OPEN" if is_open else demo.chance.choice(("DONE", "DONE", "DONE", "DROPPED"))
    done_on = max(journey.started_on, min(due_on, journey.ended_on or demo.today))
    words: dict[str, Any] = TEXTS["words"]
    demo.ledger.add(
        "measure",
        state,
        demo.at(journey.started_on, 14),
        journey.coach.author,
        programme_id=goal["programme_id"],
        goal_id=goal["id"],
        client_id=journey.id,
        unit_id=journey.coach.unit,
        due_on=due_on,
        text=demo.chance.choice(words["measures"]),
        responsible=demo.chance.choice(words["responsible"]),
        done_on=done_on if state in DONE_MEASURE_STATES else None,
        fixed_id="measure" if has_fixed_id else None,
    )


def _notes(demo: DemoContext, journey: Journey, goals: list[UUID]) -> None:
    last = journey.ended_on or demo.today - timedelta(days=1)
    for _ in range(demo.chance.choice((3, 5, 8))):
        day = journey.started_on + timedelta(days=demo.chance.randrange(max(1, (last - journey.started_on).days)))
        is_amended = demo.chance.random() < 0.03
        note = _note(demo, journey, day, goals, "AMENDED" if is_amended else "SIGNED")
        if is_amended:
            body = f"{note['body']} Täydennys: sovittu myös jatkosta."
            _note(demo, journey, day, goals, "SIGNED", amends_id=note["id"], body=body)
    if journey.is_of_cast and journey.number < 4:
        fixed_id = "note" if journey.number == 0 else None
        _note(
            demo, journey, demo.working_day, goals, "DRAFT", visibility="TEAM", shared_with_id=None, fixed_id=fixed_id
        )


def _note(demo: DemoContext, journey: Journey, day: date, goals: list[UUID], state: str, **columns: Any) -> DemoRow:
    kind = demo.chance.choice(("MEETING",) * 5 + ("CALL", "CALL", "OBSERVATION", "NETWORK", "INCIDENT"))
    visibility = demo.chance.choice(("TEAM", "TEAM", "SHARED_WITH_TRAINEE", "IN_REPORT"))
    at = demo.at(day, 14)
    return demo.ledger.add(
        "coaching_note",
        state,
        at,
        journey.coach.author,
        **{
            "relationship_id": journey.relationship,
            "client_id": journey.id,
            "unit_id": journey.coach.unit,
            "kind": kind,
            "occurred_at": at - timedelta(hours=1),
            "body": demo.chance.choice(TEXTS["notes"][kind]),
            "goal_ids": [demo.chance.choice(goals)],
            "visibility": visibility,
            "shared_with_id": journey.id if visibility == "SHARED_WITH_TRAINEE" else None,
            **columns,
        },
    )
