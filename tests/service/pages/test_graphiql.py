"""GraphiQL as a coach uses it, in a real browser against the real service."""

import json
from urllib.parse import urlsplit

import pytest

from tests.support.graphiql_visit import Person, Visit

pytestmark = pytest.mark.browser


def test_whoever_is_not_logged_in_is_led_from_graphiql_to_the_log_in(visit: Visit) -> None:
    assert visit.seen["2-log-in path"] not in {"/", "/graphiql"}


def test_after_the_log_in_graphiql_opens_under_the_name_of_the_person(visit: Visit, coach: Person) -> None:
    assert visit.seen["3-example path"] == "/graphiql"
    assert coach.name in visit.seen["header"]
    assert "Kirjaudu ulos" in visit.seen["header"]


def test_an_example_comes_with_its_variables_and_shows_data(visit: Visit) -> None:
    caseload = visit.answer["data"]["relationships"]["nodes"]

    assert "OmatAsiakkaani" in visit.seen["query"]
    assert "alkaen" in visit.seen["variables"]
    assert caseload
    assert json.dumps(caseload[0]["startedOn"]) in visit.seen["result"]  # an id is wrapped


def test_the_documentation_explorer_and_the_query_builder_open(visit: Visit) -> None:
    assert "query" in visit.seen["documentation"].lower()
    assert "clients" in visit.seen["builder"]


def test_no_request_leaves_for_another_host(visit: Visit) -> None:
    hosts = {urlsplit(url).netloc for url in visit.requested if not url.startswith(("data:", "blob:"))}

    assert hosts == {urlsplit(visit.origin).netloc}
    assert len(visit.requested) > 20  # the workers were watched too


def test_the_browser_complains_of_nothing(visit: Visit) -> None:
    assert visit.complaints == []


def test_nothing_is_kept_in_the_browser(visit: Visit) -> None:
    assert visit.kept == []


def test_after_the_log_out_the_session_is_dead(visit: Visit) -> None:
    assert visit.seen["6-logged-out path"] == "/auth/logged-out"
    assert visit.seen["7-back-button path"] == visit.seen["2-log-in path"]
