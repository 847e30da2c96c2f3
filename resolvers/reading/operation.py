"""
Compile a query operation into one SQL statement: all stored roots, the check of the viewer, and the disclosure row.

`compile_query` returns the plan; `Plan.run` binds its values and executes it. Roots that are not stored are answered by
graphql-core.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

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
from models.code_index import CodeIndexes
from resolvers.declaration import ContentType, ContentTypes
from resolvers.public_ids import object_uuid
from resolvers.reading.arguments import Argument, Variable
from resolvers.reading.compilation import Compilation
from resolvers.reading.connections import ConnectionPage
from resolvers.reading.nested import NESTED_FIELDS
from resolvers.reading.parameters import Call, Getter
from resolvers.reading.plan import Plan
from resolvers.reading.rows import Rows
from resolvers.reading.selection import Selection
from resolvers.refusals import BadArgument

MAX_NODES = 100


@dataclass(frozen=True)
class Compiler:
    """What every compilation needs: schema, declarations, and the functions for sealed values and for search."""

    schema: GraphQLSchema
    content_types: ContentTypes
    blind: Callable[[str], CodeIndexes]
    unaccented: Callable[[str], str]
    unseal: Callable[[str, str, bytes], str]


class Statement:
    """One statement, to which roots are added until it is complete."""

    def __init__(self, compiler: Compiler, document: Selection, viewer: Viewer, operation: str, digest: str) -> None:
        self.compiler, self.operation, self.digest = compiler, operation, digest
        self.compilation = Compilation(
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
        self.requested_ids: list[Getter] = []
        self.roots: list[str] = []

    def _add_rows(self, rows: Rows, name: str, derived: Callable[[], str], extent: str = "") -> None:
        if rows.type.subject is not None:
            rows.columns["subject"] = rows.type.subject.format(rows.table_alias)
            self.subjects.append(f"(SELECT subject FROM {name}{extent})")
        self.ctes.append(f"{name} AS MATERIALIZED ({derived()})")

    def add(self, key: str, json: str) -> None:
        """Add the JSON of a root as a column of the answer."""
        self.roots.append(key)
        self.columns.append(json)

    def one(self, type_: ContentType, nodes: list[FieldNode], path: tuple[str, ...], get: Getter) -> str:
        """
        Return the SQL of one object by its id, as JSON.

        The SQL yields NULL when the viewer may not see the object.
        """
        rows = Rows(self.compilation, type_, path)
        name = f"q{rows.derived_alias[1:]}"
        json = f"(SELECT row_to_json(r) FROM (SELECT {rows.projection(nodes)} FROM {name} {rows.derived_alias}) r)"
        placeholder = self.compilation.bind(("root", path, type_.noun), get, "uuid")
        where = f"{rows.table_alias}.id = {placeholder} AND {rows.visible()} AND {_LIVE}"
        self._add_rows(
            rows,
            name,
            lambda: f"SELECT {rows.derived_columns()} FROM {type_.kind.table} {rows.table_alias} WHERE {where}",
        )
        self.requested_ids.append(lambda call: [uuid] if (uuid := get(call)) else [])
        return json

    def connection(self, type_: ContentType, nodes: list[FieldNode], key: str) -> str:
        """Return the SQL of a root connection, as JSON."""
        page = ConnectionPage(
            self.compilation, type_, (key,), self.compilation.arguments_of("Query", nodes[0]), root=True
        )
        name = f"q{page.rows.derived_alias[1:]}"
        json = page.json(nodes, name, None)
        self._add_rows(page.rows, name, lambda: page.derived(None, _LIVE), page.extent_shown())
        return json

    def many(self, nodes: list[FieldNode], key: str, ids: Variable) -> str:
        """
        Return the SQL of several objects of any type by their ids, as a JSON array in the order of the ids.

        An object that the viewer may not see is null.
        """
        nouns = [s[1] for s in ids.shape[1] if isinstance(s, tuple) and s[1] in self.compiler.content_types]
        parts = ["SELECT NULL::text AS id, NULL::json AS j WHERE FALSE"]
        for noun in nouns:
            parts.append(self._select_of_type(self.compiler.content_types[noun], nodes, key, ids))
        placeholder = self.compilation.bind_variable(ids, "text[]", _capped_ids)
        return (
            "(SELECT coalesce(json_agg(x.j ORDER BY a.n), '[]') FROM unnest("
            + placeholder
            + ") WITH ORDINALITY a(id, n)"
            " LEFT JOIN (" + " UNION ALL ".join(parts) + ") x ON x.id = a.id)"
        )

    def _select_of_type(self, type_: ContentType, nodes: list[FieldNode], key: str, ids: Variable) -> str:
        rows = Rows(self.compilation, type_, (key,))
        name = f"q{rows.derived_alias[1:]}"
        select = f"SELECT {rows.typed_id()} AS id, {rows.row_json(nodes)} AS j FROM {name} {rows.derived_alias}"

        def ids_of_type(call: Call) -> list[Any]:
            return [uuid for id_ in ids.get(call.variables) if (uuid := object_uuid(type_.noun, id_))]

        self.requested_ids.append(ids_of_type)

        placeholder = self.compilation.bind(("nodes", key, type_.noun), ids_of_type, "uuid[]")
        where = f"{rows.table_alias}.id = ANY({placeholder}) AND {rows.visible()} AND {_LIVE}"
        self._add_rows(
            rows,
            name,
            lambda: f"SELECT {rows.derived_columns()} FROM {type_.kind.table} {rows.table_alias} WHERE {where}",
        )
        return select

    def _disclosure_row(self) -> str:
        compilation = self.compilation
        stated_purposes = " ".join(sorted(compilation.purposes))[:120]
        requested_ids = self.requested_ids
        values: dict[str, Getter] = {
            "at": lambda call: call.now,
            "account": lambda call: call.viewer.account,
            "authority": lambda call: authority_of(call.viewer),
            "operation": lambda _: self.operation,
            "document": lambda _: self.digest,
            "fields": lambda _: sorted(compilation.personal_fields),
            "asked": lambda call: [uuid for get in requested_ids for uuid in get(call)],
            "purpose": lambda call: stated_purposes or default_purpose(call.viewer),
            "request": lambda call: call.request,
        }
        placeholders = {
            name: compilation.bind(("log", name), values[name], cast) for name, cast in DISCLOSURE_COLUMNS.items()
        }
        return disclosure_row_sql(
            placeholders, self.subjects, _LIVE, exceptional_purposes_sql(compilation.viewer, compilation.bind.viewer)
        )

    def plan(self, others: list[str], order: tuple[str, ...]) -> Plan:
        """Return the finished plan. `order` are all response keys, `others` those that graphql-core answers."""
        live = f"live AS (SELECT {liveness_sql(self.compilation.viewer, self.compilation.bind.viewer)} AS ok)"
        log = [f"log AS ({self._disclosure_row()})"] if self.subjects and self.compilation.personal_fields else []
        shared_selects = self.compilation.bind.shared_selects or {}
        shared = [f"{name}(id) AS MATERIALIZED ({sql})" for sql, name in shared_selects.items()]
        ctes = [live, *shared, *self.ctes, *log]
        columns = ", ".join([f"{_LIVE} AS ok", *(f"{sql} AS r{n}" for n, sql in enumerate(self.columns))])
        return Plan(
            f"WITH {', '.join(ctes)} SELECT {columns}",
            tuple(self.compilation.bind.getters),
            tuple(self.roots),
            tuple(others),
            tuple(self.compilation.redacted.values()),
            self.compilation.sealed,
            self.compiler.unseal,
            tuple(self.compilation.lists),
            order,
            self.compilation.searches_identity,
        )


_LIVE = "(SELECT ok FROM live)"


def _capped_ids(ids: list[str]) -> list[str]:
    if len(ids) > MAX_NODES:
        raise BadArgument(f"At most {MAX_NODES} ids at once.", path=("ids",))
    return ids


def compile_query(
    compiler: Compiler, document: Selection, operation: OperationDefinitionNode, viewer: Viewer, digest: str
) -> Plan:
    """
    Return the plan of a query operation.

    :raises Refusal: when it names a field that this viewer may never read, or pages in both directions at once
    """
    name = operation.name.value if operation.name else "anonymous"
    statement = Statement(compiler, document, viewer, name[:80], digest)
    statement.compilation.state_purposes(stated_purposes(operation, document))
    others: list[str] = []
    selected = document.collect(("Query",), [operation.selection_set])
    for key, nodes in selected.items():
        root_sql = _root_sql(statement, compiler.content_types, key, nodes)
        if root_sql is None:
            others.append(key)
        else:
            statement.add(key, root_sql)
    return statement.plan(others, tuple(selected))


def stated_purposes(operation: OperationDefinitionNode, document: Selection) -> set[str]:
    """Return the purpose that an operation states with `@purpose(of: …)`: a set of one, or an empty set."""
    values = [a.value for d in operation.directives or () if d.name.value == "purpose" for a in d.arguments or ()]
    return {
        document.shapes[value.name.value][1] if isinstance(value, VariableNode) else value.value  # type: ignore[attr-defined] # an enum
        for value in values
    }


def _root_sql(statement: Statement, content_types: ContentTypes, key: str, nodes: list[FieldNode]) -> str | None:
    name = nodes[0].name.value
    arguments: dict[str, Argument] = (
        {} if name.startswith("__") else statement.compilation.arguments_of("Query", nodes[0])
    )
    if name == "__typename":
        return "'\"Query\"'::json"
    if name == "nodes" and isinstance(ids := arguments.get("ids"), Variable):
        return statement.many(nodes, key, ids)
    if (type_ := stored_roots(content_types).get((name, False))) is not None or name == "node":
        id_argument = arguments.get("id")
        if not isinstance(id_argument, Variable):
            return None
        if type_ is None:
            type_ = content_types.get(id_argument.shape[1]) if isinstance(id_argument.shape, tuple) else None
        if type_ is None:
            return "NULL::json"
        noun = type_.noun
        return statement.one(type_, nodes, (key,), lambda call: object_uuid(noun, id_argument.get(call.variables)))
    if (type_ := stored_roots(content_types).get((name, True))) is not None:
        return statement.connection(type_, nodes, key)
    return None


def stored_roots(content_types: ContentTypes) -> dict[tuple[str, bool], ContentType]:
    """Return the stored root fields: (name of the field, whether it is a connection) → content type."""
    # A type whose plural equals its singular has a connection only; `node` reads one object of it.
    names = {t.name[0].lower() + t.name[1:]: t for t in content_types.values()}
    single = {(name, False): t for name, t in names.items() if name != t.plural}
    return single | {(t.plural, True): t for t in content_types.values()}


def compile_payload(
    compiler: Compiler,
    document: Selection,
    nodes: list[FieldNode],
    viewer: Viewer,
    type_: ContentType,
    digest: str,
    path: tuple[str, ...],
) -> Plan:
    """
    Return the plan that reads the object that a mutation has changed, exactly as a query reads it.

    :raises Refusal: as `compile_query`
    """
    statement = Statement(compiler, document, viewer, path[0][:80], digest)
    statement.add("payload", statement.one(type_, nodes, path, lambda call: call.source))
    return statement.plan([], ("payload",))
