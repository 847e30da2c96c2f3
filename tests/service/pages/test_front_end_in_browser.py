"""A single-page application of another vendor and origin, in a real browser, with the library that such ones use."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anyio
import pytest
from playwright.async_api import Page

from models.front_end_client import FrontEndClient
from models.provider import RefreshToken
from service.commands.front_ends import register_front_end, revoke_front_end
from service.http.walls.cross_origin import UNKNOWN_SECONDS
from service.settings import Settings
from tests.support.graphiql_visit import Person, fresh_browser
from tests.support.login.identity_service import free_port
from tests.support.single_page_application import single_page_application

pytestmark = pytest.mark.npm_provider
WHO = "{ viewer { name } }"


@dataclass
class OpenedApplication:
    """The application in a browser: its page, its origin, its client id, and what the browser complained of."""

    page: Page
    origin: str
    client_id: str
    complaints: list[str]

    async def log_in(self, person: Person) -> None:
        """Log a person in through the provider's page."""
        await self.page.goto(f"{self.origin}/")
        await self.page.evaluate("void manager.signinRedirect()")
        await self.page.fill("#username", person.username)
        await self.page.fill("#password", person.password)
        await self.page.click("button[type=submit]")
        await self.page.wait_for_url(f"{self.origin}/")
        await self.page.wait_for_function("document.getElementById('state').textContent !== 'loading'")

    async def run(self, script: str) -> Any:
        """Return what an asynchronous expression gives in the page."""
        return await self.page.evaluate(f"async () => {{ {script} }}")


@pytest.fixture
async def application(chromium: str, service: Settings, tmp_path: Path) -> AsyncIterator[OpenedApplication]:
    """The application, registered at the demo as a public front end, in a browser with an empty profile."""
    port = free_port()
    own = f"http://127.0.0.1:{port}"
    given = {"redirectUris": [f"{own}/callback"], "postLogoutRedirectUris": [f"{own}/"], "origins": [own]}
    scopes = ["register:read", "offline_access"]
    values = {"name": "Selainsovellus", "isConfidential": False, "scopes": scopes, **given}
    registered = await register_front_end(service, values)
    await anyio.sleep(UNKNOWN_SECONDS)  # who asked just before may have had them read
    api = f"{service.public_url}/graphql"
    async with (
        single_page_application(port, service.oidc_issuer, registered.client_id, api) as origin,
        fresh_browser(chromium, tmp_path / "profile") as browser,
    ):
        complaints: list[str] = []
        page = browser.pages[0]
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        yield OpenedApplication(page, origin, registered.client_id, complaints)


async def test_an_application_logs_in_asks_refreshes_revokes_and_logs_out(
    application: OpenedApplication, coach: Person, service: Settings
) -> None:
    await application.log_in(coach)
    state = await application.page.inner_text("#state")
    asked = await application.run(f"return ask('{WHO}')")
    who = await application.run(
        "return (await fetch(manager.settings.authority + '/userinfo', {headers: {"
        "authorization: `Bearer ${(await manager.getUser()).access_token}`}})).json()"
    )
    first = await application.run("return (await manager.getUser()).refresh_token")
    second = await application.run("return (await manager.signinSilent()).refresh_token")
    again = await application.run(f"return ask('{WHO}')")
    await application.run("await manager.revokeTokens()")
    left = await RefreshToken.filter(client=application.client_id).count()
    await application.page.evaluate("void manager.signoutRedirect()")
    await application.page.wait_for_url(f"{application.origin}/")
    await application.page.wait_for_function("document.getElementById('state').textContent === 'anonymous'")
    after = await application.run(f"return ask('{WHO}')")

    assert state == "logged in"
    assert asked["status"] == again["status"] == 200
    assert asked["body"] == {"data": {"viewer": {"name": coach.name}}}
    assert set(who) == {"sub"}
    assert len({first, second} - {None}) == 2
    assert left == 0
    assert after["status"] == 401
    assert f'resource_metadata="{service.public_url}' in after["challenge"]


async def test_a_page_of_another_origin_never_uses_the_cookie_of_a_person(
    application: OpenedApplication, coach: Person, service: Settings
) -> None:
    page = application.page
    await page.goto(f"{service.public_url}/auth/login?next=/")
    await page.fill("#username", coach.username)
    await page.fill("#password", coach.password)
    await page.click("button[type=submit]")
    await page.wait_for_url(f"{service.public_url}/")
    await page.goto(f"{application.origin}/")

    asked = await application.run(
        f"""const r = await fetch(settings.api, {{method: 'POST', credentials: 'same-origin',
        headers: {{'content-type': 'application/json'}}, body: JSON.stringify({{query: '{WHO}'}})}});
        return [r.status, (await r.json()).errors[0].extensions.code]"""
    )
    with_cookie = await application.run(
        """try { await fetch(settings.api, {method: 'POST', credentials: 'include',
        headers: {'content-type': 'application/json'}, body: '{}'}); return 'read' } catch { return 'blocked' }"""
    )

    assert asked == [401, "NOT_AUTHENTICATED"]
    assert with_cookie == "blocked"


async def test_a_revoked_application_is_refused_in_the_browser_too(
    application: OpenedApplication, coach: Person, service: Settings
) -> None:
    await application.log_in(coach)

    await revoke_front_end(service, application.client_id, "Ei enää käytössä")
    refreshed = await application.run(
        "try { await manager.signinSilent(); return 'refreshed' } catch (e) { return e.error || 'blocked' }"
    )
    await application.page.evaluate("void manager.signinRedirect()")
    await application.page.wait_for_url(f"{service.public_url}/provider/authorize**")

    assert refreshed in {"invalid_client", "blocked"}
    assert await application.page.locator("#username").count() == 0
    assert await FrontEndClient.filter(public_id=application.client_id, state="REVOKED").count() == 1


async def test_a_native_application_gets_its_code_at_a_scheme_of_its_own(
    application: OpenedApplication, coach: Person, service: Settings
) -> None:
    await FrontEndClient.filter(public_id=application.client_id).update(redirect_uris=["fi.esimerkki.polku:/callback"])
    query = (
        f"response_type=code&client_id={application.client_id}&redirect_uri=fi.esimerkki.polku:/callback&scope=openid"
        "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
    )
    answered: list[str] = []
    page = application.page
    page.on("response", lambda response: answered.append(response.headers.get("location", "")))

    await page.goto(f"{service.oidc_issuer}/authorize?{query}")
    await page.fill("#username", coach.username)
    await page.fill("#password", coach.password)
    await page.click("button[type=submit]")
    await page.wait_for_timeout(500)

    assert any(address.startswith("fi.esimerkki.polku:/callback?code=") for address in answered)
    assert not [text for text in application.complaints if "form-action" in text.lower()]
