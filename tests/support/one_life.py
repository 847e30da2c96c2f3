"""One person's life in the register: the clock, the people who work with her, and the commands that are run."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import models
from resolvers.mail_server import MailServer
from service.backups.restoring import database_url_named
from service.database.connections import orm, read_pool
from service.database.erasure_replay import erasure_list_of, refuse_unobeyed
from service.graphql import build_answering
from service.jobs.schedule import SCHEDULED_JOBS
from service.resources import file_store
from service.settings import Settings
from tests.support.actions.content import step
from tests.support.organisation import NOBODY, STAMP, SampleOrganisation, build_organisation
from tests.support.processes.commands import run
from tests.support.processes.mail_server import LocalMailServer
from tests.support.system_context import system_context_on

TRAINEE, OFFICER, OFFICIAL = "eeva", "privacy_officer", "official_x"
REFERENCE = "AKT-2026-77"


@dataclass
class Life:
    """The organisation, the settings of the service, its mail server, and the person it is about."""

    organisation: SampleOrganisation
    settings: Settings
    mail: LocalMailServer
    person: UUID = NOBODY
    said: list[str] = field(default_factory=list)  # what commands printed

    @property
    def public(self) -> str:
        return f"client_{self.person.hex}"

    def on(self, day: date) -> None:
        """Let the clock stand at eight on a day."""
        self.organisation.now = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)

    async def do(self, who: str, noun: str, it: dict[str, Any], *names: str, **more: Any) -> None:
        """Take steps that nothing stands against."""
        for name in names:
            assert await step(self.organisation, who, noun, it, name, **more) == [], name

    async def one(self, who: str, query: str, **variables: Any) -> Any:
        """Return the first root of an answer."""
        return next(iter((await self.organisation.data(who, query, **variables)).values()))

    async def see(self, who: str, fields: str) -> dict[str, Any]:
        """Return the person as somebody sees one; empty when that somebody does not."""
        return dict(await self.one(who, f"query C($i: ID!) {{ client(id: $i) {{ {fields} }} }}", i=self.public) or {})

    async def run_job(self, name: str) -> int:
        """Do what the worker does on its own clock."""
        [job] = [job for job in SCHEDULED_JOBS if job.name == name]
        server = MailServer("127.0.0.1", self.mail.port, "polku@example.org", "https://polku.example.org", tls="none")
        context = system_context_on(
            self.organisation, files=file_store(self.settings), erasures=erasure_list_of(self.settings)
        )
        return await job.run(replace(context, mail=server))

    def command(self, *arguments: str) -> str:
        """Run a command as an operator does, and return what it printed."""
        done = run(self.settings, *arguments)
        self.said += [done.stdout, done.stderr]
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@asynccontextmanager
async def begin_life(settings: Settings, mail: LocalMailServer) -> AsyncIterator[Life]:
    """The organisation before she comes, with a mail server and a rule that tells people of their answered requests."""
    async with orm(settings.application_url), read_pool(settings.application_url, 4) as pool:
        life = Life(await build_organisation(build_answering(settings, pool), pool), settings, mail)
        told: dict[str, Any] = {"event": "data_request.fulfil", "recipients": "TRAINEE", "channel": "SERVICE_AND_EMAIL"}
        await models.EventRule.create(state="ACTIVE", **told, **STAMP)
        await models.Destination.create(
            state="ACTIVE", kind="MAIL", host="127.0.0.1", country="FI", purpose="Ilmoitukset", **STAMP
        )
        yield life


@asynccontextmanager
async def restored_life(life: Life, backup: Path, into: str) -> AsyncIterator[Life]:
    """The backup of the day before restored by the command, and the service opened on it."""
    printed = life.command("restore", "--from", str(backup), "--into", into)
    assert "with 0 files." in printed
    assert "Erasures that it did not know: 5; erased again: 1." in printed  # a referral and three notices with her
    here = life.settings
    urls = {name: database_url_named(getattr(here, name), into) for name in ("database_url", "owner_database_url")}
    settings = here.model_copy(update=urls | {"files_dir": here.files.with_name(f"files-{into}")})
    async with orm(settings.application_url), read_pool(settings.application_url, 4) as pool:
        await refuse_unobeyed(pool, erasure_list_of(settings))
        organisation = replace(life.organisation, answering=build_answering(settings, pool), pool=pool)
        yield replace(life, organisation=organisation, settings=settings)
