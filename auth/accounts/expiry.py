"""Deletion of expired sessions, nonces, codes, tokens, challenges, failed log-in attempts and provider keys."""

from datetime import datetime

from models.provider import AuthorizationCode, LogInThrottle, ProviderKey, RefreshToken
from models.second_factor import LogInChallenge
from models.session import Session, SpentNonce


async def forget_expired(now: datetime) -> int:
    """Delete the expired rows and return their number. Deletion decides nothing: every reader checks the time too."""
    removed = 0
    for model in (Session, SpentNonce, AuthorizationCode, RefreshToken, LogInThrottle, LogInChallenge):
        removed += await model.filter(expires_at__lte=now).delete()
    return removed + await ProviderKey.filter(published_until__lte=now).delete()
