"""Purges in tests: decided by their people through the API, and run as the worker runs them."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import models
from models.erasure_list import ErasureList
from resolvers.context import CommandContext
from resolvers.retention.purge_run import run_purges
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.graphql import keyring_of, schema_and_content_types
from service.settings import Settings
from tests.support.organisation import NOW, STAMP, TODAY, World, _staff

CREATE = """mutation P($i: CreatePurgeInput!) { done: createPurge(input: $i) {
  it: purge { id revision state } errors { code path } } }"""
STEP = """mutation S($i: TransitionPurgeInput!) { done: transitionPurge(input: $i) {
  it: purge { id revision state } errors { code path } } }"""
HOLD = """mutation H($i: CreateLegalHoldInput!) { done: createLegalHold(input: $i) {
  it: legalHold { id revision state } errors { code path } } }"""
SHOWN = """query P($id: ID!) { purge(id: $id) { state digest certificate doneAt counts { type rows }
  items(first: 100) { nodes { target state obstacle counts { type rows } } } } }"""


def context_of(settings: Settings, now: datetime = NOW, today: date = TODAY) -> CommandContext:
    """Return the desk of a worker of this service."""
    keyring = keyring_of(settings)
    return system_context(schema_and_content_types()[1], RULEBOOK, keyring, now, today, erasures=list_of(settings))


def list_of(settings: Settings) -> ErasureList:
    """Return the list of erasures of this service."""
    return ErasureList(Path(settings.state_dir) / "erasures", keyring_of(settings))


async def second_officer(world: World) -> None:
    """Hire another privacy officer."""
    await _staff(world, "deputy", "privacy_officer", None)


async def end(world: World, name: str, ended_on: date) -> None:
    """Let a client's relationship, made when there is none, have ended on a day."""
    key = f"relationship_{name}"
    if key not in world.rows:
        row = await models.Relationship.create(
            state="ENDED",
            client=world.rows[name],
            register=world.rows["register"],
            unit=world.rows["unit_a"],
            responsible_coach=world.rows["coach_a"],
            started_on=ended_on - timedelta(days=200),
            ended_on=ended_on,
            **STAMP,
        )
        world.keep(key, "relationship", row)
    await models.Relationship.filter(pk=world.rows[key].pk).update(
        state="ENDED", started_on=ended_on - timedelta(days=200), ended_on=ended_on
    )
    await models.Client.filter(pk=world.rows[name].pk).update(state="ENDED")


async def propose(world: World, kind: str = "DUE", person: str | None = None) -> dict[str, Any]:
    """Propose a purge as the privacy officer."""
    given: dict[str, Any] = {"kind": kind, "basis": "ERASURE_REQUEST" if person else "RETENTION_OVER"}
    given |= {"personId": world.ids[person]} if person else {"registerId": world.ids["register"]}
    done = (await world.data("privacy_officer", CREATE, i=given))["done"]
    assert done["errors"] == [], done["errors"]
    return dict(done["it"])


async def step(world: World, who: str, it: dict[str, Any], name: str, **more: Any) -> list[str]:
    """Take a step and return the codes of what refused it."""
    given = {"id": it["id"], "revision": it["revision"], "transition": name, **more}
    done = (await world.data(who, STEP, i=given))["done"]
    it.update(done["it"] or {})
    return [e["code"] for e in done["errors"]]


async def decided(world: World, kind: str = "DUE", person: str | None = None) -> dict[str, Any]:
    """A purge that two people have decided on."""
    it = await propose(world, kind, person)
    assert await step(world, "privacy_officer", it, "APPROVE") == []
    assert await step(world, "manager", it, "CONFIRM") == []
    return it


async def hold(world: World, name: str, **more: Any) -> dict[str, Any]:
    """Set a legal hold."""
    given = {
        "clientId": world.ids[name],
        "reason": "APPEAL",
        "holder": "Hallinto-oikeus",
        "startsOn": "2026-01-01",
        **more,
    }
    done = (await world.data("privacy_officer", HOLD, i=given))["done"]
    assert done["errors"] == [], done["errors"]
    return dict(done["it"])


async def shown(world: World, it: dict[str, Any]) -> dict[str, Any]:
    """Return a purge as the privacy officer reads it."""
    return dict((await world.data("privacy_officer", SHOWN, id=it["id"]))["purge"])


async def gone(world: World, name: str) -> bool:
    """Tell whether nothing but the tombstone of a client is left."""
    client = UUID(str(world.rows[name].pk))
    states = await world.pool.fetchval("SELECT state FROM client WHERE id = $1", client)
    left = await world.pool.fetchval("SELECT count(*) FROM relationship WHERE client_id = $1", client)
    return bool(states == "ERASED" and left == 0)


__all__ = ["context_of", "decided", "end", "gone", "hold", "list_of", "propose", "run_purges", "shown", "step"]


LONG_AGO = date(2022, 11, 23)


PREVIEW = """query P($kind: PurgeKind!, $register: ID, $person: ID) {
  purgePreview(kind: $kind, registerId: $register, personId: $person) {
    judgedOn going heldBack counts { type rows } items { target dueOn obstacle } } }"""


async def preview(world: World, who: str, **asked: Any) -> Any:
    return (await world.data(who, PREVIEW, **asked))["purgePreview"]
