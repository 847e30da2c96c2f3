"""Queries about the service itself: the caller, the content types, what the caller may do, and why not."""

from datetime import datetime
from typing import Annotated, Any

import strawberry

from auth.policy import access_rule, may_add
from auth.viewer import Viewer
from resolvers.declaration import ContentType, Field
from resolvers.public_ids import object_uuid, parse_public_id, public_id
from resolvers.reading.parameters import Call
from resolvers.writing.explanation import VisibleObject, explain_permission, offered_transitions, visible_object
from schema.engine.closed_sets import ActorKind, FieldOrigin
from schema.engine.directives import Protected
from schema.engine.language import CHOICES
from schema.engine.translated_text import TranslatedText, translated_titles
from schema.queries.offers import (
    TransitionInfo,
    general_transitions,
    is_walked,
    transition_info,
)
from workflow.vocabulary import PERMISSIONS

_SELF = Protected(read="view")
_Which = Annotated[strawberry.ID, strawberry.argument(description="Which object.")]
_WhichOrAny = Annotated[
    strawberry.ID | None, strawberry.argument(description="Which object; without it, objects in general.")
]
_Name = Annotated[str, strawberry.argument(description="Name of the object type, such as Client.")]


def _own_field(text: str) -> Any:
    return strawberry.field(description=text, directives=[_SELF])


@strawberry.type(description="A role and the units in which it is held. (Rooli)")
class HeldRole:
    """One role of the caller."""

    role: str = _own_field("Name of the role.")
    everywhere: bool = _own_field("Whether it is held in the whole organisation, or for one's own records only.")
    unit_ids: list[strawberry.ID] = _own_field("The units in which it is held.")


@strawberry.type(description="The caller. (Kirjautunut käyttäjä)")
class Caller:
    """The caller."""

    name: str = _own_field("Name of the person or of the registered client.")
    kind: ActorKind = _own_field("What kind of caller.")
    language: str = _own_field("Preferred language.")
    roles: list[HeldRole] = _own_field("Roles held.")
    scopes: list[str] | None = _own_field("Scopes of the token; null for a session, which nothing narrows.")
    staff_member_id: strawberry.ID | None = _own_field("The caller as a staff member.")
    client_id: strawberry.ID | None = _own_field("The caller as a client.")
    agency_id: strawberry.ID | None = _own_field("The caller's agency.")


@strawberry.type(description="Why a permission is held or missing. (Perustelu)")
class Explanation:
    """The answer to "why may I not?" about one permission."""

    allowed: bool = _own_field("Whether the caller holds the permission on this object now.")
    permission: str = _own_field("The permission asked about.")
    state: str = _own_field("The object's workflow state.")
    roles_that_would_do: list[str] = _own_field("Roles that hold the permission in this state.")
    roles_held: list[str] = _own_field("Roles the caller holds on this object, with the way each reaches it.")
    scope_open: bool = _own_field("Whether the token's scopes leave the permission open.")
    restrictions: list[str] = _own_field("Restrictions of the client that take the permission away.")


@strawberry.type(description="A field of a content type as the caller meets it. (Kenttä)")
class FieldInfo:
    """One field of a content type."""

    name: str = _own_field("Name in the schema.")
    titles: TranslatedText = _own_field("Titles for forms and lists.")
    description: str = _own_field("What it holds.")
    kind: str = _own_field("Kind of value.")
    vocabulary: str | None = _own_field("Vocabulary that its codes come from.")
    choices: list[str] = _own_field("Closed list of values, if any.")
    required: bool = _own_field("Whether creation needs it.")
    personal: bool = _own_field("Whether it is personal data; reading it is logged.")
    origin: FieldOrigin | None = _own_field("Whose word personal data is.")
    may_read: bool = _own_field("Whether the caller may read it: on the object, or without one on any object.")
    may_write: bool = _own_field("Whether the caller may write it: on the object, or without one on any object.")


@strawberry.type(description="A state of a workflow. (Tila)")
class StateInfo:
    """One state of a workflow."""

    name: str = _own_field("Name.")
    titles: TranslatedText = _own_field("Titles.")


@strawberry.type(description="A content type as the caller meets it. (Sisältötyyppi)")
class ContentTypeInfo:
    """A content type as forms and lists need it."""

    name: str = _own_field("Name of the object type.")
    titles: TranslatedText = _own_field("Titles.")
    description: str = _own_field("What it is.")
    may_create: bool = _own_field("Whether the caller may create one.")
    fields: list[FieldInfo] = _own_field("Its fields.")
    states: list[StateInfo] = _own_field("States of its workflow.")
    transitions: list[TransitionInfo] = _own_field("Transitions of its workflow.")


def _caller(viewer: Viewer) -> Caller:
    """Return the caller as the API shows it."""
    roles = [HeldRole(role=r, everywhere=True, unit_ids=[]) for r in sorted(viewer.everywhere)]
    roles += [
        HeldRole(role=r, everywhere=False, unit_ids=[strawberry.ID(public_id("unit", u)) for u in units])
        for r, units in sorted(viewer.units.items())
    ]
    return Caller(
        name=viewer.name,
        kind=ActorKind[str(viewer.kind)],
        language=viewer.language,
        roles=roles,
        scopes=None if viewer.scopes is None else sorted(viewer.scopes),
        staff_member_id=_id("staff_member", viewer.staff),
        client_id=_id("client", viewer.client),
        agency_id=_id("agency", viewer.agency),
    )


def _id(noun: str, uuid: Any) -> strawberry.ID | None:
    return strawberry.ID(public_id(noun, uuid)) if uuid else None


async def _visible_object(
    info: strawberry.Info, public_id: str, asking: str
) -> tuple[ContentType, VisibleObject] | None:
    context = info.context
    parsed = parse_public_id(public_id)
    type_ = context.content_types.get(parsed[0]) if parsed else None
    uuid = object_uuid(type_.noun, public_id) if type_ else None
    call: Call = context.call
    visible = await visible_object(context.pool, call, type_, uuid, asking) if type_ and uuid else None
    return (type_, visible) if type_ and visible else None


@strawberry.type
class ComputedFields:
    """Root fields that are computed, not stored."""

    @strawberry.field(description="The caller. (Kirjautunut käyttäjä)", directives=[_SELF])
    def viewer(self, info: strawberry.Info) -> Caller:
        """Return the caller."""
        return _caller(info.context.request.viewer)

    @strawberry.field(description="The time of the service, UTC.", directives=[_SELF])
    def now(self, info: strawberry.Info) -> datetime:
        """Return the moment of the request."""
        moment: datetime = info.context.request.now
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
        visible = await _visible_object(info, str(id), "explain")
        if visible is None or permission not in PERMISSIONS:
            return None
        explanation = explain_permission(info.context.request.viewer, *visible, PERMISSIONS[permission])
        roles_held = [f"{h['role']} ({', '.join(h['through'])})" for h in explanation.pop("roles_held")]
        return Explanation(**explanation, roles_held=roles_held)

    @strawberry.field(
        description="A content type as the caller meets it; with an id, on that object.", directives=[_SELF]
    )
    async def content_type(self, info: strawberry.Info, name: _Name, id: _WhichOrAny = None) -> ContentTypeInfo | None:  # noqa: A002
        """Describe one content type."""
        type_ = next((t for t in info.context.content_types.values() if t.name == name), None)
        visible = await _visible_object(info, str(id), "contentType") if id else None
        if type_ is None or (id and (visible is None or visible[0] is not type_)):
            return None
        viewer, found = info.context.request.viewer, visible[1] if visible else None
        if found is None:
            return _content_type_info(viewer, type_, None, general_transitions(viewer, type_))
        offers = await offered_transitions(info.context.command_context, type_, found)
        return _content_type_info(viewer, type_, found, [transition_info(offer) for offer in offers])

    @strawberry.field(description="All content types as the caller meets them.", directives=[_SELF])
    def content_types(self, info: strawberry.Info) -> list[ContentTypeInfo]:
        """Describe all content types."""
        viewer = info.context.request.viewer
        return [
            _content_type_info(viewer, t, None, general_transitions(viewer, t))
            for t in info.context.content_types.values()
        ]


def _content_type_info(
    viewer: Viewer, type_: ContentType, visible: VisibleObject | None, transitions: list[TransitionInfo]
) -> ContentTypeInfo:
    """
    Return a content type for a caller, on one object or in general.

    In general it says what the caller could do on some object that the caller reaches; what only an author may counts
    for those who may write one.
    """

    def is_allowed(permission: Any) -> bool:
        if visible is None:
            paths = (grant.path for grant in access_rule(viewer, type_.kind, permission).grants)
            return any(is_walked(viewer, type_, path) for path in paths)
        return bool(explain_permission(viewer, type_, visible, permission)["allowed"])

    fields = [_field_info(f, is_allowed) for f in type_.fields.values()]
    states = [StateInfo(name=n, titles=translated_titles(s.titles)) for n, s in type_.kind.workflow.states.items()]
    return ContentTypeInfo(
        name=type_.name,
        titles=translated_titles(type_.titles),
        description=type_.description,
        may_create=may_add(viewer, type_.kind),
        fields=fields,
        states=states,
        transitions=transitions,
    )


def _field_info(field: Field, is_allowed: Any) -> FieldInfo:
    choices = [m.name for m in CHOICES[field.value.name][0]] if field.choices else []
    return FieldInfo(
        name=field.key,
        titles=translated_titles(field.titles),
        description=field.description,
        kind=field.value.name,
        vocabulary=field.vocabulary,
        choices=choices,
        required=field.required,
        personal=bool(field.personal),
        origin=FieldOrigin[field.personal] if field.personal else None,
        may_read=is_allowed(field.read),
        may_write=field.write.name != "never" and is_allowed(field.write),
    )
