"""Notices by mail: told to people, and sent as time goes on."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from tortoise.transactions import in_transaction

from resolvers.context import CommandContext
from resolvers.notifications.notifying import BOTH, notify
from tests.support.organisation import World

EVENT = "client.update"


async def told(world: World, context: CommandContext, *who: str) -> None:
    """Have people told of a change of Aino by mail and in the service."""
    accounts = [world.rows[f"account_{name}"].pk for name in who]
    async with in_transaction() as db:
        await notify(context, EVENT, "client", UUID(str(world.rows["aino"].pk)), accounts, db, BOTH)


def later(context: CommandContext, **after: float) -> CommandContext:
    return replace(context, now=context.now + timedelta(**after))
