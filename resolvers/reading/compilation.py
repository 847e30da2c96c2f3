"""One compilation: what the parts of a statement share while a document becomes SQL."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from graphql import FieldNode, GraphQLObjectType, GraphQLSchema

from auth.disclosure import possible_purposes
from auth.viewer import Viewer
from resolvers.declaration import ContentType, ContentTypes, Relation
from resolvers.reading.arguments import Variable
from resolvers.reading.parameters import Call, Getter, Parameters
from resolvers.reading.selection import Selection
from resolvers.refusals import BadArgument, PurposeNotOpen
from workflow.vocabulary import Permission


class SelectedRows(Protocol):
    """The rows of one selection as its nested parts know them; `resolvers/reading/rows.py` makes them."""

    run: "Compilation"
    type: ContentType
    path: tuple[str, ...]
    stored: str
    shown: str
    columns: dict[str, str]
    chain: tuple[Getter, ...]

    def column(self, name: str) -> str:
        """Return a stored column as seen in the derived table."""

    def guard(self, permission: Permission) -> str | None:
        """Return the SQL that tells whether a shown row grants the permission; None when every one does."""


@dataclass(frozen=True)
class NestedFields:
    """
    How the fields of a row that hold rows of their own become SQL: related objects, files, history.

    Rows contain relations and relations contain rows: the recursion goes through this part of the compilation's state,
    so that no module imports one that imports it (`resolvers/reading/nested.py` fills it in).
    """

    relation: Callable[[SelectedRows, Relation, list[FieldNode], tuple[str, ...]], str]
    attachments: Callable[[SelectedRows, list[FieldNode]], str]
    history: Callable[[SelectedRows, list[FieldNode]], str]


class Compilation:
    """The state of one compilation: declarations, document, rights, and what the statement turns out to need."""

    def __init__(
        self,
        schema: GraphQLSchema,
        content_types: ContentTypes,
        document: Selection,
        viewer: Viewer,
        *,
        nested: NestedFields,
        blind: Callable[[str], bytes],
        unaccented: Callable[[str], str],
    ) -> None:
        self.schema, self.content_types, self.document, self.viewer = schema, content_types, document, viewer
        self.nested, self.blind, self.unaccented = nested, blind, unaccented
        self.bind = Parameters(asked={})
        self.redacted: dict[tuple[str, ...], dict[str, Any]] = {}
        self.personal_fields: set[str] = set()
        self.purposes: set[str] = set()
        self.lists: list[tuple[Getter, ...]] = []
        self.sealed = False
        self.searches_identity = False
        self._numbers = 0

    def number(self) -> int:
        """Return the next number for aliases."""
        self._numbers += 1
        return self._numbers

    def redact(self, path: tuple[str, ...], permission: Permission, *, by_row: bool) -> None:
        """Remember that a field of the document is hidden: everywhere, or on rows that do not grant the permission."""
        self.redacted[path] = {"path": list(path), "permission": permission.name, "rows": "SOME" if by_row else "ALL"}

    def personal(self, field: str) -> None:
        """Remember that the answer discloses a personal field."""
        self.personal_fields.add(field)

    def state(self, purposes: set[str]) -> None:
        """
        Remember for which purposes the answer is asked.

        :raises PurposeNotOpen: when one of them is not one that a role of the viewer has, with those that are
        """
        possible = possible_purposes(self.viewer)
        if purposes - set(possible):
            raise PurposeNotOpen("The role does not have this purpose.", possible=", ".join(possible))
        self.purposes |= purposes

    def unseal(self, node: FieldNode) -> None:
        """Remember that the answer holds sealed values, and for which purpose they are asked."""
        self.sealed = True
        for argument in node.arguments or ():
            if argument.name.value == "purpose":
                name = getattr(argument.value, "name", None)
                shape = self.document.shapes.get(name.value) if name else None
                self.state({shape[1] if shape else argument.value.value})  # type: ignore[attr-defined] # an enum

    def leaf(self, leaf: Variable, cast: str, convert: Any = None) -> str:
        """Return the placeholder of an argument, converted when it is bound."""

        def get(call: Call) -> Any:
            value = leaf.get(call.variables)
            if any(isinstance(text, str) and "\0" in text for text in (value if isinstance(value, list) else (value,))):
                raise BadArgument("An argument holds a NUL character, which no stored text has. Leave it out.")
            return convert(value) if convert else value

        return self.bind(("argument", leaf.key, convert), get, cast)

    def arguments_of(self, parent: str, node: FieldNode) -> dict[str, Any]:
        """Return the symbols of a field's arguments."""
        type_ = self.schema.get_type(parent)
        assert isinstance(type_, GraphQLObjectType)  # noqa: S101 # the document is valid
        return self.document.arguments(node, type_.fields[node.name.value].args)
