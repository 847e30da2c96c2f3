"""The tasks of somebody, as the API tells them."""

from datetime import date, timedelta
from typing import Any

import models
from tests.support.actions.attendance import planned_days
from tests.support.organisation import NOW, TODAY, SampleOrganisation

Task = tuple[str, str | None, str]  # kind, due day, object
TASKS = """query T($kinds: [TaskKind!], $until: Date, $first: Int, $after: String) {
  tasks(kinds: $kinds, until: $until, first: $first, after: $after) { nodes { kind dueOn object { id } } } }"""


async def tasks(organisation: SampleOrganisation, who: str, *kinds: str, **asked: Any) -> list[Task]:
    """Return kind, due day and object of the tasks that somebody has, of these kinds or of all."""
    asked = {"kinds": list(kinds)} | asked if kinds else asked
    found = (await organisation.data(who, TASKS, **asked))["tasks"]["nodes"]
    return [(task["kind"], task["dueOn"], task["object"]["id"]) for task in found]


async def kinds(organisation: SampleOrganisation, who: str) -> set[str]:
    """Return the kinds of all tasks that somebody has."""
    return {kind for kind, _, _ in await tasks(organisation, who)}


async def recorded_run(organisation: SampleOrganisation, code: str, days: int, until: date = TODAY) -> list[str]:
    """Return the ids of recorded days of one client of coach A, up to a day, without the weekends."""
    [first] = await planned_days(organisation, 1, until)
    row: Any = await models.Attendance.get(pk=first["id"].removeprefix("attendance_"))
    working = [until - timedelta(ago) for ago in range(2 * days + 5) if (until - timedelta(ago)).isoweekday() < 6]
    recorded = {"state": "RECORDED", "code": code, "presence": "ABSENT", "accounting_unit_id": row.unit_id}
    await models.Attendance.filter(pk=row.pk).update(**recorded, recorded_at=NOW)
    found = [first["id"]]
    for day in working[1:days]:
        copied = {k: getattr(row, k) for k in row._meta.fields_db_projection if k not in ("id", "day", *recorded)}
        made = await models.Attendance.create(day=day, **(copied | recorded | {"recorded_at": NOW}))
        found.append(f"attendance_{made.pk.hex}")
    return found[::-1]
