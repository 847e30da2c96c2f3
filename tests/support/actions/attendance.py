"""Working days for tests: planned days of a client on a day, and the commands about many of them."""

from datetime import date
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

import models
from tests.support.actions.casework import contract_in_force
from tests.support.organisation import STAMP, TODAY, SampleOrganisation

RECORD_DAY = """mutation R($input: RecordDayInput!, $key: String) { recordDay(input: $input, idempotencyKey: $key) {
  days { id revision day state code minutes presence } refused { id errors { code path } } errors { code path } } }"""
RECORD = """mutation R($input: RecordAttendanceInput!) { recordAttendance(input: $input) {
  days { id revision state code minutes } refused { id errors { code path } } errors { code path } } }"""


async def planned_days(
    organisation: SampleOrganisation, people: int = 3, day: Any = TODAY, **columns: Any
) -> list[dict[str, Any]]:
    """Return planned days of as many clients of coach A on one day, each under a contract in force."""
    await contract_in_force(organisation)
    template: Any = await models.Contract.all().order_by("-id").first()
    programme: Any = await models.Programme.get(pk=template.programme_id)
    relationship: Any = await models.Relationship.get(pk=programme.relationship_id)
    first: Any = await models.Client.get(pk=relationship.client_id)
    found = []
    for number in range(people):
        own = await _copy(
            first, last_name=f"Aamu{number:03}", sort_key=f"aamu{number:03}", personal_identity_code=None, **_NO_CODE
        )
        related = await _copy(relationship, client_id=own.pk, referral_id=None, started_on=_BEGUN["starts_on"])
        programmed = await _copy(programme, client_id=own.pk, relationship_id=related.pk, referral_id=None, **_BEGUN)
        contract = await _copy(template, client_id=own.pk, programme_id=programmed.pk, **_BEGUN)
        row: Any = await models.Attendance.create(
            state="PLANNED", contract=contract, client=own, unit_id=own.unit_id, day=day, planned_minutes=300,
            **(dict(STAMP) | columns),
        )  # fmt: skip
        found.append(
            {"id": f"attendance_{UUID(str(row.pk)).hex}", "revision": 1, "client": own.pk, "contract": contract.pk}
        )
    return found


_BEGUN = {"starts_on": date(2026, 9, 1)}
_NO_CODE = {"identity_index": None, "identity_index_even": None}


async def _copy(row: Any, **columns: Any) -> Any:
    """Return a saved copy of a row with another id and these columns."""
    stored = {name: getattr(row, name) for name in row._meta.fields_db_projection if name != "id"}
    known = {name: value for name, value in columns.items() if name in stored}
    new = type(row)(id=uuid7(), **(stored | known))
    await new.save(force_create=True)
    return new


async def record_day(
    organisation: SampleOrganisation, who: str, *exceptions: dict[str, Any], key: str | None = None, **given: Any
) -> dict[str, Any]:
    """Return the payload of `recordDay`: of the own caseload today, unless something else is given."""
    given = {"scope": {"caseload": True}, "day": TODAY.isoformat(), "except": list(exceptions)} | given
    return dict((await organisation.data(who, RECORD_DAY, input=given, key=key))["recordDay"])
