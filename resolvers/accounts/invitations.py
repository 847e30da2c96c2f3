"""
Invite people: make the account that an invitation opens, and its link.

The link is shown once to who invites; on request it is mailed to the address that the service knows for the person. A
link works until it is used, withdrawn or replaced, for `INVITATION_LIFETIME` at most.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from auth.accounts.one_time_links import INVITATION_PATH, invitation_link
from models.account import Account, ClientInvitation, Invitation
from models.organisation import StaffMember
from models.representation import GuardianInvitation, Representation
from models.values import full_name
from resolvers.accounts.client_addresses import refusal_of_address
from resolvers.accounts.recovery import is_held_by_two, is_operator
from resolvers.context import Changes, CommandContext, PendingChange, Rulebook, Step, UnitOfWork
from resolvers.refusals import Problem
from resolvers.writing.transitions import create_related, move_to_state, set_column, transition_refused
from workflow.account import INVITED_ACCOUNT_STATES, OPEN_INVITATION_STATES
from workflow.representation import REPRESENTING_STATES
from workflow.roles import AccountKind

INVITATION_LIFETIME = timedelta(days=14)
_MODELS = {
    "invitation": Invitation,
    "client_invitation": ClientInvitation,
    "guardian_invitation": GuardianInvitation,
}
CREATED = "create"  # the event of an invitation that is mailed
_PERSONS = {
    "staff_member_id": AccountKind.STAFF,
    "agency_id": AccountKind.OFFICIAL,
    "workplace_id": AccountKind.WORKPLACE,
}


async def invited_person(change: PendingChange) -> list[Problem]:
    """
    Check whom an invitation is for, and make the account that it opens.

    It names a staff member, an agency or a workplace; outsiders are named, and have an address if the link is mailed.
    """
    row = change.row
    named = [column for column in _PERSONS if getattr(row, column) is not None]
    if len(named) != 1:
        return [Problem("INVITES_ONE", ("staffMember", "agency", "workplace"))]
    row.kind = _PERSONS[named[0]].value
    if row.kind == AccountKind.STAFF:
        member = await StaffMember.get(id=row.staff_member_id, using_db=change.db)
        row.name, row.email = full_name(member.first_name, member.last_name), member.email
    if await _is_for_two(change):
        return [Problem("INVITATION_BY_OPERATOR", ("staffMember",))]
    problems = [] if row.name else [Problem("VALUE_REQUIRED", ("name",))]
    if row.by_mail and not row.email:
        problems.append(Problem("NO_ADDRESS", ("byMail",)))
    if not problems and row.account_id is None:
        problems = await _open_account(
            change, name=row.name, staff_id=row.staff_member_id, agency_id=row.agency_id, workplace_id=row.workplace_id
        )
    row.expires_at = change.context.now + INVITATION_LIFETIME
    return problems


async def _is_for_two(change: PendingChange) -> bool:
    """Return whether an invitation opens an account whose role two people grant: one of them may not hold its link."""
    if change.row.staff_member_id is None or is_operator(change.context):
        return False
    waiting = Account.filter(staff_id=change.row.staff_member_id, state__in=INVITED_ACCOUNT_STATES)
    account = await waiting.using_db(change.db).first()
    return account is not None and await is_held_by_two(change.context, account.pk, change.db)


async def invitation_by_one(step: Step) -> None:
    """
    Check that one administrator may hold the link: not that of an account whose role two people grant.

    :raises CommandRefused: INVITATION_BY_OPERATOR
    """
    held = await is_held_by_two(step.context, step.row.account_id, step.db)
    if held and not is_operator(step.context):
        raise transition_refused("INVITATION_BY_OPERATOR")


async def invited_client(change: PendingChange) -> list[Problem]:
    """Check that a client has no account yet, and an address if the link is mailed; make the account."""
    row = change.row
    row.kind = AccountKind.TRAINEE.value
    if row.by_mail and (code := await refusal_of_address(row.client_id, change.db)):
        return [Problem(code, ("byMail",))]
    row.expires_at = change.context.now + INVITATION_LIFETIME
    return await _open_account(change, name=None, client_id=row.client_id)


async def invited_guardian(change: PendingChange) -> list[Problem]:
    """Check that a guardian in force has no account yet, and an address if the link is mailed; make the account."""
    row = change.row
    guardian = await Representation.select_for_update().using_db(change.db).get(id=row.representation_id)
    if guardian.state not in REPRESENTING_STATES:
        return [Problem("REPRESENTATION_NOT_IN_FORCE", ("representation",))]
    if row.by_mail and not guardian.email:
        return [Problem("NO_ADDRESS", ("byMail",))]
    row.expires_at = change.context.now + INVITATION_LIFETIME
    row.language = row.language or guardian.language
    if guardian.account_id is not None:
        earlier = await Account.get(id=guardian.account_id, using_db=change.db)
        row.account_id = earlier.pk
        return [] if earlier.state in INVITED_ACCOUNT_STATES else [Problem("HAS_ACCOUNT", ("representation",))]
    work = UnitOfWork(change.context, change.db)
    account = await create_related(work, "account", kind=row.kind, language=row.language, name=None)
    row.account_id = guardian.account_id = UUID(str(account.pk))
    await guardian.save(using_db=change.db, update_fields=["account_id"])
    return []


async def _open_account(change: PendingChange, **person: Any) -> list[Problem]:
    """Make the account of a person who has none, or take the one that waits for its first log-in."""
    row, key = (
        change.row,
        next(name for name in ("client_id", "staff_id", "agency_id", "workplace_id") if person.get(name)),
    )
    if row.kind in (AccountKind.STAFF, AccountKind.TRAINEE):
        earlier = await Account.filter(**{key: person[key]}).using_db(change.db).first()
        if earlier is not None and earlier.state not in INVITED_ACCOUNT_STATES:
            return [Problem("HAS_ACCOUNT", (key.removesuffix("_id"),))]
        if earlier is not None:
            row.account_id = earlier.pk
            return []
    work = UnitOfWork(change.context, change.db)
    account = await create_related(work, "account", kind=row.kind, language=row.language, **person)
    row.account_id = UUID(str(account.pk))
    return []


async def show_invitation(step: Step) -> Changes:
    """Show the link of a new invitation, and have it mailed if that was asked for."""
    await _hand_out(step)
    return {}


async def renew_invitation(step: Step) -> Changes:
    """Make a new link; the earlier ones no longer work."""
    step.row.links += 1
    changes = set_column(step.row, "expires_at", "expiresAt", step.context.now + INVITATION_LIFETIME)
    await _hand_out(step)
    return changes


async def _hand_out(step: Step) -> None:
    context, row, noun = step.context, step.row, step.loaded.type.noun
    context.shown_once.append(invitation_address(context, noun, row))
    if row.by_mail:
        await create_related(
            step,
            "delivery",
            account_id=row.account_id,
            recipient_kind=getattr(row, "kind", AccountKind.TRAINEE.value),
            staff_member_id=getattr(row, "staff_member_id", None),
            event=f"{noun}.{CREATED}",
            link=f"{noun}_{UUID(str(row.pk)).hex}",
            due_at=context.now,
        )


def invitation_address(
    context: CommandContext, noun: str, row: Invitation | ClientInvitation | GuardianInvitation
) -> str:
    """Return the address of the page where an invitation is accepted."""
    link = invitation_link(context.keyring, noun, UUID(str(row.pk)), row.links)
    return f"{context.public_url}{INVITATION_PATH}?{link.query()}"


async def expire_invitations(context: CommandContext) -> int:
    """Let invitations expire whose time is over, and return their number."""
    expired = 0
    for noun, model in _MODELS.items():
        due = model.filter(state__in=OPEN_INVITATION_STATES, expires_at__lte=context.now)
        for invitation_id in await due.values_list("id", flat=True):
            async with in_transaction() as db:
                row = await due.select_for_update().using_db(db).get_or_none(id=invitation_id)
                if row is not None:
                    await move_to_state(UnitOfWork(context, db), noun, row, "EXPIRED", "EXPIRE")
                    expired += 1
    return expired


INVITATION_RULES = Rulebook.of(
    guards=(invitation_by_one,),
    effects=(show_invitation, renew_invitation),
    rules=(invited_person, invited_client, invited_guardian),
)
