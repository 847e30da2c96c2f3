"""Guardians of the demo: who acts for a client, their invitations, and what a young person keeps from them."""

from datetime import date, timedelta
from typing import Any

from models.client import Client
from resolvers.accounts.invitations import INVITATION_LIFETIME
from service.demo.context import DemoContext
from service.demo.governance.data_requests import add_request_of_guardian
from service.demo.ledger import Author, DemoRow
from service.demo.people.association import add_account
from service.demo.people.cast import cast_member
from service.demo.people.people import fictitious_people
from workflow.account import ACCEPTED_GUARDIAN_INVITATION_STATES, guardian_invitation
from workflow.client import ACTIVE_CLIENT_STATES
from workflow.representation import MATTERS, REPRESENTING_STATES, telling_refusal
from workflow.roles import AccountKind

_FIRST_NUMBER = 9_700  # first number of the guardians among the fictitious people


def add_guardians(demo: DemoContext, trainee: DemoRow, coach: Author) -> None:
    """Add the person who may act for the trainee who can log in, and representations in every other state."""
    part, at = cast_member("guardian"), demo.at(date(2026, 1, 12))
    account = add_account(demo, part.name, AccountKind.GUARDIAN, part)
    representation = demo.ledger.add(
        "representation",
        "IN_FORCE",
        at,
        coach,
        client_id=trainee["id"],
        unit_id=trainee["unit_id"],
        kind="AUTHORISED",
        first_names=part.first_name,
        last_name=part.last_name,
        email="heikki.korhonen@example.org",
        matters=list(MATTERS),
        evidence="Valtakirja, kansiossa 12",
        valid_from=at.date(),
        account_id=account,
        fixed_id="representation",
    )
    guardian = Author(account, f"{part.first_name} {part.last_name}")
    add_request_of_guardian(demo, trainee["id"], representation["id"], guardian)
    _others(demo, coach)


def _others(demo: DemoContext, coach: Author) -> None:
    unit = demo.units[0]
    own = [r for r in demo.ledger.rows[Client] if r["state"] in ACTIVE_CLIENT_STATES and r["unit_id"] == unit]
    young = sorted((r for r in own if r["date_of_birth"]), key=lambda row: row["date_of_birth"], reverse=True)
    people = fictitious_people(_FIRST_NUMBER, 6, demo.today)
    confirmed: list[DemoRow] = []
    for client, state, fixed in (
        (young[0], "DRAFT", "representation_to_confirm"),
        (young[1], "ENDED", None),
        *((client, "IN_FORCE", None) for client in young[2:6]),
    ):
        person, at = next(people), demo.at(demo.today - timedelta(days=40))
        row = demo.ledger.add(
            "representation",
            state,
            at,
            coach,
            client_id=client["id"],
            unit_id=client["unit_id"],
            kind="APPOINTED_FINANCIAL",
            first_names=person.call_name,
            last_name=person.last_name,
            phone=person.phone,
            matters=["PERSON", "CONTRACT"],
            evidence="Käräjäoikeuden päätös",
            decided_on=at.date(),
            valid_from=at.date(),
            fixed_id=fixed,
        )
        confirmed += [row] if state in REPRESENTING_STATES else []
    for number, state in enumerate(telling_refusal.states):
        of = {"client_id": young[number]["id"], "unit_id": young[number]["unit_id"]}
        demo.ledger.add("telling_refusal", state, demo.now, coach, matters=["COACHING"], decided_on=demo.today, **of)
    for state, row in zip(guardian_invitation.states, confirmed, strict=True):
        _invitation(demo, coach, state, row)


def _invitation(demo: DemoContext, coach: Author, state: str, row: DemoRow) -> None:
    at, is_accepted = demo.now - timedelta(days=2), state in ACCEPTED_GUARDIAN_INVITATION_STATES
    identity: dict[str, Any] = {"issuer": demo.issuer, "subject": str(demo.ledger.new_id(at))} if is_accepted else {}
    account = demo.ledger.add(
        "account",
        "ACTIVE" if is_accepted else "INVITED",
        at,
        coach,
        trail=False,
        kind=AccountKind.GUARDIAN.value,
        **identity,
    )
    row["account_id"] = account["id"]
    demo.ledger.add(
        "guardian_invitation",
        state,
        at,
        coach,
        trail=False,
        client_id=row["client_id"],
        unit_id=row["unit_id"],
        representation_id=row["id"],
        account_id=account["id"],
        identity_proof="SEEN_ID",
        expires_at=at + INVITATION_LIFETIME,
        accepted_at=demo.now if is_accepted else None,
    )
