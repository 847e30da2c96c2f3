"""The service itself, as an installation runs it; only the limits per minute are raised, which the load would meet."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

from auth.sessions.csrf import CSRF_HEADER, CsrfGuard
from auth.tokens.random_tokens import token_digest
from bench.data import STATE, Person
from resolvers.reading.plan import Plan
from resolvers.reading.statement import Statement
from service.app import create_app
from service.settings import Settings
from service.settings_loading import load_settings

UNLIMITED = 1_000_000_000
WORKERS = 4  # of one parent, where memory is measured


def metrics_port(port: int) -> int:
    """Return the port of the metrics of a service that has them."""
    return port + 1


def settings(url: str, port: int, durability: str, state: Path = STATE, **more: Any) -> Settings:
    """Return the settings of the service under test."""
    given: dict[str, Any] = {
        "mode": "test",
        "database_url": url,
        "state_dir": state,
        "port": port,
        "metrics_port": 0,
        "allowed_hosts": "127.0.0.1",  # what the load generator asks for
        "disclosure_durability": durability,
        "address_requests_per_minute": UNLIMITED,
        "account_requests_per_minute": UNLIMITED,
    }
    return load_settings(**given | more)


def ours_app(url: str, port: int, mode: str) -> Starlette:
    """
    Return the service; mode `off` leaves out the disclosure row, which no setting of the product can do.

    Mode `streams` has metrics, which say what the change feed did.
    """
    if mode == "streams":
        return create_app(settings(url, port, "relaxed", metrics_port=metrics_port(port)))
    if mode == "off":
        leave_out_the_log()
    return create_app(settings(url, port, "strict" if mode == "strict" else "relaxed"))


def leave_out_the_log() -> None:
    """Have this process compile its statements without the disclosure row."""
    plan = Statement.plan

    def unlogged(self: Statement, others: list[str], order: tuple[str, ...]) -> Plan:
        self.subjects.clear()
        return plan(self, others, order)

    patched: Any = Statement  # changed in this process of the bench only
    patched.plan = unlogged


def headers(person: Person, port: int, url: str) -> dict[str, str]:
    """Return what a browser sends with the session of this person."""
    return {
        "cookie": f"session={person.session}",
        CSRF_HEADER: _guard(port, url).token(token_digest(person.session)),
        "sec-fetch-site": "same-origin",
        "accept": "application/json",
    }


@lru_cache
def _guard(port: int, url: str) -> CsrfGuard:
    given = settings(url, port, "strict")
    keys = given.keys("session_key")
    return CsrfGuard(tuple(keys[number] for number in sorted(keys, reverse=True)), given.public_url)
