"""
Data exports: built from the declarations for a request, stored sealed, and fetched through a link that soon expires.

The table of the exports is called `package`.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from auth.processing import CONTENTS
from auth.viewer import Viewer
from models.agency import Agency
from models.client import Client
from models.data_request import Package, Withholding
from models.organisation import Register as RegisterRow
from models.sealed import Place, seal_bytes
from models.values import full_name
from resolvers.context import Changes, CommandContext, Rulebook, Step
from resolvers.log_law import log_visibility
from resolvers.notifications.notifying import accounts_of_client, accounts_with_role, notify
from resolvers.notifications.recipients import agencies_with_disclosures
from resolvers.printing.typesetting import pdf_of
from resolvers.public_ids import public_id
from resolvers.rights.data_export_binned import binned_objects
from resolvers.rights.data_export_contents import gather_contents
from resolvers.rights.data_export_reading import Contents, Reading
from resolvers.rights.data_export_schema import EXPORT_FORMAT
from resolvers.rights.data_export_trail import (
    FILES_SQL,
    TRAIL,
    changes_of_objects,
    files_of_objects,
    knows_of_looks,
    log_ins_of_person,
    looks_at_person,
    note_trail,
)
from resolvers.rights.guardian_requests import reader_of_request
from resolvers.rights.printed.export_document import export_document
from resolvers.rights.printed.language import language_of_client
from resolvers.rights.printed.words import ExportWords, export_words
from resolvers.writing.field_permissions import holds_permission
from resolvers.writing.transitions import create_related, set_column, transition_refused
from workflow.data_request import WITH_PACKAGE
from workflow.roles import Role
from workflow.vocabulary import CONTACT

_STORED_FOR = timedelta(days=30)
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
    Notify at once when a protected person's data was put together for a request that an employee or a guardian made.

    The person, the unit's supervisors and the staff with the role `cleared` are notified, so that nobody can secretly
    request data in another's name.
    """
    context, row, db = step.context, step.row, step.db
    client: Any = await Client.get(pk=row.client_id, using_db=db)
    if client.safety_restriction and (row.entered_by is not None or row.representation_id is not None):
        accounts = await accounts_of_client(client.pk, db)
        for role in (Role.SUPERVISOR, Role.CLEARED):
            accounts |= await accounts_with_role(role, client.unit_id, context.today, db)
        await notify(context, "client.package_built", "client", client.pk, accounts - {context.viewer.account}, db)
    return {}


async def build_export(step: Step) -> Changes:
    """Read the person's data, write JSON and PDF, and seal both; newly found data about others becomes withholdings."""
    row = step.row
    register = await RegisterRow.get(pk=row.register_id, using_db=step.db).prefetch_related("organisation")
    reader = await reader_of_request(step.context, row, step.db)
    package, contents = await export_of(step.context, row, register, step.db, reader)
    for ref, key, basis in contents.new_withholdings:
        await create_related(
            step, "withholding", request_id=row.pk, client_id=row.client_id, object_ref=ref, field_key=key, basis=basis
        )
    answers = contents.ids.get("form_answer", ())
    words = await export_words(step.context.content_types.values(), answers, package["language"], step.db)
    await store_export(step.context, row.pk, package, words, step.db)
    return set_column(row, "package_built_at", "packageBuiltAt", step.context.now) | set_column(
        row, "package_expires_at", "packageExpiresAt", step.context.now + _STORED_FOR
    )


async def export_of(
    context: CommandContext, row: Any, register: Any, db: TransactionalDBClient, reader: Viewer | None = None
) -> tuple[dict[str, Any], Contents]:
    """
    Return the export of a request as JSON, and the contents that were read for it. Each reading is logged.

    With a `reader`, such as a guardian, it is made for that viewer: what the policy hides from them is withheld, and
    the log-ins and the changes are the person's alone.
    """
    withholdings = {(w.object_ref, w.field_key): w for w in await Withholding.filter(request_id=row.pk).using_db(db)}
    client = UUID(str(row.client_id))
    law = await log_visibility(client, register.pk, db)
    language = reader.language if reader else await language_of_client(client, db)
    knows = await knows_of_looks(context, reader, client, db)
    reading = Reading(
        context, client, UUID(str(row.pk)), withholdings, law.with_names, row.kind == "PORT", language, reader
    )
    package = await _heading(context, row, register, db) | {"language": language}
    contents = await gather_contents(reading, db) if row.kind != "LOG_ACCESS" else Contents()
    if row.kind != "LOG_ACCESS":
        binned = [] if reading.is_given_only or reader else await binned_objects(reading, contents, db)
        package |= {"content": contents.objects, "withheld": contents.withheld, "binned": binned}
        package["recipients"] = await _recipients(client, db) if knows.names else []
        await note_trail(reading, FILES_SQL, db)
        package["files"] = await files_of_objects(reading, contents, db)
    if row.kind != "PORT":
        await note_trail(reading, TRAIL, db)
        since = row.log_from or law.oldest(context.today)
        looks = await looks_at_person(reading, since, knows, db) if knows.looks else []
        log_ins = await log_ins_of_person(reading, since, db) if reader is None else []
        package |= {"logSince": since and since.isoformat(), "accessLog": looks, "logIns": log_ins}
    if row.kind == "ACCESS" and reader is None:
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
            "retentionYears": register.retention_years,
        },
        "controller": {
            "name": organisation.name,
            "businessId": organisation.business_id,
            "address": ", ".join(filter(None, (organisation.street_address, _town(organisation)))),
            "phone": organisation.phone or "",
            "email": organisation.email or "",
        },
        "person": {"id": public_id("client", client.pk), "name": full_name(client.first_names, client.last_name)},
    }


def _town(organisation: Any) -> str:
    return "\u00a0".join(filter(None, (organisation.postal_code, organisation.city)))


async def _recipients(client: UUID, db: TransactionalDBClient) -> list[str]:
    """Return the names of the agencies that received the person's data. Source: GDPR article 15(1)(c)."""
    ids = await agencies_with_disclosures(client, None, db)
    return sorted(str(name) for name in await Agency.filter(pk__in=ids).using_db(db).values_list("name", flat=True))


def typeset_pdf(package: dict[str, Any], words: ExportWords) -> bytes:
    """Return the export as a PDF."""
    return pdf_of(export_document(package, words), int(datetime.fromisoformat(package["madeAt"]).timestamp()))


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
        forget_export,
        tell_of_export,
    ),
)
