"""
From an event to those who are told of it: the outbox is read in batches, and each event is handed to the rules.

What an event causes is written in the transaction that takes it off the queue: killed anywhere, it is taken again and
nothing is doubled; several dispatchers at once never take the same event.
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
    BOTH,
    EMAIL,
    SERVICE,
    accounts_of_agency,
    accounts_of_client,
    accounts_of_responsible,
    accounts_of_staff,
    accounts_with_role,
    notify,
)
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from workflow.notification import RULE_IN_FORCE_STATES
from workflow.roles import Role
from workflow.vocabulary import VIEW

_BATCH = 100  # events in one transaction
_TAKEN = (
    "SELECT id, event, noun, object_id, actor FROM outbox WHERE dispatched_at IS NULL AND NOT id = ANY($2::bigint[])"
    " ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED"
)
_DONE = "UPDATE outbox SET dispatched_at = $1 WHERE id = ANY($2::bigint[])"
# What nobody has a rule for leaves the queue in one statement: an import writes thousands of events at once.
_UNWANTED = (
    "UPDATE outbox SET dispatched_at = $1 WHERE id IN (SELECT id FROM outbox WHERE dispatched_at IS NULL"
    " AND NOT event = ANY($2::text[]) ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED)"
)
_MANY = 10_000


class EventNotTold(Exception):
    """An event cannot be told of; it stays in the queue, and the others go on. `error` is why."""

    code = "EVENT_NOT_TOLD"

    def __init__(self, event: int, error: Exception) -> None:
        super().__init__(str(event))
        self.event, self.error = event, error


async def dispatch_events(context: CommandContext) -> int:
    """
    Hand every waiting event to the rules and return how many there were.

    One that fails holds up no other: it waits for the next time, and its error is raised when all others are done.
    """
    done, stuck = 0, list[int]()
    why: Exception | None = None
    while True:
        try:
            count = await _batch(context, stuck)
        except EventNotTold as failed:
            stuck.append(failed.event)
            why = failed.error
            continue
        done += count
        if not count:
            break
    if why is not None:
        raise why
    return done


async def _batch(context: CommandContext, stuck: list[int]) -> int:
    known = event_titles(context.content_types)
    async with in_transaction() as db:
        rules = [
            r for r in await EventRule.filter(state__in=RULE_IN_FORCE_STATES).using_db(db).all() if r.event in known
        ]
        some = await _skipped(context, {rule.event for rule in rules}, db)
        rows = await db.execute_query_dict(_TAKEN, [_BATCH, stuck])
        for row in rows:
            try:
                await _told(context, row, [r for r in rules if r.event == row["event"]], db)
            except Exception as error:
                raise EventNotTold(row["id"], error) from error
        await db.execute_query(_DONE, [context.now, [row["id"] for row in rows]])
    return some + len(rows)


async def _skipped(context: CommandContext, wanted: set[str], db: TransactionalDBClient) -> int:
    count, _ = await db.execute_query(_UNWANTED, [context.now, sorted(wanted), _MANY])
    return int(count)


async def _told(
    context: CommandContext, row: dict[str, Any], rules: list[EventRule], db: TransactionalDBClient
) -> None:
    """Tell everybody whom the rules name, each once; the one who did it knows already."""
    about = await _about(context, row, db) if rules else None
    if about is None:
        return
    told: dict[UUID, set[str]] = defaultdict(set)
    for rule in rules:
        if rule.unit_id is None or rule.unit_id == about.get("unit"):
            for account in await _recipients(context, rule.recipients, about, db) - {row["actor"]}:
                told[account] |= {SERVICE, EMAIL} if rule.channel == BOTH else {rule.channel}
    for channels in {frozenset(c) for c in told.values()}:
        accounts = [account for account, wanted in told.items() if wanted == channels]
        channel = BOTH if len(channels) > 1 else next(iter(channels))
        await notify(context, row["event"], row["noun"], UUID(str(row["object_id"])), accounts, db, channel)


async def _about(context: CommandContext, row: dict[str, Any], db: BaseDBAsyncClient) -> dict[str, Any] | None:
    """Return whose the object is: client, unit, agency and responsible coach; None when it is gone."""
    type_ = context.content_types[row["noun"]]
    columns = type_.model._meta.fields_db_projection
    reach = type_.kind.reach
    found = await db.execute_query_dict(f"SELECT * FROM {type_.kind.table} WHERE id = $1", [row["object_id"]])
    if not found:
        return None
    named = {"client": reach.client, "unit": reach.unit, "agency": reach.agency}
    about = {what: found[0].get(column) for what, column in named.items() if column in columns}
    return about | {"coach": found[0].get("responsible_coach_id")}


async def _recipients(
    context: CommandContext, recipients: str, about: dict[str, Any], db: BaseDBAsyncClient
) -> set[UUID]:
    client, unit, agency = (about.get(what) for what in ("client", "unit", "agency"))
    match recipients:
        case "RESPONSIBLE_COACH":
            own = await accounts_of_staff([about["coach"]], db) if about["coach"] else set()
            return own | (await accounts_of_responsible(client, db) if client else set())
        case "UNIT_SUPERVISORS":
            return await accounts_with_role(Role.SUPERVISOR, unit, context.today, db) if unit else set()
        case "PRIVACY_OFFICERS":
            return await accounts_with_role(Role.PRIVACY_OFFICER, None, context.today, db)
        case "AGENCY_OFFICIALS":
            return await accounts_of_agency(agency, db) if agency else set()
        case "TRAINEE":
            return await accounts_of_client(client, db) if client else set()
    return set()


async def known_event(change: PendingChange) -> list[Problem]:
    """Refuse a rule for an event that the register cannot tell of."""
    return problem_unless(change.row.event in event_titles(change.context.content_types), "UNKNOWN_EVENT", "event")


@dataclass(frozen=True)
class RecipientGroup:
    """Recipients that a rule may name: the roles they hold, and the columns, one of which leads to them."""

    roles: frozenset[Role]
    by: tuple[str, ...] = ()


_STAFF = {Role.EMPLOYEE, Role.MEMBER}
RECIPIENT_GROUPS: Mapping[str, RecipientGroup] = {
    "RESPONSIBLE_COACH": RecipientGroup(
        frozenset({Role.COACH, Role.COLLEAGUE, *_STAFF}), ("client", "responsible_coach_id")
    ),
    "UNIT_SUPERVISORS": RecipientGroup(frozenset({Role.SUPERVISOR, *_STAFF}), ("unit",)),
    "PRIVACY_OFFICERS": RecipientGroup(frozenset({Role.PRIVACY_OFFICER, *_STAFF})),
    "AGENCY_OFFICIALS": RecipientGroup(frozenset({Role.OFFICIAL, Role.MEMBER}), ("agency",)),
    "TRAINEE": RecipientGroup(frozenset({Role.TRAINEE, Role.MEMBER}), ("client",)),
}


def may_be_notified(type_: ContentType, recipients: str) -> bool:
    """Tell whether recipients can be found from an object of a type, and can see one in some state."""
    circle, workflow, reach = RECIPIENT_GROUPS[recipients], type_.kind.workflow, type_.kind.reach
    seen_by = {role for state in workflow.states.values() for role in state.roles(VIEW)}
    is_seen = bool(circle.roles & seen_by) or (Role.AUTHOR in seen_by and bool(circle.roles & workflow.add))
    columns = type_.model._meta.fields_db_projection
    return is_seen and (not circle.by or any(getattr(reach, by, None) or by in columns for by in circle.by))


async def recipients_see(change: PendingChange) -> list[Problem]:
    """Refuse a rule that tells those who can never see such an object: they would hear of nothing."""
    row = change.row
    if row.event not in event_titles(change.context.content_types):
        return []
    type_ = change.context.content_types[row.event.partition(".")[0]]
    if may_be_notified(type_, row.recipients):
        return []
    possible = ", ".join(name for name in RECIPIENT_GROUPS if may_be_notified(type_, name)) or "–"
    return [Problem("RECIPIENTS_CANNOT_SEE", ("recipients",), {"possible": possible})]


DISPATCHING_RULES = Rulebook.of(
    rules=(
        known_event,
        recipients_see,
    ),
)
