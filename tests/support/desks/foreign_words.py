"""What a page says in another language than it should, and codes that stand there like words."""

from collections.abc import Iterable
from functools import cache

from models.vocabulary import countries, languages
from resolvers.declaration import ContentTypes
from resolvers.notifications.events import event_titles
from service.resources import schema_and_content_types
from tests.support.desks.catalogues import CODE, words_of
from workflow.titles import LANGUAGES

ROOMS = ("content", "desks", "records")
READ_TEXTS = """() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: around } = node;
    if (!around.closest('script, noscript, code, [lang]:not(html)')) texts.push(node.textContent.trim());
  }
  for (const name of ['aria-label', 'placeholder', 'alt', 'title']) {
    for (const element of document.querySelectorAll(`[${name}]`)) texts.push(element.getAttribute(name));
  }
  return texts.filter(Boolean);
}"""


def finnish_only(language: str) -> set[str]:
    """Return the sentences of the pages and the declared titles in Finnish that `language` says otherwise."""
    return (words_of("fi", *ROOMS) | _titles("fi")) - words_of(language, *ROOMS) - _titles(language)


def out_of_place(texts: Iterable[str], finnish: set[str]) -> set[str]:
    """Return the texts of a page that are Finnish or nothing but a code, and the codes in the others."""
    read = set(texts)
    return (read & (finnish | _codes())) | {code for text in read for code in CODE.findall(text)}


@cache
def _codes() -> frozenset[str]:
    """Return the codes that look like words or letters: of events, languages and countries."""
    types: ContentTypes = schema_and_content_types()[1]
    return frozenset({*event_titles(types), *languages(), *countries()})


def _titles(language: str) -> set[str]:
    """Return the titles of all types, fields and states in a language."""
    types: ContentTypes = schema_and_content_types()[1]
    place = LANGUAGES.index(language)
    return {
        declared.titles[place]
        for type_ in types.values()
        for declared in (*type_.keys.values(), *type_.kind.workflow.states.values())
    }
