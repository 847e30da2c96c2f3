"""`run.py drill`: one trouble after another, while good clients write; what was lost, doubled, and how long it took."""

import asyncio
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager, ExitStack
from dataclasses import dataclass
from functools import partial

import httpx2
import typer
from rich.console import Console
from rich.table import Table

from service.database.connections import connect
from service.development.drills.cluster import DATABASE as CLUSTER_DATABASE
from service.development.drills.cluster import Cluster, cluster
from service.development.drills.fail_over import CLUSTER_TROUBLES, PROGRAMS, ClusterTrouble, has_cluster
from service.development.drills.installation import (
    ScratchInstallation,
    prepared,
    scratch_directory,
    scratch_server,
    wait_until,
)
from service.development.drills.troubles import NAMES, PROVIDER_GONE, TROUBLES, Provider, Trouble
from service.development.drills.witness import Witness
from service.development.drills.writers import Writers, counted

BEFORE_SECONDS, AFTER_SECONDS = 2.0, 3.0
RECOVERY_SECONDS = 120.0
DISK_FULL, SMALL_DISK = "disk-full", "400m"
LEFT_OUT = "disk-full needs root and `mount`, for a small disk of its own: it is left out here"
CLUSTER_LEFT_OUT = f"a cluster needs root and {', '.join(PROGRAMS)}: its drills are left out here"
DRILLS = (*NAMES, *CLUSTER_TROUBLES)
GROUPS = {"all": DRILLS, "fail-over": tuple(CLUSTER_TROUBLES)}
_WAITING = "SELECT count(*) FROM outbox WHERE dispatched_at IS NULL"


class DrillFailed(Exception):
    """The installation did not come back after a drill, or could not be made."""

    code = "DRILL_FAILED"


@dataclass(frozen=True)
class Outcome:
    """What one drill showed."""

    name: str
    acknowledged: int
    lost: int
    doubled: int
    retries: int
    unknown: int
    longest_gap: float
    events_waiting: int
    slowest_readyz: float
    readyz: Sequence[tuple[float, str]]
    refused: Sequence[str]

    @property
    def is_good(self) -> bool:
        """Whether nothing that was acknowledged is lost, nothing is doubled, and nothing was refused."""
        return not (self.lost or self.doubled or self.refused or self.events_waiting)


async def drilled(it: ScratchInstallation, name: str, trouble: Trouble, seconds: float) -> Outcome:
    """
    Return what happened to the writers of an installation while it was in trouble for so many seconds.

    :raises DrillFailed: when nothing is acknowledged any more afterwards
    """
    writers = Writers(it, leaves_early=name == "client-gone")
    witness = Witness(it.address, it.tls)
    tasks = [asyncio.create_task(writers.write()), asyncio.create_task(witness.look())]
    await asyncio.sleep(BEFORE_SECONDS)
    async with trouble(it):
        await asyncio.sleep(seconds)
    known = len(writers.acknowledged_at)
    await _recovered(writers, known, name)
    await asyncio.sleep(AFTER_SECONDS)
    writers.is_over = witness.is_over = True
    await asyncio.gather(*tasks)
    found = await counted(writers)
    return Outcome(
        name,
        len(writers.acknowledged_at),
        found.lost,
        found.doubled,
        writers.retries,
        writers.unknown,
        writers.longest_gap,
        await _events_waiting(it),
        witness.slowest,
        witness.seen,
        writers.refused,
    )


async def _recovered(writers: Writers, known: int, name: str) -> None:
    """Wait until every writer was answered again."""
    for _ in range(int(RECOVERY_SECONDS * 10)):
        if len(writers.acknowledged_at) >= known + writers.number or writers.refused:
            return
        await asyncio.sleep(0.1)
    raise DrillFailed(f"{name}: nothing is acknowledged {RECOVERY_SECONDS:.0f} s after the trouble ended")


async def _events_waiting(it: ScratchInstallation) -> int:
    """Return how many events still wait once the worker has had its time: a worker that works leaves none."""
    connection = await connect(it.settings.owner_url)
    try:
        for _ in range(int(RECOVERY_SECONDS)):
            if not (waiting := int(await connection.fetchval(_WAITING))):
                return 0
            await asyncio.sleep(1)
        return waiting
    finally:
        await connection.close()


def run_installation(
    names: Sequence[str], seconds: float, provider: Provider | None, size: str | None
) -> list[Outcome]:
    """Return the outcomes of drills on one scratch installation, which is made for them and removed."""
    troubles = {name: provider.gone if provider and name == PROVIDER_GONE else TROUBLES[name] for name in names}
    with ExitStack() as stack:
        directory = stack.enter_context(scratch_directory(size))
        server = stack.enter_context(scratch_server(directory))
        it = asyncio.run(prepared(directory, server, provider.issuer if provider else ""))
        return _outcomes(it, troubles, seconds)


def run_cluster(names: Sequence[str], seconds: float) -> list[Outcome]:
    """Return the outcomes of drills on a scratch installation whose database is a cluster of three machines."""
    with ExitStack() as stack:
        directory = stack.enter_context(scratch_directory(None))
        found = stack.enter_context(cluster(directory))
        it = asyncio.run(prepared(directory, found, database=CLUSTER_DATABASE))
        troubles = {name: partial(_of_cluster, CLUSTER_TROUBLES[name], found) for name in names}
        return _outcomes(it, troubles, seconds)


def _of_cluster(trouble: ClusterTrouble, found: Cluster, _it: ScratchInstallation) -> AbstractAsyncContextManager[None]:
    return trouble(found)


def _outcomes(it: ScratchInstallation, troubles: Mapping[str, Trouble], seconds: float) -> list[Outcome]:
    """Start service and worker, and return what happened in each trouble."""
    try:
        it.start("serve")
        it.start("worker")
        if not wait_until(lambda: _is_ready(it)):
            log = it.log("serve").read_text("utf-8")
            raise DrillFailed(f"the scratch installation does not start: {log[-1000:]}")
        return [asyncio.run(drilled(it, name, trouble, seconds)) for name, trouble in troubles.items()]
    finally:
        it.stop()


def _is_ready(it: ScratchInstallation) -> bool:
    try:
        return httpx2.get(f"{it.address}/readyz", timeout=10).status_code == 200
    except httpx2.HTTPError:
        return False


def run_drills(names: Sequence[str], seconds: float) -> list[Outcome]:
    """Return the outcomes of drills; those that need an installation of another kind get one."""
    usual = [name for name in names if name in TROUBLES and name != DISK_FULL]
    outcomes = run_installation(usual, seconds, None, None) if usual else []
    if PROVIDER_GONE in names:
        outcomes += run_installation([PROVIDER_GONE], seconds, Provider(), None)
    if DISK_FULL in names and has_small_disk():
        outcomes += run_installation([DISK_FULL], seconds, None, SMALL_DISK)
    of_cluster = [name for name in names if name in CLUSTER_TROUBLES]
    if of_cluster and has_cluster():
        outcomes += run_cluster(of_cluster, seconds)
    return outcomes


def has_small_disk() -> bool:
    """Return whether this user may mount a small disk."""
    return os.geteuid() == 0 and shutil.which("mount") is not None


def drill_command(name: str, seconds: float) -> None:
    """Run a drill, or all of them, and print its table; exit with 1 when something was lost, doubled or refused."""
    console = Console()
    if name not in (*DRILLS, *GROUPS):
        raise typer.BadParameter(f"say one of: {', '.join((*GROUPS, *DRILLS))}")
    names = GROUPS.get(name, (name,))
    missing = _impossible(names)
    for sentence in sorted(set(missing.values())):
        console.print(f"[yellow]{sentence}[/yellow]")
    if set(names) <= set(missing):
        raise typer.Exit(2)
    try:
        outcomes = run_drills(names, seconds)
    except DrillFailed as failed:
        console.print(f"[red]{failed}[/red]", highlight=False)
        raise typer.Exit(1) from None
    console.print(table_of(outcomes))
    for outcome in outcomes:
        said = "; ".join(f"{at:.1f} s {text}" for at, text in outcome.readyz)
        console.print(f"{outcome.name}: /readyz said {said}; its slowest answer took {outcome.slowest_readyz:.1f} s")
        if outcome.refused:
            console.print(f"[red]{outcome.name}: refused: {', '.join(outcome.refused)}[/red]")
    if not all(outcome.is_good for outcome in outcomes):
        raise typer.Exit(1)


def _impossible(names: Sequence[str]) -> dict[str, str]:
    """Return the drills that cannot be had here, each with the sentence that says so."""
    found = {DISK_FULL: LEFT_OUT} if not has_small_disk() else {}
    found |= {} if has_cluster() else dict.fromkeys(CLUSTER_TROUBLES, CLUSTER_LEFT_OUT)
    return {name: sentence for name, sentence in found.items() if name in names}


def table_of(outcomes: Sequence[Outcome]) -> Table:
    """Return the table of the outcomes."""
    columns = ("drill", "acknowledged", "lost", "doubled", "asked again", "unknown", "longest gap", "events left")
    table = Table(*columns)
    for one in outcomes:
        counts = (one.acknowledged, one.lost, one.doubled, one.retries, one.unknown)
        table.add_row(one.name, *map(str, counts), f"{one.longest_gap:.1f} s", str(one.events_waiting))
    return table
