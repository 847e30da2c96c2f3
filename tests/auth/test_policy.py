"""The predicate over many rows and the rule for one row are the same rule, whoever asks; an implication is one."""

from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import UUID, uuid4

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auth.access_paths import RowFacts, queried_columns
from auth.explanation import explain
from auth.policy import access_rule, allowed, predicate_sql
from auth.viewer import Viewer
from resolvers.declaration import ContentType
from resolvers.reading.loading import facts_of, facts_sql
from resolvers.reading.parameters import Call, StatementParameters
from service.database.embedded_postgres import EmbeddedPostgres
from tests.support.organisation import NOW, TODAY
from tests.support.rows.random_rows import RandomRows, covers, service_of_random_rows, viewers
from workflow.vocabulary import NEVER, VIEW, Permission


@pytest.fixture(scope="module")
async def land(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[RandomRows]:
    async with service_of_random_rows(postgres, template, tmp_path_factory.mktemp("state")) as found:
        yield found


def permissions(type_: ContentType) -> list[Permission]:
    """Every permission that the type knows, and one that nobody holds."""
    return sorted({*type_.kind.workflow.granted(), VIEW, NEVER}, key=str)


def of_interest(facts: RowFacts, viewer: Viewer, type_: ContentType) -> RowFacts:
    """Return the facts as far as the viewer's roles go by their paths and the type's workflow asks about them."""
    asked = {restriction.column for restriction in type_.kind.workflow.restrictions}
    through = facts.through & queried_columns(viewer, type_.kind.reach).keys()
    return replace(facts, through=through, restrictions=facts.restrictions & asked)


async def held_by_sql(land: RandomRows, viewer: Viewer) -> dict[tuple[str, UUID], tuple[list[bool], RowFacts]]:
    """Return for every row which permissions the predicates grant, and the facts a command would load: one SQL."""
    bind = StatementParameters()
    parts = []
    for noun, type_ in land.service.content_types.items():
        held = [
            predicate_sql(type_.kind, access_rule(viewer, type_.kind, p), "t", bind.viewer) for p in permissions(type_)
        ]
        granted = ", ".join(f"({sql}) IS TRUE" for sql in held)
        facts = facts_sql(viewer, type_.kind, bind)
        parts.append(
            f"SELECT '{noun}' AS noun, t.id, ARRAY[{granted}] AS granted, (SELECT row_to_json(f)::text FROM"
            f" (SELECT {facts}) f) AS facts FROM {type_.kind.table} t"
        )
    call = Call(viewer, NOW, TODAY, uuid4(), {}, (b"",))
    found = await land.service.pool.fetch(" UNION ALL ".join(parts), *(get(call) for get in bind.getters))
    return {(r["noun"], r["id"]): (list(r["granted"]), facts_of(orjson.loads(r["facts"]))) for r in found}


@settings(max_examples=100, deadline=None)
@given(data=st.data())
async def test_predicate_and_rule_agree_on_every_row_and_permission(land: RandomRows, data: st.DataObject) -> None:
    viewer = data.draw(viewers(land))
    by_sql = await held_by_sql(land, viewer)
    assert len(by_sql) == sum(len(rows) for rows in land.rows.values())
    for noun, type_ in land.service.content_types.items():
        for row in land.rows[noun]:
            facts = land.facts(viewer, type_, row)
            granted, loaded = by_sql[noun, row["id"]]
            by_rule = [allowed(viewer, type_.kind, row, p, facts) for p in permissions(type_)]
            assert granted == by_rule, (noun, row["state"], permissions(type_))
            assert loaded == of_interest(facts, viewer, type_), (noun, row["state"])
            assert granted == [allowed(viewer, type_.kind, row, p, loaded) for p in permissions(type_)]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
async def test_a_rule_that_implies_another_has_no_row_outside_it(land: RandomRows, data: st.DataObject) -> None:
    viewer = data.draw(viewers(land))
    by_sql = await held_by_sql(land, viewer)
    for noun, type_ in land.service.content_types.items():
        rules = {p: access_rule(viewer, type_.kind, p) for p in permissions(type_)}
        rows = {p: {row["id"] for row in land.rows[noun] if by_sql[noun, row["id"]][0][n]} for n, p in enumerate(rules)}
        for narrow, held in rules.items():
            for wide, other in rules.items():
                assert not held.implies(other) or rows[narrow] <= rows[wide], (noun, narrow.name, wide.name)


@settings(max_examples=20, deadline=None)
@given(data=st.data())
async def test_what_is_explained_is_what_is_held(land: RandomRows, data: st.DataObject) -> None:
    viewer = data.draw(viewers(land))
    by_sql = await held_by_sql(land, viewer)
    for noun, type_ in land.service.content_types.items():
        for row in land.rows[noun][:6]:
            granted, facts = by_sql[noun, row["id"]]
            for held, permission in zip(granted, permissions(type_), strict=True):
                told = explain(viewer, type_.kind, row, permission, facts)
                named = {h["role"] for h in told["roles_held"]}
                possible = bool(named & set(told["roles_that_would_do"])) and told["scope_open"] and viewer.may_enter
                assert told["allowed"] == held
                assert possible or not held
                assert held or not possible or told["restrictions"], (noun, row["state"], permission.name)


async def test_rows_of_every_type_and_state_were_compared(land: RandomRows) -> None:
    for noun, type_ in land.service.content_types.items():
        assert {row["state"] for row in land.rows[noun]} == set(type_.kind.workflow.states), noun
    started = [r for r in land.rows["referral"] if r["state"] == "STARTED"]
    assert any(covers(consent, r) for consent in land.rows["consent"] for r in started)
    assert any(land.opened(e["account_id"], e["client_id"]) for e in land.rows["emergency_access"])
    assert any(land.supports(s["staff_member_id"], "client_id", s["client_id"]) for s in land.rows["support_access"])
