"""Administrators grant roles; nobody grants one to oneself, and two people decide on two of them."""

from datetime import timedelta

import pytest

from models.account import Account, RoleGrant
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.organisation import TODAY, SampleOrganisation, hire_staff

ADMIN = "administrator"
WRONG = ("coach_a", "supervisor_a", "manager", "finance", "privacy_officer", "trainee", "official_x", "workplace")
ROLES = "query R { viewer { roles { role } } }"


@pytest.fixture
async def organisation(organisation: SampleOrganisation) -> SampleOrganisation:
    """Return the organisation with a second administrator, and with a newcomer who holds no role."""
    await hire_staff(organisation, "second_admin", "administrator", None)
    await hire_staff(organisation, "newcomer", "colleague", "unit_a")
    await RoleGrant.filter(account_id=organisation.rows["account_newcomer"].pk).delete()
    return organisation


def account(organisation: SampleOrganisation, who: str) -> str:
    return f"account_{organisation.rows[f'account_{who}'].pk.hex}"


async def held(organisation: SampleOrganisation, who: str) -> set[str]:
    viewer = await organisation.viewer(who)
    return set(viewer.everywhere | viewer.units.keys())


async def grant(organisation: SampleOrganisation, by: str, to: str, role: str, **more: str) -> tuple[dict, list[str]]:  # type: ignore[type-arg]
    given = {"accountId": account(organisation, to), "role": role, "startsOn": TODAY.isoformat(), **more}
    return await try_to_create(organisation, by, "RoleGrant", **given)


async def test_a_granted_role_holds_at_once_and_ends_at_once(organisation: SampleOrganisation) -> None:
    unit = organisation.ids["unit_a"]
    epoch = (await organisation.viewer("newcomer")).epoch

    it, refused = await grant(organisation, ADMIN, "newcomer", "coach", unitId=unit)
    granted, granted_epoch = await held(organisation, "newcomer"), (await organisation.viewer("newcomer")).epoch
    ended = await step(organisation, ADMIN, "RoleGrant", it, "END", comment="Moved to another job")

    assert (refused, it["state"], granted) == ([], "ENDED", {"coach"})
    assert ended == []
    assert granted_epoch > epoch, "a cached viewer must become stale"
    assert await held(organisation, "newcomer") == set()


@pytest.mark.parametrize("who", WRONG)
async def test_nobody_else_grants_or_ends_a_role(organisation: SampleOrganisation, who: str) -> None:
    before = await organisation.count("role_grant", "state = 'IN_FORCE'")
    some = await create(
        organisation,
        ADMIN,
        "RoleGrant",
        accountId=account(organisation, "newcomer"),
        role="finance",
        startsOn="2026-11-23",
    )

    _, refused = await grant(organisation, who, "newcomer", "coach")
    ended = await step(organisation, who, "RoleGrant", dict(some), "END", comment="Why not")

    assert refused[0] in {"FORBIDDEN", "NOT_FOUND"}
    assert ended[0] in {"FORBIDDEN", "NOT_FOUND", "WRONG_ROLE"}
    assert await organisation.count("role_grant", "state = 'IN_FORCE'") == before + 1


async def test_nobody_grants_a_role_to_oneself(organisation: SampleOrganisation) -> None:
    _, refused = await grant(organisation, ADMIN, ADMIN, "coach")

    assert refused == ["SELF_GRANT"]
    assert await held(organisation, ADMIN) == {"administrator"}


@pytest.mark.parametrize("role", ["administrator", "privacy_officer"])
async def test_two_people_grant_what_two_must(organisation: SampleOrganisation, role: str) -> None:
    it, refused = await grant(organisation, ADMIN, "newcomer", role)
    alone = await step(organisation, ADMIN, "RoleGrant", it, "APPROVE")
    waiting = await held(organisation, "newcomer")
    together = await step(organisation, "second_admin", "RoleGrant", it, "APPROVE")

    assert (refused, alone, waiting) == ([], ["TWO_PEOPLE"], set())
    assert (together, it["state"]) == ([], "IN_FORCE")
    assert await held(organisation, "newcomer") == {role}


async def test_one_of_two_cannot_make_such_a_role_longer(organisation: SampleOrganisation) -> None:
    end = TODAY + timedelta(days=30)
    it, _ = await grant(organisation, ADMIN, "newcomer", "privacy_officer", endsBefore=end.isoformat())
    await step(organisation, "second_admin", "RoleGrant", it, "APPROVE")

    longer = await update(organisation, ADMIN, "RoleGrant", it, endsBefore=None)

    assert longer == ["TWO_PEOPLE"]


async def test_the_last_administrator_stays(organisation: SampleOrganisation) -> None:
    grants = {g.account_id: g for g in await RoleGrant.filter(role="administrator")}  # type: ignore[attr-defined]
    ids = {
        name: f"role_grant_{grants[organisation.rows[f'account_{name}'].pk].pk.hex}" for name in (ADMIN, "second_admin")
    }
    first = {"id": ids["second_admin"], "revision": 1}
    last = {"id": ids[ADMIN], "revision": 1}

    ended = await step(organisation, ADMIN, "RoleGrant", first, "END", comment="Left")
    refused = await step(organisation, ADMIN, "RoleGrant", last, "END", comment="Left too")

    assert (ended, refused) == ([], ["LAST_HOLDER"])
    assert await held(organisation, ADMIN) == {"administrator"}


async def test_a_role_fits_the_kind_of_account(organisation: SampleOrganisation) -> None:
    _, refused = await grant(organisation, ADMIN, "official_x", "coach")
    keeper, accepted = await grant(organisation, ADMIN, "official_x", "keeper")
    _, backwards = await grant(organisation, ADMIN, "newcomer", "coach", endsBefore="2026-11-23")

    assert (refused, accepted, keeper["state"]) == (["WRONG_ACCOUNT_KIND"], [], "IN_FORCE")
    assert await held(organisation, "official_x") == {"official", "keeper"}
    assert backwards == ["ENDS_BEFORE_START"]


async def test_who_is_disabled_is_out_until_enabled(
    organisation: SampleOrganisation,
) -> None:
    it = {"id": account(organisation, "coach_a"), "revision": 1}

    disabled = await step(organisation, ADMIN, "Account", it, "DISABLE", comment="Lost the phone")
    own = await step(
        organisation, ADMIN, "Account", {"id": account(organisation, ADMIN), "revision": 1}, "DISABLE", comment="x"
    )
    row = await Account.get(id=organisation.rows["account_coach_a"].pk)
    with pytest.raises(AssertionError, match="nobody is called"):
        await organisation.viewer("coach_a")
    enabled = await step(organisation, ADMIN, "Account", it, "ENABLE", comment="Found it")

    assert (disabled, own, enabled) == ([], ["OWN_ACCOUNT"], [])
    assert row.disabled_at is not None
    assert (await organisation.viewer("coach_a")).epoch > 1


@pytest.mark.parametrize("name", ["SEND_PASSWORD_LINK", "RESET_SECOND_FACTOR"])
async def test_an_administrator_cannot_enter_as_a_client(organisation: SampleOrganisation, name: str) -> None:
    it = {"id": account(organisation, "trainee"), "revision": 1}

    assert await step(organisation, ADMIN, "Account", it, name, comment="Forgot") == ["OF_CLIENT"]
