"""
`python -m bench.long_texts <address> [<bearer token>]`: what long texts cost a running service, as a table in Markdown.

Each text is sent to the log-in form, without any account, and with a token to a search; meanwhile `/healthz` is asked
again and again: the longest of its answers is how long everybody else waited.
"""

import asyncio
import html
import re
import sys
import time
from typing import Any

import httpx2

MARKS, LETTERS, WORDS = "a" + "\u0301\u0323" * 500_000, "x" * 1_000_000, "sana " * 200_000
KINDS = {"combining marks": MARKS, "letters": LETTERS, "words": WORDS}
SIZES = (100, 1_000, 10_000, 60_000, 120_000, 960_000)
HIDDEN = re.compile(r'type="hidden" name="([^"]*)" value="([^"]*)"')
SEARCH = "query S($s: String) { clients(search: $s) { totalCount } }"


def text_of(kind: str, size: int) -> str:
    """Return a text with so many bytes."""
    return KINDS[kind].encode()[:size].decode("utf-8", "ignore")


async def longest_wait(client: httpx2.AsyncClient, address: str, done: asyncio.Event) -> float:
    """Return the longest time, in seconds, that somebody else waited."""
    longest = 0.0
    while not done.is_set():
        began = time.perf_counter()
        await client.get(f"{address}/healthz")
        longest = max(longest, time.perf_counter() - began)
        await asyncio.sleep(0.002)
    return longest


async def measured(client: httpx2.AsyncClient, address: str, sent: dict[str, Any]) -> tuple[str, float, float]:
    """Return the status, the seconds until the answer, and the longest wait of somebody else."""
    done, began = asyncio.Event(), time.perf_counter()
    waiting = asyncio.create_task(longest_wait(client, address, done))
    try:
        status = str((await client.post(timeout=600, **sent)).status_code)
    except httpx2.TransportError:  # refused while the rest was still being sent
        status = "cut off"
    took = time.perf_counter() - began
    done.set()
    return status, took, await waiting


async def main(address: str, token: str = "") -> None:
    """Measure and print."""
    print("| place | text | bytes | answer | ms | longest wait of others, ms |")
    print("|---|---|---:|---:|---:|---:|")
    async with httpx2.AsyncClient(headers={"origin": address}, follow_redirects=True) as client:
        page = (await client.get(f"{address}/auth/login")).text
        hidden = {name: html.unescape(value) for name, value in HIDDEN.findall(page)}
        for kind in KINDS:
            for size in SIZES:
                text = text_of(kind, size)
                form: dict[str, Any] = {
                    "url": f"{address}/provider/authorize",
                    "data": {**hidden, "username": text, "password": text},
                }
                asked: dict[str, Any] = {
                    "url": f"{address}/graphql",
                    "json": {"query": SEARCH, "variables": {"s": text}},
                    "headers": {"authorization": f"Bearer {token}"},
                }
                for place, sent in [("log-in form", form), *([("search", asked)] if token else [])]:
                    status, took, lag = await measured(client, address, sent)
                    print(f"| {place} | {kind} | {size:,} | {status} | {took * 1e3:.1f} | {lag * 1e3:.1f} |")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
