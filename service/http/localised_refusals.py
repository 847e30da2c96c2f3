"""Refusals outside GraphQL, in the caller's language: by Accept-Language, Finnish where it names none of ours."""

from starlette.requests import Request
from starlette.responses import Response

from auth.authentication import AuthenticationRefusal
from schema.execution.messages import message, preferred
from service.http.middleware import refusal


def localised_refusal(request: Request, why: AuthenticationRefusal, says: str = "") -> Response:
    """Return a refusal in the words of its code, or of `says` where the same code means something narrower here."""
    language = preferred(request.headers.get("accept-language", ""))
    headers = {"content-language": language, "vary": "Accept-Language"}
    if why.challenge:
        headers["www-authenticate"] = why.challenge
    return refusal(why.code, why.status, message(says or why.code, language, why.text), headers)
