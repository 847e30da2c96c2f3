"""The four queries as PostGraphile takes them, with its own cursors."""

from collections.abc import Mapping, Sequence
from uuid import UUID

import orjson

from bench.contestants import Running
from bench.data import TODAY, Person
from bench.load import answer, encoded
from bench.queries import BEFORE, FROM, Place, Query

PATH = "/graphql"
PAGE = "clients: allClients(first: %d, after: $after, orderBy: [SORT_KEY_ASC]%s)"
ONE_UNIT = ", condition: { unitId: $unit }"
DOCUMENTS = {
    "Q1": """query One($id: UUID!) { client: clientByRowId(rowId: $id) {
  id: rowId firstNames callName lastName gender municipality streetAddress postalCode city phones email state
} }""",
    "Q2": """{ nodes {
  id: rowId firstNames lastName gender municipality streetAddress city phones email state
} }""",
    "Q3": """{ nodes {
  id: rowId firstNames lastName
  referrals: referralsByClientId(first: 20, orderBy: [ROW_ID_ASC]) {
    nodes { id: rowId state receivedAt serviceCode decisionReference } }
  programmes: programmesByClientId(first: 20, orderBy: [STARTS_ON_ASC]) { nodes { id: rowId state startsOn endsOn } }
  contracts: contractsByClientId(first: 20, orderBy: [STARTS_ON_ASC]) {
    nodes { id: rowId state version startsOn endsOn callName } }
} }""",
    "Q4": """{ nodes {
  id: rowId lastName
  attendance: days(since: $from, before: $before, first: 31) {
    nodes { id: rowId day state presence minutes arrivedAt leftAt } }
} }""",
}
SIZES = {"Q2": 100, "Q3": 50, "Q4": 30}
PLACES = "{ edges { cursor node { rowId } } }"


def page(name: str, selection: str, size: int, *, checks: bool) -> str:
    """Return the document of a page; who has no policies must name the unit."""
    variables = ["$after: Cursor", *([] if checks else ["$unit: UUID!"])]
    variables += ["$from: Date!", "$before: Date!"] if "$from" in selection else []
    return f"query {name}({', '.join(variables)}) {{ {PAGE % (size, '' if checks else ONE_UNIT)} {selection} }}"


def told_of(person: Person) -> Mapping[str, str]:
    """Return the headers that say who asks."""
    said = {"x-unit": person.unit, "x-staff": person.staff, "x-account": person.account, "x-today": TODAY}
    return {"x-role": person.role, "accept": "application/json", **{name: str(value) for name, value in said.items()}}


async def cursors_of(running: Running, person: Person, *, checks: bool) -> Mapping[str, str]:
    """Return client → the cursor at which the page after that client begins."""
    body = {"query": page("Places", PLACES, 200, checks=checks), "variables": {"unit": person.unit}}
    answered = orjson.loads(await answer(running.port, encoded(PATH, orjson.dumps(body), told_of(person))))
    edges = answered["data"]["clients"]["edges"]
    return {f"client_{UUID(edge['node']['rowId']).hex}": edge["cursor"] for edge in edges}


def asked_of_postgraphile(
    query: Query, places: Sequence[Place], person: Person, cursors: Mapping[str, str], *, checks: bool
) -> tuple[bytes, ...]:
    """Return the requests to PostGraphile for the places of a query."""
    document = DOCUMENTS[query.name]
    if not query.of_one:
        document = page("Page", document, SIZES[query.name], checks=checks)
    found = []
    for place in places:
        given = {"id": UUID(hex=place.client[-32:]), "after": cursors[place.client], "unit": person.unit}
        given |= {"from": FROM, "before": BEFORE}
        variables = {name: value for name, value in given.items() if f"${name}:" in document}
        body = orjson.dumps({"query": document, "variables": variables})
        found.append(encoded(PATH, body, told_of(person)))
    return tuple(found)
