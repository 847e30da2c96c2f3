"""Public pages of texts that lie as Markdown in docs/: the accessibility statement, what is new, the guides."""

from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from service.http.page_layout import READING_POLICY, page_language, page_with_layout, static_address
from service.http.templates import fill
from service.pages.markdown import markdown_html, pictures_in, title_of
from service.pages.privacy_page import language_links, published_notices
from service.settings import ROOT
from workflow.roles import ROLES
from workflow.titles import LANGUAGES

STATEMENT = ROOT / "docs" / "statement"
NEWS = ROOT / "docs" / "news"
GUIDES = ROOT / "docs" / "ohje"
FOR_ALL = "all"  # the part that stands below the guide of every role
GUIDE_LANGUAGES = ("fi", "sv")
PICTURES = "/guide/pictures"


def reading_routes() -> list[BaseRoute]:
    """Return the routes of the public texts, and of the pictures in them."""
    pages = ReadingPages()
    return [
        Route("/accessibility", pages.accessibility),
        Route("/news", pages.news),
        Route("/guide", pages.guides),
        Route("/guide/{role}", pages.guide),
        Route(f"{PICTURES}/{{name}}", pages.picture),
    ]


@dataclass(frozen=True)
class ReadingPages:
    """The pages of the texts; they run no script and load nothing from other hosts. Texts are read once, at start."""

    static: str = field(default_factory=static_address)
    pictures: dict[str, Path] = field(default_factory=lambda: pictures_in(GUIDES.glob("*.md")))

    async def accessibility(self, request: Request) -> Response:
        """Return the accessibility statement, with those who take feedback: the contacts of the registers."""
        language = page_language(request)
        contacts = [
            f"{notice.controller}: {', '.join(notice.contact)}"
            for notice in await published_notices(request)
            if notice.is_in_force
        ]
        source = STATEMENT / f"{language}.md"
        links = language_links(request, language)
        body = fill("reading", language, text=markdown_html(source), lines=contacts, **links)
        return self._page(title_of(source), body, language)

    async def news(self, request: Request) -> Response:
        """Return what people notice of each version."""
        language = page_language(request)
        source = NEWS / f"{language}.md"
        links = language_links(request, language)
        body = fill("reading", language, text=markdown_html(source), lines=[], **links)
        return self._page(title_of(source), body, language)

    async def guides(self, request: Request) -> Response:
        """Return the list of the guides."""
        language = guide_language(request)
        guides = [(f"/guide/{role}?lang={language}", title_of(guide_of(role, language))) for role in guided_roles()]
        links = language_links(request, language, GUIDE_LANGUAGES)
        title, body = "Polku", fill("guides", language, guides=guides, **links)
        return self._page(title, body, language)

    async def guide(self, request: Request) -> Response:
        """
        Return the guide of a role in Finnish or Swedish.

        :raises HTTPException: 404 when the role has none
        """
        role, language = request.path_params["role"], guide_language(request)
        if role not in guided_roles():
            raise HTTPException(404, "There is no such guide")
        source = guide_of(role, language)
        text = markdown_html(source, PICTURES) + markdown_html(guide_of(FOR_ALL, language))
        links = language_links(request, language, GUIDE_LANGUAGES)
        return self._page(title_of(source), fill("reading", language, text=text, lines=[], **links), language)

    async def picture(self, request: Request) -> Response:
        """
        Return a picture that a guide shows; the people in it do not exist.

        :raises HTTPException: 404 when no guide shows a picture of that name
        """
        path = self.pictures.get(request.path_params["name"])
        if path is None:
            raise HTTPException(404, "There is no such picture")
        return FileResponse(path, headers={"cache-control": "public, max-age=3600"})

    def _page(self, title: str, body: Markup, language: str) -> Response:
        return page_with_layout(f"{title} – Polku", body, policy=READING_POLICY, static=self.static, language=language)


def guided_roles() -> tuple[str, ...]:
    """Return the roles that have a guide, in the order of the roles."""
    return tuple(role.value for role in ROLES if guide_of(role.value, LANGUAGES[0]).is_file())


def guide_of(role: str, language: str) -> Path:
    """Return the path of the guide of a role in a language."""
    return GUIDES / f"{role}.{language}.md"


def guide_language(request: Request) -> str:
    """Return the language of the reader, or Finnish where the guides are not written in it."""
    language = page_language(request)
    return language if language in GUIDE_LANGUAGES else LANGUAGES[0]
