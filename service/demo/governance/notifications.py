"""What the people of the demo are told, by which rules, where mails may go, and a paper in a client's file."""

from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import models
from models.log import History
from service.demo.landmarks import LANDMARKS
from service.demo.ledger import Author
from service.demo.people.cast import cast_member
from service.demo.stage import SYSTEM, DemoStage

_RULES = (
    ("referral.submit", "UNIT_SUPERVISORS", "SERVICE"),
    ("referral.accept", "AGENCY_OFFICIALS", "SERVICE"),
    ("contract.activate", "TRAINEE", "SERVICE"),
    ("client.update", "RESPONSIBLE_COACH", "SERVICE"),
)
CHANGED = "Valmentautuja-asiakas: muutettu"
PAPER = (
    "Muistio verkostopalaverista\n\nSovittiin: työtunteja lisätään asteittain, seuraava palaveri kuukauden päästä.\n"
)


def give_notice(stage: DemoStage) -> None:
    """Put rules, notices, mails and a paper in place; after everybody else, so that nothing else moves."""
    begun, lately = stage.at(stage.today - timedelta(days=90)), stage.at(stage.today - timedelta(days=1))
    add, coach, client = stage.ledger.add, _account(stage, "coach"), LANDMARKS["client"]
    add(
        "destination",
        "ACTIVE",
        begun,
        SYSTEM,
        kind="MAIL",
        host="mail.example.org",
        country="FI",
        purpose="Ilmoitukset henkilöstölle, asiakkaille ja lähettäville tahoille.",
    )
    for event, recipients, channel in _RULES:
        add("event_rule", "ACTIVE", begun, SYSTEM, event=event, recipients=recipients, channel=channel)
    about: dict[str, Any] = {"event": "client.update", "link": f"client_{client.hex}"}
    for state, landmark in (("READ", None), ("UNREAD", "notification")):
        told: dict[str, Any] = {"recipient_id": coach.account, "text": CHANGED, **about}
        add("notification", state, lately, SYSTEM, decided_by=coach, landmark=landmark, **told)
    mail: dict[str, Any] = {"account_id": coach.account, "recipient_kind": "STAFF", "due_at": lately, **about}
    add("delivery", "SENT", lately, SYSTEM, sent_at=lately, **mail)
    add("delivery", "FAILED", lately, SYSTEM, failure="ADDRESS_REFUSED", attempts=1, **mail)
    _paper(stage, coach, client)


def _account(stage: DemoStage, username: str) -> Author:
    subject = str(stage.users[username])
    found = next(row["id"] for row in stage.ledger.rows[models.Account] if row["subject"] == subject)
    return Author(found, cast_member(username).name)


def _paper(stage: DemoStage, by: Author, client: UUID) -> None:
    at = stage.at(stage.today - timedelta(days=2))
    file, content = stage.ledger.new_id(at), PAPER.encode()
    stage.ledger.plain(
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
    row = next(r for r in stage.ledger.rows[models.Client] if r["id"] == client)
    stage.ledger.plain(
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
