"""An upgrade without downtime: the version before reads and writes during it, and beside the next version."""

import asyncio
import os
import shutil
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import asyncpg
import httpx2
import pytest

from service.database.connections import credentials
from service.database.migrations import known_migrations
from service.development.drills.installation import (
    ScratchInstallation,
    free_port,
    prepared,
    scratch_directory,
    scratch_server,
)
from service.development.drills.writers import Writers, counted
from service.settings import ROOT
from tests.support.processes.workers import wait_until

CODE = (
    "auth",
    "models",
    "resolvers",
    "schema",
    "service",
    "workflow",
    "web",
    "docs",
    "pyproject.toml",
    "schema.graphql",
)
MIGRATION = '''"""A migration of the next version."""

from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "{before}")]

    initial = False
    expands = {expands}

    operations = [ops.RunSQL("{sql}", "SELECT 1")]
'''
EXPANDS = "ALTER TABLE client ADD COLUMN nickname text; CREATE INDEX client_nickname ON client (nickname)"
CONTRACTS = "ALTER TABLE client DROP COLUMN nickname"


def next_version(tree: Path) -> Path:
    """Return a copy of the code with a migration that adds a column."""
    for name in CODE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            tree.mkdir(exist_ok=True)
            shutil.copy(source, tree)
    add_migration(tree, "9000_expand", known_migrations()[-1], EXPANDS, expands=True)
    return tree


def add_migration(tree: Path, name: str, before: str, sql: str, *, expands: bool) -> None:
    text = MIGRATION.format(before=before, sql=sql, expands=expands)
    (tree / "models" / "migrations" / f"{name}.py").write_text(text, "utf-8")


async def upgraded(it: ScratchInstallation, tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Return what the upgrade of the code in a directory did."""
    ours = {key: value for key, value in os.environ.items() if not key.startswith("POLKU_")}
    environment = ours | {f"POLKU_{key.upper()}": value for key, value in it.given.items()}
    command = [sys.executable, "-m", "service.commands.cli", "upgrade", "--without-backup", *arguments]
    return await asyncio.to_thread(
        subprocess.run, command, cwd=tree, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


async def answers(it: ScratchInstallation) -> bool:
    async with httpx2.AsyncClient() as http:
        try:
            return (await http.get(f"{it.address}/healthz")).status_code == 200
        except httpx2.HTTPError:
            return False


async def columns(it: ScratchInstallation) -> int:
    connection = await asyncpg.connect(**credentials(it.settings.owner_url))
    try:
        sql = "SELECT count(*) FROM information_schema.columns WHERE table_name = 'client' AND column_name = 'nickname'"
        found: int = await connection.fetchval(sql)
        return found
    finally:
        await connection.close()


def beside(it: ScratchInstallation) -> ScratchInstallation:
    """Return the same installation as a further process serves it: at another port, for the same address."""
    port = free_port()
    given = {**it.given, "port": str(port), "allowed_hosts": f"127.0.0.1:{port}"}
    settings = it.settings.model_copy(update={"public_url": f"http://127.0.0.1:{port}"})  # where its writers ask
    return replace(it, given=given, settings=settings, processes={})


async def test_the_version_before_answers_during_the_upgrade_and_beside_the_next(tmp_path: Path) -> None:
    tree = next_version(tmp_path / "next")
    with ExitStack() as stack:
        directory = stack.enter_context(scratch_directory(None))
        server = stack.enter_context(scratch_server(directory))
        old = await prepared(directory, server)
        stack.callback(old.stop)
        old.start("serve")
        await wait_until(lambda: answers(old))
        writers = Writers(old)
        writing = asyncio.create_task(writers.write())
        await wait_until(lambda: has_written(writers, 8))

        upgrade = await upgraded(old, tree, "--while-serving")
        assert upgrade.returncode == 0, upgrade.stdout + upgrade.stderr
        assert await columns(old) == 1
        during = len(writers.acknowledged_at)

        new = beside(old)
        new.start("serve", tree)
        stack.callback(new.kill, "serve")
        await wait_until(lambda: answers(new))
        next_writers = Writers(new)
        next_writing = asyncio.create_task(next_writers.write())
        await wait_until(lambda: has_written(next_writers, 8))
        await wait_until(lambda: has_written(writers, during + 8))
        writers.is_over = next_writers.is_over = True
        await asyncio.gather(writing, next_writing)

        add_migration(tree, "9001_contract", "9000_expand", CONTRACTS, expands=False)
        refused = await upgraded(old, tree, "--while-serving")
        kept = await columns(old)
        stopped = await upgraded(old, tree)
        counts = [await counted(each) for each in (writers, next_writers)]
        left = await columns(old)

    assert (writers.refused, next_writers.refused) == ([], [])
    assert (writers.reasons, next_writers.reasons) == ([], []), "no command was asked twice"
    assert [(count.lost, count.doubled) for count in counts] == [(0, 0), (0, 0)]
    assert (refused.returncode, kept) == (2, 1)
    assert "The service must be stopped for 9001_contract" in refused.stdout
    assert (stopped.returncode, left) == (0, 0)


async def has_written(writers: Writers, number: int) -> bool:
    return len(writers.acknowledged_at) >= number or bool(writers.refused)


@pytest.mark.parametrize("name", known_migrations()[-1:])
def test_what_expands_says_so(name: str) -> None:
    assert "expands = " in (ROOT / "models" / "migrations" / f"{name}.py").read_text("utf-8")
