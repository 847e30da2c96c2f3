"""Tables, for the eye at a terminal and as Markdown anywhere else."""

from collections.abc import Sequence
from dataclasses import dataclass

import rich.table
from rich.console import Console
from rich.markup import escape

MISSED = "**"  # in Markdown it emphasises a number that missed its target


@dataclass(frozen=True)
class Table:
    """A title, the heads of the columns, and rows of as many cells."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]

    def markdown(self) -> str:
        """Return the table in Markdown, under its title."""
        lines = [self.heads, ["---", *("---:" for _ in self.heads[1:])], *self.rows]
        return f"**{self.title}**\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def show(console: Console, table: Table) -> None:
    """Print a table; at a terminal, a row that missed a target is red."""
    if not console.is_terminal:
        console.print(table.markdown(), markup=False, highlight=False, soft_wrap=True)
        return
    drawn = rich.table.Table(title=table.title, title_justify="left")
    for place, head in enumerate(table.heads):
        drawn.add_column(head, justify="right" if place else "left")
    for row in table.rows:
        cells = [escape(cell.replace("*", "")) for cell in row]
        drawn.add_row(*cells, style="red" if any(MISSED in cell for cell in row) else None)
    console.print(drawn)
