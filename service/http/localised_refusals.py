"""Refusals outside GraphQL in the language of Accept-Language; Finnish when it names none of our languages."""

from starlette.requests import Request
from starlette.responses import Response

from auth.authentication import AuthenticationRefusal
from schema.execution.messages import message, preferred
from service.http.middleware import refusal


def localised_refusal(request: Request, refused: AuthenticationRefusal, message_key: str = "") -> Response:
    """Return a refusal with the message of its code, or of `message_key` when that is more precise here."""
    language = preferred(request.headers.get("accept-language", ""))
    headers = {"content-language": language, "vary": "Accept-Language"}
    if refused.challenge:
        headers["www-authenticate"] = refused.challenge
    return refusal(refused.code, refused.status, message(message_key or refused.code, language, refused.text), headers)
