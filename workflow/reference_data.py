"""
The workflow of reference data, which is in use or retired and never deleted.

Agencies, workplaces, destinations and event rules use it.
"""

from workflow.language import Workflow, grants, roles, state, transition


def reference_data_workflow(
    noun: str, *, view: str = "member", keepers: str = "administrator", contact: str = ""
) -> Workflow:
    """
    Return the workflow of a kind of reference data.

    `keepers` maintain the records, `view` see them, and `contact` see their contact data.
    """
    visible = grants(view=view, audit=f"{keepers} privacy_officer") | (grants(contact=contact) if contact else {})
    return Workflow(
        noun=noun,
        initial="ACTIVE",
        add=roles(keepers),
        states={
            "ACTIVE": state("Käytössä|I bruk|In use", visible, add=keepers, modify=keepers),
            "RETIRED": state("Poistettu käytöstä|Ur bruk|Retired", visible),
        },
        transitions={
            "RETIRE": transition("Poista käytöstä|Ta ur bruk|Retire", "ACTIVE", "RETIRED", keepers, comment=True),
            "RESTORE": transition("Palauta|Återställ|Restore", "RETIRED", "ACTIVE", keepers),
        },
        closed_to_new=("RETIRED",),
    )
