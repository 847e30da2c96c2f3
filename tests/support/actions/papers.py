"""
Papers of the coaching: a report that is drafted, or heard and approved; the link that PRINT shows, the person who reads
the own one, the row that a print leaves.
"""

from typing import Any
from uuid import UUID

from tests.support.actions.casework import contract_in_force
from tests.support.actions.content import create, field_name, step
from tests.support.organisation import SampleOrganisation

PERIOD = {"startsOn": "2026-11-01", "endsOn": "2026-11-23"}
SECRET = "Lomaili Lapissa"


async def relationship_of(organisation: SampleOrganisation) -> str:
    """Return the relationship that the started referral led to."""
    await contract_in_force(organisation)
    found = await organisation.pool.fetchval("SELECT id FROM relationship WHERE referral_id IS NOT NULL")
    return f"relationship_{found.hex}"


async def drafted(organisation: SampleOrganisation, kind: str = "FINAL", **more: Any) -> dict[str, Any]:
    """Return a report that coach A has drafted."""
    relationship = await relationship_of(organisation)
    given = {"kind": kind, "summary": SECRET} | PERIOD | more
    return await create(organisation, "coach_a", "Report", relationshipId=relationship, **given)


async def approved(organisation: SampleOrganisation, kind: str = "FINAL") -> dict[str, Any]:
    """Return a report that waits for its delivery."""
    it = await drafted(organisation, kind)
    for who, name in (("coach_a", "SHOW"), ("coach_a", "HEAR"), ("supervisor_a", "APPROVE")):
        assert await step(organisation, who, "Report", it, name) == []
    return it


async def print_link_of(
    organisation: SampleOrganisation, who: str, noun: str, it: dict[str, Any], name: str = "PRINT"
) -> tuple[str, list[str]]:
    """Ask for what is printed of an object; return the address that is shown, and the codes of the errors."""
    query = f"""mutation P($i: Transition{noun}Input!) {{ done: transition{noun}(input: $i) {{
      secret it: {field_name(noun)} {{ id revision state }} errors {{ code }} }} }}"""
    given = {"id": it["id"], "revision": it["revision"], "transition": name}
    done = (await organisation.data(who, query, i=given))["done"]
    it.update(done["it"] or {})
    return str(done["secret"]), [e["code"] for e in done["errors"]]


async def become_client(organisation: SampleOrganisation, table: str, it: dict[str, Any], who: str = "trainee") -> UUID:
    """Give the account of the trainee to the client whom a row is about, and return the id of that client."""
    client: UUID = await organisation.pool.fetchval(f"SELECT client_id FROM {table} WHERE id = $1", uuid_of(it))
    await organisation.pool.execute(
        "UPDATE account SET client_id = $1 WHERE id = $2", client, organisation.rows[f"account_{who}"].pk
    )
    return client


async def last_look(organisation: SampleOrganisation) -> Any:
    """Return the newest row of the disclosure log."""
    return await organisation.pool.fetchrow("SELECT * FROM disclosure_log ORDER BY id DESC LIMIT 1")


def uuid_of(it: dict[str, Any]) -> UUID:
    """Return the uuid of an object by its public id."""
    return UUID(it["id"][-32:])
