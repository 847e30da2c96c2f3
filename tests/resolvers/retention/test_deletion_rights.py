"""The application's role deletes no history but of whom a confirmed, running purge names, and only that person's."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import asyncpg
import pytest

import models
from resolvers.retention.purge_run import run_purges
from service.database.connections import credentials
from service.settings import Settings
from tests.support.actions.purges import confirmed_purge, end_relationship, propose, step_purge, worker_context
from tests.support.organisation import STAMP, SampleOrganisation, open_account

LONG_AGO = date(2022, 11, 23)
TRAIL = "SELECT erase_trail($1, $2, $3::text::regclass, $4, $5::uuid[])"
Denied = asyncpg.InsufficientPrivilegeError


@pytest.fixture
async def app(organisation: SampleOrganisation, database: str) -> AsyncIterator["asyncpg.Connection[Any]"]:
    """A connection of the application's role."""
    connection = await asyncpg.connect(**credentials(database))
    yield connection
    await connection.close()


async def trail(organisation: SampleOrganisation) -> int:
    return await organisation.count("history") + await organisation.count("version")


async def running(organisation: SampleOrganisation) -> Any:
    """A confirmed purge of Saara whose run has begun."""
    await end_relationship(organisation, "saara", LONG_AGO)
    it = await confirmed_purge(organisation)
    purge = await models.Purge.get()
    await models.Purge.filter(pk=purge.pk).update(state="RUNNING")
    del it
    return purge.pk


async def test_nothing_is_deleted_without_a_purge_or_before_two_have_decided(
    organisation: SampleOrganisation, app: "asyncpg.Connection[Any]"
) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    it = await propose(organisation)
    saara = organisation.rows["saara"].pk
    purge = (await models.Purge.get()).pk
    before = await trail(organisation)

    for state in ("PROPOSED", "RUNNING", "DONE"):
        await models.Purge.filter(pk=purge).update(state=state, approved_by=saara)
        with pytest.raises(Denied):
            await app.execute(TRAIL, purge, saara, "client", "id", [saara])
        with pytest.raises(Denied):
            await app.execute("SELECT erase_actor($1, $2)", purge, saara)
    await models.Purge.filter(pk=purge).update(state="PROPOSED")
    assert await step_purge(organisation, "privacy_officer", it, "APPROVE") == []
    await models.Purge.filter(pk=purge).update(state="RUNNING")
    with pytest.raises(Denied):
        await app.execute(TRAIL, purge, saara, "client", "id", [saara])
    assert await trail(organisation) == before + 2


async def test_a_running_purge_opens_nobody_elses_history(
    organisation: SampleOrganisation, app: "asyncpg.Connection[Any]"
) -> None:
    purge = await running(organisation)
    saara, ville = organisation.rows["saara"].pk, organisation.rows["ville"].pk
    sql = "INSERT INTO version (noun, object_id, revision, at, stored) VALUES ('client', $1, 1, now(), $2::jsonb)"
    await app.execute(sql, ville, f'{{"id": "{ville.hex}"}}')
    before = await trail(organisation)

    with pytest.raises(Denied):
        await app.execute(TRAIL, purge, ville, "client", "id", [ville])
    with pytest.raises(Denied):
        await app.execute(TRAIL, purge, saara, "client", "id", [saara, ville])
    with pytest.raises(Denied):
        await app.execute(TRAIL, purge, saara, "unit", "id", [organisation.rows["unit_a"].pk])
    with pytest.raises(Denied):
        await app.execute("SELECT erase_actor($1, $2)", purge, ville)
    assert await trail(organisation) == before


async def test_what_somebody_else_was_told_keeps_its_history_whoever_it_is_given_to(
    organisation: SampleOrganisation, app: "asyncpg.Connection[Any]"
) -> None:
    purge = await running(organisation)
    saara, aino = organisation.rows["saara"].pk, organisation.rows["account_trainee"].pk
    own = await open_account(organisation, "saara_herself", "TRAINEE", client_id=saara)
    told = {"state": "UNREAD", "event": "client.update", "text": "t", "link": "client_1", **STAMP}
    notice = await models.Notification.create(recipient_id=aino, **told)
    sql = "INSERT INTO version (noun, object_id, revision, at, stored) VALUES ('notification', $1, 1, now(), $2::jsonb)"
    await app.execute(sql, notice.pk, f'{{"recipient_id": "{aino.hex}"}}')

    nothing = await app.fetchrow("SELECT * FROM erase_told($1, $2)", purge, saara)
    assert nothing is not None
    with pytest.raises(Denied):
        await app.execute("SELECT erase_told($1, $2)", purge, organisation.rows["aino"].pk)
    await app.execute("UPDATE notification SET recipient_id = $1", own.pk)
    with pytest.raises(Denied):
        await app.execute("SELECT erase_told($1, $2)", purge, saara)
    assert tuple(nothing) == (0, 0)
    assert await organisation.count("version", f"object_id = '{notice.pk}'") == 1


async def test_a_row_that_was_hung_under_the_person_keeps_its_history(
    organisation: SampleOrganisation, app: "asyncpg.Connection[Any]"
) -> None:
    purge = await running(organisation)
    saara, aino = organisation.rows["saara"].pk, organisation.rows["aino"].pk
    row = organisation.rows["relationship_aino"].pk
    sql = "INSERT INTO version (noun, object_id, revision, at, stored) VALUES ('relationship', $1, 1, now(), $2::jsonb)"
    await app.execute(sql, row, f'{{"client_id": "{aino.hex}"}}')
    await app.execute("UPDATE relationship SET client_id = $1 WHERE id = $2", saara, row)

    with pytest.raises(Denied):
        await app.execute(TRAIL, purge, saara, "relationship", "client_id", [row])
    assert await organisation.count("version", f"object_id = '{row}'") == 1


async def test_a_table_of_ones_own_opens_nothing(
    organisation: SampleOrganisation, app: "asyncpg.Connection[Any]"
) -> None:
    purge = await running(organisation)
    saara, ville = organisation.rows["saara"].pk, organisation.rows["ville"].pk
    await app.execute("CREATE TEMP TABLE client (id uuid, client_id uuid)")
    await app.execute("INSERT INTO pg_temp.client VALUES ($1, $2)", ville, saara)
    before = await trail(organisation)

    with pytest.raises(Denied):
        await app.execute(TRAIL, purge, saara, "pg_temp.client", "client_id", [ville])
    assert await trail(organisation) == before


async def test_the_switch_of_the_functions_is_worth_nothing_to_the_application(
    organisation: SampleOrganisation, app: "asyncpg.Connection[Any]"
) -> None:
    await running(organisation)
    await app.execute("SELECT set_config('polku.erasing', 'on', false)")

    for table in ("history", "version", "disclosure_log", "login_event", "erasure"):
        for sql in (f"DELETE FROM {table}", f"TRUNCATE {table}"):
            with pytest.raises(Denied):
                await app.execute(sql)
    with pytest.raises(Denied):
        await app.execute("UPDATE history SET actor_name = ''")


async def test_after_the_erasure_the_door_is_shut_and_the_logs_are_whole(
    organisation: SampleOrganisation, settings: Settings, app: "asyncpg.Connection[Any]"
) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    await confirmed_purge(organisation)
    purge = (await models.Purge.get()).pk
    await organisation.data(
        "privacy_officer", "query C($id: ID!) { client(id: $id) { state } }", id=organisation.ids["saara"]
    )
    logs = {table: await organisation.count(table) for table in ("disclosure_log", "login_event")}
    decisions = await organisation.count("history", f"object_id = '{purge}'")

    await run_purges(worker_context(settings))

    saara = organisation.rows["saara"].pk
    with pytest.raises(Denied):
        await app.execute(TRAIL, purge, saara, "client", "id", [saara])
    assert {table: await organisation.count(table) for table in logs} == logs
    assert await organisation.count("history", f"object_id = '{purge}'") == decisions + 2
    assert await organisation.count("history", f"object_id = '{saara}' AND action = 'ERASE'") == 1
    held = "SELECT string_agg(column_name, ' ') FROM information_schema.columns WHERE table_name = 'login_event'"
    of_content = {"state", "revision", "provenance", "created_at", "created_by", "modified_at", "modified_by"}
    logged = {"id", "at", "account_id", "issuer", "outcome", "network", "tx"}
    assert set((await app.fetchval(held)).split()) == logged | of_content
