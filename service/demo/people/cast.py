"""The people of the demo who can log in, with their passwords."""

from collections.abc import Iterator
from dataclasses import dataclass

from workflow.roles import AccountKind, Role

PASSWORD = "polku-demo-{}"  # noqa: S105 - documented in the README; only a demo knows these people
AGENCY_CLIENT = "agency-demo"
AGENCY_SECRET = "agency_client_secret"  # noqa: S105 - the name of a file


@dataclass(frozen=True)
class CastMember:
    """A person who can log in, with name and role. Staff hold `role` in the first unit (`in_unit`) or everywhere."""

    username: str
    first_name: str
    last_name: str
    role: Role
    title: str
    sees: str
    kind: AccountKind = AccountKind.STAFF
    in_unit: bool = False
    has_undertaken: bool = True

    @property
    def name(self) -> str:
        """The first and the last name."""
        return f"{self.first_name} {self.last_name}"

    @property
    def password(self) -> str:
        """The password: different for every person, and printed in the README."""
        return PASSWORD.format(self.username)


CAST = (
    CastMember(
        "coach",
        "Valma",
        "Valmentaja",
        Role.COACH,
        "yksilövalmentaja",
        "the clients of the own caseload; the unit's by name",
        in_unit=True,
    ),
    CastMember(
        "colleague",
        "Kaarlo",
        "Kollega",
        Role.COLLEAGUE,
        "työpajaohjaaja",
        "name and attendance in the unit; meets the undertaking first",
        in_unit=True,
        has_undertaken=False,
    ),
    CastMember(
        "supervisor",
        "Esa",
        "Esihenkilö",
        Role.SUPERVISOR,
        "palveluesihenkilö",
        "the unit: referrals to decide, contracts to approve",
        in_unit=True,
    ),
    CastMember("manager", "Johanna", "Johtaja", Role.MANAGER, "toiminnanjohtaja", "states, counts, money; no notes"),
    CastMember(
        "finance", "Tarja", "Talous", Role.FINANCE, "talousvastaava", "contract periods, prices, attendance counts"
    ),
    CastMember(
        "privacy_officer",
        "Tiina",
        "Tietosuoja",
        Role.PRIVACY_OFFICER,
        "tietosuojavastaava",
        "registers, retention, metadata",
    ),
    CastMember(
        "administrator",
        "Pekka",
        "Pääkäyttäjä",
        Role.ADMINISTRATOR,
        "pääkäyttäjä",
        "staff, vocabularies, agencies' systems; no client data",
    ),
    CastMember("trainee", "Aino", "Korhonen", Role.TRAINEE, "valmentautuja", "the own data", AccountKind.TRAINEE),
    CastMember(
        "guardian",
        "Heikki",
        "Korhonen",
        Role.GUARDIAN,
        "valtuutettu",
        "Aino, for whom he may act, as far as the authorisation goes",
        AccountKind.GUARDIAN,
    ),
    CastMember(
        "official",
        "Ville",
        "Virkanen",
        Role.OFFICIAL,
        "palveluasiantuntija",
        "the referrals of the own agency",
        AccountKind.OFFICIAL,
    ),
    CastMember(
        "workplace",
        "Tuula",
        "Työnantaja",
        Role.WORKPLACE,
        "työpajavastaava",
        "the contracts of the own workplace: call name, days, hours",
        AccountKind.WORKPLACE,
    ),
)


def staff_parts() -> Iterator[CastMember]:
    """Return the people who are employees."""
    return (part for part in CAST if part.kind is AccountKind.STAFF)


def cast_member(username: str) -> CastMember:
    """Return the person with this user name."""
    return next(part for part in CAST if part.username == username)
