"""Holds, purges in several states, and what was left of those who are erased."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from models.account import Account
from models.retention import StatisticRow
from resolvers.retention.certificate import digest_of
from service.demo.ledger import Author, DemoRow
from service.demo.people.cast import cast_member
from service.demo.people.journeys import DUE_EVERY, Journey
from service.demo.stage import DemoStage
from workflow.retention import retention_due_on

PAYERS = ("Etelä-Savon hyvinvointialue", "Mikkelin työllisyysalue")
_REASONS = ("COMPLETED", "EMPLOYED", "OTHER_SERVICE")
_PEOPLE = 18  # whom the statistics remember
_COUNTS = [
    {"type": "attendance", "rows": 512},
    {"type": "client", "rows": 6},
    {"type": "coaching_note", "rows": 97},
    {"type": "contract", "rows": 9},
    {"type": "history", "rows": 1104},
    {"type": "programme", "rows": 7},
    {"type": "relationship", "rows": 6},
    {"type": "version", "rows": 1104},
]


def keep_and_forget(stage: DemoStage, found: list[Journey]) -> None:
    """Add holds, one purge of each kind of decision, invoice rows and statistics."""
    officer, manager = author_of(stage, "privacy_officer"), author_of(stage, "manager")
    ended = [journey for journey in found if journey.state == "ENDED"]
    due = [journey for journey in ended if journey.number % DUE_EVERY == 0]
    _holds(stage, officer, due[0], ended[2])
    _proposed(stage, officer, due)
    _approved(stage, officer, ended[5])
    _purge(stage, "CANCELLED", officer, stage.today - timedelta(days=40), step_reason="PROPOSED_IN_ERROR")
    _done(stage, officer, manager, [journey for journey in found if journey.state == "ERASED"], ended[7])
    _remains(stage)


def author_of(stage: DemoStage, username: str) -> Author:
    """Return somebody of the cast as the author of what was written."""
    name = cast_member(username).name
    account = next(row for row in stage.ledger.rows[Account] if row["name"] == name)
    return Author(account["id"], name)


def _holds(stage: DemoStage, officer: Author, due: Journey, other: Journey) -> None:
    """One in force that keeps somebody who is due, one that was released."""
    told = (
        (due, "IN_FORCE", "APPEAL", "Itä-Suomen hallinto-oikeus"),
        (other, "RELEASED", "AUDIT", "Euroopan sosiaalirahasto"),
    )
    for journey, state, reason, holder in told:
        starts_on = stage.today - timedelta(days=120)
        stage.ledger.add(
            "legal_hold",
            state,
            stage.at(starts_on),
            officer,
            client_id=journey.id,
            unit_id=journey.coach.unit,
            reason=reason,
            holder=holder,
            grounds="Aineisto on säilytettävä, kunnes asia on ratkaistu.",
            starts_on=starts_on,
        )


def _purge(stage: DemoStage, state: str, officer: Author, day: date, **columns: Any) -> DemoRow:
    return stage.ledger.add(
        "purge",
        state,
        stage.at(day),
        officer,
        **{
            "kind": "DUE",
            "register_id": stage.register,
            "basis": "RETENTION_OVER",
            "judged_on": day,
            "proposed_by_name": officer.name,
            **columns,
        },
    )


def _item(stage: DemoStage, purge: DemoRow, state: str, client: UUID, **columns: Any) -> None:
    stage.ledger.add(
        "purge_item",
        state,
        stage.at(purge["judged_on"], 10),
        Author(purge["created_by"], purge["proposed_by_name"]),
        trail=state != "HELD",
        purge_id=purge["id"],
        target_noun="client",
        target_id=client,
        target=f"client_{client.hex}",
        **columns,
    )


def _proposed(stage: DemoStage, officer: Author, due: list[Journey]) -> None:
    """All that is due today; the first of them is held back."""
    going = [{"type": "relationship", "rows": len(due) - 1}, {"type": "client", "rows": len(due) - 1}]
    purge = _purge(stage, "PROPOSED", officer, stage.today, landmark="purge_proposed", counts=going)
    for journey in due:
        held = journey is due[0]
        _item(
            stage,
            purge,
            "HELD" if held else "PLANNED",
            journey.id,
            obstacle="LEGAL_HOLD" if held else None,
            due_on=retention_due_on(journey.ended_on or stage.today, 4),
        )


def _approved(stage: DemoStage, officer: Author, journey: Journey) -> None:
    """One person who asked to be erased: somebody else has still to confirm."""
    asked_on = stage.today - timedelta(days=3)
    purge = _purge(
        stage,
        "APPROVED",
        officer,
        asked_on,
        kind="PERSON",
        register_id=None,
        person_id=journey.id,
        basis="ERASURE_REQUEST",
        approved_by=officer.account,
        approved_by_name=officer.name,
        approved_at=stage.at(asked_on, 14),
        landmark="purge_approved",
    )
    _item(stage, purge, "PLANNED", journey.id)


def _done(stage: DemoStage, officer: Author, manager: Author, erased: list[Journey], kept: Journey) -> None:
    """The purge that erased those of whom nothing is left."""
    day = stage.today - timedelta(days=90)
    row_id = stage.ledger.new_id(stage.at(day))
    targets = [f"client_{journey.id.hex}" for journey in erased]
    digest = digest_of(f"purge_{row_id.hex}", targets, _COUNTS)
    lines = [
        "POISTOTODISTUS",
        f"Poisto: purge_{row_id.hex}",
        "Laji: Säilytysajan päättyminen",
        "Peruste: RETENTION_OVER",
        f"Ehdotti: {officer.name}",
        f"Hyväksyi: {officer.name}",
        f"Vahvisti: {manager.name}",
        f"Poistettu kohteita: {len(targets)}",
        *(f"  {target}" for target in targets),
        "Poistetut rivit:",
        *(f"  {count['type']}: {count['rows']}" for count in _COUNTS),
        "Ei poistettu: 1",
        f"  client_{kept.id.hex}: asiakkuus voimassa",
        f"SHA-256: {digest}",
    ]
    purge = _purge(
        stage,
        "DONE",
        officer,
        day,
        id=row_id,
        approved_by=officer.account,
        approved_by_name=officer.name,
        approved_at=stage.at(day, 11),
        confirmed_by=manager.account,
        confirmed_by_name=manager.name,
        confirmed_at=stage.at(day, 13),
        done_at=stage.at(day, 14),
        counts=_COUNTS,
        digest=digest,
        certificate="\n".join(lines),
    )
    for journey in erased:
        _item(stage, purge, "ERASED", journey.id, decided_at=stage.at(day, 14))
    _item(stage, purge, "KEPT", kept.id, obstacle="OPEN_RELATIONSHIP", decided_at=stage.at(day, 14))


def _remains(stage: DemoStage) -> None:
    """What the books and the statistics know of earlier people."""
    chance, year = stage.chance, stage.today.year - 5
    for number in range(_PEOPLE):
        unit, starts_on = stage.units[number % 2], date(year, 1 + number % 8, 3)
        days = {"PRESENT": chance.randrange(20, 90), "ABSENT_SICK": chance.randrange(1, 9)}
        stage.ledger.plain(
            StatisticRow,
            id=stage.ledger.new_id(stage.now),
            year=year,
            unit_id=unit,
            months=chance.randrange(3, 12),
            service_code="REHABILITATIVE_WORK",
            end_reason=chance.choice(_REASONS),
            days=days,
        )
        stage.ledger.add(
            "invoice_row",
            "KEPT",
            stage.at(stage.today - timedelta(days=90)),
            stage.supervisors[unit].author,
            unit_id=unit,
            pseudonym=f"{chance.getrandbits(128):032x}",
            payer=PAYERS[number % 2],
            price_cents=5_800,
            starts_on=starts_on,
            ends_on=starts_on + timedelta(days=90),
            billable_days=days["PRESENT"],
        )
