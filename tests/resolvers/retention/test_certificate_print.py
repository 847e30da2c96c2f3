"""The deletion certificate in print: Finnish names and reasons, for those who see the purge, and no code in it."""

import re
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from resolvers.retention.certificate_print import printed_certificate
from resolvers.retention.purge_run import run_purges
from service.settings import Settings
from tests.support.actions.exports import viewer_context
from tests.support.actions.purges import (
    confirmed_purge,
    end_relationship,
    place_legal_hold,
    purge_as_read,
    step_purge,
    worker_context,
)
from tests.support.organisation import SampleOrganisation
from tests.support.printed import claims_of, text_of

PRINT = """mutation P($i: TransitionPurgeInput!) { done: transitionPurge(input: $i) {
  secret errors { code } } }"""
CODE = re.compile(r"\b(?:[A-Z]{2,}_[A-Z_]+|search_entry|outbox|idempotency_key|import_row)\b")


async def done_purge(organisation: SampleOrganisation, settings: Settings) -> dict[str, Any]:
    """Return a purge that erased Saara and kept Ville, who is held."""
    for name in ("saara", "ville"):
        await end_relationship(organisation, name, date(2022, 11, 23))
    it = await confirmed_purge(organisation)
    await place_legal_hold(organisation, "ville")
    await run_purges(worker_context(settings))
    revision = await organisation.pool.fetchval("SELECT revision FROM purge WHERE id = $1", UUID(it["id"][-32:]))
    return it | {"revision": revision}


async def test_the_certificate_names_what_went_and_what_stayed_in_words(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    it = await done_purge(organisation, settings)
    context = viewer_context(organisation, await organisation.viewer("privacy_officer"))

    pdf = await printed_certificate(context, UUID(it["id"][-32:]))

    assert pdf is not None
    text = " ".join(text_of(pdf).split())
    stored = str((await purge_as_read(organisation, it))["certificate"])
    for said in (text, stored):
        assert "säilytysaika on päättynyt" in said
        assert f"{organisation.ids['ville']}: poistokielto" in said
        assert "Valmentautuja-asiakas" in said
        assert re.search(r"23\.11\.2026 klo \d+\.\d\d", said)
        assert CODE.search(said) is None
    assert organisation.ids["saara"] in text
    assert claims_of(pdf) == {
        "language": "fi",
        "title": "Poistotodistus",
        "is_tagged": True,
        "pdf_ua": "1",
        "fonts": True,
    }


async def test_the_certificate_speaks_the_language_of_who_prints_it(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    it = await done_purge(organisation, settings)
    viewer = replace(await organisation.viewer("manager"), language="sv")

    pdf = await printed_certificate(viewer_context(organisation, viewer), UUID(it["id"][-32:]))

    assert pdf is not None
    assert claims_of(pdf)["title"] == "Gallringsintyg"
    assert "förvaringstiden har gått ut" in text_of(pdf)


@pytest.mark.parametrize(("who", "is_shown"), [("privacy_officer", True), ("manager", True), ("coach_a", False)])
async def test_a_link_to_the_certificate_is_shown_to_those_who_see_the_purge(
    organisation: SampleOrganisation, settings: Settings, who: str, is_shown: bool
) -> None:
    it = await done_purge(organisation, settings)
    given = {"id": it["id"], "revision": it["revision"], "transition": "PRINT"}

    done = (await organisation.data(who, PRINT, i=given))["done"]

    assert [e["code"] for e in done["errors"]] == ([] if is_shown else ["NOT_FOUND"])
    assert str(done["secret"]).startswith(f"/prints/{it['id']}.pdf?") == is_shown
    context = viewer_context(organisation, await organisation.viewer(who))
    assert (await printed_certificate(context, UUID(it["id"][-32:])) is not None) == is_shown


async def test_a_purge_that_is_not_done_has_no_certificate(organisation: SampleOrganisation) -> None:
    await end_relationship(organisation, "saara", date(2022, 11, 23))
    it = await confirmed_purge(organisation)
    context = viewer_context(organisation, await organisation.viewer("privacy_officer"))

    assert await step_purge(organisation, "privacy_officer", it, "PRINT") == ["WRONG_STATE"]
    assert await printed_certificate(context, UUID(it["id"][-32:])) is None
