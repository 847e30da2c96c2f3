"""The data request: what a person asks of the register, its clock, and what came of it."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS, PERSON
from resolvers.value import Named
from schema.engine.language import choice, content_type, member, protected, to_many, to_one, value_object
from schema.engine.values import Code, Line, LongText, Months, PersonName, ShortText
from workflow import data_request as workflows
from workflow.afterwards import RIGHTS
from workflow.vocabulary import ADD, CARE, DECISION, MODIFY, MODIFY_CARE


@choice
class DataRequestKind(Enum):
    """Which right a person uses. Source: GDPR articles 15–21."""

    ACCESS = "Omien tietojen tarkastus|Insyn i egna uppgifter|Access to one's data"
    LOG_ACCESS = "Kuka on katsonut tietojani|Vem har sett mina uppgifter|Who has looked at my data"
    RECTIFY = "Tiedon korjaaminen|Rättelse av uppgift|Correction of data"
    ERASE = "Tietojen poistaminen|Radering av uppgifter|Erasure of data"
    RESTRICT = "Käsittelyn rajoittaminen|Begränsning av behandling|Restriction of processing"
    PORT = "Tietojen siirtäminen|Överföring av uppgifter|Portability of data"
    OBJECT = "Käsittelyn vastustaminen|Invändning mot behandling|Objection to processing"


@choice
class RemainsBasis(Enum):
    """Why something may not be erased. Source: GDPR article 17(3)."""

    LEGAL_OBLIGATION = "Laki velvoittaa säilyttämään|Lagen förpliktar att bevara|The law obliges to keep it"
    LEGAL_CLAIMS = "Tarvitaan oikeusvaateeseen|Behövs för rättsliga anspråk|Needed for legal claims"
    ARCHIVING = "Arkistointi yleisen edun vuoksi|Arkivändamål av allmänt intresse|Archiving in the public interest"


@value_object
class Remaining:
    """Something that stays after an erasure."""

    what: Line = member("Mikä|Vad|What", "What stays.")
    basis: RemainsBasis = member("Peruste|Grund|Basis", "On what basis.")
    why: Line = member("Selitys|Förklaring|Why", "Why, in plain words.")


@content_type(
    model=models.DataRequest,
    workflow=workflows.data_request,
    plural="dataRequests",
    titles="Tietopyyntö|Begäran om uppgifter|Data request",
    subject="{}.client_id",
    default_order="due_on",
    forced={"client_id": "client"},
    rules=("request_entered", "asked_by_guardian", "request_complete"),
    withheld=("entered_by",),
    shows_once=True,
    attachable=CARE,
    attach_with=MODIFY_CARE,
    survives=(
        "client",
        "register",
        "kind",
        "received_on",
        "channel",
        "due_on",
        "identity_proof",
        "identity_checked_at",
        "answered_on",
        "refusal_reason",
        "appeal_text",
    ),
)
class DataRequest:
    """
    What a person asks of the register: to see, correct, erase, restrict, move, or object; answered within a month.
    """

    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "Who asks; a trainee asks for oneself.",
        write=ADD,
        filter=True,
        also_in=("ENDED",),
        afterwards=RIGHTS,
    )
    register: object = to_one(
        "register",
        "Rekisteri|Register|Register",
        "Which register; without one, the register of the person's relationship.",
        write=ADD,
        filter=True,
        also_in=("RETIRED",),
        afterwards=RIGHTS,
    )
    representation: object = to_one(
        "representation",
        "Edustus|Företrädande|Representation",
        "By whose right a guardian asks for the person; a guardian's own when the guardian asks here.",
        write=ADD,
        filter=True,
        also_in=("ENDED",),
        afterwards=RIGHTS,
    )
    kind: DataRequestKind = protected(
        "Pyyntö|Begäran|Kind", "Which right the person uses.", write=ADD, required=True, personal=PERSON, filter=True
    )
    received_on: date = protected(
        "Saapui|Mottagen|Received on",
        "When it came, also when it was found late; the month counts from here.",
        write=MODIFY,
        filter=True,
        order=True,
    )
    channel: Code = protected(
        "Tapa|Sätt|Channel", "How it came.", write=MODIFY, filter=True, vocabulary="request_channel"
    )
    request_text: LongText = protected(
        "Mitä pyydetään|Vad som begärs|Request", "In the person's own words.", read=CARE, write=ADD, personal=PERSON
    )
    identity_proof: Code = protected(
        "Henkilöllisyyden osoitus|Identitetsbevis|Identity proof",
        "How the identity was established: by which log-in, or what somebody saw; by whom stands beside it.",
        filter=True,
        vocabulary="identity_proof",
    )
    identity_checked_at: datetime = protected(
        "Henkilöllisyys todettu|Identiteten bekräftad|Identity checked at", "When, UTC."
    )
    identity_checked_by_name: PersonName = protected(
        "Henkilöllisyyden totesi|Identiteten bekräftad av|Identity checked by", "Who established it; empty: the log-in."
    )
    calendar_due_on: date = protected(
        "Määräaika kalenterin mukaan|Tidsfrist enligt kalendern|Due by the calendar",
        "The same day of a later month; where it is no working day, the answer is due on the next one.",
    )
    due_on: date = protected(
        "Vastattava viimeistään|Besvaras senast|Due on",
        "Last day for the answer, a working day. R20.",
        filter=True,
        order=True,
    )
    extension_months: Months = protected(
        "Jatko kuukausina|Förlängning i månader|Extension in months",
        "One or two; two when nothing is said.",
        write=MODIFY_CARE,
    )
    extension_reason: Code = protected(
        "Jatkon syy|Skäl till förlängning|Reason of the extension",
        "Why more time is needed.",
        vocabulary="extension_reason",
    )
    extension_text: LongText = protected(
        "Jatkon perustelu|Motivering till förlängning|Explanation of the extension",
        "What the person is told of it.",
        read=CARE,
        personal=OTHERS,
    )
    extension_told_on: date = protected(
        "Jatkosta kerrottu|Meddelad om förlängning|Told of the extension on",
        "When the person was told: in the service, or by the letter that somebody marked as sent.",
    )
    reminded_on: date = protected(
        "Muistutettu|Påmind|Reminded on", "When the service last reminded of the due day.", filter=True
    )
    log_from: date = protected(
        "Lokitiedot alkaen|Logguppgifter från|Log from",
        "From when the log is shown; two years back when nothing is said.",
        write=MODIFY_CARE,
    )
    log_special_reason: ShortText = protected(
        "Erityinen syy|Särskilt skäl|Special reason",
        "Why older log data is given.",
        read=DECISION,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    package_built_at: datetime = protected("Aineisto koottu|Materialet sammanställt|Package built at", "When, UTC.")
    package_expires_at: datetime = protected(
        "Aineisto haettavissa|Materialet kan hämtas|Package expires at", "Until when, UTC."
    )
    restricted_on: date = protected(
        "Käsittely rajoitettu|Behandlingen begränsad|Restricted on",
        "Since when processing is restricted by this request.",
        filter=True,
    )
    lifting_announced_on: date = protected(
        "Rajoituksen päättymisestä ilmoitettu|Hävningen meddelad|Lifting announced on",
        "When the person was told: in the service, or by the letter that was sent; the lifting follows on a later day.",
    )
    lifting_text: LongText = protected(
        "Miksi rajoitus päättyy|Varför begränsningen upphör|Why the restriction is lifted",
        "What the person is told of it.",
        read=CARE,
        personal=OTHERS,
    )
    restriction_lifted_on: date = protected(
        "Rajoitus päättynyt|Begränsningen hävd|Restriction lifted on", "When processing was no longer restricted."
    )
    remains: Remaining = protected(
        "Mitä jää|Vad som blir kvar|What remains",
        "What could not be erased, and why.",
        read=DECISION,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    answer: LongText = protected(
        "Vastaus|Svar|Answer", "What the person is answered.", read=DECISION, write=MODIFY_CARE, personal=OTHERS
    )
    refusal_reason: Code = protected(
        "Hylkäämisen syy|Skäl till avslag|Reason of refusal",
        "Why it was refused, wholly or partly.",
        read=DECISION,
        personal=OTHERS,
        vocabulary="request_refusal",
    )
    refusal_text: LongText = protected(
        "Hylkäämisen perustelu|Motivering till avslag|Explanation of refusal",
        "The same in words.",
        read=DECISION,
        personal=OTHERS,
    )
    appeal_text: LongText = protected(
        "Muutoksenhaku|Ändringssökande|Appeal",
        "Where to turn if one is not satisfied; in every refusal, in three languages.",
        read=DECISION,
        personal=OTHERS,
    )
    answered_on: date = protected("Päätetty|Avgjord|Answered on", "When it was decided.", filter=True)
    answer_told_on: date = protected(
        "Vastauksesta kerrottu|Underrättad om svaret|Told of the answer on",
        "When the person was told: in the service, or by the letter that somebody marked as sent.",
        filter=True,
    )
    letters: object = to_many(
        "request_letter", "request_id", "Kirjeet|Brev|Letters", "What the person was told of it, and how."
    )
    rectifications: object = to_many(
        "rectification",
        "request_id",
        "Korjaukset|Rättelser|Rectifications",
        "What should be corrected, field by field.",
    )
    withholdings: object = to_many(
        "withholding",
        "request_id",
        "Pois jätetyt tiedot|Uppgifter som lämnas bort|Withholdings",
        "What the package leaves out.",
    )
    disclosure_notices: object = to_many(
        "disclosure_notice",
        "request_id",
        "Ilmoitukset vastaanottajille|Meddelanden till mottagare|Notices to recipients",
        "Who was told of it.",
    )


@content_type(
    model=models.Withholding,
    workflow=workflows.withholding,
    plural="withholdings",
    titles="Pois jätettävä tieto|Uppgift som lämnas bort|Withholding",
    subject="{}.client_id",
    rules=("withholding_of_open_request",),
)
class Withholding:
    """Something that a package leaves out; the privacy officer may release it, or leave out more, with a reason."""

    request: object = to_one(
        "data_request",
        "Tietopyyntö|Begäran|Request",
        "For which request.",
        write=ADD,
        required=True,
        filter=True,
        closed_by={},
    )
    client: object = to_one("client", "Asiakas|Klient|Client", "Whose request it is.", filter=True)
    object_ref: Line = protected("Kohde|Objekt|Object", "Id of the object.", write=ADD, required=True)
    field_key: Code = protected(
        "Kenttä|Fält|Field", "Which field; empty: the whole object.", write=ADD, names=Named.FIELD
    )
    basis: Code = protected(
        "Peruste|Grund|Basis",
        "On what legal basis.",
        write=ADD,
        required=True,
        filter=True,
        vocabulary="withholding_basis",
    )
    explanation: ShortText = protected(
        "Selitys|Förklaring|Explanation",
        "Why, in words that the person reads.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
