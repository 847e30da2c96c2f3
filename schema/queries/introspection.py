"""Queries about the service itself: the caller, the content types, what the caller may do, and why not."""

from datetime import datetime
from enum import Enum
from typing import Annotated, Any

import strawberry

from auth.policy import access_rule, may_add
from auth.viewer import Viewer
from resolvers.declaration import ContentType
from resolvers.public_ids import object_uuid, parse_public_id, public_id
from resolvers.reading.parameters import Call
from resolvers.writing.explanation import (
    VisibleObject,
    explain_permission,
    offered_transitions,
    visible_object,
)
from schema.engine.closed_sets import ActorKind
from schema.engine.directives import Protected
from schema.engine.translated_text import TranslatedText, translated_titles
from schema.execution.fact_words import FactWords
from schema.queries.field_info import FieldInfo, field_infos
from schema.queries.file_rules import FileRules, file_rules
from schema.queries.offers import (
    TransitionInfo,
    general_transitions,
    is_walked,
    transition_info,
)
from schema.queries.sight import as_seen_by, may_ask_who_sees
from schema.trusted.documents import Task, type_documents
from workflow.vocabulary import PERMISSIONS, VIEW

_SELF = Protected(read="view")
_TASKS = {t.name: strawberry.enum_value(t.name, description=t.meaning) for t in Task}
_task_enum: Any = Enum("PageTask", _TASKS, module=__name__)  # type: ignore[misc] # the members are data
PageTask: Any = strawberry.enum(_task_enum, description="What a page of content does.")
_Which = Annotated[strawberry.ID, strawberry.argument(description="Which object.")]
_WhichOrAny = Annotated[
    strawberry.ID | None, strawberry.argument(description="Which object; without it, objects in general.")
]
_ForWhom = Annotated[
    strawberry.ID | None, strawberry.argument(name="for", description="Whose permission; without it, the caller's own.")
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


@strawberry.type(description="A state of a workflow. (Tila)")
class StateInfo:
    """One state of a workflow."""

    name: str = _own_field("Name.")
    titles: TranslatedText = _own_field("Titles.")


@strawberry.type(description="A document of the pages of a type, which the service made itself. (Asiakirja)")
class DocumentInfo:
    """A trusted document: it may be asked by its digest alone."""

    task: PageTask = _own_field("What a page does with it.")
    field: str | None = _own_field("The sealed field that it asks for, with a purpose.")
    digest: str = _own_field("Its SHA-256 in hexadecimal digits, as `extensions.persistedQuery.sha256Hash` takes it.")
    text: str = _own_field("The document.")


@strawberry.type(description="A content type as the caller meets it. (Sisältötyyppi)")
class ContentTypeInfo:
    """A content type as forms and lists need it."""

    declared: strawberry.Private[ContentType]
    name: str = _own_field("Name of the object type.")
    plural: str = _own_field("Name of the list of all of them.")
    titles: TranslatedText = _own_field("Titles.")
    description: str = _own_field("What it is.")
    may_view: bool = _own_field("Whether the caller may see one: on the object, or without one any object.")
    is_searched: bool = _own_field("Whether its list takes words to look for.")
    disposable_in: list[str] = _own_field("The states in which somebody may put one into the recycle bin.")
    may_create: bool = _own_field("Whether the caller may create one.")
    may_ask_who_sees: bool = _own_field(
        "Whether the caller may know who sees one: `whoSees`, and `explain` for others."
    )
    fields: list[FieldInfo] = _own_field("Its fields.")
    states: list[StateInfo] = _own_field("States of its workflow.")
    transitions: list[TransitionInfo] = _own_field("Transitions of its workflow.")
    files: FileRules | None = _own_field("Its files; null where an object has none.")

    @strawberry.field(description="The documents of its pages, made from its declaration.", directives=[_SELF])
    def documents(self, info: strawberry.Info) -> list[DocumentInfo]:
        """Return the trusted documents of the type."""
        made = type_documents(self.declared, info.context.content_types)
        return [DocumentInfo(task=PageTask[d.task], field=d.field, digest=d.digest, text=d.text) for d in made]


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
        description="Why a permission is held or missing on an object the caller may see; null otherwise. "
        "For somebody else only to those who may know who sees the object.",
        directives=[_SELF],
    )
    async def explain(
        self,
        info: strawberry.Info,
        id: _Which,  # noqa: A002 # the argument's name in GraphQL
        permission: Annotated[str, strawberry.argument(description="Name of a permission.")],
        for_: _ForWhom = None,
    ) -> Explanation | None:
        """Explain one permission on one object."""
        visible, viewer = await _visible_object(info, str(id), "explain"), info.context.request.viewer
        if visible is not None and for_ is not None:
            other = await as_seen_by(info.context, *visible, str(for_))
            viewer, visible = (other[0], (visible[0], other[1])) if other else (viewer, None)
        if visible is None or permission not in PERMISSIONS:
            return None
        explanation = explain_permission(viewer, *visible, PERMISSIONS[permission])
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
            return _content_type_info(info, type_, None, general_transitions(viewer, type_, _words(info, type_)))
        offers = await offered_transitions(info.context.command_context, type_, found)
        return _content_type_info(info, type_, found, [transition_info(o, _words(info, type_)) for o in offers])

    @strawberry.field(description="All content types as the caller meets them.", directives=[_SELF])
    def content_types(self, info: strawberry.Info) -> list[ContentTypeInfo]:
        """Describe all content types."""
        viewer = info.context.request.viewer
        return [
            _content_type_info(info, t, None, general_transitions(viewer, t, _words(info, t)))
            for t in info.context.content_types.values()
        ]


def _words(info: strawberry.Info, type_: ContentType) -> FactWords:
    return FactWords(info.context.content_types, type_, info.context.request.language)


def _content_type_info(
    info: strawberry.Info, type_: ContentType, visible: VisibleObject | None, transitions: list[TransitionInfo]
) -> ContentTypeInfo:
    """
    Return a content type for a caller, on one object or in general.

    In general it says what the caller could do on some object that the caller reaches; what only an author may counts
    for those who may write one.
    """
    viewer: Viewer = info.context.request.viewer

    def is_allowed(permission: Any) -> bool:
        if visible is None:
            paths = (grant.path for grant in access_rule(viewer, type_.kind, permission).grants)
            return any(is_walked(viewer, type_, path) for path in paths)
        return bool(explain_permission(viewer, type_, visible, permission)["allowed"])

    fields = field_infos(type_, info.context.content_types, is_allowed)
    states = [StateInfo(name=n, titles=translated_titles(s.titles)) for n, s in type_.kind.workflow.states.items()]
    return ContentTypeInfo(
        declared=type_,
        name=type_.name,
        plural=type_.plural,
        titles=translated_titles(type_.titles),
        description=type_.description,
        may_view=is_allowed(VIEW),
        is_searched=any(f.search for f in type_.fields.values()),
        disposable_in=list(type_.kind.workflow.disposable),
        may_create=may_add(viewer, type_.kind),
        may_ask_who_sees=may_ask_who_sees(viewer, is_allowed),
        fields=fields,
        states=states,
        transitions=transitions,
        files=file_rules(type_, info.context.commands, is_allowed),
    )
