"""docs/README.md leads to every document, and to every decision by its title."""

import re
from collections.abc import Iterable
from pathlib import Path

from service.development.documents import MARKDOWN_LINK, documents
from service.settings import ROOT

DOCS = ROOT / "docs"
INDEX = DOCS / "README.md"
RECORD = re.compile(r"# (\d{4})(?: ·)? (.+)")
READERS = (
    "Whoever runs the service",
    "Whoever builds on the API",
    "The privacy officer",
    "Coaches, supervisors and the rest of the staff",
    "The engineer",
)


def decision_row(path: Path, text: str) -> str:
    """Return the row of a decision in the index: its number, and its title as a link."""
    heading = RECORD.match(text)
    assert heading, f"{path.name} begins with `# NNNN · Title`"
    return f"| {heading[1]} | [{heading[2]}](decisions/{path.name}) |"


def unlinked(index: str, documents: Iterable[str]) -> list[str]:
    """Return the documents, named from docs/ on, to which no link of the index leads."""
    return sorted(set(documents) - set(MARKDOWN_LINK.findall(index)))


def test_every_document_is_in_the_index_for_some_reader() -> None:
    documents = [path.name for path in DOCS.glob("*.md") if path != INDEX]

    assert unlinked(INDEX.read_text("utf-8"), documents) == [], "link it in docs/README.md under whoever needs it"


def test_every_decision_is_in_the_index_by_its_title_and_in_the_order_of_numbers() -> None:
    wanted = [decision_row(path, path.read_text("utf-8")) for path in sorted((DOCS / "decisions").glob("*.md"))]
    there = [line for line in INDEX.read_text("utf-8").splitlines() if "](decisions/" in line]

    assert there == wanted, "the rows of docs/README.md under Decisions are these"


def test_no_other_folder_of_documents_is_left_out_of_the_index() -> None:
    folders = {path.parent.relative_to(DOCS).as_posix() for path in documents(ROOT) if path.is_relative_to(DOCS)}

    assert folders == {".", "decisions", "statement", "ohje", "news"}, (
        "a new folder of documents needs its section in docs/README.md, and its test"
    )


def test_the_index_speaks_to_each_of_its_readers() -> None:
    headings = re.findall(r"^## (.+)$", INDEX.read_text("utf-8"), re.MULTILINE)

    assert headings == [*READERS, "Decisions"]


def test_a_document_without_a_link_and_a_decision_of_another_title_are_noticed() -> None:
    index = "| a | [tour.md](tour.md) |\n| 0001 | [Old title](decisions/0001-x.md) |\n"

    assert unlinked(index, ["tour.md", "log.md"]) == ["log.md"]
    assert decision_row(Path("0001-x.md"), "# 0001 New title\n") not in index
    assert decision_row(Path("0001-x.md"), "# 0001 · Old title\n") in index
