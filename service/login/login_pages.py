"""The HTML pages of log-in and log-out."""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode, urlsplit

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from auth.accounts.undertaking import Undertaking
from auth.login.callback import RefusalCause
from auth.provider.client_addresses import form_target
from auth.provider.exchange import Parameters
from auth.provider.passwords import PasswordLength, PasswordTooWeak
from auth.provider.second_factor.challenges import SealedChallenge
from auth.provider.second_factor.one_time_codes import enrolment_address, qr_code
from auth.viewer import Viewer
from resolvers.catalogues import translated
from service.http.page_layout import content_policy, page_language, page_with_layout, static_address
from service.http.templates import fill
from service.login.log_in_notices import LogInNotice, misconfigured_notice, refusal_notice, wrong_provider_notice
from service.provider_settings import ProviderSettings, configured_providers
from service.settings import Settings

LOG_IN = "/auth/login"
LANGUAGE_NAMES = {"fi": "Suomeksi", "sv": "På svenska", "en": "In English"}


def log_in_address(go_to: str = "/", **parameters: str) -> str:
    """Return the address of the log-in that leads to `go_to`."""
    return f"{LOG_IN}?{urlencode({**parameters, **({'next': go_to} if go_to != '/' else {})})}"


@dataclass(frozen=True)
class LoginPages:
    """The pages of log-in and log-out in one language. They run no script and load nothing from other hosts."""

    settings: Settings
    static: str = field(default_factory=static_address)
    language: str = "fi"

    def for_request(self, request: Request) -> "LoginPages":
        """Return the pages in the language of a browser whose person is not known."""
        return replace(self, language=page_language(request))

    def in_language(self, language: str) -> "LoginPages":
        """Return the pages in the language of a person who is known."""
        return replace(self, language=language)

    def log_in(self, parameters: Parameters, redirect_uri: str) -> Response:
        """Return the log-in page of the embedded provider; hidden fields hold the client's request."""
        return self._log_in(parameters, redirect_uri, "", "", 200)

    def log_in_again(self, parameters: Parameters, redirect_uri: str, username: str) -> Response:
        """Return the log-in page after a wrong name or password; it does not say which one is wrong."""
        problem = translated("The user name or the password is wrong.", self.language)
        return self._log_in(parameters, redirect_uri, username, problem, 403)

    def throttled(self, parameters: Parameters, redirect_uri: str, username: str, retry_after: int) -> Response:
        """Return the log-in page for a person who must wait."""
        problem = self.wait_sentence(retry_after)
        response = self._log_in(parameters, redirect_uri, username, problem, 429)
        response.headers["retry-after"] = str(retry_after)
        return response

    def log_in_expired(self, parameters: Parameters, redirect_uri: str) -> Response:
        """Return the log-in page for a person whose second factor came too late, or from elsewhere."""
        sentence = translated("The log-in took too long or was answered already. Log in again.", self.language)
        return self._log_in(parameters, redirect_uri, "", sentence, 403)

    def second_factor(
        self, parameters: Parameters, redirect_uri: str, challenge: str, problem: str, status: int
    ) -> Response:
        """Return the page on which a code is typed."""
        body = fill("second_factor", self.language, parameters=parameters, challenge=challenge, problem=problem)
        title = translated("Enter the code", self.language)
        return self.page(f"{title} – Polku", body, self.form_policy(form_target(redirect_uri)), status)

    def enrolment(
        self, parameters: Parameters, redirect_uri: str, sealed: SealedChallenge, problem: str, status: int
    ) -> Response:
        """Return the page on which a device is set up; its picture is part of the page."""
        address = enrolment_address(sealed.challenge.secret, sealed.challenge.username)
        body = fill(
            "second_factor_enrolment",
            self.language,
            parameters=parameters,
            challenge=sealed.text,
            problem=problem,
            secret=sealed.challenge.secret,
            address=address,
            picture=qr_code(address),
        )
        policy = self.form_policy(form_target(redirect_uri)).replace("img-src 'self'", "img-src 'self' data:")
        return self.page(f"{translated('Set up the second factor', self.language)} – Polku", body, policy, status)

    def recovery_codes(self, parameters: Parameters, redirect_uri: str, challenge: str, codes: list[str]) -> Response:
        """Return the page that shows the recovery codes, once."""
        body = fill("recovery_codes", self.language, parameters=parameters, challenge=challenge, codes=codes)
        title = translated("Save your recovery codes", self.language)
        return self.page(f"{title} – Polku", body, self.form_policy(form_target(redirect_uri)), 200)

    def password(self, username: str, csrf_token: str, problem: str = "", status: int = 200) -> Response:
        """Return the page on which a person changes the own password."""
        body = fill("password", self.language, username=username, csrf_token=csrf_token, problem=problem)
        title = translated("Change your password", self.language)
        return self.page(f"{title} – Polku", body, self.form_policy(), status)

    def password_changed(self) -> Response:
        """Return the page after the change."""
        return self.notice(
            translated("Your password is changed", self.language),
            translated("You are logged out everywhere else. Use the new password from now on.", self.language),
            200,
        )

    def password_elsewhere(self) -> Response:
        """Return the page for a person whose password is not kept here."""
        return self.notice(
            translated("Your password is not kept here", self.language),
            translated("You log in through another identity provider. Change your password there.", self.language),
            404,
        )

    def wait_sentence(self, seconds: int) -> str:
        """Return what a person reads who must wait."""
        return translated("Too many attempts. Wait %(seconds)s seconds and try again.", self.language, seconds=seconds)

    def wrong_code_sentence(self) -> str:
        """Return what a person reads after a wrong code."""
        return translated("The code is wrong or was used already. Wait for the next one and try again.", self.language)

    def wrong_password_sentence(self) -> str:
        """Return what a person reads who mistyped the present password."""
        return translated("The present password is wrong. Type it again.", self.language)

    def passwords_differ_sentence(self) -> str:
        """Return what a person reads who typed the new password in two ways."""
        return translated("The new passwords are not the same. Type the new one twice.", self.language)

    def same_password_sentence(self) -> str:
        """Return what a person reads who did not choose another password."""
        return translated("The new password is the present one. Choose another.", self.language)

    def weak_password_sentence(self, weak: PasswordTooWeak) -> str:
        """Return what a person reads whose new password is too weak."""
        if isinstance(weak, PasswordLength):
            return translated("A password has 12 to 128 characters. Choose a longer or a shorter one.", self.language)
        return translated(
            "The password is too easy to guess. Use for example four words that have nothing to do with each other.",
            self.language,
        )

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
        return self.page(f"{title} – Polku", body, self.form_policy(), 200)

    def choose_provider(self, go_to: str, *, is_unknown: bool = False) -> Response:
        """Return the page on which a person chooses where to log in; a name that does not exist leads there too."""
        problem = translated("That log-in does not exist. Choose one of these.", self.language) if is_unknown else ""
        body = fill(
            "choose_provider",
            self.language,
            problem=problem,
            choices=[
                (self._title(one), log_in_address(go_to, provider=one.terms.name, lang=self.language))
                for one in configured_providers(self.settings)
            ],
            languages=[(code, name, log_in_address(go_to, lang=code)) for code, name in LANGUAGE_NAMES.items()],
        )
        title = f"{translated('Log in', self.language)} – Polku"
        return self.page(title, body, self.form_policy(), 404 if is_unknown else 200)

    def log_in_refused(self, cause: RefusalCause) -> Response:
        """Return the page for a log-in that was refused; from there one begins anew."""
        return self._begin_anew(refusal_notice(cause, self.language))

    def wrong_provider(self) -> Response:
        """Return the page for a person of a kind that this provider does not identify."""
        return self._begin_anew(wrong_provider_notice(self.language))

    def misconfigured(self) -> Response:
        """Return the page for a provider that does not fit the settings."""
        notice = misconfigured_notice(self.language)
        return self.notice(notice.heading, notice.text, notice.status)

    def no_account(self) -> Response:
        """Return the page for a person who has no account in this service."""
        return self.notice(
            translated("You have no account", self.language),
            translated(
                "You logged in correctly, but nobody has opened an account for you in Polku. Ask your supervisor or "
                "the administrator for an invitation. Nobody can open an account alone.",
                self.language,
            ),
            403,
        )

    def provider_down(self) -> Response:
        """Return the page for the time when the identity provider does not answer."""
        return self.notice(
            translated("Logging in does not work right now", self.language),
            translated(
                "The identity provider does not answer. Try again in a while. Who has logged in already can go on.",
                self.language,
            ),
            503,
        )

    def logged_out(self) -> Response:
        """Return the page after log-out."""
        return self.notice(
            translated("You have logged out", self.language),
            translated("You can close the browser.", self.language),
            200,
            "/auth/login",
            translated("Log in again", self.language),
        )

    def form_refused(self) -> Response:
        """Return the page for a form that our own page did not send, or that is too old."""
        return self.notice(
            translated("The form was not accepted", self.language),
            translated("The form does not belong to this session. Go to the start page and try again.", self.language),
            403,
        )

    def bad_request(self) -> Response:
        """Return the page for a person whom a client sent with a wrong authorization request."""
        return self.notice(
            translated("The request to log in is wrong", self.language),
            translated(
                "The application from which you came asked for the log-in in a wrong way. Tell its maintainer.",
                self.language,
            ),
            400,
        )

    def _log_in(self, parameters: Parameters, redirect_uri: str, username: str, problem: str, status: int) -> Response:
        body = fill("log_in", self.language, parameters=parameters, username=username, problem=problem)
        # Chromium applies form-action also to the redirect after the form, and that redirect leads to the client.
        policy = self.form_policy(form_target(redirect_uri))
        return self.page(f"{translated('Log in', self.language)} – Polku", body, policy, status)

    def _begin_anew(self, notice: LogInNotice) -> Response:
        """Return a notice that leads back to the log-in."""
        again = translated("Log in again", self.language)
        return self.notice(notice.heading, notice.text, notice.status, log_in_address(lang=self.language), again)

    def _title(self, provider: ProviderSettings) -> str:
        """Return the name of a log-in; that of `POLKU_OIDC_…` has none of its own."""
        if title := provider.terms.titles.get(self.language):
            return title
        if self.settings.has_own_provider:
            return translated("User name and password of Polku", self.language)
        return translated("Log in with %(host)s", self.language, host=urlsplit(provider.issuer).netloc)

    def notice(self, heading: str, text: str, status: int, link: str = "/", label: str = "") -> Response:
        label = label or translated("To the start page", self.language)
        body = fill("notice", self.language, heading=heading, text=text, link=link, label=label)
        return self.page(f"{heading} – Polku", body, content_policy(self.settings), status)

    def page(self, title: str, body: Markup, policy: str, status: int) -> Response:
        head = fill("entrance_head", static=self.static)
        return page_with_layout(
            title, body, policy=policy, static=self.static, head=head, status=status, language=self.language
        )

    def form_policy(self, *origins: str) -> str:
        """Return a stricter policy than that of other pages: no script, and forms only to us and to `origins`."""
        targets = " ".join(dict.fromkeys(["'self'", *origins]))
        return (
            "default-src 'none'; style-src 'self'; img-src 'self'; "
            f"form-action {targets}; base-uri 'none'; frame-ancestors 'none'"
        )
