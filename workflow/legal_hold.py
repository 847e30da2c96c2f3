"""
Legal hold: IN_FORCE → RELEASED. A hold in force prevents a purge, whenever it was set.

Source: rule R18.
"""

from workflow.language import Workflow, grants, roles, state, transition

_SEEN = grants(view="supervisor privacy_officer", care="supervisor privacy_officer", audit="supervisor privacy_officer")

legal_hold = Workflow(
    noun="legal_hold",
    initial="IN_FORCE",
    add=roles("privacy_officer"),
    states={
        "IN_FORCE": state("Voimassa|I kraft|In force", _SEEN, add="privacy_officer", modify="privacy_officer"),
        "RELEASED": state("Purettu|Upphävt|Released", _SEEN),
    },
    transitions={
        "RELEASE": transition(
            "Pura poistokielto|Upphäv gallringsförbudet|Release",
            "IN_FORCE",
            "RELEASED",
            "privacy_officer",
            comment=True,
        ),
    },
)

HOLD_IN_FORCE_STATES = legal_hold.subset("IN_FORCE")
