"""docs/promises.md is run: every promise has its row, every query answers, every command works, every test exists."""

import ast
import json
import re
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from auth.accounts.viewer_loading import ByToken, load_viewer_and_session
from auth.tokens.access_tokens import AccessToken
from schema.execution.answering import Answering
from schema.execution.runtime import GraphQLRequest
from service.database.connections import orm, read_pool
from service.database.embedded_postgres import EmbeddedPostgres
from service.demo.people.cast import AGENCY_CLIENT
from service.examples import Example, read_example
from service.graphql import build_answering
from service.settings import ROOT, Settings
from service.settings_loading import load_settings
from tests.support.example_answers import leaf_values, token_subject_of
from tests.support.organisation import NOW
from tests.support.processes.promised_commands import SHOWN_BY, InstalledDemo, copied_demo
from tests.support.seeded_demo import SeededDemo
from workflow.roles import Role

PAGE = ROOT / "docs" / "promises.md"
PROMISES = (
    "A controller, its contact person, the register's name and purpose",
    "Data kept of a person, each field with its permission",
    "The referring party's contact person and its referral",
    "The coaching programme and its documentation",
    "Contracts, working days, attendance",
    "Technical data: log-in and log data",
    "Sources: authorities with consent, the person, own operations",
    "Nothing is disclosed without prior consent",
    "Nothing leaves the EU/EEA",
    "No manual material: papers are attachments",
    "Only employees whose work needs it",
    "The vendor's staff only as far as they need",
    "Data of ended clients is deleted after four years",
    "Everyone may inspect and correct their data",
    "Right to be forgotten, to restriction and the others",
    "Requests are in writing, identity may be asked for",
    "Changes of the notice are announced",
    "A breach is reported within 72 hours, and its persons are told",
)
RIGHTS = ("Inspect", "Log", "Rectify", "Erase", "Restrict", "Port", "Object")
LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")
CODE = re.compile(r"`([^`]+)`")
QUERY = re.compile(r"([a-z_]+): ((?:mutation|query)?\s*\{.+\})")


@dataclass(frozen=True)
class Row:
    """One row of the page: the promise, what shows it, and the tests."""

    promise: str
    shown: str
    tested: str

    @property
    def examples(self) -> list[str]:
        return LINK.findall(self.shown)

    @property
    def commands(self) -> list[str]:
        return [code.removeprefix("run.py ") for code in self.said if code.startswith("run.py ")]

    @property
    def queries(self) -> list[Example]:
        found = [QUERY.fullmatch(code) for code in self.said]
        return [
            Example("inline", (self.promise, self.promise, self.promise), Role(q[1]), ("", "", ""), "", q[2])
            for q in found
            if q
        ]

    @property
    def said(self) -> list[str]:
        return CODE.findall(self.shown)

    @property
    def tests(self) -> list[str]:
        return CODE.findall(self.tested)


def read_rows(page: str) -> list[Row]:
    """Return the rows of all tables of the page, without headings."""
    cells = [[c.strip() for c in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("|")]
    return [Row(*three) for three in cells if three[1] not in ("what shows it", "---")]


ROWS = read_rows(PAGE.read_text("utf-8"))
EXAMPLES = sorted({name for row in ROWS for name in row.examples})
COMMANDS = sorted({command for row in ROWS for command in row.commands})
QUERIES = {query.document: query for row in ROWS for query in row.queries}


def names_in(path: str) -> Iterable[str]:
    """Return the functions of a test file; none where there is no such file."""
    if not (ROOT / path).is_file():
        return []
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.fixture(scope="module")
async def demo(postgres: EmbeddedPostgres, seeded_demo: SeededDemo) -> AsyncIterator[tuple[Settings, Answering]]:
    name = f"promises_{uuid4().hex}"
    url = postgres.create_database(name, seeded_demo.database)
    settings = load_settings(mode="demo", database_url=url, state_dir=seeded_demo.state, metrics_port=0)
    async with orm(url), read_pool(url, 2) as pool:
        yield settings, build_answering(settings, pool)
    postgres.drop_database(name)


@pytest.fixture
async def installed(
    postgres: EmbeddedPostgres, seeded_demo: SeededDemo, tmp_path: Path
) -> AsyncIterator[InstalledDemo]:
    """An installation of its own: a copy of the demo, of its keys, and nothing else."""
    async with copied_demo(postgres, seeded_demo, tmp_path) as found:
        yield found


async def answered(demo: tuple[Settings, Answering], example: Example) -> dict[str, Any]:
    """Return the answer that the person of the demo with the example's role gets."""
    settings, answering = demo
    token = AccessToken(settings.oidc_issuer, await token_subject_of(example.role), AGENCY_CLIENT, frozenset(), 0)
    entry = await load_viewer_and_session(ByToken(token), NOW)
    assert entry is not None
    variables = json.loads(example.on(NOW.date()).variables or "{}")
    ask = GraphQLRequest(example.document, variables, None, replace(entry.viewer, scopes=None), NOW)
    return dict(json.loads((await answering.answer(ask)).body))


def has_data(answer: dict[str, Any]) -> bool:
    """Tell whether an answer shows something and refuses nothing."""
    roots = [found for found in answer["data"].values() if isinstance(found, dict)]
    refused = [root["errors"] for root in roots if root.get("errors")]
    empty = [root for root in roots if root.get("nodes") == []]
    return not refused and not empty and any(value not in (None, False, 0, []) for value in leaf_values(answer["data"]))


def test_every_promise_and_every_right_has_its_row() -> None:
    assert [row.promise for row in ROWS] == [*PROMISES, *RIGHTS]


def test_every_row_names_something_that_can_be_run_and_a_test() -> None:
    assert [row.promise for row in ROWS if not (row.examples or row.queries) or not row.tests] == []


def test_everything_that_is_said_to_show_a_promise_is_an_example_a_query_or_a_command() -> None:
    assert [row.said for row in ROWS if len(row.said) != len(row.queries) + len(row.commands)] == []


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_command_that_shows_a_promise_does_what_it_says_and_names_nobody(
    command: str, installed: InstalledDemo
) -> None:
    names = await installed.fetched("SELECT array_agg(DISTINCT last_name) FROM client WHERE last_name <> ''")

    printed = await SHOWN_BY[command](installed)

    assert len(names) > 10
    assert [name for name in names if name in printed] == []


@pytest.mark.parametrize("named", sorted({test for row in ROWS for test in row.tests}))
def test_every_test_that_is_named_exists(named: str) -> None:
    path, _, name = named.partition("::")
    assert name in names_in(path)


@pytest.mark.parametrize("path", EXAMPLES)
async def test_an_example_that_shows_a_promise_answers_with_data(path: str, demo: tuple[Settings, Answering]) -> None:
    file = (PAGE.parent / path).resolve()
    answer = await answered(demo, read_example(file.stem, file.read_text("utf-8")))

    assert "errors" not in answer, answer["errors"]
    assert has_data(answer), answer


@pytest.mark.parametrize("query", QUERIES.values(), ids=lambda query: query.document[:80])
async def test_a_query_that_shows_a_promise_answers_with_data(query: Example, demo: tuple[Settings, Answering]) -> None:
    answer = await answered(demo, query)

    assert "errors" not in answer, answer["errors"]
    assert has_data(answer), answer


def test_a_page_with_a_row_missing_or_a_wrong_word_is_noticed() -> None:
    page = "| promise | what shows it | test |\n|---|---|---|\n| One | `nonsense`, `run.py dance` | `tests/x.py::y` |\n"
    [row] = read_rows(page)

    assert (row.promise, row.commands, row.queries, row.examples) == ("One", ["dance"], [], [])
    assert len(row.said) != len(row.queries) + len(row.commands)
