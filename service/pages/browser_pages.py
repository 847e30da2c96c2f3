"""The pages for browsers: the start page, GraphiQL with its examples, and their static files."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from auth.viewer import Viewer
from resolvers.catalogues import translated
from service.examples import EXAMPLES, Example, load_examples
from service.http.page_layout import NOTHING, STATIC, content_policy, page_language, page_with_layout, static_address
from service.http.templates import fill
from service.login.undertaking_routes import undertaking_address
from service.pages.documents_behind import group_behind
from service.resources import utc_now
from service.settings import Settings
from service.trusted_documents import may_use_graphiql
from workflow.calendar import finnish_day
from workflow.roles import ROLES, AccountKind, Role
from workflow.titles import LANGUAGES

ENDPOINT = "/graphql"
LOG_IN = "/auth/login"
_LANGUAGES = {"fi": "suomi", "sv": "svenska", "en": "English"}
_A_YEAR = 365 * 24 * 3600


def page_routes(settings: Settings) -> list[BaseRoute]:
    """
    Return the routes of `/`, `/graphiql` and `/static/…`.

    :raises ExampleMalformed: when a file of web/examples has not the form of service/examples.py.
    """
    pages = Pages(settings)
    return [
        Route("/", pages.start),
        Route("/graphiql", pages.graphiql),
        Route("/favicon.ico", pages.icon),
        Mount(pages.static, ImmutableFiles(directory=STATIC)),
    ]


@dataclass(frozen=True)
class Pages:
    """The pages of one service. Examples and static files are read once, at start."""

    settings: Settings
    static: str = field(default_factory=static_address)
    examples: tuple[Example, ...] = field(default_factory=lambda: load_examples(EXAMPLES))

    async def start(self, request: Request) -> Response:
        """Return the start page; a logged-in person sees the own name. There is no other personal data on it."""
        viewer = viewer_of(request)
        language = page_language(request, viewer)
        if viewer is None:
            body = fill("start", language, choices=fill("anonymous", language, log_in=LOG_IN))
            return self.plain_page(body, language)
        link = fill("graphiql_link", language) if may_use_graphiql(viewer) else NOTHING
        choices = fill("signed_in", language, name=viewer.name, graphiql=link)
        return self.plain_page(fill("start", language, choices=choices), language, person=person(request, viewer))

    async def graphiql(self, request: Request) -> Response:
        """
        Return GraphiQL for the logged-in person; otherwise redirect to what is missing, or return a refusal.

        Staff without the undertaking are led to it and come back from there. Each `?document=` is the digest of a
        document of the pages, which stands before the examples.
        """
        viewer = viewer_of(request)
        if viewer is None:
            return RedirectResponse(f"{LOG_IN}?next=/graphiql", 303)
        if viewer.kind is AccountKind.STAFF and not viewer.may_enter:
            return RedirectResponse(undertaking_address("/graphiql"), 303)
        if not may_use_graphiql(viewer):
            language = viewer.language
            return self.plain_page(fill("refused", language), language, person=person(request, viewer), status=403)
        editor = {
            "endpoint": ENDPOINT,
            "csrfToken": csrf_token_of(request),
            "groups": [
                *group_behind(request.query_params.getlist("document"), viewer.language),
                *self.groups(viewer),
            ],
            "words": graphiql_words(viewer.language),
        }
        return page_with_layout(
            "GraphiQL – Polku",
            fill("graphiql", viewer.language, static=self.static, settings=script_json(editor)),
            policy=content_policy(self.settings, inline_styles=True),
            static=self.static,
            person=person(request, viewer, language_choice(viewer.language)),
            head=fill("graphiql_head", static=self.static),
            language=viewer.language,
            has_footer=False,
        )

    async def icon(self, _request: Request) -> Response:
        """Redirect a browser that requests the default address of an icon."""
        return RedirectResponse(f"{self.static}/icon.svg", 308)

    def plain_page(self, body: Markup, language: str, *, person: Markup = NOTHING, status: int = 200) -> Response:
        """Return a page without scripts."""
        policy = content_policy(self.settings)
        return page_with_layout(
            "Polku", body, policy=policy, static=self.static, person=person, status=status, language=language
        )

    def groups(self, viewer: Viewer) -> list[dict[str, Any]]:
        """Return the examples by role, in the order of the roles; the viewer's own roles are marked."""
        own, day = viewer.everywhere | viewer.units.keys(), finnish_day(utc_now())
        language = LANGUAGES.index(viewer.language)
        dated = [example.on(day) for example in self.examples]
        return [
            {
                "role": role,
                "title": ROLES[Role(role)].titles[language],
                "isOwn": role in own,
                "examples": [_panel_fields(example, language) for example in examples],
            }
            for role, examples in groupby(dated, attrgetter("role"))
        ]


class ImmutableFiles(StaticFiles):
    """Files at an address that changes with their content: a browser may keep them for ever."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = f"public, max-age={_A_YEAR}, immutable"
        return response


def graphiql_words(language: str) -> dict[str, str]:
    """Return what GraphiQL lets a page name, in a language."""
    return {
        "examples": translated("Example queries", language),
        "examplesHelp": translated(
            "Choosing one puts the query and its variables into the editor. Ctrl+Enter runs the query.", language
        ),
        "builder": translated("Build a query by choosing fields", language),
        "prettify": translated("Tidy the query", language),
        "merge": translated("Put fragments into the query", language),
        "copy": translated("Copy the query", language),
    }


def _panel_fields(example: Example, language: int) -> dict[str, str]:
    """Return the fields of an example for the panel and the editors; the language is its place in `LANGUAGES`."""
    return {
        "title": example.titles[language],
        "description": example.descriptions[language],
        "variables": example.variables,
        "document": example.document,
    }


def script_json(content: Any) -> Markup:
    """Return JSON for a script element; nothing in it can end the element."""
    return Markup(json.dumps(content, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 - no `<` is left


def person(request: Request, viewer: Viewer, choice: Markup = NOTHING) -> Markup:
    """Return the header's part for the logged-in person, with the log-out button."""
    csrf_token = csrf_token_of(request)
    link = fill("password_link", viewer.language) if request.state.has_own_password else NOTHING
    return fill(
        "person", viewer.language, name=viewer.name, language_choice=choice, csrf_token=csrf_token, password_link=link
    )


def language_choice(chosen: str) -> Markup:
    """Return the selection of the language for GraphiQL's messages."""
    return fill("language", chosen, languages=_LANGUAGES)


def joined(parts: Iterable[Markup]) -> Markup:
    """Return the HTML parts joined together."""
    return Markup("").join(parts)


def viewer_of(request: Request) -> Viewer | None:
    """Return the logged-in viewer from the middleware `PageViewer`; None when nobody is logged in."""
    viewer: Viewer | None = getattr(request.state, "viewer", None)
    return viewer


def csrf_token_of(request: Request) -> str:
    """Return the CSRF token of the session, which forms and scripts must send back."""
    return str(request.state.csrf_token)
