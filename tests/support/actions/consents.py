"""What an agency sees of a client by consent: a recorded day, and the consent that opens it."""

from typing import Any

from tests.support.actions.casework import activated
from tests.support.organisation import World

DAYS = "{ attendance { totalCount nodes { day code } } }"
SCOPES = frozenset({"attendance:read", "reports:read"})


async def with_a_day(world: World) -> None:
    """A recorded day of the client whom agency X referred."""
    await activated(world)
    await world.pool.execute("UPDATE attendance SET state = 'RECORDED', code = 'PRESENT' WHERE day = '2026-12-02'")


async def given(world: World) -> dict[str, Any]:
    """The consent that stands for what the referral said, as the supervisor finds it."""
    query = "{ consents(filter: {state: {eq: GIVEN}}) { nodes { id revision state channel categories } } }"
    [found] = (await world.data("supervisor_a", query))["consents"]["nodes"]
    return dict(found)
