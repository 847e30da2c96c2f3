"""
Compile the fields of a row that hold rows themselves: related objects, connections, files, history and revisions.

Only here does the compilation go down a level. `NESTED_FIELDS` is passed to it as part of its state.
"""

from graphql import FieldNode

from resolvers.declaration import AWAITED_KEY, Attached, ContentType, Relation
from resolvers.public_ids import public_id_sql
from resolvers.reading.by_caller.named_people import actor_kind_sql, actor_name_sql
from resolvers.reading.compilation import Compilation, NestedFields, SelectedRows
from resolvers.reading.connections import ConnectionPage
from resolvers.reading.day_counts import day_counts_sql
from resolvers.reading.parameters import quoted
from resolvers.reading.revisions import made_in_sight, revisions_sql
from resolvers.reading.rows import Rows
from resolvers.reading.sections import keys_of, lines_sql, readable_change_sql
from resolvers.reading.signed_links import LINK_LIFETIME, PUT, file_link_sql, link_key
from workflow.roles import AccountKind

_HISTORY_COLUMNS = {
    "revision": "h.revision",
    "at": "h.at",
    "actorKind": actor_kind_sql("h.actor"),
    "action": "h.action",
    "comment": "h.comment",
    "reason": "h.reason",
}
HISTORY_PAGE = 50
_FROM_AGENCIES = frozenset({AccountKind.OFFICIAL, AccountKind.AGENCY})  # who works on a case inside is not told them
_ATTACHMENT_COLUMNS = {
    "id": public_id_sql("attachment", "f.id"),
    "name": "f.name",
    "mediaType": "f.media_type",
    "size": "f.size",
    "sha256": "f.sha256",
    "addedAt": "f.added_at",
    "scannedAt": "f.scanned_at",
    "quarantined": "f.finding IS NOT NULL",
    "awaitedUntil": "f.awaited_until",
}
MAX_ATTACHMENTS = 200  # files of one object in an answer


def relation_sql(parent: SelectedRows, relation: Relation, nodes: list[FieldNode], path: tuple[str, ...]) -> str:
    """Return the SQL of a related object, or of a connection of related objects."""
    target = parent.compilation.content_types[relation.target]
    if relation.many:
        return _related_connection(parent, relation, target, nodes, path)
    rows = Rows(parent.compilation, target, path)
    rows.chain = parent.chain
    projection = rows.projection(nodes)
    link = f"{rows.table_alias}.id = {parent.column(relation.column)}"
    derived = (
        f"SELECT {rows.derived_columns()} FROM {target.kind.table} {rows.table_alias} WHERE {link} AND {rows.visible()}"
    )
    return f"(SELECT row_to_json(r.*) FROM (SELECT {projection} FROM ({derived}) {rows.derived_alias}) r)"


def _related_connection(
    parent: SelectedRows, relation: Relation, target: ContentType, nodes: list[FieldNode], path: tuple[str, ...]
) -> str:
    page = ConnectionPage(
        parent.compilation,
        target,
        path,
        parent.compilation.arguments_of(parent.type.name, nodes[0]),
        root=False,
        list_name=f"{parent.type.noun}.{relation.key}",
        chain=parent.chain,
    )
    link = page.rows.link_to_parent(relation, parent)
    source = f"q{page.rows.derived_alias[1:]}"
    json = page.json(nodes, source, link)
    return f"(WITH {source} AS ({page.gathered_rows(link)}) {json[1:-1]})"


def attachments_sql(rows: SelectedRows, declared: Attached, nodes: list[FieldNode]) -> str:
    """Return the SQL of an object's files as a JSON array, the oldest first; each link is signed for this caller."""
    is_awaited = declared.key == AWAITED_KEY
    kind = "AwaitedFile" if is_awaited else "Attachment"
    selected = rows.compilation.document.collect((kind,), [n.selection_set for n in nodes])
    parts = [
        f"'{kind}' AS {quoted(key)}"
        if field_nodes[0].name.value == "__typename"
        else f"{_attachment_field(rows, field_nodes)} AS {quoted(key)}"
        for key, field_nodes in selected.items()
    ]
    return (
        f"(SELECT coalesce(json_agg(r.*), '[]') FROM (SELECT {', '.join(parts)} FROM attachment f"
        f" WHERE f.object_id = {rows.column('id')} AND {_shown_files(rows.compilation, is_awaited=is_awaited)}"
        f" ORDER BY f.id LIMIT {MAX_ATTACHMENTS}) r)"
    )


def _shown_files(compilation: Compilation, *, is_awaited: bool) -> str:
    if not is_awaited:
        return "f.uploaded_at IS NOT NULL"
    return f"f.uploaded_at IS NULL AND f.awaited_until >= {compilation.bind.viewer('now')}"


def _attachment_field(rows: SelectedRows, nodes: list[FieldNode]) -> str:
    name, compilation = nodes[0].name.value, rows.compilation
    if name == "addedBy":
        return actor_name_sql(rows, "f.added_by", "f.added_by_name")
    if name not in ("link", "uploadLink"):
        return _ATTACHMENT_COLUMNS[name]
    key = compilation.bind("link key", lambda call: link_key(call.cursor_key, call.viewer.account), "bytea")
    until = compilation.bind("link until", lambda call: int((call.now + LINK_LIFETIME).timestamp()), "bigint")
    if name == "link":
        return file_link_sql("f.id", until, key)
    upload = file_link_sql("f.id", until, key, PUT)
    return f"CASE WHEN f.added_by = {compilation.bind.viewer('account')} THEN {upload} END"


def history_sql(rows: SelectedRows, nodes: list[FieldNode]) -> str:
    """
    Return the SQL of an object's history.

    Changes of fields that the viewer may not read on the object today are left out. Who is no employee reads no change
    that was made out of sight, such as the wording of a draft that was sent later.
    """
    selected = rows.compilation.document.collect(("Change",), [n.selection_set for n in nodes])
    parts = [f"{_history_field(rows, field_nodes)} AS {quoted(key)}" for key, field_nodes in selected.items()]
    return (
        f"(SELECT coalesce(json_agg(r.*), '[]') FROM (SELECT {', '.join(parts)} FROM history h"
        f" WHERE h.object_id = {rows.column('id')} ORDER BY h.revision DESC, h.id DESC LIMIT {HISTORY_PAGE}) r)"
    )


def _history_field(rows: SelectedRows, nodes: list[FieldNode]) -> str:
    name = nodes[0].name.value
    if name == "actorName" and rows.compilation.viewer.kind in _FROM_AGENCIES:
        return _actor_for_agency(rows)
    if name == "actorName":
        return actor_name_sql(rows, "h.actor", "h.actor_name")
    if name in _HISTORY_COLUMNS:
        return _HISTORY_COLUMNS[name]
    if name == "__typename":
        return "'Change'"
    cells = {
        "field": _field_name_sql(rows.type),
        "before": "c.value->>'before'",
        "after": "c.value->>'after'",
        "__typename": "'FieldChange'",
    }
    sides = {"beforeLines": "before", "afterLines": "after"}
    selected = rows.compilation.document.collect(("FieldChange",), [n.selection_set for n in nodes])
    named = ((key, found[0].name.value, found) for key, found in selected.items())
    parts = ", ".join(
        f"{lines_sql(rows, sides[name], found) if name in sides else cells[name]} AS {quoted(key)}"
        for key, name, found in named
    )
    conditions = [_readable_change_condition(rows)]
    if rows.compilation.viewer.kind is not AccountKind.STAFF:
        conditions += made_in_sight(rows)
    return (
        f"(SELECT coalesce(json_agg(f.*), '[]') FROM (SELECT {parts} FROM jsonb_each(h.changes) c"
        f" WHERE {' AND '.join(conditions)} ORDER BY c.key) f)"
    )


def _actor_for_agency(rows: SelectedRows) -> str:
    """Return the SQL of who made a change, for an agency: its own people by name, all others as the provider."""
    own = rows.compilation.bind.viewer("agency")
    return (
        f"CASE WHEN EXISTS (SELECT FROM account a WHERE a.id = h.actor AND a.agency_id = {own})"
        f" OR EXISTS (SELECT FROM agency_client c WHERE c.id = h.actor AND c.agency_id = {own}) THEN h.actor_name"
        " ELSE (SELECT o.name FROM organisation o ORDER BY o.id LIMIT 1) END"
    )


def _field_name_sql(type_: ContentType) -> str:
    """Return the SQL of the name that a changed field has today; stored changes are never rewritten."""
    renamed = [f"WHEN '{f.former_key}' THEN '{f.key}'" for f in type_.fields.values() if f.former_key]
    return f"CASE c.key {' '.join(renamed)} ELSE c.key END" if renamed else "c.key"


def _readable_change_condition(rows: SelectedRows) -> str:
    by_guard: dict[str | None, list[str]] = {}
    files = (rows.type.attached,) if rows.type.attached else ()
    for field in (*(f for f in rows.type.fields.values() if not f.sections), *files):
        guard = rows.guard(field.read)
        if guard != "FALSE":
            by_guard.setdefault(guard, []).extend(keys_of(field))
    parts = []
    for guard, keys in by_guard.items():
        literals = ", ".join(f"'{k}'" for k in sorted(keys))
        parts.append(f"c.key IN ({literals})" if guard is None else f"({guard} AND c.key IN ({literals}))")
    parts += [readable_change_sql(rows, f) for f in rows.type.fields.values() if f.sections]
    return f"({' OR '.join(parts) or 'FALSE'})"


NESTED_FIELDS = NestedFields(relation_sql, attachments_sql, history_sql, revisions_sql, day_counts_sql)
