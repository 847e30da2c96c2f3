"""The pages of invitations and of links for a new password."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from auth.accounts.one_time_links import INVITATION_PATH, PASSWORD_PATH, OneTimeLink
from resolvers.catalogues import translated
from service.http.templates import fill
from service.login.login_pages import LoginPages


@dataclass(frozen=True)
class InvitationPages:
    """These pages in one language. They say nothing of the person, because a link may fall into other hands."""

    pages: LoginPages

    @property
    def language(self) -> str:
        """The language of the pages."""
        return self.pages.language

    def choose_password(self, link: OneTimeLink, username: str = "", problem: str = "", status: int = 200) -> Response:
        """Return the page on which an invited person chooses user name and password."""
        title = translated("Take your account into use", self.language)
        body = fill(
            "invitation_password",
            self.language,
            title=title,
            action=INVITATION_PATH,
            link=link,
            username=username,
            problem=problem,
        )
        return self.pages.page(f"{title} – Polku", body, self.pages.form_policy(), status)

    def choose_log_in(self, choices: Sequence[tuple[str, str]]) -> Response:
        """Return the page from which an invited person logs in; `choices` are title and address of each provider."""
        title = translated("Take your account into use", self.language)
        body = fill("invitation_log_in", self.language, title=title, choices=choices)
        return self.pages.page(f"{title} – Polku", body, self.pages.form_policy(), 200)

    def set_password(self, link: OneTimeLink, problem: str = "", status: int = 200) -> Response:
        """Return the page on which a person who forgot the password sets a new one."""
        title = translated("Set a new password", self.language)
        body = fill("new_password", self.language, title=title, action=PASSWORD_PATH, link=link, problem=problem)
        return self.pages.page(f"{title} – Polku", body, self.pages.form_policy(), status)

    def password_set(self) -> Response:
        """Return the page that says that the new password is in force."""
        return self.pages.notice(
            translated("Your new password is in force", self.language),
            translated(
                "Everywhere you were logged in, you have been logged out. Log in with the new password.", self.language
            ),
            200,
            "/auth/login",
            translated("Log in", self.language),
        )

    def refused(self, reason: str) -> Response:
        """Return the page for a link that does not work, with what to do."""
        return self.pages.notice(translated("The link does not work", self.language), self._advice(reason), 410)

    def _advice(self, reason: str) -> str:
        if reason == "USED":
            return translated(
                "The invitation has been used or withdrawn. If you used it yourself, log in. Otherwise ask the person "
                "who invited you.",
                self.language,
            )
        if reason == "EXPIRED":
            return translated(
                "The invitation is too old. Ask the person who invited you for a new link.", self.language
            )
        if reason == "WRONG_PROVIDER":
            return translated(
                "You logged in at a service that is not for you. Open the link again and choose another one.",
                self.language,
            )
        if reason == "IDENTITY_TAKEN":
            return translated(
                "You have an account already with this log-in. Log in with it, or ask the administrator.", self.language
            )
        return translated(
            "The link is not whole, or a newer one was made. Copy it again, or ask for a new one.", self.language
        )

    def name_taken_sentence(self) -> str:
        """Return what a person reads whose user name somebody else has."""
        return translated("Somebody else has this user name. Choose another one.", self.language)

    def name_missing_sentence(self) -> str:
        """Return what a person reads who gave no user name that can be used."""
        return translated("Give a user name of 3 to 100 characters.", self.language)
