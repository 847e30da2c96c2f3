"""Generate the GraphQL types of a declaration: object, connection, filter, order, inputs, payload and transitions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import strawberry
from strawberry.types.field import StrawberryField

from resolvers.declaration import ContentType, Field, Relation
from schema.engine.directives import Protected
from schema.engine.input_types import build_inputs, python_type, register_input
from schema.engine.language import ValueObject
from schema.engine.revisions import revisions_field
from schema.engine.shared import (
    AccessEntry,
    Attachment,
    AwaitedFile,
    Change,
    DayCount,
    LogReason,
    Node,
    PageInfo,
    Purpose,
)
from schema.engine.type_factory import (
    Arguments,
    class_of,
    compiled_field,
    maybe,
    plain_field,
    register_enum,
    register_type,
    renamed_to,
    several,
    snake,
    with_article,
)
from workflow.vocabulary import AUDIT, VIEW, Permission


def build_value_object(kind: ValueObject) -> None:
    """Build and register the object and the input of a value object; the field around it has the permission."""
    object_fields: dict[str, tuple[Any, StrawberryField]] = {}
    input_fields: dict[str, tuple[Any, StrawberryField]] = {}
    for member in kind.members.values():
        value = python_type(member)
        text = f"{member.description} ({member.titles[0]})"
        object_fields[member.name] = maybe(value) if member.nullable else value, plain_field(text)
        default = {"default": strawberry.UNSET} if member.nullable else {}
        input_fields[member.name] = (
            maybe(value) if member.nullable else value,
            plain_field(member.description, **default),
        )
    for right, _ in kind.rights.values():
        object_fields[right.name] = bool, plain_field(f"{right.description} ({right.titles[0]})")
    register_type(kind.name, strawberry.type(class_of(kind.name, object_fields), description=kind.description))
    register_input(f"{kind.name}Input", input_fields, kind.description)


def _object_field(type_: ContentType, field: Field, deprecated: str | None = None) -> tuple[Any, StrawberryField]:
    kind = f"{type_.name}State" if field.name == "state" else python_type(field)
    annotation = maybe(kind) if field.nullable else kind
    directive = Protected(read=field.read.name, write=field.write.name)
    text = f"{field.description} ({field.titles[0]})"
    if field.sealed:
        purpose = {"purpose": (Purpose, "Why the code is needed; logged with the caller's name.")}
        return annotation, compiled_field(annotation, text, purpose, directive, deprecated=deprecated)
    return annotation, plain_field(text, directive, deprecated=deprecated)


def _twins(type_: ContentType, content_types: Mapping[str, ContentType]) -> dict[str, tuple[Any, StrawberryField]]:
    """Return the fields of an object under their former names; GraphQL names them as Python does."""
    fields = {
        str(f.formerly): _object_field(type_, f, renamed_to(f.key))
        for f in type_.fields.values()
        if f.has_twin and f.target is None
    }
    relations = {
        snake(r.twin_key): _relation_field(r, content_types[r.target], renamed_to(r.key))
        for r in type_.relations.values()
        if r.twin_key
    }
    return fields | relations


def _relation_field(
    relation: Relation, target: ContentType, deprecated: str | None = None
) -> tuple[Any, StrawberryField]:
    directive = Protected(read=relation.read.name)
    text = f"{relation.description} ({relation.titles[0]})"
    if not relation.many:
        annotation = maybe(target.name)
        return annotation, plain_field(text, directive, deprecated=deprecated)
    annotation = maybe(f"{target.name}Connection")
    return annotation, compiled_field(annotation, text, list_arguments(target), directive)


def list_arguments(type_: ContentType, *, root: bool = False) -> Arguments:
    """Return the arguments of a connection."""
    cap = 200 if root else 400
    arguments: dict[str, tuple[Any, str]] = {
        "filter": (maybe(f"{type_.name}Filter"), "Which objects; several conditions must all hold."),
        "order_by": (
            maybe(f"{type_.name}Order"),
            "In which order; objects whose order field is hidden are left out.",
        ),
        "first": (maybe(int), f"Size of the page, 0–{cap}; 25 when not given."),
        "after": (maybe(str), "Cursor of the last object of the page before."),
        "last": (maybe(int), f"Size of the page counted from the end, 0–{cap}."),
        "before": (maybe(str), "Cursor of the first object of the page behind."),
    }
    if any(f.search for f in type_.fields.values()):
        arguments["search"] = (
            maybe(str),
            "Words to look for in the fields the caller may read: what begins so, other forms, a name spelt otherwise.",
        )
    if type_.replaced:
        arguments["include_replaced"] = (
            maybe(bool),
            "Also those that were corrected and count no more; current ones alone when not given.",
        )
    if any(f.sealed for f in type_.fields.values()):
        arguments["identity_code"] = (
            maybe("IdentityCodeSearch"),
            "Exact search by personal identity code, with a purpose.",
        )
    return arguments


def build_arguments(type_: ContentType) -> None:
    """Build and register the enums and filters of a content type; Strawberry reads arguments before objects."""
    _enums(type_)
    _filters(type_)


def build(type_: ContentType, content_types: Mapping[str, ContentType]) -> type:
    """Build and register the object, connection, input and payload types, and return the object type."""
    fields = {f.name: _object_field(type_, f) for f in type_.fields.values() if f.target is None}
    fields |= {r.name: _relation_field(r, content_types[r.target]) for r in type_.relations.values()}
    fields |= _twins(type_, content_types)
    audit = Protected(read=AUDIT.name)
    fields["redacted"] = (
        list[str],
        plain_field("Names of the fields of this very object that the caller may not read.", Protected(read="view")),
    )
    fields["history"] = (
        maybe(several(Change)),
        plain_field("The last 50 changes, newest first, as far as the caller may read the fields.", audit),
    )
    if type_.write_permissions:
        fields["revisions"] = revisions_field()
    if type_.logged is not None:
        fields |= _log_fields(type_.logged)
    if type_.attached:
        text = f"{type_.attached.description} ({type_.attached.titles[0]})"
        fields["attachments"] = maybe(several(Attachment)), plain_field(text, Protected(read=type_.attached.read.name))
    if type_.awaited:
        text = f"{type_.awaited.description} ({type_.awaited.titles[0]})"
        guard = Protected(read=type_.awaited.read.name)
        fields["awaited_files"] = maybe(several(AwaitedFile)), plain_field(text, guard)
    if type_.counted:
        text = f"{type_.counted.description} ({type_.counted.titles[0]})"
        fields["day_counts"] = maybe(several(DayCount)), plain_field(text, Protected(read=type_.counted.read.name))
    object_type = register_type(
        type_.name, strawberry.type(class_of(type_.name, fields, Node), description=_type_description(type_))
    )
    _build_connection(type_)
    parents = {f.target for t in content_types.values() for f in t.fields.values() if f.target and f.closed_by}
    build_inputs(type_, frozenset(parents))
    return object_type


def _build_connection(type_: ContentType) -> None:
    """Build and register the types of a list of the content type: an edge, and a page."""
    edge = {
        "cursor": (str, plain_field("Opaque position of this object in this list, for this caller.")),
        "node": (type_.name, plain_field("The object.")),
    }
    register_type(
        f"{type_.name}Edge",
        strawberry.type(
            class_of(f"{type_.name}Edge", edge), description=f"{with_article(type_.name, begins=True)} in a list."
        ),
    )
    page = {
        "nodes": (several(type_.name), plain_field("The objects of the page.")),
        "edges": (several(f"{type_.name}Edge"), plain_field("The objects with their cursors.")),
        "page_info": (PageInfo, plain_field("Where the page lies in the list.")),
        "total_count": (int, plain_field("How many objects the caller could see in all; counted to 10,000 at most.")),
    }
    name = f"{type_.name}Connection"
    register_type(name, strawberry.type(class_of(name, page), description=f"A page of {type_.plural}."))


def _log_fields(permission: Permission) -> dict[str, tuple[Any, StrawberryField]]:
    returns, guard = maybe(several(AccessEntry)), Protected(read=permission.name)
    arguments: Arguments = {
        "first": (maybe(int), "How many, 0–200; 50 when not given."),
        "since": (maybe(datetime), "Not before this moment."),
        "before": (maybe(datetime), "Before this moment."),
        "after": (maybe(str), "Cursor of the last entry of the page before: the entries behind it, older ones."),
        "special_reason": (maybe(LogReason), "Why entries older than the law of the register shows are needed."),
    }
    texts = {
        "access_log": "Who looked at the person, newest first.",
        "disclosures": "To whom the person's data went: looks of agencies and workplaces, newest first.",
    }
    return {name: (returns, compiled_field(returns, text, arguments, guard)) for name, text in texts.items()}


def _type_description(type_: ContentType) -> str:
    return f"{type_.description} ({type_.titles[0]})"


def _enums(type_: ContentType) -> None:
    workflow = type_.kind.workflow
    register_enum(
        f"{type_.name}State",
        f"States of {with_article(type_.name)}.",
        {n: " · ".join(s.titles) for n, s in workflow.states.items()},
    )
    orders = {"CREATED": "Oldest first.", "CREATED_DESC": "Newest first."}
    twins: dict[str, str] = {}
    for field in (f for f in type_.fields.values() if f.order):
        for name in (field.name, *([str(field.formerly)] if field.has_twin else ())):
            named = {name.upper(): f"By {field.key}, rising.", f"{name.upper()}_DESC": f"By {field.key}, falling."}
            orders |= named
            twins |= dict.fromkeys(named, renamed_to(field.name.upper())) if name != field.name else {}
    if any(f.search for f in type_.fields.values()):
        orders["RELEVANCE"] = "The best matches of a search first; without an order, a search has this one."
    register_enum(f"{type_.name}Order", f"Orders of a list of {type_.plural}.", orders, twins)
    if workflow.transitions:
        offered = {
            n: f"{' · '.join(t.titles)}: {', '.join(sorted(t.source))} → {t.target}"
            for n, t in workflow.transitions.items()
        }
        register_enum(f"{type_.name}Transition", f"Transitions of {with_article(type_.name)}.", offered)


def _filters(type_: ContentType) -> None:
    state = {
        "eq": (maybe(f"{type_.name}State"), plain_field("Is this state.", default=strawberry.UNSET)),
        "in_": (
            maybe(several(f"{type_.name}State")),
            strawberry.field(name="in", description="Is one of these.", default=strawberry.UNSET),
        ),
    }
    register_type(
        f"{type_.name}StateFilter",
        strawberry.input(
            class_of(f"{type_.name}StateFilter", state), description=f"Which states of {with_article(type_.name)}."
        ),
    )
    fields: dict[str, tuple[Any, StrawberryField]] = {
        "state": (
            maybe(f"{type_.name}StateFilter"),
            plain_field("By state.", Protected(read=VIEW.name), default=strawberry.UNSET),
        ),
        "any_of": (
            maybe(several(f"{type_.name}Filter")),
            plain_field("At least one of these holds.", Protected(read=VIEW.name), default=strawberry.UNSET),
        ),
    }
    for field in (f for f in type_.fields.values() if f.filter):
        kind = maybe(f"{filter_kind(field)}Filter")
        directive = Protected(read=field.read.name)
        text = f"By {field.key}; needs its permission."
        fields[field.name] = kind, plain_field(text, directive, default=strawberry.UNSET)
        if field.has_twin:
            twin = plain_field(text, directive, default=strawberry.UNSET, deprecated=renamed_to(field.key))
            fields[str(field.formerly)] = kind, twin
    name = f"{type_.name}Filter"
    register_type(name, strawberry.input(class_of(name, fields), description=f"Which {type_.plural}."))


def filter_kind(field: Field) -> str:
    """Return the kind of values on which the conditions of a filter by this field are."""
    if field.choices:
        return field.value.name
    return {"ID": "Id", "Date": "Date", "DateTime": "DateTime", "Int": "Int", "Boolean": "Boolean"}.get(
        field.value.name, "String"
    )
