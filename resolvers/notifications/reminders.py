"""Notifications without an event rule: a published privacy notice, and safety restrictions whose review is due."""

from datetime import timedelta
from uuid import UUID

from tortoise.transactions import in_transaction

from resolvers.context import CommandContext
from resolvers.notifications.notifying import BOTH_CHANNELS, IN_SERVICE, accounts_of_coaches, accounts_with_role, notify
from resolvers.public_ids import public_id, public_id_sql
from workflow.client import SERVED_CLIENT_STATES
from workflow.privacy_notice import NOTICE_IN_FORCE_STATES
from workflow.roles import Role

REVIEW_AHEAD = timedelta(days=14)
ANNOUNCED = timedelta(days=30)  # for this long after its publication a notice is sent to accounts that lack it
SAFETY_REVIEW, PUBLISHED = "client.safety_review", "privacy_notice.publish"
_BATCH_SIZE = 500  # accounts notified in one transaction

_REVIEWS = (
    "SELECT c.id, c.unit_id FROM client c WHERE c.safety_restriction AND c.safety_review_on <= $1"
    f" AND {SERVED_CLIENT_STATES.sql('c.state')} AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.event = $2"
    f" AND n.link = {public_id_sql('client', 'c.id')} AND n.created_at > $3)"
    " ORDER BY c.safety_review_on, c.id LIMIT 200 FOR UPDATE SKIP LOCKED"
)
_NOTICES = f"SELECT id FROM privacy_notice WHERE {NOTICE_IN_FORCE_STATES.sql('state')} AND modified_at > $1 ORDER BY id"
_ACCOUNTS_WITHOUT_NOTICE = (
    "SELECT a.id FROM account a WHERE a.disabled_at IS NULL AND ($3::uuid IS NULL OR a.id > $3::uuid) AND NOT EXISTS"
    " (SELECT 1 FROM delivery d WHERE d.account_id = a.id AND d.event = $1 AND d.link = $2) ORDER BY a.id LIMIT $4"
)


async def remind_of_reviews(context: CommandContext) -> int:
    """
    Remind supervisors and coaches of each safety restriction whose review is due within two weeks.

    The reminder is repeated after a month if nobody has reviewed the restriction. Returns how many clients it was
    about.
    """
    async with in_transaction() as db:
        values = [context.today + REVIEW_AHEAD, SAFETY_REVIEW, context.now - ANNOUNCED]
        clients = await db.execute_query_dict(_REVIEWS, values)
        for row in clients:
            client = UUID(str(row["id"]))
            accounts = await accounts_with_role(Role.SUPERVISOR, row["unit_id"], context.today, db)
            accounts |= await accounts_of_coaches(client, context.today, db)
            await notify(context, SAFETY_REVIEW, "client", client, accounts, db, IN_SERVICE)
    return len(clients)


async def announce_notices(context: CommandContext) -> int:
    """
    Notify every account once of each privacy notice that was published within a month, in the service and by mail.

    Returns how many accounts were notified. After a crash it continues with the accounts that were not.
    Source: privacy notice, "changes of the notice are announced in the service or by e-mail".
    """
    async with in_transaction() as db:
        notices = [UUID(str(r["id"])) for r in await db.execute_query_dict(_NOTICES, [context.now - ANNOUNCED])]
    return sum([await _announce(context, notice) for notice in notices])


async def _announce(context: CommandContext, notice: UUID) -> int:
    count, last = 0, None
    while True:
        async with in_transaction() as db:
            await db.execute_query("SELECT pg_advisory_xact_lock(hashtext($1))", [PUBLISHED])
            link = public_id("privacy_notice", notice)
            rows = await db.execute_query_dict(_ACCOUNTS_WITHOUT_NOTICE, [PUBLISHED, link, last, _BATCH_SIZE])
            accounts = [UUID(str(r["id"])) for r in rows]
            count += await notify(context, PUBLISHED, "privacy_notice", notice, accounts, db, BOTH_CHANNELS)
        if len(accounts) < _BATCH_SIZE:
            return count
        last = accounts[-1]
