"""An installation in production mode from an empty database, as its operator and its people use it."""

import os
import re
import secrets
import subprocess
import sys
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import httpx2
import pyotp
from starlette.applications import Starlette
from tortoise.connection import get_connection

from auth.accounts.viewer_loading import viewer_of_account
from auth.viewer import Viewer
from service.app import create_app
from service.backups.restoring import database_url_named
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.settings import BACKUP_KEY, ROOT, SECRETS, Settings
from service.settings_loading import load_settings
from tests.support.login.form_browser import FormBrowser
from tests.support.login.second_factor_browser import secret_of
from tests.support.organisation import SampleOrganisation

PUBLIC_URL = "https://polku.example.org"


@dataclass
class InstalledService:
    """The settings of the installation and what its commands printed."""

    settings: Settings
    given: Mapping[str, str]

    def command(self, *arguments: str, code: int = 0) -> str:
        """Run a command of run.py in a process of its own, and return what it printed."""
        command = [sys.executable, "-m", "service.commands.cli", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment(), capture_output=True, text=True, check=False, timeout=300
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def environment(self) -> dict[str, str]:
        """Return the environment of a process of this installation."""
        ours = {name: value for name, value in os.environ.items() if not name.startswith("POLKU_")}
        return ours | {"COLUMNS": "200"} | {f"POLKU_{name.upper()}": text for name, text in self.given.items()}

    @asynccontextmanager
    async def served(self) -> AsyncIterator[Starlette]:
        """Serve the application, inside this process, at its public address."""
        app = create_app(self.settings)
        async with app.router.lifespan_context(app):
            yield app


def empty_installation(postgres: EmbeddedPostgres, directory: Path) -> InstalledService:
    """Return an installation with keys of its own and an empty database; nothing of it was migrated."""
    name = f"installed_{secrets.token_hex(8)}"
    given = {
        "mode": "production",
        "database_url": postgres.create_database(name),
        "owner_database_url": postgres.url(name, OWNER),
        "public_url": PUBLIC_URL,
        "embedded_provider": "true",
        "state_dir": str(directory),
        "metrics_port": "0",
        "artificial_identity_codes": "true",
        **{name: _secret(name) for name in (*SECRETS, BACKUP_KEY)},
    }
    return InstalledService(load_settings(**given), given)


def restored_as(installed: InstalledService, name: str) -> InstalledService:
    """Return the same installation on another database of the same server."""
    urls = {key: database_url_named(installed.given[key], name) for key in ("database_url", "owner_database_url")}
    given = {**installed.given, **urls}
    return InstalledService(load_settings(**given), given)


def _secret(name: str) -> str:
    key = urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=")
    return f"1:{key}" if name.endswith("_key") else key


@dataclass
class Person:
    """Somebody with a browser, a telephone and a password."""

    app: Starlette
    username: str
    browser: FormBrowser = field(default_factory=FormBrowser)
    password: str = ""
    device: str = ""

    def __post_init__(self) -> None:
        """Lead the browser to the service inside this process."""
        self.password = f"harmaa-{self.username}-sade-sillalla"
        number = sum(map(ord, self.username)) % 250 + 1  # everybody has an address of one's own, as limits see it
        transport = httpx2.ASGITransport(app=self.app, client=(f"192.0.2.{number}", 40_000))
        self.browser.http = httpx2.AsyncClient(transport=transport, follow_redirects=False)

    async def accept(self, link: str) -> httpx2.Response:
        """Take the account behind a link into use, and log in for the first time; return the page at the end."""
        page = await self.browser.open(link)
        chosen = {"username": self.username, "new": self.password, "again": self.password}
        page = await self.browser.submit(page, **chosen)
        return await self._through(await self.browser.submit(page, username=self.username, password=self.password))

    async def _through(self, page: httpx2.Response) -> httpx2.Response:
        """Set up a device where that is asked for, and accept the undertaking."""
        if 'id="secret"' in page.text:
            self.device = secret_of(page)
            page = await self.browser.submit(page, code=pyotp.TOTP(self.device).now())
            page = await self.browser.submit(page)  # the recovery codes are saved
        if urlsplit(str(page.url)).path == "/auth/undertaking":
            page = await self.browser.submit(page)
        return page

    async def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """Return the data of an answer in the person's own session."""
        session = (await self.browser.step(f"{PUBLIC_URL}/auth/session")).json()
        answer = await self.browser.http.post(
            f"{PUBLIC_URL}/graphql",
            json={"query": query, "variables": variables},
            headers={"origin": PUBLIC_URL, "x-csrf-token": session["csrfToken"]},
        )
        found = answer.json()
        assert "errors" not in found, found
        return dict(found["data"])


def links_in(printed: str) -> list[str]:
    """Return the links that a command printed, in their order."""
    return re.findall(r"https://\S+/auth/\S+", printed)


@dataclass
class InstalledOrganisation(SampleOrganisation):
    """The organisation of an installation; its people are known by the ids of their accounts."""

    accounts: dict[str, UUID] = field(default_factory=dict)

    async def viewer(self, name: str, scopes: frozenset[str] | None = None) -> Viewer:
        """Return a person as the own session would have it, at the organisation's moment."""
        found = await viewer_of_account(self.accounts[name], self.now, get_connection("default"))
        assert found is not None, f"{name} is not let in"
        del scopes
        return found

    def at(self, moment: datetime) -> None:
        """Let the clock stand at a moment."""
        self.now = moment
