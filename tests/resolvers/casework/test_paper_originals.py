"""No manual material: a scanned paper is a task until somebody returned or destroyed its original, and says so."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from models.attachment import Attachment
from resolvers.casework.paper_originals import remind_of_papers
from tests.support.actions.content import create, step, try_to_create
from tests.support.actions.privacy_notices import CHECK_NOTICE, published_notice
from tests.support.organisation import NOW, SampleOrganisation
from tests.support.system_context import system_context_on

SCAN = "0" * 64


async def scanned(organisation: SampleOrganisation, who: str = "aino", *, has_come: bool = True) -> str:
    """Store the file of a client and return its id."""
    file = await Attachment.create(
        noun="client",
        object_id=organisation.rows[who].pk,
        name="sopimus.pdf",
        media_type="application/pdf",
        size=1,
        sha256=SCAN,
        added_at=NOW,
        added_by=UUID(int=0),
        added_by_name="coach_a",
        uploaded_at=NOW if has_come else None,
    )
    return f"attachment_{file.pk.hex}"


async def paper(organisation: SampleOrganisation, **more: Any) -> dict[str, Any]:
    given = {"clientId": organisation.ids["aino"], "what": "Sopimus", "receivedOn": "2026-11-20"} | more
    return await create(organisation, "coach_a", "PaperOriginal", **given)


async def test_an_original_is_a_task_until_it_is_destroyed_by_somebody_on_a_day(
    organisation: SampleOrganisation,
) -> None:
    it = await paper(organisation, attachment=await scanned(organisation))
    notice = await published_notice(organisation)
    before = (await organisation.data("privacy_officer", CHECK_NOTICE, n=notice["id"]))["noticeCheck"]

    assert await step(organisation, "coach_a", "PaperOriginal", it, "DESTROY") == []

    query = "query P($i: ID!) { paperOriginal(id: $i) { state dueOn handledOn handledByName } }"
    shown = (await organisation.data("trainee", query, i=it["id"]))["paperOriginal"]
    assert shown == {
        "state": "DESTROYED",
        "dueOn": "2026-12-04",
        "handledOn": "2026-11-23",
        "handledByName": "coach_a",
    }
    after = (await organisation.data("privacy_officer", CHECK_NOTICE, n=notice["id"]))["noticeCheck"]
    assert (before["openOriginals"], after["openOriginals"]) == (1, 0)
    assert await step(organisation, "coach_a", "PaperOriginal", it, "RETURN") == ["WRONG_STATE"]


async def test_the_only_copy_is_not_destroyed_before_its_scan_has_come(organisation: SampleOrganisation) -> None:
    it = await paper(organisation, attachment=await scanned(organisation, has_come=False))

    assert await step(organisation, "coach_a", "PaperOriginal", it, "DESTROY") == ["SCAN_MISSING"]
    assert await organisation.count("paper_original", "state = 'WAITING'") == 1


async def test_a_paper_belongs_to_a_file_of_the_same_client(organisation: SampleOrganisation) -> None:
    given = {"clientId": organisation.ids["aino"], "what": "Sopimus", "receivedOn": "2026-11-20"}
    other = await scanned(organisation, "ville")

    for file in (other, "attachment_" + "0" * 32, "nothing"):
        assert await try_to_create(organisation, "coach_a", "PaperOriginal", **given, attachment=file) == (
            {},
            ["NOT_FOUND"],
        )
    late = given | {"receivedOn": "2026-11-24", "attachment": await scanned(organisation)}
    assert await try_to_create(organisation, "coach_a", "PaperOriginal", **late) == ({}, ["IN_THE_FUTURE"])


@pytest.mark.parametrize("who", ["colleague_a", "manager", "official_x", "workplace", "administrator", "coach_b"])
async def test_nobody_else_sees_or_handles_a_paper(organisation: SampleOrganisation, who: str) -> None:
    it = await paper(organisation, attachment=await scanned(organisation))

    found = await organisation.data(who, "{ paperOriginals { totalCount nodes { what } } }")

    assert found["paperOriginals"] == {"totalCount": 0, "nodes": []}
    assert await step(organisation, who, "PaperOriginal", it, "DESTROY") == ["NOT_FOUND"]


async def test_coach_and_supervisor_are_reminded_when_its_day_has_come_and_again_after_a_week(
    organisation: SampleOrganisation,
) -> None:
    await paper(organisation, attachment=await scanned(organisation))
    due = NOW + timedelta(days=12)
    counts = [
        await remind_of_papers(system_context_on(organisation, day))
        for day in (NOW, due, due + timedelta(days=1), due + timedelta(days=8))
    ]

    assert counts == [0, 1, 0, 1]
    rows = await organisation.pool.fetch("SELECT DISTINCT event FROM notification WHERE link LIKE 'paper_original%'")
    assert [row["event"] for row in rows] == ["paper_original.due"]
    assert date(2026, 12, 4) <= due.date()
