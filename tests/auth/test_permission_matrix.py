"""
Type × state × role × field, read and write: what GraphQL answers is what the workflow's table says.

Rows of three clients: one free, one under a safety restriction, one under a processing restriction. New content types,
states, roles and fields are met by themselves.
"""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest
from graphql import GraphQLSchema

from auth.held_roles import unit_groups
from auth.viewer import Viewer
from resolvers.declaration import ContentType, Field
from service.database.embedded_postgres import EmbeddedPostgres
from tests.support.queries.selections import plain_fields, sample_input, updatable_fields
from tests.support.rows.every_state import ASKED_AS, EveryState, batches, build_every_state
from tests.support.rows.fillable_service import service_on_new_database
from workflow.language import Transition
from workflow.roles import AccountKind
from workflow.vocabulary import AUDIT, MOVE

WORKING_DAY = (
    "referral",
    "proposal",
    "programme",
    "contract",
    "attendance",
    "attendance_month",
    "report",
    "coaching_note",
)
WHY_REFUSED = {"WRONG_ROLE", "WRONG_STATE", "FORBIDDEN", "PROCESSING_RESTRICTION"}


@pytest.fixture(scope="module")
async def scene(
    postgres: EmbeddedPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[EveryState]:
    async with service_on_new_database(postgres, template, tmp_path_factory.mktemp("state")) as service:
        yield await build_every_state(service)


def selection(schema: GraphQLSchema, type_: ContentType) -> str:
    """Return every field of a type, those that lead elsewhere as small as can be."""
    below = {r.key: "{ totalCount }" if r.many else "{ __typename }" for r in type_.relations.values()}
    related = " ".join(f"{key} {inner}" for key, inner in below.items())
    return f"{plain_fields(schema, type_)} {related} history {{ revision }}"


def hidden(scene: EveryState, viewer: Viewer, type_: ContentType, row: Any) -> set[str]:
    """Return the fields that the table keeps from a viewer."""
    found = {key for key, f in type_.keys.items() if not scene.may(viewer, type_, row, f.read)}
    for field in (f for f in type_.fields.values() if f.sections):
        covered = {key for section in getattr(row, str(field.sections)) for key in section["keys"]}
        found |= {f"{field.key}.{key}" for key in scene.hidden_keys(viewer, type_, row, field) & covered}
    return found


async def test_every_role_has_a_viewer(scene: EveryState) -> None:
    assert set(ASKED_AS) == set(scene.people)


@pytest.mark.parametrize("who", ASKED_AS)
async def test_a_list_holds_what_the_table_lets_the_role_see(scene: EveryState, who: str) -> None:
    viewer = scene.people[who]
    answered: dict[str, Any] = {}
    for types in batches(list(scene.content_types.values())):
        query = " ".join(f"{type_.plural}(first: 200) {{ totalCount nodes {{ id state }} }}" for type_ in types)
        answer = await scene.service.ask(viewer, f"{{ {query} }}")
        assert "errors" not in answer
        answered |= answer["data"]
    for noun, type_ in scene.content_types.items():
        expected = {scene.public(noun, r) for r in scene.rows(noun) if scene.sees(viewer, type_, r)}
        shown = answered[type_.plural]
        assert {node["id"] for node in shown["nodes"]} == expected, noun
        assert shown["totalCount"] == len(expected) == len(shown["nodes"]), noun


@pytest.mark.parametrize("who", ASKED_AS)
async def test_each_field_is_shown_or_hidden_as_the_table_says(scene: EveryState, who: str) -> None:
    viewer, schema = scene.people[who], scene.service.answering.schema
    for noun, type_ in scene.content_types.items():
        rows = scene.rows(noun)
        query = (
            f"query R($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on {type_.name} {{ {selection(schema, type_)} }} }} }}"
        )
        answer = await scene.service.ask(viewer, query, {"ids": [scene.public(noun, r) for r in rows]})
        assert "errors" not in answer
        told = {tuple(r["path"]): r["permission"] for r in answer.get("extensions", {}).get("redacted", [])}
        for row, node in zip(rows, answer["data"]["nodes"], strict=True):
            where = (who, noun, row.state, scene.restriction.get(row.pk))
            assert (node is not None) == scene.sees(viewer, type_, row), where
            if node is not None:
                _check_object(scene, viewer, type_, row, node, told, where)


def _check_object(
    scene: EveryState,
    viewer: Viewer,
    type_: ContentType,
    row: Any,
    node: dict[str, Any],
    told: dict[Any, str],
    where: Any,
) -> None:
    kept = hidden(scene, viewer, type_, row)
    assert set(node["redacted"]) == kept, where
    assert (node["history"] is not None) == scene.may(viewer, type_, row, AUDIT), where
    for key, field in type_.keys.items():
        if key not in node:
            continue  # the column of a reference, which stands in filters and inputs only
        if key in kept:
            assert node[key] is None, (*where, key)
            assert told["nodes", key] == field.read.name, (*where, key)
        elif isinstance(field, Field) and field.sections:
            assert set(node[key]) == set(getattr(row, key)) - scene.hidden_keys(viewer, type_, row, field), (
                *where,
                key,
            )
        elif isinstance(field, Field):
            assert (node[key] is None) == (getattr(row, field.name) is None), (*where, key)
        elif field.many:
            assert node[key] is not None, (*where, key)


async def mutated(scene: EveryState, viewer: Viewer, name: str, inputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the payloads of one mutation with each of the inputs."""
    kind = f"{name[0].upper()}{name[1:]}Input!"
    declared = ", ".join(f"$i{n}: {kind}" for n in range(len(inputs)))
    parts = " ".join(f"m{n}: {name}(input: $i{n}) {{ errors {{ code path }} }}" for n in range(len(inputs)))
    variables = {f"i{n}": given for n, given in enumerate(inputs)}
    answer = await scene.service.ask(viewer, f"mutation M({declared}) {{ {parts} }}", variables)
    assert "errors" not in answer, answer["errors"]
    return [answer["data"][f"m{n}"] for n in range(len(inputs))]


@pytest.mark.parametrize("who", ASKED_AS)
async def test_a_write_is_refused_naming_exactly_the_fields_that_the_table_forbids(scene: EveryState, who: str) -> None:
    viewer = scene.people[who]
    for noun, type_ in scene.content_types.items():
        fields = updatable_fields(type_)
        for rows in batches(scene.rows(noun) if fields else []):
            revisions = await scene.service.pool.fetch(f"SELECT id, revision FROM {type_.kind.table}")
            now = {UUID(str(r["id"])): r["revision"] for r in revisions}
            nothing = dict.fromkeys(f.key for f in fields)
            inputs = [{"id": scene.public(noun, r), "revision": now[r.pk], **nothing} for r in rows]
            for row, payload in zip(rows, await mutated(scene, viewer, f"update{type_.name}", inputs), strict=True):
                where = (who, noun, row.state, scene.restriction.get(row.pk))
                refused = {(e["code"], *e["path"]) for e in payload["errors"]}
                if not scene.sees(viewer, type_, row):
                    assert refused == {("NOT_FOUND", "id")}, where
                    continue
                forbidden = {f.key for f in fields if not scene.may(viewer, type_, row, f.write)}
                assert {r[1] for r in refused if r[0] == "FORBIDDEN_FIELD"} == forbidden, where
                assert not forbidden or {r[0] for r in refused} == {"FORBIDDEN_FIELD"}, where


@pytest.mark.parametrize("who", ASKED_AS)
async def test_a_transition_is_offered_as_the_table_says(scene: EveryState, who: str) -> None:
    viewer = scene.people[who]
    for noun, type_ in scene.content_types.items():
        steps = type_.kind.workflow.transitions
        for rows in batches([r for r in scene.rows(noun) if scene.sees(viewer, type_, r)] if steps else []):
            asked = " ".join(
                f'c{n}: contentType(name: "{type_.name}", id: "{scene.public(noun, r)}") {{ transitions {{'
                " name offered reason } }"
                for n, r in enumerate(rows)
            )
            answer = await scene.service.ask(viewer, f"{{ {asked} }}")
            for n, row in enumerate(rows):
                state = (await type_.model.get(pk=row.pk)).state  # type: ignore[attr-defined] # content
                held = scene.roles(viewer, type_, row)
                assert answer["data"][f"c{n}"], (noun, answer.get("errors"))
                for told in answer["data"][f"c{n}"]["transitions"]:
                    step = steps[told["name"]]
                    reason = "WRONG_ROLE" if not held & step.who else None if state in step.source else "WRONG_STATE"
                    if held & step.who and not scene.moves(viewer, type_, row):
                        reason = "PROCESSING_RESTRICTION" if scene.opens(viewer, noun, MOVE) else "FORBIDDEN"
                    where = (who, noun, state, told)
                    assert told["offered"] == (told["reason"] is None), where
                    if reason is None:  # only a guard may refuse it then
                        assert told["reason"] not in {"WRONG_ROLE", "WRONG_STATE", "FORBIDDEN"}, where
                    else:
                        assert told["reason"] == reason, where


@pytest.mark.parametrize("who", ASKED_AS)
async def test_who_may_not_add_a_type_is_refused_before_anything_is_looked_at(scene: EveryState, who: str) -> None:
    viewer, schema = scene.people[who], scene.service.answering.schema
    # A coach of a unit is a colleague there; whoever makes something of the own is its author.
    held = {*viewer.everywhere, *unit_groups(viewer), "member", "author"}
    held |= {"employee"} if viewer.kind is AccountKind.STAFF and "support" not in held else set()
    for type_ in (t for t in scene.content_types.values() if t.kind.workflow.add):
        given = sample_input(schema.get_type(f"Create{type_.name}Input"))
        before = await type_.model.all().count()
        [payload] = await mutated(scene, viewer, f"create{type_.name}", [given])
        codes = {e["code"] for e in payload["errors"]}
        expected = bool(held & {str(role) for role in type_.kind.workflow.add})
        if viewer.scopes is not None:
            expected = expected and type_.noun in {"referral", "agency", "official", "form_answer", "proposal"}
        # A coach enters what came on paper from the own caseload, a keeper invites people of the own agency:
        # this input names neither.
        expected = expected and (type_.noun, who) not in {("data_request", "coach"), ("invitation", "keeper")}
        # A guardian asks for somebody who is represented, whom this input does not name.
        expected = expected and not (type_.noun == "data_request" and viewer.kind is AccountKind.GUARDIAN)
        # A rule without a unit is for the whole house, which nobody of a unit may give.
        is_of_unit = (type_.noun, who) == ("event_rule", "supervisor")
        expected = expected and not is_of_unit
        assert ("FORBIDDEN" in codes) <= (not expected), (who, type_.noun, codes)
        assert expected or codes == {"UNIT_REQUIRED" if is_of_unit else "FORBIDDEN"}, (who, type_.noun, codes)
        assert expected or await type_.model.all().count() == before


def forbidden_steps(scene: EveryState, viewer: Viewer, type_: ContentType, row: Any) -> list[str]:
    """Return the transitions that the workflow's table keeps from a viewer on a row, or from everybody in its state."""

    def is_open(step: Transition) -> bool:
        return bool(scene.roles(viewer, type_, row) & step.who) and row.state in step.source

    may_move = scene.sees(viewer, type_, row) and scene.moves(viewer, type_, row)
    return [name for name, step in type_.kind.workflow.transitions.items() if not (may_move and is_open(step))]


async def stored(scene: EveryState, type_: ContentType) -> list[str]:
    """Return all rows of a type as they are, and how much history there is."""
    rows = await scene.service.pool.fetch(f"SELECT to_jsonb(t)::text AS row FROM {type_.kind.table} t ORDER BY id")
    count = await scene.service.pool.fetchval("SELECT count(*) FROM history")
    return [*(row["row"] for row in rows), str(count)]


@pytest.mark.parametrize("noun", WORKING_DAY)
async def test_a_refused_transition_changes_nothing_and_says_why(scene: EveryState, noun: str) -> None:
    type_ = scene.content_types[noun]
    before, tried = await stored(scene, type_), 0
    revisions = {
        UUID(str(r["id"])): r["revision"]
        for r in await scene.service.pool.fetch(f"SELECT id, revision FROM {type_.kind.table}")
    }
    for who in ASKED_AS:
        viewer = scene.people[who]
        for row in scene.rows(noun):
            seen = scene.sees(viewer, type_, row)
            for steps in batches(forbidden_steps(scene, viewer, type_, row)):
                parts = " ".join(
                    f"t{n}: transition{type_.name}(input: $i{n}) {{ errors {{ code path }} }}"
                    for n in range(len(steps))
                )
                declared = ", ".join(f"$i{n}: Transition{type_.name}Input!" for n in range(len(steps)))
                given = {"id": scene.public(noun, row), "revision": revisions[row.pk]}
                variables = {f"i{n}": given | {"transition": name} for n, name in enumerate(steps)}
                answer = await scene.service.ask(viewer, f"mutation M({declared}) {{ {parts} }}", variables)
                for n, name in enumerate(steps):
                    codes = {error["code"] for error in answer["data"][f"t{n}"]["errors"]}
                    assert codes == {"NOT_FOUND"} if not seen else codes and codes <= WHY_REFUSED, (
                        who,
                        row.state,
                        name,
                        codes,
                    )
                    tried += 1
    assert tried > len(ASKED_AS)
    assert await stored(scene, type_) == before


@pytest.mark.parametrize("noun", WORKING_DAY)
async def test_a_trial_of_many_tells_of_each_what_a_single_command_would(scene: EveryState, noun: str) -> None:
    type_, refused, allowed = scene.content_types[noun], 0, 0
    command, rows = f"transitionMany{type_.plural[0].upper()}{type_.plural[1:]}", scene.rows(noun)
    text = f"""mutation M($input: {command[0].upper()}{command[1:]}Input!) {{ done: {command}(input: $input) {{
      possible refused {{ id errors {{ code }} }} errors {{ code }} }} }}"""
    stored_rows = await scene.service.pool.fetch(f"SELECT id, revision FROM {type_.kind.table}")
    revisions = {UUID(str(r["id"])): r["revision"] for r in stored_rows}
    objects = [{"id": scene.public(noun, row), "revision": revisions[row.pk]} for row in rows]
    before, steps = await stored(scene, type_), list(type_.kind.workflow.transitions)
    for number, who in enumerate(ASKED_AS):  # another step for each: the table above has tried them all singly
        viewer, name = scene.people[who], steps[number % len(steps)]
        given = {"objects": objects, "transition": name, "comment": "because", "dryRun": True}
        done = (await scene.service.ask(viewer, text, {"input": given}))["data"]["done"]
        told = {one["id"]: {error["code"] for error in one["errors"]} for one in done["refused"]}
        assert done["errors"] == []
        assert set(told) | set(done["possible"]) == {one["id"] for one in objects}
        for row in rows:
            codes, where = told.get(scene.public(noun, row), set()), (who, row.state, name)
            if not scene.sees(viewer, type_, row):
                assert codes == {"NOT_FOUND"}, where
            elif name in forbidden_steps(scene, viewer, type_, row):
                assert codes, where
                assert codes <= WHY_REFUSED, (*where, codes)
                refused += 1
            else:
                assert not codes & (WHY_REFUSED | {"NOT_FOUND"}), (*where, codes)
                allowed += 1
    assert refused
    assert allowed
    assert await stored(scene, type_) == before
