"""The cache of a provider's public keys."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest

from auth.tokens.jwks import JwksCache, KeysUnavailable
from tests.support.login.forged_tokens import FORGERS_KEY

NOW = datetime(2027, 1, 1, tzinfo=UTC)
PUBLIC = {**FORGERS_KEY.as_dict(private=False), "kid": "a"}


class Published:
    """What a provider publishes, and how often it was asked."""

    def __init__(self, *keys: object) -> None:
        self.keys, self.asked, self.is_down = list(keys), 0, False

    async def __call__(self) -> dict[str, Any]:
        self.asked += 1
        await asyncio.sleep(0.01)
        if self.is_down:
            raise httpx2.ConnectError("down")
        return {"keys": self.keys}


async def test_many_who_ask_at_once_cause_one_fetch() -> None:
    published = Published(PUBLIC)
    cache = JwksCache(published)

    found = await asyncio.gather(*(cache.get("a", NOW) for _ in range(50)))

    assert found == [PUBLIC] * 50
    assert published.asked == 1


async def test_a_known_key_does_not_wait_for_a_slow_provider() -> None:
    published = Published(PUBLIC)
    cache = JwksCache(published)
    await cache.get("a", NOW)
    later = NOW + timedelta(minutes=11)

    fetching = asyncio.create_task(cache.get("a", later))
    await asyncio.sleep(0)
    found = await asyncio.wait_for(cache.get("a", later), 0.005)
    await fetching

    assert found == PUBLIC
    assert published.asked == 2


async def test_unknown_key_ids_cause_one_fetch_in_ten_seconds() -> None:
    published = Published(PUBLIC)
    cache = JwksCache(published)
    await cache.get("a", NOW)

    for second in range(20):
        await cache.get(f"guessed-{second}", NOW + timedelta(seconds=second))

    assert published.asked == 2


async def test_a_withdrawn_key_is_forgotten_after_ten_minutes() -> None:
    published = Published(PUBLIC)
    cache = JwksCache(published)
    await cache.get("a", NOW)
    published.keys = []

    seen = [await cache.get("a", NOW + timedelta(minutes=minutes)) for minutes in (9, 10)]

    assert seen == [PUBLIC, None]


async def test_known_keys_outlive_an_outage_of_the_provider() -> None:
    published = Published(PUBLIC)
    cache = JwksCache(published)
    await cache.get("a", NOW)
    published.is_down = True

    assert await cache.get("a", NOW + timedelta(hours=9)) == PUBLIC


async def test_trust_in_keys_ends_a_day_after_they_were_last_fetched_and_comes_back() -> None:
    published = Published(PUBLIC)
    cache = JwksCache(published)
    await cache.get("a", NOW)
    published.is_down = True
    seconds_before = timedelta(hours=24) - timedelta(seconds=20)

    last = await cache.get("a", NOW + seconds_before)
    with pytest.raises(KeysUnavailable):
        await cache.get("a", NOW + timedelta(hours=24))
    published.is_down = False

    assert last == PUBLIC
    assert await cache.get("a", NOW + timedelta(hours=24, seconds=11)) == PUBLIC


async def test_a_request_beside_a_fetch_does_not_get_a_key_that_is_trusted_no_more() -> None:
    published = Published(PUBLIC)
    cache = JwksCache(published, trusted_for=timedelta(hours=1))
    await cache.get("a", NOW)
    published.is_down = True
    later = NOW + timedelta(hours=1)

    found = await asyncio.gather(*(cache.get("a", later) for _ in range(3)), return_exceptions=True)

    assert [type(one) for one in found] == [KeysUnavailable] * 3


async def test_without_any_keys_it_says_so_and_asks_again_later() -> None:
    published = Published(PUBLIC)
    published.is_down = True
    cache = JwksCache(published)

    for seconds in (0, 1):
        with pytest.raises(KeysUnavailable):
            await cache.get("a", NOW + timedelta(seconds=seconds))
    published.is_down = False

    assert await cache.get("a", NOW + timedelta(seconds=11)) == PUBLIC
    assert published.asked == 2


async def test_keys_that_cannot_be_used_are_left_out() -> None:
    published = Published(
        PUBLIC,
        {"kty": "XYZ", "kid": "b"},
        {**PUBLIC, "kid": "c", "use": "enc"},
        {"kty": "EC"},
        "no key",
        {"kty": "oct", "kid": "d", "k": "c2VjcmV0"},
    )
    cache = JwksCache(published)

    await cache.get("a", NOW)

    assert list(cache.keys) == ["a"]


@pytest.mark.parametrize("document", [[], {}, {"keys": None}])
async def test_a_document_that_is_no_key_set_changes_nothing(document: object) -> None:
    async def fetch() -> dict[str, Any]:
        return document  # type: ignore[return-value] # any kind of bad document

    cache = JwksCache(fetch, keys={"a": PUBLIC}, fetched_at=NOW)

    assert await cache.get("a", NOW + timedelta(hours=1)) == PUBLIC
