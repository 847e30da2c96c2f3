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
from graphql.execution.values import VariableValues, get_variable_values

from schema.execution.text_bounds import TextBounds

MOST_ERRORS = 10


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

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """
        Return the variables as values of their types.

        :raises GraphQLError: when one is not of its type
        :raises Refusal: when a text is longer than its place allows
        """
        values = self._quickly_coerced(given)
        if values is None:
            values = dict(self.coerced(given).coerced)
        self.bounds.check_variables(self._types, values)
        return values

    def checked(self, given: Mapping[str, Any]) -> VariableValues:
        """Return the same with the source of each value, as graphql-core's functions take them."""
        values = self.coerced(given)
        self.bounds.check_variables(self._types, values.coerced)
        return values

    def coerced(self, given: Mapping[str, Any]) -> VariableValues:
        """
        Return the variables as values of their types, by graphql-core, which says what is wrong.

        :raises GraphQLError: when one is not of its type
        """
        definitions = self.node.variable_definitions or ()
        values = get_variable_values(self.schema, definitions, dict(given), max_errors=MOST_ERRORS)
        if isinstance(values, list):
            raise values[0]
        return values

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
