"""The context of the service's own account, at any moment."""

from datetime import datetime
from zoneinfo import ZoneInfo

from models.erasure_list import ErasureList
from resolvers.context import CommandContext
from resolvers.file_store import FileStore
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from tests.support.organisation import SampleOrganisation


def system_context_on(
    organisation: SampleOrganisation,
    now: datetime | None = None,
    files: FileStore | None = None,
    erasures: ErasureList | None = None,
) -> CommandContext:
    """Return the context of the service's own account, at the organisation's moment unless another is named."""
    moment = now or organisation.now
    commands = organisation.answering.commands
    today = moment.astimezone(ZoneInfo("Europe/Helsinki")).date()
    return system_context(
        commands.content_types, RULEBOOK, commands.keyring, moment, today, files=files, erasures=erasures
    )
