"""Virus scans, by a real ClamAV: what it did not find clean is not handed out, and nothing that people sent is lost."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from typing import Any

import pytest

import models
from resolvers.context import CommandContext
from resolvers.files.scanning import scan_files
from resolvers.notifications.dispatching import dispatch_events
from service.resources import utc_now
from service.settings import Settings
from service.system_context import system_context_at
from tests.support.good_files import docx
from tests.support.organisation import STAMP, OrganisationTemplate
from tests.support.processes.clamd import EICAR, FINDING, LARGEST, RunningScanner, running_clamd
from tests.support.running_service import RunningService, SessionClient, running_service

TEXT = b"Muistio\n"
SHOWN = "scannedAt quarantined link"


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
async def clamd() -> AsyncIterator[RunningScanner]:
    async with running_clamd(unused_port()) as found:
        yield found


class Site:
    """A service that can be started again with another scanner, over the same database and files."""

    def __init__(self, settings: Settings, template: OrganisationTemplate) -> None:
        self.settings, self.template = settings, template

    def settings_with(self, scanner: str) -> Settings:
        return self.settings.model_copy(update={"scanner_url": scanner, "scanner_seconds": 2})

    def service(self, scanner: str) -> AbstractAsyncContextManager[RunningService]:
        return running_service(self.settings_with(scanner), self.template)

    def worker(self, scanner: str) -> CommandContext:
        return system_context_at(self.settings_with(scanner), utc_now())


@pytest.fixture
def site(settings: Settings, organisation_template: OrganisationTemplate) -> Site:
    return Site(settings, organisation_template)


async def sent(coach: SessionClient, service: RunningService, content: bytes, **headers: str) -> tuple[int, str]:
    """Attach a text to Aino; return the status and the code of a refusal."""
    announced = await coach.announce(service.organisation.ids["aino"], content, "muistio.txt", "text/plain")
    answer = await coach.put(announced["uploadLink"], content, **headers)
    code = answer.json()["errors"][0]["extensions"]["code"] if answer.content else ""
    return answer.status_code, code


async def shown(coach: SessionClient, service: RunningService) -> list[dict[str, Any]]:
    query = f"query F($id: ID!) {{ client(id: $id) {{ attachments {{ {SHOWN} }} }} }}"
    return list((await coach.ask(query, id=service.organisation.ids["aino"]))["client"]["attachments"])


async def fetched(coach: SessionClient, service: RunningService) -> tuple[int, bytes]:
    """Download the only file; return the status and what came."""
    [file] = await shown(coach, service)
    answer = await coach.http.get(file["link"])
    return answer.status_code, answer.content


async def quarantined(service: RunningService) -> int:
    return await service.organisation.count("outbox", "event = 'client.quarantine'")


@pytest.mark.clamav
@pytest.mark.parametrize("by", ["socket", "tcp"])
async def test_a_clean_file_is_kept_with_its_scan_and_an_infected_one_is_not_kept(
    site: Site, clamd: RunningScanner, by: str
) -> None:
    async with site.service(getattr(clamd, by)) as service, service.log_in("coach_a") as coach:
        infected = [await sent(coach, service, content) for content in (EICAR, b"a\n" * 200_000 + EICAR)]
        clean = await sent(coach, service, TEXT)
        came, [file] = await fetched(coach, service), await shown(coach, service)
        stored = list((service.settings.files_dir / "attachments").iterdir())

    assert infected == [(422, "FILE_INFECTED")] * 2
    assert (clean, came) == ((204, ""), (200, TEXT))
    assert file["scannedAt"] is not None
    assert not file["quarantined"]
    assert len(stored) == 1


@pytest.mark.clamav
async def test_a_virus_inside_a_document_is_found_and_told_of_in_the_language_of_the_reader(
    site: Site, clamd: RunningScanner
) -> None:
    content = docx(more={"word/media/ohje.txt": EICAR})
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    async with site.service(clamd.socket) as service, service.log_in("coach_a") as coach:
        announced = await coach.announce(service.organisation.ids["aino"], content, "a.docx", media_type)
        answer = await coach.put(announced["uploadLink"], content, **{"accept-language": "sv"})

    assert answer.status_code == 422
    assert "skadligt program" in answer.json()["errors"][0]["message"]


@pytest.mark.clamav
async def test_a_file_that_came_while_the_scanner_was_away_is_kept_and_handed_out_after_its_scan(
    site: Site, clamd: RunningScanner
) -> None:
    nobody = f"clamd://127.0.0.1:{unused_port()}"
    async with site.service(nobody) as service, service.log_in("coach_a") as coach:
        taken = await sent(coach, service, TEXT)
        [waiting] = await shown(coach, service)
        refused = await coach.http.get(waiting["link"], headers={"accept-language": "en"})
        without = await scan_files(site.worker(nobody))
        scanned = [await scan_files(site.worker(clamd.socket)) for _ in range(2)]
        came = await fetched(coach, service)

    assert taken == (202, "")
    assert (waiting["scannedAt"], waiting["quarantined"]) == (None, False)
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "60")
    assert "waits for the virus scanner" in refused.json()["errors"][0]["message"]
    assert TEXT not in refused.content
    assert (without, scanned) == (0, [1, 0])
    assert came == (200, TEXT)


@pytest.mark.clamav
@pytest.mark.parametrize("first", ["job", "download"])
async def test_a_virus_that_came_unscanned_is_never_handed_out_and_those_responsible_are_told_once(
    site: Site, clamd: RunningScanner, first: str
) -> None:
    async with site.service("") as service, service.log_in("coach_a") as coach:
        await sent(coach, service, EICAR)
    async with site.service(clamd.socket) as service, service.log_in("coach_a") as coach:
        for recipients in ("PRIVACY_OFFICERS", "RESPONSIBLE_COACH"):
            given: dict[str, Any] = {
                "event": "client.quarantine",
                "recipients": recipients,
                "channel": "SERVICE",
                "state": "ACTIVE",
            }
            await models.EventRule.create(**STAMP, **given)
        if first == "job":
            await scan_files(site.worker(clamd.socket))
        downloads = [await fetched(coach, service) for _ in range(2)]
        [file] = await shown(coach, service)
        await scan_files(site.worker(clamd.socket))
        events = await quarantined(service)
        finding = await service.organisation.pool.fetchval("SELECT finding FROM attachment")
        await dispatch_events(site.worker(""))
        joined = "notification n JOIN account a ON a.id = n.recipient_id"
        told = await service.organisation.pool.fetch(f"SELECT a.name, n.text FROM {joined} ORDER BY 1")

    assert [status for status, _ in downloads] == [410, 410]
    assert not any(EICAR in content for _, content in downloads)
    assert file["quarantined"]
    assert (events, finding) == (1, FINDING)
    assert [row["name"] for row in told] == ["coach_a", "privacy_officer"]
    assert all("haittaohjelma" in row["text"] for row in told)


@pytest.mark.clamav
async def test_better_signatures_find_later_what_was_clean_and_free_what_was_a_false_alarm(
    site: Site, clamd: RunningScanner
) -> None:
    async with site.service("") as service, service.log_in("coach_a") as coach:
        await sent(coach, service, EICAR)
        await sent(coach, service, TEXT)
        pool, moment = service.organisation.pool, utc_now()
        await pool.execute("UPDATE attachment SET scanned_at = $1", moment - timedelta(days=6))
        await pool.execute("UPDATE attachment SET finding = 'False-Alarm' WHERE size = $1", len(TEXT))
        freed = await scan_files(site.worker(clamd.socket))
        after_a_day = [file["quarantined"] for file in await shown(coach, service)]
        await pool.execute("UPDATE attachment SET scanned_at = $1", moment - timedelta(days=8))
        found = await scan_files(site.worker(clamd.socket))
        after_a_week = [file["quarantined"] for file in await shown(coach, service)]

    assert (freed, after_a_day) == (1, [False, False])
    assert (found, after_a_week) == (2, [True, False])


@pytest.mark.clamav
async def test_a_file_that_the_scanner_does_not_take_waits_and_holds_no_other_up(
    site: Site, clamd: RunningScanner
) -> None:
    async with site.service(clamd.tcp) as service, service.log_in("coach_a") as coach:
        taken = await sent(coach, service, b"a" * (3 * LARGEST))
        status, _ = await fetched(coach, service)
    async with site.service("") as service, service.log_in("coach_a") as coach:
        await sent(coach, service, TEXT)
        scanned = await scan_files(site.worker(clamd.tcp))
        [first, second] = await shown(coach, service)

    assert (taken, status, scanned) == ((202, ""), 503, 1)
    assert (first["scannedAt"] is None, second["scannedAt"] is None) == (True, False)


@pytest.mark.parametrize("answer", [b"", b"stream: OK", b"stream: \0", b"stream: x ERROR\0", b"OK\0", None])
async def test_a_scanner_without_a_verdict_holds_nobody_up_and_lets_nothing_through(
    site: Site, answer: bytes | None
) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(bytes(4))
        if answer is None:
            await reader.read()  # until the service has waited long enough
        writer.write(answer or b"")
        writer.close()

    async with await asyncio.start_server(talk, "127.0.0.1", 0) as server:
        url = f"clamd://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with site.service(url) as service, service.log_in("coach_a") as coach:
            taken = await asyncio.wait_for(sent(coach, service, TEXT), 10)
            status, _ = await fetched(coach, service)

    assert (taken, status) == ((202, ""), 503)


async def test_without_a_scanner_files_are_handed_out_and_nothing_is_said_of_scans(site: Site) -> None:
    async with site.service("") as service, service.log_in("coach_a") as coach:
        taken = await sent(coach, service, EICAR)
        came, [file] = await fetched(coach, service), await shown(coach, service)
        scanned = await scan_files(site.worker(""))

    assert (taken, came, scanned) == ((204, ""), (200, EICAR), 0)
    assert (file["scannedAt"], file["quarantined"]) == (None, False)
