"""The printed report: in the person's language, with its digest, for whoever may read it, and with a row in the log."""

from typing import Any

import pytest

from resolvers.papers.reports import printed_report
from service.resources import utc_now
from service.settings import Settings
from tests.support.actions.content import step
from tests.support.actions.exports import viewer_context
from tests.support.actions.papers import SECRET, approved, become_client, drafted, last_look, print_link_of, uuid_of
from tests.support.organisation import OrganisationTemplate, SampleOrganisation
from tests.support.printed import claims_of, structure_of, text_of
from tests.support.running_service import running_service


async def delivered(organisation: SampleOrganisation, kind: str = "INTERIM") -> dict[str, Any]:
    """Return a report that the agency was told."""
    it = await approved(organisation, kind)
    assert await step(organisation, "coach_a", "Report", it, "DELIVER") == []
    return it


async def printed(organisation: SampleOrganisation, who: str, it: dict[str, Any]) -> bytes | None:
    """Return a report as somebody prints it."""
    return await printed_report(viewer_context(organisation, await organisation.viewer(who)), uuid_of(it))


async def test_a_delivered_report_is_printed_with_its_facts_texts_and_digest(organisation: SampleOrganisation) -> None:
    it = await delivered(organisation)
    digest = await organisation.pool.fetchval("SELECT digest FROM report WHERE id = $1", uuid_of(it))

    pdf = await printed(organisation, "coach_a", it)

    assert pdf is not None
    text = " ".join(text_of(pdf).split())
    said = ("Väliraportti", "Eeva Maria Esimerkki", "1.11.–23.11.2026", "Kuultu", "Yhteenveto", SECRET, "Läsnäolo")
    assert [words for words in said if words not in text] == []
    assert digest in text.replace(" ", "")
    assert claims_of(pdf) == {
        "language": "fi",
        "title": "Väliraportti",
        "is_tagged": True,
        "pdf_ua": "1",
        "fonts": True,
    }
    structure = structure_of(pdf)
    assert (structure["Title"], structure["H1"]) == (1, 3)  # summary, attendance, digest


@pytest.mark.parametrize(
    ("language", "title"), [("sv", "Slutrapport"), ("en", "Final report"), ("so", "Loppuraportti")]
)
async def test_a_report_is_printed_in_the_language_of_the_person(
    organisation: SampleOrganisation, language: str, title: str
) -> None:
    it = await delivered(organisation, "FINAL")
    await organisation.pool.execute("UPDATE client SET service_language = $1", language)

    pdf = await printed(organisation, "supervisor_a", it)

    assert pdf is not None
    assert claims_of(pdf)["title"] == title


async def test_an_approved_report_has_the_digest_that_it_will_be_delivered_with(
    organisation: SampleOrganisation,
) -> None:
    it = await approved(organisation)
    before = await printed(organisation, "coach_a", it)
    assert await step(organisation, "coach_a", "Report", it, "DELIVER") == []
    digest = await organisation.pool.fetchval("SELECT digest FROM report")

    assert before is not None
    text = " ".join(text_of(before).split())
    assert digest in text.replace(" ", "")
    assert "Ei vielä toimitettu" in text


async def test_the_agency_prints_what_it_was_told_while_a_consent_stands(organisation: SampleOrganisation) -> None:
    it = await delivered(organisation)

    link, refused = await print_link_of(organisation, "official_x", "Report", it)
    pdf = await printed(organisation, "official_x", it)
    look = await last_look(organisation)
    await organisation.pool.execute("UPDATE consent SET categories = ARRAY['ATTENDANCE']")
    hidden = await printed(organisation, "official_x", it)

    assert (link.startswith(f"/prints/{it['id']}.pdf?"), refused) == (True, [])
    assert pdf is not None
    assert "Eeva Maria Esimerkki" in text_of(pdf)  # by the name that the agency gave
    assert (look["operation"], look["outcome"]) == ("report.pdf", "SHOWN")
    assert {"Report.summary", "Report.digest", "Client.lastName"} <= set(look["fields"])
    client = await organisation.pool.fetchval("SELECT client_id FROM report WHERE id = $1", uuid_of(it))
    assert look["subjects"] == [client]
    assert hidden is None


async def test_a_print_that_is_refused_leaves_its_row_too(organisation: SampleOrganisation) -> None:
    it = await delivered(organisation)

    assert await printed(organisation, "coach_b", it) is None

    look = await last_look(organisation)
    assert (look["operation"], look["outcome"], look["subjects"]) == ("report.pdf", "NOTHING", [])
    assert look["asked"] == [uuid_of(it)]


@pytest.mark.parametrize("who", ["coach_b", "colleague_a", "manager", "finance", "official_y", "workplace"])
async def test_who_may_not_read_a_report_prints_none(organisation: SampleOrganisation, who: str) -> None:
    it = await delivered(organisation)

    link, refused = await print_link_of(organisation, who, "Report", it)

    assert (link, refused) in [("None", ["NOT_FOUND"]), ("None", ["WRONG_ROLE"])]
    assert await printed(organisation, who, it) is None


async def test_a_report_that_is_not_approved_is_not_printed(organisation: SampleOrganisation) -> None:
    it = await drafted(organisation)

    assert await print_link_of(organisation, "coach_a", "Report", it) == ("None", ["WRONG_STATE"])
    assert await printed(organisation, "coach_a", it) is None


async def test_the_person_fetches_the_own_report_over_http_and_nobody_else_does(
    settings: Settings, organisation_template: OrganisationTemplate
) -> None:
    async with running_service(settings, organisation_template) as service:
        organisation = service.organisation
        organisation.now = utc_now()
        it = await delivered(organisation)
        await become_client(organisation, "report", it)
        link, refused = await print_link_of(organisation, "trainee", "Report", it)
        async with service.log_in("trainee") as own, service.log_in("coach_b") as other:
            pdf, foreign = await own.http.get(link), await other.http.get(link)

    assert refused == []
    assert (pdf.status_code, pdf.headers["content-type"], pdf.content[:5]) == (200, "application/pdf", b"%PDF-")
    assert foreign.status_code == 404
