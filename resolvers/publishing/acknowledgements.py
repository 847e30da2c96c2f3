"""
The accounts that have not acknowledged a privacy notice.

Only a viewer who sees all acknowledgements may query them, and the query is logged.
"""

from typing import Any
from uuid import UUID

from auth.disclosure import logged_name
from auth.policy import access_rule
from auth.viewer import Viewer
from resolvers.declaration import ContentType
from resolvers.reading.cursors import cursor_binding, cursor_values, sealed_cursor
from resolvers.reading.parameters import Call, StatementParameters, look_values
from resolvers.reading.plan import Reads
from workflow.roles import PathKind
from workflow.vocabulary import VIEW

_PAGE_SIZE = 200
_ORDER = ("a.kind = 'TRAINEE'", "coalesce(a.name, '')", "a.id")
_FIELD = logged_name("NoticeAcceptance", "client")


def sees_all(viewer: Viewer, acceptance: ContentType) -> bool:
    """Return whether a viewer sees every acknowledgement; only such a viewer may learn who has given none."""
    return any(grant.path.kind is PathKind.EVERYWHERE for grant in access_rule(viewer, acceptance.kind, VIEW).grants)


async def not_acknowledged(
    pool: Reads, call: Call, notice: UUID, skipped: int, after: str | None = None
) -> list[dict[str, Any]]:
    """
    Return at most 200 active accounts without an acknowledgement, employees first, behind the cursor `after`.

    Each row has `kind`, `name` (None for a trainee), `staff_id`, `client_id` and its own `cursor`. `skipped` leaves out
    the first ones by number, which loses some of them when others acknowledge meanwhile.

    :raises BadCursor: when the cursor is not of this list
    """
    binding = cursor_binding(call.viewer.account, "notAcknowledged", "NAME", {"notice": notice})
    position = cursor_values(after, call.cursor_keys, binding) if after else None
    bind = StatementParameters()
    log_values = look_values(call, "notAcknowledged", [_FIELD], [notice]) | {"purpose": "DATA_REQUEST"}
    notice_id, offset = bind.constant(notice, "uuid"), bind.constant(skipped, "bigint")
    pending = (
        "SELECT a.kind, CASE WHEN a.kind <> 'TRAINEE' THEN a.name END AS name, a.staff_id, a.client_id,"
        f" {' || chr(31) || '.join(f'({part})::text' for part in _ORDER)} AS position FROM account a"
        " WHERE a.disabled_at IS NULL AND NOT EXISTS (SELECT 1 FROM notice_acceptance n"
        f" WHERE n.notice_id = {notice_id}"
        f" AND n.account_id = a.id){_behind(position, bind)}"
        f" ORDER BY {', '.join(_ORDER)} LIMIT {_PAGE_SIZE} OFFSET {offset}"
    )
    log = bind.disclosure_row(log_values, "(SELECT client_id FROM pending)")
    sql = f"WITH pending AS MATERIALIZED ({pending}), log AS ({log}) SELECT * FROM pending"
    rows = [dict(row) for row in await pool.fetch(sql, *(get(call) for get in bind.getters))]
    return [row | {"cursor": sealed_cursor(call.cursor_key, row["position"].encode(), binding)} for row in rows]


def _behind(position: list[str] | None, bind: StatementParameters) -> str:
    if position is None:
        return ""
    is_trainee, name, account = position
    values = (
        bind.constant(is_trainee == "true", "boolean"),
        bind.constant(name, "text"),
        bind.constant(UUID(account), "uuid"),
    )
    return f" AND ({', '.join(_ORDER)}) > ({', '.join(values)})"
