"""
Who looked at a person, and to whom data went: read from the disclosure log, as a field of the person.

Third parties are agencies, officials and workplaces; on what basis they looked follows from the referrals and consents
as they were at that moment. Source: GDPR article 15(1)(c); act 703/2023, the person's right to the log.
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

_MOST, _USUAL = 200, 50
_AGENCY = "coalesce(a.agency_id, g.agency_id)"
_THIRD = "(a.kind IN ('OFFICIAL', 'WORKPLACE') OR g.id IS NOT NULL)"
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
    "isDisclosure": _THIRD,
}

# What tells who looked: the person is shown nothing of it where the law shows dates and purposes only.
_TELLING = frozenset({"actorName", "authority", "operation"})


def access_log_sql(rows: SelectedRows, nodes: list[FieldNode], *, only_disclosures: bool) -> str:
    """Return the SQL of the newest entries about the person of a row, as far as the law of the registers shows them."""
    run, client = rows.run, rows.column("id")
    arguments = run.arguments_of(rows.type.name, nodes[0])
    where = [f"l.subjects @> ARRAY[{client}]", *_period(rows, arguments, client), *_age(rows, arguments, client)]
    if only_disclosures:
        where.append(_THIRD)
    run.personal(f"{rows.type.name}.{nodes[0].name.value}")
    selected = run.document.collect(("AccessEntry",), [n.selection_set for n in nodes])
    parts = ", ".join(f"{_cell(rows, same[0].name.value, client)} AS {quoted(key)}" for key, same in selected.items())
    return (
        f"(SELECT coalesce(json_agg(r), '[]') FROM (SELECT {parts} FROM disclosure_log l"
        " LEFT JOIN account a ON a.id = l.account LEFT JOIN agency_client g ON g.id = l.account"
        f" WHERE {' AND '.join(where)} ORDER BY l.at DESC, l.id DESC LIMIT {_limit(rows, arguments)}) r)"
    )


def _cell(rows: SelectedRows, name: str, client: str) -> str:
    if name == "__typename":
        return "'AccessEntry'"
    if name == "basis":
        return _BASIS.format(third=_THIRD, client=client, agency=_AGENCY)
    if name in _TELLING and rows.run.viewer.client is None:
        return _unless_protected(rows, _CELLS[name])
    if name not in {"at", *_TELLING} or rows.run.viewer.client is None:
        return _CELLS[name]
    with_names = f"(SELECT with_names FROM ({log_visibility_sql(client)}) law)"
    if name == "at":
        return visible_moment_sql(_CELLS[name], with_names)
    return f"CASE WHEN {with_names} THEN {_CELLS[name]} END"


def _unless_protected(rows: SelectedRows, cell: str) -> str:
    """Keep who at a workplace looked from whoever may not know where a protected person is."""
    may_know = rows.guard(CONTACT)
    if may_know is None:
        return cell
    protected = f"{rows.column(SAFETY.column)} AND NOT {may_know}"
    return f"CASE WHEN a.kind = 'WORKPLACE' AND {protected} THEN NULL ELSE {cell} END"


def _period(rows: SelectedRows, arguments: dict[str, Any], client: str) -> list[str]:
    """Compare with the moment that is shown: a bound that met the hidden one would tell it by trial."""
    asked = {"since": ">=", "before": "<"}
    return [
        f"{_cell(rows, 'at', client)} {sign} {rows.run.leaf(leaf, 'timestamptz')}"
        for name, sign in asked.items()
        if isinstance(leaf := arguments.get(name), Variable)
    ]


def _age(rows: SelectedRows, arguments: dict[str, Any], client: str) -> list[str]:
    """Show the person no older entries than the law of the register does, unless for a reason, which is logged."""
    reason = arguments.get("specialReason")
    if isinstance(reason, Variable):
        rows.run.purposes.add(reason.shape[1])
        return []
    if rows.run.viewer.client is None:
        return []
    years = f"SELECT coalesce(years, 1000) FROM ({log_visibility_sql(client)}) law"
    return [f"l.at >= {rows.run.bind.viewer('now')} - make_interval(years => ({years}))"]


def _limit(rows: SelectedRows, arguments: dict[str, Any]) -> str:
    asked = arguments.get("first")

    def size(call: Call) -> int:
        found = asked.get(call.variables) if isinstance(asked, Variable) else _USUAL
        if not 0 <= found <= _MOST:
            raise BadArgument(f"'first' is from 0 to {_MOST} here.", path=("first",), most=str(_MOST))
        return int(found)

    rows.run.lists.append((*rows.chain, size))
    return rows.run.bind((rows.shown, rows.path, "log limit"), size, "bigint")
