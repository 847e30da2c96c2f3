"""
Rows of one kind while their SQL is being made: which columns are needed, which guards, and the JSON of each row.

A source is a derived table `p<n>` over the stored rows `t<n>`. Columns and guards are collected while the projection is
made, so that a permission is decided once per row however many fields need it.
"""

from collections.abc import Callable

from graphql import FieldNode

from auth.policy import AccessRule, access_rule, predicate_sql
from resolvers.declaration import Attached, ContentType, Field, Relation
from resolvers.public_ids import public_id_sql
from resolvers.reading.access_log import access_log_sql
from resolvers.reading.compilation import Compilation, SelectedRows
from resolvers.reading.parameters import Getter, Parameters, ViewerParameters, quoted
from resolvers.reading.sections import hidden_keys_sql, readable_keys_sql
from workflow.vocabulary import AUDIT, VIEW, Permission

_INTERFACES = ("Node",)


class RowsOfClient(ViewerParameters):
    """What of the viewer comes into a statement about rows under a client: what is of the client is decided there."""

    def __init__(self, binder: Parameters, link: str, client: SelectedRows) -> None:
        super().__init__(binder)
        self._link, self._client = link, client

    def among(self, column: str, name: str, select: str) -> str:
        """Return whether the client is among the ids of a question, where the column is that of the client."""
        if column != self._link:
            return super().among(column, name, select)
        self._client.columns[f"in_{name}"] = super().among(f'{self._client.stored}."id"', name, select)
        return f"{self._client.shown}.in_{name}"

    def restricted(self, client: str, column: str) -> str:
        """Return whether the client is restricted, where the column is that of the client."""
        return self._client.column(column) if client == self._link else super().restricted(client, column)


class Rows:
    """The rows of one selection: `stored` is the alias of the table, `shown` of the derived table."""

    def __init__(self, run: Compilation, type_: ContentType, path: tuple[str, ...]) -> None:
        self.run, self.type, self.path = run, type_, path
        number = run.number()
        self.stored, self.shown = f"t{number}", f"p{number}"
        self.columns: dict[str, str] = {}
        self.chain: tuple[Getter, ...] = ()  # the page sizes of the lists that these rows stand in
        self.view: AccessRule = access_rule(run.viewer, type_.kind, VIEW)
        self.bind: ViewerParameters = run.bind.viewer

    def hang(self, relation: Relation, parent: SelectedRows) -> str:
        """Return the condition that ties these rows to one of `parent`; what is known of a client is not asked anew."""
        link = f"{self.stored}.{quoted(relation.column)}"
        if parent.type.kind.reach.client == "id" and relation.column == self.type.kind.reach.client:
            self.bind = RowsOfClient(self.run.bind, link, parent)
        return f"{link} = {parent.column('id')}"

    def column(self, name: str) -> str:
        """Return a stored column as seen in the derived table."""
        self.columns[name] = f"{self.stored}.{quoted(name)}"
        return f"{self.shown}.{quoted(name)}"

    def visible(self) -> str:
        """Return the predicate of the rows the viewer may see at all."""
        return predicate_sql(self.type.kind, self.view, self.stored, self.bind)

    def guard(self, permission: Permission) -> str | None:
        """Return the SQL that tells whether a shown row grants the permission; None when every one does."""
        held = access_rule(self.run.viewer, self.type.kind, permission)
        if self.view.implies(held):
            return None
        if not held.grants:
            return "FALSE"
        name = f"may_{permission.name}"
        self.columns[name] = predicate_sql(self.type.kind, held, self.stored, self.bind)
        return f"{self.shown}.{name}"

    def derived_columns(self) -> str:
        """Return the select list of the derived table."""
        return ", ".join(f"{sql} AS {quoted(name)}" for name, sql in self.columns.items()) or "1 AS one"

    def typed_id(self) -> str:
        """Return the SQL of the public id."""
        return public_id_sql(self.type.noun, self.column("id"))

    def projection(self, nodes: list[FieldNode]) -> str:
        """Return the select list that becomes the JSON of one row."""
        document = self.run.document
        selected = document.collect((self.type.name, *_INTERFACES), [n.selection_set for n in nodes])
        return ", ".join(f"{self._term(key, same)} AS {quoted(key)}" for key, same in selected.items())

    def row_json(self, nodes: list[FieldNode]) -> str:
        """Return the SQL of one shown row as JSON, for a place where the derived table is in scope."""
        return f"(SELECT row_to_json(r) FROM (SELECT {self.projection(nodes)}) r)"

    def _term(self, key: str, nodes: list[FieldNode]) -> str:
        name = nodes[0].name.value
        match name:
            case "__typename":
                return f"'{self.type.name}'"
            case "id":
                return self.typed_id()
            case "redacted":
                return self._redacted()
            case "history":
                return self._beside(key, AUDIT, lambda: self.run.nested.history(self, nodes))
            case "accessLog" | "disclosures" if self.type.logged is not None:
                only = name == "disclosures"
                return self._beside(key, self.type.logged, lambda: access_log_sql(self, nodes, only_disclosures=only))
        declared = self.type.keys[name]
        guard = self.guard(declared.read)
        if guard is not None:
            self.run.redact((*self.path, key), declared.read, by_row=guard != "FALSE")
        if guard == "FALSE":
            return "NULL" if isinstance(declared, Field | Attached) or not declared.many else "NULL::json"
        sql = self._shown(declared, nodes, key)
        return sql if guard is None else f"CASE WHEN {guard} THEN {sql} END"

    def _shown(self, declared: Field | Relation | Attached, nodes: list[FieldNode], key: str) -> str:
        if isinstance(declared, Attached):
            return self.run.nested.attachments(self, nodes)
        if isinstance(declared, Relation):
            return self.run.nested.relation(self, declared, nodes, (*self.path, key))
        if declared.personal:
            self.run.personal(f"{self.type.name}.{declared.key}")
        if declared.sections:
            return readable_keys_sql(self, declared)
        if declared.sealed:
            self.run.unseal(nodes[0])
            return self._sealed(declared)
        if declared.embedded:
            return self._embedded(declared, nodes)
        return declared.value.shown.format(self.column(declared.column))

    def _sealed(self, field: Field) -> str:
        """A marker that only the service can open; chr(1) cannot be in any stored text."""
        column = self.column(field.column)
        return (
            f"chr(1) || '{self.type.kind.table}.{field.column}:' || encode(uuid_send({self.column('id')}), 'hex')"
            f" || ':' || encode({column}, 'hex')"
        )

    def _embedded(self, field: Field, nodes: list[FieldNode]) -> str:
        selected = self.run.document.collect((), [n.selection_set for n in nodes])
        parts = ", ".join(
            f"'{field.value.name}' AS {quoted(k)}"
            if n[0].name.value == "__typename"
            else f"e.{quoted(n[0].name.value)} AS {quoted(k)}"
            for k, n in selected.items()
        )
        columns = ", ".join(f"{quoted(k)} {v.sql}" for k, v in field.embedded.items())
        rows = f"SELECT {parts} FROM jsonb_to_recordset({self.column(field.column)}) AS e({columns})"
        return f"(SELECT coalesce(json_agg(r), '[]') FROM ({rows}) r)"

    def _redacted(self) -> str:
        """The names of the fields that this viewer may not read on this very row."""
        parts = []
        for permission in dict.fromkeys(f.read for f in self.type.keys.values()):
            guard = self.guard(permission)
            if guard is None:
                continue
            keys = ", ".join(f"'{k}'" for k, f in sorted(self.type.keys.items()) if f.read == permission)
            parts.append(f"CASE WHEN {guard} THEN NULL ELSE ARRAY[{keys}] END")
        parts += [hidden_keys_sql(self, f) for f in self.type.fields.values() if f.sections]
        if not parts:
            return "'[]'::json"
        return f"(SELECT coalesce(json_agg(k ORDER BY k), '[]') FROM unnest({' || '.join(parts)}) k)"

    def _beside(self, key: str, permission: Permission, made: Callable[[], str]) -> str:
        """What stands beside the stored fields of a row, under a permission of the row."""
        guard = self.guard(permission)
        if guard is not None:
            self.run.redact((*self.path, key), permission, by_row=guard != "FALSE")
        if guard == "FALSE":
            return "NULL"
        sql = made()
        return sql if guard is None else f"CASE WHEN {guard} THEN {sql} END"
