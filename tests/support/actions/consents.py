"""What an agency sees of a client by consent: a recorded day, and the consent that opens it."""

from typing import Any

from tests.support.actions.casework import contract_in_force
from tests.support.organisation import SampleOrganisation

ATTENDANCE_DAYS = "{ attendance { totalCount nodes { day presence } } }"
ATTENDANCE_SCOPES = frozenset({"attendance:read", "reports:read"})


async def record_a_day(organisation: SampleOrganisation) -> None:
    """Record a day of attendance of the client whom agency X referred."""
    await contract_in_force(organisation)
    await organisation.pool.execute(
        "UPDATE attendance SET state = 'RECORDED', code = 'PRESENT', presence = 'PRESENT', accounting_unit_id = unit_id"
        " WHERE day = '2026-12-02'"
    )


async def consent_of_the_referral(organisation: SampleOrganisation) -> dict[str, Any]:
    """Return the consent that the start of the referral left, as the supervisor reads it."""
    query = "{ consents(filter: {state: {eq: GIVEN}}) { nodes { id revision state channel categories } } }"
    [found] = (await organisation.data("supervisor_a", query))["consents"]["nodes"]
    return dict(found)
