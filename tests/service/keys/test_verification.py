"""Damaged and exchanged sealed values: the list stays, the field is null, and `run.py verify` names the row."""

from typing import Any
from uuid import UUID

import orjson
import pytest
from structlog.testing import capture_logs

from models.client import Client
from models.sealed import blind_index
from service.keys.moving import Fault
from service.keys.verification import verify_sealed
from service.resources import file_store, keyring_of
from service.settings import Settings
from tests.support.actions.content import create, update
from tests.support.organisation import NOW, SampleOrganisation
from tests.support.processes.commands import run

CODES = {"aino": "010190-900P", "ville": "010190-901R", "sari": "010190-902S"}
LIST = """query L { clients(first: 50) { nodes {
  id lastName personalIdentityCode(purpose: PAYMENT) dateOfBirth } } }"""


@pytest.fixture
async def coded(organisation: SampleOrganisation) -> SampleOrganisation:
    """The organisation, in which three people have a code."""
    new = {"firstNames": "Sari", "lastName": "Salo", "unitId": organisation.ids["unit_a"], "safetyRestriction": False}
    sari = await create(organisation, "supervisor_a", "Client", **new)
    organisation.keep("sari", "client", await Client.get(pk=UUID(sari["id"].removeprefix("client_"))))
    for who, code in CODES.items():
        assert await written(organisation, who, 1, personalIdentityCode=code) == []
    return organisation


async def written(organisation: SampleOrganisation, who: str, revision: int, **values: Any) -> list[str]:
    """Change a client as its supervisor and return the codes of the errors."""
    return await update(
        organisation, "supervisor_a", "Client", {"id": organisation.ids[who], "revision": revision}, **values
    )


async def damage(organisation: SampleOrganisation, who: str) -> UUID:
    """Flip the last bit of a sealed code."""
    row = UUID(str(organisation.rows[who].pk))
    client = await Client.get(pk=row)
    sealed = bytes(client.personal_identity_code or b"")
    damaged = sealed[:-1] + bytes([sealed[-1] ^ 1])
    await organisation.pool.execute("UPDATE client SET personal_identity_code = $1 WHERE id = $2", damaged, row)
    return row


async def test_a_damaged_code_is_null_with_an_error_and_everything_else_is_answered(
    coded: SampleOrganisation, settings: Settings
) -> None:
    row = await damage(coded, "aino")

    with capture_logs() as logged:
        answer = await coded.ask("supervisor_a", LIST)

    nodes = answer["data"]["clients"]["nodes"]
    shown = {node["id"]: node["personalIdentityCode"] for node in nodes}
    [error] = answer["errors"]
    at = error["path"][2]
    [line] = [line for line in logged if line["event"] == "sealed value unreadable"]
    assert shown[coded.ids["aino"]] is None
    assert shown[coded.ids["ville"]] == CODES["ville"]
    assert error["path"] == ["clients", "nodes", at, "personalIdentityCode"]
    assert nodes[at]["id"] == coded.ids["aino"]
    assert nodes[at]["lastName"] == "Äijälä"
    assert (error["extensions"]["code"], error["extensions"]["id"]) == ("VALUE_UNREADABLE", line["incident"])
    assert (line["table"], line["row"], line["code"]) == ("client.personal_identity_code", str(row), "SEAL_BROKEN")
    assert str(row) not in orjson.dumps(error).decode()
    assert await verify_sealed(settings, NOW) == (6, [Fault("client", str(row), "SEAL_BROKEN")])


async def test_a_damaged_code_shows_as_an_error_in_a_payload_and_can_be_written_anew(
    coded: SampleOrganisation, settings: Settings
) -> None:
    await damage(coded, "aino")
    change = """mutation U($input: UpdateClientInput!) { updateClient(input: $input) {
      client { personalIdentityCode(purpose: PAYMENT) } errors { code } } }"""
    given = {"id": coded.ids["aino"], "revision": 2, "email": "uusi@example.org"}

    answer = await coded.ask("supervisor_a", change, input=given)
    dated = await written(coded, "aino", 3, dateOfBirth="1990-01-02")
    mended = await written(coded, "aino", 3, personalIdentityCode=CODES["aino"])

    assert answer["data"]["updateClient"] == {"client": {"personalIdentityCode": None}, "errors": []}
    assert answer["errors"][0]["path"] == ["updateClient", "client", "personalIdentityCode"]
    assert dated == ["VALUE_UNREADABLE"]
    assert mended == []
    assert [fault.table for fault in (await verify_sealed(settings, NOW))[1]] == ["version"]  # kept as it was written


async def test_exchanged_values_and_indexes_are_named_by_table_and_row(
    coded: SampleOrganisation, settings: Settings
) -> None:
    aino, ville, sari = (coded.rows[who].pk for who in CODES)
    other = await coded.pool.fetchval("SELECT personal_identity_code FROM client WHERE id = $1", aino)
    await coded.pool.execute("UPDATE client SET personal_identity_code = $1 WHERE id = $2", other, ville)
    foreign = blind_index(keyring_of(settings), "010190-903T")
    await coded.pool.execute("UPDATE client SET identity_index = $1 WHERE id = $2", foreign, sari)
    await coded.pool.execute("UPDATE client SET identity_index = NULL WHERE id = $1", aino)

    _, faults = await verify_sealed(settings, NOW)

    assert set(faults) == {
        Fault("client", str(ville), "SEAL_BROKEN"),
        Fault("client", str(sari), "INDEX_WRONG"),
        Fault("client", str(aino), "INDEX_MISSING"),
    }


async def test_a_file_that_was_changed_or_lost_is_named_and_the_command_ends_with_one(
    coded: SampleOrganisation, settings: Settings
) -> None:
    files, kept, lost = file_store(settings), UUID(int=5), UUID(int=6)
    for one in (kept, lost):
        await coded.pool.execute(
            "INSERT INTO attachment (id, noun, object_id, name, media_type, size, sha256, added_at, added_by,"
            " added_by_name, uploaded_at)"
            " VALUES ($1, 'client', $2, 'a.pdf', 'application/pdf', 3, $4, $3, $1, '', $3)",
            one, coded.rows["aino"].pk, NOW, "0" * 64,
        )  # fmt: skip
    files.put(kept, b"pdf")
    whole = run(settings, "verify")
    sealed = files.path(kept).read_bytes()
    files.path(kept).write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))

    _, faults = await verify_sealed(settings, NOW)

    assert whole.returncode == 1
    assert f"attachment │ {lost}" in whole.stdout
    assert set(faults) == {
        Fault("attachment", str(kept), "SEAL_BROKEN"), Fault("attachment", str(lost), "FILE_MISSING")
    }  # fmt: skip
