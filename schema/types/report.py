"""The report on the coaching: interim or final, heard, approved, delivered."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS, PERSON
from schema.engine.language import choice, content_type, protected, to_one
from schema.engine.values import LongText, PersonName
from workflow.afterwards import DOCUMENTATION
from workflow.report import report
from workflow.vocabulary import ADD, CARE, MODIFY, MODIFY_CARE


@choice
class ReportKind(Enum):
    """Which report on the coaching it is."""

    INTERIM = "Väliraportti|Delrapport|Interim report"
    FINAL = "Loppuraportti|Slutrapport|Final report"


@content_type(
    model=models.Report,
    workflow=report,
    plural="reports",
    titles="Raportti|Rapport|Report",
    subject="{}.client_id",
    default_order="ends_on",
    rules=("period_of_report",),
    on_creation=("draft_from_records",),
    shows_once=True,
)
class Report:
    """What the referring agency is told of the coaching: drafted from the records, heard by the person, then frozen."""

    relationship: object = to_one(
        "relationship",
        "Asiakkuus|Klientrelation|Relationship",
        "In which relationship.",
        write=ADD,
        required=True,
        filter=True,
        closed_by={},
        also_in=("ENDED",),
        afterwards=DOCUMENTATION,
    )
    client: object = to_one("client", "Asiakas|Klient|Client", "About whom.", filter=True)
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that coaches.", filter=True)
    referral: object = to_one(
        "referral",
        "Lähete|Remiss|Referral",
        "The referral that it answers; who may read the report follows from it. Empty without one: nobody is told.",
        filter=True,
    )
    kind: ReportKind = protected(
        "Laji|Slag|Kind", "Interim or final.", write=ADD, required=True, personal=OTHERS, filter=True
    )
    starts_on: date = protected(
        "Alkaa|Börjar|Starts on", "First day that it tells of.", write=ADD, required=True, personal=OTHERS, filter=True
    )
    ends_on: date = protected(
        "Päättyy|Slutar|Ends on",
        "Last day that it tells of.",
        write=ADD,
        required=True,
        personal=OTHERS,
        filter=True,
        order=True,
    )
    summary: LongText = protected(
        "Yhteenveto|Sammanfattning|Summary",
        "How the coaching went; begun with the notes that are marked for the report.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    goals: LongText = protected(
        "Tavoitteet|Mål|Goals",
        "The goals and what became of them; begun with those of the programmes.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    attendance: LongText = protected(
        "Läsnäolo|Närvaro|Attendance",
        "The days in numbers; begun with the recorded ones, without reasons.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    recommendation: LongText = protected(
        "Suositus|Rekommendation|Recommendation",
        "What the unit recommends next.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    client_view: LongText = protected(
        "Asiakkaan näkemys|Klientens syn|The person's view",
        "What the person says of it, in the own words.",
        read=CARE,
        write=MODIFY,
        personal=PERSON,
    )
    heard_at: datetime = protected("Kuultu|Hörd|Heard at", "When the person was heard, UTC.")
    approved_at: datetime = protected("Hyväksytty|Godkänd|Approved at", "When it was approved, UTC.")
    approved_by_name: PersonName = protected(
        "Hyväksyjä|Godkänd av|Approved by", "Who approved it.", personal=OTHERS, names_staff=True
    )
    delivered_at: datetime = protected("Toimitettu|Levererad|Delivered at", "When it was delivered, UTC.")
    digest: str = protected(
        "Tiiviste|Kontrollsumma|Digest",
        "SHA-256 that the service keeps of what was delivered.",
    )
