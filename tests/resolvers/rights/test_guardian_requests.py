"""What a guardian asks for the person: the request, the package that is cut for the guardian, letters, who looked."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from resolvers.rights.letter_prints import printed_letter
from tests.support.actions.content import create, step, update
from tests.support.actions.data_requests import (
    CREATE_REQUEST,
    OFFICER,
    make_request,
    read_request,
    step_request,
)
from tests.support.actions.exports import read_export, store_note, viewer_context
from tests.support.actions.guardians import FATHER, represent
from tests.support.organisation import SampleOrganisation
from tests.support.printed import text_of

ADDRESS = (
    "UPDATE client SET date_of_birth = '2009-03-01', street_address = 'Salakuja 1', city = 'Mikkeli' WHERE id = $1"
)
REQUESTS = "{ dataRequests { totalCount nodes { id kind state requestText answer } } }"
LETTERS = (
    "{ requestLetters { nodes { id revision state occasion language text recipient toldHow representation { id } } } }"
)
LOG = """query L($i: ID!) { client(id: $i) { accessLog { at actorName actorKind agencyName authority operation fields
  purpose basis } } }"""


@pytest.fixture
async def child(organisation: SampleOrganisation) -> SampleOrganisation:
    await organisation.pool.execute(ADDRESS, organisation.rows["aino"].pk)
    return organisation


async def ask(child: SampleOrganisation, kind: str = "ACCESS", who: str = "guardian", **more: Any) -> dict[str, Any]:
    return await make_request(child, kind, who, clientId=child.ids["aino"], **more)


async def answered(child: SampleOrganisation, kind: str = "ACCESS") -> dict[str, Any]:
    """Return a request of the guardian whose package was built and handed over."""
    it = await ask(child, kind)
    for name in ("BEGIN", "BUILD", "FULFIL"):
        assert await step_request(child, it, name) == []
    return it


async def refused(child: SampleOrganisation, who: str, **given: Any) -> list[str]:
    done = (await child.data(who, CREATE_REQUEST, i={"kind": "ACCESS", **given}))["done"]
    assert done["it"] is None
    return [error["code"] for error in done["errors"]]


async def letters(child: SampleOrganisation, who: str) -> list[dict[str, Any]]:
    return list((await child.data(who, LETTERS))["requestLetters"]["nodes"])


async def test_a_guardian_asks_for_the_child_and_the_log_says_for_whom(child: SampleOrganisation) -> None:
    by = await represent(child)

    it = await ask(child, requestText="Mitä lapsestani on kirjattu?")

    fields = "kind channel identityProof dueOn requestText client { id } representation { id }"
    seen = await read_request(child, "guardian", it, fields)
    assert (seen["kind"], seen["channel"], seen["identityProof"]) == ("ACCESS", "SERVICE", "LOGIN")
    assert (seen["client"]["id"], seen["representation"]["id"]) == (child.ids["aino"], by["id"])
    [row] = await child.pool.fetch("SELECT authority, purpose, subjects FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert (row["authority"], row["purpose"]) == ("GUARDIAN: guardian", "REPRESENTATION")
    assert list(row["subjects"]) == [child.rows["aino"].pk]
    assert (await read_request(child, "trainee", it, "requestText"))["requestText"] == "Mitä lapsestani on kirjattu?"
    assert (await read_request(child, OFFICER, it, fields))["representation"]["id"] == by["id"]


async def test_a_guardian_sees_no_request_of_the_child_or_of_the_other_guardian(child: SampleOrganisation) -> None:
    await represent(child)
    await represent(child, "other_guardian", firstNames="Äiti")
    await make_request(child, "OBJECT", requestText="Isä ei saa tietää")
    await ask(child, "RESTRICT", "other_guardian", requestText="Vain äidin asia")
    own = await ask(child)

    found = (await child.data("guardian", REQUESTS))["dataRequests"]

    assert [node["id"] for node in found["nodes"]] == [own["id"]]
    assert found["totalCount"] == 1
    raw = await child.raw("guardian", REQUESTS)
    assert b"tiet\xc3\xa4\xc3\xa4" not in raw
    assert "Vain äidin".encode() not in raw


@pytest.mark.parametrize("who", ["colleague_a", "coach_b", "manager", "official_x", "workplace", "administrator"])
async def test_what_a_guardian_asked_is_nobody_elses(child: SampleOrganisation, who: str) -> None:
    await represent(child)
    await answered(child)

    assert b"data_request_" not in await child.raw(who, REQUESTS)
    assert (await letters(child, who)) == []


async def test_a_right_that_does_not_cover_it_files_nothing(child: SampleOrganisation) -> None:
    given: dict[str, Any] = {"kind": "AUTHORISED", "matters": ["PERSON", "COACHING"]}
    await represent(child, **given)

    assert await refused(child, "guardian", clientId=child.ids["aino"]) == ["FORBIDDEN"]
    assert await refused(child, "guardian", clientId=child.ids["ville"]) == ["NOT_FOUND"]
    assert await child.count("data_request") == 0
    log = await child.data("guardian", LOG, i=child.ids["aino"])
    assert log["client"]["accessLog"] is None


async def test_a_child_who_keeps_the_matter_back_is_not_asked_about(child: SampleOrganisation) -> None:
    await represent(child)
    it = await ask(child)
    kept = {"clientId": child.ids["aino"], "matters": ["RIGHTS"], "decidedOn": "2026-11-20"}
    await create(child, "trainee", "TellingRefusal", **kept)

    assert await refused(child, "guardian", clientId=child.ids["aino"]) == ["FORBIDDEN"]
    assert (await child.data("guardian", REQUESTS))["dataRequests"]["totalCount"] == 0
    assert await step_request(child, it, "BEGIN") == []
    assert await step_request(child, it, "BUILD") == ["RIGHTS_NOT_COVERED"]
    assert await child.count("package") == 0


async def test_the_package_of_a_guardian_is_cut_to_what_the_guardian_sees(child: SampleOrganisation) -> None:
    await represent(child)
    await create(
        child, "trainee", "TellingRefusal", clientId=child.ids["aino"], matters=["COACHING"], decidedOn="2026-11-20"
    )
    await store_note(child, "Kahdenkeskinen asia")
    await make_request(child, "OBJECT", requestText="Isä ei saa tietää")

    it = await answered(child)

    assert (await read_request(child, "guardian", it, "state packageBuiltAt"))["state"] == "FULFILLED"
    assert await step_request(child, it, "COLLECT", "guardian") == []
    package = await read_export(child, it, "guardian")
    assert package["content"]["Client"][0]["fields"]["streetAddress"] == "Salakuja 1"
    assert not {"TellingRefusal", "CoachingNote", "Relationship"} & set(package["content"])
    assert {entry["type"] for entry in package["withheld"]} <= {"Client", "Representation", "DataRequest", "Consent"}
    assert [node["id"] for node in package["content"]["DataRequest"]] == [it["id"]]
    assert (package["binned"], package["logIns"], package.get("changes")) == ([], [], None)
    assert all(entry["fields"] == [] for entry in package["accessLog"])
    assert package["accessLog"]
    assert "Kahdenkeskinen" not in str(package)
    assert "tietää" not in str(package)
    assert await read_export(child, it, "coach_a") == {}


async def test_a_safety_restriction_against_the_guardian_cuts_the_package_and_the_log(
    child: SampleOrganisation,
) -> None:
    by = await represent(child)
    assert await update(child, "coach_a", "Representation", by, safetyRestriction=True) == []
    await child.data("workplace", "{ clients { nodes { id callName } } }")

    it = await answered(child)

    package = await read_export(child, it, "guardian")
    assert "streetAddress" not in package["content"]["Client"][0]["fields"]
    assert "Salakuja" not in str(package)
    assert package["recipients"] == []
    assert {(entry["organisation"], entry["name"]) for entry in package["accessLog"]} == {(None, None)}
    assert {entry["at"][11:19] for entry in package["accessLog"]} == {"00:00:00"}
    log = (await child.data("guardian", LOG, i=child.ids["aino"]))["client"]["accessLog"]
    names = ("actorName", "agencyName", "authority", "operation")
    assert {entry[name] for entry in log for name in names} == {None}
    assert b"Salakuja" not in await child.raw("guardian", LOG, i=child.ids["aino"])


async def test_a_package_does_not_outlive_the_right_by_which_it_was_cut(child: SampleOrganisation) -> None:
    by = await represent(child)
    it = await answered(child)
    assert (await read_export(child, it, "guardian"))["content"]
    child.now = datetime(2026, 11, 24, 8, tzinfo=UTC)

    assert await update(child, "coach_a", "Representation", by, safetyRestriction=True) == []

    assert await step_request(child, it, "COLLECT", "guardian") == ["PACKAGE_TOO_WIDE"]
    assert await read_export(child, it, "guardian") == {}, "a link of before opens nothing either"
    child.now = datetime(2027, 3, 1, 8, tzinfo=UTC)  # eighteen
    assert await read_request(child, "guardian", it, "id") == {}


async def test_a_guardian_sees_who_looked_as_the_child_does_and_not_what_was_looked_at(
    child: SampleOrganisation,
) -> None:
    await represent(child)
    kept = await create(
        child, "trainee", "TellingRefusal", clientId=child.ids["aino"], matters=["CONTRACT"], decidedOn="2026-11-20"
    )
    await child.data("trainee", "query T($i: ID!) { tellingRefusal(id: $i) { matters } }", i=kept["id"])
    await child.data("coach_a", "query Katso($i: ID!) { client(id: $i) { phones } }", i=child.ids["aino"])

    seen = (await child.data("guardian", LOG, i=child.ids["aino"]))["client"]["accessLog"]
    own = (await child.data("trainee", LOG, i=child.ids["aino"]))["client"]["accessLog"]

    assert "coach_a" in {entry["actorName"] for entry in seen}
    assert [(e["at"], e["actorName"], e["purpose"]) for e in seen] == [
        (e["at"], e["actorName"], e["purpose"]) for e in own[1:]
    ]
    raw = await child.raw("guardian", LOG, i=child.ids["aino"])
    assert b"ellingRefusal" not in raw
    assert {(*e["fields"], e["operation"]) for e in seen} == {(None,)}


@pytest.mark.parametrize("mode", ["PURPOSES", "NAMES"])
async def test_the_law_of_the_register_holds_for_a_guardian_too(child: SampleOrganisation, mode: str) -> None:
    await represent(child)
    await child.pool.execute("UPDATE register SET log_mode = $1", mode)
    await child.data("coach_a", "query Katso($i: ID!) { client(id: $i) { phones } }", i=child.ids["aino"])

    seen = (await child.data("guardian", LOG, i=child.ids["aino"]))["client"]["accessLog"]

    assert ("coach_a" in {entry["actorName"] for entry in seen}) is (mode == "NAMES")


async def test_a_guardian_is_told_in_the_service_in_the_own_language(child: SampleOrganisation) -> None:
    by = await represent(child, language="sv")

    it = await answered(child)

    [letter] = await letters(child, "guardian")
    assert (letter["state"], letter["toldHow"], letter["language"]) == ("TOLD", "SERVICE", "sv")
    assert letter["representation"]["id"] == by["id"]
    assert "Brevet gäller uppgifter om Aino Äijälä, för vars räkning du handlar." in letter["text"]
    assert await child.count("notification", f"link = '{letter['id']}'") == 1
    assert (await read_request(child, "guardian", it, "answerToldOn"))["answerToldOn"] == "2026-11-23"


async def test_a_letter_to_a_guardian_without_account_is_printed_and_marked_as_sent(child: SampleOrganisation) -> None:
    by = await represent(child, postalAddress="Isätie 4, 50100 Mikkeli")
    await child.pool.execute("UPDATE representation SET account_id = NULL")
    on_paper = {"channel": "LETTER", "representationId": by["id"]}
    it = await ask(child, "ACCESS", "coach_a", **on_paper)
    assert await step_request(child, it, "CONFIRM_IDENTITY", reason="SEEN_ID") == []
    for name in ("BUILD", "FULFIL"):
        assert await step_request(child, it, name) == []

    [letter] = await letters(child, OFFICER)
    assert (letter["state"], letter["recipient"]) == ("WAITING", "Heikki Huoltaja\nIsätie 4\n50100 Mikkeli")
    assert (await read_request(child, OFFICER, it, "answerToldOn"))["answerToldOn"] is None
    pdf = await printed_letter(viewer_context(child, await child.viewer(OFFICER)), UUID(letter["id"][-32:]))
    text = " ".join(text_of(pdf or b"").split())
    assert "Heikki Huoltaja Isätie 4" in text
    assert "Tämä kirje koskee henkilöä Aino Äijälä, jonka puolesta toimit." in text
    assert await step(child, OFFICER, "RequestLetter", letter, "SEND", reason="LETTER") == []
    assert (await read_request(child, OFFICER, it, "answerToldOn"))["answerToldOn"] == "2026-11-23"
    package = await read_export(child, it)
    assert "streetAddress" in package["content"]["Client"][0]["fields"], "what is printed for the guardian is cut alike"
    assert package["logIns"] == []


async def test_what_comes_on_paper_names_a_representation_that_covers_it(child: SampleOrganisation) -> None:
    by = await represent(child, kind="AUTHORISED", matters=["COACHING"])
    given = {"clientId": child.ids["aino"], "channel": "LETTER", "representationId": by["id"]}

    assert await refused(child, "coach_a", **given) == ["RIGHTS_NOT_COVERED"]
    assert await refused(child, "coach_a", **given | {"clientId": child.ids["ville"]}) != []
    assert await child.count("data_request") == 0


async def test_when_the_right_has_ended_the_person_is_told(child: SampleOrganisation) -> None:
    await represent(child)
    it = await ask(child, "RESTRICT")
    assert await step_request(child, it, "BEGIN") == []
    child.now = datetime(2027, 3, 1, 8, tzinfo=UTC)  # eighteen

    assert await step_request(child, it, "REFUSE", reason="RIGHT_DOES_NOT_APPLY", comment="Ei perustetta.") == []

    assert await letters(child, "guardian") == []
    [letter] = await letters(child, "trainee")
    assert letter["representation"] is None
    assert "Pyynnön lähetti nimissäsi se, joka silloin toimi puolestasi." in letter["text"]


async def test_a_package_does_not_outlive_another_right_that_opened_a_part_of_it(child: SampleOrganisation) -> None:
    await represent(child)
    more = {"kind": "GUARDIAN", "evidence": "Ote", "validUntil": "2026-11-25"} | FATHER
    other = await create(child, "coach_a", "Representation", clientId=child.ids["aino"], **more)
    assert await step(child, "supervisor_a", "Representation", other, "CONFIRM") == []
    account = child.rows["account_guardian"].pk
    await child.pool.execute(
        "UPDATE representation SET account_id = $1 WHERE id = $2", account, other["id"].partition("_")[2]
    )
    it = await answered(child)

    child.now = datetime(2026, 11, 27, 8, tzinfo=UTC)

    assert await step_request(child, it, "COLLECT", "guardian") == ["PACKAGE_TOO_WIDE"]
