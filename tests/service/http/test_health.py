"""Health, readiness and metrics, as the machines around the service ask for them."""

import io
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
from starlette.applications import Starlette

from service.backup_directory import Rehearsal, backup_path, note_rehearsal
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.reference_content import load_reference_content
from service.http.assembly import assembled
from service.resources import utc_now
from service.settings import Settings
from tests.support.organisation import NOW
from tests.support.small_application import ARTIFICIAL_CODE, ROUTES, client_of


async def test_a_service_with_its_database_is_ready(
    app: Starlette, settings: Settings, postgres: EmbeddedPostgres
) -> None:
    owner = postgres.url(urlsplit(settings.database_url).path.lstrip("/"), OWNER)
    await load_reference_content(settings.model_copy(update={"owner_database_url": owner}), NOW)
    async with client_of(app) as client:
        alive, ready = await client.get("/healthz"), await client.get("/readyz")

    assert alive.json() == {"status": "ok"}
    assert ready.json() == {
        "status": "ok",
        "database": "ok",
        "migrations": "ok",
        "states": "ok",
        "reference_content": "ok",
        "erasures": "ok",
        "identity_provider": "ok",
    }


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
