"""The example queries of GraphiQL: each is valid, each role has its own, and a broken heading is found at start."""

import json
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from graphql import GraphQLSchema, build_schema, parse, validate
from graphql.execution.values import get_variable_values
from graphql.language import OperationDefinitionNode

from auth.accounts.viewer_loading import ByToken, load_viewer_and_session
from auth.tokens.access_tokens import AccessToken
from schema.execution.answering import Answering
from schema.execution.runtime import GraphQLRequest
from schema.execution.subscriptions import Subscribed, subscribed
from service.database.connections import orm, read_pool
from service.database.embedded_postgres import EmbeddedPostgres
from service.demo.people.cast import AGENCY_CLIENT
from service.examples import ROLE_TITLES, Example, ExampleMalformed, load_examples, read_example
from service.graphql import build_answering
from service.settings import ROOT, Settings
from service.settings_loading import load_settings
from tests.support.example_answers import leaf_values, token_subject_of
from tests.support.organisation import NOW
from tests.support.seeded_demo import SeededDemo
from workflow.roles import Role
from workflow.titles import LANGUAGES

EXAMPLES = load_examples(ROOT / "web" / "examples")
TODAY = NOW.date()
WORKING_ROLES = set(ROLE_TITLES)
RECORDED = ("state", "revision", "code", "minutes", "presence", "recorded_at", "accounting_unit_id")
HEADING = """# Otsikko: Omat asiakkaani
# Rubrik: Mina klienter
# Title: My clients
# Rooli: coach
# Kuvaus: Asiakkaat aakkosissa.
# Beskrivning: Klienterna i alfabetisk ordning.
# Description: The clients by name.
"""


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema((ROOT / "schema.graphql").read_text("utf-8"))


@pytest.fixture(scope="module")
async def demo(postgres: EmbeddedPostgres, seeded_demo: SeededDemo) -> AsyncIterator[tuple[Settings, Answering]]:
    name = f"examples_{uuid4().hex}"
    url = postgres.create_database(name, seeded_demo.database)
    settings = load_settings(mode="demo", database_url=url, state_dir=seeded_demo.state, metrics_port=0)
    async with orm(url), read_pool(url, 2) as pool:
        yield settings, build_answering(settings, pool)
    postgres.drop_database(name)


@pytest.fixture(scope="module")
async def planned(demo: tuple[Settings, Answering]) -> list[Any]:
    """Return the days of the demo as they were in the beginning."""
    return list(await demo[1].runtime.pool.fetch(f"SELECT id, {', '.join(RECORDED)} FROM attendance"))


@pytest.fixture
async def days_as_planned(demo: tuple[Settings, Answering], planned: list[Any]) -> AsyncIterator[None]:
    """Put the days of the demo back after an example: one records what another expects to be planned."""
    yield
    pool = demo[1].runtime.pool
    before = {row["id"]: row for row in planned}
    now = {row["id"]: row["revision"] for row in await pool.fetch("SELECT id, revision FROM attendance")}
    added = [id_ for id_ in now if id_ not in before]
    await pool.fetch("UPDATE attendance SET swapped_with_id = NULL WHERE swapped_with_id = ANY($1)", added)
    await pool.fetch("DELETE FROM attendance WHERE id = ANY($1)", added)
    values = ", ".join(f"{column} = ${number}" for number, column in enumerate(RECORDED, start=2))
    for row in (before[id_] for id_, revision in now.items() if id_ in before and before[id_]["revision"] != revision):
        await pool.fetch(f"UPDATE attendance SET {values} WHERE id = $1", *row)


async def request_of(example: Example, settings: Settings) -> GraphQLRequest:
    """Return an example as the person of the demo asks it for whom it is."""
    token = AccessToken(settings.oidc_issuer, await token_subject_of(example.role), AGENCY_CLIENT, frozenset(), 0)
    entry = await load_viewer_and_session(ByToken(token), NOW)
    assert entry is not None
    scopes = frozenset({"referrals:write", "attendance:read"}) if example.role is Role.AGENCY else None
    variables = json.loads(example.on(TODAY).variables or "{}")
    viewer = replace(entry.viewer, scopes=scopes, may_enter=True)  # who has not accepted the undertaking does so first
    return GraphQLRequest(example.document, variables, None, viewer, NOW)


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.kind != "subscription"], ids=lambda example: example.name)
async def test_an_example_shows_data_to_the_person_of_the_demo_it_is_for(
    example: Example, demo: tuple[Settings, Answering], days_as_planned: None
) -> None:
    settings, answering = demo

    answer = json.loads((await answering.answer(await request_of(example, settings))).body)

    assert "errors" not in answer, answer["errors"]
    payloads = [found for found in answer["data"].values() if isinstance(found, dict)]
    assert [payload["errors"] for payload in payloads if payload and payload.get("errors")] == []
    assert [value for value in leaf_values(answer["data"]) if value not in (None, False, 0, [])]
    assert all(found["nodes"] for found in answer["data"].values() if found and "nodes" in found), answer["data"]
    assert [hidden for hidden in answer.get("extensions", {}).get("redacted", ()) if hidden["rows"] == "ALL"] == []


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.kind == "subscription"], ids=lambda example: example.name)
async def test_an_example_that_follows_opens_a_stream_of_every_type_it_names(
    example: Example, demo: tuple[Settings, Answering]
) -> None:
    settings, answering = demo

    opened = await subscribed(answering, await request_of(example, settings))

    assert isinstance(opened, Subscribed), opened
    assert sorted(opened.names[noun] for noun in opened.nouns) == sorted(json.loads(example.variables)["tyypit"])


def test_the_days_of_an_example_are_counted_from_today() -> None:
    heading = HEADING + '# Muuttujat: {"a": "<tänään-1>T09:00:00Z", "b": "<maanantai+7>", "c": "<vuosi>"}\n{ now }\n'
    example = read_example("days", heading).on(date(2026, 11, 25))

    assert json.loads(example.variables) == {"a": "2026-11-24T09:00:00Z", "b": "2026-11-30", "c": "2026-01-01"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_asks_only_for_what_the_schema_has(example: Example, schema: GraphQLSchema) -> None:
    assert validate(schema, parse(example.document)) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_variables_of_an_example_are_what_its_operation_takes(example: Example, schema: GraphQLSchema) -> None:
    operation = parse(example.document).definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    given = json.loads(example.on(TODAY).variables or "{}")
    taken = operation.variable_definitions or ()

    values = get_variable_values(schema, taken, given)

    assert not isinstance(values, list), values
    assert given.keys() == {definition.variable.name.value for definition in taken}


def test_every_role_has_an_example() -> None:
    assert {example.role for example in EXAMPLES} >= WORKING_ROLES


@pytest.mark.parametrize("language", range(len(LANGUAGES)), ids=LANGUAGES)
def test_every_example_has_a_title_of_its_own(language: int) -> None:
    assert len({(example.role, example.titles[language]) for example in EXAMPLES}) == len(EXAMPLES)


def test_no_example_holds_a_real_identity_code() -> None:
    codes = re.findall(r"\b\d{6}[-+A-FU-Y](\d{3})\w\b", " ".join(e.variables + e.document for e in EXAMPLES))

    assert all(code.startswith("9") for code in codes)


def test_a_heading_is_read_and_left_out_of_the_document() -> None:
    example = read_example("caseload", HEADING + '# Muuttujat: {"haku": "Åke"}\nquery Omat { viewer { name } }\n')

    assert (example.titles, example.role) == (("Omat asiakkaani", "Mina klienter", "My clients"), Role.COACH)
    assert example.descriptions[1] == "Klienterna i alfabetisk ordning."
    assert json.loads(example.variables) == {"haku": "Åke"}
    assert example.document == "query Omat { viewer { name } }\n"


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("# Otsikko: Omat asiakkaani\n# Rooli: coach\n", "Kuvaus"),
        (HEADING.replace("# Rubrik: Mina klienter\n", ""), "Rubrik"),
        (HEADING + "# Rooli: coach\n", "Rooli"),
        (HEADING + "# Tekijä: joku\n", "Tekijä"),
        (HEADING.replace("coach", "wizard"), "wizard"),
        (HEADING + "# Muuttujat: {haku}\n", "no JSON"),
        (HEADING + "# Muuttujat: [1]\n", "no JSON object"),
    ],
    ids=[
        "a label missing",
        "a language missing",
        "a label twice",
        "an unknown label",
        "an unknown role",
        "no JSON",
        "no object",
    ],
)
def test_a_broken_heading_is_refused_with_its_reason(heading: str, reason: str) -> None:
    with pytest.raises(ExampleMalformed, match=reason):
        read_example("broken", heading + "{ viewer { name } }")
