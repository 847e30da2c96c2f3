"""Privacy notice, announcement, acceptance: what people are told of the data that is kept of them."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from resolvers.declaration import OTHERS
from resolvers.value import Named
from schema.engine.closed_sets import DataCategory
from schema.engine.language import choice, content_type, member, protected, to_many, to_one, value_object
from schema.engine.values import Code, Line, LongText
from workflow import privacy_notice as workflows
from workflow.vocabulary import ADD, CARE, MODIFY


@choice
class NoticeTopic(Enum):
    """What a paragraph of a privacy notice tells. Source: GDPR articles 13 and 14."""

    PURPOSE = "Käyttötarkoitus|Ändamål|Purpose"
    LEGAL_BASIS = "Oikeusperuste|Rättslig grund|Legal basis"
    CONTACT = "Rekisterinpitäjä ja yhteystiedot|Personuppgiftsansvarig och kontakt|Controller and contact"
    SOURCES = "Tietolähteet|Uppgiftskällor|Sources"
    DISCLOSURE = "Tietojen luovuttaminen|Utlämnande av uppgifter|Disclosure"
    TRANSFER = "Siirto EU:n ja ETA:n ulkopuolelle|Överföring utanför EU och EES|Transfer outside the EU and EEA"
    PROTECTION = "Tietojen suojaaminen|Skydd av uppgifter|Protection"
    RETENTION = "Tietojen säilytys|Lagring av uppgifter|Retention"
    RIGHTS = "Sinun oikeutesi|Dina rättigheter|Your rights"
    WITHDRAWAL = "Suostumuksen peruminen|Återkallande av samtycke|Withdrawal of consent"
    COMPLAINT = "Valitus tietosuojavaltuutetulle|Klagomål till dataombudsmannen|Complaint to the authority"
    AUTOMATED_DECISIONS = "Automaattiset päätökset|Automatiserade beslut|Automated decisions"
    LOG_DATA = "Kirjautumis- ja lokitiedot|Inloggnings- och logguppgifter|Log-in and log data"
    CHANGES = "Muutokset selosteeseen|Ändringar i beskrivningen|Changes of this notice"


@value_object
class NoticeText:
    """One paragraph of a privacy notice in the three languages."""

    topic: NoticeTopic = member("Aihe|Ämne|Topic", "What it tells; each topic stands once.")
    fi: LongText = member("Suomeksi|På finska|In Finnish", "In Finnish.")
    sv: LongText = member("Ruotsiksi|På svenska|In Swedish", "In Swedish.")
    en: LongText = member("Englanniksi|På engelska|In English", "In English.")


@value_object
class KeptField:
    """One kind of personal data that the register keeps, as schema and forms said when the notice was published."""

    content_type: Code = member("Tietotyyppi|Informationstyp|Content type", "The content type, such as Client.")
    type_fi: Line = member("Tyyppi suomeksi|Typ på finska|Type in Finnish", "Title of the content type in Finnish.")
    type_sv: Line = member("Tyyppi ruotsiksi|Typ på svenska|Type in Swedish", "Title of the content type in Swedish.")
    type_en: Line = member(
        "Tyyppi englanniksi|Typ på engelska|Type in English", "Title of the content type in English."
    )
    field: Code = member("Kenttä|Fält|Field", "The field, such as lastName.")
    fi: Line = member("Suomeksi|På finska|In Finnish", "Title of the field in Finnish.")
    sv: Line = member("Ruotsiksi|På svenska|In Swedish", "Title of the field in Swedish.")
    en: Line = member("Englanniksi|På engelska|In English", "Title of the field in English.")
    category: DataCategory = member("Tietoryhmä|Kategori|Category", "Which kind of data it is.")
    sources: Line = member("Tietolähteet|Källor|Sources", "Of AUTHORITY, CLIENT, OWN and WORKPLACE: what fills it.")
    form: Code = member(
        "Lomake|Formulär|Form", "Of a question: the form that asks it, by the id of its first version.", nullable=True
    )
    section_fi: Line = member(
        "Osio suomeksi|Avsnitt på finska|Section in Finnish",
        "Of a question: title of its section in Finnish.",
        nullable=True,
    )
    section_sv: Line = member(
        "Osio ruotsiksi|Avsnitt på svenska|Section in Swedish",
        "Of a question: title of its section in Swedish.",
        nullable=True,
    )
    section_en: Line = member(
        "Osio englanniksi|Avsnitt på engelska|Section in English",
        "Of a question: title of its section in English.",
        nullable=True,
    )
    read: Code = member(
        "Lukuoikeus|Läsrätt|Read permission", "Of a question: the permission that reads the answer.", nullable=True
    )
    write: Code = member(
        "Kirjoitusoikeus|Skrivrätt|Write permission",
        "Of a question: the permission that writes the answer.",
        nullable=True,
    )


@value_object
class ToldProcessor:
    """Somebody who handles the data for the controller, as it was when the notice was published."""

    name: Line = member("Nimi|Namn|Name", "Its name.")
    country: Code = member("Maa|Land|Country", "Where the data is handled, two letters.", names=Named.COUNTRY)
    fi: Line = member("Suomeksi|På finska|In Finnish", "What it does, in Finnish.")
    sv: Line = member("Ruotsiksi|På svenska|In Swedish", "What it does, in Swedish.")
    en: Line = member("Englanniksi|På engelska|In English", "What it does, in English.")
    transfer_ground: Line = member(
        "Siirron peruste|Grund för överföring|Ground of transfer", "Of a country outside the EU/EEA.", nullable=True
    )


@content_type(
    model=models.PrivacyNotice,
    workflow=workflows.privacy_notice,
    plural="privacyNotices",
    titles="Tietosuojaseloste|Dataskyddsbeskrivning|Privacy notice",
    rules=("topics_once", "notice_lineage"),
    withheld=("lineage_id", "published_by"),
)
class PrivacyNotice:
    """The notice of a register: written, reviewed by another person, published and announced; it is then frozen."""

    register: object = to_one(
        "register", "Rekisteri|Register|Register", "Of which register.", write=ADD, required=True, filter=True
    )
    version: int = protected(
        "Versionumero|Versionsnummer|Version number", "Number of the published version; empty until then.", filter=True
    )
    texts: NoticeText = protected("Tekstit|Texter|Texts", "What the notice tells; each topic once.", write=MODIFY)
    effective_on: date = protected(
        "Voimassa alkaen|Gäller från|Effective on",
        "From when it applies; empty: from its publication.",
        write=MODIFY,
        filter=True,
    )
    data_kept: KeptField = protected(
        "Säilytettävät tiedot|Uppgifter som lagras|Data kept",
        "Every personal field of the schema and every question of the forms in use, as they were at publication.",
    )
    processors: ToldProcessor = protected(
        "Henkilötietojen käsittelijät|Personuppgiftsbiträden|Processors",
        "Who handled the data for the controller at publication.",
    )
    published_at: datetime = protected("Julkaistu|Publicerad|Published at", "When it was published, UTC.")
    copy_of: object = to_one(
        "privacy_notice",
        "Työkopio|Kopia av|Copy of",
        "The published notice that this is a working copy of.",
        filter=True,
    )
    copies: object = to_many("privacy_notice", "copy_of_id", "Työkopiot|Kopior|Copies", "Working copies made of it.")
    announcements: object = to_many(
        "announcement", "notice_id", "Tiedotteet|Meddelanden|Announcements", "How it was announced."
    )


@content_type(
    model=models.Announcement,
    workflow=workflows.announcement,
    plural="announcements",
    titles="Tiedote|Meddelande|Announcement",
    default_order="starts_on",
)
class Announcement:
    """Something that everybody who logs in is told."""

    notice: object = to_one(
        "privacy_notice",
        "Tietosuojaseloste|Dataskyddsbeskrivning|Privacy notice",
        "The notice it announces.",
        filter=True,
    )
    title_fi: Line = protected(
        "Otsikko suomeksi|Rubrik på finska|Title in Finnish", "Title in Finnish.", write=MODIFY, required=True
    )
    title_sv: Line = protected(
        "Otsikko ruotsiksi|Rubrik på svenska|Title in Swedish", "Title in Swedish.", write=MODIFY, required=True
    )
    title_en: Line = protected(
        "Otsikko englanniksi|Rubrik på engelska|Title in English", "Title in English.", write=MODIFY, required=True
    )
    text_fi: LongText = protected(
        "Teksti suomeksi|Text på finska|Text in Finnish", "What is told, in Finnish.", write=MODIFY, required=True
    )
    text_sv: LongText = protected(
        "Teksti ruotsiksi|Text på svenska|Text in Swedish", "What is told, in Swedish.", write=MODIFY, required=True
    )
    text_en: LongText = protected(
        "Teksti englanniksi|Text på engelska|Text in English", "What is told, in English.", write=MODIFY, required=True
    )
    starts_on: date = protected(
        "Alkaa|Börjar|Starts on", "First day on which it is told.", write=MODIFY, required=True, filter=True, order=True
    )
    ends_before: date = protected(
        "Päättyy ennen|Slutar före|Ends before",
        "First day on which it is no longer told; empty: until withdrawn.",
        write=MODIFY,
        filter=True,
    )


@content_type(
    model=models.NoticeAcceptance,
    workflow=workflows.notice_acceptance,
    plural="noticeAcceptances",
    titles="Selosteen lukukuittaus|Läskvittering|Notice acceptance",
    subject="{}.client_id",
    forced={"account_id": "account", "client_id": "client"},
    withheld=("account_id",),
)
class NoticeAcceptance:
    """That somebody has read a version of a privacy notice: said by the person, once."""

    notice: object = to_one(
        "privacy_notice",
        "Tietosuojaseloste|Dataskyddsbeskrivning|Privacy notice",
        "Which version was read.",
        write=ADD,
        required=True,
        filter=True,
    )
    client: object = to_one("client", "Asiakas|Klient|Client", "The client who read it; empty for staff.", filter=True)


@choice
class TellingChannel(Enum):
    """How a person is told of a new version of the notice."""

    SERVICE = "Palvelussa|I tjänsten|In the service"
    EMAIL = "Sähköpostilla|Per e-post|By e-mail"
    LETTER = "Kirjeellä|Per brev|By letter"


@content_type(
    model=models.NoticeTelling,
    workflow=workflows.notice_telling,
    plural="noticeTellings",
    titles="Selosteesta kertominen|Underrättelse om beskrivningen|Notice telling",
    subject="{}.client_id",
)
class NoticeTelling:
    """How and when a client was told of a version of the notice; who has neither account nor e-mail gets a letter."""

    notice: object = to_one(
        "privacy_notice", "Tietosuojaseloste|Dataskyddsbeskrivning|Privacy notice", "Which version.", filter=True
    )
    client: object = to_one("client", "Asiakas|Klient|Client", "Who is told.", filter=True)
    representation: object = to_one(
        "representation",
        "Edustus|Företrädande|Representation",
        "Which guardian of a minor is told beside the minor; none: the person is.",
        filter=True,
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that serves the person.", read=CARE, filter=True)
    channel: TellingChannel = protected("Tapa|Sätt|Channel", "How.", personal=OTHERS, filter=True)
    told_on: date = protected("Kerrottu|Underrättad|Told on", "On which day.", personal=OTHERS, filter=True)
