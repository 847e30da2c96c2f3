"""People with a password at the embedded provider, and the links with which they choose another one."""

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from auth.accounts.one_time_links import OneTimeLink, is_password_link
from models.account import Account
from models.destination import Destination
from models.provider import ProviderUser
from models.second_factor import SecondFactor
from resolvers.accounts.accounts import embedded_issuer
from resolvers.context import CommandContext
from resolvers.mail_server import MailServer
from resolvers.notifications.mailing import send_mail
from tests.support.organisation import NOW, STAMP, SampleOrganisation
from tests.support.processes.mail_server import LocalMailServer
from tests.support.system_context import system_context_on


async def give_password(organisation: SampleOrganisation, who: str) -> None:
    """Give a person a password and a second factor at the embedded provider."""
    user = await ProviderUser.create(username=who, password_hash="-", password_changed_at=NOW, created_at=NOW)
    await SecondFactor.create(user=user, secret="-", last_step=1, enrolled_at=NOW)
    issuer = embedded_issuer(context_of(organisation))
    await Account.filter(id=organisation.rows[f"account_{who}"].pk).update(issuer=issuer, subject=str(user.id))


def context_of(organisation: SampleOrganisation, **after: float) -> CommandContext:
    """Return the context of the service's own account at its public address, some time after the first moment."""
    context = system_context_on(organisation, NOW + timedelta(**after))
    return replace(context, public_url=organisation.answering.commands.public_url)


def account(organisation: SampleOrganisation, who: str, revision: int = 1) -> dict[str, Any]:
    """Return id and revision of a person's account."""
    return {"id": f"account_{organisation.rows[f'account_{who}'].pk.hex}", "revision": revision}


async def mails_with_link(organisation: SampleOrganisation, server: LocalMailServer, **after: float) -> dict[str, str]:
    """Send what waits; return the texts that hold a password link, by recipient."""
    await Destination.get_or_create(
        kind="MAIL", host="127.0.0.1", defaults={"state": "ACTIVE", "country": "FI", "purpose": "Mails", **STAMP}
    )
    mail = MailServer("127.0.0.1", server.port, "polku@example.org", "https://polku.example.org", tls="none")
    await send_mail(replace(context_of(organisation, **after), mail=mail))
    texts = [(e.rcpt_tos[0], message_from_bytes(e.content, policy=default).get_content()) for e in server.mailbox.taken]
    return {to: text for to, text in texts if "password-link" in text}


async def works(organisation: SampleOrganisation, who: str, address: str) -> bool:
    """Return whether a link would still set a new password."""
    query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    row = await Account.get(id=organisation.rows[f"account_{who}"].pk)
    user = await ProviderUser.get(id=UUID(str(row.subject)))
    link, keyring = OneTimeLink("account", row.pk, query["code"]), organisation.answering.commands.keyring
    return is_password_link(keyring, link, user.password_changed_at, row.epoch, NOW)
