"""Settings are content with a history, and what the service obeys."""

from typing import Any

from tests.support.organisation import SampleOrganisation

CREATE = """mutation C($i: CreateSettingInput!) { createSetting(input: $i) {
  setting { id revision } errors { code path } } }"""
UPDATE = """mutation U($i: UpdateSettingInput!) { updateSetting(input: $i) {
  setting { revision history { action actorName changes { field before after } } } errors { code path } } }"""


async def settled(organisation: SampleOrganisation, **given: Any) -> dict[str, Any]:
    """Return the settings that the administrator made."""
    found: dict[str, Any] = (await organisation.data("administrator", CREATE, i=given))["createSetting"]["setting"]
    return found


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
