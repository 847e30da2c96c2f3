"""A check at every start: whether each published privacy notice lists all personal data that the schema holds."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette

from resolvers.declaration import ContentTypes
from resolvers.public_ids import public_id
from resolvers.publishing.data_inventory import data_inventory, missing_and_gone
from resolvers.publishing.privacy_notices import missing_topics
from resolvers.publishing.question_inventory import questions_in_use
from service.database.statement_pool import StatementPool
from service.logs import log
from service.pages.privacy_page import json_list
from service.resources import schema_and_content_types
from workflow.privacy_notice import NOTICE_IN_FORCE_STATES


async def outdated_notices(pool: StatementPool, content_types: ContentTypes) -> dict[str, tuple[list[str], list[str]]]:
    """Return notice id → (fields that it lacks, fields that no longer exist), for notices with a difference only."""
    rows = await pool.fetch(
        f"SELECT id, data_kept FROM privacy_notice WHERE {NOTICE_IN_FORCE_STATES.sql('state')} ORDER BY id"
    )
    today = [*content_types.once(data_inventory), *await questions_in_use(content_types, pool)]
    differences = {
        public_id("privacy_notice", row["id"]): missing_and_gone(today, json_list(row["data_kept"])) for row in rows
    }
    return {notice: difference for notice, difference in differences.items() if any(difference)}


async def incomplete_notices(pool: StatementPool) -> dict[str, list[str]]:
    """Return notice id → topics of the law that it lacks, for notices in force that lack any."""
    rows = await pool.fetch(
        f"SELECT id, texts FROM privacy_notice WHERE {NOTICE_IN_FORCE_STATES.sql('state')} ORDER BY id"
    )
    lacking = {public_id("privacy_notice", row["id"]): missing_topics(json_list(row["texts"])) for row in rows}
    return {notice: topics for notice, topics in lacking.items() if topics}


@asynccontextmanager
async def watching_notices(app: Starlette) -> AsyncIterator[None]:
    """Write a warning to the log for every notice that is out of date: a new version of it should be published."""
    for notice, (missing, gone) in (await outdated_notices(app.state.reads, schema_and_content_types()[1])).items():
        log.warning("notice_out_of_date", notice=notice, missing=missing, gone=gone)
    for notice, topics in (await incomplete_notices(app.state.reads)).items():
        log.warning("notice_incomplete", notice=notice, topics=topics)
    yield
