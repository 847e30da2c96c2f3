"""The figures in docs/bench.md: each kind of run has a block there, which `--write` replaces."""

import re
from collections.abc import Sequence
from pathlib import Path

from bench.results.tables import Table
from service.settings import ROOT

DOCUMENT = ROOT / "docs" / "bench.md"
PICTURES = ROOT / "docs" / "pictures"


class NoSuchBlock(LookupError):
    """The document has no block of this name."""

    code = "NO_SUCH_BLOCK"


def with_block(text: str, block: str, content: str) -> str:
    """
    Return a document whose block is replaced; `<!-- block -->` and `<!-- /block -->` enclose it, each on a line.

    :raises NoSuchBlock: when the document does not have it exactly once
    """
    found = re.compile(rf"(?s)^<!-- {re.escape(block)} -->\n.*?^<!-- /{re.escape(block)} -->$", re.MULTILINE)
    replaced, times = found.subn(lambda _: f"<!-- {block} -->\n{content}\n<!-- /{block} -->", text)
    if times != 1:
        raise NoSuchBlock(f"<!-- {block} --> and <!-- /{block} --> must stand in the document once")
    return replaced


def write(block: str, command: str, tables: Sequence[Table], path: Path = DOCUMENT) -> None:
    """Write the tables of a run, and the command that repeats it, into their block of the document."""
    content = f"Written by `{command}`.\n\n" + "\n".join(table.markdown() for table in tables)
    path.write_text(with_block(path.read_text("utf-8"), block, content), "utf-8")
