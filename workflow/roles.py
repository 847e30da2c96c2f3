"""
The roles, one row each: titles, how it is held, its paths to rows, its purposes, and its kind of account.

The policy takes from it the paths by which a role reaches rows, the disclosure log its purposes, the database the roles
that may be granted, and the tests their callers. A role that lacks one of these facts is an error at import. The order
of the rows decides which purpose counts when a caller with several roles states none. What a role may do stands in the
workflows; who stands in for whom, in `STAND_INS`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from workflow.purposes import PURPOSES
from workflow.titles import Titles, parse_titles


class Role(StrEnum):
    """The roles that a caller may have towards a record."""

    TRAINEE = "trainee"
    GUARDIAN = "guardian"
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
    KEEPER = "keeper"
    AUTHOR = "author"
    MEMBER = "member"
    EMPLOYEE = "employee"


class AccountKind(StrEnum):
    """The kinds of callers that an account may stand for."""

    STAFF = "STAFF"
    TRAINEE = "TRAINEE"
    GUARDIAN = "GUARDIAN"
    OFFICIAL = "OFFICIAL"
    WORKPLACE = "WORKPLACE"
    AGENCY = "AGENCY"
    SERVICE = "SERVICE"  # the scheduled jobs of the service; no account has this kind


class PathKind(StrEnum):
    """The kinds of paths by which a role reaches a row."""

    EVERYWHERE = "everywhere"
    UNIT = "unit"
    SELF = "self"
    REPRESENTED = "represented"
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
    """How a caller gets a role."""

    GRANTED = "granted"  # it is granted to an account, everywhere or in units, for a period
    ACCOUNT = "account"  # every account of one kind holds it
    OPENED = "opened"  # it lasts as long as an emergency access
    BROUGHT = "brought"  # another role includes it
    EVERYBODY = "everybody"  # every caller holds it towards some rows


class RoleMalformed(LookupError):
    """A role lacks a fact, or names something that does not exist; it is raised at import."""

    code = "ROLE_MALFORMED"


@dataclass(frozen=True)
class RoleDeclaration:
    """
    The facts about one role.

    `paths` are the paths by which it reaches rows; a role that is granted everywhere reaches all rows, one that is
    granted in units the rows of those units. `purposes` are its purposes of looking at personal data; the first one
    counts when a query states none. `brought_by` are the roles that include this one. `granted_by` are the roles that
    may grant it, and `by_two` says that two people must. `account_kinds` are the kinds of accounts that may hold it.
    `looks_at_people` is False for a role whose work needs nobody's data.
    """

    role: Role
    titles: Titles
    holding: Holding
    paths: tuple[PathKind, ...]
    purposes: tuple[str, ...]
    account_kinds: tuple[AccountKind, ...] = (AccountKind.STAFF,)
    brought_by: tuple[Role, ...] = ()
    granted_by: tuple[Role, ...] = ()
    by_two: bool = False
    looks_at_people: bool = True

    def __post_init__(self) -> None:
        """Check that purposes, paths and the granting roles are there; none of them has a default."""
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
    kinds: tuple[AccountKind, ...] = (AccountKind.STAFF,),
    brought_by: tuple[Role, ...] = (),
    by_two: bool = False,
    looks_at_people: bool = True,
) -> RoleDeclaration:
    """
    Return a declaration.

    `paths` and `purposes` are words separated by blanks; `+` stands for a blank inside a word.
    """
    return RoleDeclaration(
        role,
        parse_titles(titles),
        holding,
        tuple(PathKind(path.replace("+", " ")) for path in paths.split()),
        tuple(purposes.split()),
        kinds,
        brought_by,
        (Role.ADMINISTRATOR,) if holding is Holding.GRANTED else (),
        by_two,
        looks_at_people,
    )


def role_table(*declarations: RoleDeclaration) -> Mapping[Role, RoleDeclaration]:
    """
    Return the table of roles, in the order in which their purposes count.

    :raises RoleMalformed: when a role is missing or is declared twice
    """
    table = {declaration.role: declaration for declaration in declarations}
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
        looks_at_people=False,  # for another role of the caller it lifts what a safety restriction removes
    ),
    _role(
        Role.KEEPER,
        "Yhteyshenkilöiden ylläpitäjä|Den som sköter kontaktpersonerna|Keeper of contacts",
        Holding.GRANTED,
        "agency workplace",
        "ADMINISTRATION",
        kinds=(AccountKind.OFFICIAL, AccountKind.WORKPLACE),
        looks_at_people=False,
    ),
    _role(
        Role.TRAINEE, "Valmentautuja|Klient|Trainee", Holding.ACCOUNT, "self", "OWN_DATA", kinds=(AccountKind.TRAINEE,)
    ),
    _role(
        Role.GUARDIAN,
        "Huoltaja tai edunvalvoja|Vårdnadshavare eller intressebevakare|Guardian",
        Holding.ACCOUNT,
        "represented",
        "REPRESENTATION",
        kinds=(AccountKind.GUARDIAN,),
    ),
    _role(
        Role.OFFICIAL,
        "Lähettävän tahon yhteyshenkilö|Remitterande parts kontaktperson|Official",
        Holding.ACCOUNT,
        "agency consent",
        "REFERRAL",
        kinds=(AccountKind.OFFICIAL,),
    ),
    _role(
        Role.AGENCY,
        "Lähettävän tahon järjestelmä|Remitterande parts system|Agency's system",
        Holding.ACCOUNT,
        "agency consent",
        "REFERRAL",
        kinds=(AccountKind.AGENCY,),
    ),
    _role(
        Role.WORKPLACE,
        "Työpaikka|Arbetsplats|Workplace",
        Holding.ACCOUNT,
        "workplace",
        "CONTRACT",
        kinds=(AccountKind.WORKPLACE,),
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
ROLE_OF_ACCOUNT = {d.account_kinds[0]: role for role, d in ROLES.items() if d.holding is Holding.ACCOUNT}
