"""Who sees an object at this moment, and by which way."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

import strawberry

from auth.policy import allowed
from auth.viewer import Viewer
from resolvers.declaration import ContentType
from resolvers.protection.who_sees import Sight, names_are_shown, viewer_by_account, who_sees
from resolvers.public_ids import object_uuid, parse_public_id, public_id
from resolvers.reading.by_caller.named_people import PERSONAL_KINDS
from resolvers.writing.explanation import VisibleObject, seen_by_another, visible_object
from schema.engine.closed_sets import ActorKind
from schema.engine.directives import Protected
from schema.execution.answering import FieldContext
from workflow.client import SAFETY
from workflow.roles import AccountKind
from workflow.vocabulary import AUDIT, CONTACT, LOG, NAME, Permission

_SELF = Protected(read="view")


@strawberry.type(description="One way by which somebody sees an object. (Näkijä)")
class Onlooker:
    """Somebody who sees an object, with the roles that reach it by one way."""

    id: strawberry.ID = strawberry.field(description="The account, or the registered client.", directives=[_SELF])
    name: str | None = strawberry.field(
        description="Name of the person or of the registered client; null of the person whom the object is about, and "
        "of who represents the person, where the caller may not read the name.",
        directives=[_SELF],
    )
    kind: ActorKind = strawberry.field(description="What kind of caller.", directives=[_SELF])
    roles: list[str] = strawberry.field(description="The roles that reach the object by this way.", directives=[_SELF])
    way: str = strawberry.field(
        description="How they reach it, such as `caseload`, `unit`, `everywhere` or `consent`.", directives=[_SELF]
    )
    until: datetime | None = strawberry.field(
        description="When the way ends; null where no end is set.", directives=[_SELF]
    )


@strawberry.type
class SightFields:
    """Root fields about who sees an object."""

    @strawberry.field(  # type: ignore[untyped-decorator] # an overload of strawberry that mypy cannot choose
        description="Who sees an object at this moment, and by which way; null for those who may not read who looked.",
        directives=[_SELF],
    )
    async def who_sees(
        self,
        info: strawberry.Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which object.")],  # noqa: A002
    ) -> list[Onlooker] | None:
        """Return who sees an object of which the caller may read who looked, or who wrote."""
        context, parsed = info.context, parse_public_id(str(id))
        type_ = context.content_types.get(parsed[0]) if parsed else None
        uuid = object_uuid(type_.noun, str(id)) if type_ else None
        if type_ is None or uuid is None:
            return None
        visible = await visible_object(context.pool, context.call, type_, uuid, "whoSees")
        hidden = await _hidden_kinds(context, type_, visible) if visible else None
        if visible is None or hidden is None:
            return None
        sights = await who_sees(context.pool, type_, visible.row, context.request.now)
        shown = [one for one in sights if one.viewer.kind not in hidden]
        nameless = await _nameless(context, type_, visible, shown)
        told = [_onlooker(one, is_named=one.viewer.account not in nameless) for one in shown]
        return sorted(told, key=lambda one: (one.name is None, one.name or "", one.id))  # no place tells a name


def may_ask_who_sees(viewer: Viewer, is_allowed: Callable[[Permission], bool]) -> bool:
    """Return whether a viewer may know who sees an object, by what is allowed on it; a guardian never."""
    return viewer.kind is not AccountKind.GUARDIAN and any(is_allowed(permission) for permission in (LOG, AUDIT))


async def as_seen_by(
    context: FieldContext, type_: ContentType, visible: VisibleObject, account: str
) -> tuple[Viewer, VisibleObject] | None:
    """Return somebody else, with the object as it is to them; None unless the caller may know who sees the object."""
    uuid, hidden = object_uuid("account", account), await _hidden_kinds(context, type_, visible)
    viewer = await viewer_by_account(context.pool, uuid, context.request.now) if uuid else None
    if viewer is None or hidden is None or viewer.kind in hidden:
        return None
    seen = await seen_by_another(context.pool, context.call, type_, visible.row["id"], viewer)
    return (viewer, seen) if seen else None


async def _hidden_kinds(
    context: FieldContext, type_: ContentType, visible: VisibleObject
) -> frozenset[AccountKind] | None:
    """
    Return the kinds of onlookers that the caller may not know of; None where the caller may know of nobody.

    It follows what the log shows: the person sees names as far as the law of the registers shows them, and who may not
    know where a protected person is learns of no workplace. A guardian is told nothing.
    """
    viewer, kind, row, facts = context.request.viewer, type_.kind, visible.row, visible.facts
    if not may_ask_who_sees(viewer, lambda permission: allowed(viewer, kind, row, permission, facts)):
        return None
    if viewer.client is not None and not await names_are_shown(context.pool, viewer.client):
        return None
    is_protected = SAFETY.column in facts.restrictions and not allowed(viewer, kind, row, CONTACT, facts)
    return frozenset({AccountKind.WORKPLACE} if is_protected else ())


async def _nameless(
    context: FieldContext, type_: ContentType, visible: VisibleObject, sights: Sequence[Sight]
) -> set[UUID]:
    """
    Return the accounts whose names the caller may not read: the person's and those of who represents the person.

    It is the permission to read the name of the client, as in the log; the own account is known.
    """
    viewer, client = context.request.viewer, context.content_types["client"]
    personal = {one.viewer.account for one in sights if one.viewer.kind in PERSONAL_KINDS} - {viewer.account}
    uuid = visible.row.get(type_.kind.reach.client or "")
    if not personal or uuid is None:
        return personal
    found = await seen_by_another(context.pool, context.call, client, uuid, viewer)
    return set() if found and allowed(viewer, client.kind, found.row, NAME, found.facts) else personal


def _onlooker(sight: Sight, *, is_named: bool) -> Onlooker:
    noun = "agency_client" if sight.viewer.kind is AccountKind.AGENCY else "account"
    return Onlooker(
        id=strawberry.ID(public_id(noun, sight.viewer.account)),
        name=sight.viewer.name if is_named else None,
        kind=ActorKind[str(sight.viewer.kind)],
        roles=[str(role) for role in sight.roles],
        way=str(sight.way),
        until=sight.until,
    )
