"""
Whether a new client may be there already: whoever creates one is told of those whom the caller could find anyway.

The same names and day of birth, or the same phone or e-mail, make a possible double, unless two different identity
codes tell the people apart. Compared is only with clients of whom the caller may read what is compared: nobody learns
that somebody exists, and a person whose contacts are masked is found by none of them. Decision 0154.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from auth.policy import access_rule, predicate_sql
from models.code_index import has_code_sql
from resolvers.context import CommandContext, PendingChange, Rulebook, Step
from resolvers.public_ids import public_id
from resolvers.reading.loading import call_of_command
from resolvers.reading.parameters import StatementParameters
from resolvers.refusals import Problem
from resolvers.writing.transitions import transition_refused
from workflow.client import STORED_CLIENT_STATES
from workflow.vocabulary import CONTACT, IDENTITY, NAME, Permission

_KEY = "confirmedDistinct"
_GIVEN_TOGETHER = frozenset({"lastName", "unitId"})  # when a client is created, and hardly ever else
_MOST_NAMED = 5
_SAME_NAMES = "t.sort_key = {names} AND t.date_of_birth = {born}"
_SAME_CONTACT = "(t.phones && {phones} OR lower(t.email) = {email})"


@dataclass(frozen=True)
class Compared:
    """What of a person is compared; `own` is the id of the row itself, `code` the indexes of the identity code."""

    own: UUID
    sort_key: str
    date_of_birth: date | None
    phones: list[str]
    email: str | None
    code: tuple[Any, Any] | None


async def not_there_already(change: PendingChange) -> list[Problem]:
    """
    Refuse a new client who may be one of those whom the caller can find, until the caller confirms that it is another.

    The fact `clients` names them; the refusal leaves a row in the disclosure log, with their ids.
    """
    row, is_new = change.row, change.keys >= _GIVEN_TOGETHER
    if not is_new or row.confirmed_distinct or not change.context.compares_people:
        return []
    found = await _resembling(change)
    if not found:
        return []
    return [Problem("POSSIBLE_DUPLICATE", (_KEY,), {"clients": _named(found)})]


async def _resembling(change: PendingChange) -> list[dict[str, Any]]:
    row = change.row
    given = Compared(row.pk, row.sort_key, row.date_of_birth, list(row.phones), row.email, _code_of(row))
    return await resembling_clients(change.context, given, change.db)


def _code_of(row: Any) -> tuple[Any, Any] | None:
    return None if row.personal_identity_code is None else (row.identity_index, row.identity_index_even)


async def referred_not_there_already(step: Step) -> None:
    """
    Refuse to make a client of a referral who may be one that the caller can find, until the unit has decided.

    The agency learns nothing: what was decided is a field that it does not read, and its referral goes on. Source: R24.

    :raises CommandRefused: REFERRED_DUPLICATE with the clients
    """
    row = step.row
    if row.confirmed_distinct is not None:
        return
    phones = [row.phone] if row.phone else []
    given = Compared(row.pk, row.sort_key, row.date_of_birth, phones, row.email, _code_of(row))
    if found := await resembling_clients(step.context, given, step.db):
        raise transition_refused("REFERRED_DUPLICATE", _KEY, clients=_named(found))


def _named(found: list[dict[str, Any]]) -> str:
    return ", ".join(public_id("client", client["id"]) for client in found)


async def resembling_clients(context: CommandContext, person: Compared, db: BaseDBAsyncClient) -> list[dict[str, Any]]:
    """Return the clients who may be this person, of those of whom the caller may read what is compared."""
    bind = StatementParameters()
    names = _SAME_NAMES.format(
        names=bind.constant(person.sort_key, "text"), born=bind.constant(person.date_of_birth, "date")
    )
    contacts = _SAME_CONTACT.format(
        phones=bind.constant(person.phones, "text[]"),
        email=bind.constant(person.email.lower() if person.email else None, "text"),
    )
    known = (
        f"({names} AND {_may(context, bind, NAME)} AND {_may(context, bind, IDENTITY)}"
        f" OR {contacts} AND {_may(context, bind, NAME)} AND {_may(context, bind, CONTACT)})"
    )
    has_code = bind.constant(person.code is not None, "boolean")
    same = has_code_sql("t", *(bind.constant(index, "bytea") for index in person.code or (None, None)))
    sql = (
        f"SELECT t.id FROM client t WHERE {STORED_CLIENT_STATES.sql('t.state')} AND {known}"
        f" AND (NOT {has_code} OR t.personal_identity_code IS NULL OR coalesce({same}, FALSE))"
        f" AND t.id <> {bind(('own',), lambda _: person.own, 'uuid')} ORDER BY t.id LIMIT {_MOST_NAMED}"
    )
    call = call_of_command(context)
    return list(await db.execute_query_dict(sql, [get(call) for get in bind.getters]))


def _may(context: CommandContext, bind: StatementParameters, permission: Permission) -> str:
    """Return the predicate that the caller holds a permission on a client."""
    kind = context.content_types["client"].kind
    return f"({predicate_sql(kind, access_rule(context.viewer, kind, permission), 't', bind.viewer)})"


POSSIBLE_DOUBLE_RULES = Rulebook.of(rules=(not_there_already,))
