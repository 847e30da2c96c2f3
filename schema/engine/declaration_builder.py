"""From the attributes of a declaration to the fields and relations of its content type."""

from datetime import datetime
from typing import Any

from tortoise.models import Model

from models.content import Reach
from resolvers.declaration import Field, Relation, camel
from resolvers.value import Value
from schema.engine.attributes import (
    Attribute,
    DeclarationError,
    FieldDeclaration,
    FieldOptions,
    ToManyDeclaration,
    ToOneDeclaration,
    ToOneOptions,
    check_options,
    known,
    titles_of,
)
from schema.engine.closed_sets import Provenance
from schema.engine.declared_values import CHOICES, VALUE_OBJECTS, value_of
from schema.engine.value_checks import check_value_fits
from schema.engine.values import VALUES
from workflow.vocabulary import VIEW

BASE_FIELDS = {
    "state": ("Tila|Status|State", "Workflow state; it decides which role holds which permission.", str),
    "revision": (
        "Versio|Version|Revision",
        "Number of the current version, from 1; updates and transitions must name it.",
        int,
    ),  # a table
    "provenance": ("Tietolähde|Källa|Provenance", "Where the record came from.", Provenance),
    "created_at": ("Luotu|Skapad|Created", "When the record was created, UTC.", datetime),
    "modified_at": ("Muutettu|Ändrad|Modified", "When the record was last changed, UTC.", datetime),
}


def _unchanged(value: object) -> object:
    return value


class Builder:
    """Makes what a class declares; `columns` are the stored columns by the names that its model has for them."""

    def __init__(self, model: type[Model], cls: type) -> None:
        # A foreign key's own column is known to Tortoise only once it is initialised.
        keys = {f"{name}_id": f"{name}_id" for name in model._meta.fk_fields}
        self.columns: dict[str, str] = dict(model._meta.fields_db_projection) | keys
        self.model, self.cls, self.name = model, cls, cls.__name__
        self.declared = {k: v for k, v in vars(cls).items() if isinstance(v, Attribute)}

    def reach(self) -> Reach:
        """
        Return how local roles reach a row.

        :raises DeclarationError: when the model does not say it
        """
        reach = getattr(self.model, "reach", None)
        if not isinstance(reach, Reach):
            raise DeclarationError(
                self.name, "model", f"{self.model.__name__} is no content", "let it inherit from models.content.Content"
            )
        return reach

    def fields(self) -> dict[str, Field]:
        """Return every field by its name, what all content has first."""
        made = {name: self._base(name) for name in BASE_FIELDS}
        for name, declared in self.declared.items():
            match declared:
                case FieldDeclaration():
                    made[name] = self._field(name, declared)
                case ToOneDeclaration():
                    made[f"{name}_id"] = self._reference(name, declared)
        return made

    def relations(self) -> dict[str, Relation]:
        """Return every relation by its name."""
        found: dict[str, Relation] = {}
        for name, declared in self.declared.items():
            if isinstance(declared, FieldDeclaration):
                continue
            many = isinstance(declared, ToManyDeclaration)
            column = declared.by if isinstance(declared, ToManyDeclaration) else self._column(name, f"{name}_id")
            read = declared.read if isinstance(declared, ToManyDeclaration) else declared.options.get("read", VIEW)
            titles = titles_of(self.name, name, declared.titles)
            former = None if isinstance(declared, ToManyDeclaration) else declared.options.get("renamed_from")
            twin = camel(former) if former else None
            found[name] = Relation(
                name, camel(name), declared.target, column, many, titles, declared.description, read, twin_key=twin
            )
        return found

    def _column(self, name: str, column: str) -> str:
        if column not in self.columns:
            wrong = f"{self.model.__name__} has no column {column}"
            raise DeclarationError(self.name, name, wrong, known(column, self.columns))
        return self.columns[column]

    def _base(self, name: str) -> Field:
        named, description, kind = BASE_FIELDS[name]
        is_moment = name == "modified_at"
        choices = CHOICES[kind.__name__][2] if kind.__name__ in CHOICES else {}
        titles = titles_of(self.name, name, named)
        return Field(
            name,
            camel(name),
            name,
            Value(kind.__name__, "text", _unchanged) if choices else VALUES[kind],
            titles,
            description,
            nullable=False,
            choices=tuple(choices),
            choice_titles=choices,
            order=is_moment,
            filter=is_moment,
        )

    def _field(self, name: str, declared: FieldDeclaration) -> Field:
        check_options(self.name, name, declared.options, FieldOptions)
        column = self._column(name, name)
        value, choices = (declared.value, ()) if declared.value else value_of(self.cls, name)
        if name not in self.model._meta.fields_map:
            right = f"declare it with to_one as `{name.removesuffix('_id')}`"
            raise DeclarationError(self.name, name, "refers to another object", right)
        stored = self.model._meta.fields_map[name]
        check_value_fits(self.name, name, value, stored, is_sealed=declared.options.get("sealed", False))
        # A guarded field is nullable by construction: hidden is null.
        nullable = bool(stored.null) or declared.options.get("read", VIEW) is not VIEW
        held = VALUE_OBJECTS.get(value.name)
        members = held.members if held else {}
        return Field(
            name,
            camel(name),
            column,
            value,
            titles_of(self.name, name, declared.titles),
            declared.description,
            nullable=nullable,
            choices=choices,
            embedded={key: m.value for key, m in members.items()},
            rights={key: of for key, (_, of) in held.rights.items()} if held else {},
            member_titles={key: m.titles for key, m in members.items()},
            member_choices={key: CHOICES[m.value.name][2] for key, m in members.items() if m.value.name in CHOICES},
            member_names={key: m.names for key, m in members.items() if m.names},
            member_descriptions={key: m.description for key, m in members.items()},
            required_members=frozenset(key for key, m in members.items() if not m.nullable),
            choice_titles=CHOICES[value.name][2] if choices else {},
            **({"vocabulary": value.vocabulary} | self._with_twin(name, declared.options)),
        )

    def _with_twin(self, name: str, options: FieldOptions | ToOneOptions, ending: str = "") -> dict[str, Any]:
        """
        Return the options of a field; one that was renamed has its former name, and a twin under it.

        :raises DeclarationError: when something else has that name today
        """
        given: dict[str, Any] = dict(options)
        former: str | None = given.pop("renamed_from", None)
        if former is None:
            return given
        if former in {*self.declared, *BASE_FIELDS} or "formerly" in given:
            wrong = f"is renamed from {former}, which is a name of today, or it has another former name"
            raise DeclarationError(self.name, name, wrong, "say renamed_from once, with a name that is free")
        return given | {"formerly": f"{former}{ending}", "has_twin": True}

    def _reference(self, name: str, declared: ToOneDeclaration) -> Field:
        check_options(self.name, name, declared.options, ToOneOptions)
        column = self._column(name, f"{name}_id")
        return Field(
            f"{name}_id",
            camel(f"{name}_id"),
            column,
            Value("ID", "uuid", lambda v: v),
            titles_of(self.name, name, declared.titles),
            declared.description,
            target=declared.target,
            **self._with_twin(name, declared.options, "_id"),
        )
