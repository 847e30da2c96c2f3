"""
Load the reference content into the database, after the migrations and under their lock.

New items are added. An item that came with another value before is updated, as long as nobody but the service has
written the object. What an administrator changed, retired or had added already stays; what this version no longer has
is left and reported. A second run changes nothing.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg
from asyncpg.pool import PoolConnectionProxy
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from models.reference_seed import ReferenceLoad, ReferenceSeed
from resolvers.context import CommandContext
from resolvers.declaration import ContentType
from resolvers.rulebook import RULEBOOK
from resolvers.search_index import index_missing
from resolvers.system_account import system_context
from resolvers.writing.seeding import reseed_objects, seed_objects, touched_objects
from service.database.migrations import migration_context, migration_lock
from service.database.reference_items import (
    NATURAL_KEYS,
    SEEDED_ONCE,
    ReferenceItem,
    content_digest,
    items_by_noun,
    reference_items,
)
from service.resources import keyring_of, schema_and_content_types
from service.settings import Settings
from workflow.calendar import finnish_day
from workflow.published import reserving_states

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    Connection = asyncpg.Connection[asyncpg.Record] | PoolConnectionProxy[asyncpg.Record]


@dataclass
class LoadedContent:
    """
    What a run did: how many objects were added, updated, and kept although this version has other values for them.

    `adopted` objects were there already, and `gone` are those that this version no longer has, as kind and key.
    """

    added: int = 0
    updated: int = 0
    kept: int = 0
    adopted: int = 0
    gone: list[str] = field(default_factory=list)


async def load_reference_content(
    settings: Settings, now: datetime, items: Sequence[ReferenceItem] | None = None, *, url: str = ""
) -> LoadedContent:
    """
    Load `items`, or the reference content of this version, as the owner of the tables; all of it or nothing.

    `url` is of another database than the service's own, a restored one for instance, with the role that owns it.

    :raises CommandRefused: when a rule refuses an item
    """
    wanted, outcome = reference_items() if items is None else items, LoadedContent()
    async with _loading(settings, url or settings.owner_url, now) as (context, db):
        for noun, found in items_by_noun(wanted).items():
            await _load_kind(context, context.content_types[noun], found, outcome, db)
        await ReferenceLoad.get_or_create({"loaded_at": now}, using_db=db, digest=content_digest(wanted))
    return outcome


@asynccontextmanager
async def _loading(
    settings: Settings, url: str, now: datetime
) -> AsyncIterator[tuple[CommandContext, TransactionalDBClient]]:
    """Yield the service's own context and a transaction, while no other process migrates or loads."""
    content_types = schema_and_content_types()[1]
    async with migration_lock(url) as connection:
        await index_missing(connection, content_types)  # a migration may have taken the terms of the search away
        async with migration_context(url), in_transaction() as db:
            yield system_context(content_types, RULEBOOK, keyring_of(settings), now, finnish_day(now)), db


async def has_reference_content(connection: "Connection", digest: bytes) -> bool:
    """Return whether the reference content with this digest was ever loaded; the application's role may call it."""
    return bool(await connection.fetchval("SELECT EXISTS (SELECT FROM reference_load WHERE digest = $1)", digest))


async def _load_kind(
    context: CommandContext,
    type_: ContentType,
    items: Sequence[ReferenceItem],
    outcome: LoadedContent,
    db: TransactionalDBClient,
) -> None:
    """Load the items of one kind."""
    seeds = {seed.natural_key: seed for seed in await ReferenceSeed.filter(noun=type_.noun).using_db(db)}
    new = [item for item in items if item.natural_key not in seeds]
    await _add(context, type_, new, outcome, db)
    known = {seeds[item.natural_key].object_id: item for item in items if item.natural_key in seeds}
    digests = {seed.object_id: bytes(seed.digest) for seed in seeds.values()}
    changed = {id_: item for id_, item in known.items() if digests[id_] != item.digest}
    await _update(context, type_, changed, outcome, db)
    gone = seeds.keys() - {item.natural_key for item in items}
    outcome.gone += sorted(f"{type_.noun} {key}" for key in gone)


async def _add(
    context: CommandContext,
    type_: ContentType,
    items: Sequence[ReferenceItem],
    outcome: LoadedContent,
    db: TransactionalDBClient,
) -> None:
    """Adopt the items that are there already, add the others, and record both."""
    if not items:
        return
    there = await _objects_there(type_, db)
    ids = {item.natural_key: id_ for item in items if (id_ := _id_among(there, item)) is not None}
    missing = [item for item in items if item.natural_key not in ids]
    outcome.adopted += len(ids)
    outcome.added += len(missing)
    if missing:
        added = await seed_objects(context, type_, [_input(type_, item) for item in missing], db)
        ids |= {item.natural_key: id_ for item, id_ in zip(missing, added, strict=True)}
    await ReferenceSeed.bulk_create(
        [
            ReferenceSeed(
                noun=type_.noun,
                natural_key=item.natural_key,
                digest=item.digest,
                object_id=ids[item.natural_key],
                seeded_at=context.now,
            )
            for item in items
        ],
        using_db=db,
    )


async def _objects_there(
    type_: ContentType, db: TransactionalDBClient
) -> list[tuple[tuple[str, ...], dict[tuple[Any, ...], UUID]]]:
    """Return the ids of the stored objects by each of the keys that they hold, with the columns of the key."""
    columns = sorted({column for names in NATURAL_KEYS[type_.noun] for column in names})
    holding = type_.model.filter(state__in=reserving_states(type_.kind.workflow)).using_db(db)
    rows = await holding.order_by("-id").values("id", *columns)
    return [
        (names, {tuple(row[name] for name in names): row["id"] for row in rows}) for names in NATURAL_KEYS[type_.noun]
    ]


def _id_among(
    there: Sequence[tuple[tuple[str, ...], Mapping[tuple[Any, ...], UUID]]], item: ReferenceItem
) -> UUID | None:
    """Return the id of the stored object that holds one of the keys of an item."""
    found = (ids.get(tuple(item.values[name] for name in names)) for names, ids in there)
    return next((id_ for id_ in found if id_ is not None), None)


async def _update(
    context: CommandContext,
    type_: ContentType,
    items: Mapping[UUID, ReferenceItem],
    outcome: LoadedContent,
    db: TransactionalDBClient,
) -> None:
    """Update the objects that nobody but the service has written, and record what they have now."""
    if not items:
        return
    is_lasting = type_.noun in SEEDED_ONCE
    touched = set(items) if is_lasting else await touched_objects(context, type_, list(items), db)
    wanted = {id_: _input(type_, item) for id_, item in items.items() if id_ not in touched}
    done = await reseed_objects(context, type_, wanted, db)
    outcome.kept += len(touched | done.left)
    outcome.updated += len(done.changed)
    seeds = await ReferenceSeed.filter(object_id__in=list(wanted.keys() - done.left)).using_db(db)
    for seed in seeds:
        seed.digest = items[seed.object_id].digest
    if seeds:
        await ReferenceSeed.bulk_update(seeds, ["digest"], batch_size=500, using_db=db)


def _input(type_: ContentType, item: ReferenceItem) -> dict[str, Any]:
    """Return the values of an item by the GraphQL names of the fields."""
    return {type_.fields[name].key: value for name, value in item.values.items()}
