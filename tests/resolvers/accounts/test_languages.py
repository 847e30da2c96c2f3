"""The language of an account is chosen by its person, and nothing else of it is."""

from typing import Any

import pytest

import models
from tests.support.actions.content import update
from tests.support.organisation import SampleOrganisation


async def account_of(organisation: SampleOrganisation, who: str) -> dict[str, Any]:
    """Return id and revision of somebody's account, as the person reads it."""
    query = "query A($id: ID!) { account(id: $id) { id revision } }"
    id_ = f"account_{organisation.rows[f'account_{who}'].pk.hex}"
    found: dict[str, Any] = (await organisation.data(who, query, id=id_))["account"]
    return found


@pytest.mark.parametrize("who", ["trainee", "official_x", "workplace", "coach_a", "manager"])
async def test_everybody_chooses_the_own_language_and_stays_logged_in(
    organisation: SampleOrganisation, who: str
) -> None:
    it = await account_of(organisation, who)
    before: Any = await models.Account.get(pk=it["id"].removeprefix("account_"))

    assert await update(organisation, who, "Account", it, language="sv") == []

    after: Any = await models.Account.get(pk=before.pk)
    assert (after.language, after.epoch, after.revision) == ("sv", before.epoch, before.revision + 1)


@pytest.mark.parametrize("given", [{"name": "Joku Muu"}, {"name": "Joku Muu", "language": "sv"}])
async def test_nothing_else_of_the_own_account_is_changed(
    organisation: SampleOrganisation, given: dict[str, str]
) -> None:
    it = await account_of(organisation, "coach_a")

    assert await update(organisation, "coach_a", "Account", it, **given) == ["FORBIDDEN_FIELD"]


async def test_nobody_chooses_for_somebody_else_but_an_administrator(organisation: SampleOrganisation) -> None:
    it = await account_of(organisation, "coach_a")

    assert await update(organisation, "coach_b", "Account", it, language="sv") == ["NOT_FOUND"]
    assert await update(organisation, "administrator", "Account", it, language="sv") == []
