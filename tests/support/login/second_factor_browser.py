"""A person with an authenticator application at the pages of the embedded provider."""

import re
import secrets

import httpx2
import pyotp

from tests.support.login.form_browser import FormBrowser
from tests.support.login.front_end import authorize_address
from tests.support.login.login_service import LoginService
from tests.support.login.providers import FRONT_END, PASSWORD


async def type_password(browser: FormBrowser, page: httpx2.Response, username: str) -> httpx2.Response:
    """Send the log-in page with the right password."""
    return await browser.send(page, username=username, password=PASSWORD)


def secret_of(page: httpx2.Response) -> str:
    """Return the key that the page of the enrolment shows."""
    found = re.search(r'id="secret">([A-Z2-7]{32})<', page.text)
    assert found is not None, page.text
    return found[1]


def recovery_codes(page: httpx2.Response) -> list[str]:
    """Return the recovery codes that a page shows."""
    return re.findall(r"<li><code>([a-z2-7-]{19})</code>", page.text)


async def enrol(service: LoginService, username: str) -> tuple[str, list[str]]:
    """Log a person in for the first time; return the secret of the device and the recovery codes."""
    async with FormBrowser() as browser:
        address = await authorize_address(service, secrets.token_urlsafe(48), "openid")
        page = await type_password(browser, await browser.step(address), username)
        secret = secret_of(page)
        saved = await browser.send(page, code=pyotp.TOTP(secret).at(service.clock()))
        assert (await browser.send(saved)).headers["location"].startswith(FRONT_END)
        return secret, recovery_codes(saved)
