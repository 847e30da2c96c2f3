"""No table holds a token, a code, a cookie or a secret of a log-in in clear, nor does a dump of it."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest
from tortoise.connection import get_connection

from auth.sessions.log_out_hints import LogOutHints
from auth.tokens.sealing import Sealer
from models.session import Session
from service.database.connections import credentials
from service.keys.sealed_rows import provider_places
from tests.support.login.form_browser import FormBrowser
from tests.support.login.front_end import code_of, redeem, refresh
from tests.support.login.login_service import LoginService
from tests.support.login.providers import PASSWORD, SECRET

_TABLES = """
SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
"""


async def tables_with(database: str, words: dict[str, str]) -> dict[str, list[str]]:
    """Return the tables in which a word stands, as text or as bytes, by what the word is."""
    connection = await asyncpg.connect(**credentials(database))
    found: dict[str, list[str]] = {}
    try:
        for table in [row["name"] for row in await connection.fetch(_TABLES)]:
            for name, word in words.items():
                sql = f"SELECT EXISTS (SELECT FROM {table} t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0)"
                if await connection.fetchval(sql, word, word.encode().hex()):
                    found.setdefault(name, []).append(table)
    finally:
        await connection.close()
    return found


async def hint_of(service: LoginService) -> str:
    session = await Session.get()
    return LogOutHints(service.embedded.inside.sealer).opened(session.id, session.id_token, service.clock())


async def test_after_log_ins_no_column_of_any_table_holds_a_token(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username)
    await form_browser.log_in(f"{embedded_service.url}/auth/login?next=/auth/session", username, PASSWORD)
    code, verifier = await code_of(embedded_service, username, "openid offline_access register:read")
    tokens: dict[str, Any] = (await redeem(embedded_service, code, verifier)).json()
    renewed: dict[str, Any] = (await refresh(embedded_service, tokens["refresh_token"])).json()
    id_token = await hint_of(embedded_service)

    words = {
        "ID token of the session": id_token,
        "its signature": id_token.rpartition(".")[2],
        "its claims": id_token.split(".")[1],
        "session cookie": form_browser.http.cookies["session"],
        "password": PASSWORD,
        "client secret": SECRET,
        "code": code,
        "verifier": verifier,
        **{f"first {name}": tokens[name] for name in ("access_token", "refresh_token", "id_token")},
        **{f"second {name}": renewed[name] for name in ("access_token", "refresh_token")},
    }
    database = embedded_service.settings.database_url
    assert all(len(word) >= 8 for word in words.values())
    assert await tables_with(database, words) == {}
    assert await tables_with(database, {"user name": username}) != {}  # the search does find what is there


async def test_a_hint_opens_for_its_own_session_alone(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username)
    await form_browser.log_in(f"{embedded_service.url}/auth/login?next=/auth/session", username, PASSWORD)
    session, hints = await Session.get(), LogOutHints(embedded_service.embedded.inside.sealer)
    now = embedded_service.clock()

    assert hints.opened(session.id, session.id_token, now).count(".") == 2
    assert hints.opened(session.account_id, session.id_token, now) == ""  # type: ignore[attr-defined] # the column
    assert LogOutHints(Sealer({1: b"x" * 32})).opened(session.id, session.id_token, now) == ""
    assert hints.opened(session.id, None, now) == ""


async def test_a_log_out_whose_hint_does_not_open_ends_the_session_and_asks_at_the_provider(
    embedded_service: LoginService, form_browser: FormBrowser, username: str
) -> None:
    await embedded_service.account(username)
    page = await form_browser.log_in(f"{embedded_service.url}/auth/login?next=/auth/session", username, PASSWORD)
    await Session.all().update(id_token="1.AAAA")
    sent = {"origin": "null", "sec-fetch-site": "same-origin"}

    answer = await form_browser.http.post(
        f"{embedded_service.url}/auth/logout", data={"csrf_token": page.json()["csrfToken"]}, headers=sent
    )

    assert answer.status_code == 303
    assert "id_token_hint" not in answer.headers["location"]
    assert await Session.all().count() == 0


@pytest.mark.parametrize("number", [2, 7])
async def test_a_change_of_keys_moves_the_hints_and_no_session_ends(
    embedded_service: LoginService, form_browser: FormBrowser, username: str, number: int
) -> None:
    await embedded_service.account(username)
    await form_browser.log_in(f"{embedded_service.url}/auth/login?next=/auth/session", username, PASSWORD)
    before, now = await hint_of(embedded_service), embedded_service.clock() + timedelta(hours=1)
    keys = {**embedded_service.settings.keys("session_key"), number: b"k" * 32}
    [place] = [place for place in provider_places(keys, now) if place.name == "session.id_token"]
    connection = await asyncpg.connect(**credentials(embedded_service.settings.database_url))

    async with connection.transaction():
        moved = await place.move(connection, None, 100)

    assert (moved.moved, moved.faults, await place.remaining(connection)) == (1, [], 0)
    await connection.close()
    session = await Session.get()
    assert LogOutHints(Sealer({number: b"k" * 32})).opened(session.id, session.id_token, now) == before
    [row] = await get_connection("default").execute_query_dict("SELECT split_part(id_token, '.', 1) AS n FROM session")
    assert row["n"] == str(number)
