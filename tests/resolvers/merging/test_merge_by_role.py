"""Who may propose, decide and undo a merge, and what each of them is shown."""

from datetime import date
from typing import Any

import pytest

from models.client import Client
from models.ordering import sort_key
from tests.support.actions.content import create, step, try_to_create
from tests.support.actions.purges import second_officer
from tests.support.organisation import STAMP, SampleOrganisation

CANDIDATES = "query D($after: ID) { possibleDuplicates(after: $after) { next pairs { clientId otherId reasons } } }"
PREVIEW = "query P($id: ID!) { mergePreview(mergeId: $id) { obstacles rows { type rows } } }"
SEEN = "query S($id: ID!) { clientMerge(id: $id) { state grounds mergedAt undoUntil kept { id } merged { id } } }"
BORN = date(1990, 5, 17)
EVERYBODY_ELSE = (
    "coach_a",
    "colleague_a",
    "supervisor_b",
    "manager",
    "finance",
    "administrator",
    "trainee",
    "official_x",
)


async def client_of(organisation: SampleOrganisation, name: str, unit: str = "unit_a", **more: Any) -> str:
    names = {"first_names": "Eeva", "last_name": "Esimerkki", "sort_key": "esimerkki  eeva", **more}
    row = await Client.create(state="ACTIVE", unit=organisation.rows[unit], **{"date_of_birth": BORN, **names}, **STAMP)
    organisation.keep(name, "client", row)
    return organisation.ids[name]


async def pair(organisation: SampleOrganisation) -> dict[str, Any]:
    one, other = await client_of(organisation, "one"), await client_of(organisation, "other")
    return {"keptId": one, "mergedId": other, "grounds": "Sama henkilö, kirjattu kahdesti"}


async def proposal(organisation: SampleOrganisation, who: str = "supervisor_a") -> dict[str, Any]:
    return await create(organisation, who, "ClientMerge", **await pair(organisation))


async def test_the_supervisor_proposes_and_the_privacy_officer_merges_and_undoes(
    organisation: SampleOrganisation,
) -> None:
    it = await proposal(organisation)

    assert await step(organisation, "supervisor_a", "ClientMerge", it, "APPROVE", comment="x") == ["WRONG_ROLE"]
    assert await step(organisation, "privacy_officer", "ClientMerge", it, "APPROVE", comment="Selvitetty") == []
    shown = (await organisation.data("privacy_officer", SEEN, id=it["id"]))["clientMerge"]
    assert (shown["state"], shown["undoUntil"]) == ("MERGED", "2027-02-21")
    gone = "query C($id: ID!) { client(id: $id) { id state } }"
    assert (await organisation.data("supervisor_a", gone, id=organisation.ids["other"]))["client"] is None
    assert (await organisation.data("supervisor_a", gone, id=organisation.ids["one"]))["client"] is not None

    assert await step(organisation, "privacy_officer", "ClientMerge", it, "UNDO", comment="Olivatkin eri") == []
    back = (await organisation.data("supervisor_a", gone, id=organisation.ids["other"]))["client"]
    assert back == {"id": organisation.ids["other"], "state": "ACTIVE"}


async def test_whoever_proposed_it_does_not_decide(organisation: SampleOrganisation) -> None:
    await second_officer(organisation)
    it = await proposal(organisation, "privacy_officer")
    assert await step(organisation, "privacy_officer", "ClientMerge", it, "APPROVE", comment="x") == ["ANOTHER_PERSON"]
    assert await step(organisation, "deputy", "ClientMerge", it, "APPROVE", comment="Selvitetty") == []


@pytest.mark.parametrize("who", EVERYBODY_ELSE)
async def test_nobody_else_proposes_sees_or_learns_of_a_double(organisation: SampleOrganisation, who: str) -> None:
    it = await proposal(organisation)
    given = {"keptId": organisation.ids["one"], "mergedId": organisation.ids["other"], "grounds": "Arvaus"}
    _, refused = await try_to_create(organisation, who, "ClientMerge", **given)
    assert refused in (["FORBIDDEN"], ["NOT_FOUND"])
    for query, asked in ((SEEN, {"id": it["id"]}), (PREVIEW, {"id": it["id"]})):
        raw = await organisation.raw(who, query, **asked)
        assert organisation.ids["other"].encode() not in raw
        assert b"PROPOSED" not in raw
    raw = await organisation.raw(who, CANDIDATES, after=None)
    assert organisation.ids["other"].encode() not in raw


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"processing_restriction": True}, "PROCESSING_RESTRICTION"),
        ({"state": "ERASED"}, "REFERENCE_ENDED"),
    ],
)
async def test_what_stands_in_the_way_is_told_before_and_refuses_the_merge(
    organisation: SampleOrganisation, changes: dict[str, Any], code: str
) -> None:
    it = await proposal(organisation)
    await Client.filter(pk=organisation.rows["other"].pk).update(**changes)
    preview = (await organisation.data("privacy_officer", PREVIEW, id=it["id"]))["mergePreview"]
    assert preview["obstacles"] == [code]
    refused = await step(organisation, "privacy_officer", "ClientMerge", it, "APPROVE", comment="Selvitetty")
    assert refused == [code]
    assert (await Client.get(pk=organisation.rows["other"].pk)).merged_into_id is None


async def test_clients_of_two_units_are_not_proposed_and_one_client_is_no_pair(
    organisation: SampleOrganisation,
) -> None:
    one, far = await client_of(organisation, "one"), await client_of(organisation, "far", "unit_b")
    for merged, code in ((far, "MERGE_UNITS_DIFFER"), (one, "MERGE_OF_ONE")):
        given = {"keptId": one, "mergedId": merged, "grounds": "Sama henkilö"}
        assert (await try_to_create(organisation, "privacy_officer", "ClientMerge", **given))[1] == [code]
    given = {"keptId": one, "mergedId": far, "grounds": "Sama henkilö"}
    assert (await try_to_create(organisation, "supervisor_a", "ClientMerge", **given))[1] == ["NOT_FOUND"]


async def test_the_kept_client_gets_what_it_lacks_and_the_restriction_of_either(
    organisation: SampleOrganisation,
) -> None:
    given = await pair(organisation)
    await Client.filter(pk=organisation.rows["other"].pk).update(
        city="Mikkeli", phones=["+358441234567"], safety_restriction=True, safety_review_on=date(2027, 1, 1)
    )
    await Client.filter(pk=organisation.rows["one"].pk).update(street_address="Satukatu 1", phones=["+358441234568"])
    it = await create(organisation, "supervisor_a", "ClientMerge", **given)
    assert await step(organisation, "privacy_officer", "ClientMerge", it, "APPROVE", comment="Selvitetty") == []
    kept = await Client.get(pk=organisation.rows["one"].pk)
    assert (kept.street_address, kept.city) == ("Satukatu 1", "Mikkeli")
    assert kept.phones == ["+358441234568", "+358441234567"]
    assert (kept.safety_restriction, kept.safety_review_on) == (True, date(2027, 1, 1))


async def reasons(organisation: SampleOrganisation, who: str) -> dict[frozenset[str], list[str]]:
    found = (await organisation.data(who, CANDIDATES, after=None))["possibleDuplicates"]
    assert found["next"] is None
    return {frozenset({p["clientId"], p["otherId"]}): p["reasons"] for p in found["pairs"]}


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ({}, "SAME_NAME_AND_BIRTH"),
        ({"first_names": "Esimerkki", "last_name": "Eeva"}, "SIMILAR_NAME_AND_BIRTH"),
        ({"first_names": "Ewa", "last_name": "Esimerki"}, "SIMILAR_NAME_AND_BIRTH"),
    ],
)
async def test_the_supervisor_finds_those_who_may_be_one_person(
    organisation: SampleOrganisation, names: dict[str, str], reason: str
) -> None:
    one = await client_of(organisation, "one")
    given = {"first_names": "Eeva", "last_name": "Esimerkki", **names}
    other = await client_of(organisation, "other", **given, sort_key=sort_key(given["last_name"], given["first_names"]))
    before = await organisation.count("disclosure_log")

    found = await reasons(organisation, "supervisor_a")

    assert found[frozenset({one, other})] == [reason]
    assert frozenset({one, other}) in await reasons(organisation, "privacy_officer")
    assert frozenset({one, other}) not in await reasons(organisation, "supervisor_b")
    assert await organisation.count("disclosure_log") == before + 3


async def test_contacts_of_a_protected_person_make_no_candidate(organisation: SampleOrganisation) -> None:
    one = await client_of(organisation, "one", phones=["+358441234567"])
    other = await client_of(organisation, "other", last_name="Toinen", sort_key="toinen", phones=["+358441234567"])
    for who in ("supervisor_a", "privacy_officer"):
        assert frozenset({one, other}) in await reasons(organisation, who)
    await Client.filter(pk=organisation.rows["other"].pk).update(safety_restriction=True)
    for who in ("supervisor_a", "privacy_officer"):
        assert frozenset({one, other}) not in await reasons(organisation, who)


async def test_whom_somebody_has_judged_is_no_candidate_any_more(organisation: SampleOrganisation) -> None:
    it = await proposal(organisation)
    both = frozenset({organisation.ids["one"], organisation.ids["other"]})
    assert both not in await reasons(organisation, "supervisor_a")
    assert await step(organisation, "privacy_officer", "ClientMerge", it, "DECLINE", comment="Kaksoset") == []
    assert both not in await reasons(organisation, "supervisor_a")
    assert await step(organisation, "privacy_officer", "ClientMerge", it, "REOPEN", comment="Tarkistetaan") == []
    assert await step(organisation, "supervisor_a", "ClientMerge", it, "WITHDRAW", comment="Väärä pari") == []
    assert both in await reasons(organisation, "supervisor_a")


async def test_the_preview_counts_what_would_go_over(organisation: SampleOrganisation) -> None:
    given = {"keptId": await client_of(organisation, "one"), "mergedId": organisation.ids["aino"], "grounds": "Sama"}
    it = await create(organisation, "supervisor_a", "ClientMerge", **given)
    preview = (await organisation.data("supervisor_a", PREVIEW, id=it["id"]))["mergePreview"]
    assert preview["obstacles"] == []
    assert {row["type"] for row in preview["rows"]} >= {"relationship"}
