"""The terminal output during and after an import."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from service.importing.order import ImportOutcome
from service.importing.order import Progress as Told
from service.importing.port import Tally
from service.importing.report import reason


@contextmanager
def progress_bar(console: Console) -> Iterator[Told]:
    """Show a progress bar while the block runs; the yielded function is the `progress` of `import_clients`."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, TimeRemainingColumn(), console=console) as bar:
        task = bar.add_task("Luetaan rivejä", total=None)

        async def show(tally: Tally, expected: int) -> None:
            bar.update(task, completed=tally.rows, total=max(expected, tally.rows))

        yield show


def show_names(console: Console, names: Sequence[str]) -> None:
    """Show some names before they are written, on a terminal only: a wrong encoding is seen in their letters."""
    if names and console.is_terminal:
        console.print(f"Nimiä tiedostosta, tarkista kirjaimet: {escape(', '.join(names))}")


def show_outcome(console: Console, outcome: ImportOutcome, *, is_dry_run: bool) -> None:
    """Print the numbers of rows, and the reasons of refusals with their numbers, the most frequent first."""
    tally = outcome.tally
    console.print(f"Tiedosto: {escape(outcome.form)}")
    for note in outcome.notes_in("fi"):
        console.print(escape(note))
    console.print(f"Rivejä luettiin {outcome.lines}. ", end="")
    console.print(f"{'Kirjoitettaisiin' if is_dry_run else 'Kirjoitettiin'} {tally.written} asiakasta, ", end="")
    console.print(f"ennallaan {tally.unchanged}, hylättiin {tally.refused}.")
    faults = {fault.code: fault for refusal in outcome.refusals for fault in refusal.faults}
    counts = Counter(fault.code for refusal in outcome.refusals for fault in refusal.faults)
    if not counts:
        return
    table = Table("Rivejä", "Koodi", "Syy")
    for code, count in counts.most_common():
        table.add_row(str(count), code, escape(reason(faults[code])))
    console.print(table)
