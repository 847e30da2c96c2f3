"""`run.py pictures`: draw the printed letter, the package in three languages and the certificate into docs/pictures."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import orjson

from models.retention import Purge, PurgeItem
from resolvers.printing.document import Document
from resolvers.printing.typesetting import pictures_of
from resolvers.public_ids import public_id
from resolvers.retention.certificate import digest_of
from resolvers.retention.certificate_print import certificate_document
from resolvers.retention.certificate_words import seeded_certificate_words
from resolvers.rights.letter_prints import letter_document
from resolvers.rights.printed.export_document import export_document
from resolvers.rights.printed.letter_text import LetterFacts, extension_text
from resolvers.rights.printed.words import seeded_export_words
from service.resources import schema_and_content_types
from service.settings import ROOT
from workflow.titles import LANGUAGES

PICTURES = ROOT / "docs" / "pictures"
_SAMPLE = Path(__file__).with_name("samples") / "package.json"  # nobody of it exists
_FIRST = 0x019B_0000_0000_7000_8000_0000_0000_0001
_NAMES = ("Eeva Maria Esimerkki", "محمد عبد الله", "Юлія Щербаченко", "สมชาย ใจดี", "王小明")


def draw_pictures() -> list[Path]:
    """Draw the first page of each print, and every page of the Finnish package; return the files that were written."""
    most = {"certificate": 1, "letter": 1, "package-fi": 9, "package-sv": 2, "package-en": 2}
    written = [_draw(name, document, most[name]) for name, document in printed_samples().items()]
    return [path for paths in written for path in paths]


def printed_samples() -> dict[str, Document]:
    """Return a sample of each print, the package in each language, by the names of its pictures."""
    packages = {f"package-{language}": _package(language) for language in LANGUAGES}
    return {"certificate": _certificate(), "letter": _letter(), **packages}


def _draw(name: str, document: Document, most: int) -> list[Path]:
    paths = []
    for number, page in enumerate(pictures_of(document)[:most], 1):
        path = PICTURES / f"{name}-{number}.png"
        path.write_bytes(page)
        paths.append(path)
    return paths


def _package(language: str) -> Document:
    package = orjson.loads(_SAMPLE.read_bytes()) | {"language": language}
    return export_document(package, seeded_export_words(schema_and_content_types()[1].values(), language))


def _organisation() -> Any:
    place = {"street_address": "Esimerkkikuja 1", "postal_code": "50100", "city": "Mikkeli"}
    return SimpleNamespace(name="Esimerkkivalmennus ry", **place)


def _letter() -> Document:
    """Return the letter of an extension that ends on a holiday; the names show the scripts that are printed."""
    register = SimpleNamespace(
        name="Valmentautujatietorekisteri",
        contact_name="Tiina Tietosuoja",
        contact_email="tietosuoja@esimerkki.example",
        organisation=_organisation(),
    )
    request = SimpleNamespace(
        kind="ACCESS",
        representation_id=None,
        received_on=date(2026, 10, 26),
        calendar_due_on=date(2026, 12, 26),
        due_on=date(2026, 12, 28),
        extension_reason="COMPLEX",
        extension_text="Tietojasi on useassa järjestelmässä, ja kokoamme ne yhdeksi aineistoksi.",
    )
    words = seeded_export_words(schema_and_content_types()[1].values(), "fi")
    letter = {
        "language": "fi",
        "occasion": "EXTENSION",
        "told_on": date(2026, 11, 24),
        "text": extension_text(LetterFacts(request, register, words, has_account=False)),
        "recipient": f"{_NAMES[0]}\nEsimerkkikuja 3 B 7\n50100 Mikkeli",
    }
    document = letter_document(letter, register)
    scripts = {"kind": "note", "text": f"Näin nimet tulostuvat: {', '.join(_NAMES[1:])}."}
    return replace(document, blocks=[*document.blocks, scripts])


def _certificate() -> Document:
    """Return the certificate of a purge of three persons, one of whom was kept."""
    clients = [public_id("client", UUID(int=_FIRST + number)) for number in range(3)]
    counts = [
        {"type": "attendance", "rows": 512},
        {"type": "client", "rows": 2},
        {"type": "coaching_note", "rows": 97},
        {"type": "contract", "rows": 9},
        {"type": "history", "rows": 1104},
        {"type": "outbox", "rows": 12},
        {"type": "search_entry", "rows": 9},
        {"type": "version", "rows": 611},
    ]
    purge = Purge(
        id=UUID(int=_FIRST + 0x300),
        kind="DUE",
        basis="RETENTION_OVER",
        judged_on=date(2026, 8, 30),
        proposed_by_name="Tiina Tietosuoja",
        created_at=datetime(2026, 8, 30, 6, 12, tzinfo=UTC),
        approved_by_name="Tiina Tietosuoja",
        approved_at=datetime(2026, 8, 30, 8, 5, tzinfo=UTC),
        confirmed_by_name="Maija Päällikkö",
        confirmed_at=datetime(2026, 8, 31, 10, 40, tzinfo=UTC),
        done_at=datetime(2026, 8, 31, 12, 53, tzinfo=UTC),
        counts=counts,
        digest=digest_of(public_id("purge", UUID(int=_FIRST + 0x300)), clients[:2], counts),
    )
    items = [PurgeItem(state="ERASED", target=client) for client in clients[:2]]
    items.append(PurgeItem(state="KEPT", target=clients[2], obstacle="OPEN_RELATIONSHIP"))
    return certificate_document(purge, items, seeded_certificate_words(schema_and_content_types()[1], "fi"))
