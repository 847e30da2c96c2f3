"""People are invited by link: staff by the administrator, clients by their coach, outsiders by their keeper."""

import re
from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest

from models.account import Account
from models.destination import Destination
from models.organisation import StaffMember
from resolvers.accounts.acceptance import InvitationRefused, accept_invitation, link_of
from resolvers.accounts.invitations import INVITATION_LIFETIME, expire_invitations
from resolvers.context import CommandContext
from resolvers.mail_server import MailServer
from resolvers.notifications.mailing import send_mail
from tests.support.actions.content import step
from tests.support.organisation import ISSUER, NOW, STAMP, SampleOrganisation
from tests.support.processes.mail_server import LocalMailServer
from tests.support.system_context import system_context_on

PUBLIC_URL = "https://polku.example.org"
INVITE = """mutation I($i: CreateInvitationInput!) { createInvitation(input: $i) { secret
  invitation { id revision state kind name account { id state } } errors { code path } } }"""
INVITE_CLIENT = """mutation I($i: CreateClientInvitationInput!) { createClientInvitation(input: $i) { secret
  clientInvitation { id revision state } errors { code path } } }"""
COUNTS = "{ clientInvitations { totalCount } invitations { totalCount } }"
ACCOUNTS = "{ accounts(first: 100) { nodes { id kind name state } } }"


@pytest.fixture
async def newcomer(organisation: SampleOrganisation) -> str:
    """Return the id of a staff member without an account."""
    member = await StaffMember.create(
        state="ACTIVE",
        unit=organisation.rows["unit_a"],
        first_name="Niina",
        last_name="Uusi",
        sort_key="uusi niina",
        email="niina@example.org",
        **STAMP,
    )
    return f"staff_member_{member.pk.hex}"


async def invite(organisation: SampleOrganisation, who: str, **given: Any) -> dict[str, Any]:
    return dict((await organisation.data(who, INVITE, i=given))["createInvitation"])


async def invite_client(organisation: SampleOrganisation, who: str, client: str) -> dict[str, Any]:
    given = {"clientId": organisation.ids[client], "identityProof": "SEEN_ID"}
    return dict((await organisation.data(who, INVITE_CLIENT, i=given))["createClientInvitation"])


async def accept(context: CommandContext, address: str, subject: str) -> UUID:
    """Accept the invitation behind an address, as a person whom the provider calls by this subject."""
    query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    return await accept_invitation(context, link_of(query["for"], query["code"]), ISSUER, subject)


async def test_an_administrator_invites_an_employee_who_is_in_after_the_first_log_in(
    organisation: SampleOrganisation, newcomer: str
) -> None:
    context = system_context_on(organisation)

    made = await invite(organisation, "administrator", staffMemberId=newcomer, language="sv")
    assert made["errors"] == []
    account = await Account.get(id=await accept(context, made["secret"], "niina"))
    viewer = await organisation.viewer("niina")

    assert (made["invitation"]["kind"], made["invitation"]["name"]) == ("STAFF", "Niina Uusi")
    assert (account.state, account.issuer, account.language, account.ends_before) == ("ACTIVE", ISSUER, "sv", None)
    assert (viewer.name, viewer.everywhere, viewer.units) == ("Niina Uusi", frozenset(), {}), "a role is granted apart"
    assert made["secret"] not in str(await organisation.pool.fetch("SELECT * FROM invitation")), "no link is stored"


async def test_a_link_works_once_for_a_while_and_only_the_last_one(
    organisation: SampleOrganisation, newcomer: str
) -> None:
    context = system_context_on(organisation)
    made = await invite(organisation, "administrator", staffMemberId=newcomer)
    renew = "mutation R($i: TransitionInvitationInput!) { transitionInvitation(input: $i) { secret errors { code } } }"
    given = {"id": made["invitation"]["id"], "revision": 1, "transition": "RENEW"}
    newer = (await organisation.data("administrator", renew, i=given))["transitionInvitation"]

    reasons = []
    for address, subject, at in (
        (made["secret"], "niina", NOW),
        (f"{newer['secret']}x", "niina", NOW),
        (newer["secret"], "niina", NOW + INVITATION_LIFETIME),
        (newer["secret"], "coach_a", NOW),
        (newer["secret"], "niina", NOW),
        (newer["secret"], "somebody else", NOW),
    ):
        try:
            await accept(system_context_on(organisation, at), address, subject)
        except InvitationRefused as refused:
            reasons.append(refused.reason)
        else:
            reasons.append("accepted")

    assert reasons == ["UNKNOWN", "UNKNOWN", "EXPIRED", "IDENTITY_TAKEN", "accepted", "USED"]
    assert await expire_invitations(context) == 0


async def test_a_coach_invites_the_own_client_and_the_administrator_learns_no_name(
    organisation: SampleOrganisation,
) -> None:
    await organisation.pool.execute("DELETE FROM account WHERE kind = 'TRAINEE'")

    made = await invite_client(organisation, "coach_a", "aino")
    await accept(system_context_on(organisation), made["secret"], "aino")
    viewer = await organisation.viewer("aino")
    listed = await organisation.raw("administrator", ACCOUNTS)
    invitations = await organisation.data(
        "administrator", "{ clientInvitations { totalCount } invitations { totalCount } }"
    )

    assert made["errors"] == []
    assert (viewer.client, viewer.everywhere) == (organisation.rows["aino"].pk, frozenset({"trainee"}))
    assert viewer.name == "Aino Äijälä"
    assert b"TRAINEE" in listed
    assert "Äijälä".encode() not in listed
    assert organisation.ids["aino"].encode() not in listed
    assert invitations["clientInvitations"]["totalCount"] == invitations["invitations"]["totalCount"] == 0
    await organisation.data("coach_a", "{ clientInvitations { nodes { identityProof } } }")
    looks = await organisation.pool.fetchval(
        "SELECT count(*) FROM disclosure_log WHERE $1 = ANY(subjects)", organisation.rows["aino"].pk
    )
    assert looks > 0, "who reads an invitation looks at the client"


@pytest.mark.parametrize("who", ["coach_b", "colleague_a", "administrator", "manager", "official_x", "workplace"])
async def test_nobody_invites_a_client_of_somebody_else(organisation: SampleOrganisation, who: str) -> None:
    await organisation.pool.execute("DELETE FROM account WHERE kind = 'TRAINEE'")

    made = await invite_client(organisation, who, "aino")

    assert made["secret"] is None
    assert made["errors"][0]["code"] in {"FORBIDDEN", "NOT_FOUND"}
    assert await organisation.count("client_invitation") == await organisation.count("account", "kind = 'TRAINEE'") == 0


async def test_a_keeper_invites_the_own_people_for_a_year(organisation: SampleOrganisation) -> None:
    keeper = await Account.get(id=organisation.rows["account_official_x"].pk)
    given = {"accountId": f"account_{keeper.pk.hex}", "role": "keeper", "startsOn": "2026-11-23"}
    granted = "mutation G($i: CreateRoleGrantInput!) { createRoleGrant(input: $i) { errors { code } } }"
    assert (await organisation.data("administrator", granted, i=given))["createRoleGrant"]["errors"] == []
    own, other = organisation.ids["agency_x"], organisation.ids["agency_y"]

    made = await invite(organisation, "official_x", agencyId=own, name="Outi Uusi", email="outi@example.org")
    elsewhere = await invite(organisation, "official_x", agencyId=other, name="Outi Uusi")
    without = await invite(organisation, "official_y", agencyId=other, name="Outi Uusi")
    await accept(system_context_on(organisation), made["secret"], "outi")
    account = await Account.get(issuer=ISSUER, subject="outi")
    organisation.now = NOW + timedelta(days=366)
    with pytest.raises(AssertionError, match="nobody is called"):
        await organisation.viewer("outi")
    it = {"id": f"account_{account.pk.hex}", "revision": account.revision}
    organisation.now = NOW
    renewed = await step(organisation, "official_x", "Account", it, "RENEW")
    by_stranger = await step(organisation, "official_y", "Account", dict(it), "RENEW")

    assert (made["errors"], renewed) == ([], [])
    assert elsewhere["errors"][0]["code"] in {"FORBIDDEN", "NOT_FOUND"}
    assert without["errors"][0]["code"] == "FORBIDDEN"
    assert by_stranger == ["NOT_FOUND"]
    assert account.ends_before == date(2027, 11, 23)


async def test_an_invitation_names_one_person_who_has_no_account(
    organisation: SampleOrganisation, newcomer: str
) -> None:
    both = await invite(organisation, "administrator", staffMemberId=newcomer, agencyId=organisation.ids["agency_x"])
    nobody = await invite(organisation, "administrator", name="Nobody")
    unnamed = await invite(organisation, "administrator", agencyId=organisation.ids["agency_x"], byMail=True)
    again = await invite(organisation, "administrator", staffMemberId=organisation.ids["coach_a"])

    codes = [[e["code"] for e in one["errors"]] for one in (both, nobody, unnamed, again)]
    assert codes == [["INVITES_ONE"], ["INVITES_ONE"], ["VALUE_REQUIRED", "NO_ADDRESS"], ["HAS_ACCOUNT"]]
    assert await organisation.count("invitation") == 0


async def test_invitations_that_nobody_accepts_expire(organisation: SampleOrganisation, newcomer: str) -> None:
    await invite(organisation, "administrator", staffMemberId=newcomer)
    later = system_context_on(organisation, NOW + INVITATION_LIFETIME)

    assert [await expire_invitations(later), await expire_invitations(later)] == [1, 0]
    assert await organisation.count("invitation", "state = 'EXPIRED'") == 1


async def test_an_invitation_goes_by_mail_with_a_link_and_no_name(
    organisation: SampleOrganisation, newcomer: str, server: LocalMailServer
) -> None:
    await Destination.create(state="ACTIVE", kind="MAIL", host="127.0.0.1", country="FI", purpose="Kutsut", **STAMP)
    made = await invite(organisation, "administrator", staffMemberId=newcomer, byMail=True, language="sv")
    outsider = {"agencyId": organisation.ids["agency_x"], "name": "Outi", "email": "outi@example.org"}
    withdrawn = await invite(organisation, "administrator", **outsider, byMail=True)
    it = {"id": withdrawn["invitation"]["id"], "revision": 1}
    assert await step(organisation, "administrator", "Invitation", it, "WITHDRAW") == []
    mail = MailServer("127.0.0.1", server.port, "polku@example.org", PUBLIC_URL, tls="none")

    sent = await send_mail(replace(system_context_on(organisation), mail=mail))
    [envelope] = server.mailbox.taken
    text = message_from_bytes(envelope.content, policy=default).get_content()
    [address] = re.findall(r"https://\S+", text)
    await accept(system_context_on(organisation), address, "niina")

    assert (made["errors"], sent) == ([], 2)
    assert envelope.rcpt_tos == ["niina@example.org"]
    assert "Du är inbjuden" in text
    assert "Niina" not in text
    assert (await organisation.viewer("niina")).name == "Niina Uusi"
    failed = await organisation.pool.fetchval("SELECT failure FROM delivery WHERE state = 'FAILED'")
    assert failed == "NOT_VISIBLE", "a withdrawn invitation is not mailed"
