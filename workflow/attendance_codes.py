"""
What an attendance code entails: facts of its vocabulary, never the spelling of the code.

The accepted reasons decide people's income, and an administrator may add a code; its facts then say all that the
service does with it. models/vocabulary/attendance_codes.csv has those of the codes that come with the service.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

ATTENDANCE_CODES = "attendance_code"
_MONEY = frozenset({"KEPT", "YES", "LOST", "NO", "HELD", "REVIEW", "AGREED", "AS_REPLACEMENT", "NONE"})
_YES_NO = frozenset({"yes", "no"})
_NUMBER: frozenset[str] = frozenset()  # any whole number
_TOKEN: frozenset[str] | None = None  # the token of another code
# The values that each fact may have.
EFFECTS: Mapping[str, frozenset[str] | None] = {
    "benefit": _MONEY,
    "expense_allowance": _MONEY,
    "reported": frozenset({"YES", "NO", "FLAG", "HELD", "INFORMATIONAL"}),
    "billable": frozenset({"YES", "NO", "CONTRACT", "AS_REPLACEMENT"}),
    "is_absence": _YES_NO,
    "hours": frozenset({"COUNTED", "NONE"}),
    "presence": frozenset({"PRESENT", "ABSENT"}),
    "most_minutes": _NUMBER,
    "needs_certificate_after_days": _NUMBER,
    "longest_days": _NUMBER,
    "recorded_by_all": _YES_NO,
    "is_pending": _YES_NO,
    "swapped_with": _TOKEN,
}
# Without these nobody could tell what a day with the code is worth.
REQUIRED_EFFECTS = ("benefit", "expense_allowance", "reported", "billable", "is_absence", "hours")


@dataclass(frozen=True)
class CodeEffects:
    """
    What a code does to its day.

    With `has_hours` the minutes, the arrival and the departure belong to the day, at most `most_minutes` of them. The
    reason of a day that `is_pending` is not known yet, and on one that `is_not_organised` there was no service.
    What `is_reported` is told to the payer of the benefit, with what becomes of the `benefit`; `billable` says whether
    it is billed to the payer of the service. `recorded_by_all` lets the trainee, the workplace and a colleague record
    it, and `swapped_with` is the code of the other day of a swap.
    """

    is_absence: bool = False
    has_hours: bool = True
    presence: str | None = None
    most_minutes: int | None = None
    recorded_by_all: bool = False
    is_pending: bool = False
    is_not_organised: bool = False
    is_reported: bool = False
    billable: str | None = None
    benefit: str | None = None
    swapped_with: str | None = None

    def is_billed(self, *, bills_agreed_days: bool) -> bool:
        """Return whether a day with the code is billed under a contract; one that was swapped in is, if attended."""
        is_attended_instead = self.billable == "AS_REPLACEMENT" and self.presence == "PRESENT"
        return self.billable == "YES" or (self.billable == "CONTRACT" and bills_agreed_days) or is_attended_instead


def code_effects(facts: Iterable[Mapping[str, str]]) -> CodeEffects:
    """
    Return the effects that a list of {name, text} tells of.

    A code that says nothing of hours has them unless it is an absence; one that says nothing of presence shows an
    absence when it is one.
    """
    told = {fact["name"]: fact["text"] for fact in facts}
    is_absence = told.get("is_absence") == "yes"
    return CodeEffects(
        is_absence=is_absence,
        has_hours=told.get("hours", "NONE" if is_absence else "COUNTED") == "COUNTED",
        presence=told.get("presence") or ("ABSENT" if is_absence else None),
        most_minutes=int(told["most_minutes"]) if "most_minutes" in told else None,
        recorded_by_all=told.get("recorded_by_all") == "yes",
        is_pending=told.get("is_pending") == "yes",
        is_not_organised=told.get("reported") == "INFORMATIONAL",
        is_reported=told.get("reported") == "YES",
        billable=told.get("billable"),
        benefit=told.get("benefit"),
        swapped_with=told.get("swapped_with"),
    )


@dataclass(frozen=True)
class SwapPair:
    """The other day of a swap: whose it is, its code, and with which day it says that it was swapped."""

    client_id: object
    code: str | None
    swapped_with_id: object


def is_swap_paired(effects: CodeEffects, day: object, client: object, pair: SwapPair | None) -> bool:
    """
    Return whether a day whose code belongs to a swap has its pair: a day of the same person that says so of this one.

    Of the day that was taken instead, another code may say what became of it: who was ill on it has still given up the
    first one. Source: rule R09.
    """
    if pair is None or pair.client_id != client or pair.swapped_with_id != day:
        return False
    is_given_up = not effects.has_hours
    return pair.code == effects.swapped_with or (is_given_up and pair.code is not None)


def unknown_effects(facts: Iterable[Mapping[str, str]]) -> list[str]:
    """Return the names of the facts that no code has, that have a value which they cannot have, or that come twice."""
    seen: set[str] = set()
    unknown: list[str] = []
    for fact in facts:
        name, text = fact["name"], fact["text"]
        if name in seen or name not in EFFECTS or not _is_possible(EFFECTS[name], text):
            unknown.append(name)
        seen.add(name)
    return unknown


def missing_effects(facts: Iterable[Mapping[str, str]]) -> list[str]:
    """Return the names of the facts that every code must tell of and this one does not."""
    told = {fact["name"] for fact in facts}
    return [name for name in REQUIRED_EFFECTS if name not in told]


def _is_possible(values: frozenset[str] | None, text: str) -> bool:
    if values is _TOKEN:
        return bool(text)
    return text in values if values else text.isdecimal()
