"""What a provider says of itself is believed only if it is safe, and asked for only now and then."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest

from auth.login.login import local_path
from auth.login.provider_metadata import ProviderUnavailable, TrustedProvider
from auth.tokens.addresses import safe_address

NOW = datetime(2027, 1, 1, tzinfo=UTC)
ISSUER = "https://id.example"


class Answers(httpx2.AsyncBaseTransport):
    """A provider that answers with one document, and counts."""

    def __init__(self, **changed: object) -> None:
        self.asked, self.status = 0, 200
        self.document = {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/authorize",
            "token_endpoint": f"{ISSUER}/token",
            "jwks_uri": f"{ISSUER}/jwks",
            **changed,
        }

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self.asked += 1
        return httpx2.Response(self.status, json=self.document, request=request)


async def test_a_provider_is_asked_once_an_hour_and_outlived_when_it_is_down() -> None:
    answers = Answers()
    provider = TrustedProvider(ISSUER, lambda: answers)

    first = await provider.metadata(NOW)
    await provider.metadata(NOW + timedelta(minutes=59))
    answers.status = 503
    later = await provider.metadata(NOW + timedelta(minutes=61))

    assert later == first
    assert answers.asked == 2


async def test_a_provider_that_is_down_is_asked_every_ten_seconds() -> None:
    answers = Answers()
    answers.status = 503
    provider = TrustedProvider(ISSUER, lambda: answers)

    for second in range(20):
        with pytest.raises(ProviderUnavailable):
            await provider.metadata(NOW + timedelta(seconds=second))
    answers.status = 200

    assert (await provider.metadata(NOW + timedelta(seconds=20))).token_endpoint == f"{ISSUER}/token"
    assert answers.asked == 3


@pytest.mark.parametrize(
    "changed",
    [
        {"issuer": "https://mallory.example"},
        {"token_endpoint": "http://id.example/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
)
async def test_a_provider_that_is_not_safe_is_not_used(changed: dict[str, Any]) -> None:
    with pytest.raises(ProviderUnavailable):
        await TrustedProvider(ISSUER, lambda: Answers(**changed)).metadata(NOW)


def test_plain_http_is_for_this_machine_only() -> None:
    for address in ("https://id.example/x", "http://127.0.0.1:9/x", "http://[::1]/x", "http://localhost/x"):
        assert safe_address(address) == address
    for address in ("http://10.0.0.1/x", "http://127.0.0.1.mallory.example/", "//id.example", ""):
        with pytest.raises(ValueError, match="not safe"):
            safe_address(address)


@pytest.mark.parametrize(
    "wanted", ["", "x", "https://a", "//a", "/\\a", "\\\\a", "/\t/a", "/\n", "javascript:x", "/a\\b", "http:/a", " /a"]
)
def test_what_is_no_path_of_ours_leads_to_the_start_page(wanted: str) -> None:
    assert local_path(wanted) == "/"


def test_a_path_of_ours_is_kept_with_its_query() -> None:
    assert local_path("/graphiql?query=%7Bviewer%7D#x") == "/graphiql?query=%7Bviewer%7D#x"
