"""Purges: proposed and confirmed by people through the API, and run as the worker runs them."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import models
from models.erasure_list import ErasureList
from resolvers.context import CommandContext
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.resources import keyring_of, schema_and_content_types
from service.settings import Settings
from tests.support.organisation import NOW, STAMP, TODAY, SampleOrganisation, hire_staff

CREATE = """mutation P($i: CreatePurgeInput!) { done: createPurge(input: $i) {
  it: purge { id revision state } errors { code path } } }"""
STEP = """mutation S($i: TransitionPurgeInput!) { done: transitionPurge(input: $i) {
  it: purge { id revision state } errors { code path } } }"""
HOLD = """mutation H($i: CreateLegalHoldInput!) { done: createLegalHold(input: $i) {
  it: legalHold { id revision state } errors { code path } } }"""
SHOWN = """query P($id: ID!) { purge(id: $id) { state digest certificate doneAt counts { type rows }
  items(first: 100) { nodes { target state obstacle counts { type rows } } } } }"""


def worker_context(settings: Settings, now: datetime = NOW, today: date = TODAY) -> CommandContext:
    """Return the context in which the worker of this service runs its jobs."""
    keyring = keyring_of(settings)
    return system_context(schema_and_content_types()[1], RULEBOOK, keyring, now, today, erasures=erasure_list(settings))


def erasure_list(settings: Settings) -> ErasureList:
    """Return the list of erasures of this service."""
    return ErasureList(Path(settings.state_dir) / "erasures", keyring_of(settings))


async def second_officer(organisation: SampleOrganisation) -> None:
    """Hire a second privacy officer, called deputy."""
    await hire_staff(organisation, "deputy", "privacy_officer", None)


async def end_relationship(organisation: SampleOrganisation, name: str, ended_on: date) -> None:
    """Let the relationship of a client have ended on a day; it is made when there is none."""
    key = f"relationship_{name}"
    if key not in organisation.rows:
        row = await models.Relationship.create(
            state="ENDED",
            client=organisation.rows[name],
            register=organisation.rows["register"],
            unit=organisation.rows["unit_a"],
            responsible_coach=organisation.rows["coach_a"],
            started_on=ended_on - timedelta(days=200),
            ended_on=ended_on,
            **STAMP,
        )
        organisation.keep(key, "relationship", row)
    await models.Relationship.filter(pk=organisation.rows[key].pk).update(
        state="ENDED", started_on=ended_on - timedelta(days=200), ended_on=ended_on
    )
    await models.Client.filter(pk=organisation.rows[name].pk).update(state="ENDED")


async def propose(organisation: SampleOrganisation, kind: str = "DUE", person: str | None = None) -> dict[str, Any]:
    """Propose a purge as the privacy officer and return it."""
    given: dict[str, Any] = {"kind": kind, "basis": "ERASURE_REQUEST" if person else "RETENTION_OVER"}
    given |= {"personId": organisation.ids[person]} if person else {"registerId": organisation.ids["register"]}
    done = (await organisation.data("privacy_officer", CREATE, i=given))["done"]
    assert done["errors"] == [], done["errors"]
    return dict(done["it"])


async def step_purge(
    organisation: SampleOrganisation, who: str, it: dict[str, Any], name: str, **more: Any
) -> list[str]:
    """Take a transition of a purge and return the codes of the errors."""
    given = {"id": it["id"], "revision": it["revision"], "transition": name, **more}
    done = (await organisation.data(who, STEP, i=given))["done"]
    it.update(done["it"] or {})
    return [e["code"] for e in done["errors"]]


async def confirmed_purge(
    organisation: SampleOrganisation, kind: str = "DUE", person: str | None = None
) -> dict[str, Any]:
    """Propose a purge, approve it as the privacy officer, confirm it as the manager, and return it."""
    it = await propose(organisation, kind, person)
    assert await step_purge(organisation, "privacy_officer", it, "APPROVE") == []
    assert await step_purge(organisation, "manager", it, "CONFIRM") == []
    return it


async def place_legal_hold(organisation: SampleOrganisation, name: str, **more: Any) -> dict[str, Any]:
    """Place a legal hold on a client as the privacy officer and return it."""
    given = {
        "clientId": organisation.ids[name],
        "reason": "APPEAL",
        "holder": "Hallinto-oikeus",
        "startsOn": "2026-01-01",
        **more,
    }
    done = (await organisation.data("privacy_officer", HOLD, i=given))["done"]
    assert done["errors"] == [], done["errors"]
    return dict(done["it"])


async def purge_as_read(organisation: SampleOrganisation, it: dict[str, Any]) -> dict[str, Any]:
    """Return a purge as the privacy officer reads it."""
    return dict((await organisation.data("privacy_officer", SHOWN, id=it["id"]))["purge"])


async def is_erased(organisation: SampleOrganisation, name: str) -> bool:
    """Tell whether nothing but the tombstone of a client is left."""
    client = UUID(str(organisation.rows[name].pk))
    states = await organisation.pool.fetchval("SELECT state FROM client WHERE id = $1", client)
    left = await organisation.pool.fetchval("SELECT count(*) FROM relationship WHERE client_id = $1", client)
    return bool(states == "ERASED" and left == 0)


LONG_AGO = date(2022, 11, 23)


PREVIEW = """query P($kind: PurgeKind!, $register: ID, $person: ID) {
  purgePreview(kind: $kind, registerId: $register, personId: $person) {
    judgedOn going heldBack counts { type rows } items { target dueOn obstacle } } }"""


async def preview_purge(organisation: SampleOrganisation, who: str, **asked: Any) -> Any:
    """Return the preview of a purge as somebody reads it."""
    return (await organisation.data(who, PREVIEW, **asked))["purgePreview"]
