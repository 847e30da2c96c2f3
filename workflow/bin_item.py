"""
Bin item: what was deleted by mistake stands here until it is purged. Decision 0042.

The state says who saw the object: OWN its writer, TEAM the coaching, AGENCY the referring party, OFFICE the
administrators. An entry is never seen by anybody who could not see what it stands for.
"""

from collections.abc import Mapping

from workflow.language import State, Workflow, grants, roles, state, transition
from workflow.roles import Role

# From the widest: the first whose roles all saw the object is the audience of its entry.
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


def audience(seen_by: frozenset[Role]) -> str:
    """Return the state of an entry whose object was seen by these roles."""
    return next(name for name, names in AUDIENCES.items() if roles(names) <= seen_by)


def _state(name: str) -> State:
    who = f"author {AUDIENCES[name]}".strip()
    return state(_TITLES[name], view=who, audit=who)


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
)

IN_BIN_STATES = bin_item.subset(" ".join(AUDIENCES))
