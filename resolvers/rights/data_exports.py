"""
Data exports: built from the declarations for a request, stored sealed, and fetched through a link that soon expires.

The table of the exports is called `package`.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from auth.disclosure import caller_columns
from auth.policy import access_rule, predicate_sql
from auth.processing import CONTENTS
from models.client import Client
from models.data_request import Package, Withholding
from models.organisation import Register as RegisterRow
from models.sealed import Keyring, Place, keyed_digests, seal_bytes, unseal_bytes
from resolvers.context import Changes, CommandContext, Rulebook, Step
from resolvers.notifications.notifying import accounts_of_client, accounts_with_role, notify
from resolvers.public_ids import public_id
from resolvers.reading.loading import call_of_command
from resolvers.reading.log_law import log_visibility
from resolvers.reading.parameters import StatementParameters
from resolvers.reading.signed_links import is_valid_query, link_key, signed_query
from resolvers.rights.data_export_contents import EXPORT_PURPOSE, Contents, Reading, gather_contents
from resolvers.rights.data_export_schema import EXPORT_FORMAT
from resolvers.rights.data_export_trail import (
    FILES_SQL,
    TRAIL,
    changes_of_objects,
    files_of_objects,
    log_ins_of_person,
    looks_at_person,
    note_trail,
)
from resolvers.rights.data_export_words import ExportWords, export_words
from resolvers.writing.field_permissions import holds_permission
from resolvers.writing.transitions import create_related, set_column, transition_refused
from workflow.data_request import WITH_PACKAGE
from workflow.roles import Role
from workflow.vocabulary import CONTACT

_STORED_FOR = timedelta(days=30)
_LINK_LIFETIME = timedelta(minutes=10)
EXPORT_FORMATS = {"json": "application/json", "pdf": "application/pdf"}


async def asks_for_data(step: Step) -> None:
    """
    Check that the request asks for data, because only such a request gets an export.

    :raises CommandRefused: NO_PACKAGE
    """
    if step.row.kind not in WITH_PACKAGE:
        raise transition_refused("NO_PACKAGE", "kind")


async def export_exists(step: Step) -> None:
    """
    Check that the request has an export that has not expired.

    :raises CommandRefused: PACKAGE_MISSING
    """
    if not await Package.filter(request_id=step.row.pk, expires_at__gt=step.context.now).using_db(step.db).exists():
        raise transition_refused("PACKAGE_MISSING", "packageBuiltAt")


async def entered_by_another(step: Step) -> None:
    """
    Check that the caller did not enter the request: another person than the one who typed it in puts the data together.

    Decision 0064.

    :raises CommandRefused: OWN_REQUEST
    """
    if step.row.entered_by == step.context.viewer.account:
        raise transition_refused("OWN_REQUEST")


async def export_opens(step: Step) -> None:
    """
    Check who opens the export of a person under a safety restriction: that person, or staff with the role `cleared`.

    :raises CommandRefused: PACKAGE_PROTECTED
    """
    if not holds_permission(step.context, step.loaded, CONTACT):
        raise transition_refused("PACKAGE_PROTECTED")


async def tell_of_export(step: Step) -> Changes:
    """
    Notify at once when a protected person's data was put together for a request that an employee entered.

    The person, the unit's supervisors and the staff with the role `cleared` are notified, so that nobody can secretly
    request data in another's name.
    """
    context, row, db = step.context, step.row, step.db
    client: Any = await Client.get(pk=row.client_id, using_db=db)
    if client.safety_restriction and row.entered_by is not None:
        accounts = await accounts_of_client(client.pk, db)
        for role in (Role.SUPERVISOR, Role.CLEARED):
            accounts |= await accounts_with_role(role, client.unit_id, context.today, db)
        await notify(context, "client.package_built", "client", client.pk, accounts - {context.viewer.account}, db)
    return {}


async def build_export(step: Step) -> Changes:
    """Read the person's data, write JSON and PDF, and seal both; newly found data about others becomes withholdings."""
    row = step.row
    register = await RegisterRow.get(pk=row.register_id, using_db=step.db).prefetch_related("organisation")
    package, contents = await export_of(step.context, row, register, step.db)
    for ref, key, basis in contents.new_withholdings:
        await create_related(
            step, "withholding", request_id=row.pk, client_id=row.client_id, object_ref=ref, field_key=key, basis=basis
        )
    words = await export_words(step.context.content_types.values(), contents.ids.get("form_answer", ()), step.db)
    await store_export(step.context, row.pk, package, words, step.db)
    return set_column(row, "package_built_at", "packageBuiltAt", step.context.now) | set_column(
        row, "package_expires_at", "packageExpiresAt", step.context.now + _STORED_FOR
    )


async def export_of(
    context: CommandContext, row: Any, register: Any, db: TransactionalDBClient
) -> tuple[dict[str, Any], Contents]:
    """Return the export of a request as JSON, and the contents that were read for it. Each reading is logged."""
    withholdings = {(w.object_ref, w.field_key): w for w in await Withholding.filter(request_id=row.pk).using_db(db)}
    client = UUID(str(row.client_id))
    law = await log_visibility(client, register.pk, db)
    reading = Reading(context, client, UUID(str(row.pk)), withholdings, law.with_names, row.kind == "PORT")
    package = await _heading(context, row, register, db)
    contents = await gather_contents(reading, db) if row.kind != "LOG_ACCESS" else Contents()
    if row.kind != "LOG_ACCESS":
        package |= {"content": contents.objects, "withheld": contents.withheld}
        await note_trail(reading, FILES_SQL, db)
        package["files"] = await files_of_objects(reading, contents, db)
    if row.kind != "PORT":
        await note_trail(reading, TRAIL, db)
        since = row.log_from or law.oldest(context.today)
        package |= {"logSince": since and since.isoformat(), "accessLog": await looks_at_person(reading, since, db)}
        package |= {"logIns": await log_ins_of_person(reading, since, db)}
    if row.kind == "ACCESS":
        package["changes"] = await changes_of_objects(reading, contents, db)
    return package, contents


async def _heading(context: CommandContext, row: Any, register: Any, db: TransactionalDBClient) -> dict[str, Any]:
    client = await Client.get(pk=row.client_id, using_db=db)
    organisation = register.organisation
    return {
        "format": EXPORT_FORMAT,
        "kind": row.kind,
        "request": public_id("data_request", row.pk),
        "receivedOn": row.received_on.isoformat(),
        "madeAt": context.now.isoformat(),
        "register": {
            "name": register.name,
            "purpose": register.purpose,
            "legalBasis": register.legal_basis,
            "contact": f"{register.contact_name}, {register.contact_email}",
            "retention": f"{register.retention_years} vuotta asiakkuuden päättymisestä",
        },
        "controller": {"name": organisation.name, "businessId": organisation.business_id},
        "person": {"id": public_id("client", client.pk), "name": f"{client.first_names} {client.last_name}"},
    }


def typeset_pdf(package: dict[str, Any], words: ExportWords) -> bytes:
    """Return the export as a PDF."""
    from resolvers.rights.data_export_pdf import export_pdf  # noqa: PLC0415 - the PDF library takes 13 MB of memory, and exports are rare

    return export_pdf(package, words)


async def store_export(
    context: CommandContext, request: UUID, package: dict[str, Any], words: ExportWords, db: TransactionalDBClient
) -> None:
    """Store an export for thirty days, sealed for its row; it replaces the earlier export of the request."""
    pdf = await CONTENTS.run(typeset_pdf, package, words)
    json = await CONTENTS.run(orjson.dumps, package, option=orjson.OPT_INDENT_2)
    await Package.filter(request_id=request).using_db(db).delete()
    row = Package(request_id=request, built_at=context.now, expires_at=context.now + _STORED_FOR)
    place = {name: Place("package", name, UUID(str(row.pk))) for name in EXPORT_FORMATS}
    row.json, row.pdf = seal_bytes(context.keyring, place["json"], json), seal_bytes(context.keyring, place["pdf"], pdf)
    await row.save(using_db=db, force_create=True)


async def forget_export(step: Step) -> Changes:
    """Delete the export of a request that is refused or withdrawn."""
    await Package.filter(request_id=step.row.pk).using_db(step.db).delete()
    return set_column(step.row, "package_expires_at", "packageExpiresAt", None)


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
    protected person only with the role `cleared`; the trainee reads it once the request is decided. The statement that
    reads also logs the disclosure.
    """
    kind, bind = context.content_types["data_request"].kind, StatementParameters()
    may_read = predicate_sql(kind, access_rule(context.viewer, kind, CONTACT), "t", bind.viewer)
    ids, now = bind(("id",), lambda _: request, "uuid"), bind(("now",), lambda _: context.now, "timestamptz")
    log = _disclosure_row(context, request, form, bind)
    sql = (
        f"WITH own AS MATERIALIZED (SELECT p.id, p.{form} AS body, t.client_id FROM package p"
        f" JOIN data_request t ON t.id = p.request_id WHERE t.id = {ids} AND p.expires_at > {now} AND {may_read}),"
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


async def forget_exports(context: CommandContext) -> int:
    """Delete the exports that have expired and return how many; repeated and parallel runs are safe."""
    async with in_transaction() as db:
        rows = await db.execute_query_dict(
            "DELETE FROM package WHERE id IN (SELECT id FROM package WHERE expires_at <= $1 FOR UPDATE SKIP LOCKED)"
            " RETURNING id",
            [context.now],
        )
    return len(rows)


DATA_EXPORT_RULES = Rulebook.of(
    guards=(
        asks_for_data,
        export_exists,
        export_opens,
        entered_by_another,
    ),
    effects=(
        build_export,
        link_package,
        forget_export,
        tell_of_export,
    ),
)
