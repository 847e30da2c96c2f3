"""The tasks that somebody should have, found slowly: row by row in memory, by the words of docs/tasks.md."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from auth.policy import allowed, roles_on_row
from auth.viewer import Viewer
from resolvers.declaration import ContentType
from resolvers.tasks.declaration import TaskRule
from resolvers.tasks.rules import rules_of
from tests.support.organisation import TODAY
from tests.support.queries.stored_values import loaded_json
from tests.support.rows.random_rows import RandomRows
from workflow.calendar import finnish_day, is_working_day, months_after, working_day_from
from workflow.vocabulary import VIEW

Row = Mapping[str, Any]
NONE = "none"  # there is no task of the row
Due = date | str | None
PAST = ("RECORDED", "CONFIRMED", "LOCKED")


@dataclass
class TaskOracle:
    """What one viewer should be told; what was found out about a row is kept."""

    land: RandomRows
    viewer: Viewer
    known: dict[Any, bool] = field(default_factory=dict)

    def tasks(self) -> list[tuple[date | None, str, str]]:
        """Return (due day, kind, public id) of every task, in order."""
        found = {task for rule in rules_of(self.land.service.content_types) for task in self.of_rule(rule)}
        return sorted(found, key=lambda task: (task[0] or date.max, task[1], task[2].rpartition("_")[2]))

    def of_rule(self, rule: TaskRule) -> set[tuple[date | None, str, str]]:
        type_ = self.land.service.content_types[rule.noun]
        found = set()
        for row in self.land.rows[rule.noun]:
            if (
                row["state"] in rule.states
                and self.is_mine(type_, row, rule)
                and self.reads(rule.noun, row, rule.reads)
            ):
                due = DUE[rule.kind](self, row) if rule.kind in DUE else None
                if due != NONE and (rule.ahead is None or due <= TODAY + timedelta(rule.ahead)):  # type: ignore[operator] # a day
                    found.add((due, rule.kind, f"{rule.noun}_{row['id'].hex}"))
        return found  # type: ignore[return-value] # without NONE

    def is_mine(self, type_: ContentType, row: Row, rule: TaskRule) -> bool:
        facts = self.land.facts(self.viewer, type_, dict(row))
        if rule.kind == "CONTRACT_TO_SIGN" and any(s["party"] == PARTY[min(rule.who)] for s in signatures(row)):
            return False
        if any(self.is_viewer(row[column]) for column in OWN_DOING.get(rule.kind, ())):
            return False
        return bool(roles_on_row(self.viewer, type_.kind, row, facts, VIEW) & rule.who)

    def is_viewer(self, value: Any) -> bool:
        """Return whether an account or a member of staff is the person who asks, also with another account."""
        staff = {account["id"]: account["staff_id"] for account in self.land.rows["account"]}
        same_staff = self.viewer.staff is not None and self.viewer.staff in (value, staff.get(value))
        return value is not None and (value == self.viewer.account or same_staff)

    def reads(self, noun: str, row: Row, keys: tuple[str, ...]) -> bool:
        """Return whether the viewer may see a row and read its fields with these keys."""
        type_ = self.land.service.content_types[noun]
        for permission in (VIEW, *(type_.keys[key].read for key in keys)):
            known = (row["id"], permission)
            if known not in self.known:
                facts = self.land.facts(self.viewer, type_, dict(row))
                self.known[known] = allowed(self.viewer, type_.kind, row, permission, facts)
            if not self.known[known]:
                return False
        return True

    def others(self, noun: str, keys: tuple[str, ...], **same: Any) -> list[Row]:
        """Return the rows with these values that the viewer may see and read so far."""
        alike = [r for r in self.land.rows[noun] if all(r[column] == value for column, value in same.items())]
        return [r for r in alike if self.reads(noun, r, keys)]

    def fact(self, row: Row, name: str) -> str | None:
        """Return what the vocabulary says of the code of a day."""
        for term in self.land.rows["term"]:
            if (term["vocabulary"], term["token"], term["state"]) == ("attendance_code", row["code"], "ACTIVE"):
                return next((f["text"] for f in loaded_json(term["facts"]) if f["name"] == name), None)
        return None

    def before(self, row: Row) -> list[Row]:
        """Return the service days of the person before a day that count, the latest first."""
        days = self.others("attendance", ("code", "presence"), client_id=row["client_id"])
        replaced = {r["replaces_id"] for r in self.land.rows["attendance"] if r["state"] in PAST}
        served = [d for d in days if d["state"] in PAST and d["presence"] and d["id"] not in replaced]
        return sorted((d for d in served if d["day"] < row["day"]), key=lambda d: (d["day"], d["id"]), reverse=True)

    def is_covered(self, row: Row, day: date) -> bool:
        seen = self.others("attendance", ("certificateSeenUntil",), client_id=row["client_id"])
        return any(d["day"] <= day <= (d["certificate_seen_until"] or date.min) for d in seen)


def signatures(row: Row) -> list[dict[str, Any]]:
    return list(loaded_json(row["signatures"]))


def run_before(oracle: TaskOracle, row: Row, before: list[Row]) -> int:
    """Return how many days in a row before a day have its code."""
    return next((n for n, d in enumerate(before) if d["code"] != row["code"]), len(before))


def certificate(oracle: TaskOracle, row: Row) -> Due:
    most, before = oracle.fact(row, "needs_certificate_after_days"), oracle.before(row)
    if most is None or run_before(oracle, row, before) < int(most) or oracle.is_covered(row, row["day"]):
        return NONE
    is_first = run_before(oracle, row, before) == int(most)
    return row["day"] if is_first or oracle.is_covered(row, before[0]["day"]) else NONE


def too_long(oracle: TaskOracle, row: Row) -> Due:
    most = oracle.fact(row, "longest_days")
    is_first = most is not None and run_before(oracle, row, oracle.before(row)) == int(most)
    return row["day"] if is_first else NONE


def third_working_day(oracle: TaskOracle, row: Row) -> Due:
    if oracle.fact(row, "is_pending") != "yes":
        return NONE
    day, left = row["day"], 3
    while left:
        day += timedelta(1)
        left -= is_working_day(day)
    return date.fromisoformat(day.isoformat())


def overdue(oracle: TaskOracle, row: Row) -> Due:
    due = third_working_day(oracle, row)
    return due if isinstance(due, date) and due < TODAY else NONE


def unreported(oracle: TaskOracle, row: Row) -> Due:
    days = oracle.others("attendance", ("code", "day"), contract_id=row["id"])
    replaced = {r["replaces_id"] for r in oracle.land.rows["attendance"] if r["state"] in PAST}
    payers = oracle.others("benefit_payer", ("startsOn", "endsOn"), client_id=row["client_id"], state="VALID")
    rows = oracle.others("reported_absence", ("contract", "day", "code"), contract_id=row["id"])
    corrected = {r["corrects_id"] for r in oracle.land.rows["reported_absence"]}
    told = {(r["day"], r["code"]) for r in rows if r["id"] not in corrected}
    waiting = [
        d["day"]
        for d in days
        if d["state"] in PAST
        and d["id"] not in replaced
        and d["day"] > TODAY - timedelta(92)
        and oracle.fact(d, "reported") == "YES"
        and any(p["starts_on"] <= d["day"] <= (p["ends_on"] or date.max) for p in payers)
        and (d["day"], d["code"]) not in told
    ]
    return working_day_from(min(waiting) + timedelta(14)) if waiting else NONE


def end_of_contract(oracle: TaskOracle, row: Row) -> Due:
    others = oracle.others("contract", ("endsOn",), programme_id=row["programme_id"])
    is_open = ("DRAFT", "AWAITING_SIGNATURES", "ACTIVE", "SUSPENDED")
    ends_on: date = row["ends_on"]
    return NONE if any(o["ends_on"] > ends_on and o["state"] in is_open for o in others) else ends_on


def review(oracle: TaskOracle, row: Row) -> Due:
    reports = oracle.others("report", ("endsOn",), relationship_id=row["relationship_id"])
    reported = [r["ends_on"] for r in reports if r["state"] in ("HEARD", "APPROVED", "DELIVERED")]
    return row["next_review_on"] or months_after(max([row["starts_on"], *reported]), 3)


def silence(oracle: TaskOracle, row: Row) -> Due:
    notes = oracle.others("coaching_note", ("occurredAt",), relationship_id=row["id"])
    days = oracle.others("attendance", ("presence", "day"), client_id=row["client_id"], presence="PRESENT")
    met = [finnish_day(n["occurred_at"]) for n in notes if n["state"] in ("SIGNED", "AMENDED")]
    met += [d["day"] for d in days if d["state"] in PAST]
    last: date = max([row["started_on"], *met])
    return last + timedelta(30)


def on(column: str, *, needed: bool = False) -> Callable[[TaskOracle, Row], Due]:
    return lambda _, row: NONE if needed and row[column] is None else row[column]


# Whoever did the step before has no task of the next one.
OWN_DOING: Mapping[str, tuple[str, ...]] = {
    "ROLE_GRANT_TO_APPROVE": ("created_by", "account_id"),
    "PURGE_TO_CONFIRM": ("approved_by",),
    "CLIENT_MERGE_TO_APPROVE": ("created_by",),
    "REGISTER_EXPORT_TO_APPROVE": ("created_by",),
    "EMERGENCY_ACCESS_TO_REVIEW": ("created_by", "account_id", "staff_member_id"),
    "SUPPORT_ACCESS_TO_REVIEW": ("created_by", "staff_member_id"),
    "ANOMALY_TO_EXPLAIN": ("account_id", "staff_member_id"),
}
PARTY = {"trainee": "CLIENT", "guardian": "CLIENT", "workplace": "PROVIDER", "supervisor": "ARRANGER"}
DUE: Mapping[str, Callable[[TaskOracle, Row], Due]] = {
    "CONTRACT_ENDS": end_of_contract,
    "PROGRAMME_REVIEW": review,
    "NO_CONTACT": silence,
    "MEASURE_DUE": on("due_on", needed=True),
    "SAFETY_REVIEW": lambda _, row: (row["safety_restriction"] and row["safety_review_on"]) or NONE,
    "WAITLIST_ENDS": on("waitlist_until", needed=True),
    "REFERRAL_DUE": on("due_on"),
    "MONTH_TO_CLOSE": lambda _, row: months_after(row["month"], 1),
    "ABSENCE_REPORT_DUE": on("due_on"),
    "DATA_REQUEST_DUE": on("due_on"),
    "REASON_PENDING": third_working_day,
    "REASON_OVERDUE": overdue,
    "CERTIFICATE_MISSING": certificate,
    "ABSENCE_UNREPORTED": unreported,
    "ABSENCE_TOO_LONG": too_long,
    "DAY_TO_RECORD": on("day"),
    "REFERRAL_TO_START": on("wanted_start_on"),
    "PROPOSAL_TO_CARRY_OUT": lambda _, row: NONE if row["carried_out_on"] else row["starts_on"],
    "CONTRACT_TO_SIGN": on("starts_on"),
    "PRICE_MISSING": lambda _, row: row["starts_on"] if row["price_cents"] is None else NONE,
}
