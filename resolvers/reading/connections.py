"""
Compile connections: filter, order, keyset page, total count and edges.

The SQL is the same at the root and below an object.
"""

from graphql import FieldNode

from auth.policy import AccessRule, access_rule, predicate_sql
from resolvers.declaration import ContentType
from resolvers.reading.arguments import Argument, Variable
from resolvers.reading.compilation import Compilation
from resolvers.reading.cursors import PAGING_ARGUMENTS, cursor_binding, cursor_values, narrowing_values, position_sql
from resolvers.reading.filtering import narrowing_sql
from resolvers.reading.paging import SEARCH_RANK, is_merged, list_order, merged_select, page_size, stated_size
from resolvers.reading.parameters import Call, CountingParameters, Getter, quoted
from resolvers.reading.rows import Rows
from resolvers.refusals import BadArgument

COUNT_CAP = 10_000
# A total of at most so many narrows the list to people who can be told apart: the log names them.
MAX_COUNTED_PERSONS = 100


class ConnectionPage:
    """One page of a connection while it is compiled."""

    def __init__(
        self,
        compilation: Compilation,
        type_: ContentType,
        path: tuple[str, ...],
        arguments: dict[str, Argument],
        *,
        root: bool,
        list_name: str,
        chain: tuple[Getter, ...] = (),
    ) -> None:
        self.compilation, self.type, self.path, self.arguments, self.root = compilation, type_, path, arguments, root
        self.list_name = list_name  # what its cursors are bound to
        self.cursor_number: int | None = None
        self.counted: tuple[str, str] | None = None  # the name and the SELECT of the CTE with the persons counted
        self.rows = Rows(compilation, type_, path)
        self.order = list_order(compilation, type_, arguments.get("orderBy"), arguments.get("search"), path)
        self.backward = arguments.get("last") is not None or arguments.get("before") is not None
        if self.backward and (arguments.get("first") is not None or arguments.get("after") is not None):
            raise BadArgument("ARGUMENT_DIRECTIONS", "before" if arguments.get("last") is None else "last", at=path)
        key = "last" if self.backward else "first"
        size = page_size(arguments, key, path, root=root)
        self.limit = compilation.bind((self.rows.derived_alias, "limit"), size, "bigint")
        self.stated = stated_size(arguments.get(key))
        self.chain = (*chain, size)
        compilation.lists.append(self.chain)
        compilation.identity_searches += isinstance(arguments.get("identityCode"), dict)
        self.rule, self.order_rule = self._rules()
        self.looks_ahead = False  # whether one row more than the page is read, to see whether more rows follow
        self.projections: list[str] = []  # of the JSON of a row: one for `nodes`, one for `edges`
        self.gathered: dict[str, str] = {}  # column → what is gathered from all rows of the page in one scan
        self.rows.chain = self.chain

    def _rules(self) -> tuple[AccessRule, AccessRule | None]:
        """
        Return the rule of the listed rows, and the rule of the order's field where it must be asked too.

        Only rows whose order the viewer may know are listed. Often that rule says more than `view` does and reaches
        few rows, in which case it takes the place of `view`: to look for them among all that are visible costs more.
        """
        view, field = self.rows.view, self.type.fields.get(self.order.name.removesuffix("_DESC").lower())
        rule = access_rule(self.compilation.viewer, self.type.kind, field.read) if field else view
        if view.implies(rule):
            return view, None
        return (rule, None) if rule.implies(view) else (view, rule)

    def _cursor_binding(self, call: Call) -> bytes:
        narrowing = narrowing_values(self.arguments, call.variables)
        return cursor_binding(call.viewer.account, self.list_name, self.order.name, narrowing)

    def conditions(self, alias: str) -> list[str]:
        """
        Return the conditions that narrow the list beyond access.

        They are the filter, what is current, the search, and the permission of the order's field.
        """
        conditions = narrowing_sql(self.compilation, self.type, alias, self.arguments, self.path)
        if self.order_rule is not None:
            conditions.append(predicate_sql(self.type.kind, self.order_rule, alias, self.rows.bind))
        return conditions

    def _seek_conditions(self, alias: str) -> list[str]:
        cursor = self.arguments.get("before" if self.backward else "after")
        if not isinstance(cursor, Variable):
            return []

        def sort_value(n: int) -> Getter:
            return lambda call: self._position(call, cursor)[n]

        cells = [self.order.cell(alias, c) for c, _ in self.order.columns]
        values = [
            f"({self.compilation.bind((self.rows.derived_alias, 'seek', n), sort_value(n), 'text')})::{sql}"
            for n, (_, sql) in enumerate(self.order.columns)
        ]
        sign = "<" if self.order.descending is not self.backward else ">"
        return [f"({', '.join(cells)}) {sign} ({', '.join(values)})"]

    def _position(self, call: Call, cursor: Variable) -> list[str]:
        if self not in call.positions:
            text = cursor.get(call.variables)
            call.positions[self] = cursor_values(text, call.cursor_keys, self._cursor_binding(call))
        return call.positions[self]

    def _order_columns(self) -> list[str]:
        """Return the SQL of the columns of the order in the derived table."""
        cells = [self.rows.column(c) for c, _ in self.order.columns]
        if self.order.rank:
            merged = f"k.{SEARCH_RANK}" if self._is_merged() else None
            self.rows.columns[SEARCH_RANK] = merged or self.order.cell(self.rows.table_alias, SEARCH_RANK)
        return cells

    def _row_limit(self) -> str:
        return f"{self.limit} + 1" if self.looks_ahead else self.limit

    def derived(self, link: str | None, live: str | None = None) -> str:
        """Return the SELECT of the page's rows: the derived table."""
        rows, table = self.rows, self.type.kind.table
        alias = rows.table_alias
        narrow = [
            *([link] if link else []),
            *self.conditions(alias),
            *self._seek_conditions(alias),
            *([live] if live else []),
        ]
        order_by = f" ORDER BY {self.order.by(alias, reverse=self.backward)}"
        if self.order.rank:
            self._order_columns()
        tail = f"{order_by} LIMIT {self._row_limit()}"
        if self._is_merged():
            keys = ", ".join(self.order.key(alias, c) for c, _ in self.order.columns)
            merged = merged_select(rows, self.rule, keys, narrow, tail, is_searched=self._is_searched())
            # LIMIT 1, because the planner does not know that the page is small and would read the whole table.
            return (
                f"SELECT {rows.derived_columns()} FROM ({merged}) k"
                f" CROSS JOIN LATERAL (SELECT * FROM {table} w WHERE w.id = k.id LIMIT 1) {alias}"
                f"{order_by}"
            )
        where = " AND ".join([self._visible(), *narrow])
        scan = f"SELECT {rows.derived_columns()} FROM {table} {alias} WHERE {where}"
        if not self.root or self.stated is None:
            return f"{scan}{tail}"
        # Of a bound limit alone PostgreSQL expects a tenth of all rows, and plans large registers anew each time.
        return f"SELECT * FROM ({scan}{order_by} LIMIT {self.stated + self.looks_ahead}) s LIMIT {self._row_limit()}"

    def _visible(self) -> str:
        return predicate_sql(self.type.kind, self.rule, self.rows.table_alias, self.rows.bind)

    def _is_merged(self) -> bool:
        return self.root and is_merged(self.rows, self.rule, is_searched=self._is_searched())

    def _is_searched(self) -> bool:
        return any(self.arguments.get(key) is not None for key in ("search", "identityCode"))

    def json(self, nodes: list[FieldNode], source: str, link: str | None) -> str:
        """Return the SQL of the connection as JSON. `source` is the name of what `gathered_rows` returns."""
        selected = self.compilation.document.collect((f"{self.type.name}Connection",), [n.selection_set for n in nodes])
        self.looks_ahead = any(field_nodes[0].name.value == "pageInfo" for field_nodes in selected.values())
        parts = [f"{self._field_sql(k, n, source, link)} AS {quoted(k)}" for k, n in selected.items()]
        read = f" FROM {source}" if self.gathered else ""
        return f"(SELECT row_to_json(c.*) FROM (SELECT {', '.join(parts)}{read}) c)"

    def persons(self, source: str) -> str:
        """Return a SELECT of the persons of the rows that are shown; of a page of none, of the one read ahead."""
        subject = f"{self.rows.derived_alias}.subject"
        self.rows.columns["subject"] = str(self.type.subject).format(self.rows.table_alias)
        told = self._shown(f"greatest({self.limit}, 1)", f"{subject} IS NOT NULL")
        gathered = self._gather("subjects", f"array_agg({subject}){told}", source)
        return f"(SELECT unnest({gathered}) FROM {source})"

    def gathered_rows(self, link: str | None, live: str | None = None) -> str:
        """Return the SELECT of one row with all that is told of the page, from one scan of its rows (decision 0275)."""
        select, alias = self.derived(link, live), self.rows.derived_alias
        if self.backward or self.looks_ahead:
            select = f"SELECT d.*, row_number() OVER () AS page_row FROM ({select}) d"
        rows = "".join(f", LATERAL (SELECT {sql}) {alias}j{n}" for n, sql in enumerate(self.projections))
        columns = ", ".join(f"{sql} AS {name}" for name, sql in self.gathered.items()) or "1 AS one"
        return f"SELECT {columns} FROM ({select}) {alias}{rows}"

    def _gather(self, name: str, sql: str, source: str) -> str:
        """Gather something from all rows under a name; return the SQL that reads it."""
        self.gathered[name] = sql
        return f"{source}.{name}"

    def _shown(self, most: str, *conditions: str) -> str:
        """Return the FILTER of an aggregate: rows that meet conditions, without the one that was read ahead."""
        limit = [f"{self.rows.derived_alias}.page_row <= {most}"] if self.looks_ahead else []
        return f" FILTER (WHERE {' AND '.join([*conditions, *limit])})" if conditions or limit else ""

    def _each_shown(self, aggregate: str, sql: str) -> str:
        """Return an aggregate of the rows that are shown, in the order of the page, which is read from either end."""
        order = f" ORDER BY {self.rows.derived_alias}.page_row DESC" if self.backward else ""
        return f"{aggregate}({sql}{order}){self._shown(self.limit)}"

    def _field_sql(self, key: str, nodes: list[FieldNode], source: str, link: str | None) -> str:
        self.rows.path = (*self.path, key)
        match name := nodes[0].name.value:
            case "nodes":
                return self._list_sql(self.rows.projection(nodes), source)
            case "edges":
                return self._list_sql(self._edge_projection(nodes), source)
            case "pageInfo":
                return self._page_info(nodes, source)
            case "totalCount":
                return self._total_count(link)
        self.compilation.note_look(self.type, name)
        return f"'{self.type.name}Connection'"

    def _list_sql(self, projection: str, source: str) -> str:
        number = len(self.projections)
        self.projections.append(projection)
        rows = self._each_shown("json_agg", f"{self.rows.derived_alias}j{number}.*")
        return self._gather(f"j{number}", f"coalesce({rows}, '[]')", source)

    def _cursor_sql(self) -> str:
        if self.cursor_number is None:
            self.cursor_number = len(self.compilation.cursor_bindings)
            self.compilation.cursor_bindings.append(self._cursor_binding)
        return position_sql(self.cursor_number, self._order_columns())

    def _edge_projection(self, nodes: list[FieldNode]) -> str:
        parts, path = [], self.rows.path
        for key, field_nodes in self.compilation.document.collect(
            (f"{self.type.name}Edge",), [n.selection_set for n in nodes]
        ).items():
            match field_nodes[0].name.value:
                case "cursor" as name:
                    self.compilation.note_look(self.type, name)
                    parts.append(f"{self._cursor_sql()} AS {quoted(key)}")
                case "node":
                    self.rows.path = (*path, key)
                    parts.append(f"{self.rows.row_json(field_nodes)} AS {quoted(key)}")
                case name:
                    self.compilation.note_look(self.type, name)
                    parts.append(f"'{self.type.name}Edge' AS {quoted(key)}")
        return ", ".join(parts)

    def _page_info(self, nodes: list[FieldNode], source: str) -> str:
        self.compilation.note_look(self.type, "pageInfo")
        parts = []
        for key, field_nodes in self.compilation.document.collect(
            ("PageInfo",), [n.selection_set for n in nodes]
        ).items():
            parts.append(f"{self._page_info_field(field_nodes[0].name.value, source)} AS {quoted(key)}")
        return f"(SELECT row_to_json(i.*) FROM (SELECT {', '.join(parts)}) i)"

    def _page_info_field(self, name: str, source: str) -> str:
        has_cursor = (
            "TRUE" if isinstance(self.arguments.get("before" if self.backward else "after"), Variable) else "FALSE"
        )
        match name:
            case "hasNextPage" | "hasPreviousPage":
                if (name == "hasNextPage") is self.backward:
                    return has_cursor
                return self._gather("more", f"count(*) > {self.limit}", source)
            case "startCursor" | "endCursor":
                cursors = self._gather("cursors", self._each_shown("array_agg", self._cursor_sql()), source)
                return f"{cursors}[1]" if name == "startCursor" else f"{cursors}[cardinality({cursors})]"
        return "'PageInfo'"

    def _total_count(self, link: str | None) -> str:
        """
        Return the SQL of the number of rows that the viewer may see, at most `COUNT_CAP`.

        Hidden rows are not counted, and the cost is bounded.
        """
        rows, alias = self.rows, self.rows.table_alias
        rows = rows if link else rows.bound_by(CountingParameters(self.compilation.bind))
        narrow = [*([link] if link else []), *self.conditions(alias)]
        self.compilation.note_look(self.type, "totalCount")
        subject = self.type.subject if self.root and self._is_narrowed() else None
        columns = f"{alias}.id" + (f", {subject.format(alias)} AS subject" if subject else "")
        if self._is_merged():
            select = merged_select(
                rows, self.rule, columns, narrow, f" LIMIT {COUNT_CAP}", is_searched=self._is_searched()
            )
        else:
            where = " AND ".join([predicate_sql(self.type.kind, self.rule, alias, rows.bind), *narrow])
            select = f"SELECT {columns} FROM {self.type.kind.table} {alias} WHERE {where} LIMIT {COUNT_CAP}"
        if subject:
            self.counted = (f"n{rows.derived_alias[1:]}", select)
            return f"(SELECT count(*) FROM {self.counted[0]})"
        return f"(SELECT count(*) FROM ({select}) n)"

    def _is_narrowed(self) -> bool:
        return any(a is not None for key, a in self.arguments.items() if key not in PAGING_ARGUMENTS)

    def persons_counted(self) -> str:
        """Return a SELECT of the persons counted, if they are few enough to be told apart; see `counted`."""
        assert self.counted is not None  # noqa: S101 # the caller has asked
        name = self.counted[0]
        return f"(SELECT subject FROM {name} WHERE (SELECT count(*) FROM {name}) <= {MAX_COUNTED_PERSONS})"
