"""
Compile the sheet of working days: people by days, in order of their names, in one statement.

A row is a person under a contract. It is there when the caller sees one of the days, or the contract; each part of it
obeys its own type's predicate, as in any other query.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from graphql import FieldNode

from auth.disclosure import Surface
from resolvers.attendance.scopes import MOST_PEOPLE, ScopedRows, named_ids, scope_sql
from resolvers.reading.arguments import Variable
from resolvers.reading.parameters import Call, quoted
from resolvers.reading.rows import Rows
from resolvers.reading.statement import LIVE, Statement
from resolvers.refusals import ArgumentValueRefused, BadArgument
from workflow.attendance import PAST_DAY_STATES, PLANNED_DAY_STATES
from workflow.calendar import public_holidays
from workflow.contract import BINDING_CONTRACT_STATES
from workflow.vocabulary import NAME, SCHEDULE

MOST_DAYS = 62  # of one sheet
RECENT_DAYS = 5  # recorded days before the sheet, of each row
_TOTALS = {
    "planned": f"count(*) FILTER (WHERE {PLANNED_DAY_STATES.sql('{a}.state')})",
    "recorded": f"count(*) FILTER (WHERE {PAST_DAY_STATES.sql('{a}.state')})",
    "present": "count(*) FILTER (WHERE {a}.presence = 'PRESENT')",
    "absent": "count(*) FILTER (WHERE {a}.presence = 'ABSENT')",
    "minutes": "coalesce(sum({a}.minutes), 0)",
    "plannedMinutes": "coalesce(sum({a}.planned_minutes){guard}, 0)",
}
_TOTALLED = {"planned": "state", "recorded": "state", "present": "presence", "absent": "presence"}


def sheet_sql(statement: Statement, nodes: list[FieldNode], key: str) -> str:
    """
    Return the SQL of the sheet, as JSON.

    :raises BadArgument: when the plan runs with a period that is backwards or too long
    """
    return _Sheet.begun(statement, nodes, key).json()


@dataclass(frozen=True)
class _Sheet:
    """One sheet while it is compiled: its rows of days, contracts and people, and the CTEs that hold them."""

    statement: Statement
    nodes: list[FieldNode]
    key: str
    arguments: Mapping[str, Any]
    days: Rows
    contracts: Rows
    people: Rows
    period: Callable[[Call], tuple[date, date]]
    first: str
    last: str

    @classmethod
    def begun(cls, statement: Statement, nodes: list[FieldNode], key: str) -> "_Sheet":
        compilation, types = statement.compilation, statement.compiler.content_types
        arguments = compilation.arguments_of("Query", nodes[0])
        rows = [Rows(compilation, types[noun], (key, "rows")) for noun in ("attendance", "contract", "client")]
        for found, size in zip(rows, (MOST_PEOPLE * MOST_DAYS, MOST_PEOPLE, MOST_PEOPLE), strict=True):
            found.chain = (partial(_constant, size),)
        period = _period(arguments, types["attendance"].fields["day"].value.check, (key,))
        first = compilation.bind(("sheet", key, "from"), lambda call: period(call)[0], "date")
        last = compilation.bind(("sheet", key, "to"), lambda call: period(call)[1], "date")
        return cls(statement, nodes, key, arguments, rows[0], rows[1], rows[2], period, first, last)

    def json(self) -> str:
        """Return the SQL of the whole, and add its rows to the statement."""
        selected = self.statement.compilation.document.collect(
            ("AttendanceSheet",), [n.selection_set for n in self.nodes]
        )
        parts = [f"{self._field(name, nodes)} AS {quoted(name)}" for name, nodes in selected.items()]
        self._add_rows()
        return f"(SELECT row_to_json(s.*) FROM (SELECT {', '.join(parts)}) s)"

    def _field(self, key: str, nodes: list[FieldNode]) -> str:
        match nodes[0].name.value:
            case "days":
                return self._calendar(nodes)
            case "rows":
                return self._rows(key, nodes)
            case "hasMore":
                return f"(SELECT count(*) > {MOST_PEOPLE} FROM {self._name('k')})"
        return "'AttendanceSheet'"

    def _name(self, letter: str) -> str:
        return f"{letter}{self.days.derived_alias[1:]}"

    def _calendar(self, nodes: list[FieldNode]) -> str:
        """Return the SQL of the days of the period; the holidays are bound, since Python knows them."""
        selected = self.statement.compilation.document.collect(("SheetDay",), [n.selection_set for n in nodes])
        holidays = self.statement.compilation.bind(
            ("sheet", self.key, "holidays"),
            lambda call: sorted(public_holidays({day.year for day in self.period(call)})),
            "date[]",
        )
        cells = {
            "day": "to_char(d, 'YYYY-MM-DD')",
            "weekday": "extract(isodow FROM d)::int",
            "isHoliday": f"d::date = ANY({holidays})",
            "__typename": "'SheetDay'",
        }
        parts = ", ".join(f"{cells[n[0].name.value]} AS {quoted(k)}" for k, n in selected.items())
        series = f"generate_series({self.first}, {self.last}, interval '1 day') d"
        return f"(SELECT coalesce(json_agg(r.*), '[]') FROM (SELECT {parts} FROM {series} ORDER BY d) r)"

    def _rows(self, key: str, nodes: list[FieldNode]) -> str:
        selected = self.statement.compilation.document.collect(("SheetRow",), [n.selection_set for n in nodes])
        parts = [f"{self._cell((self.key, key, k), n)} AS {quoted(k)}" for k, n in selected.items()]
        person, contract = self.people.derived_alias, self.contracts.derived_alias
        may_name = self.people.guard(NAME)
        by = self.people.column("sort_key")
        self.people.column("id"), self.contracts.column("id")
        order = f"CASE WHEN {may_name} THEN {by} END" if may_name else by
        self.statement.compilation.note_look(self.people.type, "lastName", Surface.ORDER)
        return (
            f"(SELECT coalesce(json_agg(r.*), '[]') FROM (SELECT {', '.join(parts)} FROM {self._name('k')} k"
            f" LEFT JOIN {self._name('u')} {person} ON {person}.id = k.client_id"
            f" LEFT JOIN {self._name('c')} {contract} ON {contract}.id = k.contract_id"
            f" ORDER BY {order} NULLS LAST, k.client_id, k.contract_id LIMIT {MOST_PEOPLE}) r)"
        )

    def _cell(self, path: tuple[str, ...], nodes: list[FieldNode]) -> str:
        match nodes[0].name.value:
            case "client":
                return self._one(self.people, path, nodes)
            case "contract":
                return self._one(self.contracts, path, nodes)
            case "days":
                self.days.path = path
                alias, projection = self.days.derived_alias, self.days.projection(nodes)
                own = f"{self.days.column('contract_id')} = k.contract_id"
                order = f"{self.days.column('day')}, {self.days.column('id')}"
                return (
                    f"(SELECT coalesce(json_agg(d.*), '[]') FROM (SELECT {projection} FROM {self._name('q')} {alias}"
                    f" WHERE {own} ORDER BY {order}) d)"
                )
            case "recent":
                return self._recent(path, nodes)
            case "totals":
                return self._totals(nodes)
        return "'SheetRow'"

    def _one(self, rows: Rows, path: tuple[str, ...], nodes: list[FieldNode]) -> str:
        rows.path = path
        return f"CASE WHEN {rows.column('id')} IS NOT NULL THEN {rows.row_json(nodes)} END"

    def _recent(self, path: tuple[str, ...], nodes: list[FieldNode]) -> str:
        rows = Rows(self.statement.compilation, self.days.type, path)
        rows.chain = self.days.chain
        alias, projection, order = rows.table_alias, rows.projection(nodes), rows.column("day")
        where = (
            f"{alias}.contract_id = k.contract_id AND {alias}.day < {self.first}"
            f" AND {PAST_DAY_STATES.sql(f'{alias}.state')} AND {self._current(rows)} AND {rows.visible()}"
        )
        derived = (
            f"SELECT {rows.derived_columns()} FROM attendance {alias} WHERE {where}"
            f" ORDER BY {alias}.day DESC, {alias}.id DESC LIMIT {RECENT_DAYS}"
        )
        return (
            f"(SELECT coalesce(json_agg(d.*), '[]') FROM (SELECT {projection} FROM ({derived}) {rows.derived_alias}"
            f" ORDER BY {order}) d)"
        )

    def _totals(self, nodes: list[FieldNode]) -> str:
        alias = self.days.derived_alias
        selected = self.statement.compilation.document.collect(("SheetTotals",), [n.selection_set for n in nodes])
        parts = []
        for key, field_nodes in selected.items():
            name = field_nodes[0].name.value
            if name == "__typename":
                parts.append(f"'SheetTotals' AS {quoted(key)}")
                continue
            self.statement.compilation.note_look(self.days.type, _TOTALLED.get(name, name))
            guard = self.days.guard(SCHEDULE) if name == "plannedMinutes" else None
            filtered = f" FILTER (WHERE {guard})" if guard else ""
            parts.append(f"{_TOTALS[name].format(a=alias, guard=filtered)} AS {quoted(key)}")
        for column in ("state", "presence", "minutes", "planned_minutes"):
            self.days.column(column)
        own = f"{self.days.column('contract_id')} = k.contract_id"
        return (
            f"(SELECT row_to_json(t.*) FROM (SELECT {', '.join(parts)} FROM {self._name('q')} {alias} WHERE {own}) t)"
        )

    def _current(self, rows: Rows) -> str:
        return f"NOT {str(self.days.type.replaced).format(rows.table_alias)}"

    def _add_rows(self) -> None:
        """Add the rows to the statement: the days, the contracts, the pairs of both, and the people."""
        days, contracts, people = self.days, self.contracts, self.people
        for rows in (days, contracts):
            rows.column("client_id")
        days.column("contract_id"), contracts.column("id"), people.column("id")
        on = f"{days.table_alias}.day BETWEEN {self.first} AND {self.last}"
        contract = contracts.table_alias
        during = (
            f"{contract}.starts_on <= {self.last} AND {contract}.ends_on >= {self.first}"
            f" AND {BINDING_CONTRACT_STATES.sql(f'{contract}.state')}"
        )
        self._add(days, "q", f"{on} AND {self._scope(days)} AND {self._current(days)}")
        self._add(contracts, "c", f"{during} AND {self._scope(contracts)}")
        pairs = (
            f"SELECT contract_id, client_id FROM {self._name('q')} UNION SELECT id, client_id FROM {self._name('c')}"
        )
        self.statement.ctes.append((self._name("k"), pairs))
        self._add(people, "u", f"{people.table_alias}.id IN (SELECT client_id FROM {self._name('k')})")

    def _add(self, rows: Rows, letter: str, where: str) -> None:
        table, alias = rows.type.kind.table, rows.table_alias
        self.statement.add_rows(
            rows,
            self._name(letter),
            lambda: (
                f"SELECT {rows.derived_columns()} FROM {table} {alias} WHERE {where} AND {rows.visible()} AND {LIVE}"
            ),
        )

    def _scope(self, rows: Rows) -> str:
        [(kind, value)] = self.arguments["scope"].items()
        compilation = self.statement.compilation
        if kind != "caseload":
            field = next((key for key in rows.type.keys if key == kind), "id")
            compilation.note_look(rows.type, field, Surface.FILTER)

        def ids(call: Call) -> list[Any]:
            return list(named_ids(kind, value.get(call.variables)) or ())

        own_day = f"{rows.table_alias}.day"
        days = (own_day, own_day) if rows is self.days else (self.first, self.last)
        types = self.statement.compiler.content_types
        scoped = ScopedRows(compilation.viewer, types, rows.type.noun, rows.table_alias, days)
        return scope_sql(kind, scoped, compilation.bind, ids)


def _constant(size: int, _: Call) -> int:
    return size


def _period(
    arguments: Mapping[str, Any], checked: Callable[[Any], Any], at: tuple[str, ...]
) -> Callable[[Call], tuple[date, date]]:
    """Return a getter of the first and the last day of a sheet."""
    given: dict[str, Variable] = {name: arguments[name] for name in ("from", "to")}

    def get(call: Call) -> tuple[date, date]:
        days = []
        for name, variable in given.items():
            try:
                days.append(checked(variable.get(call.variables)))
            except ValueError as refused:
                raise ArgumentValueRefused(refused, name, at=at) from None
        first, last = days
        if not timedelta(0) <= last - first < timedelta(days=MOST_DAYS):
            raise BadArgument("ARGUMENT_DAYS", "to", at=at, most=str(MOST_DAYS))
        return first, last

    return get
