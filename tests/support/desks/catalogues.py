"""The sentences of the pages by language, as their catalogues in web/app have them."""

import re
from pathlib import Path

from service.settings import ROOT

APP = ROOT / "web" / "app"
CODE = re.compile(
    r"\b[A-Z]{2,}(?:_[A-Z]+)+\b|\b[A-Z]{4,}\b|\b[a-z]+_[a-z_]+\b|\b[a-z]+[A-Z][A-Za-z]+\b|\bundefined\b|\bnull\b|\bNaN\b|\[object"
)
SENTENCE = re.compile(r"'((?:[^'\\\n]|\\.)*)'")
ROLE = re.compile(r"role: '(\w+)'")


def desk_roles() -> list[str]:
    """Return the roles that have a desk, in the order of the menu."""
    return ROLE.findall((APP / "desks" / "desks.ts").read_text("utf-8"))


def words_of(language: str, *rooms: str) -> set[str]:
    """Return the sentences of the frame and of rooms below web/app in a language; those with a value in them not."""
    texts = [(APP / "words" / f"{language}.ts").read_text("utf-8")]
    for room in rooms:  # a catalogue is a file with all languages, or a file for each
        texts += [_part(path, language) for path in sorted((APP / room).rglob("words.ts"))]
        texts += [path.read_text("utf-8") for path in sorted((APP / room).rglob(f"words/{language}.ts"))]
    return set[str]().union(*map(sentences, texts))


def sentences(text: str) -> set[str]:
    """Return the texts in quotation marks."""
    return {sentence.replace("\\'", "'") for sentence in SENTENCE.findall(text)}


def _part(path: Path, language: str) -> str:
    """Return the part of a catalogue that is in a language."""
    found = re.search(rf"^const {language}\b[^=]*= \{{$(.*?)^\}};$", path.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert found, f"{path} has no catalogue of {language}"
    return found[1]
