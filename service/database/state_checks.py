"""Whether the database lets in the states of the workflows and no others: only then may the policy leave them out."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from tortoise.migrations.constraints import CheckConstraint

import models
from models.content import Content
from service.database.statement_pool import StatementPool

STANDING = "SELECT conname FROM pg_constraint WHERE contype = 'c' AND convalidated AND conname = ANY($1::text[])"
_COUNTED = "SELECT state, count(*) AS n FROM {table} WHERE NOT ({check}) GROUP BY state ORDER BY state"


class StatesUnknown(RuntimeError):
    """There are rows in states that no workflow knows, and nobody may see them: the service must not start."""

    code = "STATES_UNKNOWN"


@cache
def state_checks() -> Mapping[str, str]:
    """Return the CHECK `<table>_state` of each model by table: the condition that a row is in a known state."""
    classes = [getattr(models, name) for name in models.__all__]
    return {
        model._meta.db_table: constraint.check
        for model in classes
        if issubclass(model, Content)
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint) and constraint.name == f"{model._meta.db_table}_state"
    }


async def unchecked_tables(connection: Any) -> list[str]:
    """Return the tables of content whose states no CHECK of this database holds."""
    names = {f"{table}_state": table for table in state_checks()}
    standing = {row["conname"] for row in await connection.fetch(STANDING, list(names))}
    return sorted(table for name, table in names.items() if name not in standing)


async def refuse_unknown_states(reads: StatementPool) -> None:
    """
    Check that no row is in a state that its workflow does not know; tables with their CHECK cannot hold one.

    :raises StatesUnknown: with table, number and states, and what mends them
    """
    async with reads.acquire() as connection:
        found = [line for table in await unchecked_tables(connection) for line in await _unknown(connection, table)]
    if found:
        raise StatesUnknown(
            f"There are rows in states that this version does not know: {'; '.join(found)}. Nobody may see them:"
            " python3 run.py upgrade brings them up to date, or says how to mend them"
        )


async def _unknown(connection: Any, table: str) -> list[str]:
    if not await connection.fetchval("SELECT to_regclass($1)", table):
        return []
    rows = await connection.fetch(_COUNTED.format(table=table, check=state_checks()[table]))
    return [f"{table}: {row['n']} in the state {row['state']}" for row in rows]
