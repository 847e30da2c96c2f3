"""
The closed vocabularies of all workflows: permissions, stand-ins and token scopes.

An unknown name is an error at import.
"""

from dataclasses import dataclass

from workflow.roles import Role
from workflow.titles import Titles


@dataclass(frozen=True)
class Permission:
    """A named permission. `writes` says whether a read-only token scope excludes it."""

    name: str
    writes: bool = False

    def __str__(self) -> str:
        return self.name


VIEW = Permission("view")
NAME = Permission("name")
CONTACT = Permission("contact")
IDENTITY = Permission("identity")
CARE = Permission("care")
SCHEDULE = Permission("schedule")
MONEY = Permission("money")
DECISION = Permission("decision")  # to read the decision on a request, for the person concerned once it is made
AUDIT = Permission("audit")
LOG = Permission("log")  # to read who looked

ADD = Permission("add", writes=True)
MODIFY = Permission("modify", writes=True)
MODIFY_CONTACT = Permission("modify_contact", writes=True)
MODIFY_IDENTITY = Permission("modify_identity", writes=True)
MODIFY_CARE = Permission("modify_care", writes=True)
MODIFY_MONEY = Permission("modify_money", writes=True)
ASSIGN = Permission("assign", writes=True)
RESTRICT = Permission("restrict", writes=True)
MOVE = Permission("move", writes=True)  # to take a transition; the transition itself names the roles
NEVER = Permission("never", writes=True)  # granted by no state; only the service itself writes such a field

PERMISSIONS = {
    permission.name: permission
    for permission in (
        VIEW,
        NAME,
        CONTACT,
        IDENTITY,
        CARE,
        SCHEDULE,
        MONEY,
        DECISION,
        AUDIT,
        LOG,
        ADD,
        MODIFY,
        MODIFY_CONTACT,
        MODIFY_IDENTITY,
        MODIFY_CARE,
        MODIFY_MONEY,
        ASSIGN,
        RESTRICT,
        MOVE,
        NEVER,
    )
}
WRITES = frozenset(p for p in PERMISSIONS.values() if p.writes and p is not NEVER)


@dataclass(frozen=True)
class StandIn:
    """A role that for a limited time reads what the roles `of` read, as far as `may` allows, and never writes."""

    of: frozenset[Role]
    may: frozenset[Permission]


_CONTENT = frozenset({VIEW, NAME, CONTACT, IDENTITY, CARE, SCHEDULE})
_COACH = frozenset({Role.COACH})
# Source: product.md, roles: emergency access never widens; the vendor's staff see only what they need; the privacy
# officer sees content only for a request.
STAND_INS = {
    Role.EMERGENCY: StandIn(_COACH, _CONTENT),
    Role.SUPPORT: StandIn(_COACH, frozenset({VIEW, NAME, CONTACT, SCHEDULE})),
    Role.REQUEST_HANDLER: StandIn(_COACH | {Role.SUPERVISOR}, _CONTENT),
}


@dataclass(frozen=True)
class Scope:
    """
    What a token may be used for.

    `types` are the types that it opens, or None for all that the roles open; `writes` says whether it may write.
    """

    types: frozenset[str] | None
    writes: bool
    titles: Titles


# The types that an agency needs to refer a person and to follow the referral.
_REFERRING = frozenset(
    {
        "agency",
        "disclosure_notice",
        "form_answer",
        "form_template",
        "official",
        "proposal",
        "referral",
        "service_type",
        "term",
        "unit",
    }
)

SCOPES = {
    "register:read": Scope(None, writes=False, titles=("Rekisterin lukeminen", "Läsa registret", "Read the register")),
    "register:write": Scope(
        None, writes=True, titles=("Rekisteriin kirjoittaminen", "Skriva i registret", "Write to the register")
    ),
    "referrals:read": Scope(
        _REFERRING, writes=False, titles=("Lähetteiden lukeminen", "Läsa remisser", "Read referrals")
    ),
    "referrals:write": Scope(
        _REFERRING, writes=True, titles=("Lähetteiden kirjoittaminen", "Skriva remisser", "Write referrals")
    ),
    "attendance:read": Scope(
        frozenset({"attendance", "term"}),
        writes=False,
        titles=("Läsnäolojen lukeminen", "Läsa närvaron", "Read attendance"),
    ),
    "reports:read": Scope(
        frozenset({"programme", "goal", "report", "term"}),
        writes=False,
        titles=("Raporttien lukeminen", "Läsa rapporter", "Read reports"),
    ),
}


def scopes_open(scopes: frozenset[str] | None, noun: str, permission: Permission) -> bool:
    """
    Return whether a token's scopes leave a permission on a type open; a session (None) is not limited.

    An unknown scope opens nothing.
    """
    if scopes is None:
        return True
    granted = (SCOPES[name] for name in scopes if name in SCOPES)
    return any((s.types is None or noun in s.types) and (s.writes or not permission.writes) for s in granted)
