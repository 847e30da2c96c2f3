"""The keys with which the embedded provider signs: announced, sealed, made once, and lost."""

import secrets
from datetime import timedelta

from auth.provider.signing_keys import load_keys, rotate_keys
from auth.tokens.sealing import Sealer
from models.provider import ProviderKey
from tests.support.login.login_service import LoginService


async def test_the_next_key_is_published_a_day_before_it_signs(embedded_service: LoginService) -> None:
    sealer, now = embedded_service.embedded.inside.sealer, embedded_service.clock()
    first = await load_keys(sealer, now)

    async def kids(days: float) -> tuple[str, int]:
        keys = await load_keys(sealer, now + timedelta(days=days))
        return str(keys.signing.kid), len(keys.jwks()["keys"])

    young, due, signing, alone = [await kids(days) for days in (89, 90, 91.1, 92.2)]

    assert young == (first.signing.kid, 1)
    assert due == (first.signing.kid, 2)
    assert signing[0] != first.signing.kid
    assert (signing[1], alone) == (2, (signing[0], 1))


async def test_a_signing_key_is_useless_without_the_key_outside_the_database(embedded_service: LoginService) -> None:
    now = embedded_service.clock()
    before = await load_keys(embedded_service.embedded.inside.sealer, now)
    stored = await ProviderKey.get()

    elsewhere = Sealer({1: secrets.token_bytes(32)})
    after = await load_keys(elsewhere, now)

    assert '"d"' not in stored.private_key
    assert "d" not in stored.public_key
    assert before.signing.kid != after.signing.kid


async def test_several_processes_make_one_key(embedded_service: LoginService) -> None:
    import asyncio

    sealer, now = embedded_service.embedded.inside.sealer, embedded_service.clock()

    found = await asyncio.gather(*(load_keys(sealer, now) for _ in range(5)))

    assert len({keys.signing.kid for keys in found}) == 1
    assert await ProviderKey.all().count() == 1


async def test_a_lost_key_verifies_nothing_any_more(embedded_service: LoginService) -> None:
    sealer, now = embedded_service.embedded.inside.sealer, embedded_service.clock()
    before = (await load_keys(sealer, now)).signing.kid

    await rotate_keys(sealer, now, at_once=True)

    keys = await load_keys(sealer, now)
    assert before not in {key["kid"] for key in keys.jwks()["keys"]}
