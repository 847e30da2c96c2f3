"""Back to a point in time: what was written until then is there, nothing later, and nobody erased comes back."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import pytest

from models.erasure_list import ERASED
from service.database.connections import credentials, orm
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.erasure_replay import ErasuresUnobeyed, erasure_list_of, has_all_erasures, replay_erasures
from service.database.migrations import migrate
from tests.support.organisation import NOW
from tests.support.processes.point_in_time import archiving, base_backup, start_at
from tests.support.processes.postgres_directories import clear_away, fresh_directory
from tests.support.rows.fillable_service import service_on, settings_on
from tests.support.rows.whole_person import person_context

NAMES = "SELECT last_name FROM client ORDER BY id"


@pytest.fixture
def directory() -> Iterator[Path]:
    directory = fresh_directory()
    yield directory
    for name in ("lost", "restored"):
        EmbeddedPostgres(directory / name).stop()
    clear_away(directory)


async def asked(server: EmbeddedPostgres, sql: str) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(**credentials(server.url("polku", OWNER)))
    try:
        return list(await connection.fetch(sql))
    finally:
        await connection.close()


async def erase_by_the_list(server: EmbeddedPostgres, state: Path, client: UUID | None = None) -> None:
    """Carry out the list of erasures, after adding a client to it."""
    async with service_on(server.url("polku", OWNER), state) as service:
        erasures, context = erasure_list_of(settings_on(server.url("polku"), state)), person_context(service, state)
        if client is not None:
            erasures.add(NOW, uuid4(), ERASED, [("client", client)])
        connection = await asyncpg.connect(**credentials(server.url("polku", OWNER)))
        try:
            assert (await replay_erasures(connection, context, erasures))[1] == 1
        finally:
            await connection.close()


async def obeys_the_list(server: EmbeddedPostgres, state: Path) -> bool:
    connection = await asyncpg.connect(**credentials(server.url("polku", OWNER)))
    try:
        return await has_all_erasures(connection, erasure_list_of(settings_on(server.url("polku"), state)))
    finally:
        await connection.close()


async def test_a_database_goes_back_to_a_moment_and_forgets_whom_it_must(directory: Path, tmp_path: Path) -> None:
    lost, restored = EmbeddedPostgres(directory / "lost"), EmbeddedPostgres(directory / "restored")
    lost.start()
    lost.stop()
    archiving(lost, directory / "archive")
    lost.start()
    lost.create_database("polku")
    await migrate(lost.url("polku", OWNER))
    async with service_on(lost.url("polku", OWNER), tmp_path) as service:
        await service.filler.add("client", "ENDED", last_name="Ennen")
    base_backup(lost, restored)
    async with service_on(lost.url("polku", OWNER), tmp_path) as service:
        service.filler.count = 100
        erased = await service.filler.add("client", "ENDED", last_name="Poistettava")
    [row] = await asked(lost, "SELECT clock_timestamp() AS moment")
    await asyncio.sleep(0.05)
    await asked(lost, "UPDATE client SET last_name = 'Vahinko'")  # the mistake
    await erase_by_the_list(lost, tmp_path, UUID(str(erased.pk)))
    lost.execute("SELECT pg_switch_wal()")
    lost.stop()

    start_at(restored, directory / "archive", row["moment"])

    assert [one["last_name"] for one in await asked(restored, NAMES)] == ["Ennen", "Poistettava"]
    [line] = await asked(restored, "SELECT timeline_id FROM pg_control_checkpoint()")
    assert line["timeline_id"] == 2
    with pytest.raises(ErasuresUnobeyed, match="1 erasures are missing"):
        await obeys_the_list(restored, tmp_path)
    await erase_by_the_list(restored, tmp_path)
    assert await obeys_the_list(restored, tmp_path)
    assert "Poistettava" not in str(await asked(restored, "SELECT to_jsonb(c)::text FROM client c"))
    async with orm(restored.url("polku")):
        assert (await asked(restored, NAMES))[0]["last_name"] == "Ennen"
