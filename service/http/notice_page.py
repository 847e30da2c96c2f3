"""A page that says one thing to somebody in a browser, with the way to the start page."""

from functools import cache

from starlette.requests import Request
from starlette.responses import HTMLResponse

from resolvers.catalogues import translated
from service.http.page_layout import content_policy, page_language, page_with_layout, static_address
from service.http.templates import fill


def wants_page(request: Request) -> bool:
    """Return whether a browser asks for a page, and not a program for data."""
    return request.method == "GET" and "text/html" in request.headers.get("accept", "")


def notice_page(request: Request, heading: str, text: str, status: int) -> HTMLResponse:
    """Return the page with a heading and a sentence in the language of the browser."""
    language = page_language(request)
    label = translated("To the start page", language)
    body = fill("notice", language, heading=heading, text=text, link="/", label=label)
    policy = content_policy(request.app.state.settings)
    return page_with_layout(
        f"{heading} – Polku", body, policy=policy, static=_static(), status=status, language=language
    )


def absent_page(request: Request) -> HTMLResponse:
    """Return the page for an address at which there is nothing."""
    language = page_language(request)
    text = translated(
        "There is no page at this address. It may have moved, or the address was not copied whole.", language
    )
    return notice_page(request, translated("There is no such page", language), text, 404)


@cache
def _static() -> str:
    return static_address()
