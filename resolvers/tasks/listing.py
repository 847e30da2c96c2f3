"""The list of tasks: what waits for the caller, by due day, in one statement that leaves its row in the log."""

from typing import Any

from graphql import FieldNode

from models.referral import NO_DAY
from resolvers.reading.arguments import Argument, Variable
from resolvers.reading.compilation import Compilation
from resolvers.reading.statement import Statement
from resolvers.tasks.page import DerivedList, DerivedPage, Source
from resolvers.tasks.rules import rules_of, task_source
from resolvers.value import Value

TASKS = DerivedList(
    "TaskConnection",
    "Task",
    {"kind": "w.kind", "dueOn": f"nullif(w.moment, DATE '{NO_DAY}')"},
    "date",
)


def tasks_sql(statement: Statement, nodes: list[FieldNode], key: str) -> str:
    """
    Return the SQL of the page of tasks, as JSON.

    :raises Refusal: when the plan runs with a page size, a day or a cursor that is none
    """
    compilation = statement.compilation
    arguments = compilation.arguments_of("Query", nodes[0])
    until = arguments.get("until")
    bounds = (f"w.moment <= {day_argument(compilation, until, 'until', (key,))}",) if is_given(until) else ()
    page = DerivedPage(statement, TASKS, "tasks", (key,), arguments, bounds)
    return page.json(nodes, task_sources(statement, arguments.get("kinds")))


def task_sources(statement: Statement, kinds: Argument = None) -> list[Source]:
    """Return the sources of the tasks that the caller can have; of the named kinds where some are named."""
    named = {shape[1] for shape in kinds.shape[1]} if isinstance(kinds, Variable) and kinds.shape else None
    rules = [r for r in rules_of(statement.compilation.content_types) if named is None or r.kind in named]
    return [source for rule in rules if (source := task_source(statement, rule))]


def is_given(argument: Argument) -> bool:
    """Return whether an argument has a value."""
    return isinstance(argument, Variable) and argument.shape is not None


def day_argument(compilation: Compilation, argument: Any, name: str, at: tuple[str, ...]) -> str:
    """Return the placeholder of an argument that is a day; what is none is refused when the plan runs."""
    day: Value = compilation.content_types["attendance"].fields["day"].value
    return compilation.bind_variable(argument, day.sql, day.check, path=(name,), at=at)
