"""Every place of the schema that takes text, found by walking it, and an operation that puts a text there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
)

TEXTS = {"String", "ID", "JSON", "EmailAddress", "PhoneNumber", "PersonalIdentityCode", "MunicipalityCode"} | {
    *("LanguageCode", "Date", "DateTime", "Time"),  # a day is a text until its kind has read it
}
_SAMPLES = {
    "Int": 1,
    "Boolean": True,
    "Date": "2026-01-31",
    "DateTime": "2026-01-31T10:00:00Z",
    "Time": "10:00:00",
    "ID": f"client_{'0' * 32}",
    "PersonalIdentityCode": "010190-999P",
}


@dataclass(frozen=True)
class TextInput:
    """One place that takes text: the operation that reaches it, its variable, and the way to it inside the variable."""

    name: str
    operation: str
    variables: dict[str, Any]
    variable: str
    path: tuple[str, ...]
    type: Any

    def holding(self, text: str) -> dict[str, Any]:
        """Return the variables with a text at this place, in a list or an object where it takes one."""
        return self.variables | {self.variable: _with(self.variables.get(self.variable), self.path, self.type, text)}


def _with(value: Any, path: tuple[str, ...], type_: Any, text: str) -> Any:
    if path:
        inner = value if isinstance(value, dict) else {}
        return inner | {path[0]: _with(inner.get(path[0]), path[1:], type_, text)}
    bare = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    leaf = {"note": text} if get_named_type(type_).name == "JSON" else text
    return [leaf] if isinstance(bare, GraphQLList) else leaf


def text_inputs(schema: GraphQLSchema) -> Iterator[TextInput]:
    """Yield every text input once: of each field's arguments, and of each input object below the first that has it."""
    seen: set[str] = set()
    for name, type_ in schema.type_map.items():
        if not isinstance(type_, GraphQLObjectType) or name.startswith("__"):
            continue
        for key, field in type_.fields.items():
            for argument in field.args:
                yield from _of_argument(schema, type_, key, argument, seen)


def _of_argument(
    schema: GraphQLSchema, type_: GraphQLObjectType, key: str, argument: str, seen: set[str]
) -> Iterator[TextInput]:
    arguments = type_.fields[key].args
    given = {a: f.type for a, f in arguments.items() if a == argument or isinstance(f.type, GraphQLNonNull)}
    for place, path, leaf in _leaves(arguments[argument].type, (), f"{type_.name}.{key}({argument})"):
        operation = _operation(schema, type_, key, given)
        if place not in seen and operation is not None:
            seen.add(place)
            variables = {a: sample(t) for a, t in given.items() if isinstance(t, GraphQLNonNull)}
            yield TextInput(place, operation, variables, argument, path, leaf)


def _leaves(type_: Any, path: tuple[str, ...], place: str) -> Iterator[tuple[str, tuple[str, ...], Any]]:
    named = get_named_type(type_)
    if named.name in TEXTS:
        yield place, path, type_
    if isinstance(named, GraphQLInputObjectType) and len(path) < 2:
        for key, field in named.fields.items():
            yield from _leaves(field.type, (*path, key), f"{named.name}.{key}")


def sample(type_: Any) -> Any:
    """Return a value of an input type that the schema accepts."""
    bare = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    named: Any = get_named_type(bare)
    if isinstance(bare, GraphQLList):
        return []
    if isinstance(named, GraphQLInputObjectType):
        return {k: sample(f.type) for k, f in named.fields.items() if isinstance(f.type, GraphQLNonNull)}
    if isinstance(named, GraphQLEnumType):
        return next(iter(named.values))
    return _SAMPLES.get(named.name, "a")


def _operation(schema: GraphQLSchema, type_: GraphQLObjectType, key: str, given: dict[str, Any]) -> str | None:
    """Return the document that reaches a field: at a root, or below `node`; None below anything else."""
    declared = ", ".join(f"${name}: {kind}" for name, kind in given.items())
    inner = "" if is_leaf_type(get_named_type(type_.fields[key].type)) else " { __typename }"
    asked = f"{key}({', '.join(f'{name}: ${name}' for name in given)}){inner}"
    if type_ in (schema.query_type, schema.mutation_type):
        return f"{'mutation' if type_ is schema.mutation_type else 'query'} T({declared}) {{ {asked} }}"
    if any(interface.name == "Node" for interface in type_.interfaces):
        noun = f"client_{'0' * 32}"
        return f'query T({declared}) {{ node(id: "{noun}") {{ ... on {type_.name} {{ {asked} }} }} }}'
    return None
