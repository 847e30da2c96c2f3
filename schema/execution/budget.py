"""
The budget of a document, checked before it is validated, in time linear in the document.

Every fragment is walked once, however often it is spread; Strawberry's own limiters are exponential there.
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

TOKENS, DEPTH, FIELDS, ALIASES, DIRECTIVES, DEFINITIONS, ROOTS = 4_000, 16, 600, 60, 30, 40, 25
INTROSPECTION_DEPTH = 20  # what GraphiQL asks of __schema


class OverBudget(Exception):
    """The document asks for more than one request may."""

    code = "QUERY_TOO_COMPLEX"


@dataclass(frozen=True)
class Cost:
    """What a selection costs: how deep it goes, and how many fields, aliases and directives it holds."""

    depth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0
    top: int = 0  # fields of the selection itself, also those in fragments

    def beside(self, other: "Cost") -> "Cost":
        """Return the cost of both, side by side; capped, so that nested fragments cannot grow a huge number."""
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
        raise OverBudget(f"At most {DEFINITIONS} definitions in a document.")
    walk = _Walk({d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)})
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            _within(walk.cost(definition), _depth(definition))


def _depth(operation: OperationDefinitionNode) -> int:
    names = [s.name.value for s in operation.selection_set.selections if isinstance(s, FieldNode)]
    return INTROSPECTION_DEPTH if names and all(n in {"__schema", "__type"} for n in names) else DEPTH


def _within(cost: Cost, depth: int) -> None:
    limits = (
        ("levels", cost.depth, depth),
        ("fields", cost.fields, FIELDS),
        ("aliases", cost.aliases, ALIASES),
        ("directives", cost.directives, DIRECTIVES),
        ("root fields", cost.top, ROOTS),
    )
    for what, found, most in limits:
        if found > most:
            raise OverBudget(f"At most {most} {what} in an operation.")


class _Walk:
    def __init__(self, fragments: dict[str, FragmentDefinitionNode]) -> None:
        self.fragments, self.known, self.open = fragments, dict[str, Cost](), set[str]()

    def cost(self, node: Node) -> Cost:
        total = Cost(directives=len(getattr(node, "directives", None) or ()))
        selections: SelectionSetNode | None = getattr(node, "selection_set", None)
        for selection in selections.selections if selections else ():
            total = total.beside(self._selected(selection))
        return total

    def _selected(self, node: Node) -> Cost:
        if isinstance(node, FragmentSpreadNode):
            return self._fragment(node.name.value).beside(Cost(directives=len(node.directives or ())))
        cost = self.cost(node)
        if not isinstance(node, FieldNode):
            return cost
        return Cost(cost.depth + 1, cost.fields + 1, cost.aliases + bool(node.alias), cost.directives, top=1)

    def _fragment(self, name: str) -> Cost:
        if name in self.open or name not in self.fragments:
            return Cost()  # validation refuses it by name
        if name not in self.known:
            self.open.add(name)
            self.known[name] = self.cost(self.fragments[name])
            self.open.discard(name)
        return self.known[name]
