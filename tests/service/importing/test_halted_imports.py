"""Imports that are killed, stopped or without their right in the middle, and what they tell of people."""

import socket
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from models.client import Client
from models.client_import import ClientImport
from resolvers.context import CommandContext
from service.importing import asked
from service.importing.asked import run_client_imports
from service.importing.outcome import end_old_imports
from service.importing.register import DatabaseRegister
from service.resources import utc_now
from service.settings import Settings
from service.system_context import system_context_at
from tests.support.organisation import OrganisationTemplate
from tests.support.processes.clamd import EICAR, running_clamd
from tests.support.rows.asked_imports import (
    CODES,
    LINES,
    checked,
    csv,
    new_import,
    run_as_checked,
    shown,
    step,
    work,
    worker,
)
from tests.support.running_service import RunningService, SessionClient, running_service

MANY = csv(*(f"Rivinen{number};Aino;;048{number:07d};ei" for number in range(450)))
_LOSE = "UPDATE role_grant SET ends_before = starts_on + 1 WHERE account_id = $1"
IS_IMPORTED = {"last_name__startswith": "Rivinen"}


class Killed(BaseException):
    """What kill -9 would be for the code that runs: nothing catches it."""


class RegisterThatDies(DatabaseRegister):
    """A register whose worker is killed when it is to write a second batch."""

    writes = 0

    async def write(self, job: Any, batch: Any) -> Any:
        """Write one batch and die before the next."""
        RegisterThatDies.writes += 1
        if RegisterThatDies.writes == 2:
            raise Killed
        return await super().write(job, batch)


@pytest.fixture
async def service(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[RunningService]:
    async with running_service(settings, organisation_template) as found:
        yield found


async def ready_to_run(supervisor: SessionClient, service: RunningService, content: bytes = MANY) -> dict[str, Any]:
    it = await new_import(supervisor, service, content)
    await checked(supervisor, service, it)
    assert await step(supervisor, it, "RUN") == []
    return it


async def test_a_worker_killed_in_the_middle_is_followed_by_one_that_doubles_nobody(
    service: RunningService, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with service.log_in("supervisor_a") as supervisor:
        it = await ready_to_run(supervisor, service)
        monkeypatch.setattr(asked, "DatabaseRegister", RegisterThatDies)
        with pytest.raises(Killed):
            await work(service)
        between = await shown(supervisor, it)
        written = await Client.filter(**IS_IMPORTED).count()
        monkeypatch.undo()
        assert await work(service) == 1
        found = await shown(supervisor, it)

    assert (between["state"], between["linesRead"], between["linesExpected"], written) == ("RUNNING", 200, 450, 200)
    assert (found["state"], found["linesRead"]) == ("DONE", 450)
    assert (found["written"], found["unchanged"], found["refused"]) == (450, 0, 0)
    assert await Client.filter(**IS_IMPORTED).count() == 450


async def test_each_batch_is_an_event_of_the_change_feed(service: RunningService) -> None:
    async with service.log_in("supervisor_a") as supervisor:
        it = await ready_to_run(supervisor, service)
        told = "event = 'client_import.update'"
        before = await service.organisation.count("outbox", told)
        await work(service)
        await shown(supervisor, it)

    assert await service.organisation.count("outbox", told) == before + 3


async def halted(service: RunningService, monkeypatch: pytest.MonkeyPatch, after_first: Any) -> None:
    """Run what waits, and call `after_first` when the first batch is written."""

    class Interrupted(DatabaseRegister):
        async def write(self, job: Any, batch: Any) -> Any:
            done = await super().write(job, batch)
            if not getattr(after_first, "called", False):
                after_first.called = True
                await after_first()
            return done

    monkeypatch.setattr(asked, "DatabaseRegister", Interrupted)
    assert await work(service) == 1
    monkeypatch.undo()


async def test_a_stopped_import_keeps_what_was_written_and_a_new_check_goes_on_from_there(
    service: RunningService, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with service.log_in("supervisor_a") as supervisor:
        it = await ready_to_run(supervisor, service)

        async def stop() -> None:
            assert await step(supervisor, it, "STOP") == []

        await halted(service, monkeypatch, stop)
        stopped = await shown(supervisor, it)
        written = await Client.filter(**IS_IMPORTED).count()
        found = await checked(supervisor, service, it)

    assert (stopped["state"], stopped["refusal"], written) == ("REFUSED", "IMPORT_STOPPED", 200)
    assert (found["written"], found["unchanged"]) == (250, 200)


async def test_whoever_loses_the_role_in_the_middle_writes_no_further_batch(
    service: RunningService, monkeypatch: pytest.MonkeyPatch
) -> None:
    organisation = service.organisation
    async with service.log_in("supervisor_a") as supervisor:
        it = await ready_to_run(supervisor, service)

        async def lose() -> None:
            account = organisation.rows["account_supervisor_a"].pk
            await organisation.pool.execute(
                "UPDATE role_grant SET ends_before = starts_on + 1 WHERE account_id = $1", account
            )

        await halted(service, monkeypatch, lose)

    row = await ClientImport.get(unit_id=organisation.rows["unit_a"].pk)
    assert (row.state, row.refusal) == ("REFUSED", "IMPORT_RIGHT_ENDED")
    assert await Client.filter(**IS_IMPORTED).count() == 200
    assert it["state"] == "RUNNING"


async def test_the_same_person_of_another_unit_is_told_by_nothing(service: RunningService) -> None:
    organisation = service.organisation
    async with service.log_in("supervisor_a") as first, service.log_in("supervisor_b") as second:
        await run_as_checked(first, service, await new_import(first, service))
        looks = await organisation.count("disclosure_log", "operation = 'importClients'")
        it = await new_import(second, service, unit="unit_b")
        found = await checked(second, service, it)
        done = await run_as_checked(second, service, it)

    assert (found["written"], found["unchanged"], found["refused"]) == (2, 0, 1)
    assert (done["written"], done["unchanged"], done["refused"]) == (2, 0, 1)
    assert await organisation.count("disclosure_log", "operation = 'importClients'") == looks
    assert await Client.filter(last_name="Ketola").count() == 2


async def test_whoever_is_told_that_somebody_is_there_leaves_a_row_about_that_person(service: RunningService) -> None:
    organisation = service.organisation
    aino = organisation.rows["aino"]
    content = csv(f"{aino.last_name};{aino.first_names};;;ei", f"Ketola;Onni;{CODES[0]};;ei")
    async with service.log_in("supervisor_a") as supervisor:
        it = await new_import(supervisor, service, content)
        found = await checked(supervisor, service, it)
        told = await organisation.pool.fetch("SELECT * FROM disclosure_log WHERE operation = 'importClients'")
        given = {"distinctLines": "2"}
        other = await checked(supervisor, service, await new_import(supervisor, service, content, **given))

    assert [(one["line"], one["code"]) for one in found["refusals"]["nodes"]] == [(2, "ROW_POSSIBLE_DOUBLE")]
    assert [(row["account"], row["subjects"]) for row in told] == [
        (organisation.rows["account_supervisor_a"].pk, [aino.pk])
    ]
    assert (other["written"], other["refused"]) == (2, 0)


async def test_contacts_of_a_protected_person_tell_nobody_apart_whom_the_importer_may_not_know(
    service: RunningService,
) -> None:
    turva = service.organisation.rows["turva"]
    await Client.filter(pk=turva.pk).update(phones=["+358480009999"], date_of_birth=None, safety_restriction=True)
    codes = []
    async with service.log_in("supervisor_a") as supervisor:
        for phone in ("0480009999", "0480001234"):
            content = csv(f"{turva.last_name};{turva.first_names};;{phone};ei")
            found = await checked(supervisor, service, await new_import(supervisor, service, content))
            codes.append([one["code"] for one in found["refusals"]["nodes"]])

    assert codes[0] == codes[1] == ["ROW_POSSIBLE_DOUBLE"]


@pytest.mark.clamav
@pytest.mark.parametrize(
    ("content", "outcome"), [(csv(*LINES), ("CHECKED", None)), (None, ("REFUSED", "FILE_INFECTED"))]
)
async def test_a_file_is_read_when_the_scanner_has_found_it_clean(
    settings: Settings,
    organisation_template: OrganisationTemplate,
    content: bytes | None,
    outcome: tuple[str, str | None],
) -> None:
    away = settings.model_copy(update={"scanner_url": "clamd://127.0.0.1:9", "scanner_seconds": 2})
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    async with running_service(away, organisation_template) as service, service.log_in("supervisor_a") as supervisor:
        it = await new_import(supervisor, service, None)
        sent = content or EICAR
        announced = await supervisor.announce(it["id"], sent, "asiakkaat.csv", "text/csv")
        taken = await supervisor.put(announced["uploadLink"], sent)
        assert await step(supervisor, it, "CHECK") == []
        waited = await work(service)
        waiting = await shown(supervisor, it)
        async with running_clamd(port) as clamd:
            present = away.model_copy(update={"scanner_url": clamd.socket})
            done = await run_client_imports(system_context_at(present, utc_now()))
        found = await shown(supervisor, it)

    assert (taken.status_code, waited, waiting["state"], done) == (202, 0, "CHECKING", 1)
    assert (found["state"], found["refusal"]) == outcome


async def test_what_nobody_runs_is_discarded_after_its_term_and_a_report_forgotten(service: RunningService) -> None:
    async with service.log_in("supervisor_a") as supervisor:
        waiting = await new_import(supervisor, service)
        await checked(supervisor, service, waiting)
        done = await new_import(supervisor, service, csv("Laine;Oona;;;ei", "Laine;;;;ei"))
        await run_as_checked(supervisor, service, done)
        early = await end_old_imports(later(service, 29))
        late = await end_old_imports(later(service, 31))
        found = await shown(supervisor, waiting)

    assert (early, late, found["state"]) == (0, 1, "DISCARDED")
    assert await service.organisation.count("attachment", "noun = 'client_import'") == 0
    assert await service.organisation.count("import_refusal") == 0
    assert list((service.settings.files_dir / "attachments").iterdir()) == []


def later(service: RunningService, days: int) -> CommandContext:
    context = worker(service)
    object.__setattr__(context, "now", context.now + timedelta(days=days))
    return context
