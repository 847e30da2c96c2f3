"""The reports of the demo: final ones of those who have ended, and some interim ones that wait for somebody."""

from datetime import timedelta
from typing import Any

from resolvers.casework.reports import FROZEN_COLUMNS, digest_of_report
from service.demo.context import DemoContext
from service.demo.people.journeys import Journey
from workflow.report import APPROVED_REPORT_STATES, DELIVERED_REPORT_STATES, HEARD_REPORT_STATES

_FINAL = "Valmennus sujui sovitusti. Arjen rytmi on vakiintunut, ja jatkosuunnitelma on tehty yhdessä."
_INTERIM = "Alku on sujunut hyvin. Seuraavaksi harjoitellaan työhaastattelua ja päivitetään ansioluettelo."
# By the number of the client.
_WAITING = {3: "HEARD", 14: "APPROVED", 25: "AT_HEARING", 8: "DRAFT", 10: "APPROVED", 0: "AT_HEARING"}
_NAMED = {
    3: "report_to_approve",
    14: "report_to_deliver",
    8: "report_to_show",
    10: "report_to_print",
    0: "report_at_hearing",
}


def add_reports(demo: DemoContext, journey: Journey) -> None:
    """Add the report of one client that there is."""
    if journey.referral is None:
        return
    if journey.ended_on is not None:
        _report(demo, journey, "DELIVERED", "FINAL", _FINAL)
    elif journey.number in _WAITING:
        _report(demo, journey, _WAITING[journey.number], "INTERIM", _INTERIM)


def _report(demo: DemoContext, journey: Journey, state: str, kind: str, summary: str) -> None:
    last = journey.ended_on or demo.today - timedelta(days=1)
    at = demo.at(last, 15)
    period: dict[str, Any] = {"starts_on": min(journey.started_on, last), "ends_on": last}
    columns: dict[str, Any] = {"heard_at": at} if state in HEARD_REPORT_STATES else {}
    if state in APPROVED_REPORT_STATES:
        columns |= {"approved_at": at, "approved_by_name": demo.supervisors[journey.coach.unit].author.name}
    told: dict[str, Any] = dict.fromkeys(FROZEN_COLUMNS) | {"kind": kind, "summary": summary, **period, **columns}
    if state in DELIVERED_REPORT_STATES:
        columns |= {"delivered_at": at, "digest": digest_of_report(told.__getitem__)}
    demo.ledger.add(
        "report",
        state,
        at,
        journey.coach.author,
        trail=False,
        fixed_id=_NAMED.get(journey.number),
        relationship_id=journey.relationship,
        client_id=journey.id,
        unit_id=journey.coach.unit,
        referral_id=journey.referral,
        kind=kind,
        **period,
        summary=summary,
        **columns,
    )
