"""The HTML pages of log-in and log-out."""

from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from auth.accounts.undertaking import Undertaking
from auth.provider.exchange import Parameters
from auth.viewer import Viewer
from resolvers.catalogues import translated
from service.http.page_layout import content_policy, page_language, page_with_layout, static_address
from service.http.templates import fill
from service.settings import Settings


@dataclass(frozen=True)
class LoginPages:
    """The pages of log-in and log-out in one language. They run no script and load nothing from other hosts."""

    settings: Settings
    static: str = field(default_factory=static_address)
    language: str = "fi"

    def for_request(self, request: Request) -> "LoginPages":
        """Return the pages in the language of a browser whose person is not known."""
        return replace(self, language=page_language(request))

    def log_in(self, parameters: Parameters, redirect_uri: str) -> Response:
        """Return the log-in page of the embedded provider; hidden fields hold the client's request."""
        return self._log_in(parameters, redirect_uri, "", "", 200)

    def log_in_again(self, parameters: Parameters, redirect_uri: str, username: str) -> Response:
        """Return the log-in page after a wrong name or password; it does not say which one is wrong."""
        problem = translated("The user name or the password is wrong.", self.language)
        return self._log_in(parameters, redirect_uri, username, problem, 403)

    def throttled(self, parameters: Parameters, redirect_uri: str, username: str, retry_after: int) -> Response:
        """Return the log-in page for a person who must wait."""
        problem = translated(
            "Too many attempts. Wait %(seconds)s seconds and try again.", self.language, seconds=retry_after
        )
        response = self._log_in(parameters, redirect_uri, username, problem, 429)
        response.headers["retry-after"] = str(retry_after)
        return response

    def undertaking(self, viewer: Viewer, text: Undertaking, csrf_token: str, go_to: str) -> Response:
        """Return the page with the confidentiality undertaking, in the language of the person."""
        if self.language != viewer.language:
            return replace(self, language=viewer.language).undertaking(viewer, text, csrf_token, go_to)
        title = text.titles[self.language]
        body = fill(
            "undertaking",
            self.language,
            name=viewer.name,
            title=title,
            paragraphs=[part.strip() for part in text.bodies[self.language].split("\n\n") if part.strip()],
            version=text.version,
            csrf_token=csrf_token,
            go_to=go_to,
        )
        return self._page(f"{title} – Polku", body, self._policy(), 200)

    def no_account(self) -> Response:
        """Return the page for a person who has no account in this service."""
        return self._notice(
            translated("You have no account", self.language),
            translated(
                "You logged in correctly, but nobody has opened an account for you in Polku. Ask your supervisor or "
                "the administrator for an invitation. Nobody can open an account alone.",
                self.language,
            ),
            403,
        )

    def log_in_refused(self) -> Response:
        """Return the page for a log-in that did not begin here, or was answered twice."""
        return self._notice(
            translated("The log-in was interrupted", self.language),
            translated(
                "The log-in could not be completed. This happens when the page was open too long or the same link was "
                "opened twice. Start the log-in again.",
                self.language,
            ),
            400,
            "/auth/login",
            translated("Log in again", self.language),
        )

    def provider_down(self) -> Response:
        """Return the page for the time when the identity provider does not answer."""
        return self._notice(
            translated("Logging in does not work right now", self.language),
            translated(
                "The identity provider does not answer. Try again in a while. Who has logged in already can go on.",
                self.language,
            ),
            503,
        )

    def logged_out(self) -> Response:
        """Return the page after log-out."""
        return self._notice(
            translated("You have logged out", self.language),
            translated("You can close the browser.", self.language),
            200,
            "/auth/login",
            translated("Log in again", self.language),
        )

    def form_refused(self) -> Response:
        """Return the page for a form that our own page did not send, or that is too old."""
        return self._notice(
            translated("The form was not accepted", self.language),
            translated("The form does not belong to this session. Go to the start page and try again.", self.language),
            403,
        )

    def bad_request(self) -> Response:
        """Return the page for a person whom a client sent with a wrong authorization request."""
        return self._notice(
            translated("The request to log in is wrong", self.language),
            translated(
                "The application from which you came asked for the log-in in a wrong way. Tell its maintainer.",
                self.language,
            ),
            400,
        )

    def _log_in(self, parameters: Parameters, redirect_uri: str, username: str, problem: str, status: int) -> Response:
        body = fill("log_in", self.language, parameters=parameters, username=username, problem=problem)
        parts = urlsplit(redirect_uri)
        # Chromium applies form-action also to the redirect after the form, and that redirect leads to the client.
        policy = self._policy(f"{parts.scheme}://{parts.netloc}")
        return self._page(f"{translated('Log in', self.language)} – Polku", body, policy, status)

    def _notice(self, heading: str, text: str, status: int, link: str = "/", label: str = "") -> Response:
        label = label or translated("To the start page", self.language)
        body = fill("notice", self.language, heading=heading, text=text, link=link, label=label)
        return self._page(f"{heading} – Polku", body, content_policy(self.settings), status)

    def _page(self, title: str, body: Markup, policy: str, status: int) -> Response:
        head = fill("entrance_head", static=self.static)
        return page_with_layout(
            title, body, policy=policy, static=self.static, head=head, status=status, language=self.language
        )

    def _policy(self, *origins: str) -> str:
        """Return a stricter policy than that of other pages: no script, and forms only to us and to `origins`."""
        targets = " ".join(dict.fromkeys(["'self'", *origins]))
        return (
            "default-src 'none'; style-src 'self'; img-src 'self'; "
            f"form-action {targets}; base-uri 'none'; frame-ancestors 'none'"
        )
