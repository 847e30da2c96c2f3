"""
Rectification: PROPOSED → APPLIED | COMPLETED | REFUSED | WITHDRAWN; notice of a disclosure: SENT → ACKNOWLEDGED.

An item of a request for correction: one field of one object, the proposed value, and the decision. After a refusal the
person's own statement may be stored beside it. The values before and after need `contact`: for a protected person they
are masked like the data itself (decision 0064). Source: GDPR articles 16 and 19.
"""

from workflow.client import SAFETY
from workflow.language import Workflow, grants, roles, state, transition

_BOTH = "trainee privacy_officer"
_OFFICER = "privacy_officer"

_PROPOSED = grants(view=_BOTH, care=_BOTH, decision=_OFFICER, contact=_OFFICER, audit=_OFFICER)
_DECIDED = _PROPOSED | grants(decision=_BOTH, contact=_BOTH)

rectification = Workflow(
    noun="rectification",
    initial="PROPOSED",
    add=roles(_BOTH),
    states={
        "PROPOSED": state("Ehdotettu|Föreslagen|Proposed", _PROPOSED, add=_BOTH),
        "APPLIED": state("Korjattu|Rättad|Applied", _DECIDED),
        "COMPLETED": state("Korjattu muulla tavalla|Rättad på annat sätt|Completed otherwise", _DECIDED),
        "REFUSED": state("Hylätty|Avslagen|Refused", _DECIDED, modify_care="trainee"),
        "WITHDRAWN": state("Peruttu|Återtagen|Withdrawn", _DECIDED),
    },
    transitions={
        "APPLY": transition(
            "Korjaa|Rätta|Apply",
            "PROPOSED",
            "APPLIED",
            _OFFICER,
            guards="item_is_worked_on",
            effects="apply_rectification",
        ),
        "COMPLETE": transition(
            "Totea korjatuksi muulla tavalla|Rättad på annat sätt|Complete otherwise",
            "PROPOSED",
            "COMPLETED",
            _OFFICER,
            comment=True,
            guards="item_is_worked_on",
            effects="note_completion",
        ),
        "REFUSE": transition(
            "Hylkää|Avslå|Refuse",
            "PROPOSED",
            "REFUSED",
            _OFFICER,
            comment=True,
            guards="item_is_worked_on",
            effects="note_refusal",
        ),
    },
    restrictions=(SAFETY,),
    by_service=("WITHDRAWN",),
)

_RECIPIENTS = "official agency"
_NOTED = grants(view=f"{_RECIPIENTS} {_BOTH}", audit=_OFFICER)

# The service creates a notice when data that an agency received is corrected, erased or restricted; the privacy officer
# adds notices about disclosures that were made in another way.
disclosure_notice = Workflow(
    noun="disclosure_notice",
    initial="SENT",
    add=roles(_OFFICER),
    states={
        "SENT": state("Lähetetty|Sänd|Sent", _NOTED, add=_OFFICER),
        "ACKNOWLEDGED": state("Kuitattu|Kvitterad|Acknowledged", _NOTED),
    },
    transitions={
        "ACKNOWLEDGE": transition("Kuittaa|Kvittera|Acknowledge", "SENT", "ACKNOWLEDGED", _RECIPIENTS, awaited=True)
    },
)

PROPOSED_RECTIFICATION_STATES = rectification.subset("PROPOSED")
UNDECIDED_RECTIFICATION_STATES = rectification.subset("PROPOSED WITHDRAWN")
