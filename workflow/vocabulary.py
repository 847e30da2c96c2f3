"""The closed vocabularies of every workflow: permissions, stand-ins, token scopes. An unknown word fails at import."""

from dataclasses import dataclass

from workflow.roles import Role


@dataclass(frozen=True)
class Permission:
    """A named right. `writes` tells whether a read-only token scope excludes it."""

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
DECISION = Permission("decision")  # what is decided about a request: to whom it concerns, once it is decided
AUDIT = Permission("audit")
LOG = Permission("log")  # who looked

ADD = Permission("add", writes=True)
MODIFY = Permission("modify", writes=True)
MODIFY_CONTACT = Permission("modify_contact", writes=True)
MODIFY_IDENTITY = Permission("modify_identity", writes=True)
MODIFY_CARE = Permission("modify_care", writes=True)
MODIFY_MONEY = Permission("modify_money", writes=True)
ASSIGN = Permission("assign", writes=True)
RESTRICT = Permission("restrict", writes=True)
MOVE = Permission("move", writes=True)  # to take a transition: whose it is, the transition itself says
NEVER = Permission("never", writes=True)  # no state grants it: what only the service itself writes

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
    """Who for a while reads what others read, as far as `may` goes, and never writes."""

    of: frozenset[Role]
    may: frozenset[Permission]


_CONTENT = frozenset({VIEW, NAME, CONTACT, IDENTITY, CARE, SCHEDULE})
_COACH = frozenset({Role.COACH})
# Source: product.md, roles: break-the-glass never widens; the vendor's staff see only as far as they need; the privacy
# officer sees content only bound to a request.
STAND_INS = {
    Role.EMERGENCY: StandIn(_COACH, _CONTENT),
    Role.SUPPORT: StandIn(_COACH, frozenset({VIEW, NAME, CONTACT, SCHEDULE})),
    Role.REQUEST_HANDLER: StandIn(_COACH | {Role.SUPERVISOR}, _CONTENT),
}


@dataclass(frozen=True)
class Scope:
    """What a token may be used for: the types it opens (None: all that the roles open) and whether it may write."""

    types: frozenset[str] | None
    writes: bool


# What an agency needs to refer somebody, and to follow what becomes of it.
_REFERRING = frozenset(
    {
        "agency",
        "disclosure_notice",
        "form_answer",
        "form_template",
        "official",
        "referral",
        "service_type",
        "term",
        "unit",
    }
)

SCOPES = {
    "register:read": Scope(None, writes=False),
    "register:write": Scope(None, writes=True),
    "referrals:read": Scope(_REFERRING, writes=False),
    "referrals:write": Scope(_REFERRING, writes=True),
    "attendance:read": Scope(frozenset({"attendance", "term"}), writes=False),
    "reports:read": Scope(frozenset({"programme", "goal", "term"}), writes=False),
}


def scopes_open(scopes: frozenset[str] | None, noun: str, permission: Permission) -> bool:
    """
    Tell whether a token's scopes leave a permission on a type open; a session (None) narrows nothing.

    An unknown scope opens nothing.
    """
    if scopes is None:
        return True
    granted = (SCOPES[name] for name in scopes if name in SCOPES)
    return any((s.types is None or noun in s.types) and (s.writes or not permission.writes) for s in granted)
