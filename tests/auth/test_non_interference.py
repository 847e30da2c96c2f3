"""
What a viewer may not read changes no answer: two databases that differ in it alone give the same bytes.

For each viewer the second database differs in every value that is hidden from that viewer: whole rows that are not
seen, and guarded fields of rows that are. What decides about access stays as it is, for it is meant to show.
"""

from collections.abc import AsyncIterator, Iterator
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest
from graphql import GraphQLSchema

from resolvers.declaration import ContentType, Field, camel
from resolvers.reading.paging import RELEVANCE
from resolvers.reading.plan import PlanCache
from schema.execution.documents import Documents
from service.database.embedded_postgres import EmbeddedPostgres
from service.database.migrations import APPEND_ONLY
from tests.support.queries.selections import CHANGES, PAGE_INFO, everything, plain_fields, updatable_fields
from tests.support.rows.differing_databases import (
    Pair,
    Pristine,
    differ,
    hidden_cells,
    other_value,
    store_version,
)
from tests.support.rows.every_state import ASKED_AS, build_every_state
from tests.support.rows.fillable_service import service_on, settings_on

PAGE = 100
AT_MOST = 5  # rows of a type on which commands are tried
# Transitions whose guard may look at what the one who takes them cannot read, and why that is accepted.
TELLING = {
    # An author signs a draft under a processing restriction, which hides its text even from the author.
    ("coaching_note", "SIGN"),
}
ERRORS = "errors { code path message } changedMeanwhile"
TOLD = "allowed permission state rolesThatWouldDo rolesHeld scopeOpen restrictions"
MET = "mayCreate fields { name mayRead mayWrite } transitions { name offered reason }"


@pytest.fixture(scope="module")
async def pristine(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Pristine]:
    state, name = tmp_path_factory.mktemp("state"), f"test_{uuid4().hex}"
    url = postgres.create_database(name, template)
    async with service_on(url, state) as service:
        scene = await build_every_state(service)
        changeable = {noun: t for noun, t in scene.content_types.items() if t.kind.table not in APPEND_ONLY}
        for noun, type_ in changeable.items():
            await type_.model.all().update(revision=2)
            for row in scene.rows(noun):
                await store_version(type_, row, 1)
                await store_version(type_, row, 2)
    documents = Documents(scene.service.answering.schema, 20_000)  # all viewers are asked the same ones
    yield Pristine(name, scene, settings_on(url, state), postgres, documents, PlanCache(10_000))
    postgres.drop_database(name)


@pytest.fixture(scope="module", params=ASKED_AS)
async def pair(request: pytest.FixtureRequest, pristine: Pristine) -> AsyncIterator[Pair]:
    viewer = pristine.scene.people[request.param]
    cells = hidden_cells(pristine.scene, viewer)
    async with pristine.copy() as left, pristine.copy() as right:
        await differ(right, pristine.scene, viewer, cells)
        yield Pair(left, right, pristine.scene, viewer, cells)


async def test_nothing_that_is_read_tells_of_what_is_hidden(pair: Pair) -> None:
    scene, schema = pair.scene, pair.left.answering.schema
    assert pair.cells
    for noun, type_ in scene.content_types.items():
        ids = [scene.public(noun, row) for row in scene.rows(noun)]
        whole, plain = everything(schema, scene.content_types, type_, PAGE), plain_fields(schema, type_)
        await pair.check(
            f"{noun} by id",
            f"query N($i: [ID!]!) {{ nodes(ids: $i) {{ ... on {type_.name} {{ {whole} }} }} }}",
            {"i": ids},
        )
        page = f"totalCount edges {{ cursor node {{ {plain} {CHANGES} }} }} {PAGE_INFO}"
        await pair.check(f"{noun} listed", f"{{ {type_.plural}(first: {PAGE}) {{ {page} }} }}")
        orders = schema.get_type(f"{type_.name}Order").values  # type: ignore[union-attr] # an enum
        short = f"totalCount edges {{ cursor node {{ id }} }} {PAGE_INFO}"
        await pair.check_each(
            f"{noun} ordered",
            [f"{type_.plural}(first: 7, orderBy: {o}) {{ {short} }}" for o in orders if o != RELEVANCE],
            "",
            {},
        )


def operators(schema: GraphQLSchema, field: Field, type_: ContentType) -> Iterator[tuple[str, str]]:
    """Yield the operators of a field's filter with the type of what they compare with."""
    wanted = schema.get_type(f"{type_.name}Filter").fields[field.key].type  # type: ignore[union-attr] # an input
    for name, given in wanted.fields.items():
        yield name, str(given.type)


async def test_no_filter_and_no_search_tells_of_what_is_hidden(pair: Pair) -> None:
    scene, schema = pair.scene, pair.left.answering.schema
    short = "totalCount nodes { id } pageInfo { endCursor }"
    for noun, type_ in scene.content_types.items():
        row = next((r for n, r, _ in pair.cells if n == noun), scene.rows(noun)[0])
        for field in (f for f in type_.fields.values() if f.filter or f.search):
            roots: list[str] = []
            declared: dict[str, Any] = {}
            variables: dict[str, Any] = {}
            for value in dict.fromkeys((getattr(row, field.name), other_value(getattr(row, field.name), field))):
                for operator, kind in operators(schema, field, type_) if field.filter else ():
                    name = f"v{len(declared)}"
                    declared[name], variables[name] = kind, argument(value, field, operator)
                    roots.append(f"filter: {{{field.key}: {{{operator}: ${name}}}}}")
                roots += [f"search: {orjson.dumps(value).decode()}"] if field.search else []
            asked = " ".join(f"r{n}: {type_.plural}({root}) {{ {short} }}" for n, root in enumerate(roots))
            names = f"({', '.join(f'${n}: {kind}' for n, kind in declared.items())})" if declared else ""
            await pair.check(f"{noun} by {field.key}", f"query F{names} {{ {asked} }}", variables)


def argument(value: Any, field: Field, operator: str) -> Any:
    """Return a value as a variable of a filter's operator."""
    if operator == "isNull":
        return False
    if field.target is not None and value is not None:
        value = f"{field.target}_{UUID(str(value)).hex}"
    plain = value.isoformat() if isinstance(value, date) else value
    return [plain] if operator == "in" else plain


async def test_no_search_by_identity_code_tells_of_what_is_hidden(pair: Pair) -> None:
    for noun, type_ in pair.scene.content_types.items():
        query = f"""query S($c: PersonalIdentityCode!) {{
          {type_.plural}(identityCode: {{code: $c, purpose: OPEN}}) {{ totalCount nodes {{ id }} }} }}"""
        for code in sorted(pair.scene.service.filler.codes) if "personal_identity_code" in type_.fields else ():
            await pair.check(f"{noun} by identity code", query, {"c": code})


async def test_no_explanation_tells_of_what_is_hidden(pair: Pair) -> None:
    scene = pair.scene
    for noun, type_ in scene.content_types.items():
        permissions = sorted({f.read.name for f in type_.keys.values()})
        for row in scene.rows(noun)[:: max(1, len(scene.rows(noun)) // 4)]:
            asked = [f'explain(id: "{scene.public(noun, row)}", permission: "{p}") {{ {TOLD} }}' for p in permissions]
            asked.append(f'contentType(name: "{type_.name}", id: "{scene.public(noun, row)}") {{ {MET} }}')
            await pair.check_each(f"{noun} explained", asked, "", {})


async def test_no_command_tells_of_what_is_hidden(pair: Pair) -> None:
    scene, schema = pair.scene, pair.left.answering.schema
    for noun, type_ in scene.content_types.items():
        shown_after = f"{camel(noun)} {{ {plain_fields(schema, type_)} {CHANGES} }}"
        for row in rows_to_command(pair, type_):
            for what, name, given in commands(pair, type_, row):
                await pair.check(f"{what} {noun} {row.state}", mutation(name, shown_after), {"input": given})
            if updatable_fields(type_):
                restore = f'restore{type_.name}(id: "{scene.public(noun, row)}", revision: 2, toRevision: 1)'
                await pair.check(f"restore {noun}", f"mutation {{ {restore} {{ {ERRORS} {shown_after} }} }}")


async def test_no_transition_is_refused_for_what_is_hidden(pair: Pair) -> None:
    """The object is not compared: a transition may open it. Nor is what follows once one was taken."""
    for noun, type_ in pair.scene.content_types.items():
        for row in rows_to_command(pair, type_):
            for name in type_.kind.workflow.transitions:
                step = {"id": pair.scene.public(noun, row), "revision": 2, "transition": name}
                given = {"input": step | {"comment": "because", "reason": "none"}}
                what, command = f"{name} of {noun}", f"transition{type_.name}"
                if (noun, name) in TELLING:
                    continue
                if not (await pair.check(what, mutation(command), given))["data"][command]["errors"]:
                    break


def mutation(name: str, shown_after: str = "") -> str:
    """Return the document of a command with one input."""
    kind = f"{name[0].upper()}{name[1:]}Input!"
    return f"mutation M($input: {kind}) {{ {name}(input: $input) {{ {ERRORS} {shown_after} }} }}"


def rows_to_command(pair: Pair, type_: ContentType) -> list[Any]:
    """Return rows seen in part, one for each state and restriction, and two that are not seen."""
    partly: dict[Any, Any] = {}
    unseen: dict[Any, Any] = {}
    for noun, row, _ in pair.cells:
        if noun == type_.noun:
            found = partly if pair.scene.sees(pair.viewer, type_, row) else unseen
            found.setdefault((row.state, pair.scene.restriction.get(row.pk)), row)
    return [*list(partly.values())[:AT_MOST], *list(unseen.values())[:2]]


def commands(pair: Pair, type_: ContentType, row: Any) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield updates: of an old revision, with nothing in them, and with a guess at each hidden value."""
    this, fields = {"id": pair.scene.public(type_.noun, row), "revision": 2}, updatable_fields(type_)
    if fields:
        yield "stale update of", f"update{type_.name}", this | {"revision": 1}
        yield "empty update of", f"update{type_.name}", this | dict.fromkeys(f.key for f in fields)
    for noun, hidden, field in pair.cells:
        if noun == type_.noun and hidden is row and field in fields and not field.sealed:
            yield (
                f"guess at {field.key} of",
                f"update{type_.name}",
                this | {field.key: argument(getattr(row, field.name), field, "eq")},
            )
