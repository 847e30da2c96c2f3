"""`run.py goldens` writes anew what tests compare: schema.graphql, docs/permissions.md, the SQL of every example."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from graphql import OperationDefinitionNode, OperationType

from auth.viewer import Viewer
from resolvers.declaration import ContentTypes
from schema.execution.answering import Answering
from schema.execution.documents import Document
from schema.execution.runtime import GraphQLRequest
from schema.root import printed_schema
from service.development.permissions_page import PERMISSIONS_PAGE, permissions_page
from service.graphql import build_answering, schema_and_content_types
from service.pages.examples import Example, load_examples
from service.settings import ROOT, Settings
from service.settings_loading import load_settings
from workflow.roles import ROLES, AccountKind, Role

GOLDEN = ROOT / "tests" / "golden"
EXAMPLES = ROOT / "web" / "examples"
WHO = UUID(int=1)
IN_A_UNIT = (Role.COACH, Role.COLLEAGUE, Role.SUPERVISOR)
AGENCY_SCOPES = frozenset({"referrals:read", "referrals:write", "attendance:read", "reports:read"})


def viewer_as(role: Role) -> Viewer:
    """Return somebody who holds just this role, in one unit where it is held in units."""
    if role in IN_A_UNIT:
        return Viewer(WHO, AccountKind.STAFF, 1, "golden", staff=WHO, units={role: (WHO,)})
    kind, scopes = ROLES[role].account_kind, AGENCY_SCOPES if role is Role.AGENCY else None
    return Viewer(
        WHO, kind, 1, "golden", everywhere=frozenset({role}), scopes=scopes, client=WHO, agency=WHO, workplace=WHO
    )


def golden_sql(answering: Answering, example: Example) -> str | None:
    """Return the one statement of an example query, a clause a line; None for a command."""
    document = answering.documents.read(example.document)
    if not isinstance(document, Document):
        raise TypeError(f"{example.name}: {document[0]['message']}")
    operation: OperationDefinitionNode = document.operations[0]
    if operation.operation is not OperationType.QUERY:
        return None
    now = datetime(2026, 1, 1, tzinfo=UTC)
    variables = json.loads(example.on(now.date()).variables or "{}")
    ask = GraphQLRequest(example.document, variables, None, viewer_as(example.role), now)
    plan, _ = answering.planned(ask, document, operation, answering.coerced(operation, variables).coerced)
    return in_lines(plan.sql) if plan.roots else None


def in_lines(sql: str) -> str:
    """Return SQL with its larger clauses on lines of their own, for people and for differences."""
    clauses = (
        r"(?:FROM|WHERE|AND|OR|ORDER BY|UNION|LEFT JOIN|JOIN|CROSS JOIN|SELECT)\b|(?:live|q\d+|log|by_\w+\(id\)) AS\b"
    )
    return re.sub(f" (?={clauses})", "\n", sql) + "\n"


def generated_files(settings: Settings) -> Iterator[tuple[Path, str]]:
    """Yield every generated file with what it must hold."""
    content_types: ContentTypes = schema_and_content_types()[1]
    yield ROOT / "schema.graphql", printed_schema(schema_and_content_types()[0])
    yield PERMISSIONS_PAGE, permissions_page(content_types)
    nobody: Any = None  # compiling asks no database
    answering = build_answering(settings, nobody)
    for example in load_examples(EXAMPLES):
        if (sql := golden_sql(answering, example)) is not None:
            yield GOLDEN / f"{example.name}.sql", sql


def main() -> None:
    """Write every file anew."""
    for path, text in generated_files(load_settings(mode="test")):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
