"""
Notification, event rule and delivery: who is notified of an event, by which rule, and whether the mail was sent.

Only its recipient sees a notification (the recipient has the role `author`). A rule is for one unit or for the whole
organisation. Administrators see deliveries but neither their address nor their link, so that they can find out why
mails fail.
"""

from workflow.language import Workflow, grants, state, transition
from workflow.reference_data import reference_data_workflow

_OWN = grants(view="author", audit="author")
_DELIVERY_SEEN = grants(view="administrator privacy_officer", audit="administrator privacy_officer")

event_rule = reference_data_workflow("event_rule", view="employee", keepers="administrator supervisor")

notification = Workflow(
    noun="notification",
    initial="UNREAD",
    states={
        "UNREAD": state("Lukematon|Oläst|Unread", _OWN),
        "READ": state("Luettu|Läst|Read", _OWN),
    },
    transitions={"READ": transition("Merkitse luetuksi|Markera som läst|Read", "UNREAD", "READ", "author")},
)

delivery = Workflow(
    noun="delivery",
    initial="WAITING",
    states={
        "WAITING": state("Odottaa|Väntar|Waiting", _DELIVERY_SEEN),
        "SENT": state("Lähetetty|Skickad|Sent", _DELIVERY_SEEN),
        "FAILED": state("Epäonnistui|Misslyckades|Failed", _DELIVERY_SEEN),
    },
    transitions={
        "RETRY": transition(
            "Yritä uudelleen|Försök igen|Retry",
            "FAILED",
            "WAITING",
            "administrator",
            effects="await_again",
            awaited=True,
        ),
    },
    by_service=("SENT", "FAILED"),
)

WAITING_DELIVERY_STATES = delivery.subset("WAITING")
SENT_DELIVERY_STATES = delivery.subset("SENT")
FAILED_DELIVERY_STATES = delivery.subset("FAILED")
RULE_IN_FORCE_STATES = event_rule.subset("ACTIVE")
