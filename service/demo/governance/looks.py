"""Looks at the demo's clients, what is unusual about some of them, and the seals over the log they left."""

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
from service.demo.ledger import Author, DemoLedger, DemoRow
from service.demo.people.journeys import SEED, Journey
from service.demo.stage import DEMO_ZONE, SYSTEM, DemoStage, Worker
from workflow.anomalies import Finding, Look, bounds, findings

_NAMES, CARD = ["Client.lastName"], ["Client.lastName", "Client.phones"]
SEARCH = ["Client.identityCode", "Client.lastName", "Client.personalIdentityCode"]
_ASKED = {"Asiakaskortti": CARD, "HenkilotunnusHaku": SEARCH}
_STATES = {"OUTSIDE_CASELOAD": "EXPLAINED", "BULK": "CONFIRMED"}
DAYS = 12  # of the log


@dataclass
class _Trail:
    """What one worker looked at on one day."""

    worker: Worker
    day: date
    looks: list[Look] = field(default_factory=list)


def look_around(stage: DemoStage, found: list[Journey]) -> None:
    """Let coaches look at their clients for some days, four of them in ways that somebody should explain."""
    active = [journey for journey in found if journey.state == "ACTIVE"]
    unit = stage.units[0]
    own, awake, curious = stage.coaches[unit][:3]
    busy, supervisor = stage.coaches[stage.units[1]][0], stage.supervisors[unit]
    others = [j.id for j in active if j.coach.unit == unit and j.coach.id not in (awake.id, curious.id)]
    for back in range(DAYS, 0, -1):
        day = stage.today - timedelta(days=back)
        _day(stage, own, day, [(time(8, 10), "OmatAsiakkaat", [j.id for j in active if j.coach.id == own.id])])
        if back == 9:
            _day(stage, busy, day, [(time(14, 5), "Yhteystiedot", [j.id for j in active][:75])], is_close=True)
        if back == 5:
            seen = [(time(10, 12 + n), "Asiakaskortti", [person]) for n, person in enumerate(others[:3])]
            _day(stage, curious, day, seen, caseload={j.id for j in active if j.coach.id == curious.id})
        if back == 2:
            listed = [j.id for j in active if j.coach.id == awake.id]
            _day(stage, awake, day, [(time(23, minute), "OmatAsiakkaat", listed) for minute in (10, 25)])
        if back == 1:
            seen = [(time(9, 2 * n), "HenkilotunnusHaku", [others[n % 3]]) for n in range(23)]
            _day(stage, supervisor, day, seen)
        opened = sum(row["starts_at"] >= bounds(day)[0] for row in stage.ledger.rows.get(Anomaly, []))
        stage.ledger.plain(AnomalyDay, day=day, found=opened, at=stage.now)


def _day(
    stage: DemoStage,
    worker: Worker,
    day: date,
    told: list[tuple[time, str, list[UUID]]],
    *,
    is_close: bool = False,
    caseload: set[UUID] | None = None,
) -> None:
    trail = _Trail(worker, day)
    for at, operation, persons in told:
        fields = CARD if is_close else _ASKED.get(operation, _NAMES)
        moment = datetime.combine(day, at, DEMO_ZONE)
        entry = _logged(stage, worker.author, moment, operation, fields, persons)
        is_named, is_search = operation == "Asiakaskortti", fields is SEARCH
        trail.looks.append(Look(entry, moment, frozenset(persons), fields is not _NAMES, is_named, is_search))
    for finding in findings(trail.looks, day, caseload):
        _open(stage, trail, finding)


def _logged(
    stage: DemoStage, author: Author, at: datetime, operation: str, fields: list[str], persons: list[UUID]
) -> int:
    """Add a row of the log and return the number that it will have: the table is empty before."""
    stage.ledger.plain(
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
        request=stage.ledger.new_id(at),
    )
    return len(stage.ledger.rows[DisclosureLog])


def _open(stage: DemoStage, trail: _Trail, finding: Finding) -> None:
    worker, kind = trail.worker, finding.kind.value
    at = min(bounds(trail.day)[1] + timedelta(minutes=20), stage.now)
    stage.ledger.add(
        "anomaly",
        _STATES.get(kind, "OPEN"),
        at,
        SYSTEM,
        decided_by=stage.supervisors[worker.unit].author,
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
        landmark="anomaly" if kind == "NIGHT" else None,
    )


async def seal_demo(
    connection: "asyncpg.Connection[Any]",
    content_types: ContentTypes,
    keys: dict[int, bytes],
    now: datetime,
    copy: Callable[[type[Any], list[DemoRow]], Any],
) -> None:
    """Seal what was logged and sign the first checkpoint; `copy` writes the rows of a model."""
    await connection.execute("SELECT seal_log_block(10000, $1)", now)
    tip: Any = await connection.fetchrow("SELECT number, last_position, hash FROM log_block ORDER BY number DESC")
    checkpoint = Checkpoint(tip["number"], tip["last_position"], tip["hash"], now)
    key = checkpoint_keys(keys)[str(max(keys))]
    ledger = DemoLedger(content_types, Random(SEED), now)  # noqa: S311 - an id, the same in every demo
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
    for model, rows in _first(ledger, LogCheckpoint):
        await copy(model, rows)


def _first(ledger: DemoLedger, model: type[Any]) -> Iterator[tuple[type[Any], list[DemoRow]]]:
    yield model, ledger.rows[model]
    yield from ((other, rows) for other, rows in ledger.rows.items() if other is not model)
