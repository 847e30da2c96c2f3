"""Where the API says which provider's tokens it takes. Source: RFC 9728."""

from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from auth.provider.discovery import resource_metadata
from service.settings import Settings

API_PATH = "/graphql"
_WELL_KNOWN = "/.well-known/oauth-protected-resource"


def resource_routes(settings: Settings) -> list[BaseRoute]:
    """Return the routes of the metadata: of the service as a whole, and of its API."""
    return [
        Route(f"{_WELL_KNOWN}{path}", partial(_metadata, settings, f"{settings.public_url}{path}"))
        for path in ("", API_PATH)
    ]


async def _metadata(settings: Settings, resource: str, _request: Request) -> Response:
    return JSONResponse(resource_metadata(resource, settings.oidc_issuer))


def challenge_of(challenge: str, settings: Settings) -> str:
    """Return a WWW-Authenticate challenge that also says where the metadata of the API is. Source: RFC 9728 § 5.1."""
    address = f"{settings.public_url}{_WELL_KNOWN}{API_PATH}"
    separator = "," if "=" in challenge else ""
    return f'{challenge}{separator} resource_metadata="{address}"'
