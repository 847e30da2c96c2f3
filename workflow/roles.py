"""
The roles, one row each: what is known of a role stands here and nowhere else.

The policy takes from this table by which paths a role leads to rows, the disclosure log for which purposes it looks,
the database which roles may be granted, the tests whom they ask as. A role that lacks one of these facts does not
build.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from workflow.purposes import PURPOSES
from workflow.titles import Titles, parse_titles


class Role(StrEnum):
    """What a caller may be to a record."""

    TRAINEE = "trainee"
    COACH = "coach"
    COLLEAGUE = "colleague"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"
    FINANCE = "finance"
    OFFICIAL = "official"
    AGENCY = "agency"
    WORKPLACE = "workplace"
    PRIVACY_OFFICER = "privacy_officer"
    ADMINISTRATOR = "administrator"
    SUPPORT = "support"
    EMERGENCY = "emergency"
    REQUEST_HANDLER = "request_handler"
    CLEARED = "cleared"
    AUTHOR = "author"
    MEMBER = "member"
    EMPLOYEE = "employee"


class AccountKind(StrEnum):
    """What kind of caller an account stands for."""

    STAFF = "STAFF"
    TRAINEE = "TRAINEE"
    OFFICIAL = "OFFICIAL"
    WORKPLACE = "WORKPLACE"
    AGENCY = "AGENCY"
    SERVICE = "SERVICE"  # the service on its own schedule; no account is of this kind


class PathKind(StrEnum):
    """By what a role leads to a row."""

    EVERYWHERE = "everywhere"
    UNIT = "unit"
    SELF = "self"
    CASELOAD = "caseload"
    AGENCY = "agency"
    CONSENT = "consent"
    WORKPLACE = "workplace"
    AUTHOR = "author"
    EMERGENCY = "emergency"
    SUPPORT = "support"
    SUPPORTED_UNIT = "supported unit"
    REQUEST = "request"


class Holding(StrEnum):
    """How a caller comes to hold a role."""

    GRANTED = "granted"  # an account of staff is granted it, everywhere or in units, for a time
    ACCOUNT = "account"  # every account of one kind holds it
    OPENED = "opened"  # it lasts as long as an access that was opened for a while
    BROUGHT = "brought"  # another role brings it
    EVERYBODY = "everybody"  # every caller holds it towards some rows


class RoleMalformed(LookupError):
    """A role lacks a fact, or names something that does not exist; raised at import."""

    code = "ROLE_MALFORMED"


@dataclass(frozen=True)
class RoleDeclaration:
    """
    What is known of one role.

    `paths` are the paths by which it leads to rows; a granted role goes everywhere, or where it is granted in units by
    unit. `purposes` are those for which it looks at personal data: the first is meant where a query states none.
    `brought_by` are roles that bring this one along. `granted_by` may grant it, `by_two` people where it says so.
    `looks_at_people` is False where nothing of the work needs anybody's data.
    """

    role: Role
    titles: Titles
    holding: Holding
    paths: tuple[PathKind, ...]
    purposes: tuple[str, ...]
    account_kind: AccountKind = AccountKind.STAFF
    brought_by: tuple[Role, ...] = ()
    granted_by: tuple[Role, ...] = ()
    by_two: bool = False
    looks_at_people: bool = True

    def __post_init__(self) -> None:
        """Refuse a role of which a fact is missing: there is no default for a role that has none."""
        if not self.purposes or not self.paths:
            raise RoleMalformed(f"{self.role}: say for which purposes it looks, and by which paths it leads to rows")
        if unknown := set(self.purposes) - set(PURPOSES):
            raise RoleMalformed(f"{self.role}: no such purpose: {', '.join(sorted(unknown))}")
        if (self.holding is Holding.GRANTED) is not bool(self.granted_by):
            raise RoleMalformed(f"{self.role}: say who grants it, if and only if it is granted")


def _role(
    role: Role,
    titles: str,
    holding: Holding,
    paths: str,
    purposes: str,
    *,
    kind: AccountKind = AccountKind.STAFF,
    brought_by: tuple[Role, ...] = (),
    by_two: bool = False,
    looks_at_people: bool = True,
) -> RoleDeclaration:
    """Return a declaration; `paths` and `purposes` are words separated by blanks, `+` stands for one inside."""
    return RoleDeclaration(
        role,
        parse_titles(titles),
        holding,
        tuple(PathKind(path.replace("+", " ")) for path in paths.split()),
        tuple(purposes.split()),
        kind,
        brought_by,
        (Role.ADMINISTRATOR,) if holding is Holding.GRANTED else (),
        by_two,
        looks_at_people,
    )


def role_table(*declarations: RoleDeclaration) -> Mapping[Role, RoleDeclaration]:
    """
    Return the table of roles, in the order in which their purposes count.

    :raises RoleMalformed: when a role is missing or stands twice
    """
    table = {declared.role: declared for declared in declarations}
    if missing := set(Role) - set(table):
        raise RoleMalformed(f"no declaration of the role {', '.join(sorted(missing))} (workflow/roles.py)")
    if len(table) < len(declarations):
        raise RoleMalformed("a role is declared twice (workflow/roles.py)")
    return MappingProxyType(table)


_STAFF_PATHS = "everywhere unit"
ROLES: Mapping[Role, RoleDeclaration] = role_table(
    _role(
        Role.COACH,
        "Valmentaja|Coach|Coach",
        Holding.GRANTED,
        "caseload",
        "COACHING REFERRAL CONTRACT CORRECTION",
    ),
    _role(
        Role.COLLEAGUE,
        "Työtoveri|Kollega|Colleague",
        Holding.GRANTED,
        _STAFF_PATHS,
        "COACHING",
        brought_by=(Role.COACH,),
    ),
    _role(
        Role.SUPERVISOR,
        "Esihenkilö|Förman|Supervisor",
        Holding.GRANTED,
        _STAFF_PATHS,
        "COACHING REFERRAL CONTRACT PAYMENT CORRECTION SUPERVISION",
    ),
    _role(Role.FINANCE, "Talous|Ekonomi|Finance", Holding.GRANTED, _STAFF_PATHS, "PAYMENT"),
    _role(
        Role.PRIVACY_OFFICER,
        "Tietosuojavastaava|Dataskyddsombud|Privacy officer",
        Holding.GRANTED,
        _STAFF_PATHS,
        "DATA_REQUEST CORRECTION SUPERVISION",
        by_two=True,
    ),
    _role(Role.MANAGER, "Johto|Ledning|Manager", Holding.GRANTED, _STAFF_PATHS, "MANAGEMENT SUPERVISION"),
    _role(
        Role.SUPPORT,
        "Toimittajan tuki|Leverantörens support|Support",
        Holding.GRANTED,
        "support supported+unit",
        "SUPPORT",
    ),
    _role(
        Role.ADMINISTRATOR,
        "Pääkäyttäjä|Administratör|Administrator",
        Holding.GRANTED,
        _STAFF_PATHS,
        "ADMINISTRATION",
        by_two=True,
        looks_at_people=False,
    ),
    _role(
        Role.CLEARED,
        "Turvakieltoon oikeutettu|Behörig för spärrmarkering|Cleared",
        Holding.GRANTED,
        _STAFF_PATHS,
        "ADMINISTRATION",
        looks_at_people=False,  # it only lifts, for another role, what a safety restriction takes
    ),
    _role(Role.TRAINEE, "Valmentautuja|Klient|Trainee", Holding.ACCOUNT, "self", "OWN_DATA", kind=AccountKind.TRAINEE),
    _role(
        Role.OFFICIAL,
        "Lähettävän tahon yhteyshenkilö|Remitterande parts kontaktperson|Official",
        Holding.ACCOUNT,
        "agency consent",
        "REFERRAL",
        kind=AccountKind.OFFICIAL,
    ),
    _role(
        Role.AGENCY,
        "Lähettävän tahon järjestelmä|Remitterande parts system|Agency's system",
        Holding.ACCOUNT,
        "agency consent",
        "REFERRAL",
        kind=AccountKind.AGENCY,
    ),
    _role(
        Role.WORKPLACE,
        "Työpaikka|Arbetsplats|Workplace",
        Holding.ACCOUNT,
        "workplace",
        "CONTRACT",
        kind=AccountKind.WORKPLACE,
    ),
    _role(Role.EMERGENCY, "Hätäkatselija|Nödåtkomst|Emergency", Holding.OPENED, "emergency", "EMERGENCY"),
    _role(
        Role.REQUEST_HANDLER,
        "Tietopyynnön käsittelijä|Handläggare av begäran|Request handler",
        Holding.BROUGHT,
        "request",
        "DATA_REQUEST",
        brought_by=(Role.PRIVACY_OFFICER,),
    ),
    _role(Role.AUTHOR, "Kirjaaja|Författare|Author", Holding.EVERYBODY, "author", "ADMINISTRATION"),
    _role(Role.MEMBER, "Kirjautunut|Inloggad|Member", Holding.EVERYBODY, "everywhere", "ADMINISTRATION"),
    _role(Role.EMPLOYEE, "Työntekijä|Medarbetare|Employee", Holding.EVERYBODY, "everywhere", "ADMINISTRATION"),
)
GRANTABLE = tuple(role for role in Role if ROLES[role].holding is Holding.GRANTED)
ROLE_OF_ACCOUNT = {d.account_kind: role for role, d in ROLES.items() if d.holding is Holding.ACCOUNT}
