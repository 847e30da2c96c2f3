"""What scheduled jobs work with: the context of the system account."""

from datetime import datetime

from resolvers.context import CommandContext
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.database.erasure_replay import erasure_list_of
from service.outgoing_mail import mail_server_of
from service.resources import file_store, keyring_of, schema_and_content_types, virus_scanner
from service.settings import Settings
from workflow.calendar import finnish_day


def system_context_at(settings: Settings, moment: datetime) -> CommandContext:
    """Return the context in which scheduled jobs run, at this time."""
    content_types = schema_and_content_types()[1]
    files, mail = file_store(settings), mail_server_of(settings)
    return system_context(
        content_types,
        RULEBOOK,
        keyring_of(settings),
        moment,
        finnish_day(moment),
        files,
        mail,
        erasure_list_of(settings),
        settings.public_url,
        virus_scanner(settings),
        artificial_codes=settings.artificial_identity_codes,
    )
