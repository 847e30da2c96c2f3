"""Checks of the documents: their links lead to files of the repository, and they describe the scheduled jobs."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

MARKDOWN_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")

SCHEDULED_JOB = re.compile(r"^\| `(\w+)` \| (\d+) (s|min|h|d)\b[^|]*\| [^|\n]+ \|$", re.MULTILINE)
UNITS = {"s": 1, "min": 60, "h": 3_600, "d": 86_400}


def documented_jobs(text: str) -> dict[str, timedelta]:
    """Return the scheduled jobs of a document's table with their intervals: a line has `name`, interval and purpose."""
    return {name: timedelta(seconds=int(count) * UNITS[unit]) for name, count, unit in SCHEDULED_JOB.findall(text)}


def dead_links(root: Path) -> list[str]:
    """Return `document: target` for every relative link of the Markdown files without an existing target, in order."""
    return [
        f"{document.relative_to(root)}: {target}"
        for document in documents(root)
        for target in MARKDOWN_LINK.findall(document.read_text("utf-8"))
        if not (document.parent / target).exists()
    ]


def documents(root: Path) -> Iterator[Path]:
    """Yield the Markdown files of the repository's top level and of docs/, in order; none of an installed package."""
    yield from sorted(root.glob("*.md"))
    yield from sorted(path for path in (root / "docs").rglob("*.md") if "node_modules" not in path.parts)
