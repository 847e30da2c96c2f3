"""On what it was measured: programs with their versions, and the machine."""

import os
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from bench.results.tables import Table

PACKAGES = (
    "uvicorn",
    "uvloop",
    "httptools",
    "starlette",
    "asyncpg",
    "strawberry-graphql",
    "graphql-core",
    "tortoise-orm",
)


def processor() -> str:
    """Return the model of the processor as the kernel calls it, or its architecture."""
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def table_of_versions(postgresql: str, load: str, peers: Mapping[str, str]) -> Table:
    """Return what measured and what was measured; `load` is the load generator, `peers` the versions of theirs."""
    kernel = f"{platform.system()} {platform.release().partition('-')[0]}"
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    found = {
        "machine": f"{os.cpu_count()} cores of {processor()}, {memory:.0f} GB, {kernel}",
        "load": load,
        "PostgreSQL": postgresql,
        "Python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
        **peers,
    }
    return Table("Measured with", ["what", "version"], [[name, told] for name, told in found.items()])
