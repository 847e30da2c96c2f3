"""What the payer of a benefit is told of absences: the report of two weeks, and its rows."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS
from schema.engine.language import choice, content_type, protected, to_many, to_one
from schema.engine.values import Code, Line, Minutes, PersonName
from schema.types.consent import Basis
from workflow import absence_report as workflows
from workflow.vocabulary import CARE, MODIFY


@choice
class ReportedKind(Enum):
    """What a row tells of a day."""

    ABSENCE = "Poissaolo|Frånvaro|Absence"
    CORRECTION = "Syy korjattu|Orsaken rättad|Reason corrected"
    WITHDRAWAL = "Ei poissaoloa|Ingen frånvaro|No absence after all"


@choice
class BenefitEffect(Enum):
    """What becomes of the benefit of a day, by the vocabulary of attendance codes."""

    KEPT = "Säilyy|Behålls|Kept"
    LOST = "Menetetään|Förloras|Lost"
    HELD = "Odottaa|Väntar|Held"
    REVIEW = "Arvioidaan|Bedöms|To be judged"
    AGREED = "Sopimuksen mukaan|Enligt avtal|As agreed"
    AS_REPLACEMENT = "Korvaavan päivän mukaan|Enligt ersättande dag|As the replacement"
    YES = "Kyllä|Ja|Yes"
    NO = "Ei|Nej|No"
    NONE = "Ei koske|Gäller inte|Not concerned"


@content_type(
    model=models.AbsenceReport,
    workflow=workflows.absence_report,
    plural="absenceReports",
    titles="Poissaoloilmoitus|Frånvarorapport|Absence report",
    subject="{}.client_id",
    default_order="ends_on",
    shows_once=True,
)
class AbsenceReport:
    """What one payer is told of one person's absences in two weeks, and of what turned out otherwise since."""

    client: object = to_one("client", "Asiakas|Klient|Client", "Whose absences.", filter=True)
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that serves the person.", read=CARE, filter=True)
    payer: object = to_one(
        "agency", "Maksaja|Utbetalare|Payer", "Who pays the benefit, and is told.", read=CARE, filter=True
    )
    starts_on: date = protected(
        "Alkaa|Börjar|Starts on",
        "First day of the period; what is told late may be of an earlier day.",
        personal=OTHERS,
        filter=True,
    )
    ends_on: date = protected(
        "Päättyy|Slutar|Ends on", "Last day of the period.", personal=OTHERS, filter=True, order=True
    )
    due_on: date = protected(
        "Lähetettävä viimeistään|Ska skickas senast|Due on",
        "By when the payer is told: a working day, 14 days after the period. Before today and not sent: overdue.",
        filter=True,
        order=True,
    )
    basis: Basis = protected("Peruste|Grund|Basis", "On what basis the payer was told.", personal=OTHERS, filter=True)
    statute: Code = protected(
        "Laki|Lag|Statute",
        "The statute by which the payer was told without consent; the law of the register names it.",
        personal=OTHERS,
        vocabulary="basis",
    )
    sent_at: datetime = protected("Lähetetty|Skickad|Sent at", "When the payer was told, UTC.")
    sent_by_name: PersonName = protected(
        "Lähettäjä|Skickad av|Sent by", "Who sent it.", personal=OTHERS, names_staff=True
    )
    acknowledged_at: datetime = protected(
        "Vastaanotto kuitattu|Mottagandet kvitterat|Acknowledged at", "When the receipt was recorded, UTC."
    )
    receipt: Line = protected(
        "Vastaanottajan tunniste|Mottagarens referens|Receipt",
        "The payer's reference of the receipt, at most 100 characters.",
        read=CARE,
        write=MODIFY,
        personal=OTHERS,
    )
    digest: str = protected("Tiiviste|Kontrollsumma|Digest", "SHA-256 that the service keeps of what was told.")
    absences: object = to_many(
        "reported_absence", "report_id", "Poissaolot|Frånvaron|Absences", "What is told of which day."
    )


@content_type(
    model=models.ReportedAbsence,
    workflow=workflows.reported_absence,
    plural="reportedAbsences",
    titles="Ilmoitettu poissaolo|Rapporterad frånvaro|Reported absence",
    subject="{}.client_id",
    default_order="day",
)
class ReportedAbsence:
    """One row of an absence report. Every row of a day but the first corrects the one before."""

    report: object = to_one("absence_report", "Ilmoitus|Rapport|Report", "In which report.", filter=True)
    client: object = to_one("client", "Asiakas|Klient|Client", "Whose absence.", filter=True)
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that serves the person.", read=CARE)
    contract: object = to_one("contract", "Sopimus|Avtal|Contract", "Under which contract the day is.", filter=True)
    attendance: object = to_one(
        "attendance", "Työpäivä|Arbetsdag|Working day", "The row of the day that it was read from.", filter=True
    )
    corrects: object = to_one(
        "reported_absence", "Korjaa|Rättar|Corrects", "The row of the same day that this one corrects.", filter=True
    )
    kind: ReportedKind = protected("Laji|Slag|Kind", "What it tells of the day.", personal=OTHERS, filter=True)
    day: date = protected("Päivä|Dag|Day", "Which day, local.", personal=OTHERS, filter=True, order=True)
    code: Code = protected(
        "Syy|Orsak|Reason",
        "Why the person was absent; empty when there was no absence after all.",
        read=CARE,
        personal=OTHERS,
        vocabulary="attendance_code",
    )
    benefit: BenefitEffect = protected(
        "Vaikutus etuuteen|Inverkan på förmånen|Benefit",
        "What becomes of the benefit of the day, by the code as it was in force on the day.",
        read=CARE,
        personal=OTHERS,
    )
    minutes: Minutes = protected(
        "Poissa minuutteja|Minuter borta|Minutes",
        "Planned minutes of the day that were missed.",
        read=CARE,
        personal=OTHERS,
    )
