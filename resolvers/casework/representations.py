"""Who acts for a client: what a right may cover, when it is confirmed, what a minor keeps back; a client's death."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import F

from models.account import Account
from models.client import Client
from models.representation import Representation
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.refusals import Problem
from resolvers.writing.transitions import set_column, transition_refused
from workflow.calendar import months_after
from workflow.representation import AGE_OF_MAJORITY, BY_COURT, COVERS_ALL, MATTERS, OF_MINORS, RIGHTS

_MONTHS_OF_MINORITY = 12 * AGE_OF_MAJORITY


async def matters_of_right(change: PendingChange) -> list[Problem]:
    """Check that the matters are such as the kind of right may cover; name them all where none is named."""
    row = change.row
    allowed = RIGHTS[row.kind]
    if not row.matters and row.kind in COVERS_ALL:
        row.matters = [matter for matter in MATTERS if matter in allowed]
    if beyond := sorted(set(row.matters) - allowed):
        return [Problem("BEYOND_RIGHT", ("matters",), {"matters": ", ".join(beyond)})]
    row.matters = [matter for matter in MATTERS if matter in row.matters]
    return []


async def guardian_known(change: PendingChange) -> list[Problem]:
    """Let the same guardian of another client keep the account with which the person logs in."""
    row = change.row
    if row.same_as_id is None or "sameAsId" not in change.keys:
        return []
    other = await Representation.get(id=row.same_as_id, using_db=change.db)
    if (other.first_names, other.last_name) != (row.first_names, row.last_name):
        return [Problem("NOT_THE_SAME_GUARDIAN", ("sameAsId",))]
    row.account_id = other.account_id
    return []


async def representation_complete(step: Step) -> None:
    """
    Check that the right is proven, covers something, and can hold on some day.

    :raises CommandRefused: REPRESENTATION_INCOMPLETE with the fields that are missing; NOT_A_MINOR
    """
    row = step.row
    missing = [key for key, value in (("evidence", row.evidence), ("matters", row.matters)) if not value]
    if row.kind in BY_COURT and row.decided_on is None:
        missing.append("decidedOn")
    client = await Client.get(id=row.client_id, using_db=step.db)
    if row.kind in OF_MINORS and client.date_of_birth is None:
        missing.append("client.dateOfBirth")
    if missing:
        raise transition_refused("REPRESENTATION_INCOMPLETE", missing[0], fields=", ".join(missing))
    if row.kind in OF_MINORS and not is_minor(client, step.context.today):
        raise transition_refused("NOT_A_MINOR", "kind")


def is_minor(client: Client, today: date) -> bool:
    """Return whether a client is under eighteen on a day in Finland; nobody is whose date of birth is unknown."""
    born = client.date_of_birth
    return born is not None and months_after(born, _MONTHS_OF_MINORITY) > today


async def end_representation(step: Step) -> Changes:
    """Let the last day be today, unless it was over before."""
    today, until = step.context.today, step.row.valid_until
    if step.row.valid_from > today or (until is not None and until <= today):
        return {}
    return set_column(step.row, "valid_until", "validUntil", today)


async def renew_rights_of_guardian(step: Step) -> Changes:
    """Let what a session knows of the guardian be read anew."""
    if step.row.account_id is not None:
        await _renew([step.row.account_id], step.db)
    return {}


async def refusal_of_minor(change: PendingChange) -> list[Problem]:
    """Check that the person is a minor, names what is kept back, and decides about an own guardian."""
    row = change.row
    if "clientId" not in change.keys:
        return []
    client = await Client.get(id=row.client_id, using_db=change.db)
    if not is_minor(client, change.context.today):
        return [Problem("NOT_A_MINOR", ("clientId",))]
    if not row.matters:
        return [Problem("VALUE_REQUIRED", ("matters",))]
    if row.decided_on > change.context.today:
        return [Problem("IN_THE_FUTURE", ("decidedOn",))]
    row.matters = [matter for matter in MATTERS if matter in row.matters]
    return []


async def death_recorded(change: PendingChange) -> list[Problem]:
    """Check the day of death; the accounts of the person and of the guardians are read anew at the next request."""
    row = change.row
    if "diedOn" not in change.keys:
        return []
    if row.died_on is not None and row.died_on > change.context.today:
        return [Problem("IN_THE_FUTURE", ("diedOn",))]
    if row.died_on is not None and row.date_of_birth is not None and row.died_on < row.date_of_birth:
        return [Problem("BEFORE_BIRTH", ("diedOn",))]
    own = await Account.filter(client_id=row.pk).using_db(change.db).values_list("id", flat=True)
    guardians = Representation.filter(client_id=row.pk, account_id__isnull=False).using_db(change.db)
    await _renew([*own, *await guardians.values_list("account_id", flat=True)], change.db)
    return []


async def _renew(accounts: Iterable[Any], db: BaseDBAsyncClient) -> None:
    await Account.filter(id__in=list(accounts)).using_db(db).update(epoch=F("epoch") + 1)


REPRESENTATION_RULES = Rulebook.of(
    guards=(representation_complete,),
    effects=(end_representation, renew_rights_of_guardian),
    rules=(matters_of_right, guardian_known, refusal_of_minor, death_recorded),
)
