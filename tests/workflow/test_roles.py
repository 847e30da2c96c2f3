"""What is known of a role stands in one table: paths, purposes, titles, and who grants it."""

import re
from dataclasses import replace
from uuid import UUID

import asyncpg
import pytest

from auth.access_paths import access_paths
from auth.disclosure import possible_purposes
from auth.held_roles import holds_role
from auth.viewer import Viewer
from models.content import Reach
from schema.engine.shared import Purpose
from workflow.purposes import PURPOSES
from workflow.roles import (
    GRANTABLE,
    ROLE_OF_ACCOUNT,
    ROLES,
    AccountKind,
    Holding,
    PathKind,
    Role,
    RoleMalformed,
    role_table,
)
from workflow.vocabulary import STAND_INS

WHO = UUID(int=1)
EVERY_COLUMN = Reach(
    "client_id", "unit_id", "agency_id", "workplace_id", "created_by", "referral_id", matter="COACHING"
)


def somebody(role: Role) -> Viewer:
    """Return a caller who holds a role in the way in which the table says that it is held."""
    declared = ROLES[role]
    held = declared.brought_by[:1] if declared.holding is Holding.BROUGHT else (role,)
    return Viewer(
        WHO,
        declared.account_kinds[0],
        1,
        "Somebody",
        staff=WHO,
        client=WHO,
        agency=WHO,
        workplace=WHO,
        everywhere=frozenset(map(str, held)),
    )


@pytest.mark.parametrize("role", Role)
def test_every_role_leads_to_rows_by_the_paths_of_its_row(role: Role) -> None:
    kinds = {path.kind for path in access_paths(somebody(role), EVERY_COLUMN, role)}

    assert kinds == set(ROLES[role].paths) - {PathKind.UNIT}, "granted everywhere, it is granted in no unit"


@pytest.mark.parametrize("role", GRANTABLE)
def test_a_role_that_is_granted_in_a_unit_leads_no_further(role: Role) -> None:
    viewer = replace(somebody(role), everywhere=frozenset(), units={str(role): (WHO,)})

    assert PathKind.EVERYWHERE not in {path.kind for path in access_paths(viewer, EVERY_COLUMN, role)}
    assert holds_role(viewer, role)


@pytest.mark.parametrize("role", [role for role in Role if ROLES[role].looks_at_people])
def test_every_look_has_a_purpose_that_the_role_has(role: Role) -> None:
    assert set(possible_purposes(somebody(role))) <= set(PURPOSES)
    if ROLES[role].holding in {Holding.GRANTED, Holding.ACCOUNT}:
        assert possible_purposes(somebody(role)) == ROLES[role].purposes


def test_a_role_that_looks_at_nobody_adds_no_purpose_to_one_that_does() -> None:
    both = replace(somebody(Role.COACH), everywhere=frozenset({"coach", "administrator", "cleared", "emergency"}))

    assert possible_purposes(both) == ROLES[Role.COACH].purposes


def test_the_purposes_that_may_be_stated_are_those_of_the_table() -> None:
    assert [member.name for member in Purpose] == [name for name, purpose in PURPOSES.items() if purpose.is_stated]


def test_a_role_without_a_row_or_without_a_purpose_does_not_build() -> None:
    with pytest.raises(RoleMalformed, match="no declaration of the role coach"):
        role_table(*(declared for role, declared in ROLES.items() if role is not Role.COACH))
    with pytest.raises(RoleMalformed, match="coach: say for which purposes it looks"):
        replace(ROLES[Role.COACH], purposes=())
    with pytest.raises(RoleMalformed, match="coach: say for which purposes it looks, and by which paths"):
        replace(ROLES[Role.COACH], paths=())
    with pytest.raises(RoleMalformed, match="coach: no such purpose: CURIOSITY"):
        replace(ROLES[Role.COACH], purposes=("CURIOSITY",))
    with pytest.raises(RoleMalformed, match="coach: say who grants it"):
        replace(ROLES[Role.COACH], granted_by=())
    with pytest.raises(RoleMalformed, match="declared twice"):
        role_table(*ROLES.values(), ROLES[Role.COACH])


def test_every_kind_of_account_but_the_staff_is_one_role() -> None:
    assert set(ROLE_OF_ACCOUNT) == set(AccountKind) - {AccountKind.STAFF, AccountKind.SERVICE}


def test_who_stands_in_for_others_is_let_in_and_never_granted_as_one_of_them() -> None:
    assert {ROLES[role].holding for role in STAND_INS} <= {Holding.OPENED, Holding.BROUGHT, Holding.GRANTED}
    assert not {Role.EMERGENCY, Role.REQUEST_HANDLER} & set(GRANTABLE)


async def test_the_database_grants_the_roles_of_the_table_and_no_others(database_copy: str) -> None:
    connection = await asyncpg.connect(database_copy)
    try:
        text = await connection.fetchval(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'role_grant_role'"
        )
    finally:
        await connection.close()

    assert set(re.findall(r"'([a-z_]+)'", text)) == set(map(str, GRANTABLE))
