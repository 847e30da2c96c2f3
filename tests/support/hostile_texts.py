"""Texts that cost more than they look, and a count of what is normalised of them."""

import unicodedata
from types import SimpleNamespace
from typing import Any

import pytest

import models.values

HOSTILE_TEXTS = {
    "combining marks": "a" + "\u0301\u0323" * 75_000,
    "combining marks that pass the largest bound in bytes": "a" + "\u0301\u0323" * 9_000,
    "combining marks that pass a bound of 100 characters": "a" + "\u0301\u0323" * 99,
    "a megabyte": "x" * 1_000_000,
    "a hundred thousand words": "sana " * 100_000,
    "right to left": "\u202eabc" * 10,
    "NUL": "abc\0def",
}


class CountedNormalising:
    """How many bytes the longest text had that reached normalising."""

    def __init__(self) -> None:
        self.longest = 0

    def normalize(self, form: Any, text: str) -> str:
        """Count a text and normalise it."""
        self.longest = max(self.longest, len(text.encode("utf-8", "surrogatepass")))
        return unicodedata.normalize(form, text)


def counted_normalising(monkeypatch: pytest.MonkeyPatch) -> CountedNormalising:
    """Count what the one place that normalises gets, until the test ends."""
    counted = CountedNormalising()
    functions = {"combining": unicodedata.combining, "category": unicodedata.category}
    monkeypatch.setattr(models.values, "unicodedata", SimpleNamespace(normalize=counted.normalize, **functions))
    return counted
