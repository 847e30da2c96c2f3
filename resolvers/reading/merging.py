"""
Root lists that several access paths reach, or one path through a set: each is read by its own index, then merged.

Joined with OR, or with `IN` a set, the paths would be a filter over the whole ordered table: whoever sees few rows
would pay for all that exist (decision 0132).
"""

from auth.access_paths import members_sql
from auth.policy import AccessRule, Grant, grant_sql, restriction_sql
from resolvers.reading.rows import Rows


def is_merged(rows: Rows, rule: AccessRule, *, is_searched: bool) -> bool:
    """
    Return whether a root list of the rows of a rule is merged; otherwise its one path is one range of an index.

    A search finds few rows, of which each path is a filter; asked once for each member of a set it would search again.
    """
    return len(rule.grants) > 1 or any(_members(rows, grant, is_searched=is_searched) for grant in rule.grants)


def merged_select(
    rows: Rows, rule: AccessRule, columns: str, narrow: list[str], tail: str, *, is_searched: bool
) -> str:
    """
    Return the SELECT of `columns` of the rows that some path of the rule reaches and all conditions of `narrow` leave.

    `tail` is the order and the limit, which hold for each path, for each member of a set, and for the whole.
    """
    parts = [
        _select_of_grant(
            rows, grant, columns, [*_unrestricted(rows, rule, grant), *narrow], tail, is_searched=is_searched
        )
        for grant in rule.grants
    ]
    if len(parts) == 1:
        return parts[0]
    return f"SELECT * FROM ({' UNION '.join(f'({part})' for part in parts)}) {rows.table_alias}{tail}"


def _select_of_grant(rows: Rows, grant: Grant, columns: str, narrow: list[str], tail: str, *, is_searched: bool) -> str:
    table, alias = rows.type.kind.table, rows.table_alias
    members = _members(rows, grant, is_searched=is_searched)
    reached = grant_sql(rows.type.kind, grant, alias, rows.bind, f"m{alias[1:]}.id" if members else None)
    where = " AND ".join([reached, *narrow])
    select = f"SELECT {columns} FROM {table} {alias} WHERE {where}{tail}"
    if members is None:
        return select
    return f"SELECT {alias}.* FROM ({members}) m{alias[1:]}(id) CROSS JOIN LATERAL ({select}) {alias}{tail}"


def _members(rows: Rows, grant: Grant, *, is_searched: bool) -> str | None:
    return None if is_searched else members_sql(grant.path, rows.type.kind.reach, rows.bind)


def _unrestricted(rows: Rows, rule: AccessRule, grant: Grant) -> list[str]:
    return [
        restriction_sql(rows.type.kind, restriction, rows.table_alias, rows.bind)
        for restriction in rule.restrictions
        if grant.path not in restriction.exempt
    ]
