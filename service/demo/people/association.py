"""The association of the demo with its units, staff and vocabularies."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from auth.accounts.undertaking import UNDERTAKING_VERSION
from models.ordering import sort_key
from models.vocabulary import Word, seeded_words, service_types
from service.demo.context import PLACES, SYSTEM, DemoContext, Worker
from service.demo.ledger import Author
from service.demo.people.cast import CastMember, cast_member, staff_parts
from service.demo.people.people import email_of, fictitious_people
from workflow.roles import AccountKind, Role

COACHES = (8, 6, 5)  # number by unit, besides the demo's own coach
COLLEAGUES = (4, 3, 2)
_OTHER_JOBS = (
    (Role.SUPERVISOR, 1, "palveluesihenkilö"),
    (Role.SUPERVISOR, 2, "palveluesihenkilö"),
    (Role.MANAGER, None, "kehittämispäällikkö"),
    (Role.FINANCE, None, "taloussihteeri"),
    (Role.SUPPORT, None, "toimittajan tukihenkilö"),
)
_FIRST_NUMBER = 9_000  # first number of the staff among the fictitious people, so that no client has the same phone


def add_association(demo: DemoContext) -> None:
    """Add the vocabularies, the association and its 40 employees."""
    _vocabularies(demo)
    _organisation(demo)
    for part in staff_parts():
        unit = demo.units[0] if part.in_unit else None
        _add_cast_member(demo, part, unit)
    _add_others(demo)


def _vocabularies(demo: DemoContext) -> None:
    at = demo.at(date(2025, 1, 2))
    for word in seeded_words():
        facts = [{"name": name, "text": text} for name, text in word.facts.items()]
        demo.ledger.add(
            "term",
            "ACTIVE",
            at,
            SYSTEM,
            vocabulary=word.vocabulary,
            token=word.token,
            title_fi=word.fi,
            title_sv=word.sv,
            title_en=word.en,
            position=word.order,
            starts_on=word.starts_on,
            ends_before=word.ends_before,
            facts=facts,
            trail=False,
            fixed_id="term" if is_in_example(word) else None,
        )
    for kind in service_types():
        rules: dict[str, Any] = dict(kind.rules)
        demo.services[kind.token] = demo.ledger.add(
            "service_type",
            "ACTIVE",
            at,
            SYSTEM,
            code=kind.token,
            version=kind.version,
            title_fi=kind.fi,
            title_sv=kind.sv,
            title_en=kind.en,
            starts_on=kind.starts_on,
            ends_before=kind.ends_before,
            trail=False,
            fixed_id="service_type" if kind.token == "WORKSHOP" else None,  # noqa: S105 - a service
            **rules,
        )


def is_in_example(word: Word) -> bool:
    """Return whether an example query uses this word."""
    return (word.vocabulary, word.token) == ("relationship_end_reason", "CONSCRIPTION")


def _organisation(demo: DemoContext) -> None:
    at = demo.at(date(2025, 1, 2))
    organisation = demo.ledger.add("organisation", "ACTIVE", at, SYSTEM, **PLACES["organisation"])["id"]
    register = demo.ledger.add(
        "register",
        "ACTIVE",
        at,
        SYSTEM,
        organisation_id=organisation,
        name="Valmentautujatietorekisteri",
        purpose="Valmennuspalvelujen järjestäminen ja toteuttaminen.",
        legal_basis="Asiakkaan suostumus sekä lait 189/2001, 380/2023 ja 1301/2014.",
        contact_name=cast_member("privacy_officer").name,
        contact_email="tietosuoja@example.org",
        contact_phone="+358400000000",
        contact_address="Esimerkkikatu 1, 50100 Mikkeli",
        name_sv="Klientregister för träningen",
        name_en="Register of trainees",
        fixed_id="register",
    )
    demo.register = register["id"]
    for unit in PLACES["units"]:
        fixed_id = None if demo.units else "unit"
        row = demo.ledger.add("unit", "ACTIVE", at, SYSTEM, fixed_id=fixed_id, organisation_id=organisation, **unit)
        demo.units.append(row["id"])
        demo.coaches[row["id"]] = []


def _add_cast_member(demo: DemoContext, part: CastMember, unit: UUID | None) -> None:
    email = email_of(part.first_name, part.last_name)
    _add_employee(demo, part.first_name, part.last_name, part.title, part.role, unit, email=email, part=part)


def _add_others(demo: DemoContext) -> None:
    """Add the other employees. One coach of the first unit may see protected addresses."""
    jobs: list[tuple[Role, int | None, str]] = [*_OTHER_JOBS]
    for number, (coaches, colleagues) in enumerate(zip(COACHES, COLLEAGUES, strict=True)):
        jobs += [(Role.COACH, number, demo.chance.choice(PLACES["titles"])) for _ in range(coaches)]
        jobs += [(Role.COLLEAGUE, number, "työpajaohjaaja") for _ in range(colleagues)]
    cleared = jobs.index(next(job for job in jobs if job[0] is Role.COACH))
    people = fictitious_people(_FIRST_NUMBER, len(jobs), demo.today)
    for number, ((role, place, title), person) in enumerate(zip(jobs, people, strict=True)):
        unit = None if place is None else demo.units[place]
        account = _add_employee(
            demo,
            person.call_name,
            person.last_name,
            title,
            role,
            unit,
            email=email_of(person.call_name, person.last_name, number),
            fixed_id="substitute" if number == cleared else "support" if role is Role.SUPPORT else None,
        )
        if number == cleared:
            _grant(demo, account, Role.CLEARED, unit)


def _add_employee(
    demo: DemoContext,
    first: str,
    last: str,
    title: str,
    role: Role,
    unit: UUID | None,
    *,
    email: str,
    part: CastMember | None = None,
    fixed_id: str | None = None,
) -> UUID:
    own_unit = unit or demo.units[0]
    member = demo.ledger.add(
        "staff_member",
        "ACTIVE",
        demo.at(date(2025, 1, 7)),
        SYSTEM,
        unit_id=own_unit,
        first_name=first,
        last_name=last,
        sort_key=sort_key(last, first),
        title=title,
        email=email,
        phone=f"+35848000{demo.chance.randrange(8_000, 8_999)}",
        fixed_id=fixed_id,
    )
    account = add_account(demo, f"{first} {last}", AccountKind.STAFF, part, staff_id=member["id"])
    _grant(demo, account, role, unit)
    worker = Worker(member["id"], own_unit, Author(account, f"{first} {last}"))
    if role is Role.COACH:
        demo.coaches[own_unit].append(worker)
    elif role is Role.SUPERVISOR:
        demo.supervisors[own_unit] = worker
    elif role is Role.MANAGER and part is not None:
        demo.manager = worker
    return account


def add_account(demo: DemoContext, name: str, kind: AccountKind, part: CastMember | None, **person: Any) -> UUID:
    """Add an account and return its id; without `part` nobody can log in with it, because nobody has its subject."""
    opened_at = demo.at(
        date(2025, 1, 3 if part else 7)
    )  # those who log in first: `token ROLE` takes the oldest account
    is_client = kind in (AccountKind.TRAINEE, AccountKind.GUARDIAN)
    has_undertaken = not is_client and (part is None or part.has_undertaken)
    row = demo.ledger.add(
        "account",
        "ACTIVE",
        opened_at,
        SYSTEM,
        trail=False,
        issuer=demo.issuer,
        kind=kind.value,
        name=None if is_client else name,
        subject=str(demo.users[part.username] if part else demo.ledger.new_id(opened_at)),
        undertaking_version=UNDERTAKING_VERSION if has_undertaken else None,
        undertaking_accepted_at=opened_at + timedelta(hours=1) if has_undertaken else None,
        fixed_id="account_to_recover" if part and part.role is Role.PRIVACY_OFFICER else None,
        **person,
    )
    account: UUID = row["id"]
    return account


def _grant(demo: DemoContext, account: UUID, role: Role, unit: UUID | None) -> None:
    at = demo.at(date(2025, 1, 7))
    demo.ledger.add(
        "role_grant",
        "IN_FORCE",
        at,
        SYSTEM,
        trail=False,
        account_id=account,
        role=role.value,
        unit_id=unit,
        starts_on=date(2025, 1, 7),
    )
