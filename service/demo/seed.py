"""The demo's database: an association with its people, clients in every state, and a year of attendance."""

import asyncio
import gc
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from random import Random
from typing import Any
from uuid import UUID

import asyncpg
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from tortoise.models import Model

import models
from auth.provider.passwords import check_strength, hash_password
from models.provider import ProviderUser
from models.sealed import Keyring
from schema.root import declared_types
from service.database.connections import connect
from service.database.migrations import migration_context
from service.demo.casework.client_imports import add_client_imports
from service.demo.casework.client_merges import add_client_merges
from service.demo.casework.coaching import add_coaching
from service.demo.casework.consents import add_consents, add_exceptional_accesses, add_waiting_consent
from service.demo.casework.enrolment import add_enrolment, add_substitutions, add_undecided_referrals
from service.demo.casework.group_notes import add_group_session
from service.demo.casework.groups import add_group
from service.demo.casework.identity_matches import add_identity_matches
from service.demo.casework.payers import add_payers
from service.demo.casework.proposals import add_proposals
from service.demo.casework.saved_views import add_saved_views
from service.demo.context import DemoContext
from service.demo.governance.breaches import add_breaches
from service.demo.governance.data_requests import add_data_requests
from service.demo.governance.disclosures import add_disclosures, seal_demo
from service.demo.governance.figures import add_figures
from service.demo.governance.forms import author_of
from service.demo.governance.governed import add_governed_content
from service.demo.governance.notifications import ATTACHMENT_TEXT, add_notifications
from service.demo.governance.papers import add_papers_and_tellings
from service.demo.governance.retention import add_retention_content
from service.demo.ledger import DemoLedger, DemoRow, table_of
from service.demo.people.association import add_account, add_association
from service.demo.people.cast import AGENCY_CLIENT, AGENCY_SECRET, CAST, cast_member
from service.demo.people.front_ends import add_front_ends
from service.demo.people.guardians import add_guardians
from service.demo.people.invitations import add_invitations
from service.demo.people.journeys import SEED, add_client, journeys, people
from service.demo.people.partners import add_partners
from service.demo.samples import add_samples, in_order_of_reference
from service.demo_secrets import stored_secret
from service.resources import file_store
from service.settings import Settings
from workflow.calendar import finnish_day
from workflow.roles import AccountKind

RowsByModel = dict[type[Model], list[DemoRow]]
_PROGRESS = (TextColumn("{task.description:<32}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
_BATCH_ROWS = 5_000  # rows between two updates of the progress bar
_LOCK = 7_065_107_118  # a number that no other lock of this database uses
_ISSUER_CHANGES = (
    "UPDATE account SET issuer = $1, epoch = epoch + 1 WHERE issuer <> $1",
    "UPDATE agency_client SET issuer = $1, epoch = epoch + 1 WHERE issuer <> $1",
)
_console = Console(stderr=True)


class SeedRefused(RuntimeError):
    """Fictitious people are allowed only in a demo."""

    code = "SEED_REFUSED"


async def seed(settings: Settings, now: datetime, rows: RowsByModel | None = None) -> None:
    """
    Fill the database of a demo, in one transaction; a filled database is left unchanged.

    `rows` is what `invented_rows` returned, when that was done before. A demo on another port has another issuer: then
    the accounts are changed to it.

    :raises SeedRefused: outside the demo
    """
    if settings.mode != "demo":
        raise SeedRefused("Only a demo is filled with invented people")
    connection = await connect(settings.application_url)
    try:
        async with connection.transaction():
            await connection.execute("SELECT pg_advisory_xact_lock($1)", _LOCK)
            if not await connection.fetchval("SELECT EXISTS (SELECT FROM organisation)"):
                await _fill(connection, settings, now, rows or await invented_rows(settings, now))
            for statement in _ISSUER_CHANGES:
                await connection.execute(statement, settings.oidc_issuer)
    finally:
        await connection.close()


async def invented_rows(settings: Settings, now: datetime) -> RowsByModel:
    """Return every row of the demo by model, needing no database; passwords are hashed while people are invented."""
    users = _users(now)
    with Progress(*_PROGRESS, console=_console) as progress:

        def watched(journeys: list[Any]) -> Iterable[Any]:
            return progress.track(journeys, description="Inventing people")

        async with migration_context(settings.owner_url):  # connects to nothing; models learn their columns here
            hashing = asyncio.gather(*(hash_password(part.password) for part in CAST))
            gc.disable()  # among a hundred thousand living rows it would find nothing, for a second
            try:
                rows = await asyncio.to_thread(told_rows, settings, now, users, watched)
            finally:
                gc.enable()
    for user, password_hash in zip(users, await hashing, strict=True):
        user["password_hash"] = password_hash
    return rows


def demo_log_ins(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield "user name / password" and the visible data of every person who can log in; last, an agency's system."""
    for part in CAST:
        yield f"{part.username} / {part.password}", part.sees
    yield f"{AGENCY_CLIENT} / {agency_secret(settings)}", "an agency's system, by client credentials"


def agency_secret(settings: Settings) -> str:
    """Return the secret of the agency's system; it is made once on this machine, beside the demo's other secrets."""
    return stored_secret(settings.state_dir / "secrets" / AGENCY_SECRET)


async def _fill(
    connection: "asyncpg.Connection[Any]", settings: Settings, now: datetime, rows_by_model: RowsByModel
) -> None:
    with Progress(*_PROGRESS, console=_console) as progress:
        task = progress.add_task("Writing", total=sum(map(len, rows_by_model.values())))
        for model in in_order_of_reference(rows_by_model):
            progress.update(task, description=f"Writing {model._meta.db_table}")
            for rows in row_batches(rows_by_model[model]):
                await _copy(connection, model, rows)
                progress.advance(task, len(rows))
    for file in rows_by_model[models.Attachment]:
        file_store(settings).put(file["id"], ATTACHMENT_TEXT.encode())
    await seal_demo(connection, declared_types(), settings.keys("log_key"), now, partial(_copy, connection))


async def _copy(connection: "asyncpg.Connection[Any]", model: type[Model], rows: list[DemoRow]) -> None:
    names, records = table_of(model, rows)
    await connection.copy_records_to_table(model._meta.db_table, columns=names, records=records)


def _users(now: datetime) -> list[DemoRow]:
    """Return the rows of the people who have a password, which is yet to be hashed."""
    chance, users = Random(SEED), []  # noqa: S311 - only ids, the same in every demo
    for part in CAST:
        check_strength(part.password, part.username)
        users.append(
            {
                "id": UUID(int=chance.getrandbits(128), version=4),
                "username": part.username,
                "password_hash": "",
                "password_changed_at": now,
                "created_at": now,
                "disabled_at": None,
            }
        )
    return users


def told_rows(settings: Settings, now: datetime, users: list[DemoRow], track: Any = iter) -> RowsByModel:
    """
    Return every row of the demo by model; the same `now` gives the same rows, except seals and hashes.

    `track` may show the progress while the clients are made.
    """
    ledger = DemoLedger(declared_types(), Random(SEED), now)  # noqa: S311 - nothing here is secret, and it must be repeatable
    keyring = Keyring(settings.keys("field_key"), settings.keys("index_key"))
    named = {str(user["username"]): user["id"] for user in users}
    demo = DemoContext(ledger, keyring, settings.oidc_issuer, now, finnish_day(now), settings.public_url, named)
    ledger.rows[ProviderUser] = users
    add_association(demo)
    add_partners(demo, agency_secret(settings))
    everybody = people(demo)
    clients = journeys(demo, everybody)
    for journey in track(clients):
        add_client(demo, journey)
        add_enrolment(demo, journey)
        add_coaching(demo, journey)
    add_undecided_referrals(demo, everybody)
    add_substitutions(demo, clients)
    add_proposals(demo, clients)
    add_consents(demo, clients)
    add_identity_matches(demo, clients)
    add_client_merges(demo, clients)
    add_exceptional_accesses(demo, clients)
    add_disclosures(demo, clients)
    add_retention_content(demo, clients)
    add_data_requests(demo, clients, author_of(demo, "privacy_officer"))
    add_account(demo, cast_member("trainee").name, AccountKind.TRAINEE, cast_member("trainee"), client_id=clients[0].id)
    add_guardians(demo, ledger.rows[models.Client][0], author_of(demo, "coach"))
    add_invitations(demo, author_of(demo, "coach"))
    add_notifications(demo)
    add_governed_content(demo, clients)
    add_papers_and_tellings(demo)
    add_front_ends(demo)
    add_breaches(demo, clients, author_of(demo, "privacy_officer"))
    _add_latest(demo, clients)
    return ledger.rows


def _add_latest(demo: DemoContext, clients: list[Any]) -> None:
    """Add what came last to the demo: after all else, so that it changes no id of before."""
    add_payers(demo, clients, author_of(demo, "supervisor"))
    add_group_session(demo, clients)
    add_group(demo, clients)
    add_figures(demo)
    add_waiting_consent(demo, clients)
    add_saved_views(demo, clients)
    add_client_imports(demo, author_of(demo, "supervisor"))
    add_samples(demo, author_of(demo, "supervisor"))


def row_batches(rows: list[DemoRow]) -> Iterable[list[DemoRow]]:
    """Return the rows in lists of `_BATCH_ROWS`."""
    return (rows[start : start + _BATCH_ROWS] for start in range(0, len(rows), _BATCH_ROWS))
