"""The service's own clock in tests: the desk at which a chore works, at any moment."""

from datetime import datetime
from zoneinfo import ZoneInfo

from models.erasure_list import ErasureList
from resolvers.files import FileStore
from resolvers.steward import steward_desk
from resolvers.writing import Desk
from tests.world import World


def desk_on(
    world: World, now: datetime | None = None, files: FileStore | None = None, erasures: ErasureList | None = None
) -> Desk:
    """Return the steward's desk at a moment, the world's own unless another is named."""
    moment = now or world.now
    commands = world.answering.commands
    today = moment.astimezone(ZoneInfo("Europe/Helsinki")).date()
    return steward_desk(commands.register, commands.keyring, moment, today, files=files, erasures=erasures)
