"""A right, a consent or a session that ends while a stream is open: nothing more is told, and the stream says why."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from service.changes import response
from service.resources import utc_now
from service.settings import Settings
from tests.support.actions.consents import consent_of_the_referral, record_a_day
from tests.support.actions.content import step, update
from tests.support.event_streams import StreamRefused, event_stream
from tests.support.listening_service import ListeningService, listening_service
from tests.support.login.providers import EmbeddedProvider, system_token
from tests.support.organisation import OrganisationTemplate
from tests.support.processes.workers import wait_until

CLIENT = "query C($id: ID!) { client(id: $id) { id revision } }"
EVENT = (
    "INSERT INTO outbox (at, event, noun, object_id, revision) SELECT now(), 'attendance.update', 'attendance', id, 9"
    " FROM attendance WHERE day = '2026-12-02'"
)


@pytest.fixture
async def service(settings: Settings, organisation_template: OrganisationTemplate) -> AsyncIterator[ListeningService]:
    """The service with the organisation."""
    async with listening_service(settings, organisation_template) as found:
        yield found


async def change_aino(service: ListeningService) -> None:
    """Change a client whom coach A sees."""
    it = (await service.organisation.data("coach_a", CLIENT, id=service.organisation.ids["aino"]))["client"]
    assert await update(service.organisation, "coach_a", "Client", it, email=f"a{it['revision']}@example.org") == []


async def test_an_agency_is_told_of_days_while_a_consent_is_in_force_and_not_after_it_is_withdrawn(
    service: ListeningService,
) -> None:
    organisation = service.organisation
    await record_a_day(organisation)
    consent = await consent_of_the_referral(organisation)
    async with (
        service.follow("official_x", types=["Attendance"]) as agency,
        service.follow("official_y", types=["Attendance", "Referral"]) as other,
        service.follow("coach_a", types=["Attendance"]) as coach,
    ):
        for stream in (agency, other, coach):
            await stream.events(1)
        await organisation.pool.execute(EVENT)
        before = [await stream.events(1) for stream in (agency, coach)]
        assert await step(organisation, "coach_a", "Consent", consent, "WITHDRAW") == []
        await organisation.pool.execute(EVENT)
        after = await coach.events(1)
        is_silent = [await agency.is_silent(), await other.is_silent(0.1)]

    assert before == [[("CHANGED", "Attendance", None, None)]] * 2
    assert after == before[1]
    assert is_silent == [True, True]


async def test_a_stream_ends_with_its_session_before_the_next_event(service: ListeningService) -> None:
    async with service.follow("coach_a", types=["Client"]) as stream:
        await stream.events(1)
        await service.organisation.pool.execute("DELETE FROM session")
        await change_aino(service)
        codes = await stream.end()

    assert codes == ["STREAM_STALE"]
    assert b"CHANGED" not in stream.raw


async def test_a_stream_ends_with_its_account(service: ListeningService) -> None:
    organisation = service.organisation
    it = {"id": f"account_{organisation.rows['account_coach_a'].pk.hex}", "revision": 1}
    async with (
        service.follow("coach_a", types=["Client"]) as stream,
        service.follow("coach_b", types=["Unit"]) as other,
    ):
        await stream.events(1)
        await other.events(1)
        assert await step(organisation, "administrator", "Account", it, "DISABLE", comment="Lähti talosta") == []
        codes = await stream.end()
        is_silent = await other.is_silent()

    assert codes == ["STREAM_STALE"]
    assert is_silent


async def test_a_stream_ends_when_a_role_ends_and_the_next_one_is_told_what_the_rest_of_the_roles_see(
    service: ListeningService,
) -> None:
    organisation, coach = service.organisation, service.organisation.rows["account_coach_a"]
    [grant] = await organisation.pool.fetch("SELECT id, revision FROM role_grant WHERE account_id = $1", coach.pk)
    it = {"id": f"role_grant_{grant['id'].hex}", "revision": grant["revision"]}
    async with service.follow("coach_a", types=["Client"]) as stream:
        await stream.events(1)
        assert await step(organisation, "administrator", "RoleGrant", it, "END", comment="Siirtyy muualle") == []
        codes = await stream.end()
    async with service.follow("coach_a", types=["Client"], ids=[organisation.ids["ville"]]) as stream:
        start = await stream.events(2)

    assert codes == ["STREAM_STALE"]
    assert start[1] == ("GONE", None, organisation.ids["ville"], None)


async def test_a_system_of_an_agency_follows_its_own_referral_with_a_token_and_no_longer_than_that(
    service: ListeningService,
) -> None:
    organisation = service.organisation
    provider = EmbeddedProvider(service.settings, utc_now)
    await provider.start()
    agency = organisation.rows["agency_x"].pk
    await organisation.pool.execute("UPDATE agency_client SET agency_id = $1", agency)
    await record_a_day(organisation)
    [row] = await organisation.pool.fetch("SELECT id FROM referral")
    referral = f"referral_{row['id'].hex}"
    token = (await system_token(provider, utc_now(), scope="referrals:read")).json()["access_token"]
    headers = {"authorization": f"Bearer {token}"}
    async with event_stream(service.http, headers, types=["Attendance"], ids=[referral]) as stream:
        await stream.events(1)
        await organisation.pool.execute(
            "INSERT INTO outbox (at, event, noun, object_id, revision) SELECT now(), 'referral.x', 'referral', id, 77"
            " FROM referral"
        )
        await organisation.pool.execute(EVENT)  # the consent would do, the scope does not
        told = await stream.events(1)
        elsewhere = headers | {"origin": "https://elsewhere.example"}  # a page of another origin takes another way
        async with event_stream(service.http, elsewhere, ids=[referral]) as other:
            opened = await other.events(1)
        revoking = "UPDATE agency_client SET state = 'REVOKED', revoked_at = now(), epoch = epoch + 1"
        await organisation.pool.execute(revoking)
        codes = await stream.end()
    with pytest.raises(StreamRefused) as refused:
        async with event_stream(service.http, headers, types=["Referral"]):
            pass

    assert told == [("CHANGED", "Referral", referral, 77)]
    assert opened == [("OPENED", None, None, None)]
    assert codes == ["STREAM_STALE"]
    assert refused.value.status == 401


async def test_streams_are_told_to_come_again_when_the_service_stops(service: ListeningService) -> None:
    async with service.follow("coach_a", types=["Client"]) as stream:
        await stream.events(1)
        service.app.state.changes.drain()
        codes = await stream.end()
        with pytest.raises(StreamRefused) as refused:
            async with service.follow("coach_a", types=["Client"]):
                pass

    assert codes == ["STREAM_OVER"]
    assert (refused.value.status, refused.value.codes) == (503, ["STREAMS_FULL"])


async def test_a_stream_whose_time_is_over_says_so_and_says_before_that_it_is_alive(
    service: ListeningService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(response, "HEARTBEAT_SECONDS", 0.2)
    monkeypatch.setattr(response, "LONGEST", timedelta(seconds=1))
    async with service.follow("coach_a", types=["Client"]) as stream:
        opened = await stream.event()
        codes = await stream.end()
        raw = stream.raw
    async with service.follow("coach_a", types=["Client"], since=opened["cursor"]) as stream:
        again = await stream.events(1)

    assert codes == ["STREAM_OVER"]
    assert raw.count(b"\n\n:\n\n") >= 2
    assert again == [("OPENED", None, None, None)]


async def test_all_streams_are_opened_anew_when_a_day_begins(
    service: ListeningService, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with service.follow("coach_a", types=["Client"]) as stream:
        await stream.events(1)
        monkeypatch.setattr(service.app.state.changes, "clock", lambda: utc_now() + timedelta(days=1))
        codes = await stream.end()

    assert codes == ["STREAM_OVER"]


async def test_what_the_feed_does_is_counted(service: ListeningService) -> None:
    registry = service.app.state.metrics.registry

    async def no_stream_is_left() -> bool:
        return not service.app.state.changes.streams

    async with service.follow("coach_a", types=["Client"]) as stream:
        await stream.events(1)
        listening = registry.get_sample_value("polku_change_streams")
        await change_aino(service)
        await stream.events(1)
    await wait_until(no_stream_is_left)

    assert listening == 1
    assert registry.get_sample_value("polku_change_streams") == 0
    assert registry.get_sample_value("polku_change_events_total", {"kind": "CHANGED"}) == 1
    assert registry.get_sample_value("polku_change_events_read_total") == 1
    assert registry.get_sample_value("polku_change_lag_seconds_count") == 1
