"""`run.py watch`: looks every half minute, remembers what it told, and mails the operator."""

import asyncio
import json
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

from resolvers.mail_server import MailRefused, transmit
from service import __version__
from service.logs import described_exception, log, set_up_logs
from service.outgoing_mail import mail_server_of
from service.settings import Settings
from service.watching.looking import look
from service.watching.operator_mail import operator_mail
from service.watching.troubles import (
    Message,
    Standing,
    Trouble,
    next_standing,
    standing_as_json,
    standing_from_json,
)

LOOK_SECONDS = 30.0
MEMORY = "watch.json"

Send = Callable[[EmailMessage], Awaitable[None]]


@dataclass
class Watch:
    """The watcher of one installation, with what it remembers of each trouble, also after a restart."""

    settings: Settings
    send: Send
    standings: dict[Trouble, Standing] = field(default_factory=dict)

    @property
    def memory(self) -> Path:
        """The file in which the standings are kept."""
        return self.settings.state_dir / MEMORY

    async def look_and_tell(self, now: datetime) -> None:
        """Look once and tell of what changed; a mail that is not taken is tried again at the next look."""
        seen = (await look(self.settings, now)).troubles
        patience = timedelta(minutes=self.settings.watch_minutes)
        for trouble in Trouble:
            standing = self.standings.get(trouble, Standing())
            following, message = next_standing(standing, now, patience, is_seen=trouble in seen)
            if message and not await self._is_told(
                trouble, message, seen.get(trouble, ""), following.since or now, now
            ):
                following = Standing(following.since, standing.told_at, standing.is_open)
            self.standings[trouble] = following

    async def _is_told(self, trouble: Trouble, message: Message, facts: str, since: datetime, now: datetime) -> bool:
        codes = [part for part in facts.split(", ") if part]
        log.warning("trouble" if message is Message.BEGAN else "well again", code=trouble.value, codes=codes)
        if not self.settings.operator_email:
            return True
        try:
            await self.send(operator_mail(self.settings, trouble, message, facts, since, now))
        except MailRefused as refused:
            log.error("operator not told", code=refused.reason)
            return False
        return True

    def remember(self) -> None:
        """Write the standings to a file; without it, a restart tells of the same trouble again."""
        draft = self.memory.with_suffix(".new")
        try:
            draft.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps({name: standing_as_json(own) for name, own in self.standings.items()}), "utf-8")
            draft.rename(self.memory)
        except OSError as error:
            log.warning("nothing remembered", **described_exception(error))

    def recall(self) -> None:
        """Read the standings of the last run; a file that says nothing is no reason not to watch."""
        with suppress(OSError, ValueError, AttributeError):
            noted = json.loads(self.memory.read_text("utf-8"))
            self.standings = {Trouble(name): standing_from_json(own) for name, own in noted.items()}


async def watch_until_stopped(settings: Settings, clock: Callable[[], datetime]) -> None:
    """Watch until SIGTERM or SIGINT."""
    server, stopped = mail_server_of(settings), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)

    async def send(mail: EmailMessage) -> None:
        await transmit(server, mail, settings.operator_email)

    watch = Watch(settings, send)
    watch.recall()
    log.info("started", version=__version__, mode=settings.mode, name="watch")
    if not settings.operator_email:
        log.warning("nobody is told by mail", code="NO_OPERATOR_EMAIL")
    while not stopped.is_set():
        await watch.look_and_tell(clock())
        watch.remember()
        with suppress(TimeoutError):
            await asyncio.wait_for(stopped.wait(), LOOK_SECONDS)
    log.info("stopping", name="watch")


def run_watch(settings: Settings, clock: Callable[[], datetime]) -> None:
    """Watch as a process of its own."""
    set_up_logs(settings.log_level)
    asyncio.run(watch_until_stopped(settings, clock))
