"""
Erasure: delete everything that belongs to one person, or to one referral without a client, as the declarations say.

A content type is covered by its declaration alone: the column `kind.reach.client` leads to the person, the foreign keys
of the models give the order of deletion, and `survives` names the fields that stay. Rows that belong to an object by
its id alone are in the tables of `SATELLITES`.
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
    ("idempotency_object", "object_id"),
    ("import_row", "record_id"),
    ("attachment", "object_id"),
    ("package", "request_id"),
    ("merged_row", "merge_id"),
)
# Columns that every row keeps: they say when it was written and by which account, and nothing about the person.
_KEPT_COLUMNS = frozenset(
    {"id", "state", "revision", "provenance", "created_at", "created_by", "modified_at", "modified_by"}
)
# Evidence of who saw whom: the function that erases the trail deletes these rows, because the application may not.
_ERASED_WITH_TRAIL = frozenset({"emergency_access", "support_access"})
_ERASE_TRAIL = "SELECT versions, changes FROM erase_trail($1, $2, $3::text::regclass, $4, $5::uuid[])"


class ErasureUndeclared(LookupError):
    """
    An erasure would not cover a content type.

    It is raised when the schema is built, and says how to declare the type.
    """

    code = "ERASURE_UNDECLARED"


@dataclass(frozen=True)
class ErasureBranch:
    """
    The rows of one type that are erased with a root: those whose column `lead` holds the root's id.

    With `lone` only the rows without a client, and the rows that are a part of the root.
    """

    type: ContentType
    lead: str
    lone: bool = False

    def rows(self, condition: str) -> str:
        """Return table and condition of the rows. `condition` is compared with the column, for instance `= $1`."""
        return f'{self.type.kind.table} WHERE "{self.lead}" {condition}{self._lone_condition() if self.lone else ""}'

    def _lone_condition(self) -> str:
        part, without_client = self.type.part_of, f'"{self.type.kind.reach.client}" IS NULL'
        if part is None or part.column != self.lead:
            return f" AND {without_client}"
        states = ", ".join(f"'{state}'" for state in part.states)
        return f" AND ({without_client} OR state IN ({states}))"


def erasure_branches(content_types: Mapping[str, ContentType], noun: str) -> tuple[ErasureBranch, ...]:
    """
    Return the rows that are erased with a client or a referral; every type comes before the types that it refers to.

    :raises ErasureUndeclared: when types refer to each other in a circle
    """
    types = list(content_types.values())
    if noun == "client":
        branches = [ErasureBranch(t, t.kind.reach.client) for t in types if t.kind.reach.client]
        branches += [ErasureBranch(t, column) for t in types for column in t.kind.reach.also]
    else:
        root = next(t for t in types if t.noun == noun)
        personal = [t for t in types if t.noun != noun and t.kind.reach.client and t.subject]
        references = [(t, f.column) for t in personal for f in t.fields.values() if f.target == noun]
        branches = [ErasureBranch(root, "id"), *(ErasureBranch(t, column, lone=True) for t, column in references)]
    return tuple(_children_first(branches))


def _children_first(branches: list[ErasureBranch]) -> Iterable[ErasureBranch]:
    remaining, models = list(branches), {b.type.model.__name__ for b in branches}
    while remaining:
        referred = {name for b in remaining for name in parents(b.type.model) if name != b.type.model.__name__}
        unreferred = [b for b in remaining if b.type.model.__name__ not in referred & models]
        if not unreferred:
            raise ErasureUndeclared("These types refer to each other: " + ", ".join(b.type.noun for b in remaining))
        yield from unreferred
        remaining = [b for b in remaining if b not in unreferred]


def parents(model: type[Model]) -> set[str]:
    """Return the names of the models that a model refers to by foreign keys."""
    return {str(model._meta.fields_map[name].model_name).split(".")[-1] for name in model._meta.fk_fields}  # type: ignore[attr-defined] # of a foreign key


def check_erasable(content_types: Mapping[str, ContentType]) -> None:
    """
    Check that an erasure covers everything that is declared.

    :raises ErasureUndeclared: when a type refers to erased rows and has no column of the client, or cannot be made
        blank
    """
    personal = erasure_branches(content_types, "client")
    erased_models = {b.type.model.__name__ for b in personal if not b.type.survives}
    nouns = {b.type.noun for b in personal}
    for type_ in content_types.values():
        if type_.noun not in nouns and (erased_parents := parents(type_.model) & erased_models):
            raise ErasureUndeclared(
                f"{type_.name} refers to {', '.join(sorted(erased_parents))}: declare Reach(client=…)"
            )
        for name in _blanked_fields(type_) if type_.survives else ():
            _blank_value(type_, name)


@dataclass
class ErasedRows:
    """The result of an erasure: the deleted rows by kind, and the ids that the list of erasures must name."""

    rows: Counter[str] = field(default_factory=Counter)
    targets: list[tuple[str, UUID]] = field(default_factory=list)


async def erase(
    context: CommandContext, purge: UUID | None, noun: str, root: UUID, db: TransactionalDBClient
) -> ErasedRows:
    """
    Erase a client or a referral, inside the transaction of the caller, who has locked it.

    `purge` is the running purge that names it. It is None when erasures are replayed, which the owner of the tables
    does. Rows that may exist without the client, such as a referral that was not accepted yet, are targets too: an old
    backup may have them without the client.
    """
    people = await _merged_ids(noun, root, db)
    erased, rows = ErasedRows(targets=[(noun, id_) for id_ in people]), Counter[str]()
    if noun == "client":
        await inform_of_erasure(context, root, db)
        await leave_remnants(context, root, db)
        rows += await erase_accounts(purge, root, db)
    for branch in erasure_branches(context.content_types, noun):
        table = branch.type.kind.table
        locked = await db.execute_query_dict(f"SELECT id FROM {branch.rows('= ANY ($1::uuid[])')} FOR UPDATE", [people])
        ids = [UUID(str(r["id"])) for r in locked]
        if not ids:
            continue
        [trail] = await db.execute_query_dict(_ERASE_TRAIL, [purge, root, table, branch.lead, ids])
        rows += Counter(version=trail["versions"], history=trail["changes"], **{branch.type.noun: len(ids)})
        if is_erased_alone(branch):
            erased.targets += [(branch.type.noun, i) for i in ids if i not in people]
        for name, column in SATELLITES:
            rows[name] += (await db.execute_query(f"DELETE FROM {name} WHERE {column} = ANY ($1::uuid[])", [ids]))[0]
        if table in _ERASED_WITH_TRAIL:
            continue
        if branch.type.survives:
            await _blank_rows(context, branch.type, ids, db)
        else:
            await db.execute_query(f"DELETE FROM {table} WHERE id = ANY ($1::uuid[])", [ids])
    erased.rows = +rows
    return erased


async def _merged_ids(noun: str, root: UUID, db: TransactionalDBClient) -> list[UUID]:
    """Return the root and, of a client, those who were merged into it; they are erased with it."""
    sql = "SELECT id FROM client WHERE merged_into_id = $1 ORDER BY id FOR UPDATE"
    merged = await db.execute_query_dict(sql, [root]) if noun == "client" else []
    return [root, *(UUID(str(row["id"])) for row in merged)]


def is_erased_alone(branch: ErasureBranch) -> bool:
    """Return whether a row of the branch may exist without its client."""
    return not branch.lone and branch.lead != "id" and bool(_stored_field(branch.type, branch.lead).null)


def _blanked_fields(type_: ContentType) -> list[str]:
    """Return the stored fields of a surviving type that are made blank, by their names in the model."""
    retained = {*_KEPT_COLUMNS, *type_.survives, *(f"{name}_id" for name in type_.survives)}
    foreign_keys = {f"{name}_id" for name in type_.model._meta.fk_fields}
    names = {*type_.model._meta.fields_db_projection, *foreign_keys}
    return sorted(names - retained)


def _stored_field(type_: ContentType, name: str) -> fields.Field[Any]:
    """Return the stored field of a column; the column of a foreign key is known only once Tortoise is initialised."""
    model_fields = type_.model._meta.fields_map
    return model_fields.get(name) or model_fields[name.removesuffix("_id")]


def _blank_value(type_: ContentType, name: str) -> Any:
    """Return the value of a column in the row of an erased person."""
    stored = _stored_field(type_, name)
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
    """
    Leave a blank row for each: it shows that there was an object, and prevents that its id is used again.

    Source: rule R26.
    """
    for row in await type_.model.filter(pk__in=ids).using_db(db):
        content: Any = row
        for name in _blanked_fields(type_):
            setattr(content, name, _blank_value(type_, name))
        before, content.provenance = content.state, "OWN"
        content.state = "ERASED" if "ERASED" in type_.kind.workflow.states else before
        next_revision(context, content)
        await content.save(using_db=db)
        await record_change(context, type_, row, "ERASE", {"state": {"before": before, "after": content.state}}, db)
        await db.execute_query("DELETE FROM search_entry WHERE object_id = $1", [content.pk])
