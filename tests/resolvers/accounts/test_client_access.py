"""A client who forgot the password, and one whose access ends: the coach does it, the administrator learns nothing."""

import re
from typing import Any

import pytest
from uuid_utils.compat import uuid7

from models.account import Account, ClientInvitation
from tests.support.actions.content import step, try_to_create, update
from tests.support.actions.guardians import represent
from tests.support.actions.password_links import account, give_password, mails_with_link, works
from tests.support.organisation import NOW, STAMP, SampleOrganisation
from tests.support.processes.mail_server import LocalMailServer

STEP = """mutation S($i: TransitionClientInvitationInput!) { transitionClientInvitation(input: $i) {
  secret clientInvitation { revision state identityProof } errors { code } } }"""
WRONG = ("coach_b", "colleague_a", "supervisor_b", "manager", "finance", "privacy_officer", "administrator")
OUTSIDE = ("trainee", "official_x", "workplace")
TRANSITIONS = {
    "SHOW_PASSWORD_LINK": {"reason": "SEEN_ID"},
    "MAIL_PASSWORD_LINK": {"reason": "SEEN_ID"},
    "END_ACCESS": {"comment": "Lost the password"},
}


@pytest.fixture
async def it(organisation: SampleOrganisation) -> dict[str, Any]:
    """Return the accepted invitation of a client who has a password here."""
    await give_password(organisation, "trainee")
    row = await ClientInvitation.create(
        id=uuid7(),
        state="ACCEPTED",
        client_id=organisation.rows["aino"].pk,
        unit_id=organisation.rows["unit_a"].pk,
        account_id=organisation.rows["account_trainee"].pk,
        identity_proof="KNOWN",
        expires_at=NOW,
        accepted_at=NOW,
        **STAMP,
    )
    return {"id": f"client_invitation_{row.pk.hex}", "revision": 1}


async def take(organisation: SampleOrganisation, who: str, it: dict[str, Any], name: str, **more: str) -> Any:
    given = {"id": it["id"], "revision": it["revision"], "transition": name, **more}
    return (await organisation.data(who, STEP, i=given))["transitionClientInvitation"]


@pytest.mark.parametrize("who", ["coach_a", "supervisor_a"])
async def test_who_knows_the_client_hands_a_link_over_and_notes_the_proof(
    organisation: SampleOrganisation, it: dict[str, Any], who: str
) -> None:
    without = await take(organisation, who, it, "SHOW_PASSWORD_LINK")
    done = await take(organisation, who, it, "SHOW_PASSWORD_LINK", reason="SEEN_ID")

    assert (without["secret"], without["errors"]) == (None, [{"code": "REASON_REQUIRED"}])
    assert done["errors"] == []
    assert done["clientInvitation"] == {"revision": 2, "state": "ACCEPTED", "identityProof": "SEEN_ID"}
    assert await works(organisation, "trainee", done["secret"])
    [noted] = await organisation.pool.fetch("SELECT action, reason FROM history WHERE noun = 'client_invitation'")
    assert tuple(noted) == ("SHOW_PASSWORD_LINK", "SEEN_ID")
    assert await organisation.count("delivery") == 0


async def test_the_link_goes_to_the_clients_own_mail_and_nobody_sees_it(
    organisation: SampleOrganisation, it: dict[str, Any], server: LocalMailServer
) -> None:
    done = await take(organisation, "coach_a", it, "MAIL_PASSWORD_LINK", reason="SEEN_ID")
    texts = await mails_with_link(organisation, server)
    listed = await organisation.raw("administrator", "{ deliveries { nodes { event recipientKind failure } } }")

    assert (done["errors"], done["secret"]) == ([], None)
    assert list(texts) == ["aino@example.org"]
    [address] = re.findall(r"https://\S+", texts["aino@example.org"])
    assert await works(organisation, "trainee", address)
    assert "Aino" not in texts["aino@example.org"]
    assert b"TRAINEE" in listed
    assert organisation.ids["aino"].encode() not in listed


async def test_without_an_address_nothing_is_mailed(organisation: SampleOrganisation, it: dict[str, Any]) -> None:
    await organisation.pool.execute("UPDATE client SET email = NULL")

    done = await take(organisation, "coach_a", it, "MAIL_PASSWORD_LINK", reason="SEEN_ID")

    assert done["errors"] == [{"code": "NO_ADDRESS"}]
    assert await organisation.count("delivery") == await organisation.count("history") == 0


async def test_no_link_goes_to_an_address_that_a_guardian_wrote(
    organisation: SampleOrganisation, it: dict[str, Any]
) -> None:
    await represent(organisation, kind="APPOINTED_PERSONAL", decidedOn="2026-01-05")
    aino = {"id": organisation.ids["aino"], "revision": 1}
    assert await update(organisation, "guardian", "Client", aino, email="heikki@example.org") == []

    done = await take(organisation, "coach_a", it, "MAIL_PASSWORD_LINK", reason="SEEN_ID")

    assert done["errors"] == [{"code": "ADDRESS_BY_GUARDIAN"}]
    assert await organisation.count("delivery") == 0
    assert await update(organisation, "coach_a", "Client", aino, email="aino2@example.org") == []
    assert (await take(organisation, "coach_a", it, "MAIL_PASSWORD_LINK", reason="SEEN_ID"))["errors"] == []


async def test_an_ended_access_is_closed_at_once_and_only_the_coach_opens_it_again(
    organisation: SampleOrganisation, it: dict[str, Any]
) -> None:
    person = organisation.rows["account_trainee"].pk
    ended = await step(organisation, "coach_a", "ClientInvitation", it, "END_ACCESS", comment="Lost the password")
    closed = await Account.get(id=person)
    link = await take(organisation, "coach_a", it, "SHOW_PASSWORD_LINK", reason="SEEN_ID")
    of_administrator = {**account(organisation, "trainee"), "revision": closed.revision}
    reopened_by_administrator = await step(
        organisation, "administrator", "Account", of_administrator, "ENABLE", comment="Why not"
    )
    still = (await Account.get(id=person)).state
    reopened = await step(organisation, "supervisor_a", "ClientInvitation", it, "REOPEN_ACCESS", comment="Is back")

    assert (ended, closed.state, closed.disabled_at) == ([], "DISABLED", NOW)
    assert closed.epoch > 1
    assert link["errors"] == [{"code": "WRONG_STATE"}]
    assert (reopened_by_administrator, still) == (["CLOSED_BY_COACH"], "DISABLED")
    assert reopened == []
    assert (await Account.get(id=person)).state == "ACTIVE"
    actions = await organisation.pool.fetch("SELECT action FROM history WHERE noun = 'account' ORDER BY id")
    assert [row[0] for row in actions] == ["DISABLE", "ENABLE"]


async def test_what_an_administrator_disabled_the_administrator_enables(
    organisation: SampleOrganisation, it: dict[str, Any]
) -> None:
    theirs = account(organisation, "trainee")

    disabled = await step(organisation, "administrator", "Account", theirs, "DISABLE", comment="Stolen")
    link = await take(organisation, "coach_a", it, "SHOW_PASSWORD_LINK", reason="SEEN_ID")
    enabled = await step(organisation, "administrator", "Account", theirs, "ENABLE", comment="Found")

    assert (disabled, enabled) == ([], [])
    assert link["errors"] == [{"code": "ACCESS_CLOSED"}]


@pytest.mark.parametrize("who", [*WRONG, *OUTSIDE])
@pytest.mark.parametrize("name", TRANSITIONS)
async def test_nobody_else_opens_or_ends_the_access_of_a_client(
    organisation: SampleOrganisation, it: dict[str, Any], who: str, name: str
) -> None:
    if who == "trainee":
        await Account.filter(id=organisation.rows["account_trainee"].pk).update(
            issuer="https://provider.example", subject="trainee"
        )

    done = await take(organisation, who, it, name, **TRANSITIONS[name])

    assert (done["secret"], done["clientInvitation"]) == (None, None)
    assert done["errors"] in ([{"code": "NOT_FOUND"}], [{"code": "WRONG_ROLE"}])
    assert await organisation.count("account", "kind = 'TRAINEE' AND state = 'ACTIVE'") == 1
    assert await organisation.count("client_invitation", "revision = 1 AND identity_proof = 'KNOWN'") == 1
    assert await organisation.count("history") == await organisation.count("delivery") == 0


@pytest.mark.parametrize("proof", ["LOGIN", "STRONG_LOGIN"])
async def test_no_coach_says_that_somebody_has_logged_in(
    organisation: SampleOrganisation, it: dict[str, Any], proof: str
) -> None:
    steps = [await take(organisation, "coach_a", it, name, reason=proof) for name in LINKS]
    given = {"clientId": organisation.ids["turva"], "identityProof": proof, "byMail": False}
    _, invited = await try_to_create(organisation, "coach_a", "ClientInvitation", **given)

    assert [(s["secret"], [e["code"] for e in s["errors"]]) for s in steps] == [(None, ["LOG_IN_PROVES_ITSELF"])] * 2
    assert invited == ["LOG_IN_PROVES_ITSELF"]
    assert await organisation.count("client_invitation") == 1
    assert await organisation.count("history") == await organisation.count("delivery") == 0


LINKS = ("SHOW_PASSWORD_LINK", "MAIL_PASSWORD_LINK")
