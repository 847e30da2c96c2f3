"""
Coaching note: DRAFT (its author only) → SIGNED → AMENDED. Never edited after signing; AMEND drafts a new note. R21.

The manager reads no notes. The privacy officer sees that one exists.
"""

from workflow.client import PROCESSING, SAFETY
from workflow.language import Workflow, grants, roles, state, transition

_TEAM = "coach supervisor"

# The trainee reaches shared notes only; `models/coaching_note.py` names the column.
_SIGNED = grants(view=f"{_TEAM} trainee privacy_officer", care=f"{_TEAM} trainee", audit="supervisor privacy_officer")

coaching_note = Workflow(
    noun="coaching_note",
    initial="DRAFT",
    add=roles(_TEAM),
    states={
        "DRAFT": state(
            "Luonnos|Utkast|Draft",
            view="author",
            care="author",
            modify_care=f"author {_TEAM}",
            add=_TEAM,
            audit="author",
        ),
        "SIGNED": state("Allekirjoitettu|Undertecknad|Signed", _SIGNED),
        "AMENDED": state("Korjattu|Rättad|Amended", _SIGNED),
    },
    transitions={
        "SIGN": transition(
            "Allekirjoita|Underteckna|Sign", "DRAFT", "SIGNED", "author", guards="third_person_unshared"
        ),
        "AMEND": transition("Korjaa|Rätta|Amend", "SIGNED", "AMENDED", _TEAM, comment=True, effects="draft_amendment"),
    },
    restrictions=(SAFETY, PROCESSING),
    disposable={"DRAFT": roles("author")},
)
