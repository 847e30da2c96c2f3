"""The printed contract: parties, week and terms in the person's language, signatures, and lines for those to come."""

from typing import Any

import pytest

from resolvers.papers.contracts import printed_contract
from tests.support.actions.agreement_texts import publish_text
from tests.support.actions.casework import contract_in_force, contract_to_sign
from tests.support.actions.content import step
from tests.support.actions.exports import viewer_context
from tests.support.actions.papers import become_client, last_look, print_link_of, uuid_of
from tests.support.organisation import SampleOrganisation
from tests.support.printed import claims_of, structure_of, text_of

TASKS = "Kahvion kassalla"


async def awaiting(organisation: SampleOrganisation) -> dict[str, Any]:
    """Return a contract that waits for its signatures."""
    it = await contract_to_sign(organisation, tasks=TASKS)
    assert await step(organisation, "coach_a", "Contract", it, "REQUEST_SIGNATURES") == []
    return it


async def printed(organisation: SampleOrganisation, who: str, it: dict[str, Any]) -> bytes | None:
    """Return a contract as somebody prints it."""
    return await printed_contract(viewer_context(organisation, await organisation.viewer(who)), uuid_of(it))


async def said(organisation: SampleOrganisation, who: str, it: dict[str, Any]) -> str:
    """Return the words of a contract that somebody prints, with single spaces."""
    pdf = await printed(organisation, who, it)
    assert pdf is not None
    return " ".join(text_of(pdf).split())


async def test_a_contract_to_be_signed_has_a_line_for_each_party(organisation: SampleOrganisation) -> None:
    it = await awaiting(organisation)

    pdf = await printed(organisation, "coach_a", it)

    assert pdf is not None
    text = " ".join(text_of(pdf).split())
    expected = ("Eeva Maria Esimerkki", "1.12.2026 – 28.2.2027", "maanantaisin klo 9.00, 300 min", TASKS, "2026-1")
    assert [words for words in expected if words not in text] == []
    assert text.count("Allekirjoitus ja nimenselvennys") == 2  # the client and the arranger
    assert claims_of(pdf) == {"language": "fi", "title": "Sopimus", "is_tagged": True, "pdf_ua": "1", "fonts": True}
    assert (structure_of(pdf)["Title"], structure_of(pdf)["H1"], structure_of(pdf)["Table"]) == (1, 4, 0)


async def test_a_signed_contract_says_who_signed_how_and_who_saw_it(organisation: SampleOrganisation) -> None:
    it = await contract_in_force(organisation)

    pdf = await printed(organisation, "supervisor_a", it)

    assert pdf is not None
    text = " ".join(text_of(pdf).split())
    expected = ("Eeva Esimerkki", "Allekirjoitus paperilla", "coach_a", "Hyväksyntä kirjautuneena", "23.11.2026")
    assert [words for words in expected if words not in text] == []
    assert "Allekirjoitus ja nimenselvennys" not in text
    assert (structure_of(pdf)["Table"], structure_of(pdf)["TH"]) == (1, 6)
    query = "query C($id: ID!) { contract(id: $id) { signatures { party method seenBy } } }"
    found = (await organisation.data("coach_a", query, id=it["id"]))["contract"]["signatures"]
    assert found == [
        {"party": "CLIENT", "method": "HANDWRITTEN", "seenBy": "coach_a"},
        {"party": "ARRANGER", "method": "LOGGED_IN", "seenBy": None},
    ]


@pytest.mark.parametrize(("first_day", "version"), [("2026-11-30", "2027-1"), ("2026-12-02", "2026-1")])
async def test_the_terms_are_those_in_force_on_the_first_day(
    organisation: SampleOrganisation, first_day: str, version: str
) -> None:
    it = await awaiting(organisation)
    await publish_text(organisation, "CONTRACT", "2027-1", startsOn=first_day)

    text = await said(organisation, "coach_a", it)

    assert f"Ehtojen versio {version}" in text
    assert ("body 2027-1 Fi" in text) == (version == "2027-1")


@pytest.mark.parametrize(("language", "title", "party"), [("sv", "Avtal", "Klient"), ("en", "Contract", "Client")])
async def test_a_contract_speaks_the_language_of_the_person(
    organisation: SampleOrganisation, language: str, title: str, party: str
) -> None:
    it = await awaiting(organisation)
    await organisation.pool.execute("UPDATE client SET service_language = $1", language)

    pdf = await printed(organisation, "coach_a", it)

    assert pdf is not None
    assert (claims_of(pdf)["title"], claims_of(pdf)["language"]) == (title, language)
    assert party in text_of(pdf)


async def test_the_person_prints_the_own_contract_and_the_print_is_a_look(organisation: SampleOrganisation) -> None:
    it = await awaiting(organisation)
    client = await become_client(organisation, "contract", it)

    link, refused = await print_link_of(organisation, "trainee", "Contract", it)
    pdf = await printed(organisation, "trainee", it)

    assert (link.startswith(f"/prints/{it['id']}.pdf?"), refused) == (True, [])
    assert pdf is not None
    look = await last_look(organisation)
    assert (look["operation"], look["outcome"], look["subjects"]) == ("contract.pdf", "SHOWN", [client])
    assert {"Contract.signatures", "Contract.weeklyPattern", "Client.firstNames"} <= set(look["fields"])


@pytest.mark.parametrize("who", ["coach_b", "colleague_a", "manager", "finance", "official_x", "workplace"])
async def test_who_does_not_read_signatures_and_tasks_prints_nothing(
    organisation: SampleOrganisation, who: str
) -> None:
    it = await awaiting(organisation)

    link, refused = await print_link_of(organisation, who, "Contract", it)

    assert (link, refused) in [("None", ["NOT_FOUND"]), ("None", ["WRONG_ROLE"])]
    assert await printed(organisation, who, it) is None


async def test_the_contract_of_a_protected_person_is_printed_by_who_is_cleared(
    organisation: SampleOrganisation,
) -> None:
    it = await awaiting(organisation)
    await organisation.pool.execute("UPDATE client SET safety_restriction = TRUE")

    assert await print_link_of(organisation, "coach_a", "Contract", it) == ("None", ["PAPER_PROTECTED"])
    assert await printed(organisation, "coach_a", it) is None


async def test_a_draft_is_not_printed(organisation: SampleOrganisation) -> None:
    it = await contract_to_sign(organisation)

    assert await print_link_of(organisation, "coach_a", "Contract", it) == ("None", ["WRONG_STATE"])
    assert await printed(organisation, "coach_a", it) is None
