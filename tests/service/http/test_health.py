"""Health, readiness and metrics, as the machines around the service ask for them."""

import asyncio
import io
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
from starlette.applications import Starlette

from service.backup_directory import Rehearsal, backup_path, note_rehearsal
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.heartbeats import beat
from service.database.probes import has_room
from service.database.reference_content import load_reference_content
from service.http.assembly import assembled
from service.http.health import LATE_AFTER
from service.resources import utc_now
from service.settings import Settings
from tests.support.organisation import NOW
from tests.support.processes.breakable_line import breakable_line
from tests.support.processes.clamd import running_clamd
from tests.support.small_application import ARTIFICIAL_CODE, ROUTES, client_of


async def test_a_service_with_its_database_is_ready(
    app: Starlette, settings: Settings, postgres: EmbeddedPostgres
) -> None:
    owner = postgres.url(urlsplit(settings.database_url).path.lstrip("/"), OWNER)
    await load_reference_content(settings.model_copy(update={"owner_database_url": owner}), NOW)
    async with client_of(app) as client:
        alive, ready = await client.get("/healthz"), await client.get("/readyz")
    shown = ready.json()

    assert alive.json() == {"status": "ok"}
    assert shown.pop("events_seconds") > 0, "the events of the content wait for the worker"
    assert shown == {
        "status": "ok",
        "database": "ok",
        "migrations": "ok",
        "states": "ok",
        "reference_content": "ok",
        "erasures": "ok",
        "identity_provider": "ok",
        "disk": "ok",
        "worker": "ok",
        "events": "ok",
        "log_seals": "ok",
    }


async def test_a_dead_worker_is_seen_and_the_service_goes_on(
    app: Starlette, settings: Settings, postgres: EmbeddedPostgres
) -> None:
    owner = postgres.url(urlsplit(settings.database_url).path.lstrip("/"), OWNER)
    await load_reference_content(settings.model_copy(update={"owner_database_url": owner}), NOW)
    await app.state.reads.execute("UPDATE outbox SET dispatched_at = at")
    app.state.checks.started_at -= 1_000.0  # as if the service had been up for a while
    async with client_of(app) as client:
        never = await client.get("/readyz")
        await beat("seal_logs")
        app.state.checks.checked_at = float("-inf")
        alive = await client.get("/readyz")
        await app.state.reads.execute("UPDATE heartbeat SET at = now() - interval '2 minutes' WHERE name = 'seal_logs'")
        app.state.checks.checked_at = float("-inf")
        dead = await client.get("/readyz")

    background = [{name: one.json()[name] for name in LATE_AFTER} for one in (never, alive, dead)]
    assert background == [
        {"worker": "late", "events": "ok", "log_seals": "late"},
        {"worker": "ok", "events": "ok", "log_seals": "ok"},
        {"worker": "late", "events": "ok", "log_seals": "ok"},
    ]
    assert [(one.status_code, one.json()["status"]) for one in (never, alive, dead)] == [
        (200, "degraded"),
        (200, "ok"),
        (200, "degraded"),
    ]
    assert round(dead.json()["worker_seconds"]) == 120


async def test_a_database_that_takes_no_writes_is_not_ready(app: Starlette, database_copy: str) -> None:
    name = urlsplit(database_copy).path.lstrip("/")
    await app.state.reads.execute(f'ALTER ROLE polku_app IN DATABASE "{name}" SET default_transaction_read_only = on')
    async with client_of(app) as client:
        answer = await client.get("/readyz")

    assert (answer.status_code, answer.json()["database"]) == (503, "failing")


async def test_a_database_that_is_silent_is_named_and_readyz_answers_all_the_same(
    settings: Settings, lines: io.StringIO
) -> None:
    async with breakable_line(settings.database_url) as line:
        app = assembled(settings.model_copy(update={"database_url": line.url}), [])
        async with app.router.lifespan_context(app), client_of(app) as client:
            before = await client.get("/readyz")
            line.hush()
            app.state.checks.checked_at = float("-inf")
            async with asyncio.timeout(60):  # not a measure: without deadlines it would hang for ever
                silent = await client.get("/readyz")
            line.mend()
            app.state.checks.checked_at = float("-inf")
            after = await client.get("/readyz")

    assert (before.json()["database"], after.json()["database"]) == ("ok", "ok")
    assert silent.status_code == 503
    assert [silent.json()[part] for part in ("database", "migrations", "identity_provider")] == [
        "failing",
        "failing",
        "ok",
    ]
    assert "worker" not in silent.json(), "nothing is claimed of what could not be asked"


async def test_a_disk_with_too_little_room_is_not_ready_and_a_directory_to_come_is_no_fault(tmp_path: Path) -> None:
    assert await has_room([tmp_path])
    assert await has_room([tmp_path / "to come"])
    assert not await has_room([tmp_path], least=1 << 60)


async def test_the_age_of_the_newest_backup_is_shown_and_an_old_one_does_not_stop_the_service(
    settings: Settings, lines: io.StringIO, tmp_path: Path, free_port: int, postgres: EmbeddedPostgres
) -> None:
    owner = postgres.url(urlsplit(settings.database_url).path.lstrip("/"), OWNER)
    await load_reference_content(settings.model_copy(update={"owner_database_url": owner}), NOW)
    made = {"backup_dir": tmp_path / "backups", "metrics_port": free_port}
    (tmp_path / "backups").mkdir()
    app = assembled(settings.model_copy(update=made), [])
    async with app.router.lifespan_context(app), client_of(app) as client, httpx2.AsyncClient() as operator:
        none = await client.get("/readyz")
        backup_path(tmp_path / "backups", utc_now() - timedelta(hours=50)).write_bytes(b"sealed")
        note_rehearsal(tmp_path / "backups", Rehearsal(utc_now() - timedelta(hours=2), "polku.backup", "LOG_FAULTS"))
        old = await client.get("/readyz")
        numbers = (await operator.get(f"http://127.0.0.1:{free_port}/metrics")).text

    shown = dict(line.split() for line in numbers.splitlines() if line.startswith(("polku_newest", "polku_rehearsal")))
    assert none.json()["newest_backup_hours"] is None
    assert (old.status_code, old.json()["newest_backup_hours"]) == (200, 50.0)
    assert round(float(shown["polku_newest_backup_age_seconds"]) / 3600) == 50
    assert round(float(shown["polku_rehearsal_age_seconds"]) / 3600) == 2
    assert float(shown["polku_rehearsal_passed"]) == 0


async def test_a_service_without_its_reference_content_is_not_ready(app: Starlette) -> None:
    async with client_of(app) as client:
        answer = await client.get("/readyz")

    assert answer.status_code == 503
    assert (answer.json()["migrations"], answer.json()["reference_content"]) == ("ok", "failing")


async def test_a_service_without_its_provider_is_not_ready(settings: Settings, lines: io.StringIO) -> None:
    elsewhere = settings.model_copy(update={"oidc_issuer": "http://127.0.0.1:9", "embedded_provider": False})
    app = assembled(elsewhere, [])
    async with app.router.lifespan_context(app), client_of(app) as client:
        answer = await client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["identity_provider"] == "failing"
    assert answer.json()["database"] == "ok"


async def test_metrics_are_served_on_their_own_port_without_personal_labels(
    settings: Settings, lines: io.StringIO, free_port: int
) -> None:
    app = assembled(settings.model_copy(update={"metrics_port": free_port}), ROUTES)
    async with app.router.lifespan_context(app), client_of(app) as client, httpx2.AsyncClient() as operator:
        await client.get(f"/fail/{ARTIFICIAL_CODE}")
        numbers = (await operator.get(f"http://127.0.0.1:{free_port}/metrics")).text
        elsewhere = await client.get("/metrics")

    assert 'polku_requests_total{method="GET",route="/fail/{what}",status="500"} 1.0' in numbers
    assert "polku_read_connections" in numbers
    assert ARTIFICIAL_CODE not in numbers
    assert elsewhere.status_code == 404


@pytest.mark.clamav
@pytest.mark.parametrize(("days", "signatures"), [(1, "ok"), (5, "late"), (None, "late")])
async def test_the_virus_scanner_is_asked_how_old_its_signatures_are_and_may_be_away(
    settings: Settings, postgres: EmbeddedPostgres, free_port: int, days: int | None, signatures: str
) -> None:
    owner = postgres.url(urlsplit(settings.database_url).path.lstrip("/"), OWNER)
    await load_reference_content(settings.model_copy(update={"owner_database_url": owner}), NOW)
    made_at = utc_now() - timedelta(days=days) if days else None
    own = settings.model_copy(update={"scanner_url": f"clamd://127.0.0.1:{free_port}"})
    app = assembled(own, ROUTES)
    async with app.router.lifespan_context(app), client_of(app) as client:
        async with running_clamd(free_port, made_at):
            there = await client.get("/readyz")
        app.state.checks.checked_at = float("-inf")
        away = await client.get("/readyz")

    assert (there.status_code, away.status_code) == (200, 200)
    assert [(one.json()["scanner"], one.json()["signatures"]) for one in (there, away)] == [
        ("ok", signatures),
        ("late", "ok"),
    ]
    assert away.json()["status"] == "degraded"
    assert round(there.json().get("signatures_seconds", 0) / 86_400) == (days or 0)
