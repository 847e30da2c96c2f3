"""Uploads: what may be announced, and bytes that are taken, refused or kept out."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from resolvers.files.media_types import ALLOWED
from service.settings import Settings
from tests.support.good_files import GOOD
from tests.support.hostile_files import HOSTILE
from tests.support.organisation import OrganisationTemplate
from tests.support.running_service import PDF, RunningService, running_service


async def test_an_upload_from_another_site_is_refused(service: RunningService) -> None:
    async with service.log_in("coach_a") as coach:
        announced = await coach.announce(service.organisation.ids["aino"])
        foreign = await coach.put(announced["uploadLink"], origin="https://elsewhere.example")
        forged = await coach.http.put(
            announced["uploadLink"], content=PDF, headers={"origin": service.settings.public_url}
        )

    assert (foreign.status_code, forged.status_code) == (403, 403)
    assert await service.organisation.count("attachment", "uploaded_at IS NOT NULL") == 0


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


FOREIGN = {"accept-language": "sv"}


@pytest.mark.parametrize(
    ("hostile", "status", "advice"),
    [
        ("a page", 415, "Filtypen godkänns inte"),
        ("zeros", 415, "Spara den som text"),
        ("a project of macros", 422, "Spara den utan makron"),
        ("an external template", 422, "Spara dem i filen"),
        ("an OLE object", 422, "Skicka dem för sig"),
        ("a script in a PDF", 422, "Skriv ut den till en ny PDF"),
        ("a PDF with a password", 422, "Ta bort lösenordet"),
        ("an archive behind a JPEG", 422, "spara den på nytt"),
        ("a document that is cut off", 422, "spara den på nytt"),
        ("five thousand parts too many", 422, "dela filen i delar"),
    ],
)
async def test_what_does_something_to_its_reader_is_refused_with_advice_and_not_kept(
    settings: Settings, organisation_template: OrganisationTemplate, hostile: str, status: int, advice: str
) -> None:
    content, media_type, reason = HOSTILE[hostile]
    async with running_service(settings, organisation_template) as service, service.log_in("coach_a") as coach:
        aino, name = service.organisation.ids["aino"], f"muistio.{ALLOWED[media_type][0]}"
        announced = await coach.announce(aino, content, name, media_type)
        answer = await coach.put(announced["uploadLink"], content, **FOREIGN)
        [error] = answer.json()["errors"]
        assert await coach.files(aino) == []
        await nothing_kept(service)

    assert (answer.status_code, error["extensions"]["code"]) == (status, reason.value)
    assert advice in error["message"]


async def nothing_kept(service: RunningService) -> None:
    folder = service.settings.files_dir / "attachments"
    assert not folder.exists() or list(folder.iterdir()) == []
    assert await service.organisation.count("attachment", "uploaded_at IS NOT NULL") == 0
    assert await service.organisation.count("history", "action = 'ATTACH'") == 0


async def test_what_people_scan_and_write_is_taken_and_comes_back_as_it_was(service: RunningService) -> None:
    aino, sent = service.organisation.ids["aino"], list(GOOD.values())
    async with service.log_in("coach_a") as coach:
        for content, media_type in sent:
            await coach.attach(aino, content, name=f"Liite.{ALLOWED[media_type][0].upper()}", media_type=media_type)
        files = await coach.files(aino) or []
        came = [((await coach.http.get(file["link"])).content, file["mediaType"]) for file in files]

    assert came == sent


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
