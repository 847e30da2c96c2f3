"""
Data breaches: what their record must hold, the 72 hours, and who must be told.

Source: GDPR articles 33 and 34.
"""

from datetime import timedelta
from typing import Any

from tortoise.expressions import Q
from tortoise.transactions import in_transaction

from auth.access_paths import RowFacts
from models.data_breach import BreachLetter, DataBreach
from resolvers.context import Changes, CommandContext, LoadedRow, PendingChange, Rulebook, Step
from resolvers.notifications.notifying import accounts_with_role, notify
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import move_to_state, set_column, transition_refused
from workflow.data_breach import (
    MOST_DAYS_AGO,
    MOST_REPORT_DAYS,
    REMIND_HOURS,
    REPORTED_BREACH_STATES,
    TOLD_LETTER_STATES,
    UNDECIDED_BREACH_STATES,
    WAITING_LETTER_STATES,
    due_at,
)
from workflow.roles import Role

_ASSESSED = (
    ("what_happened", "whatHappened"),
    ("data_categories", "dataCategories"),
    ("person_categories", "personCategories"),
    ("consequences", "consequences"),
    ("measures", "measures"),
    ("risk", "risk"),
    ("risk_reason", "riskReason"),
)


async def breach_noticed(change: PendingChange) -> list[Problem]:
    """
    Check when a breach was noticed, and whose looks in which period it is about; set its due moment.

    The moment at which the authority was told is past, and not before the breach was noticed.
    """
    row, now = change.row, change.context.now
    problems: list[Problem] = []
    if "noticedAt" in change.keys and not now - timedelta(days=MOST_DAYS_AGO) <= row.noticed_at <= now:
        bounds = {"first": str((now - timedelta(days=MOST_DAYS_AGO)).date()), "last": str(change.context.today)}
        problems.append(Problem("NOTICED_OUT_OF_BOUNDS", ("noticedAt",), bounds))
    if row.reported_at is not None:
        problems += problem_unless(row.noticed_at <= row.reported_at <= now, "REPORTED_OUT_OF_BOUNDS", "reportedAt")
    sources = [row.account_id, row.application, row.credential]
    problems += problem_unless(sum(value is not None for value in sources) <= 1, "ONE_SOURCE", "accountId")
    if row.starts_at and row.ends_before:
        is_short = timedelta() < row.ends_before - row.starts_at <= timedelta(days=MOST_REPORT_DAYS)
        problems += problem_unless(is_short, "PERIOD_OUT_OF_BOUNDS", "endsBefore")
    row.due_at = due_at(row.noticed_at)
    return problems


async def breach_worded(change: PendingChange) -> list[Problem]:
    """Check that the words for the persons stand once in each language."""
    languages = [words["language"] for words in change.row.words]
    return problem_unless(len(languages) == len(set(languages)), "WORDS_TWICE", "words")


async def breach_assessed(step: Step) -> None:
    """
    Check that the record says what the authority must be told. Source: GDPR article 33(3) and (5).

    :raises CommandRefused: BREACH_INCOMPLETE, which names what is missing
    """
    missing = [key for column, key in _ASSESSED if not getattr(step.row, column)]
    if missing:
        raise transition_refused("BREACH_INCOMPLETE", missing[0], missing=", ".join(missing))


async def risk_unlikely(step: Step) -> None:
    """
    Check that a breach that is not reported is unlikely to result in a risk. Source: GDPR article 33(1).

    :raises CommandRefused: RISK_TO_REPORT
    """
    if step.row.risk != "UNLIKELY":
        raise transition_refused("RISK_TO_REPORT", "risk")


async def note_no_report(step: Step) -> Changes:
    """Keep the reason for which the authority is not told."""
    return set_column(step.row, "no_report_reason", "noReportReason", step.comment)


_REPORTED = (("reported_at", "reportedAt"), ("authority_reference", "authorityReference"))


async def report_recorded(step: Step) -> None:
    """
    Check that moment and reference of the report are recorded.

    :raises CommandRefused: REPORT_INCOMPLETE
    """
    missing = [key for column, key in _REPORTED if not getattr(step.row, column)]
    if missing:
        raise transition_refused("REPORT_INCOMPLETE", missing[0], missing=", ".join(missing))


async def delay_explained(step: Step) -> None:
    """
    Check that a report after the 72 hours says why it is late. Source: GDPR article 33(1), second sentence.

    :raises CommandRefused: DELAY_UNEXPLAINED
    """
    if step.row.reported_at > step.row.due_at and not step.row.delay_reason:
        raise transition_refused("DELAY_UNEXPLAINED", "delayReason", due=step.row.due_at.isoformat())


async def letters_settled(step: Step) -> None:
    """
    Check that somebody was told, and that no letter waits.

    :raises CommandRefused: LETTERS_WAIT, NOBODY_TOLD
    """
    letters = BreachLetter.filter(breach_id=step.row.pk).using_db(step.db)
    if waiting := await letters.filter(state__in=WAITING_LETTER_STATES).count():
        raise transition_refused("LETTERS_WAIT", "transition", count=str(waiting))
    if not await letters.filter(Q(state__in=TOLD_LETTER_STATES) | Q(told_on__isnull=False)).exists():
        raise transition_refused("NOBODY_TOLD", "transition")


async def persons_need_no_letter(step: Step) -> None:
    """
    Check that a breach with a high risk is closed only when the persons were told, or why they are not is recorded.

    Source: GDPR article 34(1) and (3).

    :raises CommandRefused: PERSONS_NOT_TOLD
    """
    row = step.row
    is_exempt = row.risk != "HIGH" or bool(row.exemption and row.exemption_reason)
    if row.state in REPORTED_BREACH_STATES and not is_exempt:
        raise transition_refused("PERSONS_NOT_TOLD", "exemption")


async def remind_of_breaches(context: CommandContext) -> int:
    """
    Mark every undecided breach whose 72 hours end within a day or are over, and return how many.

    Each of the two is marked once, and the privacy officers are notified in the service and by mail. Repeated and
    parallel runs are safe.
    """
    is_due_soon = Q(due_at__lte=context.now + timedelta(hours=REMIND_HOURS), reminded_at=None)
    is_overdue = Q(due_at__lt=context.now, overdue_at=None)
    async with in_transaction() as db:
        due = DataBreach.filter(is_due_soon | is_overdue, state__in=sorted(UNDECIDED_BREACH_STATES)).using_db(db)
        breaches = await due.order_by("due_at", "id").select_for_update(skip_locked=True)
        for row in breaches:
            step = Step(context, LoadedRow(context.content_types["data_breach"], row, {}, RowFacts()), None, None, db)
            await _remind(step, row)
    return len(breaches)


async def _remind(step: Step, row: Any) -> None:
    now, is_over = step.context.now, row.due_at < step.context.now
    changes = set_column(row, "reminded_at", "remindedAt", row.reminded_at or now)
    changes |= set_column(row, "overdue_at", "overdueAt", now) if is_over else {}
    action = "OVERDUE" if is_over else "REMIND"
    await move_to_state(step, "data_breach", row, row.state, action, changes)
    officers = await accounts_with_role(Role.PRIVACY_OFFICER, None, step.context.today, step.db)
    await notify(step.context, f"data_breach.{action.lower()}", "data_breach", row.pk, officers, step.db)


BREACH_RULES = Rulebook.of(
    guards=(
        breach_assessed,
        risk_unlikely,
        report_recorded,
        delay_explained,
        letters_settled,
        persons_need_no_letter,
    ),
    effects=(note_no_report,),
    rules=(breach_noticed, breach_worded),
)
