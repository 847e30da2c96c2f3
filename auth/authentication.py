"""Authentication of a request: by a bearer token or by a browser's session, never by both."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from starlette.requests import Request

from auth.accounts.viewer_cache import ViewerCache
from auth.accounts.viewer_loading import BySession, ByToken, Credentials, LoadedViewer, load_viewer_and_session
from auth.known_heads import read_once
from auth.sessions.cookies import Cookies
from auth.sessions.csrf import CSRF_HEADER, CsrfGuard
from auth.sessions.sessions import COOKIE, TOUCH_INTERVAL, Lifetimes, touch_session
from auth.tokens.access_tokens import TokenVerifiers
from auth.tokens.jwks import KeysUnavailable
from auth.tokens.jwt import TokenRefused
from auth.tokens.random_tokens import token_digest
from auth.viewer import Viewer


@dataclass(frozen=True)
class AuthenticationRefusal:
    """The reason why a request is not served: stable code, HTTP status, and the WWW-Authenticate challenge, if any."""

    code: str
    status: int
    text: str
    challenge: str | None = None


NOT_AUTHENTICATED = AuthenticationRefusal("NOT_AUTHENTICATED", 401, "Log in or send an access token.", "Bearer")
TOKEN_REFUSED = AuthenticationRefusal(
    "TOKEN_REFUSED", 401, "The access token was refused.", 'Bearer error="invalid_token"'
)
TOKEN_MALFORMED = AuthenticationRefusal(
    "TOKEN_MALFORMED", 400, "Authorization must be one bearer token.", 'Bearer error="invalid_request"'
)
PROVIDER_UNAVAILABLE = AuthenticationRefusal(
    "PROVIDER_UNAVAILABLE", 503, "The identity provider does not answer; tokens cannot be verified."
)
WRONG_CONTENT_TYPE = AuthenticationRefusal("CONTENT_TYPE_REFUSED", 415, "Send application/json.")
WRONG_ORIGIN = AuthenticationRefusal("ORIGIN_REFUSED", 403, "The request does not come from a page of this service.")
WRONG_CSRF_TOKEN = AuthenticationRefusal(
    "CSRF_REFUSED", 403, f"The header {CSRF_HEADER} does not belong to this session."
)


@dataclass
class Authenticator:
    """
    Finds out who sends a request.

    By default every request reads the account from the database. `may_be_cached` allows a viewer that was loaded within
    the last minute: only where a statement checks `auth.liveness.liveness_sql` before anything is answered, and the
    request is run again with a viewer from the database when that check fails.
    """

    verifier: TokenVerifiers
    cookies: Cookies
    guard: CsrfGuard
    lifetimes: Lifetimes
    cache: ViewerCache = field(default_factory=ViewerCache)

    async def authenticate(
        self, request: Request, now: datetime, *, may_be_cached: bool = False
    ) -> Viewer | AuthenticationRefusal:
        """
        Return the viewer, or the reason why the request is not served.

        A request with an Authorization header is judged by that header alone; its cookies are ignored. A request with a
        session must be JSON, come from a page of this service and carry the CSRF token of the session.
        """
        by_session = read_once(request, self._by_session)
        credentials = await self._by_token(request, now) if by_session is None else by_session
        if isinstance(credentials, AuthenticationRefusal):
            return credentials
        viewer = await self.viewer(credentials, now, may_be_cached=may_be_cached)
        if isinstance(credentials, ByToken) and viewer:
            return viewer if self.verifier.speaks_for(credentials.token.issuer, viewer.kind) else TOKEN_REFUSED
        return viewer or (NOT_AUTHENTICATED if isinstance(credentials, BySession) else TOKEN_REFUSED)

    async def page_viewer(self, request: Request, now: datetime) -> Viewer | None:
        """Return the viewer whose browser asks for a page. Only for reading: there is no CSRF protection here."""
        session = self.session(request)
        return await self.viewer(BySession(session), now) if session else None

    def session(self, request: Request) -> bytes | None:
        """Return the hash of the session id in the cookie, None when there is no cookie."""
        value = self.cookies.read(request, COOKIE)
        return token_digest(value) if value else None

    async def viewer(self, credentials: Credentials, now: datetime, *, may_be_cached: bool = False) -> Viewer | None:
        """Return the viewer of these credentials, None when they are not valid (any more)."""
        entry = self.cache.get(credentials, now) if may_be_cached else None
        if entry is None:
            entry = await load_viewer_and_session(credentials, now)
            if entry is None:
                self.cache.drop(credentials)
                return None
            self.cache.put(credentials, entry, now)
        await self._touch(credentials, entry, now)
        return _with_token(entry.viewer, credentials)

    async def _by_token(self, request: Request, now: datetime) -> ByToken | AuthenticationRefusal:
        headers = request.headers.getlist("authorization")
        scheme, _, token = headers[0].partition(" ")
        if len(headers) != 1 or scheme.lower() != "bearer" or not token or " " in token:
            return TOKEN_MALFORMED
        try:
            return ByToken(await self.verifier.verify(token, now))
        except TokenRefused:
            return TOKEN_REFUSED
        except KeysUnavailable:
            return PROVIDER_UNAVAILABLE

    def _by_session(self, request: Request) -> BySession | AuthenticationRefusal | None:
        """Return the session of a request, or why it is not served; None when it has a header Authorization."""
        if "authorization" in request.headers:
            return None
        session = self.session(request)
        if session is None:
            return NOT_AUTHENTICATED
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return WRONG_CONTENT_TYPE
        if not self.guard.is_same_origin(request.headers):
            return WRONG_ORIGIN
        if not self.guard.is_token(request.headers.get(CSRF_HEADER, ""), session):
            return WRONG_CSRF_TOKEN
        return BySession(session)

    async def _touch(self, credentials: Credentials, entry: LoadedViewer, now: datetime) -> None:
        """Extend the session; this is written at most once a minute, so that reading causes few writes."""
        if isinstance(credentials, BySession) and entry.seen_at is not None and now - entry.seen_at >= TOUCH_INTERVAL:
            await touch_session(credentials.id_hash, self.lifetimes, now)
            self.cache.note_use(credentials, now)


def _with_token(viewer: Viewer, credentials: Credentials) -> Viewer:
    """Return the viewer with the token of this request: tokens of one client share what was loaded."""
    if isinstance(credentials, BySession):
        return viewer
    token = credentials.token
    if token.id not in viewer.memo:
        viewer.memo[token.id] = replace(viewer, application=token.client, credential=token.id or None)
    found: Viewer = viewer.memo[token.id]
    return found
