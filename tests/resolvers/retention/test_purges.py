"""A purge from proposal to certificate, each step by its role, and what stands against it."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta

import orjson
import pytest
from tortoise.transactions import in_transaction

import models
from resolvers.refusals import CommandRefused
from resolvers.retention.purge_run import run_purges
from resolvers.retention.purges import propose_erasure
from service.settings import Settings
from tests.support.actions.content import step
from tests.support.actions.purges import (
    HOLD,
    confirmed_purge,
    end_relationship,
    erasure_list,
    is_erased,
    place_legal_hold,
    propose,
    purge_as_read,
    second_officer,
    step_purge,
    worker_context,
)
from tests.support.actions.register_laws import publish_law
from tests.support.organisation import TODAY, SampleOrganisation

LONG_AGO = date(2022, 11, 23)  # four years before today, to the day


async def test_what_is_due_is_erased_after_two_people_decided_and_certified(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    await end_relationship(organisation, "ville", LONG_AGO + timedelta(days=1))
    it = await confirmed_purge(organisation)
    before = await purge_as_read(organisation, it)

    done = await run_purges(worker_context(settings))

    assert [(i["target"], i["state"]) for i in before["items"]["nodes"]] == [(organisation.ids["saara"], "PLANNED")]
    assert {"type": "relationship", "rows": 1} in before["counts"]
    assert done == 1
    assert await is_erased(organisation, "saara")
    assert not await is_erased(organisation, "ville")
    certified = await purge_as_read(organisation, it)
    assert certified["state"] == "DONE"
    assert organisation.ids["saara"] in certified["certificate"]
    assert "Hyväksyi: privacy_officer" in certified["certificate"]
    assert "Vahvisti: manager" in certified["certificate"]
    said = {"purge": it["id"], "erased": [organisation.ids["saara"]], "counts": certified["counts"]}
    digest = hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()
    assert certified["digest"] == digest
    assert digest in certified["certificate"]


async def test_one_person_cannot_decide_alone_under_whatever_account(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    it = await propose(organisation)
    assert await step_purge(organisation, "privacy_officer", it, "CONFIRM") == ["WRONG_STATE"]
    assert await step_purge(organisation, "manager", it, "APPROVE") == ["WRONG_ROLE"]
    assert await step_purge(organisation, "privacy_officer", it, "APPROVE") == []
    assert await step_purge(organisation, "privacy_officer", it, "CONFIRM") == ["ANOTHER_PERSON"]
    await second_officer(organisation)
    await models.Account.filter(name="deputy").update(staff_id=organisation.rows["privacy_officer"].pk)
    assert await step_purge(organisation, "deputy", it, "CONFIRM") == ["ANOTHER_PERSON"]

    assert await run_purges(worker_context(settings)) == 0
    assert not await is_erased(organisation, "saara")
    await models.Account.filter(name="deputy").update(staff_id=organisation.rows["deputy"].pk)
    assert await step_purge(organisation, "deputy", it, "CONFIRM") == []


async def test_a_purge_takes_no_free_text_that_would_outlive_the_person(organisation: SampleOrganisation) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    it = await propose(organisation)

    assert await step_purge(organisation, "privacy_officer", it, "APPROVE", comment="Saara Salo pyysi") == [
        "COMMENT_NOT_KEPT"
    ]
    assert await organisation.count("history", "comment IS NOT NULL") == 0
    assert await step_purge(organisation, "privacy_officer", it, "CANCEL", reason="PROPOSED_IN_ERROR") == []
    assert it["state"] == "CANCELLED"


async def test_a_hold_beats_a_purge_when_proposed_and_between_approval_and_run(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    for name in ("saara", "ville"):
        await end_relationship(organisation, name, LONG_AGO)
    await place_legal_hold(organisation, "saara")
    it = await confirmed_purge(organisation)
    late = await place_legal_hold(organisation, "ville")

    await run_purges(worker_context(settings))

    told = {i["target"]: (i["state"], i["obstacle"]) for i in (await purge_as_read(organisation, it))["items"]["nodes"]}
    assert told == {
        organisation.ids["saara"]: ("HELD", "LEGAL_HOLD"),
        organisation.ids["ville"]: ("KEPT", "LEGAL_HOLD"),
    }
    assert not await is_erased(organisation, "saara")
    assert not await is_erased(organisation, "ville")
    assert f"{organisation.ids['ville']}: poistokielto" in (await purge_as_read(organisation, it))["certificate"]
    assert erasure_list(settings).lines() == []
    release = """mutation R($i: TransitionLegalHoldInput!) { transitionLegalHold(input: $i) {
      legalHold { state } errors { code } } }"""
    given = {"id": late["id"], "revision": late["revision"], "transition": "RELEASE", "comment": "Asia ratkaistu"}
    released = (await organisation.data("privacy_officer", release, i=given))["transitionLegalHold"]
    assert released == {"legalHold": {"state": "RELEASED"}, "errors": []}
    await confirmed_purge(organisation)
    await run_purges(worker_context(settings))
    assert await is_erased(organisation, "ville")


async def test_a_hold_whose_last_day_is_over_holds_no_more(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    await place_legal_hold(organisation, "saara", endsOn=str(TODAY - timedelta(days=1)))
    await confirmed_purge(organisation)

    await run_purges(worker_context(settings))

    assert await is_erased(organisation, "saara")


async def test_who_comes_back_is_kept_though_the_purge_was_confirmed(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    it = await confirmed_purge(organisation)
    saara = organisation.rows["saara"].pk
    revision = await organisation.pool.fetchval("SELECT revision FROM client WHERE id = $1", saara)
    on = {"id": organisation.ids["saara"], "revision": revision}
    assert await step(organisation, "supervisor_a", "Client", on, "REOPEN", comment="Palasi valmennukseen") == []
    back = {
        "clientId": organisation.ids["saara"],
        "registerId": organisation.ids["register"],
        "unitId": organisation.ids["unit_a"],
    }
    back |= {"responsibleCoachId": organisation.ids["coach_a"], "startedOn": str(TODAY)}
    create = "mutation R($i: CreateRelationshipInput!) { createRelationship(input: $i) { errors { code } } }"
    assert (await organisation.data("supervisor_a", create, i=back))["createRelationship"]["errors"] == []

    await run_purges(worker_context(settings))

    [item] = (await purge_as_read(organisation, it))["items"]["nodes"]
    assert (item["state"], item["obstacle"]) == ("KEPT", "OPEN_RELATIONSHIP")
    assert not await is_erased(organisation, "saara")


async def test_whose_processing_is_restricted_is_not_erased_because_a_term_is_over(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    await models.Client.filter(pk=organisation.rows["saara"].pk).update(processing_restriction=True)
    it = await propose(organisation)
    [item] = (await purge_as_read(organisation, it))["items"]["nodes"]
    assert (item["state"], item["obstacle"]) == ("HELD", "RESTRICTED")
    assert not await is_erased(organisation, "saara")

    await confirmed_purge(organisation, "PERSON", "saara")
    await run_purges(worker_context(settings))

    assert await is_erased(organisation, "saara")


async def test_years_that_grow_after_the_proposal_keep_the_person(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    it = await confirmed_purge(organisation)
    await publish_law(organisation, retentionYears=6)
    due = await organisation.pool.fetchval("SELECT retention_due_on FROM relationship WHERE ended_on = $1", LONG_AGO)

    await run_purges(worker_context(settings))

    assert due == date(2028, 11, 23)
    [item] = (await purge_as_read(organisation, it))["items"]["nodes"]
    assert (item["state"], item["obstacle"]) == ("KEPT", "NOT_DUE")


async def test_one_person_is_erased_on_request_before_the_term_and_not_while_a_client(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await end_relationship(organisation, "saara", TODAY - timedelta(days=30))
    await confirmed_purge(organisation, "PERSON", "saara")
    kept = await confirmed_purge(organisation, "PERSON", "ville")
    open_one = await propose(organisation, "PERSON", "aino")

    await run_purges(worker_context(settings))

    assert await is_erased(organisation, "saara")
    assert (await purge_as_read(organisation, kept))["items"]["nodes"][0][
        "state"
    ] == "ERASED"  # nobody ever coached him
    [item] = (await purge_as_read(organisation, open_one))["items"]["nodes"]
    assert (item["state"], item["obstacle"]) == ("HELD", "OPEN_RELATIONSHIP")


async def test_referrals_that_never_started_go_with_or_without_a_client(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    long_ago = organisation.now - timedelta(days=200)
    about = {"agency": organisation.rows["agency_x"], "unit": organisation.rows["unit_a"], "service_code": "WORKSHOP"}
    stamp = {
        "created_at": long_ago,
        "created_by": organisation.rows["unit_a"].pk,
        "modified_by": organisation.rows["unit_a"].pk,
    }
    made = {}
    found = {"old": ("REJECTED", long_ago), "new": ("EXPIRED", organisation.now), "open": ("WAITLISTED", long_ago)}
    for name, (state, changed) in found.items():
        made[name] = await models.Referral.create(
            state=state, first_names="Kaino", last_name="Kulkija", sort_key=name, **about, **stamp, modified_at=changed
        )
    await models.Client.filter(pk=organisation.rows["uusi"].pk).update(modified_at=long_ago)
    await models.Referral.create(
        state="NO_SHOW",
        first_names="Uuno",
        last_name="Uusi",
        sort_key="u",
        client=organisation.rows["uusi"],
        **about,
        **stamp,
        modified_at=long_ago,
    )
    it = await confirmed_purge(organisation, "REFERRALS")

    await run_purges(worker_context(settings))

    told = {i["target"]: i["state"] for i in (await purge_as_read(organisation, it))["items"]["nodes"]}
    assert told == {f"referral_{made['old'].pk.hex}": "ERASED", organisation.ids["uusi"]: "ERASED"}
    assert {r["id"] for r in await organisation.pool.fetch("SELECT id FROM referral")} == {
        made["new"].pk,
        made["open"].pk,
    }
    assert await is_erased(organisation, "uusi")
    assert {line.noun for line in erasure_list(settings).lines()} == {"referral", "client"}


async def test_who_asks_to_be_erased_leaves_no_name_on_the_purge(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await end_relationship(organisation, "aino", TODAY - timedelta(days=9))
    trainee = await organisation.viewer("trainee")
    context = replace(worker_context(settings), viewer=trainee)
    async with in_transaction() as db:
        purge = await propose_erasure(context, organisation.rows["aino"].pk, "ERASURE_REQUEST", db)
    with pytest.raises(CommandRefused, match="UNKNOWN_TERM"):
        async with in_transaction() as db:
            await propose_erasure(context, organisation.rows["aino"].pk, "Aino itse pyysi", db)
    it = {"id": f"purge_{purge.hex}", "revision": 1}
    assert await step_purge(organisation, "privacy_officer", it, "APPROVE") == []
    assert await step_purge(organisation, "manager", it, "CONFIRM") == []

    await run_purges(worker_context(settings))

    assert await is_erased(organisation, "aino")
    assert "Ehdotti: henkilö itse" in (await purge_as_read(organisation, it))["certificate"]
    assert await organisation.count("history", "actor_name = 'trainee'") == 0
    assert await organisation.count("history", f"actor = '{trainee.account}' AND actor_name = ''") > 0
    assert await organisation.count("account", "name = 'trainee'") == 0
    again = {"clientId": organisation.ids["aino"], "reason": "OTHER", "holder": "x", "startsOn": "2026-01-01"}
    refused = (await organisation.data("privacy_officer", HOLD, i=again))["done"]["errors"]
    assert refused == [{"code": "REFERENCE_ENDED", "path": ["clientId"]}]
    with pytest.raises(CommandRefused, match="NOT_FOUND"):
        async with in_transaction() as db:
            await propose_erasure(worker_context(settings), organisation.rows["aino"].pk, "ERASURE_REQUEST", db)


async def test_a_supervisor_sees_holds_of_the_unit_and_sets_none(organisation: SampleOrganisation) -> None:
    await place_legal_hold(organisation, "saara", grounds="Valitus vireillä")
    query = "{ legalHolds { nodes { reason grounds holder } } purges { totalCount } }"
    create = "mutation H($i: CreateLegalHoldInput!) { createLegalHold(input: $i) { errors { code } } }"
    given = {"clientId": organisation.ids["saara"], "reason": "OTHER", "holder": "x", "startsOn": "2026-01-01"}

    own = await organisation.data("supervisor_a", query)
    assert own["legalHolds"]["nodes"] == [
        {"reason": "APPEAL", "grounds": "Valitus vireillä", "holder": "Hallinto-oikeus"}
    ]
    assert own["purges"]["totalCount"] == 0
    for who in ("supervisor_b", "coach_a", "manager", "administrator", "trainee"):
        assert (await organisation.data(who, query))["legalHolds"]["nodes"] == []
    refused = (await organisation.data("supervisor_a", create, i=given))["createLegalHold"]["errors"]
    assert refused == [{"code": "FORBIDDEN"}]
    assert await organisation.count("legal_hold") == 1


async def test_nobody_but_the_privacy_officer_proposes_a_purge(organisation: SampleOrganisation) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    create = "mutation P($i: CreatePurgeInput!) { createPurge(input: $i) { errors { code } } }"
    given = {"kind": "DUE", "basis": "RETENTION_OVER", "registerId": organisation.ids["register"]}
    for who in ("manager", "supervisor_a", "coach_a", "administrator", "finance", "trainee"):
        assert (await organisation.data(who, create, i=given))["createPurge"]["errors"] == [{"code": "FORBIDDEN"}]
    assert await organisation.count("purge") == 0
    wrong = given | {"personId": organisation.ids["saara"]}
    refused = (await organisation.data("privacy_officer", create, i=wrong))["createPurge"]["errors"]
    assert refused == [{"code": "PURGE_SCOPE"}]
