"""Closed sets of the code that several types answer. What an administrator may add to is a vocabulary, never here."""

from enum import Enum

from schema.engine.declared_values import choice
from workflow.account_kinds import declared_titles
from workflow.roles import AccountKind


@choice
class Provenance(Enum):
    """Where a record came from."""

    AUTHORITY = "Viranomainen|Myndighet|Authority"
    CLIENT = "Valmentautuja itse|Klienten själv|Client"
    OWN = "Oma toiminta|Egen verksamhet|Own operations"


@choice
class LoginOutcome(Enum):
    """What came of an attempt to log in or out."""

    LOGGED_IN = "Kirjautui sisään|Loggade in|Logged in"
    LOGGED_OUT = "Kirjautui ulos|Loggade ut|Logged out"
    LOGGED_OUT_BY_PROVIDER = (
        "Tunnistautumispalvelu kirjasi ulos|Identitetstjänsten loggade ut|Logged out by the provider"
    )
    REFUSED = "Hylätty|Avvisad|Refused"
    NO_ACCOUNT = "Ei tunnusta|Inget konto|No account"
    DISABLED = "Tunnus suljettu|Kontot stängt|Account disabled"
    UNDERTAKING_ACCEPTED = "Sitoumus hyväksytty|Förbindelsen godkänd|Undertaking accepted"
    PASSWORD_REFUSED = "Salasana hylätty|Lösenordet avvisat|Password refused"  # noqa: S105 # the name of an outcome
    THROTTLED = "Liian monta yritystä|För många försök|Too many attempts"
    INVITATION_ACCEPTED = "Kutsu hyväksytty|Inbjudan godkänd|Invitation accepted"
    INVITATION_REFUSED = "Kutsu hylätty|Inbjudan avvisad|Invitation refused"
    PASSWORD_CHANGED = "Salasana vaihdettu|Lösenordet bytt|Password changed"  # noqa: S105 # as above
    SECOND_FACTOR_ENROLLED = "Toinen tunniste otettu käyttöön|Andra faktorn i bruk|Second factor enrolled"
    SECOND_FACTOR_REFUSED = "Toinen tunniste hylätty|Andra faktorn avvisad|Second factor refused"
    RECOVERY_CODE_USED = "Varakoodi käytetty|Reservkod använd|Recovery code used"


@choice
class RecipientKind(Enum):
    """What kind of person a mail goes to."""

    STAFF = declared_titles(AccountKind.STAFF)
    TRAINEE = declared_titles(AccountKind.TRAINEE)
    GUARDIAN = declared_titles(AccountKind.GUARDIAN)
    OFFICIAL = declared_titles(AccountKind.OFFICIAL)
    WORKPLACE = declared_titles(AccountKind.WORKPLACE)


@choice
class DeliveryFailure(Enum):
    """Why a mail was not sent."""

    ADDRESS_REFUSED = "Osoite ei kelpaa palvelimelle|Servern godtar inte adressen|The server refused the address"
    NO_ADDRESS = "Vastaanottajalla ei ole osoitetta|Mottagaren saknar adress|The recipient has no address"
    NOT_VISIBLE = "Vastaanottaja ei näe kohdetta|Mottagaren ser inte objektet|The recipient may not see the object"
    UNKNOWN_EVENT = "Tapahtumaa ei tunneta|Händelsen är okänd|The event is not known"
    NO_DESTINATION = "Lähetyskohdetta ei ole|Mottagarservern saknas|There is no destination"
    NO_MAIL_SERVER = "Sähköpostipalvelinta ei ole asetettu|Ingen e-postserver är inställd|No mail server is set"
    MAIL_REFUSED = "Palvelin ei ottanut viestiä|Servern tog inte emot meddelandet|The server refused the mail"
    SERVER_UNREACHABLE = "Palvelimeen ei saatu yhteyttä|Servern kunde inte nås|The server was not reached"
    NO_ENCRYPTION = "Yhteys ei ole salattu|Förbindelsen är inte krypterad|The connection is not encrypted"
    CERTIFICATE_REFUSED = "Varmenne ei kelpaa|Certifikatet godkänns inte|The certificate was refused"


@choice
class ActorKind(Enum):
    """Who acts: a person by the kind of the account, or the system of an agency."""

    STAFF = declared_titles(AccountKind.STAFF)
    TRAINEE = declared_titles(AccountKind.TRAINEE)
    GUARDIAN = declared_titles(AccountKind.GUARDIAN)
    OFFICIAL = declared_titles(AccountKind.OFFICIAL)
    WORKPLACE = declared_titles(AccountKind.WORKPLACE)
    AGENCY = declared_titles(AccountKind.AGENCY)
    SERVICE = declared_titles(AccountKind.SERVICE)


@choice
class LookBasis(Enum):
    """On what basis a person's data was shown."""

    WORK = "Oma työ|Eget arbete|Own work"
    OWN_DATA = "Omat tiedot|Egna uppgifter|Own data"
    REPRESENTATION = "Henkilön edustaminen|Företrädande av personen|Acting for the person"
    CONTRACT = "Sopimus|Avtal|Contract"
    CONSENT = "Suostumus|Samtycke|Consent"
    STATUTE = "Laki|Lag|Statute"
    OWN_REFERRAL = "Oma lähete|Egen remiss|Own referral"


@choice
class LookOutcome(Enum):
    """What came of a look at a person's data."""

    SHOWN = "Näytettiin|Visades|Shown"
    NOTHING = "Ei mitään|Ingenting|Nothing"
    DENIED = "Evättiin|Nekades|Denied"


@choice
class FieldOrigin(Enum):
    """Whose word a personal value is."""

    PERSON = "Henkilö itse|Personen själv|The person"
    OBSERVED = "Havaittu henkilön toiminnasta|Iakttaget av det personen gör|Observed of the person"
    WRITER = "Viimeisin kirjoittaja|Den som skrev sist|Whoever wrote it last"
    OTHERS = "Muut|Andra|Others"


@choice
class DataCategory(Enum):
    """Which kind of personal data a register keeps."""

    BASIC = "Perustiedot|Grunduppgifter|Basic data"
    CONTACT = "Yhteystiedot|Kontaktuppgifter|Contact data"
    IDENTITY = "Tunnistetiedot|Identitetsuppgifter|Identity data"
    COACHING = "Valmennuksen tiedot|Uppgifter om träningen|Coaching data"
    SCHEDULE = "Päivät ja ajat|Dagar och tider|Days and times"
    MONEY = "Rahaa koskevat tiedot|Uppgifter om pengar|Data about money"
    LOG = "Lokitiedot|Logguppgifter|Log data"
