"""The report of a breach: whose data was disclosed by an account, a client or a token."""

from datetime import datetime
from typing import Annotated, Any

import strawberry

from auth.policy import access_rule
from models.values import ValueRefused
from resolvers.protection.breach_looks import LogSource
from resolvers.protection.breach_report import MOST_LISTED, report_page
from resolvers.public_ids import object_uuid
from resolvers.refusals import ArgumentValueRefused, BadArgument
from schema.engine.directives import Protected
from schema.engine.values import VALUES
from workflow.data_breach import MOST_REPORT_DAYS
from workflow.vocabulary import AUDIT

_ACCOUNT = Annotated[strawberry.ID | None, strawberry.argument(description="The account that looked.")]
_CLIENT = Annotated[
    str | None, strawberry.argument(description="The OAuth client that looked: a front end, or an agency's system.")
]
_TOKEN = Annotated[
    str | None, strawberry.argument(description="Id (`jti`) of the token, or id of the session, that looked.")
]
_FROM = Annotated[datetime, strawberry.argument(name="from", description="From when, UTC.")]
_TO = Annotated[datetime, strawberry.argument(description=f"Until when, UTC; at most {MOST_REPORT_DAYS} days later.")]
_FIRST = Annotated[int | None, strawberry.argument(description="How many persons.")]
_AFTER = Annotated[str | None, strawberry.argument(description="A cursor: the persons after it.")]


def _audited(text: str) -> Any:
    return strawberry.field(description=text, directives=[Protected(read=AUDIT.name)])


@strawberry.type(description="By which document data was disclosed. (Asiakirja)")
class BreachDocument:
    """One document of the log."""

    operation: str = _audited("Name of a document that the service ships; of any other its digest.")
    document: str = _audited("Digest of the document.")
    looks: int = _audited("How many looks.")


@strawberry.type(description="With which token or session somebody looked. (Tunniste)")
class BreachToken:
    """One token or session of the log."""

    account: strawberry.ID = _audited("Whose it is: an account, or the registration of an agency's system.")
    client: str | None = _audited("The OAuth client; null for a session.")
    token: str | None = _audited("Id of the token or of the session; null in rows that are older than this column.")
    looks: int = _audited("How many looks.")
    first: datetime = _audited("The first of them, UTC.")
    last: datetime = _audited("The last of them, UTC.")


@strawberry.type(description="One person whose data was disclosed. (Henkilö)")
class BreachPerson:
    """One person; named only as far as the caller may read the name."""

    cursor: str = _audited("Where it stands in the report.")
    person: strawberry.ID = _audited("Id of the client, or of the referral of somebody who is no client.")
    name: str | None = _audited("The name; null for whoever may not read it, and of the erased.")
    is_erased: bool = _audited("Whether the person's data is erased; the id then leads to nobody.")
    looks: int = _audited("How many looks.")
    first: datetime = _audited("The first of them, UTC.")
    last: datetime = _audited("The last of them, UTC.")
    fields: list[str] = _audited(
        "The fields asked about, as the log names them: `Client.phones`, `Client.name:filter`."
    )
    documents: list[BreachDocument] = _audited(f"By which documents; the {MOST_LISTED} most used.")


@strawberry.type(description="What is in the log beside the persons of the page. (Yhteensä)")
class BreachTotals:
    """Counts of the whole period."""

    persons: int = _audited("Persons whose data was disclosed.")
    erased: int = _audited("Those of them who are erased since.")
    looks: int = _audited("All looks.")
    denied: int = _audited("Looks and commands that were refused.")
    without_persons: int = _audited("Looks that found nobody.")
    files: int = _audited("Files that were handed out.")
    exports: int = _audited("Packages of personal data that were fetched.")
    first: datetime | None = _audited("The first look, UTC.")
    last: datetime | None = _audited("The last look, UTC.")
    documents: list[BreachDocument] = _audited(f"By which documents; the {MOST_LISTED} most used.")
    tokens: list[BreachToken] = _audited(f"With which tokens and sessions; the {MOST_LISTED} most used.")


@strawberry.type(description="Whose data was disclosed, read from the log. (Loukkauksen selvitys)")
class BreachReport:
    """The report of a breach."""

    totals: BreachTotals = _audited("Of all pages together.")
    persons: list[BreachPerson] = _audited("One page of the persons, in the order of their ids.")
    has_next_page: bool = _audited("Whether more persons follow.")


@strawberry.type
class BreachFields:
    """Root fields about breaches that are computed, not stored."""

    @strawberry.field(
        description="Whose data one account, OAuth client or token was shown in a period; null for whoever may not see "
        "it. Reading it is logged. (Loukkauksen selvitys)",
        directives=[Protected(read=AUDIT.name)],
    )
    async def breach_report(
        self,
        info: strawberry.Info,
        from_: _FROM,
        to: _TO,
        account: _ACCOUNT = None,
        client: _CLIENT = None,
        token: _TOKEN = None,
        first: _FIRST = None,
        after: _AFTER = None,
    ) -> BreachReport | None:
        """Report the looks of one account, client or token."""
        context = info.context
        if not access_rule(context.request.viewer, context.content_types["data_breach"].kind, AUDIT).grants:
            return None
        uuid = object_uuid("account", str(account)) or object_uuid("agency_client", str(account)) if account else None
        if account and uuid is None:
            raise BadArgument("ARGUMENT_ACCOUNT", "account")
        source = LogSource(uuid, client, token, _instant("from", from_), _instant("to", to))
        page = await report_page(context.pool, context.call, context.content_types, source, first, after)
        persons = [_person(cursor, person) for cursor, person in page.persons]
        return BreachReport(totals=_totals(page.totals), persons=persons, has_next_page=page.has_more)


def _instant(name: str, text: datetime | str) -> datetime:
    """
    Return the instant of an argument, which the scalar hands over as it was written.

    :raises ArgumentValueRefused: when it is none
    """
    try:
        return VALUES[datetime].check(text)  # type: ignore[no-any-return] # the kind of an instant
    except ValueRefused as refused:
        raise ArgumentValueRefused(refused, name) from None


def _person(cursor: str, row: dict[str, Any]) -> BreachPerson:
    return BreachPerson(
        cursor=cursor,
        person=strawberry.ID(row["person"]),
        name=row["name"],
        is_erased=row["isErased"],
        looks=row["looks"],
        first=datetime.fromisoformat(row["first"]),
        last=datetime.fromisoformat(row["last"]),
        fields=row["fields"],
        documents=_documents(row["documents"]),
    )


def _documents(rows: list[dict[str, Any]]) -> list[BreachDocument]:
    return [BreachDocument(**row) for row in rows]


def _totals(row: dict[str, Any]) -> BreachTotals:
    first, last = (datetime.fromisoformat(row[key]) if row[key] else None for key in ("first", "last"))
    counts = {key: row[key] for key in ("persons", "erased", "looks", "denied", "files", "exports")}
    tokens = [
        BreachToken(
            account=strawberry.ID(token["account"]),
            client=token["application"],
            token=token["credential"],
            looks=token["looks"],
            first=datetime.fromisoformat(token["first"]),
            last=datetime.fromisoformat(token["last"]),
        )
        for token in row["tokens"]
    ]
    return BreachTotals(
        **counts,
        without_persons=row["withoutPersons"],
        first=first,
        last=last,
        documents=_documents(row["documents"]),
        tokens=tokens,
    )
