"""Requests of persons about their data: made by the trainee, worked on by the privacy officer."""

from typing import Any

from tests.support.actions.content import step
from tests.support.organisation import SampleOrganisation

CREATE_REQUEST = """mutation C($i: CreateDataRequestInput!) { done: createDataRequest(input: $i) {
  it: dataRequest { id revision state } errors { code path } } }"""
UPDATE_REQUEST = """mutation U($i: UpdateDataRequestInput!) { done: updateDataRequest(input: $i) {
  it: dataRequest { id revision state } errors { code path } } }"""
OFFICER = "privacy_officer"


async def make_request(
    organisation: SampleOrganisation, kind: str, who: str = "trainee", **more: Any
) -> dict[str, Any]:
    """Make a data request and return it as its sender reads it."""
    done = (await organisation.data(who, CREATE_REQUEST, i={"kind": kind, **more}))["done"]
    assert done["errors"] == [], done["errors"]
    return dict(done["it"])


async def step_request(
    organisation: SampleOrganisation, it: dict[str, Any], name: str, who: str = OFFICER, **more: Any
) -> list[str]:
    """Take a transition of a data request and return the codes of the errors."""
    return await step(organisation, who, "DataRequest", it, name, **more)


async def update_request(organisation: SampleOrganisation, it: dict[str, Any], **values: Any) -> list[str]:
    """Update a data request as the privacy officer and return the codes of the errors."""
    given = {"id": it["id"], "revision": it["revision"], **values}
    done = (await organisation.data(OFFICER, UPDATE_REQUEST, i=given))["done"]
    it.update(done["it"] or {})
    return [e["code"] for e in done["errors"]]


async def request_in_work(organisation: SampleOrganisation, kind: str, **more: Any) -> dict[str, Any]:
    """Make a request of the trainee that the privacy officer has begun to work on, and return it."""
    it = await make_request(organisation, kind, **more)
    assert await step_request(organisation, it, "BEGIN") == []
    return it


async def read_request(organisation: SampleOrganisation, who: str, it: dict[str, Any], fields: str) -> dict[str, Any]:
    """Return fields of a data request as somebody reads them; empty when it is hidden."""
    found = await organisation.data(who, f"query R($id: ID!) {{ dataRequest(id: $id) {{ {fields} }} }}", id=it["id"])
    return dict(found["dataRequest"]) if found["dataRequest"] else {}
