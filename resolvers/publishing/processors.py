"""The processors of a register, as they stand in its notice and in the record of processing activities."""

from typing import Any
from uuid import UUID

from models.processor import Processor
from resolvers.context import PendingChange, Rulebook
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from workflow.eea import is_inside
from workflow.processor import PROCESSORS_IN_USE_STATES

_KEPT = ("name", "country", "task_fi", "task_sv", "task_en", "transfer_ground")


async def transfer_grounded(change: PendingChange) -> list[Problem]:
    """Refuse a country outside the EU and the EEA without a ground of the transfer. Source: GDPR articles 44–49."""
    row = change.row
    return problem_unless(is_inside(row.country) or bool(row.transfer_ground), "TRANSFER_UNGROUNDED", "transferGround")


async def processors_of(register: UUID, db: Any = None) -> list[dict[str, str]]:
    """Return the processors in use of a register, by name, with what its readers are told of each."""
    rows = Processor.filter(register_id=register, state__in=PROCESSORS_IN_USE_STATES).order_by("name", "id")
    found = await (rows.using_db(db) if db is not None else rows)
    keys = {"task_fi": "fi", "task_sv": "sv", "task_en": "en", "transfer_ground": "transferGround"}
    return [
        {keys.get(column, column): value for column in _KEPT if (value := getattr(row, column)) is not None}
        for row in found
    ]


def changed_processors(current: list[dict[str, str]], told: list[dict[str, str]]) -> tuple[list[str], list[str]]:
    """Return the names of processors that a notice lacks or tells otherwise, and of those that are used no more."""
    now, then = ({one["name"]: one for one in side} for side in (current, told))
    return sorted(n for n, one in now.items() if then.get(n) != one), sorted(set(then) - set(now))


PROCESSOR_RULES = Rulebook.of(rules=(transfer_grounded,))
