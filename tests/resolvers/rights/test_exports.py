"""The package of a person: everything personal is in it, what concerns others is listed as left out."""

from datetime import timedelta
from itertools import product
from uuid import UUID

import orjson
import pytest
from tortoise.transactions import in_transaction

import models
from resolvers.log_law import log_visibility
from resolvers.rights.data_export_links import is_export_link
from resolvers.rights.data_exports import forget_exports
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.resources import schema_and_content_types, utc_now
from service.settings import Settings
from tests.support.actions.content import step
from tests.support.actions.data_requests import (
    OFFICER,
    make_request,
    read_request,
    request_in_work,
    step_request,
    update_request,
)
from tests.support.actions.exports import CREATE_WITHHOLDING, read_export, store_note
from tests.support.organisation import NOW, STAMP, OrganisationTemplate, SampleOrganisation
from tests.support.rows.filler import SECTIONS
from tests.support.running_service import running_service


async def test_a_note_on_a_third_person_is_withheld_and_listed_with_date_and_kind(
    organisation: SampleOrganisation,
) -> None:
    other = await store_note(organisation, "Naapuri Kalle kertoi", mentions_third_person=True)
    await store_note(organisation, "Kävi haastattelussa")
    await store_note(organisation, "Luonnos kesken", state="DRAFT")
    it = await request_in_work(organisation, "ACCESS")
    assert await step_request(organisation, it, "BUILD") == []

    found = await read_export(organisation, it)
    bodies = [n["fields"].get("body") for n in found["content"]["CoachingNote"]]
    assert bodies == [None, "Kävi haastattelussa", "Luonnos kesken"]
    assert found["withheld"] == [
        {
            "type": "CoachingNote",
            "id": organisation.ids["Naapuri Kalle kertoi"],
            "field": "body",
            "on": "2026-11-23",
            "kind": "MEETING",
            "basis": "THIRD_PERSON",
            "explanation": None,
        }
    ]
    assert "Kalle" not in orjson.dumps(found).decode()
    assert other.body == "Naapuri Kalle kertoi"


async def test_the_officer_releases_and_withholds_single_things_with_a_reason(organisation: SampleOrganisation) -> None:
    await store_note(organisation, "Sisko auttaa", mentions_third_person=True)
    await store_note(organisation, "Terveydestä")
    it = await request_in_work(organisation, "ACCESS")
    assert await step_request(organisation, it, "BUILD") == []
    query = "query W($r: ID!) { withholdings(filter: {requestId: {eq: $r}}) { nodes { id revision } } }"
    [left_out] = (await organisation.data(OFFICER, query, r=it["id"]))["withholdings"]["nodes"]
    release = """mutation R($i: TransitionWithholdingInput!) { transitionWithholding(input: $i) { errors { code } } }"""
    given = {
        "id": left_out["id"],
        "revision": left_out["revision"],
        "transition": "RELEASE",
        "comment": "Sisko suostui",
    }
    assert (await organisation.data(OFFICER, release, i=given))["transitionWithholding"]["errors"] == []
    withheld = {"requestId": it["id"], "objectRef": organisation.ids["Terveydestä"], "basis": "HEALTH_OR_CARE"}
    made = await organisation.data(
        OFFICER, CREATE_WITHHOLDING, i=withheld | {"explanation": "Kerrotaan lääkärin kanssa"}
    )
    foreign = await organisation.data(
        OFFICER, CREATE_WITHHOLDING, i=withheld | {"objectRef": organisation.ids["ville"]}
    )
    assert made["createWithholding"]["errors"] == []
    assert foreign["createWithholding"]["errors"] == [{"code": "NOT_FOUND", "path": ["objectRef"]}]
    assert await step_request(organisation, it, "BUILD") == []

    found = await read_export(organisation, it)
    assert [n["fields"]["body"] for n in found["content"]["CoachingNote"]] == ["Sisko auttaa"]
    assert [(e["id"], e["basis"], e["explanation"]) for e in found["withheld"]] == [
        (organisation.ids["Terveydestä"], "HEALTH_OR_CARE", "Kerrotaan lääkärin kanssa")
    ]
    assert "Terveydestä" not in orjson.dumps(found).decode()


async def test_an_access_request_is_fulfilled_with_its_package_and_not_without(
    organisation: SampleOrganisation,
) -> None:
    it = await request_in_work(organisation, "ACCESS")
    assert await step_request(organisation, it, "FULFIL") == ["PACKAGE_MISSING"]
    assert await step_request(organisation, it, "BUILD") == []
    assert await read_export(organisation, it, "trainee") == {}  # not decided yet
    assert await step_request(organisation, it, "FULFIL") == []

    found = await read_export(organisation, it, "trainee")
    assert found["person"] == {"id": organisation.ids["aino"], "name": "Aino Äijälä"}
    assert found["content"]["Client"][0]["fields"]["lastName"] == "Äijälä"
    for who in ("coach_a", "supervisor_a", "manager", "administrator", "official_x"):
        assert await read_export(organisation, it, who) == {}
    row = await organisation.pool.fetchrow(
        "SELECT * FROM disclosure_log WHERE outcome = 'SHOWN' ORDER BY id DESC LIMIT 1"
    )
    assert row is not None
    assert (row["operation"], row["purpose"], row["subjects"]) == (
        "package.json",
        "DATA_REQUEST",
        [organisation.rows["aino"].pk],
    )


async def test_what_is_kept_is_sealed_and_gone_after_its_time(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "ACCESS")
    assert await step_request(organisation, it, "BUILD") == []
    stored = await organisation.pool.fetchrow("SELECT json, pdf FROM package")
    assert stored is not None
    assert "Äijälä".encode() not in stored["json"]
    assert b"%PDF" not in stored["pdf"]

    organisation.now = NOW + timedelta(days=30)
    context = system_context(
        schema_and_content_types()[1],
        RULEBOOK,
        organisation.answering.commands.keyring,
        organisation.now,
        organisation.now.date(),
    )
    assert await read_export(organisation, it) == {}
    assert [await forget_exports(context), await forget_exports(context)] == [1, 0]
    assert await step_request(organisation, it, "FULFIL") == ["PACKAGE_MISSING"]
    assert await organisation.count("package") == 0


@pytest.mark.parametrize(("mode", "coach", "officer"), [("NAMES", "coach_a", OFFICER), ("PURPOSES", None, None)])
async def test_the_log_of_a_package_names_agencies_always_and_employees_where_the_register_does(
    organisation: SampleOrganisation, mode: str, coach: str | None, officer: str | None
) -> None:
    await organisation.pool.execute("UPDATE register SET log_mode = $1", mode)
    await models.Referral.create(
        state="STARTED",
        agency=organisation.rows["agency_x"],
        unit=organisation.rows["unit_a"],
        client=organisation.rows["aino"],
        first_names="Aino",
        last_name="Äijälä",
        sort_key="a",
        service_code="WORKSHOP",
        basis="STATUTORY",
        **STAMP,
    )
    await organisation.data("official_x", "{ referrals { nodes { lastName } } }")
    await organisation.data("coach_a", "{ clients { nodes { lastName } } }")
    it = await request_in_work(organisation, "LOG_ACCESS")
    assert await step_request(organisation, it, "BUILD") == []

    found = await read_export(organisation, it)
    assert "content" not in found
    # What the person and the officer looked at while they worked on the request is in the log too.
    looks = [
        (look["by"], look["organisation"], look["name"])
        for look in found["accessLog"]
        if not any(field.startswith("DataRequest.") for field in look["fields"])
    ]
    assert looks == [("OFFICIAL", "agency_x", None), ("STAFF", None, coach), ("STAFF", None, officer)]
    assert {look["at"] for look in found["accessLog"]} == {
        "2026-11-23T10:00:00+02:00" if mode == "NAMES" else "2026-11-23T00:00:00+02:00"
    }


@pytest.mark.parametrize(("years", "since"), [(2, "2024-11-23"), (5, "2021-11-23"), (None, None)])
async def test_the_log_of_a_package_begins_where_the_law_of_the_register_says(
    organisation: SampleOrganisation, years: int | None, since: str | None
) -> None:
    await organisation.pool.execute("UPDATE register SET log_years = $1", years)
    it = await request_in_work(organisation, "LOG_ACCESS")
    assert await step_request(organisation, it, "BUILD") == []

    assert (await read_export(organisation, it))["logSince"] == since
    assert await update_request(organisation, it, logFrom="2020-01-01") == (["SPECIAL_REASON_MISSING"] if years else [])


async def test_older_log_data_is_given_for_a_special_reason_only(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "LOG_ACCESS")
    assert await update_request(organisation, it, logFrom="2020-01-01") == ["SPECIAL_REASON_MISSING"]
    assert await update_request(organisation, it, logFrom="2020-01-01", logSpecialReason="Epäilty väärinkäyttö") == []
    assert await step_request(organisation, it, "BUILD") == []

    assert (await read_export(organisation, it))["logSince"] == "2020-01-01"


async def test_the_strictest_law_of_all_registers_holds(organisation: SampleOrganisation) -> None:
    """Aino is in two registers, and the request came to a third: every mixture of six laws."""
    client, first = organisation.rows["aino"].pk, organisation.rows["register"]
    same = {c: getattr(first, c) for c in first._meta.fields_db_projection if c != "id"}
    second, third = [await models.Register.create(**same | {"name": name}) for name in ("Toinen", "Kolmas")]
    await models.Relationship.create(
        state="ACTIVE",
        client=organisation.rows["aino"],
        register=second,
        unit=organisation.rows["unit_a"],
        responsible_coach=organisation.rows["coach_a"],
        started_on=NOW.date(),
        **STAMP,
    )
    kinds = list(product(("NAMES", "PURPOSES"), (None, 2, 5)))
    for laws in product(kinds, repeat=3):
        async with in_transaction() as db:
            for register, (mode, years) in zip((first, second, third), laws, strict=True):
                await models.Register.filter(pk=register.pk).using_db(db).update(log_mode=mode, log_years=years)
            found = await log_visibility(client, third.pk, db)
        assert found.with_names == all(mode == "NAMES" for mode, _ in laws), laws
        assert found.years == min((years for _, years in laws if years is not None), default=None), laws


async def test_a_section_that_the_person_may_not_read_is_listed_and_released_by_the_officer(
    organisation: SampleOrganisation,
) -> None:
    schema = {"properties": {"wish": {"x-titles": {"fi": "Toive"}}}}
    form = await models.FormTemplate.create(
        state="PUBLISHED", kind="PLAN", title_fi="f", title_sv="s", title_en="e", json_schema=schema, **STAMP
    )
    client = organisation.rows["aino"]
    answer = await models.FormAnswer.create(
        state="SUBMITTED",
        template=form,
        client=client,
        unit_id=client.unit_id,
        sections=SECTIONS,
        answers={"wish": "Kokki", "price": 12, "bare": "Salainen"},
        **STAMP,
    )
    ref = f"form_answer_{answer.pk.hex}"
    it = await request_in_work(organisation, "ACCESS")
    assert await step_request(organisation, it, "BUILD") == []

    found = await read_export(organisation, it)
    assert found["content"]["FormAnswer"][0]["fields"]["answers"] == {"wish": "Kokki"}
    assert sorted((e["field"], e["basis"]) for e in found["withheld"]) == [
        ("answers.bare", "FORM_SECTION"),
        ("answers.price", "FORM_SECTION"),
    ]
    assert "Salainen" not in orjson.dumps(found).decode()
    row = await models.Withholding.get(object_ref=ref, field_key="answers.price")
    decided = {"id": f"withholding_{row.pk.hex}", "revision": 1}
    assert await step(organisation, OFFICER, "Withholding", decided, "RELEASE", comment="Oma asia") == []
    assert await step_request(organisation, it, "BUILD") == []
    again = await read_export(organisation, it)
    assert again["content"]["FormAnswer"][0]["fields"]["answers"] == {"wish": "Kokki", "price": 12}
    assert [e["field"] for e in again["withheld"]] == ["answers.bare"]


async def test_the_names_of_files_are_in_the_package_and_not_those_of_withheld_objects(
    organisation: SampleOrganisation,
) -> None:
    hidden = await store_note(organisation, "Salainen kirjaus")
    for noun, row, name in (
        ("client", organisation.rows["aino"], "Todistus.pdf"),
        ("coaching_note", hidden, "Salainen.pdf"),
        ("client", organisation.rows["ville"], "Vieras.pdf"),
    ):
        await models.Attachment.create(
            noun=noun,
            object_id=row.pk,
            name=name,
            media_type="application/pdf",
            size=1,
            sha256="0" * 64,
            added_at=NOW,
            added_by=UUID(int=1),
            added_by_name="Valma",
            uploaded_at=NOW,
        )
    it = await request_in_work(organisation, "ACCESS")
    made = await organisation.data(
        OFFICER,
        CREATE_WITHHOLDING,
        i={
            "requestId": it["id"],
            "objectRef": organisation.ids["Salainen kirjaus"],
            "basis": "SECURITY",
        },
    )
    assert made["createWithholding"]["errors"] == []
    assert await step_request(organisation, it, "BUILD") == []

    found = await read_export(organisation, it)
    assert [(f["type"], f["name"], f["addedByName"]) for f in found["files"]] == [("Client", "Todistus.pdf", "Valma")]
    assert "Salainen" not in orjson.dumps(found).decode()


async def test_a_link_is_for_one_account_and_ten_minutes(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "ACCESS")
    assert await step_request(organisation, it, "BUILD") == []
    query = """mutation L($i: TransitionDataRequestInput!) { transitionDataRequest(input: $i) {
      secret errors { code } } }"""
    given = {"id": it["id"], "revision": it["revision"], "transition": "REVIEW"}
    shown = (await organisation.data(OFFICER, query, i=given))["transitionDataRequest"]

    assert shown["errors"] == []
    path, text = shown["secret"].split("?")
    assert path == f"/packages/{it['id']}.pdf"
    query_string = dict(part.split("=") for part in text.split("&"))
    keyring, request = organisation.answering.commands.keyring, UUID(it["id"][-32:])
    officer, trainee = (await organisation.viewer(OFFICER)).account, (await organisation.viewer("trainee")).account
    forged = query_string | {"until": f"9{query_string['until']}"}
    assert is_export_link(keyring, request, officer, query_string, NOW + timedelta(seconds=600))
    assert not is_export_link(keyring, request, officer, query_string, NOW + timedelta(seconds=601))
    assert not is_export_link(keyring, request, trainee, query_string, NOW)
    assert not is_export_link(keyring, UUID(int=1), officer, query_string, NOW)
    assert not is_export_link(keyring, request, officer, forged, NOW)
    assert not is_export_link(keyring, request, officer, {}, NOW)


async def test_a_request_of_another_kind_has_no_package(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "OBJECT")

    assert await step_request(organisation, it, "BUILD") == ["NO_PACKAGE"]
    assert (await read_request(organisation, OFFICER, it, "packageBuiltAt")) == {"packageBuiltAt": None}
    assert await organisation.count("package") == 0
    assert (await make_request(organisation, "ACCESS"))["state"] == "RECEIVED"


async def test_the_person_fetches_the_package_over_http_and_nobody_else_does(
    settings: Settings, organisation_template: OrganisationTemplate
) -> None:
    async with running_service(settings, organisation_template) as service:
        organisation = service.organisation
        organisation.now = utc_now()
        it = await request_in_work(organisation, "ACCESS")
        assert await step_request(organisation, it, "BUILD") == []
        assert await step_request(organisation, it, "FULFIL") == []
        query = """mutation L($i: TransitionDataRequestInput!) { transitionDataRequest(input: $i) { secret } }"""
        given = {"id": it["id"], "revision": it["revision"], "transition": "COLLECT"}
        async with service.log_in("trainee") as own, service.log_in(OFFICER) as other:
            link = (await own.ask(query, i=given))["transitionDataRequest"]["secret"]
            pdf, json = await own.http.get(link), await own.http.get(link.replace(".pdf?", ".json?"))
            foreign, none = await other.http.get(link), await own.http.get(link.partition("?")[0])

    assert (pdf.status_code, pdf.content[:5]) == (200, b"%PDF-")
    assert json.json()["person"] == {"id": organisation.ids["aino"], "name": "Aino Äijälä"}
    assert (foreign.status_code, none.status_code) == (404, 404)
    assert "Äijälä".encode() not in foreign.content + none.content
