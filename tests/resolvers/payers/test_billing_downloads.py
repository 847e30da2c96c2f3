"""The files of a billing basis over HTTP: finance fetches both through the given links, and nobody else does."""

import csv
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from service.resources import utc_now
from service.settings import Settings
from tests.support.actions.attendance import planned_days, record_day
from tests.support.actions.content import create, step
from tests.support.actions.papers import print_link_of
from tests.support.organisation import NOW, TODAY, OrganisationTemplate, SampleOrganisation
from tests.support.running_service import RunningService, running_service

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS = {"EXPORT_CSV": ("csv", "text/csv; charset=utf-8"), "EXPORT_XLSX": ("xlsx", XLSX)}
BASES = "{ billingBases { nodes { id revision } } }"
LOOKS = "operation LIKE 'billingBasis.%' AND outcome = 'SHOWN'"


async def locked_basis(organisation: SampleOrganisation) -> dict[str, Any]:
    """Return the basis of a locked month with two days of presence."""
    await planned_days(organisation, 2)
    await organisation.pool.execute("UPDATE contract SET payer = 'Kaupunki', price_cents = 5500")
    assert (await record_day(organisation, "coach_a", default="PRESENT"))["refused"] == []
    given = {"unitId": organisation.ids["unit_a"], "month": TODAY.replace(day=1).isoformat()}
    month = await create(organisation, "supervisor_a", "AttendanceMonth", **given)
    organisation.now = NOW.replace(day=30)
    for name in ("CONFIRM", "LOCK"):
        assert await step(organisation, "supervisor_a", "AttendanceMonth", month, name) == []
    [basis] = (await organisation.data("finance", BASES))["billingBases"]["nodes"]
    return dict(basis)


def table_of(form: str, content: bytes) -> list[list[str]]:
    """Return the cells of a file as text."""
    if form == "csv":
        return list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))
    rows = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


async def fetched(service: RunningService, who: str, link: str) -> Any:
    """Return the answer to somebody who opens a link."""
    async with service.log_in(who) as client:
        return await client.http.get(link)


@pytest.mark.parametrize("name", FORMS)
async def test_finance_fetches_the_file_through_the_link_and_another_role_is_refused(
    settings: Settings, organisation_template: OrganisationTemplate, name: str
) -> None:
    form, media = FORMS[name]
    async with running_service(settings, organisation_template) as service:
        organisation = service.organisation
        basis = await locked_basis(organisation)
        organisation.now = utc_now()
        link, refused = await print_link_of(organisation, "finance", "BillingBasis", basis, name)
        looks = await organisation.count("disclosure_log", LOOKS)
        file = await fetched(service, "finance", link)
        seen = await organisation.count("disclosure_log", LOOKS)
        others = {who: await fetched(service, who, link) for who in ("manager", "coach_a", "official_x", "trainee")}
        forged = await fetched(service, "finance", link.replace(f".{form}?", ".pdf?"))

    assert (refused, file.status_code, file.headers["content-type"]) == ([], 200, media)
    assert file.headers["content-disposition"] == f'attachment; filename="polku.{form}"'
    assert file.headers["cache-control"] == "no-store"
    cells = table_of(form, file.content)
    assert cells[0][:4] == ["Numero", "Laji", "Päiviä", "Minuutit"]
    assert [row[0] for row in cells[1:3]] == ["1", "2"]
    assert seen == looks + 1
    assert {who: answer.status_code for who, answer in others.items()} == dict.fromkeys(others, 404)
    assert forged.status_code == 404
    assert not any("Numero" in answer.text for answer in others.values())


@pytest.mark.parametrize("who", ["coach_a", "manager", "official_x", "trainee"])
async def test_who_does_not_bill_is_given_no_link(organisation: SampleOrganisation, who: str) -> None:
    basis = await locked_basis(organisation)

    link, refused = await print_link_of(organisation, who, "BillingBasis", basis, "EXPORT_CSV")

    assert link == "None"
    assert refused in (["NOT_FOUND"], ["WRONG_ROLE"])
