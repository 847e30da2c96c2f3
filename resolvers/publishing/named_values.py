"""
The titles of what a text names: an event, a content type, a field, a service type, a scope, a vocabulary.

A code has no meaning for people; whoever shows one, or lets somebody choose one, takes its title from here.
"""

from collections.abc import Iterable, Iterator, Mapping

from auth.policy import access_rule, predicate_sql
from models.vocabulary import Word as Seeded
from models.vocabulary import countries, vocabulary_titles
from resolvers.declaration import ContentType, ContentTypes
from resolvers.notifications.events import event_titles
from resolvers.publishing.vocabularies import Word, words_of
from resolvers.reading.parameters import Call, StatementParameters
from resolvers.reading.plan import Reads
from resolvers.value import Named
from workflow.titles import Titles
from workflow.vocabulary import SCOPES, VIEW

# Codes of several vocabularies in one column: which one it is, another column tells.
_VOCABULARIES = {
    Named.FIGURE: ("municipality", "relationship_end_reason", "situation"),
    Named.REFERRAL_REASON: ("referral_reject_reason", "referral_withdraw_reason"),
}
_STORED_WITH_OBJECTS: Mapping[str, Titles] = {
    "history": ("Muutoshistoria", "Ändringshistorik", "History"),
    "version": ("Versiot", "Versioner", "Versions"),
    "search_entry": ("Hakusanat", "Sökord", "Search terms"),
    "attachment": ("Liitteet", "Bilagor", "Attachments"),
}
_STAYS_LOGGED_IN: Mapping[str, Titles] = {
    "offline_access": ("Pysyy kirjautuneena", "Förblir inloggad", "Stays logged in")
}


def titles_by_name(named: Named, content_types: ContentTypes) -> Mapping[str, Titles]:
    """Return what stands in declarations, by name; empty for what is stored content (`words_named`)."""
    match named:
        case Named.EVENT:
            return event_titles(content_types)
        case Named.NOUN:
            return {**_STORED_WITH_OBJECTS, **{type_.noun: type_.titles for type_ in content_types.values()}}
        case Named.TYPE:
            return {type_.name: type_.titles for type_ in content_types.values()}
        case Named.FIELD:
            return dict(_field_titles(content_types.values()))
        case Named.SCOPE:
            return {**_STAYS_LOGGED_IN, **{name: scope.titles for name, scope in SCOPES.items()}}
        case Named.VOCABULARY:
            return _titles_of(vocabulary_titles())
        case Named.COUNTRY:
            return _titles_of(countries())
        case _:
            return {}


def _titles_of(words: Mapping[str, Seeded]) -> dict[str, Titles]:
    return {token: (word.fi, word.sv, word.en) for token, word in words.items()}


def _field_titles(types: Iterable[ContentType]) -> Iterator[tuple[str, Titles]]:
    """Yield the title of each field by its key, those of one key joined where types call it differently."""
    found: dict[str, list[Titles]] = {}
    for type_ in types:
        for field in type_.fields.values():
            titles = found.setdefault(field.key, [])
            if field.titles not in titles:
                titles.append(field.titles)
    yield from ((key, joined(titles)) for key, titles in found.items())


def joined(several: Iterable[Titles]) -> Titles:
    """Return one title of several in each language, each word once: "eläke / eläkkeellä"."""
    fi, sv, en = (" / ".join(dict.fromkeys(words)) for words in zip(*several, strict=True))
    return fi, sv, en


async def words_named(pool: Reads, call: Call, content_types: ContentTypes, named: Named) -> list[Word]:
    """Return what a text of this kind may name, with its titles; an earlier name stays, and may not be chosen."""
    if named is Named.SERVICE_TYPE:
        return await _service_types(pool, call, content_types)
    if named in _VOCABULARIES:
        return await _of_vocabularies(pool, call, content_types, named)
    return [Word(name, titles, may_be_chosen=True) for name, titles in titles_by_name(named, content_types).items()]


async def _service_types(pool: Reads, call: Call, content_types: ContentTypes) -> list[Word]:
    """Return the service types by code, each with its newest title; whether one may be chosen, its versions say."""
    kind = content_types["service_type"].kind
    bind = StatementParameters()
    visible = predicate_sql(kind, access_rule(call.viewer, kind, VIEW), "s", bind.viewer)
    today = bind(("today",), lambda one: one.today, "date")
    in_force = f"s.starts_on <= {today} AND coalesce(s.ends_before > {today}, TRUE)"
    sql = f"""
        SELECT DISTINCT ON (s.code) s.code, s.title_fi, s.title_sv, s.title_en,
          bool_or({in_force}) OVER (PARTITION BY s.code) AS may_be_chosen
        FROM {kind.table} s WHERE {visible} ORDER BY s.code, s.starts_on DESC
    """
    rows = await pool.fetch(sql, *(get(call) for get in bind.getters))
    return [Word(r["code"], (r["title_fi"], r["title_sv"], r["title_en"]), r["may_be_chosen"]) for r in rows]


async def _of_vocabularies(pool: Reads, call: Call, content_types: ContentTypes, named: Named) -> list[Word]:
    """Return the codes of several vocabularies; where they share one, it has the titles of all."""
    words = await _service_types(pool, call, content_types) if named is Named.FIGURE else []
    for vocabulary in _VOCABULARIES[named]:
        words += await words_of(pool, call, content_types["term"], vocabulary)
    by_token: dict[str, list[Titles]] = {}
    for word in words:
        by_token.setdefault(word.token, []).append(word.titles)
    return [Word(token, joined(titles), may_be_chosen=True) for token, titles in by_token.items()]
