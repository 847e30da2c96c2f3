"""Containers, checked without an engine: the specification, what the files promise each other, the scripts for real."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped] # ships no types

from service.backups.archive import _MEMBER, opened_archive
from service.backups.taking import backup_keys
from service.database.embedded_postgres import OWNER, EmbeddedPostgres, binaries
from service.development.checks import tool_verdict
from service.settings import ROOT, Settings
from service.settings_loading import load_settings
from tests.support.processes.postgres_directories import clear_away, fresh_directory

SCRIPTS = (".ci/run", "deploy/secrets.sh", "deploy/initdb.sh", "deploy/backup.sh", "deploy/keycloak/start.sh")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8")))


@pytest.fixture
def server() -> Iterator[EmbeddedPostgres]:
    directory = fresh_directory()
    server = EmbeddedPostgres(directory, durable=False)
    server.start()
    server.execute("DROP ROLE polku_owner, polku_app")  # the image starts without them
    yield server
    clear_away(directory)


def test_the_compose_file_follows_the_specification() -> None:
    assert tool_verdict("check-jsonschema", "--builtin-schema", "vendor.compose-spec", "docker-compose.yml")() == ""


def test_the_dockerfile_pleases_hadolint() -> None:
    assert tool_verdict("hadolint", "Dockerfile")() == ""


def test_the_database_keeps_its_files_where_postgresql_18_looks(compose: dict[str, Any]) -> None:
    assert "pgdata:/var/lib/postgresql" in compose["services"]["db"]["volumes"]


def test_every_setting_that_the_services_get_exists(compose: dict[str, Any]) -> None:
    known = {f"POLKU_{name.upper()}{end}" for name in Settings.model_fields for end in ("", "_FILE")}
    given = {name for service in ("migrate", "app", "worker") for name in compose["services"][service]["environment"]}

    assert given <= known


def test_the_service_never_gets_the_owner_s_password(compose: dict[str, Any]) -> None:
    for name in ("app", "worker"):
        found = compose["services"][name]
        assert "owner_password" not in found["secrets"]
        assert found["environment"]["POLKU_OWNER_DATABASE_PASSWORD_FILE"] == ""
        assert found["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}


def test_service_and_worker_keep_their_files_in_the_same_place(compose: dict[str, Any]) -> None:
    app, worker = (compose["services"][name] for name in ("app", "worker"))

    places = {"files": "POLKU_FILES_DIR", "erasures": "POLKU_ERASURES_DIR"}
    mounted = [f"{volume}:{app['environment'][place]}" for volume, place in places.items()]
    assert app["volumes"] == worker["volumes"] == mounted
    assert places.keys() <= compose["volumes"].keys()


def test_nothing_is_published_to_other_machines_and_every_secret_is_declared(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service.get("ports", [])]
    used = {secret for service in compose["services"].values() for secret in service.get("secrets", [])}

    assert all(port.startswith("127.0.0.1:") for port in ports)
    assert used == set(compose["secrets"])


def test_the_image_holds_every_package_and_no_test() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    copied = {line.split()[1] for line in lines if line.startswith("COPY ")}

    assert {"workflow", "models", "auth", "resolvers", "schema", "service", "web"} <= copied
    assert not {"tests", "bench", "."} & copied


def test_the_image_is_made_of_the_lock_file_of_the_service_and_no_tool_of_tests() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    given = [line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines()]

    assert [line for line in lines if line.startswith("COPY") and ".lock" in line] == ["COPY requirements.lock ./"]
    assert [line.split()[-1] for line in lines if "uv pip install" in line] == ["requirements.lock"]
    assert [name for name in given if name.endswith((".lock", ".toml"))] == ["requirements.lock"]


def test_the_realm_is_strict_about_log_in() -> None:
    realm = json.loads((ROOT / "deploy/keycloak/polku-realm.json").read_text("utf-8"))
    client = realm["clients"][0]

    assert not realm["registrationAllowed"]
    assert not client["publicClient"]
    assert client["attributes"]["pkce.code.challenge.method"] == "S256"
    assert client["secret"] == "${POLKU_OIDC_CLIENT_SECRET}"
    assert all("*" not in address for address in client["redirectUris"])


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_is_executable_and_parses(script: str) -> None:
    done = subprocess.run(["bash", "-n", ROOT / script], capture_output=True, text=True, check=False)

    assert done.stderr == ""
    assert os.access(ROOT / script, os.X_OK)


def test_secrets_are_made_once_as_production_wants_them(tmp_path: Path, compose: dict[str, Any]) -> None:
    make: list[str | Path] = ["bash", ROOT / "deploy/secrets.sh", tmp_path / "secrets"]
    subprocess.run(make, check=True, capture_output=True)
    first = {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()}
    subprocess.run(make, check=True, capture_output=True)

    assert {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()} == first
    assert set(first) == set(compose["secrets"])
    ours = {name: text for name, text in first.items() if name in Settings.model_fields}
    settings = load_settings(
        mode="production",
        database_url="postgresql://polku_app@db/polku",
        public_url="https://polku.example.org",
        oidc_issuer="https://sso.example.org",
        oidc_country="FI",
        **ours,
    )
    assert len(settings.keys("field_key")[1]) == 32


def test_roles_database_and_backup_are_made_by_the_scripts(server: EmbeddedPostgres, tmp_path: Path) -> None:
    subprocess.run(["bash", ROOT / "deploy/secrets.sh", tmp_path], check=True, capture_output=True)
    tools = f"{binaries()}:{os.environ['PATH']}"
    environment = {"PATH": tools, "PGHOST": str(server.socket), "SECRETS": str(tmp_path)}
    subprocess.run(["bash", ROOT / "deploy/initdb.sh"], env=environment, check=True, capture_output=True)
    server.execute("CREATE TABLE kept AS SELECT 1 AS number; ALTER TABLE kept OWNER TO polku_owner", "polku")

    backup = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",  # the script's `python` is ours
        "BACKUPS": str(tmp_path / "backups"),
        "POLKU_MODE": "test",
        "POLKU_STATE_DIR": str(tmp_path / "state"),
        "POLKU_DATABASE_URL": server.url("polku", OWNER),
    }
    run: list[str | Path] = ["bash", ROOT / "deploy/backup.sh"]
    done = subprocess.run(run, env=backup, cwd=ROOT, capture_output=True, text=True, check=True)

    roles = server.execute("SELECT rolname, rolsuper FROM pg_roles WHERE rolname LIKE 'polku%' ORDER BY 1").split()
    [made] = (tmp_path / "backups").iterdir()
    settings = load_settings(mode="test", state_dir=tmp_path / "state")
    with made.open("rb") as file:
        members = [data for kind, data in opened_archive(file, backup_keys(settings)) if kind == _MEMBER]
    assert roles == ["polku_app|f", "polku_owner|f"]
    assert server.execute("SELECT has_database_privilege('polku_app', 'polku', 'CONNECT')").strip() == "t"
    assert str(made) in done.stdout
    assert members == [b"database"]
    assert b"number" not in made.read_bytes()
