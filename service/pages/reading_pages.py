"""Public pages of texts that lie as Markdown in docs/: the accessibility statement, what is new, the guides."""

from collections.abc import Sequence
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

DOCS = ROOT / "docs"
STATEMENT, NEWS, GUIDES = (DOCS / folder for folder in ("statement", "news", "ohje"))
FOR_ALL = "all"  # the part that stands below the guide of every role
PICTURES = "/guide/pictures"


def reading_routes(docs: Path = DOCS) -> list[BaseRoute]:
    """Return the routes of the public texts in `docs`, and of the pictures in them."""
    pages = ReadingPages(docs)
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

    docs: Path = DOCS
    static: str = field(default_factory=static_address)
    pictures: dict[str, Path] = field(default_factory=lambda: pictures_in(GUIDES.glob("*.md")))

    async def accessibility(self, request: Request) -> Response:
        """Return the accessibility statement, with those who take feedback: the contacts of the registers."""
        contacts = [
            f"{notice.controller}: {', '.join(notice.contact)}"
            for notice in await published_notices(request)
            if notice.is_in_force
        ]
        return self._text(request, self.docs / "statement", lines=contacts)

    async def news(self, request: Request) -> Response:
        """Return what people notice of each version."""
        return self._text(request, self.docs / "news")

    async def guides(self, request: Request) -> Response:
        """Return the list of the guides."""
        language = page_language(request)
        sources = {role: written(self.docs / "ohje", role, language) for role in guided_roles()}
        guides = [
            (f"/guide/{role}?lang={language}", title_of(source), shown) for role, (source, shown) in sources.items()
        ]
        body = fill("guides", language, guides=guides, **language_links(request, language))
        return self._page("Polku", body, language)

    async def guide(self, request: Request) -> Response:
        """
        Return the guide of a role.

        :raises HTTPException: 404 when the role has none
        """
        role = request.path_params["role"]
        if role not in guided_roles():
            raise HTTPException(404, "There is no such guide")
        return self._text(request, self.docs / "ohje", role, FOR_ALL)

    async def picture(self, request: Request) -> Response:
        """
        Return a picture that a guide shows; the people in it do not exist.

        :raises HTTPException: 404 when no guide shows a picture of that name
        """
        path = self.pictures.get(request.path_params["name"])
        if path is None:
            raise HTTPException(404, "There is no such picture")
        return FileResponse(path, headers={"cache-control": "public, max-age=3600"})

    def _text(self, request: Request, folder: Path, *names: str, lines: Sequence[str] = ()) -> Response:
        """Return the page of texts below each other, each in the language of the reader where it can be."""
        language = page_language(request)
        sources = [written(folder, name, language) for name in names or ("",)]
        parts = [(markdown_html(source, PICTURES), shown) for source, shown in sources]
        body = fill("reading", language, parts=parts, lines=lines, **language_links(request, language))
        return self._page(title_of(sources[0][0]), body, language)

    def _page(self, title: str, body: Markup, language: str) -> Response:
        return page_with_layout(f"{title} – Polku", body, policy=READING_POLICY, static=self.static, language=language)


def guided_roles() -> tuple[str, ...]:
    """Return the roles that have a guide, in the order of the roles."""
    return tuple(role.value for role in ROLES if guide_of(role.value, LANGUAGES[0]).is_file())


def guide_of(role: str, language: str) -> Path:
    """Return the path of the guide of a role in a language."""
    return text_of(GUIDES, role, language)


def text_of(folder: Path, name: str, language: str) -> Path:
    """Return the path of a text in a language; a folder of one text alone gives it no name."""
    return folder / f"{name}.{language}.md".removeprefix(".")


def written(folder: Path, name: str, language: str) -> tuple[Path, str]:
    """Return the path of a text in a language, or in the first of our languages that it is written in, and which."""
    shown = next(one for one in (language, *LANGUAGES) if text_of(folder, name, one).is_file())
    return text_of(folder, name, shown), shown
