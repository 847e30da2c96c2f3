"""docker-compose.yml as an engine reads it: anchors merged, variables filled in."""

import re
from collections.abc import Mapping
from typing import Any

import yaml  # type: ignore[import-untyped] # ships no types

from service.settings import ROOT

_VARIABLE = re.compile(r"\$\{(\w+)(?::-([^${}]*))?\}")


def compose_file(**variables: str) -> dict[str, Any]:
    """Return the file with these variables set, and the defaults of all others."""
    return dict(yaml.safe_load(filled_in((ROOT / "docker-compose.yml").read_text("utf-8"), variables)))


def filled_in(text: str, variables: Mapping[str, str]) -> str:
    """Return a text with every `${NAME:-default}` replaced, the innermost first, as the specification says."""
    while found := _VARIABLE.search(text):
        text = text[: found.start()] + (variables.get(found[1]) or found[2] or "") + text[found.end() :]
    return text
