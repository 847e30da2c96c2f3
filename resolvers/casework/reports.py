"""Reports on the coaching: from what they are drafted, how they are frozen, which referral a final one closes."""

import hashlib
from collections.abc import Callable
from functools import partial
from typing import Any

import orjson

from auth.access_paths import RowFacts
from models.attendance import COUNTED_DAY
from models.client import Client
from models.report import Report
from resolvers.casework.ways_out import has_way_out
from resolvers.catalogues import translated
from resolvers.context import Changes, LoadedRow, PendingChange, Rulebook, Step
from resolvers.refusals import Problem
from resolvers.writing.assignment import history_value
from resolvers.writing.object_changes import pass_transition
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import move_to_state, set_column, transition_refused
from workflow.coaching_note import SIGNED_NOTE_STATES
from workflow.referral import CLOSED_REFERRAL_STATES, STARTED_REFERRAL_STATES
from workflow.titles import LANGUAGES, spoken_language

REPORT_TEXTS = ("summary", "goals", "attendance", "recommendation", "client_view")
FROZEN_COLUMNS = ("kind", "starts_on", "ends_on", *REPORT_TEXTS, "heard_at", "approved_at", "approved_by_name")
_GOALS = (
    "SELECT g.text, g.own_words, g.state FROM goal g JOIN programme p ON p.id = g.programme_id"
    " WHERE p.relationship_id = $1 ORDER BY g.id"
)
_DAYS = (
    "SELECT count(*) FILTER (WHERE a.presence = 'PRESENT') AS present, count(*) FILTER (WHERE a.presence = 'ABSENT') AS"
    " absent, coalesce(sum(a.minutes) FILTER (WHERE a.presence = 'PRESENT'), 0) AS minutes FROM attendance a"
    " JOIN contract c ON c.id = a.contract_id JOIN programme p ON p.id = c.programme_id WHERE p.relationship_id = $1"
    f" AND a.day BETWEEN $2 AND $3 AND {COUNTED_DAY.format('a')}"
)
_NOTES = (
    "SELECT n.body FROM coaching_note n WHERE n.relationship_id = $1 AND n.visibility = 'IN_REPORT'"
    f" AND {SIGNED_NOTE_STATES.sql('n.state')} AND NOT n.mentions_third_person"
    " AND n.occurred_at >= $2::date AND n.occurred_at < $3::date + 1 ORDER BY n.occurred_at, n.id"
)


async def period_of_report(change: PendingChange) -> list[Problem]:
    """Check that the days that a report tells of are in order and have come."""
    row = change.row
    if not change.keys & {"startsOn", "endsOn"}:
        return []
    problems = problem_unless(row.ends_on >= row.starts_on, "PERIOD_BACKWARDS", "endsOn")
    return problems + problem_unless(row.ends_on <= change.context.today, "DAY_TO_COME", "endsOn")


async def draft_from_records(step: Step) -> Changes:
    """Begin the texts of a new report that nobody has written yet with the goals, the days and the marked notes."""
    row, db = step.row, step.db
    period = [row.relationship_id, row.starts_on, row.ends_on]
    goals = await db.execute_query_dict(_GOALS, [row.relationship_id])
    language = await _language(step)
    states = step.context.content_types["goal"].kind.workflow.states
    titles = {name: state.titles[LANGUAGES.index(language)] for name, state in states.items()}
    [days] = await db.execute_query_dict(_DAYS, period)
    notes = await db.execute_query_dict(_NOTES, period)
    drafted = {
        "goals": "\n".join(f"{goal['own_words'] or goal['text']} – {titles[goal['state']]}" for goal in goals),
        "attendance": translated(
            "Present on %(present)s days, absent on %(absent)s days, %(hours)s hours in all.",
            language,
            present=days["present"],
            absent=days["absent"],
            hours=days["minutes"] // 60,
        ),
        "summary": "\n\n".join(note["body"] for note in notes),
    }
    changes: Changes = {}
    for column, text in drafted.items():
        if getattr(row, column) is None and text:
            changes |= set_column(row, column, column, text[:10_000])
    return changes


async def _language(step: Step) -> str:
    """Return the language in which the person is spoken to."""
    client: Any = await Client.get(pk=step.row.client_id, using_db=step.db)
    return spoken_language(client.service_language)


async def report_written(step: Step) -> None:
    """
    Check that a report says how the coaching went before it is shown to the person.

    :raises CommandRefused: REPORT_EMPTY
    """
    if not (step.row.summary or "").strip():
        raise transition_refused("REPORT_EMPTY", "summary")


async def report_has_way_out(step: Step) -> None:
    """
    Check that the agency of the referral may be told of the programme today.

    :raises CommandRefused: NO_WAY_OUT
    """
    if not await has_way_out(step.context, step.row.referral_id, Report.reach.category, step.db):
        raise transition_refused("NO_WAY_OUT", "referralId")


async def stamp_heard(step: Step) -> Changes:
    """Set when the person was heard."""
    return set_column(step.row, "heard_at", "heardAt", step.context.now)


async def stamp_approved(step: Step) -> Changes:
    """Set when and by whom the report was approved."""
    changes = set_column(step.row, "approved_at", "approvedAt", step.context.now)
    return changes | set_column(step.row, "approved_by_name", "approvedByName", step.context.viewer.name)


async def forget_hearing(step: Step) -> Changes:
    """Clear the hearing and the approval of a report that is written anew: they were of another text."""
    keys = {"heard_at": "heardAt", "approved_at": "approvedAt", "approved_by_name": "approvedByName"}
    return {k: v for column, key in keys.items() for k, v in set_column(step.row, column, key, None).items()}


async def freeze_report(step: Step) -> Changes:
    """Set when the report is delivered, and the digest of what is."""
    row = step.row
    changes = set_column(row, "delivered_at", "deliveredAt", step.context.now)
    return changes | set_column(row, "digest", "digest", digest_of_report(partial(getattr, row)))


def digest_of_report(value_of: Callable[[str], Any]) -> str:
    """Return the SHA-256, in hexadecimal, of what a report tells; `value_of` returns the value of a column."""
    told = {column: history_value(value_of(column)) for column in FROZEN_COLUMNS}
    return hashlib.sha256(orjson.dumps(told, option=orjson.OPT_SORT_KEYS)).hexdigest()


async def close_reported_referral(step: Step) -> Changes:
    """Set on the referral when its final report was delivered, and close it if it has started."""
    row = step.row
    if row.kind != "FINAL":
        return {}
    referral_type = step.context.content_types["referral"]
    referral: Any = await referral_type.model.select_for_update(using_db=step.db).get(pk=row.referral_id)
    told = set_column(referral, "final_report_delivered_on", "finalReportDeliveredOn", step.context.today)
    await move_to_state(step, "referral", referral, referral.state, "REPORT_DELIVERED", told)
    if referral.state in STARTED_REFERRAL_STATES:
        loaded = LoadedRow(referral_type, referral, {}, RowFacts())
        closed = CLOSED_REFERRAL_STATES[0]
        below = step.closes_below
        await pass_transition(step.context, loaded, "CLOSE", closed, step.comment, None, step.db, closes_below=below)
    return {}


REPORT_RULES = Rulebook.of(
    guards=(report_written, report_has_way_out),
    effects=(
        draft_from_records,
        stamp_heard,
        stamp_approved,
        forget_hearing,
        freeze_report,
        close_reported_referral,
    ),
    rules=(period_of_report,),
)
