"""Looks at personal data that somebody should explain."""

# A declaration is a table: one field, one line.

from datetime import datetime
from enum import Enum

import models
from schema.engine.language import choice, content_type, protected, to_one
from workflow.anomaly import anomaly


@choice
class AnomalyKind(Enum):
    """What is unusual about the looks."""

    OUTSIDE_CASELOAD = "Oman asiakaskunnan ulkopuolelta|Utanför egna klienter|Outside the caseload"
    BULK = "Paljon henkilöitä tunnissa|Många personer på en timme|Many persons in an hour"
    IDENTITY_SEARCH = (
        "Paljon hakuja henkilötunnuksella|Många sökningar med personbeteckning|Many searches by identity code"
    )
    NIGHT = "Yöllä|På natten|At night"
    EMERGENCY = "Monta hätäkatselua päivässä|Många nödåtkomster på en dag|Many emergency accesses in a day"


@content_type(
    model=models.Anomaly,
    workflow=anomaly,
    plural="anomalies",
    titles="Poikkeava katselu|Avvikande visning|Unusual look",
    default_order="starts_at",
    withheld=("account_id",),
)
class Anomaly:
    """Looks of a staff member that are not usual; found by the service after the day, judged by somebody else."""

    kind: AnomalyKind = protected("Laji|Slag|Kind", "What is unusual.", filter=True)
    staff_member: object = to_one("staff_member", "Katsoja|Läsare|Looker", "Who looked.", filter=True)
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The looker's home unit.", filter=True)
    starts_at: datetime = protected("Alkaen|Från|Starts at", "From when, UTC.", filter=True, order=True)
    ends_before: datetime = protected("Ennen|Före|Ends before", "Until when, UTC.")
    looks: int = protected("Lokirivejä|Loggrader|Looks", "How many entries of the log it is about.")
    count: int = protected(
        "Määrä|Antal|Count", "How many persons were looked at; searches, looks at night, or emergency accesses."
    )
    threshold: int = protected("Raja|Gräns|Threshold", "More than this many is unusual.")
    first_entry: int = protected(
        "Ensimmäinen lokirivi|Första loggraden|First entry",
        "Number of the first entry of the disclosure log; 0 where there is none.",
    )
    last_entry: int = protected(
        "Viimeinen lokirivi|Sista loggraden|Last entry",
        "Number of the last entry of the disclosure log; 0 where there is none.",
    )
