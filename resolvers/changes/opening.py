"""
The opening of a stream: one statement that finds where the feed is and which of the named objects the caller sees.

The opening is the look. It leaves one row in the disclosure log, with the named ids and the persons of those that are
seen; what the stream tells of them later is the answer to this question (decision 0187).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import orjson

from auth.disclosure import Surface
from auth.viewer import Viewer
from resolvers.changes.positions import LIFE_SQL, Position, position_in
from resolvers.public_ids import parse_public_id
from resolvers.reading.parameters import Call
from resolvers.reading.plan import Plan, Reads
from resolvers.reading.rows import Rows
from resolvers.reading.selection import Selection
from resolvers.reading.statement import Compiler, Statement

MOST_BEHIND = 10_000  # events after `since` that are told; with more it is cheaper to ask anew


@dataclass(frozen=True)
class Opening:
    """
    A stream that may begin. `followed` are the objects that are told by name, with their nouns.

    `unseen` are the ids that the caller does not see, or that do not exist. `goes_on` is whether nothing after the
    caller's cursor is lost; without a cursor there is nothing to go on from.
    """

    position: Position
    followed: Mapping[UUID, str]
    unseen: tuple[str, ...]
    goes_on: bool


@dataclass(frozen=True)
class Asked:
    """What a caller asks to follow: nouns, public ids, and the cursor to go on from; and what the log calls that."""

    nouns: tuple[str, ...]
    ids: tuple[str, ...]
    since: str | None
    operation: str
    document: str


async def opened(compiler: Compiler, reads: Reads, call: Call, asked: Asked) -> Opening:
    """
    Return the opening of a stream, whose row is in the log.

    :raises StaleViewer: when the caller is not any more who was loaded
    """
    since = position_in(asked.since, call.viewer.account, call.cursor_keys, call.now) if asked.since else None
    known = _by_noun(compiler, asked.ids)
    [part] = await _plan(compiler, call.viewer, asked, known, since).run(reads, call)
    found = orjson.loads(part.json)
    seen = {UUID(id_): noun for noun, id_ in found["seen"]}
    now = Position(found["life"], int(found["tx"]), 0, call.now)
    goes_on = since is not None and since.life == now.life and found["behind"] < MOST_BEHIND
    unseen = tuple(id_ for id_ in asked.ids if not _is_among(id_, seen))
    return Opening(since if goes_on and since else now, seen, unseen, goes_on or not asked.since)


def _is_among(id_: str, seen: Mapping[UUID, str]) -> bool:
    parsed = parse_public_id(id_)
    return parsed is not None and seen.get(parsed[1]) == parsed[0]


def _by_noun(compiler: Compiler, ids: Iterable[str]) -> Mapping[str, list[UUID]]:
    """Return the uuids of the ids of known types; whatever else was given is seen by nobody."""
    found: dict[str, list[UUID]] = defaultdict(list)
    for parsed in map(parse_public_id, ids):
        if parsed is not None and parsed[0] in compiler.content_types:
            found[parsed[0]].append(parsed[1])
    return found


def _plan(
    compiler: Compiler, viewer: Viewer, asked: Asked, known: Mapping[str, list[UUID]], since: Position | None
) -> Plan:
    statement = Statement(compiler, Selection({}, {}), viewer, asked.operation, asked.document)
    compilation = statement.compilation
    for noun in asked.nouns:
        compilation.note_look(compiler.content_types[noun], "revision", Surface.FILTER)
    selects = [_seen(statement, noun, ids) for noun, ids in sorted(known.items())]
    for noun, ids in sorted(known.items()):
        compilation.note_look(compiler.content_types[noun], "revision")
        statement.ask_about(compiler.content_types[noun], ids)
    if compilation.looked_at and not statement.subjects:
        statement.subjects.append("(SELECT NULL::uuid)")  # about types of people, and about nobody by name
    statement.add("opening", _opening_sql(statement, selects, since))
    return statement.plan([], ("opening",))


def _seen(statement: Statement, noun: str, ids: list[UUID]) -> str:
    type_ = statement.compiler.content_types[noun]
    rows = Rows(statement.compilation, type_, ())
    named = statement.compilation.bind.constant(ids, "uuid[]")
    return (
        f"SELECT '{noun}' AS noun, {rows.table_alias}.id FROM {type_.kind.table} {rows.table_alias}"
        f" WHERE {rows.table_alias}.id = ANY({named}) AND {rows.visible()}"
    )


def _opening_sql(statement: Statement, selects: Sequence[str], since: Position | None) -> str:
    seen = " UNION ALL ".join(selects or ["SELECT NULL AS noun, NULL::uuid AS id WHERE FALSE"])
    behind = "0"
    if since is not None:
        bind = statement.compilation.bind
        tx, id_ = bind.constant(str(since.tx), "text"), bind.constant(since.id, "bigint")
        behind = (
            "(SELECT count(*) FROM (SELECT FROM outbox o"
            f" WHERE (o.tx, o.id) > (({tx})::xid8, {id_}) LIMIT {MOST_BEHIND}) e)"
        )
    horizon = "pg_snapshot_xmin(pg_current_snapshot())::text"
    return (
        f"json_build_object('life', {LIFE_SQL}, 'tx', {horizon}, 'behind', {behind},"
        f" 'seen', (SELECT coalesce(json_agg(json_build_array(s.noun, s.id)), '[]') FROM ({seen}) s))"
    )
