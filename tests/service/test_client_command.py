"""`run.py client`: front ends of the first day, through the code of the mutation."""

import asyncio
import re

import asyncpg

from service.database.connections import credentials
from service.settings import Settings
from tests.support.processes.commands import run

ADD = ("client", "add", "Mobiilisovellus", "--redirect", "fi.esimerkki.polku:/callback", "--scope", "register:read")


async def rows(settings: Settings, sql: str) -> list[tuple[object, ...]]:
    connection = await asyncpg.connect(**credentials(settings.application_url))
    found = [tuple(row) for row in await connection.fetch(sql)]
    await connection.close()
    return found


async def test_a_front_end_is_added_listed_and_revoked(settings: Settings) -> None:
    added = await asyncio.to_thread(run, settings, *ADD, "--origin", "https://app.example")
    client_id = re.findall(r"^client_id: (front-\S+)$", added.stdout, re.MULTILINE)[0]
    listed = await asyncio.to_thread(run, settings, "client", "list")
    revoked = await asyncio.to_thread(run, settings, "client", "revoke", client_id, "--comment", "Kokeilu päättyi")
    again = await asyncio.to_thread(run, settings, "client", "revoke", client_id)
    stored = await rows(settings, "SELECT public_id, state, origins FROM front_end_client")
    history = await rows(settings, "SELECT action, actor::text FROM history ORDER BY revision")

    assert (added.returncode, listed.returncode, revoked.returncode) == (0, 0, 0), added.stderr + revoked.stderr
    assert "client_secret" not in added.stdout
    assert "Mobiilisovellus" in listed.stdout
    assert stored == [(client_id, "REVOKED", ["https://app.example"])]
    assert [action for action, _ in history] == ["CREATE", "REVOKE"]
    assert {account for _, account in history} == {"00000000-0000-0000-0000-000000000000"}
    assert again.returncode == 2
    assert "CLIENT_REFUSED" in again.stdout


async def test_the_secret_of_a_confidential_one_is_printed_once(settings: Settings) -> None:
    added = await asyncio.to_thread(run, settings, *ADD, "--confidential")
    listed = await asyncio.to_thread(run, settings, "client", "list")

    secret = re.findall(r"^client_secret: (\S{43})$", added.stdout, re.MULTILINE)[0]
    assert secret not in listed.stdout
    assert await rows(settings, f"SELECT 1 FROM history h WHERE strpos(h::text, '{secret}') > 0") == []


async def test_a_refusal_names_the_field_and_what_to_do(settings: Settings) -> None:
    wrong = await asyncio.to_thread(run, settings, "client", "add", "X", "--redirect", "http://app.example/")
    none = await asyncio.to_thread(run, settings, "client", "add", "X")
    unknown = await asyncio.to_thread(run, settings, "client", "revoke", "front-unknown")
    other = await asyncio.to_thread(run, settings, "client", "paint")

    assert [answer.returncode for answer in (wrong, none, unknown, other)] == [2] * 4
    assert "redirectUris: Address 1 is not safe. Use https" in " ".join(wrong.stdout.split())
    assert "redirectUris: Give from 1 to 10 addresses." in none.stdout
    assert "client list" in unknown.stdout
    assert await rows(settings, "SELECT 1 FROM front_end_client") == []
