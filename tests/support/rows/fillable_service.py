"""A service on a database of its own, for modules that fill it themselves and ask as viewers of their own making."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import orjson

from auth.accounts.undertaking import UNDERTAKING_VERSION
from auth.disclosure import possible_purposes
from auth.viewer import Viewer
from models.account import Account
from resolvers.declaration import ContentTypes
from schema.execution.answering import Answering
from schema.execution.runtime import GraphQLRequest
from service.database.connections import orm, read_pool
from service.database.embedded_postgres import EmbeddedPostgres
from service.database.statement_pool import StatementPool
from service.graphql import build_answering
from service.resources import keyring_of, schema_and_content_types
from service.settings import Settings
from service.settings_loading import load_settings
from tests.support.organisation import ISSUER, NOW
from tests.support.rows.filler import MOMENT, Filler


def request_of(viewer: Viewer, query: str, variables: Mapping[str, Any] | None = None) -> GraphQLRequest:
    """Return the request of a viewer; `purpose: OPEN` stands for a purpose that is open to the viewer."""
    query = query.replace("purpose: OPEN", f"purpose: {possible_purposes(viewer)[0]}")
    return GraphQLRequest(query, variables or {}, None, viewer, NOW)


@dataclass
class FillableService:
    """A service that answers, its pool, and the filler of its database."""

    answering: Answering
    pool: StatementPool
    filler: Filler

    @property
    def content_types(self) -> ContentTypes:
        """The declared content types."""
        return self.filler.content_types

    async def raw(self, viewer: Viewer, query: str, variables: Mapping[str, Any] | None = None) -> bytes:
        """Return the bytes of an answer."""
        return (await self.answering.answer(request_of(viewer, query, variables))).body

    async def ask(self, viewer: Viewer, query: str, variables: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return an answer."""
        return dict(orjson.loads(await self.raw(viewer, query, variables)))

    async def open_account(self, account: UUID) -> None:
        """Store an account for a viewer of any kind but an agency's client, which is content."""
        if await Account.filter(id=account).exists():
            return  # the author's, to which rows belong
        await Account.create(
            id=account,
            issuer=ISSUER,
            subject=account.hex,
            kind="STAFF",
            name="Viewer",
            state="ACTIVE",
            created_at=MOMENT,
            created_by=account,
            modified_at=MOMENT,
            modified_by=account,
            undertaking_version=UNDERTAKING_VERSION,
            undertaking_accepted_at=MOMENT,
        )


@asynccontextmanager
async def service_on_new_database(
    postgres: EmbeddedPostgres, template: str, state: Path, chance: Random | None = None
) -> AsyncIterator[FillableService]:
    """Yield a service on a new database without a row, not even those of the migrations."""
    name = f"test_{uuid4().hex}"
    async with service_on(postgres.create_database(name, template), state, chance) as service:
        await service.pool.execute("DELETE FROM event_rule")
        yield service
    postgres.drop_database(name)


@asynccontextmanager
async def service_on(url: str, state: Path, chance: Random | None = None) -> AsyncIterator[FillableService]:
    """Yield a service on a database; services with the same `state` seal and sign with the same keys."""
    settings = settings_on(url, state)
    async with orm(url), read_pool(url, 4) as pool:
        filler = Filler(schema_and_content_types()[1], keyring_of(settings), chance)
        yield FillableService(build_answering(settings, pool), pool, filler)


def settings_on(url: str, state: Path) -> Settings:
    """Return the settings of a service on a database."""
    return load_settings(mode="test", database_url=url, state_dir=state, metrics_port=0)
