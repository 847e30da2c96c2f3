"""
IdentityMatch: WAITING → SAME or DISTINCT, by the privacy officer; CORRECTED when the codes no longer agree.

Two clients have one identity code. The staff of either unit learn nothing of it: only the privacy officer sees that
there is a match, asks both units, and says whether they are one person, or which of the two codes is wrong.
"""

from workflow.language import Workflow, grants, state, transition

_OFFICER = "privacy_officer"
_SEEN = grants(view=_OFFICER, audit=_OFFICER)

identity_match = Workflow(
    noun="identity_match",
    initial="WAITING",
    states={
        "WAITING": state("Ratkaistava|Att avgöra|Waiting", _SEEN),
        "SAME": state("Sama henkilö|Samma person|Same person", _SEEN),
        "DISTINCT": state("Eri henkilöt|Olika personer|Distinct persons", _SEEN),
        "CORRECTED": state("Korjattu yksikössä|Rättad i enheten|Corrected", _SEEN),
    },
    transitions={
        "SAME": transition(
            "Sama henkilö|Samma person|Same person", "WAITING", "SAME", _OFFICER, comment=True, guards="codes_agree"
        ),
        "KEEP_EARLIER": transition(
            "Eri henkilöt: tunnus on aiemman|Olika: koden är den tidigares|Distinct: the earlier one keeps the code",
            "WAITING",
            "DISTINCT",
            _OFFICER,
            comment=True,
            guards="codes_agree",
            effects="take_code_of_later",
        ),
        "KEEP_LATER": transition(
            "Eri henkilöt: tunnus on myöhemmän|Olika: koden är den senares|Distinct: the later one keeps the code",
            "WAITING",
            "DISTINCT",
            _OFFICER,
            comment=True,
            guards="codes_agree",
            effects="take_code_of_earlier",
        ),
        "REOPEN": transition("Avaa uudelleen|Öppna igen|Reopen", "SAME", "WAITING", _OFFICER, comment=True),
    },
    by_service=("CORRECTED",),
)

WAITING_MATCH_STATES = identity_match.subset("WAITING")
OPEN_MATCH_STATES = identity_match.subset("WAITING SAME")  # as long as both have the code
