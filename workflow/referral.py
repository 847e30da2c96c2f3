"""
Referral: DRAFT → SUBMITTED → RECEIVED → IN_REVIEW ⇄ INFO_REQUESTED → INTERVIEW → a decision → STARTED → CLOSED.

The agency writes only in DRAFT and INFO_REQUESTED. It sees the state at any time, and what it wrote after the end too,
while consent or statute stands; the unit decides. `author` is the employee who entered a referral that came on paper;
nobody else sees the draft of an agency.
"""

from datetime import date
from typing import Protocol

from workflow.client import PROCESSING, SAFETY
from workflow.consent import CONSENT_IN_FORCE_STATES
from workflow.language import ClientRestriction, States, Workflow, grants, roles, state, transition
from workflow.vocabulary import ASSIGN, CARE, CONTACT, IDENTITY, NAME


class ReferralConsent(Protocol):
    """What a referral says of the basis on which the agency tells of the person."""

    basis: str
    consent_given_on: date | None
    consent_withdrawn_on: date | None
    consent_valid_until: date | None


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
    decision="supervisor",
    restrict=f"{_AGENCY} supervisor trainee",
    audit=f"{_AGENCY} supervisor privacy_officer",
)
_CLOSED = grants(
    view=f"{_CASE} manager privacy_officer",
    name=_CASE,
    contact=_AGENCY,
    identity=_AGENCY,
    care=f"{_AGENCY} supervisor trainee",
    restrict=f"{_AGENCY} supervisor trainee",
    audit=f"{_AGENCY} supervisor privacy_officer",
)
_WRITING = grants(modify=_AGENCY, modify_contact=_AGENCY, modify_identity=_AGENCY, modify_care=_AGENCY)

# Between sending and start, a referral rests on the consent that it names. While that is not in force (it is given on a
# day to come, was withdrawn or has expired) the unit sees that the referral exists, and nothing of the person.
_UNDECIDED = ("SUBMITTED", "RECEIVED", "IN_REVIEW", "INFO_REQUESTED", "INTERVIEW", "WAITLISTED", "ACCEPTED")
_IN_FORCE_SQL = (
    "{alias}.basis <> 'CONSENT' OR ({alias}.consent_given_on <= {today} AND {alias}.consent_withdrawn_on IS NULL"
    " AND ({alias}.consent_valid_until IS NULL OR {alias}.consent_valid_until >= {today}))"
)
CONSENT = ClientRestriction(
    "consent_not_in_force",
    frozenset({NAME, CONTACT, IDENTITY, CARE}),
    roles(f"{_WRITTEN} trainee request_handler"),
    f"({States(_UNDECIDED).sql('{alias}.state')} AND ({_IN_FORCE_SQL}) IS NOT TRUE)",
)


# Everybody whom the consent of the agency does not concern.
INSIDE = roles(
    "author trainee guardian coach colleague supervisor manager finance privacy_officer request_handler emergency"
    " support"
)


def stands_sql(category: str = "") -> str:
    """
    Return the SQL that an agency may be told of the person of its referral `{alias}` on the day `{today}`.

    A statute stands, or the consent that the referral names; once the person's own consent was recorded from it, that
    or a later one, where it covers the category that is asked about.
    """
    covers = f" AND '{category}' = ANY(k.categories)" if category else ""
    return (
        "{alias}.basis <> 'CONSENT' OR (" + _IN_FORCE_SQL + ")"
        " AND (NOT EXISTS (SELECT FROM consent k WHERE k.referral_id = {alias}.id)"
        " OR EXISTS (SELECT FROM consent k WHERE k.client_id = {alias}.client_id AND k.agency_id = {alias}.agency_id"
        f" AND (k.referral_id IS NULL OR k.referral_id = {{alias}}.id) AND {CONSENT_IN_FORCE_STATES.sql('k.state')}"
        f"{covers} AND k.given_on <= {{today}} AND (k.valid_until IS NULL OR k.valid_until >= {{today}})))"
    )


# After the end the agency reads what it wrote itself while consent or statute stands: the consent of the referral, and
# once that was recorded as one of the person's, that or a later one. Source: rule R14. Decision 0182.
_ENDED = ("REJECTED", "EXPIRED", "NO_SHOW", "WITHDRAWN", "CLOSED")
OWN_WORDS = ClientRestriction(
    "agency_consent_ended",
    frozenset({NAME, CONTACT, IDENTITY, CARE}),
    INSIDE,
    f"({States(_ENDED).sql('{alias}.state')} AND ({stands_sql()}) IS NOT TRUE)",
)


def is_consent_in_force(row: ReferralConsent, today: date) -> bool:
    """Return whether a referral has a statutory basis, or a consent that is in force on a day: the rule of the SQL."""
    return row.basis != "CONSENT" or (
        row.consent_given_on is not None
        and row.consent_given_on <= today
        and row.consent_withdrawn_on is None
        and (row.consent_valid_until is None or row.consent_valid_until >= today)
    )


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
            guards="complete_referral consent_or_statute referral_answers_complete asked_forms_answered",
            effects="send_answers await_files start_clock",
        ),
        "RECEIVE": transition(
            "Vastaanota|Ta emot|Receive",
            "SUBMITTED",
            "RECEIVED",
            "supervisor",
            guards="consent_or_statute",
            effects="receive_referral",
        ),
        "REVIEW": transition(
            "Ota käsittelyyn|Ta till behandling|Review",
            "RECEIVED",
            "IN_REVIEW",
            "supervisor",
            guards="consent_or_statute",
        ),
        "REQUEST_INFO": transition(
            "Pyydä lisätietoja|Begär uppgifter|Request information",
            "IN_REVIEW",
            "INFO_REQUESTED",
            "supervisor",
            comment=True,
            effects="open_answers pause_clock",
        ),
        "ANSWER": transition(
            "Vastaa|Svara|Answer",
            "INFO_REQUESTED",
            "IN_REVIEW",
            f"{_AGENCY} supervisor",
            guards="consent_or_statute referral_answers_complete",
            effects="send_answers await_files resume_clock",
        ),
        "INTERVIEW": transition(
            "Kutsu haastatteluun|Kalla till intervju|Interview",
            "IN_REVIEW",
            "INTERVIEW",
            "supervisor",
            guards="consent_or_statute",
        ),
        "ACCEPT": transition(
            "Hyväksy|Godkänn|Accept",
            "IN_REVIEW INTERVIEW WAITLISTED",
            "ACCEPTED",
            "supervisor",
            guards="consent_or_statute",
            effects="create_client stop_clock",
        ),
        "WAITLIST": transition(
            "Siirrä jonoon|Ställ i kö|Waitlist",
            "IN_REVIEW INTERVIEW",
            "WAITLISTED",
            "supervisor",
            guards="consent_or_statute",
            effects="stop_clock keep_place",
        ),
        "REJECT": transition(
            "Hylkää|Avslå|Reject",
            "IN_REVIEW INTERVIEW WAITLISTED",
            "REJECTED",
            "supervisor",
            reason="referral_reject_reason",
            effects="keep_decision_reason close_answers stop_clock close_proposals note_carried_out",
        ),
        "EXPIRE": transition(
            "Merkitse rauenneeksi|Låt förfalla|Expire",
            "WAITLISTED",
            "EXPIRED",
            "supervisor",
            effects="close_answers close_proposals",
        ),
        "START": transition(
            "Aloita|Inled|Start",
            "ACCEPTED",
            "STARTED",
            "supervisor",
            guards="consent_or_statute has_client_or_creates has_coach_and_register",
            effects="start_relationship keep_referral_consent note_carried_out",
        ),
        "MISS": transition(
            "Ei saapunut|Kom inte|Did not come",
            "ACCEPTED",
            "NO_SHOW",
            "supervisor",
            effects="close_answers close_proposals note_carried_out",
        ),
        "WITHDRAW": transition(
            "Peru|Återta|Withdraw",
            "DRAFT SUBMITTED RECEIVED IN_REVIEW INFO_REQUESTED INTERVIEW WAITLISTED ACCEPTED",
            "WITHDRAWN",
            f"{_WRITTEN} supervisor",
            reason="referral_withdraw_reason",
            effects="keep_decision_reason close_answers stop_clock close_proposals note_carried_out",
        ),
        "CLOSE": transition(
            "Päätä|Avsluta|Close",
            "STARTED",
            "CLOSED",
            "coach supervisor",
            guards="final_report_delivered",
            effects="close_answers close_proposals",
        ),
    },
    restrictions=(SAFETY, PROCESSING.also(ASSIGN), CONSENT, OWN_WORDS),
    disposable={"DRAFT": roles(_WRITTEN)},
    closed_to_new=_ENDED,
)

DRAFT_REFERRAL_STATES = referral.subset("DRAFT")
# From the start on, the agency sees the progress of the person, as far as consent or statute allows.
DISCLOSED_STATES = referral.subset("STARTED CLOSED")
# Referrals from which no relationship started; they are stored for six months (workflow/retention.py).
NEVER_STARTED_STATES = referral.subset("DRAFT REJECTED EXPIRED NO_SHOW WITHDRAWN")
STARTED_REFERRAL_STATES = referral.subset("STARTED")
UNDECIDED_REFERRAL_STATES = referral.subset(" ".join(_UNDECIDED))
ENDED_REFERRAL_STATES = referral.subset(" ".join(_ENDED))
# What waits for the unit: it has a due day.
WAITING_REFERRAL_STATES = referral.subset("SUBMITTED RECEIVED IN_REVIEW INTERVIEW")
WAITLISTED_REFERRAL_STATES = referral.subset("WAITLISTED")
EXPIRED_REFERRAL_STATES = referral.subset("EXPIRED")
CLOSED_REFERRAL_STATES = referral.subset("CLOSED")
UNRECEIVED_REFERRAL_STATES = referral.subset("DRAFT SUBMITTED")
