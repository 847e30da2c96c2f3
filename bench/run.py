"""
`run.py bench`: four queries and an update, the hand-written floor, the service and its peers, in one interleaved run.

Every contestant is a process of its own on the loopback; rounds go A B C A B C …, so that whatever else the machine
does hits all alike; the median of the rounds counts, and only ratios are compared with the targets.
"""

import argparse
import asyncio
import fcntl
import signal
import sys
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import uvloop
from rich.console import Console

from bench.data import ROLES, STATE, Size, running_server
from bench.day import day
from bench.documents import product_documents
from bench.measuring import Run, everything, larger
from bench.national import national
from bench.postgraphile import installation as postgraphile
from bench.queries import QUERIES
from bench.results.document import PICTURES, write
from bench.results.tables import show
from bench.streams import streams
from bench.wrk import wrk_version
from service.database.embedded_postgres import EmbeddedPostgres

QUICK, FULL = Size(5_000, 200_000), Size(50_000, 2_000_000)
console = Console()


def main(argv: Sequence[str]) -> None:
    """Measure as the arguments say, print the tables, and write them into the documents when asked to."""
    given = arguments().parse_args(list(argv))
    if given.peers:
        postgraphile.install()
    with only_run():
        server = running_server()
        try:
            uvloop.run(ended_politely(measured_and_told(server, given, argv)))
        except asyncio.CancelledError:
            sys.exit("Ended by a signal; nothing is left running.")
        finally:
            server.stop()


async def measured_and_told(server: EmbeddedPostgres, given: argparse.Namespace, argv: Sequence[str]) -> None:
    """Measure, print, and with `--write` replace the block of this kind of run in docs/bench.md."""
    run = Run(server, console, given.rounds, given.seconds, has_wrk=given.load == "wrk")
    queries = [query for query in QUERIES if not given.query or query.name in given.query]
    roles = given.role or list(ROLES)
    size = FULL if given.full else Size(given.clients, given.clients * 40)
    pictures: dict[str, str] = {}
    if given.ten:
        block, tables = "ten", await larger(run, size, Size(size.clients * 10, size.attendance * 10), queries, roles)
    elif given.national:
        large = national(given.scale)
        block, tables = "national", await larger(run, size, large, queries, roles)
        tables += await product_documents(run, large)
    elif given.streams:
        block, tables = "streams", await streams(server, size, max(given.seconds, 20.0), console)
    elif given.morning:
        from bench.morning import morning  # needs the browser's driver, which the other runs do not

        block, tables = "morning", await morning(server, size, console)
    elif given.day:
        block, tables = "day", await day(server, size, console)
    else:
        block = "queries"
        tables, pictures = await everything(run, size, queries, roles, has_peers=given.peers)
    for table in tables:
        show(console, table)
    if given.write:
        write(block, " ".join(["python3 run.py bench", *argv]), tables)
        for name, picture in pictures.items():
            (PICTURES / f"bench-{name}.svg").write_text(picture, "utf-8")


@contextmanager
def only_run() -> Iterator[None]:
    """Be the only benchmark of this folder: two would measure each other, and the first to end stop the server."""
    STATE.mkdir(parents=True, exist_ok=True)
    with (STATE / "bench.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit("Another benchmark of this folder is running.")
        yield


async def ended_politely(run: Coroutine[Any, Any, None]) -> None:
    """Let a polite kill end the run as an error does, so that contestants and server are ended too."""
    task = asyncio.ensure_future(run)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await task


def arguments() -> argparse.ArgumentParser:
    """Return what can be said on the command line."""
    parser = argparse.ArgumentParser("run.py bench", description=__doc__)
    parser.add_argument("--clients", type=int, default=QUICK.clients, help="size of the register; 40 days for each")
    parser.add_argument("--full", action="store_true", help="50,000 clients and 2 million days")
    parser.add_argument("--peers", action="store_true", help="PostGraphile too, with and without row-level security")
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--ten", action="store_true", help="the service on ten times the data against itself")
    kinds.add_argument(
        "--national", action="store_true", help="the service at 200,000 clients, and its slowest documents"
    )
    kinds.add_argument(
        "--streams", action="store_true", help="the change feed with 500 streams and 100 events a second"
    )
    kinds.add_argument(
        "--day", action="store_true", help="fifty coaches who record thirty people each at the same time"
    )
    kinds.add_argument(
        "--morning", action="store_true", help="a coach's morning in Chromium, and the size of the pages"
    )
    parser.add_argument("--scale", type=float, default=1.0, help="of the national register")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--seconds", type=float, default=2.0, help="of one contestant in one round; whole ones with wrk"
    )
    wrk = "wrk" if wrk_version() else "python"
    parser.add_argument("--load", choices=["wrk", "python"], default=wrk, help="who asks; wrk where it is installed")
    parser.add_argument("--role", choices=ROLES, action="append", help="as whom; default: all")
    parser.add_argument("--query", choices=[q.name for q in QUERIES], action="append", help="which; default: all")
    parser.add_argument("--write", action="store_true", help="replace the figures of this kind of run in docs/bench.md")
    return parser
