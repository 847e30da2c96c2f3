"""
The language of content types: a workflow, a model and a list of fields; everything else follows.

    @content_type(model=models.Client, workflow=client, plural="clients", titles="Asiakas|Klient|Client", subject=…)
    class Client:
        \"\"\"A person who is coached.\"\"\"

        last_name: PersonName = protected("Sukunimi|Efternamn|Last name", "…", read=NAME, write=MODIFY, personal=PERSON)

An unknown column, a permission no state grants, or a personal column that is not listed stops the build of the schema.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar, cast, get_args, get_origin

import strawberry
from tortoise.models import Model

from auth.policy import Kind
from resolvers.declaration import Attached, ContentType, Field, Origin, Relation, Titles, Value, camel
from schema.engine.values import VALUES
from workflow.language import Workflow
from workflow.vocabulary import ADD, CARE, CONTACT, DECISION, IDENTITY, NAME, NEVER, VIEW, Permission

_E = TypeVar("_E", bound=Enum)
_T = TypeVar("_T")


class DeclarationError(TypeError):
    """A content type that cannot be served as declared; raised when the schema is built."""

    code = "DECLARATION_MALFORMED"


@dataclass(frozen=True)
class Declaration:
    """What stands behind an attribute of a declaration until the type is made."""

    titles: Titles
    description: str
    options: Mapping[str, Any]
    target: str | None = None
    many: bool = False


@dataclass(frozen=True)
class ValueObject:
    """A kind of value with members, by their GraphQL names; the permission is that of the field that holds it."""

    name: str
    description: str
    members: Mapping[str, Field]


CHOICES: dict[str, tuple[type[Enum], str, dict[str, Titles]]] = {}
VALUE_OBJECTS: dict[str, ValueObject] = {}


def titles(text: str) -> Titles:
    """Return the titles of "fi|sv|en"."""
    fi, sv, en = text.split("|")
    return fi, sv, en


def protected(named: str, description: str, **options: Any) -> Any:
    """
    Declare a field: its titles "fi|sv|en", its description, and as options what `resolvers.declaration.Field` holds.

    `read` and `write` are the permissions it needs; without `write` only the service writes it, and with `write=ADD` it
    is given when the object is created and never changed.
    """
    return Declaration(titles(named), description, options)


def to_one(target: str, named: str, description: str, **options: Any) -> Any:
    """Declare the relation to one object through the column `<attribute>_id`; with `write`, set as `<attribute>Id`."""
    return Declaration(titles(named), description, options, target)


def to_many(target: str, by: str, named: str, description: str, **options: Any) -> Any:
    """Declare the relation to many objects whose column `by` names this one."""
    return Declaration(titles(named), description, {"by": by, **options}, target, many=True)


def choice(cls: type[_E]) -> type[_E]:
    """
    Declare a closed list of values: an enum with a docstring, whose members hold their titles "fi|sv|en".

    What is stored, and asked for, is a member's name.
    """
    named = {member.name: titles(str(member.value)) for member in cls}
    described = {name: strawberry.enum_value(name, description=" · ".join(t)) for name, t in named.items()}
    enum: Any = Enum(cls.__name__, described, module=cls.__module__)  # type: ignore[misc] # the name is that of the class
    made: Any = strawberry.enum(enum, description=_documented(cls))
    CHOICES[cls.__name__] = (made, _documented(cls), named)
    return cast(type[_E], made)


def value_object(cls: type[_T]) -> type[_T]:
    """
    Declare what a list in a JSON column holds: a class whose attributes are declared with `member`.

    A field of this kind becomes a list of a GraphQL object with an input beside it; stored keys are the GraphQL names.
    """
    members = {k: v for k, v in vars(cls).items() if isinstance(v, Declaration)}
    VALUE_OBJECTS[cls.__name__] = ValueObject(
        cls.__name__,
        _documented(cls),
        {camel(name): _member(name, cls.__annotations__[name], declared) for name, declared in members.items()},
    )
    return cls


def member(named: str, description: str, **options: Any) -> Any:
    """Declare one value of a value object: titles "fi|sv|en", description; `nullable` when it may be missing."""
    return Declaration(titles(named), description, options)


def _member(name: str, kind: Any, declared: Declaration) -> Field:
    value, choices = _value_of(kind)
    if value is None:
        raise DeclarationError(f"{name}: no such kind of value")
    options = {"nullable": False, **declared.options}
    return Field(name, camel(name), name, value, declared.titles, declared.description, choices=choices, **options)


# Permissions whose fields tell of a person: reading one is a disclosure.
TELLING = frozenset({NAME, CONTACT, IDENTITY, CARE, DECISION})

BASE_FIELDS = {
    "state": ("Tila|Status|State", "Workflow state; it decides which role holds which permission.", str),
    "revision": (
        "Versio|Version|Revision",
        "Number of the current version, from 1; updates and transitions must name it.",
        int,
    ),  # a table
    "provenance": ("Tietolähde|Källa|Provenance", "Where the record came from: AUTHORITY, CLIENT or OWN.", str),
    "created_at": ("Luotu|Skapad|Created", "When the record was created, UTC.", datetime),
    "modified_at": ("Muutettu|Ändrad|Modified", "When the record was last changed, UTC.", datetime),
}


def content_type(
    *,
    model: type[Model],
    workflow: Workflow,
    plural: str,
    titles: str,
    subject: str | None = None,
    attachable: Permission | None = None,
    attach_with: Permission = NEVER,
    **options: Any,
) -> Callable[[type], ContentType]:
    """
    Make a content type of a class whose attributes are declared with `protected`, `to_one` and `to_many`.

    With `attachable`, the permission to read them, its objects have files; `attach_with` adds and removes them.

    :raises DeclarationError: when a column, a permission or a kind of value does not exist
    """

    def make(cls: type) -> ContentType:
        fi, sv, en = titles.split("|")
        maker = _Maker(model, workflow, cls)
        made = ContentType(
            name=cls.__name__,
            plural=plural,
            model=model,
            titles=(fi, sv, en),
            subject=subject,
            kind=Kind(workflow, model._meta.db_table, model.reach),  # type: ignore[attr-defined] # every content model has one
            description=_documented(cls),
            fields=maker.fields(),
            relations=maker.relations(),
            attached=Attached(attachable, attach_with) if attachable else None,
            **options,
        )
        maker.check(made)
        return made

    return make


class _Maker:
    def __init__(self, model: type[Model], workflow: Workflow, cls: type) -> None:
        # A foreign key's own column is known to Tortoise only once it is initialised.
        keys = {f"{name}_id": f"{name}_id" for name in model._meta.fk_fields}
        self.columns: dict[str, str] = dict(model._meta.fields_db_projection) | keys
        self.model, self.workflow, self.name = model, workflow, cls.__name__
        self.declared = {k: v for k, v in vars(cls).items() if isinstance(v, Declaration)}
        self.kinds: dict[str, Any] = dict(cls.__annotations__)

    def fields(self) -> dict[str, Field]:
        made = {name: self._base(name) for name in BASE_FIELDS}
        for name, declared in self.declared.items():
            if declared.target is None:
                made[name] = self._field(name, declared)
            elif not declared.many:
                made[f"{name}_id"] = self._reference(name, declared)
        return made

    def relations(self) -> dict[str, Relation]:
        return {name: self._relation(name, d) for name, d in self.declared.items() if d.target is not None}

    def _base(self, name: str) -> Field:
        named, description, kind = BASE_FIELDS[name]
        order = name == "modified_at"
        return Field(
            name,
            camel(name),
            name,
            VALUES[kind],
            titles(named),
            description,
            nullable=False,
            order=order,
            filter=name == "modified_at",
        )

    def _field(self, name: str, declared: Declaration) -> Field:
        options = dict(declared.options)
        kind, given = self.kinds[name], options.pop("value", None)
        value, choices = (given, ()) if given else _value_of(kind)
        if value is None or name not in self.columns:
            raise DeclarationError(f"{self.name}.{name}: no such column, or no such kind of value")
        stored = self.model._meta.fields_map[name]
        read = options.get("read", VIEW)
        # A guarded field is nullable by construction: hidden is null.
        nullable = bool(stored.null) or read is not VIEW
        held = VALUE_OBJECTS.get(value.name)
        members = held.members if held else {}
        return Field(
            name,
            camel(name),
            self.columns[name],
            value,
            declared.titles,
            declared.description,
            nullable=nullable,
            choices=choices,
            embedded={key: m.value for key, m in members.items()},
            member_titles={key: m.titles for key, m in members.items()},
            member_choices={key: CHOICES[m.value.name][2] for key, m in members.items() if m.value.name in CHOICES},
            choice_titles=CHOICES[value.name][2] if choices else {},
            **options,
        )

    def _reference(self, name: str, declared: Declaration) -> Field:
        column = f"{name}_id"
        if column not in self.columns:
            raise DeclarationError(f"{self.name}.{name}: no column {column}")
        return Field(
            column,
            camel(column),
            self.columns[column],
            Value("ID", "uuid", lambda v: v),
            declared.titles,
            declared.description,
            target=declared.target,
            **declared.options,
        )

    def _relation(self, name: str, declared: Declaration) -> Relation:
        options, target = declared.options, str(declared.target)
        column = options["by"] if declared.many else self.columns[f"{name}_id"]
        read = options.get("read", VIEW)
        return Relation(name, camel(name), target, column, declared.many, declared.titles, declared.description, read)

    def check(self, made: ContentType) -> None:
        """Refuse permissions that no state grants to anyone."""
        granted = self.workflow.granted() | {ADD, NEVER, VIEW}
        for field in made.fields.values():
            self._granted(field.name, granted, field.read)
            self._granted(field.name, granted, field.write)
        for relation in made.relations.values():
            self._granted(relation.name, granted, relation.read)
        for permission in (made.attached.read, made.attached.write) if made.attached else ():
            self._granted("attachments", granted, permission)
        self._complete(made)

    def _complete(self, made: ContentType) -> None:
        """Refuse a stored column that is neither served nor withheld on purpose, and an unmarked personal field."""
        keys = {f.order_column for f in made.fields.values()} | {"identity_index"}
        served = {f.column for f in made.fields.values()} | keys | {"id", "created_by", "modified_by", *made.withheld}
        if forgotten := set(self.columns.values()) - served:
            raise DeclarationError(f"{self.name}: neither served nor withheld: {', '.join(sorted(forgotten))}")
        for field in made.fields.values():
            ordered = self.model._meta.fields_map.get(field.order_column or field.column)
            if field.order and ordered is not None and ordered.null:
                raise DeclarationError(f"{self.name}.{field.name}: may be empty, and a cursor cannot name nothing")
            if not isinstance(field.personal, Origin | None) or not {field.given_once} <= {
                *self.columns.values(),
                None,
            }:
                raise DeclarationError(f"{self.name}.{field.name}: personal says whose word it is, one of Origin")
            tells = made.subject is not None and field.read in TELLING and field.target is None
            if tells and not field.personal:
                raise DeclarationError(f"{self.name}.{field.name}: tells of a person and is not marked personal")

    def _granted(self, name: str, granted: frozenset[Permission] | set[Permission], permission: Permission) -> None:
        if permission not in granted:
            raise DeclarationError(
                f"{self.name}.{name}: no state of {self.workflow.noun} grants {permission} to anyone"
            )


def _value_of(kind: Any) -> tuple[Value | None, tuple[str, ...]]:
    """Return the kind of value behind an annotation, and its closed list of names if it has one."""
    if get_origin(kind) is list and issubclass(get_args(kind)[0], Enum):
        inner = get_args(kind)[0]
        several = Value(inner.__name__, "text[]", lambda vs: [getattr(v, "value", v) for v in vs], many=True)
        return several, tuple(m.name for m in inner)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Value(kind.__name__, "text", lambda v: getattr(v, "value", v)), tuple(m.name for m in kind)
    if getattr(kind, "__name__", "") in VALUE_OBJECTS:
        return Value(kind.__name__, "jsonb", lambda v: v, many=True), ()
    return VALUES.get(kind), ()


def _documented(cls: type) -> str:
    return " ".join((cls.__doc__ or "").split())
