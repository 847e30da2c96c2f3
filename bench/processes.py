"""What a process used of the machine: processor time and memory, as the kernel counts them."""

import os
from pathlib import Path


def cpu_seconds(process: int) -> float:
    """Return the processor time of the threads of a process, to the nanosecond; 0 when it is gone."""
    total = 0
    try:
        for thread in Path(f"/proc/{process}/task").iterdir():
            total += int((thread / "schedstat").read_text("utf-8").split()[0])
    except (FileNotFoundError, ProcessLookupError):
        return _ticks(process)
    return total / 1e9


def _ticks(process: int) -> float:
    """Return the processor time in ticks of a hundredth of a second, where the kernel has no finer count."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def database_seconds(postmaster: int) -> float:
    """Return the processor time of a database server and of its children, of those too that have ended."""
    total = cpu_seconds(postmaster) + _ended_children(postmaster)
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and parent(int(entry.name)) == postmaster:
            total += cpu_seconds(int(entry.name))
    return total


def _ended_children(process: int) -> float:
    """Return the processor time of the children of a process that have ended, in ticks."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


def parent(process: int) -> int:
    """Return the process that started another; 0 when it is gone."""
    try:
        return int(Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def family_megabytes(process: int) -> float:
    """Return the memory of a process and of its children together (PSS)."""
    children = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    family = [process, *(child for child in children if parent(child) == process)]
    return sum(map(proportional_megabytes, family))


def proportional_megabytes(process: int) -> float:
    """Return the memory of a process; what several share counts for each by its share (PSS)."""
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8")
    line = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
    return int(line.split()[1]) / 1024
