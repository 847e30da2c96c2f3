"""
Whether two rows may be one person: the same names, and nothing that tells them apart.

Different identity codes or days of birth tell people apart, and so do contacts, where a day of birth is missing. The
same day of birth, or nothing to compare, leaves a possible double, which a person must look at.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from models.ordering import sort_key
from models.sealed import Keyring, keyed_digests
from models.values import ValueRefused
from service.importing.clients import ClientRow

_PURPOSE = "import_person"


class PossibleDouble(ValueRefused):
    """A client of the unit, or an earlier row of the file, has the same names, and may be the same person."""

    code = "ROW_POSSIBLE_DOUBLE"


@dataclass(frozen=True, repr=False)
class Person:
    """By what a person is compared: order key of the names, identity code, day of birth, phones and e-mail."""

    names: str
    code: object | None
    born: object | None
    contacts: frozenset[object]

    def may_be(self, other: "Person") -> bool:
        """Return whether the two may be one person."""
        if self.names != other.names or _differ(self.code, other.code) or _differ(self.born, other.born):
            return False
        if self.born is not None and other.born is not None:
            return True
        return not (self.contacts and other.contacts) or not self.contacts.isdisjoint(other.contacts)


def person_of(row: ClientRow, indexes: Collection[bytes]) -> Person:
    """Return by what a row is compared; the code is its first index, because the plain code is nowhere else."""
    contacts = frozenset({*row.phones, *([row.email.casefold()] if row.email else [])})
    return Person(names_of(row), next(iter(indexes), None), row.date_of_birth, contacts)


def names_of(row: ClientRow) -> str:
    """Return the order key of a row's names, as `client.sort_key` stores it."""
    return sort_key(row.last_name, row.first_names)


def digested(person: Person, keyring: Keyring) -> Person:
    """Return a person of digests, which may be kept while a file is read."""

    def digest(value: object | None) -> bytes | None:
        text = value.isoformat() if isinstance(value, date) else str(value)
        return None if value is None else keyed_digests(keyring, _PURPOSE, text)[0]

    code = person.code if isinstance(person.code, bytes) else None  # an index is a digest already
    contacts = frozenset(digest(contact) for contact in person.contacts)
    return Person(str(digest(person.names)), code, digest(person.born), frozenset(contacts))


def _differ(one: object | None, other: object | None) -> bool:
    return one is not None and other is not None and one != other
