"""A service that trusts several certified providers, each as strict as its test wants it."""

from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
from joserfc.jwk import ECKey

from auth.tokens.client_key_renewal import renewed_client_keys
from models.account import Account
from service.app import create_app
from service.login.identity import Identity, identity
from service.resources import utc_now
from service.settings import Settings
from service.settings_loading import load_settings
from tests.support.login.form_browser import FormBrowser
from tests.support.login.identity_service import MovableClock, free_port, identity_application, served
from tests.support.login.npm_provider import certified_process, end_process
from tests.support.login.providers import PASSWORD, SECRET
from tests.support.organisation import STAMP

CLIENT_KEYS, _ = renewed_client_keys("", utc_now())  # RSA keys take a second to make
BY_KEY = {"token_endpoint_auth_method": "private_key_jwt", "token_endpoint_auth_signing_alg": "ES256"}
PUSHED = {"pushedAuthorizationRequests": {"enabled": True, "requirePushedAuthorizationRequests": True}}
SIGNED = {"requestObjects": {"enabled": True, "requireSignedRequestObject": True}}
ENCRYPTION = {"encryption": {"enabled": True}}
TITLES = {"fi": "Suomeksi {}", "sv": "På svenska {}", "en": "In English {}"}


def encrypted_by(algorithm: str, content: str = "A256GCM") -> dict[str, str]:
    """Return the part of a client's registration that has its ID tokens encrypted."""
    return {"id_token_encrypted_response_alg": algorithm, "id_token_encrypted_response_enc": content}


@dataclass
class Broker:
    """
    One certified provider. `rules` go into our table for it; `client`, `features` and `login` into its configuration.

    `login` is what its log-in page says of the means: level (acr) and means (amr).
    """

    name: str
    rules: Mapping[str, Any] = field(default_factory=dict)
    client: Mapping[str, Any] = field(default_factory=dict)
    features: Mapping[str, Any] = field(default_factory=dict)
    login: Mapping[str, Any] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: Process | None = None

    @property
    def issuer(self) -> str:
        """The issuer."""
        return f"http://127.0.0.1:{self.port}"

    def table(self) -> str:
        """Return the provider's table in the file of providers."""
        rules = {"issuer": self.issuer, "client_id": "polku-web", "kinds": ["STAFF"], **self.rules}
        rules |= {} if "token_endpoint_auth_method" in self.client else {"client_secret": SECRET}
        rules["title"] = {language: text.format(self.name) for language, text in TITLES.items()}
        return f"[{self.name}]\n" + "".join(f"{name} = {toml(value)}\n" for name, value in rules.items())

    async def start(self, settings: Settings) -> None:
        """Start the process."""
        key = ECKey.generate_key("P-256", {"kid": uuid4().hex, "alg": "ES256", "use": "sig"})
        self.process = await certified_process(
            {
                "port": self.port,
                "app": settings.public_url,
                "audience": settings.audience,
                "keys": [key.as_dict(private=True)],
                "agencyKey": key.as_dict(private=False),
                "secret": SECRET,
                "callback": f"/auth/callback/{self.name}",
                "client": self.client,
                "features": self.features,
                "login": self.login,
            }
        )

    async def stop(self) -> None:
        """Kill the process."""
        if self.process is not None:
            await end_process(self.process)


def toml(value: Any) -> str:
    """Return a value as TOML."""
    match value:
        case bool():
            return str(value).lower()
        case Mapping():
            return "{ " + ", ".join(f"{name} = {toml(one)}" for name, one in value.items()) + " }"
        case list() | tuple():
            return "[" + ", ".join(map(toml, value)) + "]"
        case _:
            return f'"{value}"'


class BrokeredService:
    """The served identity, its clock, and the browser's way through a broker."""

    def __init__(self, settings: Settings, clock: MovableClock) -> None:
        self.settings, self.clock, self.url = settings, clock, settings.public_url

    @property
    def identity(self) -> Identity:
        """The identity of the service, at its clock."""
        return identity(self.settings, self.clock)

    async def account(self, broker: Broker, username: str, **given: Any) -> Account:
        """Open an account for a person of the broker, who has accepted the undertaking."""
        values = {"kind": "STAFF", "name": username.title(), "undertaking_version": "2026-1", **given}
        values |= {"state": "ACTIVE", "undertaking_accepted_at": self.clock(), **STAMP}
        return await Account.create(issuer=broker.issuer, subject=username, **values)

    async def log_in(self, browser: FormBrowser, username: str, **query: str) -> httpx2.Response:
        """Log in and return the page at the end."""
        begin = str(httpx2.URL(f"{self.url}/auth/login", params={"next": "/auth/session", **query}))
        return await browser.log_in(begin, username, PASSWORD)


@asynccontextmanager
async def brokered_service(
    database: str, folder: Path, *brokers: Broker, is_whole: bool = False, **given: Any
) -> AsyncIterator[BrokeredService]:
    """
    Serve an identity that trusts these brokers, as long as the block lasts; the whole service with `is_whole`.

    Whatever else is given are settings.
    """
    port, file, clock = free_port(), folder / "providers.toml", MovableClock()
    file.write_text("\n".join(broker.table() for broker in brokers), "utf-8")
    values = {"embedded_provider": False, "client_keys": CLIENT_KEYS, "providers_file": file, **given}
    settings = load_settings(
        mode="test", database_url=database, state_dir=folder, metrics_port=0, port=port, host="127.0.0.1", **values
    )
    try:
        app = create_app(settings) if is_whole else identity_application(settings, clock)
        async with served(app, port, "on" if is_whole else "off"):
            for broker in brokers:
                await broker.start(settings)
            yield BrokeredService(settings, clock)
    finally:
        for broker in brokers:
            await broker.stop()
