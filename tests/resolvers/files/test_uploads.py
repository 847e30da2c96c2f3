"""Uploads: what may be announced, and bytes that are taken, refused or kept out."""

import io
import zipfile
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.support.running_service import PDF, RunningService

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(20)


async def test_an_upload_from_another_site_is_refused(service: RunningService) -> None:
    async with service.log_in("coach_a") as coach:
        announced = await coach.announce(service.organisation.ids["aino"])
        foreign = await coach.put(announced["uploadLink"], origin="https://elsewhere.example")
        forged = await coach.http.put(
            announced["uploadLink"], content=PDF, headers={"origin": service.settings.public_url}
        )

    assert (foreign.status_code, forged.status_code) == (403, 403)
    assert await service.organisation.count("attachment", "uploaded_at IS NOT NULL") == 0


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
        refused = await coach.announce(service.organisation.ids["aino"], content, name, media_type)

    assert [e["code"] for e in refused["errors"]] == [code]
    assert await service.organisation.count("attachment") == 0


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
        announced = await coach.announce(service.organisation.ids["aino"], content, name, media_type)
        answer = await coach.put(announced["uploadLink"], content)

    assert answer.status_code == 415
    await nothing_kept(service)


async def nothing_kept(service: RunningService) -> None:
    folder = service.settings.files_dir / "attachments"
    assert not folder.exists() or list(folder.iterdir()) == []
    assert await service.organisation.count("attachment", "uploaded_at IS NOT NULL") == 0
    assert await service.organisation.count("history", "action = 'ATTACH'") == 0


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
    aino = service.organisation.ids["aino"]
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
        announced = await coach.announce(service.organisation.ids["aino"])
        answer = await coach.put(announced["uploadLink"], content)
        again = await coach.put(announced["uploadLink"])

    assert answer.status_code == status
    assert again.status_code == 204
    assert await service.organisation.count("attachment", "uploaded_at IS NOT NULL") == 1


async def test_a_file_is_sent_once_and_never_replaced(service: RunningService) -> None:
    aino = service.organisation.ids["aino"]
    async with service.log_in("coach_a") as coach:
        announced = await coach.announce(aino)
        first, second = [await coach.put(announced["uploadLink"]) for _ in range(2)]

    assert (first.status_code, second.status_code) == (204, 404)
    assert await service.organisation.count("history", "action = 'ATTACH'") == 1


async def test_a_right_withdrawn_before_the_upload_keeps_the_file_out(service: RunningService) -> None:
    organisation = service.organisation
    async with service.log_in("coach_a") as coach:
        announced = await coach.announce(organisation.ids["aino"])
        await organisation.pool.execute(
            "UPDATE relationship SET responsible_coach_id = $1", organisation.rows["coach_b"].pk
        )
        answer = await coach.put(announced["uploadLink"])

    assert answer.status_code in (403, 404)
    await nothing_kept(service)
