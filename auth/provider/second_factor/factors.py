"""Who has a second factor and who must have one; enrolment, check and reset."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from tortoise.connection import get_connection
from tortoise.transactions import in_transaction
from uuid_utils.compat import uuid7

from auth.provider.second_factor.one_time_codes import matching_step, new_recovery_codes, typed_code
from auth.tokens.random_tokens import token_digest
from auth.tokens.sealing import SealedTextRefused, Sealer
from models.account import Account
from models.second_factor import LogInChallenge, RecoveryCode, SecondFactor
from workflow.roles import AccountKind

_ENROL = """
INSERT INTO second_factor (id, user_id, secret, last_step, enrolled_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (user_id) DO NOTHING RETURNING true AS is_new
"""
# Of two simultaneous uses of one code, exactly one advances the step.
_USE_STEP = "UPDATE second_factor SET last_step = $2 WHERE user_id = $1 AND last_step < $2 RETURNING true AS is_first"
_USE_RECOVERY = """
UPDATE recovery_code SET used_at = $3 WHERE user_id = $1 AND digest = $2 AND used_at IS NULL RETURNING true AS is_first
"""
_NO_SECRET = "A" * 32  # compared with when there is no secret, so that it takes the same time
_NEVER = -1


class FactorRule(StrEnum):
    """Who must have a second factor. With OFF nobody is asked for one, not even whoever has it."""

    STAFF = "staff"
    EVERYBODY = "everybody"
    OFF = "off"


class FactorUse(StrEnum):
    """What a typed code was."""

    CODE = "CODE"
    RECOVERY_CODE = "RECOVERY_CODE"
    WRONG = "WRONG"


async def has_factor(user_id: UUID) -> bool:
    """Return whether the person has a second factor."""
    return await SecondFactor.filter(user_id=user_id).exists()


async def must_enrol(rule: FactorRule, issuer: str, subject: str) -> bool:
    """Return whether a person without a second factor must set one up at this log-in."""
    if rule is FactorRule.EVERYBODY:
        return True
    return (
        rule is FactorRule.STAFF
        and await Account.filter(issuer=issuer, subject=subject, kind=AccountKind.STAFF.value).exists()
    )


async def enrol(user_id: UUID, secret: str, code: str, sealer: Sealer, now: datetime) -> list[str] | None:
    """Store the factor and return its recovery codes, shown only now; None when the code is wrong or one exists."""
    step = matching_step(secret, typed_code(code), now)
    if step is None:
        return None
    codes, sealed = new_recovery_codes(), sealer.seal(factor_purpose(user_id), {"secret": secret})
    async with in_transaction() as db:
        if not await db.execute_query_dict(_ENROL, [uuid7(), user_id, sealed, step, now]):
            return None
        await RecoveryCode.filter(user_id=user_id).using_db(db).delete()
        rows = [RecoveryCode(user_id=user_id, digest=_digest(user_id, typed_code(text))) for text in codes]
        await RecoveryCode.bulk_create(rows, using_db=db)
    return codes


async def use_code(user_id: UUID, code: str, sealer: Sealer, now: datetime) -> FactorUse:
    """Return what the code is, and mark it as used; both kinds are looked for in any case, in the same time."""
    typed = typed_code(code)
    step = matching_step(await _secret(user_id, sealer, now), typed, now)
    is_code = bool(await _rows(_USE_STEP, [user_id, _NEVER if step is None else step]))
    is_recovery = bool(await _rows(_USE_RECOVERY, [user_id, _digest(user_id, typed), now]))
    if is_code:
        return FactorUse.CODE
    return FactorUse.RECOVERY_CODE if is_recovery else FactorUse.WRONG


async def reset_second_factor(user_id: UUID) -> None:
    """Remove the factor and the recovery codes of a person, who sets up a new one at the next log-in."""
    async with in_transaction() as db:
        for model in (SecondFactor, RecoveryCode, LogInChallenge):
            await model.filter(user_id=user_id).using_db(db).delete()


async def _secret(user_id: UUID, sealer: Sealer, now: datetime) -> str:
    """Return the secret of the person; one that cannot be opened any more matches no code."""
    factor = await SecondFactor.get_or_none(user_id=user_id)
    try:
        return str(sealer.open(factor_purpose(user_id), factor.secret if factor else "", now)["secret"])
    except SealedTextRefused:
        return _NO_SECRET


def factor_purpose(user_id: UUID) -> str:
    """Return the purpose of sealing: with the person in it, so that a secret moved to another row does not open."""
    return f"second factor {user_id}"


def _digest(user_id: UUID, code: str) -> bytes:
    return token_digest(f"{user_id}\0{code}")


async def _rows(sql: str, values: list[Any]) -> list[dict[str, Any]]:
    return await get_connection("default").execute_query_dict(sql, values)
