"""Who sent this request: a bearer token or a browser's session, never both, never a guess."""

from dataclasses import dataclass, field
from datetime import datetime

from starlette.requests import Request

from auth.accounts.viewer_cache import KeptViewers
from auth.accounts.viewer_loading import BySession, ByToken, Credentials, Entry, load_entry
from auth.sessions.cookies import Cookies
from auth.sessions.csrf import HEADER, ForgeryGuard
from auth.sessions.sessions import COOKIE, TOUCH, Lifetimes, move_on
from auth.tokens.access_tokens import TokenVerifier
from auth.tokens.jwks import KeysUnavailable
from auth.tokens.jwt import TokenRefused
from auth.tokens.random_tokens import digest
from auth.viewer import Viewer


@dataclass(frozen=True)
class Refusal:
    """Why a request is not served: a stable code, the HTTP status, and the challenge for WWW-Authenticate, if any."""

    code: str
    status: int
    text: str
    challenge: str | None = None


NOBODY = Refusal("NOT_AUTHENTICATED", 401, "Log in or send an access token.", "Bearer")
BAD_TOKEN = Refusal("TOKEN_REFUSED", 401, "The access token was refused.", 'Bearer error="invalid_token"')
MALFORMED = Refusal("TOKEN_MALFORMED", 400, "Authorization must be one bearer token.", 'Bearer error="invalid_request"')
NO_PROVIDER = Refusal("PROVIDER_UNAVAILABLE", 503, "The identity provider does not answer; tokens cannot be verified.")
WRONG_TYPE = Refusal("CONTENT_TYPE_REFUSED", 415, "Send application/json.")
FOREIGN = Refusal("ORIGIN_REFUSED", 403, "The request does not come from a page of this service.")
FORGED = Refusal("CSRF_REFUSED", 403, f"The header {HEADER} does not belong to this session.")


@dataclass
class Authenticator:
    """
    Tells who sends a request.

    By default every request asks the database once. `may_be_kept` allows a viewer that was loaded within the last
    minute: only for a statement that itself verifies `auth.liveness.live_sql` and, when that fails, is run again after
    `kept.forget`.
    """

    verifier: TokenVerifier
    cookies: Cookies
    guard: ForgeryGuard
    lifetimes: Lifetimes
    kept: KeptViewers = field(default_factory=KeptViewers)

    async def authenticate(self, request: Request, now: datetime, *, may_be_kept: bool = False) -> Viewer | Refusal:
        """
        Return who asks, or why the request is not served.

        A request with an Authorization header is judged by it alone; its cookies are not looked at. A request with a
        session must be JSON, come from our own page and carry the session's CSRF token.
        """
        if "authorization" in request.headers:
            credentials: Credentials | Refusal = await self._by_token(request, now)
        else:
            credentials = self._by_session(request)
        if isinstance(credentials, Refusal):
            return credentials
        viewer = await self.viewer(credentials, now, may_be_kept=may_be_kept)
        return viewer or (NOBODY if isinstance(credentials, BySession) else BAD_TOKEN)

    async def page_viewer(self, request: Request, now: datetime) -> Viewer | None:
        """Return whose browser asks for a page. For reading only: nothing here protects against another site's form."""
        session = self.session(request)
        return await self.viewer(BySession(session), now) if session else None

    def session(self, request: Request) -> bytes | None:
        """Return the hash of the session id in the cookie, None without a cookie."""
        value = self.cookies.read(request, COOKIE)
        return digest(value) if value else None

    async def viewer(self, credentials: Credentials, now: datetime, *, may_be_kept: bool = False) -> Viewer | None:
        """Return the viewer of these credentials, None when they are worth nothing (any more)."""
        entry = self.kept.get(credentials, now) if may_be_kept else None
        if entry is None:
            entry = await load_entry(credentials, now)
            if entry is None:
                self.kept.drop(credentials)
                return None
            self.kept.put(credentials, entry, now)
        await self._use(credentials, entry, now)
        return entry.viewer

    async def _by_token(self, request: Request, now: datetime) -> ByToken | Refusal:
        headers = request.headers.getlist("authorization")
        scheme, _, token = headers[0].partition(" ")
        if len(headers) != 1 or scheme.lower() != "bearer" or not token or " " in token:
            return MALFORMED
        try:
            return ByToken(await self.verifier.verify(token, now))
        except TokenRefused:
            return BAD_TOKEN
        except KeysUnavailable:
            return NO_PROVIDER

    def _by_session(self, request: Request) -> BySession | Refusal:
        session = self.session(request)
        if session is None:
            return NOBODY
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return WRONG_TYPE
        if not self.guard.is_same_origin(request.headers):
            return FOREIGN
        if not self.guard.is_token(request.headers.get(HEADER, ""), session):
            return FORGED
        return BySession(session)

    async def _use(self, credentials: Credentials, entry: Entry, now: datetime) -> None:
        """Let the session live on; written once a minute, so that reading does not write."""
        if isinstance(credentials, BySession) and entry.seen_at is not None and now - entry.seen_at >= TOUCH:
            await move_on(credentials.id_hash, self.lifetimes, now)
            self.kept.note_use(credentials, now)
