"""
The service itself at work: what it does on its own clock, in nobody's name.

A steward sees nothing through the policy and holds no role; what it may do is what a chore is written to do, and every
change it makes is recorded as any other, by `SYSTEM_ACCOUNT_ID`.
"""

from datetime import date, datetime

from auth.viewer import SYSTEM_ACCOUNT
from models.erasure_list import ErasureList
from models.sealed import Keyring
from resolvers.context import CommandContext, Rulebook
from resolvers.declaration import ContentTypes
from resolvers.file_store import FileStore
from resolvers.mail_server import MailServer


def system_context(
    content_types: ContentTypes,
    rulebook: Rulebook,
    keyring: Keyring,
    now: datetime,
    today: date,
    files: FileStore | None = None,
    mail: MailServer | None = None,
    erasures: ErasureList | None = None,
) -> CommandContext:
    """Return the desk at which the service itself works; `today` is the day in Finland."""
    return CommandContext(
        content_types,
        rulebook,
        SYSTEM_ACCOUNT,
        now,
        today,
        keyring,
        artificial_codes=False,
        files=files,
        mail=mail,
        erasures=erasures,
    )
