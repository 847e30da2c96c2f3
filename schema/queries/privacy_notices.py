"""Queries about privacy notices: whether one still describes the stored data, and who has not acknowledged it."""

from typing import Annotated, Any

import strawberry

from resolvers.public_ids import object_uuid, public_id
from resolvers.publishing.acknowledgements import not_acknowledged, sees_all
from resolvers.publishing.data_inventory import data_inventory, missing_and_gone
from resolvers.publishing.question_inventory import questions_in_use
from resolvers.writing.explanation import visible_object
from schema.engine.directives import Protected

_SELF = Protected(read="view")
_Notice = Annotated[strawberry.ID, strawberry.argument(description="Which privacy notice.")]
_Skipped = Annotated[int, strawberry.argument(description="How many accounts to leave out from the beginning.")]


def _own_field(text: str) -> Any:
    return strawberry.field(description=text, directives=[_SELF])


def _id(noun: str, uuid: Any) -> strawberry.ID | None:
    return strawberry.ID(public_id(noun, uuid)) if uuid else None


@strawberry.type(description="Whether a published notice tells of the personal data that is kept now. (Vertailu)")
class NoticeCheck:
    """A notice compared with the schema."""

    is_up_to_date: bool = _own_field("Whether its section of data kept is that of the schema and of the forms in use.")
    missing: list[str] = _own_field(
        "Personal fields and questions that the notice lacks or tells otherwise: publish a new version."
    )
    gone: list[str] = _own_field("Fields and questions that the notice tells and that are kept no more.")


@strawberry.type(description="An account that has not acknowledged a notice. (Kuittaamaton tunnus)")
class NotAcknowledged:
    """An account that has not acknowledged a notice."""

    kind: str = _own_field("STAFF, TRAINEE, OFFICIAL or WORKPLACE.")
    name: str | None = _own_field("Name of the account; never that of a trainee.")
    staff_member_id: strawberry.ID | None = _own_field("The employee behind it.")
    client_id: strawberry.ID | None = _own_field("The client behind it.")


@strawberry.type
class NoticeFields:
    """Root fields about privacy notices that are computed, not stored."""

    @strawberry.field(
        description="A notice held against the schema of today; null when the caller may not see it.",
        directives=[_SELF],
    )
    async def notice_check(self, info: strawberry.Info, id: _Notice) -> NoticeCheck | None:  # noqa: A002 # the argument's name in GraphQL
        """Compare one notice with the schema and the forms."""
        context = info.context
        type_ = context.content_types["privacy_notice"]
        uuid = object_uuid(type_.noun, str(id))
        visible = await visible_object(context.pool, context.call, type_, uuid, "noticeCheck") if uuid else None
        if visible is None:
            return None
        notice = await type_.model.get(pk=uuid)
        current = [*data_inventory(context.content_types), *await questions_in_use(context.content_types, context.pool)]
        missing, gone = missing_and_gone(current, notice.data_kept)
        return NoticeCheck(is_up_to_date=not missing and not gone, missing=missing, gone=gone)

    @strawberry.field(
        description="Up to 200 accounts without an acknowledgement of a notice, employees first; null for those who "
        "do not see all acknowledgements.",
        directives=[_SELF],
    )
    async def not_acknowledged(
        self,
        info: strawberry.Info,
        id: _Notice,  # noqa: A002 # as above
        skip: _Skipped = 0,
    ) -> list[NotAcknowledged] | None:
        """Return the accounts that have not acknowledged a notice."""
        context, uuid = info.context, object_uuid("privacy_notice", str(id))
        if uuid is None or not sees_all(context.request.viewer, context.content_types["notice_acceptance"]):
            return None
        rows = await not_acknowledged(context.pool, context.call, uuid, max(0, skip))
        return [
            NotAcknowledged(
                kind=row["kind"],
                name=row["name"],
                staff_member_id=_id("staff_member", row["staff_id"]),
                client_id=_id("client", row["client_id"]),
            )
            for row in rows
        ]
