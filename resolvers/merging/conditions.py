"""What stands in the way of a merge: all of it at once, and the same before it is proposed, decided and carried out."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from models.client import Client
from models.code_index import EVEN, ODD
from resolvers.refusals import Problem
from workflow.account import OPEN_INVITATION_STATES
from workflow.benefit_payer import VALID_PAYER_STATES
from workflow.bin_item import IN_BIN_STATES
from workflow.client import STORED_CLIENT_STATES
from workflow.contract import CONTRACT_IN_FORCE_STATES
from workflow.exceptional_access import OPEN_EMERGENCY_STATES
from workflow.purge import OPEN_PURGE_STATES, PLANNED_ITEM_STATES

# What two clients may each have once, by the constraint of the database that says so: $1 and $2 are the clients.
CONFLICTS = {
    "contract_full_service": (
        "SELECT count(*) AS n FROM contract a JOIN contract b ON a.client_id = $1 AND b.client_id = $2"
        " AND a.is_full_service AND b.is_full_service"
        " AND daterange(a.starts_on, a.ends_on, '[]') && daterange(b.starts_on, b.ends_on, '[]')"
        f" WHERE {CONTRACT_IN_FORCE_STATES.sql('a.state')} AND {CONTRACT_IN_FORCE_STATES.sql('b.state')}"
    ),
    "benefit_payer_period": (
        "SELECT count(*) AS n FROM benefit_payer a JOIN benefit_payer b ON a.client_id = $1 AND b.client_id = $2"
        " AND daterange(a.starts_on, a.ends_on, '[]') && daterange(b.starts_on, b.ends_on, '[]')"
        f" WHERE {VALID_PAYER_STATES.sql('a.state')} AND {VALID_PAYER_STATES.sql('b.state')}"
    ),
    "client_invitation_open": (
        "SELECT count(*) AS n FROM client_invitation a JOIN client_invitation b ON a.client_id = $1"
        f" AND b.client_id = $2 WHERE {OPEN_INVITATION_STATES.sql('a.state')}"
        f" AND {OPEN_INVITATION_STATES.sql('b.state')}"
    ),
    "emergency_access_once": (
        "SELECT count(*) AS n FROM emergency_access a JOIN emergency_access b ON a.client_id = $1"
        " AND b.client_id = $2 AND a.account_id = b.account_id"
        f" WHERE {OPEN_EMERGENCY_STATES.sql('a.state')} AND {OPEN_EMERGENCY_STATES.sql('b.state')}"
    ),
}
_CODES = {
    "contract_full_service": "MERGE_CONTRACTS_OVERLAP",
    "benefit_payer_period": "MERGE_PAYERS_OVERLAP",
    "client_invitation_open": "MERGE_INVITATIONS_OPEN",
    "emergency_access_once": "MERGE_ACCESS_OPEN",
}
CLIENT_ENDED = "REFERENCE_ENDED"  # one of them is erased or merged already: as any reference to it would be refused
_IN_PURGE = (
    "SELECT count(*) AS n FROM purge_item i JOIN purge p ON p.id = i.purge_id WHERE i.target_id IN ($1, $2)"
    f" AND {PLANNED_ITEM_STATES.sql('i.state')} AND {OPEN_PURGE_STATES.sql('p.state')}"
)
_IN_BIN = f"SELECT count(*) AS n FROM bin_item b WHERE b.client_id IN ($1, $2) AND {IN_BIN_STATES.sql('b.state')}"


async def obstacles(kept: UUID, merged: UUID, db: BaseDBAsyncClient) -> list[str]:
    """Return the codes of everything that stands in the way of a merge, in a fixed order."""
    clients = {c.id: c for c in await Client.filter(id__in=[kept, merged]).using_db(db)}
    found = _of_clients(clients.get(kept), clients.get(merged))
    for code, sql in (("MERGE_IN_PURGE", _IN_PURGE), ("MERGE_IN_BIN", _IN_BIN)):
        [row] = await db.execute_query_dict(sql, [kept, merged])
        found += [code] if row["n"] else []
    for constraint, sql in CONFLICTS.items():
        [row] = await db.execute_query_dict(sql, [kept, merged])
        found += [_CODES[constraint]] if row["n"] else []
    return found


def problems_of(codes: Iterable[str], *path: str) -> list[Problem]:
    """Return the problems of obstacles; `path` is the argument that is to blame."""
    return [Problem(c, path, words="MERGE_CLIENT_ENDED" if c == CLIENT_ENDED else "") for c in codes]


def have_other_codes(one: Any, other: Any) -> bool:
    """Return whether two clients have identity codes that are not the same."""
    both = [client for client in (one, other) if client.personal_identity_code is not None]
    agree = any(getattr(one, c) is not None and getattr(one, c) == getattr(other, c) for c in (ODD, EVEN))
    return len(both) > 1 and not agree


def _of_clients(kept: Any, merged: Any) -> list[str]:
    if kept is None or merged is None or {kept.state, merged.state} - set(STORED_CLIENT_STATES):
        return [CLIENT_ENDED]
    found = []
    if kept.unit_id != merged.unit_id:
        found.append("MERGE_UNITS_DIFFER")
    if have_other_codes(kept, merged):
        found.append("MERGE_CODES_DIFFER")
    if kept.processing_restriction or merged.processing_restriction:
        found.append("PROCESSING_RESTRICTION")
    return found
