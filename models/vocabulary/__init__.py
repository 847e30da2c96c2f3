"""
The vocabularies of a new installation, in files beside this one: data of public registers, and our own reasons.

They seed `Term`, `ServiceType` and `AgreementText`, which are content afterwards. Each file names its source and the
date of reading.
"""

import csv
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from workflow.titles import LANGUAGES

FOLDER = Path(__file__).parent
_COLUMNS = frozenset({"vocabulary", "token", "fi", "sv", "en", "starts_on", "ends_before"})
_FILES = {"municipality": "municipalities", "country": "countries", "language": "languages"}


@dataclass(frozen=True)
class Word:
    """
    One word of a vocabulary with its titles; in force in [starts_on, ends_before), None for an open end.

    `facts` are the file's other columns as text, for instance the effects of an attendance code, or the municipality
    into which another one was merged.
    """

    vocabulary: str
    token: str
    fi: str
    sv: str
    en: str
    order: int
    starts_on: date | None = None
    ends_before: date | None = None
    facts: Mapping[str, str] = field(default_factory=dict)

    def is_in_force(self, on: date) -> bool:
        """Return whether the word may be chosen on that day."""
        return (self.starts_on is None or self.starts_on <= on) and (self.ends_before is None or on < self.ends_before)


@dataclass(frozen=True)
class ServiceTypeVersion:
    """The rules of a service type in [starts_on, ends_before). None: no limit; minutes exclude travel."""

    token: str
    version: int
    fi: str
    sv: str
    en: str
    starts_on: date
    ends_before: date | None
    rules: Mapping[str, int | bool | None]


@dataclass(frozen=True)
class FirstText:
    """A text that people agree to, as it comes with the service; titles and bodies by language."""

    kind: str
    version: str
    starts_on: date
    titles: Mapping[str, str]
    bodies: Mapping[str, str]


@cache
def first_texts() -> Mapping[str, FirstText]:
    """Return the first undertaking, the first text of consents and the first terms of contracts, by kind."""
    read = tomllib.loads((FOLDER / "agreement_texts.toml").read_text("utf-8"))["text"]
    return MappingProxyType({text["kind"]: _text(text) for text in read})


@cache
def municipalities() -> Mapping[str, Word]:
    """Return the municipalities of Finland by their three digits, with those merged in 2009 or later."""
    return _by_token("municipality")


@cache
def countries() -> Mapping[str, Word]:
    """Return the countries by ISO 3166-1 alpha-2, in capitals."""
    return _by_token("country")


@cache
def languages() -> Mapping[str, Word]:
    """Return the languages by ISO 639-1; the most common ones in the services come first."""
    return _by_token("language")


@cache
def attendance_codes() -> Mapping[str, Word]:
    """Return the attendance codes; `facts` hold their effects."""
    return MappingProxyType({word.token: word for word in _words("attendance_code", "attendance_codes")})


@cache
def refusals() -> Mapping[str, Word]:
    """Return the text for a person for each code of a `ValueRefused`."""
    return MappingProxyType({word.token: word for word in _words("refusal", "refusals")})


@cache
def seeded_event_titles() -> Mapping[str, Word]:
    """Return the text of a notification by transition or change, with or without the content type before it."""
    return MappingProxyType({word.token: word for word in _words("event_title", "event_titles")})


@cache
def vocabulary_titles() -> Mapping[str, Word]:
    """Return what each vocabulary is called."""
    return MappingProxyType({word.token: word for word in _words("vocabulary", "vocabularies")})


@cache
def terms() -> Mapping[str, tuple[Word, ...]]:
    """Return every small vocabulary by name, with its words in order: reasons, bases, kinds, titles of documents."""
    by_name: dict[str, list[Word]] = {}
    for word in _words("", "terms"):
        by_name.setdefault(word.vocabulary, []).append(word)
    return MappingProxyType({name: tuple(words) for name, words in by_name.items()})


def seeded_words() -> Iterator[Word]:
    """Return every word that becomes a `Term`: vocabulary by vocabulary, in order."""
    yield from municipalities().values()
    yield from languages().values()
    yield from countries().values()
    yield from attendance_codes().values()
    for words in terms().values():
        yield from words


@cache
def service_types() -> tuple[ServiceTypeVersion, ...]:
    """Return the versions of every service type to seed."""
    read = json.loads((FOLDER / "service_types.json").read_text("utf-8"))["service_types"]
    return tuple(
        _version(kind, number, version) for kind in read for number, version in enumerate(kind["versions"], start=1)
    )


def _by_token(vocabulary: str) -> Mapping[str, Word]:
    return MappingProxyType({word.token: word for word in _words(vocabulary, _FILES[vocabulary])})


def _words(vocabulary: str, file: str) -> Iterator[Word]:
    with (FOLDER / f"{file}.csv").open(encoding="utf-8", newline="") as opened:
        lines = (line for line in opened if not line.startswith("#"))
        for number, row in enumerate(csv.DictReader(lines, strict=True), start=1):
            yield _word(row.get("vocabulary") or vocabulary, row, number)


def _word(vocabulary: str, row: dict[str, str], number: int) -> Word:
    return Word(
        vocabulary=vocabulary,
        token=row["token"],
        fi=row["fi"],
        sv=row["sv"],
        en=row.get("en") or row["fi"],  # a municipality has no English name
        order=number,
        starts_on=_day(row.get("starts_on")),
        ends_before=_day(row.get("ends_before")),
        facts=MappingProxyType({name: text for name, text in row.items() if name not in _COLUMNS and text}),
    )


def _text(read: dict[str, Any]) -> FirstText:
    titles, bodies = ({language: read[f"{part}_{language}"] for language in LANGUAGES} for part in ("title", "body"))
    return FirstText(read["kind"], read["version"], read["starts_on"], titles, bodies)


def _version(kind: dict[str, Any], number: int, version: dict[str, Any]) -> ServiceTypeVersion:
    return ServiceTypeVersion(
        token=kind["token"],
        version=number,
        fi=kind["fi"],
        sv=kind["sv"],
        en=kind["en"],
        starts_on=date.fromisoformat(version["starts_on"]),
        ends_before=_day(version["ends_before"]),
        rules=MappingProxyType(version["rules"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
