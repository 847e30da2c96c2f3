"""Thousands of generated documents: the rows of the log are the looks, by an independent reading of each document."""

from collections.abc import AsyncIterator
from random import Random
from typing import Any

import asyncpg
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from auth.viewer import Viewer
from service.database.embedded_postgres import EmbeddedPostgres
from tests.support.queries.looks import AskedAbout, person_of
from tests.support.queries.oracle import Oracle, Refused
from tests.support.queries.random_documents import DocumentMaker
from tests.support.rows.random_rows import RandomRows, service_of_random_rows, viewers


@pytest.fixture(scope="module")
async def land(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[RandomRows]:
    async with service_of_random_rows(postgres, template, tmp_path_factory.mktemp("state"), per_state=2) as found:
        yield found


async def rows_left(land: RandomRows, viewer: Viewer, document: str, variables: dict[str, Any]) -> list[asyncpg.Record]:
    """Return the rows that the answer to a document left in the log."""
    newest = await land.service.pool.fetchval("SELECT coalesce(max(id), 0) FROM disclosure_log")
    await land.service.ask(viewer, document, variables)
    return await land.service.pool.fetch("SELECT * FROM disclosure_log WHERE id > $1", newest)


async def check_looks(land: RandomRows, viewer: Viewer, chance: Random) -> None:
    """Ask one random document, and hold the rows that it left to an independent reading of it."""
    answering = land.service.answering
    oracle = Oracle(land, viewer, answering.schema, answering.runtime.cursor_key)
    maker = DocumentMaker(land, oracle, chance, answering.schema)
    document = maker.document()
    rows = await rows_left(land, viewer, document, maker.variables)
    where = f"{document}\n{maker.variables}\n{viewer}\n{[dict(r) for r in rows]}"
    asked = AskedAbout(oracle)
    try:
        oracle.answer(document, maker.variables)
    except Refused:
        asked.read(document)
        assert asked.refused, where
        if all(type_.subject for type_ in asked.refused):
            assert [row["outcome"] for row in rows] == ["DENIED"], where
            assert any(name.endswith(":denied") for name in rows[0]["fields"]), where
        return
    asked.read(document)
    assert len(rows) == asked.is_about_people, where
    if rows:
        persons = {person_of(type_, row) for type_, row in oracle.shown} - {None}
        assert set(rows[0]["fields"]) == asked.names, where
        assert set(rows[0]["subjects"]) == persons, where
        assert rows[0]["outcome"] == ("SHOWN" if persons else "NOTHING"), where


# A smaller seed makes no smaller document: nothing is gained by shrinking.
@settings(max_examples=400, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(data=st.data())
async def test_the_rows_of_the_log_are_the_looks_of_the_documents(land: RandomRows, data: st.DataObject) -> None:
    seed = data.draw(st.integers(0, 2**32))
    await check_looks(land, data.draw(viewers(land)), Random(seed))
