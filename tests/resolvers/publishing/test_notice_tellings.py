"""A new privacy notice reaches each person: in the service, by e-mail, or by a letter that somebody marks as sent."""

from datetime import timedelta

import pytest

from resolvers.publishing.notice_tellings import tell_notices
from tests.support.actions.content import step
from tests.support.actions.privacy_notices import published_notice
from tests.support.organisation import NOW, SampleOrganisation
from tests.support.system_context import system_context_on

TELLINGS = "{ noticeTellings { nodes { id revision state channel toldOn client { firstNames } } } }"


async def told(
    organisation: SampleOrganisation, who: str = "privacy_officer"
) -> dict[str, tuple[str, str, str | None]]:
    nodes = (await organisation.data(who, TELLINGS))["noticeTellings"]["nodes"]
    by_id = {str(row["id"]): row["first_names"] for row in await organisation.pool.fetch("SELECT * FROM client")}
    clients = await organisation.pool.fetch("SELECT t.id, t.client_id FROM notice_telling t")
    names = {f"notice_telling_{row['id'].hex}": by_id[str(row["client_id"])] for row in clients}
    return {names[node["id"]]: (node["state"], node["channel"], node["toldOn"]) for node in nodes}


async def test_each_client_is_told_and_the_record_says_how_and_when(organisation: SampleOrganisation) -> None:
    await published_notice(organisation)
    await organisation.pool.execute("UPDATE client SET email = NULL WHERE first_names = 'Pertti'")
    await organisation.pool.execute("UPDATE client SET died_on = '2026-11-01' WHERE first_names = 'Saara'")

    await tell_notices(system_context_on(organisation, NOW))

    found = await told(organisation)
    assert found["Aino"] == ("TOLD", "SERVICE", "2026-11-23")
    assert found["Pertti"] == ("TO_TELL", "LETTER", None)
    assert found["Tuuli"] == ("TO_TELL", "LETTER", None), "no mail server: the mail becomes a letter"
    assert "Saara" not in found, "the dead are told nothing"
    assert "Ville" not in found, "nobody of this register"
    assert await tell_notices(system_context_on(organisation, NOW)) == 0, "nobody is told twice"


async def test_a_letter_is_marked_as_sent_with_its_day_and_the_person_sees_it(organisation: SampleOrganisation) -> None:
    await published_notice(organisation)
    await tell_notices(system_context_on(organisation, NOW))
    rows = await organisation.pool.fetch(
        "SELECT t.id, t.revision, t.channel FROM notice_telling t JOIN client c ON c.id = t.client_id"
        " WHERE c.first_names IN ('Tuuli', 'Aino') ORDER BY c.first_names"
    )
    own, letter = ({"id": f"notice_telling_{r['id'].hex}", "revision": r["revision"]} for r in rows)
    organisation.now = NOW + timedelta(days=2)

    assert await step(organisation, "coach_a", "NoticeTelling", own, "MARK_SENT") == ["WRONG_STATE"]
    assert await step(organisation, "coach_a", "NoticeTelling", letter, "MARK_SENT") == []

    assert (await told(organisation, "coach_a"))["Tuuli"] == ("TOLD", "LETTER", "2026-11-25")
    assert set(await told(organisation, "trainee")) == {"Aino"}


@pytest.mark.parametrize("who", ["colleague_a", "manager", "finance", "official_x", "workplace", "administrator"])
async def test_nobody_else_learns_how_a_person_was_told(organisation: SampleOrganisation, who: str) -> None:
    await published_notice(organisation)
    await tell_notices(system_context_on(organisation, NOW))

    assert await told(organisation, who) == {}


async def test_a_client_of_the_time_after_the_month_of_publication_is_not_told_of_old_news(
    organisation: SampleOrganisation,
) -> None:
    await published_notice(organisation)
    later = NOW + timedelta(days=31)

    assert await tell_notices(system_context_on(organisation, later)) == 0
