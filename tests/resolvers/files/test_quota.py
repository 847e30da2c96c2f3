"""Files that are announced and not sent: how many there may be, and what is held of those that are half sent."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest

from resolvers.files.incoming import RunningUploads
from resolvers.files.quota import ABANDONED, ACCOUNT_FILES, ACCOUNT_LARGEST, OBJECT_FILES
from resolvers.refusals import CommandRefused
from service.backups.taking import files_below
from service.resources import file_store
from tests.support.running_service import PDF, RunningService, SessionClient

TEXT = b"Salainen rivi.\n" * 1_500
LARGEST = b"a" * 50_000


def codes(payload: dict[str, Any]) -> list[str]:
    return [error["code"] for error in payload["errors"]]


async def announced(coach: SessionClient, object_id: str, count: int, content: bytes = TEXT) -> list[dict[str, Any]]:
    return [await coach.announce(object_id, content, f"rivi {n}.txt", "text/plain") for n in range(count)]


def held(service: RunningService) -> list[Path]:
    return files_below(service.settings.files_dir)


async def test_an_account_announces_no_more_files_than_it_may_leave_unsent(service: RunningService) -> None:
    organisation, aino = service.organisation, service.organisation.ids["aino"]
    async with service.log_in("coach_a") as coach:
        payloads = await announced(coach, aino, ACCOUNT_FILES, PDF.replace(b"%", b"a"))
        refused = await coach.announce(aino)
        kept = await organisation.count("attachment")
        removed = "mutation R($id: ID!) { detach(id: $id) { errors { code } } }"
        await coach.ask(removed, id=payloads[0]["attachmentId"])
        after_removal = await coach.announce(aino)

    assert [codes(payload) for payload in payloads] == [[]] * ACCOUNT_FILES
    assert codes(refused) == ["UNFINISHED_FILES"]
    assert str(ACCOUNT_FILES) in refused["errors"][0]["message"]
    assert refused["uploadLink"] is None
    assert kept == ACCOUNT_FILES
    assert codes(after_removal) == []


async def test_bytes_are_counted_too_and_free_again_when_they_are_sent_or_forgotten(service: RunningService) -> None:
    organisation, aino = service.organisation, service.organisation.ids["aino"]
    async with service.log_in("coach_a") as coach:
        payloads = await announced(coach, aino, ACCOUNT_LARGEST, LARGEST)
        refused = await coach.announce(aino)
        sent = await coach.put(payloads[0]["uploadLink"], LARGEST)
        after_sending = await coach.announce(aino, LARGEST, "rivi.txt", "text/plain")
        refused_again = await coach.announce(aino)
        old = ABANDONED + timedelta(minutes=1)
        await organisation.pool.execute("UPDATE attachment SET added_at = added_at - $1::interval", old)
        after_an_hour = await coach.announce(aino)

    assert [codes(refused), codes(refused_again)] == [["UNFINISHED_FILES"]] * 2
    assert (sent.status_code, codes(after_sending), codes(after_an_hour)) == (204, [], [])


async def test_many_announcements_at_once_do_not_pass_the_quota(service: RunningService) -> None:
    aino = service.organisation.ids["aino"]
    async with service.log_in("coach_a") as coach:
        found = await asyncio.gather(*(coach.announce(aino) for _ in range(ACCOUNT_FILES + 5)))

    assert sorted(map(codes, found)) == [[]] * ACCOUNT_FILES + [["UNFINISHED_FILES"]] * 5
    assert await service.organisation.count("attachment") == ACCOUNT_FILES


async def test_an_object_takes_no_more_unsent_files_from_all_accounts_together(service: RunningService) -> None:
    organisation = service.organisation
    async with service.log_in("coach_a") as coach:
        await announced(coach, organisation.ids["aino"], ACCOUNT_FILES, PDF)
        copied = """INSERT INTO attachment (id, noun, object_id, name, media_type, size, sha256, added_at, added_by,
          added_by_name) SELECT gen_random_uuid(), noun, object_id, name, media_type, size, sha256, added_at, $1, 'B'
          FROM attachment"""
        await organisation.pool.execute(copied, organisation.rows["account_supervisor_a"].pk)
        await organisation.pool.execute(
            "DELETE FROM attachment WHERE id = (SELECT max(id::text)::uuid FROM attachment WHERE added_by = $1)",
            organisation.rows["account_coach_a"].pk,
        )
        last = await coach.announce(organisation.ids["aino"])
        await organisation.pool.execute(
            "UPDATE attachment SET added_by = $1", organisation.rows["account_supervisor_a"].pk
        )
        refused = await coach.announce(organisation.ids["aino"])

    assert codes(last) == []
    assert codes(refused) == ["UNFINISHED_FILES_OF_OBJECT"]
    assert await organisation.count("attachment") == OBJECT_FILES


async def half(content: bytes, sent: asyncio.Semaphore, go_on: asyncio.Event) -> AsyncIterator[bytes]:
    middle = len(content) // 2
    yield content[:middle]
    sent.release()
    await go_on.wait()
    yield content[middle:]


async def half_sent(
    coach: SessionClient, links: Sequence[str], go_on: asyncio.Event
) -> list[asyncio.Task[httpx2.Response]]:
    sent = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(coach.put(link, half(TEXT, sent, go_on))) for link in links]
    async with asyncio.timeout(30):
        for _ in links:
            await sent.acquire()
    return tasks


async def test_half_sent_files_lie_on_disk_sealed_and_end_as_files(service: RunningService) -> None:
    go_on = asyncio.Event()
    async with service.log_in("coach_a") as coach:
        payloads = await announced(coach, service.organisation.ids["aino"], ACCOUNT_FILES)
        tasks = await half_sent(coach, [payload["uploadLink"] for payload in payloads], go_on)
        same_again = await coach.put(payloads[0]["uploadLink"], TEXT)
        while_sending = held(service)
        readable = [path for path in while_sending if b"Salainen" in path.read_bytes()]
        go_on.set()
        answers = await asyncio.gather(*tasks)

    assert len(while_sending) == ACCOUNT_FILES
    assert {path.suffix for path in while_sending} == {".incoming"}
    assert readable == []
    assert (same_again.status_code, same_again.json()["errors"][0]["extensions"]["code"]) == (409, "FILE_BEING_SENT")
    assert [answer.status_code for answer in answers] == [204] * ACCOUNT_FILES
    assert {path.suffix for path in held(service)} == {""}
    assert await service.organisation.count("attachment", "uploaded_at IS NOT NULL") == ACCOUNT_FILES


async def test_half_sent_files_whose_sender_leaves_are_gone(service: RunningService) -> None:
    async with service.log_in("coach_a") as coach:
        payloads = await announced(coach, service.organisation.ids["aino"], ACCOUNT_FILES)
        tasks = await half_sent(coach, [payload["uploadLink"] for payload in payloads], asyncio.Event())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        after_leaving = held(service)
        again = await coach.put(payloads[0]["uploadLink"], TEXT)

    assert after_leaving == []
    assert again.status_code == 204
    assert await service.organisation.count("attachment", "uploaded_at IS NOT NULL") == 1


async def test_removing_an_announcement_gives_no_further_place_while_it_is_sent(service: RunningService) -> None:
    store, running = file_store(service.settings), RunningUploads()
    rows = service.organisation.rows
    account, files = rows["account_coach_a"].pk, [row.pk for row in rows.values()][: ACCOUNT_FILES + 1]
    places = [running.incoming(store, file, account) for file in files]
    for place in places[:-1]:
        place.__enter__()
    with pytest.raises(CommandRefused) as refused:
        places[-1].__enter__()
    held_meanwhile = len(held(service))
    for place in places[:-1]:
        place.__exit__(None, None, None)

    assert [problem.code for problem in refused.value.problems] == ["TOO_MANY_UPLOADS"]
    assert held_meanwhile == ACCOUNT_FILES
    assert (held(service), running.senders) == ([], {})
