"""Refusals outside GraphQL in the language of Accept-Language; Finnish when it names none of our languages."""

from starlette.requests import Request
from starlette.responses import Response

from auth.authentication import AuthenticationRefusal
from schema.execution.messages import message, preferred
from service.http.middleware import refusal


def localised_refusal(request: Request, why: AuthenticationRefusal, says: str = "") -> Response:
    """Return a refusal with the message of its code, or of the message key `says` when that is more precise here."""
    language = preferred(request.headers.get("accept-language", ""))
    headers = {"content-language": language, "vary": "Accept-Language"}
    if why.challenge:
        headers["www-authenticate"] = why.challenge
    return refusal(why.code, why.status, message(says or why.code, language, why.text), headers)
