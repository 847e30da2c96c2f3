"""Systems of agencies as content: an administrator registers, rotates and revokes them by mutation."""

from typing import Any

import models
from auth.tokens.random_tokens import token_digest
from tests.support.organisation import STAMP, SampleOrganisation

REGISTER = """mutation R($input: CreateAgencyClientInput!) { createAgencyClient(input: $input) {
  secret agencyClient { id revision state scopes publicId agency { name } } errors { code path } } }"""
MOVE = """mutation M($input: TransitionAgencyClientInput!) { transitionAgencyClient(input: $input) {
  secret agencyClient { revision state } errors { code } } }"""


async def register(organisation: SampleOrganisation, who: str = "administrator", **more: Any) -> dict[str, Any]:
    agency = await models.Agency.create(state="ACTIVE", name="Etelä-Savon työllisyysalue", kind="EMPLOYMENT", **STAMP)
    given = {"name": "Lähetejärjestelmä", "agencyId": f"agency_{agency.pk.hex}", "scopes": ["referrals:read"]} | more
    return dict((await organisation.data(who, REGISTER, input=given))["createAgencyClient"])


async def test_the_secret_is_shown_once_and_only_its_hash_is_kept(organisation: SampleOrganisation) -> None:
    done = await register(organisation)
    assert done["errors"] == []
    assert done["agencyClient"]["agency"] == {"name": "Etelä-Savon työllisyysalue"}
    kept = await organisation.pool.fetchval("SELECT secret_hash FROM agency_client")
    assert kept == token_digest(done["secret"])
    for table in ("agency_client", "history", "version", "outbox", "idempotency_key"):
        assert await organisation.count(f"{table} x", f"strpos(x::text, '{done['secret']}') > 0") == 0


async def test_rotation_makes_a_new_secret_and_a_new_epoch(organisation: SampleOrganisation) -> None:
    first = await register(organisation)
    step = {"id": first["agencyClient"]["id"], "revision": 1, "transition": "ROTATE"}
    done = (await organisation.data("administrator", MOVE, input=step))["transitionAgencyClient"]
    assert done["secret"] not in {None, first["secret"]}
    assert await organisation.count("agency_client", "epoch = 2 AND revision = 2") == 1


async def test_a_revoked_client_never_comes_back(organisation: SampleOrganisation) -> None:
    first = await register(organisation)
    step = {"id": first["agencyClient"]["id"], "revision": 1, "transition": "REVOKE", "comment": "Sopimus päättyi"}
    done = (await organisation.data("administrator", MOVE, input=step))["transitionAgencyClient"]
    assert done["agencyClient"] == {"revision": 2, "state": "REVOKED"}
    assert done["secret"] is None
    again = step | {"revision": 2, "transition": "ROTATE"}
    assert [
        e["code"]
        for e in (await organisation.data("administrator", MOVE, input=again))["transitionAgencyClient"]["errors"]
    ] == ["WRONG_STATE"]


async def test_an_unknown_scope_refuses_the_registration(organisation: SampleOrganisation) -> None:
    done = await register(organisation, scopes=["clients:read"])
    assert [(e["code"], e["path"]) for e in done["errors"]] == [("UNKNOWN_SCOPE", ["scopes"])]
    assert done["secret"] is None
    assert await organisation.count("agency_client") == 0


async def test_nobody_but_an_administrator_registers_one(organisation: SampleOrganisation) -> None:
    done = await register(organisation, "supervisor_a")
    assert [e["code"] for e in done["errors"]] == ["FORBIDDEN"]
    assert done["secret"] is None
