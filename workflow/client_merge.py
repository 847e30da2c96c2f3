"""
ClientMerge: PROPOSED → MERGED → UNDONE; or DISTINCT (two people), or WITHDRAWN.

Two clients of one unit are one person. The supervisor proposes, and the privacy officer decides; whoever proposed it
does not decide. A merge can be undone for a while. Decision 0155.
"""

from workflow.language import Workflow, grants, roles, state, transition

_OFFICER = "privacy_officer"
_BOTH = "supervisor privacy_officer"
_SEEN = grants(view=_BOTH, audit=_BOTH)

UNDO_DAYS = 90  # as long as a person may notice in the service that something is not one's own; then it is settled

client_merge = Workflow(
    noun="client_merge",
    initial="PROPOSED",
    add=roles(_BOTH),
    states={
        "PROPOSED": state("Ehdotettu|Föreslagen|Proposed", _SEEN, add=_BOTH),
        "MERGED": state("Yhdistetty|Sammanslagen|Merged", _SEEN),
        "UNDONE": state("Purettu|Upplöst|Undone", _SEEN),
        "DISTINCT": state("Eri henkilöt|Olika personer|Distinct persons", _SEEN),
        "WITHDRAWN": state("Peruttu|Återkallad|Withdrawn", _SEEN),
    },
    transitions={
        "APPROVE": transition(
            "Yhdistä|Slå samman|Merge",
            "PROPOSED",
            "MERGED",
            _OFFICER,
            comment=True,
            guards="another_than_proposer may_be_merged",
            effects="merge_clients",
            awaited=True,
        ),
        "DECLINE": transition(
            "Eri henkilöt|Olika personer|Distinct persons", "PROPOSED", "DISTINCT", _OFFICER, comment=True
        ),
        "WITHDRAW": transition("Peru|Återkalla|Withdraw", "PROPOSED", "WITHDRAWN", _BOTH, comment=True),
        "REOPEN": transition("Avaa uudelleen|Öppna igen|Reopen", "DISTINCT", "PROPOSED", _OFFICER, comment=True),
        "UNDO": transition(
            "Pura yhdistäminen|Upplös sammanslagningen|Undo the merge",
            "MERGED",
            "UNDONE",
            _OFFICER,
            comment=True,
            guards="may_be_undone",
            effects="undo_merge",
        ),
    },
)

OPEN_MERGE_STATES = client_merge.subset("PROPOSED")
DONE_MERGE_STATES = client_merge.subset("MERGED")
# A pair about which somebody has decided, or is about to, is no candidate any more.
JUDGED_MERGE_STATES = client_merge.subset("PROPOSED MERGED DISTINCT")
