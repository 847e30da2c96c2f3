"""What uses an object that somebody is about to retire: by number, and what happens to it."""

from typing import Annotated, Any

import strawberry

from auth.policy import effective_roles
from auth.viewer import Viewer
from resolvers.declaration import ContentType
from resolvers.public_ids import object_uuid, parse_public_id
from resolvers.publishing.usage import COUNTED_UP_TO, Usage, usage_of
from resolvers.writing.explanation import VisibleObject, visible_object
from schema.engine.directives import Protected
from schema.engine.translated_text import TranslatedText, translated_titles
from workflow.vocabulary import MOVE

_Which = Annotated[strawberry.ID, strawberry.argument(description="Which object.")]
_SELF = Protected(read="view")
# What happens to an open object that uses what is retired: nothing, until somebody chooses again.
_STAYS = (
    "Pysyy ennallaan. Poistettua ei voi enää valita, eikä luonnosta voi sen kanssa lähettää.",
    "Förblir som det är. Det som tagits ur bruk kan inte längre väljas, och ett utkast kan inte skickas med det.",
    "It stays as it is. What is retired cannot be chosen any more, and no draft is sent with it.",
)
_WORD_STAYS = (
    "Pysyy ennallaan ja luetaan kuten ennen. Sanaa ei voi enää valita.",
    "Förblir som det är och läses som förut. Ordet kan inte längre väljas.",
    "It stays as it is and is read as before. The word cannot be chosen any more.",
)


@strawberry.type(description="How many open objects use something, and what happens to them. (Käyttö)")
class UsageCount:
    """One field of one type through which something is used."""

    type: str = strawberry.field(description="Name of the type that uses it.", directives=[_SELF])
    type_titles: TranslatedText = strawberry.field(description="Titles of the type.", directives=[_SELF])
    field: str = strawberry.field(description="The field that names it.", directives=[_SELF])
    field_titles: TranslatedText = strawberry.field(description="Titles of the field.", directives=[_SELF])
    count: int = strawberry.field(
        description=f"How many open objects; counted to {COUNTED_UP_TO:,} at most.", directives=[_SELF]
    )
    consequence: TranslatedText = strawberry.field(
        description="What happens to them when it is retired.", directives=[_SELF]
    )


@strawberry.type
class UsageFields:
    """Root fields about the use of reference data."""

    @strawberry.field(  # type: ignore[untyped-decorator] # an overload of strawberry that mypy cannot choose
        description="What uses an organisation, unit, person of the staff, agency, workplace, word or version, by "
        "number; null for those who may not retire it.",
        directives=[_SELF],
    )
    async def used_by(
        self,
        info: strawberry.Info,
        id: _Which,  # noqa: A002 # the argument's name in GraphQL
    ) -> list[UsageCount] | None:
        """Return what uses an object that the caller may retire."""
        context, parsed = info.context, parse_public_id(str(id))
        type_ = context.content_types.get(parsed[0]) if parsed else None
        uuid = object_uuid(type_.noun, str(id)) if type_ else None
        if type_ is None or uuid is None or type_.subject:
            return None
        visible = await visible_object(context.pool, context.call, type_, uuid, "usedBy")
        if visible is None or not _may_retire(context.request.viewer, type_, visible):
            return None
        found = await usage_of(context.pool, context.content_types, type_, visible.row)
        return [_count(usage) for usage in found]


def _may_retire(viewer: Viewer, type_: ContentType, visible: VisibleObject) -> bool:
    """Return whether the caller may take some transition that closes the object, or brings it back."""
    workflow = type_.kind.workflow
    retiring: set[Any] = set()
    for step in workflow.transitions.values():
        if step.target in workflow.closed_to_new or step.source & set(workflow.closed_to_new):
            retiring |= step.who
    return bool(effective_roles(viewer, type_.kind, visible.row, MOVE, visible.facts) & retiring)


def _count(usage: Usage) -> UsageCount:
    return UsageCount(
        type=usage.type.name,
        type_titles=translated_titles(usage.type.titles),
        field=usage.field.key,
        field_titles=translated_titles(usage.field.titles),
        count=usage.count,
        consequence=translated_titles(_WORD_STAYS if usage.field.vocabulary else _STAYS),
    )
