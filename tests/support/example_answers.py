"""Who an example of the demo is for, and every value in its answer."""

from collections.abc import Iterator
from typing import Any

from models.provider import ProviderUser
from service.demo.people.cast import AGENCY_CLIENT, CAST
from workflow.vocabulary import Role


async def subject_of(role: Role) -> str:
    """Return who of the demo has a role, as tokens name one."""
    if role is Role.AGENCY:
        return AGENCY_CLIENT
    username = next(part.username for part in CAST if part.role is role)
    return str((await ProviderUser.get(username=username)).id)


def leaves(found: Any) -> Iterator[Any]:
    """Return every value in an answer that is no list and no object."""
    if isinstance(found, dict | list):
        for inner in found.values() if isinstance(found, dict) else found:
            yield from leaves(inner)
    else:
        yield found
