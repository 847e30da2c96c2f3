"""The link of an export: shown once, for one account and ten minutes. Fetching checks the policy and is logged."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from auth.disclosure import caller_columns
from auth.policy import access_rule, predicate_sql
from models.sealed import Keyring, Place, keyed_digests, unseal_bytes
from resolvers.context import Changes, CommandContext, Rulebook, Step
from resolvers.public_ids import public_id
from resolvers.reading.loading import call_of_command
from resolvers.reading.parameters import StatementParameters
from resolvers.reading.signed_links import is_valid_query, link_key, signed_query
from resolvers.rights.data_export_reading import EXPORT_PURPOSE
from resolvers.rights.guardian_requests import STILL_FITS_SQL
from workflow.roles import AccountKind
from workflow.vocabulary import CONTACT

_LINK_LIFETIME = timedelta(minutes=10)


async def link_package(step: Step) -> Changes:
    """Show the caller once an address of the PDF, valid for ten minutes; with `.json` it is that of the JSON."""
    context, request = step.context, UUID(str(step.row.pk))
    context.shown_once.append(
        export_link(context.keyring, request, context.viewer.account, context.now + _LINK_LIFETIME)
    )
    return {}


def export_link(keyring: Keyring, request: UUID, account: UUID, until: datetime) -> str:
    """Return the address of the PDF of a request's export, for one account and until a moment."""
    query = signed_query(_link_keys(keyring, account)[0], request.hex, until)
    return f"/packages/{public_id('data_request', request)}.pdf?{query}"


def is_export_link(keyring: Keyring, request: UUID, account: UUID, query: Mapping[str, str], now: datetime) -> bool:
    """Return whether a query string opens an export for an account; one made before a key rotation still does."""
    return any(is_valid_query(key, request.hex, query, now) for key in _link_keys(keyring, account))


def _link_keys(keyring: Keyring, account: UUID) -> list[bytes]:
    """Return the keys that sign the links of an account, the current one first."""
    return [link_key(digest, account) for digest in keyed_digests(keyring, "package", account.hex)]


async def fetched_export(context: CommandContext, request: UUID, form: str) -> bytes | None:
    """
    Return the JSON or the PDF of a request's export; None when there is none that this viewer may read.

    It checks the policy again: the privacy officer reads it while the request is processed and afterwards, that of a
    protected person only with the role `cleared`; the trainee reads it once the request is decided, and so does the
    guardian who asked, while nothing in it was taken from the guardian since. The statement that reads also logs the
    disclosure.
    """
    kind, bind = context.content_types["data_request"].kind, StatementParameters()
    may_read = predicate_sql(kind, access_rule(context.viewer, kind, CONTACT), "t", bind.viewer)
    ids, now = bind(("id",), lambda _: request, "uuid"), bind(("now",), lambda _: context.now, "timestamptz")
    log, fits = _disclosure_row(context, request, form, bind), ""
    if context.viewer.kind is AccountKind.GUARDIAN:
        today = bind.viewer("today")
        fits = f" AND {STILL_FITS_SQL.format(representation='t.representation_id', built='p.built_at', today=today)}"
    sql = (
        f"WITH own AS MATERIALIZED (SELECT p.id, p.{form} AS body, t.client_id FROM package p"
        f" JOIN data_request t ON t.id = p.request_id"
        f" WHERE t.id = {ids} AND p.expires_at > {now} AND {may_read}{fits}),"
        f" log AS ({log}) SELECT id, body FROM own"
    )
    async with in_transaction() as db:
        rows = await db.execute_query_dict(sql, [get(call_of_command(context)) for get in bind.getters])
    if not rows:
        return None
    return unseal_bytes(context.keyring, Place("package", form, UUID(str(rows[0]["id"]))), bytes(rows[0]["body"]))


def _disclosure_row(context: CommandContext, request: UUID, form: str, bind: StatementParameters) -> str:
    values: dict[str, Any] = {
        "at": context.now,
        **caller_columns(context.viewer),
        "operation": f"package.{form}",
        "document": "",
        "fields": ["DataRequest.package"],
        "asked": [request],
        "purpose": EXPORT_PURPOSE,
        "request": call_of_command(context).request,
    }
    return bind.disclosure_row(values, "SELECT client_id FROM own")


DATA_EXPORT_LINK_RULES = Rulebook.of(effects=(link_package,))
