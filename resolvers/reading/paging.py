"""
The order of a list, the size of its pages, and how the pages of several access paths are merged.

A root list that several paths reach, or one path through a set of ids, is read path by path and member by member, each
by its own index. Joined with OR, or with `IN` a set, the paths would be a filter over the whole ordered table: whoever
sees few rows would pay for all that exist (decision 0132).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from auth.access_paths import members_sql
from auth.disclosure import Surface
from auth.policy import AccessRule, Grant, access_rule, grant_sql, restriction_sql
from resolvers.declaration import ContentType
from resolvers.reading.arguments import Argument, Variable
from resolvers.reading.compilation import Compilation
from resolvers.reading.filtering import search_rank_sql
from resolvers.reading.parameters import Call, Getter, quoted
from resolvers.reading.rows import Rows
from resolvers.refusals import BadArgument
from workflow.vocabulary import VIEW

DEFAULT_PAGE_SIZE = 25
RELEVANCE = "RELEVANCE"  # the order of a search: the best matches first
SEARCH_RANK = "search_rank"


@dataclass(frozen=True)
class ListOrder:
    """
    The order of a list: its name, its columns with their SQL types (the id is the last), and its direction.

    The column `SEARCH_RANK` is not stored: it is computed for each row, and has its name in every SELECT.
    """

    name: str
    columns: tuple[tuple[str, str], ...]
    descending: bool
    rank: Callable[[str], str] | None = None  # the SQL of the rank of the rows with an alias

    def cell(self, alias: str, column: str) -> str:
        """Return the SQL of a column of the order for stored rows with this alias."""
        return self.rank(alias) if self.rank and column == SEARCH_RANK else f"{alias}.{quoted(column)}"

    def key(self, alias: str, column: str) -> str:
        """Return the same as an item of a select list."""
        computed = f" AS {SEARCH_RANK}" if column == SEARCH_RANK else ""
        return f"{self.cell(alias, column)}{computed}"

    def by(self, alias: str, *, reverse: bool = False) -> str:
        """Return the ORDER BY columns for rows with this alias."""
        down = " DESC" if self.descending is not reverse else ""
        return ", ".join(f"{'' if c == SEARCH_RANK else f'{alias}.'}{quoted(c)}{down}" for c, _ in self.columns)


def list_order(
    compilation: Compilation, type_: ContentType, argument: Argument, search: Argument, at: tuple[str, ...]
) -> ListOrder:
    """
    Return the order of a list.

    It is the order of the argument; without one, the relevance of a search, and otherwise the type's default order if
    the viewer may read that field on every visible row, or the order of creation. What is equally relevant has the
    default order too.

    :raises UnknownName: when the argument sorts by a field that this viewer may never read
    :raises BadArgument: when it sorts by relevance without a search
    """
    name = _order_today(type_, argument.shape[1]) if isinstance(argument, Variable) else None
    if name == RELEVANCE and search is None:
        raise BadArgument("ARGUMENT_RELEVANCE", "orderBy", at=at)
    if name == RELEVANCE or (name is None and search is not None):
        columns = list_order(compilation, type_, None, None, at).columns
        rank = partial(search_rank_sql, compilation, type_, text=search, at=at)
        return ListOrder(RELEVANCE, ((SEARCH_RANK, "int"), *columns), descending=False, rank=rank)
    if name is None:
        default = type_.fields.get(type_.default_order)
        view = access_rule(compilation.viewer, type_.kind, VIEW)
        rule = access_rule(compilation.viewer, type_.kind, default.read) if default else None
        name = default.name.upper() if default and rule and rule.grants and view.implies(rule) else "CREATED"
    base = name.removesuffix("_DESC")
    if base == "CREATED":
        return ListOrder(name, (("id", "uuid"),), name != base)
    field = type_.fields[base.lower()]
    if not access_rule(compilation.viewer, type_.kind, field.read).grants:
        raise compilation.refuse_name(type_, field.key, f"Value '{name}' does not exist in '{type_.name}Order' enum.")
    if argument is not None:
        compilation.note_look(type_, field.key, Surface.ORDER)
    column, sql = field.order_column or field.column, field.value.sql
    return ListOrder(name, ((column, sql), ("id", "uuid")), name != base)


def _order_today(type_: ContentType, name: str) -> str:
    """Return the name that an order has today; a renamed field has its former one too."""
    base, ending = name.removesuffix("_DESC"), "_DESC" if name.endswith("_DESC") else ""
    renamed = (f for f in type_.fields.values() if f.has_twin and str(f.formerly).upper() == base)
    field = next(renamed, None)
    return f"{field.name.upper()}{ending}" if field else name


def page_size(arguments: dict[str, Argument], name: str, at: tuple[str, ...], *, root: bool) -> Getter:
    """
    Return a getter of the page size of a list.

    :raises BadArgument: when the plan runs with a size below 0 or above the cap in the settings
    """
    argument = arguments.get(name)

    def get(call: Call) -> int:
        cap = call.page_caps[0 if root else 1]
        size = argument.get(call.variables) if isinstance(argument, Variable) else min(DEFAULT_PAGE_SIZE, cap)
        if not 0 <= size <= cap:
            raise BadArgument("ARGUMENT_RANGE", name, at=at, least="0", most=str(cap))
        return int(size)

    return get


def stated_size(argument: Argument) -> int | None:
    """Return the page size that a document states itself, or the usual one; None where a variable says it."""
    if not isinstance(argument, Variable):
        return DEFAULT_PAGE_SIZE
    is_stated = isinstance(argument.key, tuple) and argument.key[0] == "constant"
    return max(argument.get({}), 0) if is_stated else None


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
