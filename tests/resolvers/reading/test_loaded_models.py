"""The models of many rows are those that Tortoise makes of each."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from tortoise.connection import get_connection

from resolvers.reading.loading import ModelsLike
from service.database.embedded_postgres import EmbeddedPostgres
from tests.support.rows.random_rows import RandomRows, service_of_random_rows


@pytest.fixture(scope="module")
async def land(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[RandomRows]:
    async with service_of_random_rows(postgres, template, tmp_path_factory.mktemp("state")) as found:
        yield found


async def test_a_model_is_what_tortoise_makes_of_the_row(land: RandomRows) -> None:
    compared = 0
    for type_ in land.service.content_types.values():
        kind: Any = type_.model
        rows = await get_connection("default").execute_query_dict(f"SELECT * FROM {type_.kind.table}")
        for row in rows:
            alike = ModelsLike(kind._init_from_db(**rows[0]))
            model, theirs = alike.model(row), kind._init_from_db(**row)
            assert vars(model) == vars(theirs)
            assert {n: type(v) for n, v in vars(model).items()} == {n: type(v) for n, v in vars(theirs).items()}
            assert model._await_when_save is not alike.model(row)._await_when_save
            compared += 1
    assert compared > 500
