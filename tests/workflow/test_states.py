"""A state's meaning stands beside its workflow: nothing else repeats the name of a state to ask about it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import asyncpg
import pytest

from schema.root import declared_types
from service.settings import ROOT
from workflow.language import States, Workflow, WorkflowError, grants, state

PACKAGES = ("auth", "models", "resolvers", "schema", "service")
IN_SQL = re.compile(r"\bstate\s*(?:=|<>|!=|NOT\s+IN|IN)\s*\(?\s*'[A-Z_]+'", re.IGNORECASE)
ASKING = {"filter", "exclude", "get", "get_or_none"}
KNOWN = {name for type_ in declared_types().values() for name in type_.kind.workflow.states}
HOW = "name a set beside the workflow with Workflow.subset and ask it: .sql(column), `in`, state__in="


def sources() -> list[Path]:
    """Return the modules that may ask about states; migrations keep what was true in their time."""
    found = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    return [path for path in found if "migrations" not in path.parts]


def literals_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of every place that asks about a state by a literal of its name."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Constant(value=str(words)) if IN_SQL.search(words):
                yield node.lineno, IN_SQL.findall(words)[0]
            case ast.Compare() if is_state(node.left) and any(map(names_states, node.comparators)):
                yield node.lineno, ast.unparse(node)
            case ast.Call(func=ast.Attribute(attr=method)) if method in ASKING:
                for keyword in node.keywords:
                    if (keyword.arg or "").partition("__")[0] == "state" and names_states(keyword.value):
                        yield node.lineno, f"{method}({keyword.arg}={ast.unparse(keyword.value)})"


def is_state(node: ast.expr) -> bool:
    """Tell whether an expression is the state of something: `row.state`, `row["state"]`, `state`."""
    match node:
        case ast.Attribute(attr="state") | ast.Name(id="state") | ast.Subscript(slice=ast.Constant(value="state")):
            return True
    return False


def names_states(node: ast.expr) -> bool:
    """Tell whether an expression holds the name of a state as a literal."""
    return any(isinstance(part, ast.Constant) and part.value in KNOWN for part in ast.walk(node))


def test_no_sql_and_no_comparison_repeats_the_name_of_a_state() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} {words}"
        for path in sources()
        for line, words in literals_in(path.read_text("utf-8"))
    ]

    assert found == [], HOW


@pytest.mark.parametrize(
    "put_back",
    [
        "CASELOAD = \"SELECT client_id FROM relationship c WHERE c.state <> 'RETAINED'\"",
        "sql = f\"SELECT 1 FROM {table} WHERE state IN ('ACTIVE', 'ENDED')\"",
        'is_open = row.state == "ACTIVE"',
        'is_open = row["state"] not in ("ENDED", "RETAINED")',
        'found = Relationship.filter(client_id=client, state="ACTIVE")',
        'found = Relationship.exclude(state__in=("ENDED", "RETAINED"))',
    ],
)
def test_a_literal_that_is_put_back_is_found(put_back: str) -> None:
    assert len(list(literals_in(put_back))) == 1


def test_a_state_that_is_added_to_no_set_opens_nothing() -> None:
    seen = grants(view="coach")
    workflow = Workflow(
        noun="relationship",
        initial="ACTIVE",
        states={name: state("A|B|C", seen) for name in ("ACTIVE", "ENDED", "CANCELLED")},
    )

    caseload = workflow.subset("ENDED ACTIVE")

    assert caseload == States(("ACTIVE", "ENDED"))
    assert caseload.sql("c.state") == "c.state IN ('ACTIVE', 'ENDED')"
    assert workflow.subset("CANCELLED").sql() == "state = 'CANCELLED'"


def test_a_set_of_a_state_that_does_not_exist_does_not_build() -> None:
    workflow = Workflow(noun="relationship", initial="ACTIVE", states={"ACTIVE": state("A|B|C", grants(view="coach"))})

    with pytest.raises(WorkflowError, match="relationship: no such state: RETIRED"):
        workflow.subset("ACTIVE RETIRED")


@cache
def sets_of(noun: str) -> set[frozenset[str]]:
    """Return every set of states that the modules of `workflow/` name, and each whole workflow."""
    import importlib
    import pkgutil

    import workflow as package

    modules = [importlib.import_module(f"workflow.{m.name}") for m in pkgutil.iter_modules(package.__path__)]
    named = {frozenset(value) for module in modules for value in vars(module).values() if isinstance(value, States)}
    return named | {frozenset(declared_types()[noun].kind.workflow.states)}


async def test_each_index_and_check_of_the_database_asks_about_a_set_that_a_workflow_names(database_copy: str) -> None:
    connection = await asyncpg.connect(database_copy)
    try:
        rows = await connection.fetch(
            "SELECT tablename AS table, indexname AS name, indexdef AS text FROM pg_indexes WHERE schemaname = 'public'"
            " UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        )
    finally:
        await connection.close()
    types = {type_.kind.table: type_ for type_ in declared_types().values()}
    asked = re.compile(r"\(?state\)?(?:::text)? (?:=|<>|(?:=|<>) (?:ANY|ALL)) \(?(?:\(?ARRAY\[)?('[^)\]]*)")
    unnamed = []
    for row in rows:
        for condition in asked.findall(row["text"]) if row["table"] in types else []:
            names = frozenset(re.findall(r"'([A-Z_]+)'", condition))
            if names not in sets_of(types[row["table"]].noun):
                unnamed.append((row["table"], row["name"], sorted(names)))

    assert rows
    assert unnamed == [], "a partial index or a CHECK asks about states that no set beside the workflow names"
