"""The embedded database, the migrations, and what the application's role may not do."""

import asyncpg
import pytest

from service.database.connections import Durability, credentials, read_pool
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.migrations import APPEND_ONLY, ZERO, migrate, missing_migrations, pending_migrations

TABLES = "SELECT array_agg(relname::text ORDER BY relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace"


async def shape(url: str) -> object:
    """Return everything the schema consists of: columns, constraints, indexes."""
    connection = await asyncpg.connect(**credentials(url))
    try:
        columns = "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
        constraints = "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        indexes = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"
        return [
            await connection.fetch(f"{columns} WHERE table_schema = 'public' ORDER BY 1, 2"),
            await connection.fetch(f"{constraints} WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2"),
            await connection.fetch(indexes),
        ]
    finally:
        await connection.close()


async def test_migrations_go_up_down_to_zero_and_up_again(empty_database: str) -> None:
    first = await migrate(empty_database)
    before = await shape(empty_database)
    down = await migrate(empty_database, ZERO)
    connection = await asyncpg.connect(**credentials(empty_database))
    left = await connection.fetchval(f"{TABLES} AND relkind = 'r' AND relname <> 'tortoise_migrations'")
    await connection.close()
    again = await migrate(empty_database)

    assert first
    assert down == list(reversed(first))
    assert left is None
    assert again == first
    assert await shape(empty_database) == before


async def test_a_migrated_database_has_nothing_pending(database_copy: str) -> None:
    connection = await asyncpg.connect(**credentials(database_copy))
    assert await pending_migrations(connection) == []
    await connection.close()


async def test_an_empty_database_tells_what_is_pending(empty_database: str) -> None:
    connection = await asyncpg.connect(**credentials(empty_database))
    assert "0001_initial" in await pending_migrations(connection)
    await connection.close()


async def test_no_model_has_drifted_from_the_migrations() -> None:
    drift = await missing_migrations()

    assert drift == [], "run `python3 run.py makemigrations` and read the file it writes"


async def test_the_application_owns_nothing_and_cannot_change_what_was_logged(database_copy: str) -> None:
    connection = await asyncpg.connect(**credentials(database_copy))
    try:
        owned = await connection.fetchval("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")
        existing = [name for name in APPEND_ONLY if await connection.fetchval("SELECT to_regclass($1)", name)]
        for table in existing:
            for verb in ("DELETE FROM", "TRUNCATE"):
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await connection.execute(f"{verb} {table}")
            assert not await connection.fetchval("SELECT has_table_privilege($1, 'UPDATE')", table)
            assert await connection.fetchval("SELECT has_any_column_privilege($1, 'INSERT')", table)
    finally:
        await connection.close()

    assert owned == 0
    assert {"disclosure_log", "history"} <= set(existing)


async def test_reads_get_the_bytes_of_json_as_postgresql_made_them(database_copy: str) -> None:
    async with read_pool(database_copy) as pool:
        answer = await pool.fetchval("""SELECT json_build_object('a', 'ä', 'b', NULL)""")

    assert answer == '{"a" : "ä", "b" : null}'.encode()


@pytest.mark.parametrize(("durability", "commit"), [("strict", "on"), ("relaxed", "off")])
async def test_only_relaxed_durability_answers_before_the_row_is_on_disk(
    postgres: EmbeddedPostgres, durability: Durability, commit: str
) -> None:
    postgres.execute("CREATE DATABASE durable")
    postgres.execute("ALTER DATABASE durable SET synchronous_commit = on")  # the tests' server has it off for speed
    async with read_pool(postgres.url("durable", OWNER), durability=durability) as pool:
        value = await pool.fetchval("SHOW synchronous_commit")
    postgres.drop_database("durable")

    assert value == commit
