"""Every constraint a model declares is in the database, by its name: the last word on what may be stored."""

import re

import asyncpg

import models
from service.database.connections import credentials


async def test_every_declared_constraint_is_in_the_database(database_copy: str) -> None:
    connection = await asyncpg.connect(**credentials(database_copy))
    names = "SELECT conname FROM pg_constraint UNION SELECT indexname FROM pg_indexes"
    there = {row[0] for row in await connection.fetch(names)}
    await connection.close()

    kinds = [getattr(models, name) for name in models.__all__]
    declared = {str(c.name) for kind in kinds for c in kind._meta.constraints}

    assert len(declared) > 50
    assert declared - there == set(), "add them to a migration: Tortoise's CreateModel does not"
    assert "contract_full_service" in there


async def test_the_enums_of_the_schema_are_those_of_the_constraints() -> None:
    checks = {
        c.name: getattr(c, "check", "") for name in models.__all__ for c in getattr(models, name)._meta.constraints
    }
    from service.resources import schema_and_content_types

    differing = []
    for type_ in schema_and_content_types()[1].values():
        for field in (f for f in type_.fields.values() if f.choices):
            text = checks.get(f"{type_.kind.table}_{field.column}")
            states_a_set = text is not None and re.search(rf"\b{field.column} (IN \(|<@ ARRAY)", text)
            if text and states_a_set and any(f"'{choice}'" not in text for choice in field.choices):
                differing.append(f"{type_.name}.{field.key}")
    assert differing == []
