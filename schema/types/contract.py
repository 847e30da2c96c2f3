"""The contract: what client, workplace and arranger agree on."""

# A declaration is a table: one field, one line.

from datetime import date, datetime, time
from enum import Enum

import models
from resolvers.declaration import OTHERS, Counted
from schema.engine.language import choice, content_type, member, protected, to_many, to_one, value_object
from schema.engine.values import Cents, Line, LongText, Minutes, PersonName, Weekday
from workflow.contract import contract
from workflow.vocabulary import ADD, CARE, MODIFY, MODIFY_CARE, MODIFY_MONEY, MONEY, NAME, SCHEDULE


@choice
class SignatureParty(Enum):
    """For whom a contract is signed."""

    CLIENT = "Asiakas|Klient|Client"
    PROVIDER = "Työpaikka|Arbetsplats|Workplace"
    ARRANGER = "Järjestäjä|Arrangör|Arranger"


@choice
class SignatureMethod(Enum):
    """How a contract is signed."""

    HANDWRITTEN = "Allekirjoitus paperilla|Underskrift på papper|Signed on paper"
    ELECTRONIC = "Sähköinen allekirjoitus|Elektronisk underskrift|Electronic signature"
    LOGGED_IN = "Hyväksyntä kirjautuneena|Godkänt som inloggad|Accepted when logged in"


@value_object
class WeeklySlot:
    """One working day of the week in a contract."""

    weekday: Weekday = member("Viikonpäivä|Veckodag|Weekday", "1 is Monday, 7 is Sunday; once in a pattern.")
    starts_at: time = member("Alkaa|Börjar|Starts at", "When the day begins, local time.")
    minutes: Minutes = member("Minuutteja|Minuter|Minutes", "Length of the day in minutes, without travel.")


@value_object
class Signature:
    """One signature under a contract."""

    party: SignatureParty = member("Osapuoli|Part|Party", "For whom.")
    method: SignatureMethod = member("Tapa|Sätt|Method", "How.")
    name: PersonName = member("Nimi|Namn|Name", "Who signed.")
    signed_at: datetime = member("Allekirjoitettu|Undertecknat|Signed at", "When, UTC.")
    signed_on: date = member(
        "Paperin päiväys|Papprets datum|Date on the paper", "Day of a signature on paper.", nullable=True
    )
    seen_by: PersonName = member(
        "Todennut|Bevittnat av|Seen by", "Who saw a signature on paper; empty for a log-in.", nullable=True
    )


@content_type(
    model=models.Contract,
    workflow=contract,
    plural="contracts",
    titles="Sopimus|Avtal|Contract",
    subject="{}.client_id",
    default_order="starts_on",
    rules=("contract_terms", "exception_of_terms", "contract_version", "weekdays_once"),
    attachable=CARE,
    attach_with=MODIFY_CARE,
    counted=Counted(MONEY),
    period=("starts_on", "ends_on"),
    shows_once=True,
)
class Contract:
    """A version of a contract between client, workplace and arranger; in force nobody modifies it."""

    programme: object = to_one(
        "programme",
        "Valmennusjakso|Träningsperiod|Programme",
        "In which programme.",
        write=ADD,
        required=True,
        filter=True,
        closed_by={"DRAFT": "WITHDRAW", "AWAITING_SIGNATURES": "WITHDRAW", "ACTIVE": "END", "SUSPENDED": "END"},
    )
    client: object = to_one("client", "Asiakas|Klient|Client", "Whose contract it is.", filter=True)
    unit: object = to_one("unit", "Järjestäjä|Arrangör|Arranger", "The unit that arranges.", filter=True)
    workplace: object = to_one(
        "workplace",
        "Työpaikka|Arbetsplats|Workplace",
        "Where the work is; empty: at the arranger's.",
        read=SCHEDULE,
        write=MODIFY,
        filter=True,
    )
    supersedes: object = to_one(
        "contract", "Korvaa|Ersätter|Supersedes", "The contract that this one amends.", write=ADD, filter=True
    )
    version: int = protected("Sopimusversio|Avtalets version|Version", "Number of the amendment, from 1.")
    call_name: PersonName = protected(
        "Kutsumanimi|Tilltalsnamn|Call name",
        "The name the client is called by at the workplace.",
        read=NAME,
        write=MODIFY,
        personal=OTHERS,
    )
    starts_on: date = protected(
        "Alkaa|Börjar|Starts on", "First day.", write=MODIFY, required=True, personal=OTHERS, filter=True, order=True
    )
    ends_on: date = protected(
        "Päättyy|Slutar|Ends on", "Last day.", write=MODIFY, required=True, personal=OTHERS, filter=True
    )
    weekly_pattern: WeeklySlot = protected(
        "Viikkorytmi|Veckorytm|Weekly pattern",
        "The working days of a week.",
        read=SCHEDULE,
        write=MODIFY,
        personal=OTHERS,
    )
    tasks: LongText = protected(
        "Tehtävät|Uppgifter|Tasks", "What the work is.", read=CARE, write=MODIFY, personal=OTHERS
    )
    price_cents: Cents = protected(
        "Hinta|Pris|Price", "Price of a day in cents, without tax.", read=MONEY, write=MODIFY_MONEY
    )
    payer: Line = protected(
        "Maksaja|Betalare|Payer",
        "Who pays; of an erased person only an organisation that the register knows by this name stays.",
        read=MONEY,
        write=MODIFY_MONEY,
    )
    bills_agreed_days: bool = protected(
        "Laskuttaa sovittavat päivät|Fakturerar avtalsdagar|Bills agreed days",
        "Whether days are billed whose code is billed by contract, as remote and short days are (billable: CONTRACT).",
        read=MONEY,
        write=MODIFY_MONEY,
    )
    signatures: Signature = protected(
        "Allekirjoitukset|Underskrifter|Signatures",
        "Who has signed; added by the transitions.",
        read=CARE,
        personal=OTHERS,
    )
    is_full_service: bool = protected(
        "Kokoaikainen palvelu|Full tjänst|Full service", "Whether it excludes another full service at the same time."
    )
    exception_reason: LongText = protected(
        "Poikkeuksen peruste|Grund för undantaget|Reason for the exception",
        "Why these terms may break the limits of the service; gone when they change.",
        read=CARE,
        personal=OTHERS,
    )
    exception_by_name: PersonName = protected(
        "Poikkeuksen hyväksyjä|Undantaget godkänt av|Exception allowed by",
        "Who allowed it.",
        read=CARE,
        personal=OTHERS,
        names_staff=True,
    )
    attendance: object = to_many("attendance", "contract_id", "Läsnäolot|Närvaro|Attendance", "Its working days.")
    amendments: object = to_many(
        "contract", "supersedes_id", "Muutokset|Ändringar|Amendments", "Contracts that amend this one."
    )
