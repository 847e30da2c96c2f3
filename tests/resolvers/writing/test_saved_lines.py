"""What is saved of many rows is what their versions hold, whatever they have in common with the first."""

from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import orjson

from resolvers.writing.history import Lines
from tests.support.actions.attendance import RECORD, planned_days
from tests.support.organisation import SampleOrganisation

# A version has ids without hyphens, and moments with a T, as Python writes them.
DIFFERENT = """SELECT a.id, s.key, s.value, t.value FROM attendance a
  JOIN version v ON v.object_id = a.id AND v.revision = a.revision
  CROSS JOIN LATERAL jsonb_each_text(v.stored) s JOIN LATERAL jsonb_each_text(to_jsonb(a)) t USING (key)
  WHERE a.state = 'RECORDED' AND replace(s.value, '-', '') IS DISTINCT FROM replace(t.value, '-', '')"""
GIVEN: list[dict[str, Any]] = [
    {"code": "PRESENT"},
    {"code": "PRESENT", "minutes": 60},
    {"code": "ABSENT_SICK"},
    {"code": "PRESENT"},
    {"code": "ABSENT_SICK", "certificateSeenUntil": "2026-12-24"},
    {"code": "PRESENT", "minutes": 0},
]


def lines_of(*rows: dict[str, Any]) -> list[Any]:
    """Return what is saved of each row after the first, by what its line adds to that."""
    lines = Lines()
    for values in rows:
        lines.add(SimpleNamespace(id=uuid4(), revision=1), values, {}, values)
    first = orjson.loads(lines.of_first(saves=True)[1])
    return [first | (orjson.loads(line) if line else {}) for line in lines.saved]


def test_what_is_equal_and_not_the_same_is_saved_as_what_it_is() -> None:
    rows: list[dict[str, Any]] = [
        {"facts": [1], "hours": 1, "end": None},
        {"facts": [True], "hours": None, "end": "x"},
        {"facts": [1.0], "hours": 1, "end": None},
        {"facts": [], "hours": 0, "end": "x"},
    ]
    assert [repr(one) for one in lines_of(*rows)] == [repr(one) for one in rows]


def test_nothing_is_sent_again_of_a_row_like_the_first() -> None:
    lines = Lines()
    changes = {"code": {"before": None, "after": "a\nb"}}
    for _ in range(2):
        lines.add(SimpleNamespace(id=uuid4(), revision=1), {"code": "a\nb"}, changes, {"code": "a\nb"})
    assert lines.saved == lines.changes == [b"", b""]
    assert [len(text.split("\n")) for text in lines.texts()] == [1, 1, 2, 2, 2]


async def test_each_day_is_saved_as_its_version_says(organisation: SampleOrganisation) -> None:
    days = await planned_days(organisation, len(GIVEN))
    entries = [{"attendanceId": day["id"]} | one for day, one in zip(days, GIVEN, strict=True)]
    answer = (await organisation.data("coach_a", RECORD, input={"entries": entries}))["recordAttendance"]
    assert answer["refused"] == answer["errors"] == []

    assert [tuple(row) for row in await organisation.pool.fetch(DIFFERENT)] == []
    told = "SELECT count(DISTINCT changes::text) FROM history WHERE noun = 'attendance' AND action = 'RECORD'"
    assert await organisation.pool.fetchval(told) == 5
