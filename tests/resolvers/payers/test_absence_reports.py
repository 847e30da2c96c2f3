"""What payers are told of absences: drafts of a scope, the states of a report, corrections, and the way out."""

from datetime import date
from typing import Any

import pytest

from tests.support.actions.attendance import planned_days
from tests.support.actions.content import step, update
from tests.support.actions.payers import (
    consent_to_payer,
    draft_reports,
    payer_of,
    paying_agency,
    record_absence,
    report_of,
    sent_report,
)
from tests.support.organisation import TODAY, SampleOrganisation

READ = """query R($id: ID!) { absenceReport(id: $id) { state startsOn endsOn dueOn basis statute digest sentByName
  receipt payer { name } absences { nodes { kind day code benefit minutes corrects { code } } } } }"""


async def absent_people(organisation: SampleOrganisation, people: int = 2) -> list[dict[str, Any]]:
    """Return as many clients of coach A with a payer, each absent today for illness."""
    await paying_agency(organisation)
    days = await planned_days(organisation, people)
    for one in days:
        await payer_of(organisation, f"client_{one['client'].hex}")
        await record_absence(organisation, one, "ABSENT_SICK")
    return days


async def read(organisation: SampleOrganisation, who: str, it: dict[str, Any]) -> Any:
    """Return a report as somebody reads it, with its rows."""
    found = (await organisation.data(who, READ, id=it["id"]))["absenceReport"]
    return found and {**found, "absences": found["absences"]["nodes"]}


async def test_a_scope_gets_one_report_a_person_and_payer(organisation: SampleOrganisation) -> None:
    await absent_people(organisation)

    made = await draft_reports(organisation, "coach_a")

    assert (made["refused"], made["errors"], len(made["reports"])) == ([], [], 2)
    found = await read(organisation, "coach_a", made["reports"][0])
    assert (found["state"], found["startsOn"], found["endsOn"]) == ("DRAFT", "2026-11-10", "2026-11-23")
    assert (found["dueOn"], found["payer"]["name"]) == ("2026-12-07", "fund")
    sick = {"kind": "ABSENCE", "day": "2026-11-23", "code": "ABSENT_SICK", "benefit": "KEPT", "minutes": 300}
    assert found["absences"] == [sick | {"corrects": None}]
    again = await draft_reports(organisation, "supervisor_a", scope={"unitId": organisation.ids["unit_a"]})
    assert again["reports"] == []


async def test_days_of_presence_and_reasons_to_be_asked_for_are_not_told(organisation: SampleOrganisation) -> None:
    await paying_agency(organisation)
    for one, code in zip(await planned_days(organisation, 2), ("PRESENT", "ABSENT_PENDING"), strict=True):
        await payer_of(organisation, f"client_{one['client'].hex}")
        await record_absence(organisation, one, code)

    assert await draft_reports(organisation, "coach_a") == {"reports": [], "refused": [], "errors": []}


async def test_an_absence_without_a_payer_waits_and_is_named(organisation: SampleOrganisation) -> None:
    [one] = await planned_days(organisation, 1)
    await record_absence(organisation, one, "ABSENT_AGREED")

    waiting = await draft_reports(organisation, "coach_a")
    await paying_agency(organisation)
    await payer_of(organisation, f"client_{one['client'].hex}")
    told = await draft_reports(organisation, "coach_a")

    [refused] = waiting["refused"]
    assert refused == {"id": f"contract_{one['contract'].hex}", "errors": [{"code": "PAYER_MISSING"}]}
    assert (waiting["reports"], len(told["reports"])) == ([], 1)


async def test_a_payer_is_told_with_consent_and_not_without(organisation: SampleOrganisation) -> None:
    [one] = await absent_people(organisation, 1)
    it = await report_of(organisation, "coach_a")
    assert await step(organisation, "coach_a", "AbsenceReport", it, "PREPARE") == []

    refused = await step(organisation, "coach_a", "AbsenceReport", it, "SEND")
    await consent_to_payer(one["client"], organisation.rows["fund"].pk, ["PROGRAMME"])
    other = await step(organisation, "coach_a", "AbsenceReport", it, "SEND")
    await consent_to_payer(one["client"], organisation.rows["fund"].pk, ["ATTENDANCE"])
    sent = await step(organisation, "coach_a", "AbsenceReport", it, "SEND")

    assert (refused, other, sent) == (["NO_WAY_OUT_TO_PAYER"], ["NO_WAY_OUT_TO_PAYER"], [])
    found = await read(organisation, "coach_a", it)
    assert (found["state"], found["basis"], found["statute"]) == ("SENT", "CONSENT", None)
    assert (len(found["digest"]), found["sentByName"]) == (64, "coach_a")
    look = f"operation = 'absenceReport.SEND' AND subjects = ARRAY['{one['client']}'::uuid]"
    assert await organisation.count("disclosure_log", look) == 1


async def test_a_payer_is_told_by_the_statute_that_the_law_of_the_register_names(
    organisation: SampleOrganisation,
) -> None:
    await absent_people(organisation, 1)
    it = await sent_report(organisation)

    found = await read(organisation, "supervisor_a", it)

    assert (found["basis"], found["statute"]) == ("STATUTORY", "UNEMPLOYMENT_SECURITY_ACT")


async def test_the_person_sees_in_the_log_that_the_payer_was_told(organisation: SampleOrganisation) -> None:
    [one] = await absent_people(organisation, 1)
    account = organisation.rows["account_trainee"]
    await organisation.pool.execute("UPDATE account SET client_id = $1 WHERE id = $2", one["client"], account.pk)
    await sent_report(organisation)

    query = "query D($id: ID!) { client(id: $id) { disclosures { agencyName basis isDisclosure fields } } }"
    found = (await organisation.data("trainee", query, id=f"client_{one['client'].hex}"))["client"]["disclosures"]

    assert [(row["agencyName"], row["basis"]) for row in found] == [("fund", "STATUTE")]
    assert "ReportedAbsence.code" in found[0]["fields"]


async def test_a_correction_of_what_was_sent_is_told_by_the_following_report(organisation: SampleOrganisation) -> None:
    [one] = await absent_people(organisation, 1)
    first = await sent_report(organisation)
    assert await step(organisation, "coach_a", "AbsenceReport", first, "ACKNOWLEDGE") == []

    await record_absence(organisation, one, "ABSENT_UNAUTHORISED")
    second = await report_of(organisation, "coach_a")
    rows = (await read(organisation, "coach_a", second))["absences"]
    assert await step(organisation, "coach_a", "AbsenceReport", second, "PREPARE") == []
    assert await step(organisation, "coach_a", "AbsenceReport", second, "SEND") == []
    await record_absence(organisation, one, "PRESENT")
    third = await report_of(organisation, "coach_a")
    withdrawn = (await read(organisation, "coach_a", third))["absences"]

    assert [(row["kind"], row["code"], row["corrects"]["code"]) for row in rows] == [
        ("CORRECTION", "ABSENT_UNAUTHORISED", "ABSENT_SICK")
    ]
    assert [(row["kind"], row["code"]) for row in withdrawn] == [("WITHDRAWAL", None)]
    assert (await read(organisation, "coach_a", first))["state"] == "CORRECTED"
    assert await organisation.count("history", "noun = 'absence_report' AND action = 'CORRECT'") == 1


async def test_nobody_sends_what_has_changed_since(organisation: SampleOrganisation) -> None:
    [one] = await absent_people(organisation, 1)
    it = await report_of(organisation, "coach_a")
    assert await step(organisation, "coach_a", "AbsenceReport", it, "PREPARE") == []
    await record_absence(organisation, one, "ABSENT_CHILD")

    refused = await step(organisation, "coach_a", "AbsenceReport", it, "SEND")
    later = await report_of(organisation, "coach_a")
    assert await step(organisation, "coach_a", "AbsenceReport", later, "PREPARE") == []
    too_early = await step(organisation, "coach_a", "AbsenceReport", later, "SEND")

    assert (refused, too_early) == (["ABSENCES_CHANGED"], ["EARLIER_REPORT_UNSENT"])


async def test_another_payer_of_the_same_day_gets_what_the_first_one_loses(organisation: SampleOrganisation) -> None:
    [one] = await absent_people(organisation, 1)
    it = await sent_report(organisation)
    await paying_agency(organisation, "kela", "KELA")
    kela = organisation.rows["kela"].pk
    await organisation.pool.execute("UPDATE benefit_payer SET payer_id = $1 WHERE client_id = $2", kela, one["client"])

    made = await draft_reports(organisation, "coach_a")

    found = {
        report["payer"]["name"]: [row["kind"] for row in report["absences"]]
        for report in [await read(organisation, "coach_a", it) for it in made["reports"]]
    }
    assert found == {"fund": ["WITHDRAWAL"], "kela": ["ABSENCE"]}
    assert (await read(organisation, "coach_a", it))["payer"]["name"] == "fund"


@pytest.mark.parametrize("who", ["coach_b", "colleague_a", "supervisor_b", "manager", "finance", "official_x"])
async def test_nobody_else_drafts_or_reads_a_report(organisation: SampleOrganisation, who: str) -> None:
    await absent_people(organisation, 1)
    made = await draft_reports(organisation, who, scope={"unitId": organisation.ids["unit_a"]})
    it = await sent_report(organisation)

    assert (made["reports"], await read(organisation, who, it)) == ([], None)
    assert await step(organisation, who, "AbsenceReport", it, "ACKNOWLEDGE") in (["NOT_FOUND"], ["WRONG_ROLE"])


async def test_the_person_reads_what_was_told_and_no_draft(organisation: SampleOrganisation) -> None:
    [one] = await absent_people(organisation, 1)
    account = organisation.rows["account_trainee"]
    await organisation.pool.execute("UPDATE account SET client_id = $1 WHERE id = $2", one["client"], account.pk)
    it = await report_of(organisation, "coach_a")

    draft = await read(organisation, "trainee", it)
    await sent_report(organisation, it)
    assert await update(organisation, "coach_a", "AbsenceReport", it, receipt="K-17") == []
    told = await read(organisation, "trainee", it)

    assert draft is None
    assert (told["receipt"], [row["code"] for row in told["absences"]]) == ("K-17", ["ABSENT_SICK"])


async def test_absences_of_a_protected_person_are_told_by_the_cleared(organisation: SampleOrganisation) -> None:
    [one] = await absent_people(organisation, 1)
    await organisation.pool.execute("UPDATE client SET safety_restriction = TRUE WHERE id = $1", one["client"])

    made = await draft_reports(organisation, "coach_a")

    assert ([e["code"] for refused in made["refused"] for e in refused["errors"]], made["reports"]) == (
        ["DAYS_PROTECTED"],
        [],
    )


async def test_a_report_tells_of_days_that_have_come(organisation: SampleOrganisation) -> None:
    made = await draft_reports(organisation, "coach_a", until=date(2026, 11, 24).isoformat())

    assert [e["code"] for e in made["errors"]] == ["DAY_TO_COME"]
    assert date(2026, 11, 24) > TODAY
