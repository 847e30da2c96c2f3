"""
Dispatch events: read the outbox in batches, and notify the accounts that the event rules name.

The notifications are written in the transaction that takes the event from the queue. After a crash the event is taken
again and nothing is doubled; several dispatchers at once never take the same event.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient
from tortoise.transactions import in_transaction

from models.notification import EventRule
from resolvers.context import CommandContext, PendingChange, Rulebook
from resolvers.declaration import ContentType
from resolvers.notifications.events import event_titles
from resolvers.notifications.notifying import (
    BOTH_CHANNELS,
    BY_EMAIL,
    IN_SERVICE,
    accounts_of_agency,
    accounts_of_client,
    accounts_of_guardian,
    accounts_of_responsible,
    accounts_of_staff,
    accounts_of_substitutes,
    accounts_with_role,
    notify,
)
from resolvers.notifications.reviewers import accounts_of_reviewers, awaited_steps
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from workflow.notification import RULE_IN_FORCE_STATES
from workflow.roles import Role
from workflow.vocabulary import VIEW

REVIEWERS = "REVIEWERS"  # those to whom a step is open for which the object waits
_BATCH = 100  # events in one transaction
_NEXT_EVENTS = (
    "SELECT id, event, noun, object_id, actor FROM outbox WHERE dispatched_at IS NULL AND NOT id = ANY($2::bigint[])"
    " ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED"
)
_MARK_DISPATCHED = "UPDATE outbox SET dispatched_at = $1 WHERE id = ANY($2::bigint[])"
# Events without a rule leave the queue in one statement: an import writes thousands of events at once.
_SKIP_EVENTS = (
    "UPDATE outbox SET dispatched_at = $1 WHERE id IN (SELECT id FROM outbox WHERE dispatched_at IS NULL"
    " AND NOT event = ANY($2::text[]) ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED)"
)
_SKIP_BATCH = 10_000


class EventNotTold(Exception):
    """
    The notifications of an event failed.

    The event stays in the queue, and the others go on. `error` is the cause.
    """

    code = "EVENT_NOT_TOLD"

    def __init__(self, event: int, error: Exception) -> None:
        super().__init__(str(event))
        self.event, self.error = event, error


async def dispatch_events(context: CommandContext) -> int:
    """
    Dispatch every waiting event and return how many there were.

    An event that fails does not delay the others: it waits for the next run, and its error is raised when all others
    are done.
    """
    count, failed_events = 0, list[int]()
    error: Exception | None = None
    while True:
        try:
            batch_count = await _dispatch_batch(context, failed_events)
        except EventNotTold as failure:
            failed_events.append(failure.event)
            error = failure.error
            continue
        count += batch_count
        if not batch_count:
            break
    if error is not None:
        raise error
    return count


async def _dispatch_batch(context: CommandContext, failed_events: list[int]) -> int:
    titles = event_titles(context.content_types)
    async with in_transaction() as db:
        rules = [
            r for r in await EventRule.filter(state__in=RULE_IN_FORCE_STATES).using_db(db).all() if r.event in titles
        ]
        skipped = await _skip_events(context, {rule.event for rule in rules}, db)
        rows = await db.execute_query_dict(_NEXT_EVENTS, [_BATCH, failed_events])
        for row in rows:
            try:
                await _notify_recipients(context, row, [r for r in rules if r.event == row["event"]], db)
            except Exception as error:
                raise EventNotTold(row["id"], error) from error
        await db.execute_query(_MARK_DISPATCHED, [context.now, [row["id"] for row in rows]])
    return skipped + len(rows)


async def _skip_events(context: CommandContext, events: set[str], db: TransactionalDBClient) -> int:
    count, _ = await db.execute_query(_SKIP_EVENTS, [context.now, sorted(events), _SKIP_BATCH])
    return int(count)


async def _notify_recipients(
    context: CommandContext, row: dict[str, Any], rules: list[EventRule], db: TransactionalDBClient
) -> None:
    """Notify every account that the rules name, each once; the account that caused the event is left out."""
    found = await _object_of_event(context, row, db) if rules else None
    if found is None:
        return
    channels_by_account: dict[UUID, set[str]] = defaultdict(set)
    for rule in rules:
        if rule.unit_id is None or rule.unit_id == found.owners.get("unit"):
            for account in await _accounts_of_recipients(context, rule.recipients, found, db) - {row["actor"]}:
                channels_by_account[account] |= (
                    {IN_SERVICE, BY_EMAIL} if rule.channel == BOTH_CHANNELS else {rule.channel}
                )
    for channels in {frozenset(c) for c in channels_by_account.values()}:
        accounts = [
            account for account, account_channels in channels_by_account.items() if account_channels == channels
        ]
        channel = BOTH_CHANNELS if len(channels) > 1 else next(iter(channels))
        await notify(context, row["event"], row["noun"], UUID(str(row["object_id"])), accounts, db, channel)


@dataclass(frozen=True)
class _EventObject:
    """The object of an event as it is now, and to whom it belongs: client, guardian, unit, agency, coach."""

    type: ContentType
    row: Mapping[str, Any]
    owners: Mapping[str, Any]


async def _object_of_event(context: CommandContext, row: dict[str, Any], db: BaseDBAsyncClient) -> _EventObject | None:
    """Return the object of an event; None when it is gone."""
    type_ = context.content_types[row["noun"]]
    columns = type_.model._meta.fields_db_projection
    reach = type_.kind.reach
    rows = await db.execute_query_dict(f"SELECT * FROM {type_.kind.table} WHERE id = $1", [row["object_id"]])
    if not rows:
        return None
    columns_by_owner = {
        "client": reach.client,
        "unit": reach.unit,
        "agency": reach.agency,
        "representation": reach.representation,
    }
    owners = {owner: rows[0].get(column) for owner, column in columns_by_owner.items() if column in columns}
    return _EventObject(type_, rows[0], owners | {"coach": rows[0].get("responsible_coach_id")})


async def _accounts_of_recipients(
    context: CommandContext, recipients: str, found: _EventObject, db: TransactionalDBClient
) -> set[UUID]:
    owners = found.owners
    client, unit, agency = (owners.get(owner) for owner in ("client", "unit", "agency"))
    match recipients:
        case "RESPONSIBLE_COACH":
            coaches = await accounts_of_staff([owners["coach"]], db) if owners["coach"] else set()
            return coaches | (await accounts_of_responsible(client, db) if client else set())
        case "SUBSTITUTES":
            return await accounts_of_substitutes(client, context.today, db) if client else set()
        case _ if recipients == REVIEWERS:
            return await accounts_of_reviewers(context, found.type, found.row, db)
        case "UNIT_SUPERVISORS":
            return await accounts_with_role(Role.SUPERVISOR, unit, context.today, db) if unit else set()
        case "PRIVACY_OFFICERS":
            return await accounts_with_role(Role.PRIVACY_OFFICER, None, context.today, db)
        case "AGENCY_OFFICIALS":
            return await accounts_of_agency(agency, db) if agency else set()
        case "TRAINEE":
            guardian = owners.get("representation")
            guardians = await accounts_of_guardian(guardian, db) if guardian else set()
            return guardians | (await accounts_of_client(client, db) if client else set())
    return set()


async def known_event(change: PendingChange) -> list[Problem]:
    """Refuse a rule for an event that does not exist."""
    return problem_unless(change.row.event in event_titles(change.context.content_types), "UNKNOWN_EVENT", "event")


@dataclass(frozen=True)
class RecipientGroup:
    """
    A group of recipients that a rule may name.

    `roles` are the roles of the recipients, and `columns` are the columns of which one leads to them.
    """

    roles: frozenset[Role]
    columns: tuple[str, ...] = ()


_STAFF_ROLES = {Role.EMPLOYEE, Role.MEMBER}
RECIPIENT_GROUPS: Mapping[str, RecipientGroup] = {
    "RESPONSIBLE_COACH": RecipientGroup(
        frozenset({Role.COACH, Role.COLLEAGUE, *_STAFF_ROLES}), ("client", "responsible_coach_id")
    ),
    "SUBSTITUTES": RecipientGroup(frozenset({Role.COACH, Role.COLLEAGUE, *_STAFF_ROLES}), ("client",)),
    "UNIT_SUPERVISORS": RecipientGroup(frozenset({Role.SUPERVISOR, *_STAFF_ROLES}), ("unit",)),
    "PRIVACY_OFFICERS": RecipientGroup(frozenset({Role.PRIVACY_OFFICER, *_STAFF_ROLES})),
    "AGENCY_OFFICIALS": RecipientGroup(frozenset({Role.OFFICIAL, Role.MEMBER}), ("agency",)),
    "TRAINEE": RecipientGroup(frozenset({Role.TRAINEE, Role.MEMBER}), ("client",)),
}


def may_be_notified(type_: ContentType, recipients: str) -> bool:
    """Return whether the recipients can be found from an object of a type, and may see it in some state."""
    group, workflow, reach = RECIPIENT_GROUPS[recipients], type_.kind.workflow, type_.kind.reach
    seen_by = {role for state in workflow.states.values() for role in state.roles(VIEW)}
    is_seen = bool(group.roles & seen_by) or (Role.AUTHOR in seen_by and bool(group.roles & workflow.add))
    columns = type_.model._meta.fields_db_projection
    return is_seen and (
        not group.columns or any(getattr(reach, column, None) or column in columns for column in group.columns)
    )


def _may_await(context: CommandContext, event: str) -> bool:
    """Return whether an object may wait for somebody's step after an event."""
    noun, _, happened = event.partition(".")
    type_ = context.content_types[noun]
    transition = type_.kind.workflow.transitions.get(happened.upper())
    sources = transition.source if transition else frozenset(type_.kind.workflow.states)
    reached = {transition.target_from(state) for state in sources} if transition else sources
    return any(step.states & reached for step in awaited_steps(context, type_))


async def recipients_see(change: PendingChange) -> list[Problem]:
    """Refuse a rule whose recipients may never see such an object, or never decide on it: nobody would be notified."""
    row, context = change.row, change.context
    if row.event not in event_titles(context.content_types):
        return []
    type_ = context.content_types[row.event.partition(".")[0]]
    groups = [name for name in RECIPIENT_GROUPS if may_be_notified(type_, name)]
    names = [*groups, *([REVIEWERS] if _may_await(context, row.event) else [])]
    if row.recipients in names:
        return []
    possible = ", ".join(names) or "–"
    return [Problem("RECIPIENTS_CANNOT_SEE", ("recipients",), {"possible": possible})]


DISPATCHING_RULES = Rulebook.of(
    rules=(
        known_event,
        recipients_see,
    ),
)
