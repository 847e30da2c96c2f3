"""Notices: by which rule somebody is told, the notices themselves, and the mails on their way."""

# A declaration is a table: one field, one line.

from datetime import datetime
from enum import Enum

import models
from resolvers.value import Named
from schema.engine.closed_sets import DeliveryFailure, RecipientKind
from schema.engine.language import choice, content_type, protected, to_one
from schema.engine.values import Line
from workflow.notification import delivery, event_rule, notification
from workflow.vocabulary import MODIFY


@choice
class RuleRecipients(Enum):
    """Who is told of an event, as far as they may see its object."""

    RESPONSIBLE_COACH = "Vastuuvalmentaja|Ansvarig coach|Responsible coach"
    SUBSTITUTES = "Valmentajan sijaiset|Coachens vikarier|Substitutes of the coach"
    REVIEWERS = "Ne, joiden ratkaistavana asia on|De som ska avgöra ärendet|Those who are to decide on it"
    UNIT_SUPERVISORS = "Yksikön esihenkilöt|Enhetens förmän|Supervisors of the unit"
    PRIVACY_OFFICERS = "Tietosuojavastaavat|Dataskyddsombud|Privacy officers"
    AGENCY_OFFICIALS = "Lähettävän tahon yhteyshenkilöt|Remitterande parts kontaktpersoner|Officials of the agency"
    TRAINEE = "Valmentautuja|Klienten|Trainee"


@choice
class RuleChannel(Enum):
    """How somebody is told."""

    SERVICE = "Palvelussa|I tjänsten|In the service"
    EMAIL = "Sähköpostilla|Per e-post|By mail"
    SERVICE_AND_EMAIL = "Palvelussa ja sähköpostilla|I tjänsten och per e-post|In the service and by mail"


@content_type(
    model=models.EventRule,
    workflow=event_rule,
    plural="eventRules",
    titles="Ilmoitussääntö|Meddelanderegel|Event rule",
    rules=("known_event", "recipients_see"),
)
class EventRule:
    """Whom an event of the register is told to, and how. A mail holds a link and nothing of the object."""

    event: Line = protected(
        "Tapahtuma|Händelse|Event",
        "`<type>.<what happened>`, such as `referral.submit`.",
        write=MODIFY,
        required=True,
        filter=True,
        names=Named.EVENT,
    )
    recipients: RuleRecipients = protected(
        "Vastaanottajat|Mottagare|Recipients", "Who is told.", write=MODIFY, required=True, filter=True
    )
    channel: RuleChannel = protected("Tapa|Sätt|Channel", "How they are told.", write=MODIFY, required=True)
    unit: object = to_one(
        "unit",
        "Yksikkö|Enhet|Unit",
        "Only objects of this unit; every unit where none is named.",
        write=MODIFY,
        filter=True,
    )


@content_type(
    model=models.Notification,
    workflow=notification,
    plural="notifications",
    titles="Ilmoitus|Meddelande|Notification",
    withheld=("recipient_id",),
)
class Notification:
    """A notice to the caller that something happened. It names nobody: the object itself is asked for by its id."""

    event: Line = protected(
        "Tapahtuma|Händelse|Event", "What happened, as the rules name it.", filter=True, names=Named.EVENT
    )
    text: Line = protected("Teksti|Text|Text", "What happened, in words of the recipient's language.")
    link: Line = protected(
        "Kohde|Objekt|Object", "Public id of the object; `node` answers it while it may be seen.", filter=True
    )


@content_type(
    model=models.Delivery,
    workflow=delivery,
    plural="deliveries",
    titles="Sähköpostilähetys|E-postleverans|Delivery",
    withheld=("account_id", "link"),
)
class Delivery:
    """A mail on its way. It tells neither address nor object; failed ones wait to be looked at."""

    event: Line = protected("Tapahtuma|Händelse|Event", "What the mail is about.", filter=True, names=Named.EVENT)
    recipient_kind: RecipientKind = protected(
        "Vastaanottajan laji|Mottagarens slag|Recipient kind", "What kind of person it goes to.", filter=True
    )
    staff_member: object = to_one(
        "staff_member", "Työntekijä|Anställd|Staff member", "The recipient, if a staff member.", filter=True
    )
    attempts: int = protected("Yritykset|Försök|Attempts", "How often it was tried in vain.")
    due_at: datetime = protected("Seuraava yritys|Nästa försök|Due at", "When it is tried next, UTC.", filter=True)
    sent_at: datetime = protected("Lähetetty|Skickad|Sent at", "When the server took it, UTC.")
    failure: DeliveryFailure = protected("Syy|Orsak|Failure", "Why it was not sent.", filter=True)
