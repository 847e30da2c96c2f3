"""The forms that browsers and clients send: bounded in bytes and in fields before they are taken apart."""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from models.values import is_within
from schema.execution.messages import message, preferred
from service.http.middleware import refusal

FORM_BYTES, FIELDS, VALUE_LENGTH = 64_000, 60, 8_000  # characters of a value; the longest is a client's assertion


class FormTooLong(Exception):
    """A form has more bytes, more fields or a longer value than any form of ours."""

    code = "FORM_TOO_LONG"


async def read_form(request: Request) -> FormData:
    """
    Return the fields of a form.

    :raises FormTooLong: when it is longer than any form of ours
    """
    body = await request.body()
    if len(body) > FORM_BYTES or body.count(b"&") >= FIELDS:
        raise FormTooLong
    form = await request.form(max_files=FIELDS, max_fields=FIELDS, max_part_size=FORM_BYTES)
    texts = (text for pair in form.multi_items() for text in pair if isinstance(text, str))
    if not all(is_within(text, VALUE_LENGTH) for text in texts):
        raise FormTooLong
    return form


async def form_too_long(request: Request, error: Exception) -> Response:
    """Return 413 for a form that is too long, in the language of the browser."""
    if not isinstance(error, FormTooLong):
        raise error
    language = preferred(request.headers.get("accept-language", ""))
    return refusal(error.code, 413, message(error.code, language, ""), {"content-language": language})
