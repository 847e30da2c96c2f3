"""What is asked: four queries, each in variations (other clients, other pages), so that no cache answers."""

from dataclasses import dataclass, replace
from typing import Any

from bench.data import TODAY

FROM, BEFORE = TODAY.replace(month=10, day=1), TODAY.replace(month=11, day=1)


@dataclass(frozen=True)
class Query:
    """A query, how many objects its pages hold, and whether it is asked of one client."""

    name: str
    title: str
    document: str

    @property
    def of_one(self) -> bool:
        return "$id" in self.document

    def mixed(self) -> "Query":
        """Return the same query with a root that is not stored, so that graphql-core takes part."""
        head, brace, rest = self.document.partition("{")
        return replace(self, document=f"{head}{brace} viewer {{ name }} {rest.strip()}")

    def variables(self, place: "Place") -> dict[str, Any]:
        """Return the variables of one variation, as our service takes them."""
        found: dict[str, Any] = {"id": place.client} if self.of_one else {"after": place.cursor}
        if "$from" in self.document:
            found |= {"from": FROM.isoformat(), "before": BEFORE.isoformat()}
        return found


@dataclass(frozen=True)
class Place:
    """Where in the register a variation asks: a client, and the page that follows it."""

    client: str
    cursor: str
    sort_key: str


QUERIES = (
    Query(
        "Q1",
        "one client",
        """query One($id: ID!) { client(id: $id) {
  id firstNames callName lastName gender municipality streetAddress postalCode city phones email state
} }""",
    ),
    Query(
        "Q2",
        "100 clients × 10 fields",
        """query Many($after: String) { clients(first: 100, after: $after, orderBy: LAST_NAME) { nodes {
  id firstNames lastName gender municipality streetAddress city phones email state
} } }""",
    ),
    Query(
        "Q3",
        "50 clients × 3 nested lists",
        """query Nested($after: String) { clients(first: 50, after: $after, orderBy: LAST_NAME) { nodes {
  id firstNames lastName
  referrals(first: 20) { nodes { id state receivedAt serviceCode decisionReference } }
  programmes(first: 20) { nodes { id state startsOn endsOn } }
  contracts(first: 20) { nodes { id state version startsOn endsOn callName } }
} } }""",
    ),
    Query(
        "Q4",
        "attendance grid, 660 rows",
        """query Grid($after: String, $from: Date!, $before: Date!) {
  clients(first: 30, after: $after, orderBy: LAST_NAME) { nodes {
    id lastName
    attendance(first: 31, filter: { day: { gte: $from, lt: $before } }) {
      nodes { id day state presence minutes arrivedAt leftAt }
    }
  } }
}""",
    ),
)
PLACES = """query Places { clients(first: 200, orderBy: LAST_NAME) { edges { cursor node { id } } } }"""
