"""Whoever calls the API is not surprised: what breaks a caller since the last release is listed, with its reason."""

import asyncio
import json
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

from service.settings import ROOT

FOLDER = ROOT / "tests/support/npm/schema_changes"
RELEASED = FOLDER / "released.graphql"
LISTED = ROOT / "docs/schema-changes.toml"


async def breaking_changes(before: Path, after: Path) -> list[dict[str, str]]:
    """Return the breaking changes between two schemas, as graphql-inspector finds them."""
    pipe = asyncio.subprocess.PIPE
    node = await asyncio.create_subprocess_exec(
        "node", "changes.mjs", str(before), str(after), stdout=pipe, stderr=pipe, cwd=FOLDER
    )
    out, said = await node.communicate()
    assert node.returncode == 0, said.decode()
    return list(json.loads(out))


def listed_changes() -> list[dict[str, Any]]:
    """Return the listed changes: type, path with `*`, and reason."""
    return list(tomllib.loads(LISTED.read_text("utf-8")).get("change", []))


def is_of(change: dict[str, str], entry: dict[str, Any]) -> bool:
    return change["type"] == entry["type"] and fnmatchcase(change["path"], entry["path"])


@pytest.mark.npm_provider
async def test_no_change_breaks_a_caller_unless_it_is_listed_with_its_reason() -> None:
    changes = await breaking_changes(RELEASED, ROOT / "schema.graphql")
    listed = listed_changes()

    unlisted = [c["message"] for c in changes if not any(is_of(c, entry) for entry in listed)]
    outdated = [entry["path"] for entry in listed if not any(is_of(c, entry) for c in changes)]
    assert unlisted == [], (
        "keep the old name beside the new one, @deprecated, or list the change in docs/schema-changes.toml"
    )
    assert outdated == [], "nothing changed there since the release: take the entry away"


@pytest.mark.npm_provider
@pytest.mark.parametrize(
    ("before", "after", "types"),
    [
        ("type Query { a: Int b: Int }", "type Query { a: Int }", ["FIELD_REMOVED"]),
        ('type Query { a: Int b: Int @deprecated(reason: "a") }', "type Query { a: Int }", []),
        ("type Query { a: Int }", "type Query { a: Int b: Int }", []),
        ("type Query { a: Int! }", "type Query { a: Int }", ["FIELD_TYPE_CHANGED"]),
        ("type Query { a: E } enum E { X Y }", "type Query { a: E } enum E { X }", ["ENUM_VALUE_REMOVED"]),
        ("type Query { a(b: Int): Int }", "type Query { a(b: Int!): Int }", ["FIELD_ARGUMENT_TYPE_CHANGED"]),
    ],
)
async def test_what_breaks_a_caller_is_found_and_what_was_deprecated_may_go(
    before: str, after: str, types: list[str], tmp_path: Path
) -> None:
    (tmp_path / "before.graphql").write_text(before)
    (tmp_path / "after.graphql").write_text(after)

    changes = await breaking_changes(tmp_path / "before.graphql", tmp_path / "after.graphql")

    assert [change["type"] for change in changes] == types


def test_every_listed_change_has_a_reason_in_a_sentence() -> None:
    assert [entry["path"] for entry in listed_changes() if not entry["reason"].strip().endswith(".")] == []
    assert RELEASED.read_text("utf-8").startswith('"""')
