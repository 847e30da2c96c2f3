"""
Erasure: everything that leads to one person, or to one referral without a client, is deleted, as the declarations say.

A content type is covered by its declaration alone: the column `kind.reach.client` leads to the person, the foreign keys
of the models give the order, `survives` names what stays. What hangs on an object by its id alone is in SATELLITES.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model

from resolvers.context import CommandContext
from resolvers.declaration import ContentType
from resolvers.notifications.recipients import inform_of_erasure
from resolvers.retention.remnants import erase_accounts, leave_remnants
from resolvers.writing.history import next_revision, record_change

# Tables whose rows belong to an object by its id, with that column.
SATELLITES = (
    ("search_entry", "object_id"),
    ("outbox", "object_id"),
    ("idempotency_key", "object_id"),
    ("import_row", "record_id"),
    ("attachment", "object_id"),
    ("package", "request_id"),
)
# Columns that every row keeps: they tell when it was written and by which account, and nothing of the person.
_KEPT = frozenset({"id", "state", "revision", "provenance", "created_at", "created_by", "modified_at", "modified_by"})
_TRAIL = "SELECT versions, changes FROM erase_trail($1, $2, $3::text::regclass, $4, $5::uuid[])"


class ErasureUndeclared(LookupError):
    """A content type that an erasure could not cover; raised when the schema is built, with how to declare it."""

    code = "ERASURE_UNDECLARED"


@dataclass(frozen=True)
class ErasureBranch:
    """
    The rows of one type that go with a root: those whose `lead` is its id.

    `lone`: only those without a client, and those that are a part of the root.
    """

    type: ContentType
    lead: str
    lone: bool = False

    def rows(self, condition: str) -> str:
        """Return table and condition of the rows; `condition` compares with the root, for instance `= $1`."""
        return f'{self.type.kind.table} WHERE "{self.lead}" {condition}{self._alone() if self.lone else ""}'

    def _alone(self) -> str:
        part, lone = self.type.part_of, f'"{self.type.kind.reach.client}" IS NULL'
        if part is None or part.column != self.lead:
            return f" AND {lone}"
        listed = ", ".join(f"'{state}'" for state in part.states)
        return f" AND ({lone} OR state IN ({listed}))"


def erasure_branches(content_types: Mapping[str, ContentType], noun: str) -> tuple[ErasureBranch, ...]:
    """
    Return what goes with a client or a referral, every type before those it refers to.

    :raises ErasureUndeclared: when types refer to each other in a circle
    """
    types = list(content_types.values())
    if noun == "client":
        found = [ErasureBranch(t, t.kind.reach.client) for t in types if t.kind.reach.client]
    else:
        root = next(t for t in types if t.noun == noun)
        below = [t for t in types if t.noun != noun and t.kind.reach.client and t.subject]
        leads = [(t, f.column) for t in below for f in t.fields.values() if f.target == noun]
        found = [ErasureBranch(root, "id"), *(ErasureBranch(t, column, lone=True) for t, column in leads)]
    return tuple(_children_first(found))


def _children_first(found: list[ErasureBranch]) -> Iterable[ErasureBranch]:
    left, models = list(found), {b.type.model.__name__ for b in found}
    while left:
        pointed = {name for b in left for name in parents(b.type.model) if name != b.type.model.__name__}
        free = [b for b in left if b.type.model.__name__ not in pointed & models]
        if not free:
            raise ErasureUndeclared("These types refer to each other: " + ", ".join(b.type.noun for b in left))
        yield from free
        left = [b for b in left if b not in free]


def parents(model: type[Model]) -> set[str]:
    """Return the names of the models that a model refers to by foreign keys."""
    return {str(model._meta.fields_map[name].model_name).split(".")[-1] for name in model._meta.fk_fields}  # type: ignore[attr-defined] # of a foreign key


def check_erasable(content_types: Mapping[str, ContentType]) -> None:
    """
    Check that an erasure reaches everything that is declared.

    :raises ErasureUndeclared: when a type refers to what is erased and has no way to the client, or cannot be blanked
    """
    personal = erasure_branches(content_types, "client")
    gone = {b.type.model.__name__ for b in personal if not b.type.survives}
    nouns = {b.type.noun for b in personal}
    for type_ in content_types.values():
        if type_.noun not in nouns and (hit := parents(type_.model) & gone):
            raise ErasureUndeclared(f"{type_.name} refers to {', '.join(sorted(hit))}: declare Reach(client=…)")
        for name in _blanked(type_) if type_.survives else ():
            _blank(type_, name)


@dataclass
class ErasedRows:
    """What an erasure deleted: rows by kind, and the ids that the list of erasures must name."""

    rows: Counter[str] = field(default_factory=Counter)
    targets: list[tuple[str, UUID]] = field(default_factory=list)


async def erase(
    context: CommandContext, purge: UUID | None, noun: str, root: UUID, db: TransactionalDBClient
) -> ErasedRows:
    """
    Erase a client or a referral in a transaction of the caller, who has locked it.

    `purge` is the running purge that names it; None for a replay, which the owner of the tables does. What can be there
    without the client, such as a referral that was not accepted yet, is a target too: an old backup has it alone.
    """
    gone, rows = ErasedRows(targets=[(noun, root)]), Counter[str]()
    if noun == "client":
        await inform_of_erasure(context, root, db)
        rows += await leave_remnants(context, root, db) + await erase_accounts(purge, root, db)
    for branch in erasure_branches(context.content_types, noun):
        table = branch.type.kind.table
        found = await db.execute_query_dict(f"SELECT id FROM {branch.rows('= $1')} FOR UPDATE", [root])
        ids = [UUID(str(r["id"])) for r in found]
        if not ids:
            continue
        [trail] = await db.execute_query_dict(_TRAIL, [purge, root, table, branch.lead, ids])
        rows += Counter(version=trail["versions"], history=trail["changes"], **{branch.type.noun: len(ids)})
        if is_erased_alone(branch):
            gone.targets += [(branch.type.noun, i) for i in ids if i != root]
        for name, column in SATELLITES:
            rows[name] += (await db.execute_query(f"DELETE FROM {name} WHERE {column} = ANY ($1::uuid[])", [ids]))[0]
        if branch.type.survives:
            await _blank_rows(context, branch.type, ids, db)
        else:
            await db.execute_query(f"DELETE FROM {table} WHERE id = ANY ($1::uuid[])", [ids])
    gone.rows = +rows
    return gone


def is_erased_alone(branch: ErasureBranch) -> bool:
    """Tell whether a row of the branch can be there without its client."""
    return not branch.lone and branch.lead != "id" and bool(_stored(branch.type, branch.lead).null)


def _blanked(type_: ContentType) -> list[str]:
    """Return the stored fields of a surviving type that are blanked, by their names in the model."""
    stays = {*_KEPT, *type_.survives, *(f"{name}_id" for name in type_.survives)}
    keys = {f"{name}_id" for name in type_.model._meta.fk_fields}
    names = {*type_.model._meta.fields_db_projection, *keys}
    return sorted(names - stays)


def _stored(type_: ContentType, name: str) -> fields.Field[Any]:
    """Return the stored field behind a column; a foreign key's own is known only once Tortoise is initialised."""
    known = type_.model._meta.fields_map
    return known.get(name) or known[name.removesuffix("_id")]


def _blank(type_: ContentType, name: str) -> Any:
    """Return what a column holds of an erased person."""
    stored = _stored(type_, name)
    if stored.null:
        return None
    if stored.default is not None:
        return stored.default() if callable(stored.default) else stored.default
    match stored:
        case fields.BooleanField():
            return False
        case ArrayField():
            return []
        case fields.CharField() | fields.TextField():
            return ""
    raise ErasureUndeclared(f"{type_.name}.{name} cannot be blank: name it in `survives`, or let it be empty")


async def _blank_rows(context: CommandContext, type_: ContentType, ids: list[UUID], db: TransactionalDBClient) -> None:
    """Leave a tombstone of each row: it tells that there was one, and keeps its id from being used again. Rule R26."""
    for row in await type_.model.filter(pk__in=ids).using_db(db):
        content: Any = row
        for name in _blanked(type_):
            setattr(content, name, _blank(type_, name))
        before, content.provenance = content.state, "OWN"
        content.state = "ERASED" if "ERASED" in type_.kind.workflow.states else before
        next_revision(context, content)
        await content.save(using_db=db)
        await record_change(context, type_, row, "ERASE", {"state": {"before": before, "after": content.state}}, db)
        await db.execute_query("DELETE FROM search_entry WHERE object_id = $1", [content.pk])
