"""What a person is told besides the data: by name, in the own language, with what was deleted."""

from typing import Any
from uuid import UUID

import pytest
from tortoise.transactions import in_transaction

import models
from resolvers.rights.data_export_links import fetched_export
from resolvers.rights.data_exports import export_of
from tests.support.actions.casework import contract_to_sign, sign_and_activate
from tests.support.actions.data_requests import OFFICER, make_request, request_in_work, step_request
from tests.support.actions.exports import read_export, viewer_context
from tests.support.organisation import STAMP, SampleOrganisation
from tests.support.printed import claims_of, structure_of, text_of

NOTE = """mutation C($i: CreateCoachingNoteInput!) { createCoachingNote(input: $i) {
  coachingNote { id revision } errors { code } } }"""
DELETE = "mutation D($i: DeleteCoachingNoteInput!) { deleteCoachingNote(input: $i) { errors { code } } }"


async def contracted(organisation: SampleOrganisation) -> dict[str, Any]:
    """Return the built package of Eeva, who is under contract at a workplace and has no account."""
    it = await contract_to_sign(organisation)
    await sign_and_activate(organisation, it)
    await organisation.pool.execute("UPDATE contract SET workplace_id = $1", organisation.rows["workplace"].pk)
    client = await organisation.pool.fetchval("SELECT id FROM client WHERE last_name = 'Esimerkki'")
    given = {"clientId": f"client_{client.hex}", "channel": "LETTER"}
    request = await make_request(organisation, "ACCESS", "coach_a", **given)
    assert await step_request(organisation, request, "CONFIRM_IDENTITY", reason="SEEN_ID") == []
    assert await step_request(organisation, request, "BUILD") == []
    return request


async def printed(organisation: SampleOrganisation, request: dict[str, Any]) -> bytes:
    """Return the PDF of a package as the privacy officer fetches it."""
    context = viewer_context(organisation, await organisation.viewer(OFFICER))
    pdf = await fetched_export(context, UUID(request["id"][-32:]), "pdf")
    assert pdf is not None
    return pdf


def named(objects: list[dict[str, Any]], key: str) -> set[str | None]:
    return {one["relations"][key]["name"] for one in objects if key in one["relations"]}


async def test_what_an_object_refers_to_is_told_by_name(organisation: SampleOrganisation) -> None:
    request = await contracted(organisation)

    content = (await read_export(organisation, request))["content"]

    assert named(content["Referral"], "agency") == {"agency_x"}
    assert named(content["Relationship"], "responsibleCoach") == {
        f"{organisation.rows['coach_a'].first_name} {organisation.rows['coach_a'].last_name}"
    }
    assert named(content["Relationship"], "unit") == {organisation.rows["unit_a"].name}
    assert named(content["Relationship"], "register") == {organisation.rows["register"].name}
    assert named(content["Contract"], "workplace") == {"Työpaja"}
    [programme] = {one["relations"]["programme"]["on"] for one in content["Contract"]}
    assert programme == content["Programme"][0]["fields"]["startsOn"]


async def test_the_print_tells_what_article_15_wants_in_plain_words(organisation: SampleOrganisation) -> None:
    pdf = await printed(organisation, await contracted(organisation))

    text = " ".join(text_of(pdf).split())
    for words in (
        "Sinusta tallennetut tiedot",
        "Eeva Esimerkki",
        "Mihin tietoja käytetään",
        "Mistä tiedot ovat peräisin",
        "Kenelle tietoja on annettu",
        "Miten kauan tietoja säilytetään",
        "Tietojasi ei siirretä EU- ja ETA-alueen ulkopuolelle.",
        "Mitään sinua koskevaa päätöstä ei tehdä pelkästään koneellisesti",
        "voit valittaa tietosuojavaltuutetulle",
        "Vastuuvalmentaja",
        "Työpaja",
        "maanantaisin klo",
        "Asiakas Eeva Esimerkki allekirjoitti paperilla",
        "Kertaa",
        "Liite: läsnäolot päivittäin",
    ):
        assert words in text, words
    assert "Kertoja" not in text
    assert claims_of(pdf) == {
        "language": "fi",
        "title": "Sinusta tallennetut tiedot",
        "is_tagged": True,
        "pdf_ua": "1",
        "fonts": True,
    }
    built = structure_of(pdf)
    assert built["Table"] > 1
    assert built["TH"] > 4
    assert built["H1"] > 3


async def test_the_days_are_summed_up_by_month_and_stand_in_the_annex(organisation: SampleOrganisation) -> None:
    pdf = await printed(organisation, await contracted(organisation))

    planned = await organisation.count("attendance")
    text = text_of(pdf)
    summary, annex = text.split("Liite: läsnäolot päivittäin")
    days = "SELECT to_char(day, 'FMMM/YYYY') AS month, count(*) AS n FROM attendance GROUP BY 1"
    for row in await organisation.pool.fetch(days):
        assert f"{row['month']} {row['n']} " in summary
    assert annex.count("Suunniteltu") >= planned


@pytest.mark.parametrize(
    ("language", "title", "right"),
    [
        ("sv", "De uppgifter som finns om dig", "Dina uppgifter överförs inte utanför EU och EES."),
        ("en", "The data that is stored about you", "Your data is not transferred outside the EU and the EEA."),
        ("ar", "Sinusta tallennetut tiedot", "Tietojasi ei siirretä EU- ja ETA-alueen ulkopuolelle."),
    ],
)
async def test_a_package_speaks_the_language_of_the_person(
    organisation: SampleOrganisation, language: str, title: str, right: str
) -> None:
    aino = organisation.rows["aino"].pk
    await organisation.pool.execute("UPDATE client SET service_language = $2 WHERE id = $1", aino, language)
    it = await request_in_work(organisation, "ACCESS")
    assert await step_request(organisation, it, "BUILD") == []

    pdf = await printed(organisation, it)

    text = " ".join(text_of(pdf).split())
    assert text.startswith(title)
    assert right in text
    if language != "ar":
        assert claims_of(pdf)["language"] == language
        assert not {"Tila", "Asiakkuus", "Kertaa", "klo", "Päivä"} & set(text.split())


async def test_what_lies_in_the_bin_is_in_the_package_with_its_content_and_its_last_day(
    organisation: SampleOrganisation,
) -> None:
    about = {"relationshipId": organisation.ids["relationship_aino"], "kind": "CALL"}
    for body, is_of_others in (("Sovittiin viikosta", False), ("Naapuri kertoi", True)):
        given = about | {"occurredAt": "2026-11-20T09:00:00Z", "body": body, "mentionsThirdPerson": is_of_others}
        note = (await organisation.data("coach_a", NOTE, i=given))["createCoachingNote"]["coachingNote"]
        gone = {"id": note["id"], "revision": note["revision"], "comment": "Vahinko"}
        assert (await organisation.data("coach_a", DELETE, i=gone))["deleteCoachingNote"]["errors"] == []
    it = await request_in_work(organisation, "ACCESS")
    assert await step_request(organisation, it, "BUILD") == []

    found = await read_export(organisation, it)

    bodies = [one["fields"].get("body") for one in found["binned"]]
    assert bodies == [None, "Sovittiin viikosta"]
    assert {one["deletedOn"] for one in found["binned"]} == {"2026-11-23"}
    assert [(e["type"], e["field"], e["basis"]) for e in found["withheld"]] == [
        ("CoachingNote", "body", "THIRD_PERSON")
    ]
    text = " ".join(text_of(await printed(organisation, it)).split())
    assert "Sovittiin viikosta" in text
    assert "Naapuri" not in text
    assert "Roskakorin merkintä" not in text
    assert "Poistettu 23.11.2026. Roskakorissa" in text


async def test_a_package_for_another_reader_holds_what_the_policy_lets_that_reader_see(
    organisation: SampleOrganisation,
) -> None:
    aino = organisation.rows["aino"].pk
    await organisation.pool.execute("UPDATE client SET street_address = 'Salakuja 1' WHERE id = $1", aino)
    it = await request_in_work(organisation, "ACCESS")
    row = await models.DataRequest.get(id=UUID(it["id"][-32:]))
    register = await models.Register.get(id=organisation.rows["register"].pk).prefetch_related("organisation")
    context = viewer_context(organisation, await organisation.viewer(OFFICER))
    packages = {}
    for who in ("trainee", "colleague_a"):
        async with in_transaction() as db:
            packages[who], _ = await export_of(context, row, register, db, await organisation.viewer(who))

    own, others = packages["trainee"]["content"]["Client"][0], packages["colleague_a"]["content"]["Client"][0]
    assert own["fields"]["streetAddress"] == "Salakuja 1"
    assert (others["fields"]["lastName"], "streetAddress" in others["fields"]) == ("Äijälä", False)
    left_out = {(e["type"], e["field"]): e["basis"] for e in packages["colleague_a"]["withheld"]}
    assert left_out["Client", "streetAddress"] == "NOT_FOR_READER"
    assert packages["colleague_a"]["binned"] == []
    await organisation.pool.execute("UPDATE client SET safety_restriction = TRUE WHERE id = $1", aino)
    async with in_transaction() as db:
        cut, _ = await export_of(context, row, register, db, await organisation.viewer("coach_a"))
    assert "streetAddress" not in cut["content"]["Client"][0]["fields"]


async def test_the_recipients_are_the_agencies_that_received_data(organisation: SampleOrganisation) -> None:
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
    it = await request_in_work(organisation, "ACCESS")
    assert await step_request(organisation, it, "BUILD") == []

    assert (await read_export(organisation, it))["recipients"] == ["agency_x"]
