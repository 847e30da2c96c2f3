"""The cookies of this service: for this host only, out of reach of scripts, never sent by another site's forms."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from auth.login.provider_metadata import is_loopback


@dataclass(frozen=True)
class Cookies:
    """
    Sets and reads cookies for the service at `public_url`.

    Over https they carry the prefix `__Host-`, which browsers accept only with Secure, the path / and no domain. The
    demo on plain http of this machine has to do without both.
    """

    public_url: str

    @cached_property
    def is_plain(self) -> bool:
        """Whether this is a demo on http://127.0.0.1 or http://localhost."""
        parts = urlsplit(self.public_url)
        return parts.scheme == "http" and is_loopback(parts.hostname)

    def name(self, name: str) -> str:
        """Return the name under which the browser keeps it."""
        return name if self.is_plain else f"__Host-{name}"

    def read(self, request: Request, name: str) -> str | None:
        """Return what the browser sent, None when nothing."""
        return request.cookies.get(self.name(name))

    def put(self, response: Response, name: str, value: str, seconds: int | None = None) -> None:
        """Have the browser keep `value` for so long; without seconds, until it is closed."""
        response.set_cookie(
            self.name(name), value, max_age=seconds, path="/", secure=not self.is_plain, httponly=True, samesite="lax"
        )

    def remove(self, response: Response, name: str) -> None:
        """Have the browser forget it."""
        response.delete_cookie(self.name(name), path="/", secure=not self.is_plain, httponly=True, samesite="lax")
