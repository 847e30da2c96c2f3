"""
Compile a page of what is derived from rows of several types: tasks by due day, or what happened by its moment.

Each source is a SELECT of (kind, noun, moment, id); together they are ordered by moment, kind and id, and paged by a
cursor of the three. The objects come from rows of their types, as in any other list.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from graphql import FieldNode

from resolvers.declaration import ContentType
from resolvers.reading.arguments import Variable
from resolvers.reading.cursors import cursor_binding, cursor_values, narrowing_values, position_sql
from resolvers.reading.paging import page_size
from resolvers.reading.parameters import Call, Getter, quoted
from resolvers.reading.rows import Rows
from resolvers.reading.statement import LIVE, Statement
from resolvers.tasks.titles import title_sql

_NOTHING = "SELECT ''::text AS kind, ''::text AS noun, NULL::{} AS moment, NULL::uuid AS id WHERE FALSE"


@dataclass(frozen=True)
class Source:
    """A SELECT of the columns kind, noun, moment and id, and the type of the rows that it finds."""

    type: ContentType
    select: str


@dataclass(frozen=True)
class DerivedList:
    """
    What a list is: the names of its types in the schema, its fields and its order.

    `connection` and `item` are names in the schema, `fields` the SQL of the scalar fields of an item by their names,
    where `w` is the row. `moment` is the SQL type of the column of the order, which `descending` turns round.
    """

    connection: str
    item: str
    fields: Mapping[str, str]
    moment: str
    descending: bool = False


@dataclass
class DerivedPage:
    """
    One page while it is compiled.

    `name` is what its cursors are bound to, and `bounds` are conditions on `w` that narrow every source.
    """

    statement: Statement
    of: DerivedList
    name: str
    path: tuple[str, ...]
    arguments: Mapping[str, Any]
    bounds: tuple[str, ...] = ()
    limit: str = field(init=False)
    size: Getter = field(init=False)
    number: int = field(init=False)
    rows: dict[str, Rows] = field(init=False, default_factory=dict)
    cursor: str | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Bind the size of the page, which counts as that of any list."""
        compilation = self.statement.compilation
        self.number = compilation.next_number()
        self.size = page_size(dict(self.arguments), "first", self.path, root=True)
        self.limit = compilation.bind(("derived", self.path, "limit"), self.size, "bigint")
        compilation.lists.append((self.size,))

    def json(self, nodes: list[FieldNode], sources: Iterable[Source]) -> str:
        """Return the SQL of the page as a JSON object, and add its rows to the statement."""
        found = list(sources)
        for source in found:
            self.rows.setdefault(source.type.noun, self._rows_of(source.type))
        selected = self._selected(self.of.connection, nodes)
        parts = [f"{self._field(key, field_nodes)} AS {quoted(key)}" for key, field_nodes in selected.items()]
        self._add(found)
        return f"(SELECT row_to_json(c.*) FROM (SELECT {', '.join(parts)}) c)"

    def _selected(self, name: str, nodes: list[FieldNode]) -> dict[str, list[FieldNode]]:
        return self.statement.compilation.document.collect((name,), [node.selection_set for node in nodes])

    def _rows_of(self, type_: ContentType) -> Rows:
        rows = Rows(self.statement.compilation, type_, self.path)
        rows.chain = (self.size,)
        rows.column("id")
        return rows

    def _name(self, letter: str, noun: str = "") -> str:
        return f"{letter}{self.number}{f'_{noun}' if noun else ''}"

    def _field(self, key: str, nodes: list[FieldNode]) -> str:
        path = (*self.path, key)
        match nodes[0].name.value:
            case "nodes":
                return self._items(self._item(nodes, path))
            case "edges":
                return self._items(self._edge(nodes, path))
            case "pageInfo":
                return self._page_info(nodes)
        return f"'{self.of.connection}'"

    def _items(self, projection: str) -> str:
        rows = f"SELECT {projection} FROM {self._name('v')} w ORDER BY {self._order('w')}"
        return f"(SELECT coalesce(json_agg(r.*), '[]') FROM ({rows}) r)"

    def _order(self, alias: str, *, reverse: bool = False) -> str:
        down = " DESC" if self.of.descending is not reverse else ""
        return ", ".join(f"{alias}.{column}{down}" for column in ("moment", "kind", "id"))

    def _edge(self, nodes: list[FieldNode], path: tuple[str, ...]) -> str:
        parts = []
        for key, field_nodes in self._selected(f"{self.of.item}Edge", nodes).items():
            match field_nodes[0].name.value:
                case "cursor":
                    sql = self._cursor()
                case "node":
                    sql = f"(SELECT row_to_json(n.*) FROM (SELECT {self._item(field_nodes, (*path, key))}) n)"
                case _:
                    sql = f"'{self.of.item}Edge'"
            parts.append(f"{sql} AS {quoted(key)}")
        return ", ".join(parts)

    def _item(self, nodes: list[FieldNode], path: tuple[str, ...]) -> str:
        parts = []
        for key, field_nodes in self._selected(self.of.item, nodes).items():
            match name := field_nodes[0].name.value:
                case "object":
                    sql = self._by_type(partial(Rows.row_json, nodes=field_nodes), (*path, key))
                case "title":
                    sql = self._by_type(partial(title_sql, nodes=field_nodes), (*path, key))
                case "__typename":
                    sql = f"'{self.of.item}'"
                case _:
                    sql = self.of.fields[name]
            parts.append(f"{sql} AS {quoted(key)}")
        return ", ".join(parts)

    def _by_type(self, read: Callable[[Rows], str], path: tuple[str, ...]) -> str:
        """Return the SQL of what is read of the object of an item, as of any other object of its type."""
        cases = []
        for noun, rows in self.rows.items():
            rows.path = path
            json = read(rows)
            own = f"{rows.column('id')} = w.id"
            cases.append(
                f"WHEN '{noun}' THEN (SELECT {json} FROM {self._name('q', noun)} {rows.derived_alias} WHERE {own})"
            )
        return f"CASE w.noun {' '.join(cases)} END" if cases else "NULL::json"

    def _binding(self, call: Call) -> bytes:
        narrowing = narrowing_values(self.arguments, call.variables)
        return cursor_binding(call.viewer.account, self.name, self.of.item, narrowing)

    def _cursor(self) -> str:
        if self.cursor is None:
            bindings = self.statement.compilation.cursor_bindings
            self.cursor = position_sql(len(bindings), ("w.moment", "w.kind", "w.id"))
            bindings.append(self._binding)
        return self.cursor

    def _page_info(self, nodes: list[FieldNode]) -> str:
        has_cursor = "TRUE" if isinstance(self.arguments.get("after"), Variable) else "FALSE"

        def end(*, reverse: bool) -> str:
            by = self._order("w", reverse=reverse)
            return f"(SELECT {self._cursor()} FROM {self._name('v')} w ORDER BY {by} LIMIT 1)"

        cells: Mapping[str, Callable[[], str]] = {
            "hasNextPage": lambda: f"(SELECT count(*) > {self.limit} FROM {self._name('w')})",
            "hasPreviousPage": lambda: has_cursor,
            "startCursor": lambda: end(reverse=False),
            "endCursor": lambda: end(reverse=True),
            "__typename": lambda: "'PageInfo'",
        }
        selected = self._selected("PageInfo", nodes)
        parts = ", ".join(f"{cells[n[0].name.value]()} AS {quoted(key)}" for key, n in selected.items())
        return f"(SELECT row_to_json(i.*) FROM (SELECT {parts}) i)"

    def _seek(self) -> tuple[str, ...]:
        after, compilation = self.arguments.get("after"), self.statement.compilation
        if not isinstance(after, Variable):
            return ()
        types = (self.of.moment, "text", "uuid")

        def value(place: int) -> Getter:
            return lambda call: self._position(call, after)[place]

        cells = [
            f"({compilation.bind(('derived', self.path, 'seek', place), value(place), 'text')})::{sql}"
            for place, sql in enumerate(types)
        ]
        return (f"(w.moment, w.kind, w.id) {'<' if self.of.descending else '>'} ({', '.join(cells)})",)

    def _position(self, call: Call, after: Variable) -> list[str]:
        key = (self.of.item, self.path)
        if key not in call.positions:
            text = after.get(call.variables)
            call.positions[key] = cursor_values(text, call.cursor_keys, self._binding(call))
        return call.positions[key]

    def _add(self, sources: list[Source]) -> None:
        """Add what was found, the page of it, and the rows of each type on the page to the statement."""
        w, v, by = self._name("w"), self._name("v"), self._order("w")
        tail = f"ORDER BY {by} LIMIT {self.limit} + 1"
        bounds = " AND ".join((*self.bounds, *self._seek(), LIVE))
        selects = [source.select for source in sources] or [_NOTHING.format(self.of.moment)]
        columns = "w.kind, w.noun, w.moment, w.id"
        parts = [f"(SELECT {columns} FROM ({select}) w WHERE {bounds} {tail})" for select in selects]
        ctes = self.statement.ctes
        ctes.append((w, f"SELECT * FROM ({' UNION '.join(parts)}) w {tail}"))
        ctes.append((v, f"SELECT * FROM {w} w ORDER BY {by} LIMIT {self.limit}"))
        for noun, rows in self.rows.items():
            self._add_rows(noun, rows, f"SELECT v.id FROM {v} v WHERE v.noun = '{noun}'")

    def _add_rows(self, noun: str, rows: Rows, ids: str) -> None:
        table, alias = rows.type.kind.table, rows.table_alias
        where = f"{alias}.id IN ({ids}) AND {rows.visible()} AND {LIVE}"
        self.statement.add_rows(
            rows,
            self._name("q", noun),
            lambda: f"SELECT {rows.derived_columns()} FROM {table} {alias} WHERE {where}",
        )
