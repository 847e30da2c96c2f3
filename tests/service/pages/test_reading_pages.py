"""The texts that anybody reads without log-in, in the language of the reader."""

import re

import httpx2
import pytest

from service.pages.markdown import markdown_html
from service.pages.reading_pages import NEWS, STATEMENT
from service.settings import ROOT
from tests.support.actions.privacy_notices import published_notice
from tests.support.organisation import SampleOrganisation


@pytest.mark.parametrize(
    ("address", "headers", "language", "words"),
    [
        ("/accessibility", {}, "fi", "Saavutettavuusseloste"),
        ("/accessibility", {"accept-language": "sv-FI"}, "sv", "Tillgänglighetsutlåtande"),
        ("/accessibility?lang=en", {"accept-language": "sv"}, "en", "Accessibility statement"),
    ],
    ids=["by default", "as the browser asks", "as the address asks"],
)
async def test_anybody_reads_the_accessibility_statement_and_whom_to_tell(
    organisation: SampleOrganisation,
    anonymous_client: httpx2.AsyncClient,
    address: str,
    headers: dict[str, str],
    language: str,
    words: str,
) -> None:
    await published_notice(organisation)

    page = await anonymous_client.get(address, headers=headers)

    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text
    assert f"<h1>{words}</h1>" in page.text
    assert "EN 301 549" in page.text
    assert "14" in page.text
    assert re.search(r"<li>[^<]+: [^<]*\+358401234500", page.text), "the contact of the register takes feedback"
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert "<script" not in page.text


async def test_every_public_page_leads_to_the_statement_and_the_notice(anonymous_client: httpx2.AsyncClient) -> None:
    page = await anonymous_client.get("/privacy?lang=sv")

    assert re.findall(r"<footer.*?</footer>", page.text, re.DOTALL)
    assert '<a href="/accessibility?lang=sv">Tillgänglighet</a>' in page.text


def test_the_statement_has_the_same_parts_in_every_language() -> None:
    parts = {
        path.stem: [line.count("#") for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
        for path in STATEMENT.glob("*.md")
    }
    marks = {path.stem: markdown_html(path).count("<li>") for path in STATEMENT.glob("*.md")}

    assert parts.keys() == {"fi", "sv", "en"}
    assert len({tuple(levels) for levels in parts.values()}) == 1
    assert len(set(marks.values())) == 1


@pytest.mark.parametrize(("language", "title"), [("fi", "Mitä uutta"), ("sv", "Vad är nytt"), ("en", "What is new")])
async def test_anybody_reads_what_is_new(anonymous_client: httpx2.AsyncClient, language: str, title: str) -> None:
    page = await anonymous_client.get(f"/news?lang={language}")

    assert page.status_code == 200
    assert f"<h1>{title}</h1>" in page.text


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_news_have_the_versions_of_the_changelog_and_the_same_points_in_every_language(language: str) -> None:
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    text = (NEWS / f"{language}.md").read_text("utf-8")
    finnish = (NEWS / "fi.md").read_text("utf-8")

    points = [section.count("\n* ") for section in text.split("\n## ")]

    assert re.findall(r"^## \w+ (.+)$", text, re.MULTILINE) == versions
    assert points == [section.count("\n* ") for section in finnish.split("\n## ")]
    assert all(points[1:])
