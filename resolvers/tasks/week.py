"""
The week of the caller: what happened with the caller's people, what is due in it, and what waits since before.

What happened is read from fields that the caller may read on the object itself: when it was changed last, when a day
was recorded, when a note was signed. All parts together are one statement with one row in the log.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from graphql import FieldNode

from models.referral import NO_DAY
from resolvers.reading.parameters import Call, quoted
from resolvers.reading.statement import Statement
from resolvers.refusals import ArgumentValueRefused
from resolvers.tasks.declaration import held_rows
from resolvers.tasks.listing import TASKS, task_sources
from resolvers.tasks.page import DerivedList, DerivedPage, Source
from workflow.attendance import PAST_DAY_STATES
from workflow.calendar import FINNISH_ZONE_NAME
from workflow.coaching_note import ONCE_SIGNED_NOTE_STATES
from workflow.language import States, roles
from workflow.roles import Role
from workflow.titles import Titles, parse_titles

WEEK = timedelta(days=7)
# Whose people they are: those of a caseload, a unit, an agency or a workplace, and the person's own.
_MINE = roles("trainee guardian coach supervisor official agency workplace")


@dataclass(frozen=True)
class EventRule:
    """What tells that something happened: the key of the field with the moment, on rows in some states, or in any."""

    kind: str
    titles: Titles
    noun: str
    moment: str
    states: States | None = None
    who: frozenset[Role] = _MINE


def _changed(noun: str) -> EventRule:
    titles = parse_titles("Tila tai tiedot muuttuneet|Status eller uppgifter ändrade|State or data changed")
    return EventRule("CHANGED", titles, noun, "modifiedAt")


EVENT_RULES: tuple[EventRule, ...] = (
    EventRule(
        "DAY_RECORDED",
        parse_titles("Päivä kirjattu|Dag antecknad|Day recorded"),
        "attendance",
        "recordedAt",
        PAST_DAY_STATES,
    ),
    EventRule(
        "NOTE_SIGNED",
        parse_titles("Kirjaus allekirjoitettu|Anteckning undertecknad|Note signed"),
        "coaching_note",
        "modifiedAt",
        ONCE_SIGNED_NOTE_STATES,
    ),
    *map(_changed, ("referral", "relationship", "programme", "goal", "measure", "contract", "proposal", "report")),
)
EVENT_KINDS: Mapping[str, Titles] = {rule.kind: rule.titles for rule in EVENT_RULES}


def week_sql(statement: Statement, nodes: list[FieldNode], key: str) -> str:
    """
    Return the SQL of the week, as JSON.

    :raises Refusal: when the plan runs with a day that is none
    """
    return _Week.begun(statement, nodes, key).json(nodes)


@dataclass(frozen=True)
class _Week:
    """The week while it is compiled: its first day, and the first day after it."""

    statement: Statement
    key: str
    first: str
    end: str

    @classmethod
    def begun(cls, statement: Statement, nodes: list[FieldNode], key: str) -> "_Week":
        compilation = statement.compilation
        argument = compilation.arguments_of("Query", nodes[0])["from"]
        checked = compilation.content_types["attendance"].fields["day"].value.check

        def first_day(call: Call) -> date:
            try:
                day: date = checked(argument.get(call.variables))
            except ValueError as refused:
                raise ArgumentValueRefused(refused, "from", at=(key,)) from None
            return day

        first = compilation.bind(("week", key, "first"), first_day, "date")
        end = compilation.bind(("week", key, "end"), lambda call: first_day(call) + WEEK, "date")
        return cls(statement, key, first, end)

    def json(self, nodes: list[FieldNode]) -> str:
        """Return the SQL of the whole, and add its rows to the statement."""
        document = self.statement.compilation.document
        selected = document.collect(("MyWeek",), [node.selection_set for node in nodes])
        parts = [f"{self._field(key, field_nodes)} AS {quoted(key)}" for key, field_nodes in selected.items()]
        return f"(SELECT row_to_json(s.*) FROM (SELECT {', '.join(parts)}) s)"

    def _field(self, key: str, nodes: list[FieldNode]) -> str:
        match nodes[0].name.value:
            case "from":
                return self.first
            case "before":
                return self.end
            case "happened":
                return self._happened(key, nodes)
            case "due":
                in_week = (f"w.moment >= {self.first}", f"w.moment < {self.end}")
                return self._page(key, nodes, TASKS, in_week).json(nodes, task_sources(self.statement))
            case "waiting":
                before = (f"(w.moment < {self.first} OR w.moment = DATE '{NO_DAY}')",)
                return self._page(key, nodes, TASKS, before).json(nodes, task_sources(self.statement))
        return "'MyWeek'"

    def _page(self, key: str, nodes: list[FieldNode], of: DerivedList, bounds: tuple[str, ...]) -> DerivedPage:
        arguments = self.statement.compilation.arguments_of("MyWeek", nodes[0])
        return DerivedPage(self.statement, of, f"myWeek.{nodes[0].name.value}", (self.key, key), arguments, bounds)

    def _happened(self, key: str, nodes: list[FieldNode]) -> str:
        instant = self.statement.compilation.content_types["attendance"].fields["recorded_at"].value
        events = DerivedList(
            "WeekEventConnection",
            "WeekEvent",
            {"kind": "w.kind", "at": instant.shown.format("w.moment")},
            instant.sql,
            descending=True,
        )
        begins, ends = (f"({day}::timestamp AT TIME ZONE '{FINNISH_ZONE_NAME}')" for day in (self.first, self.end))
        bounds = (f"w.moment >= {begins}", f"w.moment < {ends}")
        return self._page(key, nodes, events, bounds).json(nodes, self._sources())

    def _sources(self) -> list[Source]:
        return [source for rule in EVENT_RULES if (source := self._source(rule))]

    def _source(self, rule: EventRule) -> Source | None:
        compilation = self.statement.compilation
        type_ = compilation.content_types[rule.noun]
        states = rule.states or States(type_.kind.workflow.states)
        held = held_rows(compilation, rule.noun, states, rule.who, (rule.moment,))
        if held is None:
            return None
        alias = held.rows.table_alias
        moment = next(f.column for f in type_.fields.values() if f.key == rule.moment)
        conditions = " AND ".join(f"({condition})" for condition in held.conditions)
        return Source(
            type_,
            f"SELECT '{rule.kind}'::text AS kind, '{rule.noun}'::text AS noun, {alias}.{moment} AS moment,"
            f" {alias}.id AS id FROM {type_.kind.table} {alias} WHERE {conditions}",
        )
