"""The commands that docs/promises.md names, each run as an operator runs it, and what it must print."""

import json
import re
import shutil
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import asyncpg

from models.erasure_list import ERASED
from service.backup_directory import backups_in
from service.database.connections import credentials
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.erasure_replay import erasure_list_of
from service.settings import Settings
from service.settings_loading import load_settings
from tests.support.organisation import NOW
from tests.support.processes.commands import run
from tests.support.processes.workers import wait_until, worker
from tests.support.seeded_demo import SeededDemo

ANY_ENDED_CLIENT = (
    "SELECT id FROM client WHERE state = 'ENDED' AND NOT EXISTS (SELECT FROM purge WHERE person_id = client.id) LIMIT 1"
)
CONFIRM_PURGES = """
WITH confirmed AS (UPDATE purge SET state = 'CONFIRMED', confirmed_by = $1, confirmed_by_name = 'Johtaja',
  confirmed_at = approved_at WHERE kind = 'PERSON' AND state = 'APPROVED' RETURNING id)
INSERT INTO history (noun, object_id, revision, at, actor, actor_name, action, changes)
SELECT 'purge', id, 9, now(), $1, 'Johtaja', 'CONFIRM', '{}' FROM confirmed RETURNING object_id
"""


@dataclass(frozen=True)
class InstalledDemo:
    """A copy of the demo with a directory of its own, on a server that makes other databases."""

    settings: Settings
    postgres: EmbeddedPostgres
    directory: Path

    def says(self, *arguments: str) -> str:
        """Run a command that must end well, and return what it printed."""
        done = run(self.settings, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    async def fetched(self, sql: str, *values: Any) -> Any:
        """Return the first value that a statement finds."""
        connection = await asyncpg.connect(**credentials(self.settings.application_url))
        try:
            return await connection.fetchval(sql, *values)
        finally:
            await connection.close()

    async def erase_elsewhere(self) -> UUID:
        """Put a client of this database on the list of erasures, as after a restore; return the client."""
        client = UUID(str(await self.fetched(ANY_ENDED_CLIENT)))
        erasure_list_of(self.settings).add(NOW, uuid4(), ERASED, [("client", client)])
        return client


@asynccontextmanager
async def copied_demo(postgres: EmbeddedPostgres, demo: SeededDemo, directory: Path) -> AsyncIterator[InstalledDemo]:
    """Yield a copy of the demo, with a directory of its own."""
    name = f"installed_{uuid4().hex}"
    url = postgres.create_database(name, demo.database)
    shutil.copytree(demo.state, directory / "state")
    settings = load_settings(
        mode="demo",
        database_url=url,
        owner_database_url=postgres.url(name, OWNER),
        state_dir=directory / "state",
        metrics_port=0,
    )
    yield InstalledDemo(settings, postgres, directory)
    postgres.drop_database(name)


async def verified_log(it: InstalledDemo) -> str:
    """Verify the logs of the demo against a checkpoint that is kept elsewhere; return what was printed."""
    kept = str(it.directory / "checkpoint.json")
    assert f"Written: {kept}" in it.says("checkpoint", "--to", kept)

    said = it.says("verify-log", "--checkpoint", kept)

    found = re.search(
        r"(\d+) entries in (\d+) blocks were verified, 0 faults found; 0 entries are not sealed yet", said
    )
    assert found, said
    assert int(found[1]) > 0
    assert f"Up to entry {found[1]} this is the log that a checkpoint saw" in said
    return said


async def worked(it: InstalledDemo) -> str:
    """Have the worker run a purge that two people confirmed; return what was printed."""
    purge = await it.fetched(CONFIRM_PURGES, uuid4())

    async def is_done() -> bool:
        return bool(await it.fetched("SELECT state = 'DONE' FROM purge WHERE id = $1", purge))

    with worker(it.settings.database_url, it.settings.state_dir, mode="demo") as process:
        await wait_until(is_done)
        process.send_signal(signal.SIGTERM)
        printed, _ = process.communicate(timeout=60)

    assert process.returncode == 0, printed
    [line] = [line for line in printed.splitlines() if '"run_purges"' in line]
    told = json.loads(line)
    assert (told["event"], told["count"]) == ("chore done", 1)
    assert await it.fetched("SELECT certificate LIKE 'POISTOTODISTUS%' FROM purge WHERE id = $1", purge)
    return printed


async def backed_up(it: InstalledDemo) -> str:
    """Back up database and files into one file that tells nothing without its key; return what was printed."""
    said = it.says("backup", "--to", str(it.directory / "backups"))

    [path] = [found.path for found in backups_in(it.directory / "backups")]
    assert str(path) in said
    assert re.search(r"\d+ files, [\d,]+ bytes before encryption; erasures known: 0\.", said)
    assert (await it.fetched("SELECT max(last_name) FROM client")).encode() not in path.read_bytes()
    return said


async def restored(it: InstalledDemo) -> str:
    """
    Restore a backup from before an erasure into another database, which must erase again; return what was printed.
    """
    it.says("backup", "--to", str(it.directory / "backups"))
    [path] = [found.path for found in backups_in(it.directory / "backups")]
    client, name = await it.erase_elsewhere(), f"beside_{uuid4().hex}"
    it.postgres.create_database(name)

    said = it.says("restore", "--from", str(path), "--into", name)

    assert re.search(r"Restored the backup of \S+ with \d+ files\.", said)
    assert "Erasures that it did not know: 1; erased again: 1." in said
    beside = await asyncpg.connect(**credentials(it.postgres.url(name)))
    assert await beside.fetchval("SELECT state FROM client WHERE id = $1", client) == "ERASED"
    await beside.close()
    it.postgres.drop_database(name)
    return said


async def replayed(it: InstalledDemo) -> str:
    """Replay the erasures on a database that was restored by other means; return what was printed."""
    client = await it.erase_elsewhere()

    first, second = it.says("replay"), it.says("replay")

    assert "Erasures that the database did not know: 1; erased again: 1." in first
    assert "Erasures that the database did not know: 0; erased again: 0." in second
    assert await it.fetched("SELECT state FROM client WHERE id = $1", client) == "ERASED"
    return first + second


# By what stands on the page after `run.py`, returning what was printed; no other command can be named there.
SHOWN_BY: Mapping[str, Callable[[InstalledDemo], Awaitable[str]]] = {
    "verify-log": verified_log,
    "worker": worked,
    "backup": backed_up,
    "restore": restored,
    "replay": replayed,
}
