"""The clients of the demo, and how far each has come: from prospect to erased."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle
from typing import Any
from uuid import UUID

from models.ordering import sort_key
from service.demo.context import TEXTS, DemoContext, Worker
from service.demo.fixed_ids import FIXED_IDS
from service.demo.ledger import Author
from service.demo.people.cast import cast_member
from service.demo.people.identity_codes import coded
from service.demo.people.people import FictitiousPerson, email_of, fictitious_people
from workflow.client import ERASED_CLIENT_STATES

SEED = 20_261
_COUNTS = {"ACTIVE": 250, "PROSPECT": 40, "ENDED": 104, "ERASED": 6}
_CASELOAD = 16  # clients of the coach who can log in
STRANGERS = 90  # people in referrals who are not clients (yet)
KNOWN_CODE = coded(date(1990, 1, 1), "-", 900)  # 010190-900P, of the trainee who can log in
_NAMED = {0: "client", 2: "client_to_delegate", 31: "client_elsewhere", 291: "client_to_hold"}
DUE_EVERY = 24  # among the ended clients, every number divisible by this is due for erasure
ERASED_AGO = (1900, 2000)  # days
PROTECTED_NUMBERS = frozenset({4, 40, 77, 120, 181})
RESTRICTED = frozenset({9, 60, 133})
RULES_SINCE = date(2025, 1, 1)  # first day of the seeded service type rules


@dataclass
class Journey:
    """A client from the referral to the end (None: not ended). Number 0 is the trainee who can log in."""

    number: int
    person: FictitiousPerson
    state: str
    id: UUID
    coach: Worker
    agency: UUID
    official: tuple[UUID, Author]
    service: str
    started_on: date
    ended_on: date | None
    relationship: UUID | None = None
    referral: UUID | None = None

    @property
    def is_of_cast(self) -> bool:
        """Whether the client is in the caseload of the coach who can log in."""
        return self.number < _CASELOAD


def people(demo: DemoContext) -> Iterator[FictitiousPerson]:
    """Return all people of the demo, first the trainee who can log in; all codes are different."""
    everybody = fictitious_people(SEED, sum(_COUNTS.values()) + STRANGERS + 1, demo.today)
    first, part = next(everybody), cast_member("trainee")
    yield replace(
        first,
        first_names=f"{part.first_name} Inkeri",
        call_name=part.first_name,
        last_name=part.last_name,
        email=email_of(part.first_name, part.last_name),
        identity_code=KNOWN_CODE,
        date_of_birth=date(1990, 1, 1),
        gender="FEMALE",
        municipality="491",
        postal_code="50100",
        city="Mikkeli",
        mother_tongue="fi",
        service_language="fi",
    )
    yield from (person for person in everybody if person.identity_code != KNOWN_CODE)


def journeys(demo: DemoContext, everybody: Iterator[FictitiousPerson]) -> list[Journey]:
    """Return 400 journeys; the first ones are in the caseload of the coach who can log in."""
    own_coach, *other_coaches = [coach for unit in demo.units for coach in demo.coaches[unit]]
    coaches = cycle(demo.chance.sample(other_coaches, len(other_coaches)))
    states = [state for state, count in _COUNTS.items() for _ in range(count)]
    return [
        _journey(demo, number, next(everybody), state, own_coach if number < _CASELOAD else next(coaches))
        for number, state in enumerate(states)
    ]


def _journey(demo: DemoContext, number: int, person: FictitiousPerson, state: str, coach: Worker) -> Journey:
    chance = demo.chance
    agency = demo.agencies[0] if number == 0 or chance.random() < 0.3 else chance.choice(demo.agencies)
    started_on, ended_on = _period(demo, number, state)
    services = ("REHABILITATIVE_WORK",) * 5 + ("WORK_TRIAL", "SOCIAL_REHABILITATION", "WORKSHOP", "WORKSHOP")
    named = FIXED_IDS.get(_NAMED.get(number, ""))
    return Journey(
        number,
        person,
        state,
        named or demo.ledger.new_id(demo.at(started_on)),
        coach,
        agency,
        demo.officials[agency][0] if number == 0 else chance.choice(demo.officials[agency]),
        "REHABILITATIVE_WORK" if number in (0, 1) else chance.choice(services),
        started_on,
        ended_on,
    )


def _period(demo: DemoContext, number: int, state: str) -> tuple[date, date | None]:
    def ago(minimum: int, maximum: int) -> date:
        return demo.today - timedelta(days=demo.chance.randrange(minimum, maximum))

    match state:
        case "ACTIVE" if number == 0:
            return demo.today - timedelta(days=210), None
        case "ACTIVE":
            return ago(1, 420), None
        case "PROSPECT":
            return ago(1, 40), None
    ended_on = ago(*(ERASED_AGO if state in ERASED_CLIENT_STATES else _ended_ago(number)))
    return ended_on - timedelta(days=demo.chance.randrange(90, 300)), ended_on


def _ended_ago(number: int) -> tuple[int, int]:
    """Return the bounds, in days before today, of a client's end: some are due for erasure, others only retained."""
    if number % DUE_EVERY == 0:
        return 1470, 1700
    return (900, 1400) if number % 8 == 0 else (5, 500)


def add_client(demo: DemoContext, journey: Journey) -> None:
    """Add the client; an erased client is only an empty row."""
    person, at, coach = journey.person, demo.at(journey.started_on, 10), journey.coach
    own: dict[str, Any] = {"id": journey.id, "unit_id": coach.unit}
    if journey.state in ERASED_CLIENT_STATES:
        demo.ledger.add("client", "ERASED", at, coach.author, **own, first_names="", last_name="", sort_key="")
        return
    demo.ledger.add(
        "client",
        journey.state,
        at,
        coach.author,
        **own,
        first_names=person.first_names,
        call_name=person.call_name,
        last_name=person.last_name,
        sort_key=sort_key(person.last_name, person.first_names),
        date_of_birth=person.date_of_birth,
        gender=person.gender,
        mother_tongue=person.mother_tongue,
        service_language=person.service_language,
        interpreter_needed=person.mother_tongue not in {"fi", "sv", "et", "ru"},
        municipality=person.municipality,
        street_address=person.street_address,
        postal_code=person.postal_code,
        city=person.city,
        phones=[person.phone],
        email=person.email,
        provenance="AUTHORITY",
        **_restrictions(demo, journey),
        **demo.coded("client", journey.id, person.identity_code),
    )


def _restrictions(demo: DemoContext, journey: Journey) -> dict[str, Any]:
    columns: dict[str, Any] = {"processing_restriction": journey.number in RESTRICTED}
    if journey.number in PROTECTED_NUMBERS:
        review = demo.today + timedelta(days=200)
        contact = TEXTS["words"]["safe_contacts"][0]
        columns |= {"safety_restriction": True, "safety_review_on": review, "contact_address": contact}
    return columns
