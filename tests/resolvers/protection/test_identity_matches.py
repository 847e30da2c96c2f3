"""
The uniqueness of identity codes tells nobody that somebody of another unit exists.

Whoever writes the code of such a person gets the answer of a code that is new; the privacy officer decides later.
"""

from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest

from auth.viewer import Viewer
from models.client import Client
from models.sealed import Place, blind_index, seal
from resolvers.protection.identity_matches import match_identity_codes
from resolvers.retention.purge_run import run_purges
from service.demo.people.identity_codes import artificial_identity_code
from service.settings import Settings
from tests.support.actions.content import step, update
from tests.support.actions.purges import end_relationship, propose, step_purge, worker_context
from tests.support.organisation import TODAY, SampleOrganisation
from tests.support.system_context import system_context_on

BORN, CHANCE, TAKEN = date(1990, 5, 17), Random(4), set[str]()
OF_PERTTI, OF_VILLE, NEW = (artificial_identity_code(CHANCE, BORN, TAKEN) for _ in range(3))
PAYLOAD = """secret: __typename client { id revision state dateOfBirth redacted personalIdentityCode(purpose: COACHING)
  history { revision action changes { field before after } } } errors { code path }"""
CREATE = f"mutation C($i: CreateClientInput!) {{ createClient(input: $i) {{ {PAYLOAD} }} }}"
UPDATE = f"mutation U($i: UpdateClientInput!) {{ updateClient(input: $i) {{ {PAYLOAD} }} }}"
MATCHES = "{ identityMatches { totalCount nodes { id revision state client { id } earlier { id } noticedAt } } }"
FOUND = "query F($c: PersonalIdentityCode!) { clients(identityCode: {code: $c, purpose: COACHING}) { nodes { id } } }"
EVERYBODY = ("coach_a", "supervisor_a", "supervisor_b", "manager", "finance", "administrator", "trainee", "official_x")
COUNTED = ("history", "version", "outbox", "delivery", "notification", "identity_match", "disclosure_log")


@pytest.fixture
async def organisation(organisation: SampleOrganisation) -> SampleOrganisation:
    """Return the organisation with two codes: of Ville in unit A, and of Pertti in unit B."""
    for name, code in (("ville", OF_VILLE), ("pertti", OF_PERTTI)):
        row, keyring = organisation.rows[name], organisation.answering.commands.keyring
        sealed = seal(keyring, Place("client", "personal_identity_code", row.pk), code)
        await Client.filter(id=row.pk).update(
            personal_identity_code=sealed, identity_index=blind_index(keyring, code), date_of_birth=BORN
        )
    return organisation


def named(organisation: SampleOrganisation) -> dict[str, Any]:
    """Return what a new client of unit A needs."""
    names = {"firstNames": "Eeva", "lastName": "Esimerkki", "safetyRestriction": False}
    return {**names, "unitId": organisation.ids["unit_a"]}


async def created(organisation: SampleOrganisation, code: str) -> bytes:
    given = {**named(organisation), "personalIdentityCode": code}
    return await organisation.raw("supervisor_a", CREATE, i=given)


async def counts(organisation: SampleOrganisation) -> dict[str, int]:
    return {table: await organisation.count(table) for table in COUNTED}


async def newest(organisation: SampleOrganisation) -> Any:
    """Return the client that was created last."""
    found = await Client.all().order_by("-id").first()
    assert found is not None
    return organisation.keep("newest", "client", found)


async def matched(organisation: SampleOrganisation) -> dict[str, Any]:
    """Write Pertti's code for a new client of unit A, let the job run, and return what the privacy officer sees."""
    await created(organisation, OF_PERTTI)
    await newest(organisation)
    assert await match_identity_codes(system_context_on(organisation)) == 1
    [it] = (await organisation.data("privacy_officer", MATCHES))["identityMatches"]["nodes"]
    return dict(it)


async def test_a_new_client_with_the_code_of_another_unit_s_gets_the_answer_of_a_new_code(
    organisation: SampleOrganisation,
) -> None:
    start = await counts(organisation)
    other = await created(organisation, OF_PERTTI)
    first, between = await newest(organisation), await counts(organisation)
    alone = await created(organisation, NEW)
    second, end = await newest(organisation), await counts(organisation)

    expected = alone.replace(second.pk.hex.encode(), first.pk.hex.encode()).replace(NEW.encode(), OF_PERTTI.encode())
    assert other == expected
    assert OF_PERTTI.encode() in other, "what was written is read back"
    assert {t: between[t] - start[t] for t in start} == {t: end[t] - between[t] for t in start}
    assert await organisation.count("client", "identity_held") == 1


async def test_an_update_gets_the_answer_of_a_new_code(organisation: SampleOrganisation) -> None:
    people, answers, grown = [], [], []
    for code in (OF_PERTTI, NEW):
        await organisation.raw("supervisor_a", CREATE, i=named(organisation))
        people.append(await newest(organisation))
        start = await counts(organisation)
        given = {"id": organisation.ids["newest"], "revision": 1, "personalIdentityCode": code}
        answers.append(await organisation.raw("supervisor_a", UPDATE, i=given))
        grown.append({table: number - start[table] for table, number in (await counts(organisation)).items()})

    assert b'"errors":[]' in answers[0]
    expected = answers[1].replace(people[1].pk.hex.encode(), people[0].pk.hex.encode())
    assert answers[0] == expected.replace(NEW.encode(), OF_PERTTI.encode())
    assert grown[0] == grown[1]
    assert await organisation.count("client", "identity_held") == 1


async def test_who_could_find_the_person_is_told_that_the_code_is_taken(organisation: SampleOrganisation) -> None:
    before = await counts(organisation)

    given = {**named(organisation), "personalIdentityCode": OF_VILLE}
    answer = await organisation.data("supervisor_a", CREATE, i=given)

    assert answer["createClient"]["errors"] == [{"code": "IDENTITY_CODE_TAKEN", "path": ["personalIdentityCode"]}]
    before["disclosure_log"] += 1  # a refusal that tells of somebody is a look
    assert await counts(organisation) == before


async def test_each_unit_finds_its_own_client_by_the_code(organisation: SampleOrganisation) -> None:
    await created(organisation, OF_PERTTI)
    await newest(organisation)

    of_a = (await organisation.data("supervisor_a", FOUND, c=OF_PERTTI))["clients"]["nodes"]
    of_b = (await organisation.data("supervisor_b", FOUND, c=OF_PERTTI))["clients"]["nodes"]

    assert (of_a, of_b) == ([{"id": organisation.ids["newest"]}], [{"id": organisation.ids["pertti"]}])


async def test_a_written_code_is_logged_like_a_search(organisation: SampleOrganisation) -> None:
    await created(organisation, NEW)

    rows = await organisation.pool.fetch(
        "SELECT account, subjects, outcome, asked FROM disclosure_log WHERE 'Client.identityCode' = ANY(fields)"
    )
    assert [(row["account"], row["subjects"], row["outcome"]) for row in rows] == [
        (organisation.rows["account_supervisor_a"].pk, [], "NOTHING")
    ]
    assert rows[0]["asked"] == [(await newest(organisation)).pk]


async def test_the_privacy_officer_alone_sees_the_match(organisation: SampleOrganisation) -> None:
    it = await matched(organisation)

    assert (it["state"], it["client"], it["earlier"]) == (
        "WAITING",
        {"id": organisation.ids["newest"]},
        {"id": organisation.ids["pertti"]},
    )
    assert await match_identity_codes(system_context_on(organisation)) == 0
    for who in EVERYBODY:
        answer = await organisation.raw(who, MATCHES)
        assert b'"totalCount":0' in answer or b'"errors"' in answer, who
        assert it["id"].encode() not in answer, who
        for name in ("SAME", "KEEP_EARLIER", "KEEP_LATER"):
            assert await step(organisation, who, "IdentityMatch", dict(it), name, comment="Why not") == ["NOT_FOUND"]
    assert await organisation.count("identity_match", "state = 'WAITING' AND revision = 1") == 1


@pytest.mark.parametrize(
    ("name", "keeps", "loses"), [("KEEP_EARLIER", "pertti", "newest"), ("KEEP_LATER", "newest", "pertti")]
)
async def test_of_two_distinct_people_one_keeps_the_code(
    organisation: SampleOrganisation, name: str, keeps: str, loses: str
) -> None:
    it = await matched(organisation)

    assert await step(organisation, "privacy_officer", "IdentityMatch", it, name, comment="Seen at both units") == []

    kept = await Client.get(id=organisation.rows[keeps].pk)
    lost = await Client.get(id=organisation.rows[loses].pk)
    assert (it["state"], kept.identity_held, lost.identity_held) == ("DISTINCT", False, False)
    assert kept.identity_index is not None
    assert (lost.identity_index, lost.personal_identity_code) == (None, None)
    assert await match_identity_codes(system_context_on(organisation)) == 0
    [noted] = await organisation.pool.fetch(
        "SELECT action, comment, actor FROM history WHERE object_id = $1 ORDER BY id DESC LIMIT 1", lost.pk
    )
    assert tuple(noted) == ("UPDATE", None, organisation.rows["account_privacy_officer"].pk)


async def test_one_person_stays_as_a_known_duplicate(organisation: SampleOrganisation) -> None:
    it = await matched(organisation)

    assert (
        await step(organisation, "privacy_officer", "IdentityMatch", it, "SAME", comment="Moved to another town") == []
    )

    assert it["state"] == "SAME"
    assert await match_identity_codes(system_context_on(organisation)) == 0
    assert await organisation.count("client", "identity_held") == 1


async def test_a_unit_that_corrects_its_code_ends_the_match(organisation: SampleOrganisation) -> None:
    it = await matched(organisation)
    pertti = {"id": organisation.ids["pertti"], "revision": 1}

    assert await update(organisation, "supervisor_b", "Client", pertti, personalIdentityCode=NEW) == []
    too_late = await step(organisation, "privacy_officer", "IdentityMatch", dict(it), "KEEP_LATER", comment="x y z")
    assert await match_identity_codes(system_context_on(organisation)) == 1

    assert too_late == ["CODES_DIFFER"]
    assert await organisation.count("identity_match", "state = 'CORRECTED'") == 1
    assert await organisation.count("client", "identity_held") == 0, "the later one has the place now"


@pytest.mark.parametrize("who", ["pertti", "newest"])
async def test_a_match_is_erased_with_either_person(
    organisation: SampleOrganisation, settings: Settings, who: str
) -> None:
    it = await matched(organisation)
    if who == "pertti":
        await end_relationship(organisation, who, TODAY - timedelta(days=9))
    purge = await propose(organisation, "PERSON", who)
    assert await step_purge(organisation, "privacy_officer", purge, "APPROVE") == []
    assert await step_purge(organisation, "manager", purge, "CONFIRM") == []

    await run_purges(worker_context(settings))
    await match_identity_codes(system_context_on(organisation))

    assert (await Client.get(id=organisation.rows[who].pk)).state == "ERASED"
    assert await organisation.count("identity_match") == await organisation.count("client", "identity_held") == 0
    traces = "SELECT count(*) FROM version WHERE object_id = $1"
    assert await organisation.pool.fetchval(traces, UUID(it["id"].rpartition("_")[2])) == 0


async def test_each_search_of_a_document_is_counted_and_each_code_that_is_written(
    organisation: SampleOrganisation,
) -> None:
    spent: list[int] = []

    async def count(_viewer: Viewer, searches: int) -> None:
        spent.append(searches)

    organisation.answering.count_identity_searches = count
    search = "clients(identityCode: {code: $c, purpose: COACHING}) { totalCount }"
    parts = " ".join(f"c{n}: {search}" for n in range(10))
    await organisation.data("coach_a", f"query Q($c: PersonalIdentityCode!) {{ {parts} }}", c=NEW)
    await created(organisation, NEW)
    given = named(organisation)
    await organisation.raw("supervisor_a", CREATE, i=given)

    assert spent == [10, 1]
