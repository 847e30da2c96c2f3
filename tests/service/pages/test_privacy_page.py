"""The privacy notice as anybody reads it without log-in, and what the privacy officer learns beside it."""

import re

import httpx2
import pytest

import models
from resolvers.publishing.data_inventory import data_inventory
from service.jobs.notice_watch import incomplete_notices, outdated_notices
from service.pages.privacy_words import CATEGORY_WORDS, SOURCE_WORDS
from service.resources import schema_and_content_types
from tests.support.actions.privacy_notices import (
    ACCEPT_NOTICE,
    CHECK_NOTICE,
    TEXTS,
    copy_in_review,
    published_notice,
    step_notice,
)
from tests.support.organisation import STAMP, TODAY, SampleOrganisation

PENDING = """query P($n: ID!, $after: String) {
  notAcknowledged(id: $n, after: $after) { kind name staffMemberId clientId cursor } }"""


@pytest.mark.parametrize(
    ("address", "headers", "language", "words"),
    [
        ("/privacy", {}, "fi", "Rekisterissä säilytettävät henkilötiedot"),
        ("/privacy", {"accept-language": "sv-FI,sv;q=0.9"}, "sv", "Personuppgifter som lagras i registret"),
        ("/privacy?lang=en", {"accept-language": "sv"}, "en", "Personal data kept in the register"),
        ("/privacy?lang=xx", {"accept-language": "de"}, "fi", "Rekisterissä säilytettävät henkilötiedot"),
    ],
    ids=["by default", "as the browser asks", "as the address asks", "in a language that we have not"],
)
async def test_anybody_reads_the_notice_in_force_in_three_languages(
    organisation: SampleOrganisation,
    anonymous_client: httpx2.AsyncClient,
    address: str,
    headers: dict[str, str],
    language: str,
    words: str,
) -> None:
    await published_notice(organisation)
    page = await anonymous_client.get(address, headers=headers)

    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text
    assert words in page.text
    assert f"RIGHTS {language}" in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert "script" not in page.text + page.headers["content-security-policy"]


async def test_the_page_has_a_row_for_every_personal_field_of_the_schema(
    organisation: SampleOrganisation, anonymous_client: httpx2.AsyncClient
) -> None:
    await published_notice(organisation)
    page = (await anonymous_client.get("/privacy?lang=sv")).text

    kept = data_inventory(schema_and_content_types()[1])
    assert page.count('<th scope="row">') == len(kept)
    assert page.count("<caption>") == len({item["contentType"] for item in kept})
    assert {item["category"] for item in kept} <= set(CATEGORY_WORDS)
    assert {source for item in kept for source in item["sources"].split()} <= set(SOURCE_WORDS)


async def test_an_earlier_version_is_read_by_its_number_and_a_draft_by_nobody(
    organisation: SampleOrganisation, anonymous_client: httpx2.AsyncClient
) -> None:
    copy = await copy_in_review(organisation, await published_notice(organisation))
    draft = await anonymous_client.get(f"/privacy/{organisation.ids['register']}/2")
    await step_notice(organisation, "manager", "PUBLISH", copy)
    first = await anonymous_client.get(f"/privacy/{organisation.ids['register']}/1?lang=en")
    now = await anonymous_client.get(f"/privacy/{organisation.ids['register']}")

    assert draft.status_code == 404
    assert "This version is no longer in force." in first.text
    assert re.findall(r"Versio (\d), voimassa", now.text) == ["2"]


@pytest.mark.parametrize("path", ["register_00", "register_" + "0" * 32, "unit_" + "0" * 32, "nothing"])
async def test_a_register_without_a_notice_has_no_page(
    organisation: SampleOrganisation, anonymous_client: httpx2.AsyncClient, path: str
) -> None:
    answer = await anonymous_client.get(f"/privacy/{path}")

    assert answer.status_code == 404


async def test_several_registers_have_a_page_each_and_a_list_of_them(
    organisation: SampleOrganisation, anonymous_client: httpx2.AsyncClient
) -> None:
    await published_notice(organisation)
    register = await models.Register.create(
        state="ACTIVE",
        organisation=organisation.rows["organisation"],
        name="Pajarekisteri",
        purpose="Pajat",
        legal_basis="Laki",
        contact_name="Tiina",
        contact_email="t@example.org",
        **STAMP,
    )
    await models.PrivacyNotice.create(state="PUBLISHED", register=register, version=1, effective_on=TODAY, **STAMP)
    every = await anonymous_client.get("/privacy?lang=en")
    own = await anonymous_client.get(f"/privacy/register_{register.pk.hex}")

    assert re.findall(r"<li><a href=\"[^\"]+lang=en\">([^<]+)</a>", every.text) == [
        "Pajarekisteri",
        "Register of trainees",
    ]
    assert "Tietosuojaseloste: Pajarekisteri" in own.text


async def test_without_any_notice_the_page_says_so_and_nothing_else(anonymous_client: httpx2.AsyncClient) -> None:
    page = await anonymous_client.get("/privacy")

    assert page.status_code == 200
    assert "Selostetta ei ole vielä julkaistu." in page.text


async def test_a_notice_is_out_of_date_once_the_schema_has_another_personal_field(
    organisation: SampleOrganisation,
) -> None:
    notice = await published_notice(organisation)
    fresh = await organisation.data("coach_a", CHECK_NOTICE, n=notice["id"])
    gone = data_inventory(schema_and_content_types()[1])[1:]
    row = organisation.rows["register"]
    await models.PrivacyNotice.filter(register_id=row.pk).update(data_kept=gone)
    warned = await outdated_notices(organisation.pool, schema_and_content_types()[1])
    stale = (await organisation.data("privacy_officer", CHECK_NOTICE, n=notice["id"]))["noticeCheck"]

    assert fresh["noticeCheck"] == {
        "isUpToDate": True,
        "missing": [],
        "gone": [],
        "missingTopics": [],
        "missingContact": [],
        "openOriginals": 0,
    }
    assert stale["isUpToDate"] is False
    assert warned == {notice["id"]: (stale["missing"], [])}
    assert len(stale["missing"]) == 1


async def test_a_notice_without_a_topic_of_the_law_or_without_a_telephone_is_not_up_to_date(
    organisation: SampleOrganisation,
) -> None:
    notice = await published_notice(organisation)
    kept = [text for text in TEXTS if text["topic"] != "COMPLAINT"]
    texts = [text | ({"sv": " "} if text["topic"] == "LOG_DATA" else {}) for text in kept]
    await models.PrivacyNotice.filter(register_id=organisation.rows["register"].pk).update(texts=texts)
    await models.Register.filter(pk=organisation.rows["register"].pk).update(contact_phone=None, name_sv=None)

    checked = (await organisation.data("privacy_officer", CHECK_NOTICE, n=notice["id"]))["noticeCheck"]

    assert checked["isUpToDate"] is False
    assert checked["missingTopics"] == ["COMPLAINT", "LOG_DATA"]
    assert checked["missingContact"] == ["nameSv", "contactPhone"]
    assert await incomplete_notices(organisation.pool) == {notice["id"]: ["COMPLAINT", "LOG_DATA"]}


async def test_the_page_says_whom_to_ask_and_names_the_register_in_the_language_of_the_reader(
    organisation: SampleOrganisation, anonymous_client: httpx2.AsyncClient
) -> None:
    await published_notice(organisation)

    page = await anonymous_client.get("/privacy?lang=en")

    assert "Privacy notice: Register of trainees" in page.text
    assert "+358401234500" in page.text
    assert "Kalevankatu 2, 50100 Mikkeli" in page.text


async def test_sources_are_what_really_fills_a_field() -> None:
    kept = {(e["contentType"], e["field"]): e["sources"] for e in data_inventory(schema_and_content_types()[1])}

    assert kept["Client", "municipality"] == "AUTHORITY CLIENT", "a referral brings it, and the person tells it"
    assert kept["Client", "gender"] == "CLIENT", "the person's word, whoever typed it in"
    assert "WORKPLACE" in kept["Attendance", "minutes"].split()
    assert kept["CoachingNote", "body"] == "OWN"


async def test_a_notice_that_leaves_out_the_log_ins_is_out_of_date(organisation: SampleOrganisation) -> None:
    notice = await published_notice(organisation)
    kept = data_inventory(schema_and_content_types()[1])
    without = [item for item in kept if item["contentType"] != "LoginEvent"]
    await models.PrivacyNotice.filter(register_id=organisation.rows["register"].pk).update(data_kept=without)

    warned = await outdated_notices(organisation.pool, schema_and_content_types()[1])
    checked = (await organisation.data("privacy_officer", CHECK_NOTICE, n=notice["id"]))["noticeCheck"]

    lacking = [f"LoginEvent.{key}" for key in ("accountId", "at", "issuer", "network", "outcome")]
    assert warned == {notice["id"]: (lacking, [])}
    assert (checked["isUpToDate"], checked["missing"], checked["gone"]) == (False, lacking, [])
    assert {item["category"] for item in kept if item["contentType"] == "LoginEvent"} == {"LOG"}


async def test_only_the_privacy_officer_learns_who_has_not_acknowledged_and_the_look_is_logged(
    organisation: SampleOrganisation,
) -> None:
    notice = await published_notice(organisation)
    before = (await organisation.data("privacy_officer", PENDING, n=notice["id"]))["notAcknowledged"]
    await organisation.data("trainee", ACCEPT_NOTICE, n=notice["id"])
    await organisation.data("coach_a", ACCEPT_NOTICE, n=notice["id"])
    after = (await organisation.data("privacy_officer", PENDING, n=notice["id"]))["notAcknowledged"]
    behind = (await organisation.data("privacy_officer", PENDING, n=notice["id"], after=after[1]["cursor"]))[
        "notAcknowledged"
    ]
    others = [
        (await organisation.data(who, PENDING, n=notice["id"]))["notAcknowledged"] for who in ("trainee", "coach_a")
    ]
    logged = await organisation.pool.fetch(
        "SELECT subjects, outcome FROM disclosure_log WHERE operation = 'notAcknowledged' ORDER BY id"
    )

    assert {a["name"] for a in before} - {a["name"] for a in after} == {None, "coach_a"}
    assert [a["clientId"] for a in before if a["kind"] == "TRAINEE"] == [organisation.ids["aino"]]
    assert others == [None, None]
    assert [a["name"] for a in behind] == [a["name"] for a in after[2:]]
    assert [(list(r["subjects"]), r["outcome"]) for r in logged] == [
        ([organisation.rows["aino"].pk], "SHOWN"),
        ([], "NOTHING"),
        ([], "NOTHING"),
    ]
