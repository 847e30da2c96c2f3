"""The HTML pages of log-in and log-out."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.responses import Response

from auth.accounts.undertaking import UNDERTAKING_VERSION
from auth.provider.exchange import Parameters
from auth.viewer import Viewer
from service.http.page_layout import content_policy, page_with_layout, static_address
from service.http.templates import Html, fill
from service.settings import Settings

WRONG_CREDENTIALS = "Käyttäjätunnus tai salasana on väärä."
WAIT = "Liian monta yritystä. Odota {seconds} sekuntia ja yritä uudelleen."


@dataclass(frozen=True)
class LoginPages:
    """The pages of log-in and log-out. They run no script and load nothing from other hosts."""

    settings: Settings
    static: str = field(default_factory=static_address)

    def log_in(self, parameters: Parameters, redirect_uri: str) -> Response:
        """Return the log-in page of the embedded provider; hidden fields hold the client's request."""
        return self._log_in(parameters, redirect_uri, "", "", 200)

    def log_in_again(self, parameters: Parameters, redirect_uri: str, username: str) -> Response:
        """Return the log-in page after a wrong name or password; it does not say which one is wrong."""
        return self._log_in(parameters, redirect_uri, username, WRONG_CREDENTIALS, 403)

    def throttled(self, parameters: Parameters, redirect_uri: str, username: str, retry_after: int) -> Response:
        """Return the log-in page for a person who must wait."""
        response = self._log_in(parameters, redirect_uri, username, WAIT.format(seconds=retry_after), 429)
        response.headers["retry-after"] = str(retry_after)
        return response

    def undertaking(self, viewer: Viewer, csrf_token: str, go_to: str) -> Response:
        """Return the page with the confidentiality undertaking."""
        body = fill("undertaking", name=viewer.name, version=UNDERTAKING_VERSION, csrf_token=csrf_token, go_to=go_to)
        return self._page("Salassapitositoumus – Polku", body, self._policy(), 200)

    def no_account(self) -> Response:
        """Return the page for a person who has no account in this service."""
        return self._notice(
            "Sinulla ei ole tunnusta",
            "Kirjautuminen onnistui, mutta sinulle ei ole avattu käyttöoikeutta Polkuun. Pyydä se esihenkilöltäsi tai "
            "pääkäyttäjältä. Käyttöoikeutta ei voi avata itse.",
            403,
        )

    def log_in_refused(self) -> Response:
        """Return the page for a log-in that did not begin here, or was answered twice."""
        return self._notice(
            "Kirjautuminen keskeytyi",
            "Kirjautumista ei voitu viedä loppuun. Näin käy, kun sivu on ollut auki liian kauan tai sama linkki on "
            "avattu kahdesti. Aloita kirjautuminen alusta.",
            400,
            "/auth/login",
            "Kirjaudu uudelleen",
        )

    def provider_down(self) -> Response:
        """Return the page for the time when the identity provider does not answer."""
        return self._notice(
            "Kirjautuminen ei juuri nyt toimi",
            "Tunnistuspalvelu ei vastaa. Yritä hetken kuluttua uudelleen. Jo kirjautuneet voivat jatkaa työtään.",
            503,
        )

    def logged_out(self) -> Response:
        """Return the page after log-out."""
        return self._notice("Olet kirjautunut ulos", "Voit sulkea selaimen.", 200, "/auth/login", "Kirjaudu uudelleen")

    def form_refused(self) -> Response:
        """Return the page for a form that our own page did not send, or that is too old."""
        return self._notice(
            "Lomaketta ei hyväksytty",
            "Lomake ei kuulu tähän istuntoon. Palaa etusivulle ja yritä uudelleen.",
            403,
        )

    def bad_request(self) -> Response:
        """Return the page for a person whom a client sent with a wrong authorization request."""
        return self._notice(
            "Kirjautumispyyntö on virheellinen",
            "Sovellus, josta tulit, pyysi kirjautumista väärin. Kerro tästä sovelluksen ylläpitäjälle.",
            400,
        )

    def _log_in(self, parameters: Parameters, redirect_uri: str, username: str, problem: str, status: int) -> Response:
        hidden = Html("".join(fill("hidden_field", name=name, value=value) for name, value in parameters))
        alert = fill("alert", text=problem) if problem else Html("")
        body = fill("log_in", hidden=hidden, username=username, alert=alert)
        parts = urlsplit(redirect_uri)
        # Chromium applies form-action also to the redirect after the form, and that redirect leads to the client.
        policy = self._policy(f"{parts.scheme}://{parts.netloc}")
        return self._page("Kirjaudu – Polku", body, policy, status)

    def _notice(self, heading: str, text: str, status: int, link: str = "/", label: str = "Etusivulle") -> Response:
        body = fill("notice", heading=heading, text=text, link=link, label=label)
        return self._page(f"{heading} – Polku", body, content_policy(self.settings), status)

    def _page(self, title: str, body: Html, policy: str, status: int) -> Response:
        head = fill("entrance_head", static=self.static)
        return page_with_layout(title, body, policy=policy, static=self.static, head=head, status=status)

    def _policy(self, *origins: str) -> str:
        """Return a stricter policy than that of other pages: no script, and forms only to us and to `origins`."""
        targets = " ".join(dict.fromkeys(["'self'", *origins]))
        return (
            "default-src 'none'; style-src 'self'; img-src 'self'; "
            f"form-action {targets}; base-uri 'none'; frame-ancestors 'none'"
        )
