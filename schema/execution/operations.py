"""An operation of a document, with what is the same for all its requests: its name and the types of its variables."""

from collections.abc import Mapping
from typing import Any

from graphql import (
    GraphQLInputType,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    Undefined,
    coerce_input_value,
    is_non_null_type,
    type_from_ast,
)
from graphql.execution.values import VariableValues, VariableValueSource, get_variable_values

from schema.execution.text_bounds import TextBounds
from schema.execution.variable_budget import check_variables_budget

MOST_ERRORS = 10
OWN_TEXTS = frozenset({"ID", "String", "Date", "DateTime", "Time"})  # types of which a text is its own value
PLAIN_VARIABLES, PLAIN_CHARACTERS = 20, 4_000  # a cursor; together below every budget


class Operation:
    """One operation of a valid document."""

    def __init__(self, schema: GraphQLSchema, node: OperationDefinitionNode, bounds: TextBounds) -> None:
        self.schema, self.node, self.bounds = schema, node, bounds
        self.name = node.name.value if node.name else None
        self.is_mutation = node.operation is OperationType.MUTATION
        self.is_subscription = node.operation is OperationType.SUBSCRIPTION
        definitions = node.variable_definitions or ()
        self._types: dict[str, GraphQLInputType] = {
            d.variable.name.value: type_from_ast(schema, d.type)  # type: ignore[misc] # the document is valid
            for d in definitions
        }
        self._has_defaults = any(d.default_value is not None for d in definitions)
        self._plain = self._plain_texts()
        self._signatures: dict[str, Any] = {}  # once graphql-core has told them

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """
        Return the variables as values of their types.

        :raises GraphQLError: when one is not of its type
        :raises Refusal: when there are too many, or a text is longer than its place allows
        """
        if self._are_plain(given):
            return dict(given)
        check_variables_budget(given)
        values = self._quickly_coerced(given)
        if values is None:
            values = dict(self.coerced(given).coerced)
        self.bounds.check_variables(self._types, values)
        return values

    def checked(self, given: Mapping[str, Any]) -> VariableValues:
        """Return the same with the source of each value, as graphql-core's functions take them."""
        check_variables_budget(given)
        quickly = self._quickly_coerced(given) if self._signatures.keys() == self._types.keys() else None
        values = self.coerced(given) if quickly is None else self._with_sources(given, quickly)
        self.bounds.check_variables(self._types, values.coerced)
        return values

    def _with_sources(self, given: Mapping[str, Any], coerced: dict[str, Any]) -> VariableValues:
        """Return values with their sources, which graphql-core works out anew for each request."""
        sources = {n: VariableValueSource(s, given.get(n, Undefined)) for n, s in self._signatures.items()}
        return VariableValues(sources, coerced)

    def coerced(self, given: Mapping[str, Any]) -> VariableValues:
        """
        Return the variables as values of their types, by graphql-core, which says what is wrong.

        :raises GraphQLError: when one is not of its type
        """
        definitions = self.node.variable_definitions or ()
        values = get_variable_values(self.schema, definitions, dict(given), max_errors=MOST_ERRORS)
        if isinstance(values, list):
            raise values[0]
        self._signatures = {name: source.signature for name, source in values.sources.items()}
        return values

    def _plain_texts(self) -> dict[str, int]:
        """Return variable → most characters of the ids, texts and days that are their own values, and short."""
        found = {}
        for name, type_ in self._types.items():
            _, bound = self.bounds.of(name, type_)
            inner = type_.of_type if is_non_null_type(type_) else type_
            if getattr(inner, "name", "") in OWN_TEXTS and bound.words is None and bound.characters <= PLAIN_CHARACTERS:
                found[name] = bound.characters
        return found

    def _are_plain(self, given: Mapping[str, Any]) -> bool:
        """Return whether every variable is there, a text, and so short that nothing else has to be looked at."""
        plain = self._plain
        if len(given) != len(self._types) or len(given) > PLAIN_VARIABLES:
            return False
        for name, value in given.items():
            most = plain.get(name)
            if most is None or type(value) is not str or len(value) > most or "\0" in value:
                return False
        return True

    def _quickly_coerced(self, given: Mapping[str, Any]) -> dict[str, Any] | None:
        """Return the values without looking at the document; None when that is not enough, or one is wrong."""
        if self._has_defaults:
            return None
        values = {}
        for name, type_ in self._types.items():
            if name in given:
                value = values[name] = coerce_input_value(given[name], type_)
                if value is Undefined:
                    return None
            elif is_non_null_type(type_):
                return None
        return values
