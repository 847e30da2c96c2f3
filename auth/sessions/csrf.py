"""Protection against requests that a page of another site makes a browser send (CSRF)."""

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Final

from starlette.datastructures import Headers

CSRF_HEADER: Final = "x-csrf-token"
CSRF_FIELD: Final = "csrf_token"


@dataclass(frozen=True)
class CsrfGuard:
    """
    Makes and checks the tokens that our own pages send.

    A token is bound to its session by a key outside the database, so a copy of the database gives no token. `keys` are
    all keys that an open page may still use, the current one first.
    """

    keys: tuple[bytes, ...]
    public_url: str

    def token(self, session: bytes) -> str:
        """Return the token of a session, given the hash of its id."""
        return _token_of(self.keys[0], session)

    def is_token(self, value: str, session: bytes) -> bool:
        """Return, in constant time, whether `value` is a token of this session."""
        return any(hmac.compare_digest(_token_of(key, session).encode(), value.encode()) for key in self.keys)

    def is_same_origin(self, headers: Headers) -> bool:
        """
        Return whether the request comes from a page of this service.

        Browsers send `Origin: null` with a form on a page under no-referrer: then only Sec-Fetch-Site, which no script
        can set, decides. A request with neither header comes from no browser, and a cookie is not accepted from it.
        """
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and origin != "null":
            return origin == self.public_url and site in (None, "same-origin")
        return site == "same-origin"


@lru_cache(10_000)
def _token_of(key: bytes, session: bytes) -> str:
    """Return the token that `key` makes for a session."""
    return urlsafe_b64encode(hmac.digest(key, b"csrf:" + session, sha256)).decode().rstrip("=")
