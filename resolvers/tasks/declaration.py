"""What a rule of tasks declares, and what its conditions may ask of the row and of other rows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from auth.access_paths import access_paths
from auth.disclosure import Surface
from auth.policy import AccessRule, Grant, access_rule, predicate_sql, remaining_sql
from auth.representation import matter_on_rows
from auth.viewer import Viewer
from resolvers.declaration import ContentType
from resolvers.reading.compilation import Compilation
from resolvers.reading.rows import Rows
from workflow.calendar import public_holidays
from workflow.language import States, Workflow, WorkflowError
from workflow.roles import Role
from workflow.titles import Titles, parse_titles
from workflow.vocabulary import VIEW, Permission


class DayScope(Protocol):
    """A row with a day, the day in Finland and the holidays, each as SQL."""

    @property
    def row(self) -> str:
        """The alias of the row."""

    @property
    def today(self) -> str:
        """The day in Finland."""

    @property
    def holidays(self) -> str:
        """The public holidays, an array of days."""


def holidays_around(today: date) -> list[date]:
    """Return the public holidays of the last year, this one and the next, in order; SQL does not know them."""
    return sorted(public_holidays(today.year + years for years in (-1, 0, 1)))


@dataclass(frozen=True)
class TaskScope:
    """The row of a rule while its condition is compiled: `row` is its alias in SQL."""

    compilation: Compilation
    row: str

    @property
    def today(self) -> str:
        """The placeholder of the day in Finland."""
        return self.compilation.bind.viewer("today")

    @property
    def holidays(self) -> str:
        """The placeholder of the public holidays, as `holidays_around` returns them."""
        return self.compilation.bind(("tasks", "holidays"), lambda call: holidays_around(call.today), "date[]")

    def others(self, noun: str, reads: Iterable[str], where: str) -> tuple[str, str]:
        """
        Return an alias, and the FROM and WHERE of other rows that meet a condition, in which `{0}` is the alias.

        They are the rows that the caller may see, and of which the caller may read the fields with these keys: a task
        tells nothing of a row that is hidden.
        """
        type_ = self.compilation.content_types[noun]
        rows = Rows(self.compilation, type_, ())
        for key in reads:
            self.compilation.note_look(type_, key, Surface.FILTER)
        rules = [access_rule(self.compilation.viewer, type_.kind, p) for p in permissions_of(type_, reads)]
        seen = [predicate_sql(type_.kind, rule, rows.table_alias, rows.bind) for rule in rules]
        condition = " AND ".join([where.format(rows.table_alias), *seen])
        return rows.table_alias, f"FROM {type_.kind.table} {rows.table_alias} WHERE {condition}"


Sql = Callable[[TaskScope], str]


@dataclass(frozen=True)
class TaskRule:
    """
    A kind of task, and the rows of which there is one.

    A row in one of `states` that meets `when` is a task of whoever holds one of the roles `who` on it. `reads` are the
    keys of the fields that `due` and `when` are made of: who may not read one of them on the row has no task of it.
    `due` is the SQL of the day, without which the task has none. With `ahead`, it is shown so many days before.
    Several rules may be of one kind when they tell the same day of the same row. When the object itself waits for
    them, it `waits`: an event rule may tell them as those who decide on it.
    """

    kind: str
    titles: Titles
    noun: str
    states: States
    who: frozenset[Role]
    reads: tuple[str, ...] = ()
    due: Sql | None = None
    when: Sql | None = None
    ahead: int | None = None
    waits: bool = False


def task(kind: str, named: str, noun: str, states: States, who: frozenset[Role], **options: object) -> TaskRule:
    """Return a rule; `named` are the titles of its kind, "fi|sv|en"."""
    return TaskRule(kind, parse_titles(named), noun, states, who, **options)  # type: ignore[arg-type] # its own fields


def step_task(
    kind: str,
    named: str,
    workflow: Workflow,
    step: str,
    *,
    who: frozenset[Role] | None = None,
    states: States | None = None,
    **options: object,
) -> TaskRule:
    """
    Return the rule of a transition that waits for somebody: for the roles that may take it, in the states it leaves.

    `who` and `states` narrow both.

    :raises WorkflowError: when they name what the transition does not
    """
    transition = workflow.transitions[step]
    narrowed, begun = who or transition.who, states or workflow.subset(" ".join(transition.source))
    if not narrowed <= transition.who or not set(begun) <= transition.source:
        raise WorkflowError(f"{workflow.noun}: {kind} waits for a role or in a state that {step} does not have")
    return task(kind, named, workflow.noun, begun, narrowed, waits=True, **options)


def permissions_of(type_: ContentType, keys: Iterable[str]) -> tuple[Permission, ...]:
    """Return the permissions with which these fields are read, and that of the object itself, each once."""
    return tuple(dict.fromkeys((VIEW, *(type_.keys[key].read for key in keys))))


def held_rule(viewer: Viewer, type_: ContentType, who: frozenset[Role], states: States) -> AccessRule:
    """Return the rows in some states that the viewer reaches by one of the roles; what may be read is asked beside."""
    matter = matter_on_rows(type_.kind.workflow, type_.kind.reach, VIEW)
    paths = {path for role in who for path in access_paths(viewer, type_.kind.reach, role, matter)}
    return AccessRule(tuple(Grant(path, frozenset(states)) for path in sorted(paths)))


@dataclass(frozen=True)
class HeldRows:
    """Rows that are the caller's by a role, and of which the caller may read some fields, when all conditions hold."""

    type: ContentType
    rows: Rows
    conditions: tuple[str, ...]


def held_rows(
    compilation: Compilation, noun: str, states: States, who: frozenset[Role], reads: tuple[str, ...]
) -> HeldRows | None:
    """Return the rows in some states that are the caller's by one of the roles; None where there can be none."""
    type_, viewer = compilation.content_types[noun], compilation.viewer
    held = held_rule(viewer, type_, who, states)
    rules = [access_rule(viewer, type_.kind, permission) for permission in permissions_of(type_, reads)]
    if not held.grants or not all(rule.grants for rule in rules):
        return None
    rows = Rows(compilation, type_, ())
    for key in ("state", *reads):
        compilation.note_look(type_, key, Surface.FILTER)
    seen = [remaining_sql(type_.kind, rule, held, rows.table_alias, rows.bind) for rule in rules]
    mine = predicate_sql(type_.kind, held, rows.table_alias, rows.bind)
    return HeldRows(type_, rows, (mine, *(condition for condition in seen if condition != "TRUE")))
