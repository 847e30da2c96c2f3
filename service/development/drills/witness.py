"""What `/readyz` says while a drill goes on: each answer that differs from the one before, with its time."""

import asyncio
import ssl
import time
from dataclasses import dataclass, field

import httpx2

INTERVAL_SECONDS = 0.5
PATIENCE_SECONDS = 30.0  # `/readyz` must answer long before


@dataclass
class Witness:
    """Asks `/readyz` again and again, and keeps what changed."""

    address: str
    tls: ssl.SSLContext | bool = True
    seen: list[tuple[float, str]] = field(default_factory=list)
    slowest: float = 0.0
    is_over: bool = False

    async def look(self) -> None:
        """Ask until `is_over`."""
        began = time.monotonic()
        async with httpx2.AsyncClient(timeout=PATIENCE_SECONDS, verify=self.tls) as http:
            while not self.is_over:
                asked = time.monotonic()
                said = await self._said(http)
                self.slowest = max(self.slowest, time.monotonic() - asked)
                if not self.seen or self.seen[-1][1] != said:
                    self.seen.append((asked - began, said))
                await asyncio.sleep(INTERVAL_SECONDS)

    async def _said(self, http: httpx2.AsyncClient) -> str:
        try:
            answer = await http.get(f"{self.address}/readyz")
            state = answer.json()
        except httpx2.TimeoutException:
            return "no answer in time"
        except (httpx2.HTTPError, ValueError):
            return "not reachable"
        bad = [f"{part} {verdict}" for part, verdict in state.items() if verdict in ("failing", "late")]
        parts = [text for text in bad if not text.startswith("status ")]
        return f"{answer.status_code} {state['status']}" + (f" ({', '.join(parts)})" if parts else "")
