"""
Attendance month: OPEN → CONFIRMED → LOCKED → REOPENED → CONFIRMED. The working days of one unit in one month, closed as
a whole.

Whoever confirms it confirms its days; whoever locks it locks them. Nothing of a locked month is added, recorded or
changed, except by rows that correct its days. A month that is opened again takes the days that are missing; what was
locked in it stays locked, because reports and invoices were made of it. Source: rule R12.
"""

from workflow.language import Workflow, grants, roles, state, transition

_READERS = "colleague supervisor manager finance"
_SEEN = grants(view=_READERS, audit="supervisor manager finance privacy_officer")

attendance_month = Workflow(
    noun="attendance_month",
    initial="OPEN",
    add=roles("supervisor"),
    states={
        "OPEN": state("Avoin|Öppen|Open", _SEEN, add="supervisor"),
        "CONFIRMED": state("Vahvistettu|Bekräftad|Confirmed", _SEEN),
        "LOCKED": state("Lukittu|Låst|Locked", _SEEN),
        "REOPENED": state("Avattu uudelleen|Öppnad igen|Reopened", _SEEN),
    },
    transitions={
        "CONFIRM": transition(
            "Vahvista|Bekräfta|Confirm",
            "OPEN REOPENED",
            "CONFIRMED",
            "supervisor",
            guards="month_over days_settled",
            effects="confirm_days",
        ),
        "LOCK": transition(
            "Lukitse|Lås|Lock",
            "CONFIRMED",
            "LOCKED",
            "supervisor",
            guards="days_confirmed days_settled",
            effects="lock_days build_billing",
        ),
        "REOPEN": transition(
            "Avaa uudelleen|Öppna igen|Reopen",
            "LOCKED",
            "REOPENED",
            "supervisor",
            comment=True,
        ),
    },
)

LOCKED_MONTH_STATES = attendance_month.subset("LOCKED")
UNCLOSED_MONTH_STATES = attendance_month.subset("OPEN CONFIRMED REOPENED")
