"""The demo tells one story: a mail address fits its name, a history is in order, and every code has a title."""

import json
import re
from collections import defaultdict
from datetime import date, datetime
from typing import Any

import pytest

from models.ordering import unaccented
from resolvers.declaration import ContentType, ContentTypes, Field
from resolvers.publishing.named_values import titles_by_name
from service.demo.trail import UNOFFERED_TRANSITIONS, steps_between
from service.resources import schema_and_content_types
from workflow.published import superseded_states

TYPES: ContentTypes = schema_and_content_types()[1]
EACH_TYPE = pytest.mark.parametrize("type_", TYPES.values(), ids=lambda type_: type_.name)
CODE = re.compile(r"[A-Z]{2,}(?:_[A-Z]+)*|[a-z]+(?:[_.:][a-z_]+)+|[a-z]+[A-Z]\w+|[a-z]{2}|\d{3}")
# Codes that people who look after codes must see, and words, hosts and keys that only look like codes.
# Of a refused line the words stand beside the code.
SHOWN_AS_CODES = {"Term.token", "ServiceType.code", "SavedView.orderBy", "ImportRefusal.code"}
LIKE_CODES = {"Term.titleSv", "Term.titleEn", "Destination.host", "LogCheckpoint.publicKey"}


@pytest.mark.parametrize("noun", [n for n, t in TYPES.items() if {"email", "last_name"} <= t.fields.keys()])
async def test_a_mail_address_is_that_of_the_name(connection: Any, noun: str) -> None:
    first = next(n for n in ("call_name", "first_names", "first_name") if n in TYPES[noun].fields)
    rows = await connection.fetch(
        f"SELECT {first}, last_name, email FROM {TYPES[noun].kind.table} WHERE email IS NOT NULL AND last_name <> ''"
    )
    foreign = [tuple(row) for row in rows if not fits(row["email"], row[first], row["last_name"])]

    assert rows
    assert foreign == []


def fits(email: str, first: str, last: str) -> bool:
    given, family, *_ = email.partition("@")[0].split(".")
    return family == unaccented(last) and given in unaccented(first).split()


async def test_the_steps_of_every_history_follow_each_other_as_the_workflow_has_them(connection: Any) -> None:
    wrong: defaultdict[tuple[str, str, str | None], int] = defaultdict(int)
    state: dict[Any, str] = {}
    when: dict[Any, datetime] = {}
    for row in await connection.fetch("SELECT noun, object_id, at, action, changes FROM history ORDER BY revision, id"):
        who, changes = row["object_id"], json.loads(row["changes"]).get("state", {})
        before, after = changes.get("before"), changes.get("after")
        is_first = row["action"] == "CREATE"
        if not is_first and (row["at"] < when[who] or (after and before != state.get(who, before))):
            wrong[row["noun"], row["action"], before] += 1
        if after and not is_first and not leads(TYPES[row["noun"]], row["action"], before, after):
            wrong[row["noun"], row["action"], before] += 1
        when[who] = row["at"]
        if after:
            state[who] = after

    assert len(when) > 1_000
    assert dict(wrong) == {}


def leads(type_: ContentType, action: str, before: str, after: str) -> bool:
    """Return whether a step of the workflow, or of another object, leads from one state to the other."""
    workflow = type_.kind.workflow
    if action in workflow.transitions and before in workflow.transitions[action].source:
        return workflow.transitions[action].target == after or action == "PUBLISH"
    is_replaced = action == "SUPERSEDE" and after in superseded_states(workflow)
    return is_replaced or UNOFFERED_TRANSITIONS.get((type_.noun, after)) == (before, action)


@EACH_TYPE
async def test_the_last_step_is_that_to_the_present_state(connection: Any, type_: ContentType) -> None:
    other = await connection.fetchval(
        f"SELECT count(*) FROM {type_.kind.table} t JOIN history h ON h.object_id = t.id AND h.revision = t.revision"
        " WHERE h.changes->'state'->>'after' <> t.state"
    )

    assert other == 0


@EACH_TYPE
async def test_nothing_tells_of_a_state_that_was_never_reached(connection: Any, type_: ContentType) -> None:
    workflow = type_.kind.workflow
    for state in workflow.states.keys() - {workflow.initial}:
        for column in {f"{state.lower()}_at", f"{state.lower()}_on"} & type_.fields.keys():
            told = await connection.fetch(
                f"SELECT t.state, t.created_at, t.{column} AS moment, t.revision, array_agg(h.at) AS reached"
                f" FROM {type_.kind.table} t LEFT JOIN history h ON h.object_id = t.id"
                f" AND h.changes->'state'->>'after' = $1 WHERE t.{column} IS NOT NULL GROUP BY t.id",
                state,
            )
            for row in told:  # a day may be older than its record
                assert column.endswith("_on") or row["created_at"] <= row["moment"], (column, row["state"])
                if row["revision"] == 1:  # a row without steps looks as if it was made in its state
                    is_past = steps_between(workflow, state, row["state"]) is not None
                    assert is_past or row["state"] in workflow.by_service, (column, row["state"])
                else:
                    assert day(row["moment"]) in {day(at) for at in row["reached"] if at}, (column, row["state"])


def day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


@EACH_TYPE
async def test_every_code_has_a_title(connection: Any, type_: ContentType) -> None:
    untitled = {}
    for field in type_.fields.values():
        if field.choices or field.target or field.sealed or field.name == "state" or field.value.name == "JSON":
            continue
        if field.value.sql in ("text", "text[]"):
            stored = await values_of(connection, type_, field)
            untitled[f"{type_.name}.{field.key}"] = stored - await titled(connection, field)

    wrong = {
        where: sorted(values)[:5]
        for where, values in untitled.items()
        if values and where not in SHOWN_AS_CODES | LIKE_CODES
    }
    assert wrong == {}, "declare its vocabulary, or with `names` of what it is the name"


async def values_of(connection: Any, type_: ContentType, field: Field) -> set[str]:
    """Return what stands in a field: all of it where it is a code by declaration, else what looks like one."""
    each = f"unnest({field.column})" if field.value.sql == "text[]" else field.column
    there = f"{type_.kind.table} WHERE {field.column} IS NOT NULL"
    rows = await connection.fetch(f"SELECT DISTINCT {each} AS v FROM {there}")
    is_code = bool(field.vocabulary or field.names)
    return {row["v"] for row in rows if is_code or CODE.fullmatch(row["v"])}


async def titled(connection: Any, field: Field) -> set[str]:
    """Return the codes that have a title where the pages show the field."""
    if field.vocabulary and not field.names:
        rows = await connection.fetch("SELECT token FROM term WHERE vocabulary = $1", field.vocabulary)
        return {row["token"] for row in rows}
    if not field.names:
        return set()
    stored = await connection.fetch("SELECT code AS token FROM service_type UNION SELECT token FROM term")
    return {*titles_by_name(field.names, TYPES)} or {row["token"] for row in stored}


async def test_most_running_programmes_were_reviewed_in_time_and_a_handful_was_not(connection: Any) -> None:
    due = "coalesce(p.next_review_on, (p.starts_on + interval '3 months')::date)"
    overdue, running = await connection.fetchrow(
        f"SELECT count(*) FILTER (WHERE {due} < now()::date), count(*) FROM programme p WHERE p.state = 'ACTIVE'"
    )

    assert 0 < overdue <= running // 10
