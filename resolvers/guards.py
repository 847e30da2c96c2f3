"""Guards: what must hold before a transition, by the names the workflows use."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tortoise.backends.base.client import TransactionalDBClient

from models.relationship import Relationship
from resolvers.loading import Loaded
from resolvers.problems import CommandRefused, Problem

if TYPE_CHECKING:
    from resolvers.writing import Desk

Guard = Callable[["Desk", Loaded, TransactionalDBClient], Awaitable[None]]


async def no_open_relationship(desk: "Desk", loaded: Loaded, db: TransactionalDBClient) -> None:
    """
    A client ends only when every relationship has ended.

    :raises CommandRefused: RELATIONSHIP_OPEN
    """
    del desk
    if await Relationship.filter(client_id=loaded.id, state="ACTIVE").using_db(db).exists():
        raise CommandRefused(Problem("RELATIONSHIP_OPEN", ("transition",)))


GUARDS: dict[str, Guard] = {"no_open_relationship": no_open_relationship}
