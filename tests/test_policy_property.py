"""The predicate over many rows and the rule for one row are the same rule, whoever asks; an implication is one."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auth.policy import allowed, explain, rule, rule_sql
from auth.viewer import AccountKind, Viewer
from auth.ways import Facts
from resolvers.binding import Binder, Call
from resolvers.declaration import ContentType
from resolvers.loading import facts_of, facts_sql
from service.embedded import EmbeddedPostgres
from tests.filling import AUTHOR
from tests.furnished import Furnished, furnished
from tests.world import NOW, TODAY
from workflow.vocabulary import NEVER, SCOPES, VIEW, Permission, Role

DAYS = (None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1))
PER_STATE = 4


@dataclass
class Land:
    """A service full of rows, and all of them as the database holds them."""

    service: Furnished
    rows: dict[str, list[dict[str, Any]]]

    def ids(self, noun: str) -> list[UUID]:
        return [row["id"] for row in self.rows[noun]]

    def facts(self, viewer: Viewer, type_: ContentType, row: dict[str, Any]) -> Facts:
        """Return the facts about a row, found by looking through all rows."""
        reach = type_.kind.reach
        client = row[reach.client] if reach.client else None
        consent = row[reach.consent] if reach.consent else None
        return Facts(
            on_caseload=client is not None and self.covers(viewer.staff, client),
            consented=consent is not None and self.consents(viewer.agency, consent),
            restrictions=frozenset(
                column
                for column in ("safety_restriction", "processing_restriction")
                if any(c["id"] == client and c[column] for c in self.rows["client"])
            ),
        )

    def covers(self, staff: UUID | None, client: UUID) -> bool:
        responsible = any(
            (r["client_id"], r["responsible_coach_id"]) == (client, staff) and r["state"] != "ERASED"
            for r in self.rows["relationship"]
        )
        substitutes = any(
            (s["client_id"], s["staff_member_id"], s["state"]) == (client, staff, "VALID")
            and s["starts_on"] <= TODAY
            and (s["ends_before"] is None or TODAY < s["ends_before"])
            for s in self.rows["substitution"]
        )
        return responsible or substitutes

    def consents(self, agency: UUID | None, referral: UUID) -> bool:
        return any(
            (r["id"], r["agency_id"]) == (referral, agency) and r["state"] in ("STARTED", "CLOSED") and in_force(r)
            for r in self.rows["referral"]
        )


def in_force(referral: dict[str, Any]) -> bool:
    """Consent in force today, or a statute."""
    if referral["basis"] == "STATUTORY":
        return True
    given_on, until = referral["consent_given_on"], referral["consent_valid_until"]
    if given_on is None or given_on > TODAY or referral["consent_withdrawn_on"] is not None:
        return False
    return until is None or until >= TODAY


def varied(chance: Random, noun: str, filled: dict[str, list[Any]]) -> dict[str, Any]:
    """Return the columns of a row that decide who reaches it, drawn anew."""
    if noun == "client":
        return {c: chance.random() < 0.4 for c in ("safety_restriction", "processing_restriction")}
    if noun == "substitution":
        return {"starts_on": chance.choice(DAYS[1:]), "ends_before": chance.choice(DAYS)}
    if noun == "referral":
        given_on, until = chance.choice(DAYS), chance.choice(DAYS)
        return {
            "basis": chance.choice(("CONSENT", "CONSENT", "STATUTORY")), "consent_given_on": given_on,
            "consent_valid_until": None if until and given_on and until < given_on else until,
            "consent_withdrawn_on": chance.choice((None, None, TODAY)),
            "entered_by": chance.choice((None, AUTHOR)), "client_id": chosen(chance, filled["client"]),
        }  # fmt: skip
    if noun == "coaching_note":
        client = UUID(str(chance.choice(filled["client"]).pk))
        shared = chance.random() < 0.5
        visibility = "SHARED_WITH_TRAINEE" if shared else "TEAM"
        author = {"created_by": chance.choice((AUTHOR, UUID(int=0)))}
        return {"client_id": client, "shared_with_id": client if shared else None, "visibility": visibility} | author
    return {}


def chosen(chance: Random, rows: list[Any]) -> UUID | None:
    """Return the id of one of the rows, or none."""
    return UUID(str(chance.choice(rows).pk)) if chance.random() < 0.7 else None


@pytest.fixture(scope="module")
async def land(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Land]:
    chance = Random(2026)
    state: Path = tmp_path_factory.mktemp("state")
    async with furnished(postgres, template, state, chance) as service:
        filler = service.filler
        for noun in ("unit", "staff_member", "agency", "workplace", "client", *service.register):
            for name in service.register[noun].kind.workflow.states:
                for _ in range(1 if noun == "referral" else PER_STATE):
                    await filler.add(noun, name, **varied(chance, noun, filler.rows))
        rows = {
            noun: [dict(r) for r in await service.pool.fetch(f"SELECT * FROM {type_.kind.table}")]
            for noun, type_ in service.register.items()
        }
        yield Land(service, rows)


ORGANISATION_ROLES = [str(role) for role in Role if role not in (Role.AUTHOR, Role.MEMBER, Role.EMPLOYEE)]


@st.composite
def viewers(draw: st.DrawFn, land: Land) -> Viewer:
    """Anybody, also those whom no log-in would make: the rule must hold for all."""

    def perhaps(noun: str) -> UUID | None:
        return draw(st.sampled_from([None, *land.ids(noun)]))

    units = land.ids("unit")
    held = draw(
        st.dictionaries(
            st.sampled_from(ORGANISATION_ROLES), st.lists(st.sampled_from(units), min_size=1, unique=True), max_size=3
        )
    )
    scopes = st.one_of(st.none(), st.frozensets(st.sampled_from([*SCOPES, "unknown"]), max_size=3))
    return Viewer(
        account=draw(st.sampled_from([AUTHOR, UUID(int=0xB0)])),
        kind=draw(st.sampled_from(AccountKind)), epoch=1, name="Anybody", staff=perhaps("staff_member"),
        client=perhaps("client"), agency=perhaps("agency"), workplace=perhaps("workplace"),
        everywhere=draw(st.frozensets(st.sampled_from(ORGANISATION_ROLES), max_size=3)),
        units={role: tuple(ids) for role, ids in held.items()}, scopes=draw(scopes),
        may_enter=draw(st.integers(0, 9)) > 0,
    )  # fmt: skip


def permissions(type_: ContentType) -> list[Permission]:
    """Every permission that the type knows, and one that nobody holds."""
    return sorted({*type_.kind.workflow.granted(), VIEW, NEVER}, key=str)


def of_interest(facts: Facts, type_: ContentType) -> Facts:
    """Return the facts with the restrictions that the type's workflow asks about."""
    return replace(facts, restrictions=facts.restrictions & {m.column for m in type_.kind.workflow.minus})


async def held_by_sql(land: Land, viewer: Viewer) -> dict[tuple[str, UUID], tuple[list[bool], Facts]]:
    """Return for every row which permissions the predicates grant, and the facts a command would load: one SQL."""
    bind = Binder()
    parts = []
    for noun, type_ in land.service.register.items():
        held = [rule_sql(type_.kind, rule(viewer, type_.kind, p), "t", bind.viewer) for p in permissions(type_)]
        granted = ", ".join(f"({sql}) IS TRUE" for sql in held)
        facts = facts_sql(viewer, type_, bind)
        parts.append(
            f"SELECT '{noun}' AS noun, t.id, ARRAY[{granted}] AS granted, (SELECT row_to_json(f)::text FROM"
            f" (SELECT {facts}) f) AS facts FROM {type_.kind.table} t"
        )
    call = Call(viewer, NOW, TODAY, uuid4(), {}, b"")
    found = await land.service.pool.fetch(" UNION ALL ".join(parts), *(get(call) for get in bind.getters))
    return {(r["noun"], r["id"]): (list(r["granted"]), facts_of(orjson.loads(r["facts"]))) for r in found}


@settings(max_examples=40, deadline=None)
@given(data=st.data())
async def test_predicate_and_rule_agree_on_every_row_and_permission(land: Land, data: st.DataObject) -> None:
    viewer = data.draw(viewers(land))
    by_sql = await held_by_sql(land, viewer)
    assert len(by_sql) == sum(len(rows) for rows in land.rows.values())
    for noun, type_ in land.service.register.items():
        for row in land.rows[noun]:
            facts = land.facts(viewer, type_, row)
            granted, loaded = by_sql[noun, row["id"]]
            by_rule = [allowed(viewer, type_.kind, row, p, facts) for p in permissions(type_)]
            assert granted == by_rule, (noun, row["state"], permissions(type_))
            assert loaded == of_interest(facts, type_), (noun, row["state"])


@settings(max_examples=60, deadline=None)
@given(data=st.data())
async def test_a_rule_that_implies_another_has_no_row_outside_it(land: Land, data: st.DataObject) -> None:
    viewer = data.draw(viewers(land))
    by_sql = await held_by_sql(land, viewer)
    for noun, type_ in land.service.register.items():
        rules = {p: rule(viewer, type_.kind, p) for p in permissions(type_)}
        rows = {
            p: {row["id"] for row in land.rows[noun] if by_sql[noun, row["id"]][0][n]} for n, p in enumerate(rules)
        }
        for narrow, held in rules.items():
            for wide, other in rules.items():
                assert not held.implies(other) or rows[narrow] <= rows[wide], (noun, narrow.name, wide.name)


@settings(max_examples=20, deadline=None)
@given(data=st.data())
async def test_what_is_explained_is_what_is_held(land: Land, data: st.DataObject) -> None:
    viewer = data.draw(viewers(land))
    by_sql = await held_by_sql(land, viewer)
    for noun, type_ in land.service.register.items():
        for row in land.rows[noun][:6]:
            granted, facts = by_sql[noun, row["id"]]
            for held, permission in zip(granted, permissions(type_), strict=True):
                told = explain(viewer, type_.kind, row, permission, facts)
                named = {h["role"] for h in told["roles_held"]}
                possible = bool(named & set(told["roles_that_would_do"])) and told["scope_open"] and viewer.may_enter
                assert told["allowed"] == held
                assert possible or not held
                assert held or not possible or told["restrictions"], (noun, row["state"], permission.name)


async def test_rows_of_every_type_and_state_were_compared(land: Land) -> None:
    for noun, type_ in land.service.register.items():
        assert {row["state"] for row in land.rows[noun]} == set(type_.kind.workflow.states), noun
    assert any(in_force(r) for r in land.rows["referral"] if r["state"] == "STARTED")
