"""One person's life with the register, the clock an argument: from the referral to the backup that forgets her."""

import json
import re
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from auth.accounts.viewer_loading import ByToken, load_viewer_and_session
from auth.tokens.access_tokens import AccessToken
from service.database.connections import credentials
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.erasure_replay import erasure_list_of
from service.resources import file_store
from service.settings import Settings
from tests.support.actions.casework import contract_to_sign, sign_and_activate
from tests.support.actions.content import create, step, update
from tests.support.actions.exports import read_export
from tests.support.one_life import OFFICER, OFFICIAL, REFERENCE, TRAINEE, Life, begin_life, restored_life
from tests.support.organisation import ISSUER, open_account
from tests.support.processes.mail_server import LocalMailServer
from tests.support.rows.whole_person import dumped_text, everything_below, store_file

SCOPES = frozenset({"attendance:read", "reports:read"})
WORDS = {  # what of her must be nowhere in the end
    b"Esimerkki",
    b"Eeva",
    b"010190-900P",
    b"358407654321",
    b"eeva.esimerkki@posti.example",
    b"erikoislaatuinen",
    b"Erikoiskirje",
    b"1990-01-01",
    b"918273",
}
PREVIEW = """query P($r: ID!) { purgePreview(kind: DUE, registerId: $r) {
  going heldBack counts { type rows } items { target dueOn obstacle } } }"""
NOTICES = "{ disclosureNotices { nodes { kind fieldKeys reference client { id } } } }"


@pytest.fixture
async def elsewhere(postgres: EmbeddedPostgres) -> AsyncIterator[str]:
    """The name of a new, empty database of the same server."""
    name = f"later_{uuid4().hex}"
    postgres.create_database(name)
    yield name
    postgres.drop_database(name)


async def is_referred_and_starts(life: Life) -> None:
    """Referred with consent, accepted, under contract; she has an account of her own, papers and a note."""
    organisation = life.organisation
    referral = {"decisionReference": REFERENCE, "email": "eeva.esimerkki@posti.example"}
    contract = await contract_to_sign(organisation, referral)
    assert (
        await update(organisation, "finance", "Contract", contract, priceCents=918_273, payer="Eeva Esimerkki itse")
        == []
    )
    await sign_and_activate(organisation, contract)
    life.person = UUID(str(await organisation.pool.fetchval("SELECT id FROM client WHERE last_name = 'Esimerkki'")))
    await open_account(organisation, TRAINEE, "TRAINEE", client_id=life.person)
    await store_file("client", life.person, "Erikoiskirje.pdf", file_store(life.settings))
    relationship = (await life.see("coach_a", "relationships { nodes { id } }"))["relationships"]["nodes"][0]["id"]
    note = await create(
        organisation,
        "coach_a",
        "CoachingNote",
        relationshipId=relationship,
        kind="MEETING",
        occurredAt="2026-11-20T09:00:00Z",
        body="Päivä oli erikoislaatuinen.",
    )
    await life.do("coach_a", "CoachingNote", note, "SIGN")

    assert await life.see(TRAINEE, "state lastName dateOfBirth phones email") == {
        "state": "ACTIVE",
        "lastName": "Esimerkki",
        "dateOfBirth": "1990-01-01",
        "phones": ["+358407654321"],
        "email": "eeva.esimerkki@posti.example",
    }


async def is_present_for_a_day(life: Life) -> None:
    life.on(date(2026, 12, 2))
    query = '{ attendance(filter: {day: {eq: "2026-12-02"}}) { nodes { id revision state } } }'
    [day] = (await life.one("coach_a", query))["nodes"]
    changing = """mutation U($i: UpdateAttendanceInput!) { updateAttendance(input: $i) {
      attendance { id revision state } errors { code } } }"""
    given = {"id": day["id"], "revision": day["revision"], "code": "PRESENT"}
    day.update((await life.one("coach_a", changing, i=given))["attendance"])

    await life.do("coach_a", "Attendance", day, "RECORD")
    assert day["state"] == "RECORDED"


async def withdraws_her_consent(life: Life) -> None:
    """What the agency was shown is gone with its next request, and the log says so."""
    days = "{ attendance { totalCount nodes { day } } }"
    before = await life.one(OFFICIAL, days, scopes=SCOPES)
    given = "{ consents(filter: {state: {eq: GIVEN}}) { nodes { id revision state } } }"
    [consent] = (await life.one(TRAINEE, given))["nodes"]

    await life.do(TRAINEE, "Consent", consent, "WITHDRAW")

    after = await life.one(OFFICIAL, days, scopes=SCOPES)
    assert before == {"totalCount": 1, "nodes": [{"day": "2026-12-02"}]}
    assert after == {"totalCount": 0, "nodes": []}
    said = "SELECT outcome FROM disclosure_log WHERE 'Attendance.day' = ANY (fields) ORDER BY id DESC LIMIT 1"
    assert await life.organisation.pool.fetchval(said) == "NOTHING"


async def asks(life: Life, kind: str, **more: Any) -> dict[str, Any]:
    it = await create(life.organisation, TRAINEE, "DataRequest", kind=kind, **more)
    assert it["state"] == "RECEIVED"
    return it


async def asks_to_see_her_data(life: Life) -> None:
    """Asked on New Year's Eve, her identity proven, the officer reminded, answered within the month, collected."""
    life.on(date(2026, 12, 31))
    it = await asks(life, "ACCESS", requestText="Haluan nähdä tietoni, Eeva Esimerkki.")
    await life.do(OFFICER, "DataRequest", it, "ASK_IDENTITY")
    assert await step(life.organisation, OFFICER, "DataRequest", it, "FULFIL") == ["WRONG_STATE"]
    await life.do(OFFICER, "DataRequest", it, "CONFIRM_IDENTITY", reason="SEEN_ID")
    life.on(date(2027, 1, 25))
    assert await life.run_job("remind_of_requests") == 1
    it |= await life.one(OFFICER, "query D($i: ID!) { dataRequest(id: $i) { revision remindedOn } }", i=it["id"])
    assert it["remindedOn"] == "2027-01-25"

    await life.do(OFFICER, "DataRequest", it, "BUILD", "FULFIL")

    query = "query D($i: ID!) { dataRequest(id: $i) { state identityProof receivedOn dueOn answeredOn } }"
    assert await life.one(TRAINEE, query, i=it["id"]) == {
        "state": "FULFILLED",
        "identityProof": "SEEN_ID",
        "receivedOn": "2026-12-31",
        "dueOn": "2027-02-01",  # 31 January is a Sunday
        "answeredOn": "2027-01-25",
    }
    found = await read_export(life.organisation, it, TRAINEE)
    assert found["person"] == {"id": life.public, "name": "Eeva Maria Esimerkki"}
    assert {"Client", "Referral", "Contract", "Attendance", "Consent"} <= set(found["content"])
    assert found["accessLog"]
    await life.do(TRAINEE, "DataRequest", it, "COLLECT")
    assert await read_export(life.organisation, it, "coach_a") == {}


async def is_told_in_the_service_and_by_mail(life: Life) -> None:
    assert await life.run_job("dispatch_events") > 0
    assert await life.run_job("send_mail") == 4

    mails = {envelope.rcpt_tos[0]: envelope.content for envelope in life.mail.mailbox.taken}
    assert set(mails) == {"eeva.esimerkki@posti.example", "privacy_officer@example.org"}  # told, and reminded
    assert [mail for mail in mails.values() if b"Esimerkki" in mail] == []
    notices = (await life.one(TRAINEE, "{ notifications { nodes { event state } } }"))["nodes"]
    assert {notice["event"]: notice["state"] for notice in notices} == {
        "data_request.fulfil": "UNREAD",  # by the rule of the organisation
        "request_letter.send": "UNREAD",  # the answer itself
    }
    assert len(notices) == 2


async def has_her_name_corrected(life: Life) -> None:
    """Applied with before and after, in the history, and told to the agency that was shown the name."""
    await life.organisation.data(OFFICIAL, "{ referrals { nodes { lastName } } }")
    life.on(date(2027, 2, 1))
    it = await asks(life, "RECTIFY")
    named = {"requestId": it["id"], "objectRef": life.public, "fieldKey": "lastName"}
    item = await create(life.organisation, TRAINEE, "Rectification", **named, proposedValue="Esimerkki-Uusi")
    await life.do(OFFICER, "DataRequest", it, "BEGIN")

    await life.do(OFFICER, "Rectification", item, "APPLY")
    await life.do(OFFICER, "DataRequest", it, "FULFIL")

    query = "query R($i: ID!) { rectification(id: $i) { state beforeValue afterValue decidedOn } }"
    assert await life.one(TRAINEE, query, i=item["id"]) == {
        "state": "APPLIED",
        "beforeValue": "Esimerkki",
        "afterValue": "Esimerkki-Uusi",
        "decidedOn": "2027-02-01",
    }
    assert await life.see("coach_a", "lastName") == {"lastName": "Esimerkki-Uusi"}
    history = (await life.see(OFFICER, "history { action comment }"))["history"]
    assert history[0] == {"action": "RECTIFY", "comment": it["id"]}
    [told] = (await life.one(OFFICIAL, NOTICES))["nodes"]
    assert (told["kind"], told["fieldKeys"], told["reference"]) == ("CORRECTED", ["lastName"], REFERENCE)


async def has_her_data_restricted_and_released(life: Life) -> None:
    """A second state that only takes away; it is lifted on a later day than it was announced."""
    life.on(date(2027, 3, 1))
    seen = await life.see("coach_a", "lastName phones")
    it = await asks(life, "RESTRICT", requestText="Älkää käyttäkö tietojani nyt.")

    await life.do(OFFICER, "DataRequest", it, "BEGIN", "RESTRICT", "FULFIL")

    assert seen["phones"] == ["+358407654321"]
    assert await life.see("coach_a", "lastName phones") == {"lastName": "Esimerkki-Uusi", "phones": None}
    assert await step(life.organisation, OFFICER, "DataRequest", it, "LIFT") == ["LIFTING_NOT_ANNOUNCED"]
    await life.do(OFFICER, "DataRequest", it, "ANNOUNCE_LIFTING", comment="Asia on selvitetty.")
    assert await step(life.organisation, OFFICER, "DataRequest", it, "LIFT") == ["LIFTING_NOT_ANNOUNCED"]
    life.on(date(2027, 3, 2))
    await life.do(OFFICER, "DataRequest", it, "LIFT", "CLOSE")
    assert await life.see("coach_a", "lastName phones") == seen


async def ends_her_coaching(life: Life) -> None:
    life.on(date(2027, 5, 31))
    client = await life.see("coach_a", "id revision state relationships { nodes { id revision state } }")
    [relationship] = client["relationships"]["nodes"]

    assert await step(life.organisation, "coach_a", "Relationship", relationship, "END", reason="EMPLOYED") == [
        "OPEN_BELOW"
    ]
    await life.do("coach_a", "Relationship", relationship, "END", reason="EMPLOYED", closeBelow=True)
    await life.do("coach_a", "Client", client, "END", comment="Eeva työllistyi")

    assert (relationship["state"], client["state"]) == ("ENDED", "ENDED")


async def is_not_needed_by_the_unit_any_more(life: Life) -> None:
    """A year later the unit's supervisor, who still saw the relationship, does not."""
    seen = '{ relationships(filter: {endedOn: {eq: "2027-05-31"}}) { totalCount } }'
    before = await life.one("supervisor_a", seen)
    life.on(date(2028, 5, 31))

    assert await life.run_job("retain_ended") == 1
    assert (before, await life.one("supervisor_a", seen)) == ({"totalCount": 1}, {"totalCount": 0})


async def is_due_after_four_years_and_not_a_day_before(life: Life) -> None:
    register = life.organisation.ids["register"]
    life.on(date(2031, 5, 30))
    before = await life.one(OFFICER, PREVIEW, r=register)
    life.on(date(2031, 5, 31))
    on_the_day = await life.one(OFFICER, PREVIEW, r=register)

    assert (before["going"], before["items"]) == (0, [])
    assert (on_the_day["going"], on_the_day["heldBack"]) == (1, 0)
    assert on_the_day["items"] == [{"target": life.public, "dueOn": "2031-05-31", "obstacle": None}]
    assert {"type": "relationship", "rows": 1} in on_the_day["counts"]
    assert await life.one("coach_a", PREVIEW, r=register) is None


async def is_backed_up(life: Life, directory: Path) -> Path:
    """The night before: a backup with everything of her, and a checkpoint of the logs to be kept elsewhere."""
    life.command("checkpoint", "--to", str(directory / "checkpoint.json"))
    printed = life.command("backup", "--to", str(directory / "backups"))
    [backup] = (directory / "backups").glob("*.backup")
    assert str(backup) in printed
    assert re.search(r"1 files, .* erasures known: 0\.", printed)
    found = dumped_text(life.settings.owner_url)
    assert {word for word in WORDS if word not in found} == {b"010190-900P"}  # it is sealed
    return backup


async def is_decided_on_by_two(life: Life) -> dict[str, Any]:
    asked = {"kind": "DUE", "basis": "RETENTION_OVER", "registerId": life.organisation.ids["register"]}
    it = await create(life.organisation, OFFICER, "Purge", **asked)
    await life.do(OFFICER, "Purge", it, "APPROVE")
    assert await life.run_job("run_purges") == 0
    assert await step(life.organisation, OFFICER, "Purge", it, "CONFIRM") == ["ANOTHER_PERSON"]
    await life.do("manager", "Purge", it, "CONFIRM")
    return it


async def is_purged_with_a_certificate(life: Life, purge: dict[str, Any]) -> None:
    """It counts what hung on her as well: requests, package, papers, notices, mails, account."""
    assert [await life.run_job("run_purges"), await life.run_job("run_purges")] == [1, 0]
    query = "query P($i: ID!) { purge(id: $i) { state digest certificate approvedByName confirmedByName } }"
    done = await life.one(OFFICER, query, i=purge["id"])
    assert (done["state"], done["approvedByName"], done["confirmedByName"]) == ("DONE", OFFICER, "manager")
    assert {done["digest"], life.public} <= set(done["certificate"].replace("SHA-256: ", "").split())
    listed = dict(re.findall(r"^  (.+): (\d+)$", done["certificate"], re.MULTILINE))
    assert (listed["Tunnus"], listed["Tietopyyntö"]) == ("1", "3")
    counts = await life.organisation.pool.fetchval("SELECT counts FROM purge")
    counted = {one["type"]: str(one["rows"]) for one in (json.loads(counts) if isinstance(counts, str) else counts)}
    hung = {
        "account": "1",
        "attachment": "1",
        "delivery": "5",  # one by the rule, and one for each letter
        "notification": "5",
        "request_letter": "4",
        "package": "1",
        "contract": "1",
        "data_request": "3",
        "rectification": "1",
        "consent": "1",
        "disclosure_notice": "3",
    }
    assert counted | hung == counted


async def is_gone(life: Life) -> None:
    """Nobody sees her, her log-in is nobody's; the agency is told by its own reference, finance of no private payer."""
    assert await life.see(OFFICER, "state lastName") == {"state": "ERASED", "lastName": None}
    assert await life.see("coach_a", "lastName") == {}
    assert (
        await load_viewer_and_session(ByToken(AccessToken(ISSUER, TRAINEE, "t", frozenset(), 0)), life.organisation.now)
        is None
    )
    for who in ("coach_a", "supervisor_a"):
        found = await life.organisation.data(
            who, '{ clients(search: "esimerkki") { nodes { id } } referrals { nodes { id } } }'
        )
        assert found == {"clients": {"nodes": []}, "referrals": {"nodes": []}}
    told: dict[str, Any] = {"kind": "ERASED", "fieldKeys": [], "reference": REFERENCE, "client": None}
    assert await life.one(OFFICIAL, NOTICES) == {"nodes": [told]}
    [row] = (await life.one("finance", "{ invoiceRows { nodes { payer priceCents } } }"))["nodes"]
    assert row == {"payer": "PRIVATE", "priceCents": 918_273}


async def is_nowhere(life: Life, url: str, checkpoint: Path) -> None:
    """Neither in the database, nor in a file beside it, nor in what commands print; and the log is whole."""
    verified = life.command("verify-log", "--checkpoint", str(checkpoint))
    assert ", 0 faults found" in verified
    assert "this is the log that a checkpoint saw" in verified
    await life.run_job("sweep_files")
    places = (dumped_text(url), everything_below(life.settings.state_dir), "".join(life.said).encode())
    stays = {b"918273"}  # the price of a day, in the books
    assert [word for word in WORDS - stays for place in places if word in place] == []


async def test_one_life_from_the_referral_to_the_backup_that_forgets(
    settings: Settings,
    postgres: EmbeddedPostgres,
    server: LocalMailServer,
    elsewhere: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    database, kept = str(credentials(settings.application_url)["database"]), tmp_path_factory.mktemp("kept")
    owned = settings.model_copy(update={"owner_database_url": postgres.url(database, OWNER)})
    async with begin_life(owned, server) as life:
        await is_referred_and_starts(life)
        await is_present_for_a_day(life)
        await withdraws_her_consent(life)
        await asks_to_see_her_data(life)
        await is_told_in_the_service_and_by_mail(life)
        await has_her_name_corrected(life)
        await has_her_data_restricted_and_released(life)
        await ends_her_coaching(life)
        await is_not_needed_by_the_unit_any_more(life)
        await is_due_after_four_years_and_not_a_day_before(life)
        backup = await is_backed_up(life, kept)
        await is_purged_with_a_certificate(life, await is_decided_on_by_two(life))
        life.on(date(2031, 6, 1))
        await is_gone(life)
        await is_nowhere(life, owned.owner_url, kept / "checkpoint.json")
    async with restored_life(life, backup, elsewhere) as again:
        await is_gone(again)
        await is_nowhere(again, again.settings.owner_url, kept / "checkpoint.json")
    assert life.person in {line.object_id for line in erasure_list_of(owned).lines()}
