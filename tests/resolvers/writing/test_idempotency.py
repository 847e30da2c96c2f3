"""Every command takes an idempotency key: asked again it does nothing twice, and the key fits one command only."""

from datetime import timedelta
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    is_required_argument,
    is_required_input_field,
)

from auth.policy import may_add
from models.log import IdempotencyKey
from resolvers.writing.idempotency import KEPT, forget_old_keys
from service.resources import schema_and_content_types
from tests.support.actions.content import create
from tests.support.organisation import NOW, SampleOrganisation

SCHEMA, TYPES = schema_and_content_types()
MUTATIONS = SCHEMA._schema.mutation_type.fields if SCHEMA._schema.mutation_type else {}
PEOPLE = (
    *("coach_a", "supervisor_a", "manager", "privacy_officer", "administrator"),
    *("trainee", "official_x", "workplace", "finance", "colleague_a"),
)
SCALARS = {"Int": 1, "Boolean": True, "Date": "2026-11-23", "DateTime": "2026-11-23T08:00:00Z", "Time": "08:00"}
TEXTS = {
    "EmailAddress": "a@example.org",
    "PhoneNumber": "040 123 4567",
    "MunicipalityCode": "491",
    "LanguageCode": "fi",
}
TABLES = ("history", "version", "outbox", "idempotency_key", "bin_item", "attachment")


def value_of(kind: Any, aino: str) -> Any:
    """Return some value of an input type, with what is required only."""
    if isinstance(kind, GraphQLNonNull):
        return value_of(kind.of_type, aino)
    if isinstance(kind, GraphQLList):
        return []
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if isinstance(kind, GraphQLInputObjectType):
        if kind.name == "AttendanceScope":  # exactly one, which Strawberry checks
            name, first = next(iter(kind.fields.items()))
            return {name: value_of(first.type, aino)}
        return {name: value_of(f.type, aino) for name, f in kind.fields.items() if is_required_input_field(f)}
    return SCALARS.get(kind.name, TEXTS.get(kind.name, aino))


def document_of(name: str) -> str:
    """Return a document that asks one mutation with all that is required, and a key."""
    arguments = {key: a for key, a in MUTATIONS[name].args.items() if is_required_argument(a)}
    arguments["idempotencyKey"] = MUTATIONS[name].args["idempotencyKey"]
    declared = ", ".join(f"${key}: {argument.type}" for key, argument in arguments.items())
    given = ", ".join(f"{key}: ${key}" for key in arguments)
    return f"mutation M({declared}) {{ done: {name}({given}) {{ errors {{ code path }} }} }}"


async def who_may(organisation: SampleOrganisation, name: str) -> str:
    """Return somebody who may ask a mutation: to create, a role must be held before anything else is looked at."""
    if name == "submitReferral":
        return "official_x"
    type_ = next((t for t in TYPES.values() if f"create{t.name}" == name), None)
    if type_ is None:  # it creates nothing, or several at once
        return "coach_a"
    holding = [who for who in PEOPLE if may_add(await organisation.viewer(who), type_.kind)]
    return holding[0]


async def counted(organisation: SampleOrganisation) -> list[int]:
    return [await organisation.count(table) for table in TABLES]


def test_every_mutation_of_the_schema_takes_a_key() -> None:
    assert [name for name, field in MUTATIONS.items() if "idempotencyKey" not in field.args] == []
    assert len(MUTATIONS) > 150


async def test_every_mutation_refuses_a_key_that_was_used_for_another_command(organisation: SampleOrganisation) -> None:
    for who in PEOPLE:
        account = organisation.rows[f"account_{who}"].pk
        await IdempotencyKey.create(account=account, key="used", digest=b"x" * 32, object_id=account, at=NOW)
    before, refused = await counted(organisation), {}

    for name, field in MUTATIONS.items():
        required = {key: a for key, a in field.args.items() if is_required_argument(a)}
        given = {key: value_of(a.type, organisation.ids["aino"]) for key, a in required.items()}
        done = await organisation.data(
            await who_may(organisation, name), document_of(name), **given | {"idempotencyKey": "used"}
        )
        refused[name] = [(error["code"], *error["path"]) for error in done["done"]["errors"]]

    conflict = [("IDEMPOTENCY_CONFLICT", "idempotencyKey")]
    assert {name: codes for name, codes in refused.items() if codes != conflict} == {}
    assert await counted(organisation) == before


@pytest.mark.parametrize("key", ["", "k" * 81])
async def test_what_is_no_key_is_refused_and_nothing_is_saved(organisation: SampleOrganisation, key: str) -> None:
    done = await changed(organisation, key)

    assert [error["code"] for error in done["errors"]] == ["VALUE_OUT_OF_BOUNDS"]
    assert await organisation.count("client", "revision > 1") == 0


async def changed(
    organisation: SampleOrganisation, key: str | None, email: str = "a@example.org", revision: int = 1
) -> dict[str, Any]:
    query = """mutation U($i: UpdateClientInput!, $k: String) { updateClient(input: $i, idempotencyKey: $k) {
      client { revision } errors { code } } }"""
    given = {"id": organisation.ids["aino"], "revision": revision, "email": email}
    return dict((await organisation.data("coach_a", query, i=given, k=key))["updateClient"])


async def test_an_update_asked_twice_with_a_key_is_carried_out_once(organisation: SampleOrganisation) -> None:
    first, again, other = (
        await changed(organisation, "k"),
        await changed(organisation, "k"),
        await changed(organisation, "k", "b@example.org"),
    )
    without = await changed(organisation, None)

    assert first == again == {"client": {"revision": 2}, "errors": []}
    assert [error["code"] for error in other["errors"]] == ["IDEMPOTENCY_CONFLICT"]
    assert [error["code"] for error in without["errors"]] == ["STALE_REVISION"]
    assert await organisation.count("history", "noun = 'client'") == 1
    assert await organisation.count("outbox", "event = 'client.update'") == 1


async def test_transition_restoration_and_deletion_asked_twice_with_a_key_are_carried_out_once(
    organisation: SampleOrganisation,
) -> None:
    note = await create(
        organisation,
        "coach_a",
        "CoachingNote",
        relationshipId=organisation.ids["relationship_aino"],
        kind="CALL",
        occurredAt="2026-11-20T09:00:00Z",
        body="Kertoi viikosta",
    )
    await changed(organisation, None)
    await changed(organisation, None, "b@example.org", 2)
    restore = """mutation R($id: ID!) {
      done: restoreClient(input: {id: $id, revision: 3, toRevision: 2}, idempotencyKey: "r") {
      client { revision } errors { code } } }"""
    end = """mutation T($i: TransitionRelationshipInput!) {
      done: transitionRelationship(input: $i, idempotencyKey: "t") {
      relationship { state revision } errors { code } } }"""
    ended = {"id": organisation.ids["relationship_aino"], "revision": 1, "transition": "END", "reason": "EMPLOYED"}
    delete = """mutation D($i: DeleteCoachingNoteInput!) { done: deleteCoachingNote(input: $i, idempotencyKey: "d") {
      binItem { id revision } errors { code } } }"""
    deleted = {"id": note["id"], "revision": 1, "comment": "Vahinko"}

    answers = [
        [(await organisation.data("coach_a", query, **given))["done"] for _ in range(2)]
        for query, given in (
            (restore, {"id": organisation.ids["aino"]}),
            (delete, {"i": deleted}),
            (end, {"i": ended}),
        )
    ]

    assert [first for first, again in answers if first["errors"] or first != again] == []
    assert await organisation.count("history", "action IN ('REVERT', 'DELETE', 'END')") == 3
    assert await organisation.count("bin_item") == 1


async def test_a_refused_command_leaves_its_key_free_and_another_person_has_the_same_key_for_oneself(
    organisation: SampleOrganisation,
) -> None:
    refused = await changed(organisation, "k", "no address")
    carried_out = await changed(organisation, "k")
    query = """mutation U($i: UpdateClientInput!) { updateClient(input: $i, idempotencyKey: "k") {
      client { revision } errors { code } } }"""
    given = {"id": organisation.ids["aino"], "revision": 2, "email": "c@example.org"}
    others = (await organisation.data("supervisor_a", query, i=given))["updateClient"]

    assert refused["errors"]
    assert carried_out == {"client": {"revision": 2}, "errors": []}
    assert others == {"client": {"revision": 3}, "errors": []}


async def test_a_key_is_kept_for_thirty_days_and_then_forgotten(organisation: SampleOrganisation) -> None:
    await changed(organisation, "k")

    kept = await forget_old_keys(NOW + KEPT)
    forgotten = await forget_old_keys(NOW + KEPT + timedelta(seconds=1))

    assert (kept, forgotten) == (0, 1)
    assert await organisation.count("idempotency_key") == 0
