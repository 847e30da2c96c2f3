"""What is over is forgotten: ended sessions, spent nonces, old codes and tokens, failures of an hour ago."""

from datetime import datetime

from models.provider import AuthorizationCode, LogInThrottle, ProviderKey, RefreshToken
from models.session import Session, SpentNonce


async def forget_expired(now: datetime) -> int:
    """Return how many rows were removed. Nothing here decides anything: every reader looks at the time itself."""
    removed = 0
    for model in (Session, SpentNonce, AuthorizationCode, RefreshToken, LogInThrottle):
        removed += await model.filter(expires_at__lte=now).delete()
    return removed + await ProviderKey.filter(published_until__lte=now).delete()
