"""Break-the-glass and support access: who was let in, why, until when, and what the review found."""

# A declaration is a table: one field, one line.

from datetime import datetime

import models
from resolvers.declaration import OTHERS
from schema.engine.language import content_type, protected, to_one
from schema.engine.values import Code, EmergencyMinutes, PersonName, ShortText
from workflow import exceptional_access as workflows
from workflow.afterwards import LOOKING
from workflow.vocabulary import ADD, CARE


@content_type(
    model=models.EmergencyAccess,
    workflow=workflows.emergency_access,
    plural="emergencyAccesses",
    titles="Hätäkatselu|Nödåtkomst|Emergency access",
    subject="{}.client_id",
    rules=("emergency_opens",),
    on_creation=("tell_of_emergency",),
    forced={"account_id": "account", "staff_member_id": "staff"},
    withheld=("account_id",),
)
class EmergencyAccess:
    """
    An employee opened one client outside the caseload: at most an hour, with a reason, told at once, reviewed. R23.
    """

    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "Whom it opens; need not be visible before.",
        write=ADD,
        required=True,
        filter=True,
        unseen=True,
        also_in=("ENDED",),
        afterwards=LOOKING,
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The client's unit.", filter=True)
    staff_member: object = to_one("staff_member", "Työntekijä|Medarbetare|Staff member", "Who opened it.", filter=True)
    reason: ShortText = protected(
        "Syy|Orsak|Reason",
        "Why; at least 20 characters and three different words.",
        read=CARE,
        write=ADD,
        required=True,
        personal=OTHERS,
    )
    minutes: EmergencyMinutes = protected("Minuutteja|Minuter|Minutes", "For how long, 1–60.", write=ADD)
    ends_at: datetime = protected("Päättyy|Slutar|Ends at", "When it ends by itself, UTC.", filter=True)
    finding: Code = protected(
        "Havainto|Bedömning|Finding", "What the review found.", filter=True, vocabulary="access_review"
    )
    reviewed_by_name: PersonName = protected("Tarkastaja|Granskare|Reviewed by", "Who reviewed it.")


@content_type(
    model=models.SupportAccess,
    workflow=workflows.support_access,
    plural="supportAccesses",
    titles="Tukikatselu|Supportåtkomst|Support access",
    subject="{}.client_id",
    rules=("support_opens",),
    on_creation=("tell_of_support",),
)
class SupportAccess:
    """
    What one of the vendor's staff may see for at most eight hours: one client, or a unit; granted by the
    controller.
    """

    staff_member: object = to_one(
        "staff_member",
        "Tukihenkilö|Supportperson|Support person",
        "Who is let in.",
        write=ADD,
        required=True,
        filter=True,
    )
    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "Which client; empty: the unit.",
        write=ADD,
        filter=True,
        also_in=("ENDED",),
        afterwards=LOOKING,
    )
    whole_unit: object = to_one(
        "unit", "Koko yksikkö|Hela enheten|Whole unit", "Which unit; empty: the client.", write=ADD, filter=True
    )
    reason: ShortText = protected(
        "Syy|Orsak|Reason",
        "Why; at least 20 characters and three different words.",
        read=CARE,
        write=ADD,
        required=True,
        personal=OTHERS,
    )
    starts_at: datetime = protected("Alkaa|Börjar|Starts at", "From when, UTC.", write=ADD, required=True)
    ends_at: datetime = protected(
        "Päättyy|Slutar|Ends at", "Until when, UTC; at most eight hours later.", write=ADD, required=True, filter=True
    )
    finding: Code = protected(
        "Havainto|Bedömning|Finding", "What the review found.", filter=True, vocabulary="access_review"
    )
    reviewed_by_name: PersonName = protected("Tarkastaja|Granskare|Reviewed by", "Who reviewed it.")
