"""A value that a log-in begins with comes back sealed, together with the person whom the provider identified."""

from urllib.parse import parse_qsl, urlsplit

from models.session import Session
from tests.support.login.form_browser import FormBrowser
from tests.support.login.login_service import LoginService
from tests.support.login.providers import PASSWORD


async def test_the_identity_and_the_invitation_come_back_although_there_is_no_account(
    login_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    subject, log_in = await login_service.provider.subject(username), login_service.identity.providers.first.log_in
    begun = await log_in.begin("/graphiql", login_service.clock(), "an-invitation")

    page = await form_browser.open(begun.address)
    while urlsplit(str(page.url)).path != "/auth/callback":
        page = await form_browser.submit(page, username=username, login=username, password=PASSWORD)
    query = dict(parse_qsl(urlsplit(form_browser.visited[-1]).query))
    identity = await log_in.finish(begun.sealed, query, login_service.clock())

    assert (identity.issuer, identity.subject) == (login_service.provider.issuer, subject)
    assert (identity.go_to, identity.invitation) == ("/graphiql", "an-invitation")
    assert "an-invitation" not in begun.address + begun.sealed
    assert await Session.all().count() == 0
