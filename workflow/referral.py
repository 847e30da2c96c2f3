"""
Referral: DRAFT → SUBMITTED → RECEIVED → IN_REVIEW ⇄ INFO_REQUESTED → INTERVIEW → a decision → STARTED → CLOSED.

The agency writes only in DRAFT and INFO_REQUESTED and sees the state at any time; the unit decides. `author` is the
employee who entered a referral that came on paper; nobody else sees the draft of an agency.
"""

from workflow.client import PROCESSING, SAFETY
from workflow.language import Workflow, grants, roles, state, transition
from workflow.vocabulary import ASSIGN

_AGENCY = "official agency"
_CASE = f"{_AGENCY} supervisor trainee coach"
_WRITTEN = f"{_AGENCY} author"
_WRITER = f"{_WRITTEN} supervisor"

_OPEN = grants(
    view=f"{_CASE} manager privacy_officer",
    name=_CASE,
    contact=_CASE,
    identity=_CASE,
    care=_CASE,
    assign="supervisor",
    restrict=f"{_AGENCY} supervisor trainee",
    audit=f"{_AGENCY} supervisor privacy_officer",
)
_CLOSED = grants(
    view=f"{_CASE} manager privacy_officer",
    name=_CASE,
    care="supervisor trainee",
    restrict=f"{_AGENCY} supervisor trainee",
    audit="supervisor privacy_officer",
)
_WRITING = grants(modify=_AGENCY, modify_contact=_AGENCY, modify_identity=_AGENCY, modify_care=_AGENCY)

referral = Workflow(
    noun="referral",
    initial="DRAFT",
    add=roles(f"{_AGENCY} supervisor"),
    states={
        "DRAFT": state(
            "Luonnos|Utkast|Draft",
            view=_WRITTEN,
            name=_WRITTEN,
            contact=_WRITTEN,
            identity=_WRITTEN,
            care=_WRITTEN,
            audit=_WRITTEN,
            modify=_WRITER,
            modify_contact=_WRITER,
            modify_care=_WRITER,
            modify_identity=_WRITER,
            restrict=_WRITER,
            assign="supervisor",
            add="supervisor",
        ),
        "SUBMITTED": state("Lähetetty|Skickad|Submitted", _OPEN),
        "RECEIVED": state("Vastaanotettu|Mottagen|Received", _OPEN),
        "IN_REVIEW": state("Käsittelyssä|Under behandling|In review", _OPEN),
        "INFO_REQUESTED": state("Lisätietoja pyydetty|Uppgifter begärda|Information requested", _OPEN, _WRITING),
        "INTERVIEW": state("Haastattelussa|Intervju|Interview", _OPEN),
        "WAITLISTED": state("Jonossa|I kö|Waitlisted", _OPEN),
        "ACCEPTED": state("Hyväksytty|Godkänd|Accepted", _OPEN),
        "STARTED": state("Aloittanut|Inledd|Started", _OPEN, assign="coach supervisor"),
        "REJECTED": state("Hylätty|Avslagen|Rejected", _CLOSED),
        "EXPIRED": state("Rauennut|Förfallen|Expired", _CLOSED),
        "NO_SHOW": state("Ei saapunut|Kom inte|No show", _CLOSED),
        "WITHDRAWN": state("Peruttu|Återtagen|Withdrawn", _CLOSED),
        "CLOSED": state("Päättynyt|Avslutad|Closed", _CLOSED),
    },
    transitions={
        "SUBMIT": transition(
            "Lähetä|Skicka|Submit",
            "DRAFT",
            "SUBMITTED",
            _WRITTEN,
            guards="complete_referral referral_answers_complete",
            effects="send_answers",
        ),
        "RECEIVE": transition(
            "Vastaanota|Ta emot|Receive", "SUBMITTED", "RECEIVED", "supervisor", effects="receive_referral"
        ),
        "REVIEW": transition("Ota käsittelyyn|Ta till behandling|Review", "RECEIVED", "IN_REVIEW", "supervisor"),
        "REQUEST_INFO": transition(
            "Pyydä lisätietoja|Begär uppgifter|Request information",
            "IN_REVIEW",
            "INFO_REQUESTED",
            "supervisor",
            comment=True,
            effects="open_answers",
        ),
        "ANSWER": transition(
            "Vastaa|Svara|Answer",
            "INFO_REQUESTED",
            "IN_REVIEW",
            f"{_AGENCY} supervisor",
            guards="referral_answers_complete",
            effects="send_answers",
        ),
        "INTERVIEW": transition(
            "Kutsu haastatteluun|Kalla till intervju|Interview", "IN_REVIEW", "INTERVIEW", "supervisor"
        ),
        "ACCEPT": transition(
            "Hyväksy|Godkänn|Accept",
            "INTERVIEW WAITLISTED",
            "ACCEPTED",
            "supervisor",
            guards="consent_or_statute",
            effects="create_client",
        ),
        "WAITLIST": transition("Siirrä jonoon|Ställ i kö|Waitlist", "INTERVIEW", "WAITLISTED", "supervisor"),
        "REJECT": transition(
            "Hylkää|Avslå|Reject",
            "INTERVIEW",
            "REJECTED",
            "supervisor",
            reason="referral_reject_reason",
            effects="keep_decision_reason close_answers",
        ),
        "EXPIRE": transition(
            "Merkitse rauenneeksi|Låt förfalla|Expire", "WAITLISTED", "EXPIRED", "supervisor", effects="close_answers"
        ),
        "START": transition(
            "Aloita|Inled|Start",
            "ACCEPTED",
            "STARTED",
            "supervisor",
            guards="consent_or_statute has_client_or_creates has_coach_and_register",
            effects="start_relationship keep_referral_consent",
        ),
        "MISS": transition(
            "Ei saapunut|Kom inte|Did not come", "ACCEPTED", "NO_SHOW", "supervisor", effects="close_answers"
        ),
        "WITHDRAW": transition(
            "Peru|Återta|Withdraw",
            "DRAFT SUBMITTED RECEIVED IN_REVIEW INFO_REQUESTED INTERVIEW WAITLISTED ACCEPTED",
            "WITHDRAWN",
            f"{_WRITTEN} supervisor",
            reason="referral_withdraw_reason",
            effects="keep_decision_reason close_answers",
        ),
        "CLOSE": transition(
            "Päätä|Avsluta|Close",
            "STARTED",
            "CLOSED",
            "coach supervisor",
            guards="final_report_delivered",
            effects="close_answers",
        ),
    },
    restrictions=(SAFETY, PROCESSING.also(ASSIGN)),
    disposable={"DRAFT": roles(_WRITTEN)},
)

DRAFT_REFERRAL_STATES = referral.subset("DRAFT")
# From the start on, the agency sees the progress of the person, as far as consent or statute allows.
DISCLOSED_STATES = referral.subset("STARTED CLOSED")
# Referrals from which no relationship started; they are stored for six months (workflow/retention.py).
NEVER_STARTED_STATES = referral.subset("DRAFT REJECTED EXPIRED NO_SHOW WITHDRAWN")
UNRECEIVED_REFERRAL_STATES = referral.subset("DRAFT SUBMITTED")
