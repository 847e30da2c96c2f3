"""The texts that people agree to: written by the administrator, published by the privacy officer."""

from typing import Any

from tests.support.actions.content import create, step
from tests.support.organisation import SampleOrganisation


async def draft_text(organisation: SampleOrganisation, kind: str, version: str, **given: Any) -> dict[str, Any]:
    """Create a draft of a text and return it."""
    parts = {
        f"{part}{language}": f"{part} {version} {language}" for part in ("title", "body") for language in LANGUAGES
    }
    return await create(
        organisation, "administrator", "AgreementText", kind=kind, version=version, **{**parts, **given}
    )


async def publish_text(organisation: SampleOrganisation, kind: str, version: str, **given: Any) -> dict[str, Any]:
    """Create a text as the administrator, publish it as the privacy officer, and return it."""
    it = await draft_text(organisation, kind, version, **given)
    assert await step(organisation, "administrator", "AgreementText", it, "SUBMIT") == []
    assert await step(organisation, "privacy_officer", "AgreementText", it, "PUBLISH") == []
    return it


LANGUAGES = ("Fi", "Sv", "En")
