"""Codes that come from a vocabulary must be in it, in use, and valid today; a term is of a vocabulary there is."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.expressions import Q

from models.term import Term
from models.vocabulary import seeded_words
from resolvers.context import PendingChange, Rulebook
from resolvers.declaration import ContentType, ContentTypes
from resolvers.refusals import CommandRefused, Problem
from workflow.term import USABLE_TERM_STATES


async def known_codes(
    wanted: Iterable[tuple[str, str]], today: date, db: TransactionalDBClient
) -> set[tuple[str, str]]:
    """Return those of the (vocabulary, token) pairs that may be chosen today. One statement."""
    asked = list(wanted)
    found = Term.filter(
        Q(starts_on__isnull=True) | Q(starts_on__lte=today),
        Q(ends_before__isnull=True) | Q(ends_before__gt=today),
        state__in=USABLE_TERM_STATES,
        vocabulary__in=[v for v, _ in asked],
        token__in=[t for _, t in asked],
    )
    return set(await found.using_db(db).values_list("vocabulary", "token"))


async def check_codes(
    type_: ContentType, row: object, keys: Iterable[str], today: date, db: TransactionalDBClient
) -> None:
    """
    Check the codes that a command set.

    :raises CommandRefused: UNKNOWN_TERM for every code that is not in its vocabulary
    """
    coded = [
        f for f in type_.fields.values() if f.key in set(keys) and f.vocabulary and getattr(row, f.name) is not None
    ]
    if not coded:
        return
    wanted = {f.key: (str(f.vocabulary), str(getattr(row, f.name))) for f in coded}
    known = await known_codes(wanted.values(), today, db)
    if unknown := [unknown_term(pair[0], key) for key, pair in wanted.items() if pair not in known]:
        raise CommandRefused(*unknown)


def unknown_term(vocabulary: str, *path: str) -> Problem:
    """Return the refusal of a code, which names the vocabulary that it was looked up in."""
    return Problem("UNKNOWN_TERM", path, {"vocabulary": vocabulary})


async def vocabulary_known(change: PendingChange) -> list[Problem]:
    """Refuse a term of a vocabulary that nothing asks for, and tell those there are: a slip would never be chosen."""
    if "vocabulary" not in change.keys or change.row.vocabulary in (
        known := vocabularies(change.context.content_types)
    ):
        return []
    return [Problem("UNKNOWN_VOCABULARY", ("vocabulary",), {"known": ", ".join(sorted(known))})]


def vocabularies(content_types: ContentTypes) -> frozenset[str]:
    """Return the vocabularies there are: those that a register begins with, that a field names, or a step asks for."""
    named = {f.vocabulary for type_ in content_types.values() for f in type_.fields.values()}
    asked = {step.reason for type_ in content_types.values() for step in type_.kind.workflow.transitions.values()}
    return _seeded() | frozenset(name for name in named | asked if name)


@cache
def _seeded() -> frozenset[str]:
    return frozenset(word.vocabulary for word in seeded_words())


VOCABULARY_RULES = Rulebook.of(
    rules=(vocabulary_known,),
)
