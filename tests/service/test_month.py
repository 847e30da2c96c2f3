"""docs/month.md, step by step over HTTP: from the referral to the closed case, and what each party sees of it."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from models.vocabulary import attendance_codes
from service.examples import load_examples
from service.settings import ROOT
from service.settings_loading import load_settings
from tests.support.actions.payers import consent_to_payer, paying_agency
from tests.support.login.people_over_http import SYSTEM, PeopleOverHTTP, people_over_http
from tests.support.organisation import OrganisationTemplate, open_account

TOUR = re.findall(r"^\| ([a-z ]+) \| \[([a-z-]+)\]", (ROOT / "docs" / "month.md").read_text("utf-8"), re.MULTILINE)
EXAMPLES = {example.name: example for example in load_examples(ROOT / "web" / "examples")}
PARTIES = {
    "agency": SYSTEM,
    "official": "official_x",
    "supervisor": "supervisor_a",
    "coach": "coach_a",
    "trainee": "eeva",
    "workplace": "workplace",
    "finance": "finance",
}
ABSENCES = ("ABSENT_CHILD", "ABSENT_CHILD", "ABSENT_INTERVIEW", "ABSENT_OFFICE", "ABSENT_AGREED", "ABSENT_UNAUTHORISED")
BILLED = 5  # days with PRESENT, the day that was swapped in, and what the contract agrees: remote and short days
STRANGERS = ("official_y", "coach_b")
PRICE = "mutation P($i: UpdateContractInput!) { updateContract(input: $i) { errors { code } } }"
WEEK = [{"weekday": day, "startsAt": "09:00:00", "minutes": 300} for day in (1, 2, 5)]
DAYS = (1, 4, 7, 8, 11, 14, 15, 18, 21, 22, 28, 29)  # of December: Mondays, Tuesdays, Fridays without Christmas
LISTS = ("referrals", "proposals", "contracts", "attendance", "reports", "attendanceMonths")


@dataclass
class Month:
    """The people, and who asked which example so far."""

    people: PeopleOverHTTP
    asked: list[tuple[str, str]] = field(default_factory=list)

    def on(self, day: date, hour: int = 8) -> None:
        """Let the clock stand at an hour of UTC of a day."""
        self.people.clock.set(datetime.combine(day, time(hour), UTC))

    async def ask(self, party: str, example: str, **variables: Any) -> dict[str, Any]:
        """Return what an example answers a party; no command in it may be refused."""
        data = await self.people.ask(PARTIES[party], EXAMPLES[example].document, **variables)
        payloads = [payload for payload in data.values() if isinstance(payload, dict)]
        wrong = [payload for payload in payloads if payload.get("errors") or payload.get("refused")]
        assert wrong == [], (party, example, wrong)
        self.asked.append((party, example))
        return data

    async def made(self, party: str, example: str, **variables: Any) -> dict[str, Any]:
        """Return the object that an example's last command made or changed."""
        *_, payload = (await self.ask(party, example, **variables)).values()
        return dict(next(found for name, found in payload.items() if name != "errors"))

    async def step(self, party: str, example: str, it: dict[str, Any], name: str, **more: Any) -> dict[str, Any]:
        """Take a transition by an example and keep what became of the object in `it`."""
        given = {"id": it["id"], "revision": it["revision"], "transition": name, **more}
        it |= await self.made(party, example, vaihe=given)
        return it

    async def move(self, party: str, noun: str, it: dict[str, Any], name: str, **more: Any) -> None:
        """Take a transition for which the tour has no example of its own."""
        asked = f"""mutation M($i: Transition{noun}Input!) {{ done: transition{noun}(input: $i) {{
          it: {noun[0].lower()}{noun[1:]} {{ id revision state }} errors {{ code message }} }} }}"""
        given = {"id": it["id"], "revision": it["revision"], "transition": name, **more}
        done = (await self.people.ask(PARTIES[party], asked, i=given))["done"]
        assert done["errors"] == [], (party, name, done["errors"])
        it |= done["it"]

    async def seen(self) -> dict[str, set[str]]:
        """Return the types and states that each party sees in the lists; whoever sees nothing is left out."""
        asked = "{ " + " ".join(f"{name}(first: 50) {{ nodes {{ id state }} }}" for name in LISTS) + " }"
        found: dict[str, set[str]] = {}
        for who in (*PARTIES.values(), *STRANGERS):
            if f"account_{who}" not in self.people.organisation.rows and who != SYSTEM:
                continue
            data = await self.people.ask(who, asked)
            found[who] = {
                f"{node['id'].rsplit('_', 1)[0]} {node['state']}" for name in LISTS for node in data[name]["nodes"]
            }
        return {who: states for who, states in found.items() if states}

    async def own_days(self, party: str) -> dict[date, dict[str, Any]]:
        """Return the days of December that a party sees."""
        asked = """{ attendance(filter: {day: {gte: "2026-12-01", lte: "2026-12-31"}}, first: 50) {
          nodes { id revision day state code presence } } }"""
        nodes = (await self.people.ask(PARTIES[party], asked))["attendance"]["nodes"]
        return {date.fromisoformat(node["day"]): node for node in nodes}


@pytest.fixture
async def month(
    database_copy: str,
    organisation_template: OrganisationTemplate,
    tmp_path: Path,
    free_port: int,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Month]:
    settings = load_settings(
        mode="test",
        database_url=database_copy,
        state_dir=tmp_path,
        metrics_port=0,
        port=free_port,
        host="127.0.0.1",
        embedded_provider=True,
        oidc_issuer=f"http://127.0.0.1:{free_port}/provider",
    )
    async with people_over_http(settings, organisation_template, monkeypatch) as people:
        yield Month(people)


async def test_every_step_of_the_tour_over_http(month: Month) -> None:
    referral = await _referred(month)
    contract = await _contracted(month, referral)
    await _worked(month)
    await _closed(month)
    await _reported(month, contract["relationship"])
    await _certified(month, contract["programme"])

    seen = await month.seen()
    assert not seen.keys() & set(STRANGERS)
    assert seen["workplace"] == {"contract ENDED", "attendance LOCKED", "attendance RECORDED"}  # one is a correction
    told = list(dict.fromkeys(month.asked))  # the first time that each is asked
    assert told == TOUR


async def _referred(month: Month) -> dict[str, Any]:
    ids = month.people.organisation.ids
    given: dict[str, Any] = {"firstNames": "Eeva Maria", "lastName": "Esimerkki", "serviceCode": "REHABILITATIVE_WORK"}
    given |= {"goals": "Arjen rytmi", "basis": "CONSENT", "consentGivenOn": "2026-11-20", "safetyRestriction": False}
    sent = await month.ask("agency", "agency-submit-referral", lahete=given | {"unitId": ids["unit_a"]}, avain="1")
    referral: dict[str, Any] = sent["submitReferral"]["referral"]
    assert await month.seen() == {who: {"referral SUBMITTED"} for who in (SYSTEM, "official_x", "supervisor_a")}

    inbox = await month.ask("supervisor", "supervisor-inbox", odottavat=["SUBMITTED"])
    assert [node["dueOn"] for node in inbox["referrals"]["nodes"]] == [referral["dueOn"]]
    for name in ("RECEIVE", "REVIEW", "INTERVIEW"):
        await month.step("supervisor", "supervisor-take-into-review", referral, name)
    offer = {"referralId": referral["id"], "kind": "START", "text": "Paikka on.", "startsOn": "2026-12-01"}
    proposal = await month.made("supervisor", "coach-propose", ehdotus=offer)
    assert "proposal DRAFT" not in (await month.seen())["official_x"]
    await month.step("supervisor", "coach-send-proposal", proposal, "SEND")
    waiting = await month.ask("official", "official-proposals", odottavat=["SENT"])
    assert [node["text"] for node in waiting["proposals"]["nodes"]] == ["Paikka on."]
    await month.step("official", "official-decide-proposal", waiting["proposals"]["nodes"][0], "ACCEPT")

    await month.step("supervisor", "supervisor-accept-referral", referral, "ACCEPT")
    await month.people.ask(
        "supervisor_a",
        "mutation D($i: UpdateReferralInput!) { updateReferral(input: $i) { errors { code } } }",
        i={"id": referral["id"], "revision": referral["revision"], "registerId": ids["register"]}
        | {"responsibleCoachId": ids["coach_a"]},
    )
    referral["revision"] += 1
    return await month.step("supervisor", "supervisor-start-referral", referral, "START")


async def _contracted(month: Month, referral: dict[str, Any]) -> dict[str, Any]:
    ids = month.people.organisation.ids
    [relationship] = referral["client"]["relationships"]["nodes"]
    given = {"relationshipId": relationship["id"], "serviceTypeId": ids["REHABILITATIVE_WORK"]}
    given |= {"startsOn": "2026-12-01", "planReference": "AKT-1"}
    programme = await month.made("coach", "coach-new-programme", ohjelma=given)
    await month.step("coach", "coach-start-programme", programme, "START")
    given = {"programmeId": programme["id"], "startsOn": "2026-12-01", "endsOn": "2027-02-28"}
    given |= {"weeklyPattern": WEEK, "workplaceId": ids["workplace"], "tasks": "Puutyöt"}
    contract = await month.made("coach", "coach-new-contract", sopimus=given)
    price = {"id": contract["id"], "revision": contract["revision"], "priceCents": 4_500, "payer": "agency_x"}
    price |= {"billsAgreedDays": True}
    await month.people.ask("finance", PRICE, i=price)
    contract["revision"] += 1
    client = await month.people.organisation.pool.fetchval("SELECT id FROM client WHERE last_name = 'Esimerkki'")
    await open_account(month.people.organisation, "eeva", "TRAINEE", client_id=client)
    await month.step("coach", "coach-request-signatures", contract, "REQUEST_SIGNATURES")
    for party in ("trainee", "workplace", "supervisor"):
        contract["revision"] += party != "trainee"  # each signature is a revision, which this example does not show
        await month.step(party, "trainee-sign-contract", contract, "SIGN")
    contract["revision"] += 1
    await month.step("supervisor", "supervisor-approve-contract", contract, "ACTIVATE")
    assert sorted(await month.own_days("coach")) == [date(2026, 12, day) for day in DAYS]
    fund = await paying_agency(month.people.organisation)
    await consent_to_payer(client, fund.pk, ["ATTENDANCE"])
    whose = {"clientId": f"client_{client.hex}", "payerId": ids["fund"], "startsOn": "2026-12-01"}
    await month.ask("coach", "coach-new-benefit-payer", maksaja=whose)
    return {"relationship": relationship["id"], "programme": programme}


async def _worked(month: Month) -> None:
    codes = {7: "PRESENT_REMOTE", 8: "PRESENT_SHORT", 11: "ABSENT_CHILD", 15: "ABSENT_INTERVIEW", 18: "ABSENT_OFFICE"}
    codes |= {21: "ABSENT_AGREED", 22: "ABSENT_UNAUTHORISED"}
    for number in DAYS:
        day = date(2026, 12, number)
        month.on(day)
        await month.ask("coach", "coach-morning", mista=day.isoformat(), mihin=day.isoformat())
        today = (await month.own_days("coach"))[day]
        named = {"attendanceId": today["id"], "revision": today["revision"]}
        morning = {"scope": {"caseload": True}, "day": day.isoformat()}
        match number:
            case 1:
                it = {"id": today["id"], "revision": today["revision"]}
                marked = {"merkinta": it | {"code": "PRESENT"}}
                kept = {"kirjaus": it | {"revision": it["revision"] + 1, "transition": "RECORD"}}
                await month.ask("workplace", "workplace-record-presence", **marked, **kept)
            case 4:  # she is ill, and says so herself; the coach asks why on the Monday
                await month.ask("trainee", "trainee-report-absence", ilmoitus=named)
                assert (await month.own_days("coach"))[day]["code"] == "ABSENT_PENDING"
            case 14:
                await month.ask("coach", "coach-swap-day", vaihto=named | {"day": "2026-12-16"})
            case 28:
                await month.ask("coach", "coach-not-organised", paiva=morning | {"reason": "Koulutuspäivä"})
            case _:
                minutes = {"minutes": 180} if number == 8 else {}
                marks = [named | {"code": codes[number]} | minutes] if number in codes else []
                await month.ask("coach", "coach-record-day", aamu=morning | {"default": "PRESENT", "except": marks})
        if number == 7:
            ill = (await month.own_days("coach"))[date(2026, 12, 4)]
            entry = {"attendanceId": ill["id"], "revision": ill["revision"], "code": "ABSENT_SICK"}
            await month.ask("coach", "coach-record-grid", paivat={"entries": [entry]})
        if number == 15:
            month.on(date(2026, 12, 16))
            morning |= {"day": "2026-12-16"}
            await month.ask("coach", "coach-record-day", aamu=morning | {"default": "PRESENT"})
    used = {node["code"] for node in (await month.own_days("coach")).values()}
    assert used == attendance_codes().keys() - {"ABSENT_PENDING", "HOLIDAY"}  # cleared up; Christmas is planned out
    assert {node["code"] for node in (await month.own_days("agency")).values()} == {None}


async def _closed(month: Month) -> None:
    month.on(date(2026, 12, 31))
    period = {"scope": {"caseload": True}, "from": "2026-12-01", "to": "2026-12-31"}
    confirmed = await month.ask("coach", "coach-confirm-week", viikko=period)
    assert len(confirmed["confirmDays"]["days"]) == len(DAYS) + 1
    unit = month.people.organisation.ids["unit_a"]
    begun = await month.made("supervisor", "supervisor-new-month", kuukausi={"unitId": unit, "month": "2026-12-01"})
    await month.step("supervisor", "supervisor-confirm-month", begun, "CONFIRM")
    await month.step("supervisor", "supervisor-lock-month", begun, "LOCK")
    late = {"attendanceId": (await month.own_days("supervisor"))[date(2026, 12, 4)]["id"]}
    late |= {"code": "ABSENT_CHILD", "reason": "Lapsi olikin sairaana"}
    await month.ask("supervisor", "supervisor-correct-day", korjaus=late)
    counted = await month.ask("finance", "finance-attendance-counts", alkaen="2026-12-01")
    [december] = [c for node in counted["contracts"]["nodes"] for c in node["dayCounts"] if c["month"] == "2026-12-01"]
    assert (december["present"], december["absent"]) == (5, 6)
    await _paid(month)


async def _paid(month: Month) -> None:
    drafts = {"scope": {"caseload": True}, "until": "2026-12-31"}
    made = await month.ask("coach", "coach-draft-absence-reports", luonnokset=drafts)
    told = made["draftAbsenceReports"]["reports"]
    for report in told:
        for name in ("PREPARE", "SEND"):
            await month.move("coach", "AbsenceReport", report, name)
    codes = [node["code"] for report in told for node in report["absences"]["nodes"]]
    assert sorted(codes) == sorted(code for code in ABSENCES if code != "ABSENT_SICK")  # corrected before it was told
    rows = (await month.ask("finance", "finance-billing-rows"))["billingRows"]["nodes"]
    assert [(row["dayCount"], row["basis"]["payer"]) for row in rows] == [(BILLED, "agency_x")]
    assert "Esimerkki" not in str(rows)


async def _reported(month: Month, relationship: str) -> None:
    given = {"relationshipId": relationship, "kind": "FINAL", "startsOn": "2026-12-01", "endsOn": "2026-12-31"}
    report = await month.made("coach", "coach-new-report", raportti=given | {"summary": "Sujui hyvin"})
    await month.step("coach", "coach-show-report", report, "SHOW")
    own = {"id": report["id"], "revision": report["revision"], "clientView": "Viihdyin"}
    report |= await month.made("trainee", "trainee-comment-report", raportti=own)
    await month.step("trainee", "trainee-hear-report", report, "HEAR")
    await month.step("supervisor", "supervisor-approve-report", report, "APPROVE")
    assert not [found for found in (await month.seen())["official_x"] if found.startswith("report")]
    await month.step("supervisor", "supervisor-deliver-report", report, "DELIVER")
    [told] = (await month.ask("official", "official-reports"))["reports"]["nodes"]
    assert (told["summary"], told["clientView"], told["referral"]["state"]) == ("Sujui hyvin", "Viihdyin", "CLOSED")
    assert told["attendance"].startswith("Läsnä 5 päivänä, poissa 6 päivänä")


async def _certified(month: Month, programme: dict[str, Any]) -> None:
    await month.step("trainee", "trainee-ask-certificate", programme, "REQUEST_CERTIFICATE")
    today = {"asti": "2026-12-31"}
    [asked] = (await month.ask("coach", "coach-certificates", **today))["programmes"]["nodes"]
    programme["revision"] = asked["revision"]
    await month.move("coach", "Programme", programme, "COMPLETE", closeBelow=True)
    await month.move("coach", "Programme", programme, "ISSUE_CERTIFICATE")
    read = "query C($id: ID!) { programme(id: $id) { certificateDays certificateIssuedOn } }"
    given = (await month.people.ask("eeva", read, id=programme["id"]))["programme"]
    assert given == {"certificateDays": 5, "certificateIssuedOn": "2026-12-31"}
