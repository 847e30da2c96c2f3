"""One person's years with the register, the clock an argument: from the referral to the backup that forgets."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest

from resolvers.purge_run import run_purges
from resolvers.request_clock import remind_of_requests
from resolvers.retaining import retain_ended
from service.backups.programs import dumped_text
from service.backups.restoring import restore
from service.backups.taking import back_up
from service.database import credentials
from service.embedded import OWNER, EmbeddedPostgres
from service.erasures import erasure_list_of
from service.settings import Settings
from tests.chores import desk_on
from tests.deeds import create, step
from tests.sealed_world import checkpoint, sealed, verdict
from tests.test_lifecycle import activated
from tests.test_packages import package
from tests.world import World, _account

SCOPES = frozenset({"attendance:read", "reports:read"})
TRAINEE, OFFICER = "eeva", "privacy_officer"
PREVIEW = """query P($r: ID!) { purgePreview(kind: DUE, registerId: $r) {
  going heldBack counts { type rows } items { target dueOn obstacle } } }"""


@dataclass
class Story:
    """The world, the person it is about, and the service whose backups are taken."""

    world: World
    settings: Settings
    person: UUID

    @property
    def public(self) -> str:
        return f"client_{self.person.hex}"

    def on(self, day: date, hour: int = 8) -> None:
        """Let the clock stand at a day."""
        self.world.now = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)

    async def do(self, who: str, noun: str, it: dict[str, Any], *names: str, **more: Any) -> None:
        """Take steps that nothing stands against."""
        for name in names:
            assert await step(self.world, who, noun, it, name, **more) == [], name

    async def ask_for(self, kind: str, **more: Any) -> dict[str, Any]:
        """A request of the person, just received."""
        it = await create(self.world, TRAINEE, "DataRequest", kind=kind, **more)
        assert it["state"] == "RECEIVED"
        return it

    async def see(self, who: str, fields: str) -> dict[str, Any]:
        """Return the person as somebody sees one; empty when that somebody does not."""
        found = await self.world.data(who, f"query C($i: ID!) {{ client(id: $i) {{ {fields} }} }}", i=self.public)
        return dict(found["client"] or {})


@pytest.fixture
async def story(world: World, settings: Settings, postgres: EmbeddedPostgres) -> Story:
    """Eeva was referred, accepted, and has a contract and one recorded day; she has an account of her own."""
    await activated(world)
    person = await world.pool.fetchval("SELECT id FROM client WHERE last_name = 'Esimerkki'")
    await _account(world, TRAINEE, "TRAINEE", client_id=person)
    database = str(credentials(settings.application_url)["database"])
    owned = settings.model_copy(update={"owner_database_url": postgres.url(database, OWNER)})
    told = Story(world, owned, UUID(str(person)))
    told.on(date(2026, 12, 2))
    await a_day_recorded(told)
    return told


async def a_day_recorded(story: Story) -> None:
    query = '{ attendance(filter: {day: {eq: "2026-12-02"}}) { nodes { id revision state } } }'
    [day] = (await story.world.data("coach_a", query))["attendance"]["nodes"]
    changing = """mutation U($i: UpdateAttendanceInput!) { updateAttendance(input: $i) {
      attendance { id revision state } errors { code } } }"""
    given = {"id": day["id"], "revision": day["revision"], "code": "PRESENT"}
    day.update((await story.world.data("coach_a", changing, i=given))["updateAttendance"]["attendance"])
    await story.do("coach_a", "Attendance", day, "RECORD")


@pytest.fixture
async def elsewhere(postgres: EmbeddedPostgres) -> AsyncIterator[str]:
    """The owner's URL of a new, empty database."""
    name = f"later_{uuid4().hex}"
    postgres.create_database(name)
    yield postgres.url(name, OWNER)
    postgres.drop_database(name)


async def test_december_a_withdrawn_consent_shows_the_agency_nothing_on_its_next_request(story: Story) -> None:
    days = "{ attendance { totalCount nodes { day } } referrals { nodes { state } } }"
    before = await story.world.data("official_x", days, SCOPES)
    query = "{ consents(filter: {state: {eq: GIVEN}}) { nodes { id revision state } } }"
    [consent] = (await story.world.data(TRAINEE, query))["consents"]["nodes"]

    await story.do(TRAINEE, "Consent", consent, "WITHDRAW")

    after = await story.world.data("official_x", days, SCOPES)
    assert before["attendance"] == {"totalCount": 1, "nodes": [{"day": "2026-12-02"}]}
    assert after["attendance"] == {"totalCount": 0, "nodes": []}
    said = "SELECT outcome FROM disclosure_log WHERE 'Attendance.day' = ANY (fields) ORDER BY id DESC LIMIT 1"
    assert await story.world.pool.fetchval(said) == "NOTHING"


async def test_january_an_inspection_is_answered_before_its_day(story: Story) -> None:
    world = story.world
    story.on(date(2026, 12, 31))
    it = await story.ask_for("ACCESS", requestText="Haluan nähdä tietoni.")
    await story.do(OFFICER, "DataRequest", it, "ASK_IDENTITY")
    assert await step(world, OFFICER, "DataRequest", it, "FULFIL") == ["WRONG_STATE"]
    await story.do(OFFICER, "DataRequest", it, "CONFIRM_IDENTITY", reason="SEEN_ID")
    story.on(date(2027, 1, 25))
    assert await remind_of_requests(desk_on(world)) == 1
    seen = "query D($i: ID!) { dataRequest(id: $i) { revision remindedOn } }"
    it |= (await world.data(OFFICER, seen, i=it["id"]))["dataRequest"]
    assert it["remindedOn"] == "2027-01-25"

    await story.do(OFFICER, "DataRequest", it, "BUILD", "FULFIL")

    query = "query D($i: ID!) { dataRequest(id: $i) { state identityProof receivedOn dueOn answeredOn } }"
    answered = (await world.data(TRAINEE, query, i=it["id"]))["dataRequest"]
    assert answered == {
        "state": "FULFILLED", "identityProof": "SEEN_ID", "receivedOn": "2026-12-31", "dueOn": "2027-01-31",
        "answeredOn": "2027-01-25",
    }  # fmt: skip
    found = await package(world, it, TRAINEE)
    assert found["person"] == {"id": story.public, "name": "Eeva Maria Esimerkki"}
    assert {"Client", "Referral", "Contract", "Attendance", "Consent"} <= set(found["content"])
    assert found["accessLog"]
    await story.do(TRAINEE, "DataRequest", it, "COLLECT")
    assert await package(world, it, "coach_a") == {}


async def test_february_a_correction_is_applied_with_before_and_after_and_told_on(story: Story) -> None:
    world = story.world
    await world.data("official_x", "{ referrals { nodes { lastName } } }")
    story.on(date(2027, 2, 1))
    it = await story.ask_for("RECTIFY")
    item = await create(
        world, TRAINEE, "Rectification", requestId=it["id"], objectRef=story.public, fieldKey="lastName",
        proposedValue="Esimerkki-Uusi",
    )  # fmt: skip
    await story.do(OFFICER, "DataRequest", it, "BEGIN")

    await story.do(OFFICER, "Rectification", item, "APPLY")
    await story.do(OFFICER, "DataRequest", it, "FULFIL")

    query = "query R($i: ID!) { rectification(id: $i) { state beforeValue afterValue decidedOn } }"
    assert (await world.data(TRAINEE, query, i=item["id"]))["rectification"] == {
        "state": "APPLIED", "beforeValue": "Esimerkki", "afterValue": "Esimerkki-Uusi", "decidedOn": "2027-02-01",
    }  # fmt: skip
    assert await story.see("coach_a", "lastName") == {"lastName": "Esimerkki-Uusi"}
    history = (await story.see(OFFICER, "history { action comment }"))["history"]
    assert history[0] == {"action": "RECTIFY", "comment": it["id"]}
    notices = await world.data("official_x", "{ disclosureNotices { nodes { kind fieldKeys } } }")
    assert notices["disclosureNotices"]["nodes"] == [{"kind": "CORRECTED", "fieldKeys": ["lastName"]}]


async def test_march_a_restriction_takes_away_and_is_lifted_after_a_word(story: Story) -> None:
    story.on(date(2027, 3, 1))
    seen = await story.see("coach_a", "lastName phones")
    it = await story.ask_for("RESTRICT", requestText="Älkää käyttäkö tietojani nyt.")

    await story.do(OFFICER, "DataRequest", it, "BEGIN", "RESTRICT", "FULFIL")

    assert seen["phones"] == ["+358407654321"]
    assert await story.see("coach_a", "lastName phones") == {"lastName": "Esimerkki", "phones": None}
    assert await step(story.world, OFFICER, "DataRequest", it, "LIFT") == ["LIFTING_NOT_ANNOUNCED"]
    await story.do(OFFICER, "DataRequest", it, "ANNOUNCE_LIFTING", comment="Asia on selvitetty.")
    assert await step(story.world, OFFICER, "DataRequest", it, "LIFT") == ["LIFTING_NOT_ANNOUNCED"]
    story.on(date(2027, 3, 2))
    await story.do(OFFICER, "DataRequest", it, "LIFT", "CLOSE")
    assert await story.see("coach_a", "lastName phones") == seen


async def ended(story: Story) -> None:
    """The coaching ends in May 2027."""
    story.on(date(2027, 5, 31))
    query = "query R($i: ID!) { client(id: $i) { id revision state relationships { nodes { id revision state } } } }"
    client = (await story.world.data("coach_a", query, i=story.public))["client"]
    [relationship] = client["relationships"]["nodes"]
    await story.do("coach_a", "Relationship", relationship, "END", reason="EMPLOYED")
    await story.do("coach_a", "Client", client, "END", comment="Työllistyi")


async def retained(story: Story) -> None:
    """A year later the unit needs the data no more: its supervisor, who still saw the relationship, does not now."""
    seen = '{ relationships(filter: {endedOn: {eq: "2027-05-31"}}) { totalCount } }'
    before = await story.world.data("supervisor_a", seen)
    story.on(date(2028, 5, 31))
    assert await retain_ended(desk_on(story.world)) == 1
    after = await story.world.data("supervisor_a", seen)
    assert (before["relationships"]["totalCount"], after["relationships"]["totalCount"]) == (1, 0)


async def decided(story: Story) -> dict[str, Any]:
    """On the day it is due two people decide; one of them alone does not."""
    world = story.world
    asked = {"kind": "DUE", "basis": "RETENTION_OVER", "registerId": world.ids["register"]}
    it = await create(world, OFFICER, "Purge", **asked)
    await story.do(OFFICER, "Purge", it, "APPROVE")
    assert await step(world, OFFICER, "Purge", it, "CONFIRM") == ["ANOTHER_PERSON"]
    await story.do("manager", "Purge", it, "CONFIRM")
    return it


async def purged(story: Story) -> str:
    """Run the purge on the clock; return its certificate."""
    it = await decided(story)
    desk = desk_on(story.world, erasures=erasure_list_of(story.settings))
    assert [await run_purges(desk), await run_purges(desk)] == [1, 0]
    query = "query P($i: ID!) { purge(id: $i) { state digest certificate approvedByName confirmedByName } }"
    done = (await story.world.data(OFFICER, query, i=it["id"]))["purge"]
    assert (done["state"], done["approvedByName"], done["confirmedByName"]) == ("DONE", OFFICER, "manager")
    assert done["digest"] in done["certificate"]
    return str(done["certificate"])


async def test_four_years_after_the_end_the_preview_shows_who_goes_and_not_a_day_before(story: Story) -> None:
    await ended(story)
    await retained(story)
    register = story.world.ids["register"]
    story.on(date(2031, 5, 30))
    before = (await story.world.data(OFFICER, PREVIEW, r=register))["purgePreview"]
    story.on(date(2031, 5, 31))
    on_the_day = (await story.world.data(OFFICER, PREVIEW, r=register))["purgePreview"]

    assert (before["going"], before["items"]) == (0, [])
    assert (on_the_day["going"], on_the_day["heldBack"]) == (1, 0)
    assert on_the_day["items"] == [{"target": story.public, "dueOn": "2031-05-31", "obstacle": None}]
    assert {"type": "relationship", "rows": 1} in on_the_day["counts"]
    assert (await story.world.data("coach_a", PREVIEW, r=register))["purgePreview"] is None


async def test_the_person_is_erased_with_a_certificate_and_a_restored_backup_does_not_bring_her_back(
    story: Story, elsewhere: str, tmp_path: Path
) -> None:
    settings, world = story.settings, story.world
    assert await story.see("coach_a", "lastName") == {"lastName": "Esimerkki"}
    await ended(story)
    await retained(story)
    story.on(date(2031, 5, 31))
    await sealed(settings, world.now)
    kept = await checkpoint(settings, world.now)
    before = await verdict(settings.application_url, settings, [kept])
    assert (before.faults, before.entries > 0) == ([], True)
    backup, _ = back_up(settings, tmp_path / "backups", world.now)

    certificate = await purged(story)

    assert await story.see(OFFICER, "state lastName") == {"state": "ERASED", "lastName": None}
    story.on(date(2031, 6, 1))
    await sealed(settings, world.now)
    after = await verdict(settings.application_url, settings, [kept])
    assert (after.faults, after.waiting) == ([], 0)
    assert story.public in certificate
    assert b"Esimerkki" not in dumped_text(settings.owner_url)
    done = await restore(settings, backup, elsewhere, tmp_path / "files", world.now)
    assert (done.missing, done.erased) == (2, 1)  # the referral is a line of its own, and went with the client
    assert b"Esimerkki" not in dumped_text(elsewhere)
    owner = await asyncpg.connect(**credentials(elsewhere))
    assert await owner.fetchval("SELECT state FROM client WHERE id = $1", story.person) == "ERASED"
    await owner.close()
    assert (await verdict(elsewhere, settings, [kept])).faults == []
