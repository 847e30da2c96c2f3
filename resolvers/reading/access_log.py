"""
Who looked at a person, and to whom the person's data was disclosed: fields of the person, read from the disclosure log.

Third parties are agencies, officials and workplaces. The basis of a disclosure follows from the referrals and consents
that were in force at that moment.
Source: GDPR article 15(1)(c); act 703/2023, the person's right to the log.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from graphql import FieldNode

from auth.access_paths import membership_sql
from auth.disclosure import TOLD_TO_PAYER
from auth.viewer import Viewer
from models.client_merge import with_merged_sql
from models.instants import normalise_instant
from resolvers.log_law import log_visibility_sql, visible_moment_sql
from resolvers.reading.arguments import Argument, Variable, bounded_size
from resolvers.reading.by_caller.named_people import IS_PERSONAL_SQL, may_know_name_sql
from resolvers.reading.compilation import SelectedRows
from resolvers.reading.cursors import cursor_binding, cursor_values, narrowing_values, position_sql
from resolvers.reading.parameters import Call, Getter, quoted
from workflow.client import SAFETY
from workflow.representation import WHEREABOUTS
from workflow.roles import AccountKind, PathKind
from workflow.vocabulary import CONTACT

_MAX_PAGE_SIZE, _DEFAULT_PAGE_SIZE = 200, 50
_AGENCY = "coalesce(a.agency_id, g.agency_id, w.id)"
_IS_THIRD_PARTY = "(a.kind IN ('OFFICIAL', 'WORKPLACE') OR g.id IS NOT NULL OR w.id IS NOT NULL)"
_BASIS = (
    "CASE WHEN NOT {third} THEN CASE a.kind WHEN 'TRAINEE' THEN 'OWN_DATA' WHEN 'GUARDIAN' THEN 'REPRESENTATION'"
    " ELSE 'WORK' END"
    " WHEN a.kind = 'WORKPLACE' THEN 'CONTRACT'"
    " WHEN EXISTS (SELECT 1 FROM consent k WHERE k.client_id = {client} AND k.agency_id = {agency}"
    " AND k.given_on <= l.at::date AND (k.withdrawn_at IS NULL OR k.withdrawn_at > l.at)"
    " AND (k.valid_until IS NULL OR k.valid_until >= l.at::date)) THEN 'CONSENT'"
    " WHEN w.id IS NOT NULL THEN 'STATUTE'"
    " WHEN EXISTS (SELECT 1 FROM referral x WHERE x.client_id = {client} AND x.agency_id = {agency}"
    " AND x.basis = 'STATUTORY') THEN 'STATUTE' ELSE 'OWN_REFERRAL' END"
)
# Accounts of persons and of guardians have no name of their own: of a guardian of several the one for this client.
_ACTOR = (
    "coalesce(a.name, g.name, (SELECT concat_ws(' ', coalesce(p.call_name, p.first_names), p.last_name) FROM client p"
    " WHERE p.id = a.client_id), (SELECT concat_ws(' ', v.first_names, v.last_name) FROM representation v"
    " WHERE v.account_id = a.id ORDER BY v.client_id = {client} DESC, v.id LIMIT 1))"
)
_CELLS = {
    "at": "l.at",
    "actorName": _ACTOR,
    "purpose": "l.purpose",
    "operation": "l.operation",
    "fields": "l.fields",
    "outcome": "l.outcome",
    "authority": "l.authority",
    "actorKind": "coalesce(a.kind, 'AGENCY')",
    "agencyName": f"(SELECT y.name FROM agency y WHERE y.id = {_AGENCY})",
    "organisationName": (
        f"coalesce((SELECT y.name FROM agency y WHERE y.id = {_AGENCY}),"
        " (SELECT y.name FROM workplace y WHERE y.id = a.workplace_id))"
    ),
    "isDisclosure": _IS_THIRD_PARTY,
}

# These fields identify who looked. The person does not see them where the register's law shows dates and purposes only.
_IDENTIFYING_FIELDS = frozenset({"actorName", "authority", "operation"})
_TELLING_PLACES = _IDENTIFYING_FIELDS | {"organisationName"}  # a workplace tells where a protected person is
# What was looked at would tell a guardian what the person keeps back.
_KEPT_FROM_GUARDIANS = {"fields": "'{}'::text[]", "operation": "NULL::text"}


def access_log_sql(rows: SelectedRows, nodes: list[FieldNode], *, only_disclosures: bool) -> str:
    """
    Return the SQL of the newest log entries about the person of a row.

    They are shown as far as the law of the register allows. Each has a cursor of its own, because moments may be equal.
    """
    compilation, client = rows.compilation, rows.column("id")
    arguments = compilation.arguments_of(rows.type.name, nodes[0])
    where = [
        f"l.subjects && {with_merged_sql(client)}",
        *_period_conditions(rows, arguments, client),
        *_age_conditions(rows, arguments, client),
    ]
    if only_disclosures:
        where.append(_IS_THIRD_PARTY)
    list_ = "disclosures" if only_disclosures else "accessLog"
    binding = partial(_cursor_binding, f"{rows.type.noun}.{list_}", arguments)
    where += _seek_conditions(rows, arguments, binding)
    number = len(compilation.cursor_bindings)
    cells = {"cursor": position_sql(number, ("l.at", "l.id"))}
    selected = compilation.document.collect(("AccessEntry",), [n.selection_set for n in nodes])
    parts = ", ".join(
        f"{cells.get(name := field_nodes[0].name.value) or _cell_sql(rows, name, client)} AS {quoted(key)}"
        for key, field_nodes in selected.items()
    )
    if any(field_nodes[0].name.value == "cursor" for field_nodes in selected.values()):
        compilation.cursor_bindings.append(binding)
    return (
        f"(SELECT coalesce(json_agg(r.*), '[]') FROM (SELECT {parts} FROM disclosure_log l"
        " LEFT JOIN account a ON a.id = l.account LEFT JOIN agency_client g ON g.id = l.account"
        f" LEFT JOIN agency w ON l.operation = '{TOLD_TO_PAYER}' AND w.id = ANY(l.asked)"
        f" WHERE {' AND '.join(where)} ORDER BY l.at DESC, l.id DESC LIMIT {_page_size(rows, arguments)}) r)"
    )


def _cursor_binding(list_name: str, arguments: Mapping[str, Argument], call: Call) -> bytes:
    narrowing = {key: a for key, a in narrowing_values(arguments, call.variables).items() if key != "specialReason"}
    return cursor_binding(call.viewer.account, list_name, "AT_DESC", narrowing)


def _seek_conditions(rows: SelectedRows, arguments: dict[str, Any], binding: Callable[[Call], bytes]) -> list[str]:
    """Return the condition that only entries behind the cursor `after` are shown."""
    cursor = arguments.get("after")
    if not isinstance(cursor, Variable):
        return []
    compilation = rows.compilation

    def position(n: int) -> Getter:
        return lambda call: cursor_values(cursor.get(call.variables), call.cursor_keys, binding(call))[n]

    at, id_ = (compilation.bind((rows.derived_alias, rows.path, "log seek", n), position(n), "text") for n in range(2))
    return [f"(l.at, l.id) < (({at})::timestamptz, ({id_})::bigint)"]


def _sees_by_law(viewer: Viewer) -> bool:
    """Return whether the viewer sees the log as the law shows it to the person: the person, or a guardian."""
    return viewer.client is not None or viewer.kind is AccountKind.GUARDIAN


def _cell_sql(rows: SelectedRows, name: str, client: str) -> str:
    if name == "__typename":
        return "'AccessEntry'"
    if name == "basis":
        return _BASIS.format(third=_IS_THIRD_PARTY, client=client, agency=_AGENCY)
    viewer, cell = rows.compilation.viewer, _CELLS[name].replace("{client}", client)
    if not _sees_by_law(viewer):
        cell = _unless_nameless(rows, cell) if name == "actorName" else cell
        return _unless_protected(rows, cell) if name in _TELLING_PLACES else cell
    with_names = f"(SELECT with_names FROM ({log_visibility_sql(client)}) law)"
    if viewer.kind is AccountKind.GUARDIAN:
        if name in _KEPT_FROM_GUARDIANS:
            return _KEPT_FROM_GUARDIANS[name]
        # Who looked tells where the person is.
        may_know = rows.guard(CONTACT)
        with_names = f"({with_names} AND {may_know})" if may_know else with_names
        cell = _known_to_guardian(rows, cell, client) if name in _TELLING_PLACES else cell
        if name in ("agencyName", "organisationName"):
            return f"CASE WHEN {may_know} THEN {cell} END" if may_know else cell
    if name == "at":
        return visible_moment_sql(cell, with_names)
    return f"CASE WHEN {with_names} THEN {cell} END" if name in _IDENTIFYING_FIELDS else cell


def _known_to_guardian(rows: SelectedRows, cell: str, client: str) -> str:
    """Return the cell, hidden for a workplace's entry where whereabouts are kept back, and for another guardian's."""
    bind = rows.compilation.bind.viewer
    whereabouts = membership_sql(PathKind.REPRESENTED, rows.type.kind.reach, client, bind, WHEREABOUTS)
    is_hidden = f"(a.kind = 'WORKPLACE' AND NOT {whereabouts} OR a.kind = 'GUARDIAN' AND a.id <> {bind('account')})"
    return f"CASE WHEN {is_hidden} THEN NULL ELSE {cell} END"


def _unless_nameless(rows: SelectedRows, cell: str) -> str:
    """Return the cell, hidden for the person's and a guardian's entry from callers who may not read the name."""
    may_know = may_know_name_sql(rows)
    is_personal = IS_PERSONAL_SQL.format(account="a")
    return f"CASE WHEN {is_personal} AND NOT {may_know} THEN NULL ELSE {cell} END" if may_know else cell


def _unless_protected(rows: SelectedRows, cell: str) -> str:
    """Return the cell, hidden for a workplace's entry from callers who may not know where a protected person is."""
    may_know = rows.guard(CONTACT)
    if may_know is None:
        return cell
    protected = f"{rows.column(SAFETY.column)} AND NOT {may_know}"
    return f"CASE WHEN a.kind = 'WORKPLACE' AND {protected} THEN NULL ELSE {cell} END"


def _period_conditions(rows: SelectedRows, arguments: dict[str, Any], client: str) -> list[str]:
    """
    Return the conditions of `since` and `before`.

    They compare with the moment that is shown: compared with the hidden moment, repeated queries would reveal it.
    """
    operators = {"since": ">=", "before": "<"}
    return [
        f"{_cell_sql(rows, 'at', client)} {sign} {_moment(rows, name, variable)}"
        for name, sign in operators.items()
        if isinstance(variable := arguments.get(name), Variable)
    ]


def _moment(rows: SelectedRows, name: str, variable: Variable) -> str:
    return rows.compilation.bind_variable(variable, "timestamptz", normalise_instant, path=(name,), at=rows.path)


def _age_conditions(rows: SelectedRows, arguments: dict[str, Any], client: str) -> list[str]:
    """Return the condition of age: a person sees older entries only for a special reason, which is logged."""
    reason = arguments.get("specialReason")
    if isinstance(reason, Variable):
        rows.compilation.purposes.add(reason.shape[1])
        return []
    if not _sees_by_law(rows.compilation.viewer):
        return []
    years = f"SELECT coalesce(years, 1000) FROM ({log_visibility_sql(client)}) law"
    return [f"l.at >= {rows.compilation.bind.viewer('now')} - make_interval(years => ({years}))"]


def _page_size(rows: SelectedRows, arguments: dict[str, Any]) -> str:
    size = bounded_size(arguments, "first", rows.path, usual=_DEFAULT_PAGE_SIZE, most=_MAX_PAGE_SIZE)
    rows.compilation.lists.append((*rows.chain, size))
    return rows.compilation.bind((rows.derived_alias, rows.path, "log limit"), size, "bigint")
