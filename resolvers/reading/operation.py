"""
A query operation becomes one SQL statement: every stored root, the liveness of the caller, and the disclosure row.

`compile_query` makes the plan; `Plan.run` binds and executes it. Roots that are not stored are left to graphql-core.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import asyncpg
from graphql import FieldNode, GraphQLSchema, OperationDefinitionNode, VariableNode

from auth.disclosure import (
    DISCLOSURE_COLUMNS,
    authority_of,
    default_purpose,
    disclosure_row_sql,
    exceptional_purposes_sql,
)
from auth.liveness import liveness_sql
from auth.viewer import Viewer
from resolvers.declaration import ContentType, ContentTypes
from resolvers.public_ids import object_uuid
from resolvers.reading.arguments import Argument, Variable
from resolvers.reading.compilation import Compilation
from resolvers.reading.connections import ConnectionPage
from resolvers.reading.nested import NESTED_FIELDS
from resolvers.reading.parameters import Call, Getter
from resolvers.reading.rows import Rows
from resolvers.reading.sealed_values import unsealed_values
from resolvers.reading.selection import Selection
from resolvers.refusals import BadArgument, Refusal

MAX_NODES = 100
MAX_ROWS = 40_000  # the product of the page sizes of nested lists


class QueryTooComplex(Refusal):
    """The query could answer more than one answer should hold."""

    code = "QUERY_TOO_COMPLEX"


class StaleViewer(Exception):
    """The account or the session changed while the request ran: load the viewer anew and ask once more."""

    code = "STALE_VIEWER"


@dataclass(frozen=True)
class Compiler:
    """What every compilation needs: the schema, the declarations, and the keys behind sealed values and search."""

    schema: GraphQLSchema
    content_types: ContentTypes
    blind: Callable[[str], bytes]
    unaccented: Callable[[str], str]
    unseal: Callable[[str, str, bytes], str]


@dataclass(frozen=True)
class Plan:
    """A compiled operation. `stored_roots` are the response keys of the stored roots, in the order of the columns."""

    sql: str
    getters: tuple[Getter, ...]
    roots: tuple[str, ...]
    others: tuple[str, ...]
    redacted: tuple[dict[str, Any], ...]
    sealed: bool
    unseal: Callable[[str, str, bytes], str]
    lists: tuple[tuple[Getter, ...], ...] = ()
    order: tuple[str, ...] = ()
    searches_identity: bool = False

    async def run(self, connection: "asyncpg.Pool[Any] | asyncpg.Connection[Any]", call: Call) -> list[bytes]:
        """
        Return the JSON of each stored root.

        :raises StaleViewer: when the account, its rights or its session are not what the viewer was loaded from
        """
        for chain in self.lists:
            if math.prod(get(call) for get in chain) > MAX_ROWS:
                raise QueryTooComplex(
                    f"This query could answer more than {MAX_ROWS} objects in one list. Ask smaller pages."
                )
        row = await connection.fetchrow(self.sql, *(get(call) for get in self.getters))
        if row is None or not row[0]:
            raise StaleViewer
        parts = [part or b"null" for part in row[1:]]
        return [unsealed_values(part, self.unseal) for part in parts] if self.sealed else parts


class Statement:
    """One statement while its roots are added."""

    def __init__(self, compiler: Compiler, document: Selection, viewer: Viewer, operation: str, digest: str) -> None:
        self.compiler, self.operation, self.digest = compiler, operation, digest
        self.run = Compilation(
            compiler.schema,
            compiler.content_types,
            document,
            viewer,
            nested=NESTED_FIELDS,
            blind=compiler.blind,
            unaccented=compiler.unaccented,
        )
        self.ctes: list[str] = []
        self.columns: list[str] = []
        self.subjects: list[str] = []
        self.asked: list[Getter] = []
        self.roots: list[str] = []

    def _page(self, rows: Rows, name: str, derived: Callable[[], str], extent: str = "") -> None:
        if rows.type.subject is not None:
            rows.columns["subject"] = rows.type.subject.format(rows.stored)
            self.subjects.append(f"(SELECT subject FROM {name}{extent})")
        self.ctes.append(f"{name} AS MATERIALIZED ({derived()})")

    def add(self, key: str, json: str) -> None:
        """Add a root's JSON as a column of the answer."""
        self.roots.append(key)
        self.columns.append(json)

    def one(self, type_: ContentType, nodes: list[FieldNode], path: tuple[str, ...], get: Getter) -> str:
        """Return the JSON of one object by id, as far as the viewer may see it."""
        rows = Rows(self.run, type_, path)
        name = f"q{rows.shown[1:]}"
        json = f"(SELECT row_to_json(r) FROM (SELECT {rows.projection(nodes)} FROM {name} {rows.shown}) r)"
        placeholder = self.run.bind(("root", path, type_.noun), get, "uuid")
        where = f"{rows.stored}.id = {placeholder} AND {rows.visible()} AND {LIVE}"
        self._page(
            rows, name, lambda: f"SELECT {rows.derived_columns()} FROM {type_.kind.table} {rows.stored} WHERE {where}"
        )
        self.asked.append(lambda call: [u] if (u := get(call)) else [])
        return json

    def connection(self, type_: ContentType, nodes: list[FieldNode], key: str) -> str:
        """Return the JSON of a root connection."""
        page = ConnectionPage(self.run, type_, (key,), self.run.arguments_of("Query", nodes[0]), root=True)
        name = f"q{page.rows.shown[1:]}"
        json = page.json(nodes, name, None)
        self._page(page.rows, name, lambda: page.derived(None, LIVE), page.extent_shown())
        return json

    def many(self, nodes: list[FieldNode], key: str, ids: Variable) -> str:
        """Return the JSON of several objects of any types by id, in the order asked, null for what is not seen."""
        nouns = [s[1] for s in ids.shape[1] if isinstance(s, tuple) and s[1] in self.compiler.content_types]
        parts = ["SELECT NULL::text AS id, NULL::json AS j WHERE FALSE"]
        for noun in nouns:
            parts.append(self._some(self.compiler.content_types[noun], nodes, key, ids))
        listed = self.run.leaf(ids, "text[]", _capped)
        return (
            "(SELECT coalesce(json_agg(x.j ORDER BY a.n), '[]') FROM unnest(" + listed + ") WITH ORDINALITY a(id, n)"
            " LEFT JOIN (" + " UNION ALL ".join(parts) + ") x ON x.id = a.id)"
        )

    def _some(self, type_: ContentType, nodes: list[FieldNode], key: str, ids: Variable) -> str:
        rows = Rows(self.run, type_, (key,))
        name = f"q{rows.shown[1:]}"
        select = f"SELECT {rows.typed_id()} AS id, {rows.row_json(nodes)} AS j FROM {name} {rows.shown}"

        def get(call: Call) -> list[Any]:
            return [u for i in ids.get(call.variables) if (u := object_uuid(type_.noun, i))]

        self.asked.append(get)

        placeholder = self.run.bind(("nodes", key, type_.noun), get, "uuid[]")
        where = f"{rows.stored}.id = ANY({placeholder}) AND {rows.visible()} AND {LIVE}"
        self._page(
            rows, name, lambda: f"SELECT {rows.derived_columns()} FROM {type_.kind.table} {rows.stored} WHERE {where}"
        )
        return select

    def _log(self) -> str:
        run = self.run
        stated = " ".join(sorted(run.purposes))[:120]
        asked = self.asked
        values: dict[str, Getter] = {
            "at": lambda call: call.now,
            "account": lambda call: call.viewer.account,
            "authority": lambda call: authority_of(call.viewer),
            "operation": lambda _: self.operation,
            "document": lambda _: self.digest,
            "fields": lambda _: sorted(run.personal_fields),
            "asked": lambda call: [u for get in asked for u in get(call)],
            "purpose": lambda call: stated or default_purpose(call.viewer),
            "request": lambda call: call.request,
        }
        placeholders = {name: run.bind(("log", name), values[name], cast) for name, cast in DISCLOSURE_COLUMNS.items()}
        return disclosure_row_sql(
            placeholders, self.subjects, LIVE, exceptional_purposes_sql(run.viewer, run.bind.viewer)
        )

    def plan(self, others: list[str], order: tuple[str, ...]) -> Plan:
        """Return the finished plan; `order` are all response keys, `others` those that are not stored."""
        live = f"live AS (SELECT {liveness_sql(self.run.viewer, self.run.bind.viewer)} AS ok)"
        log = [f"log AS ({self._log()})"] if self.subjects and self.run.personal_fields else []
        asked = [f"{name}(id) AS MATERIALIZED ({sql})" for sql, name in (self.run.bind.asked or {}).items()]
        ctes = [live, *asked, *self.ctes, *log]
        columns = ", ".join([f"{LIVE} AS ok", *(f"{sql} AS r{n}" for n, sql in enumerate(self.columns))])
        return Plan(
            f"WITH {', '.join(ctes)} SELECT {columns}",
            tuple(self.run.bind.getters),
            tuple(self.roots),
            tuple(others),
            tuple(self.run.redacted.values()),
            self.run.sealed,
            self.compiler.unseal,
            tuple(self.run.lists),
            order,
            self.run.searches_identity,
        )


LIVE = "(SELECT ok FROM live)"


def _capped(ids: list[str]) -> list[str]:
    if len(ids) > MAX_NODES:
        raise BadArgument(f"At most {MAX_NODES} ids at once.", path=("ids",))
    return ids


def compile_query(
    compiler: Compiler, document: Selection, operation: OperationDefinitionNode, viewer: Viewer, digest: str
) -> Plan:
    """
    Return the plan of a query operation.

    :raises Refusal: when it names what this viewer may not name, or mixes paging directions
    """
    name = operation.name.value if operation.name else "anonymous"
    statement = Statement(compiler, document, viewer, name[:80], digest)
    statement.run.state(stated_purposes(operation, document))
    others = []
    selected = document.collect(("Query",), [operation.selection_set])
    for key, nodes in selected.items():
        json = _root(statement, compiler.content_types, key, nodes)
        if json is None:
            others.append(key)
        else:
            statement.add(key, json)
    return statement.plan(others, tuple(selected))


def stated_purposes(operation: OperationDefinitionNode, document: Selection) -> set[str]:
    """Return the purpose that an operation states with `@purpose(of: …)`."""
    given = [a.value for d in operation.directives or () if d.name.value == "purpose" for a in d.arguments or ()]
    return {
        document.shapes[value.name.value][1] if isinstance(value, VariableNode) else value.value  # type: ignore[attr-defined] # an enum
        for value in given
    }


def _root(statement: Statement, content_types: ContentTypes, key: str, nodes: list[FieldNode]) -> str | None:
    name = nodes[0].name.value
    arguments: dict[str, Argument] = {} if name.startswith("__") else statement.run.arguments_of("Query", nodes[0])
    if name == "__typename":
        return "'\"Query\"'::json"
    if name == "nodes" and isinstance(ids := arguments.get("ids"), Variable):
        return statement.many(nodes, key, ids)
    if (type_ := stored_roots(content_types).get((name, False))) is not None or name == "node":
        asked = arguments.get("id")
        if not isinstance(asked, Variable):
            return None
        if type_ is None:
            type_ = content_types.get(asked.shape[1]) if isinstance(asked.shape, tuple) else None
        if type_ is None:
            return "NULL::json"
        noun = type_.noun
        return statement.one(type_, nodes, (key,), lambda call: object_uuid(noun, asked.get(call.variables)))
    if (type_ := stored_roots(content_types).get((name, True))) is not None:
        return statement.connection(type_, nodes, key)
    return None


def stored_roots(content_types: ContentTypes) -> dict[tuple[str, bool], ContentType]:
    """Return the stored root fields: (name, whether a connection) → type."""
    # What has no plural is asked as a connection, and one of it by `node`.
    names = {t.name[0].lower() + t.name[1:]: t for t in content_types.values()}
    one = {(name, False): t for name, t in names.items() if name != t.plural}
    return one | {(t.plural, True): t for t in content_types.values()}


def compile_payload(
    compiler: Compiler,
    document: Selection,
    nodes: list[FieldNode],
    viewer: Viewer,
    type_: ContentType,
    digest: str,
    path: tuple[str, ...],
) -> Plan:
    """Return the plan that reads the object a mutation changed, exactly as a query would show it."""
    statement = Statement(compiler, document, viewer, path[0][:80], digest)
    statement.add("payload", statement.one(type_, nodes, path, lambda call: call.source))
    return statement.plan([], ("payload",))
