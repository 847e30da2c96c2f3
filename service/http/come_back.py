"""The answer to somebody who is to come back later: a page for people, JSON for programs, both with Retry-After."""

from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response

from auth.processing import Busy
from resolvers.catalogues import translated
from service.http.middleware import refusal
from service.http.notice_page import notice_page
from service.http.page_layout import page_language
from service.http.walls.limits import TooManyRequests


class ComeBack(Protocol):
    """A refusal that ends by itself. `retry_after` is the number of whole seconds until then."""

    code: str
    retry_after: int


STATUS: dict[type[Exception], int] = {TooManyRequests: 429, Busy: 503}


def come_back_later(request: Request, error: ComeBack, status: int) -> Response:
    """Return the answer with the time to wait, as a page in the language of the browser when a browser asks."""
    headers = {"retry-after": str(error.retry_after)}
    if "text/html" not in request.headers.get("accept", ""):
        return refusal(error.code, status, str(error), headers, facts={"seconds": str(error.retry_after)})
    language = page_language(request)
    page = notice_page(request, translated("Wait a moment", language), _sentence(error, status, language), status)
    page.headers.update(headers)
    return page


async def come_back_handler(request: Request, error: Exception) -> Response:
    """Return the answer to a request that was refused for now."""
    if not isinstance(error, TooManyRequests | Busy):
        raise error
    return come_back_later(request, error, STATUS[type(error)])


def _sentence(error: ComeBack, status: int, language: str) -> str:
    seconds = error.retry_after
    if status == 429:
        return translated(
            "There were too many requests from your network. Wait %(seconds)s seconds and try again.",
            language,
            seconds=seconds,
        )
    return translated(
        "The service has a lot to do right now. Wait %(seconds)s seconds and try again.", language, seconds=seconds
    )
