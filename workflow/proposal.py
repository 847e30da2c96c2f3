"""
Proposal: DRAFT → SENT ⇄ ASKED → ACCEPTED | REJECTED | WITHDRAWN.

What the provider proposes and the authority decides, about one referral: to start, extend, change or end the service,
or that it is not for this person. The agency that referred the person decides; before, it may ask, and the provider
answers. It sees a proposal only while consent or statute stands. Decision 0183.
"""

from workflow.client import OUTSIDE, PROCESSING
from workflow.language import ClientRestriction, States, Workflow, grants, roles, state, transition
from workflow.referral import CONSENT, INSIDE, stands_sql
from workflow.vocabulary import AUDIT, CARE, VIEW

_TEAM = "coach supervisor"
_AGENCY = "official agency"
_PERSON = "trainee guardian"
_OFFICE = "manager privacy_officer"

_TOLD = grants(
    view=f"{_PERSON} {_TEAM} {_AGENCY} {_OFFICE}",
    care=f"{_PERSON} {_TEAM} {_AGENCY}",
    audit=f"{_TEAM} {_AGENCY} privacy_officer",
)

# The agency sees nothing of a proposal while it may not be told of the person.
UNTOLD = ClientRestriction(
    "proposal_not_told",
    frozenset({VIEW, CARE, AUDIT}),
    INSIDE,
    f"(({stands_sql('PROGRAMME')}) IS NOT TRUE)",
)

# What was never sent is the team's, also once its referral has ended.
_UNSENT = ClientRestriction(
    "proposal_not_sent",
    frozenset({VIEW, CARE, AUDIT}),
    roles(f"{_TEAM} {_OFFICE} request_handler emergency support"),
    of_row=f"({States(('WITHDRAWN',)).sql('{alias}.state')} AND {{alias}}.sent_at IS NULL)",
)

proposal = Workflow(
    noun="proposal",
    initial="DRAFT",
    add=roles(_TEAM),
    states={
        "DRAFT": state(
            "Luonnos|Utkast|Draft",
            view=_TEAM,
            care=_TEAM,
            audit=_TEAM,
            add=_TEAM,
            modify=_TEAM,
            modify_care=_TEAM,
        ),
        "SENT": state("Lähetetty|Skickat|Sent", _TOLD),
        "ASKED": state("Kysytty lisää|Mer har frågats|Asked about", _TOLD),
        "ACCEPTED": state("Hyväksytty|Godkänt|Accepted", _TOLD),
        "REJECTED": state("Hylätty|Avslaget|Rejected", _TOLD),
        "WITHDRAWN": state("Peruttu|Återtaget|Withdrawn", _TOLD),
    },
    transitions={
        "SEND": transition(
            "Lähetä|Skicka|Send",
            "DRAFT",
            "SENT",
            _TEAM,
            guards="proposal_complete proposal_ends_later proposal_fits_referral agency_may_be_told",
            effects="note_sent",
        ),
        "ASK": transition("Kysy lisää|Fråga mer|Ask", "SENT", "ASKED", _AGENCY, comment=True),
        "REPLY": transition(
            "Vastaa kysymykseen|Besvara frågan|Reply", "ASKED", "SENT", _TEAM, comment=True, guards="agency_may_be_told"
        ),
        "ACCEPT": transition(
            "Hyväksy|Godkänn|Accept",
            "SENT ASKED",
            "ACCEPTED",
            _AGENCY,
            guards="proposal_fits_referral",
            effects="note_decision carry_out_proposal",
        ),
        "REJECT": transition(
            "Hylkää|Avslå|Reject",
            "SENT ASKED",
            "REJECTED",
            _AGENCY,
            reason="proposal_reject_reason",
            effects="note_decision",
        ),
        "WITHDRAW": transition("Peru|Återta|Withdraw", "SENT ASKED", "WITHDRAWN", _TEAM, comment=True),
        "CARRY_OUT": transition(
            "Merkitse toimeenpannuksi|Markera som verkställt|Mark as carried out",
            "ACCEPTED",
            "=",
            _TEAM,
            guards="is_carried_out",
            effects="note_carrying_out",
            comment=True,
        ),
    },
    restrictions=(PROCESSING, OUTSIDE, CONSENT, UNTOLD, _UNSENT),
    disposable={"DRAFT": roles(_TEAM)},
    closed_to_new=("ACCEPTED", "REJECTED", "WITHDRAWN"),
)

OPEN_PROPOSAL_STATES = proposal.subset("DRAFT SENT ASKED")
UNSENT_PROPOSAL_STATES = proposal.subset("DRAFT")
DECIDED_PROPOSAL_STATES = proposal.subset("ACCEPTED REJECTED")
REJECTED_PROPOSAL_STATES = proposal.subset("REJECTED")
ACCEPTED_PROPOSAL_STATES = proposal.subset("ACCEPTED")
SENT_PROPOSAL_STATES = proposal.subset("SENT")  # the agency's turn; in ASKED it is the provider's
