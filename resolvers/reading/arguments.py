"""
Arguments without their values. What shapes the SQL is known when a plan is made; the rest is bound when the plan runs.

The shape of a variable (the keys of an input object, the value of an enum, null or not) is part of the plan's key.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from graphql import (
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    Undefined,
    ValueNode,
    VariableNode,
    value_from_ast,
)

from resolvers.public_ids import parse_public_id
from resolvers.reading.parameters import Call, Getter
from resolvers.refusals import BadArgument

Variables = Mapping[str, Any]
Shape = Any  # None, bool, str or nested tuples of them; always hashable


@dataclass(frozen=True)
class Variable:
    """
    A value that is known only when the plan runs.

    `shape` is its part that shapes the SQL; `key` identifies it in a document.
    """

    key: object
    get: Callable[[Variables], Any]
    shape: Shape


Argument = Variable | dict[str, "Argument"] | list["Argument"] | None


def shape_of(value: Any) -> Shape:
    """Return the part of a coerced value that shapes the SQL."""
    if type(value) is str:  # most are
        parsed = parse_public_id(value)
        return ("id", parsed[0]) if parsed else "scalar"
    match value:
        case None | bool():
            return value
        case Enum():
            return ("enum", value.name)
        case dict():
            return ("object", tuple((k, shape_of(v)) for k, v in sorted(value.items())))
        case list():
            return (
                "list",
                tuple(dict.fromkeys(shape_of(v) for v in value)) if _has_no_objects(value) else _shapes(value),
            )
    return "scalar"


def _has_no_objects(values: list[Any]) -> bool:
    return not any(isinstance(v, dict) for v in values)


def _shapes(values: list[Any]) -> tuple[Shape, ...]:
    return tuple(shape_of(v) for v in values)


def argument_of(node: ValueNode, type_: GraphQLInputType, shapes: Mapping[str, Shape]) -> Argument:
    """
    Return an argument of a document, given the shapes of the variables.

    Its values are known only when the plan runs. A variable that was not sent is null inside an object: the
    condition that it should have made must not disappear.
    """
    type_ = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    if isinstance(node, VariableNode):
        name = node.name.value
        return _variable_argument(shapes.get(name), (name,))
    if isinstance(node, NullValueNode):
        return None
    if isinstance(node, ObjectValueNode) and isinstance(type_, GraphQLInputObjectType):
        return {f.name.value: argument_of(f.value, type_.fields[f.name.value].type, shapes) for f in node.fields}
    if isinstance(type_, GraphQLList):
        # A single value stands for a list of one.
        return _list_argument(node.values if isinstance(node, ListValueNode) else (node,), type_, shapes)
    return _constant(value_from_ast(node, type_))


def _list_argument(values: Iterable[ValueNode], type_: GraphQLList[Any], shapes: Mapping[str, Shape]) -> Argument:
    parts = [argument_of(v, type_.of_type, shapes) for v in values]
    if any(isinstance(p, dict) for p in parts):
        return parts
    leaves = [p if isinstance(p, Variable) else _NULL for p in parts]
    leaf_shapes = tuple(dict.fromkeys(p.shape for p in leaves))
    return Variable(tuple(p.key for p in leaves), lambda v: [p.get(v) for p in leaves], ("list", leaf_shapes))


_NULL = Variable(("constant", "None"), lambda _: None, None)


def _constant(value: Any) -> Argument:
    if value is None or value is Undefined:
        return None
    return Variable(("constant", repr(value)), lambda _: value, shape_of(value))


def _variable_argument(shape: Shape, path: tuple[str | int, ...]) -> Argument:
    if shape is None:
        return None
    if isinstance(shape, tuple) and shape[0] == "object":
        return {key: _variable_argument(inner, (*path, key)) for key, inner in shape[1]}
    if (
        isinstance(shape, tuple)
        and shape[0] == "list"
        and any(isinstance(s, tuple) and s[0] == "object" for s in shape[1])
    ):
        return [_variable_argument(inner, (*path, n)) for n, inner in enumerate(shape[1])]
    return Variable(path, lambda variables: _value_at(variables, path), shape)


def _value_at(variables: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        variables = variables[step]
    return variables


def bounded_size(arguments: dict[str, Argument], name: str, at: tuple[str, ...], *, usual: int, most: int) -> Getter:
    """
    Return a getter of the size of a page that has its own bound.

    :raises BadArgument: when the plan runs with a size below 0 or above `most`
    """
    argument = arguments.get(name)

    def get(call: Call) -> int:
        size = argument.get(call.variables) if isinstance(argument, Variable) else usual
        if not 0 <= size <= most:
            raise BadArgument("ARGUMENT_RANGE", name, at=at, least="0", most=str(most))
        return int(size)

    return get
