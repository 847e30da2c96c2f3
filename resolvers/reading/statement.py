"""
One SQL statement: all stored roots of a document, the check of the viewer, and the disclosure row.

Roots are added one by one; `Statement.plan` puts them together.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from graphql import FieldNode, GraphQLSchema

from auth.disclosure import (
    DISCLOSURE_COLUMNS,
    Outcome,
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
from resolvers.reading.arguments import Variable
from resolvers.reading.compilation import Compilation
from resolvers.reading.connections import ConnectionPage
from resolvers.reading.nested import NESTED_FIELDS
from resolvers.reading.parameters import Call, Getter, OfViewer
from resolvers.reading.plan import Plan
from resolvers.reading.rows import Rows
from resolvers.reading.selection import Selection
from resolvers.refusals import BadArgument, Refusal

MAX_NODES = 100
LIVE = "(SELECT ok FROM live)"


@dataclass(frozen=True)
class Compiler:
    """
    What every compilation needs: schema, declarations, and the functions for sealed values.

    `roots` are the functions that compile the roots that are no stored type's own, by name. `shipped` are the digests
    of the documents that the service ships. The log keeps the names of their operations; any other name is a free text
    of the caller, who may put a person into it.
    """

    schema: GraphQLSchema
    content_types: ContentTypes
    blind: Callable[[str], CodeIndexes]
    unseal: Callable[[str, str, bytes], str]
    shipped: frozenset[str] = frozenset()
    roots: "Mapping[str, Callable[[Statement, list[FieldNode], str], str]]" = field(default_factory=dict)


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
        )
        self.ctes: list[tuple[str, str]] = []
        self.columns: list[str] = []
        self.subjects: list[str] = []
        self.pages: list[str] = []  # those of the subjects that a page has gathered, by the name of its row
        self.requested_ids: list[Getter] = []
        self.roots: list[str] = []

    def add_rows(self, rows: Rows, name: str, derived: Callable[[], str]) -> None:
        """Add rows under a name; the disclosure row names their persons. `derived` returns the SELECT, when asked."""
        if rows.type.subject is not None:
            rows.columns["subject"] = rows.type.subject.format(rows.table_alias)
            self.subjects.append(f"(SELECT subject FROM {name})")
        self.ctes.append((name, derived()))

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
        json = f"(SELECT row_to_json(r.*) FROM (SELECT {rows.projection(nodes)} FROM {name} {rows.derived_alias}) r)"
        placeholder = self.compilation.bind(("root", path, type_.noun), get, "uuid")
        where = f"{rows.table_alias}.id = {placeholder} AND {rows.visible()} AND {LIVE}"
        self.add_rows(
            rows,
            name,
            lambda: f"SELECT {rows.derived_columns()} FROM {type_.kind.table} {rows.table_alias} WHERE {where}",
        )
        self.requested_ids.append(lambda call: [uuid] if (uuid := get(call)) else [])
        return json

    def connection(self, type_: ContentType, nodes: list[FieldNode], key: str) -> str:
        """Return the SQL of a root connection, as JSON."""
        arguments = self.compilation.arguments_of("Query", nodes[0])
        page = ConnectionPage(self.compilation, type_, (key,), arguments, root=True, list_name=type_.noun)
        name = f"q{page.rows.derived_alias[1:]}"
        json = page.json(nodes, name, None)
        if page.counted:
            self.ctes.append(page.counted)
            self.subjects.append(page.persons_counted())
        if type_.subject is not None:
            self.subjects.append(page.persons(name))
            self.pages.append(name)
        self.ctes.append((name, page.gathered_rows(None, LIVE)))
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
        placeholder = self.compilation.bind_variable(ids, "text[]", _capped_ids, path=("ids",), at=(key,))
        return (
            "(SELECT coalesce(json_agg(x.j ORDER BY a.n), '[]') FROM unnest("
            + placeholder
            + ") WITH ORDINALITY a(id, n)"
            " LEFT JOIN (" + " UNION ALL ".join(parts) + ") x ON x.id = a.id)"
        )

    def listed(self, type_: ContentType, nodes: list[FieldNode], path: tuple[str, ...], get: Getter) -> str:
        """Return the SQL of the objects of one type with these ids that the viewer may see, in the order of the ids."""
        rows = Rows(self.compilation, type_, path)
        name = f"q{rows.derived_alias[1:]}"
        placeholder = self.compilation.bind(("listed", path, type_.noun), get, "uuid[]")
        projection, id_ = rows.row_json(nodes), rows.column("id")
        where = f"{rows.table_alias}.id = ANY({placeholder}) AND {rows.visible()} AND {LIVE}"
        self.add_rows(
            rows,
            name,
            lambda: f"SELECT {rows.derived_columns()} FROM {type_.kind.table} {rows.table_alias} WHERE {where}",
        )
        self.requested_ids.append(lambda call: get(call) or [])
        return (
            f"(SELECT coalesce(json_agg({projection} ORDER BY array_position({placeholder}, {id_})), '[]')"
            f" FROM {name} {rows.derived_alias})"
        )

    def _select_of_type(self, type_: ContentType, nodes: list[FieldNode], key: str, ids: Variable) -> str:
        rows = Rows(self.compilation, type_, (key,))
        name = f"q{rows.derived_alias[1:]}"
        select = f"SELECT {rows.typed_id()} AS id, {rows.row_json(nodes)} AS j FROM {name} {rows.derived_alias}"

        def ids_of_type(call: Call) -> list[Any]:
            return [uuid for id_ in ids.get(call.variables) if (uuid := object_uuid(type_.noun, id_))]

        self.requested_ids.append(ids_of_type)

        placeholder = self.compilation.bind(("nodes", key, type_.noun), ids_of_type, "uuid[]")
        where = f"{rows.table_alias}.id = ANY({placeholder}) AND {rows.visible()} AND {LIVE}"
        self.add_rows(
            rows,
            name,
            lambda: f"SELECT {rows.derived_columns()} FROM {type_.kind.table} {rows.table_alias} WHERE {where}",
        )
        return select

    def _log_placeholders(self) -> dict[str, str]:
        compilation = self.compilation
        stated_purposes = " ".join(sorted(compilation.purposes))[:120]
        requested_ids = self.requested_ids
        values: dict[str, Getter] = {
            "authority": OfViewer(authority_of),
            "asked": lambda call: [uuid for get in requested_ids for uuid in get(call)],
            "purpose": OfViewer(lambda viewer: stated_purposes or default_purpose(viewer)),
            "request": lambda call: call.request,
            "application": lambda call: call.viewer.application,
            "credential": lambda call: call.viewer.credential,
        }
        bound = {name: compilation.bind(("log", name), get, DISCLOSURE_COLUMNS[name]) for name, get in values.items()}
        # What the statement binds already is not sent again; names of ours, the same in every run, are written into it.
        bound |= {"at": compilation.bind.viewer("now"), "account": compilation.bind.viewer("account")}
        bound |= {"operation": compilation.bind.constant(self.operation, DISCLOSURE_COLUMNS["operation"])}
        bound |= {"document": compilation.bind.constant(self.digest, DISCLOSURE_COLUMNS["document"])}
        return bound | {"fields": f"'{{{','.join(sorted(compilation.looked_at))}}}'::{DISCLOSURE_COLUMNS['fields']}"}

    def _disclosure_row(self, outcome: Outcome | None = None, live: str = LIVE) -> str:
        viewer, subjects = self.compilation.viewer, self.subjects or ["SELECT NULL::uuid"]
        exceptions = exceptional_purposes_sql(viewer, self.compilation.bind.viewer)
        gathered = self.pages[0] if len(subjects) == len(self.pages) == 1 else ""
        return disclosure_row_sql(self._log_placeholders(), subjects, live, exceptions, outcome, gathered)

    def _live(self) -> str:
        return f"live AS (SELECT {liveness_sql(self.compilation.viewer, self.compilation.bind.viewer)} AS ok)"

    def _shared_ctes(self) -> list[str]:
        shared_selects = self.compilation.bind.shared_selects or {}
        return [f"{name}(id) AS MATERIALIZED ({sql})" for sql, name in shared_selects.items()]

    def ask_about(self, type_: ContentType, ids: list[UUID]) -> None:
        """Let the disclosure row name these ids, and the persons of those objects that the viewer may see."""
        self.requested_ids.append(lambda _: ids)
        if type_.subject is None:
            return
        rows = Rows(self.compilation, type_, ())
        alias, placeholder = rows.table_alias, self.compilation.bind.constant(ids, "uuid[]")
        where = f"{alias}.id = ANY({placeholder}) AND {rows.visible()}"
        self.subjects.append(f"(SELECT {type_.subject.format(alias)} FROM {type_.kind.table} {alias} WHERE {where})")

    def refused_question(self, refusal: Refusal) -> Plan:
        """Return the plan of a refused question: it reads nothing, leaves a row and raises the refusal."""
        live, log = self._live(), self._disclosure_row(Outcome.DENIED)
        ctes = ", ".join([live, *self._shared_ctes(), f"log AS ({log})"])
        sql = self.compilation.bind.naming_all(f"WITH {ctes} SELECT {LIVE} AS ok")
        return Plan(sql, tuple(self.compilation.bind.getters), refusal=refusal)

    def command_row(self, outcome: Outcome | None) -> Plan:
        """Return the plan that leaves the row of a command that changed nothing; its caller was verified before."""
        log = self._disclosure_row(outcome, "TRUE")
        ctes = ", ".join([*self._shared_ctes(), f"log AS ({log})"])
        sql = self.compilation.bind.naming_all(f"WITH {ctes} SELECT TRUE AS ok")
        return Plan(sql, tuple(self.compilation.bind.getters))

    def plan(self, others: list[str], order: tuple[str, ...]) -> Plan:
        """Return the finished plan. `order` are all response keys, `others` those that graphql-core answers."""
        live = self._live()
        log = [f"log AS ({self._disclosure_row()})"] if self.subjects else []
        # What the log row reads too is read once; otherwise PostgreSQL knows best.
        kept = " MATERIALIZED" if log else ""
        ctes = [live, *self._shared_ctes(), *(f"{name} AS{kept} ({sql})" for name, sql in self.ctes), *log]
        columns = ", ".join([f"{LIVE} AS ok", *(f"{sql} AS r{n}" for n, sql in enumerate(self.columns))])
        return Plan(
            self.compilation.bind.naming_all(f"WITH {', '.join(ctes)} SELECT {columns}"),
            tuple(self.compilation.bind.getters),
            tuple(self.roots),
            tuple(others),
            tuple(self.compilation.redacted.values()),
            self.compiler.unseal if self.compilation.sealed else None,
            tuple(self.compilation.lists),
            order,
            self.compilation.identity_searches,
            tuple(self.compilation.cursor_bindings),
            paragraphs=self.compilation.paragraphs,
        )


def _capped_ids(ids: list[str]) -> list[str]:
    if len(ids) > MAX_NODES:
        raise BadArgument("ARGUMENT_COUNT", "ids", most=str(MAX_NODES))
    return ids
