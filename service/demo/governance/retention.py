"""Legal holds of the demo, purges in several states, and the rows that remain of erased people."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from models.retention import Purge, PurgeItem, StatisticRow
from resolvers.public_ids import public_id
from resolvers.retention.certificate import certificate_text, digest_of
from resolvers.retention.certificate_words import seeded_certificate_words
from service.demo.context import DemoContext
from service.demo.fixed_ids import FIXED_IDS
from service.demo.governance.forms import author_of
from service.demo.ledger import Author, DemoRow
from service.demo.people.journeys import DUE_EVERY, Journey
from service.resources import schema_and_content_types
from workflow.client import ENDED_CLIENT_STATES, ERASED_CLIENT_STATES
from workflow.purge import HELD_ITEM_STATES
from workflow.retention import retention_due_on

PAYERS = ("Etelä-Savon hyvinvointialue", "Mikkelin työllisyysalue")
_REASONS = ("COMPLETED", "EMPLOYED", "OTHER_SERVICE")
_PEOPLE = 18  # erased people in the statistics
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


def add_retention_content(demo: DemoContext, journeys: list[Journey]) -> None:
    """Add holds, purges in every state, invoice rows and statistics."""
    officer, manager = author_of(demo, "privacy_officer"), author_of(demo, "manager")
    ended = [journey for journey in journeys if journey.state in ENDED_CLIENT_STATES]
    due = [journey for journey in ended if journey.number % DUE_EVERY == 0]
    other = next(one for one in ended if one not in due and one.coach.unit == demo.units[0])
    _holds(demo, officer, due[0], other)
    _proposed(demo, officer, due)
    _approved(demo, officer, ended[5])
    _purge(demo, "CANCELLED", officer, demo.today - timedelta(days=40), step_reason="PROPOSED_IN_ERROR")
    _finished(
        demo, officer, manager, [journey for journey in journeys if journey.state in ERASED_CLIENT_STATES], ended[7]
    )
    _remaining_rows(demo)


def _holds(demo: DemoContext, officer: Author, due: Journey, other: Journey) -> None:
    """Add one hold in force, for a client who is due for erasure, and one that was released."""
    holds = (
        (due, "IN_FORCE", "APPEAL", "Itä-Suomen hallinto-oikeus"),
        (other, "RELEASED", "AUDIT", "Euroopan sosiaalirahasto"),
    )
    for journey, state, reason, holder in holds:
        starts_on = demo.today - timedelta(days=120)
        demo.ledger.add(
            "legal_hold",
            state,
            demo.at(starts_on),
            officer,
            client_id=journey.id,
            unit_id=journey.coach.unit,
            reason=reason,
            holder=holder,
            grounds="Aineisto on säilytettävä, kunnes asia on ratkaistu.",
            starts_on=starts_on,
        )


def _purge(demo: DemoContext, state: str, officer: Author, day: date, **columns: Any) -> DemoRow:
    return demo.ledger.add(
        "purge",
        state,
        demo.at(day),
        officer,
        **{
            "kind": "DUE",
            "register_id": demo.register,
            "basis": "RETENTION_OVER",
            "judged_on": day,
            "proposed_by_name": officer.name,
            **columns,
        },
    )


def _item(demo: DemoContext, purge: DemoRow, state: str, client: UUID, **columns: Any) -> None:
    demo.ledger.add(
        "purge_item",
        state,
        demo.at(purge["judged_on"], 10),
        Author(purge["created_by"], purge["proposed_by_name"]),
        trail=state not in HELD_ITEM_STATES,
        purge_id=purge["id"],
        target_noun="client",
        target_id=client,
        target=f"client_{client.hex}",
        **columns,
    )


def _proposed(demo: DemoContext, officer: Author, due: list[Journey]) -> None:
    """Add a proposed purge of everything that is due today; the first client is held."""
    counts = [{"type": "relationship", "rows": len(due) - 1}, {"type": "client", "rows": len(due) - 1}]
    purge = _purge(demo, "PROPOSED", officer, demo.today, fixed_id="purge_proposed", counts=counts)
    for journey in due:
        held = journey is due[0]
        _item(
            demo,
            purge,
            "HELD" if held else "PLANNED",
            journey.id,
            obstacle="LEGAL_HOLD" if held else None,
            due_on=retention_due_on(journey.ended_on or demo.today, 4),
        )


def _approved(demo: DemoContext, officer: Author, journey: Journey) -> None:
    """Add an approved purge of one person who asked for erasure; a second person must still confirm it."""
    requested_on = demo.today - timedelta(days=3)
    purge = _purge(
        demo,
        "APPROVED",
        officer,
        requested_on,
        kind="PERSON",
        register_id=None,
        person_id=journey.id,
        basis="ERASURE_REQUEST",
        approved_by=officer.account,
        approved_by_name=officer.name,
        approved_at=demo.at(requested_on, 14),
        fixed_id="purge_approved",
    )
    _item(demo, purge, "PLANNED", journey.id)


def _certificate(
    row_id: UUID, day: date, officer: Author, decided: dict[str, Any], targets: list[str], held_back: Journey
) -> str:
    """Return the text of a deletion certificate, as the service writes it."""
    known = {"kind": "DUE", "basis": "RETENTION_OVER", "judged_on": day, "proposed_by_name": officer.name}
    purge = Purge(id=row_id, created_at=decided["approved_at"], **known, **decided)
    items = [PurgeItem(state="ERASED", target=target) for target in targets]
    items.append(PurgeItem(state="KEPT", target=public_id("client", held_back.id), obstacle="OPEN_RELATIONSHIP"))
    return certificate_text(purge, items, seeded_certificate_words(schema_and_content_types()[1], "fi"))


def _finished(demo: DemoContext, officer: Author, manager: Author, erased: list[Journey], held_back: Journey) -> None:
    """Add the finished purge of the people who are erased."""
    day = demo.today - timedelta(days=90)
    row_id = FIXED_IDS["purge_done"]
    targets = [public_id("client", journey.id) for journey in erased]
    digest = digest_of(public_id("purge", row_id), targets, _COUNTS)
    decided: dict[str, Any] = {
        "approved_by_name": officer.name,
        "approved_at": demo.at(day, 11),
        "confirmed_by_name": manager.name,
        "confirmed_at": demo.at(day, 13),
        "done_at": demo.at(day, 14),
        "counts": _COUNTS,
        "digest": digest,
    }
    decided["certificate"] = _certificate(row_id, day, officer, decided, targets, held_back)
    by = {"approved_by": officer.account, "confirmed_by": manager.account}
    purge = _purge(demo, "DONE", officer, day, fixed_id="purge_done", **by, **decided)
    for journey in erased:
        _item(demo, purge, "ERASED", journey.id, decided_at=demo.at(day, 14))
    _item(demo, purge, "KEPT", held_back.id, obstacle="OPEN_RELATIONSHIP", decided_at=demo.at(day, 14))


def _remaining_rows(demo: DemoContext) -> None:
    """Add invoice rows and statistics of people who were erased earlier."""
    chance, year = demo.chance, demo.today.year - 5
    for number in range(_PEOPLE):
        unit, starts_on = demo.units[number % 2], date(year, 1 + number % 8, 3)
        days = {"PRESENT": chance.randrange(20, 90), "ABSENT_SICK": chance.randrange(1, 9)}
        demo.ledger.plain(
            StatisticRow,
            id=demo.ledger.new_id(demo.now),
            year=year,
            unit_id=unit,
            months=chance.randrange(3, 12),
            service_code="REHABILITATIVE_WORK",
            end_reason=chance.choice(_REASONS),
            days=days,
            published_at=demo.now,
        )
        demo.ledger.add(
            "invoice_row",
            "KEPT",
            demo.at(demo.today - timedelta(days=90)),
            demo.supervisors[unit].author,
            unit_id=unit,
            pseudonym=f"{chance.getrandbits(128):032x}",
            payer=PAYERS[number % 2],
            price_cents=5_800,
            starts_on=starts_on,
            ends_on=starts_on + timedelta(days=90),
            billable_days=days["PRESENT"],
        )
