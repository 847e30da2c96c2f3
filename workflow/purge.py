"""
Purge: PROPOSED → APPROVED → CONFIRMED → RUNNING → DONE, or CANCELLED before it runs.

Two different people decide (`another_person`). No transition takes a comment: a purge outlives the person, and free
text could name one. The service runs it; there are no transitions to RUNNING and DONE.

Purge item: one person, or one referral that never started. PLANNED or HELD when proposed; ERASED or KEPT by the run.
Invoice row: what the accounts need of an erased person's contract; it never names the person.
"""

from workflow.language import STAYS, Workflow, grants, roles, state, transition

_SEEN = grants(view="privacy_officer manager", audit="privacy_officer manager")
_BOOKS = grants(view="finance manager", money="finance manager", audit="finance manager")
_REASON = "purge_cancel_reason"

purge = Workflow(
    noun="purge",
    initial="PROPOSED",
    add=roles("privacy_officer"),
    states={
        "PROPOSED": state("Ehdotettu|Föreslagen|Proposed", _SEEN, add="privacy_officer"),
        "APPROVED": state("Hyväksytty|Godkänd|Approved", _SEEN),
        "CONFIRMED": state("Vahvistettu|Bekräftad|Confirmed", _SEEN),
        "RUNNING": state("Käynnissä|Pågår|Running", _SEEN),
        "DONE": state("Tehty|Utförd|Done", _SEEN),
        "CANCELLED": state("Peruttu|Återkallad|Cancelled", _SEEN),
    },
    transitions={
        "APPROVE": transition(
            "Hyväksy|Godkänn|Approve",
            "PROPOSED",
            "APPROVED",
            "privacy_officer",
            guards="without_comment",
            effects="note_approval",
            awaited=True,
        ),
        "CONFIRM": transition(
            "Vahvista|Bekräfta|Confirm",
            "APPROVED",
            "CONFIRMED",
            "privacy_officer manager",
            guards="without_comment another_person",
            effects="note_confirmation",
            awaited=True,
        ),
        "PRINT": transition(
            "Tulosta todistus|Skriv ut intyget|Print the certificate",
            "DONE",
            STAYS,
            "privacy_officer manager",
            guards="without_comment",
            effects="link_print",
        ),
        "CANCEL": transition(
            "Peru|Återkalla|Cancel",
            "PROPOSED APPROVED CONFIRMED",
            "CANCELLED",
            "privacy_officer manager",
            guards="without_comment",
            reason=_REASON,
        ),
    },
    by_service=("RUNNING", "DONE"),
)

purge_item = Workflow(
    noun="purge_item",
    initial="PLANNED",
    states={
        "PLANNED": state("Poistetaan|Raderas|Planned", _SEEN),
        "HELD": state("Ei poisteta|Raderas inte|Held back", _SEEN),
        "ERASED": state("Poistettu|Raderad|Erased", _SEEN),
        "KEPT": state("Säilytetty|Bevarad|Kept", _SEEN),
    },
    by_service=("HELD", "ERASED", "KEPT"),
)

invoice_row = Workflow(noun="invoice_row", initial="KEPT", states={"KEPT": state("Säilytetty|Bevarad|Kept", _BOOKS)})

PURGE_UNDER_WAY_STATES = purge.subset("CONFIRMED RUNNING")
CONFIRMED_PURGE_STATES = purge.subset("CONFIRMED")
RUNNING_PURGE_STATES = purge.subset("RUNNING")
DONE_PURGE_STATES = purge.subset("DONE")
OPEN_PURGE_STATES = purge.subset("PROPOSED APPROVED CONFIRMED RUNNING")
PLANNED_ITEM_STATES = purge_item.subset("PLANNED")
ERASED_ITEM_STATES = purge_item.subset("ERASED")
SPARED_ITEM_STATES = purge_item.subset("HELD KEPT")
HELD_ITEM_STATES = purge_item.subset("HELD")
