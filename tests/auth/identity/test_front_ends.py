"""The ways of front ends of other vendors: native applications, servers with a secret, and what each is refused."""

import secrets
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2
import pytest
from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from models.front_end_client import FrontEndClient
from tests.support.login.forged_tokens import token_parts
from tests.support.login.form_browser import FormBrowser
from tests.support.login.front_end import refresh, tokens_of
from tests.support.login.identity_service import free_port
from tests.support.login.login_service import LoginService
from tests.support.login.providers import FRONT_END, PASSWORD, SECRET, metadata

SCOPE = "openid offline_access register:read"
NATIVE = ["fi.esimerkki.polku:/callback", "http://127.0.0.1/callback"]


async def native_client(service: LoginService) -> FrontEndClient:
    return await service.embedded.register_front_end("native", redirect_uris=NATIVE)


def asked(redirect_uri: str, verifier: str, **changed: str) -> dict[str, str]:
    challenge = create_s256_code_challenge(verifier)
    form = {"response_type": "code", "client_id": "native", "redirect_uri": redirect_uri, "scope": SCOPE}
    return {**form, "state": "s", "code_challenge": challenge, "code_challenge_method": "S256", **changed}


async def log_in(service: LoginService, username: str, form: dict[str, str]) -> tuple[httpx2.Response, httpx2.Response]:
    """Return the log-in page and the answer to its form."""
    async with FormBrowser() as browser:
        page = await browser.step(f"{service.provider.issuer}/authorize?{urlencode(form)}")
        return page, await browser.send(page, username=username, password=PASSWORD)


async def post(service: LoginService, path: str, form: dict[str, str], **more: Any) -> httpx2.Response:
    async with httpx2.AsyncClient() as http:
        return await http.post(f"{service.provider.issuer}/{path}", data=form, **more)


def code_in(answer: httpx2.Response) -> str:
    return parse_qs(urlsplit(answer.headers["location"]).query)["code"][0]


@pytest.mark.parametrize("way", ["custom scheme", "loopback"])
async def test_a_native_application_logs_in_without_a_nonce(
    embedded_service: LoginService, username: str, way: str
) -> None:
    await embedded_service.account(username)
    await native_client(embedded_service)
    port = free_port()
    redirect_uri = NATIVE[0] if way == "custom scheme" else f"http://127.0.0.1:{port}/callback"
    verifier = secrets.token_urlsafe(48)

    page, answer = await log_in(embedded_service, username, asked(redirect_uri, verifier))
    form = {"grant_type": "authorization_code", "client_id": "native", "code": code_in(answer)}
    token = await post(embedded_service, "token", {**form, "code_verifier": verifier, "redirect_uri": redirect_uri})

    target = "fi.esimerkki.polku:" if way == "custom scheme" else f"http://127.0.0.1:{port}"
    assert f"form-action 'self' {target};" in page.headers["content-security-policy"]
    assert answer.headers["location"].startswith(f"{redirect_uri}?")
    assert "nonce" not in token_parts(token.json()["id_token"])[1]
    assert (await embedded_service.who(token.json()["access_token"])).status_code == 200


@pytest.mark.parametrize(
    "redirect_uri",
    [
        "fi.esimerkki.polku:/other",
        "fi.esimerkki.toinen:/callback",
        "http://127.0.0.1:4000/other",
        "http://localhost:4000/callback",
        "http://[::1]:4000/callback",
        "http://127.0.0.1:4000@mallory.example/callback",
        "https://127.0.0.1:4000/callback",
    ],
)
async def test_nobody_is_sent_to_an_address_that_is_not_registered(
    embedded_service: LoginService, form_browser: FormBrowser, redirect_uri: str
) -> None:
    await native_client(embedded_service)

    address = f"{embedded_service.provider.issuer}/authorize?{urlencode(asked(redirect_uri, 'v' * 43))}"
    page = await form_browser.step(address)

    assert page.status_code == 400
    assert "location" not in page.headers
    assert redirect_uri not in page.text


async def test_a_code_for_one_loopback_port_is_worth_nothing_at_another(
    embedded_service: LoginService, username: str
) -> None:
    await embedded_service.account(username)
    await native_client(embedded_service)
    verifier = secrets.token_urlsafe(48)

    _page, answer = await log_in(embedded_service, username, asked("http://127.0.0.1:4001/callback", verifier))
    form = {"grant_type": "authorization_code", "client_id": "native", "code": code_in(answer)}
    changed = {"code_verifier": verifier, "redirect_uri": "http://127.0.0.1:4002/callback"}
    token = await post(embedded_service, "token", {**form, **changed})

    assert token.json()["error"] == "invalid_grant"


async def test_a_server_with_a_secret_logs_people_in_with_authlib(
    embedded_service: LoginService, username: str
) -> None:
    await embedded_service.account(username)
    issuer, verifier = embedded_service.provider.issuer, secrets.token_urlsafe(48)
    own: dict[str, Any] = {"redirect_uri": FRONT_END, "scope": SCOPE, "code_challenge_method": "S256"}

    async with AsyncOAuth2Client("front", SECRET, **own) as client, FormBrowser() as browser:
        address, state = client.create_authorization_url(f"{issuer}/authorize", code_verifier=verifier)
        answer = await browser.send(await browser.step(address), username=username, password=PASSWORD)
        back = answer.headers["location"]
        token = await client.fetch_token(
            f"{issuer}/token", authorization_response=back, state=state, code_verifier=verifier
        )
        who = (await client.get(f"{issuer}/userinfo")).json()
        known = (await client.introspect_token(f"{issuer}/introspect", token=token["access_token"])).json()
        second = await client.refresh_token(f"{issuer}/token")
        ended = await client.revoke_token(f"{issuer}/revoke", token=second["refresh_token"])
        after = (await client.introspect_token(f"{issuer}/introspect", token=second["refresh_token"])).json()

    subject = await embedded_service.provider.subject(username)
    assert who == {"sub": subject}
    assert (known["active"], known["sub"], known["client_id"]) == (True, subject, "front")
    assert known["scope"].split() == sorted(SCOPE.split())
    assert (ended.status_code, after) == (200, {"active": False})
    assert (await refresh(embedded_service, second["refresh_token"])).json()["error"] == "invalid_grant"


async def test_a_revoked_front_end_is_refused_at_once_everywhere(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username)
    tokens = await tokens_of(embedded_service, username, SCOPE)

    await FrontEndClient.filter(public_id="front").update(state="REVOKED", revoked_at=embedded_service.clock())
    query = urlencode(asked(FRONT_END, "v" * 43, client_id="front"))
    page = await form_browser.step(f"{embedded_service.provider.issuer}/authorize?{query}")
    refreshed = await refresh(embedded_service, tokens["refresh_token"])
    basic = {"auth": ("front", SECRET)}
    revoked = await post(embedded_service, "revoke", {"token": tokens["refresh_token"]}, **basic)
    known = await post(embedded_service, "introspect", {"token": tokens["access_token"]}, **basic)
    bearer = {"headers": {"authorization": f"Bearer {tokens['access_token']}"}}
    who = await post(embedded_service, "userinfo", {}, **bearer)

    assert page.status_code == 400
    assert "location" not in page.headers
    assert [answer.json()["error"] for answer in (refreshed, revoked, known)] == ["invalid_client"] * 3
    assert who.status_code == 401


async def test_discovery_says_the_same_at_both_addresses_and_everything_that_works(
    embedded_service: LoginService,
) -> None:
    found = await metadata(embedded_service.provider)
    async with httpx2.AsyncClient() as http:
        inserted = await http.get(f"{embedded_service.url}/.well-known/oauth-authorization-server/provider")

    assert inserted.json() == found
    assert found["issuer"] == embedded_service.provider.issuer
    assert {"openid", "offline_access", "register:read", "register:write"} <= set(found["scopes_supported"])
    assert "sub" in found["claims_supported"]
    assert found["grant_types_supported"] == ["authorization_code", "refresh_token", "client_credentials"]
    assert "none" in found["revocation_endpoint_auth_methods_supported"]
    assert "none" not in found["introspection_endpoint_auth_methods_supported"]
    assert found["authorization_response_iss_parameter_supported"] is True
    for name in ("token", "revocation", "introspection"):
        assert (await post(embedded_service, urlsplit(found[f"{name}_endpoint"]).path[10:], {})).status_code in (
            400,
            401,
        )


@pytest.mark.parametrize(
    ("address", "is_followed"),
    [
        ("https://app.example/bye", True),
        ("http://127.0.0.1:4003/bye", True),
        ("https://app.example/other", False),
        ("https://mallory.example/", False),
    ],
)
async def test_log_out_leads_only_to_a_registered_address(
    embedded_service: LoginService, form_browser: FormBrowser, username: str, address: str, is_followed: bool
) -> None:
    await embedded_service.account(username)
    registered = ["https://app.example/bye", "http://127.0.0.1/bye"]
    await FrontEndClient.filter(public_id="front").update(post_logout_redirect_uris=registered)
    tokens = await tokens_of(embedded_service, username, SCOPE)

    query = urlencode({"id_token_hint": tokens["id_token"], "post_logout_redirect_uri": address})
    answer = await form_browser.step(f"{embedded_service.provider.issuer}/end-session?{query}")

    assert answer.headers.get("location") == (address if is_followed else None)
    assert (await refresh(embedded_service, tokens["refresh_token"])).status_code == 400


@pytest.mark.parametrize("scope", [None, "referrals:read", "nonsense"])
async def test_a_request_that_leaves_no_scope_is_refused_to_the_client(
    embedded_service: LoginService, form_browser: FormBrowser, username: str, scope: str | None
) -> None:
    await embedded_service.account(username)
    await embedded_service.embedded.register_front_end("native", redirect_uris=NATIVE, scopes=[])
    form = asked(NATIVE[0], "v" * 43)
    form = {name: value for name, value in form.items() if name != "scope"} | ({"scope": scope} if scope else {})

    answer = await form_browser.step(f"{embedded_service.provider.issuer}/authorize?{urlencode(form)}")

    assert answer.headers["location"].startswith(f"{NATIVE[0]}?error=invalid_scope")
