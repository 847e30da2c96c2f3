"""What is asked beside the stored content: who am I, what is there, what may I do, and why not."""

from datetime import datetime
from typing import Annotated, Any

import strawberry

from auth.policy import access_rule, may_add
from auth.viewer import Viewer
from resolvers.declaration import ContentType, Field
from resolvers.public_ids import object_uuid, parse_public_id, public_id
from resolvers.reading.parameters import Call
from resolvers.writing.explanation import VisibleObject, explain_permission, offered_transitions, visible_object
from schema.engine.directives import Protected
from schema.engine.language import CHOICES
from workflow.vocabulary import PERMISSIONS

_SELF = Protected(read="view")
_Which = Annotated[strawberry.ID, strawberry.argument(description="Which object.")]
_Perhaps = Annotated[
    strawberry.ID | None, strawberry.argument(description="Which object; without it, objects in general.")
]
_Name = Annotated[str, strawberry.argument(description="Name of the object type, such as Client.")]


def _said(text: str) -> Any:
    return strawberry.field(description=text, directives=[_SELF])


@strawberry.type(description="A text in the three languages of the service.")
class Titles:
    """Finnish, Swedish, English."""

    fi: str = _said("Finnish.")
    sv: str = _said("Swedish.")
    en: str = _said("English.")


@strawberry.type(description="A role and the units in which it is held. (Rooli)")
class HeldRole:
    """One role of the caller."""

    role: str = _said("Name of the role.")
    everywhere: bool = _said("Whether it is held in the whole organisation, or for one's own records only.")
    unit_ids: list[strawberry.ID] = _said("The units in which it is held.")


@strawberry.type(description="The caller. (Kirjautunut käyttäjä)")
class Caller:
    """Who is asking."""

    name: str = _said("Name of the person or of the registered client.")
    kind: str = _said("STAFF, TRAINEE, OFFICIAL, WORKPLACE or AGENCY.")
    language: str = _said("Preferred language.")
    roles: list[HeldRole] = _said("Roles held.")
    scopes: list[str] | None = _said("Scopes of the token; null for a session, which nothing narrows.")
    staff_member_id: strawberry.ID | None = _said("The caller as a staff member.")
    client_id: strawberry.ID | None = _said("The caller as a client.")
    agency_id: strawberry.ID | None = _said("The caller's agency.")


@strawberry.type(description="Why a permission is held or missing. (Perustelu)")
class Explanation:
    """The answer to "why may I not?" about one permission."""

    allowed: bool = _said("Whether the caller holds the permission on this object now.")
    permission: str = _said("The permission asked about.")
    state: str = _said("The object's workflow state.")
    roles_that_would_do: list[str] = _said("Roles that hold the permission in this state.")
    roles_held: list[str] = _said("Roles the caller holds on this object, with the way each reaches it.")
    scope_open: bool = _said("Whether the token's scopes leave the permission open.")
    restrictions: list[str] = _said("Restrictions of the client that take the permission away.")


@strawberry.type(description="A field of a content type as the caller meets it. (Kenttä)")
class FieldInfo:
    """One field."""

    name: str = _said("Name in the schema.")
    titles: Titles = _said("Titles for forms and lists.")
    description: str = _said("What it holds.")
    kind: str = _said("Kind of value.")
    vocabulary: str | None = _said("Vocabulary that its codes come from.")
    choices: list[str] = _said("Closed list of values, if any.")
    required: bool = _said("Whether creation needs it.")
    personal: bool = _said("Whether it is personal data; reading it is logged.")
    origin: str | None = _said(
        "Whose word personal data is: PERSON, OBSERVED of the person, WRITER (whoever wrote it last), or OTHERS."
    )
    may_read: bool = _said("Whether the caller may read it: on the object, or without one on any object.")
    may_write: bool = _said("Whether the caller may write it: on the object, or without one on any object.")


@strawberry.type(description="A state of a workflow. (Tila)")
class StateInfo:
    """One state."""

    name: str = _said("Name.")
    titles: Titles = _said("Titles.")


@strawberry.type(description="A transition as the caller meets it. (Siirtymä)")
class TransitionInfo:
    """One transition; `offered_transitions` only where an object was named."""

    name: str = _said("Name, as the transition mutation takes it.")
    titles: Titles = _said("Titles.")
    target: str = _said("State it leads to; `=` where it stays.")
    offered: bool = _said("Whether the caller may take it now on the object.")
    reason: str | None = _said(
        "Why it is not offered: WRONG_STATE, WRONG_ROLE, FORBIDDEN (the token only reads) or PROCESSING_RESTRICTION."
    )
    comment_required: bool = _said("Whether a comment must be given.")
    reason_vocabulary: str | None = _said("Vocabulary of the reason code it requires.")


@strawberry.type(description="A content type as the caller meets it. (Sisältötyyppi)")
class ContentTypeInfo:
    """What a form or a list needs to know."""

    name: str = _said("Name of the object type.")
    titles: Titles = _said("Titles.")
    description: str = _said("What it is.")
    may_create: bool = _said("Whether the caller may create one.")
    fields: list[FieldInfo] = _said("Its fields.")
    states: list[StateInfo] = _said("States of its workflow.")
    transitions: list[TransitionInfo] = _said("Transitions of its workflow.")


def _titles(texts: tuple[str, str, str]) -> Titles:
    return Titles(fi=texts[0], sv=texts[1], en=texts[2])


def _viewer_of(viewer: Viewer) -> Caller:
    """Return the caller as the API shows it."""
    roles = [HeldRole(role=r, everywhere=True, unit_ids=[]) for r in sorted(viewer.everywhere)]
    roles += [
        HeldRole(role=r, everywhere=False, unit_ids=[strawberry.ID(public_id("unit", u)) for u in units])
        for r, units in sorted(viewer.units.items())
    ]
    return Caller(
        name=viewer.name,
        kind=str(viewer.kind),
        language=viewer.language,
        roles=roles,
        scopes=None if viewer.scopes is None else sorted(viewer.scopes),
        staff_member_id=_id("staff_member", viewer.staff),
        client_id=_id("client", viewer.client),
        agency_id=_id("agency", viewer.agency),
    )


def _id(noun: str, uuid: Any) -> strawberry.ID | None:
    return strawberry.ID(public_id(noun, uuid)) if uuid else None


async def _seen(info: strawberry.Info, public_id: str) -> tuple[ContentType, VisibleObject] | None:
    context = info.context
    typed = parse_public_id(public_id)
    type_ = context.content_types.get(typed[0]) if typed else None
    uuid = object_uuid(type_.noun, public_id) if type_ else None
    call: Call = context.call
    found = await visible_object(context.pool, call, type_, uuid) if type_ and uuid else None
    return (type_, found) if type_ and found else None


@strawberry.type
class ComputedFields:
    """Root fields that are computed, not stored."""

    @strawberry.field(description="The caller. (Kirjautunut käyttäjä)", directives=[_SELF])
    def viewer(self, info: strawberry.Info) -> Caller:
        """Return who is asking."""
        return _viewer_of(info.context.ask.viewer)

    @strawberry.field(description="The time of the service, UTC.", directives=[_SELF])
    def now(self, info: strawberry.Info) -> datetime:
        """Return the moment of the request."""
        moment: datetime = info.context.ask.now
        return moment

    @strawberry.field(
        description="Why a permission is held or missing on an object the caller may see; null otherwise.",
        directives=[_SELF],
    )
    async def explain(
        self,
        info: strawberry.Info,
        id: _Which,  # noqa: A002 # the argument's name in GraphQL
        permission: Annotated[str, strawberry.argument(description="Name of a permission.")],
    ) -> Explanation | None:
        """Explain one permission on one object."""
        found = await _seen(info, str(id))
        if found is None or permission not in PERMISSIONS:
            return None
        told = explain_permission(info.context.ask.viewer, *found, PERMISSIONS[permission])
        held = [f"{h['role']} ({', '.join(h['through'])})" for h in told.pop("roles_held")]
        return Explanation(**told, roles_held=held)

    @strawberry.field(
        description="A content type as the caller meets it; with an id, on that object.", directives=[_SELF]
    )
    async def content_type(self, info: strawberry.Info, name: _Name, id: _Perhaps = None) -> ContentTypeInfo | None:  # noqa: A002
        """Describe one content type."""
        type_ = next((t for t in info.context.content_types.values() if t.name == name), None)
        found = await _seen(info, str(id)) if id else None
        if type_ is None or (id and (found is None or found[0] is not type_)):
            return None
        return _described(info.context.ask.viewer, type_, found[1] if found else None)

    @strawberry.field(description="All content types as the caller meets them.", directives=[_SELF])
    def content_types(self, info: strawberry.Info) -> list[ContentTypeInfo]:
        """Describe all content types."""
        return [_described(info.context.ask.viewer, t, None) for t in info.context.content_types.values()]


def _described(viewer: Viewer, type_: ContentType, found: VisibleObject | None) -> ContentTypeInfo:
    """Return a content type as a caller meets it, on one object or on any."""

    def may(permission: Any) -> bool:
        if found is None:
            return bool(access_rule(viewer, type_.kind, permission).grants)
        return bool(explain_permission(viewer, type_, found, permission)["allowed"])

    fields = [_field(f, may) for f in type_.fields.values()]
    states = [StateInfo(name=n, titles=_titles(s.titles)) for n, s in type_.kind.workflow.states.items()]
    return ContentTypeInfo(
        name=type_.name,
        titles=_titles(type_.titles),
        description=type_.description,
        may_create=may_add(viewer, type_.kind),
        fields=fields,
        states=states,
        transitions=_transitions(viewer, type_, found),
    )


def _field(field: Field, may: Any) -> FieldInfo:
    choices = [m.name for m in CHOICES[field.value.name][0]] if field.choices else []
    return FieldInfo(
        name=field.key,
        titles=_titles(field.titles),
        description=field.description,
        kind=field.value.name,
        vocabulary=field.vocabulary,
        choices=choices,
        required=field.required,
        personal=bool(field.personal),
        origin=field.personal,
        may_read=may(field.read),
        may_write=field.write.name != "never" and may(field.write),
    )


def _transitions(viewer: Viewer, type_: ContentType, found: VisibleObject | None) -> list[TransitionInfo]:
    if found is None:
        return [
            TransitionInfo(
                name=n,
                titles=_titles(t.titles),
                target=t.target,
                offered=False,
                reason=None,
                comment_required=t.comment,
                reason_vocabulary=t.reason,
            )
            for n, t in type_.kind.workflow.transitions.items()
        ]
    return [
        TransitionInfo(
            name=o["name"],
            titles=_titles(o["titles"]),
            target=o["target"],
            offered=o["offered"],
            reason=o["reason"],
            comment_required=o["comment"],
            reason_vocabulary=o["vocabulary"],
        )
        for o in offered_transitions(viewer, type_, found)
    ]
