"""What is kept for everybody: in use or retired, never deleted. Vocabularies, agencies, workplaces, service types."""

from workflow.language import Workflow, grants, roles, state, transition


def kept(noun: str, *, view: str = "member", keepers: str = "administrator", contact: str = "") -> Workflow:
    """Return the workflow of a kind of record that `keepers` keep, `view` see, and whose contacts `contact` see."""
    seen = grants(view=view, audit=f"{keepers} privacy_officer") | (grants(contact=contact) if contact else {})
    return Workflow(
        noun=noun,
        initial="ACTIVE",
        add=roles(keepers),
        states={
            "ACTIVE": state("Käytössä|I bruk|In use", seen, add=keepers, modify=keepers),
            "RETIRED": state("Poistettu käytöstä|Ur bruk|Retired", seen),
        },
        transitions={
            "RETIRE": transition("Poista käytöstä|Ta ur bruk|Retire", "ACTIVE", "RETIRED", keepers, comment=True),
            "RESTORE": transition("Palauta|Återställ|Restore", "RETIRED", "ACTIVE", keepers),
        },
    )
