"""All rules of tasks, and their kinds by name."""

from collections.abc import Mapping

from models.referral import NO_DAY
from resolvers.context import AwaitedStep, Rulebook
from resolvers.declaration import ContentTypes
from resolvers.reading.statement import Statement
from resolvers.tasks.absences import ABSENCE_TASKS
from resolvers.tasks.awaited_steps import awaited_steps
from resolvers.tasks.deadlines import DEADLINE_TASKS
from resolvers.tasks.declaration import TaskRule, TaskScope, held_rows
from resolvers.tasks.page import Source
from resolvers.tasks.steps import STEP_TASKS
from resolvers.tasks.unreported import UNREPORTED_TASKS
from workflow.titles import Titles

TASK_RULES: tuple[TaskRule, ...] = (*DEADLINE_TASKS, *ABSENCE_TASKS, *UNREPORTED_TASKS, *STEP_TASKS)
# The steps among them, as what events are told to those who decide: whose each is, and in which states.
AWAITED_STEPS = Rulebook.of(
    awaited=(AwaitedStep(rule.noun, frozenset(rule.states), rule.who) for rule in TASK_RULES if rule.waits)
)


def rules_of(content_types: ContentTypes) -> tuple[TaskRule, ...]:
    """Return all rules: those that are written here, and those that follow from the awaited steps of the types."""
    return (*TASK_RULES, *awaited_steps(content_types.values()))


def kinds_of(content_types: ContentTypes) -> Mapping[str, Titles]:
    """Return the titles of each kind: those of its first rule."""
    return {rule.kind: rule.titles for rule in reversed(rules_of(content_types))}


def task_source(statement: Statement, rule: TaskRule) -> Source | None:
    """Return the tasks of a rule as the rows of a derived list; None where the caller can have none."""
    compilation = statement.compilation
    held = held_rows(compilation, rule.noun, rule.states, rule.who, rule.reads)
    if held is None:
        return None
    alias = held.rows.table_alias
    scope = TaskScope(compilation, alias)
    due = rule.due(scope) if rule.due else f"DATE '{NO_DAY}'"
    conditions = [*held.conditions, *([rule.when(scope)] if rule.when else [])]
    select = (
        f"SELECT '{rule.kind}'::text AS kind, '{rule.noun}'::text AS noun, {due} AS moment, {alias}.id AS id"
        f" FROM {held.type.kind.table} {alias} WHERE {' AND '.join(f'({c})' for c in conditions)}"
    )
    if rule.ahead is not None:
        select = f"SELECT * FROM ({select}) d WHERE d.moment <= {scope.today} + {rule.ahead}"
    return Source(held.type, select)
