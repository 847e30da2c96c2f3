"""The state that all parts of a statement share while a document is compiled to SQL."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from graphql import FieldNode, GraphQLObjectType, GraphQLSchema

from auth.disclosure import Surface, logged_name, possible_purposes
from auth.viewer import Viewer
from models.code_index import CodeIndexes
from models.values import ValueRefused
from resolvers.declaration import Attached, ContentType, ContentTypes, Field, Relation
from resolvers.reading.arguments import Variable
from resolvers.reading.parameters import Call, Getter, StatementParameters
from resolvers.reading.selection import Selection
from resolvers.refusals import ArgumentValueRefused, BadArgument, PurposeNotOpen, UnknownName
from workflow.vocabulary import Permission


class SelectedRows(Protocol):
    """The rows of one selection, as its nested parts see them. `resolvers.reading.rows.Rows` implements it."""

    compilation: "Compilation"
    type: ContentType
    path: tuple[str, ...]
    table_alias: str
    derived_alias: str
    columns: dict[str, str]
    chain: tuple[Getter, ...]

    def column(self, name: str) -> str:
        """Return the SQL of a stored column in the derived table."""

    def guard(self, permission: Permission) -> str | None:
        """Return the SQL condition that a row of the derived table grants the permission; None when every row does."""


@dataclass(frozen=True)
class NestedFields:
    """
    Functions that compile the fields of a row that hold rows themselves: related objects, files, history, revisions.

    Rows contain relations, and relations contain rows. The recursion goes through this attribute of the compilation, so
    that no modules import each other in a circle. `resolvers/reading/nested.py` supplies the functions.
    """

    relation: Callable[[SelectedRows, Relation, list[FieldNode], tuple[str, ...]], str]
    attachments: Callable[[SelectedRows, Attached, list[FieldNode]], str]
    history: Callable[[SelectedRows, list[FieldNode]], str]
    revisions: Callable[[SelectedRows, list[FieldNode]], str]
    day_counts: Callable[[SelectedRows, list[FieldNode]], str]


class Compilation:
    """The state of one compilation: declarations, document, the caller's rights, and the needs of the statement."""

    def __init__(
        self,
        schema: GraphQLSchema,
        content_types: ContentTypes,
        document: Selection,
        viewer: Viewer,
        *,
        nested: NestedFields,
        blind: Callable[[str], CodeIndexes],
    ) -> None:
        self.schema, self.content_types, self.document, self.viewer = schema, content_types, document, viewer
        self.nested, self.blind = nested, blind
        self.bind = StatementParameters(shared_selects={})
        self.redacted: dict[tuple[str, ...], dict[str, Any]] = {}
        self.looked_at: set[str] = set()
        self.purposes: set[str] = set()
        self.lists: list[tuple[Getter, ...]] = []
        self.cursor_bindings: list[Getter] = []  # of the lists whose cursors are asked for
        self.sealed = False
        self.paragraphs = False  # the answer has markers of long texts whose versions are compared
        self.identity_searches = 0
        self._numbers = 0

    def next_number(self) -> int:
        """Return the next free number for an alias."""
        self._numbers += 1
        return self._numbers

    def redact(self, path: tuple[str, ...], permission: str, *, by_row: bool) -> None:
        """Record that a field of the document is hidden: on all rows, or on rows that do not grant the permission."""
        self.redacted[path] = {"path": list(path), "permission": permission, "rows": "SOME" if by_row else "ALL"}

    def note_look(self, type_: ContentType, key: str, surface: Surface = Surface.VALUE) -> None:
        """Record that the statement asks about a field of people: of rows about a person, or a personal field."""
        declared = type_.keys.get(key)
        if type_.subject is not None or (isinstance(declared, Field) and declared.personal):
            self.looked_at.add(logged_name(type_.name, key, surface))

    def refuse_name(self, type_: ContentType, key: str, text: str) -> UnknownName:
        """Record that the caller asked about a field that nobody shows to this caller, and return the refusal."""
        self.note_look(type_, key, Surface.DENIED)
        return UnknownName(text)

    def state_purposes(self, purposes: set[str]) -> None:
        """
        Record the purposes that the caller states for the answer.

        :raises PurposeNotOpen: when no role of the viewer has one of the purposes; it names the purposes that are
            possible
        """
        possible = possible_purposes(self.viewer)
        if purposes - set(possible):
            raise PurposeNotOpen("The role does not have this purpose.", possible=", ".join(possible))
        self.purposes |= purposes

    def note_sealed_value(self, node: FieldNode) -> None:
        """Record that the answer holds sealed values, and the purpose that the field's argument states."""
        self.sealed = True
        for argument in node.arguments or ():
            if argument.name.value == "purpose":
                name = getattr(argument.value, "name", None)
                shape = self.document.shapes.get(name.value) if name else None
                self.state_purposes({shape[1] if shape else argument.value.value})  # type: ignore[attr-defined] # an enum

    def bind_variable(
        self, variable: Variable, cast: str, convert: Any = None, *, path: tuple[str, ...], at: tuple[str, ...]
    ) -> str:
        """
        Return the placeholder of an argument. `convert` is applied to its value when the plan runs.

        `path` leads to the argument, and `at` is the path in the answer of the field that has it: a refusal names both.
        """

        def get(call: Call) -> Any:
            value = variable.get(call.variables)
            if any(isinstance(text, str) and "\0" in text for text in (value if isinstance(value, list) else (value,))):
                raise BadArgument("ARGUMENT_NUL", *path, at=at)
            try:
                return convert(value) if convert else value
            except ValueRefused as refused:
                raise ArgumentValueRefused(refused, *path, at=at) from None

        return self.bind(("argument", variable.key, convert), get, cast)

    def arguments_of(self, parent: str, node: FieldNode) -> dict[str, Any]:
        """Return the arguments of a field; what is known only when the plan runs is a `Variable`."""
        type_ = self.schema.get_type(parent)
        assert isinstance(type_, GraphQLObjectType)  # noqa: S101 # the document is valid
        return self.document.arguments(node, type_.fields[node.name.value].args)
