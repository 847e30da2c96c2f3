"""`run.py client`: registers, lists and revokes front ends, before anybody can log in to do it by mutation."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

from auth.viewer import SYSTEM_ACCOUNT
from models.front_end_client import FrontEndClient
from resolvers.context import CommandContext
from resolvers.public_ids import public_id
from resolvers.refusals import Problem
from resolvers.rulebook import RULEBOOK
from resolvers.writing.commands import AskedStep, CommandOutcome, create, take_transition
from schema.execution.messages import problem_message
from schema.root import declared_types
from service.database.connections import orm
from service.database.installation import installation
from service.resources import keyring_of, utc_now
from service.settings import Settings
from workflow.calendar import finnish_day

NOUN = "front_end_client"
# Whoever may run commands on the server; history shows the service itself.
OPERATOR = replace(SYSTEM_ACCOUNT, everywhere=frozenset({"administrator"}), may_enter=True)
_console = Console()


class ClientRefused(Exception):
    """The command cannot be done; the text names every reason, and the option that each is about."""

    code = "CLIENT_REFUSED"


@dataclass(frozen=True)
class RegisteredFrontEnd:
    """A front end that was just registered; the secret of a confidential one cannot be shown again."""

    client_id: str
    secret: str | None


def client_command(action: str, name: str, values: Mapping[str, Any], comment: str) -> None:
    """Add, list or revoke, and print the outcome; exit with 2 when it is refused."""
    try:
        with installation() as settings:
            asyncio.run(_act(settings, action, name, values, comment))
    except ClientRefused as refused:
        _console.print(f"[red]{refused.code}[/red]: {refused}", highlight=False)
        raise typer.Exit(2) from None


async def _act(settings: Settings, action: str, name: str, values: Mapping[str, Any], comment: str) -> None:
    async with orm(settings.application_url):
        match action:
            case "add":
                added = await register_front_end(settings, {"name": name, **values})
                typer.echo(f"client_id: {added.client_id}")
                if added.secret:
                    typer.echo(f"client_secret: {added.secret}")
                    _console.print("The secret is shown only now. Whoever loses it rotates it by mutation.")
            case "list":
                _console.print(_table(await FrontEndClient.all().order_by("created_at", "id")))
            case "revoke":
                await revoke_front_end(settings, name, comment)
                typer.echo(f"revoked: {name}")
            case _:
                raise ClientRefused("Say `add`, `list` or `revoke`")


async def register_front_end(settings: Settings, values: Mapping[str, Any]) -> RegisteredFrontEnd:
    """
    Register a front end as the mutation does, in the name of the service.

    :raises ClientRefused: when a value is refused
    """
    context = _context(settings)
    outcome = await create(context, context.content_types[NOUN], values, None)
    _refuse_problems(outcome)
    row = await FrontEndClient.get(id=outcome.object_id)
    return RegisteredFrontEnd(row.public_id, next(iter(context.shown_once), None))


async def revoke_front_end(settings: Settings, client_id: str, comment: str) -> None:
    """
    Revoke a front end as the mutation does, in the name of the service.

    :raises ClientRefused: when there is none with this id, or it is revoked already
    """
    row = await FrontEndClient.get_or_none(public_id=client_id)
    if row is None:
        raise ClientRefused("No front end has this client id; `client list` shows those there are")
    context = _context(settings)
    type_, object_id = context.content_types[NOUN], public_id(NOUN, row.id)
    step = AskedStep("REVOKE", comment or "run.py client revoke")
    outcome = await take_transition(context, type_, object_id, row.revision, step, None)
    _refuse_problems(outcome)


def _context(settings: Settings) -> CommandContext:
    now, keyring = utc_now(), keyring_of(settings)
    return CommandContext(
        declared_types(),
        RULEBOOK,
        OPERATOR,
        now,
        finnish_day(now),
        keyring,
        artificial_codes=False,
        issuer=settings.oidc_issuer,
        public_url=settings.public_url,
    )


def _refuse_problems(outcome: CommandOutcome) -> None:
    if outcome.problems:
        raise ClientRefused("; ".join(map(_sentence, outcome.problems)))


def _sentence(problem: Problem) -> str:
    about = f"{problem.path[0]}: " if problem.path else ""
    return f"{about}{problem_message(problem, 'en')}"


def _table(rows: Sequence[FrontEndClient]) -> Table:
    table = Table("client id", "name", "state", "kind", "redirect addresses", "origins", "scopes")
    for row in rows:
        kind = "confidential" if row.is_confidential else "public"
        lists = ("\n".join(values) for values in (row.redirect_uris, row.origins, row.scopes))
        table.add_row(row.public_id, row.name, row.state, kind, *lists)
    return table
