"""Break-the-glass and support: what must be so when they open, how they end by themselves, and their review."""

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
from resolvers.writing.settings import load_settings
from resolvers.writing.transitions import move_to_state, set_column, transition_refused
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

# Whose work may bring them to a client of others. An administrator's does not: product.md, "no client data".
MAY_OPEN = frozenset({Role.COACH, Role.COLLEAGUE, Role.SUPERVISOR})


async def emergency_opens(change: PendingChange) -> list[Problem]:
    """
    Let an employee in to one client for a while, from now on and with the very next request. Rule R23.

    Only so many at once, as the organisation has settled: whoever needs more ends one first.
    """
    row = change.row
    held = {*change.context.viewer.everywhere, *change.context.viewer.units}
    client: Any = await Client.get(pk=row.client_id, using_db=change.db)
    row.unit_id, row.ends_at = client.unit_id, change.context.now + timedelta(minutes=row.minutes)
    problems = problem_unless(bool(held & MAY_OPEN), "FORBIDDEN") + problem_unless(
        client.state in STORED_CLIENT_STATES, "NOT_FOUND", "clientId"
    )
    problems += reason_given(row.reason) + await _not_too_many(change.context, change.db)
    if not problems:
        await Account.filter(pk=change.context.viewer.account).using_db(change.db).update(epoch=F("epoch") + 1)
        everywhere = change.context.viewer.everywhere | {Role.EMERGENCY}
        change.context.renewed.append(
            replace(change.context.viewer, epoch=change.context.viewer.epoch + 1, everywhere=everywhere)
        )
    return problems


async def support_opens(change: PendingChange) -> list[Problem]:
    """Hold a grant of support to somebody of the vendor's staff, one target, and eight hours."""
    row = change.row
    account = await Account.filter(staff_id=row.staff_member_id).using_db(change.db).values_list("id", flat=True)
    is_support = await RoleGrant.filter(account_id__in=account, role="support").using_db(change.db).exists()
    lasts = row.ends_at - row.starts_at
    return (
        problem_unless(is_support, "NOT_SUPPORT_STAFF", "staffMemberId")
        + problem_unless((row.client_id is None) != (row.whole_unit_id is None), "ONE_TARGET", "clientId")
        + problem_unless(lasts > timedelta() and row.ends_at > change.context.now, "ACCESS_ENDS_EARLY", "endsAt")
        + problem_unless(lasts <= timedelta(hours=MOST_SUPPORT_HOURS), "TOO_LONG_ACCESS", "endsAt")
        + reason_given(row.reason)
    )


def reason_given(reason: str) -> list[Problem]:
    """Hold a reason to a length and to different words: somebody reads it."""
    is_long, has_words = len(reason) >= LEAST_REASON, different_words(reason) >= LEAST_WORDS
    return problem_unless(is_long, "REASON_TOO_SHORT", "reason") or problem_unless(
        has_words, "REASON_WITHOUT_WORDS", "reason"
    )


async def _not_too_many(context: CommandContext, db: TransactionalDBClient) -> list[Problem]:
    # The account is locked: of two openings at the same moment the second counts the first.
    await Account.select_for_update().using_db(db).get(pk=context.viewer.account)
    own = EmergencyAccess.filter(
        account_id=context.viewer.account, state__in=OPEN_EMERGENCY_STATES, ends_at__gt=context.now
    ).using_db(db)
    still = await own.order_by("ends_at", "id")
    most = (await load_settings(db)).max_emergency_accesses
    if len(still) < most:
        return []
    ends = "; ".join(
        f"{public_id('emergency_access', one.pk)} {one.ends_at.astimezone(FINNISH_ZONE):%H.%M}" for one in still
    )
    return [Problem("TOO_MANY_OPEN", ("clientId",), {"most": str(most), "ends": ends})]


async def tell_of_emergency(step: Step) -> Changes:
    """Tell the supervisors of the unit and the client's coach at once. Rule R23."""
    row, context = step.row, step.context
    told = await accounts_with_role(Role.SUPERVISOR, row.unit_id, context.today, step.db)
    told |= await accounts_of_coaches(row.client_id, context.today, step.db)
    await notify(
        context, "emergency_access.create", "emergency_access", row.pk, told - {context.viewer.account}, step.db
    )
    return {}


async def tell_of_support(step: Step) -> Changes:
    """Tell the privacy officers, and the supervisors of a unit that is opened as a whole, at once."""
    row, context = step.row, step.context
    told = await accounts_with_role(Role.PRIVACY_OFFICER, None, context.today, step.db)
    if row.whole_unit_id is not None:
        told |= await accounts_with_role(Role.SUPERVISOR, row.whole_unit_id, context.today, step.db)
    await notify(context, "support_access.create", "support_access", row.pk, told - {context.viewer.account}, step.db)
    return {}


async def not_ones_own(step: Step) -> None:
    """
    Nobody reviews the own access, nor one that oneself granted.

    :raises CommandRefused: ANOTHER_PERSON
    """
    if step.context.viewer.account in (step.row.created_by, getattr(step.row, "account_id", None)):
        raise transition_refused("ANOTHER_PERSON")


async def access_ends(step: Step) -> Changes:
    """End it now, unless it has ended by itself."""
    return set_column(step.row, "ends_at", "endsAt", max(step.row.created_at, min(step.row.ends_at, step.context.now)))


async def note_review(step: Step) -> Changes:
    """Keep what the review found and who reviewed."""
    found = set_column(step.row, "finding", "finding", step.reason)
    return found | set_column(step.row, "reviewed_by_name", "reviewedByName", step.context.viewer.name)


async def end_exceptional_access(context: CommandContext) -> int:
    """Bring what is over into the queue of reviews, and return how many: it stopped to open anything by itself."""
    ended = 0
    kinds: tuple[tuple[str, Any, States], ...] = (
        ("emergency_access", EmergencyAccess, OPEN_EMERGENCY_STATES),
        ("support_access", SupportAccess, OPEN_SUPPORT_STATES),
    )
    for noun, model, open_states in kinds:
        async with in_transaction() as db:
            over = model.filter(state__in=open_states, ends_at__lte=context.now).using_db(db)
            for row in await over.select_for_update(skip_locked=True).limit(500):
                await move_to_state(UnitOfWork(context, db), noun, row, "ENDED", "END")
                ended += 1
    return ended


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
