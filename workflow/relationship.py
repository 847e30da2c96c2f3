"""Relationship: ACTIVE → ENDED → RETAINED, when the unit no longer needs it. Substitution: VALID → ENDED."""

from workflow.client import PROCESSING
from workflow.language import Workflow, grants, roles, state, transition

_STAFF = "trainee coach supervisor"

relationship = Workflow(
    noun="relationship",
    initial="ACTIVE",
    add=roles("supervisor"),
    states={
        "ACTIVE": state(
            "Voimassa|I kraft|Active",
            view=f"{_STAFF} guardian manager privacy_officer",
            care=f"{_STAFF} guardian",
            modify="coach supervisor",
            assign="supervisor",
            audit="supervisor privacy_officer",
        ),
        "ENDED": state(
            "Päättynyt|Avslutad|Ended",
            view=f"{_STAFF} guardian manager privacy_officer",
            care="trainee guardian supervisor",
            audit="supervisor privacy_officer",
        ),
        "RETAINED": state("Säilytyksessä|Bevarad|Retained", view="trainee privacy_officer", audit="privacy_officer"),
    },
    transitions={
        "END": transition(
            "Päätä|Avsluta|End",
            "ACTIVE",
            "ENDED",
            "coach supervisor",
            reason="relationship_end_reason",
            effects="end_relationship note_carried_out",
        ),
        "REOPEN": transition("Avaa uudelleen|Öppna igen|Reopen", "ENDED", "ACTIVE", "supervisor", comment=True),
    },
    restrictions=(PROCESSING,),
    by_service=("RETAINED",),
    closed_to_new=("ENDED", "RETAINED"),
)

_COVER = grants(view="coach supervisor manager", assign="supervisor coach", audit="supervisor privacy_officer")

substitution = Workflow(
    noun="substitution",
    initial="VALID",
    add=roles("supervisor coach"),
    states={
        "VALID": state("Voimassa|I kraft|Valid", _COVER),
        "ENDED": state("Päättynyt|Avslutad|Ended", view="coach supervisor", audit="supervisor privacy_officer"),
    },
    transitions={"END": transition("Päätä|Avsluta|End", "VALID", "ENDED", "supervisor coach")},
    closed_to_new=("ENDED",),
)

# A coach's caseload: the clients whose relationship the unit still needs. A retained one belongs to no caseload.
CASELOAD_STATES = relationship.subset("ACTIVE ENDED")
OPEN_RELATIONSHIP_STATES = relationship.subset("ACTIVE")
ENDED_RELATIONSHIP_STATES = relationship.subset("ENDED")
OVER_RELATIONSHIP_STATES = relationship.subset("ENDED RETAINED")
STANDING_IN_STATES = substitution.subset("VALID")
