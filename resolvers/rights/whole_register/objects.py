"""
The objects of a register: what the data of people refers to, and what belongs to its clients, a hundred at a time.

A client who is in another register too leaves everything there that hangs on a row of that register, at any depth.
"""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import Q

from models.attachment import Attachment
from resolvers.context import CommandContext
from resolvers.declaration import ContentType
from resolvers.public_ids import parse_public_id, public_id
from resolvers.writing.assignment import history_value
from resolvers.writing.identity_codes import opened_code

# What the data of people refers to; these rows name employees and contact persons, and no client.
REFERENCE = (
    *("organisation", "unit", "staff_member", "agency", "official", "workplace", "service_type", "term"),
    *("form_template", "agreement_text", "coaching_group"),
)
OF_REGISTER = ("register_law", "privacy_notice", "processor")  # those of this register alone
# What stays, and why; every other type is in the export.
LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        "agency_client": "secrets of this installation",
        "attendance_month": "how this controller closed its months",
        "announcement": "messages of this installation",
        "billing_basis": "bookkeeping of this controller",
        "billing_row": "bookkeeping of this controller",
        "bin_item": "what was deleted goes on its day",
        "anomaly": "the log stays with who was looked at here",
        "client_import": "files of this installation, which are erased",
        "data_breach": "the log stays with who was looked at here",
        "delivery": "messages of this installation",
        "destination": "settings of this installation",
        "event_rule": "settings of this installation",
        "front_end_client": "secrets of this installation",
        "import_refusal": "files of this installation, which are erased",
        "invitation": "secrets of this installation",
        "invoice_row": "bookkeeping of this controller",
        "log_checkpoint": "the log stays with who was looked at here",
        "log_removal": "the log stays with who was looked at here",
        "login_event": "the log stays with who was looked at here",
        "monthly_figure": "counts of this controller, which name nobody",
        "notification": "messages of this installation",
        "purge": "proof of what this controller erased",
        "purge_item": "proof of what this controller erased",
        "register_export": "decisions of this controller",
        "saved_view": "settings of this installation",
        "setting": "settings of this installation",
    }
)
ATTACHMENT = "attachment"  # the noun in the public id of a file
ACCOUNTS = ("account", "role_grant")  # in their own part of the archive


@dataclass(frozen=True)
class Found:
    """A row that goes into the export, and the client to whom it belongs."""

    type: ContentType
    row: Any
    client: UUID | None = None


@dataclass
class Batch:
    """Some clients of a register, and the ids of what was found of them, by type."""

    register: UUID
    clients: list[UUID]
    known: dict[str, set[UUID]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Let what refers to the register or to a client lead to these alone."""
        self.known |= {"register": {self.register}}

    def ids(self) -> list[UUID]:
        """Return the ids of everything that was found of these clients."""
        return [uuid for noun, ids in self.known.items() if noun != "register" for uuid in ids]


async def reference_rows(context: CommandContext, register: UUID, db: BaseDBAsyncClient) -> AsyncIterator[Found]:
    """Yield the register, what belongs to it and to no person, and what the data of people refers to."""
    types = context.content_types
    for noun in REFERENCE:
        async for row in types[noun].model.all().using_db(db).order_by("id"):
            yield Found(types[noun], row)
    yield Found(types["register"], await types["register"].model.get(pk=register, using_db=db))
    for noun in OF_REGISTER:
        async for row in types[noun].model.filter(register_id=register).using_db(db).order_by("id"):
            yield Found(types[noun], row)


async def rows_of_clients(context: CommandContext, batch: Batch, db: BaseDBAsyncClient) -> AsyncIterator[Found]:
    """Yield the rows of some clients, each after those to which it refers, and note their ids."""
    for type_ in in_order_of_reference(client_types(context)):
        column, found = str(type_.kind.reach.client), set[UUID]()
        for row in await type_.model.filter(_within(type_, batch)).using_db(db).order_by("id"):
            if await _is_about_what_stays(row, context, batch, db):
                continue
            found.add(UUID(str(row.pk)))
            yield Found(type_, row, UUID(str(getattr(row, column))))
        batch.known[type_.noun] = found


def client_types(context: CommandContext) -> list[ContentType]:
    """Return the types whose rows belong to a client."""
    types = (t for t in context.content_types.values() if t.noun not in LEFT_OUT)
    return [t for t in types if t.subject is not None and t.kind.reach.client]


def in_order_of_reference(types: Iterable[ContentType]) -> Iterator[ContentType]:
    """Yield types, each after those to which it refers, as far as none refers back; those that name any object last."""
    waiting = sorted(types, key=_names_any_object)
    while waiting:
        nouns = {type_.noun for type_ in waiting}
        ready = (t for t in waiting if not (_targets(t) - {t.noun}) & nouns)
        chosen = next(ready, waiting[0])
        waiting.remove(chosen)
        yield chosen


def _targets(type_: ContentType) -> set[str]:
    return {str(f.target) for f in type_.fields.values() if f.target}


def _names_any_object(type_: ContentType) -> bool:
    return bool({"object_ref", "attachment"} & type_.model._meta.fields_db_projection.keys())


def _within(type_: ContentType, batch: Batch) -> Q:
    """Return the condition of the rows of these clients: no link of theirs leads to what stays."""
    of_clients: dict[str, Any] = {f"{type_.kind.reach.client}__in": batch.clients}
    within = Q(**of_clients)
    others: frozenset[str] = getattr(type_.model, "of_others")  # noqa: B009 # every content row has it
    for field_ in (f for f in type_.fields.values() if f.target in batch.known and f.column not in others):
        leads_here: dict[str, Any] = {f"{field_.name}__in": sorted(batch.known[str(field_.target)])}
        leads_nowhere: dict[str, Any] = {f"{field_.name}__isnull": True}
        within &= Q(**leads_here) | Q(**leads_nowhere)
    return within


async def _is_about_what_stays(row: Any, context: CommandContext, batch: Batch, db: BaseDBAsyncClient) -> bool:
    """Return whether a row is about an object of a client that is not in the export, or about a file of such one."""
    named = parse_public_id(str(getattr(row, "object_ref", None) or getattr(row, "attachment", None) or ""))
    if named is not None and named[0] == ATTACHMENT:
        file = await Attachment.get_or_none(id=named[1], using_db=db)
        named = (file.noun, file.object_id) if file else None
    if named is None:
        return False
    type_ = context.content_types.get(named[0])
    return bool(type_ and type_.kind.reach.client) and named[1] not in batch.known.get(named[0], set())


def line_of(context: CommandContext, found: Found) -> dict[str, Any]:
    """Return an object: its type, its id, its state, when it was made and changed, and its fields that have a value."""
    type_, row = found.type, found.row
    fields: dict[str, Any] = {}
    for declared in type_.fields.values():
        value = getattr(row, declared.column)
        if value is None or value == []:
            continue
        if declared.sealed:
            fields[declared.key] = opened_code(context, type_.kind.table, row)
        elif declared.target:
            fields[declared.key] = public_id(declared.target, UUID(str(value)))
        else:
            fields[declared.key] = history_value(value)
    return {
        "type": type_.name,
        "id": public_id(type_.noun, UUID(str(row.pk))),
        "state": row.state,
        "createdAt": row.created_at.isoformat(),
        "modifiedAt": row.modified_at.isoformat(),
        "fields": fields,
    }
