"""
The confidentiality undertaking that a person accepts before seeing anybody's data for the first time.

Its texts are content (`AgreementText`), and a new one is accepted by everybody anew. Where none is stored yet, the text
that comes with the service holds: nobody enters without one.

Source: privacy notice, "only employees whose work needs it, … confidentiality". A trainee sees nobody else's data and
therefore accepts no undertaking (decision 0013); neither does a guardian, who acts for the person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tortoise.connection import get_connection
from tortoise.expressions import F

from models.account import Account
from models.agreement_text import BEGUN_TEXTS, UNDERTAKING
from models.vocabulary import first_texts
from workflow.calendar import finnish_day
from workflow.roles import AccountKind
from workflow.titles import LANGUAGES

UNDERTAKING_VERSION = first_texts()[UNDERTAKING].version  # the first; a published text takes its place
_BEGUN = BEGUN_TEXTS.format(day="$1", condition=f"t.kind = '{UNDERTAKING}'", order="")
# The version in force on the day $1, as an expression of SQL.
VERSION_IN_FORCE = f"coalesce((SELECT t.version {_BEGUN}), '{UNDERTAKING_VERSION}')"
_TEXT_IN_FORCE = f"SELECT t.* {_BEGUN}"


@dataclass(frozen=True)
class Undertaking:
    """A version of the undertaking; titles and bodies by language."""

    version: str
    titles: Mapping[str, str]
    bodies: Mapping[str, str]


def may_enter(kind: AccountKind, accepted_version: str | None, version_in_force: str) -> bool:
    """Return whether an account of this kind, with this accepted version, may use the service."""
    return (
        kind in (AccountKind.TRAINEE, AccountKind.GUARDIAN, AccountKind.AGENCY) or accepted_version == version_in_force
    )


async def undertaking_in_force(today: date) -> Undertaking:
    """Return the undertaking that is in force on a day in Finland."""
    rows = await get_connection("default").execute_query_dict(_TEXT_IN_FORCE, [today])
    if not rows:
        first = first_texts()[UNDERTAKING]
        return Undertaking(first.version, first.titles, first.bodies)
    titles, bodies = ({language: rows[0][f"{part}_{language}"] for language in LANGUAGES} for part in ("title", "body"))
    return Undertaking(rows[0]["version"], titles, bodies)


async def has_undertaken(account: Account, now: datetime) -> bool:
    """Return whether the person of this account has accepted what is in force."""
    in_force = await undertaking_in_force(finnish_day(now))
    return may_enter(AccountKind(account.kind), account.undertaking_version, in_force.version)


async def accept_undertaking(account: UUID, version: str, now: datetime) -> bool:
    """Record that the person of this account accepts a version; False when another one is in force by now."""
    if version != (await undertaking_in_force(finnish_day(now))).version:
        return False
    await Account.filter(id=account).update(
        undertaking_version=version, undertaking_accepted_at=now, epoch=F("epoch") + 1
    )
    return True
