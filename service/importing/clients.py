"""Reading one row: from its texts to a client that can be stored, or to all faults of the row."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TypeVar

from models.contact import HOME_REGION, normalise_email
from models.identity_code import agreed_date_of_birth, normalise_identity_code, past_date_of_birth
from models.values import ValueRefused, bounded_date, normalise_line, normalise_name
from service.importing.cells import (
    read_country,
    read_date,
    read_gender,
    read_language,
    read_municipality,
    read_phones,
    read_postal_code,
    read_yes_no,
)
from service.importing.letters import check_letters, check_name_letters

_NAMES = frozenset({"last_name", "first_names", "call_name"})
_Value = TypeVar("_Value")


@dataclass(frozen=True)
class CellFault:
    """A fault of a row: the field (None: the whole row), the stable code of the refusal, and what its message names."""

    field: str | None
    code: str
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict, compare=False)


class RowRefused(Exception):
    """The row is no valid client; `faults` are all its faults from left to right, for one round of corrections."""

    code = "ROW_REFUSED"

    def __init__(self, *faults: CellFault) -> None:
        super().__init__(self.code)
        self.faults = faults


@dataclass(frozen=True, repr=False)
class ClientRow:
    """A client that can be stored; its identity code is still plain text and is encrypted together with its row."""

    first_names: str
    last_name: str
    call_name: str | None
    personal_identity_code: str | None
    date_of_birth: date | None
    gender: str
    mother_tongue: str | None
    service_language: str
    interpreter_needed: bool
    municipality: str | None
    street_address: str | None
    postal_code: str | None
    city: str | None
    country: str
    phones: tuple[str, ...]
    email: str | None
    emergency_contact: str | None
    safety_restriction: bool


@dataclass(frozen=True)
class ReadingRules:
    """
    The date and the setting on which validation depends.

    With `doubts_letters`, names with signs that stand in no name are refused: the encoding of the file was guessed.
    """

    today: date
    allow_artificial: bool
    doubts_letters: bool = False


def read_client(texts: Mapping[str, str], rules: ReadingRules) -> ClientRow:
    """
    Return the client in the texts of a row.

    :raises RowRefused: with every fault of the row
    """
    cells = _Cells(texts, rules.doubts_letters)
    take = cells.take
    country = take("country", read_country) or HOME_REGION
    code = take("personal_identity_code", partial(normalise_identity_code, allow_artificial=rules.allow_artificial))
    born = take("date_of_birth", read_date)
    row = ClientRow(
        last_name=cells.required("last_name", normalise_name),
        first_names=cells.required("first_names", normalise_name),
        call_name=take("call_name", normalise_name),
        personal_identity_code=code,
        date_of_birth=cells.attempt("date_of_birth", partial(_date_of_birth, code, born, rules.today)),
        gender=take("gender", read_gender) or "UNDISCLOSED",
        mother_tongue=take("mother_tongue", read_language),
        service_language=take("service_language", read_language) or "fi",
        interpreter_needed=bool(take("interpreter_needed", read_yes_no)),
        municipality=take("municipality", partial(read_municipality, today=rules.today)),
        street_address=take("street_address", partial(normalise_line, longest=200)),
        postal_code=take("postal_code", partial(read_postal_code, country=country)),
        city=take("city", partial(normalise_line, longest=100)),
        country=country,
        phones=take("phones", read_phones) or (),
        email=take("email", normalise_email),
        emergency_contact=take("emergency_contact", partial(normalise_line, longest=300)),
        safety_restriction=bool(take("safety_restriction", read_yes_no)),
    )
    if cells.faults:
        raise RowRefused(*cells.faults)
    return row


def _date_of_birth(code: str | None, written: date | None, today: date) -> date | None:
    agreed = agreed_date_of_birth(code, written)
    return past_date_of_birth(bounded_date(agreed), today) if agreed else None


@dataclass(repr=False)
class _Cells:
    """The texts of one row, and its faults so far."""

    texts: Mapping[str, str]
    doubts_letters: bool = False
    faults: list[CellFault] = field(default_factory=list)

    def take(self, name: str, read: Callable[[str], _Value]) -> _Value | None:
        """Return the value of a cell; None when it is empty or wrong; a wrong one adds a fault."""
        text = self.texts.get(name, "")
        return self.attempt(name, lambda: read(self._checked(name, text))) if text.strip() else None

    def required(self, name: str, read: Callable[[str], str]) -> str:
        """Return the value of a cell that must not be empty; "" and a fault when it is wrong."""
        return self.attempt(name, lambda: read(self._checked(name, self.texts.get(name, "")))) or ""

    def _checked(self, name: str, text: str) -> str:
        is_doubted = self.doubts_letters and name in _NAMES
        return check_name_letters(check_letters(text)) if is_doubted else check_letters(text)

    def attempt(self, name: str, read: Callable[[], _Value]) -> _Value | None:
        """Return the result of `read`; None and a fault when it refuses the value."""
        try:
            return read()
        except ValueRefused as refusal:
            self.faults.append(CellFault(name, refusal.code, getattr(refusal, "facts", {})))
            return None
