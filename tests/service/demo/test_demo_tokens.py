"""Tokens of the demo: for a role that somebody of the demo holds, and nowhere else."""

from contextlib import nullcontext

import pytest

from service.commands.demo_tokens import TokenNotIssued, demo_token
from tests.support.login.forged_tokens import token_parts
from tests.support.login.login_service import LoginService
from tests.support.login.providers import ADMINISTRATOR
from tests.support.login.role_grants import RoleToGrant, grant_role
from workflow.roles import AccountKind


@pytest.fixture
async def demo(embedded_service: LoginService, username: str, monkeypatch: pytest.MonkeyPatch) -> LoginService:
    """The service as a demo with one supervisor, one trainee and the agencies' systems."""
    account = await embedded_service.account(username)
    day = embedded_service.clock().date()
    await grant_role(account.id, RoleToGrant("supervisor", None, day), ADMINISTRATOR, embedded_service.clock())
    await embedded_service.account(f"{username}-trainee", kind="TRAINEE", client_id=account.id)
    demo_settings = embedded_service.settings.model_copy(update={"mode": "demo"})
    # Tortoise has one context in a process, and the fixture's is connected.
    monkeypatch.setattr("service.commands.demo_tokens.orm", lambda _url: nullcontext())
    return LoginService(demo_settings, embedded_service.provider, embedded_service.clock)


@pytest.mark.parametrize(
    ("role", "kind"),
    [("supervisor", AccountKind.STAFF), ("trainee", AccountKind.TRAINEE), ("agency", AccountKind.AGENCY)],
)
async def test_a_token_of_the_demo_opens_what_its_person_may(demo: LoginService, role: str, kind: AccountKind) -> None:
    token = await demo_token(demo.settings, role, demo.clock())

    answer = await demo.who(token)

    assert (answer.json()["kind"], answer.json()["roles"]) == (kind, [role])
    assert token_parts(token)[0]["typ"] == "at+jwt"
    assert token_parts(token)[1]["exp"] - token_parts(token)[1]["iat"] == 1800


async def test_there_is_no_token_of_a_role_that_nobody_holds(demo: LoginService) -> None:
    with pytest.raises(TokenNotIssued):
        await demo_token(demo.settings, "finance", demo.clock())


async def test_there_is_no_token_outside_the_demo(embedded_service: LoginService) -> None:
    with pytest.raises(TokenNotIssued):
        await demo_token(embedded_service.settings, "agency", embedded_service.clock())
