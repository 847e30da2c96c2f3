"""Directories of the database servers of test runs: made, and cleared away after runs that were killed."""

import os
import shutil
import tempfile
from fcntl import LOCK_EX, flock
from pathlib import Path

from service.database.embedded_postgres import EmbeddedPostgres

SERVERS = "polku-test-"
# Where files are memory a new database takes a fiftieth of a second, on a disk up to a third; a run needs a gigabyte.
MEMORY, ROOM = Path("/dev/shm"), 4 << 30


def clear_leftovers() -> None:
    """Clear away what killed runs left; one run at a time, for several may begin at once."""
    usual = Path(tempfile.gettempdir())
    with (usual / f"polku-tests-{os.getuid()}.lock").open("w") as lock:
        flock(lock, LOCK_EX)  # until the file is closed, by whatever end
        for leftover in [path for place in {MEMORY, usual} for path in place.glob(f"{SERVERS}*")]:
            if not is_alive(int(leftover.name.removeprefix(SERVERS).split("-")[0])):
                clear_away(leftover)


def fresh_directory() -> Path:
    """Return a new directory of this run; open, because a server of root runs as nobody, who must walk there."""
    has_room = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    directory = Path(tempfile.mkdtemp(prefix=f"{SERVERS}{os.getpid()}-", dir=MEMORY if has_room else None))
    directory.chmod(0o755)
    return directory


def is_alive(process: int) -> bool:
    """Tell whether the test run with this number still runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def clear_away(directory: Path) -> None:
    """Stop the server below `directory` and remove its files."""
    EmbeddedPostgres(directory).stop()
    shutil.rmtree(directory)
