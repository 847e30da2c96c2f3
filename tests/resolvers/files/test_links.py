"""Links to files: short-lived, one caller's own, and no permission; and what is not taken for an upload."""

import io
import zipfile
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from resolvers.files.attachments import sweep_files
from resolvers.reading.signed_links import GET, PUT, link_key, signed_link
from service.jobs.worker import system_context_at
from service.login.identity import utc_now
from service.settings import Settings
from tests.support.organisation import OrganisationTemplate
from tests.support.running_service import PDF, RunningService, running_service

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(20)


@pytest.fixture
async def service(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[RunningService]:
    async with running_service(settings.model_copy(update={"max_file_bytes": 50_000}), organisation_template) as found:
        yield found


def signed(service: RunningService, who: str, file: str, verb: str, minutes: int) -> str:
    """A link of somebody as it was made so many minutes ago."""
    key = link_key(service.app.state.answering.runtime.cursor_key, service.world.rows[f"account_{who}"].pk)
    return signed_link(key, UUID(hex=file[-32:]), verb, utc_now() - timedelta(minutes=minutes))


async def test_a_link_stops_when_the_right_is_withdrawn_before_the_download(service: RunningService) -> None:
    world, aino = service.world, service.world.ids["aino"]
    async with service.log_in("coach_a") as coach:
        await coach.attach(aino)
        [file] = await coach.files(aino) or []
        before = await coach.http.get(file["link"])
        await world.pool.execute("UPDATE client SET processing_restriction = true WHERE id = $1", world.rows["aino"].pk)
        after = await coach.http.get(file["link"])

    assert (before.status_code, after.status_code) == (200, 404)
    assert b"PDF" not in after.content
    outcomes = await world.pool.fetch("SELECT outcome FROM disclosure_log WHERE operation = 'file' ORDER BY id")
    assert [row["outcome"] for row in outcomes] == ["SHOWN", "NOTHING"]


@pytest.mark.parametrize("change", ["signature", "until", "file", "verb", "nothing"])
async def test_a_link_with_one_part_changed_opens_nothing(service: RunningService, change: str) -> None:
    aino = service.world.ids["aino"]
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
    assert await service.world.count("disclosure_log", "operation = 'file'") == 0


async def test_a_link_is_over_after_five_minutes(service: RunningService) -> None:
    async with service.log_in("coach_a") as coach:
        file = await coach.attach(service.world.ids["aino"])
        fresh, old = [await coach.http.get(signed(service, "coach_a", file, GET, minutes)) for minutes in (4, 6)]

    assert (fresh.status_code, old.status_code) == (200, 404)


async def test_a_link_is_of_no_use_to_somebody_else(service: RunningService) -> None:
    aino = service.world.ids["aino"]
    async with service.log_in("coach_a") as coach, service.log_in("supervisor_a") as supervisor:
        await coach.attach(aino)
        [file] = await coach.files(aino) or []
        stolen = await supervisor.http.get(file["link"])
        announced = await coach.announce(aino)
        usurped = await supervisor.put(announced["uploadLink"])
        supervisor.http.cookies.clear()
        anonymous = await supervisor.http.get(file["link"])

    assert (stolen.status_code, usurped.status_code, anonymous.status_code) == (404, 404, 401)


async def test_an_upload_from_another_site_is_refused(service: RunningService) -> None:
    async with service.log_in("coach_a") as coach:
        announced = await coach.announce(service.world.ids["aino"])
        foreign = await coach.put(announced["uploadLink"], origin="https://elsewhere.example")
        forged = await coach.http.put(
            announced["uploadLink"], content=PDF, headers={"origin": service.settings.public_url}
        )

    assert (foreign.status_code, forged.status_code) == (403, 403)
    assert await service.world.count("attachment", "uploaded_at IS NOT NULL") == 0


def archive(*members: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for member in members:
            file.writestr(member, "<x/>")
    return written.getvalue()


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MACRO = archive("word/document.xml", "word/vbaProject.bin")


@pytest.mark.parametrize(
    ("content", "name", "media_type", "code"),
    [
        (PDF, "kuva.pdf", "image/png", "FILE_TYPE_REFUSED"),
        (PDF, "ohjelma.exe", "application/pdf", "FILE_TYPE_REFUSED"),
        (PDF, "sivu.html", "text/html", "FILE_TYPE_REFUSED"),
        (PDF, "a/b.pdf", "application/pdf", "FILE_TYPE_REFUSED"),
        (PDF, ".pdf", "application/pdf", "FILE_TYPE_REFUSED"),
        (b"", "tyhja.txt", "text/plain", "FILE_TOO_LARGE"),
        (b"a" * 50_001, "pitka.txt", "text/plain", "FILE_TOO_LARGE"),
    ],
)
async def test_an_announcement_is_refused_by_name_type_or_size(
    service: RunningService, content: bytes, name: str, media_type: str, code: str
) -> None:
    async with service.log_in("coach_a") as coach:
        refused = await coach.announce(service.world.ids["aino"], content, name, media_type)

    assert [e["code"] for e in refused["errors"]] == [code]
    assert await service.world.count("attachment") == 0


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (PNG, "lausunto.pdf", "application/pdf"),
        (PDF, "kuva.png", "image/png"),
        (b"<html><script>alert(1)</script>", "muistio.txt", "text/plain"),
        (b"a\0b", "muistio.txt", "text/plain"),
        (archive("content.xml"), "muistio.docx", DOCX),
        (MACRO, "muistio.docx", DOCX),
        (b"PK\3\4", "muistio.docx", DOCX),
    ],
)
async def test_bytes_that_are_not_what_was_announced_are_refused_and_not_kept(
    service: RunningService, content: bytes, name: str, media_type: str
) -> None:
    async with service.log_in("coach_a") as coach:
        announced = await coach.announce(service.world.ids["aino"], content, name, media_type)
        answer = await coach.put(announced["uploadLink"], content)

    assert answer.status_code == 415
    await nothing_kept(service)


async def nothing_kept(service: RunningService) -> None:
    folder = service.settings.files_dir / "attachments"
    assert not folder.exists() or list(folder.iterdir()) == []
    assert await service.world.count("attachment", "uploaded_at IS NOT NULL") == 0
    assert await service.world.count("history", "action = 'ATTACH'") == 0


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (PNG, "kuva.png", "image/png"),
        (archive("word/document.xml"), "muistio.docx", DOCX),
        ("Nimi;Määrä\nÄiti;1\n".encode("cp1252"), "luettelo.csv", "text/csv"),
        (b"Hei", "Muistio.TXT", "text/plain"),
    ],
)
async def test_what_people_scan_and_write_is_taken(
    service: RunningService, content: bytes, name: str, media_type: str
) -> None:
    aino = service.world.ids["aino"]
    async with service.log_in("coach_a") as coach:
        await coach.attach(aino, content, name=name, media_type=media_type)
        [file] = await coach.files(aino) or []
        assert (await coach.http.get(file["link"])).content == content


async def chunks(size: int) -> AsyncIterator[bytes]:
    for _ in range(size // 1_000):
        yield b"a" * 1_000


@pytest.mark.parametrize(
    ("content", "status"),
    [(PDF + b" ", 413), (PDF[:-1], 422), (PDF[:-1] + b"!", 422), (chunks(60_000), 413), (chunks(1_000_000), 413)],
    ids=["longer", "shorter", "other bytes", "chunked", "chunked and very long"],
)
async def test_an_upload_of_another_length_or_digest_is_refused_and_not_kept(
    service: RunningService, content: Any, status: int
) -> None:
    async with service.log_in("coach_a") as coach:
        announced = await coach.announce(service.world.ids["aino"])
        answer = await coach.put(announced["uploadLink"], content)
        again = await coach.put(announced["uploadLink"])

    assert answer.status_code == status
    assert again.status_code == 204
    assert await service.world.count("attachment", "uploaded_at IS NOT NULL") == 1


async def test_a_file_is_sent_once_and_never_replaced(service: RunningService) -> None:
    aino = service.world.ids["aino"]
    async with service.log_in("coach_a") as coach:
        announced = await coach.announce(aino)
        first, second = [await coach.put(announced["uploadLink"]) for _ in range(2)]

    assert (first.status_code, second.status_code) == (204, 404)
    assert await service.world.count("history", "action = 'ATTACH'") == 1


async def test_a_right_withdrawn_before_the_upload_keeps_the_file_out(service: RunningService) -> None:
    world = service.world
    async with service.log_in("coach_a") as coach:
        announced = await coach.announce(world.ids["aino"])
        await world.pool.execute("UPDATE relationship SET responsible_coach_id = $1", world.rows["coach_b"].pk)
        answer = await coach.put(announced["uploadLink"])

    assert answer.status_code in (403, 404)
    await nothing_kept(service)


async def test_a_file_changed_on_disk_does_not_open(service: RunningService) -> None:
    aino = service.world.ids["aino"]
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
    world = service.world
    async with service.log_in("coach_a") as coach:
        kept = await coach.attach(world.ids["aino"])
        erased = await coach.attach(world.ids["aino"])
        await coach.announce(world.ids["aino"])
    await world.pool.execute("DELETE FROM attachment WHERE id = $1", UUID(hex=erased[-32:]))

    soon = await sweep_files(system_context_at(service.settings, utc_now() + timedelta(minutes=30)))
    later = await sweep_files(system_context_at(service.settings, utc_now() + timedelta(hours=2)))
    again = await sweep_files(system_context_at(service.settings, utc_now() + timedelta(hours=2)))

    left = [path.name for path in (service.settings.files_dir / "attachments").iterdir()]
    assert (soon, later, again) == (0, 2, 0)
    assert left == [kept[-32:]]
    assert await world.count("attachment") == 1


async def test_the_log_tells_for_what_a_file_was_fetched(service: RunningService) -> None:
    world, aino = service.world, service.world.ids["aino"]
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

    found = await world.pool.fetch("SELECT purpose FROM disclosure_log WHERE operation = 'file' ORDER BY id")
    assert [row["purpose"] for row in found] == ["COACHING", "OWN_DATA", "EMERGENCY"]
