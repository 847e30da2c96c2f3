"""
What the provider says of itself, and the API of its provider.

Source: OpenID Connect Discovery 1.0 § 3, RFC 8414 § 2 (provider), RFC 9728 § 2 (API).
"""

from typing import Any

from auth.accounts.agency_clients import AGENCY_SCOPES
from auth.provider.authorization_codes import AUTHENTICATION_LEVELS
from auth.provider.clients import FRONT_END_SCOPES, PEOPLE_SCOPES
from auth.provider.signing_keys import ALGORITHM
from auth.tokens.jwt import ALGORITHMS

REGISTER_SCOPES = sorted(FRONT_END_SCOPES - PEOPLE_SCOPES | AGENCY_SCOPES)
_SECRET_OR_KEY = ["client_secret_basic", "private_key_jwt"]
_CLAIMS = ["iss", "aud", "sub", "sid", "iat", "exp", "auth_time", "nonce", "acr", "amr", "at_hash"]


def provider_metadata(issuer: str) -> dict[str, Any]:
    """Return the discovery document of the provider."""
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "jwks_uri": f"{issuer}/jwks",
        "userinfo_endpoint": f"{issuer}/userinfo",
        "revocation_endpoint": f"{issuer}/revoke",
        "introspection_endpoint": f"{issuer}/introspect",
        "end_session_endpoint": f"{issuer}/end-session",
        "scopes_supported": [*sorted(PEOPLE_SCOPES), *REGISTER_SCOPES],
        "claims_supported": _CLAIMS,
        "acr_values_supported": list(AUTHENTICATION_LEVELS),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token", "client_credentials"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": [ALGORITHM],
        **_client_authentication("token", [*_SECRET_OR_KEY, "none"]),
        **_client_authentication("revocation", [*_SECRET_OR_KEY, "none"]),
        **_client_authentication("introspection", _SECRET_OR_KEY),
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": True,
        "backchannel_logout_supported": True,
        "backchannel_logout_session_supported": False,
        "request_parameter_supported": False,
        "request_uri_parameter_supported": False,
        "claims_parameter_supported": False,
    }


def resource_metadata(resource: str, issuer: str) -> dict[str, Any]:
    """Return what the API at the address `resource` says of the tokens that it takes."""
    return {
        "resource": resource,
        "authorization_servers": [issuer],
        "scopes_supported": REGISTER_SCOPES,
        "bearer_methods_supported": ["header"],
        "resource_name": "Polku",
    }


def _client_authentication(endpoint: str, methods: list[str]) -> dict[str, Any]:
    return {
        f"{endpoint}_endpoint_auth_methods_supported": methods,
        f"{endpoint}_endpoint_auth_signing_alg_values_supported": sorted(ALGORITHMS),
    }
