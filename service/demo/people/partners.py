"""The partners of the association: agencies with their officials and systems, and workplaces."""

from datetime import date

from auth.accounts.agency_clients import AGENCY_SCOPES
from auth.tokens.random_tokens import token_digest
from models.ordering import sort_key
from service.demo.context import PLACES, SYSTEM, DemoContext
from service.demo.ledger import Author
from service.demo.people.association import add_account
from service.demo.people.cast import AGENCY_CLIENT, cast_member
from service.demo.people.people import email_of, fictitious_people
from workflow.roles import AccountKind

OFFICIALS = 2  # number in every agency
_FIRST_NUMBER = 9_500


def add_partners(demo: DemoContext, agency_secret: str) -> None:
    """Add twelve agencies and the workplaces. The first of each belongs to the person who can log in."""
    people = fictitious_people(_FIRST_NUMBER, OFFICIALS * len(PLACES["agencies"]), demo.today)
    at = demo.at(date(2025, 1, 8))
    for number, (name, kind, town) in enumerate(PLACES["agencies"]):
        agency = demo.ledger.add(
            "agency",
            "ACTIVE",
            at,
            SYSTEM,
            name=name,
            kind=kind,
            municipality=town,
            fixed_id="agency" if number == 0 else None,
        )["id"]
        demo.agencies.append(agency)
        demo.officials[agency] = []
        for place in range(OFFICIALS):
            person, part = next(people), cast_member("official") if (number, place) == (0, 0) else None
            first, last = (part.first_name, part.last_name) if part else (person.call_name, person.last_name)
            official = demo.ledger.add(
                "official",
                "ACTIVE",
                at,
                SYSTEM,
                agency_id=agency,
                first_name=first,
                last_name=last,
                sort_key=sort_key(last, first),
                title="palveluasiantuntija",
                phone=person.phone,
                email=email_of(first, last, None if part else person.number),
            )
            account = add_account(demo, f"{first} {last}", AccountKind.OFFICIAL, part, agency_id=agency)
            demo.officials[agency].append((official["id"], Author(account, f"{first} {last}")))
    _system(demo, agency_secret)
    _workplaces(demo)


def _system(demo: DemoContext, secret: str) -> None:
    """Add a system of the first agency; the demo prints its secret."""
    demo.ledger.add(
        "agency_client",
        "ACTIVE",
        demo.at(date(2025, 2, 3)),
        SYSTEM,
        name="Asiakastietojärjestelmä",
        agency_id=demo.agencies[0],
        public_id=AGENCY_CLIENT,
        issuer=demo.issuer,
        subject=AGENCY_CLIENT,
        scopes=sorted(AGENCY_SCOPES),
        secret_hash=token_digest(secret),
        fixed_id="system",
    )


def _workplaces(demo: DemoContext) -> None:
    at, part = demo.at(date(2025, 1, 9)), cast_member("workplace")
    people = fictitious_people(_FIRST_NUMBER + 1, len(PLACES["workplaces"]), demo.today)
    for number, (name, place) in enumerate(PLACES["workplaces"]):
        unit, person = demo.units[place], next(people)
        first, last = (part.first_name, part.last_name) if number == 0 else (person.call_name, person.last_name)
        contact = f"{first} {last}"
        unit_address = PLACES["units"][place]
        workplace = demo.ledger.add(
            "workplace",
            "ACTIVE",
            at,
            SYSTEM,
            name=name,
            contact_unit_id=unit,
            municipality=unit_address["municipality"],
            street_address=person.street_address,
            postal_code=unit_address["postal_code"],
            city=unit_address["city"],
            contact_name=contact,
            phone=person.phone,
            email=email_of(first, last, None if number == 0 else person.number),
        )["id"]
        demo.workplaces.setdefault(unit, []).append(workplace)
        account = add_account(
            demo, contact, AccountKind.WORKPLACE, part if number == 0 else None, workplace_id=workplace
        )
        demo.workplace_author[workplace] = Author(account, contact)
