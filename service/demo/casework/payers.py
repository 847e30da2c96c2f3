"""Who pays in the demo: the benefits of the clients, with what is told of absences, and the services."""

from datetime import timedelta
from uuid import UUID

import models
from service.demo.casework.absence_reports import add_absence_reports
from service.demo.casework.billing import add_billing
from service.demo.casework.months import add_months
from service.demo.context import PLACES, SYSTEM, DemoContext
from service.demo.ledger import Author
from service.demo.people.journeys import Journey
from workflow.absence_report import REPORTED_DAYS
from workflow.benefit_payer import KINDS_OF_PAYERS
from workflow.client import ACTIVE_CLIENT_STATES

_TOLD_SINCE = timedelta(days=2 * REPORTED_DAYS)  # of which there are reports: nobody was told of what was before


def add_payers(demo: DemoContext, journeys: list[Journey], by: Author) -> None:
    """Add who pays the benefits, what they are told, the months of the units, and what is billed of the locked ones."""
    _benefit_payers(demo, journeys)
    add_absence_reports(demo, by)
    add_months(demo, by)
    add_billing(demo, by)


def _benefit_payers(demo: DemoContext, journeys: list[Journey]) -> None:
    """Add an unemployment fund, and for each active client who pays, as told since; one was written down wrongly."""
    name, kind, town = PLACES["fund"]
    at = demo.at(demo.today - timedelta(days=400))
    demo.ledger.add("agency", "ACTIVE", at, SYSTEM, name=name, kind=kind, municipality=town, fixed_id="fund")
    agencies = demo.ledger.rows[models.Agency]
    payers = [row["id"] for row in agencies if row["kind"] in KINDS_OF_PAYERS]
    active = [journey for journey in journeys if journey.state in ACTIVE_CLIENT_STATES]
    for journey in active:
        _payer(demo, journey, payers[journey.number % len(payers)], "VALID")
    _payer(demo, active[1], payers[0], "CANCELLED")


def _payer(demo: DemoContext, journey: Journey, payer: UUID, state: str) -> None:
    starts_on = max(journey.started_on, demo.today - _TOLD_SINCE)
    demo.ledger.add(
        "benefit_payer",
        state,
        demo.at(starts_on, 10),
        journey.coach.author,
        trail=False,
        client_id=journey.id,
        unit_id=journey.coach.unit,
        payer_id=payer,
        starts_on=starts_on,
        ends_on=None,
    )
