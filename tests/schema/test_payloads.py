"""Nothing is answered as refused after it was committed: for every mutation field of the schema."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
    is_leaf_type,
)

from service.database.connections import read_pool
from service.resources import schema_and_content_types
from tests.support.organisation import SampleOrganisation

SCHEMA: Any = schema_and_content_types()[0]._schema  # graphql-core's schema
MUTATIONS = SCHEMA.mutation_type.fields
TOO_LONG = "a" * 64  # an alias of more than 63 bytes is refused when a selection is compiled
FIRST = "first: updateClient(input: $first) { client { revision } errors { code } }"


def literal(type_: Any) -> str:
    """Return a value of an input type, as a document writes it."""
    inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    match inner:
        case GraphQLList():
            return f"[{literal(inner.of_type)}]"
        case GraphQLEnumType():
            return str(next(iter(inner.values)))
        case GraphQLInputObjectType():
            if inner.name == "AttendanceScope":  # exactly one, which Strawberry checks
                return "{caseload: true}"
            required = {n: f for n, f in inner.fields.items() if isinstance(f.type, GraphQLNonNull)}
            return "{" + ", ".join(f"{n}: {literal(f.type)}" for n, f in required.items()) + "}"
    examples = {"Int": "1", "Boolean": "true", "Date": '"2026-01-01"', "Time": '"08:00"', "JSON": "{}"}
    examples |= {"DateTime": '"2026-01-01T08:00:00Z"', "ID": f'"client_{"0" * 32}"', "Decimal": '"1"'}
    return examples.get(inner.name, '"text"')


def second(name: str) -> tuple[str, str] | None:
    """Return a field that selects what cannot be, with its arguments; None where the payload holds no object."""
    declared = MUTATIONS[name]
    given = {n: a for n, a in declared.args.items() if isinstance(a.type, GraphQLNonNull)}
    arguments = ", ".join(f"{n}: {literal(a.type)}" for n, a in given.items())
    payload: Any = get_named_type(declared.type)
    held = next(
        (n for n, f in payload.fields.items() if "revision" in getattr(get_named_type(f.type), "fields", {})), None
    )
    return (f"second: {name}({arguments})", f"{{ {held} {{ {TOO_LONG}: id }} }}") if held else None


def changing() -> Iterator[str]:
    """Yield the mutation fields whose payload holds an object."""
    yield from (name for name in MUTATIONS if second(name))


async def revision_of_aino(organisation: SampleOrganisation) -> int:
    return int(
        await organisation.pool.fetchval("SELECT revision FROM client WHERE id = $1", organisation.rows["aino"].pk)
    )


def first_input(organisation: SampleOrganisation) -> dict[str, Any]:
    return {"id": organisation.ids["aino"], "revision": 1, "email": "uusi@example.org"}


async def test_no_mutation_is_refused_after_another_one_was_committed(organisation: SampleOrganisation) -> None:
    names = list(changing())
    assert len(names) > 100
    for name in names:
        field, selection = second(name) or ("", "")
        document = f"mutation M($first: UpdateClientInput!) {{ {FIRST} {field} {selection} }}"
        answer = await organisation.ask("coach_a", document, first=first_input(organisation))
        assert "data" not in answer, (name, answer)
        assert answer["errors"][0]["extensions"]["code"] in {"BAD_ARGUMENT", "GRAPHQL_VALIDATION_FAILED"}, answer
        assert await revision_of_aino(organisation) == 1, name


@pytest.mark.parametrize(
    "selection",
    [
        "attendance(first: 100000) { totalCount }",
        'attendance(after: "nonsense") { totalCount }',
        'attendance(filter: {code: {eq: "X"}}, orderBy: CODE) { totalCount }',
        "lastName @purpose(of: PAYMENT)",
    ],
)
async def test_what_cannot_be_bound_is_refused_before_the_first_write(
    organisation: SampleOrganisation, selection: str
) -> None:
    document = (
        f"mutation M($first: UpdateClientInput!) {{ updateClient(input: $first) {{ client {{ {selection} }} }} }}"
    )
    answer = await organisation.ask("coach_a", document, first=first_input(organisation))
    assert "data" not in answer, answer
    assert await revision_of_aino(organisation) == 1


async def lose_the_reads(organisation: SampleOrganisation, database: str) -> None:
    """Take the connections of the reads away, as a database does that restarts at the wrong moment."""
    async with read_pool(database, 1) as pool:
        organisation.answering.runtime.pool = pool


CLIENT = "createAgencyClient(input: $made) { agencyClient { id } secret errors { code } }"


async def test_a_secret_reaches_the_caller_though_its_object_cannot_be_shown(
    organisation: SampleOrganisation, database: str
) -> None:
    made = {"agencyId": organisation.ids["agency_x"], "name": "Rajapinta", "scopes": ["referrals:read"]}
    await lose_the_reads(organisation, database)
    answer = await organisation.ask(
        "administrator", f"mutation C($made: CreateAgencyClientInput!) {{ {CLIENT} }}", made=made
    )
    assert answer["data"]["createAgencyClient"]["agencyClient"] is None
    assert answer["data"]["createAgencyClient"]["errors"] == []
    assert answer["data"]["createAgencyClient"]["secret"]
    [error] = answer["errors"]
    assert (error["extensions"]["code"], error["path"]) == ("SAVED_NOT_SHOWN", ["createAgencyClient", "agencyClient"])


async def test_a_command_that_fails_after_another_one_says_so_in_its_payload(
    organisation: SampleOrganisation, database: str
) -> None:
    await lose_the_reads(organisation, database)
    given = first_input(organisation)
    document = (
        "mutation M($first: UpdateClientInput!) { one: updateClient(input: $first) { errors { code } }"
        " two: updateClient(input: $first) { client { id } errors { code } } }"
    )
    answer = await organisation.ask("coach_a", document, first=given)
    assert answer["data"]["one"] == {"errors": []}
    assert answer["data"]["two"] == {"client": None, "errors": [{"code": "DATABASE_UNAVAILABLE"}]}
    assert await revision_of_aino(organisation) == 2


def test_every_leaf_of_an_input_has_an_example() -> None:
    leaves = {get_named_type(a.type) for f in MUTATIONS.values() for a in f.args.values()}
    assert all(literal(leaf) for leaf in leaves if is_leaf_type(leaf))
