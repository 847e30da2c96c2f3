"""Two people let the holder of a role that two people grant in again; nobody but the holder sees the link."""

import re
from datetime import timedelta

import pytest

from models.account import Account, RoleGrant
from models.second_factor import SecondFactor
from resolvers.accounts.emergencies import invite_again, step_account
from resolvers.accounts.recovery import RECOVERY_LIFETIME
from tests.support.actions.content import step, try_to_create, update
from tests.support.actions.password_links import account, context_of, give_password, mails_with_link, works
from tests.support.organisation import NOW, TODAY, SampleOrganisation, hire_staff
from tests.support.processes.mail_server import LocalMailServer

OFFICER, FIRST, SECOND = "privacy_officer", "administrator", "second_admin"
WRONG = ("coach_a", "supervisor_a", "manager", "finance", "trainee", "official_x", "workplace")
STEP = """mutation S($i: TransitionAccountInput!) { transitionAccount(input: $i) {
  secret account { revision } errors { code } } }"""


@pytest.fixture
async def organisation(organisation: SampleOrganisation) -> SampleOrganisation:
    """Return the organisation with three administrators; the third has forgotten the password and lost the device."""
    await hire_staff(organisation, SECOND, "administrator", None)
    await hire_staff(organisation, "third", "administrator", None)
    await give_password(organisation, "third")
    await give_password(organisation, "coach_b")
    return organisation


@pytest.mark.parametrize("name", ["SEND_PASSWORD_LINK", "RESET_SECOND_FACTOR"])
async def test_one_administrator_cannot_stand_in_for_the_second_person(
    organisation: SampleOrganisation, name: str
) -> None:
    given = {**account(organisation, "third"), "transition": name, "comment": "Forgot"}

    done = (await organisation.data(FIRST, STEP, i=given))["transitionAccount"]

    assert done == {"secret": None, "account": None, "errors": [{"code": "RECOVERY_BY_TWO"}]}
    assert await SecondFactor.all().count() == 2
    assert await organisation.count("history", "noun = 'account'") == 0


async def test_one_is_enough_for_everybody_else(organisation: SampleOrganisation) -> None:
    given = {**account(organisation, "coach_b"), "transition": "SEND_PASSWORD_LINK"}

    done = (await organisation.data(FIRST, STEP, i=given))["transitionAccount"]
    asked = await step(
        organisation, FIRST, "Account", account(organisation, "coach_b", 2), "ASK_RECOVERY", comment="Forgot"
    )

    assert done["errors"] == []
    assert await works(organisation, "coach_b", done["secret"])
    assert asked == ["RECOVERY_BY_ONE"]


async def test_a_link_of_before_ends_when_two_people_grant_a_role(organisation: SampleOrganisation) -> None:
    given = {**account(organisation, "coach_b"), "transition": "SEND_PASSWORD_LINK"}
    shown = (await organisation.data(FIRST, STEP, i=given))["transitionAccount"]["secret"]
    role = {"accountId": given["id"], "role": "privacy_officer", "startsOn": TODAY.isoformat()}
    it, _ = await try_to_create(organisation, FIRST, "RoleGrant", **role)

    approved = await step(organisation, SECOND, "RoleGrant", it, "APPROVE")

    assert approved == []
    assert not await works(organisation, "coach_b", shown)


@pytest.mark.parametrize("confirms", [SECOND, OFFICER])
async def test_two_people_let_an_administrator_in_again_and_the_link_goes_by_mail_alone(
    organisation: SampleOrganisation, server: LocalMailServer, confirms: str
) -> None:
    it = account(organisation, "third")

    asked = await step(organisation, FIRST, "Account", it, "ASK_RECOVERY", comment="Third called me")
    alone = await step(organisation, FIRST, "Account", it, "CONFIRM_RECOVERY")
    kept = await SecondFactor.all().count()
    confirm = {"id": it["id"], "revision": it["revision"], "transition": "CONFIRM_RECOVERY"}
    done = (await organisation.data(confirms, STEP, i=confirm))["transitionAccount"]
    again = await step(organisation, confirms, "Account", {**it, **done["account"]}, "CONFIRM_RECOVERY")
    texts = await mails_with_link(organisation, server)

    assert (asked, alone, kept) == ([], ["RECOVERY_BY_TWO"], 2)
    assert (done["errors"], done["secret"]) == ([], None)
    assert again == ["NO_RECOVERY_ASKED"]
    assert list(texts) == ["third@example.org"]
    [address] = re.findall(r"https://\S+", texts["third@example.org"])
    assert await works(organisation, "third", address)
    assert await SecondFactor.all().count() == 1, "the other person's stays"
    told = await organisation.pool.fetch("SELECT recipient_id FROM notification WHERE event = 'account.ask_recovery'")
    names = ("second_admin", "third", "privacy_officer")
    assert {row[0] for row in told} == {organisation.rows[f"account_{name}"].pk for name in names}


@pytest.mark.parametrize("who", WRONG)
@pytest.mark.parametrize("name", ["ASK_RECOVERY", "CONFIRM_RECOVERY", "DECLINE_RECOVERY"])
async def test_nobody_else_asks_or_confirms(organisation: SampleOrganisation, who: str, name: str) -> None:
    it = account(organisation, "third")
    assert await step(organisation, FIRST, "Account", it, "ASK_RECOVERY", comment="Third called me") == []

    refused = await step(organisation, who, "Account", dict(it), name, comment="Why not")

    assert refused in (["NOT_FOUND"], ["WRONG_ROLE"])
    assert await organisation.count("account", "recovery_asked_at IS NOT NULL AND revision = 2") == 1
    assert await organisation.count("delivery", "event = 'account.password_link'") == 0
    assert await SecondFactor.all().count() == 2


async def test_the_holder_does_not_recover_the_own_access(organisation: SampleOrganisation) -> None:
    own = await step(organisation, FIRST, "Account", account(organisation, FIRST), "ASK_RECOVERY", comment="Mine")
    it = account(organisation, OFFICER)

    elsewhere = await step(organisation, FIRST, "Account", it, "ASK_RECOVERY", comment="Called me")

    assert own == ["OWN_RECOVERY"]
    assert elsewhere == ["NO_PASSWORD_HERE"]
    assert await organisation.count("account", "recovery_asked_at IS NOT NULL") == 0


async def test_who_changed_the_address_is_none_of_the_two(organisation: SampleOrganisation) -> None:
    member = {"id": organisation.ids["third"], "revision": 1}
    assert await update(organisation, FIRST, "StaffMember", member, email="first@example.org") == []
    it = account(organisation, "third")

    by_the_changer = await step(organisation, FIRST, "Account", it, "ASK_RECOVERY", comment="Called me")
    asked = await step(organisation, SECOND, "Account", it, "ASK_RECOVERY", comment="Called me")
    confirmed_by_the_changer = await step(organisation, FIRST, "Account", it, "CONFIRM_RECOVERY")
    member["revision"] = 2
    assert await update(organisation, SECOND, "StaffMember", member, email="second@example.org") == []
    after_the_asker_changed_it = await step(organisation, OFFICER, "Account", it, "CONFIRM_RECOVERY")

    assert (by_the_changer, asked, confirmed_by_the_changer) == (["ADDRESS_CHANGED"], [], ["ADDRESS_CHANGED"])
    assert after_the_asker_changed_it == ["ADDRESS_CHANGED"]
    assert await SecondFactor.all().count() == 2


async def test_a_mail_that_waits_does_not_follow_a_new_address(
    organisation: SampleOrganisation, server: LocalMailServer
) -> None:
    it = account(organisation, "third")
    assert await step(organisation, FIRST, "Account", it, "ASK_RECOVERY", comment="Called me") == []
    assert await step(organisation, OFFICER, "Account", it, "CONFIRM_RECOVERY") == []
    organisation.now = NOW + timedelta(minutes=1)
    member = {"id": organisation.ids["third"], "revision": 1}
    assert await update(organisation, FIRST, "StaffMember", member, email="first@example.org") == []

    assert await mails_with_link(organisation, server, minutes=2) == {}
    failed = "SELECT failure FROM delivery WHERE event = 'account.password_link'"
    assert await organisation.pool.fetchval(failed) == "NOT_VISIBLE"


async def test_what_nobody_confirms_is_over_after_a_week_or_when_it_is_declined(
    organisation: SampleOrganisation,
) -> None:
    it = account(organisation, "third")
    assert await step(organisation, FIRST, "Account", it, "ASK_RECOVERY", comment="Called me") == []
    organisation.now = NOW + RECOVERY_LIFETIME

    late = await step(organisation, SECOND, "Account", it, "CONFIRM_RECOVERY")
    anew = await step(organisation, SECOND, "Account", it, "ASK_RECOVERY", comment="Called me too")
    declined = await step(organisation, OFFICER, "Account", it, "DECLINE_RECOVERY", comment="It was a joke")
    then = await step(organisation, FIRST, "Account", it, "CONFIRM_RECOVERY")

    assert (late, anew, declined, then) == (["NO_RECOVERY_ASKED"], [], [], ["NO_RECOVERY_ASKED"])


async def test_the_operator_is_the_second_person_and_everybody_is_told(organisation: SampleOrganisation) -> None:
    third = organisation.rows["account_third"].pk

    links = await step_account(context_of(organisation), third, "SEND_PASSWORD_LINK", "Nobody else is in")
    await step_account(context_of(organisation), third, "RESET_SECOND_FACTOR", "Nobody else is in")

    assert await works(organisation, "third", links[0])
    assert await SecondFactor.all().count() == 1
    told = await organisation.pool.fetch("SELECT event, count(*) FROM notification GROUP BY 1 ORDER BY 1")
    assert [tuple(row) for row in told] == [("account.reset_second_factor", 4), ("account.send_password_link", 4)]
    acts = await organisation.pool.fetch("SELECT action, comment FROM history WHERE noun = 'account' ORDER BY id")
    assert [tuple(row) for row in acts] == [
        ("SEND_PASSWORD_LINK", "Nobody else is in"),
        ("RESET_SECOND_FACTOR", "Nobody else is in"),
    ]


async def test_one_administrator_holds_no_invitation_to_a_role_of_two(organisation: SampleOrganisation) -> None:
    """As after `run.py setup`: the role is in force, and the person has not come yet."""
    await Account.filter(id=organisation.rows["account_third"].pk).update(state="INVITED", issuer=None, subject=None)
    made = await invite_again(context_of(organisation), organisation.rows["account_third"].pk)
    [row] = await organisation.pool.fetch("SELECT id, links FROM invitation")
    it = {"id": f"invitation_{row['id'].hex}", "revision": 1}

    renewed = await step(organisation, FIRST, "Invitation", it, "RENEW")
    withdrawn = await step(organisation, FIRST, "Invitation", it, "WITHDRAW")
    given = {"staffMemberId": organisation.ids["third"]}
    _, anew = await try_to_create(organisation, FIRST, "Invitation", **given)
    again = await invite_again(context_of(organisation), organisation.rows["account_third"].pk)

    assert len(made) == len(again) == 1
    assert made != again
    assert renewed == ["INVITATION_BY_OPERATOR"]
    assert (withdrawn, anew) == ([], ["INVITATION_BY_OPERATOR"])
    assert await organisation.count("invitation", "links = 1") == 2


async def test_a_role_of_two_is_approved_when_the_person_is_in(organisation: SampleOrganisation) -> None:
    await RoleGrant.filter(account_id=organisation.rows["account_third"].pk).delete()
    await Account.filter(id=organisation.rows["account_third"].pk).update(state="INVITED", issuer=None, subject=None)
    role = {"accountId": account(organisation, "third")["id"], "role": "privacy_officer", "startsOn": "2026-11-23"}
    it, _ = await try_to_create(organisation, FIRST, "RoleGrant", **role)

    early = await step(organisation, SECOND, "RoleGrant", it, "APPROVE")

    assert early == ["NOT_IN_USE"]
    assert await organisation.count("role_grant", "state = 'PROPOSED'") == 1
