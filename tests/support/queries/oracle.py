"""
What a query should answer, found slowly: rows in memory, one object after another, no SQL and none of the compiler.

Which rows and fields are allowed comes from auth.policy for one row (held to the workflow's table by the permission
matrix) and from facts that tests/support/rows/random_rows.py looks up itself.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from graphql import FieldNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode, SelectionNode, parse
from graphql.execution.values import get_argument_values, get_variable_values

from auth.policy import access_rule, allowed
from auth.viewer import Viewer
from resolvers.declaration import Attached, ContentType, Counted, Field, Relation
from resolvers.reading.cursors import PAGING_ARGUMENTS, cursor_binding, sealed_cursor
from tests.support.queries.day_counts import day_counts
from tests.support.queries.stored_values import as_json_text, as_sql_text, compared, loaded_json
from tests.support.rows.random_rows import RandomRows
from workflow.vocabulary import AUDIT, NEVER, PERMISSIONS, VIEW, Permission

Row = dict[str, Any]
PAGE, COUNTED = 25, 100


class Refused(Exception):
    """The query names what this viewer may never read."""


@dataclass
class Oracle:
    """Answers one document as one viewer; `redacted` are the hidden fields that it met, by path."""

    land: RandomRows
    viewer: Viewer
    schema: GraphQLSchema
    secret: bytes
    variables: Any = None
    fragments: dict[str, FragmentDefinitionNode] = field(default_factory=dict)
    redacted: dict[tuple[str, ...], set[tuple[str, str]]] = field(default_factory=dict)
    shown: list[tuple[ContentType, Row]] = field(default_factory=list)  # the rows of the root pages, or counted
    known_cursors: dict[str, UUID] = field(default_factory=dict)  # and the row that each points at

    def answer(self, document: str, variables: Mapping[str, Any]) -> dict[str, Any]:
        """Return the data of a document with one query operation."""
        parsed = parse(document)
        self.fragments = {d.name.value: d for d in parsed.definitions if isinstance(d, FragmentDefinitionNode)}
        operation = next(d for d in parsed.definitions if isinstance(d, OperationDefinitionNode))
        self.variables = get_variable_values(self.schema, operation.variable_definitions or (), dict(variables))
        roots = self.selected({"Query"}, [operation.selection_set])
        return {key: self.root(key, nodes) for key, nodes in roots.items()}

    # What a document selects

    def selected(self, types: set[str], sets: Iterable[Any]) -> dict[str, list[FieldNode]]:
        found: dict[str, list[FieldNode]] = {}
        for node in (n for s in sets if s for n in s.selections if self.included(n)):
            if isinstance(node, FieldNode):
                found.setdefault((node.alias or node.name).value, []).append(node)
                continue
            fragment: Any = self.fragments[node.name.value] if hasattr(node, "name") else node
            on = fragment.type_condition
            if on is None or on.name.value in types:
                for key, nodes in self.selected(types, [fragment.selection_set]).items():
                    found.setdefault(key, []).extend(nodes)
        return found

    def included(self, node: SelectionNode) -> bool:
        for directive in node.directives or ():
            value: Any = (directive.arguments or ())[0].value
            given = self.variables.coerced[value.name.value] if hasattr(value, "name") else value.value
            if given is (directive.name.value == "skip"):
                return False
        return True

    def arguments(self, parent: str, node: FieldNode) -> dict[str, Any]:
        declared: Any = self.schema.get_type(parent)
        return get_argument_values(declared.fields[node.name.value], node, self.variables)

    # Roots

    def root(self, key: str, nodes: list[FieldNode]) -> Any:
        name = nodes[0].name.value
        if name == "__typename":
            return "Query"
        if name == "viewer":
            return dict.fromkeys(self.selected({"Caller"}, [n.selection_set for n in nodes]), self.viewer.name)
        arguments = self.arguments("Query", nodes[0])
        if name == "nodes":
            nouns = dict.fromkeys(i.rpartition("_")[0] for i in arguments["ids"])
            for noun in nouns:
                self.meet(self.land.service.content_types[noun], nodes, (key,))
            return [self.one(i, nodes, (key,)) for i in arguments["ids"]]
        if "id" in arguments:
            self.meet(self.land.service.content_types[arguments["id"].rpartition("_")[0]], nodes, (key,))
            return self.one(arguments["id"], nodes, (key,))
        type_ = next(t for t in self.land.service.content_types.values() if t.plural == name)
        return self.connection(type_, self.land.rows[type_.noun], nodes, arguments, (key,), list_name=type_.noun)

    def one(self, public_id: str, nodes: list[FieldNode], path: tuple[str, ...]) -> Any:
        noun, _, digits = public_id.rpartition("_")
        type_ = self.land.service.content_types[noun]
        found = [r for r in self.land.rows[noun] if r["id"] == UUID(digits)]
        if not found or not self.may(type_, found[0], VIEW):
            return None
        self.shown.append((type_, found[0]))
        return self.object(type_, found[0], nodes, path)

    # Rights

    def may(self, type_: ContentType, row: Row, permission: Permission) -> bool:
        return allowed(self.viewer, type_.kind, row, permission, self.land.facts(self.viewer, type_, row))

    def never(self, type_: ContentType, permission: Permission) -> bool:
        return not access_rule(self.viewer, type_.kind, permission).grants

    def always(self, type_: ContentType, permission: Permission) -> bool:
        """Tell whether whoever sees a row holds the permission on it, by the look of the rules."""
        return access_rule(self.viewer, type_.kind, VIEW).implies(access_rule(self.viewer, type_.kind, permission))

    # Objects

    def meet(self, type_: ContentType, nodes: list[FieldNode], path: tuple[str, ...]) -> None:
        """Note which fields of a selection are hidden on some rows, or on all, whatever rows there are."""
        for key, same in self.selected({type_.name, "Node"}, [n.selection_set for n in nodes]).items():
            name = same[0].name.value
            declared = type_.keys.get(name)
            permission = AUDIT if name == "history" else declared.read if declared else VIEW
            needed = type_.write_permissions if name == "revisions" else (permission,)  # one of them
            if not any(self.always(type_, one) for one in needed):
                rows = "ALL" if all(self.never(type_, one) for one in needed) else "SOME"
                named = " or ".join(one.name for one in needed) or NEVER.name
                self.redacted.setdefault((*path, key), set()).add((named, rows))
            if isinstance(declared, Relation) and (self.always(type_, permission) or not self.never(type_, permission)):
                self.meet_related(type_, declared, same, (*path, key))

    def meet_related(
        self, type_: ContentType, relation: Relation, nodes: list[FieldNode], path: tuple[str, ...]
    ) -> None:
        target = self.land.service.content_types[relation.target]
        if relation.many:
            self.meet_connection(target, nodes, self.arguments(type_.name, nodes[0]), path)
        else:
            self.meet(target, nodes, path)

    def meet_connection(
        self, type_: ContentType, nodes: list[FieldNode], arguments: dict[str, Any], path: tuple[str, ...]
    ) -> None:
        self.order(type_, arguments.get("orderBy"))
        self.condition(type_, arguments.get("filter"))
        for key, same in self.selected({f"{type_.name}Connection"}, [n.selection_set for n in nodes]).items():
            if same[0].name.value == "nodes":
                self.meet(type_, same, (*path, key))
            if same[0].name.value == "edges":
                for inner, again in self.selected({f"{type_.name}Edge"}, [n.selection_set for n in same]).items():
                    if again[0].name.value == "node":
                        self.meet(type_, again, (*path, key, inner))

    def object(self, type_: ContentType, row: Row, nodes: list[FieldNode], path: tuple[str, ...]) -> dict[str, Any]:
        selected = self.selected({type_.name, "Node"}, [n.selection_set for n in nodes])
        return {key: self.value(type_, row, same, (*path, key)) for key, same in selected.items()}

    def value(self, type_: ContentType, row: Row, nodes: list[FieldNode], path: tuple[str, ...]) -> Any:
        name = nodes[0].name.value
        match name:
            case "__typename":
                return type_.name
            case "id":
                return f"{type_.noun}_{row['id'].hex}"
            case "redacted":
                hidden = {k for k, f in type_.keys.items() if not self.may(type_, row, f.read)}
                return sorted(hidden | self.hidden_keys(type_, row))
            case "history":
                return [] if self.may(type_, row, AUDIT) else None
            case "revisions":
                return [] if any(self.may(type_, row, one) for one in type_.write_permissions) else None
        declared = type_.keys[name]
        if not self.may(type_, row, declared.read):
            return None
        if isinstance(declared, Attached | Counted):
            selected = self.selected({"DayCount"}, [n.selection_set for n in nodes])
            return day_counts(self.land.rows, row, selected) if isinstance(declared, Counted) else []  # no files here
        if isinstance(declared, Relation):
            return self.related(type_, row, declared, nodes, path)
        return self.plain(type_, row, declared, nodes)

    def related(
        self, type_: ContentType, row: Row, relation: Relation, nodes: list[FieldNode], path: tuple[str, ...]
    ) -> Any:
        target = self.land.service.content_types[relation.target]
        rows = self.land.rows[relation.target]
        if relation.many:
            linked = [r for r in rows if r[relation.column] == row["id"]]
            arguments = self.arguments(type_.name, nodes[0])
            return self.connection(
                target, linked, nodes, arguments, path, list_name=f"{type_.noun}.{relation.key}", nested=True
            )
        found = [r for r in rows if r["id"] == row[relation.column]]
        return self.object(target, found[0], nodes, path) if found and self.may(target, found[0], VIEW) else None

    def plain(self, type_: ContentType, row: Row, declared: Field, nodes: list[FieldNode]) -> Any:
        stored = row[declared.column]
        if stored is None:
            return None
        if declared.sealed:
            return self.land.service.filler.sealed[row["id"]]
        if declared.sections:
            return self.sectioned(type_, row, declared)
        if declared.value.name == "JSON":
            return loaded_json(stored)
        if declared.embedded:
            keys = self.selected({declared.value.name}, [n.selection_set for n in nodes])
            names = {k: n[0].name.value for k, n in keys.items()}
            items = loaded_json(stored)
            return [{k: declared.value.name if n == "__typename" else i[n] for k, n in names.items()} for i in items]
        return as_json_text(stored)

    def covering(self, row: Row, declared: Field) -> dict[str, list[str]]:
        """Return for every key of a form the permissions that its sections name."""
        found: dict[str, list[str]] = {}
        for section in loaded_json(row[str(declared.sections)]):
            for key in section["keys"]:
                found.setdefault(key, []).append(section["read"])
        return found

    def sectioned(self, type_: ContentType, row: Row, declared: Field) -> dict[str, Any]:
        readable = {k for k, named in self.covering(row, declared).items() if self.opens(type_, row, named)}
        answers = loaded_json(row[declared.column])
        return {k: answers[k] for k in sorted(answers, key=lambda k: (len(k), k)) if k in readable}

    def opens(self, type_: ContentType, row: Row, named: list[str]) -> bool:
        return len(named) == 1 and named[0] in PERMISSIONS and self.may(type_, row, PERMISSIONS[named[0]])

    def hidden_keys(self, type_: ContentType, row: Row) -> set[str]:
        return {
            f"{f.key}.{key}"
            for f in type_.fields.values()
            if f.sections
            for key, named in self.covering(row, f).items()
            if not self.opens(type_, row, named)
        }

    # Lists

    def connection(
        self,
        type_: ContentType,
        rows: list[Row],
        nodes: list[FieldNode],
        arguments: dict[str, Any],
        path: tuple[str, ...],
        *,
        list_name: str,
        nested: bool = False,
    ) -> dict[str, Any]:
        if not nested:
            self.meet_connection(type_, nodes, arguments, path)
        order, columns, is_down = self.order(type_, arguments.get("orderBy"))
        holds = self.condition(type_, arguments.get("filter"))
        ordered = self.ordered_by(type_, order)
        found = [
            r for r in rows if self.may(type_, r, VIEW) and holds(r) and (not ordered or self.may(type_, r, ordered))
        ]
        found.sort(key=lambda r: tuple(r[c] for c in columns), reverse=is_down)
        page, following = self.page(found, columns, is_down, arguments)
        narrowing = {k: v for k, v in arguments.items() if k not in PAGING_ARGUMENTS}
        cursors = [self.cursor(list_name, order, columns, r, narrowing) for r in page]
        selected = self.selected({f"{type_.name}Connection"}, [n.selection_set for n in nodes])
        if not nested:
            asked = {same[0].name.value for same in selected.values()}
            is_told_apart = any(v is not None for v in narrowing.values()) and len(found) <= COUNTED
            told = found if "totalCount" in asked and is_told_apart else page
            if following is not None and not told and "pageInfo" in asked:
                told = [following]  # that there is one is all that such a page tells
            self.shown += [(type_, row) for row in told]
        answer: dict[str, Any] = {}
        for key, same in selected.items():
            match same[0].name.value:
                case "totalCount":
                    answer[key] = len(found)
                case "nodes":
                    answer[key] = [self.object(type_, r, same, (*path, key)) for r in page]
                case "edges":
                    answer[key] = [
                        self.edge(type_, r, c, same, (*path, key)) for r, c in zip(page, cursors, strict=True)
                    ]
                case "pageInfo":
                    answer[key] = self.page_info(same, cursors, arguments, is_more=following is not None)
                case _:
                    answer[key] = f"{type_.name}Connection"
        return answer

    def edge(self, type_: ContentType, row: Row, cursor: str, nodes: list[FieldNode], path: tuple[str, ...]) -> Any:
        selected = self.selected({f"{type_.name}Edge"}, [n.selection_set for n in nodes])
        return {
            key: {"cursor": lambda: cursor, "__typename": lambda: f"{type_.name}Edge"}.get(
                same[0].name.value, lambda same=same, key=key: self.object(type_, row, same, (*path, key))
            )()
            for key, same in selected.items()
        }

    def page_info(self, nodes: list[FieldNode], cursors: list[str], arguments: dict[str, Any], *, is_more: bool) -> Any:
        is_back = arguments.get("last") is not None or arguments.get("before") is not None
        given = arguments.get("before" if is_back else "after") is not None
        values = {
            "hasNextPage": given if is_back else is_more,
            "hasPreviousPage": is_more if is_back else given,
            "startCursor": cursors[0] if cursors else None,
            "endCursor": cursors[-1] if cursors else None,
            "__typename": "PageInfo",
        }
        selected = self.selected({"PageInfo"}, [n.selection_set for n in nodes])
        return {key: values[same[0].name.value] for key, same in selected.items()}

    def page(
        self, rows: list[Row], columns: list[str], is_down: bool, arguments: dict[str, Any]
    ) -> tuple[list[Row], Row | None]:
        """Return the rows of a page, and the one that follows it."""
        is_back = arguments.get("last") is not None or arguments.get("before") is not None
        cursor, size = arguments.get("before" if is_back else "after"), arguments.get("last" if is_back else "first")
        size = PAGE if size is None else size
        if cursor is not None:
            keys = [tuple(r[c] for c in columns) for r in rows]
            at = next(r for t in self.land.rows.values() for r in t if self.names(cursor, r))
            here = tuple(at[c] for c in columns)
            after = [(k < here) if is_down is not is_back else (k > here) for k in keys]
            rows = [r for r, is_after in zip(rows, after, strict=True) if is_after]
        if len(rows) <= size:
            return rows, None
        return (rows[len(rows) - size :], rows[-size - 1]) if is_back else (rows[:size], rows[size])

    def order(self, type_: ContentType, asked: Any) -> tuple[str, list[str], bool]:
        name = getattr(asked, "name", asked) if asked is not None else None
        if name is None:
            own = type_.fields.get(type_.default_order)
            is_open = own is not None and self.always(type_, own.read) and not self.never(type_, own.read)
            name = own.name.upper() if own is not None and is_open else "CREATED"
        base = name.removesuffix("_DESC")
        if base == "CREATED":
            return name, ["id"], name != base
        declared = type_.fields[base.lower()]
        if self.never(type_, declared.read):
            raise Refused
        return name, [declared.order_column or declared.column, "id"], name != base

    def ordered_by(self, type_: ContentType, order: str) -> Permission | None:
        declared = type_.fields.get(order.removesuffix("_DESC").lower())
        return declared.read if declared else None

    def cursor(self, list_name: str, order: str, columns: list[str], row: Row, narrowing: Mapping[str, Any]) -> str:
        """Return the cursor of a row in an order of a list that is narrowed so."""
        position = "\x1f".join(as_sql_text(row[c]) for c in columns).encode()
        cursor = sealed_cursor(self.secret, position, cursor_binding(self.viewer.account, list_name, order, narrowing))
        self.known_cursors[cursor] = row["id"]
        return cursor

    def names(self, cursor: str, row: Row) -> bool:
        return bool(self.known_cursors[cursor] == row["id"])

    # Filters

    def condition(self, type_: ContentType, asked: Mapping[str, Any] | None) -> Callable[[Row], bool]:
        checks: list[Callable[[Row], bool]] = []
        for key, given in (asked or {}).items():
            if key in ("anyOf", "any_of"):
                checks.append(_any_of([self.condition(type_, branch) for branch in given or []]))
            elif key == "state":
                checks.append(partial(_state_compared, given))
            else:
                declared = next(f for f in type_.fields.values() if key in (f.key, f.name))
                if self.never(type_, declared.read):
                    raise Refused
                checks.append(partial(self.field_compared, type_, declared, given))
        return lambda row: all(check(row) for check in checks)

    def field_compared(self, type_: ContentType, f: Field, given: Mapping[str, Any] | None, row: Row) -> bool:
        return self.may(type_, row, f.read) and compared(row[f.column], given, f.target)


def _any_of(branches: list[Callable[[Row], bool]]) -> Callable[[Row], bool]:
    return lambda row: any(holds(row) for holds in branches)


def _state_compared(given: Mapping[str, Any] | None, row: Row) -> bool:
    return compared(row["state"], given)
