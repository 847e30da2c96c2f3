"""Settings are content with a history, and what the service obeys."""

from typing import Any

import asyncpg

from service.database.embedded_postgres import SUPERUSER, EmbeddedPostgres
from tests.support.organisation import SampleOrganisation

CREATE = """mutation C($i: CreateSettingInput!) { createSetting(input: $i) {
  setting { id revision } errors { code path } } }"""
UPDATE = """mutation U($i: UpdateSettingInput!) { updateSetting(input: $i) {
  setting { revision history { action actorName changes { field before after } } } errors { code path } } }"""

FORMER_NAMES = """
SET session_replication_role = replica;
UPDATE version SET stored = replace(stored::text, '"max_root_page_size"', '"root_page_most"')::jsonb
  WHERE noun = 'setting';
UPDATE history SET changes = replace(changes::text, '"maxRootPageSize"', '"rootPageMost"')::jsonb
  WHERE noun = 'setting';
"""


async def settled(organisation: SampleOrganisation, **given: Any) -> dict[str, Any]:
    """Return the settings that the administrator made."""
    found: dict[str, Any] = (await organisation.data("administrator", CREATE, i=given))["createSetting"]["setting"]
    return found


async def write_former_names(postgres: EmbeddedPostgres, database: str) -> None:
    """Make the stored rows as they were written before the field got its name; only a superuser can change them."""
    superuser = await asyncpg.connect(host=str(postgres.socket), user=SUPERUSER, database=database)
    try:
        await superuser.execute(FORMER_NAMES)
    finally:
        await superuser.close()


async def test_a_lower_cap_of_pages_holds_at_once_and_refuses_larger_ones(organisation: SampleOrganisation) -> None:
    await settled(organisation, maxRootPageSize=3, maxNestedPageSize=2)
    whole = await organisation.data("manager", "{ terms { nodes { id } } }")
    refused = await organisation.ask("manager", "{ terms(first: 4) { nodes { id } } }")
    nested = await organisation.ask("manager", "{ units { nodes { staff(first: 3) { totalCount } } } }")

    assert len(whole["terms"]["nodes"]) == 3
    assert [e["extensions"]["code"] for e in (*refused["errors"], *nested["errors"])] == ["BAD_ARGUMENT"] * 2
    assert "data" not in refused


async def test_no_setting_raises_a_cap_or_leaves_its_bounds(organisation: SampleOrganisation) -> None:
    given = {"maxRootPageSize": 201, "maxNestedPageSize": 0, "recycleDays": 366}
    refused = (await organisation.data("administrator", CREATE, i=given))["createSetting"]

    assert {(e["code"], *e["path"]) for e in refused["errors"]} == {("OUT_OF_BOUNDS", key) for key in given}
    assert await organisation.count("setting") == 0


async def test_the_history_of_the_settings_says_who_changed_what(organisation: SampleOrganisation) -> None:
    made = await settled(organisation, maxRootPageSize=50)
    changed = await organisation.data(
        "administrator", UPDATE, i={"id": made["id"], "revision": 1, "maxRootPageSize": 100}
    )
    refused = await organisation.data("manager", UPDATE, i={"id": made["id"], "revision": 2, "maxRootPageSize": 10})

    last = changed["updateSetting"]["setting"]["history"][0]
    assert (last["action"], last["actorName"]) == ("UPDATE", "administrator")
    assert last["changes"] == [{"field": "maxRootPageSize", "before": "50", "after": "100"}]
    assert [e["code"] for e in refused["updateSetting"]["errors"]] == ["FORBIDDEN_FIELD"]
    assert await organisation.count("setting", "max_root_page_size = 100") == 1


async def test_who_may_not_settle_is_told_that_before_a_stale_revision(organisation: SampleOrganisation) -> None:
    made = await settled(organisation, maxRootPageSize=50)
    await organisation.data("administrator", UPDATE, i={"id": made["id"], "revision": 1, "maxRootPageSize": 100})
    refused = await organisation.data("coach_a", UPDATE, i={"id": made["id"], "revision": 1, "maxRootPageSize": 10})

    assert [e["code"] for e in refused["updateSetting"]["errors"]] == ["FORBIDDEN_FIELD"]
    assert await organisation.count("setting", "max_root_page_size = 100") == 1


async def test_a_change_that_was_stored_under_a_former_name_is_shown_and_restored_under_todays(
    organisation: SampleOrganisation, postgres: EmbeddedPostgres
) -> None:
    made = await settled(organisation, maxRootPageSize=50)
    await organisation.data("administrator", UPDATE, i={"id": made["id"], "revision": 1, "maxRootPageSize": 100})
    await write_former_names(postgres, str(await organisation.pool.fetchval("SELECT current_database()")))

    query = "query H($id: ID!) { setting(id: $id) { history { changes { field before after } } } }"
    shown = (await organisation.data("administrator", query, id=made["id"]))["setting"]["history"][0]["changes"]
    restore = """mutation R($id: ID!) { restoreSetting(input: {id: $id, revision: 2, toRevision: 1}) {
      setting { maxRootPageSize } errors { code path } } }"""
    restored = (await organisation.data("administrator", restore, id=made["id"]))["restoreSetting"]

    assert shown == [{"field": "maxRootPageSize", "before": "50", "after": "100"}]
    assert restored == {"setting": {"maxRootPageSize": 50}, "errors": []}
