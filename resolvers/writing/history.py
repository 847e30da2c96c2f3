"""Record a write in its own transaction: history, version, search text and outbox."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model

from auth.policy import allowed
from models.log import History, Outbox, Version
from models.ordering import unaccented
from resolvers.context import CommandContext, LoadedRow
from resolvers.declaration import ContentType
from resolvers.reading.sections import change_key, earlier_keys, readable_keys
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.assignment import history_value
from resolvers.writing.field_permissions import holds_permission


def next_revision(context: CommandContext, row: Any) -> None:
    """Count the revision of a row up, and set when and by whom it was changed; the row is not saved yet."""
    row.revision += 1
    row.modified_at, row.modified_by = context.now, context.viewer.account


async def record_change(
    context: CommandContext,
    type_: ContentType,
    row: Model,
    action: str,
    changes: dict[str, Any],
    db: TransactionalDBClient,
    *,
    comment: str | None = None,
    reason: str | None = None,
) -> None:
    """Write history, version, search text and outbox entry of a change that was just saved."""
    content: Any = row
    about = {"noun": type_.noun, "object_id": content.pk, "revision": content.revision, "at": context.now}
    stored = {f: history_value(getattr(content, f)) for f in sorted(type_.model._meta.fields_db_projection)}
    await Version.create(using_db=db, **about, stored=stored)
    await History.create(
        using_db=db,
        **about,
        actor=context.viewer.account,
        actor_name=context.viewer.name,
        action=action,
        comment=comment,
        reason=reason,
        changes=changes,
    )
    await Outbox.create(using_db=db, **about, event=f"{type_.noun}.{action.lower()}", actor=context.viewer.account)
    await index_search_text(type_, row, db)


_INDEX = (
    "INSERT INTO search_entry (noun, object_id, permission, text)"
    " SELECT $1, $2, p, t FROM unnest($3::text[], $4::text[]) AS given(p, t)"
    " ON CONFLICT (object_id, permission) DO UPDATE SET text = excluded.text"
)


async def index_search_text(type_: ContentType, row: Model, db: TransactionalDBClient) -> None:
    """Store the searchable text of an object, one entry for each permission that its fields need."""
    if texts := search_texts(type_, partial(getattr, row)):
        await db.execute_query(_INDEX, [type_.noun, row.pk, list(texts), list(texts.values())])


def search_texts(type_: ContentType, value_of: Callable[[str], Any]) -> dict[str, str]:
    """Return the searchable text of an object for each permission that its fields need."""
    texts: dict[str, list[str]] = {}
    for field in (f for f in type_.fields.values() if f.search):
        value = value_of(field.name)
        texts.setdefault(field.read.name, []).append(unaccented(str(value)) if value else "")
    return {permission: " ".join(p for p in parts if p) for permission, parts in texts.items()}


_INDEX_ALL = (
    "INSERT INTO search_entry (noun, object_id, permission, text)"
    " SELECT $1, i, p, t FROM unnest($2::uuid[], $3::text[], $4::text[]) AS given(i, p, t)"
    " ON CONFLICT (object_id, permission) DO UPDATE SET text = excluded.text"
)


async def record_creations(
    context: CommandContext,
    type_: ContentType,
    creations: Iterable[tuple[Any, dict[str, Any]]],
    db: TransactionalDBClient,
) -> None:
    """Write for many creations what `record_change` writes for one. `creations` are the new rows with their changes."""
    await record_changes(context, type_, "CREATE", creations, db)


async def record_changes(
    context: CommandContext,
    type_: ContentType,
    action: str,
    changed: Iterable[tuple[Any, dict[str, Any]]],
    db: TransactionalDBClient,
) -> None:
    """Write for many rows that were just saved what `record_change` writes for one. `changed`: rows with changes."""
    columns = sorted(type_.model._meta.fields_db_projection)
    changed = list(changed)
    about = [
        {"noun": type_.noun, "object_id": row.pk, "revision": row.revision, "at": context.now} for row, _ in changed
    ]
    actor_columns = {"actor": context.viewer.account, "actor_name": context.viewer.name, "action": action}
    await Version.bulk_create(
        [
            Version(**known, stored={c: history_value(getattr(row, c)) for c in columns})
            for known, (row, _) in zip(about, changed, strict=True)
        ],
        using_db=db,
    )
    await History.bulk_create(
        [
            History(**known, **actor_columns, changes=changes)
            for known, (_, changes) in zip(about, changed, strict=True)
        ],
        using_db=db,
    )
    event, actor = f"{type_.noun}.{action.lower()}", context.viewer.account
    await Outbox.bulk_create([Outbox(**known, event=event, actor=actor) for known in about], using_db=db)
    texts = [(row.pk, *entry) for row, _ in changed for entry in search_texts(type_, partial(getattr, row)).items()]
    if texts:
        await db.execute_query(_INDEX_ALL, [type_.noun, *map(list, zip(*texts, strict=True))])


async def changed_since(
    context: CommandContext, loaded: LoadedRow, revision: int, db: TransactionalDBClient
) -> list[str]:
    """Return the names of the fields that changed after `revision` and that the viewer may read."""
    later = (
        await History.filter(object_id=loaded.id, revision__gt=revision).using_db(db).values_list("changes", flat=True)
    )
    keys = {key for changes in later for key in changes}
    fields = loaded.type.fields.values()
    holds = partial(holds_permission, context, loaded)
    names = {f.key for f in fields if keys & {f.key, f.former_key} and holds(f.read)}
    for field in (f for f in fields if f.sections):
        readable = readable_keys(getattr(loaded.row, str(field.sections)), holds)
        names |= keys & {change_key(field, key) for key in readable}
    return sorted(names)


def stored_by_name(type_: ContentType, stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return the stored values of a version by the names that the fields have today."""
    renamed = {f.name: stored[f.formerly] for f in type_.fields.values() if f.formerly and f.formerly in stored}
    return renamed | dict(stored)


async def earlier_values(
    context: CommandContext, loaded: LoadedRow, revision: int, db: TransactionalDBClient
) -> dict[str, Any]:
    """
    Return the values that differ today from those of an earlier revision, by key, for the writable fields.

    Sealed fields, references, and fields that the viewer may not read are left out.

    :raises CommandRefused: NO_SUCH_REVISION
    """
    version = await Version.get_or_none(object_id=loaded.id, revision=revision, using_db=db)
    if version is None:
        raise CommandRefused(Problem("NO_SUCH_REVISION", ("toRevision",)))
    stored = stored_by_name(loaded.type, version.stored)
    values: dict[str, Any] = {}
    for field in loaded.type.fields.values():
        if field.write.name in {"never", "add"} or field.sealed or field.target is not None:
            continue
        # A field that the viewer may not read stays: a refusal that named it would reveal that it had changed.
        if not allowed(context.viewer, loaded.type.kind, loaded.stored, field.read, loaded.facts):
            continue
        earlier: Any = stored.get(field.name)
        if field.sections:
            holds = partial(holds_permission, context, loaded)
            if keys := earlier_keys(field, loaded.row, earlier or {}, holds):
                values[field.key] = keys
        elif earlier != history_value(getattr(loaded.row, field.name)):
            values[field.key] = loaded.type.model._meta.fields_map[field.name].to_python_value(earlier)
    return values
