"""The guides: one for each role with a desk, in every language of the pages, and in their words."""

import re
import shutil
from pathlib import Path

import httpx2
import pytest
from starlette.applications import Starlette

from service.pages.reading_pages import DOCS, FOR_ALL, GUIDES, guide_of, guided_roles, reading_routes
from service.settings import ROOT
from tests.support.desks.catalogues import desk_roles, words_of
from workflow.titles import LANGUAGES

NAMED = re.compile(r"\*\*([^*]+)\*\*")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
ITEM = re.compile(r"^(?:\*|\d\.) ", re.MULTILINE)
HEADING = re.compile(r"^#+ ", re.MULTILINE)
EVERY = [(role, language) for role in (*desk_roles(), FOR_ALL) for language in LANGUAGES]


def text_of(role: str, language: str) -> str:
    return re.sub(r"\s*\n(?!\n|#|\*|\d\.)\s*", " ", guide_of(role, language).read_text("utf-8"))


def test_every_role_with_a_desk_has_its_guide_and_no_other_has_one() -> None:
    assert set(guided_roles()) == set(desk_roles())
    assert {path.name for path in GUIDES.iterdir()} == {f"{role}.{language}.md" for role, language in EVERY}


@pytest.mark.parametrize(("role", "language"), EVERY)
def test_what_a_guide_names_is_written_so_on_the_pages(role: str, language: str) -> None:
    rooms = ["content", "records"] if role == FOR_ALL else ["content", "records", f"desks/{role}"]

    unknown = set(NAMED.findall(text_of(role, language))) - words_of(language, *rooms)

    assert unknown == set(), "name in bold what stands on the pages, word for word"


@pytest.mark.parametrize("role", [*desk_roles(), FOR_ALL])
def test_all_languages_tell_the_same(role: str) -> None:
    texts = [text_of(role, language) for language in LANGUAGES]

    assert len({tuple(HEADING.findall(text)) for text in texts}) == 1
    assert len({tuple(path for _, path in PICTURE.findall(text)) for text in texts}) == 1
    assert len({len(ITEM.findall(text)) for text in texts}) == 1


@pytest.mark.parametrize(("role", "language"), EVERY)
def test_every_picture_exists_and_says_what_it_shows(role: str, language: str) -> None:
    pictures = PICTURE.findall(text_of(role, language))

    assert [path for _, path in pictures if not (GUIDES / path).is_file()] == []
    assert all(alternative for alternative, _ in pictures)
    assert pictures or role == FOR_ALL


async def test_a_guide_is_read_with_its_pictures_and_nothing_else_is_served(
    anonymous_client: httpx2.AsyncClient,
) -> None:
    page = await anonymous_client.get("/guide/coach?lang=sv")
    sources = re.findall(r'<img src="([^"]+)"', page.text)
    pictures = [await anonymous_client.get(source) for source in sources]
    others = [await anonymous_client.get(f"/guide/pictures/{name}") for name in ("all.fi.md", "frame-390-dark.png")]

    assert '<html lang="sv">' in page.text
    assert "<h1>Coachens handledning</h1>" in page.text
    assert "<strong>Min meny</strong>" in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert sources
    assert {(picture.status_code, picture.headers["content-type"]) for picture in pictures} == {(200, "image/png")}
    assert [answer.status_code for answer in others] == [404, 404]


@pytest.mark.parametrize(("path", "status"), [("", 200), ("/trainee", 200), ("/colleague", 404), ("/..%2fREADME", 404)])
async def test_only_guides_are_served(anonymous_client: httpx2.AsyncClient, path: str, status: int) -> None:
    page = await anonymous_client.get(f"/guide{path}?lang=en")

    assert page.status_code == status


async def test_who_reads_english_gets_the_guide_in_english_and_no_note(anonymous_client: httpx2.AsyncClient) -> None:
    page = await anonymous_client.get("/guide/coach?lang=en")

    assert '<html lang="en">' in page.text
    assert "<h1>Guide for the coach</h1>" in page.text
    assert 'role="note"' not in page.text
    assert re.findall(r'<div lang="(..)">', page.text) == ["en", "en"]


@pytest.mark.parametrize(
    ("path", "missing", "first"),
    [("/guide/coach", "ohje/coach.en.md", "Valmentajan ohje"), ("/news", "news/en.md", "Mitä uutta")],
)
async def test_a_text_without_the_language_of_the_reader_says_so_and_names_the_one_it_has(
    tmp_path: Path, path: str, missing: str, first: str
) -> None:
    for folder in ("ohje", "news"):
        shutil.copytree(DOCS / folder, tmp_path / folder)
    (tmp_path / missing).unlink()
    app = Starlette(routes=reading_routes(tmp_path))

    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://polku") as reader:
        page = (await reader.get(f"{path}?lang=en")).text

    assert '<html lang="en">' in page
    assert "This text has not been written in English. It is shown in another language.</p>" in page
    assert f'<div lang="fi">\n<h1>{first}</h1>' in page


def test_pictures_of_guides_are_among_those_that_the_tests_make() -> None:
    shown = {
        Path(path).parent.as_posix() for role, language in EVERY for _, path in PICTURE.findall(text_of(role, language))
    }

    assert shown == {"../screens/desks"}


def test_the_screens_show_every_desk_and_the_pages_of_content() -> None:
    shown = PICTURE.findall((ROOT / "docs" / "screens.md").read_text("utf-8"))
    paths = [path for _, path in shown]

    there = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs" / "screens").rglob("*/*.png")}
    assert there - set(paths) == set(), "a picture that nobody is shown"
    starts = {role: f"screens/desks/{role.replace('_', '-')}-" for role in desk_roles()}
    assert [role for role, start in starts.items() if not any(path.startswith(start) for path in paths)] == []
    assert any(path.startswith("screens/content/") for path in paths)
    assert [path for path in paths if not (ROOT / "docs" / path).is_file()] == []
    assert all(alternative for alternative, _ in shown)
