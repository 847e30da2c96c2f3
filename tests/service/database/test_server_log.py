"""The log of the database server names constraints, and never a value: not even that of a violated key or row."""

import asyncpg
import pytest

from models.client import Client
from models.sealed import Place, blind_index, seal
from service.database.embedded_postgres import EmbeddedPostgres
from tests.support.organisation import SampleOrganisation

CODE, MARK = "170590-997C", "Salainen-Sukunimi"
VIOLATIONS = {
    "client_personal_identity_code": "UPDATE client SET personal_identity_code = $1, identity_index = $2",
    "account_kind": "UPDATE account SET kind = 'NONE', name = $1::text || $2::text",
    "null value": "UPDATE client SET last_name = NULL, first_names = $1::text || $2::text",
    "agency_name": "UPDATE agency SET name = $1::text || $2::text",
    "foreign key": "UPDATE client SET unit_id = id, last_name = $1::text || $2::text",
}


@pytest.mark.parametrize("named", VIOLATIONS)
async def test_a_violation_is_logged_without_any_value(
    organisation: SampleOrganisation, postgres: EmbeddedPostgres, named: str
) -> None:
    keyring = organisation.answering.commands.keyring
    sealed = seal(keyring, Place("client", "personal_identity_code", organisation.rows["aino"].pk), CODE)
    index = blind_index(keyring, CODE)
    await Client.filter(id=organisation.rows["aino"].pk).update(personal_identity_code=sealed, identity_index=index)
    before = (postgres.data / "server.log").stat().st_size
    values = (sealed, index) if "identity" in named else (MARK, MARK)

    with pytest.raises(asyncpg.IntegrityConstraintViolationError):
        await organisation.pool.execute(VIOLATIONS[named], *values)

    said = (postgres.data / "server.log").read_bytes()[before:].decode()
    assert "ERROR:" in said
    assert VIOLATIONS[named] in said, "the statement is there, with placeholders"
    hidden = (MARK, index.hex(), sealed.hex(), "Äijälä", "aino@example.org", organisation.rows["aino"].pk.hex)
    assert [value for value in hidden if value in said.replace("-", "") or value in said] == []
    assert "DETAIL" not in said
