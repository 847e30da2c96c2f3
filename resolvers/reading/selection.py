"""
The fields that a document selects.

Fields are merged by response key, fragments are followed, and @skip and @include are decided.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLArgument,
    InlineFragmentNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
)

from resolvers.reading.arguments import Argument, Shape, argument_of

Selected = dict[str, list[FieldNode]]


class Selection:
    """The fragments of one document, and the shapes of the variables it runs with."""

    def __init__(self, fragments: Mapping[str, FragmentDefinitionNode], shapes: Mapping[str, Shape]) -> None:
        self.fragments, self.shapes = fragments, shapes

    def collect(self, types: Iterable[str], sets: Iterable[SelectionSetNode | None]) -> Selected:
        """Return the fields selected on an object that is all of `types`, by response key, in document order."""
        selected: Selected = {}
        self._collect(frozenset(types), [s for s in sets if s], selected)
        return selected

    def _collect(self, types: frozenset[str], sets: list[SelectionSetNode], selected: Selected) -> None:
        for node in (n for s in sets for n in s.selections if self._included(n)):
            if isinstance(node, FieldNode):
                selected.setdefault((node.alias or node.name).value, []).append(node)
                continue
            inline = isinstance(node, InlineFragmentNode)
            fragment: Any = node if inline else self.fragments[getattr(node, "name").value]  # noqa: B009 # a spread has one
            condition = fragment.type_condition
            if condition is None or condition.name.value in types:
                self._collect(types, [fragment.selection_set], selected)

    def _included(self, node: SelectionNode) -> bool:
        for directive in node.directives or ():
            if directive.name.value in ("skip", "include"):
                value: Any = (directive.arguments or ())[0].value
                condition = self.shapes[value.name.value] if isinstance(value, VariableNode) else value.value
                if condition is (directive.name.value == "skip"):
                    return False
        return True

    def arguments(self, node: FieldNode, declared: Mapping[str, GraphQLArgument]) -> dict[str, Argument]:
        """Return the arguments of a field. An argument whose variable was not sent is left out."""
        arguments: dict[str, Argument] = {}
        for argument in node.arguments or ():
            absent = isinstance(argument.value, VariableNode) and argument.value.name.value not in self.shapes
            if not absent:
                arguments[argument.name.value] = argument_of(
                    argument.value, declared[argument.name.value].type, self.shapes
                )
        return arguments
