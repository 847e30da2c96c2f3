"""Searches by role: what is found, in which order, and what nobody learns from them."""

from typing import Any

import asyncpg

from resolvers.search_index import index_all, index_missing
from service.database.connections import credentials
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.resources import schema_and_content_types
from tests.support.actions.content import create
from tests.support.organisation import SampleOrganisation

FIND = """query F($s: String, $o: ClientOrder, $a: String, $f: Int) {
  clients(search: $s, orderBy: $o, after: $a, first: $f) {
    totalCount nodes { firstNames lastName } pageInfo { hasNextPage endCursor } } }"""
NOTES = "query N($s: String!) { coachingNotes(search: $s) { nodes { body } } }"


async def person(organisation: SampleOrganisation, first: str, last: str, **more: Any) -> dict[str, Any]:
    """Create a client of unit A."""
    given = {"firstNames": first, "lastName": last, "unitId": organisation.ids["unit_a"], "safetyRestriction": False}
    return await create(organisation, "supervisor_a", "Client", **given, **more)


async def found(organisation: SampleOrganisation, who: str, text: str, **more: Any) -> list[str]:
    """Return the names that a search finds, in its order."""
    data = await organisation.data(who, FIND, s=text, **more)
    return [f"{c['firstNames']} {c['lastName']}" for c in data["clients"]["nodes"]]


async def test_the_best_matches_come_first(organisation: SampleOrganisation) -> None:
    for name in (("Aada", "Maijanen"), ("Maija", "Zetterberg"), ("Kaisa", "Maijalle"), ("Veera", "Maina")):
        await person(organisation, *name)

    assert await found(organisation, "supervisor_a", "maija") == [
        "Maija Zetterberg",  # the word itself
        "Kaisa Maijalle",  # what begins so
        "Aada Maijanen",
        "Veera Maina",  # another spelling
    ]
    assert await found(organisation, "supervisor_a", "maija", o="LAST_NAME_DESC") == [
        "Maija Zetterberg",
        "Veera Maina",
        "Aada Maijanen",
        "Kaisa Maijalle",
    ]


async def test_a_search_is_paged_by_relevance_without_gap_or_repetition(organisation: SampleOrganisation) -> None:
    for number in range(7):
        await person(organisation, "Oili", f"{'Oilinen' if number % 2 else 'Ollinen'} {'abcdefg'[number]}")
    shown, cursor = [], None
    while True:
        page = (await organisation.data("supervisor_a", FIND, s="oilinen", f=2, a=cursor))["clients"]
        shown += [node["lastName"] for node in page["nodes"]]
        cursor = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    assert shown == [f"Oilinen {c}" for c in "bdf"] + [f"Ollinen {c}" for c in "aceg"]
    assert page["totalCount"] == len(shown)


async def test_relevance_without_a_search_is_refused(organisation: SampleOrganisation) -> None:
    refused = await organisation.ask("supervisor_a", FIND, o="RELEVANCE")

    assert refused["errors"][0]["extensions"]["code"] == "BAD_ARGUMENT"


async def test_names_are_found_without_their_apostrophes(organisation: SampleOrganisation) -> None:
    await person(organisation, "Seán", "O'Brien")
    await person(organisation, "Gia", "d'Angelo")

    assert await found(organisation, "supervisor_a", "OBrien") == ["Seán O'Brien"]
    assert await found(organisation, "supervisor_a", "dangelo") == ["Gia d'Angelo"]


async def test_a_note_is_found_by_any_form_of_its_words(organisation: SampleOrganisation) -> None:
    body = (
        "Sovittiin sopimuksista ja lähetteistä: työkokeilussa jatketaan vielä kaksi kuukautta, sitten katsotaan taas."
    )
    given = {"relationshipId": organisation.ids["relationship_aino"], "kind": "CALL"}
    await create(organisation, "coach_a", "CoachingNote", **given, occurredAt="2026-11-20T09:00:00Z", body=body)

    for form in ("sopimus", "sopimuksen", "lähetteen", "työkokeilu", "työkokeiluun", "kuukauden"):
        data = await organisation.data("coach_a", NOTES, s=form)
        assert [note["body"] for note in data["coachingNotes"]["nodes"]] == [body], form
    assert (await organisation.data("coach_a", NOTES, s="sopimaton"))["coachingNotes"]["nodes"] == []


async def test_what_a_caller_may_not_read_finds_and_ranks_nothing(organisation: SampleOrganisation) -> None:
    await person(organisation, "Sisko", "Salattu", email="saarinen@example.org")
    await person(organisation, "Aamu", "Saarineni")

    assert await found(organisation, "supervisor_a", "saarinen") == ["Sisko Salattu", "Aamu Saarineni"]
    assert await found(organisation, "coach_a", "saarinen") == ["Aamu Saarineni"]
    assert await found(organisation, "supervisor_b", "saarinen") == []


async def test_terms_that_a_migration_took_away_are_made_again(
    organisation: SampleOrganisation, postgres: EmbeddedPostgres
) -> None:
    await person(organisation, "Maija", "Meikäläinen")
    database = str(await organisation.pool.fetchval("SELECT current_database()"))
    connection = await asyncpg.connect(**credentials(postgres.url(database, OWNER)))
    before = await connection.fetch("SELECT object_id, permission, terms FROM search_entry ORDER BY 1, 2")
    await connection.execute("UPDATE search_entry SET terms = NULL")
    types = schema_and_content_types()[1]
    lost = await found(organisation, "supervisor_a", "meikäläinen")

    numbers = [await index_missing(connection, types), await index_missing(connection, types)]
    after = await connection.fetch("SELECT object_id, permission, terms FROM search_entry ORDER BY 1, 2")
    everything = await index_all(connection, types)
    await connection.close()

    assert lost == []
    assert numbers == [len({row["object_id"] for row in before}), 0]
    assert after == before
    assert everything >= numbers[0]
    assert await found(organisation, "supervisor_a", "meikäläinen") == ["Maija Meikäläinen"]
