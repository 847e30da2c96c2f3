"""
Sentences for people in Finnish, Swedish and English: gettext catalogues in `locales/`, which a translator opens.

The sentence in the code is English and is the key of the catalogues. `run.py catalogues` collects the sentences of the
code and of web/templates into them; a test compares both and demands a translation of each.
"""

from functools import cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from workflow.titles import LANGUAGES

SOURCE_LANGUAGE = "en"  # the language of the sentences in the code
_LOCALES = Path(__file__).with_name("locales")


def catalogue_path(language: str) -> Path:
    """Return the path of the PO file of a language."""
    return _LOCALES / language / "LC_MESSAGES" / "polku.po"


@cache
def translations(language: str) -> NullTranslations:
    """Return the catalogue of a language; the Finnish one for a language that is none of ours."""
    if language == SOURCE_LANGUAGE:
        return NullTranslations()
    with catalogue_path(language if language in LANGUAGES else "fi").open("rb") as source:
        catalogue = read_po(source, locale=language if language in LANGUAGES else "fi")
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def translated(sentence: str, language: str, **facts: object) -> str:
    """Return a sentence in a language; `facts` replace its `%(name)s`."""
    text = translations(language).gettext(sentence)
    return text % facts if facts else text
