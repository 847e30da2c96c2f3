"""A front end of another vendor, which asks the API with tokens on behalf of a person."""

import secrets
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from tests.support.login.form_browser import FormBrowser
from tests.support.login.login_service import LoginService
from tests.support.login.providers import FRONT_END, PASSWORD, SECRET, metadata


async def authorize_address(login_service: LoginService, verifier: str, scope: str, **changed: str | None) -> str:
    """Return the address of the provider's log-in for this front end."""
    asked = {
        "response_type": "code",
        "client_id": "front",
        "redirect_uri": FRONT_END,
        "scope": scope,
        "state": "a-state",
        "nonce": "a-nonce",
        "code_challenge": create_s256_code_challenge(verifier),
        "code_challenge_method": "S256",
        "prompt": "consent" if login_service.provider.name == "certified" else None,
        **changed,
    }
    endpoint = (await metadata(login_service.provider))["authorization_endpoint"]
    return f"{endpoint}?{urlencode({name: value for name, value in asked.items() if value is not None})}"


async def code_of(login_service: LoginService, username: str, scope: str) -> tuple[str, str]:
    """Log a person in and return the code with its verifier."""
    verifier = secrets.token_urlsafe(48)
    async with FormBrowser() as browser:
        page = await browser.open(await authorize_address(login_service, verifier, scope))
        while not browser.visited[-1].startswith(FRONT_END):
            page = await browser.submit(page, username=username, login=username, password=PASSWORD)
        answer = {name: values[0] for name, values in parse_qs(urlsplit(browser.visited[-1]).query).items()}
    assert answer["state"] == "a-state"
    assert answer["iss"] == login_service.provider.issuer
    return answer["code"], verifier


async def redeem(login_service: LoginService, code: str, verifier: str, **changed: str) -> httpx2.Response:
    """Ask for the tokens of a code."""
    form = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier, "redirect_uri": FRONT_END}
    return await _token(login_service, {**form, **changed})


async def refresh(login_service: LoginService, token: str) -> httpx2.Response:
    """Ask for the next tokens."""
    return await _token(login_service, {"grant_type": "refresh_token", "refresh_token": token})


async def tokens_of(login_service: LoginService, username: str, scope: str) -> dict[str, Any]:
    """Log a person in and return the tokens."""
    answer = await redeem(login_service, *await code_of(login_service, username, scope))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def _token(login_service: LoginService, form: dict[str, str]) -> httpx2.Response:
    async with httpx2.AsyncClient() as http:
        return await http.post(
            (await metadata(login_service.provider))["token_endpoint"], data=form, auth=("front", SECRET)
        )
