"""Drafts of absence reports for many people in one command: one report a person, payer and two weeks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from uuid_utils.compat import uuid7

from auth.policy import active_restrictions, roles_on_row
from auth.viewer import Viewer
from models.absence_report import AbsenceReport
from resolvers.attendance.batches import day_given
from resolvers.attendance.scopes import ScopedRows, of_kind_sql, scope_of
from resolvers.context import CommandContext, LoadedRow
from resolvers.declaration import ContentTypes
from resolvers.payers.absence_deltas import Delta, reported_codes, untold_deltas, untold_sql
from resolvers.public_ids import public_id
from resolvers.reading.loading import load_rows_for_write
from resolvers.reading.parameters import StatementParameters
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.bulk_writes import create_rows
from resolvers.writing.commands import BatchOutcome, run_batch_once
from resolvers.writing.field_permissions import blocking_codes
from resolvers.writing.idempotency import KeyedCommand
from workflow.absence_report import DRAFT_ABSENCE_REPORT_STATES, absence_report, period_of_report, report_due_on
from workflow.attendance import DECIDING_ROLES
from workflow.client import SAFETY
from workflow.vocabulary import VIEW

MOST_CONTRACTS = 500  # with something to tell, in one command


async def draft_absence_reports(context: CommandContext, given: Mapping[str, Any], key: str | None) -> BatchOutcome:
    """
    Draft the absence reports of a scope up to a day: what payers have not been told yet, and what turned out otherwise.

    A draft of the same person, payer and last day is continued. A contract of which nobody can be told is refused, with
    the reason, and its absences wait.
    """
    type_ = context.content_types["absence_report"]

    async def command(db: TransactionalDBClient) -> BatchOutcome:
        until = day_given(context.content_types["attendance"], given["until"], "until")
        if until > context.today:
            raise CommandRefused(Problem("DAY_TO_COME", ("until",)))
        contracts = await _contracts(context, given["scope"], until, db)
        permitted, refused = _permitted(context, contracts)
        deltas = await untold_deltas(context, [one.id for one in permitted], until, db)
        unpaid = sorted({delta.contract for delta in deltas if delta.payer is None})
        refused += [(public_id("contract", uuid), [Problem("PAYER_MISSING", ("id",))]) for uuid in unpaid]
        reports = await _write(context, permitted, [d for d in deltas if d.payer], until, db)
        return BatchOutcome(reports, refused)

    return await run_batch_once(context, KeyedCommand(type_.noun, "draft_absence_reports", given, key), command)


@dataclass(frozen=True)
class _UntoldContracts:
    """The contracts of a scope of this kind of which something is still to be told."""

    scope: str

    def __call__(self, bind: StatementParameters, viewer: Viewer, types: ContentTypes) -> str:
        day = bind(("until",), lambda call: call.variables["until"], "date")
        tokens = bind(("codes",), lambda call: call.variables["codes"], "text[]")
        scoped = of_kind_sql(self.scope, ScopedRows(viewer, types, "contract", "t", (day, day)), bind)
        return f"t.starts_on <= {day} AND {scoped} AND {untold_sql('t.id', day, tokens)}"


async def _contracts(
    context: CommandContext, scope_given: Mapping[str, Any], until: date, db: TransactionalDBClient
) -> list[LoadedRow]:
    """
    Return the contracts of a scope of which something may be told, locked.

    :raises CommandRefused: TOO_MANY_DAYS for a scope that is too large
    """
    scope, type_ = scope_of(scope_given), context.content_types["contract"]
    codes = await reported_codes(context, db)
    values = {"until": until, "codes": codes, **scope.values}
    rows = await load_rows_for_write(context, type_, _UntoldContracts(scope.kind), db, values)
    if len(rows) > MOST_CONTRACTS:
        raise CommandRefused(Problem("TOO_MANY_REPORTS", ("scope",), {"most": str(MOST_CONTRACTS)}))
    return rows


def _permitted(
    context: CommandContext, contracts: Sequence[LoadedRow]
) -> tuple[list[LoadedRow], list[tuple[str, list[Problem]]]]:
    """Return the contracts of whose absences the caller may tell, and the others with the reasons."""
    kind = context.content_types[absence_report.noun].kind
    permitted: list[LoadedRow] = []
    refused: list[tuple[str, list[Problem]]] = []
    for one in contracts:
        roles = roles_on_row(context.viewer, one.type.kind, one.stored, one.facts)
        codes = [] if roles & DECIDING_ROLES else ["FORBIDDEN"]
        if SAFETY.column in active_restrictions(kind, roles, VIEW, one.facts):
            codes.append("DAYS_PROTECTED")
        else:
            codes += blocking_codes(context.viewer, kind, roles, VIEW, one.facts)
        if codes:
            refused.append((public_id(one.type.noun, one.id), [Problem(code, ("id",)) for code in codes]))
        else:
            permitted.append(one)
    return permitted, refused


async def _write(
    context: CommandContext,
    contracts: Sequence[LoadedRow],
    deltas: Sequence[Delta],
    until: date,
    db: TransactionalDBClient,
) -> list[UUID]:
    """Write the rows of the deltas, each into the draft of its person and payer, and return the ids of the reports."""
    owners: dict[UUID, Any] = {one.id: one.row for one in contracts}
    pairs = [(UUID(str(owners[delta.contract].client_id)), UUID(str(delta.payer))) for delta in deltas]
    units = {UUID(str(owner.client_id)): owner.unit_id for owner in owners.values()}
    reports = await _reports(context, list(dict.fromkeys(pairs)), units, until, db)
    newest: dict[tuple[UUID, date], UUID] = {}  # of this command, of each day
    rows = []
    for pair, delta in zip(pairs, deltas, strict=True):
        day = delta.contract, delta.day
        row = _columns(reports[pair], delta) | {"id": uuid7(), "corrects_id": delta.corrects or newest.get(day)}
        newest[day] = row["id"]
        rows.append(row)
    await create_rows(context, context.content_types["reported_absence"], rows, db)
    return [UUID(str(report.pk)) for report in reports.values()]


async def _reports(
    context: CommandContext,
    pairs: Sequence[tuple[UUID, UUID]],
    units: Mapping[UUID, UUID],
    until: date,
    db: TransactionalDBClient,
) -> dict[tuple[UUID, UUID], Any]:
    """Return the draft of each person and payer up to a day: the one that is there, or a new one."""
    clients = sorted({client for client, _ in pairs})
    earlier: Any = AbsenceReport.filter(client_id__in=clients).using_db(db).order_by("ends_on", "id")
    newest = {(row.client_id, row.payer_id): row for row in await earlier.select_for_update()}
    found: dict[tuple[UUID, UUID], Any] = {}
    new: dict[tuple[UUID, UUID], dict[str, Any]] = {}
    for client, payer in pairs:
        last = newest.get((client, payer))
        if last is not None and last.ends_on == until and last.state in DRAFT_ABSENCE_REPORT_STATES:
            found[client, payer] = last
            continue
        starts_on, ends_on = period_of_report(until, last.ends_on if last else None)
        new[client, payer] = {
            "client_id": client,
            "unit_id": units[client],
            "payer_id": payer,
            "starts_on": starts_on,
            "ends_on": ends_on,
            "due_on": report_due_on(ends_on),
        }
    created = await create_rows(context, context.content_types[absence_report.noun], list(new.values()), db)
    return found | dict(zip(new, created, strict=True))


def _columns(report: Any, delta: Delta) -> dict[str, Any]:
    return {
        "report_id": report.pk,
        "client_id": report.client_id,
        "unit_id": report.unit_id,
        "contract_id": delta.contract,
        "attendance_id": delta.attendance,
        "kind": delta.kind,
        "day": delta.day,
        "code": delta.code,
        "benefit": delta.benefit,
        "minutes": delta.minutes,
    }
