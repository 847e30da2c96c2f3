"""
The first people of an installation: an organisation with its register, two administrators and a privacy officer.

Until the second administrator has accepted, the command line is the second person where two must decide: its grants
are recorded like any other, as the service's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tortoise.models import Model
from tortoise.transactions import in_transaction

from models.account import Account, RoleGrant
from models.organisation import Organisation
from resolvers.accounts.invitations import invitation_address
from resolvers.context import CommandContext, UnitOfWork
from resolvers.public_ids import public_id
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.service_changes import add_by_service
from resolvers.writing.transitions import move_to_state
from workflow.account import PROPOSED_GRANT_STATES
from workflow.roles import Role


@dataclass(frozen=True)
class FirstPerson:
    """Somebody who is invited at set-up, with the role."""

    first_name: str
    last_name: str
    email: str
    role: Role


@dataclass(frozen=True)
class InstallationPlan:
    """What an installation begins with; the values are checked like those of the API."""

    organisation: str
    business_id: str
    unit: str
    register: str
    purpose: str
    legal_basis: str
    contact_name: str
    contact_email: str
    people: Sequence[FirstPerson]
    language: str = "fi"
    by_mail: bool = False


@dataclass(frozen=True)
class FirstInvitation:
    """An invited person and the link, which is shown once."""

    person: FirstPerson
    address: str = field(repr=False)


async def set_up(context: CommandContext, plan: InstallationPlan) -> list[FirstInvitation]:
    """
    Create what an empty installation needs, in one transaction, and return the invitations.

    :raises CommandRefused: ALREADY_SET_UP when there is an organisation; TWO_ADMINISTRATORS when fewer are named; or
        the problems of the values
    """
    async with in_transaction() as db:
        if await Organisation.all().using_db(db).exists():
            raise CommandRefused(Problem("ALREADY_SET_UP", ()))
        _check_people(plan)
        work = UnitOfWork(context, db)
        unit = await _organisation(work, plan)
        return [await _invite(work, person, unit, plan) for person in plan.people]


def _check_people(plan: InstallationPlan) -> None:
    roles = [person.role for person in plan.people]
    if roles.count(Role.ADMINISTRATOR) < 2 or Role.PRIVACY_OFFICER not in roles:
        raise CommandRefused(Problem("TWO_ADMINISTRATORS", ("people",)))
    if len({person.email.casefold() for person in plan.people}) < len(plan.people):
        raise CommandRefused(Problem("SAME_PERSON_TWICE", ("people",)))


async def _organisation(work: UnitOfWork, plan: InstallationPlan) -> Model:
    """Create organisation, register and unit, and return the unit."""
    organisation = await add_by_service(
        work, "organisation", {"name": plan.organisation, "businessId": plan.business_id}
    )
    references: dict[str, Model] = {"organisation_id": organisation}
    register = {
        "name": plan.register,
        "purpose": plan.purpose,
        "legalBasis": plan.legal_basis,
        "contactName": plan.contact_name,
        "contactEmail": plan.contact_email,
        "organisationId": public_id("organisation", organisation.pk),
    }
    await add_by_service(work, "register", register, references)
    place = {"name": plan.unit, "organisationId": register["organisationId"]}
    unit: Model = await add_by_service(work, "unit", place, references)
    return unit


async def _invite(work: UnitOfWork, person: FirstPerson, unit: Model, plan: InstallationPlan) -> FirstInvitation:
    names = {"firstName": person.first_name, "lastName": person.last_name, "email": person.email}
    names |= {"unitId": public_id("unit", UUID(str(unit.pk)))}
    member = await add_by_service(work, "staff_member", names, {"unit_id": unit})
    given = {"staffMemberId": public_id("staff_member", member.pk), "language": plan.language, "byMail": plan.by_mail}
    invitation = await add_by_service(work, "invitation", given, {"staff_member_id": member})
    account = await Account.get(id=invitation.account_id, using_db=work.db)
    await grant_by_service(work, account, person.role)
    return FirstInvitation(person, invitation_address(work.context, "invitation", invitation))


async def grant_by_service(work: UnitOfWork, account: Account, role: Role, unit: Model | None = None) -> RoleGrant:
    """
    Grant a role from today on, for the operator; the command line is the second person where two must decide.

    :raises CommandRefused: when this kind of account cannot hold the role
    """
    values: dict[str, Any] = {"role": str(role), "startsOn": work.context.today}
    values["accountId"] = public_id("account", account.pk)
    references: dict[str, Model] = {"account_id": account}
    if unit is not None:
        values["unitId"], references["unit_id"] = public_id("unit", UUID(str(unit.pk))), unit
    grant: RoleGrant = await add_by_service(work, "role_grant", values, references)
    if grant.state in PROPOSED_GRANT_STATES:
        await move_to_state(work, "role_grant", grant, "IN_FORCE", "APPROVE")
    return grant
