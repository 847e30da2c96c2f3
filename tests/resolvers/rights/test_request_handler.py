"""The privacy officer reads content bound to a request: of its person, while it is worked on, and writes nothing."""

from typing import Any

from tests.support.actions.content import create, step, try_to_create, update
from tests.support.actions.data_requests import OFFICER, make_request, request_in_work, step_request
from tests.support.organisation import SampleOrganisation

CARD = """query C($id: ID!) { client(id: $id) { email redacted
  relationships { nodes { coachingNotes { nodes { state body } } } } } }"""


async def noted(organisation: SampleOrganisation) -> None:
    """Aino has a signed note and a draft."""
    for body in ("Kirjattu ja allekirjoitettu.", "Kesken."):
        given = {"kind": "MEETING", "occurredAt": "2026-11-20T07:00:00Z", "body": body}
        note = await create(
            organisation, "coach_a", "CoachingNote", relationshipId=organisation.ids["relationship_aino"], **given
        )
        if body != "Kesken.":
            assert await step(organisation, "coach_a", "CoachingNote", note, "SIGN") == []


async def card(
    organisation: SampleOrganisation, who: str = OFFICER, name: str = "aino"
) -> tuple[str | None, list[str | None]]:
    """The e-mail and the notes of a client, as somebody sees them."""
    client = (await organisation.data(who, CARD, id=organisation.ids[name]))["client"]
    notes = [n["body"] for r in client["relationships"]["nodes"] for n in r["coachingNotes"]["nodes"]]
    return client["email"], notes


async def test_content_opens_when_a_request_is_worked_on_and_closes_with_its_answer(
    organisation: SampleOrganisation,
) -> None:
    await noted(organisation)
    it = await make_request(organisation, "RESTRICT")
    assert await card(organisation) == (None, [None])  # that a note exists is no secret to the officer, what it says is

    assert await step_request(organisation, it, "BEGIN") == []
    assert await card(organisation) == ("aino@example.org", ["Kirjattu ja allekirjoitettu."])
    assert await card(organisation, name="ville") == (None, [])

    assert await step_request(organisation, it, "WITHDRAW", "trainee") == []
    assert await card(organisation) == (None, [None])


async def test_what_the_officer_typed_in_opens_nothing_and_what_the_coach_typed_in_does(
    organisation: SampleOrganisation,
) -> None:
    await noted(organisation)
    for who, seen in ((OFFICER, None), ("coach_a", "aino@example.org")):
        paper = {
            "clientId": organisation.ids["aino"],
            "kind": "RESTRICT",
            "channel": "LETTER",
            "receivedOn": "2026-11-20",
        }
        it = await create(organisation, who, "DataRequest", **paper)
        assert await step_request(organisation, it, "CONFIRM_IDENTITY", reason="SEEN_ID") == [], who
        assert (await card(organisation))[0] == seen, who
        assert await step_request(organisation, it, "WITHDRAW") == []


async def test_the_officer_writes_nothing_of_it_and_a_safety_restriction_masks(
    organisation: SampleOrganisation,
) -> None:
    await noted(organisation)
    await request_in_work(organisation, "ACCESS")
    aino: dict[str, Any] = {"id": organisation.ids["aino"], "revision": 1}
    assert await update(organisation, OFFICER, "Client", aino, email="toinen@example.org") == ["FORBIDDEN_FIELD"]
    await organisation.pool.execute("UPDATE client SET safety_restriction = true")

    assert await card(organisation) == (None, ["Kirjattu ja allekirjoitettu."])
    redacted = (await organisation.data(OFFICER, CARD, id=organisation.ids["aino"]))["client"]["redacted"]
    assert {"email", "phones", "streetAddress"} <= set(redacted)


async def test_who_typed_a_request_in_neither_builds_a_package_nor_reads_what_is_to_be_corrected(
    organisation: SampleOrganisation,
) -> None:
    paper = {"clientId": organisation.ids["aino"], "channel": "LETTER", "receivedOn": "2026-11-20"}
    access = await create(organisation, OFFICER, "DataRequest", kind="ACCESS", **paper)
    assert await step_request(organisation, access, "CONFIRM_IDENTITY", reason="SEEN_ID") == []
    assert await step_request(organisation, access, "BUILD") == ["OWN_REQUEST"]
    assert await organisation.count("package") == 0
    item = {"objectRef": organisation.ids["aino"], "fieldKey": "email", "proposedValue": "a@example.org"}
    for who, refused in ((OFFICER, ["OWN_REQUEST"]), ("coach_a", [])):
        request = await create(organisation, who, "DataRequest", kind="RECTIFY", **paper)
        made = await try_to_create(organisation, OFFICER, "Rectification", requestId=request["id"], **item)
        assert made[1] == refused, who
    assert await organisation.count("rectification") == 1
