"""Notifications of the demo: rules, destination, notices and mails; and an attachment of a client."""

from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import models
from models.log import History
from service.demo.context import SYSTEM, DemoContext
from service.demo.fixed_ids import FIXED_IDS
from service.demo.ledger import Author
from service.demo.people.cast import cast_member

_RULES = (
    ("referral.submit", "UNIT_SUPERVISORS", "SERVICE"),
    ("referral.accept", "AGENCY_OFFICIALS", "SERVICE"),
    ("contract.activate", "TRAINEE", "SERVICE"),
    ("client.update", "RESPONSIBLE_COACH", "SERVICE"),
)
CHANGED = "Valmentautuja-asiakas: muutettu"
ATTACHMENT_TEXT = (
    "Muistio verkostopalaverista\n\nSovittiin: työtunteja lisätään asteittain, seuraava palaveri kuukauden päästä.\n"
)


def add_notifications(demo: DemoContext) -> None:
    """Add rules, notices, mails and an attachment; it comes last, so that the other random values do not change."""
    created_at, yesterday = demo.at(demo.today - timedelta(days=90)), demo.at(demo.today - timedelta(days=1))
    add, coach, client = demo.ledger.add, _account(demo, "coach"), FIXED_IDS["client"]
    add(
        "destination",
        "ACTIVE",
        created_at,
        SYSTEM,
        kind="MAIL",
        host="mail.example.org",
        country="FI",
        purpose="Ilmoitukset henkilöstölle, asiakkaille ja lähettäville tahoille.",
    )
    for event, recipients, channel in _RULES:
        add("event_rule", "ACTIVE", created_at, SYSTEM, event=event, recipients=recipients, channel=channel)
    event_columns: dict[str, Any] = {"event": "client.update", "link": f"client_{client.hex}"}
    for state, fixed_id in (("READ", None), ("UNREAD", "notification")):
        columns: dict[str, Any] = {"recipient_id": coach.account, "text": CHANGED, **event_columns}
        add("notification", state, yesterday, SYSTEM, decided_by=coach, fixed_id=fixed_id, **columns)
    mail: dict[str, Any] = {
        "account_id": coach.account,
        "recipient_kind": "STAFF",
        "due_at": yesterday,
        **event_columns,
    }
    add("delivery", "SENT", yesterday, SYSTEM, sent_at=yesterday, **mail)
    add("delivery", "FAILED", yesterday, SYSTEM, failure="ADDRESS_REFUSED", attempts=1, **mail)
    _add_attachment(demo, coach, client)


def _account(demo: DemoContext, username: str) -> Author:
    subject = str(demo.users[username])
    account_id = next(row["id"] for row in demo.ledger.rows[models.Account] if row["subject"] == subject)
    return Author(account_id, cast_member(username).name)


def _add_attachment(demo: DemoContext, by: Author, client: UUID) -> None:
    at = demo.at(demo.today - timedelta(days=2))
    file, content = demo.ledger.new_id(at), ATTACHMENT_TEXT.encode()
    demo.ledger.plain(
        models.Attachment,
        id=file,
        noun="client",
        object_id=client,
        name="Verkostopalaveri.txt",
        media_type="text/plain",
        size=len(content),
        sha256=sha256(content).hexdigest(),
        added_at=at,
        added_by=by.account,
        added_by_name=by.name,
        uploaded_at=at,
    )
    row = next(r for r in demo.ledger.rows[models.Client] if r["id"] == client)
    demo.ledger.plain(
        History,
        noun="client",
        object_id=client,
        revision=row["revision"],
        at=at,
        actor=by.account,
        actor_name=by.name,
        action="ATTACH",
        changes={"attachments": {"before": None, "after": f"attachment_{file.hex}"}},
    )
