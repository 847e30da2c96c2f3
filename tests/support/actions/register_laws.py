"""The law of a register: written by the administrator, published by the privacy officer."""

from typing import Any

from tests.support.actions.content import create, step
from tests.support.organisation import SampleOrganisation

BASIS = "Johtoryhmän päätös 12/2026"


async def draft_law(organisation: SampleOrganisation, who: str = "administrator", **given: Any) -> dict[str, Any]:
    """Create a draft of the register's law and return it."""
    return await create(organisation, who, "RegisterLaw", registerId=organisation.ids["register"], basis=BASIS, **given)


async def publish_law(organisation: SampleOrganisation, **given: Any) -> dict[str, Any]:
    """Create a law as the administrator, publish it as the privacy officer, and return it."""
    it = await draft_law(organisation, **given)
    assert await step(organisation, "administrator", "RegisterLaw", it, "SUBMIT") == []
    assert await step(organisation, "privacy_officer", "RegisterLaw", it, "PUBLISH") == []
    return it
