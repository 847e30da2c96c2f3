"""Public ids, `<noun>_<32 hexadecimal digits>`: the API and all links identify an object by one."""

import re
from typing import Any
from uuid import UUID

from models.driver_ids import read_id

_PUBLIC_ID = re.compile(r"([a-z_]+)_([0-9a-f]{32})\Z")

_LONGEST = 80  # characters of an id; looking at a longer text would only cost time


def public_id(noun: str, uuid: Any) -> str:
    """Return the public id of an object."""
    return f"{noun}_{UUID(str(uuid)).hex}"


def public_id_sql(noun: str, column: str) -> str:
    """Return the SQL of the public id of the object whose uuid is in a column."""
    return f"'{noun}_' || encode(uuid_send({column}), 'hex')"


def parse_public_id(text: str) -> tuple[str, UUID] | None:
    """Return the noun and the uuid of a public id; None when the text is not a public id."""
    match = _PUBLIC_ID.match(text) if len(text) <= _LONGEST else None
    return (match[1], read_id(match[2])) if match else None


def object_uuid(noun: str, text: str) -> UUID | None:
    """Return the uuid in a public id of this noun; None for any other text."""
    parsed = parse_public_id(text)
    return parsed[1] if parsed and parsed[0] == noun else None
