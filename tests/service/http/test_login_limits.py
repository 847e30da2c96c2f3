"""How often one address and one network may log in, and how often wrongly."""

from collections.abc import AsyncIterator

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from service.http.assembly import assembled
from service.http.walls.address_limit import networks_of
from service.http.walls.limits import RateLimits
from service.settings import Settings

OFFICE, ELSEWHERE = "203.0.113.7", "198.51.100.1"
STEPS = ("/auth/login", "/provider/authorize", "/provider/authorize", "/provider/second-factor", "/auth/callback", "/")
FEW = 6  # failures in a minute: a bucket refills so slowly that a slow machine sees the same
BROWSER = {"accept": "text/html,*/*", "accept-language": "sv"}


async def answer(request: Request) -> Response:
    """Answer as a form does whose password is right, or wrong."""
    return Response(status_code=403 if request.query_params.get("is") == "wrong" else 200)


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[Starlette]:
    """The middleware around the addresses of a log-in."""
    routes = [Route(path, answer, methods=["GET", "POST"]) for path in {*STEPS, "/provider/token"}]
    app = assembled(settings.model_copy(update={"login_failures_per_minute": FEW}), routes)
    async with app.router.lifespan_context(app):
        yield app


async def statuses(app: Starlette, address: str, *asked: str, method: str = "POST") -> list[int]:
    """Return what requests from one address are answered with."""
    transport = httpx2.ASGITransport(app=app, client=(address, 1))
    async with httpx2.AsyncClient(transport=transport, base_url=app.state.settings.public_url) as client:
        return [(await client.request(method, path)).status_code for path in asked]


def test_an_ipv6_site_is_one_caller_and_its_provider_s_network_another() -> None:
    assert networks_of("2001:db8:1:2::7") == networks_of("2001:db8:1:2:ffff::1")
    assert networks_of("2001:db8:1:2::7").own != networks_of("2001:db8:1:3::7").own
    assert networks_of("2001:db8:1:2::7").around == networks_of("2001:db8:1:3::7").around
    assert networks_of("::ffff:203.0.113.7") == networks_of(OFFICE)
    assert networks_of("testclient") == networks_of("unknown")


async def test_an_office_of_two_hundred_logs_in_behind_one_address(app: Starlette, settings: Settings) -> None:
    app.state.limits.buckets.per_minute = RateLimits.of(settings).per_minute
    right = await statuses(app, OFFICE, *(STEPS * 200))
    wrong = await statuses(app, OFFICE, *["/provider/authorize?is=wrong"] * 20)

    assert set(right) == {200}
    assert set(wrong) == {403}


async def test_who_guesses_waits_and_nobody_elsewhere_does(app: Starlette) -> None:
    guessed = await statuses(app, OFFICE, *["/provider/authorize?is=wrong"] * (FEW + 2))
    right = await statuses(app, OFFICE, "/provider/authorize")
    looked = await statuses(app, OFFICE, "/provider/authorize", method="GET")
    elsewhere = await statuses(app, ELSEWHERE, "/provider/authorize")

    assert guessed == [403] * FEW + [429] * 2
    assert (right, looked, elsewhere) == ([429], [200], [200])


async def test_a_person_who_must_wait_reads_so_in_the_own_language_with_the_time(
    app: Starlette, settings: Settings
) -> None:
    await statuses(app, OFFICE, *["/provider/authorize?is=wrong"] * FEW)
    transport = httpx2.ASGITransport(app=app, client=(OFFICE, 1))
    async with httpx2.AsyncClient(transport=transport, base_url=settings.public_url) as client:
        page = await client.post("/provider/authorize", headers=BROWSER)
        program = await client.post("/provider/authorize")

    assert page.status_code == 429
    assert 1 <= int(page.headers["retry-after"]) <= 10
    assert "Vänta en stund" in page.text
    assert f"Vänta {page.headers['retry-after']} sekunder" in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert program.json()["errors"][0]["extensions"]["code"] == "TOO_MANY_REQUESTS"


async def test_sites_of_one_network_do_not_add_up_to_more_than_the_network_may(
    app: Starlette,
) -> None:
    sites = [f"2001:db8:1:{number:x}::1" for number in range(6)]
    guessed = [await statuses(app, site, *["/provider/authorize?is=wrong"] * FEW) for site in sites]
    other = await statuses(app, "2001:db8:2::1", "/provider/authorize?is=wrong")

    assert [set(found) for found in guessed[:4]] == [{403}] * 4
    assert sum(found.count(403) for found in guessed[4:]) < FEW
    assert other == [403]


async def test_wrong_secrets_of_clients_are_limited_apart_from_log_ins(app: Starlette) -> None:
    guessed = await statuses(app, OFFICE, *["/provider/token?is=wrong"] * (FEW + 1))
    person = await statuses(app, OFFICE, "/provider/authorize")

    assert guessed == [403] * FEW + [429]
    assert person == [200]
