"""Front ends as content: an administrator registers, changes, rotates and revokes them by mutation."""

from typing import Any

import models
from auth.tokens.random_tokens import token_digest
from tests.support.organisation import STAMP, SampleOrganisation

REGISTER = """mutation R($input: CreateFrontEndClientInput!) { createFrontEndClient(input: $input) {
  secret frontEndClient { id revision state scopes publicId redirectUris origins isConfidential }
  errors { code path message } } }"""
CHANGE = """mutation U($input: UpdateFrontEndClientInput!) { updateFrontEndClient(input: $input) {
  frontEndClient { revision redirectUris } errors { code path } } }"""
MOVE = """mutation M($input: TransitionFrontEndClientInput!) { transitionFrontEndClient(input: $input) {
  secret frontEndClient { revision state revokedAt } errors { code } } }"""
LIST = "{ frontEndClients(first: 10) { nodes { publicId } } }"
GIVEN: dict[str, Any] = {
    "name": "Mobiilisovellus",
    "isConfidential": False,
    "redirectUris": ["fi.esimerkki.polku:/callback", "http://127.0.0.1/callback"],
    "origins": ["HTTPS://Sovellus.example"],
    "scopes": ["register:read", "offline_access"],
}


async def register(organisation: SampleOrganisation, who: str = "administrator", **more: Any) -> dict[str, Any]:
    return dict((await organisation.data(who, REGISTER, input=GIVEN | more))["createFrontEndClient"])


async def move(organisation: SampleOrganisation, made: dict[str, Any], name: str, revision: int = 1) -> dict[str, Any]:
    step = {"id": made["frontEndClient"]["id"], "revision": revision, "transition": name, "comment": "Poistui käytöstä"}
    return dict((await organisation.data("administrator", MOVE, input=step))["transitionFrontEndClient"])


async def test_a_public_front_end_has_no_secret(organisation: SampleOrganisation) -> None:
    done = await register(organisation)

    assert done["errors"] == []
    assert done["secret"] is None
    made = done["frontEndClient"]
    assert made["publicId"].startswith("front-")
    assert made["origins"] == ["https://sovellus.example"]
    assert await organisation.count("front_end_client", "secret_hash IS NULL AND NOT is_confidential") == 1


async def test_the_secret_of_a_confidential_one_is_shown_once(organisation: SampleOrganisation) -> None:
    done = await register(organisation, isConfidential=True)

    kept = await organisation.pool.fetchval("SELECT secret_hash FROM front_end_client")
    assert kept == token_digest(done["secret"])
    for table in ("front_end_client", "history", "version", "outbox", "idempotency_key"):
        assert await organisation.count(f"{table} x", f"strpos(x::text, '{done['secret']}') > 0") == 0


async def test_a_new_secret_replaces_the_old_one_and_a_public_one_gets_none(organisation: SampleOrganisation) -> None:
    confidential, public = await register(organisation, isConfidential=True), await register(organisation)

    rotated = await move(organisation, confidential, "ROTATE")
    refused = await move(organisation, public, "ROTATE")

    assert rotated["secret"] not in {None, confidential["secret"]}
    assert (
        await organisation.count("front_end_client", f"secret_hash = '\\x{token_digest(rotated['secret']).hex()}'") == 1
    )
    assert [e["code"] for e in refused["errors"]] == ["NO_SECRET"]


async def test_a_revoked_front_end_never_comes_back(organisation: SampleOrganisation) -> None:
    made = await register(organisation)

    done = await move(organisation, made, "REVOKE")
    again = await move(organisation, made, "REVOKE", 2)
    change = {"id": made["frontEndClient"]["id"], "revision": 2, "name": "Uusi nimi"}
    changed = (await organisation.data("administrator", CHANGE, input=change))["updateFrontEndClient"]

    assert done["frontEndClient"]["state"] == "REVOKED"
    assert done["frontEndClient"]["revokedAt"] is not None
    assert [e["code"] for e in again["errors"]] == ["WRONG_STATE"]
    assert [e["code"] for e in changed["errors"]] == ["FORBIDDEN_FIELD"]


async def test_every_value_is_judged_and_the_refusal_names_its_field(organisation: SampleOrganisation) -> None:
    refused: dict[str, tuple[str, Any]] = {
        "ADDRESS_UNSAFE": ("redirectUris", ["http://sovellus.example/"]),
        "ADDRESS_COUNT": ("redirectUris", []),
        "ADDRESS_FRAGMENT": ("postLogoutRedirectUris", ["https://sovellus.example/#x"]),
        "ORIGIN_MALFORMED": ("origins", ["https://sovellus.example/"]),
        "UNKNOWN_FRONT_END_SCOPE": ("scopes", ["referrals:read"]),
        "LOGOUT_ADDRESS_REFUSED": ("backchannelLogoutUri", "http://sovellus.example/ulos"),
        "LOGOUT_HOST_UNKNOWN": ("backchannelLogoutUri", "https://169.254.169.254/ulos"),
    }

    for code, (field, value) in refused.items():
        done = await register(organisation, **{field: value})
        assert [(e["code"], e["path"]) for e in done["errors"]] == [(code, [field])]
        assert done["errors"][0]["message"] not in {"", code}
        assert done["frontEndClient"] is None
    assert await organisation.count("front_end_client") == 0


async def test_log_outs_are_told_to_a_destination_in_use(organisation: SampleOrganisation) -> None:
    place: dict[str, Any] = {
        "kind": "WEBHOOK",
        "host": "sovellus.example",
        "country": "FI",
        "purpose": "Uloskirjautuminen",
    }
    await models.Destination.create(state="ACTIVE", **place, **STAMP)

    done = await register(organisation, backchannelLogoutUri="https://sovellus.example/ulos")

    assert done["errors"] == []


async def test_an_address_can_be_changed_and_not_taken_away(organisation: SampleOrganisation) -> None:
    made = (await register(organisation))["frontEndClient"]

    async def change(revision: int, *addresses: str) -> dict[str, Any]:
        given = {"id": made["id"], "revision": revision, "redirectUris": list(addresses)}
        return dict((await organisation.data("administrator", CHANGE, input=given))["updateFrontEndClient"])

    changed, emptied = await change(1, "https://sovellus.example/paluu"), await change(2)

    assert changed["frontEndClient"] == {"revision": 2, "redirectUris": ["https://sovellus.example/paluu"]}
    assert [e["code"] for e in emptied["errors"]] == ["ADDRESS_COUNT"]


async def test_only_an_administrator_registers_and_only_the_privacy_officer_sees_besides(
    organisation: SampleOrganisation,
) -> None:
    made = (await register(organisation))["frontEndClient"]

    for who in ("supervisor_a", "coach_a"):
        assert [e["code"] for e in (await register(organisation, who))["errors"]] == ["FORBIDDEN"]
        assert (await organisation.data(who, LIST))["frontEndClients"]["nodes"] == []
    seen = (await organisation.data("privacy_officer", LIST))["frontEndClients"]["nodes"]
    assert seen == [{"publicId": made["publicId"]}]
    assert await organisation.count("front_end_client") == 1
