"""The two providers every rule is tested against: the embedded one, and a certified one in a process of its own."""

from asyncio.subprocess import Process
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import httpx2
from joserfc.jwk import ECKey

from auth.provider import embedded
from auth.provider.signing_keys import rotate_keys
from auth.provider.users import ProviderPerson, create_user
from auth.tokens.random_tokens import token_digest
from models.front_end_client import FrontEndClient
from service.login.identity import identity
from service.settings import Settings
from tests.support.login.agency_clients import Registration, create_agency_client
from tests.support.login.forged_tokens import assertion
from tests.support.login.form_browser import FormBrowser
from tests.support.login.npm_provider import certified_process, end_process

AGENCY = UUID("0192f0c1-2b3a-7000-8000-00000000a9e1")
ADMINISTRATOR = UUID("0192f0c1-2b3a-7000-8000-00000000ad01")
PASSWORD = "sataa-vetta-harmaalla-sillalla"
SECRET = "a-secret-for-tests-0123456789abcdef0123456789"
FRONT_END = "http://127.0.0.1:1/front"
SCOPES = ("referrals:read", "referrals:write")


class EmbeddedProvider:
    """The embedded provider, served by the service under test."""

    name = "embedded"
    audience_parameter: str | None = None

    def __init__(self, settings: Settings, clock: Callable[[], datetime]) -> None:
        self.settings, self.clock = settings, clock
        self.issuer = settings.oidc_issuer
        self.agency_key = ECKey.generate_key("P-256", {"kid": "agency-1", "alg": "ES256", "use": "sig"})
        self.secret_client, self.secret, self.key_client = "", "", ""
        self.people: dict[str, str] = {}

    @property
    def inside(self) -> embedded.EmbeddedProvider:
        """The provider inside the service."""
        found = identity(self.settings, self.clock).provider
        assert found is not None
        return found

    async def start(self) -> None:
        """Register the two systems of the agency and the front end."""
        keys = {"keys": [self.agency_key.as_dict(private=False)]}
        with_secret = await create_agency_client(self._registration(None), ADMINISTRATOR, self.clock())
        with_key = await create_agency_client(self._registration(keys), ADMINISTRATOR, self.clock())
        assert with_secret.secret is not None
        assert with_key.secret is None
        self.secret_client, self.secret = with_secret.client.public_id, with_secret.secret
        self.key_client = with_key.client.public_id
        await self.register_front_end("front", is_confidential=True, secret_hash=token_digest(SECRET))

    async def register_front_end(self, public_id: str, **columns: Any) -> FrontEndClient:
        """Store a front end that returns to FRONT_END, with all scopes, unless `columns` say otherwise."""
        made: dict[str, Any] = {
            "state": "ACTIVE",
            "name": "Front end",
            "is_confidential": False,
            "redirect_uris": [FRONT_END],
            "scopes": ["register:read", "register:write", "offline_access"],
            "created_at": self.clock(),
            "created_by": ADMINISTRATOR,
            "modified_at": self.clock(),
            "modified_by": ADMINISTRATOR,
        }
        return await FrontEndClient.create(public_id=public_id, **{**made, **columns})

    def _registration(self, keys: dict[str, Any] | None) -> Registration:
        return Registration("System", AGENCY, self.issuer, SCOPES, jwks=keys)

    async def subject(self, username: str) -> str:
        """Return the subject of a person, who is created when there is none."""
        if username not in self.people:
            self.people[username] = (await create_user(username, PASSWORD, self.clock())).subject
        return self.people[username]

    async def rotate_keys(self) -> None:
        """Sign with a new key from now on."""
        await rotate_keys(self.inside.sealer, self.clock(), at_once=True)

    async def person(self, username: str) -> ProviderPerson:
        """Return a person as the provider names one."""
        return ProviderPerson(UUID(await self.subject(username)))

    async def log_out(self, browser: FormBrowser, username: str) -> None:
        """End all sessions of a person at the provider."""
        assert await self.inside.end_everywhere(await self.person(username), self.clock()) == []

    async def stop(self) -> None:
        """Do nothing: this provider ends with the service."""


class CertifiedProvider:
    """The certified npm oidc-provider, in a process of its own."""

    name = "certified"
    audience_parameter = "resource"

    def __init__(self, settings: Settings, clock: Callable[[], datetime]) -> None:
        self.settings, self.clock = settings, clock
        self.issuer = settings.oidc_issuer
        self.agency_key = ECKey.generate_key("P-256", {"kid": "agency-1", "alg": "ES256", "use": "sig"})
        self.secret_client, self.secret, self.key_client = "agency-secret", SECRET, "agency-key"
        self.process: Process | None = None

    async def start(self) -> None:
        """Register the two systems of the agency and start the process."""
        for client in (self.secret_client, self.key_client):
            await create_agency_client(
                Registration("System", AGENCY, self.issuer, SCOPES, external_id=client), ADMINISTRATOR, self.clock()
            )
        await self._launch()

    async def _launch(self) -> None:
        key = ECKey.generate_key("P-256", {"kid": uuid4().hex, "alg": "ES256", "use": "sig"})
        configuration = {
            "port": urlsplit(self.issuer).port,
            "app": self.settings.public_url,
            "audience": self.settings.audience,
            "keys": [key.as_dict(private=True)],
            "agencyKey": self.agency_key.as_dict(private=False),
            "secret": SECRET,
        }
        self.process = await certified_process(configuration)

    async def subject(self, username: str) -> str:
        """Return the subject of a person, which is the name."""
        return username

    async def rotate_keys(self) -> None:
        """Start the process anew, with a new key."""
        await self.stop()
        await self._launch()

    async def log_out(self, browser: FormBrowser, username: str) -> None:
        """End the session of a browser at the provider."""
        page = await browser.open(f"{self.issuer}/session/end")
        await browser.submit(page, logout="yes")

    async def stop(self) -> None:
        """Kill the process."""
        if self.process is not None:
            await end_process(self.process)


Provider = EmbeddedProvider | CertifiedProvider


async def system_token(provider: Provider, now: datetime, *, by_key: bool = False, **asked: str) -> httpx2.Response:
    """Ask for a token as the system of an agency, by secret or by key."""
    form = {"grant_type": "client_credentials", **asked}
    endpoint = (await metadata(provider))["token_endpoint"]
    async with httpx2.AsyncClient() as http:
        if not by_key:
            return await http.post(endpoint, data=form, auth=(provider.secret_client, provider.secret))
        kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
        proof = asked.get("client_assertion") or assertion(provider, now)
        return await http.post(endpoint, data={**form, "client_assertion_type": kind, "client_assertion": proof})


async def metadata(provider: Provider) -> dict[str, Any]:
    """Return the discovery document of the provider."""
    async with httpx2.AsyncClient() as http:
        found: dict[str, Any] = (await http.get(f"{provider.issuer}/.well-known/openid-configuration")).json()
        return found
