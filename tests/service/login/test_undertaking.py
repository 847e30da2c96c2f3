"""The page of the undertaking: the text in force, in the language of the person, accepted as it was shown."""

from datetime import date
from typing import Any

from auth.login.login_events import LoginOutcome
from models.account import Account, LoginEvent
from models.agreement_text import AgreementText
from tests.support.login.form_browser import FormBrowser
from tests.support.login.login_service import LoginService
from tests.support.login.providers import PASSWORD
from tests.support.organisation import NOW, STAMP


async def publish(version: str) -> None:
    parts: dict[str, Any] = {f"title_{language}": f"Title {version} {language}" for language in ("fi", "sv", "en")}
    bodies: dict[str, Any] = {
        f"body_{language}": f"First <b>{language}</b>.\n\nSecond {version}." for language in ("fi", "sv", "en")
    }
    await AgreementText.create(
        state="PUBLISHED",
        kind="UNDERTAKING",
        version=version,
        starts_on=date(2026, 1, 1),
        published_at=NOW,
        **parts,
        **bodies,
        **STAMP,
    )


async def test_the_page_shows_the_text_in_force_in_the_language_of_the_person(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username, undertaking_version=None, language="sv")
    first = await form_browser.log_in(f"{embedded_service.url}/auth/login", username, PASSWORD)
    await publish("2027-1")

    page = await form_browser.open(str(first.url))

    assert 'lang="sv"' in first.text
    assert "Sekretessförbindelse" in first.text
    assert "Jag godkänner förbindelsen" in first.text
    assert "Title 2027-1 sv" in page.text
    assert "<p>First &lt;b&gt;sv&lt;/b&gt;.</p>" in page.text
    assert "<p>Second 2027-1.</p>" in page.text


async def test_a_text_that_changed_while_it_was_read_is_shown_again(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    account = await embedded_service.account(username, undertaking_version=None)
    page = await form_browser.log_in(f"{embedded_service.url}/auth/login?next=/auth/session", username, PASSWORD)
    await publish("2027-1")

    again = await form_browser.submit(page)
    before = await Account.get(id=account.id)
    after = await form_browser.submit(again)

    assert "Title 2027-1 fi" in again.text
    assert before.undertaking_version is None
    assert after.json()["mayEnter"] is True
    assert (await Account.get(id=account.id)).undertaking_version == "2027-1"
    assert await LoginEvent.filter(outcome=LoginOutcome.UNDERTAKING_ACCEPTED).count() == 1


async def test_who_accepted_the_former_text_meets_the_new_one_at_the_next_log_in(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username)
    await publish("2027-1")

    page = await form_browser.log_in(f"{embedded_service.url}/auth/login?next=/auth/session", username, PASSWORD)
    session = await form_browser.step(f"{embedded_service.url}/auth/session")

    assert "Title 2027-1 fi" in page.text
    assert session.json()["mayEnter"] is False
