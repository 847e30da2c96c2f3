"""
Check codes against their vocabularies.

A code must be a term of its vocabulary that is in use and valid today, and a term must belong to a vocabulary that is
used.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from models.vocabulary import seeded_words
from resolvers.context import PendingChange, Rulebook
from resolvers.declaration import ContentType, ContentTypes
from resolvers.lookups import Lookup, look_up
from resolvers.refusals import CommandRefused, Problem
from workflow.term import USABLE_TERM_STATES

_USABLE = f"""
SELECT DISTINCT NULL::uuid, NULL::date, t.vocabulary::text, t.token::text FROM term t
  JOIN unnest($1::text[], $2::text[]) AS g(vocabulary, token)
  ON t.vocabulary = g.vocabulary AND t.token = g.token
  WHERE {USABLE_TERM_STATES.sql("t.state")} AND (t.starts_on IS NULL OR t.starts_on <= $3::date)
    AND (t.ends_before IS NULL OR t.ends_before > $3::date)"""


async def known_codes(codes: Iterable[tuple[str, str]], today: date, db: TransactionalDBClient) -> set[tuple[str, str]]:
    """Return those of the (vocabulary, token) pairs that may be chosen today. It runs one statement."""
    found: set[tuple[str, str]] = set()
    await look_up([code_lookup(codes, today, found)], db)
    return found


def code_lookup(codes: Iterable[tuple[str, str]], today: date, found: set[tuple[str, str]]) -> Lookup:
    """Return what reads which of the (vocabulary, token) pairs may be chosen today, and adds them to `found`."""
    vocabularies, tokens = map(list, zip(*codes, strict=True))
    return Lookup(_USABLE, (vocabularies, tokens, today), lambda rows: found.update(row[2:] for row in rows))


class GivenCodes:
    """The codes that changes of one type set; once what `lookups` returns was run, those that may not be chosen."""

    def __init__(self, type_: ContentType, changes: Iterable[Mapping[str, Any]]) -> None:
        coded = {f.key: str(f.vocabulary) for f in type_.fields.values() if f.vocabulary}
        given = {(key, values[key]) for values in changes for key in coded if values.get(key) is not None}
        self._pairs = {(key, code): (coded[key], code) for key, code in given}
        self._known: set[tuple[str, str]] = set()

    def lookups(self, today: date) -> list[Lookup]:
        """Return what reads which of them may be chosen today: none when there are none."""
        return [code_lookup(self._pairs.values(), today, self._known)] if self._pairs else []

    @property
    def unknown(self) -> set[tuple[str, Any]]:
        """The (field, code) pairs that the field's vocabulary does not have."""
        return {given for given, pair in self._pairs.items() if pair not in self._known}


async def check_codes(
    type_: ContentType, row: object, keys: Iterable[str], today: date, db: TransactionalDBClient
) -> None:
    """
    Check the codes that a command has set.

    :raises CommandRefused: UNKNOWN_TERM for every code that its vocabulary does not have
    """
    coded_fields = [f for f in type_.named(keys) if f.vocabulary and getattr(row, f.name) is not None]
    if not coded_fields:
        return
    codes = {f.key: (str(f.vocabulary), str(getattr(row, f.name))) for f in coded_fields}
    valid_codes = await known_codes(codes.values(), today, db)
    if problems := [unknown_term(pair[0], key) for key, pair in codes.items() if pair not in valid_codes]:
        raise CommandRefused(*problems)


def unknown_term(vocabulary: str, *path: str) -> Problem:
    """Return the problem of an unknown code; it names the vocabulary that was searched."""
    return Problem("UNKNOWN_TERM", path, {"vocabulary": vocabulary})


async def vocabulary_known(change: PendingChange) -> list[Problem]:
    """
    Refuse a term of a vocabulary that nothing uses, because nobody could choose it.

    The problem lists the vocabularies.
    """
    if "vocabulary" not in change.keys or change.row.vocabulary in (
        existing := vocabularies(change.context.content_types)
    ):
        return []
    return [Problem("UNKNOWN_VOCABULARY", ("vocabulary",), {"known": ", ".join(sorted(existing))})]


def vocabularies(content_types: ContentTypes) -> frozenset[str]:
    """Return the names of all vocabularies: those of the seed data, of fields, and of the reasons of transitions."""
    of_fields = {f.vocabulary for type_ in content_types.values() for f in type_.fields.values()}
    of_transitions = {
        step.reason for type_ in content_types.values() for step in type_.kind.workflow.transitions.values()
    }
    return _seeded_vocabularies() | frozenset(name for name in of_fields | of_transitions if name)


@cache
def _seeded_vocabularies() -> frozenset[str]:
    return frozenset(word.vocabulary for word in seeded_words())


VOCABULARY_RULES = Rulebook.of(
    rules=(vocabulary_known,),
)
