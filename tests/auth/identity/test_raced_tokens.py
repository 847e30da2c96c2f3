"""Of several who use one code or one refresh token at the same moment, nobody keeps a living token."""

import asyncio

import httpx2
import pytest

from tests.support.login.front_end import code_of, redeem, refresh, tokens_of
from tests.support.login.login_service import LoginService

SCOPE = "openid register:read offline_access"
AT_ONCE, ROUNDS = 4, 5


async def living(service: LoginService, answers: list[httpx2.Response]) -> list[str]:
    """Return the refresh tokens in the answers that still give another one."""
    tokens = [answer.json()["refresh_token"] for answer in answers if answer.status_code == 200]
    return [token for token in tokens if (await refresh(service, token)).status_code == 200]


@pytest.mark.parametrize("turn", range(ROUNDS))
async def test_a_raced_refresh_token_leaves_no_living_one(
    embedded_service: LoginService, username: str, turn: int
) -> None:
    await embedded_service.account(username)
    token = (await tokens_of(embedded_service, username, SCOPE))["refresh_token"]
    answers = await asyncio.gather(*(refresh(embedded_service, token) for _ in range(AT_ONCE)))
    assert sum(answer.status_code == 200 for answer in answers) <= 1, turn
    assert {answer.json()["error"] for answer in answers if answer.status_code != 200} == {"invalid_grant"}
    assert await living(embedded_service, answers) == []


@pytest.mark.parametrize("turn", range(ROUNDS))
async def test_a_raced_code_leaves_no_living_refresh_token(
    embedded_service: LoginService, username: str, turn: int
) -> None:
    await embedded_service.account(username)
    code, verifier = await code_of(embedded_service, username, SCOPE)
    answers = await asyncio.gather(*(redeem(embedded_service, code, verifier) for _ in range(AT_ONCE)))
    assert sum(answer.status_code == 200 for answer in answers) <= 1, turn
    assert await living(embedded_service, answers) == []
