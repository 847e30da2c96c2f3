"""The committed build of the pages: it is of the sources beside it, and Node makes the very same bytes of them."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from graphql import parse, validate

from schema.execution.documents import document_digest
from service.development.pages_build import BUILD, SOURCES, sources_digest, stale_build
from service.resources import schema_and_content_types
from service.trusted_documents import trusted_documents


def run(folder: Path, *command: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_build_is_of_the_sources_beside_it() -> None:
    assert stale_build() == ""
    assert len(sources_digest()) == 64


def test_every_document_of_the_pages_is_valid_and_its_operation_is_named_in_the_log() -> None:
    schema, shipped = schema_and_content_types()[0]._schema, trusted_documents().texts
    rooms = json.loads((BUILD / "documents.json").read_text("utf-8"))
    documents = {name: text for documents in rooms.values() for name, text in documents.items()}

    assert len(documents) > 20
    for name, text in documents.items():
        assert validate(schema, parse(text)) == [], name
        assert document_digest(text) in shipped, name


@pytest.mark.pages_build
def test_node_makes_the_same_bytes_of_the_sources(tmp_path: Path) -> None:
    copy = tmp_path / "web" / "app"
    shutil.copytree(SOURCES, copy, ignore=shutil.ignore_patterns("node_modules"))
    (copy / "node_modules").symlink_to(SOURCES / "node_modules")
    (tmp_path / "web" / "examples").symlink_to(SOURCES.parent / "examples")
    (tmp_path / "schema.graphql").symlink_to(SOURCES.parent.parent / "schema.graphql")

    run(copy, "npm", "run", "--silent", "build")

    made = tmp_path / "web" / "static" / "app"
    files = sorted(path.name for path in BUILD.iterdir())
    assert sorted(path.name for path in made.iterdir()) == files
    assert [name for name in files if (made / name).read_bytes() != (BUILD / name).read_bytes()] == []
