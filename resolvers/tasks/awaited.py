"""The steps of the tasks, as what events are told to those who decide: whose it is, and in which states."""

from resolvers.context import AwaitedStep, Rulebook
from resolvers.tasks.rules import TASK_RULES

AWAITED_STEPS = Rulebook.of(
    awaited=(AwaitedStep(rule.noun, frozenset(rule.states), rule.who) for rule in TASK_RULES if rule.waits)
)
