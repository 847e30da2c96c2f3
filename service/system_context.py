"""What scheduled jobs work with: the context of the system account, and the server that sends mails."""

from datetime import datetime

from resolvers.context import CommandContext
from resolvers.mail_server import MailServer
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.database.erasure_replay import erasure_list_of
from service.resources import file_store, keyring_of, schema_and_content_types
from service.settings import Settings
from workflow.calendar import finnish_day


def mail_server_of(settings: Settings) -> MailServer:
    """Return the mail server of the settings."""
    return MailServer(
        settings.smtp_host,
        settings.smtp_port,
        settings.mail_from,
        settings.public_url,
        settings.smtp_tls,
        settings.smtp_user,
        settings.smtp_password.get_secret_value(),
        settings.smtp_authorities,
    )


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
    )
