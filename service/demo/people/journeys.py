"""Who the clients of the demo are, and how far each has come."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle
from typing import Any
from uuid import UUID

from models.ordering import sort_key
from service.demo.landmarks import LANDMARKS
from service.demo.ledger import Author
from service.demo.people.cast import cast_member
from service.demo.people.identity_codes import coded
from service.demo.people.people import FictitiousPerson, fictitious_people
from service.demo.stage import TEXTS, DemoStage, Worker

SEED = 20_261
_COUNTS = {"ACTIVE": 250, "PROSPECT": 40, "ENDED": 104, "ERASED": 6}
_CASELOAD = 16  # of the coach who can log in
STRANGERS = 90  # people in referrals who are not clients (yet)
KNOWN_CODE = coded(date(1990, 1, 1), "-", 900)  # 010190-900P, of the trainee who can log in
_NAMED = {0: "client", 2: "client_to_delegate", 31: "client_elsewhere", 291: "client_to_hold"}
DUE_EVERY = 24  # of the numbers of those who ended
ERASED_AGO = (1900, 2000)  # days
PROTECTED_NUMBERS = frozenset({4, 40, 77, 120, 181})
RESTRICTED = frozenset({9, 60, 133})
LAW_SINCE = date(2025, 1, 1)  # the first day of the seeded rules of services


@dataclass
class Journey:
    """A client from the referral on: where, with whom, since when and until when (None: still). The cast's is 0."""

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
        """Whether this is in the caseload of the coach who can log in."""
        return self.number < _CASELOAD


def people(stage: DemoStage) -> Iterator[FictitiousPerson]:
    """Return everybody who occurs, the trainee of the cast first; all codes are different."""
    found = fictitious_people(SEED, sum(_COUNTS.values()) + STRANGERS + 1, stage.today)
    first, part = next(found), cast_member("trainee")
    yield replace(
        first,
        first_names=f"{part.first_name} Inkeri",
        call_name=part.first_name,
        last_name=part.last_name,
        identity_code=KNOWN_CODE,
        date_of_birth=date(1990, 1, 1),
        gender="FEMALE",
        municipality="491",
        postal_code="50100",
        city="Mikkeli",
        mother_tongue="fi",
        service_language="fi",
    )
    yield from (person for person in found if person.identity_code != KNOWN_CODE)


def journeys(stage: DemoStage, everybody: Iterator[FictitiousPerson]) -> list[Journey]:
    """Return 400 journeys; the first ones are in the caseload of the coach who can log in."""
    own, *others = [coach for unit in stage.units for coach in stage.coaches[unit]]
    rest = cycle(stage.chance.sample(others, len(others)))
    states = [state for state, count in _COUNTS.items() for _ in range(count)]
    return [
        _journey(stage, number, next(everybody), state, own if number < _CASELOAD else next(rest))
        for number, state in enumerate(states)
    ]


def _journey(stage: DemoStage, number: int, person: FictitiousPerson, state: str, coach: Worker) -> Journey:
    chance = stage.chance
    agency = stage.agencies[0] if number == 0 or chance.random() < 0.3 else chance.choice(stage.agencies)
    started_on, ended_on = _period(stage, number, state)
    services = ("REHABILITATIVE_WORK",) * 5 + ("WORK_TRIAL", "SOCIAL_REHABILITATION", "WORKSHOP", "WORKSHOP")
    named = LANDMARKS.get(_NAMED.get(number, ""))
    return Journey(
        number,
        person,
        state,
        named or stage.ledger.new_id(stage.at(started_on)),
        coach,
        agency,
        stage.officials[agency][0] if number == 0 else chance.choice(stage.officials[agency]),
        "REHABILITATIVE_WORK" if number in (0, 1) else chance.choice(services),
        started_on,
        ended_on,
    )


def _period(stage: DemoStage, number: int, state: str) -> tuple[date, date | None]:
    def ago(least: int, most: int) -> date:
        return stage.today - timedelta(days=stage.chance.randrange(least, most))

    match state:
        case "ACTIVE" if number == 0:
            return stage.today - timedelta(days=210), None
        case "ACTIVE":
            return ago(1, 420), None
        case "PROSPECT":
            return ago(1, 40), None
    ended_on = ago(*(ERASED_AGO if state == "ERASED" else _ended_ago(number)))
    return ended_on - timedelta(days=stage.chance.randrange(90, 300)), ended_on


def _ended_ago(number: int) -> tuple[int, int]:
    """Return between how many days ago a client ended: some are due to be erased, some only retained."""
    if number % DUE_EVERY == 0:
        return 1470, 1700
    return (900, 1400) if number % 8 == 0 else (5, 500)


def enter_client(stage: DemoStage, journey: Journey) -> None:
    """Add the client; of an erased one nothing is left but that there was somebody."""
    person, at = journey.person, stage.at(journey.started_on, 10)
    if journey.state == "ERASED":
        stage.ledger.add(
            "client",
            "ERASED",
            at,
            journey.coach.author,
            id=journey.id,
            unit_id=journey.coach.unit,
            first_names="",
            last_name="",
            sort_key="",
        )
        return
    stage.ledger.add(
        "client",
        journey.state,
        at,
        journey.coach.author,
        id=journey.id,
        unit_id=journey.coach.unit,
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
        **_restrictions(stage, journey),
        **stage.coded("client", journey.id, person.identity_code),
    )


def _restrictions(stage: DemoStage, journey: Journey) -> dict[str, Any]:
    found: dict[str, Any] = {"processing_restriction": journey.number in RESTRICTED}
    if journey.number in PROTECTED_NUMBERS:
        review = stage.today + timedelta(days=200)
        contact = TEXTS["words"]["safe_contacts"][0]
        found |= {"safety_restriction": True, "safety_review_on": review, "contact_address": contact}
    return found
