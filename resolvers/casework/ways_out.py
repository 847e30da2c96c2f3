"""
The guard of what leaves the register: a consent in force for the recipient and the category, or a named statute.

To the agency of a referral it asks the same SELECT by which the agency reads: nobody can be told what may not be read.
The payer of a benefit is told by a consent of the person to tell that payer, or by the statute that the law of the
register names.
"""

from dataclasses import dataclass
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from auth.disclosure import DISCLOSURE_COLUMNS, numbered_disclosure_row_sql
from auth.path_selects import CONSENT_IN_FORCE, CONSENT_SQL
from resolvers.context import CommandContext
from resolvers.reading.loading import call_of_command
from resolvers.reading.parameters import look_values
from workflow.organisation import LAW_IN_FORCE_STATES
from workflow.relationship import CASELOAD_STATES, OPEN_RELATIONSHIP_STATES

_CONSENT = "SELECT FROM consent k WHERE k.client_id = $1 AND k.agency_id = $2 AND k.referral_id IS NULL AND {in_force}"
_STATUTE = (
    "SELECT w.absence_statute FROM relationship x JOIN register_law w ON w.register_id = x.register_id"
    f" WHERE x.client_id = $1 AND {CASELOAD_STATES.sql('x.state')} AND {LAW_IN_FORCE_STATES.sql('w.state')}"
    f" AND w.absence_statute IS NOT NULL ORDER BY {OPEN_RELATIONSHIP_STATES.sql('x.state')} DESC, x.id DESC LIMIT 1"
)
_ROW = numbered_disclosure_row_sql("SELECT $1::uuid")


@dataclass(frozen=True)
class WayOut:
    """On what basis somebody outside is told: CONSENT, or STATUTORY with the code of the statute."""

    basis: str
    statute: str | None = None


# Every transition that tells somebody outside, by type and name, and the guard that opens its way out.
WAYS_OUT = {
    ("proposal", "SEND"): "agency_may_be_told",
    ("report", "DELIVER"): "report_has_way_out",
    ("absence_report", "SEND"): "payer_has_way_out",
    ("absence_report", "PRINT"): "payer_has_way_out",
}


async def has_way_out(context: CommandContext, referral: UUID | None, category: str, db: TransactionalDBClient) -> bool:
    """Return whether the agency of a referral may be told data of this category today; nobody without a referral."""
    if referral is None:
        return False
    opened = CONSENT_SQL.format(agency="(SELECT agency_id FROM referral WHERE id = $1)", today="$2", category=category)
    found = await db.execute_query_dict(
        f"SELECT 1 AS open FROM ({opened}) o WHERE o.id = $1", [referral, context.today]
    )
    return bool(found)


async def way_out_to_payer(
    context: CommandContext, client: UUID, payer: UUID, category: str, db: TransactionalDBClient
) -> WayOut | None:
    """
    Return on what basis the payer of a person's benefit may be told data of this category today; None on none.

    A consent that came with a referral is about that referral alone, and tells the payer nothing.
    """
    in_force = CONSENT_IN_FORCE.format(today="$3", category=category)
    asked = f"SELECT EXISTS ({_CONSENT.format(in_force=in_force)}) AS consented, ({_STATUTE}) AS statute"
    [found] = await db.execute_query_dict(asked, [client, payer, context.today])
    if found["consented"]:
        return WayOut("CONSENT")
    return WayOut("STATUTORY", found["statute"]) if found["statute"] else None


async def log_way_out(
    context: CommandContext,
    operation: str,
    client: UUID,
    fields: list[str],
    asked: list[UUID],
    db: TransactionalDBClient,
) -> None:
    """Write the row of the disclosure log for what a command lets out; `asked` are the object and the recipient."""
    look = look_values(call_of_command(context), operation, fields, asked)
    await db.execute_query(_ROW, [client, *(look[name] for name in DISCLOSURE_COLUMNS)])
