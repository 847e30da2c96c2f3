"""The report of a breach: whose data, which fields, by which documents; read from the log, and a look itself."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from schema.execution.runtime import GraphQLRequest
from tests.support.actions.breaches import FROM, OFFICER, REPORT, TO, account_of, add_look, report
from tests.support.organisation import NOW, SampleOrganisation

OTHERS = ("coach_a", "supervisor_a", "manager", "finance", "administrator", "official_x", "workplace", "trainee")


async def test_a_report_has_one_row_a_person_with_fields_documents_and_times(organisation: SampleOrganisation) -> None:
    aino, ville = organisation.rows["aino"].pk, organisation.rows["ville"].pk
    await add_look(organisation, "coach_b", aino, ville, at=NOW - timedelta(days=3))
    await add_look(
        organisation, "coach_b", aino, fields=("Client.streetAddress", "Client.email:filter"), operation="Kortti"
    )
    await add_look(organisation, "coach_a", organisation.rows["pertti"].pk)

    found = await report(organisation, account=account_of(organisation, "coach_b"))

    assert found is not None
    persons = {person["person"]: person for person in found["persons"]}
    assert set(persons) == {organisation.ids["aino"], organisation.ids["ville"]}
    shown = persons[organisation.ids["aino"]]
    assert shown["fields"] == ["Client.email:filter", "Client.lastName", "Client.phones", "Client.streetAddress"]
    assert shown["documents"] == [{"operation": "Kortti", "looks": 1}, {"operation": "Yhteystiedot", "looks": 1}]
    assert (shown["looks"], shown["first"], shown["last"]) == (
        2,
        "2026-11-20T08:00:00+00:00",
        "2026-11-22T08:00:00+00:00",
    )
    assert (found["totals"]["persons"], found["totals"]["looks"]) == (2, 2)


async def test_what_was_no_disclosure_is_counted_apart(organisation: SampleOrganisation) -> None:
    aino = organisation.rows["aino"].pk
    await add_look(organisation, "coach_b", aino, outcome="DENIED", fields=("Client.phones:denied",))
    await add_look(organisation, "coach_b")
    await add_look(organisation, "coach_b", aino, operation="file", fields=("CoachingNote.attachments",))
    await add_look(organisation, "coach_b", aino, operation="package.pdf", fields=("DataRequest.package",))

    found = await report(organisation, account=account_of(organisation, "coach_b"))

    assert found is not None
    totals = found["totals"]
    counts = {key: totals[key] for key in ("persons", "looks", "denied", "withoutPersons", "files", "exports")}
    assert counts == {"persons": 1, "looks": 4, "denied": 1, "withoutPersons": 1, "files": 1, "exports": 1}
    assert found["persons"][0]["fields"] == ["CoachingNote.attachments", "DataRequest.package"]


@pytest.mark.parametrize("who", OTHERS)
async def test_nobody_but_the_privacy_officer_gets_a_report(organisation: SampleOrganisation, who: str) -> None:
    await add_look(organisation, "coach_b", organisation.rows["aino"].pk)
    before = await organisation.count("disclosure_log")

    assert await report(organisation, who, account=account_of(organisation, "coach_b")) is None
    assert await organisation.count("disclosure_log") == before


async def test_the_reading_of_a_report_leaves_its_row_with_the_persons_of_the_page(
    organisation: SampleOrganisation,
) -> None:
    await add_look(organisation, "coach_b", organisation.rows["aino"].pk, organisation.rows["ville"].pk)

    await report(organisation, account=account_of(organisation, "coach_b"), first=1)

    row = await organisation.pool.fetchrow("SELECT * FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert row is not None
    assert row["account"] == organisation.rows[f"account_{OFFICER}"].pk
    names = ["Client.firstNames", "Client.lastName"]  # of a person with a request the privacy officer reads them
    assert (row["operation"], row["outcome"]) == ("breachReport", "SHOWN")
    assert row["fields"] == ["DataBreach.breachReport", *names]
    assert row["subjects"] == [min(organisation.rows["aino"].pk, organisation.rows["ville"].pk)]
    assert row["asked"] == [organisation.rows["account_coach_b"].pk]


async def test_a_name_is_shown_only_to_whom_the_policy_shows_it(organisation: SampleOrganisation) -> None:
    await add_look(organisation, "coach_b", organisation.rows["aino"].pk)

    alone = await report(organisation, account=account_of(organisation, "coach_b"))
    both = await organisation.viewer(OFFICER)
    viewer = replace(both, everywhere=both.everywhere | {"supervisor"})
    variables = {"account": account_of(organisation, "coach_b"), "from": FROM.isoformat(), "to": TO.isoformat()}
    answer = await organisation.answering.answer(GraphQLRequest(REPORT, variables, None, viewer, NOW))

    assert alone is not None
    assert alone["persons"][0]["name"] is None
    assert '"name":"Aino Äijälä"' in answer.body.decode()
    fields = await organisation.pool.fetchval("SELECT fields FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert fields == ["DataBreach.breachReport", "Client.firstNames", "Client.lastName"]


async def test_an_erased_person_is_an_id_and_a_count_and_never_a_name(organisation: SampleOrganisation) -> None:
    aino = organisation.rows["aino"].pk
    await add_look(organisation, "coach_b", aino)
    await organisation.pool.execute("UPDATE client SET state = 'ERASED' WHERE id = $1", aino)

    found = await report(organisation, account=account_of(organisation, "coach_b"))

    assert found is not None
    [person] = found["persons"]
    assert (person["person"], person["name"], person["isErased"]) == (str(aino), None, True)
    assert (found["totals"]["persons"], found["totals"]["erased"]) == (1, 1)


async def test_a_token_and_a_client_find_their_own_looks(organisation: SampleOrganisation) -> None:
    aino, ville = organisation.rows["aino"].pk, organisation.rows["ville"].pk
    await add_look(organisation, "coach_b", aino, application="polku-app", credential="token-1")
    await add_look(organisation, "coach_b", ville, application="polku-app", credential="token-2")
    await add_look(organisation, "coach_b", organisation.rows["pertti"].pk, credential="session-1")

    by_token, by_client = await report(organisation, token="token-1"), await report(organisation, client="polku-app")

    assert by_token is not None
    assert by_client is not None
    assert [p["person"] for p in by_token["persons"]] == [organisation.ids["aino"]]
    assert {p["person"] for p in by_client["persons"]} == {organisation.ids["aino"], organisation.ids["ville"]}
    account = account_of(organisation, "coach_b")
    assert by_client["totals"]["tokens"] == [
        {"account": account, "client": "polku-app", "token": f"token-{n}", "looks": 1} for n in (1, 2)
    ]


async def test_a_look_is_logged_with_the_client_and_the_token_of_its_request(organisation: SampleOrganisation) -> None:
    viewer = replace(await organisation.viewer("coach_a"), application="polku-app", credential="token-9")
    query = "query L { clients(first: 1) { nodes { lastName } } }"
    await organisation.answering.answer(GraphQLRequest(query, {}, None, viewer, NOW))

    found = await report(organisation, token="token-9")

    assert found is not None
    assert found["totals"]["looks"] == 1
    assert found["totals"]["tokens"][0]["client"] == "polku-app"


async def test_pages_follow_each_other_and_a_cursor_belongs_to_its_report(organisation: SampleOrganisation) -> None:
    names = ("aino", "ville", "pertti")
    await add_look(organisation, "coach_b", *(organisation.rows[name].pk for name in names))
    about = {"account": account_of(organisation, "coach_b")}

    first = await report(organisation, **about, first=2)
    assert first is not None
    rest = await report(organisation, **about, first=2, after=first["persons"][-1]["cursor"])
    assert rest is not None
    assert (first["hasNextPage"], rest["hasNextPage"]) == (True, False)
    seen = [p["person"] for page in (first, rest) for p in page["persons"]]
    assert seen == sorted(organisation.ids[name] for name in names)

    period = {"from": FROM.isoformat(), "to": TO.isoformat()}
    other = {"account": account_of(organisation, "coach_a"), "after": first["persons"][0]["cursor"], **period}
    answer = await organisation.ask(OFFICER, REPORT, **other)
    assert answer["errors"][0]["extensions"]["code"] == "BAD_CURSOR"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"token": "t", "client": "c"},
        {"account": "client_019b0000000070008000000000000001"},
        {"token": "t", "from": "2024-01-01T00:00:00Z"},
        {"token": "t", "to": "2020-01-01T00:00:00Z"},
        {"token": "t", "first": 100_000},
    ],
)
async def test_a_report_needs_one_source_and_a_bounded_period(
    organisation: SampleOrganisation, given: dict[str, Any]
) -> None:
    answer = await organisation.ask(OFFICER, REPORT, **{"from": FROM.isoformat(), "to": TO.isoformat()} | given)

    assert [e["extensions"]["code"] for e in answer["errors"]] == ["BAD_ARGUMENT"]
    assert await organisation.count("disclosure_log") == 0
