"""
Coaching note: DRAFT (its author only) → SIGNED → AMENDED. Never edited after signing; AMEND drafts a new note. R21.

A draft may be incomplete until it is signed. Who reads a signed note is changed by a transition, which history keeps.

The manager reads no notes. The privacy officer sees that one exists.
"""

from workflow.client import PROCESSING, SAFETY
from workflow.language import STAYS, Workflow, grants, roles, state, transition

_TEAM = "coach supervisor"

# The trainee and the guardian reach shared notes only; `models/coaching_note.py` names the column.
_SIGNED = grants(
    view=f"{_TEAM} trainee guardian privacy_officer",
    name=_TEAM,  # of others who were there
    care=f"{_TEAM} trainee guardian",
    audit="supervisor privacy_officer",
)

coaching_note = Workflow(
    noun="coaching_note",
    initial="DRAFT",
    add=roles(_TEAM),
    states={
        "DRAFT": state(
            "Luonnos|Utkast|Draft",
            view="author",
            name="author",
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
            "Allekirjoita|Underteckna|Sign",
            "DRAFT",
            "SIGNED",
            "author",
            guards="note_complete third_person_unshared",
        ),
        "SHARE": transition(
            "Jaa asiakkaalle|Dela med klienten|Share with the trainee",
            "SIGNED",
            STAYS,
            _TEAM,
            guards="no_third_person",
            effects="share_note",
        ),
        "KEEP_TO_TEAM": transition(
            "Näytä vain työryhmälle|Visa bara för teamet|Keep to the team",
            "SIGNED",
            STAYS,
            _TEAM,
            comment=True,
            effects="keep_note_to_team",
        ),
        "MARK_FOR_REPORT": transition(
            "Merkitse raporttiin|Ta med i rapporten|Mark for the report",
            "SIGNED",
            STAYS,
            _TEAM,
            effects="mark_note_for_report",
        ),
        "AMEND": transition("Korjaa|Rätta|Amend", "SIGNED", "AMENDED", _TEAM, comment=True, effects="draft_amendment"),
    },
    restrictions=(SAFETY, PROCESSING),
    disposable={"DRAFT": roles("author")},
)

SIGNED_NOTE_STATES = coaching_note.subset("SIGNED")
ONCE_SIGNED_NOTE_STATES = coaching_note.subset("SIGNED AMENDED")
