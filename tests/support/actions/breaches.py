"""Data breaches: recorded by the privacy officer, and the looks that they are about."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from models.log import DisclosureLog
from tests.support.actions.content import create
from tests.support.organisation import NOW, SampleOrganisation

OFFICER = "privacy_officer"
FROM, TO = NOW - timedelta(days=30), NOW + timedelta(hours=1)
WORDS = [
    {"language": code, "nature": f"nature {code}", "consequences": f"follows {code}", "measures": f"done {code}"}
    for code in ("fi", "sv", "en")
]
ASSESSED = {
    "whatHappened": "Tunnus oli väärissä käsissä.",
    "dataCategories": "Yhteystiedot",
    "personCategories": "Valmentautujat",
    "consequences": "Tietoja voidaan käyttää väärin.",
    "measures": "Tunnus suljettiin.",
    "risk": "HIGH",
    "riskReason": "Osoitteita nähtiin.",
}
REPORTED = {"reportedAt": NOW.isoformat(), "authorityReference": "TSV/1/2026"}
REPORT = """query B($account: ID, $client: String, $token: String, $from: DateTime!, $to: DateTime!, $first: Int,
  $after: String) { breachReport(account: $account, client: $client, token: $token, from: $from, to: $to,
  first: $first, after: $after) {
  hasNextPage
  persons { cursor person name isErased looks first last fields documents { operation looks } }
  totals { persons erased looks denied withoutPersons files exports documents { operation looks }
    tokens { account client token looks } } } }"""


async def make_breach(organisation: SampleOrganisation, **more: Any) -> dict[str, Any]:
    """Record a breach that is about the looks of `coach_b`, and return it."""
    period = {"startsAt": FROM.isoformat(), "endsBefore": TO.isoformat()}
    given = {
        "title": "Kadonnut puhelin",
        "noticedAt": NOW.isoformat(),
        "accountId": account_of(organisation, "coach_b"),
        "contactPoint": "Tiina Tietosuoja, 015 123 456",
        "words": WORDS,
        **period,
    }
    return await create(organisation, OFFICER, "DataBreach", **given | more)


def account_of(organisation: SampleOrganisation, name: str) -> str:
    """Return the public id of somebody's account."""
    return f"account_{organisation.rows[f'account_{name}'].pk.hex}"


async def add_look(
    organisation: SampleOrganisation,
    who: str,
    *persons: UUID,
    fields: tuple[str, ...] = ("Client.lastName", "Client.phones"),
    at: datetime = NOW - timedelta(days=1),
    **more: Any,
) -> None:
    """Leave a row in the disclosure log as if somebody had looked at persons."""
    given = {
        "operation": "Yhteystiedot",
        "document": "d" * 64,
        "asked": [],
        "purpose": "COACHING",
        "outcome": "SHOWN" if persons else "NOTHING",
        "authority": "STAFF: coach",
        "account": organisation.rows[f"account_{who}"].pk,
    }
    await DisclosureLog.create(
        at=at, fields_asked=list(fields), subjects=list(persons), request=uuid7(), **given | more
    )


async def report(organisation: SampleOrganisation, who: str = OFFICER, **given: Any) -> dict[str, Any] | None:
    """Return the report of a breach as somebody reads it; None where nothing is shown."""
    period = {"from": FROM.isoformat(), "to": TO.isoformat()}
    found: dict[str, Any] | None = (await organisation.data(who, REPORT, **period | given))["breachReport"]
    return found
