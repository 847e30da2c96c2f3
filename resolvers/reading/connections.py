"""Connections: filter, order, keyset page, totals, edges; the same SQL at the root and at any depth."""

from dataclasses import dataclass
from typing import Any

from graphql import FieldNode

from auth.policy import Grant, access_rule, grant_sql, predicate_sql, restriction_sql
from resolvers.declaration import ContentType
from resolvers.reading.arguments import Argument, Variable
from resolvers.reading.compilation import Compilation
from resolvers.reading.cursors import cursor_key, cursor_sql, cursor_values
from resolvers.reading.filtering import filter_sql, identity_code_sql, search_sql
from resolvers.reading.parameters import Call, Getter, quoted
from resolvers.reading.rows import Rows
from resolvers.refusals import BadArgument, UnknownName
from workflow.anomalies import IDENTITY_SEARCH
from workflow.vocabulary import VIEW

DEFAULT_PAGE_SIZE, COUNT_CAP = 25, 10_000


@dataclass(frozen=True)
class ListOrder:
    """One order of a list: its name, its columns with their SQL types (the id is last), and its direction."""

    name: str
    columns: tuple[tuple[str, str], ...]
    descending: bool

    def by(self, alias: str, *, reverse: bool = False) -> str:
        """Return the ORDER BY of rows called `alias`."""
        down = " DESC" if self.descending is not reverse else ""
        return ", ".join(f"{alias}.{quoted(c)}{down}" for c, _ in self.columns)


def order_of(run: Compilation, type_: ContentType, asked: Argument) -> ListOrder:
    """
    Return the order asked for, or the type's own if the viewer may read it everywhere, or that of creation.

    :raises UnknownName: when it sorts by a field that this viewer may never read
    """
    name = asked.shape[1] if isinstance(asked, Variable) else None
    if name is None:
        own = type_.fields.get(type_.default_order)
        view = access_rule(run.viewer, type_.kind, VIEW)
        held = access_rule(run.viewer, type_.kind, own.read) if own else None
        name = own.name.upper() if own and held and held.grants and view.implies(held) else "CREATED"
    base = name.removesuffix("_DESC")
    if base == "CREATED":
        return ListOrder(name, (("id", "uuid"),), name != base)
    field = type_.fields[base.lower()]
    if not access_rule(run.viewer, type_.kind, field.read).grants:
        raise UnknownName(f"Value '{name}' does not exist in '{type_.name}Order' enum.")
    column, sql = field.order_column or field.column, "text" if field.order_column else field.value.sql
    return ListOrder(name, ((column, sql), ("id", "uuid")), name != base)


def limit_of(arguments: dict[str, Argument], name: str, *, root: bool) -> Any:
    """
    Return a getter of the page size.

    :raises BadArgument: when run with a size below 0 or above the cap that is settled
    """
    asked = arguments.get(name)

    def get(call: Call) -> int:
        cap = call.most[0 if root else 1]
        size = asked.get(call.variables) if isinstance(asked, Variable) else min(DEFAULT_PAGE_SIZE, cap)
        if not 0 <= size <= cap:
            raise BadArgument(f"'{name}' is from 0 to {cap} here.", path=(name,), most=str(cap))
        return int(size)

    return get


class ConnectionPage:
    """One page of a connection while it is being compiled."""

    def __init__(
        self,
        run: Compilation,
        type_: ContentType,
        path: tuple[str, ...],
        arguments: dict[str, Argument],
        *,
        root: bool,
        chain: tuple[Getter, ...] = (),
    ) -> None:
        self.run, self.type, self.path, self.arguments, self.root = run, type_, path, arguments, root
        self.rows = Rows(run, type_, path)
        self.order = order_of(run, type_, arguments.get("orderBy"))
        self.backward = arguments.get("last") is not None or arguments.get("before") is not None
        if self.backward and (arguments.get("first") is not None or arguments.get("after") is not None):
            raise BadArgument("Ask with 'first' and 'after' or with 'last' and 'before', not with both.")
        key = "last" if self.backward else "first"
        size = limit_of(arguments, key, root=root)
        self.limit = run.bind((self.rows.shown, "limit"), size, "bigint")
        self.chain = (*chain, size)
        run.lists.append(self.chain)
        self.more = False
        self.rows.chain = self.chain

    def _cursor_key(self, call: Call) -> bytes:
        return cursor_key(call.cursor_key, call.viewer.account, self.type.noun)

    def conditions(self, alias: str) -> list[str]:
        """Return what narrows the list beyond access: filter, search, and the permission of the order."""
        bind = self.rows.bind
        found = filter_sql(self.run, self.type, alias, self.arguments.get("filter"))
        if "search" in self.arguments:  # naming it needs its permission, even with null
            found.append(search_sql(self.run, self.type, alias, self.arguments["search"]))
        if "identityCode" in self.arguments:
            found += self._identity(alias)
        if field := self.type.fields.get(self.order.name.removesuffix("_DESC").lower()):
            held = access_rule(self.run.viewer, self.type.kind, field.read)
            if not self.rows.view.implies(held):
                found.append(predicate_sql(self.type.kind, held, alias, bind))
        return found

    def _identity(self, alias: str) -> list[str]:
        asked = self.arguments["identityCode"]
        code = asked["code"] if isinstance(asked, dict) else None
        condition = identity_code_sql(self.run, self.type, alias, code if isinstance(code, Variable) else None)
        if not isinstance(asked, dict):
            return []
        self.run.personal(f"{self.type.name}.personalIdentityCode")
        self.run.personal(f"{self.type.name}.{IDENTITY_SEARCH}")
        self.run.searches_identity = True
        self.run.state({asked["purpose"].shape[1]})  # type: ignore[union-attr] # an enum
        return [condition]

    def _seek(self, alias: str) -> list[str]:
        cursor = self.arguments.get("before" if self.backward else "after")
        if not isinstance(cursor, Variable):
            return []

        def part(n: int) -> Any:
            return lambda call: cursor_values(cursor.get(call.variables), self.order.name, self._cursor_key(call))[n]

        cells = [f"{alias}.{quoted(c)}" for c, _ in self.order.columns]
        values = [
            f"({self.run.bind((self.rows.shown, 'seek', n), part(n), 'text')})::{sql}"
            for n, (_, sql) in enumerate(self.order.columns)
        ]
        sign = "<" if self.order.descending is not self.backward else ">"
        return [f"({', '.join(cells)}) {sign} ({', '.join(values)})"]

    def _extent(self) -> str:
        return f"{self.limit} + 1" if self.more else self.limit

    def extent_shown(self) -> str:
        """Return the ORDER BY and LIMIT that leave the rows shown, not the one that tells whether more follow."""
        if not self.more:
            return ""
        for column, _ in self.order.columns:
            self.rows.column(column)
        by = ", ".join(
            f"{quoted(c)}{' DESC' if self.order.descending is not self.backward else ''}" for c, _ in self.order.columns
        )
        return f" ORDER BY {by} LIMIT {self.limit}"

    def derived(self, link: str | None, live: str | None = None) -> str:
        """
        Return the SELECT of the page's rows: the derived table.

        Several grants of a root list are paged each by its own index and merged: as one OR they would be a
        filter over the whole ordered register.
        """
        rows, table = self.rows, self.type.kind.table
        t = rows.stored
        narrow = [*([link] if link else []), *self.conditions(t), *self._seek(t), *([live] if live else [])]
        tail = f" ORDER BY {self.order.by(t, reverse=self.backward)} LIMIT {self._extent()}"
        if self.root and len(rows.view.grants) > 1:
            keys = ", ".join(f"{t}.{quoted(c)}" for c, _ in self.order.columns)
            parts = " UNION ".join(
                f"(SELECT {keys} FROM {table} {t} WHERE {self._one_grant(g, narrow)}{tail})" for g in rows.view.grants
            )
            merged = (
                f"SELECT * FROM ({parts}) {t} ORDER BY {self.order.by(t, reverse=self.backward)} LIMIT {self._extent()}"
            )
            # LIMIT 1: the planner does not know that the page is small, and would read the whole table for it.
            return (
                f"SELECT {rows.derived_columns()} FROM ({merged}) k"
                f" CROSS JOIN LATERAL (SELECT * FROM {table} w WHERE w.id = k.id LIMIT 1) {t}"
                f" ORDER BY {self.order.by(t, reverse=self.backward)}"
            )
        where = " AND ".join([rows.visible(), *narrow])
        return f"SELECT {rows.derived_columns()} FROM {table} {t} WHERE {where}{tail}"

    def _one_grant(self, grant: Grant, narrow: list[str]) -> str:
        bind, kind, stored = self.rows.bind, self.type.kind, self.rows.stored
        applying = [r for r in self.rows.view.restrictions if grant.path not in r.exempt]
        left_out = [restriction_sql(kind, restriction, stored, bind) for restriction in applying]
        return " AND ".join([grant_sql(kind, grant, stored, bind), *left_out, *narrow])

    def json(self, nodes: list[FieldNode], source: str, link: str | None) -> str:
        """Return the SQL of the connection object; `source` names the page (a CTE)."""
        selected = self.run.document.collect((f"{self.type.name}Connection",), [n.selection_set for n in nodes])
        self.more = any(same[0].name.value == "pageInfo" for same in selected.values())
        parts = [f"{self._part(k, n, source, link)} AS {quoted(k)}" for k, n in selected.items()]
        return f"(SELECT row_to_json(c) FROM (SELECT {', '.join(parts)}) c)"

    def _part(self, key: str, nodes: list[FieldNode], source: str, link: str | None) -> str:
        self.rows.path = (*self.path, key)
        match nodes[0].name.value:
            case "nodes":
                return self._list(self.rows.projection(nodes), source)
            case "edges":
                return self._list(self._edge(nodes), source)
            case "pageInfo":
                return self._page_info(nodes, source)
            case "totalCount":
                return self._total(link)
        return f"'{self.type.name}Connection'"

    def _shown_rows(self, source: str) -> str:
        shown = self.rows.shown
        for column, _ in self.order.columns:
            self.rows.column(column)
        if self.backward:
            inner = f"SELECT * FROM {source} {shown} ORDER BY {self.order.by(shown, reverse=True)} LIMIT {self.limit}"
            return f"({inner}) {shown} ORDER BY {self.order.by(shown)}"
        limit = f" LIMIT {self.limit}" if self.more else ""
        return f"{source} {shown} ORDER BY {self.order.by(shown)}{limit}"

    def _list(self, projection: str, source: str) -> str:
        return f"(SELECT coalesce(json_agg(r), '[]') FROM (SELECT {projection} FROM {self._shown_rows(source)}) r)"

    def _cursor(self) -> str:
        key = self.run.bind(("cursor key", self.type.noun), self._cursor_key, "bytea")
        return cursor_sql(self.order.name, [self.rows.column(c) for c, _ in self.order.columns], key)

    def _edge(self, nodes: list[FieldNode]) -> str:
        parts, path = [], self.rows.path
        for key, same in self.run.document.collect(
            (f"{self.type.name}Edge",), [n.selection_set for n in nodes]
        ).items():
            match same[0].name.value:
                case "cursor":
                    parts.append(f"{self._cursor()} AS {quoted(key)}")
                case "node":
                    self.rows.path = (*path, key)
                    parts.append(f"{self.rows.row_json(same)} AS {quoted(key)}")
                case _:
                    parts.append(f"'{self.type.name}Edge' AS {quoted(key)}")
        return ", ".join(parts)

    def _page_info(self, nodes: list[FieldNode], source: str) -> str:
        parts = []
        for key, same in self.run.document.collect(("PageInfo",), [n.selection_set for n in nodes]).items():
            parts.append(f"{self._info(same[0].name.value, source)} AS {quoted(key)}")
        return f"(SELECT row_to_json(i) FROM (SELECT {', '.join(parts)}) i)"

    def _info(self, name: str, source: str) -> str:
        more = f"(SELECT count(*) > {self.limit} FROM {source})"
        given = "TRUE" if isinstance(self.arguments.get("before" if self.backward else "after"), Variable) else "FALSE"
        match name:
            case "hasNextPage":
                return given if self.backward else more
            case "hasPreviousPage":
                return more if self.backward else given
            case "startCursor" | "endCursor":
                end = name == "endCursor"
                shown = self.rows.shown
                return (
                    f"(SELECT {self._cursor()} FROM (SELECT * FROM {self._shown_rows(source)}) {shown}"
                    f" ORDER BY {self.order.by(shown, reverse=end)} LIMIT 1)"
                )
        return "'PageInfo'"

    def _total(self, link: str | None) -> str:
        """Count what the viewer may see, to a cap: it never costs more, and never tells of the hidden."""
        rows = self.rows
        where = " AND ".join([rows.visible(), *([link] if link else []), *self.conditions(rows.stored)])
        counted = f"SELECT 1 FROM {self.type.kind.table} {rows.stored} WHERE {where} LIMIT {COUNT_CAP}"
        return f"(SELECT count(*) FROM ({counted}) n)"
