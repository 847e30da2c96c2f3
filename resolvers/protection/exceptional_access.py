"""Emergency access (break-the-glass) and support access: how they are opened, end by themselves, and are reviewed."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.expressions import F
from tortoise.transactions import in_transaction

from models.account import Account, RoleGrant
from models.client import Client
from models.exceptional_access import EmergencyAccess, SupportAccess
from resolvers.context import (
    Changes,
    CommandContext,
    PendingChange,
    Rulebook,
    Step,
    UnitOfWork,
)
from resolvers.notifications.notifying import accounts_of_coaches, accounts_with_role, notify
from resolvers.public_ids import public_id
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.settings import load_organisation_settings
from resolvers.writing.transitions import check_another_person, move_to_state, set_column, transition_refused
from workflow.account import GRANT_IN_FORCE_STATES
from workflow.calendar import FINNISH_ZONE
from workflow.client import STORED_CLIENT_STATES
from workflow.exceptional_access import (
    LEAST_REASON,
    LEAST_WORDS,
    MOST_SUPPORT_HOURS,
    OPEN_EMERGENCY_STATES,
    OPEN_SUPPORT_STATES,
    different_words,
)
from workflow.language import States
from workflow.roles import Role

# The roles whose work may require another coach's client. Administrators see no client data (product.md).
MAY_OPEN = frozenset({Role.COACH, Role.COLLEAGUE, Role.SUPERVISOR})


async def emergency_opens(change: PendingChange) -> list[Problem]:
    """
    Open one client for an employee for a limited time, from the very next request on.

    The settings limit how many one person may have open at once; whoever needs more ends one first. Source: rule R23.
    """
    row = change.row
    roles = {*change.context.viewer.everywhere, *change.context.viewer.units}
    client: Any = await Client.get(pk=row.client_id, using_db=change.db)
    row.ends_at = change.context.now + timedelta(minutes=row.minutes)
    problems = problem_unless(bool(roles & MAY_OPEN), "FORBIDDEN") + problem_unless(
        client.state in STORED_CLIENT_STATES, "NOT_FOUND", "clientId"
    )
    problems += reason_given(row.reason) + await _open_access_limit(change.context, change.db)
    if not problems:
        await Account.filter(pk=change.context.viewer.account).using_db(change.db).update(epoch=F("epoch") + 1)
        everywhere = change.context.viewer.everywhere | {Role.EMERGENCY}
        change.context.renewed.append(
            replace(change.context.viewer, epoch=change.context.viewer.epoch + 1, everywhere=everywhere)
        )
    return problems


async def support_opens(change: PendingChange) -> list[Problem]:
    """Check that support access is for a member of the vendor's staff, one target, and at most eight hours."""
    row = change.row
    account = await Account.filter(staff_id=row.staff_member_id).using_db(change.db).values_list("id", flat=True)
    is_support = (
        await RoleGrant.filter(account_id__in=account, role="support", state__in=GRANT_IN_FORCE_STATES)
        .using_db(change.db)
        .exists()
    )
    duration = row.ends_at - row.starts_at
    return (
        problem_unless(is_support, "NOT_SUPPORT_STAFF", "staffMemberId")
        + problem_unless((row.client_id is None) != (row.whole_unit_id is None), "ONE_TARGET", "clientId")
        + problem_unless(duration > timedelta() and row.ends_at > change.context.now, "ACCESS_ENDS_EARLY", "endsAt")
        + problem_unless(duration <= timedelta(hours=MOST_SUPPORT_HOURS), "TOO_LONG_ACCESS", "endsAt")
        + reason_given(row.reason)
    )


def reason_given(reason: str) -> list[Problem]:
    """Check the length and the number of different words of a reason, because somebody reads it."""
    is_long, has_words = len(reason) >= LEAST_REASON, different_words(reason) >= LEAST_WORDS
    return problem_unless(is_long, "REASON_TOO_SHORT", "reason") or problem_unless(
        has_words, "REASON_WITHOUT_WORDS", "reason"
    )


async def _open_access_limit(context: CommandContext, db: TransactionalDBClient) -> list[Problem]:
    # The account is locked, so that the second of two simultaneous openings counts the first.
    await Account.select_for_update().using_db(db).get(pk=context.viewer.account)
    query = EmergencyAccess.filter(
        account_id=context.viewer.account, state__in=OPEN_EMERGENCY_STATES, ends_at__gt=context.now
    ).using_db(db)
    open_accesses = await query.order_by("ends_at", "id")
    limit = (await load_organisation_settings(db)).max_emergency_accesses
    if len(open_accesses) < limit:
        return []
    ends = "; ".join(
        f"{public_id('emergency_access', access.pk)} {access.ends_at.astimezone(FINNISH_ZONE):%H.%M}"
        for access in open_accesses
    )
    return [Problem("TOO_MANY_OPEN", ("clientId",), {"most": str(limit), "ends": ends})]


async def tell_of_emergency(step: Step) -> Changes:
    """
    Notify the supervisors of the unit and the client's coaches at once.

    Source: rule R23.
    """
    row, context = step.row, step.context
    accounts = await accounts_with_role(Role.SUPERVISOR, row.unit_id, context.today, step.db)
    accounts |= await accounts_of_coaches(row.client_id, context.today, step.db)
    await notify(
        context, "emergency_access.create", "emergency_access", row.pk, accounts - {context.viewer.account}, step.db
    )
    return {}


async def tell_of_support(step: Step) -> Changes:
    """Notify the privacy officers at once, and the supervisors of a unit that is opened as a whole."""
    row, context = step.row, step.context
    accounts = await accounts_with_role(Role.PRIVACY_OFFICER, None, context.today, step.db)
    if row.whole_unit_id is not None:
        accounts |= await accounts_with_role(Role.SUPERVISOR, row.whole_unit_id, context.today, step.db)
    await notify(
        context, "support_access.create", "support_access", row.pk, accounts - {context.viewer.account}, step.db
    )
    return {}


async def not_ones_own(step: Step) -> None:
    """
    Check that the caller neither used nor granted the access that is reviewed, nor did with another account.

    :raises CommandRefused: ANOTHER_PERSON
    """
    row, staff = step.row, step.context.viewer.staff
    if staff is not None and row.staff_member_id == staff:
        raise transition_refused("ANOTHER_PERSON")
    for account in {row.created_by, getattr(row, "account_id", row.created_by)}:
        await check_another_person(step, account)


async def access_ends(step: Step) -> Changes:
    """End the access now, unless it has ended by itself."""
    return set_column(step.row, "ends_at", "endsAt", max(step.row.created_at, min(step.row.ends_at, step.context.now)))


async def note_review(step: Step) -> Changes:
    """Store the finding of the review and the name of the reviewer."""
    changes = set_column(step.row, "finding", "finding", step.reason)
    return changes | set_column(step.row, "reviewed_by_name", "reviewedByName", step.context.viewer.name)


async def end_exceptional_access(context: CommandContext) -> int:
    """
    Move expired accesses to their review, at most 500 of each kind, and return how many.

    They opened nothing any more.
    """
    count = 0
    kinds: tuple[tuple[str, Any, States], ...] = (
        ("emergency_access", EmergencyAccess, OPEN_EMERGENCY_STATES),
        ("support_access", SupportAccess, OPEN_SUPPORT_STATES),
    )
    for noun, model, open_states in kinds:
        async with in_transaction() as db:
            expired = model.filter(state__in=open_states, ends_at__lte=context.now).using_db(db)
            for row in await expired.select_for_update(skip_locked=True).limit(500):
                await move_to_state(UnitOfWork(context, db), noun, row, "ENDED", "END")
                count += 1
    return count


EXCEPTIONAL_ACCESS_RULES = Rulebook.of(
    guards=(not_ones_own,),
    effects=(
        access_ends,
        note_review,
        tell_of_emergency,
        tell_of_support,
    ),
    rules=(
        emergency_opens,
        support_opens,
    ),
)
