"""The national register of the bench is whole: nothing in it leads to a row that is not there."""

import asyncpg

from bench.national import fill_national
from service.database.connections import credentials
from service.database.embedded_postgres import SUPERUSER

REFERENCES = """
SELECT c.conrelid::regclass::text AS child, a.attname AS column, c.confrelid::regclass::text AS parent
FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
"""
EXPECTED = {
    "client": 1_000,
    "relationship": 1_000,
    "referral": 2_100,
    "programme": 2_000,
    "contract": 3_000,
    "attendance": 25_000,
    "disclosure_log": 5_000,
    "search_entry": 1_000 * 2 + 2_100,
    "unit": 100,
    "agency": 200,
}


async def test_a_part_of_the_national_register_has_every_kind_of_row_and_no_orphan(database_copy: str) -> None:
    connection = await asyncpg.connect(**credentials(database_copy) | {"user": SUPERUSER})
    try:
        await fill_national(connection, 0.005)

        rows = {table: await connection.fetchval(f"SELECT count(*) FROM {table}") for table in EXPECTED}
        references = await connection.fetch(REFERENCES)
        orphans = [
            f"{r['child']}.{r['column']}"
            for r in references
            if await connection.fetchval(
                f"SELECT EXISTS (SELECT FROM {r['child']} c WHERE {r['column']} IS NOT NULL"
                f" AND NOT EXISTS (SELECT FROM {r['parent']} p WHERE p.id = c.{r['column']}))"
            )
        ]
        role = await connection.fetchval("SHOW session_replication_role")
    finally:
        await connection.close()

    assert rows == EXPECTED
    assert len(references) > 20
    assert orphans == []
    assert role == "origin"  # triggers and references are obeyed again
