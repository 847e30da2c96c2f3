"""Invitations, accounts and role grants of the demo in every state, and a few log-ins."""

from datetime import datetime, timedelta
from typing import Any

from auth.login.login_events import LoginOutcome
from models.account import Account
from models.agency import Agency
from models.client import Client
from resolvers.accounts.invitations import INVITATION_LIFETIME
from service.demo.context import SYSTEM, DemoContext
from service.demo.ledger import Author, DemoRow
from workflow.account import (
    ACCEPTED_CLIENT_INVITATION_STATES,
    ACCEPTED_INVITATION_STATES,
    CLOSED_ACCESS_STATES,
    GRANT_IN_FORCE_STATES,
    OPEN_INVITATION_STATES,
    PROPOSED_GRANT_STATES,
    client_invitation,
    invitation,
    role_grant,
)
from workflow.client import ACTIVE_CLIENT_STATES
from workflow.roles import AccountKind, Role


def add_invitations(demo: DemoContext, coach: Author) -> None:
    """Add an invitation in each state, of officials by the administrator and of clients by their coach."""
    agency = demo.ledger.rows[Agency][0]["id"]
    for number, state in enumerate(invitation.states):
        at = demo.now - timedelta(days=number + 1)
        name = f"Kutsuttu {number + 1}"
        is_accepted = state in ACCEPTED_INVITATION_STATES
        account = demo.ledger.add(
            "account",
            "ACTIVE" if is_accepted else "INVITED",
            at,
            SYSTEM,
            trail=False,
            kind=AccountKind.OFFICIAL.value,
            name=name,
            agency_id=agency,
            **_identity(demo, at, is_bound=is_accepted),
        )
        demo.ledger.add(
            "invitation",
            state,
            at,
            SYSTEM,
            trail=False,
            account_id=account["id"],
            kind=AccountKind.OFFICIAL.value,
            name=name,
            agency_id=agency,
            expires_at=at + INVITATION_LIFETIME,
            accepted_at=demo.now if is_accepted else None,
            fixed_id="invitation" if state in OPEN_INVITATION_STATES else None,
        )
    _client_invitations(demo, coach)
    _grants(demo)
    _log_ins(demo, coach)


def _identity(demo: DemoContext, at: datetime, *, is_bound: bool) -> dict[str, Any]:
    """Return issuer and subject of an account that somebody took into use."""
    return {"issuer": demo.issuer, "subject": str(demo.ledger.new_id(at))} if is_bound else {}


def _grants(demo: DemoContext) -> None:
    """Add an employee who has left, with roles that are over, and a new one, whose role waits for a second person."""
    at = demo.now - timedelta(days=3)
    of_staff = {"kind": AccountKind.STAFF.value, **_identity(demo, at, is_bound=True)}
    left = demo.ledger.add(
        "account",
        "DISABLED",
        at,
        SYSTEM,
        trail=False,
        fixed_id="account_to_enable",
        name="Lauri Lähtenyt",
        disabled_at=demo.now,
        **of_staff,
    )
    of_staff |= _identity(demo, at, is_bound=True)
    new = demo.ledger.add("account", "ACTIVE", at, SYSTEM, trail=False, name="Taru Tulokas", **of_staff)
    for state in (state for state in role_grant.states if state not in GRANT_IN_FORCE_STATES):
        demo.ledger.add(
            "role_grant",
            state,
            at,
            SYSTEM,
            trail=False,
            account_id=(new if state in PROPOSED_GRANT_STATES else left)["id"],
            role=Role.PRIVACY_OFFICER.value,
            starts_on=demo.today,
            ends_before=demo.today + timedelta(days=30),
            fixed_id="grant_to_approve" if state in PROPOSED_GRANT_STATES else None,
        )


def _log_ins(demo: DemoContext, coach: Author) -> None:
    """Add the last log-ins of the coach."""
    for number, outcome in enumerate((LoginOutcome.LOGGED_OUT, LoginOutcome.LOGGED_IN)):
        at = demo.now - timedelta(hours=number + 1)
        demo.ledger.add(
            "login_event",
            "RECORDED",
            at,
            coach,
            trail=False,
            at=at,
            account_id=coach.account,
            issuer=demo.issuer,
            outcome=outcome.value,
            network="192.0.2.0/24",
        )


def _client_invitations(demo: DemoContext, coach: Author) -> None:
    unit = demo.units[0]
    active = [r for r in demo.ledger.rows[Client] if r["state"] in ACTIVE_CLIENT_STATES and r["unit_id"] == unit]
    clients = active[-len(client_invitation.states) :]
    for number, (state, client) in enumerate(zip(client_invitation.states, clients, strict=False)):
        at = demo.now - timedelta(days=number + 1)
        is_accepted, is_closed = state in ACCEPTED_CLIENT_INVITATION_STATES, state in CLOSED_ACCESS_STATES
        account = demo.ledger.add(
            "account",
            "DISABLED" if is_closed else "ACTIVE" if is_accepted else "INVITED",
            at,
            coach,
            trail=False,
            kind=AccountKind.TRAINEE.value,
            client_id=client["id"],
            disabled_at=demo.now if is_closed else None,
            **_identity(demo, at, is_bound=is_accepted),
        )
        fixed = "access_to_end" if is_accepted and not is_closed else None
        _client_invitation(demo, coach, client, account, state, at, fixed)
    _invitation_of_trainee(demo, coach)


def _client_invitation(
    demo: DemoContext, coach: Author, client: DemoRow, account: DemoRow, state: str, at: datetime, fixed_id: str | None
) -> None:
    demo.ledger.add(
        "client_invitation",
        state,
        at,
        coach,
        trail=False,
        client_id=client["id"],
        unit_id=client["unit_id"],
        account_id=account["id"],
        identity_proof="SEEN_ID",
        expires_at=at + INVITATION_LIFETIME,
        accepted_at=demo.now if state in ACCEPTED_CLIENT_INVITATION_STATES else None,
        fixed_id=fixed_id,
    )


def _invitation_of_trainee(demo: DemoContext, coach: Author) -> None:
    """Add the invitation of the client who can log in."""
    subject = str(demo.users["trainee"])
    account = next(row for row in demo.ledger.rows[Account] if row["subject"] == subject)
    client = next(row for row in demo.ledger.rows[Client] if row["id"] == account["client_id"])
    at = demo.now - timedelta(days=30)
    _client_invitation(demo, coach, client, account, "ACCEPTED", at, "client_invitation")
