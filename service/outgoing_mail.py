"""The mail server of the settings."""

from resolvers.mail_server import MailServer
from service.settings import Settings


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
