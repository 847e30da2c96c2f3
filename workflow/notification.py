"""
Notification, event rule, delivery: who is told that something happened, by what rule, and whether the mail arrived.

A notification is its recipient's alone (`author` is who it is for); a rule is kept for a unit or for the whole house; a
delivery holds no address and no link, so that an administrator may see why mail fails.
"""

from workflow.kept import kept
from workflow.language import Workflow, grants, state, transition

_OWN = grants(view="author", audit="author")
_TOLD = grants(view="administrator privacy_officer", audit="administrator privacy_officer")

event_rule = kept("event_rule", view="employee", keepers="administrator supervisor")

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
        "WAITING": state("Odottaa|Väntar|Waiting", _TOLD),
        "SENT": state("Lähetetty|Skickad|Sent", _TOLD),
        "FAILED": state("Epäonnistui|Misslyckades|Failed", _TOLD),
    },
    transitions={
        "RETRY": transition(
            "Yritä uudelleen|Försök igen|Retry", "FAILED", "WAITING", "administrator", effects="await_again"
        ),
    },
)

WAITING_DELIVERY_STATES = delivery.subset("WAITING")
SENT_DELIVERY_STATES = delivery.subset("SENT")
FAILED_DELIVERY_STATES = delivery.subset("FAILED")
RULE_IN_FORCE_STATES = event_rule.subset("ACTIVE")
