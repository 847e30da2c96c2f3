"""
Compile an operation into one SQL statement.

`compile_query` returns the plan of a query; `Plan.run` binds its values and executes it. Roots that are not stored are
answered by graphql-core.
"""

from collections.abc import Mapping
from uuid import UUID

from graphql import FieldNode, OperationDefinitionNode, VariableNode

from auth.disclosure import Outcome, Surface
from auth.liveness import liveness_sql
from auth.viewer import Viewer
from resolvers.declaration import ContentType, ContentTypes
from resolvers.public_ids import object_uuid
from resolvers.reading.arguments import Argument, Variable
from resolvers.reading.parameters import StatementParameters
from resolvers.reading.plan import Plan
from resolvers.reading.selection import Selection
from resolvers.reading.statement import Compiler, Statement
from resolvers.refusals import PurposeNotOpen, UnknownName


def compile_query(
    compiler: Compiler, document: Selection, operation: OperationDefinitionNode, viewer: Viewer, digest: str
) -> Plan:
    """
    Return the plan of a query operation.

    A query that asks about people and names what this viewer may never read has a plan too, which refuses it and
    leaves a row.

    :raises Refusal: when it is about nobody and names what this viewer may never read, or pages in both directions
    """
    statement = Statement(compiler, document, viewer, logged_operation(compiler, operation, digest), digest)
    others: list[str] = []
    selected = document.collect(("Query",), [operation.selection_set])
    try:
        for key, nodes in selected.items():
            root_sql = _root_sql(statement, compiler.content_types, key, nodes)
            if root_sql is None:
                others.append(key)
            else:
                statement.add(key, root_sql)
        statement.compilation.state_purposes(stated_purposes(operation, document))
    except (UnknownName, PurposeNotOpen) as refusal:
        return _refused_question(statement, refusal)
    return statement.plan(others, tuple(selected))


def _refused_question(statement: Statement, refusal: UnknownName | PurposeNotOpen) -> Plan:
    """
    Return the plan of a question whose compilation ended with a refusal; the row says what it asked about so far.

    :raises Refusal: the refusal itself, when the question was about nobody
    """
    begun = statement.compilation
    if not begun.looked_at:
        raise refusal
    refused = Statement(statement.compiler, begun.document, begun.viewer, statement.operation, statement.digest)
    refused.requested_ids = statement.requested_ids
    refused.compilation.looked_at |= begun.looked_at
    return refused.refused_question(refusal)


def logged_operation(compiler: Compiler, operation: OperationDefinitionNode, digest: str) -> str:
    """Return what the log calls an operation: its name in a document that the service ships, else the digest."""
    if digest not in compiler.shipped:
        return digest
    return operation.name.value[:80] if operation.name else "anonymous"


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
    if (type_ := content_types.once(stored_roots).get((name, False))) is not None or name == "node":
        id_argument = arguments.get("id")
        if not isinstance(id_argument, Variable):
            return None
        if type_ is None:
            type_ = content_types.get(id_argument.shape[1]) if isinstance(id_argument.shape, tuple) else None
        if type_ is None:
            return "NULL::json"
        noun = type_.noun
        return statement.one(type_, nodes, (key,), lambda call: object_uuid(noun, id_argument.get(call.variables)))
    if (type_ := content_types.once(stored_roots).get((name, True))) is not None:
        return statement.connection(type_, nodes, key)
    if compiled := statement.compiler.roots.get(name):
        return compiled(statement, nodes, key)
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
    command: str,
    *,
    several: bool = False,
) -> Plan:
    """
    Return the plan that reads the object that a mutation has changed, or several, exactly as a query reads it.

    `command` is the name of the mutation's field, which the log calls the operation.

    :raises Refusal: as `compile_query`
    """
    statement = Statement(compiler, document, viewer, command, digest)
    read = statement.listed if several else statement.one
    try:
        statement.add("payload", read(type_, nodes, path, lambda call: call.source))
    except (UnknownName, PurposeNotOpen) as refusal:
        return _refused_question(statement, refusal)
    return statement.plan([], ("payload",))


def compile_refused_command(
    compiler: Compiler,
    viewer: Viewer,
    command: str,
    digest: str,
    type_: ContentType | None,
    asked: Mapping[str, list[UUID]],
    keys: list[str],
    outcome: Outcome | None = Outcome.DENIED,
) -> Plan | None:
    """
    Return the plan that leaves the row of a command that was refused; None for a command about nobody.

    `type_` is the type that the command changes, None where it is that of the ids. `asked` are the ids in the command
    by noun, and `keys` what the command gave. The row names the persons of those objects that the viewer may see.
    Without an `outcome` it was no refusal: a command was tried, and the answer tells that it can be carried out.
    """
    statement = Statement(compiler, Selection({}, {}), viewer, command, digest)
    types = [compiler.content_types[noun] for noun in asked if noun in compiler.content_types]
    for named in [type_] if type_ else types:
        for key in keys:
            statement.compilation.note_look(named, key, Surface.DENIED)
    for about in types:
        statement.ask_about(about, asked[about.noun])
    return statement.command_row(outcome) if statement.compilation.looked_at or statement.subjects else None


def liveness_plan(viewer: Viewer) -> Plan:
    """Return the plan that reads nothing and verifies that account, rights and session are as they were loaded."""
    bind = StatementParameters()
    return Plan(f"SELECT {liveness_sql(viewer, bind.viewer)} AS ok", tuple(bind.getters))
