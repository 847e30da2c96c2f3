"""`run.py goldens` writes the files that tests compare: schema.graphql, docs/permissions.md, the SQL of examples."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from auth.accounts.agency_clients import AGENCY_SCOPES
from auth.viewer import Viewer
from resolvers.declaration import ContentTypes
from resolvers.protection.breach_looks import LogSource
from resolvers.protection.breach_report import report_sql
from resolvers.reading.parameters import Call
from schema.execution.answering import Answering
from schema.execution.documents import Document
from schema.root import printed_schema
from service.development.errors_page import ERRORS_PAGE, errors_page
from service.development.permissions_page import PERMISSIONS_PAGE, permissions_page
from service.examples import EXAMPLES, Example, load_examples
from service.graphql import build_answering
from service.resources import schema_and_content_types
from service.settings import ROOT, Settings
from service.settings_loading import load_settings
from workflow.roles import ROLES, AccountKind, Role

GOLDEN = ROOT / "tests" / "golden"
VIEWER_ID = UUID(int=1)
UNIT_ROLES = (Role.COACH, Role.COLLEAGUE, Role.SUPERVISOR)


def viewer_as(role: Role) -> Viewer:
    """Return a viewer who holds only this role, in one unit when it is held in units."""
    if role in UNIT_ROLES:
        return Viewer(VIEWER_ID, AccountKind.STAFF, 1, "golden", staff=VIEWER_ID, units={role: (VIEWER_ID,)})
    kind, scopes = ROLES[role].account_kinds[0], AGENCY_SCOPES if role is Role.AGENCY else None
    return Viewer(
        VIEWER_ID,
        kind,
        1,
        "golden",
        everywhere=frozenset({role}),
        scopes=scopes,
        client=VIEWER_ID,
        agency=VIEWER_ID,
        workplace=VIEWER_ID,
    )


def golden_sql(answering: Answering, example: Example) -> str | None:
    """Return the one statement of an example query, one clause per line; None for a mutation or a subscription."""
    document = answering.documents.parsed(example.document)
    if not isinstance(document, Document):
        raise TypeError(f"{example.name}: {document}")
    operation = document.operations[0]
    if operation.is_mutation or operation.is_subscription:
        return None
    now = datetime(2026, 1, 1, tzinfo=UTC)
    variables = json.loads(example.on(now.date()).variables or "{}")
    plan = answering.planned(viewer_as(example.role), document, operation, operation.values(variables))
    return in_lines(plan.sql) if plan.roots else None


def breach_report_sql(content_types: ContentTypes) -> str:
    """Return the one statement of a report of a breach, the only computed field with a statement of its own."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    call = Call(viewer_as(Role.PRIVACY_OFFICER), now, now.date(), VIEWER_ID, {}, (b"",))
    source = LogSource(None, None, "token", now - timedelta(days=1), now)
    return in_lines(report_sql(call, content_types, source, 25, None)[0])


def in_lines(sql: str) -> str:
    """Return SQL with its larger clauses on separate lines, for readers and for diffs."""
    clauses = (
        r"(?:FROM|WHERE|AND|OR|ORDER BY|UNION|LEFT JOIN|JOIN|CROSS JOIN|SELECT)\b|(?:live|q\d+|log|by_\w+\(id\)) AS\b"
    )
    return re.sub(f" (?={clauses})", "\n", sql) + "\n"


def generated_files(settings: Settings) -> Iterator[tuple[Path, str]]:
    """Yield every generated file with its correct content."""
    content_types: ContentTypes = schema_and_content_types()[1]
    yield ROOT / "schema.graphql", printed_schema(schema_and_content_types()[0])
    yield PERMISSIONS_PAGE, permissions_page(content_types)
    yield ERRORS_PAGE, errors_page()
    nobody: Any = None  # compiling needs no database
    answering = build_answering(settings, nobody)
    for example in load_examples(EXAMPLES):
        if (sql := golden_sql(answering, example)) is not None:
            yield GOLDEN / f"{example.name}.sql", sql
    yield GOLDEN / "privacy-officer-breach-report.sql", breach_report_sql(content_types)


def main() -> None:
    """Write every generated file."""
    for path, text in generated_files(load_settings(mode="test")):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
