"""GraphQL types that all content types share."""

from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any

import strawberry
from strawberry.directive import DirectiveLocation

from schema.engine.closed_sets import ActorKind, LookBasis, LookOutcome
from schema.engine.directives import Protected
from schema.engine.type_factory import maybe, with_article
from schema.engine.value_line import ValueLine
from schema.engine.values import PersonalIdentityCode
from schema.execution.error_codes import error_codes
from workflow.purposes import PURPOSES


def _enum(name: str, description: str, **members: str) -> type[Enum]:
    enum = Enum(name, {m: strawberry.enum_value(m, description=text) for m, text in members.items()}, module=__name__)  # type: ignore[misc] # the members are data
    return strawberry.enum(enum, description=description)


Purpose = _enum(
    "Purpose",
    "Why personal data is asked; written to the disclosure log.",
    **{name: purpose.description for name, purpose in PURPOSES.items() if purpose.is_stated},
)


@strawberry.directive(
    name="purpose",
    locations=[DirectiveLocation.QUERY],
    description="Why the personal data of this query is asked, where the role does not tell; logged.",
)
def stated_purpose(
    of: Annotated[Purpose, strawberry.argument(description="The purpose.")],  # type: ignore[valid-type] # a generated enum
) -> None:
    """Declare the directive; the compiler reads it from the document (`resolvers/reading/operation.py`)."""
    del of


ErrorCode = _enum(
    "ErrorCode", "Every code by which something is refused; docs/errors.md has the messages.", **error_codes()
)

LogReason = _enum(
    "LogReason",
    "The special reason for which a person asks for log entries older than the law of the register shows; logged.",
    LOG_LEGAL_CLAIM="To establish or defend a legal claim.",
    LOG_SUSPECTED_MISUSE="A suspicion that the data was misused.",
    LOG_OTHER="Another special reason, told to the privacy officer.",
)


@strawberry.type(description="One look at a person's data. (Katselu)")
class AccessEntry:
    """One entry of the disclosure log, as the person or somebody with access to the log sees it."""

    cursor: str = strawberry.field(
        description="Opaque position of this entry in this list, for this caller; `after` asks for the next ones.",
        directives=[Protected(read="log")],
    )
    at: datetime = strawberry.field(
        description="When, UTC; to the person the beginning of the day where the law shows dates and purposes only.",
        directives=[Protected(read="log")],
    )
    actor_name: str | None = strawberry.field(
        description="Who: the person, the guardian or the system; null where the law of the register shows dates and "
        "purposes only.",
        directives=[Protected(read="log")],
    )
    actor_kind: ActorKind = strawberry.field(description="What kind of caller.", directives=[Protected(read="log")])
    agency_name: str | None = strawberry.field(
        description="To which agency the data went.", directives=[Protected(read="log")]
    )
    organisation_name: str | None = strawberry.field(
        description="From which agency or workplace one looked; of a workplace null where it tells where a protected "
        "person is.",
        directives=[Protected(read="log")],
    )
    authority: str | None = strawberry.field(
        description="The roles held and the scopes of the token; null as the name is.",
        directives=[Protected(read="log")],
    )
    purpose: str = strawberry.field(description="Why; stated, or derived.", directives=[Protected(read="log")])
    basis: LookBasis = strawberry.field(description="On what basis.", directives=[Protected(read="log")])
    is_disclosure: bool = strawberry.field(
        description="Whether the data left the organisation.", directives=[Protected(read="log")]
    )
    operation: str | None = strawberry.field(
        description="Name of the operation; null as the name is.", directives=[Protected(read="log")]
    )
    fields: list[str] = strawberry.field(
        description="Which personal fields were asked; never a value.", directives=[Protected(read="log")]
    )
    outcome: LookOutcome = strawberry.field(description="What came of it.", directives=[Protected(read="log")])


@strawberry.type(description="One field of one change.")
class FieldChange:
    """One field before and after a change."""

    field: str = strawberry.field(description="Name of the field.", directives=[Protected(read="audit")])
    before: str | None = strawberry.field(
        description="Value before, as it was stored: JSON where it has several parts.",
        directives=[Protected(read="audit")],
    )
    after: str | None = strawberry.field(
        description="Value after, as it was stored: JSON where it has several parts.",
        directives=[Protected(read="audit")],
    )
    before_lines: list[ValueLine] = strawberry.field(
        description="Value before as people read it, part by part; none of a reference.",
        directives=[Protected(read="audit")],
    )
    after_lines: list[ValueLine] = strawberry.field(
        description="Value after as people read it, part by part; none of a reference.",
        directives=[Protected(read="audit")],
    )


def _audited(text: str) -> Any:
    return strawberry.field(description=text, directives=[Protected(read="audit")])


@strawberry.type(description="One change of one object. (Muutos)")
class Change:
    """One entry of a history."""

    revision: int = _audited("The revision that the change made.")
    at: datetime = _audited("When, UTC.")
    actor_name: str | None = _audited("Who; null of the person and who represents them, to whom that name is hidden.")
    actor_kind: ActorKind | None = _audited("What kind of caller; null where the account is gone.")
    action: str = _audited("CREATE, UPDATE, RESTORE or the transition.")
    comment: str | None = _audited("The comment given.")
    reason: str | None = _audited("The reason code given.")
    changes: list[FieldChange] = _audited("The fields that changed, as far as the caller may read them today.")


@strawberry.type(description="A file of an object; its permission is that of the field around it. (Liite)")
class Attachment:
    """A file of an object, and a link to its bytes."""

    id: strawberry.ID = strawberry.field(description="Its id, to remove it by.")
    name: str = strawberry.field(description="Name of the file.")
    media_type: str = strawberry.field(description="What it is, such as application/pdf.")
    size: int = strawberry.field(description="Length in bytes.")
    sha256: str = strawberry.field(description="Digest of its bytes, 64 hexadecimal digits.")
    added_at: datetime = strawberry.field(description="When it was added, UTC.")
    added_by: str | None = strawberry.field(description="Who added it; null where the caller may not read the name.")
    scanned_at: datetime | None = strawberry.field(
        description="When the virus scanner judged it last, UTC; null before that, and where no scanner is set."
    )
    quarantined: bool = strawberry.field(
        description="Whether the scanner found something harmful in it: its bytes are not handed out."
    )
    link: str = strawberry.field(
        description="Where its bytes are for five minutes, for this caller only, from the root of the service."
    )


@strawberry.type(
    description="A file that was announced and has not come; its permission is that of the field around it. "
    "(Odotettava liite)"
)
class AwaitedFile:
    """A file that was announced before its object was sent, and where its bytes go."""

    id: strawberry.ID = strawberry.field(description="Its id, which it keeps once it has come.")
    name: str = strawberry.field(description="Name of the file.")
    media_type: str = strawberry.field(description="What it is to be, such as application/pdf.")
    size: int = strawberry.field(description="Announced length in bytes.")
    sha256: str = strawberry.field(description="Announced digest of its bytes, 64 hexadecimal digits.")
    added_at: datetime = strawberry.field(description="When it was announced, UTC.")
    added_by: str | None = strawberry.field(description="Who announced it; null as of a file that has come.")
    awaited_until: datetime = strawberry.field(description="Until when it may come, UTC.")
    upload_link: str | None = strawberry.field(
        description="Where to PUT the bytes within five minutes, from the root of the service; null for everybody but "
        "who announced it. Asked again, there is a new link."
    )


_MONEY = Protected(read="money")


@strawberry.type(
    description="Past working days in counts; its permission is that of the field around it. (Päivien lukumäärät)"
)
class DayCount:
    """What is billed and reported of a contract's days of one month, and of no single day."""

    month: date = strawberry.field(description="First day of the month.", directives=[_MONEY])
    unit: str = strawberry.field(description="The unit for whose account the days count.", directives=[_MONEY])
    recorded: int = strawberry.field(description="Days that were recorded.", directives=[_MONEY])
    locked: int = strawberry.field(description="Those of them that are locked.", directives=[_MONEY])
    present: int = strawberry.field(description="Days on which the person was present.", directives=[_MONEY])
    absent: int = strawberry.field(
        description="Days on which the person was absent, for whatever reason.", directives=[_MONEY]
    )
    billable: int = strawberry.field(description="Days with a code that is billed.", directives=[_MONEY])
    minutes: int = strawberry.field(description="Minutes present, all together.", directives=[_MONEY])


@strawberry.interface(description="Anything with an id. Ids are unique over all types.")
class Node:
    """The fields that every content type has."""

    id: strawberry.ID = strawberry.field(
        description="`<type>_<32 hex digits>`.", directives=[Protected(read="view", write="never")]
    )
    revision: int = strawberry.field(
        description="Number of the current version.", directives=[Protected(read="view", write="never")]
    )
    created_at: datetime = strawberry.field(
        description="When it was created, UTC.", directives=[Protected(read="view", write="never")]
    )
    modified_at: datetime = strawberry.field(
        description="When it was last changed, UTC.", directives=[Protected(read="view", write="never")]
    )
    redacted: list[str] = strawberry.field(
        description="Names of the fields of this very object that the caller may not read.",
        directives=[Protected(read="view")],
    )
    history: list[Change] | None = strawberry.field(
        description="The last 50 changes, newest first, as far as the caller may read the fields.",
        directives=[Protected(read="audit")],
    )


@strawberry.type(description="Where a page lies in its list.")
class PageInfo:
    """The page info of Relay."""

    has_next_page: bool = strawberry.field(description="Whether more objects follow.")
    has_previous_page: bool = strawberry.field(description="Whether objects precede.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first object of the page.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last object of the page.")


@strawberry.type(description="Why a command was refused. (Virhe)")
class FieldError:
    """One reason for a refusal; the message is in the caller's language."""

    code: ErrorCode = strawberry.field(description="Stable code to act on.")  # type: ignore[valid-type] # a generated enum
    path: list[str] = strawberry.field(description="The input field it is about; empty for the whole command.")
    message: str = strawberry.field(
        description="For people, in fi, sv or en: the language of the account, otherwise of Accept-Language."
    )


@strawberry.input(description="An exact search by personal identity code; logged with its purpose.")
class IdentityCodeSearch:
    """A search by personal identity code; it is accepted as a variable only."""

    code: PersonalIdentityCode = strawberry.field(
        description="All eleven characters.", directives=[Protected(read="identity")]
    )
    purpose: Purpose = strawberry.field(description="Why.", directives=[Protected(read="identity")])  # type: ignore[valid-type] # a generated enum


def filter_on(name: str, kind: object, *operators: str) -> type:
    """Return the input type of conditions on values of a kind, with these operators."""
    texts = {
        "eq": "Equal to.",
        "in_": "Equal to one of these.",
        "gt": "After, or more than.",
        "gte": "On or after, or at least.",
        "lt": "Before, or less than.",
        "lte": "On or before, or at most.",
        "starts_with": "Begins with, whatever the case.",
        "is_null": "Has no value.",
    }
    kinds = {"in_": list[kind], "is_null": bool, "starts_with": str}  # type: ignore[valid-type] # a value
    names = {"in_": "in"}
    filter_type = type(
        name,
        (),
        {
            "__annotations__": {o: maybe(kinds.get(o, kind)) for o in operators},
            "__module__": __name__,
            **{
                o: strawberry.field(name=names.get(o), description=texts[o], default=strawberry.UNSET)
                for o in operators
            },
        },
    )
    return strawberry.input(filter_type, description=f"Conditions on {with_article(name.removesuffix('Filter'))}.")


StringFilter = filter_on("StringFilter", str, "eq", "in_", "starts_with", "is_null")
IdFilter = filter_on("IdFilter", strawberry.ID, "eq", "in_", "is_null")
IntFilter = filter_on("IntFilter", int, "eq", "in_", "gt", "gte", "lt", "lte", "is_null")
DateFilter = filter_on("DateFilter", date, "eq", "gt", "gte", "lt", "lte", "is_null")
DateTimeFilter = filter_on("DateTimeFilter", datetime, "gt", "gte", "lt", "lte")
BooleanFilter = filter_on("BooleanFilter", bool, "eq")
