"""Refusals outside GraphQL in the language of Accept-Language; Finnish when it names none of our languages."""

from starlette.requests import Request
from starlette.responses import Response

from auth.authentication import AuthenticationRefusal
from service.http.middleware import refusal


def localised_refusal(request: Request, refused: AuthenticationRefusal, message_key: str = "") -> Response:
    """Return a refusal with the message of its code, or of `message_key` when that is more precise here."""
    del request
    headers = {"www-authenticate": refused.challenge} if refused.challenge else {}
    return refusal(refused.code, refused.status, refused.text, headers, words=message_key)
