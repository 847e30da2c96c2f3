"""Containers, checked without an engine: the specification, what the files promise each other, the scripts for real."""

import json
import os
import subprocess
from collections.abc import Iterator
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any

import pytest

from auth.login.provider_metadata import RelyingParty
from service.backups.archive import _MEMBER, opened_archive
from service.backups.taking import backup_keys
from service.database.embedded_postgres import OWNER, EmbeddedPostgres, binaries
from service.development.checks import tool_verdict
from service.settings import ROOT, Settings
from service.settings_loading import load_settings
from tests.support.processes.commands import run
from tests.support.processes.compose_file import compose_file
from tests.support.processes.postgres_directories import clear_away, fresh_directory

SCRIPTS = (".ci/run", "deploy/secrets.sh", "deploy/initdb.sh", "deploy/cell.sh", "deploy/keycloak/start.sh")
OURS = ("migrate", "app", "worker", "backup", "watch")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return compose_file()


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
    given = {name for service in OURS for name in compose["services"][service]["environment"]}

    assert given <= known


def test_what_serves_never_gets_the_owner_s_password_nor_the_key_of_the_backups(compose: dict[str, Any]) -> None:
    for name in ("app", "worker", "watch"):
        found = compose["services"][name]
        assert not {"owner_password", "backup_key", "rehearsal_password"} & set(found["secrets"])
        assert not [given for given in found["environment"] if "OWNER" in given or "REHEARSAL" in given]
        assert found["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    assert compose["services"]["watch"]["secrets"] == ["smtp_password"]


def test_service_and_worker_keep_their_files_in_the_same_place(compose: dict[str, Any]) -> None:
    app, worker = (compose["services"][name] for name in ("app", "worker"))

    places = {"files": "POLKU_FILES_DIR", "erasures": "POLKU_ERASURES_DIR"}
    mounted = [f"{volume}:{app['environment'][place]}" for volume, place in places.items()]
    assert worker["volumes"] == mounted
    assert app["volumes"] == [*mounted, f"backups:{app['environment']['POLKU_BACKUP_DIR']}:ro"]
    assert places.keys() <= compose["volumes"].keys()


def test_backups_are_on_unless_somebody_takes_them_out(compose: dict[str, Any]) -> None:
    backup = compose["services"]["backup"]

    assert [name for name, service in compose["services"].items() if "profiles" in service] == [
        *("proxy", "scanner", "signatures", "keycloak")
    ]
    assert backup["command"][-1] == "keep-backups"
    assert f"backups:{backup['environment']['POLKU_BACKUP_DIR']}" in backup["volumes"]
    assert compose["services"]["migrate"]["environment"] == backup["environment"]


def test_only_the_proxy_is_published_to_other_machines_and_every_secret_is_declared(compose: dict[str, Any]) -> None:
    ports = {name: service.get("ports", []) for name, service in compose["services"].items()}
    used = {secret for service in compose["services"].values() for secret in service.get("secrets", [])}

    assert ports.pop("proxy") == ["80:80", "443:443"]
    assert all(port.startswith("127.0.0.1:") for published in ports.values() for port in published)
    assert used == set(compose["secrets"])


def test_no_service_has_more_rights_memory_or_processes_than_it_needs(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert service["cap_drop"] == ["ALL"], name
        assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "proxy" else []), name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["mem_limit"], name
        assert service["pids_limit"], name
        assert service["restart"] == ("no" if name == "migrate" else "unless-stopped"), name
        assert service["logging"]["options"]["max-size"], name
        assert service.get("read_only", False) == (name != "keycloak"), "Keycloak builds itself at its first start"


def test_only_what_needs_the_database_is_in_its_network_and_that_leads_nowhere(compose: dict[str, Any]) -> None:
    members = {name: set(service["networks"]) for name, service in compose["services"].items()}

    assert {name for name, joined in members.items() if "back" in joined} == {
        *("db", "migrate", "app", "worker", "backup", "keycloak")
    }
    assert members["db"] == members["migrate"] == members["backup"] == {"back"}
    assert members["proxy"] == members["watch"] == {"front"}
    assert compose["networks"]["back"]["internal"]


def test_the_scanner_sees_every_file_and_reaches_nobody_outside(compose: dict[str, Any]) -> None:
    services, networks = compose["services"], compose["networks"]
    members = {name for name, service in services.items() if "scan" in service["networks"]}
    variable = compose_file(POLKU_SCANNER_URL="clamd://scanner:3310")["services"]["worker"]["environment"]

    assert members == {"app", "worker", "scanner"}
    assert services["scanner"]["networks"] == ["scan"]
    assert networks["scan"]["internal"]
    assert services["scanner"]["tmpfs"] == ["/tmp"]
    assert variable["POLKU_SCANNER_URL"] == "clamd://scanner:3310"
    assert "TCPSocket 3310" in (ROOT / "deploy/clamav/clamd.conf").read_text("utf-8")


def test_the_service_trusts_its_own_proxy_and_this_machine_on_whatever_network() -> None:
    for net in ("172.31.240", "10.9.8"):
        compose = compose_file(POLKU_FRONT_NET=net)
        [front] = compose["networks"]["front"]["ipam"]["config"]
        proxy = compose["services"]["proxy"]["networks"]["front"]["ipv4_address"]
        trusted = compose["services"]["app"]["environment"]["POLKU_TRUSTED_PROXIES"].split(",")

        assert trusted == [proxy, front["gateway"]]
        assert compose["services"]["keycloak"]["environment"]["KC_PROXY_TRUSTED_ADDRESSES"].split(",") == trusted
        assert {ip_address(address) in ip_network(front["subnet"]) for address in trusted} == {True}
    assert "POLKU_TRUSTED_PROXIES" not in compose_file()["services"]["watch"]["environment"]


def test_the_image_holds_every_package_and_no_test() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    copied = {line.split()[1] for line in lines if line.startswith("COPY ")}

    assert {"workflow", "models", "auth", "resolvers", "schema", "service", "web"} <= copied
    assert {"docs/statement", "docs/news", "docs/ohje", "docs/screens/desks"} <= copied, "the texts of the public pages"
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


def test_the_realm_knows_the_addresses_that_log_out_uses() -> None:
    realm = json.loads((ROOT / "deploy/keycloak/polku-realm.json").read_text("utf-8"))
    attributes = realm["clients"][0]["attributes"]
    party = RelyingParty("${POLKU_PUBLIC_URL}", "polku-web", "")

    assert attributes["post.logout.redirect.uris"] == party.logged_out_uri
    assert attributes["backchannel.logout.url"] == "${POLKU_PUBLIC_URL}/auth/backchannel-logout"


@pytest.mark.proxy
@pytest.mark.parametrize("tls", ["internal", "operator@example.org", "/etc/ssl/polku.pem /etc/ssl/polku.key"])
@pytest.mark.parametrize("name", ["Caddyfile", "sso.Caddyfile"])
def test_the_proxy_reads_its_configuration_for_every_way_to_a_certificate(name: str, tls: str) -> None:
    addresses = {"POLKU_PUBLIC_URL": "https://polku.example.org", "POLKU_SSO_URL": "https://sso.example.org"}
    command = ["caddy", "adapt", "--config", str(ROOT / "deploy/caddy" / name), "--adapter", "caddyfile"]

    done = subprocess.run(
        command, env=os.environ | addresses | {"POLKU_TLS": tls}, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    [server] = json.loads(done.stdout)["apps"]["http"]["servers"].values()
    assert server["listen"] == [":443"]
    assert len(server["routes"]) == (1 if name == "Caddyfile" else 2)
    assert "trusted_proxies" not in done.stdout


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
    assert (tmp_path / "secrets").stat().st_mode & 0o777 == 0o700  # nobody else on this machine comes to the files,
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "secrets").iterdir()}
    assert {name for name, mode in modes.items() if mode != 0o444} == {
        "smtp_password"
    }  # every user of a container does
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
    settings = load_settings(mode="test", state_dir=tmp_path / "state", database_url=server.url("polku", OWNER))

    made = run(settings, "backup", "--to", str(tmp_path / "backups"))

    [path] = (tmp_path / "backups").glob("*.backup")
    roles = "SELECT rolname, rolsuper, rolcreatedb, has_database_privilege(oid, 'polku', 'CONNECT') FROM pg_roles"
    with path.open("rb") as file:
        members = [data for kind, data in opened_archive(file, backup_keys(settings)) if kind == _MEMBER]
    assert server.execute(f"{roles} WHERE rolname LIKE 'polku%' ORDER BY 1").split() == [
        "polku_app|f|f|t",
        "polku_owner|f|f|t",
        "polku_rehearsal|f|t|f",
    ]
    assert str(path) in made.stdout
    assert members == [b"database"]
    assert b"number" not in path.read_bytes()
