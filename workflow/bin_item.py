"""
Bin item: the entry of a deleted object in the recycle bin until it is purged. Decision 0042.

The state says who saw the object: OWN its writer, TEAM the coaching team, AGENCY the agency, OFFICE the administrators.
Nobody sees the entry of an object that they could not see.
"""

from collections.abc import Mapping

from workflow.language import State, Workflow, grants, roles, state, transition
from workflow.roles import Role

# In order from the widest: the audience of an entry is the first one whose roles all saw the object.
AUDIENCES: Mapping[str, str] = {
    "TEAM": "coach supervisor",
    "AGENCY": "official agency",
    "OFFICE": "administrator",
    "OWN": "",
}
_TITLES = {
    "TEAM": "Roskakorissa, työryhmän|I papperskorgen, teamets|In the bin, the team's",
    "AGENCY": "Roskakorissa, lähettäjän|I papperskorgen, remittentens|In the bin, the agency's",
    "OFFICE": "Roskakorissa, ylläpidon|I papperskorgen, administrationens|In the bin, the office's",
    "OWN": "Roskakorissa, oma|I papperskorgen, egen|In the bin, one's own",
}


def audience(viewing_roles: frozenset[Role]) -> str:
    """Return the state of an entry whose object was visible to these roles."""
    return next(name for name, audience_roles in AUDIENCES.items() if roles(audience_roles) <= viewing_roles)


def _state(name: str) -> State:
    role_names = f"author {AUDIENCES[name]}".strip()
    return state(_TITLES[name], view=role_names, audit=role_names)


bin_item = Workflow(
    noun="bin_item",
    initial="OWN",
    states={name: _state(name) for name in AUDIENCES}
    | {"RESTORED": State(("Palautettu", "Återställd", "Restored"), grants(view="author", audit="author"))},
    transitions={
        "RESTORE": transition(
            "Palauta|Återställ|Restore",
            " ".join(AUDIENCES),
            "RESTORED",
            "author coach supervisor official agency administrator",
            effects="restore_object",
        ),
    },
    by_service=("TEAM", "AGENCY", "OFFICE"),  # who saw the object decides in which one it begins
)

IN_BIN_STATES = bin_item.subset(" ".join(AUDIENCES))
