"""Imports of clients as people make them through the API, and as the worker checks and runs them."""

from datetime import date
from typing import Any

from resolvers.context import CommandContext
from service.demo.people.identity_codes import coded
from service.importing.asked import run_client_imports
from service.resources import utc_now
from service.system_context import system_context_at
from tests.support.running_service import RunningService, SessionClient

CREATE = """mutation C($i: CreateClientImportInput!) { done: createClientImport(input: $i) {
  it: clientImport { id revision state } errors { code path } } }"""
UPDATE = """mutation U($i: UpdateClientImportInput!) { done: updateClientImport(input: $i) {
  it: clientImport { id revision state } errors { code path } } }"""
STEP = """mutation S($i: TransitionClientImportInput!) { done: transitionClientImport(input: $i) {
  it: clientImport { id revision state } secret errors { code path } } }"""
SHOWN = """query I($id: ID!) { clientImport(id: $id) {
  id revision state askedByName linesExpected linesRead written unchanged refused notes
  refusal refusalLine refusalNames endedAt attachments { id name }
  refusals(first: 100) { totalCount nodes { line field code reason } } } }"""
CODES = [coded(date(1990, 1, 31), "-", number) for number in range(901, 999)]
HEADER = "Sukunimi;Etunimet;Henkilötunnus;Puhelin;Turvakielto"
LINES = (
    f"Ketola;Onni;{CODES[0]};0480001111;ei",
    "Lampi;Helmi;010199-999X;;ei",
    f"Niemi;Toivo;{CODES[1]};;x",
)


def csv(*lines: str, header: str = HEADER) -> bytes:
    """Return a file of these lines."""
    return "\r\n".join((header, *lines, "")).encode()


async def new_import(
    person: SessionClient, service: RunningService, content: bytes | None = csv(*LINES), **given: Any
) -> dict[str, Any]:
    """Create an import, with its file unless there is no content, and return it."""
    name, unit = given.pop("name", "asiakkaat.csv"), given.pop("unit", "unit_a")
    media_type = given.pop("media_type", "text/csv")
    done = (await person.ask(CREATE, i={"unitId": service.organisation.ids[unit], **given}))["done"]
    assert done["errors"] == [], done
    if content is not None:
        await person.attach(done["it"]["id"], content, name=name, media_type=media_type)
    return dict(done["it"])


async def step(person: SessionClient, it: dict[str, Any], transition: str, **given: Any) -> list[str]:
    """Take a transition of an import and return the codes of the refusals."""
    asked = {"id": it["id"], "revision": it["revision"], "transition": transition, **given}
    done = (await person.ask(STEP, i=asked))["done"]
    it.update(done["it"] or {})
    it["secret"] = done["secret"]
    return [error["code"] for error in done["errors"]]


def worker(service: RunningService) -> CommandContext:
    """Return the context in which the worker of this service runs its jobs."""
    return system_context_at(service.settings, utc_now())


async def work(service: RunningService) -> int:
    """Let the worker check and run what waits."""
    return await run_client_imports(worker(service))


async def shown(person: SessionClient, it: dict[str, Any]) -> dict[str, Any]:
    """Return an import as a person sees it, with its report."""
    found = dict((await person.ask(SHOWN, id=it["id"]))["clientImport"])
    it |= {"revision": found["revision"], "state": found["state"]}
    return found


async def checked(person: SessionClient, service: RunningService, it: dict[str, Any]) -> dict[str, Any]:
    """Check an import and return it."""
    assert await step(person, it, "CHECK") == []
    assert await work(service) == 1
    return await shown(person, it)


async def run_as_checked(person: SessionClient, service: RunningService, it: dict[str, Any]) -> dict[str, Any]:
    """Check and run an import, and return it."""
    assert (await checked(person, service, it))["state"] == "CHECKED"
    assert await step(person, it, "RUN") == []
    assert await work(service) == 1
    return await shown(person, it)
