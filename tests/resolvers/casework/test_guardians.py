"""Guardians: what a representation opens, and until when; what a minor and a safety restriction keep from them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from schema.root import declared_types
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.actions.guardians import FATHER, represent
from tests.support.organisation import SampleOrganisation, open_account

CARD = """query Card($i: ID!) { client(id: $i) { id lastName dateOfBirth phones streetAddress gender
  coachingNotes { totalCount } relationships { totalCount } } }"""
BORN = date(2009, 3, 1)  # eighteen on 1 March 2027


@pytest.fixture
async def child(organisation: SampleOrganisation) -> SampleOrganisation:
    await organisation.pool.execute(
        "UPDATE client SET date_of_birth = $1, gender = 'FEMALE' WHERE id = $2", BORN, organisation.rows["aino"].pk
    )
    return organisation


async def card(organisation: SampleOrganisation, who: str = "guardian", name: str = "aino") -> Any:
    return (await organisation.data(who, CARD, i=organisation.ids[name]))["client"]


async def test_a_guardian_sees_the_child_and_nobody_else(child: SampleOrganisation) -> None:
    await represent(child)

    seen = await card(child)

    assert (seen["lastName"], seen["dateOfBirth"], seen["streetAddress"]) == ("Äijälä", "2009-03-01", "Kalevankatu 1")
    assert seen["relationships"]["totalCount"] == 1
    assert await card(child, name="ville") is None
    assert (await child.data("guardian", "{ clients { totalCount } }"))["clients"]["totalCount"] == 1
    assert (await child.data("guardian", "{ attendance { totalCount } }"))["attendance"]["totalCount"] == 0


async def test_a_draft_opens_nothing_and_only_a_supervisor_confirms_it(child: SampleOrganisation) -> None:
    it = await create(child, "coach_a", "Representation", clientId=child.ids["aino"], kind="GUARDIAN", **FATHER)
    account = await open_account(child, "guardian", "GUARDIAN")
    await child.pool.execute("UPDATE representation SET account_id = $1", account.pk)

    assert await card(child) is None
    assert await step(child, "coach_a", "Representation", it, "CONFIRM") == ["WRONG_ROLE"]
    assert await step(child, "supervisor_a", "Representation", it, "CONFIRM") == ["REPRESENTATION_INCOMPLETE"]
    assert await card(child) is None


@pytest.mark.parametrize("who", ["colleague_a", "manager", "finance", "workplace", "official_x", "administrator"])
async def test_whoever_does_not_coach_neither_sees_nor_makes_a_representation(
    child: SampleOrganisation, who: str
) -> None:
    await represent(child)
    given = {"clientId": child.ids["aino"], "kind": "GUARDIAN"} | FATHER

    made, refused = await try_to_create(child, who, "Representation", **given)

    assert made == {}
    assert refused
    assert (await child.data(who, "{ representations { totalCount } }"))["representations"]["totalCount"] == 0
    assert b"Huoltaja" not in await child.raw(who, "{ representations { nodes { lastName } } }")
    assert await child.count("representation") == 1


async def test_a_year_passes_and_the_right_ends_on_the_eighteenth_birthday(child: SampleOrganisation) -> None:
    await represent(child)
    for day, sees in ((date(2027, 2, 28), True), (date(2027, 3, 1), False), (date(2027, 11, 23), False)):
        child.now = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
        assert bool(await card(child)) is sees, day

    own = (await child.data("guardian", "{ representations { nodes { kind state } } }"))["representations"]["nodes"]
    assert own == [{"kind": "GUARDIAN", "state": "IN_FORCE"}], "nothing ran: the predicate judged the day"


async def test_an_appointed_guardian_goes_on_until_the_day_of_the_court(child: SampleOrganisation) -> None:
    await child.pool.execute("UPDATE client SET date_of_birth = '1980-01-01'")
    given = {"kind": "APPOINTED_PERSONAL", "decidedOn": "2026-01-05", "validUntil": "2027-01-31"}
    await represent(child, **given)
    for day, sees in ((date(2027, 1, 31), True), (date(2027, 2, 1), False)):
        child.now = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
        assert bool(await card(child)) is sees, day


async def test_the_kind_of_right_says_what_is_seen(child: SampleOrganisation) -> None:
    await represent(child, kind="APPOINTED_FINANCIAL", decidedOn="2026-01-05")

    seen = await card(child)

    assert seen["lastName"] == "Äijälä"
    assert (seen["phones"], seen["streetAddress"]) == (None, None)
    assert seen["relationships"]["totalCount"] == 0
    beyond = {"clientId": child.ids["aino"], "kind": "APPOINTED_FINANCIAL", "matters": ["COACHING"]} | FATHER
    assert await try_to_create(child, "coach_a", "Representation", **beyond) == ({}, ["BEYOND_RIGHT"])


async def test_a_minor_forbids_telling_and_changes_the_mind(child: SampleOrganisation) -> None:
    await represent(child)
    kept = await create(
        child,
        "trainee",
        "TellingRefusal",
        clientId=child.ids["aino"],
        matters=["COACHING", "CONTACT"],
        decidedOn="2026-11-20",
    )

    seen = await card(child)

    assert seen["lastName"] == "Äijälä"
    assert (seen["phones"], seen["relationships"]["totalCount"]) == (None, 0)
    assert (await child.data("guardian", "{ tellingRefusals { totalCount } }"))["tellingRefusals"]["totalCount"] == 0
    assert await step(child, "trainee", "TellingRefusal", kept, "WITHDRAW", comment="Sovittiin kotona.") == []
    assert (await card(child))["phones"] == ["+358401234567"]
    history = "query H($i: ID!) { tellingRefusal(id: $i) { matters history { action comment } } }"
    told = (await child.data("trainee", history, i=kept["id"]))["tellingRefusal"]
    assert told["matters"] == ["CONTACT", "COACHING"]
    assert [entry["action"] for entry in told["history"]] == ["WITHDRAW", "CREATE"]


async def test_an_adult_keeps_nothing_from_a_guardian_of_minors(organisation: SampleOrganisation) -> None:
    await organisation.pool.execute("UPDATE client SET date_of_birth = '1990-05-05'")
    given = {"clientId": organisation.ids["aino"], "matters": ["COACHING"], "decidedOn": "2026-11-20"}

    assert await try_to_create(organisation, "trainee", "TellingRefusal", **given) == ({}, ["NOT_A_MINOR"])


async def test_a_safety_restriction_against_the_guardian_hides_where_the_child_is(child: SampleOrganisation) -> None:
    it = await represent(child)
    assert await update(child, "coach_a", "Representation", it, safetyRestriction=True) == []

    seen = await card(child)

    assert seen["lastName"] == "Äijälä"
    assert (seen["phones"], seen["streetAddress"]) == (None, None)
    assert b"Kalevankatu" not in await child.raw("guardian", CARD, i=child.ids["aino"])
    query = "query R($i: ID!) { representation(id: $i) { kind safetyRestriction phone } }"
    assert (await child.data("guardian", query, i=it["id"]))["representation"]["safetyRestriction"] is None


async def test_a_death_ends_every_right_and_every_log_in(child: SampleOrganisation) -> None:
    await represent(child)
    query = "query C($i: ID!) { client(id: $i) { id revision } }"
    it = (await child.data("supervisor_a", query, i=child.ids["aino"]))["client"]

    assert await update(child, "supervisor_a", "Client", it, diedOn="2026-11-30") == ["IN_THE_FUTURE"]
    assert await update(child, "supervisor_a", "Client", it, diedOn="2026-11-20") == []

    assert await card(child) is None
    with pytest.raises(AssertionError, match="nobody is called trainee"):
        await child.viewer("trainee")
    assert (await card(child, "coach_a"))["lastName"] == "Äijälä", "the register stays as it is until it is due"


async def test_a_guardians_look_is_logged_for_the_child_and_shown_to_it(child: SampleOrganisation) -> None:
    await represent(child)
    await card(child)

    [row] = await child.pool.fetch("SELECT authority, purpose, subjects FROM disclosure_log ORDER BY id DESC LIMIT 1")
    log = "query L($i: ID!) { client(id: $i) { accessLog { actorName actorKind purpose basis } } }"
    entries = (await child.data("trainee", log, i=child.ids["aino"]))["client"]["accessLog"]

    assert (row["authority"], row["purpose"]) == ("GUARDIAN: guardian", "REPRESENTATION")
    assert list(row["subjects"]) == [child.rows["aino"].pk]
    look = {"actorKind": "GUARDIAN", "purpose": "REPRESENTATION", "basis": "REPRESENTATION"}
    assert look | {"actorName": "Heikki Huoltaja"} in entries


async def test_a_guardian_gives_a_consent_when_the_right_covers_it(child: SampleOrganisation) -> None:
    await represent(child)
    asked = {"clientId": child.ids["aino"], "agencyId": child.ids["agency_x"], "purpose": "COOPERATION"}
    it = await create(child, "coach_a", "Consent", categories=["ATTENDANCE"], textVersion="2026-1", **asked)

    assert await step(child, "guardian", "Consent", it, "GIVE") == []
    assert await step(child, "guardian", "Consent", it, "WITHDRAW") == []


async def test_a_coach_invites_a_guardian_once_and_keeps_the_account_for_a_sibling(child: SampleOrganisation) -> None:
    given = {"kind": "GUARDIAN", "evidence": "Ote"} | FATHER
    it = await create(child, "coach_a", "Representation", clientId=child.ids["aino"], **given)
    asked = {"representationId": it["id"], "identityProof": "SEEN_ID", "language": "fi"}

    assert await try_to_create(child, "coach_a", "GuardianInvitation", **asked) == ({}, ["REPRESENTATION_NOT_IN_FORCE"])
    assert await step(child, "supervisor_a", "Representation", it, "CONFIRM") == []
    await create(child, "coach_a", "GuardianInvitation", **asked)
    sibling = await create(child, "coach_a", "Representation", clientId=child.ids["turva"], sameAsId=it["id"], **given)

    [account] = await child.pool.fetch("SELECT id, kind, name, state FROM account WHERE kind = 'GUARDIAN'")
    assert (account["name"], account["state"]) == (None, "INVITED")
    of_both = "SELECT count(DISTINCT account_id), count(*) FROM representation WHERE account_id IS NOT NULL"
    assert [tuple(row) for row in await child.pool.fetch(of_both)] == [(1, 2)]
    assert (await child.data("administrator", "{ guardianInvitations { totalCount } }")) == {
        "guardianInvitations": {"totalCount": 0}
    }
    other = {"clientId": child.ids["turva"], "sameAsId": sibling["id"]} | given | {"lastName": "Toinen"}
    assert await try_to_create(child, "coach_a", "Representation", **other) == ({}, ["NOT_THE_SAME_GUARDIAN"])


async def test_what_is_asked_beside_it_opens_nothing_below_the_child(child: SampleOrganisation) -> None:
    await represent(child, kind="APPOINTED_FINANCIAL", decidedOn="2026-01-05")
    lists = [relation.key for relation in declared_types()["client"].relations.values() if relation.many]
    asked = {name: f"{name} {{ totalCount nodes {{ id }} }}" for name in lists}
    alone: dict[str, Any] = {}
    for one in asked.values():
        query = f"query A($i: ID!) {{ client(id: $i) {{ {one} }} }}"
        alone |= (await child.data("guardian", query, i=child.ids["aino"]))["client"]

    for other in lists:  # each belongs to a matter of its own
        query = f"query T($i: ID!) {{ client(id: $i) {{ {asked['relationships']} {asked[other]} }} }}"
        seen = (await child.data("guardian", query, i=child.ids["aino"]))["client"]
        assert seen == {"relationships": alone["relationships"], other: alone[other]}, other
    assert alone["relationships"]["totalCount"] == 0
    assert len(lists) > 5
