"""Random rows of which there are tasks: runs of absences, notes, contracts that end, reports, and what waits."""

from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import Any

from tests.support.organisation import TODAY
from tests.support.rows.random_rows import RandomRows

CODES = {
    "PRESENT": {"is_absence": "no"},
    "ABSENT_SICK": {"is_absence": "yes", "reported": "YES", "needs_certificate_after_days": "3"},
    "ABSENT_CHILD": {"is_absence": "yes", "reported": "YES", "longest_days": "4"},
    "ABSENT_PENDING": {"is_absence": "yes", "reported": "HELD", "is_pending": "yes"},
    "HOLIDAY": {"is_absence": "no"},
}
OFTEN = (*CODES, "ABSENT_SICK", "ABSENT_SICK", "ABSENT_CHILD")
PRESENCE = {"PRESENT": "PRESENT", "HOLIDAY": None}
PEOPLE, RUN = 6, 24  # how many, and the days of each
LONG = ("PRESENT", "ABSENT_SICK", "ABSENT_CHILD")  # of which the days of a person begin with a week


async def add_task_rows(land: RandomRows, chance: Random) -> None:
    """Store the rows, and read all rows again."""
    filler = land.service.filler
    for token, facts in CODES.items():
        told = [{"name": name, "text": text} for name, text in facts.items()]
        period = {"starts_on": None, "ends_before": None}
        await filler.add("term", "ACTIVE", vocabulary="attendance_code", token=token, facts=told, **period)
    for number in range(PEOPLE):
        restricted = {"safety_restriction": number == 0, "processing_restriction": number == 1}
        reviewed = TODAY + timedelta(chance.randint(0, 20))
        client = await filler.add("client", "ACTIVE", **restricted, safety_review_on=reviewed)
        whose = {"client_id": client.pk, "unit_id": client.unit_id}
        # Days of the protected person are hidden from most: without them there was no contact.
        started = _day(chance, 50) - timedelta(40 if number == 0 else 0)
        related = await filler.add("relationship", "ACTIVE", **whose, started_on=started)
        await _coaching(filler, chance, whose, related)
        await _days(filler, chance, whose, LONG[number % len(LONG)])
        await _told(filler, chance, whose)
    for _ in range(4):
        await filler.add("referral", "WAITLISTED", waitlist_until=TODAY + timedelta(chance.randint(-2, 20)))
        await filler.add("proposal", "ACCEPTED", carried_out_on=chance.choice((None, TODAY)))
        await filler.add(
            "attendance_month", chance.choice(("OPEN", "REOPENED")), month=_month(len(filler.rows["attendance_month"]))
        )
    for noun, type_ in land.service.content_types.items():
        land.rows[noun] = [dict(r) for r in await land.service.pool.fetch(f"SELECT * FROM {type_.kind.table}")]


def _day(chance: Random, most: int) -> Any:
    return TODAY - timedelta(chance.randint(0, most))


def _month(number: int) -> Any:
    return (TODAY + timedelta(31 * (number % 7 - 4))).replace(day=1, year=2026 + number // 7 % 2)


async def _coaching(filler: Any, chance: Random, whose: dict[str, Any], related: Any) -> None:
    """Store notes, programmes with contracts and measures, and a report of a relationship."""
    for _ in range(chance.randint(0, 2)):
        moment = datetime.combine(_day(chance, 60), time(chance.choice((8, 22, 23)), 30), UTC)
        state = chance.choice(("SIGNED", "AMENDED", "DRAFT"))
        note = {"occurred_at": moment, "visibility": "TEAM", "shared_with_id": None}
        await filler.add("coaching_note", state, relationship_id=related.pk, **whose, **note)
    for _ in range(2):
        run = {"starts_on": _day(chance, 120), "ends_on": None}
        reviewed = chance.choice((None, TODAY + timedelta(chance.randint(-5, 25))))
        programme = await filler.add(
            "programme", "ACTIVE", relationship_id=related.pk, next_review_on=reviewed, **run, **whose
        )
        for state in chance.sample(("ACTIVE", "SUSPENDED", "DRAFT", "AWAITING_SIGNATURES", "ENDED"), 3):
            period = {"starts_on": _day(chance, 90), "ends_on": TODAY + timedelta(chance.randint(0, 30))}
            signed = [{"party": party} for party in chance.sample(("CLIENT", "PROVIDER", "ARRANGER"), 1)]
            price = {"price_cents": None} if state == "DRAFT" else {}
            await filler.add(
                "contract", state, programme_id=programme.pk, **period, **whose, **price, signatures=signed
            )
        due = TODAY + timedelta(chance.randint(-5, 25))
        await filler.add("measure", "OPEN", programme_id=programme.pk, due_on=due, **whose)
    ended = _day(chance, 100)
    period = {"starts_on": ended - timedelta(5), "ends_on": ended}
    await filler.add("report", chance.choice(("DRAFT", "HEARD")), relationship_id=related.pk, **period, **whose)


async def _days(filler: Any, chance: Random, whose: dict[str, Any], code: str) -> None:
    """Store a row of days of one person, with runs of the same code and now and then a certificate."""
    own = [row for row in filler.rows["contract"] if row.client_id == whose["client_id"]]
    contract = min(own, key=lambda row: row.state in ("DRAFT", "AWAITING_SIGNATURES")).pk
    for ago in range(RUN, 0, -1):
        is_free = ago <= RUN - 7
        code = chance.choice(OFTEN) if is_free and chance.random() < 0.15 else code
        day = TODAY - timedelta(ago)
        state = chance.choice(("RECORDED", "RECORDED", "CONFIRMED", "LOCKED", "PLANNED")[: 5 if is_free else 3])
        certificate = day + timedelta(chance.randint(0, 2)) if is_free and chance.random() < 0.07 else None
        recorded = {"code": code, "presence": PRESENCE.get(code, "ABSENT"), "certificate_seen_until": certificate}
        await filler.add("attendance", state, contract_id=contract, day=day, **recorded, **whose)


async def _told(filler: Any, chance: Random, whose: dict[str, Any]) -> None:
    """Store who pays the benefit in some weeks, and a report with some of the absences; one row corrects another."""
    paid = {"starts_on": _day(chance, 8) - timedelta(RUN - 8), "ends_on": chance.choice((None, TODAY - timedelta(9)))}
    await filler.add("benefit_payer", chance.choice(("VALID", "VALID", "CANCELLED")), **paid, **whose)
    report = await filler.add("absence_report", "DRAFT", starts_on=TODAY - timedelta(13), ends_on=TODAY, **whose)
    days = [d for d in filler.rows["attendance"] if d.client_id == whose["client_id"]]
    for day in chance.sample(days, RUN // 2):
        about = {"report_id": report.pk, "contract_id": day.contract_id, "attendance_id": day.pk, "day": day.day}
        first = await filler.add("reported_absence", "LISTED", code=day.code, **about, **whose)
        if chance.random() < 0.3:
            another = {"code": chance.choice(tuple(CODES)), "kind": "CORRECTION", "corrects_id": first.pk}
            await filler.add("reported_absence", "LISTED", **another, **about, **whose)
