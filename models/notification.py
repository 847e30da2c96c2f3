"""Notifications: the rules that choose the recipients, the notices in the service, and the mails."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.content import Content, Reach
from workflow.language import States
from workflow.notification import FAILED_DELIVERY_STATES, SENT_DELIVERY_STATES, delivery, event_rule, notification


class EventRule(Content):
    """The recipients and the channel of an event. Without a unit the rule holds for objects of every unit."""

    event = fields.CharField(60)
    recipients = fields.CharField(24)
    channel = fields.CharField(20)
    unit_id = fields.UUIDField(null=True)

    reach = Reach(unit="unit_id")
    movable = frozenset({"unit_id"})

    class Meta:
        table = "event_rule"
        constraints = (
            CheckConstraint(check=States(event_rule.states).sql(), name="event_rule_state"),
            CheckConstraint(
                check="recipients IN ('RESPONSIBLE_COACH', 'SUBSTITUTES', 'REVIEWERS', 'UNIT_SUPERVISORS',"
                " 'PRIVACY_OFFICERS', 'AGENCY_OFFICIALS', 'TRAINEE')",
                name="event_rule_recipients",
            ),
            CheckConstraint(check="channel IN ('SERVICE', 'EMAIL', 'SERVICE_AND_EMAIL')", name="event_rule_channel"),
        )
        indexes = (Index(fields=("event",), name="event_rule_event"),)


class Notification(Content):
    """One notice to one account. `text` follows from the event alone and names nobody; `link` is an object's id."""

    recipient_id = fields.UUIDField()
    event = fields.CharField(60)
    text = fields.CharField(200)
    link = fields.CharField(80)

    reach = Reach(author="recipient_id")
    fixed = frozenset({"recipient_id"})

    class Meta:
        table = "notification"
        constraints = (CheckConstraint(check=States(notification.states).sql(), name="notification_state"),)
        indexes = (
            Index(fields=("modified_at", "id"), name="notification_modified"),
            Index(fields=("recipient_id", "id"), name="notification_recipient"),
        )


class Delivery(Content):
    """One mail to one account. The address is read when the mail is sent and is not stored here."""

    account_id = fields.UUIDField()
    recipient_kind = fields.CharField(12)
    staff_member_id = fields.UUIDField(null=True)
    event = fields.CharField(60)
    link = fields.CharField(80)
    attempts = fields.IntField(default=0)
    due_at = fields.DatetimeField()
    sent_at = fields.DatetimeField(null=True)
    failure = fields.CharField(24, null=True)

    class Meta:
        table = "delivery"
        constraints = (
            CheckConstraint(check=States(delivery.states).sql(), name="delivery_state"),
            CheckConstraint(check=f"({SENT_DELIVERY_STATES.sql()}) = (sent_at IS NOT NULL)", name="delivery_sent"),
            CheckConstraint(check=FAILED_DELIVERY_STATES.implies("failure IS NOT NULL"), name="delivery_failure"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="delivery_modified"),
            Index(fields=("state", "due_at"), name="delivery_due"),
        )
