"""
Benefit payer: VALID → CANCELLED. Who pays a person's benefit from one day to another; not who pays for the service.

The days of the period say which payer counts on a day. What was written down by mistake is cancelled, with a word why,
and counts nowhere. A municipality that pays tells where somebody lives, so a safety restriction hides the payer.
"""

from workflow.client import OUTSIDE, PROCESSING, SAFETY
from workflow.language import Workflow, grants, roles, state, transition
from workflow.vocabulary import CARE

_TEAM = "coach supervisor"
_PERSON = "trainee guardian"
_SEEN = grants(view=f"{_PERSON} {_TEAM} privacy_officer", care=f"{_PERSON} {_TEAM}", audit="supervisor privacy_officer")

benefit_payer = Workflow(
    noun="benefit_payer",
    initial="VALID",
    add=roles(_TEAM),
    states={
        "VALID": state("Voimassa|I kraft|Valid", _SEEN, add=_TEAM, modify=_TEAM, modify_care=_TEAM),
        "CANCELLED": state("Peruttu|Annullerad|Cancelled", _SEEN),
    },
    transitions={
        "CANCEL": transition("Peru|Annullera|Cancel", "VALID", "CANCELLED", _TEAM, comment=True),
    },
    restrictions=(SAFETY.also(CARE), PROCESSING, OUTSIDE),
    closed_to_new=("CANCELLED",),
)

# The codes of `agency_kind` of those who pay an unemployment benefit, or income support in its place.
KINDS_OF_PAYERS = ("KELA", "UNEMPLOYMENT_FUND", "MUNICIPALITY", "WELLBEING_AREA")
VALID_PAYER_STATES = benefit_payer.subset("VALID")
