"""The association with its units, staff and vocabularies."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from auth.accounts.undertaking import UNDERTAKING_VERSION
from models.account import Account, RoleGrant
from models.ordering import sort_key
from models.vocabulary import Word, seeded_words, service_types
from service.demo.ledger import Author
from service.demo.people.cast import CastMember, cast_member, staff_parts
from service.demo.people.people import fictitious_people
from service.demo.stage import PLACES, SYSTEM, DemoStage, Worker
from workflow.roles import AccountKind, Role

COACHES = (8, 6, 5)  # by unit, beside the demo's own coach
COLLEAGUES = (4, 3, 2)
_OTHERS = (
    (Role.SUPERVISOR, 1, "palveluesihenkilö"),
    (Role.SUPERVISOR, 2, "palveluesihenkilö"),
    (Role.MANAGER, None, "kehittämispäällikkö"),
    (Role.FINANCE, None, "taloussihteeri"),
    (Role.SUPPORT, None, "toimittajan tukihenkilö"),
)
_FIRST_NUMBER = 9_000  # of the staff among the fictitious people, so that no phone is a client's


def add_association(stage: DemoStage) -> None:
    """Put the vocabularies, the association and its staff in place: 40 people."""
    _words(stage)
    _organisation(stage)
    for part in staff_parts():
        unit = stage.units[0] if part.in_unit else None
        _hired(stage, part, unit)
    _colleagues(stage)


def _words(stage: DemoStage) -> None:
    at = stage.at(date(2025, 1, 2))
    for word in seeded_words():
        facts = [{"name": name, "text": text} for name, text in word.facts.items()]
        stage.ledger.add(
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
            landmark="term" if is_named(word) else None,
        )
    for kind in service_types():
        rules: dict[str, Any] = dict(kind.rules)
        stage.services[kind.token] = stage.ledger.add(
            "service_type",
            "ACTIVE",
            at,
            SYSTEM,
            code=kind.token,
            title_fi=kind.fi,
            title_sv=kind.sv,
            title_en=kind.en,
            starts_on=kind.starts_on,
            ends_before=kind.ends_before,
            trail=False,
            landmark="service_type" if kind.token == "WORKSHOP" else None,  # noqa: S105 - a service
            **rules,
        )


def is_named(word: Word) -> bool:
    """Tell whether an example query names this word."""
    return (word.vocabulary, word.token) == ("relationship_end_reason", "CONSCRIPTION")


def _organisation(stage: DemoStage) -> None:
    at = stage.at(date(2025, 1, 2))
    organisation = stage.ledger.add("organisation", "ACTIVE", at, SYSTEM, **PLACES["organisation"])["id"]
    register = stage.ledger.add(
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
        landmark="register",
    )
    stage.register = register["id"]
    for unit in PLACES["units"]:
        landmark = None if stage.units else "unit"
        row = stage.ledger.add("unit", "ACTIVE", at, SYSTEM, landmark=landmark, organisation_id=organisation, **unit)
        stage.units.append(row["id"])
        stage.coaches[row["id"]] = []


def _hired(stage: DemoStage, part: CastMember, unit: UUID | None) -> None:
    email = f"{part.username.replace('_', '.')}@example.org"
    _employed(stage, part.first_name, part.last_name, part.title, part.role, unit, email=email, part=part)


def _colleagues(stage: DemoStage) -> None:
    """Hire the others. One coach of the first unit is cleared for protected addresses."""
    jobs: list[tuple[Role, int | None, str]] = [*_OTHERS]
    for number, (coaches, colleagues) in enumerate(zip(COACHES, COLLEAGUES, strict=True)):
        jobs += [(Role.COACH, number, stage.chance.choice(PLACES["titles"])) for _ in range(coaches)]
        jobs += [(Role.COLLEAGUE, number, "työpajaohjaaja") for _ in range(colleagues)]
    cleared = jobs.index(next(job for job in jobs if job[0] is Role.COACH))
    people = fictitious_people(_FIRST_NUMBER, len(jobs), stage.today)
    for number, ((role, place, title), person) in enumerate(zip(jobs, people, strict=True)):
        unit = None if place is None else stage.units[place]
        account = _employed(
            stage,
            person.call_name,
            person.last_name,
            title,
            role,
            unit,
            email=f"henkilo{number}@example.org",
            landmark="substitute" if number == cleared else "support" if role is Role.SUPPORT else None,
        )
        if number == cleared:
            _granted(stage, account, Role.CLEARED, unit)


def _employed(
    stage: DemoStage,
    first: str,
    last: str,
    title: str,
    role: Role,
    unit: UUID | None,
    *,
    email: str,
    part: CastMember | None = None,
    landmark: str | None = None,
) -> UUID:
    home = unit or stage.units[0]
    member = stage.ledger.add(
        "staff_member",
        "ACTIVE",
        stage.at(date(2025, 1, 7)),
        SYSTEM,
        unit_id=home,
        first_name=first,
        last_name=last,
        sort_key=sort_key(last, first),
        title=title,
        email=email,
        phone=f"+35848000{stage.chance.randrange(8_000, 8_999)}",
        landmark=landmark,
    )
    account = opened_account(stage, f"{first} {last}", AccountKind.STAFF, part, staff_id=member["id"])
    _granted(stage, account, role, unit)
    worker = Worker(member["id"], home, Author(account, f"{first} {last}"))
    if role is Role.COACH:
        stage.coaches[home].append(worker)
    elif role is Role.SUPERVISOR:
        stage.supervisors[home] = worker
    elif role is Role.MANAGER and part is not None:
        stage.manager = worker
    return account


def opened_account(stage: DemoStage, name: str, kind: AccountKind, part: CastMember | None, **person: Any) -> UUID:
    """Open an account and return its id; who is not in the cast cannot log in, because nobody has such a subject."""
    opened = stage.at(date(2025, 1, 3 if part else 7))  # the cast first: `token ROLE` takes the oldest account
    undertaken = (kind is not AccountKind.TRAINEE) and (part is None or part.has_undertaken)
    row = stage.ledger.plain(
        Account,
        id=stage.ledger.new_id(opened),
        issuer=stage.issuer,
        kind=kind.value,
        name=name,
        created_at=opened,
        subject=str(stage.users[part.username] if part else stage.ledger.new_id(opened)),
        undertaking_version=UNDERTAKING_VERSION if undertaken else None,
        undertaking_accepted_at=opened + timedelta(hours=1) if undertaken else None,
        **person,
    )
    account: UUID = row["id"]
    return account


def _granted(stage: DemoStage, account: UUID, role: Role, unit: UUID | None) -> None:
    at = stage.at(date(2025, 1, 7))
    stage.ledger.plain(
        RoleGrant,
        id=stage.ledger.new_id(at),
        account_id=account,
        role=role.value,
        unit_id=unit,
        starts_on=date(2025, 1, 7),
        granted_by=SYSTEM.account,
        granted_at=at,
    )
