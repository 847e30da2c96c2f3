"""
Rows of every type in every state, a viewer of every role, and what the table says that each may do with each row.

What may be done is read straight off the workflow's table: nothing of auth/policy.py is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any
from uuid import UUID

from auth.viewer import Viewer
from models.account import Account
from resolvers.declaration import ContentType, ContentTypes, Field
from tests.support.organisation import TODAY
from tests.support.rows.fillable_service import FillableService
from tests.support.rows.filler import AUTHOR, DAY, Filler
from workflow.data_request import OPEN_STATES
from workflow.roles import GRANTABLE, ROLES, AccountKind, Holding, Role
from workflow.vocabulary import MOVE, PERMISSIONS, SCOPES, Permission

# What differs between the three clients of the scene.
CLIENTS = ("free", "safety_restriction", "processing_restriction")
AGENCY_SCOPES = frozenset({"referrals:write", "attendance:read", "reports:read"})


@dataclass
class EveryState:
    """
    Rows of every type in every state, by noun; the restriction of the client behind each row; a viewer for every
    role.
    """

    service: FillableService
    restriction: dict[UUID, str]
    people: dict[str, Viewer]
    represented: dict[UUID, UUID] = dataclass_field(default_factory=dict)  # the client of a guardian's account

    @property
    def content_types(self) -> ContentTypes:
        """The declared content types."""
        return self.service.content_types

    def rows(self, noun: str) -> list[Any]:
        """Return the rows of a type."""
        return self.service.filler.rows[noun]

    def public(self, noun: str, row: Any) -> str:
        """Return the public id of a row."""
        return self.service.filler.public(noun, row)

    def roles(self, viewer: Viewer, type_: ContentType, row: Any) -> frozenset[Role]:
        """Return the roles that a viewer holds on a row, as product.md puts it."""
        return frozenset({*_held(viewer, type_, row), *self._let_in(viewer, type_, row)})

    def _let_in(self, viewer: Viewer, type_: ContentType, row: Any) -> Iterator[Role]:
        """Yield the roles that an emergency, a support access or a request in work gives on a row."""
        client = getattr(row, type_.kind.reach.client) if type_.kind.reach.client else None
        for role, noun in ((Role.EMERGENCY, "emergency_access"), (Role.SUPPORT, "support_access")):
            opened = any(e.client_id == client and e.state == "OPEN" for e in self.rows(noun))
            if str(role) in viewer.everywhere and client is not None and opened:
                yield role
        asked = any(r.client_id == client and r.state in OPEN_STATES for r in self.rows("data_request"))
        if str(Role.PRIVACY_OFFICER) in viewer.everywhere and client is not None and asked:
            yield Role.REQUEST_HANDLER
        own = getattr(row, type_.kind.reach.trainee) if type_.kind.reach.trainee else None
        if type_.kind.reach.representation:  # a guardian reaches the own acts alone
            acted = getattr(row, type_.kind.reach.representation)
            own = next(
                (r.client_id for r in self.rows("representation") if (r.pk, r.account_id) == (acted, viewer.account)),
                None,
            )
        if type_.kind.reach.matter and own is not None and self.represented.get(viewer.account) == own:
            yield Role.GUARDIAN

    def may(self, viewer: Viewer, type_: ContentType, row: Any, permission: Permission) -> bool:
        """Tell what the workflow's table says: some role in this state, not taken away, and within the scopes."""
        held = self.roles(viewer, type_, row) & type_.kind.workflow.states[row.state].grants.get(
            permission, frozenset()
        )
        return bool(held) and self._left(viewer, type_, row, permission)

    def moves(self, viewer: Viewer, type_: ContentType, row: Any) -> bool:
        """Tell whether no restriction and no scope keeps a viewer from taking transitions of a row."""
        return self._left(viewer, type_, row, MOVE)

    def _left(self, viewer: Viewer, type_: ContentType, row: Any, permission: Permission) -> bool:
        for restriction in type_.kind.workflow.restrictions:
            is_set = self.restriction.get(UUID(str(row.pk))) == restriction.column
            if restriction.column == "not_today":
                is_set = row.state == "PLANNED" and row.day != TODAY
            if restriction.column == "proposal_not_sent":
                is_set = row.state == "WITHDRAWN" and row.sent_at is None
            if (
                is_set
                and permission in restriction.permissions
                and not self.roles(viewer, type_, row) & restriction.exempt
            ):
                return False
        return self.opens(viewer, type_.noun, permission)

    def opens(self, viewer: Viewer, noun: str, permission: Permission) -> bool:
        """Tell whether the scopes of a viewer's token leave a permission on a type open."""
        return viewer.scopes is None or any(
            (scope.types is None or noun in scope.types) and (scope.writes or not permission.writes)
            for scope in (SCOPES[name] for name in viewer.scopes)
        )

    def hidden_keys(self, viewer: Viewer, type_: ContentType, row: Any, field: Field) -> set[str]:
        """Return the keys of a form's answers that its sections keep from a viewer, or that no section has."""
        named: dict[str, list[str]] = {key: [] for key in getattr(row, field.name)}
        for section in getattr(row, str(field.sections)):
            for key in section["keys"]:
                named.setdefault(key, []).append(section["read"])
        return {
            key
            for key, reads in named.items()
            if len(reads) != 1 or reads[0] not in PERMISSIONS or not self.may(viewer, type_, row, PERMISSIONS[reads[0]])
        }

    def sees(self, viewer: Viewer, type_: ContentType, row: Any) -> bool:
        """Tell whether a viewer sees a row at all."""
        return self.may(viewer, type_, row, Permission("view"))


def _held(viewer: Viewer, type_: ContentType, row: Any) -> Iterator[Role]:
    reach = type_.kind.reach

    def named(column: str | None) -> UUID | None:
        value = getattr(row, column) if column else None
        return UUID(str(value)) if value else None

    yield Role.MEMBER
    if viewer.kind is AccountKind.STAFF and str(Role.SUPPORT) not in viewer.everywhere:
        yield Role.EMPLOYEE
    if named(reach.author) == viewer.account:
        yield Role.AUTHOR
    for name in {*viewer.everywhere, *viewer.units}:
        role = Role(name)
        own = {
            Role.TRAINEE: (named(reach.trainee), viewer.client),
            Role.WORKPLACE: (named(reach.workplace), viewer.workplace),
            Role.OFFICIAL: (named(reach.agency), viewer.agency),
            Role.AGENCY: (named(reach.agency), viewer.agency),
        }
        if role is Role.COACH:
            # Every client of the scene is in the caseload of its one coach, who coaches in another unit.
            if named(reach.client) and viewer.staff:
                yield role
        elif role is Role.KEEPER:
            own_agency = viewer.agency and named(reach.agency) == viewer.agency
            if own_agency or (viewer.workplace and named(reach.workplace) == viewer.workplace):
                yield role
        elif role in (Role.EMERGENCY, Role.SUPPORT, Role.REQUEST_HANDLER, Role.GUARDIAN):
            continue
        elif role in own:
            mine, me = own[role]
            # Every row of the scene that names a referral for its consent names one with a statutory basis.
            if (mine and mine == me) or (
                named(reach.consent) and viewer.agency and role in (Role.OFFICIAL, Role.AGENCY)
            ):
                yield role
        elif name in viewer.everywhere or named(reach.unit) in viewer.units.get(name, ()):
            yield role


async def build_every_state(service: FillableService) -> EveryState:
    """Store rows of every type in every state, and accounts for a viewer of every role."""
    filler = service.filler
    for noun in ("organisation", "unit", "register", "staff_member", "agency", "official", "workplace", "service_type"):
        await filler.add(noun)
        filler.pinned[noun] = filler.last(noun)
    elsewhere = await filler.add("unit")
    restriction: dict[UUID, str] = {}
    personal = [n for n, t in service.content_types.items() if t.subject is not None]
    for column in CLIENTS:
        filler.pinned = {n: i for n, i in filler.pinned.items() if n not in personal}
        await _client(filler, {} if column == "free" else {column: True})
        before = {n: len(filler.rows.get(n, [])) for n in personal}
        for noun in personal:
            await _every_state(filler, noun, {} if column == "free" else {column: True})
        for noun in personal:
            for row in (*filler.rows[noun][before[noun] :], *_pinned(filler, noun)):
                restriction[UUID(str(row.pk))] = column
    for noun in sorted(set(service.content_types) - set(personal)):
        await filler.every_state(noun)
    scene = EveryState(service, restriction, {})
    await _people(scene, UUID(str(elsewhere.pk)))
    return scene


def _pinned(filler: Filler, noun: str) -> list[Any]:
    return [row for row in filler.rows[noun] if UUID(str(row.pk)) == filler.pinned.get(noun)]


async def _client(filler: Filler, columns: dict[str, Any]) -> None:
    """Store one client with one row of everything that rows about a client refer to."""
    context: dict[str, dict[str, Any]] = {
        "client": {"state": "ACTIVE", **columns},
        "referral": {"state": "STARTED", "basis": "STATUTORY"},
        "relationship": {},
        "programme": {"state": "ACTIVE"},
        "goal": {},
        "contract": {"state": "ACTIVE"},
    }
    for noun, given in context.items():
        await filler.add(noun, given.pop("state", None), **given)
        filler.pinned[noun] = filler.last(noun)


async def _every_state(filler: Filler, noun: str, restriction: dict[str, Any]) -> None:
    if noun == "client":
        for row in await filler.every_state(noun, **restriction):
            await filler.add("relationship", client_id=row.pk)
    elif noun == "coaching_note":
        client = filler.pinned["client"]
        await filler.every_state(noun, shared_with_id=client, visibility="SHARED_WITH_TRAINEE")
        await filler.every_state(noun)
    elif noun == "substitution":
        await filler.every_state(noun, starts_on=DAY)
    else:
        await filler.every_state(noun)


async def _people(scene: EveryState, elsewhere: UUID) -> None:
    filler, staff, unit = scene.service.filler, AccountKind.STAFF, scene.service.filler.pinned["unit"]
    agency, workplace = filler.pinned["agency"], filler.pinned["workplace"]
    found: dict[str, dict[str, Any]] = {
        "coach": {"staff": filler.pinned["staff_member"], "units": {"coach": (elsewhere,)}},
        "colleague": {"units": {"colleague": (unit,)}},
        "supervisor": {"units": {"supervisor": (unit,)}},
        "cleared": {"units": {"supervisor": (unit,)}, "everywhere": frozenset({"cleared"})},
        "employee": {},
        "author": {"account": AUTHOR},
        "emergency": {"account": AUTHOR, "everywhere": frozenset({"emergency"})},
        "support": {"staff": filler.pinned["staff_member"], "everywhere": frozenset({"support"})},
        "official": {"kind": AccountKind.OFFICIAL, "agency": agency, "everywhere": frozenset({"official"})},
        "keeper": {
            "kind": AccountKind.OFFICIAL,
            "agency": agency,
            "everywhere": frozenset({"official", "keeper"}),
        },
        "workplace": {"kind": AccountKind.WORKPLACE, "workplace": workplace, "everywhere": frozenset({"workplace"})},
    }
    found |= {str(role): {"everywhere": frozenset({str(role)})} for role in GRANTABLE if str(role) not in found}
    for column in CLIENTS:
        own = next(r for r in scene.rows("client") if r.state == "ACTIVE" and scene.restriction[r.pk] == column)
        found[f"trainee {column}"] = {
            "kind": AccountKind.TRAINEE,
            "client": own.pk,
            "everywhere": frozenset({"trainee"}),
        }
        found[f"guardian {column}"] = {"kind": AccountKind.GUARDIAN, "everywhere": frozenset({"guardian"})}
    for number, (name, given) in enumerate(sorted(found.items())):
        account = given.pop("account", UUID(int=0xC00 + number))
        if account != AUTHOR:
            await scene.service.open_account(account)
        scene.people[name] = Viewer(**{"account": account, "kind": staff, "epoch": 1, "name": name, **given})
    await _guardians(scene)
    filler.rows["account"] = await Account.all()  # those of the viewers are content too
    system = next(r for r in scene.rows("agency_client") if r.state == "ACTIVE")
    token: dict[str, Any] = {"kind": AccountKind.AGENCY, "agency": agency, "everywhere": frozenset({"agency"})}
    scene.people["agency"] = Viewer(account=system.pk, epoch=system.epoch, name="agency", **token)
    scene.people["agency token"] = Viewer(
        account=system.pk, epoch=system.epoch, name="agency", scopes=AGENCY_SCOPES, **token
    )


async def _guardians(scene: EveryState) -> None:
    """Let each guardian represent the client that the name tells, in every matter."""
    for column in CLIENTS:
        own = next(r for r in scene.rows("client") if r.state == "ACTIVE" and scene.restriction[r.pk] == column)
        account = scene.people[f"guardian {column}"].account
        row = await scene.service.filler.add(
            "representation", "IN_FORCE", client_id=own.pk, account_id=account, valid_from=DAY
        )
        scene.restriction[UUID(str(row.pk))] = column
        scene.represented[account] = UUID(str(own.pk))


AT_ONCE = 25  # root fields of a document


# Roles that more than one viewer stands for: they differ by the client who one is, or by the scopes of the token.
VARIANTS = {
    Role.TRAINEE: tuple(f"trainee {column}" for column in CLIENTS),
    Role.GUARDIAN: tuple(f"guardian {column}" for column in CLIENTS),
    Role.AGENCY: ("agency", "agency token"),
}
# Everybody whom the matrix asks as, from the table of roles. A role that another brings is asked as the other; every
# viewer is a member.
ASKED_AS = sorted(
    name
    for role, declared in ROLES.items()
    if declared.holding is not Holding.BROUGHT and role is not Role.MEMBER
    for name in VARIANTS.get(role, (str(role),))
)


def batches(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield the rows in groups that fit into one document."""
    for start in range(0, len(rows), AT_ONCE):
        yield rows[start : start + AT_ONCE]
