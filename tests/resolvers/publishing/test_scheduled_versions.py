"""Publication respects the day: a version of a day to come leaves the one before in force, and takes its place then."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from models.term import Term
from resolvers.publishing.review import bring_into_force
from tests.support.actions.content import create, step, update
from tests.support.actions.exports import viewer_context
from tests.support.actions.privacy_notices import TEXTS
from tests.support.organisation import NOW, SampleOrganisation

NEW_YEAR = date(2027, 1, 1)
GROUND = ("goal_area", "DAILY_LIFE")


async def copy_of_word(organisation: SampleOrganisation, starts_on: str, title: str) -> dict[str, Any]:
    """Return a working copy of a word, published by the manager, that begins on a day."""
    row = await Term.get(vocabulary=GROUND[0], token=GROUND[1], state="ACTIVE")
    on = {"id": f"term_{row.pk.hex}", "revision": row.revision}
    assert await step(organisation, "administrator", "Term", on, "EDIT") == []
    query = "query C($i: ID!) { term(id: $i) { copies(filter: {state: {eq: DRAFT}}) { nodes { id revision } } } }"
    [copy] = (await organisation.data("administrator", query, i=on["id"]))["term"]["copies"]["nodes"]
    assert await update(organisation, "administrator", "Term", copy, startsOn=starts_on, titleFi=title) == []
    assert await step(organisation, "administrator", "Term", copy, "SUBMIT") == []
    assert await step(organisation, "manager", "Term", copy, "PUBLISH") == []
    return dict(copy)


async def begin_at(organisation: SampleOrganisation, day: date) -> int:
    """Run the job on a day, and return how many versions came into force."""
    organisation.now = datetime.combine(day, NOW.timetz()).astimezone(UTC)
    return await bring_into_force(viewer_context(organisation, await organisation.viewer("administrator")))


async def titles_in_force(organisation: SampleOrganisation) -> list[str]:
    """Return the titles under which the word is in force."""
    sql = "SELECT title_fi FROM term WHERE vocabulary = $1 AND token = $2 AND state = 'ACTIVE'"
    return [row["title_fi"] for row in await organisation.pool.fetch(sql, *GROUND)]


async def test_a_copy_that_begins_on_new_year_leaves_the_word_of_before_in_force_until_then(
    organisation: SampleOrganisation,
) -> None:
    [before] = await titles_in_force(organisation)
    copy = await copy_of_word(organisation, "2027-01-01", "Uusi")

    assert copy["state"] == "SCHEDULED"
    assert await titles_in_force(organisation) == [before]
    assert await begin_at(organisation, date(2026, 12, 31)) == 0
    assert await titles_in_force(organisation) == [before]
    assert await begin_at(organisation, NEW_YEAR) == 1
    assert await begin_at(organisation, NEW_YEAR) == 0
    assert await titles_in_force(organisation) == ["Uusi"]
    ended = await Term.get(vocabulary=GROUND[0], token=GROUND[1], state="SUPERSEDED")
    assert ended.ends_before == NEW_YEAR


async def test_a_scheduled_version_is_taken_back_by_a_reviewer_and_by_nobody_else(
    organisation: SampleOrganisation,
) -> None:
    copy = await copy_of_word(organisation, "2027-01-01", "Uusi")

    seen = await organisation.data("coach_a", "query T($i: ID!) { term(id: $i) { id } }", i=copy["id"])
    assert seen["term"] is None
    assert await step(organisation, "manager", "Term", copy, "SEND_BACK", comment="Vielä kerran") == []
    assert copy["state"] == "DRAFT"
    assert await begin_at(organisation, NEW_YEAR) == 0


async def test_two_versions_of_a_word_do_not_begin_on_the_same_day(organisation: SampleOrganisation) -> None:
    await copy_of_word(organisation, "2027-01-01", "Uusi")

    with pytest.raises(AssertionError, match="NOT_UNIQUE"):
        await copy_of_word(organisation, "2027-01-01", "Toinen")


async def test_a_notice_of_new_year_is_not_the_one_in_force_yet(organisation: SampleOrganisation) -> None:
    given = {"registerId": organisation.ids["register"], "texts": TEXTS, "effectiveOn": "2027-01-01"}
    notice = await create(organisation, "privacy_officer", "PrivacyNotice", **given)
    assert await step(organisation, "privacy_officer", "PrivacyNotice", notice, "SUBMIT") == []
    assert await step(organisation, "administrator", "PrivacyNotice", notice, "PUBLISH") == []

    assert notice["state"] == "SCHEDULED"
    assert await begin_at(organisation, NEW_YEAR) == 1
    assert await organisation.count("privacy_notice", "state = 'PUBLISHED'") == 1


async def test_a_law_of_new_year_changes_the_register_on_that_day(organisation: SampleOrganisation) -> None:
    given = {"registerId": organisation.ids["register"], "retentionYears": 7, "passiveAfterMonths": 12}
    given |= {"logMode": "NAMES", "basis": "Laki", "startsOn": "2027-01-01"}
    law = await create(organisation, "administrator", "RegisterLaw", **given)
    assert await step(organisation, "administrator", "RegisterLaw", law, "SUBMIT") == []
    assert await step(organisation, "manager", "RegisterLaw", law, "PUBLISH") == []

    assert law["state"] == "SCHEDULED"
    assert await organisation.count("register", "retention_years = 7") == 0
    assert await begin_at(organisation, NEW_YEAR) == 1
    assert await organisation.count("register", "retention_years = 7") == 1


async def test_one_person_alone_retires_nothing_that_is_in_use_and_either_brings_it_back(
    organisation: SampleOrganisation,
) -> None:
    row = await Term.get(vocabulary="attendance_code", token="PRESENT")
    on = {"id": f"term_{row.pk.hex}", "revision": row.revision}
    assert await step(organisation, "manager", "Term", on, "RETIRE", comment="Ei tarvita") == ["RETIREMENT_NOT_ASKED"]
    assert await step(organisation, "manager", "Term", on, "ASK_RETIREMENT", comment="Ei tarvita") == []
    assert await step(organisation, "manager", "Term", on, "RETIRE", comment="Ei tarvita") == ["RETIREMENT_NOT_ASKED"]
    assert await step(organisation, "administrator", "Term", on, "RETIRE", comment="Ei tarvita") == []

    assert await step(organisation, "administrator", "Term", on, "RESTORE", comment="Tarvitaan") == []
    assert on["state"] == "ACTIVE"
    again = await step(organisation, "administrator", "Term", on, "RETIRE", comment="Sittenkin")
    assert again == ["RETIREMENT_NOT_ASKED"]  # what was asked before is done with
