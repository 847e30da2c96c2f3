"""Several servers of one database: the primary is found, a silent one is left, one disk alone acknowledges nothing."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import pytest
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from models.lost_connections import is_connection_lost
from resolvers.writing.transactions import DatabaseUnavailable, OutcomeUnknown, command_transaction
from service.backups.programs import running_program
from service.database.connections import connect, credentials, libpq_options, orm, read_pool
from service.database.deadlines import Deadlines
from service.database.embedded_postgres import EmbeddedPostgres
from service.jobs.worker import job_connector
from service.primary_server import NotReplicated
from service.settings import ROOT
from tests.support.processes.breakable_line import BreakableLine, breakable_line
from tests.support.processes.postgres_directories import clear_away, fresh_directory
from tests.support.source_files import named, sources

PATIENT = Deadlines(wait=30, statement=60, lock=30, idle=600)
QUICK = Deadlines(wait=5, statement=5, lock=5, idle=60)
PATIENCE_SECONDS = 60
INSERT = "INSERT INTO noted VALUES (1)"
CANCEL = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"


@pytest.fixture
async def lines(database_copy: str) -> AsyncIterator[tuple[BreakableLine, BreakableLine]]:
    """Two ways to one database, as if they were two servers of it."""
    async with breakable_line(database_copy) as first, breakable_line(database_copy) as second:
        yield first, second


@pytest.fixture(scope="module")
def lonely_server() -> Iterator[EmbeddedPostgres]:
    """A server that waits for a standby, of which there is none."""
    directory = fresh_directory()
    server = EmbeddedPostgres(directory)
    server.start()
    server.create_database("lonely")
    server.execute("CREATE TABLE noted (number int); GRANT ALL ON noted TO polku_app", "lonely")
    server.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
    server.execute("SELECT pg_reload_conf()")
    yield server
    clear_away(directory)


async def delete_read_only() -> None:
    async with command_transaction() as db:
        await db.execute_script("SET TRANSACTION READ ONLY")
        await db.execute_query("DELETE FROM heartbeat")


async def insert_by_command() -> None:
    async with command_transaction() as db:
        await db.execute_query(INSERT)


@asynccontextmanager
async def impatient_operator(server: EmbeddedPostgres) -> AsyncIterator[None]:
    """Somebody who cancels whatever waits for the standby."""

    async def cancel() -> None:
        while True:
            await asyncio.to_thread(server.execute, CANCEL)
            await asyncio.sleep(0.1)

    cancelling = asyncio.create_task(cancel())
    try:
        yield
    finally:
        cancelling.cancel()


def url_over(lines: tuple[BreakableLine, ...]) -> str:
    """Return the URL of a database with several servers."""
    target, places = lines[0].target, ",".join(f"127.0.0.1:{line.port}" for line in lines)
    return f"postgresql://{target['user']}@{places}/{target['database']}"


def test_a_url_with_several_servers_asks_for_the_one_that_takes_writes() -> None:
    url = "postgresql://polku_app:p%40ss@10.0.0.1:5432,10.0.0.2,[fd00::3]:6432/polku?sslmode=require"

    found, of_libpq = credentials(url), libpq_options(url)

    assert (found["host"], found["port"]) == (["10.0.0.1", "10.0.0.2", "fd00::3"], [5432, 5432, 6432])
    assert (found["user"], found["password"], found["database"], found["ssl"]) == (
        *("polku_app", "p@ss", "polku"),
        "require",
    )
    assert found["target_session_attrs"] == of_libpq["target_session_attrs"] == "read-write"
    assert (of_libpq["host"], of_libpq["port"]) == ("10.0.0.1,10.0.0.2,fd00::3", "5432,5432,6432")
    assert of_libpq["sslmode"] == "require"


def test_a_url_with_one_server_is_what_it_was() -> None:
    found = credentials("postgresql://polku_app@/polku?host=/run/socket")

    assert found == {
        "user": "polku_app",
        "password": None,
        "host": "/run/socket",
        "port": 5432,
        "database": "polku",
    }


async def test_every_kind_of_connection_finds_the_server_that_answers(
    lines: tuple[BreakableLine, BreakableLine], free_port: int
) -> None:
    url = url_over(lines[1:]).replace("@127", f"@127.0.0.1:{free_port},127")  # nobody listens at the first

    async with orm(url, 2, QUICK), read_pool(url, 2, deadlines=QUICK) as reads:
        written = await get_connection("default").execute_query_dict("SELECT 1 AS one")
        read = await reads.fetchval("SELECT 2")
    connector = job_connector(url, 1, QUICK)
    await connector.open_async()
    async with connector.pool.connection() as connection:
        row: Any = await (await connection.execute("SELECT 3 AS three")).fetchone()
    await connector.close_async()
    with running_program(url, "pg_dump", "--schema-only", "--table=term", stdout=asyncio.subprocess.PIPE) as dump:
        assert dump.stdout is not None
        assert b"CREATE TABLE public.term" in await asyncio.to_thread(dump.stdout.read)
    alone = await connect(url)
    await alone.close()

    assert (written, read, row) == ([{"one": 1}], 2, (3,))


async def test_whoever_waits_for_a_silent_server_is_told_when_another_one_is_the_primary(
    lines: tuple[BreakableLine, BreakableLine],
) -> None:
    url = url_over(lines)
    endless = Deadlines(wait=5, statement=600, lock=1, idle=60)
    async with orm(url, 2, endless), read_pool(url, 2, deadlines=endless) as reads:
        assert await reads.fetchval("SELECT 1") == 1
        lines[0].hush()  # the machine is gone; its connections stay
        with pytest.raises(Exception) as lost:  # noqa: PT011 - which error it is depends on where the connection broke
            await asyncio.wait_for(reads.fetchval("SELECT 2"), PATIENCE_SECONDS)
        again = await asyncio.wait_for(reads.fetchval("SELECT 3"), PATIENCE_SECONDS)
        rows = await asyncio.wait_for(get_connection("default").execute_query("SELECT 4"), PATIENCE_SECONDS)

    assert is_connection_lost(lost.value)
    assert again == 3
    assert rows[0] == 1


async def test_where_no_server_is_the_primary_the_database_cannot_be_reached(
    lines: tuple[BreakableLine, BreakableLine],
) -> None:
    for line in lines:
        line.cut()

    with pytest.raises(Exception) as lost:  # noqa: PT011 - as above
        await connect(url_over(lines), timeout=2)

    assert is_connection_lost(lost.value)


async def test_a_connection_to_a_server_that_takes_no_writes_any_more_is_thrown_away(database_copy: str) -> None:
    async with orm(database_copy, 1):
        with pytest.raises(DatabaseUnavailable):
            await delete_read_only()
        async with in_transaction() as db:
            await db.execute_query("DELETE FROM heartbeat")
            found = await db.execute_query_dict(
                "SELECT count(*) AS n FROM pg_stat_activity WHERE pid = pg_backend_pid()"
            )

    assert found == [{"n": 1}]
    assert is_connection_lost(asyncpg.ReadOnlySQLTransactionError("cannot execute DELETE"))


async def test_a_command_that_no_standby_confirms_has_an_unknown_outcome(lonely_server: EmbeddedPostgres) -> None:
    async with orm(lonely_server.url("lonely"), 2, PATIENT), impatient_operator(lonely_server):
        with pytest.raises(OutcomeUnknown):
            await insert_by_command()
        with pytest.raises(NotReplicated):
            await get_connection("default").execute_query(INSERT)
        found = await get_connection("default").execute_query_dict("SELECT count(*) AS n FROM noted")

    assert found == [{"n": 2}], "PostgreSQL itself calls them done"


async def test_a_read_whose_row_of_the_log_no_standby_confirms_is_not_answered(lonely_server: EmbeddedPostgres) -> None:
    url = lonely_server.url("lonely")
    async with read_pool(url, 2, deadlines=PATIENT) as reads, impatient_operator(lonely_server):
        with pytest.raises(NotReplicated) as kept:
            await reads.fetchval(f"WITH noted_now AS ({INSERT} RETURNING 1) SELECT 5")
        with pytest.raises(NotReplicated):
            await reads.execute(INSERT)
        assert await reads.fetchval("SELECT 6") == 6

    assert is_connection_lost(kept.value)


def test_no_module_opens_a_connection_by_itself() -> None:
    openers = ("asyncpg.connect(", "asyncpg.create_pool(", "psycopg.connect(credentials")
    found = {named(path) for path in sources("service", "auth", "resolvers", "schema", "models")}

    alone = sorted(name for name in found if any(opener in (ROOT / name).read_text("utf-8") for opener in openers))
    assert alone == ["service/primary_server.py"], "service.database.connections.connect finds the primary"
