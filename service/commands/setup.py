"""`run.py setup`: the first organisation, its register, two administrators and a privacy officer."""

import asyncio
import re
from collections.abc import Sequence
from typing import Any

import typer
from rich.console import Console

from resolvers.accounts.emergencies import tell_contacts
from resolvers.accounts.installation import FirstInvitation, FirstPerson, InstallationPlan, set_up
from resolvers.refusals import CommandRefused
from service.commands.accounts import print_problems
from service.commands.serving import settings_or_exit
from service.database.connections import orm
from service.resources import utc_now
from service.settings import Settings
from service.system_context import system_context_at
from workflow.roles import Role

_PERSON = re.compile(r"^\s*(?P<first>\S+)\s+(?P<last>.+?)\s*<(?P<email>[^<>\s]+)>\s*$")
_console = Console()
NEXT_STEPS = """
What comes next
 1. Give each person the own link, by hand or by mail; it works once, for two weeks.
 2. They log in, accept the confidentiality undertaking, and (staff of the embedded provider) set up a second factor.
 3. An administrator adds units, staff and agencies, invites people and grants roles: the examples of GraphiQL show how.
 4. The privacy officer writes the privacy notice; another person publishes it.
Until the second administrator has accepted, this command line is the second person where two must decide. Each of its
acts is in the history as the service's own, and the contact of the register should know: {contact}.
"""


def person_of(text: str, role: Role) -> FirstPerson:
    """
    Return the person that "First Last <address>" names.

    :raises BadParameter: when the text has another form
    """
    found = _PERSON.match(text)
    if found is None:
        raise typer.BadParameter(f"write a person as: First Last <address>, not {text!r}")
    return FirstPerson(found["first"], found["last"], found["email"], role)


def set_up_installation(people: Sequence[tuple[str, str]], contact: str, **given: Any) -> None:
    """Set up an installation with these people, each as written and the role; `given` is the rest of the plan."""
    answers = person_of(contact, Role.PRIVACY_OFFICER)
    plan = InstallationPlan(
        people=[person_of(text, Role(role)) for text, role in people],
        contact_name=f"{answers.first_name} {answers.last_name}",
        contact_email=answers.email,
        **given,
    )
    run_setup(plan)


def run_setup(plan: InstallationPlan) -> None:
    """Set up an empty installation, print the links and what comes next; exit with 2 when it is refused."""
    settings = settings_or_exit()
    try:
        invitations, untold = asyncio.run(installed(settings, plan))
    except CommandRefused as refused:
        print_problems(refused)
        raise typer.Exit(2) from None
    _print_invitations(invitations, plan)
    for contact in untold:
        _console.print(f"[yellow]Tell by hand: {contact}[/yellow]", highlight=False)


async def installed(settings: Settings, plan: InstallationPlan) -> tuple[list[FirstInvitation], list[str]]:
    """
    Set up the installation of these settings; return its invitations, and who must be told of it by hand.

    :raises CommandRefused: when it is set up already, or a value is refused
    """
    async with orm(settings.application_url):
        context = system_context_at(settings, utc_now())
        return await set_up(context, plan), await tell_contacts(context, "setup")


def _print_invitations(invitations: Sequence[FirstInvitation], plan: InstallationPlan) -> None:
    _console.print(f"{plan.organisation} is set up. These links are shown once:", highlight=False)
    for invitation in invitations:
        person = invitation.person
        _console.print(f"\n  {person.first_name} {person.last_name}, {person.role}", highlight=False)
        typer.echo(f"  {invitation.address}")
    contact = f"{plan.contact_name} <{plan.contact_email}>"
    _console.print(NEXT_STEPS.format(contact=contact), highlight=False, markup=False)
