"""
Organisation, unit, register and staff member: in use or retired. Administrators maintain them; everybody sees them.

The law of a register decides how long data is stored and how much of the disclosure log a person sees. Another person
than its writer reviews it.
"""

from workflow.language import Workflow, grants, roles, state, transition
from workflow.published import published_workflow, scheduled_states, unpublished_states

_OPEN = grants(view="member", modify="administrator", audit="administrator privacy_officer")
_RETIRED = grants(view="member", audit="administrator privacy_officer")


def _maintained(noun: str) -> Workflow:
    return Workflow(
        noun=noun,
        initial="ACTIVE",
        add=roles("administrator"),
        states={
            "ACTIVE": state("Käytössä|I bruk|Active", _OPEN),
            "RETIRED": state("Poistettu käytöstä|Ur bruk|Retired", _RETIRED),
        },
        transitions={
            "RETIRE": transition(
                "Poista käytöstä|Ta ur bruk|Retire", "ACTIVE", "RETIRED", "administrator", comment=True
            ),
            "RESTORE": transition("Palauta|Återställ|Restore", "RETIRED", "ACTIVE", "administrator"),
        },
        closed_to_new=("RETIRED",),
    )


organisation = _maintained("organisation")
unit = _maintained("unit")
register = _maintained("register")
register_law = published_workflow(
    "register_law",
    editors="administrator privacy_officer",
    reviewers="privacy_officer manager",
    effects="law_in_force",
    may_retire=False,
    begins=True,
)
staff_member = Workflow(
    noun="staff_member",
    initial="ACTIVE",
    add=roles("administrator"),
    states={
        "ACTIVE": state("Työssä|I tjänst|Employed", _OPEN, contact="employee"),
        "LEFT": state("Lähtenyt|Slutat|Left", _RETIRED, contact="administrator"),
    },
    transitions={
        "LEAVE": transition("Päätä työsuhde|Avsluta|Leave", "ACTIVE", "LEFT", "administrator"),
        "RETURN": transition("Palauta|Återställ|Return", "LEFT", "ACTIVE", "administrator"),
    },
    closed_to_new=("LEFT",),
)

ACTIVE_REGISTER_STATES = register.subset("ACTIVE")
LAW_IN_FORCE_STATES = register_law.subset("PUBLISHED")
SCHEDULED_LAW_STATES = scheduled_states(register_law)
OPEN_LAW_STATES = unpublished_states(register_law)
