"""The access log, the changes, the files and the log-ins that accompany the contents of a data export."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

import orjson
from tortoise.backends.base.client import TransactionalDBClient

from auth.disclosure import numbered_disclosure_row_sql
from auth.viewer import Viewer
from resolvers.context import CommandContext
from resolvers.declaration import ContentType
from resolvers.log_law import visible_moment_sql
from resolvers.notifications.recipients import subject_ids
from resolvers.public_ids import public_id
from resolvers.rights.data_export_reading import Contents, Reading, log_export_read
from resolvers.rights.data_export_relations import permissions_of_reader
from workflow.calendar import FINNISH_ZONE
from workflow.vocabulary import CONTACT, LOG

_LOOKS = """
SELECT {at} AS at, d.purpose, d.fields,
 coalesce(a.kind, CASE WHEN c.id IS NOT NULL THEN 'AGENCY' ELSE 'SERVICE' END) AS kind,
 a.name, coalesce(g.name, w.name) AS organisation, a.client_id IS NOT DISTINCT FROM $2::uuid AS is_self
FROM disclosure_log d LEFT JOIN account a ON a.id = d.account LEFT JOIN agency_client c ON c.id = d.account
LEFT JOIN agency g ON g.id = coalesce(a.agency_id, c.agency_id) LEFT JOIN workplace w ON w.id = a.workplace_id
WHERE d.subjects && $1::uuid[] AND d.at >= $3::timestamptz ORDER BY d.at, d.id
""".format(at=visible_moment_sql("d.at", "$4::bool"))
_LOG_INS = """
SELECT e.at, e.outcome, e.network FROM login_event e JOIN account a ON a.id = e.account_id
WHERE a.client_id = $1::uuid AND e.at >= $2::timestamptz ORDER BY e.at, e.id
"""
_CHANGES = """
SELECT h.noun, h.object_id, h.at, h.action, h.comment, h.reason, h.actor_name, h.changes::text AS changes
FROM history h WHERE h.object_id = ANY($1::uuid[]) ORDER BY h.at, h.id
"""
_FILES = """
SELECT f.noun, f.object_id, f.name, f.media_type, f.size, f.added_at, f.added_by_name,
 a.client_id IS NOT DISTINCT FROM $2::uuid AS is_own
FROM attachment f LEFT JOIN account a ON a.id = f.added_by
WHERE f.object_id = ANY($1::uuid[]) AND f.uploaded_at IS NOT NULL ORDER BY f.added_at, f.id
"""
FILES_SQL = ["Attachment.name", "Attachment.addedAt"]
TRAIL = ["DisclosureLog.at", "DisclosureLog.purpose", "LoginEvent.at"]


@dataclass(frozen=True)
class KnownOfLooks:
    """What whoever gets an export may know of the looks: that there were any, who looked, and what was looked at."""

    looks: bool = True
    names: bool = True
    fields: bool = True


async def knows_of_looks(
    context: CommandContext, reader: Viewer | None, client: UUID, db: TransactionalDBClient
) -> KnownOfLooks:
    """
    Return what a reader may know of the looks, by the policy; the person knows everything.

    A guardian does not learn what was looked at, which tells what a minor keeps back, and from whom the person's place
    is hidden not who looked, which tells where the person is.
    """
    if reader is None:
        return KnownOfLooks()
    held = await permissions_of_reader(context, reader, context.content_types["client"], client, db)
    permissions = held.get(str(client), frozenset())
    return KnownOfLooks(LOG.name in permissions, CONTACT.name in permissions, fields=False)


async def note_trail(reading: Reading, fields: list[str], db: TransactionalDBClient) -> None:
    """Log the reading of these fields that accompany the contents, in the same transaction."""
    row = numbered_disclosure_row_sql("SELECT $1::uuid")
    await db.execute_query(row, [reading.client, *log_export_read(reading, fields)])


async def files_of_objects(reading: Reading, contents: Contents, db: TransactionalDBClient) -> list[dict[str, Any]]:
    """
    Return the files of the objects in an export, oldest first.

    On request the person gets the files themselves from the privacy officer.

    A portable export lists the files that the person added. Files of a withheld object and withheld files are not
    listed.
    """
    types = {type_.noun: type_ for type_ in reading.context.content_types.values()}
    rows = await db.execute_query_dict(_FILES, [contents.all_ids(), reading.client])
    files = []
    for row in rows:
        ref = public_id(row["noun"], row["object_id"])
        is_hidden = {(ref, ""), (ref, "attachments")} & contents.hidden
        if is_hidden or (reading.is_given_only and not row["is_own"]):
            continue
        files.append(
            {
                "type": types[row["noun"]].name,
                "id": ref,
                "name": row["name"],
                "mediaType": row["media_type"],
                "size": row["size"],
                "addedAt": row["added_at"].isoformat(),
                "addedByName": row["added_by_name"] if reading.with_names or row["is_own"] else None,
            }
        )
    return files


async def looks_at_person(
    reading: Reading, since: date | None, knows: KnownOfLooks, db: TransactionalDBClient
) -> list[dict[str, Any]]:
    """
    Return the log of who looked at the person's data since a day, oldest first; None means the whole log.

    Each entry has the moment, the purpose and the fields. Agencies and workplaces are always named, because they are
    recipients. Employees are named, and the time of day is given, only where the register's law shows names.
    Source: GDPR article 15(1)(c); judgment C-579/21.
    """
    subjects = await subject_ids(reading.client, db)
    with_names = reading.with_names and knows.names
    rows = await db.execute_query_dict(_LOOKS, [subjects, reading.client, _start(since), with_names])
    return [
        {
            "at": row["at"].astimezone(FINNISH_ZONE).isoformat(),
            "by": "SELF" if row["is_self"] and knows.fields else row["kind"],
            "purpose": row["purpose"],
            "organisation": row["organisation"] if knows.names else None,
            "fields": list(row["fields"]) if knows.fields else [],
            "name": row["name"] if with_names and row["kind"] == "STAFF" else None,
        }
        for row in rows
    ]


async def log_ins_of_person(reading: Reading, since: date | None, db: TransactionalDBClient) -> list[dict[str, Any]]:
    """Return the person's own log-ins since a day, oldest first; of the IP address only the network is given."""
    rows = await db.execute_query_dict(_LOG_INS, [reading.client, _start(since)])
    return [{"at": r["at"].isoformat(), "outcome": r["outcome"], "network": r["network"]} for r in rows]


async def changes_of_objects(reading: Reading, contents: Contents, db: TransactionalDBClient) -> list[dict[str, Any]]:
    """Return the changes of the objects in an export, oldest first, with the earlier values of included fields."""
    types = {type_.noun: type_ for type_ in reading.context.content_types.values()}
    entries = []
    for row in await db.execute_query_dict(_CHANGES, [contents.all_ids()]):
        ref = public_id(row["noun"], row["object_id"])
        if (ref, "") in contents.hidden:
            continue
        entries.append(
            {
                "type": types[row["noun"]].name,
                "id": ref,
                "at": row["at"].isoformat(),
                "action": row["action"],
                "comment": row["comment"],
                "reason": row["reason"],
                "name": row["actor_name"] if reading.with_names else None,
                "before": _earlier_values(types[row["noun"]], ref, orjson.loads(row["changes"]), contents),
            }
        )
    return entries


def _earlier_values(type_: ContentType, ref: str, changes: dict[str, Any], contents: Contents) -> dict[str, Any]:
    """Return the earlier values of the included personal fields; of a sealed field only that it was changed."""
    hidden = {key for object_ref, key in contents.hidden if object_ref == ref}
    included = {f.key for f in type_.fields.values() if f.personal} - hidden
    included_changes = {
        key: change for key, change in changes.items() if key.partition(".")[0] in included and key not in hidden
    }
    return {key: change.get("before") for key, change in included_changes.items()}


def _start(day: date | None) -> datetime:
    return datetime.combine(day or date.min, time(), UTC)
