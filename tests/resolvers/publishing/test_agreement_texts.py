"""The undertaking and the texts of consents: reviewed, accepted anew, and remembered by what was agreed to."""

from datetime import timedelta
from typing import Any

import pytest

from auth.accounts.undertaking import UNDERTAKING_VERSION, accept_undertaking
from auth.accounts.viewer_loading import ByToken, load_viewer
from auth.tokens.access_tokens import AccessToken
from auth.viewer import Viewer
from resolvers.reading.plan import StaleViewer
from schema.execution.runtime import GraphQLRequest
from service.database.reference_items import SEEDED_ONCE, reference_items
from tests.support.actions.agreement_texts import draft_text, publish_text
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.organisation import ISSUER, NOW, SampleOrganisation

CLIENTS = "{ clients { totalCount } }"
COPIES = "query C($id: ID!) { agreementText(id: $id) { state startsOn copies { nodes { id revision version } } } }"


async def clients_of(organisation: SampleOrganisation, who: str) -> int:
    return int((await organisation.data(who, CLIENTS))["clients"]["totalCount"])


async def viewer_on(who: str, days: int) -> Viewer:
    token = AccessToken(ISSUER, who, "test", frozenset(), 0)
    viewer = await load_viewer(ByToken(token), NOW + timedelta(days=days))
    assert viewer is not None
    return viewer


async def test_a_new_undertaking_is_asked_of_everybody_at_the_next_request(organisation: SampleOrganisation) -> None:
    before = await clients_of(organisation, "coach_a")
    cached = await organisation.viewer("coach_a")

    text = await publish_text(organisation, "UNDERTAKING", "2027-1")
    with pytest.raises(StaleViewer):
        await organisation.answering.answer(GraphQLRequest(CLIENTS, {}, None, cached, organisation.now))
    after = await clients_of(organisation, "coach_a")
    own = await organisation.viewer("trainee")
    await accept_undertaking(cached.account, "2027-1", organisation.now)

    assert (text["state"], before > 0, after) == ("PUBLISHED", True, 0)
    assert own.may_enter
    assert await clients_of(organisation, "coach_a") == before


async def test_an_undertaking_of_a_later_day_is_asked_for_from_that_day_on(organisation: SampleOrganisation) -> None:
    await publish_text(organisation, "UNDERTAKING", "2027-1", startsOn="2026-11-25")

    enters = [(await viewer_on("coach_a", days)).may_enter for days in (0, 1, 2, 3)]

    assert enters == [True, True, False, False]


async def test_a_text_stays_in_force_until_the_day_of_its_successor(organisation: SampleOrganisation) -> None:
    first = await publish_text(organisation, "UNDERTAKING", "2027-1")
    for name in ("administrator", "privacy_officer", "coach_a"):
        await accept_undertaking((await organisation.viewer(name)).account, "2027-1", organisation.now)
    assert await step(organisation, "administrator", "AgreementText", first, "EDIT") == []
    [copy] = (await organisation.data("administrator", COPIES, id=first["id"]))["agreementText"]["copies"]["nodes"]
    given = {"version": "2027-2", "startsOn": "2026-11-25"}
    assert await update(organisation, "administrator", "AgreementText", copy, **given) == []
    assert await step(organisation, "administrator", "AgreementText", copy, "SUBMIT") == []
    assert await step(organisation, "privacy_officer", "AgreementText", copy, "PUBLISH") == []

    shown = (await organisation.data("administrator", COPIES, id=first["id"]))["agreementText"]

    assert (shown["state"], copy["state"]) == ("PUBLISHED", "SCHEDULED")
    assert [(await viewer_on("coach_a", days)).may_enter for days in (0, 1, 2)] == [True, True, False]


async def test_nobody_publishes_the_own_text_or_under_a_label_that_is_taken(organisation: SampleOrganisation) -> None:
    first = await publish_text(organisation, "CONSENT", "2027-1")
    own = await draft_text(organisation, "CONSENT", "2027-2")
    assert await step(organisation, "administrator", "AgreementText", own, "SUBMIT") == []
    twice = await draft_text(organisation, "CONSENT", "2027-1")

    assert await step(organisation, "administrator", "AgreementText", own, "PUBLISH") == ["SAME_REVIEWER"]
    assert await step(organisation, "administrator", "AgreementText", twice, "SUBMIT") == ["VERSION_TAKEN"]
    assert await update(organisation, "administrator", "AgreementText", first, bodyFi="Muu") == ["FORBIDDEN_FIELD"]
    query = '{ contentType(name: "AgreementText") { transitions { name } } }'
    kind = (await organisation.data("administrator", query))["contentType"]
    assert "RETIRE" not in {transition["name"] for transition in kind["transitions"]}


async def test_a_day_in_the_past_becomes_the_day_of_publication(organisation: SampleOrganisation) -> None:
    text = await publish_text(organisation, "CONSENT", "2027-1", startsOn="2020-01-01")

    shown = (await organisation.data("trainee", COPIES, id=text["id"]))["agreementText"]

    assert shown["startsOn"] == "2026-11-23"


async def test_only_a_text_of_consents_has_a_purpose(organisation: SampleOrganisation) -> None:
    texts = {f"{part}{language}": "Teksti" for part in ("title", "body") for language in ("Fi", "Sv", "En")}
    given = {"kind": "UNDERTAKING", "version": "2027-1", "purpose": "BENEFIT", **texts}

    assert await try_to_create(organisation, "administrator", "AgreementText", **given) == ({}, ["PURPOSE_OF_CONSENTS"])
    assert await organisation.count("agreement_text") == 0


@pytest.mark.parametrize("who", ["coach_a", "supervisor_a", "finance", "trainee", "official_x", "workplace"])
async def test_who_writes_no_texts_reads_what_is_published_and_no_draft(
    organisation: SampleOrganisation, who: str
) -> None:
    await publish_text(organisation, "CONSENT", "2027-1")
    await draft_text(organisation, "CONSENT", "2027-2")

    shown = await organisation.data(who, "{ agreementTexts { nodes { version bodySv } } }")
    refused = await try_to_create(organisation, who, "AgreementText", **_DRAFT)

    assert shown["agreementTexts"]["nodes"] == [{"version": "2027-1", "bodySv": "body 2027-1 Sv"}]
    assert refused == ({}, ["FORBIDDEN"])


_DRAFT = {
    "kind": "CONSENT",
    "version": "x",
    **{f"{part}{language}": "x" for part in ("title", "body") for language in ("Fi", "Sv", "En")},
}


def asked(organisation: SampleOrganisation, **more: str) -> dict[str, Any]:
    """Return the input of a consent that the trainee asks for."""
    ids = {"clientId": organisation.ids["aino"], "agencyId": organisation.ids["agency_x"]}
    return {**ids, "purpose": "COOPERATION", "categories": ["ATTENDANCE"], **more}


async def text_of(organisation: SampleOrganisation, consent: dict[str, Any]) -> str:
    query = "query C($id: ID!) { consent(id: $id) { textVersion } }"
    return str((await organisation.data("trainee", query, id=consent["id"]))["consent"]["textVersion"])


async def test_a_consent_takes_the_text_in_force_and_refuses_another(organisation: SampleOrganisation) -> None:
    before = await create(organisation, "trainee", "Consent", **asked(organisation))
    await publish_text(organisation, "CONSENT", "2027-1")
    after = await create(organisation, "trainee", "Consent", **asked(organisation))
    named = await create(organisation, "trainee", "Consent", **asked(organisation, textVersion="2027-1"))
    former = await try_to_create(organisation, "trainee", "Consent", **asked(organisation, textVersion="2026-1"))

    assert [await text_of(organisation, consent) for consent in (before, after, named)] == [
        "2026-1",
        "2027-1",
        "2027-1",
    ]
    assert former == ({}, ["CONSENT_TEXT_NOT_IN_FORCE"])


async def test_a_text_that_changed_since_it_was_asked_is_shown_before_it_is_given(
    organisation: SampleOrganisation,
) -> None:
    given = await create(organisation, "trainee", "Consent", **asked(organisation))
    assert await step(organisation, "trainee", "Consent", given, "GIVE") == []
    waiting = await create(organisation, "trainee", "Consent", **asked(organisation, purpose="BENEFIT"))
    await publish_text(organisation, "CONSENT", "2027-1")

    refused = await step(organisation, "trainee", "Consent", waiting, "GIVE")
    assert await update(organisation, "trainee", "Consent", waiting, textVersion="2027-1") == []
    assert await step(organisation, "trainee", "Consent", waiting, "GIVE") == []

    assert refused == ["CONSENT_TEXT_NOT_IN_FORCE"]
    assert [await text_of(organisation, consent) for consent in (given, waiting)] == ["2026-1", "2027-1"]


async def test_a_text_of_the_purpose_comes_before_the_general_one(organisation: SampleOrganisation) -> None:
    await publish_text(organisation, "CONSENT", "benefit-1", purpose="BENEFIT")
    await publish_text(organisation, "CONSENT", "2027-1")

    made = [
        await create(organisation, "trainee", "Consent", **asked(organisation, purpose=purpose))
        for purpose in ("BENEFIT", "COOPERATION")
    ]

    assert [await text_of(organisation, consent) for consent in made] == ["benefit-1", "2027-1"]


async def test_a_paper_of_an_earlier_day_names_the_text_of_that_day(organisation: SampleOrganisation) -> None:
    paper = await create(organisation, "coach_a", "Consent", **asked(organisation))
    await publish_text(organisation, "CONSENT", "2027-1")
    await organisation.pool.execute("UPDATE account SET undertaking_version = $1", UNDERTAKING_VERSION)
    given = {"givenOn": "2026-11-20", "evidence": "Mappi 7"}

    assert await update(organisation, "coach_a", "Consent", paper, **given) == []
    assert await step(organisation, "coach_a", "Consent", paper, "RECORD_PAPER") == []
    assert await text_of(organisation, paper) == "2026-1"


def test_a_newer_version_of_the_service_never_changes_what_people_have_agreed_to() -> None:
    texts = [item for item in reference_items() if item.noun == "agreement_text"]

    assert [item.natural_key for item in texts] == ["UNDERTAKING", "CONSENT", "CONTRACT"]
    assert {item.noun for item in texts} == SEEDED_ONCE
