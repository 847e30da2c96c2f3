"""From accounts, grants and clients to viewers."""

from datetime import UTC, date, datetime, timedelta
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
from tortoise.exceptions import IntegrityError

from auth.access_paths import ViewerBinding
from auth.accounts.agency_clients import AgencyClientRefused
from auth.accounts.viewer_loading import BySession, ByToken, load_viewer
from auth.liveness import liveness_sql
from auth.sessions.sessions import Lifetimes, open_session
from auth.tokens.access_tokens import AccessToken, logged_token_id
from auth.tokens.random_tokens import matches_digest, token_digest
from auth.viewer import Viewer
from models.account import Account
from models.agency_client import AgencyClient
from models.session import Session
from tests.support.login.agency_clients import (
    Registration,
    create_agency_client,
    revoke_agency_client,
    rotate_client_secret,
)
from tests.support.login.forged_tokens import FORGERS_KEY
from tests.support.login.login_service import LoginService
from tests.support.login.providers import ADMINISTRATOR, AGENCY
from tests.support.login.role_grants import (
    GrantRefused,
    RoleToGrant,
    disable_account,
    enable_account,
    end_grant,
    grant_role,
)
from tests.support.organisation import STAMP
from workflow.roles import AccountKind

NOW = datetime(2027, 3, 15, 9, tzinfo=UTC)
TODAY = date(2027, 3, 15)
NORTH, SOUTH = sorted([UUID(int=7), UUID(int=8)])
ISSUER = "https://id.example"
LIFETIMES = Lifetimes(timedelta(hours=1), timedelta(hours=12))

pytestmark = pytest.mark.usefixtures("database")


async def account(**given: object) -> Account:
    values: dict[str, Any] = {
        "kind": "STAFF",
        "name": "Aino",
        "undertaking_version": "2026-1",
        "undertaking_accepted_at": NOW,
        **given,
    }
    if values["kind"] == "TRAINEE":
        values["name"] = None  # the client has one
    return await Account.create(issuer=ISSUER, subject=uuid4().hex, state="ACTIVE", **STAMP, **values)


def token_of(subject: str, *, client: str = "front", scopes: str = "register:read") -> ByToken:
    return ByToken(AccessToken(ISSUER, subject, client, frozenset(scopes.split()), 0))


async def viewer_of(found: Account, now: datetime = NOW) -> Viewer:
    viewer = await load_viewer(token_of(str(found.subject)), now)
    assert viewer is not None
    return viewer


async def test_staff_hold_what_was_granted_everywhere_or_in_units() -> None:
    aino = await account()
    for role, unit in (("coach", SOUTH), ("coach", NORTH), ("manager", None), ("manager", NORTH), ("finance", None)):
        await grant_role(aino.id, RoleToGrant(role, unit, TODAY), ADMINISTRATOR, NOW)

    viewer = await viewer_of(aino)

    assert viewer.everywhere == {"manager", "finance"}
    assert viewer.units == {"coach": (NORTH, SOUTH)}


async def test_a_grant_holds_from_its_first_day_to_the_day_before_its_end_in_finnish_time() -> None:
    aino = await account()
    await grant_role(aino.id, RoleToGrant("coach", NORTH, TODAY, TODAY + timedelta(days=1)), ADMINISTRATOR, NOW)

    held = {
        hour: bool((await viewer_of(aino, datetime(2027, 3, day, hour, tzinfo=UTC))).units)
        for day, hour in ((14, 21), (14, 22), (15, 20), (15, 23))
    }

    assert held == {21: False, 22: True, 20: True, 23: False}


@pytest.mark.parametrize(
    ("kind", "column", "role"),
    [
        ("TRAINEE", "client_id", "trainee"),
        ("OFFICIAL", "agency_id", "official"),
        ("WORKPLACE", "workplace_id", "workplace"),
    ],
)
async def test_the_others_are_what_they_are(kind: str, column: str, role: str) -> None:
    found = await account(kind=kind, **{column: NORTH})

    viewer = await viewer_of(found)

    assert viewer.everywhere == {role}
    assert (viewer.client, viewer.agency, viewer.workplace) == tuple(
        NORTH if column == name else None for name in ("client_id", "agency_id", "workplace_id")
    )
    with pytest.raises(GrantRefused):
        await grant_role(found.id, RoleToGrant("manager", None, TODAY), ADMINISTRATOR, NOW)


async def test_an_account_of_one_kind_cannot_also_be_somebody_else() -> None:
    for given in (
        {"kind": "STAFF", "client_id": NORTH},
        {"kind": "TRAINEE"},
        {"kind": "OFFICIAL", "agency_id": NORTH, "staff_id": SOUTH},
        {"kind": "AGENCY"},
    ):
        with pytest.raises(IntegrityError):
            await account(**given)


async def test_nobody_may_enter_before_the_undertaking_but_a_trainee_who_has_none() -> None:
    none = {"undertaking_version": None, "undertaking_accepted_at": None}

    new, former = await account(**none), await account(undertaking_version="2020-1")
    trainee = await account(kind="TRAINEE", client_id=NORTH, **none)

    assert [(await viewer_of(found)).may_enter for found in (new, former, trainee)] == [False, False, True]


async def test_a_session_knows_no_scopes_and_a_token_has_its_own() -> None:
    aino = await account()
    value = await open_session(aino.id, None, "", LIFETIMES, NOW)

    by_session = await load_viewer(BySession(token_digest(value)), NOW)
    by_token = await viewer_of(aino)

    assert by_session is not None
    assert (by_session.scopes, by_session.session) == (None, token_digest(value))
    assert (by_token.scopes, by_token.session) == (frozenset({"register:read"}), None)


async def test_every_change_of_an_account_raises_its_epoch() -> None:
    aino = await account()
    epochs = [1]

    grant = await grant_role(aino.id, RoleToGrant("coach", NORTH, TODAY), ADMINISTRATOR, NOW)
    epochs.append((await viewer_of(aino)).epoch)
    await end_grant(grant.id, TODAY + timedelta(days=3))
    epochs.append((await viewer_of(aino)).epoch)
    await disable_account(aino.id, NOW)
    gone = await load_viewer(token_of(str(aino.subject)), NOW)
    await enable_account(aino.id)
    epochs.append((await viewer_of(aino)).epoch)

    assert gone is None
    assert epochs == sorted(set(epochs))


async def test_a_grant_that_never_began_leaves_nothing_behind() -> None:
    aino = await account()
    grant = await grant_role(aino.id, RoleToGrant("coach", NORTH, TODAY + timedelta(days=9)), ADMINISTRATOR, NOW)

    await end_grant(grant.id, TODAY)

    assert (await viewer_of(aino, NOW + timedelta(days=9))).units == {}


async def test_a_viewer_is_loaded_by_one_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    from tortoise.connection import get_connection

    connection = get_connection("default")
    statements: list[str] = []
    ask = type(connection).execute_query_dict

    async def counted(self: Any, sql: str, values: list[Any] | None = None) -> object:
        statements.append(sql)
        return await ask(self, sql, values)

    aino = await account()
    monkeypatch.setattr(type(connection), "execute_query_dict", counted)
    await viewer_of(aino)

    assert len(statements) == 1


async def test_a_kept_viewer_is_used_once_the_statement_says_it_lives(embedded_service: LoginService) -> None:
    from tortoise.connection import get_connection

    authenticator = embedded_service.identity.authenticator
    aino = await account()
    value = await open_session(aino.id, None, "", LIFETIMES, NOW)
    credentials = BySession(token_digest(value))

    async def lives(viewer: Viewer, now: datetime) -> bool:
        values: list[object] = []

        def bind(name: str) -> str:
            values.append(now if name == "now" else getattr(viewer, name))
            return f"${len(values)}"

        sql = f"SELECT {liveness_sql(viewer, cast(ViewerBinding, bind))} AS ok"
        found: bool = (await get_connection("default").execute_query_dict(sql, values))[0]["ok"]
        return found

    first = await authenticator.viewer(credentials, NOW)
    await grant_role(aino.id, RoleToGrant("coach", NORTH, TODAY), ADMINISTRATOR, NOW)
    kept = await authenticator.viewer(credentials, NOW, may_be_cached=True)
    assert kept is not None
    is_stale = not await lives(kept, NOW)
    fresh = await authenticator.viewer(credentials, NOW)

    assert kept is first
    assert is_stale
    assert fresh is not None
    assert await authenticator.viewer(credentials, NOW, may_be_cached=True) is fresh
    assert fresh.units == {"coach": (NORTH,)}
    assert await lives(fresh, NOW)
    assert not await lives(fresh, NOW + timedelta(hours=2))
    assert await authenticator.viewer(credentials, NOW + timedelta(hours=2), may_be_cached=True) is None


async def test_a_kept_viewer_does_not_outlive_the_day() -> None:
    from auth.accounts.viewer_cache import ViewerCache
    from auth.accounts.viewer_loading import load_viewer_and_session

    midnight = datetime(2027, 3, 15, 22, tzinfo=UTC)
    aino, kept = await account(), ViewerCache()
    credentials = token_of(str(aino.subject))
    entry = await load_viewer_and_session(credentials, midnight - timedelta(seconds=20))
    assert entry is not None
    kept.put(credentials, entry, midnight - timedelta(seconds=20))

    assert kept.get(credentials, midnight - timedelta(seconds=1)) is entry
    assert kept.get(credentials, midnight) is None


async def test_tokens_of_one_client_share_a_viewer_and_each_look_names_its_own_token(
    embedded_service: LoginService,
) -> None:
    authenticator = embedded_service.identity.authenticator
    aino = await account()
    credentials = [
        ByToken(AccessToken(ISSUER, str(aino.subject), "front", frozenset({"register:read"}), 0, f"jti-{n}"))
        for n in (1, 2)
    ]
    found = [await authenticator.viewer(one, NOW, may_be_cached=True) for one in credentials]

    assert [(viewer and viewer.application, viewer and viewer.credential) for viewer in found] == [
        ("front", "jti-1"),
        ("front", "jti-2"),
    ]
    assert len(authenticator.cache.entries) == 1


async def test_a_session_is_named_by_its_id_and_not_by_what_its_cookie_holds() -> None:
    value = await open_session((await account()).id, None, "", LIFETIMES, NOW)

    viewer = await load_viewer(BySession(token_digest(value)), NOW)

    assert viewer is not None
    assert (viewer.application, viewer.credential) == (None, str((await Session.get()).id))


def test_a_long_token_id_is_logged_as_its_digest() -> None:
    assert logged_token_id("j" * 80) == "j" * 80
    assert logged_token_id("j" * 81) == token_digest("j" * 81).hex()


def registration(**given: Any) -> Registration:
    usual: dict[str, Any] = {"name": "System", "agency_id": AGENCY, "issuer": ISSUER, "scopes": ["reports:read"]}
    return Registration(**usual | given)


async def test_an_agency_system_is_its_agency_within_its_scopes() -> None:
    client = (await create_agency_client(registration(), ADMINISTRATOR, NOW)).client

    viewer = await load_viewer(token_of(str(client.subject), client=client.public_id, scopes="reports:read"), NOW)

    assert viewer is not None
    assert (viewer.kind, viewer.agency, viewer.everywhere) == (AccountKind.AGENCY, AGENCY, frozenset({"agency"}))
    assert (viewer.scopes, viewer.may_enter) == (frozenset({"reports:read"}), True)


async def test_an_agency_system_is_not_believed_through_another_client() -> None:
    client = (await create_agency_client(registration(), ADMINISTRATOR, NOW)).client

    assert await load_viewer(token_of(str(client.subject), client="front"), NOW) is None


async def test_an_agency_system_ends_when_it_expires_or_is_revoked() -> None:
    ending = (await create_agency_client(registration(expires_at=NOW + timedelta(days=1)), ADMINISTRATOR, NOW)).client
    revoked = (await create_agency_client(registration(), ADMINISTRATOR, NOW)).client

    await revoke_agency_client(revoked.id, ADMINISTRATOR, NOW)

    seen = [
        await load_viewer(token_of(str(client.subject), client=client.public_id), NOW + later) is not None
        for client, later in ((ending, timedelta()), (ending, timedelta(days=1)), (revoked, timedelta()))
    ]
    assert seen == [True, False, False]
    assert (await AgencyClient.get(id=revoked.id)).state == "REVOKED"


async def test_a_secret_is_shown_once_and_replaced_at_once() -> None:
    made = await create_agency_client(registration(), ADMINISTRATOR, NOW)
    assert made.secret is not None

    renewed = await rotate_client_secret(made.client.id, ADMINISTRATOR, NOW)

    stored = await AgencyClient.get(id=made.client.id)
    assert matches_digest(renewed, stored.secret_hash)
    assert not matches_digest(made.secret, stored.secret_hash)
    assert made.secret not in repr(made)
    assert (stored.revision, stored.epoch) == (2, 2)


@pytest.mark.parametrize(
    "given",
    [
        {"scopes": []},
        {"scopes": ["register:write"]},
        {"jwks": {"keys": []}},
        {"jwks": {"keys": [FORGERS_KEY.as_dict(private=True)]}},
        {"jwks": {"keys": [{"kty": "oct", "kid": "a", "k": "c2VjcmV0"}]}},
        {"jwks": {"keys": [{"kty": "EC", "kid": "a", "crv": "P-256", "x": "!", "y": "!"}]}},
    ],
)
async def test_a_client_that_must_not_be_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(AgencyClientRefused):
        await create_agency_client(registration(**given), ADMINISTRATOR, NOW)

    assert await AgencyClient.all().count() == 0


async def test_only_a_live_client_with_a_secret_gets_a_new_one() -> None:
    keys = {"keys": [FORGERS_KEY.as_dict(private=False)]}
    with_key = (await create_agency_client(registration(jwks=keys), ADMINISTRATOR, NOW)).client
    revoked = (await create_agency_client(registration(), ADMINISTRATOR, NOW)).client
    await revoke_agency_client(revoked.id, ADMINISTRATOR, NOW)

    for client in (with_key, revoked):
        with pytest.raises(AgencyClientRefused):
            await rotate_client_secret(client.id, ADMINISTRATOR, NOW)
        assert (await AgencyClient.get(id=client.id)).secret_hash == client.secret_hash
