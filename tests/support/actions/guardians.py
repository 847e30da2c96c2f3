"""Guardians of Aino: a representation in force, and the account with which the guardian logs in."""

from typing import Any

from tests.support.actions.content import create, step
from tests.support.organisation import SampleOrganisation, open_account

FATHER = {"firstNames": "Heikki", "lastName": "Huoltaja", "safetyRestriction": False, "validFrom": "2026-01-01"}


async def represent(organisation: SampleOrganisation, who: str = "guardian", **more: Any) -> dict[str, Any]:
    """Confirm a representation of Aino, and let the guardian log in."""
    given = {"kind": "GUARDIAN", "evidence": "Ote väestötietojärjestelmästä"} | FATHER | more
    it = await create(organisation, "coach_a", "Representation", clientId=organisation.ids["aino"], **given)
    assert await step(organisation, "supervisor_a", "Representation", it, "CONFIRM") == []
    account = await open_account(organisation, who, "GUARDIAN")
    await organisation.pool.execute(
        "UPDATE representation SET account_id = $1 WHERE id = $2", account.pk, it["id"].partition("_")[2]
    )
    return it
