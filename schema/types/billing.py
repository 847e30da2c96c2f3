"""What the payers of services are billed by: the basis of a unit's month, and its rows."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS
from schema.engine.language import choice, content_type, member, protected, to_one, value_object
from schema.engine.values import Cents, Line, LongText
from workflow import billing as workflows
from workflow.vocabulary import MONEY, SCHEDULE


@choice
class BillingRowKind(Enum):
    """Whether a row was built with the basis, or adjusts it."""

    BILLED = "Laskutettavat päivät|Fakturerbara dagar|Billed days"
    ADJUSTMENT = "Oikaisu|Justering|Adjustment"


@value_object
class BilledDay:
    """One day of a row, without its code."""

    day: date = member("Päivä|Dag|Day", "Which day, local.")
    count: int = member("Määrä|Antal|Count", "1 where the day is billed; -1 where an adjustment takes it away, or 0.")
    minutes: int = member("Minuutit|Minuter|Minutes", "Minutes that are billed, or added by an adjustment.")


@content_type(
    model=models.BillingBasis,
    workflow=workflows.billing_basis,
    plural="billingBases",
    titles="Laskutusperuste|Faktureringsunderlag|Billing basis",
    default_order="month",
    shows_once=True,
)
class BillingBasis:
    """What one payer is billed for a unit's month: built when the month is locked, then adjusted by rows only."""

    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "For whose account the days count.", filter=True)
    month: date = protected("Kuukausi|Månad|Month", "Its first day.", filter=True, order=True)
    payer: Line = protected(
        "Maksaja|Betalare|Payer", "Who pays, as the contracts say; empty where they do not.", read=MONEY, filter=True
    )
    day_count: int = protected("Päivät|Dagar|Days", "Billed days of all rows, adjustments counted.")
    minutes: int = protected("Minuutit|Minuter|Minutes", "Billed minutes of all rows, adjustments counted.")
    adjusted_at: datetime = protected("Oikaistu|Justerat|Adjusted at", "When rows were added last, UTC.")


@content_type(
    model=models.BillingRow,
    workflow=workflows.billing_row,
    plural="billingRows",
    titles="Laskutusperusteen rivi|Rad i faktureringsunderlaget|Billing row",
    subject="{}.client_id",
    default_order="number",
)
class BillingRow:
    """The billed days of one person under one contract, by a number instead of a name; or what adjusts them."""

    basis: object = to_one("billing_basis", "Peruste|Underlag|Basis", "In which basis.", filter=True)
    client: object = to_one("client", "Asiakas|Klient|Client", "Whose days.")
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "For whose account the days count.", filter=True)
    contract: object = to_one("contract", "Sopimus|Avtal|Contract", "Under which contract.", filter=True)
    number: int = protected(
        "Numero|Nummer|Number",
        "Stands for the person and the contract within the basis.",
        personal=OTHERS,
        filter=True,
        order=True,
    )
    kind: BillingRowKind = protected("Laji|Slag|Kind", "Billed days, or an adjustment.", personal=OTHERS, filter=True)
    price_cents: Cents = protected("Hinta|Pris|Price", "Price of a day in cents, without tax.", read=MONEY)
    days: BilledDay = protected(
        "Päivät|Dagar|Days", "The days that are billed, in order.", read=SCHEDULE, personal=OTHERS
    )
    day_count: int = protected("Päiviä|Antal dagar|Day count", "How many days it adds.", personal=OTHERS)
    minutes: int = protected("Minuutit|Minuter|Minutes", "How many minutes it adds.", personal=OTHERS)
    reason: LongText = protected("Syy|Orsak|Reason", "Why an adjustment was made.", personal=OTHERS)
