"""From a declaration to its GraphQL types: object, connection, filter, order, inputs, payload, transitions."""

import inspect
import sys
from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Any, Optional

import strawberry
from strawberry.types.field import StrawberryField

from resolvers.declaration import ContentType, Field, Relation
from schema.directives import Protected
from schema.language import CHOICES, ValueObject, camel
from schema.shared import Change, FieldError, Node, PageInfo, Purpose
from schema.values import PYTHON
from workflow.vocabulary import ADD, AUDIT, VIEW

Arguments = Mapping[str, tuple[Any, str]]  # python name → annotation, description


class Compiled(AssertionError):
    """A stored field was resolved one by one; it must arrive ready-made from the statement."""


def compiled_field(returns: Any, description: str, arguments: Arguments, *directives: object) -> StrawberryField:
    """Return a field with arguments whose value comes from the compiled statement; resolving it singly is an error."""

    def resolver() -> Any:
        raise Compiled

    parameters = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation,
            default=strawberry.UNSET if type(None) in getattr(annotation, "__args__", ()) else inspect.Parameter.empty,
        )
        for name, (kind, text) in arguments.items()
        if (annotation := kind)
    ]  # fmt: skip
    resolver.__signature__ = inspect.Signature(  # type: ignore[attr-defined] # Strawberry reads it
        [
            p.replace(annotation=Annotated[p.annotation, strawberry.argument(description=arguments[p.name][1])])
            for p in parameters
        ],
        return_annotation=returns,
    )
    resolver.__annotations__ = {"return": returns}
    resolver.__module__ = __name__
    made: StrawberryField = strawberry.field(resolver=resolver, description=description, directives=directives)
    return made


def named(name: str, kind: type) -> type:
    """Publish a generated type under its name, where string annotations of other types find it."""
    setattr(sys.modules[__name__], name, kind)
    return kind


def _class(name: str, fields: Mapping[str, tuple[Any, StrawberryField]], *bases: type) -> type:
    return type(name, bases, {
        "__annotations__": {k: a for k, (a, f) in fields.items() if f.base_resolver is None},
        "__module__": __name__, **{k: f for k, (_, f) in fields.items()},
    })  # fmt: skip


def _plain(description: str, *directives: object, default: Any = ...) -> StrawberryField:
    given = {} if default is ... else {"default": default}
    field: StrawberryField = strawberry.field(description=description, directives=directives, **given)  # type: ignore[call-overload] # default is optional
    return field


def python_type(field: Field) -> Any:
    """Return the annotation of a field's value, without null."""
    if field.embedded:
        return list[field.value.name]  # type: ignore[name-defined] # published by its declaration
    if field.choices:
        return CHOICES[field.value.name][0]
    kind = PYTHON[field.value.name]
    return list[kind] if field.value.many else kind


def build_value_object(kind: ValueObject) -> None:
    """Build and publish the object and the input of a value object; the permission is that of the field that holds it."""
    shown: dict[str, tuple[Any, StrawberryField]] = {}
    given: dict[str, tuple[Any, StrawberryField]] = {}
    for member in kind.members.values():
        value = python_type(member)
        text = f"{member.description} ({member.titles[0]})"
        shown[member.name] = Optional[value] if member.nullable else value, _plain(text)
        default = {"default": strawberry.UNSET} if member.nullable else {}
        given[member.name] = Optional[value] if member.nullable else value, _plain(member.description, **default)
    named(kind.name, strawberry.type(_class(kind.name, shown), description=kind.description))
    _input(f"{kind.name}Input", given, kind.description)


def _object_field(type_: ContentType, field: Field) -> tuple[Any, StrawberryField]:
    kind = f"{type_.name}State" if field.name == "state" else python_type(field)
    annotation = Optional[kind] if field.nullable else kind  # noqa: UP045 # the kind may be a name
    directive = Protected(read=field.read.name, write=field.write.name)
    text = f"{field.description} ({field.titles[0]})"
    if field.sealed:
        purpose = {"purpose": (Purpose, "Why the code is needed; logged with the caller's name.")}
        return annotation, compiled_field(annotation, text, purpose, directive)
    return annotation, _plain(text, directive)


def _relation_field(relation: Relation, target: ContentType) -> tuple[Any, StrawberryField]:
    directive = Protected(read=relation.read.name)
    text = f"{relation.description} ({relation.titles[0]})"
    if not relation.many:
        annotation = Optional[target.name]
        return annotation, _plain(text, directive)
    annotation = Optional[f"{target.name}Connection"]
    return annotation, compiled_field(annotation, text, list_arguments(target), directive)


def list_arguments(type_: ContentType, *, root: bool = False) -> Arguments:
    """Return the arguments of a connection."""
    most = 200 if root else 400
    found: dict[str, tuple[Any, str]] = {
        "filter": (Optional[f"{type_.name}Filter"], "Which objects; several conditions must all hold."),
        "order_by": (
            Optional[f"{type_.name}Order"],
            "In which order; objects whose order field is hidden are left out.",
        ),
        "first": (Optional[int], f"Size of the page, 0–{most}; 25 when not given."),
        "after": (Optional[str], "Cursor of the last object of the page before."),
        "last": (Optional[int], f"Size of the page counted from the end, 0–{most}."),
        "before": (Optional[str], "Cursor of the first object of the page behind."),
    }
    if any(f.search for f in type_.fields.values()):
        found["search"] = (
            Optional[str],
            "Words to look for in the fields the caller may read; spelling may differ a little.",
        )
    if any(f.sealed for f in type_.fields.values()):
        found["identity_code"] = (
            Optional["IdentityCodeSearch"],
            "Exact search by personal identity code, with a purpose.",
        )
    return found


def build_arguments(type_: ContentType) -> None:
    """Build and publish the enums and filters of a content type: Strawberry reads arguments before objects."""
    _enums(type_)
    _filters(type_)


def build(type_: ContentType, register: Mapping[str, ContentType]) -> type:
    """Build and publish the object, connection, input and payload types; the object type is returned."""
    fields = {f.name: _object_field(type_, f) for f in type_.fields.values() if f.target is None}
    fields |= {r.name: _relation_field(r, register[r.target]) for r in type_.relations.values()}
    audit = Protected(read=AUDIT.name)
    fields["redacted"] = (
        list[str],
        _plain("Names of the fields of this very object that the caller may not read.", Protected(read="view")),
    )
    fields["history"] = (
        Optional[list[Change]],
        _plain("The last 50 changes, newest first, as far as the caller may read the fields.", audit),
    )
    made = named(type_.name, strawberry.type(_class(type_.name, fields, Node), description=_described(type_)))
    edge = {
        "cursor": (str, _plain("Opaque position of this object in this list, for this caller.")),
        "node": (type_.name, _plain("The object.")),
    }
    named(
        f"{type_.name}Edge",
        strawberry.type(_class(f"{type_.name}Edge", edge), description=f"A {type_.name} in a list."),
    )
    page = {
        "nodes": (list[type_.name], _plain("The objects of the page.")),  # type: ignore[name-defined] # published above
        "edges": (list[f"{type_.name}Edge"], _plain("The objects with their cursors.")),  # type: ignore[name-defined] # as above
        "page_info": (PageInfo, _plain("Where the page lies in the list.")),
        "total_count": (int, _plain("How many objects the caller could see in all; counted to 10,000 at most.")),
    }
    name = f"{type_.name}Connection"
    named(name, strawberry.type(_class(name, page), description=f"A page of {type_.plural}."))
    _inputs(type_)
    return made


def _described(type_: ContentType) -> str:
    return f"{type_.description} ({type_.titles[0]})"


def _enums(type_: ContentType) -> None:
    workflow = type_.kind.workflow
    _enum(
        f"{type_.name}State",
        f"States of a {type_.name}.",
        {n: " · ".join(s.titles) for n, s in workflow.states.items()},
    )
    orders = {"CREATED": "Oldest first.", "CREATED_DESC": "Newest first."}
    for field in (f for f in type_.fields.values() if f.order):
        orders |= {
            field.name.upper(): f"By {field.key}, rising.",
            f"{field.name.upper()}_DESC": f"By {field.key}, falling.",
        }
    _enum(f"{type_.name}Order", f"Orders of a list of {type_.plural}.", orders)
    if workflow.transitions:
        offered = {
            n: f"{' · '.join(t.titles)}: {', '.join(sorted(t.source))} → {t.target}"
            for n, t in workflow.transitions.items()
        }
        _enum(f"{type_.name}Transition", f"Transitions of a {type_.name}.", offered)


def _enum(name: str, description: str, members: Mapping[str, str]) -> None:
    made = Enum(name, {m: strawberry.enum_value(m, description=text) for m, text in members.items()}, module=__name__)
    named(name, strawberry.enum(made, description=description))


def _filters(type_: ContentType) -> None:
    state = {
        "eq": (Optional[f"{type_.name}State"], _plain("Is this state.", default=strawberry.UNSET)),
        "in_": (
            Optional[list[f"{type_.name}State"]],
            strawberry.field(name="in", description="Is one of these.", default=strawberry.UNSET),
        ),
    }  # type: ignore[name-defined] # published above
    named(
        f"{type_.name}StateFilter",
        strawberry.input(_class(f"{type_.name}StateFilter", state), description=f"Which states of a {type_.name}."),
    )
    fields: dict[str, tuple[Any, StrawberryField]] = {
        "state": (
            Optional[f"{type_.name}StateFilter"],
            _plain("By state.", Protected(read=VIEW.name), default=strawberry.UNSET),
        ),
        "any_of": (
            Optional[list[f"{type_.name}Filter"]],
            _plain("At least one of these holds.", Protected(read=VIEW.name), default=strawberry.UNSET),
        ),  # type: ignore[name-defined] # published below
    }
    for field in (f for f in type_.fields.values() if f.filter):
        kind = Optional[f"{_filter_kind(field)}Filter"]
        directive = Protected(read=field.read.name)
        fields[field.name] = kind, _plain(f"By {field.key}; needs its permission.", directive, default=strawberry.UNSET)
    name = f"{type_.name}Filter"
    named(name, strawberry.input(_class(name, fields), description=f"Which {type_.plural}."))


def _filter_kind(field: Field) -> str:
    if field.choices:
        return field.value.name
    return {"ID": "Id", "Date": "Date", "DateTime": "DateTime", "Int": "Int", "Boolean": "Boolean"}.get(
        field.value.name, "String"
    )


def _inputs(type_: ContentType) -> None:
    writable = [f for f in type_.fields.values() if f.write.name != "never"]
    create = {f.name: _input_field(f, required=f.required and f.column not in type_.forced) for f in writable}
    update: dict[str, tuple[Any, StrawberryField]] = {
        "id": (strawberry.ID, _plain("Which object.", Protected(write=VIEW.name))),
        "revision": (
            int,
            _plain("The revision the caller has seen; a newer one refuses the command.", Protected(write=VIEW.name)),
        ),
    }
    move = update | {
        "comment": (
            Optional[str],
            _plain("Why; some transitions require it.", Protected(write=VIEW.name), default=None),
        ),
        "reason": (
            Optional[str],
            _plain("Reason code; some transitions require it.", Protected(write=VIEW.name), default=None),
        ),
    }
    changeable = [f for f in writable if f.write is not ADD]
    update |= {f.name: _input_field(f, required=False) for f in changeable}
    if type_.creatable:
        _input(f"Create{type_.name}Input", create, f"What a new {type_.name} holds.")
    if changeable:
        _input(f"Update{type_.name}Input", update, f"What changes on a {type_.name}; what is not named stays.")
    if type_.kind.workflow.transitions:
        move["transition"] = f"{type_.name}Transition", _plain("Which transition.", Protected(write=VIEW.name))
        _input(f"Transition{type_.name}Input", move, f"A step of the workflow of a {type_.name}.")
    payload = {
        camel(type_.noun): (
            Optional[type_.name],
            _plain("The object as the caller may see it now; null when refused or not visible."),
        ),
        "errors": (list[FieldError], _plain("Why the command was refused; empty when it was carried out.")),
        "changed_meanwhile": (list[str], _plain("After STALE_REVISION: the fields that others changed meanwhile.")),
    }
    name = f"{type_.name}Payload"
    named(name, strawberry.type(_class(name, payload), description=f"The answer to a command on a {type_.name}."))


def _input(name: str, fields: Mapping[str, tuple[Any, StrawberryField]], description: str) -> None:
    ordered = dict(
        sorted(
            fields.items(), key=lambda item: item[1][1].default is not inspect.Parameter.empty and _optional(item[1])
        )
    )
    named(name, strawberry.input(_class(name, ordered), description=description))


def _optional(item: tuple[Any, StrawberryField]) -> bool:
    return type(None) in getattr(item[0], "__args__", ())


def _input_field(field: Field, *, required: bool) -> tuple[Any, StrawberryField]:
    kind = list[f"{field.value.name}Input"] if field.embedded else python_type(field)  # type: ignore[name-defined] # published by its declaration
    directive = Protected(write=field.write.name)
    if required:
        return kind, _plain(field.description, directive)
    return Optional[kind], _plain(field.description, directive, default=strawberry.UNSET)  # noqa: UP045 # the kind may be a name
