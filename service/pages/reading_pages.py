"""Public pages that are only read: the accessibility statement. Their texts are Markdown files of docs/."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from service.http.page_layout import READING_POLICY, page_language, page_with_layout, static_address
from service.http.templates import fill
from service.pages.privacy_page import language_links, published_notices
from service.settings import ROOT

STATEMENT = ROOT / "docs" / "statement"


def reading_routes() -> list[BaseRoute]:
    """Return the routes of the public texts."""
    pages = ReadingPages()
    return [Route("/accessibility", pages.accessibility)]


@dataclass(frozen=True)
class ReadingPages:
    """The pages of the texts; they run no script and load nothing from other hosts."""

    static: str = field(default_factory=static_address)

    async def accessibility(self, request: Request) -> Response:
        """Return the accessibility statement, with those who take feedback: the contacts of the registers."""
        language = page_language(request)
        contacts = [
            f"{notice.controller}: {', '.join(notice.contact)}"
            for notice in await published_notices(request)
            if notice.is_in_force
        ]
        return self._page(request, STATEMENT / f"{language}.md", language, contacts)

    def _page(self, request: Request, source: Path, language: str, lines: list[str]) -> Response:
        """Return a text as a page, with `lines` below it."""
        text = markdown_text(source)
        body = fill("reading", language, text=text, lines=lines, **language_links(request, language))
        return page_with_layout(
            f"{title_of(source)} – Polku", body, policy=READING_POLICY, static=self.static, language=language
        )


@cache
def markdown_text(source: Path) -> Markup:
    """Return a Markdown file as HTML; HTML in it stays text."""
    return Markup(MarkdownIt("js-default").render(source.read_text("utf-8")))  # noqa: S704 - made without raw HTML


def title_of(source: Path) -> str:
    """Return the heading with which a Markdown file begins."""
    return source.read_text("utf-8").partition("\n")[0].removeprefix("# ")
