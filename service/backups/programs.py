"""PostgreSQL's programs for dumping and restoring: from PATH, or those of the embedded server."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import IO, Any

from service.database.connections import libpq_options
from service.database.embedded_postgres import EmbeddedPostgresFailed, SystemUser, binaries

SERVER_VERSION = 18
ENVIRONMENT = {
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "host": "PGHOST",
    "port": "PGPORT",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "target_session_attrs": "PGTARGETSESSIONATTRS",
    "connect_timeout": "PGCONNECT_TIMEOUT",
}


class ProgramFailed(RuntimeError):
    """`pg_dump` or `pg_restore` is missing or failed; the text is its error output, which holds names and no values."""

    code = "BACKUP_PROGRAM_FAILED"


@cache
def program(name: str) -> str:
    """
    Return the path of a PostgreSQL program that is not older than the server: an older one refuses to work.

    :raises ProgramFailed: when it is neither on PATH nor installed with the embedded server
    """
    path = shutil.which(name)
    if path and major_version(path) >= SERVER_VERSION:
        return path
    try:
        return str(binaries() / name)
    except EmbeddedPostgresFailed:
        raise ProgramFailed(f"{name} of PostgreSQL {SERVER_VERSION} is not on PATH") from None


def major_version(path: str) -> int:
    """Return the major version that a program prints; 0 when it prints none."""
    completed = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 # found on PATH
    match = re.search(r"(\d+)(\.\d+)?", completed.stdout)
    return int(match[1]) if match else 0


def _environment(url: str) -> dict[str, str]:
    """Return the connection settings as environment variables, because everybody can read a command line."""
    variables = {ENVIRONMENT[key]: str(value) for key, value in libpq_options(url).items() if key in ENVIRONMENT}
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "PGAPPNAME": "polku-backup"} | variables


@contextmanager
def running_program(url: str, name: str, *arguments: str, **streams: Any) -> Iterator["subprocess.Popen[bytes]"]:
    """
    Yield a running program; afterwards check that it succeeded.

    :raises ProgramFailed: with the end of its error output
    """
    identity = SystemUser.current() if libpq_options(url)["host"].startswith("/tmp/polku-") else SystemUser()  # noqa: S108 # the embedded server's socket
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
        with suppress(BrokenPipeError):  # a program that stopped early gives the reason itself
            process.stdin.close()
        process.stdin = None
    output = process.communicate()[1]
    if process.wait() != 0:
        raise ProgramFailed(f"{name}: {output.decode('utf-8', 'replace').strip()[-2000:]}")


def dump(url: str, *arguments: str) -> Iterator[IO[bytes]]:
    """Yield the stream of a dump without owners and rights: the restoring role is owner, `migrate` gives rights."""
    with running_program(
        url, "pg_dump", "--no-owner", "--no-privileges", *arguments, stdout=subprocess.PIPE
    ) as process:
        if process.stdout is None:
            raise ProgramFailed("pg_dump: no output")
        yield process.stdout
