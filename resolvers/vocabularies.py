"""Codes that come from a vocabulary must be in it, in use, and valid today."""

from collections.abc import Iterable
from datetime import date

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.expressions import Q

from models.term import Term
from resolvers.declaration import ContentType
from resolvers.problems import CommandRefused, Problem


async def known_codes(
    wanted: Iterable[tuple[str, str]], today: date, db: TransactionalDBClient
) -> set[tuple[str, str]]:
    """Return those of the (vocabulary, token) pairs that may be chosen today. One statement."""
    asked = list(wanted)
    found = Term.filter(
        Q(starts_on__isnull=True) | Q(starts_on__lte=today), Q(ends_before__isnull=True) | Q(ends_before__gt=today),
        state="ACTIVE", vocabulary__in=[v for v, _ in asked], token__in=[t for _, t in asked],
    )  # fmt: skip
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
    if unknown := [Problem("UNKNOWN_TERM", (key,)) for key, pair in wanted.items() if pair not in known]:
        raise CommandRefused(*unknown)
