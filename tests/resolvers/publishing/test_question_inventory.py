"""The questions of forms in the privacy notice: one by one, frozen at publication, and read by anybody on the page."""

import re
from typing import Any

import httpx2

import models
from models.form import FormTemplate
from resolvers.publishing.data_inventory import sources_of
from service.jobs.notice_watch import outdated_notices
from service.pages.privacy_words import RIGHTS, SOURCE_WORDS
from service.resources import schema_and_content_types
from tests.support.actions.forms import (
    FORM_SCHEMA,
    SECTIONS,
    answer_about_aino,
    draft_template,
    published_template,
    step_template,
)
from tests.support.actions.privacy_notices import CHECK_NOTICE, copy_in_review, published_notice, step_notice
from tests.support.organisation import SampleOrganisation
from workflow.form import REFERRAL_ANSWER_STATES, form_answer
from workflow.vocabulary import MODIFY, MODIFY_CARE

KEPT = """query N($id: ID!) { privacyNotice(id: $id) { dataKept {
  contentType typeFi typeSv typeEn field fi sv en category sources form
  sectionFi sectionSv sectionEn read write } } }"""
ASKED = {
    "wish": {"fi": "Mikä on toiveesi?", "sv": "Vad önskar du?", "en": "What do you wish?"},
    "mood": {"fi": "Miten voit?", "sv": "Hur mår du?", "en": "How are you?"},
    "remark": {"fi": "Valmentajan <havainto>", "sv": "Coachens iakttagelse", "en": "The coach's remark"},
}
WORDED = FORM_SCHEMA | {"properties": {k: FORM_SCHEMA["properties"][k] | {"x-titles": t} for k, t in ASKED.items()}}


async def asking(organisation: SampleOrganisation) -> dict[str, Any]:
    """Return a published form with words of its own."""
    submitted = await step_template(
        organisation, "administrator", "SUBMIT", (await draft_template(organisation, jsonSchema=WORDED))["formTemplate"]
    )
    found: dict[str, Any] = (await step_template(organisation, "manager", "PUBLISH", submitted["formTemplate"]))[
        "formTemplate"
    ]
    return found


async def questions(organisation: SampleOrganisation, notice: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the questions that a notice tells of."""
    kept = (await organisation.data("trainee", KEPT, id=notice["id"]))["privacyNotice"]["dataKept"]
    return [item for item in kept if item["form"]]


async def test_a_notice_lists_each_question_of_the_forms_in_use_with_its_section_and_permissions(
    organisation: SampleOrganisation,
) -> None:
    form = await asking(organisation)
    await draft_template(organisation, titleFi="Luonnos")
    told = await questions(organisation, await published_notice(organisation))

    assert {item["field"]: {code: item[code] for code in ("fi", "sv", "en")} for item in told} == {
        f"answers.{key}": titles for key, titles in ASKED.items()
    }
    assert {(item["form"], item["typeFi"], item["typeSv"], item["typeEn"]) for item in told} == {
        (form["id"], "Arvio", "Bedömning", "Assessment")
    }
    assert {item["field"]: (item["category"], item["sources"], item["read"], item["write"]) for item in told} == {
        "answers.wish": ("BASIC", "CLIENT OWN", "name", "modify"),
        "answers.mood": ("BASIC", "CLIENT OWN", "name", "modify"),
        "answers.remark": ("COACHING", "OWN", "care", "modify_care"),
    }
    assert {(item["sectionFi"], item["sectionSv"], item["sectionEn"]) for item in told} == {
        (section["fi"], section["sv"], section["en"]) for section in SECTIONS
    }


async def test_the_questions_of_a_notice_are_frozen_and_a_new_one_makes_it_out_of_date(
    organisation: SampleOrganisation,
) -> None:
    notice = await published_notice(organisation)
    fresh = (await organisation.data("privacy_officer", CHECK_NOTICE, n=notice["id"]))["noticeCheck"]
    form = await asking(organisation)
    stale = (await organisation.data("privacy_officer", CHECK_NOTICE, n=notice["id"]))["noticeCheck"]
    warned = await outdated_notices(organisation.pool, schema_and_content_types()[1])
    copy = await copy_in_review(organisation, notice)
    after = (await step_notice(organisation, "manager", "PUBLISH", copy))["privacyNotice"]

    missing = [f"FormAnswer.answers.{key} ({form['id']})" for key in sorted(ASKED)]
    assert (fresh["isUpToDate"], stale) == (
        True,
        {
            "isUpToDate": False,
            "missing": missing,
            "gone": [],
            "missingTopics": [],
            "missingContact": [],
            "openOriginals": 0,
        },
    )
    assert warned == {notice["id"]: (missing, [])}
    assert await questions(organisation, notice) == []
    assert len(await questions(organisation, after)) == 3
    assert (await organisation.data("privacy_officer", CHECK_NOTICE, n=after["id"]))["noticeCheck"]["isUpToDate"]


async def test_a_question_no_longer_asked_is_told_of_as_long_as_an_answer_is_stored(
    organisation: SampleOrganisation,
) -> None:
    await answer_about_aino(organisation, wish="Kokiksi")
    await FormTemplate.all().update(state="RETIRED")
    stored = await questions(organisation, await published_notice(organisation))
    await models.FormAnswer.all().delete()
    warned = await outdated_notices(organisation.pool, schema_and_content_types()[1])

    assert len(stored) == 3
    assert [len(gone) for _, gone in warned.values()] == [3]


async def test_a_newer_version_of_a_form_is_told_of_once(organisation: SampleOrganisation) -> None:
    await answer_about_aino(organisation, wish="Kokiksi")
    old = await FormTemplate.get(state="PUBLISHED")
    await FormTemplate.filter(pk=old.pk).update(state="SUPERSEDED")
    newer = await published_template(organisation)
    await FormTemplate.filter(pk=newer["id"][-32:]).update(lineage_id=old.lineage_id, version=2, title_fi="Uusi")
    told = await questions(organisation, await published_notice(organisation))

    assert sorted((item["field"], item["typeFi"]) for item in told) == [
        ("answers.mood", "Uusi"),
        ("answers.remark", "Uusi"),
        ("answers.wish", "Uusi"),
    ]


async def test_the_public_page_shows_the_questions_in_the_language_of_the_reader(
    organisation: SampleOrganisation, anonymous_client: httpx2.AsyncClient
) -> None:
    await asking(organisation)
    await published_notice(organisation)
    pages = {code: (await anonymous_client.get(f"/privacy?lang={code}")).text for code in ("fi", "sv", "en")}

    for code, page in pages.items():
        assert all(titles[code] in page for key, titles in ASKED.items() if key != "remark"), code
        assert page.count(f"<td>{RIGHTS['care'][code]}") == 0
        assert RIGHTS["modify_care"][code].replace("'", "&#x27;") in page
    assert "Lomake: Arvio" in pages["fi"]
    assert "Formulär: Bedömning" in pages["sv"]
    assert "Valmentajan &lt;havainto&gt;" in pages["fi"]
    assert len(re.findall(r"luku: [^<]+; kirjoitus: [^<]+</td>", pages["fi"])) == 3


def test_every_permission_that_a_section_may_name_has_its_words_and_every_question_its_source() -> None:
    granted = form_answer.granted()

    assert {p.name for p in granted} - {"add"} <= set(RIGHTS)
    assert {s for p in granted for s in sources_of(form_answer, p)} <= set(SOURCE_WORDS)
    assert sources_of(form_answer, MODIFY) == ["AUTHORITY", "CLIENT", "OWN"]
    assert sources_of(form_answer, MODIFY_CARE, apart=frozenset(REFERRAL_ANSWER_STATES)) == ["OWN"]
