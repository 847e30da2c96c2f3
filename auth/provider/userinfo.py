"""
The userinfo endpoint: who logged in, for the holder of an access token with the scope `openid`.

Source: OpenID Connect Core 1.0 § 5.3, RFC 6750 § 3. Authlib's endpoint reads the clock itself and is not used.
"""

from auth.provider.clients import Clients
from auth.provider.exchange import ProviderResponse, provider_response
from auth.provider.issued_tokens import ACCESS, find_token
from auth.provider.token_issuing import IssuingContext


async def userinfo(authorization: str, context: IssuingContext, clients: Clients) -> ProviderResponse:
    """Return the subject; 401 for a token that is missing or works no more, 403 for one without `openid`."""
    scheme, _, value = authorization.partition(" ")
    if scheme.lower() != "bearer" or not value:
        return _refused(401, "")
    token = await find_token(value, context)
    if token is None or token.kind != ACCESS or not token.is_live or not await clients.find(token.client, context.now):
        return _refused(401, ' error="invalid_token"')
    if "openid" not in token.scope.split():
        return _refused(403, ' error="insufficient_scope", scope="openid"')
    return provider_response(200, {"sub": token.subject}, [("Content-Type", "application/json")])


def _refused(status: int, reason: str) -> ProviderResponse:
    return provider_response(status, "", [("WWW-Authenticate", f"Bearer{reason}")])
