"""The examples of the demo: who asks them, and the values in an answer."""

from collections.abc import Iterator
from typing import Any

from models.provider import ProviderUser
from service.demo.people.cast import AGENCY_CLIENT, CAST
from workflow.roles import Role


async def token_subject_of(role: Role) -> str:
    """Return the subject that a token of the demo's person with a role names."""
    if role is Role.AGENCY:
        return AGENCY_CLIENT
    username = next(part.username for part in CAST if part.role is role)
    return str((await ProviderUser.get(username=username)).id)


def leaf_values(found: Any) -> Iterator[Any]:
    """Yield every value in an answer that is neither a list nor an object."""
    if isinstance(found, dict | list):
        for inner in found.values() if isinstance(found, dict) else found:
            yield from leaf_values(inner)
    else:
        yield found
