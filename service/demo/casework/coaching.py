"""What is done with the clients: programmes with goals and measures, and notes."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from service.demo.casework.contracts import sign_contracts
from service.demo.ledger import DemoRow
from service.demo.people.journeys import LAW_SINCE, Journey
from service.demo.stage import TEXTS, DemoStage

LONGEST_TRIAL = 100  # days so far of a work trial that still runs; it may last six months
GOAL_STATES = ("OPEN", "OPEN", "OPEN", "ACHIEVED", "PARTLY", "DROPPED")
OVER = ("COMPLETED",) * 7 + ("INTERRUPTED", "INTERRUPTED", "TRANSFERRED")


def coach(stage: DemoStage, journey: Journey) -> None:
    """Add what the coaching of one client left behind."""
    if journey.relationship is None or journey.state == "ERASED":
        return
    if journey.started_on >= LAW_SINCE:
        programme = _programme(stage, journey)
        goals = _goals(stage, journey, programme)
        sign_contracts(stage, journey, programme)
        _notes(stage, journey, goals)
    if journey.number in (30, 90, 150, 210):  # a plan that came to nothing
        _planned(stage, journey, "CANCELLED", stage.today + timedelta(days=10), None)


def _programme(stage: DemoStage, journey: Journey) -> DemoRow:
    starts_on = journey.started_on
    if journey.ended_on is not None:
        return _planned(stage, journey, stage.chance.choice(OVER), starts_on, journey.ended_on)
    if journey.service == "WORK_TRIAL":
        starts_on = max(starts_on, stage.today - timedelta(days=LONGEST_TRIAL))
    is_new = starts_on > stage.today - timedelta(days=6) and not journey.is_of_cast
    is_paused = journey.number % 17 == 5 and not journey.is_of_cast
    return _planned(stage, journey, "PLANNED" if is_new else "PAUSED" if is_paused else "ACTIVE", starts_on, None)


def _planned(stage: DemoStage, journey: Journey, state: str, starts_on: date, ends_on: date | None) -> DemoRow:
    return stage.ledger.add(
        "programme",
        state,
        stage.at(journey.started_on, 12),
        journey.coach.author,
        step_reason="CLIENT_QUIT",
        relationship_id=journey.relationship,
        client_id=journey.id,
        unit_id=journey.coach.unit,
        referral_id=journey.referral,
        service_type_id=stage.services[journey.service]["id"],
        starts_on=starts_on,
        ends_on=ends_on,
        plan_reference=f"S-{stage.chance.randrange(10_000, 99_999)}",
    )


def _goals(stage: DemoStage, journey: Journey, programme: DemoRow) -> list[UUID]:
    found = []
    for area in stage.chance.sample(sorted(TEXTS["goals"]), stage.chance.choice((2, 2, 3))):
        goal = stage.ledger.add(
            "goal",
            stage.chance.choice(GOAL_STATES),
            stage.at(journey.started_on, 13),
            journey.coach.author,
            programme_id=programme["id"],
            client_id=journey.id,
            unit_id=journey.coach.unit,
            area=area,
            text=stage.chance.choice(TEXTS["goals"][area]),
            own_words=stage.chance.choice(TEXTS["words"]["own"]),
        )
        found.append(goal["id"])
        for number in range(stage.chance.choice((1, 1, 2))):
            _measure(stage, journey, goal, is_named=journey.number == 2 and len(found) == 1 and number == 0)
    return found


def _measure(stage: DemoStage, journey: Journey, goal: DemoRow, *, is_named: bool) -> None:
    """Due within three weeks around today, so that every week has some."""
    due_on = (journey.ended_on or stage.today) + timedelta(days=0 if is_named else stage.chance.randrange(-14, 15))
    is_open = is_named or (journey.ended_on is None and due_on >= stage.today - timedelta(days=2))
    state = "OPEN" if is_open else stage.chance.choice(("DONE", "DONE", "DONE", "DROPPED"))
    words: dict[str, Any] = TEXTS["words"]
    stage.ledger.add(
        "measure",
        state,
        stage.at(journey.started_on, 14),
        journey.coach.author,
        programme_id=goal["programme_id"],
        goal_id=goal["id"],
        client_id=journey.id,
        unit_id=journey.coach.unit,
        due_on=due_on,
        text=stage.chance.choice(words["measures"]),
        responsible=stage.chance.choice(words["responsible"]),
        done_on=due_on if state == "DONE" else None,
        landmark="measure" if is_named else None,
    )


def _notes(stage: DemoStage, journey: Journey, goals: list[UUID]) -> None:
    last = journey.ended_on or stage.today - timedelta(days=1)
    for _ in range(stage.chance.choice((3, 5, 8))):
        day = journey.started_on + timedelta(days=stage.chance.randrange(max(1, (last - journey.started_on).days)))
        is_amended = stage.chance.random() < 0.03
        note = _note(stage, journey, day, goals, "AMENDED" if is_amended else "SIGNED")
        if is_amended:
            body = f"{note['body']} Täydennys: sovittu myös jatkosta."
            _note(stage, journey, day, goals, "SIGNED", amends_id=note["id"], body=body)
    if journey.is_of_cast and journey.number < 4:
        landmark = "note" if journey.number == 0 else None
        _note(
            stage, journey, stage.working_day, goals, "DRAFT", visibility="TEAM", shared_with_id=None, landmark=landmark
        )


def _note(stage: DemoStage, journey: Journey, day: date, goals: list[UUID], state: str, **columns: Any) -> DemoRow:
    kind = stage.chance.choice(("MEETING",) * 5 + ("CALL", "CALL", "OBSERVATION", "NETWORK", "INCIDENT"))
    visibility = stage.chance.choice(("TEAM", "TEAM", "SHARED_WITH_TRAINEE", "IN_REPORT"))
    at = stage.at(day, 14)
    return stage.ledger.add(
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
            "body": stage.chance.choice(TEXTS["notes"][kind]),
            "goal_ids": [stage.chance.choice(goals)],
            "visibility": visibility,
            "shared_with_id": journey.id if visibility == "SHARED_WITH_TRAINEE" else None,
            **columns,
        },
    )
