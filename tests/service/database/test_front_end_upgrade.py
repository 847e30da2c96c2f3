"""An installation from before front ends were content keeps them, and those log-ins that are under way."""

from uuid import UUID

import asyncpg

from service.database.connections import credentials
from service.database.migrations import migrate

BEFORE = "0075_plain_descriptions"
ONE, TWO = UUID(int=1), UUID(int=2)
CLIENT = """
INSERT INTO provider_client (id, public_id, name, secret_hash, redirect_uris, post_logout_redirect_uris,
  backchannel_logout_uri, scopes, created_at)
VALUES ($1, $2, 'Front end', $3, ARRAY['https://app.example/callback'], '{}', NULL, ARRAY['register:read'], now())
"""
USER = """
INSERT INTO provider_user (id, username, password_hash, password_changed_at, created_at)
VALUES ($1, 'aino', 'x', now(), now())
"""
CODE = """
INSERT INTO provider_code (id, digest, family, user_id, client, redirect_uri, scope, code_challenge, authenticated_at,
  expires_at) VALUES ($1, 'digest', $1, $1, 'public', 'https://app.example/callback', 'openid', 'c', now(), now())
"""


async def test_front_ends_of_before_go_on_as_they_were(empty_database: str) -> None:
    await migrate(empty_database, BEFORE)
    connection = await asyncpg.connect(**credentials(empty_database))
    await connection.execute(CLIENT, ONE, "confidential", b"hash")
    await connection.execute(CLIENT, TWO, "public", None)
    await connection.execute(USER, ONE)
    await connection.execute(CODE, ONE)

    await migrate(empty_database)
    kept = await connection.fetch("SELECT * FROM front_end_client ORDER BY id")
    code = await connection.fetchval("SELECT has_second_factor FROM provider_code")
    await migrate(empty_database, BEFORE)
    back = await connection.fetch("SELECT public_id, secret_hash, scopes FROM provider_client ORDER BY id")
    await connection.close()

    assert [(row["public_id"], row["is_confidential"], row["secret_hash"]) for row in kept] == [
        ("confidential", True, b"hash"),
        ("public", False, None),
    ]
    assert {row["state"] for row in kept} == {"ACTIVE"}
    assert [row["scopes"] for row in kept] == [["register:read", "offline_access"]] * 2
    assert code is False
    assert [tuple(row) for row in back] == [
        ("confidential", b"hash", ["register:read"]),
        ("public", None, ["register:read"]),
    ]
