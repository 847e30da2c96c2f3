"""What accompanies the data of an export in print: files, who looked, the person's log-ins, and the changes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from resolvers.catalogues import translated
from resolvers.printing.dates import month_text
from resolvers.printing.document import heading, paragraph
from resolvers.rights.printed.days import SUMMARISED
from resolvers.rights.printed.long_tables import long_table
from resolvers.rights.printed.phrases import looker_phrase, outcome_phrase
from resolvers.rights.printed.words import ExportWords

Block = dict[str, Any]
HIDDEN = "BinItem"  # the deleted object itself is told, not its entry in the bin


def files(entries: list[dict[str, Any]], words: ExportWords) -> Iterator[Block]:
    """Yield the files of the objects in the export."""
    if not entries:
        return
    language = words.language
    yield heading(translated("Files", language))
    yield paragraph(translated("Ask the privacy officer for the files; you get them at your request.", language))
    heads = [
        translated("Belongs to", language),
        translated("File", language),
        translated("Added", language),
        translated("Added by", language),
    ]
    rows = [[words.type_title(e["type"]), e["name"], words.day(e["addedAt"]), e["addedByName"] or ""] for e in entries]
    yield from long_table(heads, rows, language)


def access_log(package: Mapping[str, Any], words: ExportWords) -> Iterator[Block]:
    """Yield who looked: one line for each day, person and purpose."""
    language, since = words.language, package["logSince"]
    yield heading(translated("Who has looked at your data", language))
    if since:
        yield paragraph(translated("Looks since %(day)s.", language, day=words.day(since)))
    else:
        yield paragraph(translated("All looks.", language))
    counts = Counter(
        (
            words.day(look["at"]),
            look["name"] or looker_phrase(look["by"], language),
            look["organisation"] or "",
            words.purposes(look["purpose"]),
        )
        for look in package["accessLog"]
    )
    if not counts:
        yield paragraph(translated("Nobody has looked.", language))
        return
    heads = [
        translated("Day", language),
        translated("Who", language),
        translated("From where", language),
        translated("Why", language),
        translated("Times", language),
    ]
    yield from long_table(heads, [[*key, str(number)] for key, number in counts.items()], language)


def log_ins(entries: list[dict[str, Any]], words: ExportWords) -> Iterator[Block]:
    """Yield the person's own log-ins."""
    if not entries:
        return
    language = words.language
    yield heading(translated("Your log-ins", language))
    heads = [translated("When", language), translated("What", language), translated("Network", language)]
    rows = [[words.moment(e["at"]), outcome_phrase(e["outcome"], language), e["network"]] for e in entries]
    yield from long_table(heads, rows, language)


def changes(entries: list[dict[str, Any]], words: ExportWords) -> Iterator[Block]:
    """Yield the changes: one line for what was done at once, and the days of attendance by month."""
    entries = [entry for entry in entries if entry["type"] != HIDDEN]
    if not entries:
        return
    language = words.language
    yield heading(translated("How your data was changed", language))
    days = [entry for entry in entries if entry["type"] == SUMMARISED]
    others = [entry for entry in entries if entry["type"] != SUMMARISED]
    heads = [
        translated("When", language),
        translated("Which", language),
        translated("What was done", language),
        translated("Data", language),
        translated("Who", language),
        translated("Remark", language),
        translated("Times", language),
    ]
    counts = Counter((words.moment(e["at"]), *_change(e, words)) for e in others)
    counts.update((month_text(date.fromisoformat(e["at"][:10]), language), *_change(e, words)) for e in days)
    yield from long_table(heads, [[*key, str(number)] for key, number in counts.items()], language)


def _change(entry: Mapping[str, Any], words: ExportWords) -> tuple[str, ...]:
    # A new object had no values before.
    keys = [] if entry["action"] == "CREATE" else entry["before"]
    return (
        words.type_title(entry["type"]),
        words.action(entry["type"], entry["action"]),
        ", ".join(words.named(entry["type"], key, entry["id"]) for key in keys),
        entry["name"] or "",
        entry["comment"] or "",
    )
