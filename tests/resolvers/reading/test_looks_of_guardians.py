"""What the log tells a guardian of who looked: no whereabouts that are kept back, and no other guardian by name."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from tests.support.actions.casework import contract_in_force
from tests.support.actions.content import create
from tests.support.actions.guardians import represent
from tests.support.organisation import NOW, SampleOrganisation

LOG = """query L($id: ID!) { client(id: $id) { accessLog { actorKind actorName organisationName }
  disclosures { actorKind actorName organisationName } } }"""


async def look_of_workplace(organisation: SampleOrganisation) -> None:
    """Let the workplace have looked at Aino, who works there and is a minor."""
    aino = organisation.rows["aino"].pk
    await organisation.pool.execute("UPDATE client SET date_of_birth = $1 WHERE id = $2", date(2009, 3, 1), aino)
    await contract_in_force(organisation)
    await organisation.pool.execute(
        "INSERT INTO disclosure_log (at, account, authority, operation, document, fields, asked, purpose, request,"
        " subjects, outcome) VALUES ($1, $2, 'any', 'Seen', 'd', ARRAY['Client.callName'], '{}', 'COACHING', $3,"
        " ARRAY[$4::uuid], 'SHOWN')",
        NOW,
        organisation.rows["account_workplace"].pk,
        uuid4(),
        aino,
    )


async def seen(organisation: SampleOrganisation, who: str) -> list[dict[str, Any]]:
    """Return the entries of a workplace that somebody is shown, in the log and among the disclosures."""
    client = (await organisation.data(who, LOG, id=organisation.ids["aino"]))["client"]
    return [e for list_ in ("accessLog", "disclosures") for e in client[list_] if e["actorKind"] == "WORKPLACE"]


async def test_a_guardian_for_everything_is_told_the_workplace(organisation: SampleOrganisation) -> None:
    await look_of_workplace(organisation)
    await represent(organisation)

    assert {e["organisationName"] for e in await seen(organisation, "guardian")} == {"Työpaja"}


@pytest.mark.parametrize("how", ["matters", "refusal"])
async def test_who_may_not_know_whereabouts_is_told_no_workplace(organisation: SampleOrganisation, how: str) -> None:
    await look_of_workplace(organisation)
    if how == "matters":
        await represent(organisation, kind="AUTHORISED", matters=["PERSON", "CONTACT", "CONTRACT", "RIGHTS"])
    else:
        await represent(organisation)
        ban = {"clientId": organisation.ids["aino"], "matters": ["WHEREABOUTS"], "decidedOn": "2026-11-20"}
        await create(organisation, "trainee", "TellingRefusal", **ban)

    found = await seen(organisation, "guardian")

    assert len(found) == 2  # that there was a look is told
    assert {(e["actorName"], e["organisationName"]) for e in found} == {(None, None)}


async def test_a_guardian_is_not_told_the_name_of_another(organisation: SampleOrganisation) -> None:
    await look_of_workplace(organisation)
    await represent(organisation, who="father")
    await represent(organisation, who="mother", firstNames="Maija", lastName="Piilonen")
    look = "query C($id: ID!) { client(id: $id) { lastName } }"
    for who in ("mother", "father"):
        await organisation.data(who, look, id=organisation.ids["aino"])

    client = (await organisation.data("father", LOG, id=organisation.ids["aino"]))["client"]
    names = {e["actorName"] for e in client["accessLog"] if e["actorKind"] == "GUARDIAN"}

    assert None in names
    assert len(names) == 2
    assert "Piilonen" not in str(client)
