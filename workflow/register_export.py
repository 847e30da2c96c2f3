"""
Export of a whole register, for another controller: PROPOSED → APPROVED → DONE, or CANCELLED before it is made.

Two different people decide, and whoever runs the service makes the file with a command. It names no person.
"""

from workflow.language import Workflow, grants, roles, state, transition

_SEEN = grants(view="privacy_officer manager", audit="privacy_officer manager")

register_export = Workflow(
    noun="register_export",
    initial="PROPOSED",
    add=roles("privacy_officer"),
    states={
        "PROPOSED": state("Ehdotettu|Föreslagen|Proposed", _SEEN, add="privacy_officer"),
        "APPROVED": state("Hyväksytty|Godkänd|Approved", _SEEN),
        "DONE": state("Tehty|Utförd|Done", _SEEN),
        "CANCELLED": state("Peruttu|Återkallad|Cancelled", _SEEN),
    },
    transitions={
        "APPROVE": transition(
            "Hyväksy|Godkänn|Approve",
            "PROPOSED",
            "APPROVED",
            "privacy_officer manager",
            guards="another_than_proposer",
            awaited=True,
        ),
        "CANCEL": transition(
            "Peru|Återkalla|Cancel", "PROPOSED APPROVED", "CANCELLED", "privacy_officer manager", comment=True
        ),
    },
    by_service=("DONE",),
)

APPROVED_EXPORT_STATES = register_export.subset("APPROVED")
DONE_EXPORT_STATES = register_export.subset("DONE")
