"""Mails: people are notified of a change, and time goes on until the next attempt."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from tortoise.transactions import in_transaction

from resolvers.context import CommandContext
from resolvers.notifications.notifying import BOTH_CHANNELS, notify
from tests.support.organisation import SampleOrganisation

EVENT = "client.update"


async def notify_about_aino(organisation: SampleOrganisation, context: CommandContext, *who: str) -> None:
    """Notify people of a change of Aino, by mail and in the service."""
    accounts = [organisation.rows[f"account_{name}"].pk for name in who]
    async with in_transaction() as db:
        await notify(context, EVENT, "client", UUID(str(organisation.rows["aino"].pk)), accounts, db, BOTH_CHANNELS)


def context_after(context: CommandContext, **after: float) -> CommandContext:
    """Return the same context at a later moment."""
    return replace(context, now=context.now + timedelta(**after))
