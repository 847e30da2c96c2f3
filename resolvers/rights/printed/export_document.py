"""The data export as a document in plain words: what the person is told first, the data, and the details as annex."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from resolvers.catalogues import translated
from resolvers.declaration import ContentType, Field
from resolvers.printing.document import Document, facts, fits, heading, note, paragraph
from resolvers.rights.personal_data import personal_fields
from resolvers.rights.printed.article15 import about_processing
from resolvers.rights.printed.days import SUMMARISED, day_summary
from resolvers.rights.printed.long_tables import long_table
from resolvers.rights.printed.phrases import source_phrase
from resolvers.rights.printed.trail import HIDDEN, access_log, changes, files, log_ins
from resolvers.rights.printed.words import ExportWords

Block = dict[str, Any]
MOST_COLUMNS = 8
LONG = 60  # characters; an object with a longer value is not shown as a row of a table


def export_document(package: Mapping[str, Any], words: ExportWords) -> Document:
    """Return the document of a data export."""
    language = words.language
    return Document(
        language=language,
        title=export_title(package["kind"], language),
        footer=translated("Confidential. Contains personal data.", language),
        page_word=translated("Page", language),
        blocks=list(story(package, words)),
        author=package["controller"]["name"],
        subject=package["register"]["name"],
    )


def export_title(kind: str, language: str) -> str:
    """Return the title of the export of a request of this kind."""
    match kind:
        case "LOG_ACCESS":
            return translated("Who has looked at your data", language)
        case "PORT":
            return translated("The data that you gave", language)
    return translated("The data that is stored about you", language)


def story(package: Mapping[str, Any], words: ExportWords) -> Iterator[Block]:
    """Yield the blocks of the document in order."""
    yield from about_processing(package, words)
    content = {name: objects for name, objects in package.get("content", {}).items() if name != HIDDEN}
    for name, objects in content.items():
        yield heading(words.type_title(name))
        if name == SUMMARISED and len(objects) > 2:
            yield from day_summary(objects, words)
        else:
            yield from _objects(words.types[name], _in_order_of_time(words.types[name], objects), words)
    yield from _binned(package.get("binned", []), words)
    if "withheld" in package:
        yield from _withheld(package["withheld"], words)
        yield from files(package["files"], words)
    if "accessLog" in package:
        yield from access_log(package, words)
        yield from log_ins(package["logIns"], words)
    yield from changes(package.get("changes", []), words)
    yield from _annex(content.get(SUMMARISED, []), words)


def _annex(days: list[dict[str, Any]], words: ExportWords) -> Iterator[Block]:
    if len(days) > 2:
        yield heading(translated("Annex: attendance day by day", words.language))
        yield from _objects(words.types[SUMMARISED], _in_order_of_time(words.types[SUMMARISED], days), words)


def _objects(type_: ContentType, objects: list[dict[str, Any]], words: ExportWords) -> Iterator[Block]:
    """Yield many small objects as one table, and others one after the other."""
    readable = [f for f in personal_fields(type_) if f.value.name != "ID"]  # ids mean nothing to a reader
    fields = [f for f in readable if any(o["fields"].get(f.key) not in (None, []) for o in objects)]
    cells = [[_cell(f, o, words) for f in fields] for o in objects]
    heads = [*(words.title(f.titles) for f in fields), translated("State", words.language)]
    rows = [[*row, words.state_of(type_.name, o)] for row, o in zip(cells, objects, strict=True)]
    is_small = len(heads) <= MOST_COLUMNS and all(len(cell) <= LONG for row in cells for cell in row)
    if len(objects) > 2 and fields and is_small and fits(heads, rows):
        yield from _same_relations(type_, objects, words)
        yield from long_table(heads, rows, words.language)
        return
    for object_, row in zip(objects, cells, strict=True):
        yield note(_origin(type_.name, object_, words))
        filled = [(words.title(f.titles), cell) for f, cell in zip(fields, row, strict=True) if cell]
        filled += _relations(type_, object_, words)
        yield facts(filled) if filled else paragraph(translated("No other data.", words.language))


def _origin(type_name: str, object_: dict[str, Any], words: ExportWords) -> str:
    return translated(
        "%(state)s · stored on %(day)s · %(source)s",
        words.language,
        state=words.state_of(type_name, object_),
        day=words.day(object_["createdAt"]),
        source=source_phrase(object_["provenance"], words.language),
    )


def _same_relations(type_: ContentType, objects: list[dict[str, Any]], words: ExportWords) -> Iterator[Block]:
    """Yield, above a table, what all of its rows refer to."""
    sets = [set(_relations(type_, object_, words)) for object_ in objects]
    if same := [row for row in _relations(type_, objects[0], words) if all(row in one for one in sets)]:
        yield facts(same)


def _relations(type_: ContentType, object_: dict[str, Any], words: ExportWords) -> list[tuple[str, str]]:
    rows = []
    for key, related in object_.get("relations", {}).items():
        name = related["name"]
        if name is None and related["on"]:
            name = f"{words.type_title(related['type'])} {words.day(related['on'])}"
        if name:
            rows.append((words.named(type_.name, key, object_["id"]), name))
    return rows


def _in_order_of_time(type_: ContentType, objects: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the objects in order of time: by the first date field that lists sort by, or by creation."""
    date_key = next((f.key for f in personal_fields(type_) if f.order and f.value.name in {"Date", "DateTime"}), None)
    return sorted(objects, key=lambda object_: str(object_["fields"].get(date_key) or object_["createdAt"]))


def _cell(field: Field, object_: dict[str, Any], words: ExportWords) -> str:
    value = object_["fields"].get(field.key)
    return "" if value is None or value == [] else words.value(field, value, object_["id"])


def _binned(entries: list[dict[str, Any]], words: ExportWords) -> Iterator[Block]:
    """Yield what was deleted and is not gone yet, with its content."""
    if not entries:
        return
    yield heading(translated("Deleted, but not gone yet", words.language))
    for entry in entries:
        type_ = words.types[entry["type"]]
        yield heading(words.type_title(entry["type"]), 2)
        yield note(
            translated(
                "Deleted on %(day)s. In the recycle bin until %(until)s; then it is erased for good.",
                words.language,
                day=words.day(entry["deletedOn"]),
                until=words.day(entry["binnedUntil"]),
            )
        )
        cells = [(words.title(f.titles), _cell(f, entry, words)) for f in personal_fields(type_)]
        yield facts((title, cell) for title, cell in cells if cell)


def _withheld(entries: list[dict[str, Any]], words: ExportWords) -> Iterator[Block]:
    """Yield what is left out; equal entries are listed once with their number."""
    language = words.language
    yield heading(translated("What is left out of this", language))
    if not entries:
        yield paragraph(translated("Nothing is left out.", language))
        return
    yield paragraph(translated("This data is about other people, or the law does not allow us to give it.", language))
    counts = Counter(
        (
            words.type_title(e["type"]),
            words.named(e["type"], e["field"], e["id"]),
            "" if e["basis"] == "STAFF_NAME" else words.day(e["on"]),
            words.term("withholding_basis", e["basis"]),
            e["explanation"] or "",
        )
        for e in entries
    )
    heads = [
        translated("Where", language),
        translated("Data", language),
        translated("Day", language),
        translated("Ground", language),
        translated("Explanation", language),
        translated("Times", language),
    ]
    yield from long_table(heads, [[*key, str(number)] for key, number in counts.items()], language)
