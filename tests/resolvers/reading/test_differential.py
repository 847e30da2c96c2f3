"""Whatever is asked by whomever: the compiled answer is that of the oracle, in both lanes."""

from collections.abc import AsyncIterator
from random import Random

import orjson
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from auth.viewer import Viewer
from service.database.embedded_postgres import EmbeddedPostgres
from tests.support.queries.oracle import Oracle, Refused
from tests.support.queries.random_documents import DocumentMaker
from tests.support.rows.random_rows import RandomRows, service_of_random_rows, viewers


@pytest.fixture(scope="module")
async def land(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[RandomRows]:
    async with service_of_random_rows(postgres, template, tmp_path_factory.mktemp("state"), per_state=2) as found:
        yield found


async def check_answer(land: RandomRows, viewer: Viewer, chance: Random, more: str = "") -> None:
    """Ask one random document and hold the answer to the oracle's."""
    answering = land.service.answering
    oracle = Oracle(land, viewer, answering.schema, answering.runtime.cursor_key)
    maker = DocumentMaker(land, oracle, chance, answering.schema)
    document = maker.document(more)
    answer = await land.service.ask(viewer, document, maker.variables)
    where = f"{document}\n{maker.variables}\n{viewer}"
    try:
        expected = oracle.answer(document, maker.variables)
    except Refused:
        assert answer["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED", where
        assert "data" not in answer, where
        return
    assert "errors" not in answer, (answer["errors"], where)
    assert orjson.dumps(answer["data"]) == orjson.dumps(expected), where
    told = {tuple(r["path"]): (r["permission"], r["rows"]) for r in answer.get("extensions", {}).get("redacted", [])}
    assert set(told) == set(oracle.redacted), where
    assert all(entry in oracle.redacted[path] for path, entry in told.items()), where


# A smaller seed makes no smaller document: nothing is gained by shrinking.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
RUN = settings(max_examples=150, deadline=None, phases=PHASES)


@RUN
@given(data=st.data())
async def test_the_fast_lane_answers_as_the_oracle(land: RandomRows, data: st.DataObject) -> None:
    seed = data.draw(st.integers(0, 2**32))
    await check_answer(land, data.draw(viewers(land)), Random(seed))


@RUN
@given(data=st.data())
async def test_a_mixed_document_answers_as_the_oracle(land: RandomRows, data: st.DataObject) -> None:
    seed = data.draw(st.integers(0, 2**32))
    await check_answer(land, data.draw(viewers(land)), Random(seed), "viewer { name }")
