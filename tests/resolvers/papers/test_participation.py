"""The certificate of participation: asked for by the person, issued once the programme is over, printed by both."""

from typing import Any
from uuid import UUID

import pytest

from resolvers.papers.participation import printed_certificate_of_participation
from tests.support.actions.attendance import planned_days, record_day
from tests.support.actions.content import step
from tests.support.actions.exports import viewer_context
from tests.support.actions.papers import become_client, last_look, print_link_of, uuid_of
from tests.support.organisation import SampleOrganisation
from tests.support.printed import claims_of, structure_of, text_of

READ = """query P($id: ID!) { programme(id: $id) {
  certificateRequestedOn certificateIssuedOn certificateIssuedByName certificateDays } }"""


async def programme_with_a_day(organisation: SampleOrganisation) -> dict[str, Any]:
    """Return the running programme of somebody who was there on one day."""
    [day] = await planned_days(organisation, people=1)
    recorded = await record_day(organisation, "coach_a", default="PRESENT")
    assert (recorded["errors"], recorded["refused"], len(recorded["days"])) == ([], [], 1)
    sql = "SELECT p.* FROM programme p JOIN contract c ON c.programme_id = p.id WHERE c.id = $1"
    row = await organisation.pool.fetchrow(sql, day["contract"])
    assert row is not None
    return {"id": f"programme_{UUID(str(row['id'])).hex}", "revision": row["revision"]}


async def over(organisation: SampleOrganisation) -> dict[str, Any]:
    """Return such a programme once it is completed."""
    it = await programme_with_a_day(organisation)
    assert await step(organisation, "coach_a", "Programme", it, "COMPLETE", closeBelow=True) == []
    return it


async def printed(organisation: SampleOrganisation, who: str, it: dict[str, Any]) -> bytes | None:
    """Return the certificate as somebody prints it."""
    context = viewer_context(organisation, await organisation.viewer(who))
    return await printed_certificate_of_participation(context, uuid_of(it))


async def read(organisation: SampleOrganisation, who: str, it: dict[str, Any]) -> Any:
    """Return what a programme says of its certificate."""
    return (await organisation.data(who, READ, id=it["id"]))["programme"]


async def test_the_person_asks_the_coach_issues_and_the_person_prints(organisation: SampleOrganisation) -> None:
    it = await programme_with_a_day(organisation)
    client = await become_client(organisation, "programme", it)

    assert await step(organisation, "trainee", "Programme", it, "REQUEST_CERTIFICATE") == []
    asked = await read(organisation, "trainee", it)
    assert await step(organisation, "trainee", "Programme", it, "REQUEST_CERTIFICATE") == ["CERTIFICATE_REQUESTED"]
    assert await step(organisation, "coach_a", "Programme", it, "ISSUE_CERTIFICATE") == ["WRONG_STATE"]
    assert await step(organisation, "coach_a", "Programme", it, "COMPLETE", closeBelow=True) == []
    assert await step(organisation, "trainee", "Programme", it, "ISSUE_CERTIFICATE") == ["WRONG_ROLE"]
    assert await step(organisation, "coach_a", "Programme", it, "ISSUE_CERTIFICATE") == []
    issued = await read(organisation, "trainee", it)
    link, refused = await print_link_of(organisation, "trainee", "Programme", it)
    pdf = await printed(organisation, "trainee", it)
    look = await last_look(organisation)

    assert asked["certificateRequestedOn"] == "2026-11-23"
    assert issued == {
        "certificateRequestedOn": None,
        "certificateIssuedOn": "2026-11-23",
        "certificateIssuedByName": "coach_a",
        "certificateDays": 1,
    }
    assert (link.startswith(f"/prints/{it['id']}.pdf?"), refused) == (True, [])
    assert pdf is not None
    text = " ".join(text_of(pdf).split())
    expected = ("Eeva Maria Aamu000 on osallistunut", "1.9.–23.11.2026", "Läsnäolopäiviä yhteensä 1", "coach_a")
    assert [words for words in expected if words not in text] == []
    assert claims_of(pdf) == {
        "language": "fi",
        "title": "Osallistumistodistus",
        "is_tagged": True,
        "pdf_ua": "1",
        "fonts": True,
    }
    assert (structure_of(pdf)["Title"], structure_of(pdf)["Table"]) == (1, 0)
    assert (look["operation"], look["outcome"], look["subjects"]) == ("programme.pdf", "SHOWN", [client])


@pytest.mark.parametrize(("language", "title"), [("sv", "Deltagarintyg"), ("en", "Certificate of participation")])
async def test_a_certificate_speaks_the_language_of_the_person(
    organisation: SampleOrganisation, language: str, title: str
) -> None:
    it = await over(organisation)
    assert await step(organisation, "supervisor_a", "Programme", it, "ISSUE_CERTIFICATE") == []
    await organisation.pool.execute("UPDATE client SET service_language = $1", language)

    pdf = await printed(organisation, "coach_a", it)

    assert pdf is not None
    assert claims_of(pdf)["title"] == title


async def test_what_is_not_issued_is_not_printed(organisation: SampleOrganisation) -> None:
    it = await over(organisation)

    assert await print_link_of(organisation, "coach_a", "Programme", it) == ("None", ["CERTIFICATE_MISSING"])
    assert await printed(organisation, "coach_a", it) is None
    assert (await last_look(organisation))["outcome"] == "NOTHING"


async def test_a_programme_without_a_day_present_has_no_certificate(organisation: SampleOrganisation) -> None:
    it = await over(organisation)
    await organisation.pool.execute("UPDATE attendance SET presence = 'ABSENT' WHERE presence = 'PRESENT'")

    assert await step(organisation, "coach_a", "Programme", it, "ISSUE_CERTIFICATE") == ["CERTIFICATE_WITHOUT_DAYS"]
    assert await organisation.count("programme", "certificate_issued_on IS NOT NULL") == 0


@pytest.mark.parametrize("who", ["coach_b", "colleague_a", "manager", "finance", "official_x", "workplace"])
async def test_nobody_else_reads_or_prints_a_certificate(organisation: SampleOrganisation, who: str) -> None:
    it = await over(organisation)
    assert await step(organisation, "coach_a", "Programme", it, "ISSUE_CERTIFICATE") == []

    link, refused = await print_link_of(organisation, who, "Programme", it)

    assert (link, refused) in [("None", ["NOT_FOUND"]), ("None", ["WRONG_ROLE"])]
    assert await printed(organisation, who, it) is None
    assert b"2026-11-23" not in await organisation.raw(who, READ, id=it["id"])
