"""What is recorded as told was told: in the service to those who log in, and to others by a letter that was sent."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from resolvers.rights.letter_prints import printed_letter
from service.resources import utc_now
from service.settings import Settings
from tests.support.actions.content import step, update
from tests.support.actions.data_requests import OFFICER, make_request, read_request, request_in_work, step_request
from tests.support.actions.exports import viewer_context
from tests.support.organisation import NOW, OrganisationTemplate, SampleOrganisation
from tests.support.printed import claims_of, text_of
from tests.support.running_service import running_service

LETTERS = """{ requestLetters { nodes { id revision state occasion language text recipient toldHow toldOn toldByName
  request { id } } } }"""
ADDRESS = "UPDATE client SET street_address = 'Kirjekuja 3', postal_code = '50100', city = 'Mikkeli' WHERE id = $1"
PRINT = """mutation P($i: TransitionRequestLetterInput!) { done: transitionRequestLetter(input: $i) {
  secret errors { code } } }"""


async def letters(organisation: SampleOrganisation, who: str = OFFICER) -> list[dict[str, Any]]:
    return list((await organisation.data(who, LETTERS))["requestLetters"]["nodes"])


async def paper_request(organisation: SampleOrganisation, kind: str, name: str = "saara") -> dict[str, Any]:
    """Return a request on paper of somebody without an account, taken up by the privacy officer."""
    await organisation.pool.execute(ADDRESS, organisation.rows[name].pk)
    given = {"clientId": organisation.ids[name], "channel": "LETTER"}
    it = await make_request(organisation, kind, OFFICER, **given)
    assert await step_request(organisation, it, "CONFIRM_IDENTITY", reason="SEEN_ID") == []
    return it


async def extend(organisation: SampleOrganisation, it: dict[str, Any]) -> None:
    assert await step_request(organisation, it, "EXTEND", reason="COMPLEX", comment="Aineisto on laaja.") == []


async def test_who_logs_in_is_told_at_once_by_notice_and_mail_that_name_nothing(
    organisation: SampleOrganisation,
) -> None:
    it = await request_in_work(organisation, "ACCESS")
    await extend(organisation, it)

    [letter] = await letters(organisation, "trainee")
    assert (letter["state"], letter["occasion"], letter["toldHow"]) == ("TOLD", "EXTENSION", "SERVICE")
    assert (letter["toldOn"], letter["recipient"], letter["toldByName"]) == ("2026-11-23", None, None)
    assert "Vastaamme viimeistään 23.2.2027." in letter["text"]
    assert "Aineisto on laaja." in letter["text"]
    assert (await read_request(organisation, "trainee", it, "extensionToldOn"))["extensionToldOn"] == "2026-11-23"
    told = "SELECT text, event FROM notification WHERE link = $1"
    [notice] = await organisation.pool.fetch(told, letter["id"])
    assert tuple(notice) == ("Kirje tietopyynnöstä: saapunut", "request_letter.send")
    assert await organisation.count("delivery", f"link = '{letter['id']}'") == 1


async def test_who_does_not_log_in_is_told_when_the_letter_went_out_and_not_before(
    organisation: SampleOrganisation,
) -> None:
    it = await paper_request(organisation, "ACCESS")
    await extend(organisation, it)
    assert (await read_request(organisation, OFFICER, it, "extensionToldOn"))["extensionToldOn"] is None
    [letter] = await letters(organisation)
    assert letter["state"] == "WAITING"
    assert letter["recipient"] == "Saara Salo\nKirjekuja 3\n50100 Mikkeli"

    organisation.now = NOW + timedelta(days=2)
    assert await update(organisation, OFFICER, "RequestLetter", letter, toldOn="2026-11-24") == []
    assert await step(organisation, OFFICER, "RequestLetter", letter, "SEND", reason="LETTER") == []

    [sent] = await letters(organisation)
    assert (sent["state"], sent["toldHow"], sent["toldOn"]) == ("TOLD", "LETTER", "2026-11-24")
    assert sent["toldByName"] == OFFICER
    assert (await read_request(organisation, OFFICER, it, "extensionToldOn"))["extensionToldOn"] == "2026-11-24"


@pytest.mark.parametrize(
    ("day", "reason", "code"),
    [
        (None, "SERVICE", "TOLD_BY_SERVICE_ONLY"),
        ("2026-11-24", "LETTER", "SENT_OUT_OF_BOUNDS"),
        ("2026-11-22", "LETTER", "SENT_OUT_OF_BOUNDS"),
    ],
)
async def test_a_letter_goes_out_on_a_day_that_has_come_and_not_in_the_service(
    organisation: SampleOrganisation, day: str | None, reason: str, code: str
) -> None:
    await extend(organisation, it := await paper_request(organisation, "ACCESS"))
    [letter] = await letters(organisation)
    if day:
        assert await update(organisation, OFFICER, "RequestLetter", letter, toldOn=day) == []

    assert await step(organisation, OFFICER, "RequestLetter", letter, "SEND", reason=reason) == [code]

    assert (await letters(organisation))[0]["state"] == "WAITING"
    assert (await read_request(organisation, OFFICER, it, "extensionToldOn"))["extensionToldOn"] is None


async def test_a_restriction_is_lifted_only_after_the_letter_has_arrived(organisation: SampleOrganisation) -> None:
    it = await paper_request(organisation, "RESTRICT")
    assert await step_request(organisation, it, "RESTRICT") == []
    assert await step_request(organisation, it, "ANNOUNCE_LIFTING", comment="Tiedot on tarkistettu.") == []
    organisation.now = NOW + timedelta(days=3)
    assert await step_request(organisation, it, "LIFT") == ["LIFTING_NOT_ANNOUNCED"]  # nobody was told yet
    [letter] = await letters(organisation)
    assert await step(organisation, OFFICER, "RequestLetter", letter, "SEND", reason="LETTER") == []
    it["revision"] += 1  # the day on which the person was told

    organisation.now = NOW + timedelta(days=10)
    assert await step_request(organisation, it, "LIFT") == ["LIFTING_NOT_ANNOUNCED"]  # it is on its way
    organisation.now = NOW + timedelta(days=11)
    assert await step_request(organisation, it, "LIFT") == []
    assert "Tiedot on tarkistettu." in letter["text"]


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Emme toteuta"), ("sv", "Vi uppfyller inte"), ("en", "We do not")]
)
async def test_a_refusal_goes_to_the_person_with_reason_and_remedy_in_the_own_language(
    organisation: SampleOrganisation, language: str, words: str
) -> None:
    saara = organisation.rows["saara"].pk
    await organisation.pool.execute("UPDATE client SET service_language = $2 WHERE id = $1", saara, language)
    it = await paper_request(organisation, "OBJECT")
    assert await step_request(organisation, it, "REFUSE", comment="Perustelu.", reason="LEGAL_OBLIGATION") == []

    [letter] = await letters(organisation)
    assert (letter["occasion"], letter["language"]) == ("ANSWER", language)
    assert letter["text"].startswith(words)
    assert "Perustelu." in letter["text"]
    assert "www.tietosuoja.fi" in letter["text"]
    assert "LEGAL_OBLIGATION" not in letter["text"]
    told = await read_request(organisation, OFFICER, it, "answeredOn answerToldOn")
    assert told == {"answeredOn": "2026-11-23", "answerToldOn": None}


async def test_the_answer_to_a_person_who_logs_in_is_told_the_same_day(organisation: SampleOrganisation) -> None:
    it = await request_in_work(organisation, "ACCESS")
    assert await step_request(organisation, it, "BUILD") == []
    assert await step_request(organisation, it, "FULFIL") == []

    [letter] = await letters(organisation, "trainee")
    assert (letter["occasion"], letter["state"]) == ("ANSWER", "TOLD")
    assert "Tietosi ovat palvelussa" in letter["text"]
    assert (await read_request(organisation, "trainee", it, "answerToldOn")) == {"answerToldOn": "2026-11-23"}


@pytest.mark.parametrize("who", ["coach_a", "supervisor_a", "manager", "administrator", "official_x", "workplace"])
async def test_others_neither_see_a_letter_nor_print_it(organisation: SampleOrganisation, who: str) -> None:
    await extend(organisation, await paper_request(organisation, "ACCESS"))
    [letter] = await letters(organisation)
    answer = await organisation.raw(who, LETTERS)
    assert b"Kirjekuja" not in answer
    assert b"Saara" not in answer

    given = {"id": letter["id"], "revision": letter["revision"], "transition": "PRINT"}
    done = (await organisation.data(who, PRINT, i=given))["done"]

    assert (done["secret"], [e["code"] for e in done["errors"]]) == (None, ["NOT_FOUND"])
    context = viewer_context(organisation, await organisation.viewer(who))
    assert await printed_letter(context, UUID(letter["id"][-32:])) is None


async def test_the_trainee_sees_no_letter_that_waits(organisation: SampleOrganisation) -> None:
    disable = "UPDATE account SET state = $1, disabled_at = $2 WHERE subject = 'trainee'"
    await organisation.pool.execute(disable, "DISABLED", NOW)
    await extend(organisation, await paper_request(organisation, "ACCESS", "aino"))
    await organisation.pool.execute(disable, "ACTIVE", None)

    assert len(await letters(organisation)) == 1
    assert await letters(organisation, "trainee") == []


async def test_a_printed_letter_has_sender_recipient_and_text_and_leaves_its_row(
    organisation: SampleOrganisation,
) -> None:
    await extend(organisation, await paper_request(organisation, "ACCESS"))
    [letter] = await letters(organisation)
    context = viewer_context(organisation, await organisation.viewer(OFFICER))

    pdf = await printed_letter(context, UUID(letter["id"][-32:]))

    assert pdf is not None
    printed = text_of(pdf)
    for words in ("Saara Salo", "Kirjekuja 3", "50100 Mikkeli", "Tarvitsemme lisää aikaa", "23.2.2027"):
        assert words in printed
    assert claims_of(pdf)["title"] == "Tarvitsemme lisää aikaa pyyntöösi"
    assert claims_of(pdf)["pdf_ua"] == "1"
    row = await organisation.pool.fetchrow("SELECT * FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert row is not None
    assert (row["operation"], row["purpose"], row["outcome"]) == ("letter.pdf", "DATA_REQUEST", "SHOWN")
    assert row["subjects"] == [organisation.rows["saara"].pk]


async def test_the_letter_to_a_protected_person_is_printed_by_who_is_cleared(organisation: SampleOrganisation) -> None:
    turva = organisation.rows["turva"].pk
    await organisation.pool.execute("UPDATE client SET safety_restriction = TRUE WHERE id = $1", turva)
    await extend(organisation, await paper_request(organisation, "ACCESS", "turva"))
    [letter] = await letters(organisation)
    context = viewer_context(organisation, await organisation.viewer(OFFICER))

    assert letter["recipient"] is None
    assert await step(organisation, OFFICER, "RequestLetter", letter, "PRINT") == ["LETTER_PROTECTED"]
    assert await printed_letter(context, UUID(letter["id"][-32:])) is None


async def test_a_letter_that_is_not_sent_can_wait_again(organisation: SampleOrganisation) -> None:
    await extend(organisation, await paper_request(organisation, "ACCESS"))
    [letter] = await letters(organisation)

    assert await step(organisation, OFFICER, "RequestLetter", letter, "NOT_SEND", comment="Osoite puuttuu") == []
    assert await step(organisation, OFFICER, "RequestLetter", letter, "REOPEN", comment="Osoite löytyi") == []

    assert (await letters(organisation))[0]["state"] == "WAITING"


async def test_the_officer_fetches_the_letter_over_http_and_nobody_else_does(
    settings: Settings, organisation_template: OrganisationTemplate
) -> None:
    async with running_service(settings, organisation_template) as service:
        organisation = service.organisation
        organisation.now = utc_now()
        await extend(organisation, await paper_request(organisation, "ACCESS"))
        [letter] = await letters(organisation)
        given = {"id": letter["id"], "revision": letter["revision"], "transition": "PRINT"}
        async with service.log_in(OFFICER) as own, service.log_in("trainee") as other:
            link = (await own.ask(PRINT, i=given))["done"]["secret"]
            pdf, bare = await own.http.get(link), await own.http.get(link.partition("?")[0])
            foreign = await other.http.get(link)

    assert (pdf.status_code, pdf.headers["content-type"], pdf.content[:5]) == (200, "application/pdf", b"%PDF-")
    assert pdf.headers["cache-control"] == "no-store"
    assert (foreign.status_code, bare.status_code) == (404, 404)


@pytest.mark.parametrize("proof", ["LOGIN", "STRONG_LOGIN"])
async def test_nobody_writes_down_a_log_in_that_the_service_did_not_see(
    organisation: SampleOrganisation, proof: str
) -> None:
    given = {"clientId": organisation.ids["saara"], "channel": "LETTER"}
    it = await make_request(organisation, "ACCESS", OFFICER, **given)

    assert await step_request(organisation, it, "CONFIRM_IDENTITY", reason=proof) == ["LOG_IN_PROVES_ITSELF"]

    assert (await read_request(organisation, OFFICER, it, "identityProof")) == {"identityProof": None}
