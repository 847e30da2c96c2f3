"""A front end of somebody else's, which asks the API with tokens for a person."""

import secrets
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from tests.support.login.form_browser import Browser
from tests.support.login.login_service import House
from tests.support.login.providers import FRONT_END, PASSWORD, SECRET, metadata


async def authorize_address(house: House, verifier: str, scope: str, **changed: str | None) -> str:
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
        "prompt": "consent" if house.party.name == "certified" else None,
        **changed,
    }
    endpoint = (await metadata(house.party))["authorization_endpoint"]
    return f"{endpoint}?{urlencode({name: value for name, value in asked.items() if value is not None})}"


async def code_of(house: House, username: str, scope: str) -> tuple[str, str]:
    """Log a person in and return the code with its verifier."""
    verifier = secrets.token_urlsafe(48)
    async with Browser() as browser:
        page = await browser.open(await authorize_address(house, verifier, scope))
        while not browser.visited[-1].startswith(FRONT_END):
            page = await browser.submit(page, username=username, login=username, password=PASSWORD)
        answer = {name: values[0] for name, values in parse_qs(urlsplit(browser.visited[-1]).query).items()}
    assert answer["state"] == "a-state"
    assert answer["iss"] == house.party.issuer
    return answer["code"], verifier


async def redeem(house: House, code: str, verifier: str, **changed: str) -> httpx2.Response:
    """Ask for the tokens of a code."""
    form = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier, "redirect_uri": FRONT_END}
    return await _token(house, {**form, **changed})


async def refresh(house: House, token: str) -> httpx2.Response:
    """Ask for the next tokens."""
    return await _token(house, {"grant_type": "refresh_token", "refresh_token": token})


async def tokens_of(house: House, username: str, scope: str) -> dict:
    """Return the tokens that a person's log-in buys."""
    answer = await redeem(house, *await code_of(house, username, scope))
    assert answer.status_code == 200, answer.text
    return answer.json()


async def _token(house: House, form: dict[str, str]) -> httpx2.Response:
    async with httpx2.AsyncClient() as http:
        return await http.post((await metadata(house.party))["token_endpoint"], data=form, auth=("front", SECRET))
