"""What a machine can check in the documents: that their links lead to files of the repository."""

import re
from collections.abc import Iterator
from pathlib import Path

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def dead_links(root: Path) -> list[str]:
    """Return `document: target` for every relative link of the Markdown files that leads nowhere, in order."""
    return [
        f"{document.relative_to(root)}: {target}"
        for document in documents(root)
        for target in LINK.findall(document.read_text("utf-8"))
        if not (document.parent / target).exists()
    ]


def documents(root: Path) -> Iterator[Path]:
    """Yield the Markdown files of the repository's top level and of docs/, in order."""
    yield from sorted(root.glob("*.md"))
    yield from sorted((root / "docs").rglob("*.md"))
