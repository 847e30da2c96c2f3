"""Those around the association: agencies with their officials and systems, workplaces."""

from datetime import date

from auth.accounts.agency_clients import AGENCY_SCOPES
from auth.tokens.random_tokens import token_digest
from models.ordering import sort_key
from service.demo.ledger import Author
from service.demo.people.association import opened_account
from service.demo.people.cast import AGENCY_CLIENT, cast_member
from service.demo.people.people import fictitious_people
from service.demo.stage import PLACES, SYSTEM, DemoStage
from workflow.roles import AccountKind

OFFICIALS = 2  # of every agency
_FIRST_NUMBER = 9_500


def add_neighbours(stage: DemoStage, agency_secret: str) -> None:
    """Put twelve agencies and the workplaces in place. The first of each are those of the people who can log in."""
    people = fictitious_people(_FIRST_NUMBER, OFFICIALS * len(PLACES["agencies"]), stage.today)
    at = stage.at(date(2025, 1, 8))
    for number, (name, kind, town) in enumerate(PLACES["agencies"]):
        agency = stage.ledger.add(
            "agency",
            "ACTIVE",
            at,
            SYSTEM,
            name=name,
            kind=kind,
            municipality=town,
            landmark="agency" if number == 0 else None,
        )["id"]
        stage.agencies.append(agency)
        stage.officials[agency] = []
        for place in range(OFFICIALS):
            person, part = next(people), cast_member("official") if (number, place) == (0, 0) else None
            first, last = (part.first_name, part.last_name) if part else (person.call_name, person.last_name)
            official = stage.ledger.add(
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
                email=person.email,
            )
            account = opened_account(stage, f"{first} {last}", AccountKind.OFFICIAL, part, agency_id=agency)
            stage.officials[agency].append((official["id"], Author(account, f"{first} {last}")))
    _system(stage, agency_secret)
    _workplaces(stage)


def _system(stage: DemoStage, secret: str) -> None:
    """Register a system of the first agency, with a secret that the demo prints."""
    stage.ledger.add(
        "agency_client",
        "ACTIVE",
        stage.at(date(2025, 2, 3)),
        SYSTEM,
        name="Asiakastietojärjestelmä",
        agency_id=stage.agencies[0],
        public_id=AGENCY_CLIENT,
        issuer=stage.issuer,
        subject=AGENCY_CLIENT,
        scopes=sorted(AGENCY_SCOPES),
        secret_hash=token_digest(secret),
        landmark="system",
    )


def _workplaces(stage: DemoStage) -> None:
    at, part = stage.at(date(2025, 1, 9)), cast_member("workplace")
    people = fictitious_people(_FIRST_NUMBER + 1, len(PLACES["workplaces"]), stage.today)
    for number, (name, place) in enumerate(PLACES["workplaces"]):
        unit, person = stage.units[place], next(people)
        contact = part.name if number == 0 else f"{person.call_name} {person.last_name}"
        home = PLACES["units"][place]
        workplace = stage.ledger.add(
            "workplace",
            "ACTIVE",
            at,
            SYSTEM,
            name=name,
            contact_unit_id=unit,
            municipality=home["municipality"],
            street_address=person.street_address,
            postal_code=home["postal_code"],
            city=home["city"],
            contact_name=contact,
            phone=person.phone,
            email=person.email,
        )["id"]
        stage.workplaces.setdefault(unit, []).append(workplace)
        account = opened_account(
            stage, contact, AccountKind.WORKPLACE, part if number == 0 else None, workplace_id=workplace
        )
        stage.workplace_author[workplace] = Author(account, contact)
