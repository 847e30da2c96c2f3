"""The catalogues hold every sentence that the code and the pages say, translated, with the same facts."""

import re

import pytest

from resolvers.catalogues import catalogue_path, translated
from service.development.catalogues import TRANSLATED, read_catalogue, sentences

FACT = re.compile(r"%\(\w+\)s")


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_complete(language: str) -> None:
    catalogue = {m.id: m for m in read_catalogue(catalogue_path(language), language) if m.id}
    said = {m.id for m in sentences() if m.id}

    assert catalogue.keys() == said, "write the sentences with `run.py catalogues` and translate what is empty"
    assert not [m.id for m in catalogue.values() if not m.string or m.fuzzy], "these sentences have no translation"
    for message in catalogue.values():
        assert sorted(FACT.findall(str(message.string))) == sorted(FACT.findall(str(message.id))), message.id


def test_a_sentence_is_translated_with_its_facts() -> None:
    sentence = "Too many attempts. Wait %(seconds)s seconds and try again."

    assert translated(sentence, "fi", seconds=5) == "Liian monta yritystä. Odota 5 sekuntia ja yritä uudelleen."
    assert translated(sentence, "en", seconds=5) == "Too many attempts. Wait 5 seconds and try again."
    assert translated(sentence, "de", seconds=5) == translated(sentence, "fi", seconds=5)
