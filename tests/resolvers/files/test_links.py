"""Links to files: short-lived, one caller's own, and no permission."""

from datetime import timedelta
from uuid import UUID

import pytest

from resolvers.files.attachments import sweep_files
from resolvers.reading.signed_links import GET, PUT, file_link, link_key
from service.resources import utc_now
from service.system_context import system_context_at
from tests.support.running_service import RunningService


def signed(service: RunningService, who: str, file: str, verb: str, minutes: int) -> str:
    """A link of somebody as it was made so many minutes ago."""
    key = link_key(service.app.state.answering.runtime.cursor_key, service.organisation.rows[f"account_{who}"].pk)
    return file_link(key, UUID(hex=file[-32:]), verb, utc_now() - timedelta(minutes=minutes))


async def test_a_link_stops_when_the_right_is_withdrawn_before_the_download(service: RunningService) -> None:
    organisation, aino = service.organisation, service.organisation.ids["aino"]
    async with service.log_in("coach_a") as coach:
        await coach.attach(aino)
        [file] = await coach.files(aino) or []
        before = await coach.http.get(file["link"])
        await organisation.pool.execute(
            "UPDATE client SET processing_restriction = true WHERE id = $1", organisation.rows["aino"].pk
        )
        after = await coach.http.get(file["link"])

    assert (before.status_code, after.status_code) == (200, 404)
    assert b"PDF" not in after.content
    outcomes = await organisation.pool.fetch("SELECT outcome FROM disclosure_log WHERE operation = 'file' ORDER BY id")
    assert [row["outcome"] for row in outcomes] == ["SHOWN", "NOTHING"]


@pytest.mark.parametrize("change", ["signature", "until", "file", "verb", "nothing"])
async def test_a_link_with_one_part_changed_opens_nothing(service: RunningService, change: str) -> None:
    aino = service.organisation.ids["aino"]
    async with service.log_in("coach_a") as coach:
        first, second = await coach.attach(aino), await coach.attach(aino)
        path = signed(service, "coach_a", first, PUT if change == "verb" else GET, 0)
        until = path.partition("until=")[2].partition("&")[0]
        changed = {
            "signature": path[:-1] + ("A" if path[-1] != "A" else "B"),
            "until": path.replace(until, str(int(until) + 60)),
            "file": path.replace(first[-32:], second[-32:]),
            "verb": path,
            "nothing": path.partition("?")[0],
        }[change]
        answer = await coach.http.get(changed)

    assert answer.status_code == 404
    assert b"PDF" not in answer.content
    assert await service.organisation.count("disclosure_log", "operation = 'file'") == 0


async def test_a_link_is_over_after_five_minutes(service: RunningService) -> None:
    async with service.log_in("coach_a") as coach:
        file = await coach.attach(service.organisation.ids["aino"])
        fresh, old = [await coach.http.get(signed(service, "coach_a", file, GET, minutes)) for minutes in (4, 6)]

    assert (fresh.status_code, old.status_code) == (200, 404)


async def test_a_link_is_of_no_use_to_somebody_else(service: RunningService) -> None:
    aino = service.organisation.ids["aino"]
    async with service.log_in("coach_a") as coach, service.log_in("supervisor_a") as supervisor:
        await coach.attach(aino)
        [file] = await coach.files(aino) or []
        stolen = await supervisor.http.get(file["link"])
        announced = await coach.announce(aino)
        usurped = await supervisor.put(announced["uploadLink"])
        supervisor.http.cookies.clear()
        anonymous = await supervisor.http.get(file["link"])

    assert (stolen.status_code, usurped.status_code, anonymous.status_code) == (404, 404, 401)


async def test_a_file_changed_on_disk_does_not_open(service: RunningService) -> None:
    aino = service.organisation.ids["aino"]
    async with service.log_in("coach_a") as coach:
        await coach.attach(aino)
        [path] = (service.settings.files_dir / "attachments").iterdir()
        sealed = path.read_bytes()
        path.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
        [file] = await coach.files(aino) or []
        answer = await coach.http.get(file["link"])

    assert answer.status_code == 500
    assert answer.json()["errors"][0]["extensions"]["code"] == "FILE_UNREADABLE"


async def test_files_whose_row_is_gone_and_announcements_that_never_came_are_swept(service: RunningService) -> None:
    organisation = service.organisation
    async with service.log_in("coach_a") as coach:
        kept = await coach.attach(organisation.ids["aino"])
        erased = await coach.attach(organisation.ids["aino"])
        await coach.announce(organisation.ids["aino"])
    await organisation.pool.execute("DELETE FROM attachment WHERE id = $1", UUID(hex=erased[-32:]))

    soon = await sweep_files(system_context_at(service.settings, utc_now() + timedelta(minutes=30)))
    later = await sweep_files(system_context_at(service.settings, utc_now() + timedelta(hours=2)))
    again = await sweep_files(system_context_at(service.settings, utc_now() + timedelta(hours=2)))

    left = [path.name for path in (service.settings.files_dir / "attachments").iterdir()]
    assert (soon, later, again) == (0, 2, 0)
    assert left == [kept[-32:]]
    assert await organisation.count("attachment") == 1


async def test_the_log_tells_for_what_a_file_was_fetched(service: RunningService) -> None:
    organisation, aino = service.organisation, service.organisation.ids["aino"]
    async with service.log_in("coach_a") as coach, service.log_in("trainee") as trainee:
        await coach.attach(aino)
        for browser in (coach, trainee):
            [file] = await browser.files(aino) or []
            assert (await browser.http.get(file["link"])).status_code == 200
    async with service.log_in("coach_b") as other:
        opening = (
            """mutation E($i: CreateEmergencyAccessInput!) { createEmergencyAccess(input: $i) { errors { code } } }"""
        )
        given = {"clientId": aino, "reason": "Henkilö sai sairauskohtauksen pajalla", "minutes": 10}
        assert (await other.ask(opening, i=given))["createEmergencyAccess"]["errors"] == []
        [file] = await other.files(aino) or []
        assert (await other.http.get(file["link"])).status_code == 200

    found = await organisation.pool.fetch("SELECT purpose FROM disclosure_log WHERE operation = 'file' ORDER BY id")
    assert [row["purpose"] for row in found] == ["COACHING", "OWN_DATA", "EMERGENCY"]
