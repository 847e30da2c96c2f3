"""Writers as good clients are: a key for each command, the same again until it is answered; and what became of it."""

import asyncio
import time
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from uuid import uuid4

import httpx2

from service.database.connections import connect
from service.development.drills.installation import ScratchInstallation

PAUSES = (0.25, 0.5, 1.0, 2.0)  # seconds between attempts; shorter than a client's, so that a drill takes no minutes
ANSWER_SECONDS = 15.0
_CREATE = """mutation C($i: CreateClientInput!, $k: String) { createClient(input: $i, idempotencyKey: $k) {
  client { id revision } errors { code } } }"""
_UPDATE = """mutation U($i: UpdateClientInput!, $k: String) { updateClient(input: $i, idempotencyKey: $k) {
  client { id revision } errors { code } } }"""
_FOUND = """
SELECT count(*) FILTER (WHERE n = 0) AS lost, count(*) FILTER (WHERE n > 1) AS doubled
FROM (SELECT w.name, count(c.id) AS n FROM unnest($1::text[]) w(name)
 LEFT JOIN client c ON c.first_names = w.name GROUP BY 1) s
"""
_CHANGED = """
SELECT count(*) FILTER (WHERE n = 0) AS lost, count(*) FILTER (WHERE n > 1) AS doubled
FROM (SELECT w.name, count(h.id) AS n FROM unnest($1::text[]) w(name)
 LEFT JOIN client c ON c.first_names = w.name AND c.email = w.name || '@example.org'
 LEFT JOIN history h ON h.object_id = c.id AND h.action = 'UPDATE' GROUP BY 1) s
"""


class WriteRefused(Exception):
    """The service refused a command of a drill; a retry would not help."""

    code = "DRILL_WRITE_REFUSED"


@dataclass
class Writers:
    """Several writers beside each other, and what they were told."""

    installation: ScratchInstallation
    number: int = 4
    leaves_early: bool = False  # every other request is abandoned before its answer, and asked again
    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    acknowledged_at: list[float] = field(default_factory=list)
    retries: int = 0
    reasons: list[str] = field(default_factory=list)  # why an answer was none, for each retry but of those that left
    unknown: int = 0
    refused: list[str] = field(default_factory=list)
    is_over: bool = False
    began_at: float = field(default_factory=time.monotonic)

    @property
    def longest_gap(self) -> float:
        """The longest time, in seconds, in which none of the writers got an answer, from their beginning on."""
        moments = sorted((self.began_at, *self.acknowledged_at))
        return max((later - earlier for earlier, later in pairwise(moments)), default=0.0)

    async def write(self) -> None:
        """Write until `is_over`; whoever waits for an answer then waits until it comes."""
        limits = httpx2.Limits(max_connections=2 * self.number)
        async with httpx2.AsyncClient(
            timeout=ANSWER_SECONDS, limits=limits, headers=self._headers(), verify=self.installation.tls
        ) as http:
            await asyncio.gather(*(self._write_one_after_another(http) for _ in range(self.number)))

    def _headers(self) -> dict[str, str]:
        return dict(self.installation.headers)

    async def _write_one_after_another(self, http: httpx2.AsyncClient) -> None:
        try:
            while not self.is_over:
                name = f"Drill{uuid4().hex}"
                given = {
                    "firstNames": name,
                    "lastName": "Drill",
                    "unitId": self.installation.unit,
                    "safetyRestriction": False,
                }
                client = await self._answered(http, "createClient", _CREATE, given)
                self.created.append(name)
                changed = {"id": client["id"], "revision": client["revision"], "email": f"{name.lower()}@example.org"}
                await self._answered(http, "updateClient", _UPDATE, changed)
                self.updated.append(name)
        except WriteRefused as refused:
            self.refused.append(str(refused))

    async def _answered(self, http: httpx2.AsyncClient, field_: str, query: str, given: dict[str, Any]) -> Any:
        """Return the object of a command, asked with one key until it is answered."""
        body = {"query": query, "variables": {"i": given, "k": uuid4().hex}}
        attempt = 0
        if self.leaves_early:
            await self._leave(http, body)
        while True:
            try:
                answer = await http.post(f"{self.installation.address}/graphql", json=body)
                found = answer.json()
                reason = f"{answer.status_code} {answer.text[:300]}"
            except (httpx2.HTTPError, ValueError) as error:
                found, reason = {}, repr(error)
            payload = (found.get("data") or {}).get(field_) or {"errors": [], "client": None}
            if payload["errors"]:
                raise WriteRefused(", ".join(error["code"] for error in payload["errors"]))
            if payload["client"] is not None:  # otherwise not done, or SAVED_NOT_SHOWN: the same key shows it
                self.acknowledged_at.append(time.monotonic())
                return payload["client"]
            self._note(found, reason)
            await asyncio.sleep(PAUSES[min(attempt, len(PAUSES) - 1)])
            attempt += 1

    def _note(self, found: dict[str, Any], reason: str) -> None:
        codes = {error.get("extensions", {}).get("code") for error in found.get("errors", ())}
        self.retries += 1
        self.reasons.append(reason)
        self.unknown += "OUTCOME_UNKNOWN" in codes

    async def _leave(self, http: httpx2.AsyncClient, body: dict[str, Any]) -> None:
        """Send a request and go away before its answer."""
        try:
            async with asyncio.timeout(0.01):
                await http.post(f"{self.installation.address}/graphql", json=body)
        except (TimeoutError, httpx2.HTTPError):
            self.retries += 1


@dataclass(frozen=True)
class Counted:
    """How many acknowledged writes are not in the database, and how many are there more than once."""

    lost: int
    doubled: int


async def counted(writers: Writers) -> Counted:
    """Return what the database has of what the writers were told is done."""
    connection = await connect(writers.installation.settings.owner_url)
    try:
        made = await connection.fetchrow(_FOUND, writers.created)
        changed = await connection.fetchrow(_CHANGED.replace("w.name ||", "lower(w.name) ||"), writers.updated)
    finally:
        await connection.close()
    rows = [row for row in (made, changed) if row is not None]
    return Counted(sum(row["lost"] for row in rows), sum(row["doubled"] for row in rows))
