"""What the database refuses is told by field and remedy; nothing that a caller meets is merely not accepted."""

from typing import Any

import asyncpg
import pytest
from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from resolvers.writing.constraints import (
    CHECK,
    EXCLUSION,
    FOREIGN_KEY,
    NOT_NULL,
    UNIQUE,
    Violation,
    problem_of,
    problem_of_integrity_error,
)
from schema.execution.messages import message, messages, problem_message
from service.database.connections import credentials
from service.resources import schema_and_content_types
from tests.support.actions.content import create, try_to_create
from tests.support.organisation import SampleOrganisation
from workflow.titles import LANGUAGES

# What only the house itself writes, never a command: the migrations' own list.
NOT_OURS = ("tortoise_migrations", "procrastinate")
INDEXES = """
SELECT i.indrelid::regclass::text AS "table", c.relname AS name, i.indisexclusion AS excludes
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE (i.indisunique OR i.indisexclusion) AND NOT i.indisprimary AND c.relnamespace = 'public'::regnamespace"""
CHECKS = """
SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint
WHERE contype = 'c' AND connamespace = 'public'::regnamespace"""
OPEN = {"reason": "Asiakas soitti hädissään, valmentaja sairaana", "minutes": 30}


async def rows(url: str, query: str) -> list[dict[str, Any]]:
    connection = await asyncpg.connect(**credentials(url))
    try:
        return [dict(row) for row in await connection.fetch(query) if not row["table"].startswith(NOT_OURS)]
    finally:
        await connection.close()


async def test_a_second_emergency_access_to_the_same_client_tells_what_to_do(organisation: SampleOrganisation) -> None:
    await create(organisation, "coach_b", "EmergencyAccess", clientId=organisation.ids["aino"], **OPEN)
    query = """mutation C($i: CreateEmergencyAccessInput!) { createEmergencyAccess(input: $i) {
      errors { code path message } } }"""
    refused = await organisation.data("coach_b", query, i={"clientId": organisation.ids["aino"], **OPEN})

    [error] = refused["createEmergencyAccess"]["errors"]
    assert (error["code"], error["path"]) == ("ACCESS_OPEN", ["clientId"])
    assert error["message"] == messages()["ACCESS_OPEN"][0]
    assert await organisation.count("emergency_access") == 1


async def test_a_destination_that_is_there_already_names_the_fields_that_are_taken(
    organisation: SampleOrganisation,
) -> None:
    given = {"kind": "MAIL", "host": "smtp.example.fi", "country": "FI", "purpose": "Ilmoitukset"}
    await create(organisation, "administrator", "Destination", **given)
    query = """mutation C($i: CreateDestinationInput!) { createDestination(input: $i) {
      errors { code path message } } }"""
    refused = await organisation.data("administrator", query, i=given)

    [error] = refused["createDestination"]["errors"]
    assert (error["code"], error["path"]) == ("NOT_UNIQUE", ["host"])
    assert "Laji, Palvelin" in error["message"]
    assert "Tietokanta" not in error["message"]
    assert await organisation.count("destination") == 1


async def test_a_workplace_of_a_name_that_its_unit_has_already_is_told_of_the_name(
    organisation: SampleOrganisation,
) -> None:
    given = {"name": "Työpaja", "contactUnitId": organisation.ids["unit_a"]}
    _, refused = await try_to_create(organisation, "supervisor_a", "Workplace", **given)

    assert refused == ["NAME_TAKEN"]
    assert await organisation.count("workplace", "name = 'Työpaja'") == 1


async def test_no_unique_or_exclusion_constraint_is_left_without_a_remedy(database_copy: str) -> None:
    declared = await rows(database_copy, INDEXES)
    problems = {
        r["name"]: problem_of(Violation(EXCLUSION if r["excludes"] else UNIQUE, r["table"], r["name"]))
        for r in declared
    }

    assert len(declared) > 40
    assert [name for name, p in problems.items() if p.code == "CONSTRAINT"] == [], "give it a word of its own"
    assert [name for name, p in problems.items() if message(p.code, "fi", "") == p.code] == []


async def test_no_check_is_left_without_the_fields_that_it_is_about(database_copy: str) -> None:
    declared = await rows(database_copy, CHECKS)
    problems = {r["name"]: problem_of(Violation(CHECK, r["table"], r["name"])) for r in declared}

    assert len(declared) > 40
    assert [name for name, p in problems.items() if p.code == "CONSTRAINT" or not p.path] == []
    assert problems["consent_period"].code == "PERIOD_BACKWARDS"
    price = problems["contract_price"]
    assert (price.code, price.path) == ("VALUE_OUT_OF_BOUNDS", ("priceCents",))


@pytest.mark.parametrize("noun", sorted(schema_and_content_types()[1]))
def test_a_missing_value_and_a_reference_that_is_gone_are_told_by_their_field(noun: str) -> None:
    type_ = schema_and_content_types()[1][noun]
    for field in type_.fields.values():
        missing = problem_of(Violation(NOT_NULL, type_.kind.table, column=field.column))
        gone = problem_of(Violation(FOREIGN_KEY, type_.kind.table, f"{type_.kind.table}_{field.column}_fkey"))

        assert (missing.code, missing.path) == ("VALUE_REQUIRED", (field.key,))
        assert field.target is None or (gone.code, gone.path) == ("REFERENCE_GONE", (field.key,))


@pytest.mark.parametrize(
    ("statement", "code", "path"),
    [
        ("UPDATE unit SET name = NULL", "VALUE_REQUIRED", ("name",)),
        ("UPDATE client SET unit_id = gen_random_uuid()", "REFERENCE_GONE", ("unitId",)),
        ("UPDATE relationship SET client_id = NULL", "VALUE_REQUIRED", ("clientId",)),
        ("DELETE FROM unit", "IN_USE", ("id",)),
        ("UPDATE term SET starts_on = '2026-02-01', ends_before = '2026-01-01'", "PERIOD_BACKWARDS", ("endsBefore",)),
        ("UPDATE unit SET name = 'unit_a'", "NAME_TAKEN", ("name",)),
        ("UPDATE service_type SET min_months = 9, max_months = 1", "VALUES_DISAGREE", ("maxMonths",)),
    ],
)
async def test_what_postgresql_says_is_read_as_it_says_it(
    organisation: SampleOrganisation, statement: str, code: str, path: tuple[str, ...]
) -> None:
    with pytest.raises(IntegrityError) as refused:
        async with in_transaction() as db:
            await db.execute_query(statement)

    problem = problem_of_integrity_error(refused.value)
    assert (problem.code, problem.path) == (code, path)
    assert "–" not in problem_message(problem, "fi")
    assert organisation.ids


def test_words_name_the_facts_of_a_refusal_and_survive_without_them() -> None:
    for language in LANGUAGES:
        assert "kind, host" in message("NOT_UNIQUE", language, "", {"fields": "kind, host"})
        assert "{" not in message("NOT_UNIQUE", language, "")
