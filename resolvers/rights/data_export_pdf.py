"""The data export as a PDF in plain Finnish, with searchable text and tables that continue over pages."""

from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, SimpleDocTemplate, Spacer

from resolvers.declaration import ContentType, Field
from resolvers.rights.data_export_layout import (
    H1,
    H2,
    LEAD,
    MARGIN,
    NOTE,
    PADDING,
    SMALL,
    fonts,
    grid,
    listing,
    page_footer,
    text,
)
from resolvers.rights.data_export_words import (
    LOOKERS,
    OUTCOMES,
    PROVENANCE_WORDS,
    ExportWords,
    finnish_date_text,
    finnish_moment_text,
)
from resolvers.rights.personal_data import personal_fields
from workflow.purposes import PURPOSES

SECTION_TITLES = {
    "ACCESS": "Sinusta tallennetut tiedot",
    "LOG_ACCESS": "Kuka on katsonut tietojasi",
    "PORT": "Antamasi tiedot",
}
MOST_COLUMNS = 8
LONG = 60  # characters; an object with a longer value is not shown as a row of a table


def export_pdf(package: Mapping[str, Any], words: ExportWords) -> bytes:
    """Return the PDF of a data export."""
    fonts()
    target = BytesIO()
    title = SECTION_TITLES[package["kind"]]
    document = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=MARGIN - PADDING,
        rightMargin=MARGIN - PADDING,
        topMargin=18 * mm,
        bottomMargin=18 * mm,
        title=title,
        author=package["controller"]["name"],
        subject=package["register"]["name"],
        lang="fi",
        creator="Polku",
        displayDocTitle=1,
    )
    document.build(list(story(package, title, words)), onFirstPage=page_footer, onLaterPages=page_footer)
    return target.getvalue()


def story(package: Mapping[str, Any], title: str, words: ExportWords) -> Iterator[Flowable]:
    """Yield the elements of the PDF in order."""
    yield text(title, H1)
    yield from _about(package)
    for name, objects in package.get("content", {}).items():
        yield text(words.types[name].titles[0], H2)
        yield from _objects(words.types[name], _in_order_of_time(words.types[name], objects), words)
    if "withheld" in package:
        yield from _withheld(package["withheld"], words)
        yield from _files(package["files"], words)
    if "accessLog" in package:
        yield from _access_log(package)
        yield from _log_ins(package["logIns"])
    if "changes" in package:
        yield from _changes(package["changes"], words)


def _about(package: Mapping[str, Any]) -> Iterator[Flowable]:
    register, controller = package["register"], package["controller"]
    yield text(
        "Tässä ovat tietosi siltä osin kuin pyysit. Jos jokin tieto on väärin, voit pyytää sen korjaamista. Voit myös"
        " pyytää tietojen poistamista tai käsittelyn rajoittamista. Pyynnön voi tehdä palvelussa, kirjeellä tai paikan"
        " päällä."
    )
    yield Spacer(1, 6)
    yield grid(
        [
            ("Henkilö", package["person"]["name"]),
            ("Pyyntö saapui", finnish_date_text(package["receivedOn"])),
            ("Koottu", finnish_moment_text(package["madeAt"])),
            ("Rekisteri", register["name"]),
            ("Rekisterinpitäjä", f"{controller['name']}, {controller['businessId']}"),
            ("Miksi tietoja käytetään", register["purpose"]),
            ("Käsittelyn peruste", register["legalBasis"]),
            ("Säilytysaika", register["retention"]),
            ("Yhteyshenkilö", register["contact"]),
        ]
    )


def _objects(type_: ContentType, objects: list[dict[str, Any]], words: ExportWords) -> Iterator[Flowable]:
    """Yield many small objects as one table, and others one after the other."""
    readable_fields = [
        f for f in personal_fields(type_) if f.value.name != "ID"
    ]  # ids mean nothing to a reader; the JSON has them
    fields = [f for f in readable_fields if any(o["fields"].get(f.key) not in (None, []) for o in objects)]
    cells = [[_cell(f, o, words) for f in fields] for o in objects]
    is_small = len(fields) <= MOST_COLUMNS and all(len(cell) <= LONG for row in cells for cell in row)
    if len(objects) > 2 and fields and is_small:
        rows = [[*row, _state(type_, o)] for row, o in zip(cells, objects, strict=True)]
        heads = [*(f.titles[0] for f in fields), "Tila"]
        yield listing(heads, rows, _column_shares(heads, rows))
        return
    for object_, row in zip(objects, cells, strict=True):
        source = PROVENANCE_WORDS.get(object_["provenance"], object_["provenance"])
        yield text(
            f"{_state(type_, object_)} · tallennettu {finnish_date_text(object_['createdAt'])} · saatu {source}", NOTE
        )
        filled = [(f.titles[0], cell) for f, cell in zip(fields, row, strict=True) if cell]
        yield grid(filled) if filled else text("Ei muita tietoja.", SMALL)
        yield Spacer(1, 6)


def _in_order_of_time(type_: ContentType, objects: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the objects in order of time: by the first date field that lists sort by, or by creation."""
    date_key = next((f.key for f in personal_fields(type_) if f.order and f.value.name in {"Date", "DateTime"}), None)
    return sorted(objects, key=lambda object_: str(object_["fields"].get(date_key) or object_["createdAt"]))


def _column_shares(heads: list[str], rows: list[list[str]]) -> list[float]:
    """Return the share of each column's width: enough for its longest word, and for short values on one line."""
    widths = []
    for head, *cells in zip(heads, *rows, strict=True):
        words = [len(word) for cell in cells for word in cell.split()]
        title_words = [1.25 * len(word) for word in head.split()]  # bold and larger
        widths.append(3 + max(*words, *title_words, min(12, max(map(len, cells)))))
    return [width / sum(widths) for width in widths]


def _cell(field: Field, object_: dict[str, Any], words: ExportWords) -> str:
    value = object_["fields"].get(field.key)
    return "" if value is None or value == [] else words.value(field, value, object_["id"])


def _state(type_: ContentType, object_: dict[str, Any]) -> str:
    return type_.kind.workflow.states[object_["state"]].titles[0]


def _withheld(entries: list[dict[str, Any]], words: ExportWords) -> Iterator[Flowable]:
    """Yield what is left out; equal entries are listed once with their number."""
    yield text("Mitä tästä on jätetty pois", H2)
    if not entries:
        yield text("Mitään ei ole jätetty pois.")
        return
    yield text("Nämä tiedot koskevat muita ihmisiä tai niitä ei lain mukaan voi antaa.", LEAD)
    counts = Counter(
        (
            words.types[e["type"]].titles[0],
            words.named(e["type"], e["field"], e["id"]),
            "" if e["basis"] == "STAFF_NAME" else finnish_date_text(e["on"]),
            words.term("withholding_basis", e["basis"]),
            e["explanation"] or "",
        )
        for e in entries
    )
    rows = [
        [kind, f"{field_title} ({n} kpl)" if n > 1 else field_title, day, basis, explanation]
        for (kind, field_title, day, basis, explanation), n in counts.items()
    ]
    yield listing(["Mistä", "Tieto", "Päivä", "Peruste", "Selitys"], rows, [0.18, 0.2, 0.12, 0.3, 0.2])


def _files(entries: list[dict[str, Any]], words: ExportWords) -> Iterator[Flowable]:
    if not entries:
        return
    yield text("Tiedostot", H2)
    yield text("Saat tiedostot pyytämällä ne tietosuojavastaavalta.", LEAD)
    rows = [
        [words.types[e["type"]].titles[0], e["name"], finnish_date_text(e["addedAt"]), e["addedByName"] or ""]
        for e in entries
    ]
    yield listing(["Mihin liittyy", "Tiedosto", "Lisätty", "Kuka lisäsi"], rows, [0.22, 0.4, 0.14, 0.24])


def _access_log(package: Mapping[str, Any]) -> Iterator[Flowable]:
    """Yield who looked: one line for each day, person and purpose."""
    yield text("Kuka on katsonut tietojasi", H2)
    since = package["logSince"]
    yield text(f"Katselut {finnish_date_text(since)} alkaen." if since else "Kaikki katselut.", LEAD)
    counts = Counter(
        (
            finnish_date_text(look["at"]),
            look["name"] or LOOKERS.get(look["by"], look["by"]),
            look["organisation"] or "",
            ", ".join(_purpose(purpose) for purpose in look["purpose"].split()),
        )
        for look in package["accessLog"]
    )
    if not counts:
        yield text("Ei katseluja.")
        return
    rows = [[*key, str(number)] for key, number in counts.items()]
    yield listing(["Päivä", "Kuka", "Mistä", "Miksi", "Kertoja"], rows, [0.15, 0.25, 0.25, 0.25, 0.1])


def _purpose(code: str) -> str:
    return PURPOSES[code].fi if code in PURPOSES else code


def _log_ins(entries: list[dict[str, Any]]) -> Iterator[Flowable]:
    if entries:
        yield text("Omat kirjautumisesi", H2)
        rows = [[finnish_moment_text(e["at"]), OUTCOMES.get(e["outcome"], e["outcome"]), e["network"]] for e in entries]
        yield listing(["Milloin", "Mitä", "Verkko"], rows, [0.35, 0.35, 0.3])


def _changes(entries: list[dict[str, Any]], words: ExportWords) -> Iterator[Flowable]:
    if not entries:
        return
    yield text("Miten tietojasi on muutettu", H2)
    rows = []
    for entry in entries:
        # A new object had no values before.
        keys = [] if entry["action"] == "CREATE" else entry["before"]
        fields = ", ".join(words.named(entry["type"], key, entry["id"]) for key in keys)
        type_title = words.types[entry["type"]].titles[0]
        remarks = " ".join(part for part in (entry["comment"], entry["name"]) if part)
        rows.append(
            [
                finnish_moment_text(entry["at"]),
                type_title,
                words.action(entry["type"], entry["action"]),
                fields,
                remarks,
            ]
        )
    yield listing(["Milloin", "Mikä", "Mitä tehtiin", "Tiedot", "Lisätieto"], rows, [0.17, 0.18, 0.18, 0.27, 0.2])
