"""Writes by role: what is carried out, what is refused as a whole, and what each leaves behind."""

from typing import Any

import pytest

import models
from auth.access_paths import RowFacts
from resolvers.context import LoadedRow
from resolvers.writing.history import values_at
from service.resources import schema_and_content_types
from tests.support.actions.exports import viewer_context
from tests.support.organisation import SampleOrganisation

CREATE = """mutation C($input: CreateClientInput!, $key: String) { createClient(input: $input, idempotencyKey: $key) {
  client { id revision state lastName } errors { code path message } } }"""
UPDATE = """mutation U($input: UpdateClientInput!) { updateClient(input: $input) {
  client { id revision phones email lastName history { action changes { field before after } } }
  errors { code path } changedMeanwhile } }"""
MOVE = """mutation M($input: TransitionClientInput!) { transitionClient(input: $input) {
  client { state } errors { code path } } }"""


async def update(organisation: SampleOrganisation, who: str, name: str, revision: int, **values: Any) -> dict[str, Any]:
    given = {"id": organisation.ids[name], "revision": revision, **values}
    return dict((await organisation.data(who, UPDATE, input=given))["updateClient"])


async def test_a_coach_changes_the_phone_of_the_own_client_and_history_tells(organisation: SampleOrganisation) -> None:
    done = await update(organisation, "coach_a", "aino", 1, phones=["040 765 4321"])
    assert done["errors"] == []
    assert done["client"]["revision"] == 2
    assert done["client"]["phones"] == ["+358407654321"]
    assert await organisation.count("version") == 1
    assert await organisation.count("outbox", "event = 'client.update'") == 1


async def test_a_forbidden_field_refuses_everything_and_is_named(organisation: SampleOrganisation) -> None:
    done = await update(organisation, "coach_a", "ville", 1, lastName="Toinen", phones=["040 765 4321"])
    assert {(e["code"], *e["path"]) for e in done["errors"]} == {
        ("FORBIDDEN_FIELD", "lastName"),
        ("FORBIDDEN_FIELD", "phones"),
    }
    assert done["client"] is None
    assert await organisation.count("client", "last_name = 'Toinen'") == 0
    assert await organisation.count("history") == 0


async def test_an_invisible_client_cannot_be_changed_and_looks_absent(organisation: SampleOrganisation) -> None:
    done = await update(organisation, "coach_a", "pertti", 1, lastName="Toinen")
    assert [e["code"] for e in done["errors"]] == ["NOT_FOUND"]


async def test_a_stale_revision_tells_what_changed_meanwhile(organisation: SampleOrganisation) -> None:
    await update(organisation, "supervisor_a", "aino", 1, email="uusi@example.org")
    done = await update(organisation, "coach_a", "aino", 1, email="toinen@example.org")
    assert [e["code"] for e in done["errors"]] == ["STALE_REVISION"]
    assert done["changedMeanwhile"] == ["email"]
    assert done["client"]["email"] == "uusi@example.org"


async def test_bad_values_are_refused_with_their_fields_and_nothing_is_saved(organisation: SampleOrganisation) -> None:
    done = await update(organisation, "coach_a", "aino", 1, email="not an address", phones=["1"])
    assert {tuple(e["path"]) for e in done["errors"]} == {("email",), ("phones",)}
    assert await organisation.count("client", "revision > 1") == 0


async def test_a_repeated_creation_with_the_same_key_creates_one_client(organisation: SampleOrganisation) -> None:
    given = {
        "firstNames": "Eeva",
        "lastName": "Esimerkki",
        "unitId": organisation.ids["unit_a"],
        "safetyRestriction": False,
    }
    first = (await organisation.data("supervisor_a", CREATE, input=given, key="k1"))["createClient"]
    again = (await organisation.data("supervisor_a", CREATE, input=given, key="k1"))["createClient"]
    other = (await organisation.data("supervisor_a", CREATE, input=given | {"lastName": "Toinen"}, key="k1"))[
        "createClient"
    ]
    assert first["errors"] == []
    assert first["client"]["id"] == again["client"]["id"]
    assert [e["code"] for e in other["errors"]] == ["IDEMPOTENCY_CONFLICT"]
    assert await organisation.count("client", "last_name IN ('Esimerkki', 'Toinen')") == 1


async def test_nobody_adds_a_client_to_a_unit_of_others(organisation: SampleOrganisation) -> None:
    given = {
        "firstNames": "Eeva",
        "lastName": "Esimerkki",
        "unitId": organisation.ids["unit_b"],
        "safetyRestriction": False,
    }
    done = (await organisation.data("supervisor_a", CREATE, input=given))["createClient"]
    assert [e["code"] for e in done["errors"]] == ["FORBIDDEN"]


async def test_an_identity_code_is_sealed_shown_with_a_purpose_and_never_in_history(
    organisation: SampleOrganisation,
) -> None:
    code = "010190-900P"
    done = await update(organisation, "supervisor_a", "aino", 1, personalIdentityCode=code)
    assert done["errors"] == []
    query = """query I($id: ID!) { client(id: $id) { personalIdentityCode(purpose: PAYMENT) dateOfBirth
      history { changes { field before after } } } }"""
    shown = await organisation.data("supervisor_a", query, id=organisation.ids["aino"])
    assert shown["client"]["personalIdentityCode"] == code
    assert shown["client"]["dateOfBirth"] == "1990-01-01"
    assert {"field": "personalIdentityCode", "before": None, "after": None} in shown["client"]["history"][0]["changes"]
    assert await organisation.pool.fetchval("SELECT purpose FROM disclosure_log ORDER BY id DESC LIMIT 1") == "PAYMENT"
    for table in ("client", "history", "version", "search_entry", "disclosure_log"):
        assert await organisation.count(f"{table} x", f"x::text LIKE '%{code}%'") == 0


async def test_an_exact_search_by_identity_code_finds_the_person(organisation: SampleOrganisation) -> None:
    await update(organisation, "supervisor_a", "aino", 1, personalIdentityCode="010190-900P")
    query = """query S($code: PersonalIdentityCode!) { clients(identityCode: {code: $code, purpose: CORRECTION}) {
      nodes { lastName } } }"""
    assert (await organisation.data("supervisor_a", query, code="010190-900P"))["clients"]["nodes"] == [
        {"lastName": "Äijälä"}
    ]
    assert (await organisation.data("supervisor_b", query, code="010190-900P"))["clients"]["nodes"] == []


async def test_a_transition_needs_its_role_its_state_and_its_comment(organisation: SampleOrganisation) -> None:
    step = {"id": organisation.ids["ville"], "revision": 1, "transition": "END"}
    silent = (await organisation.data("supervisor_a", MOVE, input=step))["transitionClient"]
    assert [e["code"] for e in silent["errors"]] == ["COMMENT_REQUIRED"]
    foreign = (await organisation.data("colleague_a", MOVE, input=step | {"comment": "loppu"}))["transitionClient"]
    assert [e["code"] for e in foreign["errors"]] == ["WRONG_ROLE"]
    done = (await organisation.data("supervisor_a", MOVE, input=step | {"comment": "Muutti pois"}))["transitionClient"]
    assert done == {"client": {"state": "ENDED"}, "errors": []}


async def test_a_client_with_an_open_relationship_does_not_end(organisation: SampleOrganisation) -> None:
    step = {"id": organisation.ids["aino"], "revision": 1, "transition": "END", "comment": "loppu"}
    done = (await organisation.data("supervisor_a", MOVE, input=step))["transitionClient"]
    assert [e["code"] for e in done["errors"]] == ["OPEN_BELOW"]


async def test_restore_brings_back_an_earlier_revision(organisation: SampleOrganisation) -> None:
    await update(organisation, "coach_a", "aino", 1, email="yksi@example.org")
    await update(organisation, "coach_a", "aino", 2, email="kaksi@example.org")
    restore = """mutation R($id: ID!) { restoreClient(input: {id: $id, revision: 3, toRevision: 2}) {
      client { email revision } errors { code } } }"""
    done = (await organisation.data("coach_a", restore, id=organisation.ids["aino"]))["restoreClient"]
    assert done == {"client": {"email": "yksi@example.org", "revision": 4}, "errors": []}


async def test_a_payload_shows_no_more_than_a_query(organisation: SampleOrganisation) -> None:
    given = {"id": organisation.ids["aino"], "revision": 1, "phones": ["040 765 4321"]}
    query = """mutation U($input: UpdateClientInput!) {
      updateClient(input: $input) { client { gender history { action } } } }"""
    answer = await organisation.ask("trainee", query, input=given)
    assert answer["data"]["updateClient"]["client"]["gender"] == "UNDISCLOSED"
    hidden = await organisation.ask("coach_b", query, input=given)
    assert hidden["data"]["updateClient"]["client"] is None


async def test_an_identity_code_written_into_the_document_is_refused(organisation: SampleOrganisation) -> None:
    query = '{ clients(identityCode: {code: "010190-900P", purpose: CORRECTION}) { nodes { lastName } } }'
    answer = await organisation.ask("supervisor_a", query)
    assert "vain muuttujana" in answer["errors"][0]["message"]


ADD = "mutation A($i: Create{0}Input!) {{ done: create{0}(input: $i) {{ errors {{ code }} }} }}"


async def test_a_coach_cannot_reach_a_colleagues_client_by_adding_to_it(organisation: SampleOrganisation) -> None:
    client = {"clientId": organisation.ids["ville"], "unitId": organisation.ids["unit_a"]}
    own = {
        "responsibleCoachId": organisation.ids["coach_a"],
        "registerId": organisation.ids["register"],
        "startedOn": "2026-11-23",
    }
    refused = await organisation.data("coach_a", ADD.format("Relationship"), i=client | own)
    assert refused["done"]["errors"] == [{"code": "FORBIDDEN"}]
    stands_in = {"staffMemberId": organisation.ids["coach_a"], "startsOn": "2026-11-23"}
    refused = await organisation.data("coach_a", ADD.format("Substitution"), i=client | stands_in)
    assert refused["done"]["errors"] == [{"code": "FORBIDDEN"}]
    assert await organisation.count("substitution") == 0


async def test_a_coach_delegates_the_own_client_and_the_substitute_reads_the_contact_data(
    organisation: SampleOrganisation,
) -> None:
    given = {
        "clientId": organisation.ids["aino"],
        "unitId": organisation.ids["unit_a"],
        "staffMemberId": organisation.ids["coach_b"],
    }
    dated = {"startsOn": "2026-11-20", "endsBefore": "2026-11-30"}
    done = await organisation.data("coach_a", ADD.format("Substitution"), i=given | dated)
    assert done["done"]["errors"] == []
    query = "query P($id: ID!) { client(id: $id) { phones } }"
    assert (await organisation.data("coach_b", query, id=organisation.ids["aino"]))["client"] == {
        "phones": ["+358401234567"]
    }
    await organisation.pool.execute("UPDATE substitution SET ends_before = '2026-11-23'")
    assert (await organisation.data("coach_b", query, id=organisation.ids["aino"]))["client"] is None


@pytest.mark.parametrize(
    ("who", "is_taken"),
    [
        *((name, True) for name in ("coach_a", "coach_b", "supervisor_a")),
        *((name, False) for name in ("supervisor_b", "colleague_a", "administrator", "finance", "privacy_officer")),
    ],
)
async def test_only_who_can_coach_stands_in_for_a_coach(
    organisation: SampleOrganisation, who: str, is_taken: bool
) -> None:
    given = {"clientId": organisation.ids["aino"], "unitId": organisation.ids["unit_a"], "startsOn": "2026-11-20"}
    done = await organisation.data(
        "supervisor_a", ADD.format("Substitution"), i=given | {"staffMemberId": organisation.ids[who]}
    )

    assert done["done"]["errors"] == ([] if is_taken else [{"code": "SUBSTITUTE_CANNOT_COACH"}])
    assert await organisation.count("substitution") == int(is_taken)


async def test_a_coach_whose_role_ends_before_the_cover_begins_does_not_stand_in(
    organisation: SampleOrganisation,
) -> None:
    await organisation.pool.execute("UPDATE role_grant SET ends_before = '2026-12-01' WHERE role = 'coach'")
    given = {
        "clientId": organisation.ids["aino"],
        "unitId": organisation.ids["unit_a"],
        "staffMemberId": organisation.ids["coach_b"],
    }
    errors = [
        (await organisation.data("supervisor_a", ADD.format("Substitution"), i=given | {"startsOn": day}))["done"][
            "errors"
        ]
        for day in ("2026-12-01", "2026-11-30")
    ]

    assert errors == [[{"code": "SUBSTITUTE_CANNOT_COACH"}], []]


async def test_who_may_not_write_is_told_that_before_a_stale_revision(organisation: SampleOrganisation) -> None:
    await update(organisation, "coach_a", "aino", 1, email="uusi@example.org")
    changed = await update(organisation, "colleague_a", "aino", 1, email="arvaus@example.org")
    moved = (
        await organisation.data(
            "colleague_a",
            MOVE,
            input={"id": organisation.ids["aino"], "revision": 1, "transition": "END", "comment": "Loppu"},
        )
    )["transitionClient"]

    assert (changed["errors"], changed["changedMeanwhile"]) == ([{"code": "FORBIDDEN_FIELD", "path": ["email"]}], [])
    assert [e["code"] for e in moved["errors"]] == ["WRONG_ROLE"]
    assert await organisation.count("client", "email = 'uusi@example.org' AND revision = 2 AND state = 'ACTIVE'") == 1


async def test_a_role_that_takes_a_transition_in_no_state_is_told_so_in_every_state(
    organisation: SampleOrganisation,
) -> None:
    step = {"id": organisation.ids["aino"], "revision": 1, "transition": "ACTIVATE", "comment": "Alku"}
    foreign = (await organisation.data("colleague_a", MOVE, input=step))["transitionClient"]
    own = (await organisation.data("supervisor_a", MOVE, input=step))["transitionClient"]

    assert [e["code"] for e in own["errors"]] == ["WRONG_STATE"]
    assert [e["code"] for e in foreign["errors"]] == ["WRONG_ROLE"]
    assert await organisation.count("client", "revision > 1") == 0


async def test_a_field_that_was_not_stored_at_an_earlier_revision_keeps_its_value(
    organisation: SampleOrganisation,
) -> None:
    await update(organisation, "supervisor_a", "aino", 1, email="ensin@example.org")
    await update(organisation, "supervisor_a", "aino", 2, email="sitten@example.org", phones=["040 765 4321"])
    id_ = organisation.rows["aino"].pk
    owner_only = "SELECT stored ? 'phones' FROM version WHERE object_id = $1 AND revision = 2"
    assert await organisation.pool.fetchval(owner_only, id_)
    client = await models.Client.get(pk=id_)
    type_ = schema_and_content_types()[1]["client"]
    loaded = LoadedRow(type_, client, {"state": "ACTIVE", "unit_id": client.unit_id, "id": id_}, RowFacts())  # type: ignore[attr-defined] # a foreign key's column
    stored = {"email": "ensin@example.org"}  # before the field of the phones came

    values = values_at(viewer_context(organisation, await organisation.viewer("supervisor_a")), loaded, stored)

    assert values == {"email": "ensin@example.org"}
