"""
Check the budget of a document before it is validated, in time that is linear in the document's size.

Every fragment is visited once, however often it is spread; Strawberry's own limiters take exponential time there.
"""

from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
)

from resolvers.refusals import Refusal

TOKENS, DEPTH, FIELDS, ALIASES, DIRECTIVES, DEFINITIONS, ROOTS = 4_000, 16, 600, 60, 30, 40, 25
DOCUMENT_CHARACTERS = 100_000  # before it is parsed; the largest of ours has 4,000
INTROSPECTION_DEPTH = 20  # the depth of GraphiQL's introspection query


class OverBudget(Refusal):
    """The document or its variables exceed the budget of a request; `what` says which part, `most` how many it has."""

    code = "QUERY_TOO_COMPLEX"

    def __init__(self, what: str, most: int = 0) -> None:
        super().__init__(f"BUDGET_{what}", most=str(most))

    @property
    def words(self) -> str:
        """The key of the sentence that says which part."""
        return self.message


@dataclass(frozen=True)
class Cost:
    """The cost of a selection: its depth, and its numbers of fields, aliases and directives."""

    depth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0
    top: int = 0  # fields of the selection itself, including those in fragments

    def plus(self, other: "Cost") -> "Cost":
        """Return the cost of both together, capped so that nested fragments cannot make a huge number."""
        cap = 10**6
        return Cost(
            max(self.depth, other.depth),
            min(self.fields + other.fields, cap),
            min(self.aliases + other.aliases, cap),
            min(self.directives + other.directives, cap),
            min(self.top + other.top, cap),
        )


def check_budget(document: DocumentNode) -> None:
    """
    Check every operation of a document.

    :raises OverBudget: when one is too deep, too wide, or has too many aliases, directives or definitions
    """
    if len(document.definitions) > DEFINITIONS:
        raise OverBudget("DEFINITIONS", DEFINITIONS)
    counter = _CostCounter({d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)})
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            _check_limits(counter.cost(definition), _depth(definition))


def _depth(operation: OperationDefinitionNode) -> int:
    names = [s.name.value for s in operation.selection_set.selections if isinstance(s, FieldNode)]
    return INTROSPECTION_DEPTH if names and all(n in {"__schema", "__type"} for n in names) else DEPTH


def _check_limits(cost: Cost, depth: int) -> None:
    limits = (
        ("LEVELS", cost.depth, depth),
        ("FIELDS", cost.fields, FIELDS),
        ("ALIASES", cost.aliases, ALIASES),
        ("DIRECTIVES", cost.directives, DIRECTIVES),
        ("ROOTS", cost.top, ROOTS),
    )
    for name, count, limit in limits:
        if count > limit:
            raise OverBudget(name, limit)


class _CostCounter:
    def __init__(self, fragments: dict[str, FragmentDefinitionNode]) -> None:
        self.fragments, self.costs, self.visiting = fragments, dict[str, Cost](), set[str]()

    def cost(self, node: Node) -> Cost:
        total = Cost(directives=len(getattr(node, "directives", None) or ()))
        selections: SelectionSetNode | None = getattr(node, "selection_set", None)
        for selection in selections.selections if selections else ():
            total = total.plus(self._selection_cost(selection))
        return total

    def _selection_cost(self, node: Node) -> Cost:
        if isinstance(node, FragmentSpreadNode):
            return self._fragment_cost(node.name.value).plus(Cost(directives=len(node.directives or ())))
        cost = self.cost(node)
        if not isinstance(node, FieldNode):
            return cost
        return Cost(cost.depth + 1, cost.fields + 1, cost.aliases + bool(node.alias), cost.directives, top=1)

    def _fragment_cost(self, name: str) -> Cost:
        if name in self.visiting or name not in self.fragments:
            return Cost()  # validation refuses it by name
        if name not in self.costs:
            self.visiting.add(name)
            self.costs[name] = self.cost(self.fragments[name])
            self.visiting.discard(name)
        return self.costs[name]
