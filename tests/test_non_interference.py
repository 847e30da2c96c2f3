"""
What a viewer may not read changes no answer: two databases that differ in it alone give the same bytes.

For each viewer the second database differs in every value that is hidden from that viewer: whole rows that are not
seen, and guarded fields of rows that are. What decides about access stays as it is, for it is meant to show.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import orjson
import pytest
from graphql import GraphQLSchema
from tortoise.connection import get_connection
from tortoise.context import TortoiseContext

from auth.viewer import Viewer
from models.log import History, Version
from models.sealed import Place, blind_index, seal
from resolvers.declaration import ContentType, Field, camel
from resolvers.reading.plan_cache import PlanCache
from resolvers.writing.assignment import history_value
from resolvers.writing.history import index_search_text
from schema.engine.language import BASE_FIELDS
from schema.execution.answering import Answering
from schema.execution.documents import Documents
from schema.execution.runtime import GraphQLRequest
from service.database.connections import credentials, read_pool, tortoise_config
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.demo.people.identity_codes import artificial_identity_code
from service.graphql import build_answering
from service.settings import Settings
from tests.filling import AUTHOR, MOMENT
from tests.furnished import service_on, settings_on
from tests.scene import Scene, build_scene
from tests.selecting import CHANGES, PAGE_INFO, everything, plain_fields
from tests.test_permission_matrix import ROLES, batches, changeable
from tests.world import NOW

PAGE = 100
# What the policy asks of a row, and what stands beside it in a constraint: not hidden, but what hides.
DECIDING = frozenset(
    {
        "basis",
        "consent_given_on",
        "consent_valid_until",
        "consent_withdrawn_on",
        "visibility",
        "safety_restriction",
        "processing_restriction",
        "is_full_service",
        "goal_ids",
        "scopes",
        "jwks",
        "categories",
        "given_on",
        "valid_until",
        "withdrawn_at",
        "ends_at",
        "starts_at",
        "minutes",
    }
)
AT_MOST = 5  # rows of a type on which commands are tried
# Transitions whose guard may look at what the one who takes them cannot read, and why that is accepted.
TELLING = {
    # An author signs a draft under a processing restriction, which hides its text even from the author.
    ("coaching_note", "SIGN"),
}
ERRORS = "errors { code path message } changedMeanwhile"
TOLD = "allowed permission state rolesThatWouldDo rolesHeld scopeOpen restrictions"
MET = "mayCreate fields { name mayRead mayWrite } transitions { name offered reason }"
Cell = tuple[str, Any, Field]  # noun, row, field


@dataclass
class Side:
    """One of the two databases, with everything that answers from it."""

    answering: Answering
    context: TortoiseContext
    owner: "asyncpg.Connection[Any]"

    async def raw(self, viewer: Viewer, query: str, variables: Mapping[str, Any]) -> bytes:
        with self.context:
            return (await self.answering.answer(GraphQLRequest(query, variables, None, viewer, NOW))).body


@dataclass
class Pristine:
    """The database that both sides are copies of."""

    name: str
    scene: Scene
    settings: Settings
    postgres: EmbeddedPostgres
    documents: Documents
    plans: PlanCache

    @asynccontextmanager
    async def copy(self) -> AsyncIterator[Side]:
        name = f"test_{uuid4().hex}"
        url = self.postgres.create_database(name, self.name)
        async with AsyncExitStack() as stack:
            stack.callback(self.postgres.drop_database, name)
            context = TortoiseContext()
            stack.push_async_callback(context.close_connections)
            with context:
                await context.init(config=tortoise_config(url, 2))
            owner = await asyncpg.connect(**credentials(self.postgres.url(name, OWNER)))
            stack.push_async_callback(owner.close)
            pool = await stack.enter_async_context(read_pool(url, 2))
            answering = build_answering(self.settings, pool)
            # What was parsed and compiled depends on no database: sharing it halves the time.
            answering.documents, answering.plans = self.documents, self.plans
            yield Side(answering, context, owner)


@pytest.fixture(scope="module")
async def pristine(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Pristine]:
    state, name = tmp_path_factory.mktemp("state"), f"test_{uuid4().hex}"
    url = postgres.create_database(name, template)
    async with service_on(url, state) as service:
        scene = await build_scene(service)
        for noun, type_ in scene.content_types.items():
            await type_.model.all().update(revision=2)
            for row in scene.rows(noun):
                await _remember(type_, row, 1)
                await _remember(type_, row, 2)
    answering = scene.service.answering
    yield Pristine(name, scene, settings_on(url, state), postgres, answering.documents, PlanCache(10_000))
    postgres.drop_database(name)


async def _remember(type_: ContentType, row: Any, revision: int, but: frozenset[str] = frozenset()) -> None:
    """Write version and history as a change of every field would have, `but` some."""
    stored = {column: history_value(getattr(row, column)) for column in type_.model._meta.fields_db_projection}
    changes = {
        f.key: {"before": None, "after": None if f.sealed else history_value(getattr(row, f.name))}
        for f in list(type_.fields.values())[len(BASE_FIELDS) :]
        if f.key not in but and not f.sections
    }
    for field in (f for f in type_.fields.values() if f.sections):
        told = {f"{field.key}.{key}": value for key, value in getattr(row, field.name).items()}
        changes |= {name: {"before": None, "after": value} for name, value in told.items() if name not in but}
    about = {"noun": type_.noun, "object_id": row.pk, "revision": revision, "at": MOMENT}
    await Version.create(**about, stored=stored)
    await History.create(**about, actor=AUTHOR, actor_name="Author", action="UPDATE", changes=changes)


def hidden_cells(scene: Scene, viewer: Viewer) -> list[Cell]:
    """Return every value that the table keeps from a viewer: row by row, field by field."""
    found = []
    for noun, type_ in scene.content_types.items():
        served = [
            f for f in list(type_.fields.values())[len(BASE_FIELDS) :] if not f.target and f.column not in DECIDING
        ]
        for row in scene.rows(noun):
            is_seen = scene.sees(viewer, type_, row)
            for field in served:
                hidden = is_seen and field.sections and scene.hidden_keys(viewer, type_, row, field)
                if not is_seen or hidden or not scene.may(viewer, type_, row, field.read):
                    found.append((noun, row, field))
    return found


def other(value: Any, field: Field) -> Any:
    """Return another value of the same kind."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case datetime():
            return value + timedelta(hours=1)
        case date():
            return value + timedelta(days=1_000)  # past every other day of a unique one
        case str() if field.choices:
            return next(c for c in field.choices if c != value)
        case str():
            return f"zz{value[2:]}"
        case list() if field.embedded:
            return [{k: other(v, field) if k in ("name", "minutes") else v for k, v in i.items()} for i in value]
        case list():
            return [f"zz{v}" for v in value]
    return value


async def differ(side: Side, scene: Scene, viewer: Viewer, cells: list[Cell]) -> None:
    """Change the cells on one side, with whatever is kept of them elsewhere: order, index, search, version, history."""
    keyring, codes = scene.service.filler.keyring, set(scene.service.filler.codes)
    changed: dict[UUID, tuple[ContentType, list[Field]]] = {}
    for noun, row, field in cells:
        changed.setdefault(row.pk, (scene.content_types[noun], []))[1].append(field)
    with side.context:
        for log in ("history", "version"):
            await side.owner.execute(f"ALTER TABLE {log} DISABLE TRIGGER {log}_append_only")
        for pk, (type_, fields) in changed.items():
            row: Any = await type_.model.get(pk=pk)
            for field in fields:
                if field.sealed:
                    code = artificial_identity_code(Random(1), date(1991, 2, 3), codes)
                    place = Place(type_.kind.table, field.column, pk)
                    row.personal_identity_code, row.identity_index = (
                        seal(keyring, place, code),
                        blind_index(keyring, code),
                    )
                elif field.sections:
                    keys = scene.hidden_keys(viewer, type_, row, field)
                    answers = getattr(row, field.name)
                    setattr(row, field.name, {k: other(v, field) if k in keys else v for k, v in answers.items()})
                else:
                    setattr(row, field.name, other(getattr(row, field.name), field))
            if any(field.order_column for field in fields):
                row.sort_key = f"zz{row.sort_key}"
            await row.save()
            await index_search_text(type_, row, get_connection("default"))
            await _rewrite(side, type_, row, frozenset(hidden_names(scene, viewer, type_, row, fields)))


def hidden_names(scene: Scene, viewer: Viewer, type_: ContentType, row: Any, fields: list[Field]) -> Iterator[str]:
    """Yield the names under which history would keep the hidden changes."""
    for field in fields:
        keys = scene.hidden_keys(viewer, type_, row, field) if field.sections else ()
        yield from (f"{field.key}.{key}" for key in keys) if field.sections else (field.key,)


async def _rewrite(side: Side, type_: ContentType, row: Any, hidden: frozenset[str]) -> None:
    """Let the second revision hold the row as it is now, and its history not tell that anything hidden changed."""
    about = "object_id = $1 AND revision = 2"
    await side.owner.execute(f"DELETE FROM history WHERE {about}", row.pk)
    await side.owner.execute(f"DELETE FROM version WHERE {about}", row.pk)
    await _remember(type_, row, 2, hidden)


@dataclass
class Pair:
    """Two databases that differ in what one viewer may not read, and that viewer."""

    left: Side
    right: Side
    scene: Scene
    viewer: Viewer
    cells: list[Cell]

    async def check(self, what: str, query: str, variables: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the answer that both sides give."""
        one = await self.left.raw(self.viewer, query, variables or {})
        two = await self.right.raw(self.viewer, query, variables or {})
        assert one == two, f"{self.viewer.name} learns from {what}: {difference(orjson.loads(one), orjson.loads(two))}"
        return dict(orjson.loads(one))

    async def check_each(self, what: str, roots: list[str], declared: str, variables: Mapping[str, Any]) -> None:
        """Ask several roots at once; where one is refused, each by itself."""
        for some in batches(roots):
            named = " ".join(f"r{n}: {root}" for n, root in enumerate(some))
            if "errors" in await self.check(what, f"query Q{declared} {{ {named} }}", variables):
                for root in some:
                    await self.check(f"{what}: {root}", f"query Q{declared} {{ {root} }}", variables)


def difference(one: Any, two: Any, path: str = "") -> list[str]:
    """Return where two answers differ, and how."""
    if isinstance(one, dict) and isinstance(two, dict) and one.keys() == two.keys():
        return [d for k in one for d in difference(one[k], two[k], f"{path}.{k}")][:5]
    if isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        return [d for n, pair in enumerate(zip(one, two, strict=True)) for d in difference(*pair, f"{path}.{n}")][:5]
    return [] if one == two else [f"{path}: {one!r} ≠ {two!r}"]


@pytest.fixture(scope="module", params=ROLES)
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
            f"{noun} ordered", [f"{type_.plural}(first: 7, orderBy: {o}) {{ {short} }}" for o in orders], "", {}
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
            roots, declared, variables = [], {}, {}
            for value in dict.fromkeys((getattr(row, field.name), other(getattr(row, field.name), field))):
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
            if changeable(type_):
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
    this, fields = {"id": pair.scene.public(type_.noun, row), "revision": 2}, changeable(type_)
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
