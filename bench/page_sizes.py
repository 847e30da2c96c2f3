"""What the pages weigh: the JavaScript that everybody loads first, and what each desk adds to it, as gzip sends it."""

import gzip
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from bench.results.tables import MISSED, Table
from service.settings import ROOT

BUILD = ROOT / "web" / "static" / "app"
MOST_OF_BASE, MOST_OF_DESK = 140.0, 25.0  # thousand bytes. Source: what must be seen of the pages
_STATIC = re.compile(r'(?:from|import)\s*"\./([\w.-]+\.js)"')
_DESK = re.compile(r'role:"(\w+)",Pages:[^}]*?import\("\./([\w.-]+\.js)"\)')


def loaded_with(entry: str, texts: Mapping[str, str]) -> frozenset[str]:
    """Return the names of the files that a module cannot do without, itself among them; `texts` are all files."""
    found: set[str] = set()
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _STATIC.findall(texts[name])
    return frozenset(found)


def desks_of(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the name of the file of each desk by its role, in the order of the menu."""
    return {role: file for text in texts.values() for role, file in _DESK.findall(text)}


def kilobytes(names: Iterable[str], build: Path = BUILD) -> float:
    """Return how many thousand bytes these files are when each is sent with gzip."""
    return sum(len(gzip.compress((build / name).read_bytes(), 9)) for name in names) / 1000


def sizes(build: Path = BUILD) -> Table:
    """Return the table of the sizes, those above their bound in bold."""
    texts = {path.name: path.read_text("utf-8") for path in build.glob("*.js")}
    base = loaded_with("main.js", texts)
    rows = [("base", *_told(kilobytes(base, build), MOST_OF_BASE))]
    for role, file in desks_of(texts).items():
        rows.append((f"desk {role}", *_told(kilobytes(loaded_with(file, texts) - base, build), MOST_OF_DESK)))
    rows.append(("looks.css", f"{kilobytes(['looks.css'], build):.1f} kB", "–"))
    return Table("JavaScript of the pages, gzip", ("what", "size", "at most"), rows)


def _told(size: float, most: float) -> tuple[str, str]:
    mark = MISSED if size > most else ""
    return f"{mark}{size:.1f} kB{mark}", f"{most:.0f} kB"
