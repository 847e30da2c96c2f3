"""
The context of scheduled jobs: the service itself acts, without a caller.

`SYSTEM_ACCOUNT` holds no role and sees nothing through the policy. A job does only what its code says, and each of its
changes is recorded like any other, under `SYSTEM_ACCOUNT_ID`.
"""

from datetime import date, datetime

from auth.viewer import SYSTEM_ACCOUNT
from models.erasure_list import ErasureList
from models.sealed import Keyring
from resolvers.context import CommandContext, Rulebook
from resolvers.declaration import ContentTypes
from resolvers.file_store import FileStore
from resolvers.mail_server import MailServer
from resolvers.virus_scanner import VirusScanner


def system_context(
    content_types: ContentTypes,
    rulebook: Rulebook,
    keyring: Keyring,
    now: datetime,
    today: date,
    files: FileStore | None = None,
    mail: MailServer | None = None,
    erasures: ErasureList | None = None,
    public_url: str = "",
    scanner: VirusScanner | None = None,
    *,
    artificial_codes: bool = False,
) -> CommandContext:
    """Return the context in which the service itself acts. `today` is the day in Finland."""
    return CommandContext(
        content_types,
        rulebook,
        SYSTEM_ACCOUNT,
        now,
        today,
        keyring,
        artificial_codes=artificial_codes,
        files=files,
        mail=mail,
        erasures=erasures,
        public_url=public_url,
        scanner=scanner,
    )
