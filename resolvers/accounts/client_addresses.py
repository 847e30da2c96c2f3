"""The address of a client to which a link for a password may be mailed: one that no guardian wrote there."""

from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from workflow.roles import AccountKind

# A guardian who gave the own address as the child's would get the link to all that a minor keeps from the guardian.
_ADDRESS = f"""
SELECT c.email, EXISTS (SELECT FROM account a WHERE a.kind = '{AccountKind.GUARDIAN}' AND a.id = (
  SELECT h.actor FROM history h WHERE h.object_id = c.id AND h.changes ? 'email' ORDER BY h.revision DESC LIMIT 1
)) AS by_guardian FROM client c WHERE c.id = $1::uuid
"""


async def refusal_of_address(client: UUID, db: BaseDBAsyncClient) -> str | None:
    """Return why no link is mailed to a client: NO_ADDRESS, or ADDRESS_BY_GUARDIAN; None when it may be."""
    [row] = await db.execute_query_dict(_ADDRESS, [client])
    if not row["email"]:
        return "NO_ADDRESS"
    return "ADDRESS_BY_GUARDIAN" if row["by_guardian"] else None
