"""
Representation: DRAFT → IN_FORCE → ENDED. A guardian or another representative acts for a client.

A guardian sees what the representation covers, and nothing else: each permission on a type belongs to one matter, and a
representation names the matters that its right covers. The predicate judges it at every read (auth/representation.py):
the days of validity, the eighteenth birthday, the matters that a minor keeps from the guardian, the safety restriction
against this guardian, and the client's death. Nothing has to run for it to end. Telling refusal: IN_FORCE → WITHDRAWN.
Source: act 361/1983 (guardians of a minor), act 442/1999 (appointed guardians), act 703/2023 (a minor's own decision).
"""

from collections.abc import Mapping
from types import MappingProxyType

from workflow.client import PROCESSING
from workflow.language import Workflow, grants, roles, state, transition
from workflow.vocabulary import CONTACT, LOG, MODIFY_CONTACT, Permission

AGE_OF_MAJORITY = 18
CONTACT_MATTER, WHEREABOUTS, RIGHTS_MATTER = "CONTACT", "WHEREABOUTS", "RIGHTS"
# Every matter, in the order in which people are told of them. The titles stand in the declaration.
MATTERS = ("PERSON", CONTACT_MATTER, WHEREABOUTS, "COACHING", "CONTRACT", RIGHTS_MATTER)
# What tells where the person is. A safety restriction against a guardian takes it from that guardian.
PLACES = (CONTACT_MATTER, WHEREABOUTS)

_ALL = frozenset(MATTERS)
# The matters that each kind of right may cover at most.
RIGHTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "GUARDIAN": _ALL,
        "RESTRICTED_CUSTODIAN": _ALL,
        "APPOINTED_FINANCIAL": frozenset({"PERSON", "CONTRACT", "RIGHTS"}),
        "APPOINTED_PERSONAL": _ALL,
        "AUTHORISED": _ALL,
    }
)
OF_MINORS = ("GUARDIAN", "RESTRICTED_CUSTODIAN")  # these rights end when the person comes of age
COVERS_ALL = ("GUARDIAN", "APPOINTED_FINANCIAL", "APPOINTED_PERSONAL")  # without other words they cover all they may
BY_COURT = ("APPOINTED_FINANCIAL", "APPOINTED_PERSONAL")  # these rest on a decision, whose day is recorded

_TEAM = "coach supervisor"
_SEEN = grants(
    view=f"{_TEAM} privacy_officer author",
    name=f"{_TEAM} privacy_officer author",
    contact=_TEAM,
    care=f"{_TEAM} privacy_officer",
    audit="supervisor privacy_officer",
)

representation = Workflow(
    noun="representation",
    initial="DRAFT",
    add=roles(_TEAM),
    states={
        "DRAFT": state(
            "Luonnos|Utkast|Draft",
            _SEEN,
            view=f"{_TEAM} privacy_officer",
            name=f"{_TEAM} privacy_officer",
            add=_TEAM,
            modify=_TEAM,
            modify_contact=_TEAM,
            restrict=_TEAM,
        ),
        "IN_FORCE": state("Voimassa|I kraft|In force", _SEEN, modify_contact=_TEAM, restrict=_TEAM),
        "ENDED": state("Päättynyt|Upphört|Ended", _SEEN, view=f"{_TEAM} privacy_officer"),
    },
    transitions={
        "CONFIRM": transition(
            "Vahvista|Bekräfta|Confirm",
            "DRAFT",
            "IN_FORCE",
            "supervisor",
            guards="representation_complete",
            effects="renew_rights_of_guardian",
            awaited=True,
        ),
        "END": transition(
            "Päätä|Avsluta|End",
            "DRAFT IN_FORCE",
            "ENDED",
            _TEAM,
            comment=True,
            effects="end_representation renew_rights_of_guardian",
        ),
    },
    restrictions=(PROCESSING.without(CONTACT),),
    closed_to_new=("ENDED",),
)

_DECIDED = f"trainee {_TEAM} privacy_officer"
_REFUSED = grants(view=_DECIDED, care=_DECIDED, audit=_DECIDED)

# The minor's own decision: whom it keeps from what, and since when. No guardian learns that there is one.
telling_refusal = Workflow(
    noun="telling_refusal",
    initial="IN_FORCE",
    add=roles(f"trainee {_TEAM}"),
    states={
        "IN_FORCE": state("Voimassa|I kraft|In force", _REFUSED, add=f"trainee {_TEAM}", modify=_TEAM),
        "WITHDRAWN": state("Peruttu|Återtagen|Withdrawn", _REFUSED),
    },
    transitions={
        "WITHDRAW": transition("Peru|Återta|Withdraw", "IN_FORCE", "WITHDRAWN", f"trainee {_TEAM}", comment=True),
    },
)

REPRESENTING_STATES = representation.subset("IN_FORCE")
REFUSAL_IN_FORCE_STATES = telling_refusal.subset("IN_FORCE")


def matter_of(workflow: Workflow, matter: str, permission: Permission) -> str:
    """
    Return the matter to which a permission on a type belongs; `matter` is that of the type, "" when it has none.

    What a safety restriction takes away tells where the person is, whatever the type is about; who looked is a matter
    of the person's rights. Whoever corrects contact details acts in the matter in which they are seen.
    """
    if not matter:
        return ""
    if permission in (CONTACT, MODIFY_CONTACT):
        return CONTACT_MATTER
    if permission is LOG:
        return RIGHTS_MATTER
    tells_place = any(r.column == "safety_restriction" and permission in r.permissions for r in workflow.restrictions)
    return WHEREABOUTS if tells_place and not permission.writes else matter
