"""`run.py catalogues`: collect the sentences of code and templates into the catalogues that translators open."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from resolvers.catalogues import SOURCE_LANGUAGE, catalogue_path
from service.settings import ROOT
from workflow.titles import LANGUAGES

_METHODS = [("**.py", "python"), ("**.html", "jinja2.ext.babel_extract")]
_FOLDERS = ("auth", "resolvers", "schema", "service", "web/templates")
_WIDTH = 120
TRANSLATED = tuple(language for language in LANGUAGES if language != SOURCE_LANGUAGE)


def write_catalogues() -> None:
    """Add new sentences to every catalogue, without a translation, and remove those that nothing says any more."""
    for language in TRANSLATED:
        path = catalogue_path(language)
        catalogue = read_catalogue(path, language)
        catalogue.update(sentences(), no_fuzzy_matching=True, update_header_comment=False)
        catalogue.obsolete.clear()
        with path.open("wb") as target:
            write_po(target, catalogue, width=_WIDTH, sort_by_file=True, omit_header=False, include_lineno=False)


def read_catalogue(path: Path, language: str) -> Catalog:
    """Return the catalogue in a PO file; an empty one when there is no file."""
    if not path.exists():
        return Catalog(locale=language, project="Polku", version="", fuzzy=False)
    with path.open("rb") as source:
        return read_po(source, locale=language)


def sentences() -> Catalog:
    """Return the sentences of code (`translated("…")`, `Note("…")`) and of templates (`_("…")`, `{% trans %}`)."""
    catalogue = Catalog(project="Polku", version="", fuzzy=False)
    for name, sentence in _found():
        catalogue.add(sentence, locations=[(name, 0)])
    return catalogue


def _found() -> Iterator[tuple[str, str | tuple[str, ...]]]:
    keywords = {"translated": None, "_": None, "gettext": None, "ngettext": (1, 2), "Note": None}
    for folder in _FOLDERS:
        found = extract_from_dir(ROOT / folder, _METHODS, keywords=keywords, strip_comment_tags=True)
        for name, _line, sentence, _comments, _context in found:
            yield f"{folder}/{Path(name).as_posix()}", sentence
