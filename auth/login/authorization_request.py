"""
The request for a log-in, in the form that the provider wants: plain, signed, sent ahead, or both.

Source: OpenID Connect Core 1.0 § 3.1.2.1, RFC 9101 (signed requests), RFC 9126 (requests sent ahead).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from authlib.oauth2.rfc7636 import create_s256_code_challenge

from auth.login.provider_metadata import ProviderMetadata, ProviderMisconfigured
from auth.login.provider_requests import ProviderConnection, ProviderRequestRefused, signed_by
from auth.tokens.random_tokens import new_token

REQUEST_TYPE = "oauth-authz-req+jwt"
REQUEST_LIFETIME = timedelta(minutes=5)  # for the redirect of the browser, not for the person
MAX_REQUEST_URI = 500
_VISIBLE = ("response_type", "client_id", "scope")  # OpenID Connect wants these beside a signed request


@dataclass(frozen=True)
class LogInSecrets:
    """The random values of one log-in: `state` and `nonce` return with the answer, `verifier` redeems the code."""

    state: str
    nonce: str
    verifier: str


def new_secrets() -> LogInSecrets:
    """Return the random values of a new log-in."""
    return LogInSecrets(new_token(), new_token(), new_token())


async def authorization_address(
    connection: ProviderConnection, metadata: ProviderMetadata, secrets: LogInSecrets, language: str, now: datetime
) -> str:
    """
    Return the address for the browser that begins a log-in; the provider's page is asked for in `language`.

    :raises ProviderMisconfigured: when the provider refuses the request, or demands what the settings do not allow.
    :raises ProviderUnavailable: when a request is to be sent ahead, and the provider does not answer.
    """
    form, visible = connection.terms.request, request_parameters(connection, metadata, secrets, language)
    sent: Mapping[str, str] = visible
    if form.is_signed or metadata.demands_signed_requests:
        signed = {"request": signed_request(connection, metadata, visible, now)}
        sent = signed
        visible = {name: visible[name] for name in _VISIBLE} | signed
    if form.is_pushed or metadata.demands_pushed_requests:
        visible = {
            "client_id": connection.party.client_id,
            "request_uri": await _request_uri(connection, metadata, sent, now),
        }
    endpoint = metadata.authorization_endpoint
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(visible)}"


def request_parameters(
    connection: ProviderConnection, metadata: ProviderMetadata, secrets: LogInSecrets, language: str
) -> dict[str, str]:
    """Return the parameters of the request."""
    terms = connection.terms
    asked = {
        **terms.parameters,
        "response_type": "code",
        "client_id": connection.party.client_id,
        "redirect_uri": connection.party.redirect_uri,
        "scope": "openid",
        "state": secrets.state,
        "nonce": secrets.nonce,
        "code_challenge": create_s256_code_challenge(secrets.verifier),
        "code_challenge_method": "S256",
    }
    asked |= {"ui_locales": language} if language else {}
    asked |= {"acr_values": " ".join(terms.acr_values)} if terms.acr_values else {}
    if metadata.knows_claims_parameter:
        claims: dict[str, object] = {"auth_time": {"essential": True}, "amr": None}
        if terms.required_acr:
            claims["acr"] = {"essential": True, "values": sorted(terms.required_acr)}
        asked["claims"] = json.dumps({"id_token": claims}, separators=(",", ":"))
    return asked


def signed_request(
    connection: ProviderConnection, metadata: ProviderMetadata, asked: Mapping[str, str], now: datetime
) -> str:
    """Return the request as an object signed with the service's own key."""
    key = connection.party.keys.signing_key(metadata.request_algorithms)
    if key is None:
        raise ProviderMisconfigured("no key of ours signs with an algorithm that it takes for request objects")
    seconds = int(now.timestamp())
    claims: dict[str, object] = {
        **asked,
        "iss": connection.party.client_id,
        "aud": connection.provider.issuer,
        "jti": new_token(),
        "iat": seconds,
        "nbf": seconds,
        "exp": seconds + int(REQUEST_LIFETIME.total_seconds()),
    }
    if "claims" in asked:
        claims["claims"] = json.loads(asked["claims"])  # a JSON object in a request object, a text elsewhere
    return signed_by(key, REQUEST_TYPE, claims)


async def _request_uri(
    connection: ProviderConnection, metadata: ProviderMetadata, asked: Mapping[str, str], now: datetime
) -> str:
    """Send the request ahead and return the name that the provider gave to it."""
    if metadata.pushed_endpoint is None:
        raise ProviderMisconfigured("it takes no requests that are sent ahead")
    form = {**asked, "client_id": connection.party.client_id}
    try:
        answer = await connection.post(metadata.pushed_endpoint, form, metadata, now)
    except ProviderRequestRefused as error:
        raise ProviderMisconfigured(f"it refused the request that was sent ahead: {error.reason}") from None
    found = answer.get("request_uri")
    if not isinstance(found, str) or not 0 < len(found) <= MAX_REQUEST_URI:
        raise ProviderMisconfigured("it named no request")
    return found
