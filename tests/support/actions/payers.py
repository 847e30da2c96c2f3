"""Payers for tests: an agency that pays benefits, and whose benefit it pays."""

from typing import Any

import models
from tests.support.actions.content import create, step
from tests.support.organisation import STAMP, TODAY, SampleOrganisation


async def paying_agency(organisation: SampleOrganisation, name: str = "fund", kind: str = "UNEMPLOYMENT_FUND") -> Any:
    """Return a new agency of a kind; `organisation.ids[name]` is its public id."""
    agency = await models.Agency.create(state="ACTIVE", name=name, kind=kind, **STAMP)
    return organisation.keep(name, "agency", agency)


async def payer_of(
    organisation: SampleOrganisation, client: str, payer: str = "fund", who: str = "coach_a", **given: Any
) -> dict[str, Any]:
    """Write down that an agency pays the benefit of a client, by public id, since September."""
    given = {"clientId": client, "payerId": organisation.ids[payer], "startsOn": "2026-09-01"} | given
    return await create(organisation, who, "BenefitPayer", **given)


DRAFT = """mutation D($input: DraftAbsenceReportsInput!) { draftAbsenceReports(input: $input) {
  reports { id revision state } refused { id errors { code } } errors { code path } } }"""
RECORD = """mutation R($input: RecordAttendanceInput!) { recordAttendance(input: $input) {
  days { id } refused { id errors { code } } errors { code } } }"""


async def record_absence(organisation: SampleOrganisation, day: dict[str, Any], code: str) -> None:
    """Record a day of `planned_days` with a code, or change it to that."""
    given = {"entries": [{"attendanceId": day["id"], "code": code}]}
    done = (await organisation.data("coach_a", RECORD, input=given))["recordAttendance"]
    assert (done["refused"], done["errors"]) == ([], []), done


async def draft_reports(organisation: SampleOrganisation, who: str, **given: Any) -> dict[str, Any]:
    """Return the payload of `draftAbsenceReports`: of the own caseload up to today, unless something else is given."""
    given = {"scope": {"caseload": True}, "until": TODAY.isoformat()} | given
    return dict((await organisation.data(who, DRAFT, input=given))["draftAbsenceReports"])


async def report_of(organisation: SampleOrganisation, who: str) -> dict[str, Any]:
    """Draft the one report that somebody's caseload has to be told of today, and return it."""
    made = await draft_reports(organisation, who)
    [it] = made["reports"]
    return dict(it)


async def sent_report(organisation: SampleOrganisation, it: dict[str, Any] | None = None) -> dict[str, Any]:
    """Draft the report of coach A's caseload and send it by a statute that the law of the register names."""
    it = it or await report_of(organisation, "coach_a")
    await name_statute(organisation)
    for name in ("PREPARE", "SEND"):
        assert await step(organisation, "coach_a", "AbsenceReport", it, name) == []
    return it


async def name_statute(organisation: SampleOrganisation) -> None:
    """Let the law of the register name the statute by which payers are told of absences."""
    await models.RegisterLaw.create(
        register_id=organisation.rows["register"].pk, basis="Laki", absence_statute="UNEMPLOYMENT_SECURITY_ACT",
        state="PUBLISHED", **STAMP,
    )  # fmt: skip


async def consent_to_payer(client: Any, payer: Any, categories: list[str]) -> None:
    """Store the consent of a client, in force, to tell a payer data of these categories."""
    client_row: Any = await models.Client.get(pk=client)
    await models.Consent.create(
        state="GIVEN", client=client_row, unit_id=client_row.unit_id, agency_id=payer, purpose="BENEFIT",
        categories=categories, text_version="1", given_on=TODAY, **STAMP,
    )  # fmt: skip
