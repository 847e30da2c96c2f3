"""The letters of a breach: one draft a person in the person's language, and who reads it when."""

from datetime import date
from typing import Any

import pytest

import models
from resolvers.notifications.dispatching import dispatch_events
from resolvers.retention.purge_run import run_purges
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.resources import schema_and_content_types
from service.settings import Settings
from tests.support.actions.breaches import (
    ASSESSED,
    OFFICER,
    REPORTED,
    WORDS,
    account_of,
    add_look,
    make_breach,
    report,
)
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.actions.purges import confirmed_purge, end_relationship, is_erased, worker_context
from tests.support.organisation import NOW, STAMP, TODAY, SampleOrganisation

LETTERS = "{ breachLetters { nodes { id revision state language text toldHow toldOn client { id } } } }"


async def letters_of(organisation: SampleOrganisation, who: str = OFFICER) -> dict[str, dict[str, Any]]:
    """Return the letters as somebody reads them, by the client's id."""
    found = (await organisation.data(who, LETTERS))["breachLetters"]["nodes"]
    return {node["client"]["id"] if node["client"] else "": node for node in found}


async def draft(organisation: SampleOrganisation, it: dict[str, Any]) -> list[str]:
    return await step(organisation, OFFICER, "DataBreach", it, "DRAFT_LETTERS")


async def drafted(organisation: SampleOrganisation, *names: str, **more: Any) -> dict[str, Any]:
    """Return a breach with a letter for each of these clients."""
    await add_look(organisation, "coach_b", *(organisation.rows[name].pk for name in names))
    it = await make_breach(organisation, **more)
    assert await draft(organisation, it) == []
    return it


async def test_each_person_gets_one_draft_in_the_own_language_with_all_that_the_law_demands(
    organisation: SampleOrganisation,
) -> None:
    await organisation.pool.execute(
        "UPDATE client SET service_language = 'sv' WHERE id = $1", organisation.rows["ville"].pk
    )
    await organisation.pool.execute(
        "UPDATE account SET language = 'en' WHERE client_id = $1", organisation.rows["aino"].pk
    )
    await organisation.pool.execute(
        "UPDATE client SET service_language = 'ar' WHERE id = $1", organisation.rows["pertti"].pk
    )
    await drafted(organisation, "aino", "ville", "pertti")

    letters = await letters_of(organisation)
    by_name = {name: letters[organisation.ids[name]] for name in ("aino", "ville", "pertti")}
    assert {name: letter["language"] for name, letter in by_name.items()} == {
        "aino": "en",
        "ville": "sv",
        "pertti": "fi",
    }
    for letter in by_name.values():
        code = letter["language"]
        day = "22 November 2026" if code == "en" else "22.11.2026"
        told = (f"nature {code}", f"follows {code}", f"done {code}", "Tiina Tietosuoja, 015 123 456", day)
        assert all(text in letter["text"] for text in told)
    assert "Client: Last name, Phones" in by_name["aino"]["text"]
    assert "Vad som hände" in by_name["ville"]["text"]
    assert "Mitä tapahtui" in by_name["pertti"]["text"]
    assert not any(name in letter["text"] for letter in by_name.values() for name in ("Aino", "Ville", "Pertti"))


async def test_a_second_run_adds_the_new_persons_and_leaves_what_was_edited(organisation: SampleOrganisation) -> None:
    it = await drafted(organisation, "aino")
    letter = (await letters_of(organisation))[organisation.ids["aino"]]
    assert await update(organisation, OFFICER, "BreachLetter", letter, text="Selkeämmin.") == []
    await add_look(organisation, "coach_b", organisation.rows["ville"].pk)

    assert await draft(organisation, it) == []
    assert await draft(organisation, it) == []

    letters = await letters_of(organisation)
    assert set(letters) == {organisation.ids["aino"], organisation.ids["ville"]}
    assert letters[organisation.ids["aino"]]["text"] == "Selkeämmin."
    counts = "query R($id: ID!) { dataBreach(id: $id) { personsFound lettersDrafted } }"
    found = (await organisation.data(OFFICER, counts, id=it["id"]))["dataBreach"]
    assert found == {"personsFound": 2, "lettersDrafted": 2}


async def test_the_drafting_is_a_look_and_the_erased_get_no_letter(organisation: SampleOrganisation) -> None:
    saara = organisation.rows["saara"].pk
    await organisation.pool.execute("UPDATE client SET state = 'ERASED' WHERE id = $1", saara)
    await drafted(organisation, "aino", "saara")

    assert set(await letters_of(organisation)) == {organisation.ids["aino"]}
    row = await organisation.pool.fetchrow("SELECT * FROM disclosure_log WHERE operation = 'draftLetters'")
    assert row is not None
    assert row["subjects"] == [organisation.rows["aino"].pk]
    assert row["account"] == organisation.rows[f"account_{OFFICER}"].pk


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"accountId": None}, "BREACH_NOT_IN_LOG"),
        ({"startsAt": None}, "BREACH_NOT_IN_LOG"),
        ({"contactPoint": None}, "VALUE_REQUIRED"),
        ({"words": []}, "VALUE_REQUIRED"),
        ({"words": WORDS[1:]}, "WORDS_MISSING"),
    ],
)
async def test_no_letter_without_what_it_must_say(
    organisation: SampleOrganisation, given: dict[str, Any], code: str
) -> None:
    await add_look(organisation, "coach_b", organisation.rows["aino"].pk)
    it = await make_breach(organisation)
    assert await update(organisation, OFFICER, "DataBreach", it, **given) == []

    assert await draft(organisation, it) == [code]
    assert await organisation.count("breach_letter") == 0


async def test_who_reads_a_letter_follows_its_state(organisation: SampleOrganisation) -> None:
    await drafted(organisation, "aino")
    letter = (await letters_of(organisation))[organisation.ids["aino"]]
    readers = ("trainee", "supervisor_a", "supervisor_b", "coach_a", "manager", "administrator")

    async def seen_by() -> set[str]:
        return {who for who in readers if await letters_of(organisation, who)}

    assert await seen_by() == set()
    assert await step(organisation, "supervisor_a", "BreachLetter", letter, "READY") == ["NOT_FOUND"]
    assert await step(organisation, OFFICER, "BreachLetter", letter, "READY") == []
    assert await seen_by() == {"supervisor_a"}
    assert await step(organisation, "supervisor_a", "BreachLetter", letter, "TELL", reason="LETTER") == []
    assert await seen_by() == {"supervisor_a", "trainee"}
    told = (await letters_of(organisation, "trainee"))[organisation.ids["aino"]]
    assert (told["state"], told["toldHow"], told["toldOn"]) == ("TOLD", "LETTER", TODAY.isoformat())


async def test_a_person_without_an_account_is_not_told_in_the_service(organisation: SampleOrganisation) -> None:
    await drafted(organisation, "ville", "aino")
    letters = await letters_of(organisation)

    ville, aino = letters[organisation.ids["ville"]], letters[organisation.ids["aino"]]
    assert await step(organisation, OFFICER, "BreachLetter", ville, "TELL", reason="SERVICE") == ["NO_ACCOUNT_TO_TELL"]
    assert await step(organisation, OFFICER, "BreachLetter", aino, "TELL", reason="SERVICE") == []


async def test_who_has_an_account_gets_a_notice_and_a_mail(organisation: SampleOrganisation) -> None:
    rule = {"event": "breach_letter.tell", "recipients": "TRAINEE", "channel": "SERVICE_AND_EMAIL"}
    await create(organisation, "administrator", "EventRule", **rule)
    await drafted(organisation, "aino")
    letter = (await letters_of(organisation))[organisation.ids["aino"]]
    await step(organisation, OFFICER, "BreachLetter", letter, "TELL", reason="SERVICE")

    keyring = organisation.answering.commands.keyring
    await dispatch_events(system_context(schema_and_content_types()[1], RULEBOOK, keyring, NOW, TODAY))

    notices = (await organisation.data("trainee", "{ notifications { nodes { event link text } } }"))["notifications"]
    assert [(n["event"], n["link"]) for n in notices["nodes"]] == [("breach_letter.tell", letter["id"])]
    assert await organisation.count("delivery", "event = 'breach_letter.tell'") == 1


async def test_persons_were_told_when_no_letter_waits(organisation: SampleOrganisation) -> None:
    it = await drafted(organisation, "aino", "ville", **ASSESSED, **REPORTED)
    assert await step(organisation, OFFICER, "DataBreach", it, "REPORT") == []
    letters = await letters_of(organisation)

    assert await step(organisation, OFFICER, "DataBreach", it, "TELL_PERSONS") == ["LETTERS_WAIT"]
    aino, ville = letters[organisation.ids["aino"]], letters[organisation.ids["ville"]]
    assert await step(organisation, OFFICER, "BreachLetter", ville, "NOT_TELL") == ["COMMENT_REQUIRED"]
    assert await step(organisation, OFFICER, "BreachLetter", ville, "NOT_TELL", comment="Vain nimi näkyi.") == []
    assert await step(organisation, OFFICER, "DataBreach", it, "TELL_PERSONS") == ["LETTERS_WAIT"]
    assert await step(organisation, OFFICER, "BreachLetter", aino, "TELL", reason="VISIT") == []
    assert await step(organisation, OFFICER, "DataBreach", it, "TELL_PERSONS") == []
    assert await step(organisation, OFFICER, "DataBreach", it, "CLOSE") == []


async def test_a_letter_is_added_by_hand_once_a_person_and_by_the_privacy_officer_alone(
    organisation: SampleOrganisation,
) -> None:
    it = await make_breach(organisation, accountId=None, title="Väärään osoitteeseen lähetetty kirje")
    given = {"breachId": it["id"], "clientId": organisation.ids["aino"], "language": "fi", "text": "Kirjeesi…"}

    assert (await try_to_create(organisation, "coach_a", "BreachLetter", **given))[1] != []
    assert (await try_to_create(organisation, OFFICER, "BreachLetter", **given))[1] == []
    assert (await try_to_create(organisation, OFFICER, "BreachLetter", **given))[1] == ["LETTER_EXISTS"]
    without = {"breachId": it["id"], "language": "fi"}
    assert (await try_to_create(organisation, OFFICER, "BreachLetter", **without))[1] == ["VALUE_REQUIRED"]


async def test_many_letters_are_made_ready_and_told_in_the_service_at_once(organisation: SampleOrganisation) -> None:
    it = await drafted(organisation, "aino", "ville")
    empty = {"breachId": it["id"], "clientId": organisation.ids["pertti"], "language": "fi"}
    await create(organisation, OFFICER, "BreachLetter", **empty)

    async def states() -> dict[str, str]:
        by_client = await letters_of(organisation)
        return {name: by_client[organisation.ids[name]]["state"] for name in ("aino", "ville", "pertti")}

    assert await step(organisation, OFFICER, "DataBreach", it, "TELL_IN_SERVICE") == []
    assert set((await states()).values()) == {"DRAFT"}
    assert await step(organisation, OFFICER, "DataBreach", it, "READY_LETTERS") == []
    assert await states() == {"aino": "READY", "ville": "READY", "pertti": "DRAFT"}
    assert await step(organisation, OFFICER, "DataBreach", it, "TELL_IN_SERVICE") == []
    assert await states() == {"aino": "TOLD", "ville": "READY", "pertti": "DRAFT"}
    told = (await letters_of(organisation, "trainee"))[organisation.ids["aino"]]
    assert (told["toldHow"], told["toldOn"]) == ("SERVICE", TODAY.isoformat())
    assert await organisation.count("outbox", "event = 'breach_letter.tell'") == 1


async def test_of_an_erased_person_stays_that_somebody_was_told_how_and_when(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    it = await drafted(organisation, "saara")
    letter = (await letters_of(organisation))[organisation.ids["saara"]]
    assert await step(organisation, OFFICER, "BreachLetter", letter, "TELL", reason="LETTER") == []
    await end_relationship(organisation, "saara", date(2022, 11, 23))
    await confirmed_purge(organisation)
    await run_purges(worker_context(settings))
    assert await is_erased(organisation, "saara")

    [left] = (await letters_of(organisation)).values()
    assert (left["state"], left["text"], left["toldHow"], left["toldOn"]) == ("ERASED", None, "LETTER", "2026-11-23")
    person = await organisation.pool.fetchval("SELECT coalesce(person_id, client_id, unit_id) FROM breach_letter")
    assert person is None
    found = await report(organisation, account=account_of(organisation, "coach_b"))
    assert found is not None
    assert [(p["name"], p["isErased"]) for p in found["persons"]] == [(None, True)]
    assert await draft(organisation, it) == []
    assert await organisation.count("breach_letter") == 1


async def test_who_is_no_client_yet_gets_a_letter_and_is_one_person_after_the_start(
    organisation: SampleOrganisation,
) -> None:
    names: dict[str, Any] = {
        "first_names": "Rauha",
        "last_name": "Referral",
        "sort_key": "r",
        "service_code": "WORKSHOP",
    }
    places: dict[str, Any] = {"agency": organisation.rows["agency_x"], "unit": organisation.rows["unit_a"]}
    referral = await models.Referral.create(state="SUBMITTED", **names, **places, **STAMP)
    await add_look(organisation, "coach_b", referral.pk, fields=("Referral.lastName",))
    it = await make_breach(organisation)
    assert await draft(organisation, it) == []

    [letter] = (await letters_of(organisation)).values()
    assert (letter["language"], letter["client"]) == ("fi", None)
    assert "Lähete: Sukunimi" in letter["text"]
    await models.Referral.filter(pk=referral.pk).update(client_id=organisation.rows["ville"].pk)
    await add_look(organisation, "coach_b", organisation.rows["ville"].pk)
    found = await report(organisation, account=account_of(organisation, "coach_b"))
    assert found is not None
    assert [(p["person"], p["looks"]) for p in found["persons"]] == [(organisation.ids["ville"], 2)]
    await models.BreachLetter.filter(referral_id=referral.pk).update(client_id=organisation.rows["ville"].pk)
    assert await draft(organisation, it) == []
    assert await organisation.count("breach_letter") == 1
