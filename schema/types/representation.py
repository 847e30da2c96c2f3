"""Who acts for a client: guardians and other representatives, their invitations, and what a minor keeps from them."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS, PERSON
from schema.engine.language import choice, content_type, protected, to_many, to_one
from schema.engine.values import Code, EmailAddress, PersonName, PhoneNumber, ShortText
from schema.types.account import AccountLanguage
from workflow import representation as workflows
from workflow.account import guardian_invitation
from workflow.afterwards import RIGHTS
from workflow.vocabulary import ADD, AUDIT, CARE, CONTACT, MODIFY, MODIFY_CONTACT, NAME, RESTRICT


@choice
class RepresentationKind(Enum):
    """By which right somebody acts for a client."""

    GUARDIAN = "Alaikäisen huoltaja|Vårdnadshavare för minderårig|Guardian of a minor"
    RESTRICTED_CUSTODIAN = (
        "Huoltaja, jonka oikeutta on rajoitettu|Vårdnadshavare med begränsad rätt|Custodian with restricted rights"
    )
    APPOINTED_FINANCIAL = (
        "Edunvalvoja taloudellisissa asioissa|Intressebevakare i ekonomiska ärenden|Guardian for financial matters"
    )
    APPOINTED_PERSONAL = (
        "Edunvalvoja henkilöä koskevissa asioissa|Intressebevakare i personliga ärenden|Guardian for personal matters"
    )
    AUTHORISED = "Valtuutettu|Befullmäktigad|Authorised person"


@choice
class Matter(Enum):
    """What a representation may cover; each permission on a type belongs to one of them."""

    PERSON = "Perustiedot|Grunduppgifter|Basic data"
    CONTACT = "Yhteystiedot|Kontaktuppgifter|Contact details"
    WHEREABOUTS = "Päivät, ajat ja paikat|Dagar, tider och platser|Days, times and places"
    COACHING = "Valmennus|Träning|Coaching"
    CONTRACT = "Sopimukset|Avtal|Contracts"
    RIGHTS = "Suostumukset|Samtycken|Consents"


@content_type(
    model=models.Representation,
    workflow=workflows.representation,
    plural="representations",
    titles="Edustus|Företrädande|Representation",
    subject="{}.client_id",
    rules=("matters_of_right", "guardian_known"),
    withheld=("account_id",),
    attachable=CARE,
    attach_with=MODIFY,
)
class Representation:
    """
    Somebody who acts for a client: by which right, in which matters, from when until when.

    A right that belongs to guardians of minors ends on the eighteenth birthday, whatever day is written here.
    """

    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "Who is represented.",
        write=ADD,
        required=True,
        filter=True,
        also_in=("ENDED",),
        afterwards=RIGHTS,
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that serves the person.", read=CARE, filter=True)
    kind: RepresentationKind = protected(
        "Oikeuden laji|Rättens slag|Kind of right",
        "By which right.",
        write=MODIFY,
        required=True,
        personal=OTHERS,
        filter=True,
    )
    first_names: PersonName = protected(
        "Etunimet|Förnamn|First names",
        "First names of the guardian.",
        read=NAME,
        write=MODIFY,
        required=True,
        personal=OTHERS,
    )
    last_name: PersonName = protected(
        "Sukunimi|Efternamn|Last name",
        "Last name of the guardian.",
        read=NAME,
        write=MODIFY,
        required=True,
        personal=OTHERS,
    )
    phone: PhoneNumber = protected(
        "Puhelin|Telefon|Phone", "Where the guardian is called.", read=CONTACT, write=MODIFY_CONTACT, personal=OTHERS
    )
    email: EmailAddress = protected(
        "Sähköposti|E-post|E-mail", "E-mail of the guardian.", read=CONTACT, write=MODIFY_CONTACT, personal=OTHERS
    )
    postal_address: ShortText = protected(
        "Postiosoite|Postadress|Postal address",
        "Where letters to the guardian go.",
        read=CONTACT,
        write=MODIFY_CONTACT,
        personal=OTHERS,
    )
    language: AccountLanguage = protected(
        "Kieli|Språk|Language", "In which the service speaks to the guardian.", write=MODIFY_CONTACT
    )
    matters: list[Matter] = protected(
        "Asiat|Ärenden|Matters",
        "What the right covers; a guardian covers everything where none is named.",
        write=MODIFY,
        personal=OTHERS,
    )
    evidence: ShortText = protected(
        "Todiste|Bevis|Evidence",
        "What shows the right: extract of the population register, court order, authorisation.",
        read=CARE,
        write=MODIFY,
        personal=OTHERS,
    )
    decided_on: date = protected(
        "Päätöksen päivä|Beslutsdag|Decided on",
        "Day of the court's or the authority's decision.",
        write=MODIFY,
        personal=OTHERS,
    )
    valid_from: date = protected(
        "Voimassa alkaen|Gäller från|Valid from",
        "First day.",
        write=MODIFY,
        required=True,
        personal=OTHERS,
        filter=True,
    )
    valid_until: date = protected(
        "Voimassa asti|Gäller till|Valid until",
        "Last day; empty: until it is ended, or until the person comes of age.",
        write=MODIFY,
        personal=OTHERS,
        filter=True,
    )
    safety_restriction: bool = protected(
        "Turvakielto tätä edustajaa vastaan|Spärr mot denna företrädare|Safety restriction against this guardian",
        "Whether what tells where the person is must be hidden from this guardian; it has to be answered.",
        read=CARE,
        write=RESTRICT,
        required=True,
        personal=PERSON,
    )
    same_as: object = to_one(
        "representation",
        "Sama edustaja|Samma företrädare|The same guardian",
        "Another representation by the same person, who logs in with the same account.",
        read=CARE,
        write=ADD,
    )
    telling_refusals: object = to_many(
        "telling_refusal",
        "representation_id",
        "Kertomiskiellot|Förbud mot att berätta|Telling refusals",
        "What the person keeps from this guardian alone.",
        read=CARE,
    )
    invitations: object = to_many(
        "guardian_invitation",
        "representation_id",
        "Kutsut|Inbjudningar|Invitations",
        "With which the guardian was invited to log in.",
        read=AUDIT,
    )


@content_type(
    model=models.TellingRefusal,
    workflow=workflows.telling_refusal,
    plural="tellingRefusals",
    titles="Kertomiskielto|Förbud mot att berätta|Telling refusal",
    subject="{}.client_id",
    rules=("refusal_of_minor",),
)
class TellingRefusal:
    """
    The decision of a minor who is mature enough: what is not told to the guardian.

    No guardian learns that there is one. Withdrawn, it opens the matters again at the next request.
    """

    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "Who decided.",
        write=ADD,
        required=True,
        filter=True,
        also_in=("ENDED",),
        afterwards=RIGHTS,
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that serves the person.", read=CARE, filter=True)
    representation: object = to_one(
        "representation",
        "Edustus|Företrädande|Representation",
        "Which guardian is not told; none: no guardian is.",
        write=ADD,
        filter=True,
    )
    matters: list[Matter] = protected(
        "Asiat|Ärenden|Matters", "What is not told.", write=ADD, required=True, personal=PERSON
    )
    decided_on: date = protected(
        "Päätetty|Beslutat|Decided on", "When the person decided.", write=ADD, required=True, personal=PERSON
    )
    assessment: ShortText = protected(
        "Arvio kypsyydestä|Bedömning av mognad|Assessment of maturity",
        "Who judged that the person is mature enough for this decision, and why.",
        read=CARE,
        write=MODIFY,
        personal=OTHERS,
    )


@content_type(
    model=models.GuardianInvitation,
    workflow=guardian_invitation,
    plural="guardianInvitations",
    titles="Edustajan kutsu|Inbjudan av företrädare|Guardian invitation",
    subject="{}.client_id",
    rules=("invited_guardian", "seen_at_invitation"),
    on_creation=("show_invitation",),
    shows_once=True,
    withheld=("links", "account_id"),
    named_by=("created_at",),
)
class GuardianInvitation:
    """An invitation of a guardian, by the coach, who has seen who it is; an administrator learns nothing of it."""

    representation: object = to_one(
        "representation",
        "Edustus|Företrädande|Representation",
        "Who is invited, and for whom.",
        write=ADD,
        required=True,
        filter=True,
        closed_by={},
    )
    client: object = to_one("client", "Asiakas|Klient|Client", "Who is represented.", filter=True)
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The client's unit.", filter=True)
    identity_proof: Code = protected(
        "Henkilöllisyys|Identitet|Identity proof",
        "How the coach knows who it is.",
        write=ADD,
        required=True,
        vocabulary="identity_proof",
        personal=OTHERS,
    )
    by_mail: bool = protected(
        "Sähköpostilla|Per e-post|By mail", "Whether the link is mailed to the guardian's address.", write=ADD
    )
    language: AccountLanguage = protected(
        "Kieli|Språk|Language", "In which the service speaks to the person.", write=ADD
    )
    expires_at: datetime = protected("Voimassa asti|Gäller till|Expires at", "Until when the link works, UTC.")
    accepted_at: datetime = protected(
        "Hyväksytty|Accepterad|Accepted at", "When it was accepted, UTC.", personal=OTHERS
    )
