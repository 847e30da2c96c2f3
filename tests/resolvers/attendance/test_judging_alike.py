"""Days that are alike are judged once: each ends as if it had been judged by itself."""

from random import Random
from typing import Any
from uuid import UUID

import pytest

from resolvers.watched_rows import Looks, WatchedColumns, WatchedRow, looked
from resolvers.writing import bulk_writes
from tests.support.actions.attendance import RECORD, planned_days
from tests.support.organisation import TODAY, SampleOrganisation

PAIRS = 40
CODES = ["PRESENT", "PRESENT", "PRESENT", "PRESENT_SHORT", "ABSENT_SICK", "ABSENT_PENDING", "NO_SUCH_CODE", None]
OF_A_ROW = ("id", "client_id", "contract_id", "programme_id", "relationship_id", "modified_at", "recorded_at")
ENDS = """SELECT (to_jsonb(a) - $2::text[])::text AS row,
  (SELECT json_agg(json_build_array(h.action, h.changes) ORDER BY h.id)::text FROM history h
    WHERE h.object_id = a.id) AS told,
  (SELECT count(*) FROM version v WHERE v.object_id = a.id) AS versions
FROM attendance a WHERE a.id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], a.id)"""

SHOWN = """SELECT a.presence, v.stored->>'presence' FROM attendance a
  JOIN version v ON v.object_id = a.id AND v.revision = a.revision WHERE a.id = ANY($1)"""


def entry(chance: Random) -> dict[str, Any]:
    """Return what is recorded of a day: mostly what is recorded of the others."""
    given: dict[str, Any] = {"code": chance.choice(CODES)}
    if chance.random() < 0.2:
        given["minutes"] = chance.choice([0, 60, 300, 900])
    if chance.random() < 0.3:
        given["revision"] = chance.choice([1, 1, 2])
    return given


def stored(chance: Random) -> dict[str, Any]:
    """Return what is stored of a day before: mostly what is stored of the others."""
    state = chance.choice(["PLANNED"] * 6 + ["LOCKED"])
    code = "PRESENT" if state == "LOCKED" else chance.choice([None, None, None, "ABSENT_INTERVIEW"])
    presence = chance.choice([None, None, "PRESENT", "ABSENT"])  # as the vocabulary said of the code at the time
    return {
        "planned_minutes": chance.choice([300, 300, 300, 360]),
        "code": code,
        "state": state,
        "presence": presence,
    }


async def ends(organisation: SampleOrganisation, entries: list[dict[str, Any]]) -> list[Any]:
    """Return how each day ended: its refusals, its row, its history and its versions."""
    answer = (await organisation.data("coach_a", RECORD, input={"entries": entries}))["recordAttendance"]
    assert answer["errors"] == []
    refused = {one["id"]: one["errors"] for one in answer["refused"]}
    ids = [UUID(hex=given["attendanceId"][-32:]) for given in entries]
    rows = await organisation.pool.fetch(ENDS, ids, list(OF_A_ROW))
    return [(refused.get(given["attendanceId"]), *row) for given, row in zip(entries, rows, strict=True)]


@pytest.mark.parametrize("seed", range(3))
async def test_days_end_as_if_each_was_judged_by_itself(
    organisation: SampleOrganisation, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = Random(seed)
    days = await planned_days(organisation, 2 * PAIRS)
    given, before = [entry(chance) for _ in range(PAIRS)], [stored(chance) for _ in range(PAIRS)]
    for number, day in enumerate(days):
        await organisation.pool.execute(
            "UPDATE attendance SET planned_minutes = $2, code = $3, state = $4::text, presence = $5,"
            " accounting_unit_id = CASE WHEN $4::text = 'LOCKED' THEN unit_id END WHERE id = $1",
            UUID(hex=day["id"][-32:]),
            *before[number % PAIRS].values(),
        )
    judged = counted_judgements(monkeypatch)

    together = await ends(organisation, entries_of(days[:PAIRS], given))
    shared = len(judged)
    judged.clear()
    monkeypatch.setattr(bulk_writes, "MOST_KINDS", 0)
    alone = await ends(organisation, entries_of(days[PAIRS:], given))

    assert together == alone
    assert len(judged) == PAIRS
    assert shared < PAIRS
    assert {bool(refused) for refused, *_ in together} == {True, False}


async def test_what_is_set_without_a_look_is_saved_of_each(organisation: SampleOrganisation) -> None:
    days = await planned_days(organisation, 3)
    ids = sorted(UUID(hex=day["id"][-32:]) for day in days)
    await ends(organisation, entries_of(days, [{"code": "ABSENT_SICK"}] * 3))
    # The vocabulary said something else of the code when the first two were recorded.
    await organisation.pool.execute("UPDATE attendance SET presence = 'PRESENT' WHERE id = ANY($1)", ids[:2])

    await ends(organisation, entries_of(days, [{"code": "PRESENT"}] * 3))

    assert [tuple(row) for row in await organisation.pool.fetch(SHOWN, ids)] == [("PRESENT", "PRESENT")] * 3


def entries_of(days: list[dict[str, Any]], given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"attendanceId": day["id"]} | one for day, one in zip(days, given, strict=True)]


def counted_judgements(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return the list to which every judgement is added from now on."""
    judged: list[Any] = []
    original = bulk_writes._judge

    async def counting(context: Any, one: Any, *rest: Any) -> None:
        judged.append(one)
        await original(context, one, *rest)

    monkeypatch.setattr(bulk_writes, "_judge", counting)
    return judged


async def test_a_morning_of_equal_days_is_judged_once(
    organisation: SampleOrganisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = await planned_days(organisation, 6)
    judged = counted_judgements(monkeypatch)

    answer = (
        await organisation.data("coach_a", RECORD, input={"entries": entries_of(days, [{"code": "PRESENT"}] * 6)})
    )["recordAttendance"]

    assert [day["minutes"] for day in answer["days"]] == [300] * 6
    assert len(judged) <= 2  # the first also finds out who may, which the second need not
    assert await organisation.count("history", "noun = 'attendance' AND action = 'RECORD'") == 6


class Row:
    """A row with a few columns."""

    def __init__(self, **columns: Any) -> None:
        self.__dict__.update(columns)

    def method(self) -> None:
        """Do nothing."""


def watched(row: Row, stored: dict[str, Any] | None = None) -> tuple[Any, Any, Looks]:
    looks = Looks()
    return WatchedRow(row, looks), WatchedColumns(stored or {}, looks), looks


def test_only_what_was_looked_at_before_it_was_set_has_to_be_the_same() -> None:
    row, _, looks = watched(Row(code=None, day=TODAY, minutes=1, id=1))
    row.minutes = row.minutes + 1
    row.code = "PRESENT"

    assert row.code == "PRESENT"
    assert looks.are_those_of(Row(code="OTHER", day=None, minutes=1, id=2), {})
    assert not looks.are_those_of(Row(code=None, day=TODAY, minutes=2, id=1), {})
    assert looks.written == {"minutes": 2, "code": "PRESENT"}


def test_stored_columns_and_readings_have_to_be_the_same() -> None:
    row, stored_columns, looks = watched(Row(reference=1), {"state": "OPEN", "id": 1})

    assert stored_columns["state"] == stored_columns.get("state") == "OPEN"
    assert looked(row, lambda any_row: any_row.reference > 0)
    assert looks.are_those_of(Row(reference=5), {"state": "OPEN", "id": 2})
    assert not looks.are_those_of(Row(reference=0), {"state": "OPEN", "id": 2})
    assert not looks.are_those_of(Row(reference=5), {"state": "CLOSED", "id": 2})
    assert looks.is_shareable


@pytest.mark.parametrize("look", [lambda row, _: row.method, lambda row, _: row.phones, lambda _, stored: list(stored)])
def test_a_method_what_changes_in_place_and_all_columns_are_of_one_row_alone(look: Any) -> None:
    row, stored_columns, looks = watched(Row(phones=["+358"]), {"state": "OPEN"})

    look(row, stored_columns)

    assert not looks.is_shareable
