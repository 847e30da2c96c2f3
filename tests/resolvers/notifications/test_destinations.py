"""Where something may be sent: hosts inside the European Economic Area, kept by the administrator, known to staff."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolvers.notifications.destinations import HOST
from tests.support.organisation import SampleOrganisation
from workflow.eea import EEA, EUROPEAN_UNION, is_inside

CREATE = """mutation C($i: CreateDestinationInput!) { createDestination(input: $i) {
  destination { id revision host country } errors { code path } } }"""
MAIL = {"kind": "MAIL", "host": "Mail.Example.org", "country": "FI", "purpose": "Ilmoitukset"}


async def made(organisation: SampleOrganisation, who: str = "administrator", **more: Any) -> dict[str, Any]:
    return dict((await organisation.data(who, CREATE, i=MAIL | more))["createDestination"])


async def test_a_host_inside_the_area_is_kept_in_lower_case(organisation: SampleOrganisation) -> None:
    done = await made(organisation)

    assert done["errors"] == []
    assert done["destination"]["host"] == "mail.example.org"


@pytest.mark.parametrize("country", ["US", "GB", "CH", "RU"])
async def test_a_country_outside_the_area_is_refused_on_creation_and_on_change(
    organisation: SampleOrganisation, country: str
) -> None:
    refused = await made(organisation, country=country)
    kept = (await made(organisation))["destination"]
    update = "mutation U($i: UpdateDestinationInput!) { updateDestination(input: $i) { errors { code path } } }"
    change = {"id": kept["id"], "revision": kept["revision"], "country": country}
    changed = (await organisation.data("administrator", update, i=change))["updateDestination"]

    assert refused["errors"] == changed["errors"] == [{"code": "OUTSIDE_EEA", "path": ["country"]}]
    assert await organisation.count("destination", "country <> 'FI'") == 0


@pytest.mark.parametrize("host", ["https://mail.example.org", "mail.example.org:25", "-mail.example", "a b"])
async def test_what_is_no_host_name_is_refused(organisation: SampleOrganisation, host: str) -> None:
    assert (await made(organisation, host=host))["errors"] == [{"code": "HOST_MALFORMED", "path": ["host"]}]


@pytest.mark.parametrize("who", ["coach_a", "supervisor_a", "manager", "privacy_officer", "trainee", "official_x"])
async def test_only_an_administrator_keeps_destinations(organisation: SampleOrganisation, who: str) -> None:
    assert [e["code"] for e in (await made(organisation, who))["errors"]] == ["FORBIDDEN"]
    assert await organisation.count("destination") == 0


async def test_employees_see_destinations_and_outsiders_do_not(organisation: SampleOrganisation) -> None:
    await made(organisation)
    seen = {}
    for who in ("coach_a", "finance", "privacy_officer", "trainee", "official_x", "workplace"):
        seen[who] = (await organisation.data(who, "{ destinations { totalCount } }"))["destinations"]["totalCount"]

    assert seen == {"coach_a": 1, "finance": 1, "privacy_officer": 1, "trainee": 0, "official_x": 0, "workplace": 0}


def test_the_area_is_the_union_and_three_more() -> None:
    assert len(EUROPEAN_UNION) == 27
    assert {"IS", "LI", "NO"} == EEA - EUROPEAN_UNION


@given(st.text(max_size=3))
def test_nothing_but_one_of_thirty_codes_is_inside(country: str) -> None:
    assert is_inside(country) == (country in EEA)
    assert not is_inside(country.lower()) or not country


@given(st.text(st.sampled_from("abz09-.:/@ Ä"), max_size=30))
def test_a_host_name_is_made_of_labels_and_nothing_else(text: str) -> None:
    if HOST.fullmatch(text):
        labels = text.split(".")
        assert all(label and label.isascii() and label.replace("-", "").isalnum() for label in labels)
        assert not [label for label in labels if label.startswith("-") or label.endswith("-")]
