"""
The dictionary form of a Finnish word: "sopimuksista" and "sopimuksen" are forms of "sopimus".

The dictionary is that of simplemma, as a trie of 18 MB in a file of the environment. Whoever needs it first makes the
file, which takes seconds and 220 MB once; a process that may not write there keeps the trie to itself. The file is
mapped and not read: its pages are in memory once for all processes, and only those in which words were looked up.
"""

import fcntl
import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from marisa_trie import BytesTrie
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import DictionaryFactory, TrieDictionaryFactory
from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieWrapDict
from typing_extensions import override

FILE = Path(sys.prefix, "var", f"simplemma-{version('simplemma')}", "fi.dic")
LONGEST_WORD = 32  # characters; hardly a longer one is in the dictionary, and each costs a millisecond


def lemma(word: str) -> str:
    """Return the dictionary form of a word in lower case; the word itself when no form is known."""
    if len(word) > LONGEST_WORD or not word.isalpha():
        return word
    return _lemmatizer().lemmatize(word, lang="fi").lower()


def load_dictionary() -> None:
    """Have the dictionary ready, for a process that is forked or that must not wait for it later."""
    lemma("sana")


class _Mapped(DictionaryFactory):
    """What hands simplemma the Finnish dictionary in a file, the only one that is asked for."""

    def __init__(self, file: Path) -> None:
        self.dictionary = TrieWrapDict(BytesTrie().mmap(str(file)))

    @override
    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        return self.dictionary


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_dictionaries()))


def _dictionaries() -> DictionaryFactory:
    try:
        if not FILE.exists():
            _make_file()
        try:
            return _Mapped(FILE)
        except RuntimeError:  # the trie says so of a file that is cut or of another form
            FILE.unlink(missing_ok=True)
            _make_file()
            return _Mapped(FILE)
    except OSError:
        return TrieDictionaryFactory(use_disk_cache=False)


def _make_file() -> None:
    """Make the file, whole or not at all; of several processes one does it, and the others wait."""
    FILE.parent.mkdir(parents=True, exist_ok=True)
    with FILE.with_suffix(".lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not FILE.exists():
            with TemporaryDirectory(dir=FILE.parent) as draft:
                TrieDictionaryFactory(disk_cache_dir=draft).get_dictionary("fi")
                Path(draft, FILE.name).replace(FILE)
