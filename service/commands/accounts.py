"""`run.py account …`: for emergencies, when no administrator can invite, disable, enable, reset, grant or end."""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID

import typer
from rich.console import Console
from rich.table import Table

from resolvers.accounts.emergencies import (
    ListedAccount,
    end_role,
    grant_role,
    invite_again,
    listed_accounts,
    step_account,
    tell_contacts,
)
from resolvers.context import CommandContext
from resolvers.public_ids import object_uuid, public_id
from resolvers.refusals import CommandRefused
from schema.execution.messages import problem_message
from service.commands.serving import settings_or_exit
from service.database.connections import orm
from service.resources import utc_now
from service.settings import Settings
from service.system_context import system_context_at
from workflow.roles import GRANTABLE, Role

_console = Console()
_TRANSITIONS = {
    "disable": "DISABLE",
    "enable": "ENABLE",
    "reset": "SEND_PASSWORD_LINK",
    "factor": "RESET_SECOND_FACTOR",
}
ACTS = ("list", "invite", *_TRANSITIONS, "grant", "end")
Act = Callable[[CommandContext], Awaitable[list[str]]]


def run_account(act: str, account: str, role: str, unit: str, comment: str) -> None:
    """Run one act and print its result; exit with 2 when it is refused."""
    settings = settings_or_exit()
    if act == "list":
        _print_accounts(asyncio.run(_listed(settings)))
        return
    lines, untold = asyncio.run(_done(settings, act, chosen(act, account, role, unit, comment)))
    for line in lines:
        typer.echo(line)
    for contact in untold:
        _console.print(f"[yellow]Tell by hand: {contact}[/yellow]", highlight=False)


def chosen(act: str, account: str, role: str, unit: str, comment: str) -> Act:
    """
    Return what an act does.

    :raises BadParameter: when the act, the account or the role does not exist, or no comment is given
    """
    account_id = object_uuid("account", account)
    if act not in ACTS:
        raise typer.BadParameter(f"say one of: {', '.join(ACTS)}")
    if account_id is None:
        raise typer.BadParameter("name the account by its id, as `account list` prints it")
    if not comment.strip():
        raise typer.BadParameter("say why with --comment: it stands in the history")
    if act == "invite":
        return lambda context: invite_again(context, account_id)
    if act in _TRANSITIONS:
        return lambda context: step_account(context, account_id, _TRANSITIONS[act], comment)
    if role not in GRANTABLE:
        raise typer.BadParameter(f"--role is one of: {', '.join(GRANTABLE)}")
    return _granting(account_id, Role(role), unit) if act == "grant" else _ending(account_id, Role(role), comment)


def _granting(account: UUID, role: Role, unit: str) -> Act:
    async def act(context: CommandContext) -> list[str]:
        await grant_role(context, account, role, unit)
        return [f"{role} is granted from today on."]

    return act


def _ending(account: UUID, role: Role, comment: str) -> Act:
    async def act(context: CommandContext) -> list[str]:
        return [f"Grants of {role} ended: {await end_role(context, account, role, comment)}"]

    return act


async def _listed(settings: Settings) -> list[ListedAccount]:
    async with orm(settings.application_url):
        return await listed_accounts()


async def _done(settings: Settings, name: str, act: Act) -> tuple[list[str], list[str]]:
    """Return the lines of an act, and who must be told of it by hand."""
    async with orm(settings.application_url):
        context = system_context_at(settings, utc_now())
        try:
            lines = await act(context)
        except CommandRefused as refused:
            print_problems(refused)
            raise typer.Exit(2) from None
        return lines, await tell_contacts(context, f"account {name}")


def print_problems(refused: CommandRefused) -> None:
    """Print why a command was refused, field by field, in English."""
    for problem in refused.problems:
        field = f"{'.'.join(problem.path)}: " if problem.path else ""
        _console.print(f"[red]{field}{problem_message(problem, 'en')}[/red]", highlight=False)


def _print_accounts(accounts: list[ListedAccount]) -> None:
    table = Table("id", "kind", "name", "state", "roles")
    for one in accounts:
        table.add_row(public_id("account", one.id), one.kind, one.name, one.state, " ".join(one.roles))
    _console.print(table)
