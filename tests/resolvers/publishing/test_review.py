"""A word or a service in use changes by review only; records keep to what they had."""

from typing import Any

import pytest

import models
from models.term import Term
from resolvers.declaration import camel
from tests.support.organisation import STAMP, TODAY, SampleOrganisation


async def step(
    organisation: SampleOrganisation, who: str, noun: str, name: str, on: dict[str, Any], comment: str | None = None
) -> dict[str, Any]:
    """Take a term or a service type one step and return the payload."""
    type_ = "Term" if noun == "term" else "ServiceType"
    query = f"""mutation S($i: Transition{type_}Input!) {{ transition{type_}(input: $i) {{
      object: {camel(noun)} {{ id revision state titleFi copies {{ nodes {{ id revision state }} }} }}
      errors {{ code path }} }} }}"""
    given = {"id": on["id"], "revision": on["revision"], "transition": name, "comment": comment}
    found: dict[str, Any] = (await organisation.data(who, query, i=given))[f"transition{type_}"]
    return found


async def updated(
    organisation: SampleOrganisation, who: str, noun: str, on: dict[str, Any], **values: Any
) -> dict[str, Any]:
    """Change a term or a service type and return the payload."""
    type_ = "Term" if noun == "term" else "ServiceType"
    query = f"""mutation U($i: Update{type_}Input!) {{ update{type_}(input: $i) {{
      object: {camel(noun)} {{ id revision state }} errors {{ code path }} }} }}"""
    found: dict[str, Any] = (
        await organisation.data(who, query, i={"id": on["id"], "revision": on["revision"], **values})
    )[f"update{type_}"]
    return found


async def word(organisation: SampleOrganisation) -> dict[str, Any]:
    """Return a term in use."""
    row = await Term.filter(vocabulary="goal_area", state="ACTIVE").first()
    assert row is not None
    return {"id": f"term_{row.pk.hex}", "revision": row.revision}


async def copy_of(organisation: SampleOrganisation, noun: str, on: dict[str, Any], **values: Any) -> dict[str, Any]:
    """Return a working copy in review, changed by the administrator."""
    drafted = (await step(organisation, "administrator", noun, "EDIT", on))["object"]["copies"]["nodes"][0]
    changed = (await updated(organisation, "administrator", noun, drafted, **values))["object"]
    found: dict[str, Any] = (await step(organisation, "administrator", noun, "SUBMIT", changed))["object"]
    return found


@pytest.mark.parametrize("noun", ["term", "service_type"])
async def test_what_is_in_use_is_changed_by_a_copy_that_another_person_publishes(
    organisation: SampleOrganisation, noun: str
) -> None:
    service: dict[str, Any] = {"id": organisation.ids["WORKSHOP"], "revision": 1}
    on = await word(organisation) if noun == "term" else service
    direct = await updated(organisation, "administrator", noun, on, titleFi="Suoraan")
    copy = await copy_of(organisation, noun, on, titleFi="Uusi nimi")
    own = await step(organisation, "administrator", noun, "PUBLISH", copy)
    done = await step(organisation, "manager", noun, "PUBLISH", copy)
    old = await organisation.pool.fetchrow(f"SELECT state, title_fi FROM {noun} WHERE id::text = $1", as_uuid(on["id"]))
    assert old is not None

    assert [e["code"] for e in (*direct["errors"], *own["errors"])] == ["FORBIDDEN_FIELD", "SAME_REVIEWER"]
    assert (done["errors"], done["object"]["state"], done["object"]["titleFi"]) == ([], "ACTIVE", "Uusi nimi")
    assert (old["state"], old["title_fi"] != "Uusi nimi") == ("SUPERSEDED", True)


def as_uuid(public_id: str) -> str:
    digits = public_id[-32:]
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


async def test_a_draft_of_a_word_can_not_be_chosen_before_it_is_reviewed(organisation: SampleOrganisation) -> None:
    make = (
        """mutation C($i: CreateTermInput!) { createTerm(input: $i) { term { id revision state } errors { code } } }"""
    )
    goal = """mutation G($i: CreateGoalInput!) { createGoal(input: $i) { goal { id } errors { code path } } }"""
    values = {"vocabulary": "goal_area", "token": "NEW_AREA", "titleFi": "a", "titleSv": "b", "titleEn": "c"}
    draft = (await organisation.data("administrator", make, i=values))["createTerm"]["term"]
    programme = await models.Programme.create(
        state="ACTIVE",
        relationship_id=organisation.rows["relationship_aino"].pk,
        starts_on=TODAY,
        client_id=organisation.rows["aino"].pk,
        unit_id=organisation.rows["unit_a"].pk,
        service_type_id=organisation.rows["WORKSHOP"].pk,
        **STAMP,
    )
    chosen = {"programmeId": f"programme_{programme.pk.hex}", "area": "NEW_AREA", "text": "Kokiksi"}
    early = (await organisation.data("coach_a", goal, i=chosen))["createGoal"]
    submitted = (await step(organisation, "administrator", "term", "SUBMIT", draft))["object"]
    await step(organisation, "manager", "term", "PUBLISH", submitted)
    late = (await organisation.data("coach_a", goal, i=chosen))["createGoal"]

    assert draft["state"] == "DRAFT"
    assert early["errors"] == [{"code": "UNKNOWN_TERM", "path": ["area"]}]
    assert late["errors"] == []


async def test_a_programme_keeps_the_version_it_began_with_and_a_new_one_takes_the_published(
    organisation: SampleOrganisation,
) -> None:
    about = {"client_id": organisation.rows["aino"].pk, "unit_id": organisation.rows["unit_a"].pk}
    before = await models.Programme.create(
        state="ACTIVE",
        relationship_id=organisation.rows["relationship_aino"].pk,
        starts_on=TODAY,
        service_type_id=organisation.rows["WORKSHOP"].pk,
        **about,
        **STAMP,
    )
    copy = await copy_of(
        organisation, "service_type", {"id": organisation.ids["WORKSHOP"], "revision": 1}, titleFi="Paja 2"
    )
    await step(organisation, "manager", "service_type", "PUBLISH", copy)
    make = """mutation P($i: CreateProgrammeInput!) { createProgramme(input: $i) {
      programme { serviceType { titleFi } } errors { code path } } }"""
    given = {"relationshipId": organisation.ids["relationship_aino"], "startsOn": "2026-12-01"}
    old = await organisation.data("coach_a", make, i=given | {"serviceTypeId": organisation.ids["WORKSHOP"]})
    new = await organisation.data("coach_a", make, i=given | {"serviceTypeId": copy["id"]})
    query = "query P($i: ID!) { programme(id: $i) { serviceType { titleFi state } } }"
    kept = (await organisation.data("coach_a", query, i=f"programme_{before.pk.hex}"))["programme"]["serviceType"]

    assert [e["code"] for e in old["createProgramme"]["errors"]] == ["REFERENCE_ENDED"]
    assert new["createProgramme"]["programme"]["serviceType"]["titleFi"] == "Paja 2"
    assert (kept["titleFi"] != "Paja 2", kept["state"]) == (True, "SUPERSEDED")


async def test_the_rules_of_a_service_never_change_in_a_copy_of_the_same_version(
    organisation: SampleOrganisation,
) -> None:
    on = {"id": organisation.ids["WORKSHOP"], "revision": 1}
    drafted = (await step(organisation, "administrator", "service_type", "EDIT", on))["object"]["copies"]["nodes"][0]
    query = """mutation U($i: UpdateServiceTypeInput!) { updateServiceType(input: $i) { errors { code } } }"""
    given = {"id": drafted["id"], "revision": 1, "maxDaysPerWeek": 7}
    refused = await organisation.ask("administrator", query, i=given)

    assert "data" not in refused
    assert "maxDaysPerWeek" in str(refused["errors"])


async def test_a_retired_word_comes_back_by_either_person_and_is_never_deleted(
    organisation: SampleOrganisation,
) -> None:
    on = await word(organisation)
    asked = (await step(organisation, "manager", "term", "ASK_RETIREMENT", on, "Ei käytössä"))["object"]
    own = await step(organisation, "manager", "term", "RETIRE", asked, "Ei käytössä")
    retired = (await step(organisation, "administrator", "term", "RETIRE", asked, "Ei käytössä"))["object"]
    back = await step(organisation, "administrator", "term", "RESTORE", retired, "Sittenkin")
    query = """mutation D($i: DeleteTermInput!) { deleteTerm(input: $i) { errors { code } } }"""
    given = {"id": on["id"], "revision": back["object"]["revision"], "comment": "Pois"}
    refused = (await organisation.data("administrator", query, i=given))["deleteTerm"]

    assert [e["code"] for e in (*own["errors"], *refused["errors"])] == ["RETIREMENT_NOT_ASKED", "WRONG_STATE"]
    assert (retired["state"], back["object"]["state"]) == ("RETIRED", "ACTIVE")


async def test_two_words_with_one_token_are_never_in_use_together(organisation: SampleOrganisation) -> None:
    row = await Term.filter(vocabulary="goal_area", state="ACTIVE").first()
    assert row is not None
    make = """mutation C($i: CreateTermInput!) { createTerm(input: $i) { term { id revision } errors { code } } }"""
    values = {"vocabulary": "goal_area", "token": row.token, "titleFi": "a", "titleSv": "b", "titleEn": "c"}
    draft = (await organisation.data("administrator", make, i=values))["createTerm"]["term"]
    submitted = (await step(organisation, "administrator", "term", "SUBMIT", draft))["object"]
    refused = await step(organisation, "manager", "term", "PUBLISH", submitted)

    assert [e["code"] for e in refused["errors"]] == ["NAME_TAKEN"]
    assert (
        await organisation.count("term", f"token = '{row.token}' AND vocabulary = 'goal_area' AND state = 'ACTIVE'")
        == 1
    )


async def test_a_code_that_is_unknown_names_the_vocabulary_that_it_was_looked_up_in(
    organisation: SampleOrganisation,
) -> None:
    create = "mutation C($i: CreateReferralInput!) { createReferral(input: $i) { errors { code path message } } }"
    given = {"unitId": organisation.ids["unit_a"], "lastName": "Virta", "firstNames": "Ville", "planKind": "NONSENSE"}
    service = {"serviceCode": "WORK_TRIAL"}
    [field] = (await organisation.data("official_x", create, i=given | service))["createReferral"]["errors"]
    move = (
        "mutation M($i: TransitionRelationshipInput!) { transitionRelationship(input: $i) { errors { code message } } }"
    )
    end = {"id": organisation.ids["relationship_aino"], "revision": 1, "transition": "END", "reason": "NONSENSE"}
    [step_] = (await organisation.data("supervisor_a", move, i=end))["transitionRelationship"]["errors"]

    assert (field["code"], step_["code"]) == ("UNKNOWN_TERM", "UNKNOWN_TERM")
    assert "sanastossa plan_kind" in field["message"]
    assert "sanastossa relationship_end_reason" in step_["message"]
    assert await organisation.count("relationship", "state = 'ENDED'") == 1


async def test_a_term_of_a_vocabulary_that_nothing_asks_for_is_refused_and_those_there_are_named(
    organisation: SampleOrganisation,
) -> None:
    query = "mutation C($i: CreateTermInput!) { createTerm(input: $i) { errors { code path message } } }"
    titles = {"titleFi": "Uusi", "titleSv": "Ny", "titleEn": "New", "token": "NEW"}
    [error] = (await organisation.data("administrator", query, i=titles | {"vocabulary": "gaol_area"}))["createTerm"][
        "errors"
    ]
    done = (await organisation.data("administrator", query, i=titles | {"vocabulary": "goal_area"}))["createTerm"]

    assert (error["code"], error["path"]) == ("UNKNOWN_VOCABULARY", ["vocabulary"])
    assert all(name in error["message"] for name in ("goal_area", "municipality", "relationship_end_reason"))
    assert done["errors"] == []
    assert await organisation.count("term", "token = 'NEW'") == 1
