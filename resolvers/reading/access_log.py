"""
Who looked at a person, and to whom the person's data was disclosed: fields of the person, read from the disclosure log.

Third parties are agencies, officials and workplaces. The basis of a disclosure follows from the referrals and consents
that were in force at that moment.
Source: GDPR article 15(1)(c); act 703/2023, the person's right to the log.
"""

from typing import Any

from graphql import FieldNode

from resolvers.reading.arguments import Variable
from resolvers.reading.compilation import SelectedRows
from resolvers.reading.log_law import log_visibility_sql, visible_moment_sql
from resolvers.reading.parameters import Call, quoted
from resolvers.refusals import BadArgument
from workflow.client import SAFETY
from workflow.vocabulary import CONTACT

_MAX_PAGE_SIZE, _DEFAULT_PAGE_SIZE = 200, 50
_AGENCY = "coalesce(a.agency_id, g.agency_id)"
_IS_THIRD_PARTY = "(a.kind IN ('OFFICIAL', 'WORKPLACE') OR g.id IS NOT NULL)"
_BASIS = (
    "CASE WHEN NOT {third} THEN CASE WHEN a.kind = 'TRAINEE' THEN 'OWN_DATA' ELSE 'WORK' END"
    " WHEN a.kind = 'WORKPLACE' THEN 'CONTRACT'"
    " WHEN EXISTS (SELECT 1 FROM consent k WHERE k.client_id = {client} AND k.agency_id = {agency}"
    " AND k.given_on <= l.at::date AND (k.withdrawn_at IS NULL OR k.withdrawn_at > l.at)"
    " AND (k.valid_until IS NULL OR k.valid_until >= l.at::date)) THEN 'CONSENT'"
    " WHEN EXISTS (SELECT 1 FROM referral x WHERE x.client_id = {client} AND x.agency_id = {agency}"
    " AND x.basis = 'STATUTORY') THEN 'STATUTE' ELSE 'OWN_REFERRAL' END"
)
_CELLS = {
    "at": "l.at",
    "actorName": "coalesce(a.name, g.name)",
    "purpose": "l.purpose",
    "operation": "l.operation",
    "fields": "l.fields",
    "outcome": "l.outcome",
    "authority": "l.authority",
    "actorKind": "coalesce(a.kind, 'AGENCY')",
    "agencyName": f"(SELECT y.name FROM agency y WHERE y.id = {_AGENCY})",
    "isDisclosure": _IS_THIRD_PARTY,
}

# These fields identify who looked. The person does not see them where the register's law shows dates and purposes only.
_IDENTIFYING_FIELDS = frozenset({"actorName", "authority", "operation"})


def access_log_sql(rows: SelectedRows, nodes: list[FieldNode], *, only_disclosures: bool) -> str:
    """
    Return the SQL of the newest log entries about the person of a row.

    They are shown as far as the law of the register allows.
    """
    compilation, client = rows.compilation, rows.column("id")
    arguments = compilation.arguments_of(rows.type.name, nodes[0])
    where = [
        f"l.subjects @> ARRAY[{client}]",
        *_period_conditions(rows, arguments, client),
        *_age_conditions(rows, arguments, client),
    ]
    if only_disclosures:
        where.append(_IS_THIRD_PARTY)
    selected = compilation.document.collect(("AccessEntry",), [n.selection_set for n in nodes])
    parts = ", ".join(
        f"{_cell_sql(rows, field_nodes[0].name.value, client)} AS {quoted(key)}"
        for key, field_nodes in selected.items()
    )
    return (
        f"(SELECT coalesce(json_agg(r), '[]') FROM (SELECT {parts} FROM disclosure_log l"
        " LEFT JOIN account a ON a.id = l.account LEFT JOIN agency_client g ON g.id = l.account"
        f" WHERE {' AND '.join(where)} ORDER BY l.at DESC, l.id DESC LIMIT {_page_size(rows, arguments)}) r)"
    )


def _cell_sql(rows: SelectedRows, name: str, client: str) -> str:
    if name == "__typename":
        return "'AccessEntry'"
    if name == "basis":
        return _BASIS.format(third=_IS_THIRD_PARTY, client=client, agency=_AGENCY)
    if name in _IDENTIFYING_FIELDS and rows.compilation.viewer.client is None:
        return _unless_protected(rows, _CELLS[name])
    if name not in {"at", *_IDENTIFYING_FIELDS} or rows.compilation.viewer.client is None:
        return _CELLS[name]
    with_names = f"(SELECT with_names FROM ({log_visibility_sql(client)}) law)"
    if name == "at":
        return visible_moment_sql(_CELLS[name], with_names)
    return f"CASE WHEN {with_names} THEN {_CELLS[name]} END"


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
        f"{_cell_sql(rows, 'at', client)} {sign} {rows.compilation.bind_variable(variable, 'timestamptz')}"
        for name, sign in operators.items()
        if isinstance(variable := arguments.get(name), Variable)
    ]


def _age_conditions(rows: SelectedRows, arguments: dict[str, Any], client: str) -> list[str]:
    """Return the condition of age: a person sees older entries only for a special reason, which is logged."""
    reason = arguments.get("specialReason")
    if isinstance(reason, Variable):
        rows.compilation.purposes.add(reason.shape[1])
        return []
    if rows.compilation.viewer.client is None:
        return []
    years = f"SELECT coalesce(years, 1000) FROM ({log_visibility_sql(client)}) law"
    return [f"l.at >= {rows.compilation.bind.viewer('now')} - make_interval(years => ({years}))"]


def _page_size(rows: SelectedRows, arguments: dict[str, Any]) -> str:
    argument = arguments.get("first")

    def size(call: Call) -> int:
        value = argument.get(call.variables) if isinstance(argument, Variable) else _DEFAULT_PAGE_SIZE
        if not 0 <= value <= _MAX_PAGE_SIZE:
            raise BadArgument(f"'first' is from 0 to {_MAX_PAGE_SIZE} here.", path=("first",), most=str(_MAX_PAGE_SIZE))
        return int(value)

    rows.compilation.lists.append((*rows.chain, size))
    return rows.compilation.bind((rows.derived_alias, rows.path, "log limit"), size, "bigint")
