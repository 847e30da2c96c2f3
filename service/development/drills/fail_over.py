"""What a drill does to the primary of a cluster while the writers write; each ends with the cluster whole again."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial

from service.development.drills.cluster import Cluster
from service.development.drills.machines import Machine

ClusterTrouble = Callable[[Cluster], AbstractAsyncContextManager[None]]
PROGRAMS = ("ip", "etcd", "setpriv")


def has_cluster() -> bool:
    """Return whether this user may make machines, and has what runs on them."""
    return os.geteuid() == 0 and all(map(shutil.which, PROGRAMS))


@asynccontextmanager
async def killed_primary(cluster: Cluster) -> AsyncIterator[None]:
    """Kill everything on the primary's machine; it comes back when another one has worked for a while."""
    lost = await asyncio.to_thread(cluster.primary)
    await asyncio.to_thread(lost.kill)
    await asyncio.to_thread(partial(cluster.primary, besides=lost))
    yield
    await asyncio.to_thread(cluster.start)


@asynccontextmanager
async def cut_off_primary(cluster: Cluster) -> AsyncIterator[None]:
    """Pull the cable of the primary's machine, where everything goes on; put it back when another one has worked."""
    lost: Machine = await asyncio.to_thread(cluster.primary)
    lost.cut_off()
    try:
        await asyncio.to_thread(partial(cluster.primary, besides=lost))
        yield
    finally:
        lost.reconnect()
    await asyncio.to_thread(cluster.wait_until_whole)


@asynccontextmanager
async def switched_over(cluster: Cluster) -> AsyncIterator[None]:
    """Make another machine the primary, as before maintenance."""
    await asyncio.to_thread(cluster.switch_over)
    yield
    await asyncio.to_thread(cluster.wait_until_whole)


CLUSTER_TROUBLES: Mapping[str, ClusterTrouble] = {
    "primary-killed": killed_primary,
    "primary-cut-off": cut_off_primary,
    "switch-over": switched_over,
}
