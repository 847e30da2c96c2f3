"""
Form template: published content. Form answer: DRAFT → SUBMITTED → LOCKED.

The sections of a template name which of these permissions read and write them; decision 0041. An agency follows the
answers to its own referrals; the text that the coaching writes is for the coaching, and for the trainee once submitted.
"""

from workflow.client import PROCESSING, SAFETY
from workflow.language import Workflow, grants, roles, state, transition
from workflow.published import published

form_template = published("form_template", guards="form_complete")

_TEAM = "coach supervisor"
_AGENCY = "official agency"
_WRITERS = f"trainee {_TEAM} {_AGENCY}"

_READ = grants(
    view=f"{_WRITERS} manager privacy_officer",
    name=_WRITERS,
    contact=_WRITERS,
    identity=f"{_TEAM} {_AGENCY}",
    schedule=f"trainee {_TEAM}",
    care=f"trainee {_TEAM}",
    money="supervisor manager",
    audit="supervisor privacy_officer",
)
_TEAM_WRITES = grants(modify=_TEAM, modify_care=_TEAM, modify_money="supervisor")

form_answer = Workflow(
    noun="form_answer",
    initial="DRAFT",
    add=roles(_WRITERS),
    states={
        "DRAFT": state(
            "Luonnos|Utkast|Draft", _READ, _TEAM_WRITES, care=_TEAM, modify=_WRITERS, modify_contact=_WRITERS,
            modify_identity=f"{_TEAM} {_AGENCY}", add=_WRITERS,
        ),
        "SUBMITTED": state("Lähetetty|Inskickat|Submitted", _READ, _TEAM_WRITES),
        "LOCKED": state("Lukittu|Låst|Locked", _READ),
    },
    transitions={
        "SUBMIT": transition("Lähetä|Skicka|Submit", "DRAFT", "SUBMITTED", _WRITERS, guards="answers_complete"),
        "REOPEN": transition("Palauta luonnokseksi|Återställ|Reopen", "SUBMITTED", "DRAFT", _TEAM, comment=True),
        "LOCK": transition("Lukitse|Lås|Lock", "SUBMITTED", "LOCKED", _TEAM, guards="answers_complete"),
    },
    minus=(SAFETY, PROCESSING),
    disposable={"DRAFT": roles(_TEAM)},
)  # fmt: skip
