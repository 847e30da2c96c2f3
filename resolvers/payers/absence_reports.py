"""Absence reports: what must be so before a payer is told, and what follows when it is."""

import hashlib
from typing import Any
from uuid import UUID

import orjson

from auth.disclosure import TOLD_TO_PAYER
from models.absence_report import AbsenceReport, ReportedAbsence
from resolvers.casework.ways_out import WayOut, log_way_out, way_out_to_payer
from resolvers.context import Changes, Rulebook, Step
from resolvers.payers.absence_deltas import untold_deltas
from resolvers.writing.assignment import history_value
from resolvers.writing.bulk_writes import move_rows
from resolvers.writing.transitions import set_column, transition_refused
from workflow.absence_report import (
    CORRECTED_ABSENCE_REPORT_STATES,
    TOLD_ABSENCE_REPORT_STATES,
    UNTOLD_ABSENCE_REPORT_STATES,
)

CATEGORY = "ATTENDANCE"  # of a consent, that covers absences
_TOLD = ("kind", "day", "code", "benefit", "minutes", "corrects_id")
_FROZEN = ("client_id", "payer_id", "starts_on", "ends_on")
# The reports `{states}` of which rows of the report $1 correct something.
_EARLIER = (
    "SELECT DISTINCT e.report_id FROM reported_absence x JOIN reported_absence e ON e.id = x.corrects_id"
    " JOIN absence_report r ON r.id = e.report_id WHERE x.report_id = $1 AND r.id <> $1 AND {states}"
)


async def absences_current(step: Step) -> None:
    """
    Check that the days are as the report says, so that nobody is told what is known to be otherwise.

    :raises CommandRefused: ABSENCES_CHANGED, with how many days are not
    """
    rows: Any = ReportedAbsence.filter(report_id=step.row.pk).using_db(step.db)
    contracts = sorted({UUID(str(uuid)) for uuid in await rows.values_list("contract_id", flat=True)})
    deltas = await untold_deltas(step.context, contracts, step.context.today, step.db)
    changed = {(delta.contract, delta.day) for delta in deltas if delta.corrected_report == step.row.pk}
    if changed:
        raise transition_refused("ABSENCES_CHANGED", "transition", days=str(len(changed)))


async def earlier_reports_sent(step: Step) -> None:
    """
    Check that the reports that this one corrects were sent before it.

    :raises CommandRefused: EARLIER_REPORT_UNSENT
    """
    unsent = _EARLIER.format(states=UNTOLD_ABSENCE_REPORT_STATES.sql("r.state"))
    if await step.db.execute_query_dict(unsent, [step.row.pk]):
        raise transition_refused("EARLIER_REPORT_UNSENT")


async def payer_has_way_out(step: Step) -> None:
    """
    Check that the payer may be told of the person's absences today.

    :raises CommandRefused: NO_WAY_OUT_TO_PAYER
    """
    if await _way_out(step) is None:
        raise transition_refused("NO_WAY_OUT_TO_PAYER", "payerId")


async def _way_out(step: Step) -> WayOut | None:
    return await way_out_to_payer(step.context, step.row.client_id, step.row.payer_id, CATEGORY, step.db)


async def stamp_absences_sent(step: Step) -> Changes:
    """Set when, by whom and on what basis the payer is told, and the digest of what; it leaves a row in the log."""
    context, row = step.context, step.row
    rows: Any = ReportedAbsence.filter(report_id=row.pk).using_db(step.db).order_by("day", "id")
    told: dict[str, Any] = {name: history_value(getattr(row, name)) for name in _FROZEN}
    told["absences"] = [{name: history_value(getattr(one, name)) for name in _TOLD} for one in await rows]
    digest = hashlib.sha256(orjson.dumps(told, option=orjson.OPT_SORT_KEYS)).hexdigest()
    fields = [f"ReportedAbsence.{key}" for key in ("day", "code", "benefit", "minutes")]
    asked = [UUID(str(row.pk)), UUID(str(row.payer_id))]
    await log_way_out(context, TOLD_TO_PAYER, UUID(str(row.client_id)), fields, asked, step.db)
    way = await _way_out(step)
    changes = set_column(row, "basis", "basis", way and way.basis)
    changes |= set_column(row, "statute", "statute", way and way.statute)
    changes |= set_column(row, "sent_at", "sentAt", context.now)
    changes |= set_column(row, "sent_by_name", "sentByName", context.viewer.name)
    return changes | set_column(row, "digest", "digest", digest)


async def mark_corrected(step: Step) -> Changes:
    """Let the reports that this one corrects say so."""
    told = _EARLIER.format(states=TOLD_ABSENCE_REPORT_STATES.sql("r.state"))
    ids = [row["report_id"] for row in await step.db.execute_query_dict(told, [step.row.pk])]
    earlier: Any = AbsenceReport.filter(pk__in=ids).using_db(step.db).order_by("id").select_for_update()
    type_, [corrected] = step.loaded.type, CORRECTED_ABSENCE_REPORT_STATES
    await move_rows(step.context, type_, await earlier if ids else [], corrected, "CORRECT", step.db)
    return {}


async def stamp_acknowledged(step: Step) -> Changes:
    """Set when the payer's receipt was recorded."""
    return set_column(step.row, "acknowledged_at", "acknowledgedAt", step.context.now)


ABSENCE_REPORT_RULES = Rulebook.of(
    guards=(absences_current, earlier_reports_sent, payer_has_way_out),
    effects=(stamp_absences_sent, mark_corrected, stamp_acknowledged),
)
