"""The cookies of this service: only for this host, not readable by scripts, never sent with forms of other sites."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from auth.tokens.addresses import is_loopback


@dataclass(frozen=True)
class Cookies:
    """
    Sets and reads cookies for the service at `public_url`.

    Over https they carry the prefix `__Host-`, which browsers accept only with Secure, the path / and no domain. The
    demo, on plain http on this machine, works without the prefix and without Secure.
    """

    public_url: str

    @cached_property
    def is_plain(self) -> bool:
        """Whether this is a demo on http://127.0.0.1 or http://localhost."""
        parts = urlsplit(self.public_url)
        return parts.scheme == "http" and is_loopback(parts.hostname)

    def name(self, name: str) -> str:
        """Return the name under which the browser stores the cookie."""
        return name if self.is_plain else f"__Host-{name}"

    def read(self, request: Request, name: str) -> str | None:
        """Return the value that the browser sent, None when it sent none."""
        return request.cookies.get(self.name(name))

    def put(self, response: Response, name: str, value: str, seconds: int | None = None) -> None:
        """Set a cookie for so many seconds; without `seconds`, until the browser is closed."""
        response.set_cookie(
            self.name(name), value, max_age=seconds, path="/", secure=not self.is_plain, httponly=True, samesite="lax"
        )

    def remove(self, response: Response, name: str) -> None:
        """Delete a cookie."""
        response.delete_cookie(self.name(name), path="/", secure=not self.is_plain, httponly=True, samesite="lax")
