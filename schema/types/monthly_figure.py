"""The figure of a month: how many people of a unit, in groups that are large enough to be published."""

# A declaration is a table: one field, one line.

from datetime import date
from enum import Enum

import models
from resolvers.value import Named
from schema.engine.language import choice, content_type, protected, to_one
from schema.engine.values import Code
from workflow.monthly_figure import monthly_figure


@choice
class FigureKind(Enum):
    """Whom a figure counts, each person once."""

    STARTED = "Aloittaneet|Började|Started"
    STARTED_BY_AGENCY = "Aloittaneet lähettävän tahon mukaan|Började enligt remitterande part|Started, by agency"
    STARTED_BY_MUNICIPALITY = "Aloittaneet kotikunnan mukaan|Började enligt hemkommun|Started, by municipality"
    SERVICE_BEGUN = "Valmennusjakson aloittaneet|Började en träningsperiod|Programme begun"
    SERVICE_BEGUN_BY_TYPE = (
        "Valmennusjakson aloittaneet palvelumuodon mukaan|Började en träningsperiod enligt tjänst|"
        "Programme begun, by service type"
    )
    ENDED = "Päättäneet|Slutade|Ended"
    ENDED_BY_REASON = "Päättäneet päättymisen syyn mukaan|Slutade enligt orsak|Ended, by reason"
    ENDED_BY_SITUATION = "Päättäneet tilanteen mukaan|Slutade enligt situation|Ended, by situation at the end"


@content_type(
    model=models.MonthlyFigure,
    workflow=monthly_figure,
    plural="monthlyFigures",
    titles="Kuukausiluku|Månadssiffra|Monthly figure",
    default_order="month",
)
class MonthlyFigure:
    """
    How many people of a unit a month counts, at least five: counted once, ten days after its end, and never changed.

    What would let a smaller group follow from the others is left out too: a sum of figures may be less than the total.
    """

    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that coaches.", filter=True)
    month: date = protected("Kuukausi|Månad|Month", "Its first day.", filter=True, order=True)
    kind: FigureKind = protected("Laji|Slag|Kind", "Whom it counts.", filter=True)
    code: Code = protected(
        "Koodi|Kod|Code",
        "The municipality, service type, reason or situation that they share; empty in a total, and where none was "
        "recorded.",
        filter=True,
        names=Named.FIGURE,
    )
    agency: object = to_one(
        "agency",
        "Lähettävä taho|Remitterande part|Agency",
        "The agency that referred them, in `STARTED_BY_AGENCY`; empty where nobody did.",
        filter=True,
    )
    people: int = protected("Henkilöitä|Personer|People", "How many people, at least five.")
