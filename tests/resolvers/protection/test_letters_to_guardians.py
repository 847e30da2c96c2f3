"""A guardian of a minor gets the letters of a breach and of a changed notice too, unless something is kept back."""

from typing import Any

import pytest

from resolvers.notifications.dispatching import dispatch_events
from resolvers.publishing.notice_tellings import tell_notices
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.resources import schema_and_content_types
from tests.support.actions.breaches import OFFICER, add_look, make_breach
from tests.support.actions.content import create, step, update
from tests.support.actions.guardians import represent
from tests.support.actions.privacy_notices import published_notice
from tests.support.organisation import NOW, TODAY, SampleOrganisation
from tests.support.system_context import system_context_on

LETTERS = """{ breachLetters { nodes { id revision state language text toldHow representation { id } } } }"""
TELLINGS = "{ noticeTellings { nodes { id state channel representation { id } } } }"


@pytest.fixture
async def child(organisation: SampleOrganisation) -> SampleOrganisation:
    await organisation.pool.execute(
        "UPDATE client SET date_of_birth = '2009-03-01' WHERE id = $1", organisation.rows["aino"].pk
    )
    return organisation


async def drafted(child: SampleOrganisation) -> dict[str, Any]:
    """Return a breach about Aino whose letters are drafted."""
    await add_look(child, "coach_b", child.rows["aino"].pk)
    it = await make_breach(child)
    assert await step(child, OFFICER, "DataBreach", it, "DRAFT_LETTERS") == []
    return it


async def letters(child: SampleOrganisation, who: str = OFFICER) -> list[dict[str, Any]]:
    return list((await child.data(who, LETTERS))["breachLetters"]["nodes"])


async def letter_of_guardian(child: SampleOrganisation) -> dict[str, Any]:
    [found] = [letter for letter in await letters(child) if letter["representation"]]
    return found


async def keep_back(child: SampleOrganisation, by: dict[str, Any], what: str) -> None:
    """Let something keep the letters from the guardian."""
    match what:
        case "the flag against the guardian":
            assert await update(child, "coach_a", "Representation", by, safetyRestriction=True) == []
        case "the restriction of the child":
            await child.pool.execute("UPDATE client SET safety_restriction = true")
        case "the restriction of processing":
            await child.pool.execute("UPDATE client SET processing_restriction = true")
        case "the ban of the minor":
            given = {"clientId": child.ids["aino"], "matters": ["COACHING"], "decidedOn": "2026-11-20"}
            await create(child, "trainee", "TellingRefusal", **given)
        case "the end of the right":
            assert await step(child, "coach_a", "Representation", by, "END", comment="Huolto siirtyi.") == []


KEPT_BACK = (
    "the flag against the guardian",
    "the restriction of the child",
    "the restriction of processing",
    "the ban of the minor",
    "the end of the right",
)


async def test_a_guardian_of_a_minor_gets_an_own_letter_in_the_own_language(child: SampleOrganisation) -> None:
    by = await represent(child, language="sv")

    it = await drafted(child)

    own, of_guardian = sorted(await letters(child), key=lambda letter: letter["representation"] is not None)
    assert (own["representation"], own["language"]) == (None, "fi")
    assert (of_guardian["representation"]["id"], of_guardian["language"]) == (by["id"], "sv")
    assert of_guardian["text"].startswith("Du får detta brev eftersom du företräder en minderårig.")
    assert "nature sv" in of_guardian["text"]
    assert "Aino" not in of_guardian["text"]
    counts = "query R($id: ID!) { dataBreach(id: $id) { personsFound lettersDrafted } }"
    found = (await child.data(OFFICER, counts, id=it["id"]))["dataBreach"]
    assert found == {"personsFound": 1, "lettersDrafted": 2}
    assert await step(child, OFFICER, "DataBreach", it, "DRAFT_LETTERS") == []
    assert len(await letters(child)) == 2


async def test_a_guardian_reads_the_own_letter_once_told_and_not_the_childs(child: SampleOrganisation) -> None:
    await create(
        child, "administrator", "EventRule", event="breach_letter.tell", recipients="TRAINEE", channel="SERVICE"
    )
    await represent(child)
    it = await drafted(child)
    assert await letters(child, "guardian") == []
    assert await step(child, OFFICER, "DataBreach", it, "READY_LETTERS") == []
    assert await letters(child, "guardian") == []
    assert await step(child, OFFICER, "DataBreach", it, "TELL_IN_SERVICE") == []

    [seen] = await letters(child, "guardian")
    assert (seen["state"], seen["toldHow"], bool(seen["representation"])) == ("TOLD", "SERVICE", True)
    assert len(await letters(child, "trainee")) == 2, "the person sees what was told in the person's name"
    keyring = child.answering.commands.keyring
    await dispatch_events(system_context(schema_and_content_types()[1], RULEBOOK, keyring, NOW, TODAY))
    notices = (await child.data("guardian", "{ notifications { nodes { link } } }"))["notifications"]["nodes"]
    assert notices == [{"link": seen["id"]}]


@pytest.mark.parametrize("what", KEPT_BACK)
async def test_no_letter_goes_to_a_guardian_from_whom_something_is_kept(child: SampleOrganisation, what: str) -> None:
    by = await represent(child)
    await keep_back(child, by, what)

    await drafted(child)

    [own] = await letters(child)
    assert own["representation"] is None


@pytest.mark.parametrize("what", KEPT_BACK)
async def test_what_came_after_the_draft_keeps_the_letter_back_too(child: SampleOrganisation, what: str) -> None:
    by = await represent(child)
    it = await drafted(child)
    letter = await letter_of_guardian(child)
    await keep_back(child, by, what)

    assert await step(child, OFFICER, "BreachLetter", letter, "TELL", reason="LETTER") == ["GUARDIAN_NOT_TOLD"]
    assert await step(child, OFFICER, "DataBreach", it, "READY_LETTERS") == []
    assert await step(child, OFFICER, "DataBreach", it, "TELL_IN_SERVICE") == []
    assert await letters(child, "guardian") == []
    letter = await letter_of_guardian(child)
    assert letter["state"] == "READY"
    assert await step(child, OFFICER, "BreachLetter", letter, "NOT_TELL", comment="Kielto.") == []


@pytest.mark.parametrize("right", ["AUTHORISED", "APPOINTED_PERSONAL"])
async def test_an_adult_is_told_alone(organisation: SampleOrganisation, right: str) -> None:
    await organisation.pool.execute("UPDATE client SET date_of_birth = '1990-03-01'")
    await represent(organisation, kind=right, matters=["PERSON", "RIGHTS"], decidedOn="2026-01-05")

    await drafted(organisation)

    [own] = await letters(organisation)
    assert own["representation"] is None


async def test_a_guardian_without_an_account_is_told_by_letter_alone(child: SampleOrganisation) -> None:
    await represent(child)
    await child.pool.execute("UPDATE representation SET account_id = NULL")
    await drafted(child)
    letter = await letter_of_guardian(child)

    assert await step(child, OFFICER, "BreachLetter", letter, "TELL", reason="SERVICE") == ["NO_ACCOUNT_TO_TELL"]
    assert await step(child, OFFICER, "BreachLetter", letter, "TELL", reason="LETTER") == []


async def test_a_guardian_of_a_minor_is_told_of_a_changed_notice(child: SampleOrganisation) -> None:
    by = await represent(child)
    await published_notice(child)

    await tell_notices(system_context_on(child, NOW))

    [seen] = (await child.data("guardian", TELLINGS))["noticeTellings"]["nodes"]
    assert (seen["state"], seen["channel"], seen["representation"]["id"]) == ("TOLD", "SERVICE", by["id"])
    aino = f"client_id = '{child.rows['aino'].pk}'"
    assert await child.count("notice_telling", aino) == 2
    assert await tell_notices(system_context_on(child, NOW)) == 0, "nobody is told twice"


async def test_without_account_and_address_the_notice_waits_as_a_letter_to_the_guardian(
    child: SampleOrganisation,
) -> None:
    await represent(child)
    await child.pool.execute("UPDATE representation SET account_id = NULL")
    await published_notice(child)
    await tell_notices(system_context_on(child, NOW))

    nodes = (await child.data("coach_a", TELLINGS))["noticeTellings"]["nodes"]
    [letter] = [node for node in nodes if node["representation"]]

    assert (letter["state"], letter["channel"]) == ("TO_TELL", "LETTER")
    assert await step(child, "coach_a", "NoticeTelling", letter | {"revision": 1}, "MARK_SENT") == []


@pytest.mark.parametrize("what", KEPT_BACK)
async def test_no_notice_goes_to_a_guardian_from_whom_something_is_kept(child: SampleOrganisation, what: str) -> None:
    by = await represent(child)
    await keep_back(child, by, what)
    await published_notice(child)

    await tell_notices(system_context_on(child, NOW))

    assert await child.count("notice_telling", "representation_id IS NOT NULL") == 0
    assert await child.count("notice_telling", f"client_id = '{child.rows['aino'].pk}'") == 1
