"""Tables that may be longer than a print can hold: the newest lines are printed, and the reader is told."""

from collections.abc import Iterator, Sequence
from typing import Any

from resolvers.catalogues import translated
from resolvers.printing.document import paragraph, table

MOST_ROWS = 1_500  # a table of them takes 100 MB to set, and a package has four such tables at most


def long_table(heads: Sequence[str], rows: Sequence[Sequence[str]], language: str) -> Iterator[dict[str, Any]]:
    """Yield a table of the last rows, which are the newest; before it a sentence where it lacks some."""
    if len(rows) > MOST_ROWS:
        yield paragraph(
            translated(
                "The newest %(most)s of %(all)s lines are printed here. The file in JSON form has all of them; ask for "
                "it.",
                language,
                most=MOST_ROWS,
                all=len(rows),
            )
        )
    yield table(heads, rows[-MOST_ROWS:])
