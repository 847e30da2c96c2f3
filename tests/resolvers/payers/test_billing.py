"""The billing basis: built with the locked month, adjusted by rows, for finance, without a name; and its files."""

import csv
from io import BytesIO, StringIO
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook

from models.attendance import BILLED_DAY
from models.vocabulary import attendance_codes
from resolvers.payers.billing_files import billing_csv, billing_xlsx
from resolvers.printing.cells import neutral
from resolvers.public_ids import object_uuid
from tests.support.actions.attendance import planned_days, record_day
from tests.support.actions.content import create, step, update
from tests.support.actions.exports import viewer_context
from tests.support.organisation import NOW, TODAY, SampleOrganisation
from workflow.attendance_codes import code_effects

BASES = """{ billingBases { nodes { id revision state month payer dayCount minutes unit { id } } } }"""
ROWS = """query R($id: ID!) { billingRows(filter: { basisId: { eq: $id } }) {
  nodes { number kind priceCents dayCount minutes reason days { day count minutes } client { id } } } }"""
CORRECT = """mutation C($input: CorrectDayInput!) { correctDay(input: $input) { attendance { id } errors { code } } }"""
PAYER = "=Evil(1)"


async def locked_month(organisation: SampleOrganisation) -> list[dict[str, Any]]:
    """Lock the month of unit A with two days of presence and one of illness; return the days."""
    days = await planned_days(organisation, 3)
    await organisation.pool.execute("UPDATE contract SET payer = $1, price_cents = 5500", PAYER)
    sick = {"attendanceId": days[2]["id"], "code": "ABSENT_SICK"}
    assert (await record_day(organisation, "coach_a", sick, default="PRESENT"))["refused"] == []
    unit, month = organisation.ids["unit_a"], TODAY.replace(day=1).isoformat()
    it = await create(organisation, "supervisor_a", "AttendanceMonth", unitId=unit, month=month)
    organisation.now = NOW.replace(day=30)
    for name in ("CONFIRM", "LOCK"):
        assert await step(organisation, "supervisor_a", "AttendanceMonth", it, name) == []
    return days


async def the_basis(organisation: SampleOrganisation, who: str = "finance") -> dict[str, Any]:
    """Return the one basis as somebody reads it."""
    [basis] = (await organisation.data(who, BASES))["billingBases"]["nodes"]
    return dict(basis)


async def rows_of(
    organisation: SampleOrganisation, basis: dict[str, Any], who: str = "finance"
) -> list[dict[str, Any]]:
    """Return the rows of a basis as somebody reads them."""
    found: list[dict[str, Any]] = (await organisation.data(who, ROWS, id=basis["id"]))["billingRows"]["nodes"]
    return found


async def test_the_lock_of_a_month_builds_a_basis_for_each_payer(organisation: SampleOrganisation) -> None:
    await locked_month(organisation)

    basis = await the_basis(organisation)
    rows = await rows_of(organisation, basis)

    assert (basis["state"], basis["month"], basis["payer"]) == ("BUILT", "2026-11-01", PAYER)
    assert (basis["dayCount"], basis["minutes"]) == (2, 600)
    day = {"day": "2026-11-23", "count": 1, "minutes": 300}
    assert [(row["number"], row["kind"], row["priceCents"], row["days"]) for row in rows] == [
        (1, "BILLED", 5500, [day]),
        (2, "BILLED", 5500, [day]),
    ]
    assert {row["client"] for row in rows} == {None}


async def test_a_day_that_is_billed_by_contract_is_billed_when_the_contract_says_so(
    organisation: SampleOrganisation,
) -> None:
    days = await planned_days(organisation, 3)
    remote = [{"attendanceId": day["id"], "code": "PRESENT_REMOTE"} for day in days[:2]]
    assert (await record_day(organisation, "coach_a", *remote, default="PRESENT"))["refused"] == []
    agreed = "UPDATE contract c SET bills_agreed_days = TRUE FROM attendance a WHERE a.contract_id = c.id AND a.id = $1"
    await organisation.pool.execute(agreed, object_uuid("attendance", days[0]["id"]))
    unit, month = organisation.ids["unit_a"], TODAY.replace(day=1).isoformat()
    it = await create(organisation, "supervisor_a", "AttendanceMonth", unitId=unit, month=month)
    organisation.now = NOW.replace(day=30)
    for name in ("CONFIRM", "LOCK"):
        assert await step(organisation, "supervisor_a", "AttendanceMonth", it, name) == []

    counts = await organisation.data("finance", "{ contracts { nodes { dayCounts { billable } } } }")

    assert (await the_basis(organisation))["dayCount"] == 2  # of the two remote days, one
    assert sorted(of["billable"] for c in counts["contracts"]["nodes"] for of in c["dayCounts"]) == [0, 1, 1]


async def test_finance_says_in_a_draft_whether_a_contract_bills_agreed_days(organisation: SampleOrganisation) -> None:
    await planned_days(organisation, 1)
    await organisation.pool.execute("UPDATE contract SET state = 'DRAFT'")
    query = "{ contracts { nodes { id revision billsAgreedDays } } }"
    it = (await organisation.data("finance", query))["contracts"]["nodes"][0]

    refused = await update(organisation, "coach_a", "Contract", dict(it), billsAgreedDays=True)
    saved = await update(organisation, "finance", "Contract", it, billsAgreedDays=True)

    assert (refused, saved) == (["FORBIDDEN_FIELD"], [])
    read = {who: (await organisation.data(who, query))["contracts"]["nodes"][0] for who in ("finance", "coach_a")}
    assert [read[who]["billsAgreedDays"] for who in ("finance", "coach_a")] == [True, None]


async def test_the_statement_and_the_rule_bill_the_same_days(organisation: SampleOrganisation) -> None:
    effects = {
        token: code_effects([{"name": n, "text": t} for n, t in word.facts.items()])
        for token, word in attendance_codes().items()
    }
    days = [(token, one.presence, agreed) for token, one in effects.items() for agreed in (True, False)]
    asked = f"""SELECT a.code, a.agreed, {BILLED_DAY.format("a", "a.agreed")} AS billed
      FROM unnest($1::text[], $2::text[], $3::boolean[]) AS a(code, presence, agreed)"""

    found = await organisation.pool.fetch(asked, *map(list, zip(*days, strict=True)))

    assert {(row["code"], row["agreed"]): row["billed"] for row in found} == {
        (token, agreed): effects[token].is_billed(bills_agreed_days=agreed) for token, _, agreed in days
    }
    billed = {row["code"] for row in found if row["billed"]}
    assert billed == {"PRESENT", "PRESENT_REMOTE", "PRESENT_SHORT", "SWAPPED_IN"}


async def test_what_is_corrected_afterwards_is_adjusted_by_a_row(organisation: SampleOrganisation) -> None:
    days = await locked_month(organisation)
    basis = await the_basis(organisation)
    nothing = await step(organisation, "finance", "BillingBasis", basis, "ADJUST", comment="Tarkistus")
    given = {"attendanceId": days[0]["id"], "code": "ABSENT_AGREED", "reason": "Merkitty väärin"}
    assert (await organisation.data("coach_a", CORRECT, input=given))["correctDay"]["errors"] == []

    adjusted = await step(organisation, "finance", "BillingBasis", basis, "ADJUST", comment="Päivä korjattu")

    assert (nothing, adjusted, basis["state"]) == (["NOTHING_TO_ADJUST"], [], "ADJUSTED")
    rows = await rows_of(organisation, basis)
    assert [(row["kind"], row["dayCount"], row["minutes"], row["reason"]) for row in rows if row["reason"]] == [
        ("ADJUSTMENT", -1, -300, "Päivä korjattu")
    ]
    assert ((await the_basis(organisation))["dayCount"], sum(row["dayCount"] for row in rows)) == (1, 1)


async def test_a_basis_is_adjusted_while_its_month_is_locked(organisation: SampleOrganisation) -> None:
    await locked_month(organisation)
    basis = await the_basis(organisation)
    await organisation.pool.execute("UPDATE attendance_month SET state = 'REOPENED'")

    assert await step(organisation, "finance", "BillingBasis", basis, "ADJUST", comment="Liian aikaisin") == [
        "MONTH_NOT_LOCKED"
    ]
    assert await organisation.count("billing_row", "kind = 'ADJUSTMENT'") == 0


async def test_a_month_that_is_locked_again_is_adjusted(organisation: SampleOrganisation) -> None:
    days = await locked_month(organisation)
    found = "SELECT id, revision FROM attendance_month"
    [month] = [dict(row) for row in await organisation.pool.fetch(found)]
    it = {"id": f"attendance_month_{month['id'].hex}", "revision": month["revision"]}
    assert await step(organisation, "supervisor_a", "AttendanceMonth", it, "REOPEN", comment="Päivä puuttuu") == []
    given = {"attendanceId": days[2]["id"], "code": "PRESENT", "reason": "Oli paikalla"}
    assert (await organisation.data("coach_a", CORRECT, input=given))["correctDay"]["errors"] == []
    for name in ("CONFIRM", "LOCK"):
        assert await step(organisation, "supervisor_a", "AttendanceMonth", it, name) == []

    basis = await the_basis(organisation)
    rows = await rows_of(organisation, basis)

    assert (basis["state"], basis["dayCount"]) == ("ADJUSTED", 3)
    assert [(row["kind"], row["number"], row["dayCount"]) for row in rows][2:] == [("ADJUSTMENT", 3, 1)]


@pytest.mark.parametrize("who", ["coach_a", "colleague_a", "supervisor_b", "official_x", "trainee", "workplace"])
async def test_nobody_else_reads_or_exports_a_basis(organisation: SampleOrganisation, who: str) -> None:
    await locked_month(organisation)
    basis = await the_basis(organisation)
    context = viewer_context(organisation, await organisation.viewer(who))

    assert (await organisation.data(who, "{ billingBases { nodes { id } } }"))["billingBases"]["nodes"] == []
    assert (await organisation.data(who, "{ billingRows { nodes { id } } }"))["billingRows"]["nodes"] == []
    assert await billing_csv(context, UUID(basis["id"][-32:])) is None


async def test_a_manager_reads_counts_and_not_the_days(organisation: SampleOrganisation) -> None:
    await locked_month(organisation)
    basis = await the_basis(organisation, "manager")

    rows = await rows_of(organisation, basis, "manager")

    assert [(row["dayCount"], row["days"]) for row in rows] == [(1, None), (1, None)]


async def test_the_files_hold_the_rows_without_a_name_or_a_formula(organisation: SampleOrganisation) -> None:
    days = await locked_month(organisation)
    basis = await the_basis(organisation)
    given = {"attendanceId": days[0]["id"], "code": "ABSENT_AGREED", "reason": "Merkitty väärin"}
    assert (await organisation.data("coach_a", CORRECT, input=given))["correctDay"]["errors"] == []
    assert await step(organisation, "finance", "BillingBasis", basis, "ADJUST", comment="=HYPERLINK(1)\x0b") == []
    context, uuid = viewer_context(organisation, await organisation.viewer("finance")), UUID(basis["id"][-32:])

    text, book = await billing_csv(context, uuid), await billing_xlsx(context, uuid)

    assert text is not None
    assert book is not None
    read = list(csv.reader(StringIO(text.decode("utf-8-sig")), delimiter=";"))
    cells = [list(row) for row in load_workbook(BytesIO(book)).active.iter_rows(values_only=True)]
    assert read[0][:4] == ["Numero", "Laji", "Päiviä", "Minuutit"]
    assert ["1", "Oikaisu", "-1", "-300", "5500", "'=HYPERLINK(1)\x0b"] in read
    assert [1, "Oikaisu", -1, -300, 5500, "'=HYPERLINK(1)\N{REPLACEMENT CHARACTER}"] in cells
    assert "Aamu" not in text.decode()
    looks = "operation IN ('billingBasis.csv', 'billingBasis.xlsx') AND outcome = 'SHOWN'"
    assert await organisation.count("disclosure_log", looks) == 2


async def test_a_link_to_each_file_is_shown_once(organisation: SampleOrganisation) -> None:
    await locked_month(organisation)
    basis = await the_basis(organisation)
    query = """mutation E($i: TransitionBillingBasisInput!) { done: transitionBillingBasis(input: $i) {
      secret errors { code } } }"""
    for form in ("csv", "xlsx"):
        given = {"id": basis["id"], "revision": basis["revision"], "transition": f"EXPORT_{form.upper()}"}
        done = (await organisation.data("finance", query, i=given))["done"]
        basis["revision"] = int(await organisation.pool.fetchval("SELECT revision FROM billing_basis"))
        assert done["errors"] == []
        assert f"/prints/{basis['id']}.{form}?" in done["secret"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1"])
def test_what_begins_like_a_formula_is_made_text(text: str) -> None:
    assert neutral(text) == f"'{text}"
    assert neutral("Päivä = korjattu") == "Päivä = korjattu"
