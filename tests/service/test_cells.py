"""Many installations behind one front: data, keys, sessions and tokens of their own; a broken one breaks no other."""

import asyncio
import re
import ssl
import subprocess
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import httpx2
import pytest

from auth.provider.users import ProviderPerson
from models.account import Account
from models.sealed import Place, SealRefused, seal_bytes, unseal_bytes
from service.cells import CellsRefused, cell_values, read_cells, refuse_shared_keys
from service.commands.cells import front_backends, front_map
from service.commands.demo_tokens import DEMO_CLIENT
from service.database.connections import connect, orm
from service.database.embedded_postgres import EmbeddedPostgres
from service.development.drills.installation import ScratchInstallation
from service.login.identity import identity
from service.resources import keyring_of
from service.settings import ROOT
from service.settings_loading import load_settings
from tests.support.processes.postgres_directories import clear_away, fresh_directory
from tests.support.processes.two_cells import NAMES, TwoCells, front, host_of

CREATE = """mutation C($i: CreateClientInput!) { createClient(input: $i) { client { id } errors { code } } }"""
FILE = """
[shared]
smtp_host = "smtp.example.org"

[cells.kuopio]
hosts = ["kuopio.example.org", "polku.kuopio.example"]
port = 8101
directory = "/var/lib/polku/kuopio"
secrets = "/etc/polku/cells/kuopio"
database_url = "postgresql://polku_app@10.0.0.1:5432,10.0.0.2:5432/kuopio"
owner_database_url = "postgresql://polku_owner@10.0.0.1:5432,10.0.0.2:5432/kuopio"

[cells.mikkeli]
hosts = ["mikkeli.example.org"]
port = 8102
directory = "/var/lib/polku/mikkeli"
secrets = "/etc/polku/cells/mikkeli"
database_url = "postgresql://polku_app@10.0.0.1:5432,10.0.0.2:5432/mikkeli"
owner_database_url = "postgresql://polku_owner@10.0.0.1:5432,10.0.0.2:5432/mikkeli"
"""


@pytest.fixture(scope="module")
def server_of_cells() -> Iterator[EmbeddedPostgres]:
    """A server that has cells alone: nobody logs in as the role that theirs inherit from."""
    directory = fresh_directory()
    server = EmbeddedPostgres(directory, durable=False)
    server.start()
    server.execute("ALTER ROLE polku_app NOLOGIN")
    yield server
    clear_away(directory)


@pytest.fixture
def cells(server_of_cells: EmbeddedPostgres, tmp_path: Path) -> Iterator[TwoCells]:
    """Two cells with empty databases; nothing of them runs."""
    found = TwoCells(tmp_path, server_of_cells)
    found.write()
    for name in NAMES:
        found.create(name)
    yield found
    found.stop()
    found.forget()


@pytest.fixture
async def entrance(cells: TwoCells) -> AsyncIterator[httpx2.AsyncClient]:
    """Both cells, migrated and serving, behind their front; and whoever comes there."""
    migrated = cells.run("migrate", "--all")
    assert migrated.returncode == 0, migrated.stdout + migrated.stderr
    await cells.start()
    tls = ssl.create_default_context()
    tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE
    async with front(cells) as port, httpx2.AsyncClient(base_url=f"https://127.0.0.1:{port}", verify=tls) as client:
        for name in NAMES:
            await until_ready(client, host_of(name))
        yield client


async def until_ready(client: httpx2.AsyncClient, host: str) -> None:
    """Wait until a cell answers through the front."""
    for _ in range(600):
        try:
            if (await client.get("/readyz", headers={"host": host})).status_code == 200:
                return
        except httpx2.HTTPError:
            pass
        await asyncio.sleep(0.2)
    raise AssertionError(f"{host} does not answer")


async def asked(
    client: httpx2.AsyncClient, host: str, query: str, headers: dict[str, str], **variables: object
) -> httpx2.Response:
    """Return what a cell answers to somebody."""
    body = {"query": query, "variables": variables}
    return await client.post("/graphql", json=body, headers={**headers, "host": host})


def person(made: ScratchInstallation) -> dict[str, str]:
    """Return the headers of the supervisor of a cell."""
    return dict(made.headers)


async def token_of(made: ScratchInstallation) -> str:
    """Return an access token of the supervisor of a cell, from the cell's own provider."""
    provider = identity(made.settings).provider
    assert provider is not None
    async with orm(made.settings.application_url, 1):
        account = await Account.get()
        person_ = ProviderPerson(UUID(account.subject))
        return await provider.issue(DEMO_CLIENT, person_, datetime.now(UTC), timedelta(minutes=5))


@pytest.mark.haproxy
async def test_two_cells_share_neither_data_nor_sessions_nor_tokens(
    cells: TwoCells, entrance: httpx2.AsyncClient
) -> None:
    kuopio, mikkeli = (cells.installations[name] for name in NAMES)
    given = {"firstNames": "Aino", "lastName": "Salainen", "unitId": kuopio.unit, "safetyRestriction": False}
    names = "{ clients { nodes { lastName } } }"

    created = await asked(entrance, host_of("kuopio"), CREATE, person(kuopio), i=given)
    at_home = await asked(entrance, host_of("kuopio"), names, person(kuopio))
    elsewhere = await asked(entrance, host_of("mikkeli"), names, person(mikkeli))
    id_ = created.json()["data"]["createClient"]["client"]["id"]
    by_id = await asked(
        entrance, host_of("mikkeli"), "query Q($i: ID!) { client(id: $i) { id } }", person(mikkeli), i=id_
    )
    stranger = {**person(kuopio), "origin": f"https://{host_of('mikkeli')}"}
    with_session = await asked(entrance, host_of("mikkeli"), names, stranger)
    cookie = {"cookie": person(kuopio)["cookie"]}
    sessions = [(await entrance.get("/auth/session", headers={**cookie, "host": host_of(name)})) for name in NAMES]
    bearer = {"authorization": f"Bearer {await token_of(kuopio)}"}
    with_token = [await asked(entrance, host_of(name), names, bearer) for name in NAMES]
    unknown = await entrance.get("/healthz", headers={"host": "other.polku.example.org"})
    second = await entrance.get("/healthz", headers={"host": "kuopio.example.org"})

    assert at_home.json()["data"]["clients"]["nodes"] == [{"lastName": "Salainen"}]
    assert elsewhere.json()["data"]["clients"]["nodes"] == []
    assert by_id.json()["data"]["client"] is None
    assert with_session.status_code in (401, 403)
    assert [one.status_code for one in sessions] == [200, 401]
    assert [one.status_code for one in with_token] == [200, 401]
    assert with_token[0].json()["data"]["clients"]["nodes"] == [{"lastName": "Salainen"}]
    assert b"Salainen" not in elsewhere.content + by_id.content + with_session.content
    assert (unknown.status_code, second.status_code) == (421, 200)
    assert await status_over_tls_of(entrance, host_of("kuopio"), host_of("kuopio")) == 200
    assert await status_over_tls_of(entrance, "kuopio.example.org", host_of("kuopio")) == 200
    assert await status_over_tls_of(entrance, host_of("kuopio"), host_of("mikkeli")) == 421
    assert await status_over_tls_of(entrance, "other.example.org", host_of("mikkeli")) == 421
    await has_own_provider(entrance)
    assert [cells.server.execute("SELECT count(*) FROM client", name).strip() for name in NAMES] == ["1", "0"]


async def status_over_tls_of(entrance: httpx2.AsyncClient, tls_name: str, host: str) -> int:
    """Return what the front answers on a connection that was made for one name and asks for another."""
    tls = ssl.create_default_context()
    tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE
    async with httpx2.AsyncClient(base_url=entrance.base_url, verify=tls) as client:
        answer = await client.get("/healthz", headers={"host": host}, extensions={"sni_hostname": tls_name})
        return answer.status_code


async def has_own_provider(entrance: httpx2.AsyncClient) -> None:
    """Check that the provider of one cell is a stranger to the other."""
    found = [
        (await entrance.get("/provider/.well-known/openid-configuration", headers={"host": host_of(name)})).json()
        for name in NAMES
    ]
    keys = [(await entrance.get("/provider/jwks", headers={"host": host_of(name)})).json()["keys"] for name in NAMES]
    assert [one["issuer"] for one in found] == [f"https://{host_of(name)}/provider" for name in NAMES]
    assert {key["kid"] for key in keys[0]}.isdisjoint({key["kid"] for key in keys[1]})


def test_migrate_all_goes_on_after_a_broken_cell_and_says_which(cells: TwoCells) -> None:
    cells.server.execute("ALTER DATABASE kuopio RENAME TO away")

    broken = cells.run("migrate", "--all")
    cells.server.execute("ALTER DATABASE away RENAME TO kuopio")
    mended = cells.run("migrate", "--all")
    verified = cells.run("verify", POLKU_CELL="mikkeli")

    assert broken.returncode == 1
    assert "kuopio: failed: InvalidCatalogNameError" in broken.stdout
    assert re.search(r"mikkeli: \d\d+ migrations", broken.stdout)
    assert "1 of 2 cells failed: kuopio" in broken.stdout
    assert mended.returncode == 0
    assert re.search(r"kuopio: \d\d+ migrations", mended.stdout)
    assert "mikkeli: nothing to do" in mended.stdout
    assert verified.returncode == 0, "a command of one cell works on it"


def test_a_process_of_a_cell_has_its_settings_and_the_keys_of_no_other(cells: TwoCells) -> None:
    ours, theirs = (load_settings(cell=name, cells_file=str(cells.file)) for name in NAMES)
    place = Place("client", "personal_identity_code", uuid4())

    sealed = seal_bytes(keyring_of(ours), place, b"010190-123A")

    assert unseal_bytes(keyring_of(ours), place, sealed) == b"010190-123A"
    with pytest.raises(SealRefused):
        unseal_bytes(keyring_of(theirs), place, sealed)
    assert ours.public_url == f"https://{host_of('kuopio')}"
    assert ours.allowed_hosts == "kuopio.example.org"
    places = ("state_dir", "files_dir", "erasures_dir", "backup_dir")
    assert {getattr(ours, place) for place in places}.isdisjoint({getattr(theirs, place) for place in places})
    assert not {ours.files, ours.erasures} & {theirs.files, theirs.erasures}


@pytest.mark.parametrize("role", ["polku_kuopio", "polku_kuopio_owner", "polku_kuopio_rehearsal", "polku_app"])
async def test_no_role_of_a_cell_may_connect_to_the_database_of_another(cells: TwoCells, role: str) -> None:
    own = await connect(cells.server.url("kuopio", "polku_kuopio"))
    await own.close()

    with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.InvalidAuthorizationSpecificationError)):
        await connect(cells.server.url("mikkeli", role))


def test_a_server_with_an_installation_that_is_no_cell_takes_none(cells: TwoCells) -> None:
    cells.forget()
    cells.server.execute("ALTER ROLE polku_app LOGIN")
    with pytest.raises(AssertionError, match="cells need a server of their own"):
        cells.create("kuopio")
    cells.server.execute("ALTER ROLE polku_app NOLOGIN")

    assert not cells.server.has_database("kuopio")


def test_the_list_names_every_cell_and_a_command_without_the_file_says_what_is_missing(cells: TwoCells) -> None:
    listed, lost = cells.run("cells"), cells.run("cells", POLKU_CELLS_FILE="")

    assert (listed.returncode, lost.returncode) == (0, 2)
    assert all(name in listed.stdout for name in NAMES)
    assert "POLKU_CELLS_FILE must name the file of cells" in lost.stdout


def test_two_cells_with_one_key_are_refused_before_anything_is_done(cells: TwoCells) -> None:
    key = cells.directory / "secrets/mikkeli/field_key"
    key.unlink()
    key.write_text("2:" + (cells.directory / "secrets/kuopio/field_key").read_text("utf-8").partition(":")[2], "utf-8")

    refused = cells.run("migrate", "--all")

    assert refused.returncode == 2
    assert "kuopio and mikkeli have the same field_key" in refused.stdout
    with pytest.raises(CellsRefused):
        refuse_shared_keys(read_cells(cells.file))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (('"mikkeli.example.org"', '"kuopio.example.org"'), "kuopio and mikkeli have the same host name"),
        (("port = 8102", "port = 8101"), "kuopio and mikkeli have the same port"),
        (("5432/mikkeli", "5432/kuopio"), "kuopio and mikkeli have the same database"),
        (("10.0.0.1:5432,10.0.0.2:5432/mikkeli", "10.0.0.2:5432,10.0.0.1:5432/kuopio"), "the same database"),
        (('"/var/lib/polku/mikkeli"', '"/var/lib/polku/kuopio/in"'), "a directory of mikkeli lies in one of kuopio"),
        (('"/etc/polku/cells/mikkeli"', '"/etc/polku/cells/kuopio"'), "have the same directory"),
        (("port = 8102", 'port = 8102\nfield_key = "1:x"'), "mikkeli: field_key is a secret"),
        (("polku_app@10.0.0.1:5432,10.0.0.2:5432/mikkeli", "polku_app:pw@10.0.0.1/m"), "database_url holds a password"),
        (("port = 8102", "prot = 8102"), "mikkeli: missing: port"),
        (("port = 8102", 'port = 8102\nfiles_dir = "/f"'), "files_dir is no setting of a cell"),
        (("[cells.mikkeli]", "[cells.mik-keli]"), "mik-keli: a name is"),
        (('"mikkeli.example.org"', '"Mikkeli_"'), "no host names: 'Mikkeli_'"),
        (("[shared]", "[sharde]"), "unknown: sharde"),
    ],
)
def test_a_file_in_which_cells_share_or_lack_something_is_refused_with_the_reason(
    tmp_path: Path, change: tuple[str, str], reason: str
) -> None:
    path = tmp_path / "cells.toml"
    path.write_text(FILE.replace(*change), "utf-8")

    with pytest.raises(CellsRefused) as refused:
        read_cells(path)

    assert reason in str(refused.value)


def test_the_file_of_the_page_for_operators_is_a_good_one(tmp_path: Path) -> None:
    page = (ROOT / "docs/operations.md").read_text("utf-8").split("## Cells\n")[1].split("\n## ")[0]
    [example] = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    path = tmp_path / "cells.toml"
    path.write_text(example, "utf-8")

    cells = read_cells(path)

    assert len(cells) == 2
    assert front_map(cells).count(" cell-") == sum(len(cell.hosts) for cell in cells.values())
    assert front_backends(cells).count("\nbackend cell-") == 2


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"cell": "lahti", "cells_file": "FILE"}, "has no cell 'lahti', but kuopio, mikkeli"),
        ({"cell": "kuopio"}, "go together"),
        ({"cells_file": "FILE"}, "go together"),
    ],
)
def test_a_process_of_a_cell_that_is_not_named_does_not_start(
    tmp_path: Path, given: dict[str, str], reason: str
) -> None:
    path = tmp_path / "cells.toml"
    path.write_text(FILE, "utf-8")

    with pytest.raises(CellsRefused) as refused:
        cell_values({key: text.replace("FILE", str(path)) for key, text in given.items()})

    assert reason in str(refused.value)


@pytest.mark.systemd
def test_systemd_reads_the_units_of_a_cell_without_a_complaint(tmp_path: Path) -> None:
    units = ROOT / "deploy/systemd"
    for unit in sorted(units.glob("polku-cell@*")):
        for file in [unit] if unit.is_file() else sorted(unit.iterdir()):
            place = tmp_path / str(file.relative_to(units)).replace("polku-cell@", "polku-kuopio@")
            place.parent.mkdir(exist_ok=True)
            place.write_text(file.read_text("utf-8").replace("/opt/polku/.venv/bin/python", "/bin/true"), "utf-8")
    names = [f"polku-kuopio@{name}.service" for name in ("serve", "worker", "keep-backups", "watch", "upgrade")]
    for name in names:
        (tmp_path / name).symlink_to("polku-kuopio@.service")

    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *(str(tmp_path / name) for name in names)],
        env={"PATH": "/usr/bin:/bin", "SYSTEMD_UNIT_PATH": f"{tmp_path}:"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
