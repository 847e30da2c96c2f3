"""The phrases of a data export that no declaration has: who looked, what was done, how a week looks, who signed."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from resolvers.catalogues import translated
from resolvers.printing.dates import day_text, weekly_slot_text
from workflow.account_kinds import within_sentence
from workflow.calendar import FINNISH_ZONE
from workflow.roles import AccountKind
from workflow.titles import LANGUAGES

Member = Callable[[str], str]

# Changes that are no transition of their type.
ACTION_PHRASES: Mapping[str, Callable[[str], str]] = {
    "CREATE": lambda language: translated("created", language),
    "UPDATE": lambda language: translated("changed", language),
    "REVERT": lambda language: translated("an earlier version was restored", language),
    "RESTORE": lambda language: translated("brought back", language),
    "RESTORE_DELETED": lambda language: translated("brought back from the recycle bin", language),
    "RECTIFY": lambda language: translated("corrected at your request", language),
    "ATTACH": lambda language: translated("a file was added", language),
    "DETACH": lambda language: translated("a file was removed", language),
    "EXPIRE": lambda language: translated("no longer in force", language),
    "SEND": lambda language: translated("sent with the referral", language),
    "ASK": lambda language: translated("more was asked for", language),
    "FOLLOW": lambda language: translated("moved together with the client", language),
    "CLOSE": lambda language: translated("ended with the referral", language),
    "SUPERSEDE": lambda language: translated("replaced by a new one", language),
    "AMEND": lambda language: translated("completed", language),
    "RETAIN": lambda language: translated("kept for the time that the law demands", language),
    "REMIND": lambda language: translated("reminded of the due day", language),
    "OVERDUE": lambda language: translated("the due day has passed", language),
    "DELETE": lambda language: translated("put into the recycle bin", language),
    "RESTRICT": lambda language: translated("processing was restricted", language),
    "LIFT_RESTRICTION": lambda language: translated("the restriction has ended", language),
}


def looker_phrase(by: str, language: str) -> str:
    """Return who looked, of whom no name is told."""
    if by == "SELF":
        return translated("you yourself", language)
    return within_sentence(AccountKind(by))[LANGUAGES.index(language)] if by in AccountKind.__members__ else by


def source_phrase(provenance: str, language: str) -> str:
    """Return from where an object came."""
    return {
        "AUTHORITY": translated("from an authority", language),
        "CLIENT": translated("from you", language),
        "OWN": translated("from our own work", language),
    }.get(provenance, provenance)


def outcome_phrase(outcome: str, language: str) -> str:
    """Return what became of a log-in."""
    return {
        "LOGGED_IN": translated("log-in", language),
        "LOGGED_OUT": translated("log-out", language),
        "LOGGED_OUT_BY_PROVIDER": translated("log-out", language),
        "REFUSED": translated("log-in refused", language),
        "PASSWORD_REFUSED": translated("wrong password", language),
        "THROTTLED": translated("too many attempts", language),
        "DISABLED": translated("account closed", language),
        "NO_ACCOUNT": translated("no account", language),
        "UNDERTAKING_ACCEPTED": translated("undertaking accepted", language),
    }.get(outcome, outcome)


def pattern_phrase(slot: Mapping[str, Any], language: str, _member: Member) -> str:
    """Return one working day of a week: tiistaisin klo 9.00, 300 min."""
    return weekly_slot_text(slot, language)


def signature_phrase(signature: Mapping[str, Any], language: str, member: Member) -> str:
    """Return one signature: Asiakas Eeva Esimerkki hyväksyi kirjautuneena 3.4.2026."""
    signed = datetime.fromisoformat(str(signature["signedAt"])).astimezone(FINNISH_ZONE).date()
    if on_paper := signature.get("signedOn"):
        signed = date.fromisoformat(str(on_paper))
    who = {"party": member("party"), "name": signature["name"], "day": day_text(signed, language)}
    match signature["method"]:
        case "LOGGED_IN":
            return translated("%(party)s %(name)s accepted when logged in, %(day)s", language, **who)
        case "ELECTRONIC":
            return translated("%(party)s %(name)s signed electronically, %(day)s", language, **who)
    return translated("%(party)s %(name)s signed on paper, %(day)s", language, **who)
