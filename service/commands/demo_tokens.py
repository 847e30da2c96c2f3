"""`run.py token ROLE`: an access token of a person in the demo, for trying the API."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID

import typer
from rich.console import Console
from tortoise.expressions import Q

from auth.provider.clients import GRANTS_FOR_PEOPLE, PUBLIC, RegisteredClient, agency_system
from auth.provider.embedded import EmbeddedProvider
from auth.provider.users import ProviderPerson
from models.account import Account
from models.agency_client import AgencyClient
from service.commands.parts import BEING_SET_UP, is_demo_running
from service.database.connections import orm
from service.database.installation import installation
from service.login.identity import identity
from service.resources import utc_now
from service.settings import Settings
from workflow.agency_client import ACTIVE_AGENCY_CLIENT_STATES
from workflow.calendar import finnish_day
from workflow.roles import ROLE_OF_ACCOUNT

_LIFETIME = timedelta(minutes=30)
DEMO_CLIENT = RegisteredClient("polku-demo", PUBLIC, GRANTS_FOR_PEOPLE, frozenset({"register:read", "register:write"}))
_KINDS = {str(role): kind.value for kind, role in ROLE_OF_ACCOUNT.items()}


class TokenNotIssued(Exception):
    """There is no token to print; the text gives the reason."""

    code = "TOKEN_NOT_ISSUED"


def print_token(role: str) -> None:
    """Print a token of the demo's first person with this role, valid for half an hour; exit with 2 outside the demo."""
    try:
        with installation() as settings:
            token = asyncio.run(demo_token(settings, role, utc_now()))
    except TokenNotIssued as error:
        Console(stderr=True).print(f"[red]{error}[/red]", highlight=False)
        raise typer.Exit(2) from None
    typer.echo(token)


async def demo_token(settings: Settings, role: str, now: datetime) -> str:
    """
    Return the token; it is signed and verified like any other.

    :raises TokenNotIssued: outside the demo, and for a role that nobody in the demo holds.
    """
    provider = identity(settings).provider
    if settings.mode != "demo" or provider is None:
        raise TokenNotIssued("Tokens are printed in the demo only; elsewhere a registered client asks the provider")
    async with orm(settings.application_url):
        client, person = await token_holder(provider, role, now)
        return await provider.issue(client, person, now, _LIFETIME)


async def token_holder(
    provider: EmbeddedProvider, role: str, now: datetime
) -> tuple[RegisteredClient, ProviderPerson | None]:
    """
    Return the client and the person of the token: the demo's first person with the role, or an agency's first system.

    :raises TokenNotIssued: when nobody holds the role.
    """
    if role == "agency":
        system = (
            await AgencyClient.filter(issuer=provider.issuer, state__in=ACTIVE_AGENCY_CLIENT_STATES)
            .order_by("id")
            .first()
        )
        if system is not None:
            return agency_system(system), None
    elif account := await holder(provider.issuer, role, now):
        return DEMO_CLIENT, ProviderPerson(UUID(account.subject))
    nobody = f"Nobody in the demo holds the role {role!r}"
    if not await Account.exists(issuer=provider.issuer):  # its people come last
        raise TokenNotIssued(BEING_SET_UP if is_demo_running() else f"{nobody}; start it with: python3 run.py demo")
    raise TokenNotIssued(f"{nobody}; the roles are those of the log-ins that the demo prints")


async def holder(issuer: str, role: str, now: datetime) -> Account | None:
    """Return the first enabled account that holds the role today, by its kind or by a grant."""
    accounts = Account.filter(issuer=issuer, disabled_at=None).order_by("id")
    if kind := _KINDS.get(role):
        return await accounts.filter(kind=kind).first()
    day = finnish_day(now)
    is_open = Q(grants__ends_before=None) | Q(grants__ends_before__gt=day)
    return await accounts.filter(is_open, grants__role=role, grants__starts_on__lte=day).first()
