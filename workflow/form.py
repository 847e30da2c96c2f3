"""
Form template: published content. Form answer: DRAFT → SUBMITTED → LOCKED.

The sections of a template name the permissions that read and write them; decision 0041. An agency reads the answers to
its own referrals; text that the coaches write is for them, and for the trainee once it is submitted.

Answers that an agency gives with a referral have no transitions of their own and follow the referral: REFERRAL_DRAFT →
REFERRAL_SENT ⇄ REFERRAL_ASKED → REFERRAL_CLOSED. Until the referral is sent only its writers see them; then they are
visible like the referral. They cannot be changed, except by the agency while the unit requests more information.
"""

from workflow.client import OUTSIDE, PROCESSING, SAFETY
from workflow.language import Workflow, grants, roles, state, transition
from workflow.published import published_workflow, scheduled_states, unpublished_states
from workflow.referral import CONSENT, OWN_WORDS

form_template = published_workflow("form_template", guards="form_complete", begins=True)

_TEAM = "coach supervisor"
_AGENCY = "official agency"
_OWN = f"trainee {_TEAM}"
_WRITERS = f"{_OWN} {_AGENCY}"

_WRITTEN = f"{_AGENCY} author"  # as for the draft of a referral; a supervisor enters referrals that came on paper
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
            contact=_AGENCY,
            identity=_AGENCY,
            care=f"{_AGENCY} supervisor trainee",
            audit=f"{_AGENCY} supervisor privacy_officer",
        ),
    },
    transitions={
        "SUBMIT": transition("Lähetä|Skicka|Submit", "DRAFT", "SUBMITTED", _OWN, guards="answers_complete"),
        "REOPEN": transition("Palauta luonnokseksi|Återställ|Reopen", "SUBMITTED", "DRAFT", _TEAM, comment=True),
        "LOCK": transition("Lukitse|Lås|Lock", "SUBMITTED", "LOCKED", _TEAM, guards="answers_complete"),
    },
    restrictions=(SAFETY, PROCESSING, OUTSIDE, CONSENT, OWN_WORDS),
    disposable={"DRAFT": roles(_TEAM), "REFERRAL_DRAFT": roles(_WRITTEN)},
    by_service=("REFERRAL_SENT", "REFERRAL_ASKED", "REFERRAL_CLOSED"),  # they follow its referral
)

# The states of answers that belong to a referral; they start in the first one. Decision 0061.
REFERRAL_ANSWER_STATES = form_answer.subset("REFERRAL_DRAFT REFERRAL_SENT REFERRAL_ASKED REFERRAL_CLOSED")
TEMPLATE_IN_USE_STATES = form_template.subset("PUBLISHED")
SCHEDULED_TEMPLATE_STATES = scheduled_states(form_template)
OPEN_TEMPLATE_STATES = unpublished_states(form_template)
