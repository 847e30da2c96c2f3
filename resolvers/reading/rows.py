"""
The SQL of the rows of one content type: the columns they need, the permission checks, and the JSON of each row.

The rows come from a derived table `p<n>` over the stored table `t<n>`. Columns and permission checks are collected
while the projection is compiled, so that each permission is decided once per row, however many fields need it.
"""

from collections.abc import Callable
from copy import copy
from typing import Self

from graphql import FieldNode

from auth.disclosure import Surface
from auth.policy import AccessRule, access_rule, predicate_sql, remaining_sql
from resolvers.declaration import Attached, ContentType, Counted, Field, Relation
from resolvers.public_ids import public_id_sql
from resolvers.reading.access_log import access_log_sql
from resolvers.reading.by_caller.section_rights import member_sql
from resolvers.reading.compilation import Compilation, SelectedRows
from resolvers.reading.parameters import Getter, StatementParameters, ViewerParameters, quoted
from resolvers.reading.sections import hidden_keys_sql, readable_keys_sql
from workflow.vocabulary import AUDIT, NEVER, VIEW, Permission

_INTERFACES = ("Node",)


class RowsOfClient(ViewerParameters):
    """
    The viewer's parameters in the SQL of rows that belong to a client.

    A condition about the client is computed once, on the client's own row, and used again on these rows.
    """

    def __init__(self, binder: StatementParameters, link: str, client: SelectedRows) -> None:
        super().__init__(binder)
        self._link, self._client = link, client

    def among(self, column: str, name: str, select: str) -> str:
        """
        Return the condition that the column is among the ids of a SELECT.

        The client's own row answers it if it can.
        """
        if column != self._link:
            return super().among(column, name, select)
        condition, columns = super().among(f'{self._client.table_alias}."id"', name, select), self._client.columns
        # Paths of one kind may ask for different ids: a guardian reaches each type by a matter of its own.
        names = (f"in_{name}", *(f"in_{name}_{number}" for number in range(2, len(columns) + 2)))
        column = next(one for one in names if columns.get(one, condition) == condition)
        columns[column] = condition
        return f"{self._client.derived_alias}.{column}"

    def restricted(self, client: str, column: str) -> str:
        """Return the condition that the client is restricted; the client's own row answers it if it can."""
        return self._client.column(column) if client == self._link else super().restricted(client, column)


class Rows:
    """The rows of one selection. `table_alias` names the stored table in SQL, `derived_alias` the derived table."""

    def __init__(self, compilation: Compilation, type_: ContentType, path: tuple[str, ...]) -> None:
        self.compilation, self.type, self.path = compilation, type_, path
        number = compilation.next_number()
        self.table_alias, self.derived_alias = f"t{number}", f"p{number}"
        self.columns: dict[str, str] = {}
        self.chain: tuple[Getter, ...] = ()  # page sizes of the lists around these rows, the outermost first
        self.view: AccessRule = access_rule(compilation.viewer, type_.kind, VIEW)
        self.bind: ViewerParameters = compilation.bind.viewer

    def link_to_parent(self, relation: Relation, parent: SelectedRows) -> str:
        """
        Return the condition that joins these rows to a row of `parent`.

        Where the parent is a client, its access conditions are used again instead of being computed for each row.
        """
        link = f"{self.table_alias}.{quoted(relation.column)}"
        if parent.type.kind.reach.client == "id" and relation.column == self.type.kind.reach.client:
            self.bind = RowsOfClient(self.compilation.bind, link, parent)
        return f"{link} = {parent.column('id')}"

    def column(self, name: str) -> str:
        """Return the SQL of a stored column in the derived table."""
        self.columns[name] = f"{self.table_alias}.{quoted(name)}"
        return f"{self.derived_alias}.{quoted(name)}"

    def bound_by(self, bind: ViewerParameters) -> Self:
        """Return the same rows with conditions that are bound in another way."""
        rows = copy(self)
        rows.bind = bind
        return rows

    def visible(self) -> str:
        """Return the predicate of the rows that the viewer may see."""
        return predicate_sql(self.type.kind, self.view, self.table_alias, self.bind)

    def guard(self, permission: Permission) -> str | None:
        """Return the SQL condition that a row of the derived table grants the permission; None when every row does."""
        rule = access_rule(self.compilation.viewer, self.type.kind, permission)
        if self.view.implies(rule):
            return None
        if not rule.grants:
            return "FALSE"
        name = f"may_{permission.name}"
        self.columns[name] = remaining_sql(self.type.kind, rule, self.view, self.table_alias, self.bind)
        return f"{self.derived_alias}.{name}"

    def derived_columns(self) -> str:
        """Return the select list of the derived table."""
        return ", ".join(f"{sql} AS {quoted(name)}" for name, sql in self.columns.items()) or "1 AS one"

    def typed_id(self) -> str:
        """Return the SQL of the public id."""
        return public_id_sql(self.type.noun, self.column("id"))

    def projection(self, nodes: list[FieldNode]) -> str:
        """Return the select list from which the JSON of one row is built."""
        document = self.compilation.document
        selected = document.collect((self.type.name, *_INTERFACES), [n.selection_set for n in nodes])
        return ", ".join(
            f"{self._field_sql(key, field_nodes)} AS {quoted(key)}" for key, field_nodes in selected.items()
        )

    def row_json(self, nodes: list[FieldNode]) -> str:
        """Return the SQL of one row as JSON, for a place where the derived table is in scope."""
        return f"(SELECT row_to_json(r.*) FROM (SELECT {self.projection(nodes)}) r)"

    def _field_sql(self, key: str, nodes: list[FieldNode]) -> str:
        name = self.type.key_today(nodes[0].name.value)
        match name:
            case "__typename" | "id" | "redacted":
                self.compilation.note_look(self.type, name)
                return self._own_field(name)
            case "history":
                return self._guarded(key, nodes, AUDIT, lambda: self.compilation.nested.history(self, nodes))
            case "revisions":
                return self._revisions(key, nodes)
            case "accessLog" | "disclosures" if self.type.logged is not None:
                only_disclosures = name == "disclosures"
                return self._guarded(
                    key, nodes, self.type.logged, lambda: access_log_sql(self, nodes, only_disclosures=only_disclosures)
                )
        declared = self.type.keys[name]
        hidden = "NULL" if isinstance(declared, Field | Attached | Counted) or not declared.many else "NULL::json"
        return self._guarded(
            key, nodes, declared.read, lambda: self._readable_field_sql(declared, nodes, key), hidden=hidden
        )

    def _revisions(self, key: str, nodes: list[FieldNode]) -> str:
        """Return the SQL of the revisions, for whoever may write something of the object."""
        held = [(p, self.guard(p)) for p in self.type.write_permissions]
        names = list(dict.fromkeys(p.name for p, _ in held))
        guards = dict.fromkeys(guard for _, guard in held if guard != "FALSE")
        guard = None if None in guards else f"({' OR '.join(map(str, guards))})" if guards else "FALSE"
        if guard is not None:
            self.compilation.redact((*self.path, key), " or ".join(names) or NEVER.name, by_row=guard != "FALSE")
        self.compilation.note_look(self.type, "revisions", Surface.DENIED if guard == "FALSE" else Surface.VALUE)
        if guard == "FALSE":
            return "NULL"
        sql = self.compilation.nested.revisions(self, nodes)
        return sql if guard is None else f"CASE WHEN {guard} THEN {sql} END"

    def _own_field(self, name: str) -> str:
        """Return the SQL of a field that every type has and that needs no more than the row."""
        match name:
            case "id":
                return self.typed_id()
            case "redacted":
                return self._redacted_keys()
        return f"'{self.type.name}'"

    def _readable_field_sql(
        self, declared: Field | Relation | Attached | Counted, nodes: list[FieldNode], key: str
    ) -> str:
        if isinstance(declared, Attached):
            return self.compilation.nested.attachments(self, declared, nodes)
        if isinstance(declared, Counted):
            return self.compilation.nested.day_counts(self, nodes)
        if isinstance(declared, Relation):
            return self.compilation.nested.relation(self, declared, nodes, (*self.path, key))
        if declared.sections:
            return readable_keys_sql(self, declared)
        if declared.sealed:
            self.compilation.note_sealed_value(nodes[0])
            return self._sealed_marker(declared)
        if declared.embedded:
            return self._embedded_objects(declared, nodes)
        return declared.value.shown.format(self.column(declared.column))

    def _sealed_marker(self, field: Field) -> str:
        """
        Return the SQL of a marker that only the service can open.

        No stored text can contain chr(1), its first character.
        """
        column = self.column(field.column)
        return (
            f"chr(1) || '{self.type.kind.table}.{field.column}:' || encode(uuid_send({self.column('id')}), 'hex')"
            f" || ':' || encode({column}, 'hex')"
        )

    def _embedded_objects(self, field: Field, nodes: list[FieldNode]) -> str:
        selected = self.compilation.document.collect((), [field_nodes.selection_set for field_nodes in nodes])
        parts = ", ".join(
            f"'{field.value.name}' AS {quoted(k)}"
            if field_nodes[0].name.value == "__typename"
            else f"{member_sql(self, field, field_nodes[0].name.value)} AS {quoted(k)}"
            for k, field_nodes in selected.items()
        )
        columns = ", ".join(f"{quoted(k)} {v.sql}" for k, v in field.embedded.items())
        rows = f"SELECT {parts} FROM jsonb_to_recordset({self.column(field.column)}) AS e({columns})"
        return f"(SELECT coalesce(json_agg(r.*), '[]') FROM ({rows}) r)"

    def _redacted_keys(self) -> str:
        """Return the SQL of the names of the fields that this viewer may not read on this row, as a JSON array."""
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

    def _guarded(
        self,
        key: str,
        nodes: list[FieldNode],
        permission: Permission,
        compile_field: Callable[[], str],
        *,
        hidden: str = "NULL",
    ) -> str:
        """Return the SQL of a field that needs a permission; `hidden` stands where no row grants it."""
        name, guard = self.type.key_today(nodes[0].name.value), self.guard(permission)
        if guard is not None:
            self.compilation.redact((*self.path, key), permission.name, by_row=guard != "FALSE")
        if guard == "FALSE":
            self.compilation.note_look(self.type, name, Surface.DENIED)
            return hidden
        self.compilation.note_look(self.type, name)
        sql = compile_field()
        return sql if guard is None else f"CASE WHEN {guard} THEN {sql} END"
