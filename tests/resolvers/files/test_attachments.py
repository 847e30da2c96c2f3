"""Files of objects, by role: who adds, who reads, and that nobody else gets as much as the name."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from service.settings import Settings
from tests.support.organisation import OrganisationTemplate
from tests.support.queries.shipped import ship
from tests.support.running_service import PDF, RunningService, SessionClient, running_service

NAME = "Ainon terveystiedot.pdf"


@pytest.fixture
async def service(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[RunningService]:
    async with running_service(settings, organisation_template) as found:
        yield found


async def test_a_coach_attaches_and_downloads_the_very_bytes(service: RunningService) -> None:
    aino = service.organisation.ids["aino"]
    async with service.log_in("coach_a") as coach:
        await coach.attach(aino, name=NAME)
        [file] = await coach.files(aino) or []
        answer = await coach.http.get(file["link"])

    assert (file["name"], file["mediaType"], file["size"], file["addedBy"]) == (
        NAME,
        "application/pdf",
        len(PDF),
        "coach_a",
    )
    assert answer.content == PDF
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''Ainon%20terveystiedot.pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["cache-control"] == "no-store"
    assert "Ainon" not in file["link"]


async def test_the_file_on_disk_holds_nothing_of_what_was_sent(service: RunningService) -> None:
    async with service.log_in("coach_a") as coach:
        await coach.attach(service.organisation.ids["aino"], name=NAME)

    [path] = (service.settings.files_dir / "attachments").iterdir()
    stored = path.read_bytes()
    assert not [part for part in (PDF, b"PDF", b"Catalog", b"Ainon") if part in stored]
    assert "Ainon" not in path.name
    assert path.stat().st_mode & 0o777 == 0o600


async def test_every_download_and_every_look_leaves_its_row(service: RunningService) -> None:
    organisation, aino = service.organisation, service.organisation.ids["aino"]
    async with service.log_in("coach_a") as coach:
        await coach.attach(aino)
        [file] = await coach.files(aino) or []
        await coach.http.get(file["link"])

    rows = await organisation.pool.fetch(
        "SELECT document, operation, fields, subjects, outcome FROM disclosure_log ORDER BY id DESC LIMIT 2"
    )
    assert [row["operation"] for row in rows] == ["file", rows[1]["document"]]
    for row in rows:
        assert row["fields"] == ["Client.attachments"]
        assert row["subjects"] == [organisation.rows["aino"].pk]
        assert row["outcome"] == "SHOWN"


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("supervisor_a", True),
        ("trainee", True),
        ("coach_b", None),
        ("supervisor_b", None),
        ("colleague_a", False),
        ("manager", False),
        ("privacy_officer", False),
        ("administrator", None),
        ("finance", None),
        ("official_x", None),
        ("workplace", None),
    ],
)
async def test_files_are_for_those_who_read_of_the_care(service: RunningService, who: str, sees: bool | None) -> None:
    aino = service.organisation.ids["aino"]
    async with service.log_in("coach_a") as coach:
        await coach.attach(aino, name=NAME)
    async with service.log_in(who) as other:
        query = "query F($id: ID!) { client(id: $id) { redacted attachments { name link } } }"
        raw = await other.http.post(
            "/graphql", json={"query": ship(query), "variables": {"id": aino}}, headers=other.headers
        )
        shown = raw.json()["data"]["client"]

    assert (shown is not None) == (sees is not None)
    if shown is not None:
        assert (shown["attachments"] is not None) == sees
        assert ("attachments" in shown["redacted"]) == (not sees)
    assert (b"terveystiedot" in raw.content) == bool(sees)


@pytest.mark.parametrize("who", ["trainee", "colleague_a", "coach_b", "manager", "privacy_officer", "official_x"])
async def test_who_may_not_write_of_the_care_attaches_nothing(service: RunningService, who: str) -> None:
    async with service.log_in(who) as other:
        refused = await other.announce(service.organisation.ids["aino"])

    assert refused["attachmentId"] is refused["uploadLink"] is None
    assert [e["code"] for e in refused["errors"]] in (["FORBIDDEN"], ["NOT_FOUND"])
    assert await service.organisation.count("attachment") == 0


async def test_a_file_is_removed_by_who_may_write_and_by_nobody_else(service: RunningService) -> None:
    organisation, aino = service.organisation, service.organisation.ids["aino"]
    remove = "mutation D($id: ID!) { detach(id: $id) { attachmentId errors { code } } }"
    async with service.log_in("coach_a") as coach, service.log_in("trainee") as trainee:
        file = await coach.attach(aino)
        refused = (await trainee.ask(remove, id=file))["detach"]
        left = await organisation.count("attachment")
        done = (await coach.ask(remove, id=file))["detach"]

    assert [e["code"] for e in refused["errors"]] == ["FORBIDDEN"]
    assert left == 1
    assert done == {"attachmentId": file, "errors": []}
    assert await organisation.count("attachment") == 0
    assert list((service.settings.files_dir / "attachments").iterdir()) == []


@pytest.mark.parametrize("who", ["colleague_a", "manager", "coach_b", "administrator"])
async def test_who_may_not_read_files_gets_the_same_bytes_with_and_without_them(
    service: RunningService, who: str
) -> None:
    organisation = service.organisation
    query = """query F($id: ID!) { client(id: $id) { id revision modifiedAt redacted history { action }
      attachments { id name link } } }"""
    before = await organisation.raw(who, query, id=organisation.ids["aino"])
    async with service.log_in("coach_a") as coach:
        await coach.attach(organisation.ids["aino"])

    assert await organisation.raw(who, query, id=organisation.ids["aino"]) == before


async def test_history_tells_of_files_and_keeps_them_from_who_may_not_read_them(service: RunningService) -> None:
    aino = service.organisation.ids["aino"]
    query = "query H($id: ID!) { client(id: $id) { history { action changes { field before after } } } }"
    async with service.log_in("coach_a") as coach:
        file = await coach.attach(aino, name=NAME)
    async with service.log_in("supervisor_a") as supervisor, service.log_in("privacy_officer") as officer:
        told = (await supervisor.ask(query, id=aino))["client"]["history"]
        hidden = (await officer.ask(query, id=aino))["client"]["history"]

    assert told == [{"action": "ATTACH", "changes": [{"field": "attachments", "before": None, "after": file}]}]
    assert hidden == [{"action": "ATTACH", "changes": []}]
    stored = await service.organisation.pool.fetchval("SELECT string_agg(h::text, '') FROM history h")
    assert "terveystiedot" not in stored
    assert await service.organisation.count("outbox", "event = 'client.attach'") == 1


async def test_a_repeated_announcement_makes_one_file(service: RunningService) -> None:
    aino = service.organisation.ids["aino"]
    async with service.log_in("coach_a") as coach:
        first, second = [await coach.announce(aino, key="k1") for _ in range(2)]
        conflict = await coach.announce(aino, key="k1", name="toinen.pdf")

    assert first["attachmentId"] == second["attachmentId"]
    assert [e["code"] for e in conflict["errors"]] == ["IDEMPOTENCY_CONFLICT"]
    assert await service.organisation.count("attachment") == 1


async def test_what_has_no_files_says_so(service: RunningService) -> None:
    async with service.log_in("coach_a") as coach:
        refused = await coach.announce(service.organisation.ids["relationship_aino"])

    assert [e["code"] for e in refused["errors"]] == ["NOT_ATTACHABLE"]


async def made(browser: SessionClient, kind: str, /, **given: Any) -> dict[str, Any]:
    field = kind[0].lower() + kind[1:]
    query = f"""mutation C($i: Create{kind}Input!) {{ create{kind}(input: $i) {{
      it: {field} {{ id revision }} errors {{ code path }} }} }}"""
    done = (await browser.ask(query, i=given))[f"create{kind}"]
    assert done["errors"] == []
    return dict(done["it"])


async def test_an_agency_attaches_to_its_own_draft_and_another_agency_sees_nothing(service: RunningService) -> None:
    async with service.log_in("official_x") as own, service.log_in("official_y") as other:
        referral = await made(
            own,
            "Referral",
            unitId=service.organisation.ids["unit_a"],
            firstNames="Eeva",
            lastName="Esimerkki",
            serviceCode="REHABILITATIVE_WORK",
            basis="STATUTORY",
        )
        await own.attach(referral["id"], name="Suunnitelma.pdf")
        shown, hidden = await own.files(referral["id"]), await other.files(referral["id"])
        refused = await other.announce(referral["id"])

    assert [file["name"] for file in shown or []] == ["Suunnitelma.pdf"]
    assert hidden is None
    assert [e["code"] for e in refused["errors"]] == ["NOT_FOUND"]


async def test_files_of_a_note_are_its_authors_until_signed_and_then_nobody_adds_one(service: RunningService) -> None:
    sign = """mutation S($i: TransitionCoachingNoteInput!) { transitionCoachingNote(input: $i) { errors { code } } }"""
    async with service.log_in("coach_a") as coach, service.log_in("supervisor_a") as supervisor:
        note = await made(
            coach,
            "CoachingNote",
            relationshipId=service.organisation.ids["relationship_aino"],
            kind="MEETING",
            occurredAt="2026-11-20T09:00:00Z",
            body="Aino kertoi suunnitelmistaan.",
        )
        await coach.attach(note["id"])
        as_draft = await supervisor.files(note["id"])
        step = {"id": note["id"], "revision": note["revision"], "transition": "SIGN"}
        assert (await coach.ask(sign, i=step))["transitionCoachingNote"] == {"errors": []}
        as_signed = await supervisor.files(note["id"])
        refused = await coach.announce(note["id"])

    assert as_draft is None
    assert len(as_signed or []) == 1
    assert [e["code"] for e in refused["errors"]] == ["FORBIDDEN"]
