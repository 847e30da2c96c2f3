"""
Form template: published content. Form answer: DRAFT → SUBMITTED → LOCKED.

The sections of a template name which of these permissions read and write them; decision 0041. An agency follows the
answers to its own referrals; the text that the coaching writes is for the coaching, and for the trainee once submitted.

What an agency answers with a referral goes with it, never by a step of its own: REFERRAL_DRAFT → REFERRAL_SENT ⇄
REFERRAL_ASKED → REFERRAL_CLOSED. Until the referral is sent only its writers see it; then it is seen as the referral
is, and frozen, but while the unit asks for more: then the agency may correct it.
"""

from workflow.client import OUTSIDE, PROCESSING, SAFETY
from workflow.language import Workflow, grants, roles, state, transition
from workflow.published import published_workflow, unpublished_states

form_template = published_workflow("form_template", guards="form_complete")

_TEAM = "coach supervisor"
_AGENCY = "official agency"
_OWN = f"trainee {_TEAM}"
_WRITERS = f"{_OWN} {_AGENCY}"

_WRITTEN = f"{_AGENCY} author"  # as the draft of a referral; whoever types one that came on paper creates as supervisor
_WRITER = f"{_WRITTEN} supervisor"
_CASE = f"{_AGENCY} supervisor trainee coach"

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
_SENT = grants(
    view=f"{_CASE} manager privacy_officer",
    name=_CASE,
    contact=_CASE,
    identity=_CASE,
    care=_CASE,
    audit=f"{_AGENCY} supervisor privacy_officer",
)
_TEAM_WRITES = grants(modify=_TEAM, modify_care=_TEAM, modify_money="supervisor")

form_answer = Workflow(
    noun="form_answer",
    initial="DRAFT",
    add=roles(_WRITERS),
    states={
        "DRAFT": state(
            "Luonnos|Utkast|Draft",
            _READ,
            _TEAM_WRITES,
            care=_TEAM,
            modify=_OWN,
            modify_contact=_OWN,
            modify_identity=_TEAM,
            add=_OWN,
        ),
        "SUBMITTED": state("Lähetetty|Inskickat|Submitted", _READ, _TEAM_WRITES),
        "LOCKED": state("Lukittu|Låst|Locked", _READ),
        "REFERRAL_DRAFT": state(
            "Lähetteen luonnos|Remissens utkast|Draft of a referral",
            view=_WRITTEN,
            name=_WRITTEN,
            contact=_WRITTEN,
            identity=_WRITTEN,
            care=_WRITTEN,
            audit=_WRITTEN,
            modify=_WRITER,
            modify_contact=_WRITER,
            modify_identity=_WRITER,
            modify_care=_WRITER,
            add=f"{_AGENCY} supervisor",
        ),
        "REFERRAL_SENT": state(
            "Lähetteen mukana|Med remissen|With a referral",
            _SENT,
        ),
        "REFERRAL_ASKED": state(
            "Lähetteeseen pyydetty lisätietoja|Uppgifter begärda om remissen|Asked more about a referral",
            _SENT,
            modify=_AGENCY,
            modify_contact=_AGENCY,
            modify_identity=_AGENCY,
            modify_care=_AGENCY,
        ),
        "REFERRAL_CLOSED": state(
            "Päättyneen lähetteen|Med en avslutad remiss|With a closed referral",
            view=f"{_CASE} manager privacy_officer",
            name=_CASE,
            care="supervisor trainee",
            audit="supervisor privacy_officer",
        ),
    },
    transitions={
        "SUBMIT": transition("Lähetä|Skicka|Submit", "DRAFT", "SUBMITTED", _OWN, guards="answers_complete"),
        "REOPEN": transition("Palauta luonnokseksi|Återställ|Reopen", "SUBMITTED", "DRAFT", _TEAM, comment=True),
        "LOCK": transition("Lukitse|Lås|Lock", "SUBMITTED", "LOCKED", _TEAM, guards="answers_complete"),
    },
    restrictions=(SAFETY, PROCESSING, OUTSIDE),
    disposable={"DRAFT": roles(_TEAM), "REFERRAL_DRAFT": roles(_WRITTEN)},
)

# The states of answers that came with a referral; they begin in the first. Decision 0061.
REFERRAL_ANSWER_STATES = form_answer.subset("REFERRAL_DRAFT REFERRAL_SENT REFERRAL_ASKED REFERRAL_CLOSED")
TEMPLATE_IN_USE_STATES = form_template.subset("PUBLISHED")
OPEN_TEMPLATE_STATES = unpublished_states(form_template)
