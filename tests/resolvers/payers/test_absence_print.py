"""The absence report in print: what the payer needs to know the person and the days by, and nobody else's copy."""

from typing import Any
from uuid import UUID

from resolvers.payers.absence_print import printed_absence_report
from service.settings import Settings
from tests.support.actions.attendance import planned_days
from tests.support.actions.content import step
from tests.support.actions.exports import viewer_context
from tests.support.actions.payers import (
    name_statute,
    payer_of,
    paying_agency,
    record_absence,
    report_of,
    sent_report,
)
from tests.support.organisation import OrganisationTemplate, SampleOrganisation
from tests.support.printed import claims_of, text_of
from tests.support.running_service import running_service

PRINT = """mutation P($i: TransitionAbsenceReportInput!) { done: transitionAbsenceReport(input: $i) {
  secret errors { code } } }"""


async def drafted(organisation: SampleOrganisation) -> dict[str, Any]:
    """Return the draft of one absence of today, without a way out."""
    await paying_agency(organisation)
    [one] = await planned_days(organisation, 1)
    await payer_of(organisation, f"client_{one['client'].hex}")
    await record_absence(organisation, one, "ABSENT_SICK")
    return await report_of(organisation, "coach_a")


async def printed(organisation: SampleOrganisation, who: str, it: dict[str, Any]) -> bytes | None:
    """Return the PDF of a report as somebody fetches it; None for who may not."""
    context = viewer_context(organisation, await organisation.viewer(who))
    return await printed_absence_report(context, UUID(it["id"][-32:]))


async def test_the_print_tells_person_payer_and_days_and_leaves_a_look(organisation: SampleOrganisation) -> None:
    it = await sent_report(organisation, await drafted(organisation))

    pdf = await printed(organisation, "coach_a", it)

    assert pdf is not None
    text = text_of(pdf)
    for word in (
        "Poissaoloilmoitus",
        "fund",
        "Aamu000",
        "Ajanjakso 10.11.–23.11.2026",
        "23.11.2026",
        "oma sairaus",
        "Säilyy",
        "300",
    ):
        assert word in text, word
    assert claims_of(pdf)["language"] == "fi"
    assert await organisation.count("disclosure_log", "operation = 'absenceReport.pdf' AND outcome = 'SHOWN'") == 1


async def test_a_link_is_shown_to_who_prints_and_only_with_a_way_out(organisation: SampleOrganisation) -> None:
    it = await drafted(organisation)
    assert await step(organisation, "coach_a", "AbsenceReport", it, "PREPARE") == []
    given = {"id": it["id"], "revision": it["revision"], "transition": "PRINT"}

    shut = (await organisation.data("coach_a", PRINT, i=given))["done"]
    nothing = await printed(organisation, "coach_a", it)
    await name_statute(organisation)
    opened = (await organisation.data("coach_a", PRINT, i=given))["done"]

    assert (shut["secret"], [e["code"] for e in shut["errors"]], nothing) == (None, ["NO_WAY_OUT_TO_PAYER"], None)
    assert opened["errors"] == []
    assert f"/prints/{it['id']}.pdf?" in opened["secret"]


async def test_the_row_of_a_print_names_the_request_of_the_log_line(
    settings: Settings, organisation_template: OrganisationTemplate
) -> None:
    async with running_service(settings, organisation_template) as service:
        organisation = service.organisation
        it = await drafted(organisation)
        await name_statute(organisation)
        for name in ("PREPARE", "SEND"):
            assert await step(organisation, "coach_a", "AbsenceReport", it, name) == []
        given = {"id": it["id"], "revision": it["revision"], "transition": "PRINT"}
        async with service.log_in("coach_a") as client:
            link = (await client.ask(PRINT, i=given))["done"]["secret"]
            answer = await client.http.get(link, headers=client.headers)
        row = "SELECT request FROM disclosure_log WHERE operation = 'absenceReport.pdf'"
        named = await organisation.pool.fetchval(row)

    assert answer.status_code == 200
    assert str(named) == answer.headers["x-request-id"]


async def test_nobody_else_prints_it_and_nobody_a_draft(organisation: SampleOrganisation) -> None:
    it = await drafted(organisation)
    await name_statute(organisation)

    draft = await printed(organisation, "coach_a", it)
    for name in ("PREPARE", "SEND"):
        assert await step(organisation, "coach_a", "AbsenceReport", it, name) == []
    others = [await printed(organisation, who, it) for who in ("coach_b", "colleague_a", "finance", "official_x")]

    assert (draft, others) == (None, [None] * 4)
