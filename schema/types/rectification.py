"""The rectification: what a person wants corrected; and the notice to those who had been shown it."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS, PERSON
from resolvers.value import Named
from schema.engine.language import choice, content_type, protected, to_one
from schema.engine.values import Code, Line, Lines, LongText
from workflow import rectification as workflows
from workflow.afterwards import TELLING
from workflow.vocabulary import ADD, CARE, CONTACT, DECISION, MODIFY_CARE


@choice
class NoticeKind(Enum):
    """What happened to data that an agency was shown."""

    CORRECTED = "Tietoa on korjattu|Uppgiften har rättats|Data was corrected"
    ERASED = "Tiedot on poistettu|Uppgifterna har raderats|Data was erased"
    RESTRICTED = "Käsittelyä on rajoitettu|Behandlingen har begränsats|Processing was restricted"
    LIFTED = "Rajoitus on päättynyt|Begränsningen har upphört|The restriction was lifted"


@content_type(
    model=models.Rectification,
    workflow=workflows.rectification,
    plural="rectifications",
    titles="Korjauspyyntö|Begäran om rättelse|Rectification",
    subject="{}.client_id",
    rules=("rectification_of_own_field",),
)
class Rectification:
    """One field that a person wants corrected or completed, and what came of it."""

    request: object = to_one(
        "data_request",
        "Tietopyyntö|Begäran|Request",
        "The request to correct that it belongs to.",
        write=ADD,
        required=True,
        filter=True,
        closed_by={},
    )
    client: object = to_one("client", "Asiakas|Klient|Client", "Whose data it is.", filter=True)
    object_ref: Line = protected("Kohde|Objekt|Object", "Id of the object that is wrong.", write=ADD, required=True)
    field_key: Code = protected(
        "Kenttä|Fält|Field", "Name of the field, such as `lastName`.", write=ADD, required=True, names=Named.FIELD
    )
    proposed_value: LongText = protected(
        "Oikea tieto|Rätt uppgift|Proposed value",
        "What it should say, as text: days as 2026-01-31, several values one a line. Never an identity code.",
        read=CARE,
        write=ADD,
        personal=PERSON,
    )
    before_value: LongText = protected(
        "Tieto ennen|Uppgift före|Before",
        "What it said when the correction was asked for.",
        read=CONTACT,
        personal=OTHERS,
    )
    after_value: LongText = protected(
        "Tieto jälkeen|Uppgift efter|After", "What it says since.", read=CONTACT, personal=OTHERS
    )
    decision_text: LongText = protected(
        "Perustelu|Motivering|Explanation",
        "Why it was refused, or how it was completed.",
        read=DECISION,
        personal=OTHERS,
    )
    decided_on: date = protected("Ratkaistu|Avgjord|Decided on", "When.", filter=True)
    statement: LongText = protected(
        "Oma lausuma|Egen utsaga|Own statement",
        "What the person wants to stand beside a refused correction.",
        read=CARE,
        write=MODIFY_CARE,
        personal=PERSON,
    )


@content_type(
    model=models.DisclosureNotice,
    workflow=workflows.disclosure_notice,
    plural="disclosureNotices",
    titles="Ilmoitus tietojen muutoksesta|Meddelande om ändrade uppgifter|Notice of changed data",
    subject="coalesce({0}.client_id, {0}.id)",
    default_order="noted_at",
    rules=("notice_noted",),
)
class DisclosureNotice:
    """Tells an agency that what it was shown has been corrected, erased or restricted; it holds no values."""

    agency: object = to_one(
        "agency",
        "Vastaanottaja|Mottagare|Agency",
        "Who is told.",
        write=ADD,
        required=True,
        filter=True,
        also_in=("RETIRED",),
        afterwards=TELLING,
    )
    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "About whom; empty once the person is erased.",
        write=ADD,
        filter=True,
        also_in=("ENDED",),
        afterwards=TELLING,
    )
    request: object = to_one(
        "data_request",
        "Tietopyyntö|Begäran|Request",
        "On whose request.",
        write=ADD,
        filter=True,
        also_in=("CLOSED",),
        afterwards=TELLING,
    )
    referral: object = to_one(
        "referral", "Lähete|Remiss|Referral", "The agency's own referral of the person.", filter=True
    )
    kind: NoticeKind = protected(
        "Mitä tapahtui|Vad hände|Kind",
        "What happened to the data.",
        write=ADD,
        required=True,
        personal=OTHERS,
        filter=True,
    )
    field_keys: Lines = protected(
        "Kentät|Fält|Fields",
        "Names of the fields; empty: all that was shown.",
        write=ADD,
        personal=OTHERS,
        names=Named.FIELD,
    )
    noted_at: datetime = protected("Ajankohta|Tidpunkt|Noted at", "When, UTC.", filter=True, order=True)
    reference: Line = protected(
        "Vastaanottajan viite|Mottagarens referens|Reference",
        "The agency's own reference; where it gave none and the person is erased, the id of its referral.",
        write=ADD,
        personal=OTHERS,
    )
