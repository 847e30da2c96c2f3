"""One compilation: what the parts of a statement share while a document becomes SQL."""

from collections.abc import Callable
from typing import Any

from graphql import FieldNode, GraphQLObjectType, GraphQLSchema

from auth.disclosure import open_purposes
from auth.viewer import Viewer
from resolvers.binding import Binder, Call, Getter, quoted
from resolvers.declaration import ContentType, ContentTypes, Relation
from resolvers.links import LIFETIME, link_key, link_sql
from resolvers.pages import Page
from resolvers.refusals import BadArgument, PurposeNotOpen
from resolvers.rows import Rows
from resolvers.sections import change_sql
from resolvers.selection import Document
from resolvers.symbols import Leaf
from workflow.vocabulary import Permission

HISTORY_COLUMNS = {
    "revision": "h.revision",
    "at": "h.at",
    "actorName": "h.actor_name",
    "action": "h.action",
    "comment": "h.comment",
    "reason": "h.reason",
}
HISTORY_PAGE = 50
ATTACHMENT_COLUMNS = {
    "id": "'attachment_' || encode(uuid_send(f.id), 'hex')",
    "name": "f.name",
    "mediaType": "f.media_type",
    "size": "f.size",
    "sha256": "f.sha256",
    "addedAt": "f.added_at",
    "addedBy": "f.added_by_name",
    "__typename": "'Attachment'",
}
MOST_ATTACHMENTS = 200  # of one object, in an answer


class Compilation:
    """The state of one compilation: declarations, document, rights, and what the statement turns out to need."""

    def __init__(
        self,
        schema: GraphQLSchema,
        content_types: ContentTypes,
        document: Document,
        viewer: Viewer,
        *,
        blind: Callable[[str], bytes],
        unaccented: Callable[[str], str],
    ) -> None:
        self.schema, self.content_types, self.document, self.viewer = schema, content_types, document, viewer
        self.blind, self.unaccented = blind, unaccented
        self.bind = Binder(asked={})
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
        possible = open_purposes(self.viewer)
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

    def leaf(self, leaf: Leaf, cast: str, convert: Any = None) -> str:
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

    def relation(self, parent: Rows, relation: Relation, nodes: list[FieldNode], path: tuple[str, ...]) -> str:
        """Return the SQL of a related object or of a connection of them."""
        target = self.content_types[relation.target]
        if relation.many:
            return self._many(parent, relation, target, nodes, path)
        rows = Rows(self, target, path)
        rows.chain = parent.chain
        projection = rows.projection(nodes)
        link = f"{rows.stored}.id = {parent.column(relation.column)}"
        derived = (
            f"SELECT {rows.derived_columns()} FROM {target.kind.table} {rows.stored} WHERE {link} AND {rows.visible()}"
        )
        return f"(SELECT row_to_json(r) FROM (SELECT {projection} FROM ({derived}) {rows.shown}) r)"

    def _many(
        self, parent: Rows, relation: Relation, target: ContentType, nodes: list[FieldNode], path: tuple[str, ...]
    ) -> str:
        page = Page(self, target, path, self.arguments_of(parent.type.name, nodes[0]), root=False, chain=parent.chain)
        link = page.rows.hang(relation, parent)
        source = f"q{page.rows.shown[1:]}"
        json = page.json(nodes, source, link)
        return f"(WITH {source} AS ({page.derived(link)}) {json[1:-1]})"

    def attachments(self, rows: Rows, nodes: list[FieldNode]) -> str:
        """Return the SQL of an object's files, the oldest first; a link is signed for this caller."""
        if rows.type.subject is not None:
            self.personal(f"{rows.type.name}.attachments")
        selected = self.document.collect(("Attachment",), [n.selection_set for n in nodes])
        parts = [f"{self._attachment_part(same)} AS {quoted(key)}" for key, same in selected.items()]
        return (
            f"(SELECT coalesce(json_agg(r), '[]') FROM (SELECT {', '.join(parts)} FROM attachment f"
            f" WHERE f.object_id = {rows.column('id')} AND f.uploaded_at IS NOT NULL"
            f" ORDER BY f.id LIMIT {MOST_ATTACHMENTS}) r)"
        )

    def _attachment_part(self, nodes: list[FieldNode]) -> str:
        name = nodes[0].name.value
        if name != "link":
            return ATTACHMENT_COLUMNS[name]
        key = self.bind("link key", lambda call: link_key(call.cursor_key, call.viewer.account), "bytea")
        until = self.bind("link until", lambda call: int((call.now + LIFETIME).timestamp()), "bigint")
        return link_sql("f.id", until, key)

    def history(self, rows: Rows, nodes: list[FieldNode]) -> str:
        """Return the SQL of an object's history, redacted by what the viewer may read of the object today."""
        if rows.type.subject is not None:
            self.personal(f"{rows.type.name}.history")
        selected = self.document.collect(("Change",), [n.selection_set for n in nodes])
        parts = [f"{self._history_part(rows, same)} AS {quoted(key)}" for key, same in selected.items()]
        return (
            f"(SELECT coalesce(json_agg(r), '[]') FROM (SELECT {', '.join(parts)} FROM history h"
            f" WHERE h.object_id = {rows.column('id')} ORDER BY h.revision DESC, h.id DESC LIMIT {HISTORY_PAGE}) r)"
        )

    def _history_part(self, rows: Rows, nodes: list[FieldNode]) -> str:
        name = nodes[0].name.value
        if name in HISTORY_COLUMNS:
            return HISTORY_COLUMNS[name]
        if name == "__typename":
            return "'Change'"
        cells = {
            "field": "c.key",
            "before": "c.value->>'before'",
            "after": "c.value->>'after'",
            "__typename": "'FieldChange'",
        }
        selected = self.document.collect(("FieldChange",), [n.selection_set for n in nodes])
        parts = ", ".join(f"{cells[same[0].name.value]} AS {quoted(key)}" for key, same in selected.items())
        return (
            f"(SELECT coalesce(json_agg(f), '[]') FROM (SELECT {parts} FROM jsonb_each(h.changes) c"
            f" WHERE {self._may_read_change(rows)} ORDER BY c.key) f)"
        )

    def _may_read_change(self, rows: Rows) -> str:
        by_guard: dict[str | None, list[str]] = {}
        files = (rows.type.attached,) if rows.type.attached else ()
        for field in (*(f for f in rows.type.fields.values() if not f.sections), *files):
            guard = rows.guard(field.read)
            if guard != "FALSE":
                by_guard.setdefault(guard, []).append(field.key)
        parts = []
        for guard, keys in by_guard.items():
            listed = ", ".join(f"'{k}'" for k in sorted(keys))
            parts.append(f"c.key IN ({listed})" if guard is None else f"({guard} AND c.key IN ({listed}))")
        parts += [change_sql(rows, f) for f in rows.type.fields.values() if f.sections]
        return f"({' OR '.join(parts) or 'FALSE'})"
