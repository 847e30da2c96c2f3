"""Whether the committed build of the pages is of the sources beside it; needs no Node."""

import re
from hashlib import sha256
from pathlib import Path

from service.settings import ROOT

SOURCES, BUILD = ROOT / "web" / "app", ROOT / "web" / "static" / "app"
_EXAMPLE = re.compile(r"'([a-z]+(?:-[a-z]+)+)'")
HOW = "cd web/app && npm ci && npm run build"


def stale_build() -> str:
    """Return that the sources have changed since the build, and how to make it anew; empty when they have not."""
    stated = (BUILD / "sources.sha256").read_text("utf-8").strip()
    return "" if stated == sources_digest() else f"web/static/app is not of today's web/app. Make it anew: {HOW}"


def sources_digest() -> str:
    """Return the digest of everything of which the pages are built, as web/app/build.mjs computes it."""
    digest = sha256()
    for path in sorted(source_paths()):
        content = (SOURCES / path).read_bytes()
        digest.update(f"{path}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def source_paths() -> list[str]:
    """Return the paths of the sources, relative to web/app: its files, and the examples that the pages send."""
    own = [path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*") if _is_source(path)]
    sent = _EXAMPLE.findall((SOURCES / "documents.mjs").read_text("utf-8"))
    return own + [f"../examples/{name}.graphql" for name in sent]


def _is_source(path: Path) -> bool:
    return path.is_file() and "node_modules" not in path.parts
