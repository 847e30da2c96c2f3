"""The way in through the whole service, with everything that surrounds a request."""

from pathlib import Path

import httpx2

from models.account import Account
from service.app import create_app
from service.login.identity import identity, identity_routes
from service.resources import utc_now
from service.settings_loading import load_settings
from tests.support.login.form_browser import FormBrowser
from tests.support.login.identity_service import free_port, served
from tests.support.login.providers import PASSWORD, EmbeddedProvider, system_token
from tests.support.organisation import STAMP

WHO = {"query": "{ viewer { name } }"}


async def test_one_log_in_opens_the_pages_and_the_api(
    database_copy: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    port = free_port()
    settings = load_settings(
        mode="test", database_url=database_copy, state_dir=tmp_path, metrics_port=0, port=port, host="127.0.0.1"
    )
    async with served(create_app(settings), port, lifespan="on"):
        provider = EmbeddedProvider(settings, utc_now)
        await provider.start()
        subject = await provider.subject(username)
        await Account.create(
            issuer=provider.issuer, subject=subject, kind="STAFF", name="Aino", language="fi", state="ACTIVE", **STAMP
        )

        undertaking = await form_browser.log_in(f"{settings.public_url}/auth/login?next=/", username, PASSWORD)
        start = await form_browser.submit(undertaking)
        token = (await form_browser.step(f"{settings.public_url}/auth/session")).json()["csrfToken"]
        headers = {"origin": settings.public_url, "x-csrf-token": token}
        asked = await form_browser.http.post(f"{settings.public_url}/graphql", json=WHO, headers=headers)
        forged = await form_browser.http.post(f"{settings.public_url}/graphql", json=WHO)
        bearer = (await system_token(provider, utc_now())).json()["access_token"]
        async with httpx2.AsyncClient(headers={"authorization": f"Bearer {bearer}"}) as system:
            by_system = await system.post(f"{settings.public_url}/graphql", json=WHO)
        left = await form_browser.submit(start)

    assert "Salassapitositoumus" in undertaking.text
    assert "Aino" in start.text
    assert asked.json() == {"data": {"viewer": {"name": "Aino"}}}
    assert forged.status_code == 403
    assert by_system.json() == {"data": {"viewer": {"name": "System"}}}
    assert "Olet kirjautunut ulos" in left.text
    assert identity(settings).provider is not None


def test_log_in_and_every_request_share_one_identity(tmp_path: Path) -> None:
    settings = load_settings(mode="test", state_dir=tmp_path, metrics_port=0)

    assert identity_routes(settings) is identity(settings).routes
