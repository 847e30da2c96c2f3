"""The reference content that comes with a migration: complete, versioned, and never over an administrator's head."""

import asyncio
import io
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import orjson
import pytest

from service.commands.serving import load_content
from service.database.connections import credentials
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.reference_content import has_reference_content, load_reference_content
from service.database.reference_items import ReferenceItem, own_digest, reference_items
from service.logs import set_up_logs
from service.resources import schema_and_content_types
from service.settings import Settings
from tests.support.organisation import NOW, SampleOrganisation

LATER = NOW + timedelta(days=1)
TABLES = "term service_type event_rule setting version history outbox search_entry reference_seed reference_load"
EDIT = "mutation T($i: TransitionTermInput!) { transitionTerm(input: $i) { term { id state } errors { code } } }"
COPIES = "query C($id: ID!) { term(id: $id) { revision copies { edges { node { id revision } } } } }"
UPDATE = "mutation U($i: UpdateTermInput!) { updateTerm(input: $i) { term { revision } errors { code } } }"
CALL = ("note_kind", "CALL")


@pytest.fixture
def owner(settings: Settings, postgres: EmbeddedPostgres) -> Settings:
    """The settings of `migrate`: they know the owner of the tables."""
    name = urlsplit(settings.database_url).path.lstrip("/")
    return settings.model_copy(update={"owner_database_url": postgres.url(name, OWNER)})


async def rows_of(url: str, sql: str, *values: Any) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(**credentials(url))
    try:
        return list(await connection.fetch(sql, *values))
    finally:
        await connection.close()


async def counts(url: str) -> dict[str, int]:
    """Return how many rows each of the tables has that a run writes."""
    sql = " UNION ALL ".join(f"SELECT '{table}' AS name, count(*) FROM {table}" for table in TABLES.split())
    return {row["name"]: row["count"] for row in await rows_of(url, sql)}


def with_word(change: Callable[[ReferenceItem], ReferenceItem | None], key: str) -> Sequence[ReferenceItem]:
    """Return the reference content with one word changed, or left out where `change` returns nothing."""
    changed = ((change(item) if item.natural_key == key else item) for item in reference_items())
    return [item for item in changed if item is not None]


def renamed(item: ReferenceItem) -> ReferenceItem:
    return replace(item, values={**item.values, "title_en": "phone call", "ends_before": None})


async def test_an_empty_database_gets_a_word_for_every_code_that_a_declaration_names(owner: Settings) -> None:
    types = schema_and_content_types()[1].values()
    of_fields = {field.vocabulary for type_ in types for field in type_.fields.values()}
    of_steps = {step.reason for type_ in types for step in type_.kind.workflow.transitions.values()}
    began = time.monotonic()

    loaded = await load_reference_content(owner, NOW)
    took = time.monotonic() - began
    in_force = await rows_of(
        owner.owner_url,
        "SELECT DISTINCT vocabulary FROM term WHERE state = 'ACTIVE' AND published_at = $1 AND lineage_id = id"
        " AND (starts_on IS NULL OR starts_on <= $2) AND (ends_before IS NULL OR ends_before > $2)",
        NOW,
        NOW.date(),
    )

    assert {name for name in of_fields | of_steps if name} <= {row["vocabulary"] for row in in_force}
    assert (loaded.added, loaded.adopted) == (len(reference_items()) - 1, 1)  # a migration has brought one event rule
    found = await counts(owner.owner_url)
    assert found["history"] == found["version"] == found["outbox"] == loaded.added
    assert found["setting"] == 1
    assert took < 10, f"{took:.1f} s for {loaded.added} objects"


async def test_a_second_run_changes_nothing(owner: Settings) -> None:
    await load_reference_content(owner, NOW)
    before = await counts(owner.owner_url)

    again = await load_reference_content(owner, LATER)

    assert (again.added, again.updated, again.kept, again.adopted, again.gone) == (0, 0, 0, 0, [])
    assert await counts(owner.owner_url) == before


def test_migrate_says_how_much_it_added_updated_and_kept(owner: Settings) -> None:
    lines = io.StringIO()
    set_up_logs("INFO", lines)
    load_content(owner)
    load_content(owner)

    first, second = map(orjson.loads, lines.getvalue().splitlines())
    assert first["event"] == "reference content loaded"
    assert (first["added"], first["adopted"]) == (len(reference_items()) - 1, 1)
    assert (second["added"], second["updated"], second["kept"], second["adopted"]) == (0, 0, 0, 0)
    assert "codes" not in first, "service/logs.py lets every key through"


async def test_two_runs_at_once_add_everything_once(owner: Settings) -> None:
    one, other = await asyncio.gather(load_reference_content(owner, NOW), load_reference_content(owner, NOW))

    assert sorted((one.added, other.added)) == [0, len(reference_items()) - 1]
    twice = "SELECT vocabulary FROM term GROUP BY vocabulary, token HAVING count(*) > 1"
    assert await rows_of(owner.owner_url, twice) == []


async def test_a_changed_file_updates_an_untouched_word_with_a_revision_and_its_history(owner: Settings) -> None:
    await load_reference_content(owner, NOW)

    loaded = await load_reference_content(owner, LATER, with_word(renamed, "/".join(CALL)))
    [word] = await rows_of(owner.owner_url, "SELECT * FROM term WHERE vocabulary = $1 AND token = $2", *CALL)
    history = await rows_of(owner.owner_url, "SELECT * FROM history WHERE object_id = $1 ORDER BY revision", word["id"])
    [version] = await rows_of(
        owner.owner_url, "SELECT stored FROM version WHERE object_id = $1 AND revision = 2", word["id"]
    )
    search = await rows_of(owner.owner_url, "SELECT terms FROM search_entry WHERE object_id = $1", word["id"])

    assert (loaded.updated, loaded.added, loaded.kept) == (1, 0, 0)
    assert (word["title_en"], word["revision"], word["modified_at"]) == ("phone call", 2, LATER)
    assert [(row["action"], row["actor_name"]) for row in history] == [("CREATE", "Polku"), ("UPDATE", "Polku")]
    assert '"titleEn"' in history[1]["changes"]
    assert "phone call" in version["stored"]
    assert [{"phone", "call"} <= set(row["terms"].split()) for row in search] == [True]


async def test_a_word_that_an_administrator_has_changed_stays_as_it_is(
    organisation: SampleOrganisation, owner: Settings
) -> None:
    await load_reference_content(owner, NOW)
    id_ = await public_id_of(owner, CALL)
    edited = {"id": id_, "revision": 1, "transition": "EDIT"}
    await organisation.data("administrator", EDIT, i=edited)
    [copy] = (await organisation.data("administrator", COPIES, id=id_))["term"]["copies"]["edges"]
    given = {"id": copy["node"]["id"], "revision": 1, "titleEn": "our call"}
    await organisation.data("administrator", UPDATE, i=given)
    await organisation.data("administrator", EDIT, i=given_step(given["id"], 2, "SUBMIT"))
    await organisation.data("manager", EDIT, i=given_step(given["id"], 3, "PUBLISH"))

    loaded = await load_reference_content(owner, LATER, with_word(renamed, "/".join(CALL)))
    in_force = await rows_of(
        owner.owner_url,
        "SELECT title_en FROM term WHERE vocabulary = $1 AND token = $2 AND state = 'ACTIVE'",
        *CALL,
    )

    assert (loaded.updated, loaded.kept) == (0, 1)
    assert [row["title_en"] for row in in_force] == ["our call"]


def given_step(id_: str, revision: int, name: str, **more: str) -> dict[str, Any]:
    return {"id": id_, "revision": revision, "transition": name, **more}


async def public_id_of(owner: Settings, word: tuple[str, str]) -> str:
    sql = "SELECT id FROM term WHERE vocabulary = $1 AND token = $2"
    [row] = await rows_of(owner.owner_url, sql, *word)
    return f"term_{row['id'].hex}"


async def test_a_retired_word_stays_retired(organisation: SampleOrganisation, owner: Settings) -> None:
    await load_reference_content(owner, NOW)
    word_id = await public_id_of(owner, CALL)
    asked = given_step(word_id, 1, "ASK_RETIREMENT", comment="Ei käytetä.")
    await organisation.data("manager", EDIT, i=asked)
    done = await organisation.data("administrator", EDIT, i=given_step(word_id, 2, "RETIRE", comment="Ei käytetä."))

    loaded = await load_reference_content(owner, LATER, with_word(renamed, "/".join(CALL)))
    [word] = await rows_of(
        owner.owner_url, "SELECT state, title_en FROM term WHERE vocabulary = $1 AND token = $2", *CALL
    )

    assert done["transitionTerm"]["errors"] == []
    assert (loaded.updated, loaded.kept) == (0, 1)
    assert (word["state"], word["title_en"]) == ("RETIRED", "call")


async def test_what_is_there_already_is_adopted_and_left(organisation: SampleOrganisation, owner: Settings) -> None:
    await organisation.pool.execute("UPDATE term SET title_fi = 'oma' WHERE vocabulary = 'note_kind'")
    before = await counts(owner.owner_url)

    loaded = await load_reference_content(owner, NOW)
    after = await counts(owner.owner_url)
    titles = await rows_of(owner.owner_url, "SELECT DISTINCT title_fi FROM term WHERE vocabulary = 'note_kind'")

    assert after["term"] == before["term"]
    assert after["service_type"] == before["service_type"]
    assert loaded.adopted >= before["term"]
    assert [row["title_fi"] for row in titles] == ["oma"]


async def test_a_word_that_a_version_no_longer_has_is_left_and_reported(owner: Settings) -> None:
    await load_reference_content(owner, NOW)

    loaded = await load_reference_content(owner, LATER, with_word(lambda _item: None, "/".join(CALL)))
    [word] = await rows_of(owner.owner_url, "SELECT state FROM term WHERE vocabulary = $1 AND token = $2", *CALL)

    assert loaded.gone == ["term note_kind/CALL"]
    assert word["state"] == "ACTIVE"


async def test_the_limits_of_a_service_are_never_changed_by_an_update(owner: Settings) -> None:
    await load_reference_content(owner, NOW)
    key = "WORK_TRIAL/1"

    def stricter(item: ReferenceItem) -> ReferenceItem:
        return replace(item, values={**item.values, "max_months": 3})

    loaded = await load_reference_content(owner, LATER, with_word(stricter, key))
    [kind] = await rows_of(owner.owner_url, "SELECT max_months FROM service_type WHERE code = 'WORK_TRIAL'")

    assert (loaded.updated, loaded.kept) == (0, 1)
    assert kind["max_months"] == 6


async def test_a_database_knows_which_content_it_was_given_and_the_service_may_only_read_it(owner: Settings) -> None:
    connection = await asyncpg.connect(**credentials(owner.database_url))
    try:
        before = await has_reference_content(connection, own_digest())
        await load_reference_content(owner, NOW)
        await load_reference_content(owner, NOW, with_word(renamed, "/".join(CALL)))

        assert not before
        assert await has_reference_content(connection, own_digest())  # an earlier version beside a newer one is ready
        assert not await has_reference_content(connection, b"another")
        for table in ("reference_seed", "reference_load"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(f"DELETE FROM {table}")
    finally:
        await connection.close()
