"""Disclosures of the demo's clients, unusual ones among them, and the seals over the disclosure log."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

import asyncpg

from auth.evidence.checkpoints import Checkpoint, checkpoint_keys, signed_checkpoint
from models.anomaly import Anomaly, AnomalyDay
from models.log import DisclosureLog
from models.log_seal import LogCheckpoint
from resolvers.declaration import ContentTypes
from service.demo.context import SYSTEM, DemoContext, Worker
from service.demo.ledger import Author, DemoLedger, DemoRow
from service.demo.people.journeys import SEED, Journey
from workflow.anomalies import Finding, Look, bounds, findings
from workflow.calendar import FINNISH_ZONE
from workflow.client import ACTIVE_CLIENT_STATES

_NAMES, CARD = ["Client.lastName"], ["Client.lastName", "Client.phones"]
SEARCH = ["Client.identityCode", "Client.lastName", "Client.personalIdentityCode"]
_FIELDS_BY_OPERATION = {"Asiakaskortti": CARD, "HenkilotunnusHaku": SEARCH}
_STATES = {"OUTSIDE_CASELOAD": "EXPLAINED", "BULK": "CONFIRMED"}
LENT = "istunto-lainattu"  # the session in which an account was used that somebody had lent
DAYS = 12  # days in the disclosure log


@dataclass
class _DisclosureDay:
    """The disclosures to one employee on one day."""

    worker: Worker
    day: date
    looks: list[Look] = field(default_factory=list)


def add_disclosures(demo: DemoContext, journeys: list[Journey]) -> None:
    """Add several days of ordinary disclosures to coaches, and four patterns that somebody should explain."""
    active = [journey for journey in journeys if journey.state in ACTIVE_CLIENT_STATES]
    unit = demo.units[0]
    own, night_coach, curious_coach = demo.coaches[unit][:3]
    bulk_coach, supervisor = demo.coaches[demo.units[1]][0], demo.supervisors[unit]
    others = [j.id for j in active if j.coach.unit == unit and j.coach.id not in (night_coach.id, curious_coach.id)]
    for days_ago in range(DAYS, 0, -1):
        day = demo.today - timedelta(days=days_ago)
        _day(demo, own, day, [(time(8, 10), "OmatAsiakkaat", [j.id for j in active if j.coach.id == own.id])])
        if days_ago == 9:
            _day(
                demo,
                bulk_coach,
                day,
                [(time(14, 5), "Yhteystiedot", [j.id for j in active][:75])],
                has_contact_data=True,
            )
        if days_ago == 5:
            shown = [(time(10, 12 + n), "Asiakaskortti", [person]) for n, person in enumerate(others[:3])]
            _day(demo, curious_coach, day, shown, caseload={j.id for j in active if j.coach.id == curious_coach.id})
        if days_ago == 2:
            caseload_ids = [j.id for j in active if j.coach.id == night_coach.id]
            _day(demo, night_coach, day, [(time(23, minute), "OmatAsiakkaat", caseload_ids) for minute in (10, 25)])
        if days_ago == 1:
            shown = [(time(9, 2 * n), "HenkilotunnusHaku", [others[n % 3]]) for n in range(23)]
            _day(demo, supervisor, day, shown)
        opened = sum(row["starts_at"] >= bounds(day)[0] for row in demo.ledger.rows.get(Anomaly, []))
        demo.ledger.plain(AnomalyDay, day=day, found=opened, at=demo.now)


def _day(
    demo: DemoContext,
    worker: Worker,
    day: date,
    operations: list[tuple[time, str, list[UUID]]],
    *,
    has_contact_data: bool = False,
    caseload: set[UUID] | None = None,
) -> None:
    disclosures = _DisclosureDay(worker, day)
    for at, operation, persons in operations:
        fields = CARD if has_contact_data else _FIELDS_BY_OPERATION.get(operation, _NAMES)
        moment = datetime.combine(day, at, FINNISH_ZONE)
        entry = _log(demo, worker.author, moment, operation, fields, persons)
        is_named, is_search = operation == "Asiakaskortti", fields is SEARCH
        disclosures.looks.append(Look(entry, moment, frozenset(persons), fields is not _NAMES, is_named, is_search))
    for finding in findings(disclosures.looks, day, caseload):
        _open_anomaly(demo, disclosures, finding)


def _log(
    demo: DemoContext, author: Author, at: datetime, operation: str, fields: list[str], persons: list[UUID]
) -> int:
    """Add a row of the log and return its future number; this works because the table is empty before."""
    demo.ledger.plain(
        DisclosureLog,
        at=at,
        account=author.account,
        authority="STAFF: coach",
        operation=operation,
        document="0" * 64,
        fields_asked=fields,
        subjects=persons,
        purpose="COACHING",
        outcome="SHOWN",
        asked=persons if operation == "Asiakaskortti" else [],
        request=demo.ledger.new_id(at),
        credential=LENT if fields is CARD and operation == "Yhteystiedot" else None,
    )
    return len(demo.ledger.rows[DisclosureLog])


def _open_anomaly(demo: DemoContext, disclosures: _DisclosureDay, finding: Finding) -> None:
    worker, kind = disclosures.worker, finding.kind.value
    at = min(bounds(disclosures.day)[1] + timedelta(minutes=20), demo.now)
    demo.ledger.add(
        "anomaly",
        _STATES.get(kind, "OPEN"),
        at,
        SYSTEM,
        decided_by=demo.supervisors[worker.unit].author,
        kind=kind,
        account_id=worker.author.account,
        staff_member_id=worker.id,
        unit_id=worker.unit,
        starts_at=finding.starts_at,
        ends_before=finding.ends_before,
        looks=finding.looks,
        count=finding.count,
        threshold=finding.threshold,
        first_entry=finding.first_entry,
        last_entry=finding.last_entry,
        fixed_id="anomaly" if kind == "NIGHT" else None,
    )


async def seal_demo(
    connection: "asyncpg.Connection[Any]",
    content_types: ContentTypes,
    keys: dict[int, bytes],
    now: datetime,
    copy: Callable[[type[Any], list[DemoRow]], Any],
) -> None:
    """Seal the logs and sign the first checkpoint; `copy` writes the rows of a model."""
    await connection.execute("SELECT seal_log_block(10000, $1)", now)
    tip: Any = await connection.fetchrow("SELECT number, last_position, hash FROM log_block ORDER BY number DESC")
    checkpoint = Checkpoint(tip["number"], tip["last_position"], tip["hash"], now)
    key = checkpoint_keys(keys)[str(max(keys))]
    ledger = DemoLedger(content_types, Random(SEED), now)  # noqa: S311 - only ids, the same in every demo
    ledger.add(
        "log_checkpoint",
        "SIGNED",
        now,
        SYSTEM,
        block=checkpoint.block,
        entries=checkpoint.entries,
        tip=checkpoint.tip.hex(),
        signed_at=now,
        key_id=key["kid"],
        public_key=key["x"],
        token=signed_checkpoint(checkpoint, keys),
    )
    for model, rows in _first_rows_of(ledger, LogCheckpoint):
        await copy(model, rows)


def _first_rows_of(ledger: DemoLedger, model: type[Any]) -> Iterator[tuple[type[Any], list[DemoRow]]]:
    yield model, ledger.rows[model]
    yield from ((other, rows) for other, rows in ledger.rows.items() if other is not model)
