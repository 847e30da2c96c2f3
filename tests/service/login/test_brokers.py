"""Log-in at a provider that is as strict as a broker of the Finnish trust network, and at ones that are less so."""

import json
from base64 import urlsafe_b64decode
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from models.account import LoginEvent
from models.session import Session
from tests.support.login.brokers import (
    BY_KEY,
    ENCRYPTION,
    PUSHED,
    SIGNED,
    Broker,
    brokered_service,
    encrypted_by,
)
from tests.support.login.form_browser import FormBrowser

pytestmark = pytest.mark.npm_provider
BANK = {"acr": "bank", "amr": ["mfa", "pin"]}
STRICT = {"acr_values": ["bank"], "required_acr": ["bank"], "strong_acr": ["bank"], "id_token_encrypted": True}


def first_address(browser: FormBrowser) -> dict[str, str]:
    """Return the parameters of the address that led to the provider."""
    address = next(one for one in browser.visited if "/auth?" in one)
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


@pytest.mark.parametrize("algorithm", ["RSA-OAEP-256", "ECDH-ES"])
async def test_a_person_logs_in_at_a_strict_broker(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str, algorithm: str
) -> None:
    broker = Broker(
        "broker",
        STRICT | {"request": "signed-par", "parameters": {"ftn_spname": "Polku"}},
        BY_KEY | encrypted_by(algorithm) | {"request_object_signing_alg": "ES256"},
        PUSHED | SIGNED | ENCRYPTION | {"claimsParameter": {"enabled": True}},
        BANK,
    )
    async with brokered_service(database, tmp_path, broker) as service:
        account = await service.account(broker, username)

        page = await service.log_in(form_browser, username)

        assert page.json()["name"] == account.name
        assert page.json()["assurance"]["isStrong"] is True
        assert page.json()["assurance"]["acr"] == "bank"
        assert page.json()["assurance"]["amr"] == ["mfa", "pin"]
    stored = await Session.get()
    assert stored.authenticated_at is not None
    assert abs(stored.authenticated_at - stored.created_at) < timedelta(minutes=1)
    assert (stored.acr, stored.amr, stored.is_strong) == ("bank", ["mfa", "pin"], True)
    assert await Session.filter(id_token=None).count() == 1
    assert set(first_address(form_browser)) == {"client_id", "request_uri"}


async def test_a_signed_request_travels_in_the_address(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    rules = {"request": "signed", "parameters": {"ftn_spname": "Polku"}}
    broker = Broker("broker", rules, BY_KEY | {"request_object_signing_alg": "ES256"}, SIGNED)
    async with brokered_service(database, tmp_path, broker) as service:
        await service.account(broker, username)

        page = await service.log_in(form_browser, username, lang="sv")

    asked = first_address(form_browser)
    header, claims = (
        json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4))) for part in asked["request"].split(".")[:2]
    )
    assert page.status_code == 200
    assert set(asked) == {"response_type", "client_id", "scope", "request"}
    assert (header["typ"], header["alg"]) == ("oauth-authz-req+jwt", "ES256")
    assert (claims["iss"], claims["aud"], claims["ui_locales"]) == ("polku-web", broker.issuer, "sv")
    assert (claims["code_challenge_method"], claims["ftn_spname"]) == ("S256", "Polku")


async def test_a_provider_that_demands_requests_sent_ahead_gets_them_unasked(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    broker = Broker("broker", features=PUSHED)
    async with brokered_service(database, tmp_path, broker) as service:
        await service.account(broker, username)

        page = await service.log_in(form_browser, username)

    assert page.status_code == 200
    assert set(first_address(form_browser)) == {"client_id", "request_uri"}


async def test_a_log_in_that_says_nothing_of_its_strength_is_not_strong(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    broker = Broker("broker", {"acr_values": ["bank"], "strong_acr": ["bank"]})
    async with brokered_service(database, tmp_path, broker) as service:
        await service.account(broker, username)

        page = await service.log_in(form_browser, username)

    assert page.json()["assurance"]["isStrong"] is False
    assert page.json()["assurance"]["acr"] != "bank"
    assert (await Session.get()).is_strong is False


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("fi", "Tunnistautuminen ei ole riittävän vahva"),
        ("sv", "Identifieringen är inte tillräckligt stark"),
        ("en", "The identification is not strong enough"),
    ],
)
async def test_a_weaker_log_in_than_required_is_refused_with_a_page_that_says_so(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str, language: str, heading: str
) -> None:
    form_browser.http.headers["accept-language"] = language
    broker = Broker("broker", {"required_acr": ["bank"]}, login={"acr": "password", "amr": ["pwd"]})
    async with brokered_service(database, tmp_path, broker) as service:
        await service.account(broker, username)

        page = await service.log_in(form_browser, username)

    assert page.status_code == 403
    assert heading in page.text
    assert f'href="/auth/login?lang={language}"' in page.text
    assert await Session.all().count() == 0
    assert [event.outcome for event in await LoginEvent.all()] == ["REFUSED"]


@pytest.mark.parametrize(
    ("rules", "client"),
    [
        pytest.param({"id_token_encrypted": True}, {}, id="not encrypted"),
        pytest.param({}, encrypted_by("RSA-OAEP-256"), id="encrypted though nobody asked"),
        pytest.param({"id_token_encrypted": True}, encrypted_by("RSA-OAEP-256", "A128CBC-HS256"), id="old content"),
        pytest.param({"id_token_encrypted": True}, encrypted_by("RSA-OAEP"), id="old key transport"),
    ],
)
async def test_an_id_token_in_another_form_than_agreed_opens_nothing(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str, rules: Any, client: Any
) -> None:
    broker = Broker("broker", rules, client | BY_KEY, ENCRYPTION)
    async with brokered_service(database, tmp_path, broker) as service:
        await service.account(broker, username)

        page = await service.log_in(form_browser, username)

    assert page.status_code == 400
    assert "Tunnistuspalvelun vastausta ei voitu varmentaa" in page.text
    assert "session" not in form_browser.http.cookies
    assert await Session.all().count() == 0


async def test_a_provider_that_does_not_take_our_request_is_said_to_be_set_up_wrongly(
    database: str, tmp_path: Path, form_browser: FormBrowser
) -> None:
    knows_no_key_of_ours = Broker("broker", features=PUSHED | SIGNED)
    async with brokered_service(database, tmp_path, knows_no_key_of_ours) as service:
        page = await form_browser.step(f"{service.url}/auth/login")

    assert page.status_code == 503
    assert "asetukset eivät sovi yhteen" in page.text
    assert "kerro pääkäyttäjälle" in page.text


async def test_our_public_keys_are_served_and_nothing_private(
    database: str, tmp_path: Path, form_browser: FormBrowser
) -> None:
    async with brokered_service(database, tmp_path, Broker("broker")) as service:
        page: httpx2.Response = await form_browser.step(f"{service.url}/auth/jwks")

    uses = [(key["use"], key["alg"]) for key in page.json()["keys"]]
    assert uses == [("sig", "ES256"), ("sig", "RS256"), ("enc", "ECDH-ES"), ("enc", "RSA-OAEP-256")]
    assert all(not {"d", "p", "q", "dp", "dq", "qi", "k"} & key.keys() for key in page.json()["keys"])


async def test_a_log_out_ends_at_the_broker_and_its_encrypted_message_ends_the_session(
    database: str, tmp_path: Path, form_browser: FormBrowser, username: str
) -> None:
    broker = Broker("broker", {"id_token_encrypted": True}, BY_KEY | encrypted_by("ECDH-ES"), ENCRYPTION)
    async with brokered_service(database, tmp_path, broker) as service:
        await service.account(broker, username)
        await service.log_in(form_browser, username)

        page = await form_browser.open(f"{broker.issuer}/session/end")
        await form_browser.submit(page, logout="yes")

        assert (await form_browser.step(f"{service.url}/auth/session")).status_code == 401
    assert [event.outcome for event in await LoginEvent.all().order_by("at")][-1] == "LOGGED_OUT_BY_PROVIDER"
