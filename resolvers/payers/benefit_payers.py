"""Who pays a person's benefit: which agencies may."""

from models.agency import Agency
from resolvers.context import PendingChange, Rulebook
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from workflow.benefit_payer import KINDS_OF_PAYERS


async def agency_pays_benefits(change: PendingChange) -> list[Problem]:
    """Check that the payer is an agency of a kind that pays benefits."""
    if "payerId" not in change.keys:
        return []
    payers = Agency.filter(pk=change.row.payer_id, kind__in=KINDS_OF_PAYERS).using_db(change.db)
    return problem_unless(await payers.exists(), "NOT_A_BENEFIT_PAYER", "payerId")


BENEFIT_PAYER_RULES = Rulebook.of(rules=(agency_pays_benefits,))
