"""Attendance: the planned and recorded working days."""

# A declaration is a table: one field, one line.

from datetime import date, datetime
from enum import Enum

import models
from models.attendance import REPLACED_DAY
from resolvers.declaration import OBSERVED, OTHERS, WRITER
from schema.engine.language import choice, content_type, protected, to_many, to_one
from schema.engine.values import Code, Minutes, PersonName
from workflow.afterwards import CORRECTION
from workflow.attendance import attendance
from workflow.vocabulary import ADD, CARE, MODIFY, MODIFY_CARE, NAME, SCHEDULE


@choice
class AttendanceSource(Enum):
    """Who, or what, recorded a working day."""

    COACH = "Valmentaja|Coach|Coach"
    TRAINEE = "Valmentautuja itse|Klienten själv|The trainee"
    WORKPLACE = "Työpaikka|Arbetsplats|The workplace"


@choice
class Presence(Enum):
    """Whether a person was there; why not is for the person and the coaching team."""

    PRESENT = "Läsnä|Närvarande|Present"
    ABSENT = "Poissa|Frånvarande|Absent"


@content_type(
    model=models.Attendance,
    workflow=attendance,
    plural="attendance",
    titles="Läsnäolo|Närvaro|Attendance",
    subject="{}.client_id",
    default_order="day",
    rules=(
        "month_of_day_open",
        "code_for_writer",
        "effects_of_code",
        "day_agrees",
        "day_of_contract",
        "correction_of_locked",
        "swap_in_programme",
    ),
    withheld=("recorded_by",),
    period=("day", "day"),
    replaced=REPLACED_DAY,
)
class Attendance:
    """One working day under a contract: planned, then recorded. After locking only another row corrects it."""

    contract: object = to_one(
        "contract",
        "Sopimus|Avtal|Contract",
        "Under which contract.",
        write=ADD,
        required=True,
        filter=True,
        closed_by={},
        also_in=("SUPERSEDED", "ENDED", "TERMINATED"),
        afterwards=CORRECTION,
    )
    client: object = to_one("client", "Asiakas|Klient|Client", "Whose day it is.", filter=True)
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that arranges.", filter=True)
    accounting_unit: object = to_one(
        "unit",
        "Laskentayksikkö|Kostnadsställe|Accounting unit",
        "The unit for whose account the day counts: that of the day when it was recorded, wherever the client goes.",
        filter=True,
    )
    referral: object = to_one(
        "referral",
        "Lähete|Remiss|Referral",
        "The referral it goes back to; how an agency tells whose day it is.",
        filter=True,
    )
    workplace: object = to_one("workplace", "Työpaikka|Arbetsplats|Workplace", "Where.", read=SCHEDULE, filter=True)
    day: date = protected(
        "Päivä|Dag|Day",
        "The calendar day, local; once in a contract.",
        write=ADD,
        required=True,
        personal=OBSERVED,
        given_once="recorded_at",
        filter=True,
        order=True,
    )
    planned_minutes: Minutes = protected(
        "Suunnitellut minuutit|Planerade minuter|Planned minutes",
        "Length of the day by the contract.",
        read=SCHEDULE,
        write=ADD,
        personal=OTHERS,
    )
    code: Code = protected(
        "Merkintä|Kod|Code",
        "Present, or why not; it decides the effects. The reason may tell of the person's health.",
        read=CARE,
        write=MODIFY,
        personal=WRITER,
        filter=True,
        vocabulary="attendance_code",
    )
    presence: Presence = protected(
        "Läsnä vai poissa|Närvarande eller frånvarande|Presence",
        "Present or absent, as the vocabulary says of the code; empty on a day without service.",
        personal=OTHERS,
        filter=True,
    )
    minutes: Minutes = protected(
        "Minuutit|Minuter|Minutes",
        "Minutes present, without travel.",
        write=MODIFY,
        personal=OBSERVED,
        given_once="recorded_at",
    )
    arrived_at: datetime = protected(
        "Saapui|Kom|Arrived at",
        "When the person came, UTC.",
        read=SCHEDULE,
        write=MODIFY,
        personal=OBSERVED,
        given_once="recorded_at",
    )
    left_at: datetime = protected(
        "Lähti|Gick|Left at",
        "When the person left, UTC.",
        read=SCHEDULE,
        write=MODIFY,
        personal=OBSERVED,
        given_once="recorded_at",
    )
    certificate_seen_until: date = protected(
        "Todistus nähty asti|Intyg sett till|Certificate seen until",
        "Until when a certificate covers the absence; never a diagnosis.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    source: AttendanceSource = protected("Kirjaustapa|Källa|Source", "Who, or what, recorded it.", filter=True)
    recorded_at: datetime = protected("Kirjattu|Antecknad|Recorded at", "When it was recorded, UTC.")
    recorded_by_name: PersonName = protected(
        "Kirjaaja|Antecknad av|Recorded by", "Who recorded it.", read=NAME, personal=OTHERS, names_staff=True
    )
    replaces: object = to_one(
        "attendance", "Korjaa|Rättar|Replaces", "The locked day that this one corrects.", write=ADD, filter=True
    )
    swapped_with: object = to_one(
        "attendance",
        "Vaihdettu päivään|Bytt mot|Swapped with",
        "The other day of a swap, in the same programme.",
        write=MODIFY,
    )
    corrections: object = to_many(
        "attendance", "replaces_id", "Korjaukset|Rättelser|Corrections", "What corrects this day."
    )
