"""
The undoing of a merge: both clients are what they were, and whatever was written meanwhile stays where it belongs.

A row that came over goes back, with what belongs to it; a new row of the kept client stays with it. A value that the
merge gave the kept client goes, unless somebody has changed it since.
"""

from typing import Any
from uuid import UUID

from models.client_merge import MergedRow
from models.code_index import SEALED_COLUMN, code_indexes, set_code_indexes
from models.log import Version
from resolvers.context import Changes, Rulebook, Step
from resolvers.declaration import ContentType
from resolvers.merging.doubled_tellings import reopen_tellings
from resolvers.merging.merges import locked_clients
from resolvers.merging.moves import MovedColumn, move_back
from resolvers.merging.references import client_references
from resolvers.retention.recycle_bin import row_of_version
from resolvers.writing.assignment import SEALED_ENTRY
from resolvers.writing.copies import copied_columns
from resolvers.writing.history import next_revision, record_change, stored_by_name
from resolvers.writing.identity_codes import client_with_code, opened_code
from resolvers.writing.transitions import move_to_state, set_column, transition_refused
from workflow.client import MERGED_CLIENT_STATES, STORED_CLIENT_STATES

_CODE_KEY = "personalIdentityCode"
_KEPT_COLUMNS = frozenset({"id", "revision", "modified_at", "modified_by", "identity_index", "identity_index_even"})


async def may_be_undone(step: Step) -> None:
    """
    Check that the period is not over, and that both clients are where the merge left them.

    :raises CommandRefused: UNDO_TOO_LATE, MERGED_FURTHER, MERGE_UNITS_DIFFER
    """
    row = step.row
    if step.context.today > row.undo_until:
        raise transition_refused("UNDO_TOO_LATE", last=row.undo_until.isoformat())
    kept, merged = await locked_clients(step)
    is_here = merged.state in MERGED_CLIENT_STATES and merged.merged_into_id == kept.id
    if not is_here or kept.state not in STORED_CLIENT_STATES:
        raise transition_refused("MERGED_FURTHER")
    if kept.unit_id != merged.unit_id:
        raise transition_refused("MERGE_UNITS_DIFFER")


async def undo_merge(step: Step) -> Changes:
    """Undo: give back the rows, the values of both clients and the identity code."""
    context, db, row = step.context, step.db, step.row
    kept, merged = await locked_clients(step)
    code = opened_code(context, "client", merged) if merged.personal_identity_code is not None else None
    kept_changes = await _given_back(step, kept, row.kept_revision)
    next_revision(context, kept)
    await kept.save(using_db=db)
    await record_change(context, context.content_types["client"], kept, "GIVE_BACK", kept_changes, db)

    before = await _as_of(step, merged.id, row.merged_revision)
    merged.identity_held = before.identity_held or await _is_given_to_another(step, code)
    set_code_indexes(merged, context.keyring, code)
    merged_changes = set_column(merged, "merged_into_id", "mergedIntoId", None)
    await move_to_state(step, "client", merged, before.state, "UNDO_MERGE", merged_changes)

    await reopen_tellings(step, merged.id)
    rows = await MergedRow.filter(merge_id=row.pk).using_db(db)
    await move_back(context, [MovedColumn(r.place, r.lead, r.row_id) for r in rows], kept.id, merged.id, db)
    await _move_followers(step, kept.id, merged.id)
    await MergedRow.filter(merge_id=row.pk).using_db(db).delete()
    return {}


async def _is_given_to_another(step: Step, code: str | None) -> bool:
    """Return whether another client got the code meanwhile: then it is held back, and nobody learns of the other."""
    if code is None:
        return False
    return await client_with_code(code_indexes(step.context.keyring, code), step.db) is not None


async def _given_back(step: Step, kept: Any, revision: int) -> Changes:
    """Set what the merge has changed in the kept client, and nobody since, to what it was; return the changes."""
    type_ = step.context.content_types["client"]
    before, after = [await _as_of(step, kept.id, number) for number in (revision, revision + 1)]
    keys = {f.column: f.key for f in type_.fields.values()}
    changes: Changes = {}
    for name in sorted(set(type_.model._meta.fields_db_projection) - _KEPT_COLUMNS):
        old, taken = getattr(before, name), getattr(after, name)
        if old == taken or getattr(kept, name) != taken:
            continue
        changed = set_column(kept, name, keys.get(name, name), old)
        if name == SEALED_COLUMN:
            changes |= {_CODE_KEY: {"before": None, "after": None} | SEALED_ENTRY}
        elif name not in type_.withheld:
            changes |= changed
    code = opened_code(step.context, "client", kept) if kept.personal_identity_code is not None else None
    set_code_indexes(kept, step.context.keyring, code)
    return changes


async def _as_of(step: Step, client: UUID, revision: int) -> Any:
    """Return a client as it was at a revision."""
    type_: ContentType = step.context.content_types["client"]
    version = await Version.get(object_id=client, revision=revision, using_db=step.db)
    return row_of_version(type_, stored_by_name(type_, version.stored))


async def _move_followers(step: Step, kept: UUID, merged: UUID) -> None:
    """Move the rows that were written since the merge and belong to a row that has gone back."""
    content_types = step.context.content_types
    leads = {(reference.place, reference.lead) for reference in client_references(content_types)}
    copies = [c for c in copied_columns(content_types) if (c.type.kind.table, c.column) in leads]
    while True:
        following: list[MovedColumn] = []
        for copied in copies:
            table = copied.type.kind.table
            sql = (
                f'SELECT t.id FROM {table} t WHERE t."{copied.column}" = $1'
                f" AND {copied.source_sql(content_types, 't')} = $2"
            )
            found = await step.db.execute_query_dict(sql, [kept, merged])
            following += [MovedColumn(table, copied.column, UUID(str(r["id"]))) for r in found]
        if not following:
            return
        await move_back(step.context, following, kept, merged, step.db)


MERGE_UNDO_RULES = Rulebook.of(guards=(may_be_undone,), effects=(undo_merge,))
