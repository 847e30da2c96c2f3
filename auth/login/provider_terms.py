"""What the operator has agreed with one identity provider: whom it identifies, and how it is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workflow.roles import AccountKind

PEOPLE = frozenset(set(AccountKind) - {AccountKind.AGENCY, AccountKind.SERVICE})
MAIN = "main"  # the name of the provider that the settings POLKU_OIDC_… describe


class RequestForm(StrEnum):
    """How a log-in is requested."""

    PLAIN = "plain"  # parameters in the address
    SIGNED = "signed"  # a signed request object in the address (RFC 9101)
    PUSHED = "par"  # parameters sent ahead, from server to server (RFC 9126)
    SIGNED_PUSHED = "signed-par"  # a signed request object sent ahead

    @property
    def is_signed(self) -> bool:
        """Whether the request is a signed object."""
        return self in {RequestForm.SIGNED, RequestForm.SIGNED_PUSHED}

    @property
    def is_pushed(self) -> bool:
        """Whether the request is sent ahead."""
        return self in {RequestForm.PUSHED, RequestForm.SIGNED_PUSHED}


class AssertionAudience(StrEnum):
    """Whom a client assertion names as its reader."""

    ISSUER = "issuer"
    TOKEN_ENDPOINT = "token_endpoint"  # noqa: S105 - an address


@dataclass(frozen=True)
class ProviderTerms:
    """
    The agreement with one provider.

    `kinds` are the accounts that it may identify. Without a client secret the service proves itself with its own key.
    `acr_values` are asked for, the best first; a log-in without one of `required_acr` is refused; one with a level of
    `strong_acr` is recorded as strong, and no other is. `parameters` are added to each request.
    """

    name: str = MAIN
    kinds: frozenset[AccountKind] = PEOPLE
    titles: Mapping[str, str] = field(default_factory=dict)
    request: RequestForm = RequestForm.PLAIN
    assertion_audience: AssertionAudience = AssertionAudience.ISSUER
    acr_values: tuple[str, ...] = ()
    required_acr: frozenset[str] = frozenset()
    strong_acr: frozenset[str] = frozenset()
    is_encrypted: bool = False
    parameters: Mapping[str, str] = field(default_factory=dict)
