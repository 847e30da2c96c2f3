"""At every start: whether each published privacy notice still tells of all the personal data that is kept."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette

from resolvers.declaration import ContentTypes
from resolvers.publishing.data_inventory import data_inventory, missing_and_gone
from resolvers.publishing.question_inventory import questions_in_use
from service.graphql import schema_and_content_types
from service.logs import log
from service.pages.privacy_page import stored
from workflow.privacy_notice import NOTICE_IN_FORCE_STATES

if TYPE_CHECKING:
    import asyncpg


async def outdated_notices(
    pool: "asyncpg.Pool[Any]", content_types: ContentTypes
) -> dict[str, tuple[list[str], list[str]]]:
    """Return by its id what each notice in force lacks and what it has too much; those that are right are left out."""
    rows = await pool.fetch(
        f"SELECT id, data_kept FROM privacy_notice WHERE {NOTICE_IN_FORCE_STATES.sql('state')} ORDER BY id"
    )
    today = [*data_inventory(content_types), *await questions_in_use(content_types, pool)]
    told = {f"privacy_notice_{row['id'].hex}": missing_and_gone(today, stored(row["data_kept"])) for row in rows}
    return {notice: found for notice, found in told.items() if any(found)}


@asynccontextmanager
async def watching_notices(app: Starlette) -> AsyncIterator[None]:
    """Warn in the log of notices that no longer tell the truth: a new version of one is to be published."""
    for notice, (missing, gone) in (await outdated_notices(app.state.reads, schema_and_content_types()[1])).items():
        log.warning("notice_out_of_date", notice=notice, missing=missing, gone=gone)
    yield
