"""
What a reference may choose, and what follows from a parent: nothing new under what has ended, and no day outside it.

The declarations say it (`closed_by`, `also_in`, `period`), so that no type can forget it. Decisions 0148 and 0149.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model

from resolvers.context import CommandContext, LoadedRow, PendingChange
from resolvers.declaration import ContentType, ContentTypes, Field
from resolvers.lookups import Lookup, Row
from resolvers.public_ids import object_uuid
from resolvers.reading.loading import visible_ids
from resolvers.refusals import CommandRefused, Problem
from resolvers.watched_rows import looked
from resolvers.writing.field_permissions import named_fields
from workflow.language import STAYS, Workflow
from workflow.published import is_published
from workflow.titles import LANGUAGES, Titles
from workflow.vocabulary import NEVER

OpenChild = tuple[ContentType, Any, str]  # its type, its row, and the transition that closes it


def may_choose(field: Field, target: ContentType, state: str) -> bool:
    """Return whether a reference may choose an object in this state."""
    return state in target.kind.workflow.open_to_new or state in field.also_in


def ended_reference(field: Field, target: ContentType, state: str) -> Problem:
    """Return the problem of a reference to an object that is retired, has ended, or is not in use yet."""
    titles = target.kind.workflow.states[state].titles
    facts = {f"object_{language}": title for language, title in zip(LANGUAGES, target.titles, strict=True)}
    facts |= {f"state_{language}": title for language, title in zip(LANGUAGES, titles, strict=True)}
    return Problem("REFERENCE_ENDED", (field.key,), facts)


async def references_ended_since(
    context: CommandContext, type_: ContentType, row: Model, db: TransactionalDBClient
) -> list[Problem]:
    """
    Return the references of a row to objects that may no longer be chosen, before it leaves its draft or opens again.

    A version of published content stays what it was when it was chosen.
    """
    chosen = context.content_types.once(_chosen_references)[type_.noun]
    known = tuple((field.column, context.known.get(("states", target.noun), {})) for field, target in chosen)
    states = looked(row, partial(_known_states, known))
    if states is None:
        states = tuple([await _state(target, getattr(row, field.column), db) for field, target in chosen])
    return [
        ended_reference(field, target, state)
        for (field, target), state in zip(chosen, states, strict=True)
        if state is not None and not may_choose(field, target, state)
    ]


def _known_states(known: Sequence[tuple[str, Mapping[UUID, str]]], row: Model) -> tuple[str | None, ...] | None:
    """Return the states of what a row refers to, by column; None when the command has not read all of them."""
    states: list[str | None] = []
    for column, by_id in known:
        id_ = getattr(row, column)
        if id_ is not None and id_ not in by_id:
            return None
        states.append(None if id_ is None else by_id[id_])
    return tuple(states)


def _chosen_references(types: ContentTypes) -> Mapping[str, Sequence[tuple[Field, ContentType]]]:
    """Return the references that somebody chose, by noun, with their types; a version is not asked if it is in use."""
    chosen = {
        noun: [(f, types[f.target]) for f in type_.fields.values() if f.target is not None and f.write is not NEVER]
        for noun, type_ in types.items()
    }
    return {noun: [(f, t) for f, t in found if not is_published(t.kind.workflow)] for noun, found in chosen.items()}


async def _state(target: ContentType, id_: Any, db: TransactionalDBClient) -> str | None:
    if id_ is None:
        return None
    found: Any = await target.model.get_or_none(pk=id_, using_db=db)
    return str(found.state) if found is not None else None


def state_lookups(context: CommandContext, type_: ContentType, rows: Sequence[Any]) -> Iterator[Lookup]:
    """Yield what reads the states of what many rows refer to, for this command to know."""
    for field, target in context.content_types.once(_chosen_references)[type_.noun]:
        if ids := {getattr(row, field.column) for row in rows} - {None}:
            sql = f"SELECT id, NULL::date, state::text, NULL::text FROM {target.kind.table} WHERE id = ANY($1::uuid[])"
            yield Lookup(sql, (list(ids),), partial(_keep_states, context, target.noun))


def _keep_states(context: CommandContext, noun: str, rows: list[Row]) -> None:
    context.known.setdefault(("states", noun), {}).update({id_: state for id_, _, state, _ in rows})


async def is_listed(content_types: ContentTypes, of: ContentType, row: Any, db: TransactionalDBClient) -> bool:
    """Return whether an object of a client is in a list of ids of the same client, which no foreign key protects."""
    for type_ in content_types.values():
        for field in (f for f in type_.fields.values() if f.value.lists == of.noun):
            listing: Any = type_.model.filter(
                **{
                    f"{field.name}__contains": [row.pk],
                    str(type_.kind.reach.client): getattr(row, str(of.kind.reach.client)),
                }
            )
            if await listing.using_db(db).exists():
                return True
    return False


def children_of(content_types: ContentTypes, noun: str) -> Iterator[tuple[ContentType, Field]]:
    """Yield every type whose rows are begun under objects of this noun, with the reference that leads there."""
    for type_ in content_types.values():
        for field in type_.fields.values():
            if field.target == noun and field.closed_by is not None:
                yield type_, field


async def open_children(content_types: ContentTypes, parent: LoadedRow, db: TransactionalDBClient) -> list[OpenChild]:
    """Return what is open below an object, the oldest first: its type, its row, and the transition that closes it."""
    found: list[OpenChild] = []
    for type_, field in children_of(content_types, parent.type.noun):
        if field.closed_by:
            query: Any = type_.model.filter(**{field.name: parent.id}, state__in=list(field.closed_by))
            rows = await query.using_db(db).order_by("id")
            found += [(type_, row, field.closed_by[row.state]) for row in rows]
    return found


def open_below(found: Sequence[OpenChild]) -> Problem:
    """Return the refusal to end an object: what is open below by number, and how each is closed, in every language."""
    counted: dict[tuple[str, str], int] = {}
    types = {type_.noun: type_ for type_, _, _ in found}
    for type_, row, _ in found:
        counted[type_.noun, row.state] = counted.get((type_.noun, row.state), 0) + 1
    facts = {"count": str(len(found))} | {
        f"open_{language}": "; ".join(
            _counted_words(types[noun], state, count, number) for (noun, state), count in counted.items()
        )
        for number, language in enumerate(LANGUAGES)
    }
    return Problem("OPEN_BELOW", ("transition",), facts)


def _counted_words(type_: ContentType, state: str, count: int, language: int) -> str:
    ways = " / ".join(titles[language] for titles in ways_out(type_.kind.workflow, state))
    return f"{type_.titles[language]} ({type_.kind.workflow.states[state].titles[language]}): {count} – {ways}"


def ways_out(workflow: Workflow, state: str) -> list[Titles]:
    """Return the titles of the transitions by which somebody closes what is in a state."""
    return [
        step.titles
        for step in workflow.transitions.values()
        if state in step.source and step.target != STAYS and step.target in workflow.closed_to_new
    ]


async def within_parent(change: PendingChange, type_: ContentType) -> list[Problem]:
    """
    Check that the days of a row lie within those of its parent, and that none of its open children lies outside.

    The first day of a parent counts, and its last where it has one.
    """
    if type_.period is None or not change.keys & _period_keys(type_):
        return []
    own = _days(type_, change.row)
    problems: list[Problem] = []
    for field in type_.fields.values():
        parent_type = change.context.content_types[field.target] if field.target else None
        if field.closed_by is None or parent_type is None or parent_type.period is None:
            continue
        parent: Any = await parent_type.model.get(pk=getattr(change.row, field.column), using_db=change.db)
        problems += _outside(type_, own, _days(parent_type, parent))
    return problems + await _children_outside(change, type_, own)


def _period_keys(type_: ContentType) -> set[str]:
    columns = type_.period or ()
    return {f.key for f in type_.fields.values() if f.name in columns or f.closed_by is not None}


def _days(type_: ContentType, row: Any) -> tuple[date, date | None]:
    first, last = type_.period or ("", "")
    return getattr(row, first), getattr(row, last)


def _outside(type_: ContentType, own: tuple[date, date | None], parent: tuple[date, date | None]) -> list[Problem]:
    first, last = parent
    facts = {"first": first.isoformat(), "last": last.isoformat() if last else "–"}
    keys = [next(f.key for f in type_.fields.values() if f.name == name) for name in type_.period or ()]
    begins_outside = own[0] < first or (last is not None and own[0] > last)
    ends_outside = own[1] is not None and last is not None and own[1] > last
    wrong = [key for key, is_wrong in zip(keys, (begins_outside, ends_outside), strict=True) if is_wrong]
    return [Problem("OUTSIDE_PARENT", (key,), facts) for key in dict.fromkeys(wrong)]


async def _children_outside(change: PendingChange, type_: ContentType, own: tuple[date, date | None]) -> list[Problem]:
    outside: list[tuple[ContentType, int]] = []
    for child, field in children_of(change.context.content_types, type_.noun):
        if child.period is None or not field.closed_by:
            continue
        query: Any = child.model.filter(**{field.name: change.row.pk}, state__in=list(field.closed_by))
        rows = await query.using_db(change.db)
        count = sum(bool(_outside(child, _days(child, row), own)) for row in rows)
        outside += [(child, count)] if count else []
    if not outside:
        return []
    facts = {
        f"children_{language}": ", ".join(f"{child.titles[number]}: {count}" for child, count in outside)
        for number, language in enumerate(LANGUAGES)
    }
    last = next(f.key for f in type_.fields.values() if type_.period and f.name == type_.period[1])
    return [Problem("CHILDREN_OUTSIDE", (last,), facts)]


async def referenced_objects(
    context: CommandContext,
    type_: ContentType,
    values: Mapping[str, Any],
    db: TransactionalDBClient,
    stored: Mapping[str, Any] = MappingProxyType({}),
) -> dict[str, Model]:
    """
    Return the objects that the given references name, by column; `stored` are the columns that the row has now.

    :raises CommandRefused: NOT_FOUND when the caller may not see one of them, or it does not exist; REFERENCE_ENDED
        when it may no longer be chosen
    """
    objects: dict[str, Model] = {}
    for reference in named_fields(type_, values):
        if reference.target is None or values[reference.key] is None:
            continue
        target = context.content_types[reference.target]
        uuid = object_uuid(target.noun, values[reference.key])
        if uuid is None or not (reference.unseen or await visible_ids(context, target, [uuid], db)):
            raise CommandRefused(Problem("NOT_FOUND", (reference.key,)))
        object_: Any = await target.model.get_or_none(pk=uuid, using_db=db)
        if object_ is None:
            raise CommandRefused(Problem("NOT_FOUND", (reference.key,)))
        is_chosen_anew = stored.get(reference.column) != uuid
        if is_chosen_anew and not may_choose(reference, target, object_.state):
            # The state of an object that the caller may not see says nothing to the caller.
            seen = bool(await visible_ids(context, target, [uuid], db))
            ended = ended_reference(reference, target, object_.state)
            raise CommandRefused(ended if seen else Problem("NOT_FOUND", (reference.key,)))
        objects[reference.column] = object_
    return objects
