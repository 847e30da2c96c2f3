"""Who pays a person's benefit: Kela, an unemployment fund, a municipality or a wellbeing services county."""

# A declaration is a table: one field, one line.

from datetime import date

import models
from resolvers.declaration import PERSON
from schema.engine.language import content_type, protected, to_one
from workflow.benefit_payer import benefit_payer
from workflow.vocabulary import ADD, CARE, MODIFY, MODIFY_CARE


@content_type(
    model=models.BenefitPayer,
    workflow=benefit_payer,
    plural="benefitPayers",
    titles="Etuuden maksaja|Förmånens utbetalare|Benefit payer",
    subject="{}.client_id",
    default_order="starts_on",
    rules=("agency_pays_benefits",),
)
class BenefitPayer:
    """Who pays the person's benefit in a period, and is told of absences; not who pays for the service."""

    client: object = to_one(
        "client", "Asiakas|Klient|Client", "Whose benefit it is.", write=ADD, required=True, filter=True, closed_by={}
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that serves the person.", read=CARE, filter=True)
    payer: object = to_one(
        "agency",
        "Maksaja|Utbetalare|Payer",
        "Who pays: an agency of a kind that pays benefits.",
        read=CARE,
        write=MODIFY_CARE,
        required=True,
        filter=True,
    )
    starts_on: date = protected(
        "Alkaa|Börjar|Starts on",
        "First day of the period.",
        write=MODIFY,
        required=True,
        personal=PERSON,
        filter=True,
        order=True,
    )
    ends_on: date = protected(
        "Päättyy|Slutar|Ends on", "Last day; empty: until further notice.", write=MODIFY, personal=PERSON, filter=True
    )
