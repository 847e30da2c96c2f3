"""
Which clients may be the person of a referral, before it is accepted.

Told to staff who decide on it, of clients whom they could find anyway: compared is only what they may read.
"""

from typing import Any
from uuid import UUID

from auth.disclosure import logged_name
from auth.policy import access_rule, predicate_sql
from models.code_index import same_code_sql
from resolvers.declaration import ContentTypes
from resolvers.merging.candidates import Fetch
from resolvers.reading.parameters import Call, StatementParameters, look_values
from workflow.client import STORED_CLIENT_STATES
from workflow.vocabulary import ASSIGN, CONTACT, IDENTITY, NAME, Permission

_MOST = 20
_FIELD = "referralDuplicates"
_SAME_NAMES = "(c.sort_key = r.sort_key AND c.date_of_birth = r.date_of_birth)"
_CODES_DIFFER = (
    "(c.personal_identity_code IS NOT NULL AND r.personal_identity_code IS NOT NULL"
    f" AND coalesce(NOT {same_code_sql('c', 'r')}, FALSE))"
)


async def referral_doubles(
    fetch: Fetch, call: Call, content_types: ContentTypes, referral: UUID
) -> list[tuple[UUID, list[str]]]:
    """
    Return the clients who may be the person of a referral that the caller decides on, with the reasons, by their ids.

    The look leaves its row, with those who are shown and the referral, before they are shown.
    """
    bind = StatementParameters()

    def may(noun: str, alias: str, permission: Permission) -> str:
        kind = content_types[noun].kind
        return f"({predicate_sql(kind, access_rule(call.viewer, kind, permission), alias, bind.viewer)})"

    knows = may("client", "c", IDENTITY)
    reasons = {
        "SAME_CODE": f"({same_code_sql('c', 'r')} AND {knows})",
        "SAME_NAME_AND_BIRTH": f"({_SAME_NAMES} AND {knows})",
        "SAME_PHONE": f"(r.phone = ANY(c.phones) AND {(reaches := may('client', 'c', CONTACT))})",
        "SAME_EMAIL": f"(lower(c.email) = lower(r.email) AND {reaches})",
    }
    told = ", ".join(f'coalesce({sql}, FALSE) AS "{name}"' for name, sql in reasons.items())
    asked = bind.constant(referral, "uuid")
    opened = " AND ".join(may("referral", "r", p) for p in (ASSIGN, NAME, IDENTITY, CONTACT))
    rows = await fetch(
        f"SELECT c.id, {told} FROM referral r JOIN client c ON {' OR '.join(reasons.values())}"
        f" WHERE r.id = {asked} AND {opened} AND {STORED_CLIENT_STATES.sql('c.state')} AND {may('client', 'c', NAME)}"
        f" AND NOT {_CODES_DIFFER} ORDER BY c.id LIMIT {_MOST}",
        [get(call) for get in bind.getters],
    )
    found = [(UUID(str(row["id"])), [name for name in reasons if row[name]]) for row in rows]
    await _log(fetch, call, [client for client, _ in found], referral)
    return found


async def _log(fetch: Fetch, call: Call, shown: list[Any], referral: UUID) -> None:
    bind = StatementParameters()
    values = look_values(call, _FIELD, [logged_name("Referral", _FIELD)], [referral])
    row = bind.disclosure_row(values, f"SELECT unnest({bind.constant(shown, 'uuid[]')})")
    await fetch(row, [get(call) for get in bind.getters])
