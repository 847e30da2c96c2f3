"""PostgreSQL's own programs for dumping and restoring: those on PATH, or those of the embedded server."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import IO, Any

from service.database.connections import credentials
from service.database.embedded_postgres import EmbeddedPostgresFailed, SystemUser, binaries

SERVER_VERSION = 18
ENVIRONMENT = {"user": "PGUSER", "password": "PGPASSWORD", "host": "PGHOST", "port": "PGPORT", "database": "PGDATABASE"}


class ProgramFailed(RuntimeError):
    """`pg_dump` or `pg_restore` is missing or failed; the text is what it said, which names tables and no values."""

    code = "BACKUP_PROGRAM_FAILED"


@cache
def program(name: str) -> str:
    """
    Return the path of a program of PostgreSQL: one that is older than the server refuses to work with it.

    :raises ProgramFailed: when it is neither on PATH nor in the environment
    """
    found = shutil.which(name)
    if found and major_version(found) >= SERVER_VERSION:
        return found
    try:
        return str(binaries() / name)
    except EmbeddedPostgresFailed:
        raise ProgramFailed(f"{name} of PostgreSQL {SERVER_VERSION} is not on PATH") from None


def major_version(path: str) -> int:
    """Return the major version a program says it is of; 0 when it does not say."""
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 # found on PATH
    found = re.search(r"(\d+)(\.\d+)?", said.stdout)
    return int(found[1]) if found else 0


def _environment(url: str) -> dict[str, str]:
    """Return how the programs connect: by environment, because a command line can be read by everybody."""
    known = credentials(url)
    told = {ENVIRONMENT[key]: str(value) for key, value in known.items() if key in ENVIRONMENT and value is not None}
    told |= {"PGSSLMODE": known["ssl"]} if "ssl" in known else {}
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "PGAPPNAME": "polku-backup"} | told


@contextmanager
def started(url: str, name: str, *arguments: str, **streams: Any) -> Iterator["subprocess.Popen[bytes]"]:
    """
    Yield a running program with its errors caught, and judge how it ended.

    :raises ProgramFailed: with the end of what it said
    """
    identity = SystemUser.current() if credentials(url)["host"].startswith("/tmp/polku-") else SystemUser()  # noqa: S108 # the embedded server's socket
    process = subprocess.Popen(  # noqa: S603 # PostgreSQL's own program, no shell
        [program(name), *arguments],
        env=_environment(url),
        cwd="/",
        stderr=subprocess.PIPE,
        user=identity.user,
        group=identity.group,
        extra_groups=None if identity.user is None else [],
        **streams,
    )
    try:
        yield process
    except BaseException:
        process.kill()
        process.communicate()
        raise
    if process.stdin is not None:
        with suppress(BrokenPipeError):  # a program that gave up says why itself
            process.stdin.close()
        process.stdin = None
    said = process.communicate()[1]
    if process.wait() != 0:
        raise ProgramFailed(f"{name}: {said.decode('utf-8', 'replace').strip()[-2000:]}")


def dumped(url: str, *arguments: str) -> Iterator[IO[bytes]]:
    """Yield the stream of a dump, without owners and rights: the restoring role owns, `migrate` grants."""
    with started(url, "pg_dump", "--no-owner", "--no-privileges", *arguments, stdout=subprocess.PIPE) as process:
        if process.stdout is None:
            raise ProgramFailed("pg_dump: no output")
        yield process.stdout


def dumped_text(url: str) -> bytes:
    """Return a database as SQL text: for looking through all that it holds."""
    return b"".join(stream.read() for stream in dumped(url, "--format=plain"))
