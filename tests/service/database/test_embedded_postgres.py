"""The embedded server under ill treatment: spaces, kills, leftovers, closed folders."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.database.embedded_postgres import (
    OWNER,
    EmbeddedPostgres,
    EmbeddedPostgresFailed,
    binaries,
    is_open_to_all,
    readable_copy,
)
from tests.support.processes.postgres_directories import SERVERS, clear_away, fresh_directory


@pytest.fixture
def server() -> Iterator[EmbeddedPostgres]:
    directory = fresh_directory()
    server = EmbeddedPostgres(directory / "a folder, with spaces")
    yield server
    server.stop()
    clear_away(directory)


def postmaster(server: EmbeddedPostgres) -> int:
    return int((server.data / "postmaster.pid").read_text().split("\n", 1)[0])


def test_a_server_starts_below_a_path_with_spaces_and_has_the_two_roles(server: EmbeddedPostgres) -> None:
    server.start()

    roles = server.execute("SELECT rolname, rolsuper, rolcreatedb FROM pg_roles WHERE rolname LIKE 'polku%' ORDER BY 1")
    assert roles.split() == ["polku_app|f|f", "polku_owner|f|f"]
    assert server.execute("SHOW server_version").startswith("18")
    assert server.execute("SHOW listen_addresses").strip() == ""
    assert server.socket.stat().st_mode & 0o077 == 0


def test_a_server_that_was_killed_starts_again_with_its_rows(server: EmbeddedPostgres) -> None:
    server.start()
    server.create_database("kept")
    server.execute("CREATE TABLE kept AS SELECT 7 AS number", "kept")
    where = ["-h", str(server.socket), "-U", OWNER, "-d", "kept"]
    busy = subprocess.Popen([binaries() / "psql", *where, "-c", "SELECT pg_sleep(60)"], stderr=subprocess.DEVNULL)
    os.kill(postmaster(server), signal.SIGKILL)

    server.start()
    busy.wait(30)

    assert server.execute("SELECT number FROM kept", "kept").strip() == "7"


def test_a_stale_lock_whose_number_belongs_to_another_program_does_not_stop_the_start(server: EmbeddedPostgres) -> None:
    server.start()
    lock = server.data / "postmaster.pid"
    os.kill(postmaster(server), signal.SIGKILL)
    _dead, rest = lock.read_text().split("\n", 1)
    lock.write_text(f"{os.getpid()}\n{rest}")

    assert not server.is_running()
    server.start()

    assert server.is_running()
    assert postmaster(server) != os.getpid()


def test_a_server_that_outlived_its_parent_is_adopted(server: EmbeddedPostgres) -> None:
    server.start()
    process = postmaster(server)

    EmbeddedPostgres(server.directory).start()

    assert postmaster(server) == process


def test_a_first_start_that_was_interrupted_begins_anew(server: EmbeddedPostgres) -> None:
    server.data.mkdir(parents=True)
    (server.data / "half a file").write_text("…")

    server.start()

    assert server.is_running()
    assert not (server.data / "half a file").exists()


def test_stopping_leaves_neither_process_nor_socket_and_may_be_repeated(server: EmbeddedPostgres) -> None:
    server.start()
    process = postmaster(server)

    server.stop()
    server.stop()

    assert not server.socket.exists()
    assert not (server.data / "postmaster.pid").exists()
    state = Path(f"/proc/{process}/stat")
    assert not state.exists() or " Z " in state.read_text()


def test_an_error_of_a_statement_is_raised_with_what_postgresql_said(server: EmbeddedPostgres) -> None:
    server.start()

    with pytest.raises(EmbeddedPostgresFailed, match="nowhere"):
        server.execute("SELECT * FROM nowhere")


def test_binaries_below_a_closed_folder_are_copied_to_where_everybody_can_read(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    package, libraries = closed / "embedded_postgres", closed / "embedded_postgres.libs"
    (package / "pginstall").mkdir(parents=True)
    (package / "pginstall" / "postgres").write_text("a program")
    libraries.mkdir()
    closed.chmod(0o700)
    opened = fresh_directory()

    copied = readable_copy(package, opened)

    assert not is_open_to_all(package)
    assert is_open_to_all(copied / "pginstall")
    assert (copied / "pginstall" / "postgres").read_text() == "a program"
    assert (copied.parent / "embedded_postgres.libs").is_dir()
    assert readable_copy(package, opened) == copied
    assert SERVERS in str(opened)
    clear_away(opened)
