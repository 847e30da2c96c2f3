"""One reading of a person's data for an export: for whom it is, what it found, and the row it leaves in the log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from auth.disclosure import DISCLOSURE_COLUMNS, authority_of, caller_columns
from auth.viewer import Viewer
from resolvers.context import CommandContext
from resolvers.public_ids import public_id

EXPORT_PURPOSE = "DATA_REQUEST"
THIRD_PERSON, STAFF_NAME, FORM_SECTION = "THIRD_PERSON", "STAFF_NAME", "FORM_SECTION"
NOT_FOR_READER = "NOT_FOR_READER"
FOUND = frozenset({THIRD_PERSON, FORM_SECTION})  # left out automatically; the privacy officer decides on each
Withholdings = Mapping[tuple[str, str | None], Any]  # (object, field) → its withholding


@dataclass(frozen=True)
class Reading:
    """
    One reading of a person's data: the client, the request it is for, and the rules on what is left out.

    `withholdings` are those of the request. `with_names` says whether employees are named. `is_given_only` limits the
    reading to what the person gave (portability). `reader` is who gets the export in the person's place: what that
    viewer may not read by the policy is withheld. Without one the person gets it.
    """

    context: CommandContext
    client: UUID
    request: UUID
    withholdings: Withholdings
    with_names: bool
    is_given_only: bool = False
    language: str = "fi"
    reader: Viewer | None = None
    id: UUID = field(default_factory=uuid4)


@dataclass
class Contents:
    """The result of a reading: objects by type, what is withheld, what was newly found to withhold, and ids by type."""

    objects: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    withheld: list[dict[str, Any]] = field(default_factory=list)
    new_withholdings: list[tuple[str, str, str]] = field(default_factory=list)  # object, field, basis
    hidden: set[tuple[str, str]] = field(default_factory=set)
    written_by_person: set[tuple[str, str]] = field(default_factory=set)  # (object, field) written last; for PORT
    ids: dict[str, list[UUID]] = field(default_factory=dict)

    def all_ids(self) -> list[UUID]:
        """Return the ids of every object that was read."""
        return [uuid for ids in self.ids.values() for uuid in ids]


def log_export_read(reading: Reading, fields: list[str]) -> list[Any]:
    """Return the values of the disclosure row of a reading, in the order of its columns."""
    context = reading.context
    name = public_id("data_request", reading.request)
    values: dict[str, Any] = {
        "at": context.now,
        **caller_columns(context.viewer),
        "authority": f"{name} {authority_of(context.viewer)}"[:120],
        "operation": "package",
        "document": "",
        "fields": sorted(fields),
        "asked": [reading.request],
        "purpose": EXPORT_PURPOSE,
        "request": reading.id,
    }
    return [values[name] for name in DISCLOSURE_COLUMNS]
