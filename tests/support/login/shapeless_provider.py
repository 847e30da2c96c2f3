"""A provider that answers whatever a test gives it, and every shape that a member of JSON can have."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
from joserfc import jws
from joserfc.jwk import ECKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from service.settings import Settings
from service.settings_loading import load_settings
from tests.support.login.identity_service import MovableClock, free_port, identity_application, served

SHAPES: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    10**400,
    1e308,
    float("nan"),
    float("inf"),
    "",
    "x",
    "a\0b",
    "\ud800",
    "\u202e",
    "x" * 3000,
    [],
    [[]],
    [None, 1, {}],
    {},
    {"a": {"b": [1]}},
    [[[[[[[["deep"]]]]]]]],
]
BODIES = [
    b"",
    b"null",
    b"5",
    b"[]",
    b'"text"',
    b"{}",
    b"\xff\xfe\xfa",
    b"{",
    b"[" * 100_000,
    b'{"keys":' + b"[" * 100_000,
    b'{"issuer":' + b"9" * 5000 + b"}",
    b" " * 1_100_000 + b"{}",
]


def signed_json(header: dict[str, Any], claims: Any, key: ECKey) -> str:
    """Return a signed token of any JSON; half a surrogate pair is written as an escape."""
    return jws.serialize_compact(header, json.dumps(claims).encode(), key)


@dataclass
class ShapelessProvider:
    """The provider. `bodies` are answers to a path in place of the right ones."""

    port: int = field(default_factory=free_port)
    key: ECKey = field(default_factory=lambda: ECKey.generate_key("P-256", {"kid": "one", "alg": "ES256"}))
    bodies: dict[str, bytes] = field(default_factory=dict)

    @property
    def issuer(self) -> str:
        """The issuer."""
        return f"http://127.0.0.1:{self.port}"

    def discovery(self) -> dict[str, Any]:
        """Return the right discovery document."""
        paths = {"authorization_endpoint": "auth", "token_endpoint": "token", "jwks_uri": "jwks"}
        paths["end_session_endpoint"] = "end"
        return {"issuer": self.issuer, **{name: f"{self.issuer}/{path}" for name, path in paths.items()}}

    def jwks(self) -> dict[str, Any]:
        """Return the right keys."""
        return {"keys": [self.key.as_dict(private=False)]}

    def signed(self, claims: Any, kind: str) -> str:
        """Return a token with a right signature, whatever its claims are."""
        return signed_json({"alg": "ES256", "kid": "one", "typ": kind}, claims, self.key)

    def application(self) -> Starlette:
        """Return the application that answers."""

        async def answer(request: Request) -> Response:
            right = {"/.well-known/openid-configuration": self.discovery(), "/jwks": self.jwks()}
            path = request.url.path
            body = self.bodies.get(path, json.dumps(right.get(path, {})).encode())
            return Response(body, media_type="application/json")

        return Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "POST"])])


@dataclass
class TrustingService:
    """A service that trusts the provider, a clock, and a browser."""

    settings: Settings
    provider: ShapelessProvider
    clock: MovableClock
    http: httpx2.AsyncClient

    @property
    def seconds(self) -> int:
        """The time of the service's clock."""
        return int(self.clock().timestamp())

    async def log_out(self, token: str) -> int:
        """Send a log-out token and return the status."""
        return (await self.http.post("/auth/backchannel-logout", data={"logout_token": token})).status_code

    async def who(self, token: str) -> int:
        """Ask with an access token and return the status."""
        headers = {"authorization": f"Bearer {token}"}
        return (await self.http.post("/who", json={}, headers=headers)).status_code


@asynccontextmanager
async def trusting_service(database: str, folder: Path) -> AsyncIterator[TrustingService]:
    """Serve an identity that trusts a shapeless provider, as long as the block lasts."""
    provider, clock, port = ShapelessProvider(), MovableClock(), free_port()
    settings = load_settings(
        mode="test", database_url=database, state_dir=folder, metrics_port=0, port=port, host="127.0.0.1",
        embedded_provider=False, oidc_issuer=provider.issuer, oidc_client_secret="secret-of-a-test-0123456789",
    )  # fmt: skip
    async with (
        served(provider.application(), provider.port),
        served(identity_application(settings, clock), port),
        httpx2.AsyncClient(base_url=settings.public_url) as http,
    ):
        yield TrustingService(settings, provider, clock, http)
