"""
The original of a paper that was scanned: WAITING → RETURNED | DESTROYED. Nothing is kept on paper.

A paper becomes an attachment of the person's object; until its original is given back or destroyed it is a task.
Source: privacy notice, "no manual material".
"""

from workflow.client import PROCESSING
from workflow.language import Workflow, grants, roles, state, transition
from workflow.vocabulary import MOVE

DAYS_TO_HANDLE = 14  # until an original is due to be returned or destroyed, unless a day is named

_TEAM = "coach supervisor"
_SEEN = grants(
    view=f"trainee {_TEAM} privacy_officer", care=f"trainee {_TEAM} privacy_officer", audit="supervisor privacy_officer"
)

paper_original = Workflow(
    noun="paper_original",
    initial="WAITING",
    add=roles(_TEAM),
    states={
        "WAITING": state("Odottaa|Väntar|Waiting", _SEEN, add=_TEAM, modify=_TEAM),
        "RETURNED": state("Palautettu|Återlämnat|Returned", _SEEN),
        "DESTROYED": state("Hävitetty|Förstört|Destroyed", _SEEN),
    },
    transitions={
        "RETURN": transition(
            "Merkitse palautetuksi|Anteckna som återlämnat|Return",
            "WAITING",
            "RETURNED",
            _TEAM,
            guards="scan_has_come",
            effects="note_handling",
        ),
        "DESTROY": transition(
            "Merkitse hävitetyksi|Anteckna som förstört|Destroy",
            "WAITING",
            "DESTROYED",
            _TEAM,
            guards="scan_has_come",
            effects="note_handling",
        ),
    },
    # A restriction of the processing does not keep a paper lying about.
    restrictions=(PROCESSING.without(MOVE),),
)

WAITING_PAPER_STATES = paper_original.subset("WAITING")
HANDLED_PAPER_STATES = paper_original.subset("RETURNED DESTROYED")
