"""Consent: what a person lets which agency see."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS, PERSON
from schema.engine.language import choice, content_type, protected, to_one
from schema.engine.values import Code, Line, ShortText
from workflow.consent import consent
from workflow.vocabulary import ADD, CARE, MODIFY, MODIFY_CARE


@choice
class Basis(Enum):
    """On what basis the agency discloses, and is told, personal data."""

    CONSENT = "Suostumus|Samtycke|Consent"
    STATUTORY = "Laki|Lag|Statute"


@choice
class ConsentChannel(Enum):
    """How a consent was given."""

    SERVICE = "Palvelussa|I tjänsten|In the service"
    PAPER = "Paperilla|På papper|On paper"
    AUTHORITY = "Lähettävän tahon kautta|Via remittenten|Through the referring authority"


@choice
class DataCategory(Enum):
    """What a consent covers; the policy opens no more to an agency."""

    ATTENDANCE = "Läsnäolot|Närvaro|Attendance"
    PROGRAMME = "Valmennusjaksot ja tavoitteet|Träningsperioder och mål|Programmes and goals"


@content_type(
    model=models.Consent,
    workflow=consent,
    plural="consents",
    titles="Suostumus|Samtycke|Consent",
    subject="{}.client_id",
    rules=("consent_text_known",),
    withheld=("referral_id",),
    attachable=CARE,
    attach_with=MODIFY_CARE,
)
class Consent:
    """A person's consent to a disclosure; what is withdrawn hides on the very next request."""

    client: object = to_one(
        "client", "Asiakas|Klient|Client", "Whose consent it is.", write=ADD, required=True, filter=True, closed_by={}
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that serves the person.", read=CARE, filter=True)
    agency: object = to_one(
        "agency", "Vastaanottaja|Mottagare|Recipient", "Which agency may see.", write=ADD, required=True, filter=True
    )
    purpose: Code = protected(
        "Tarkoitus|Ändamål|Purpose",
        "What the recipient needs the data for.",
        write=MODIFY,
        required=True,
        personal=PERSON,
        given_once="given_on",
        vocabulary="consent_purpose",
    )
    categories: list[DataCategory] = protected(
        "Tiedot|Uppgifter|Categories",
        "Which data the recipient may see.",
        write=MODIFY,
        required=True,
        personal=PERSON,
        given_once="given_on",
    )
    text_version: Line = protected(
        "Suostumustekstin versio|Textens version|Version of the text",
        "Which text the person was shown: the one in force for the purpose; filled in when it is not named.",
        write=MODIFY,
        personal=OTHERS,
    )
    given_on: date = protected(
        "Annettu|Gavs|Given on",
        "First day in force; set when it is given, unless a paper says an earlier day.",
        write=MODIFY_CARE,
        personal=PERSON,
        given_once="given_on",
        filter=True,
    )
    valid_until: date = protected(
        "Voimassa|Gäller till|Valid until",
        "Last day in force; empty: until withdrawn.",
        write=MODIFY,
        personal=PERSON,
        given_once="given_on",
        filter=True,
    )
    withdrawn_at: datetime = protected(
        "Peruttu|Återkallades|Withdrawn at", "When it was withdrawn, UTC.", personal=PERSON, given_once="given_on"
    )
    channel: ConsentChannel = protected("Tapa|Sätt|Channel", "How it was given.", personal=OTHERS, filter=True)
    evidence: ShortText = protected(
        "Todiste|Bevis|Evidence", "Where the signed paper is.", read=CARE, write=MODIFY_CARE, personal=OTHERS
    )
