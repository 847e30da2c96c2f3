"""Queries about privacy notices: whether one still describes the stored data, and who has not acknowledged it."""

from typing import Annotated, Any

import strawberry

from auth.policy import access_rule
from models.privacy_notice import PrivacyNotice
from resolvers.casework.paper_originals import open_originals
from resolvers.public_ids import object_uuid, public_id
from resolvers.publishing.acknowledgements import not_acknowledged, sees_all
from resolvers.publishing.data_inventory import data_inventory, missing_and_gone
from resolvers.publishing.privacy_notices import missing_contact, missing_topics
from resolvers.publishing.processing_record import processing_record
from resolvers.publishing.processors import changed_processors, processors_of
from resolvers.publishing.question_inventory import questions_in_use
from resolvers.writing.explanation import visible_object
from schema.engine.closed_sets import RecipientKind
from schema.engine.directives import Protected
from workflow.vocabulary import AUDIT

_SELF = Protected(read="view")
_Notice = Annotated[strawberry.ID, strawberry.argument(description="Which privacy notice.")]
_Skipped = Annotated[int, strawberry.argument(description="How many accounts to leave out from the beginning.")]

_After = Annotated[str | None, strawberry.argument(description="Cursor of the last account of the page before.")]


def _own_field(text: str) -> Any:
    return strawberry.field(description=text, directives=[_SELF])


def _id(noun: str, uuid: Any) -> strawberry.ID | None:
    return strawberry.ID(public_id(noun, uuid)) if uuid else None


@strawberry.type(description="Whether a published notice tells of the personal data that is kept now. (Vertailu)")
class NoticeCheck:
    """A notice compared with the schema."""

    is_up_to_date: bool = _own_field("Whether nothing is missing, and nothing is told that is kept no more.")
    missing_topics: list[str] = _own_field(
        "Topics that the law asks for and the texts lack in one of the languages: NoticeTopic."
    )
    missing_contact: list[str] = _own_field(
        "Fields of the register that readers need and that are empty, such as contactPhone or nameSv."
    )
    open_originals: int = _own_field(
        "How many papers were scanned whose original is neither returned nor destroyed yet."
    )
    missing: list[str] = _own_field(
        "Personal fields, questions and processors that the notice lacks or tells otherwise: publish a new version."
    )
    gone: list[str] = _own_field("Fields, questions and processors that the notice tells and that are there no more.")


@strawberry.type(description="An account that has not acknowledged a notice. (Kuittaamaton tunnus)")
class NotAcknowledged:
    """An account that has not acknowledged a notice."""

    kind: RecipientKind = _own_field("What kind of person.")
    name: str | None = _own_field("Name of the account; never that of a trainee.")
    staff_member_id: strawberry.ID | None = _own_field("The employee behind it.")
    client_id: strawberry.ID | None = _own_field("The client behind it.")
    cursor: str = _own_field("Opaque position in this list, for this caller; `after` asks for the next ones.")


@strawberry.type(description="A section of the record of processing activities. (Käsittelytoimien selosteen kohta)")
class ProcessingRecordSection:
    """One section of the record of article 30."""

    title: str = strawberry.field(description="What it tells.", directives=[Protected(read="audit")])
    lines: list[str] = strawberry.field(description="Its lines.", directives=[Protected(read="audit")])


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
        notice = await PrivacyNotice.get(pk=uuid).select_related("register")
        current = [*data_inventory(context.content_types), *await questions_in_use(context.content_types, context.pool)]
        missing, gone = missing_and_gone(current, notice.data_kept)
        lacking, ended = changed_processors(await processors_of(notice.register.pk), notice.processors)
        missing += [f"Processor {name}" for name in lacking]
        gone += [f"Processor {name}" for name in ended]
        topics, contact = missing_topics(notice.texts), missing_contact(notice.register)
        return NoticeCheck(
            is_up_to_date=not (missing or gone or topics or contact),
            missing_topics=topics,
            missing_contact=contact,
            open_originals=await open_originals(),
            missing=missing,
            gone=gone,
        )

    @strawberry.field(
        description="The record of processing activities of a register (GDPR article 30), in the caller's language; "
        "null for those who may not read the register's history.",
        directives=[Protected(read="audit")],
    )
    async def processing_record(
        self,
        info: strawberry.Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which register.")],  # noqa: A002 # as above
    ) -> list[ProcessingRecordSection] | None:
        """Return the record of one register, generated from what it holds today."""
        context, uuid = info.context, object_uuid("register", str(id))
        viewer = context.request.viewer
        if uuid is None or not access_rule(viewer, context.content_types["register"].kind, AUDIT).grants:
            return None
        sections = await processing_record(context.content_types, context.pool, uuid, viewer.language)
        return [ProcessingRecordSection(title=one.title, lines=one.lines) for one in sections] or None

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
        after: _After = None,
    ) -> list[NotAcknowledged] | None:
        """Return the accounts that have not acknowledged a notice."""
        context, uuid = info.context, object_uuid("privacy_notice", str(id))
        if uuid is None or not sees_all(context.request.viewer, context.content_types["notice_acceptance"]):
            return None
        rows = await not_acknowledged(context.pool, context.call, uuid, max(0, skip), after)
        return [
            NotAcknowledged(
                kind=RecipientKind[row["kind"]],
                name=row["name"],
                staff_member_id=_id("staff_member", row["staff_id"]),
                client_id=_id("client", row["client_id"]),
                cursor=row["cursor"],
            )
            for row in rows
        ]
