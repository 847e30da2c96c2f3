"""Processors are content and stand in the notice; the record of processing activities follows from what is there."""

from typing import Any

import httpx2
import pytest

from resolvers.publishing.processing_record import as_markdown, processing_record
from service.resources import schema_and_content_types
from tests.support.actions.content import create, step, try_to_create
from tests.support.actions.privacy_notices import CHECK_NOTICE, published_notice
from tests.support.organisation import SampleOrganisation

RECORD = "query R($i: ID!) { processingRecord(id: $i) { title lines } }"
HOST: dict[str, Any] = {
    "name": "Konesali Oy",
    "country": "FI",
    "taskFi": "palvelimet",
    "taskSv": "servrar",
    "taskEn": "servers",
    "agreement": "Sopimus 12",
    "agreedOn": "2026-01-05",
}


async def processor(organisation: SampleOrganisation, **more: Any) -> dict[str, Any]:
    given = HOST | {"registerId": organisation.ids["register"]} | more
    return await create(organisation, "privacy_officer", "Processor", **given)


async def test_a_processor_stands_in_the_notice_as_it_was_at_publication(
    organisation: SampleOrganisation, anonymous_client: httpx2.AsyncClient
) -> None:
    it = await processor(organisation)
    notice = await published_notice(organisation)
    page = await anonymous_client.get("/privacy?lang=en")
    fresh = (await organisation.data("privacy_officer", CHECK_NOTICE, n=notice["id"]))["noticeCheck"]

    assert await step(organisation, "administrator", "Processor", it, "RETIRE", comment="Sopimus päättyi.") == []
    await processor(organisation, name="Postipalvelu Oy")
    stale = (await organisation.data("privacy_officer", CHECK_NOTICE, n=notice["id"]))["noticeCheck"]

    assert "Konesali Oy (FI): servers" in page.text
    assert fresh["isUpToDate"] is True
    assert (stale["missing"], stale["gone"]) == (["Processor Postipalvelu Oy"], ["Processor Konesali Oy"])


async def test_a_processor_outside_the_eea_needs_a_ground(organisation: SampleOrganisation) -> None:
    given = HOST | {"registerId": organisation.ids["register"], "country": "US"}

    refused = await try_to_create(organisation, "privacy_officer", "Processor", **given)
    grounded = await try_to_create(
        organisation, "privacy_officer", "Processor", **given, transferGround="Vakiolausekkeet"
    )

    assert refused == ({}, ["TRANSFER_UNGROUNDED"])
    assert grounded[1] == []


@pytest.mark.parametrize("who", ["coach_a", "supervisor_a", "manager", "trainee", "official_x", "workplace"])
async def test_whoever_is_not_in_charge_neither_adds_one_nor_reads_the_agreement(
    organisation: SampleOrganisation, who: str
) -> None:
    await processor(organisation)
    given = HOST | {"registerId": organisation.ids["register"], "name": "Toinen"}

    assert (await try_to_create(organisation, who, "Processor", **given))[0] == {}
    assert b"Sopimus 12" not in await organisation.raw(who, "{ processors { nodes { name agreement } } }")
    assert (await organisation.data(who, RECORD, i=organisation.ids["register"]))["processingRecord"] is None


async def test_the_record_of_article_30_says_what_the_content_says(organisation: SampleOrganisation) -> None:
    await processor(organisation, country="US", transferGround="Vakiolausekkeet")

    found = (await organisation.data("privacy_officer", RECORD, i=organisation.ids["register"]))["processingRecord"]

    told = {section["title"]: section["lines"] for section in found}
    assert told["Rekisterinpitäjä"] == ["Polku ry (0944845-0)"]
    assert told["Henkilötietojen käsittelijät"] == ["Konesali Oy (US): palvelimet"]
    assert told["Siirto EU- ja ETA-alueen ulkopuolelle"] == ["Konesali Oy (US): Vakiolausekkeet"]
    assert told["Tietojen säilytysajat"] == [
        "4 vuotta asiakkuuden päättymisestä",
        "Katselu- ja kirjautumistiedot 12 vuotta",
    ]
    assert any(line.startswith("Valmentautuja-asiakas: ") for line in told["Millaisia tietoja"])
    assert b"\xc3\x84ij\xc3\xa4l\xc3\xa4" not in await organisation.raw(
        "privacy_officer", RECORD, i=organisation.ids["register"]
    )


async def test_the_record_is_a_document_in_each_language(organisation: SampleOrganisation) -> None:
    register = organisation.rows["register"].pk
    content_types = schema_and_content_types()[1]

    texts = {
        language: as_markdown(await processing_record(content_types, organisation.pool, register, language), language)
        for language in ("fi", "sv", "en")
    }

    assert texts["fi"].startswith("# Seloste käsittelytoimista\n")
    assert "## Personuppgiftsansvarig\n\n* Polku ry (0944845-0)" in texts["sv"]
    assert "* Register of trainees" in texts["en"]
