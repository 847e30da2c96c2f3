"""A request and an answer of the provider, in the form that Authlib needs."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from json import dumps
from typing import Any

from authlib.oauth2.rfc6749 import OAuth2Payload, OAuth2Request
from authlib.oauth2.rfc6749.errors import InvalidRequestError

Parameters = Sequence[tuple[str, str]]
FREE_TEXT = frozenset({"username", "password"})


class Payload(OAuth2Payload):  # type: ignore[misc]  # Authlib ships no types
    """The parameters of a request. A repeated parameter stays visible, because it is refused."""

    def __init__(self, parameters: Parameters) -> None:
        self._data = dict(parameters)
        self._datalist: defaultdict[str, list[str]] = defaultdict(list)
        for name, value in parameters:
            self._datalist[name].append(value)

    @property
    def data(self) -> dict[str, str]:
        """Return name → value."""
        return self._data

    @property
    def datalist(self) -> defaultdict[str, list[str]]:
        """Return name → all values."""
        return self._datalist


class ProviderRequest(OAuth2Request):  # type: ignore[misc]  # Authlib ships no types
    """
    A request to an endpoint of the provider. `parameters` come only from the query of a GET or the form of a POST.

    :raises InvalidRequestError: when a parameter holds a character that is not allowed: Authlib would quote it in an
        error and then fail on that quotation.
    """

    def __init__(self, method: str, address: str, headers: Mapping[str, str], parameters: Parameters) -> None:
        super().__init__(method, address, headers=headers)
        self.payload = Payload(parameters)
        for name, value in parameters:
            if name not in FREE_TEXT and not is_plain(value):
                raise InvalidRequestError("A parameter holds a character that is not allowed")

    @property
    def args(self) -> dict[str, str]:
        """Return the parameters of a GET."""
        return self.payload.data if self.method == "GET" else {}

    @property
    def form(self) -> dict[str, str]:
        """Return the parameters of a POST."""
        return self.payload.data if self.method == "POST" else {}


@dataclass
class ProviderResponse:
    """An HTTP answer of the provider."""

    status: int
    body: str
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def location(self) -> str | None:
        """The address to which the browser is redirected."""
        return self.headers.get("Location")

    @location.setter
    def location(self, address: str) -> None:
        self.headers["Location"] = address


def provider_response(status: int, body: Any, headers: Sequence[tuple[str, str]]) -> ProviderResponse:
    """Return an answer; a body that is not text becomes JSON."""
    return ProviderResponse(status, body if isinstance(body, str) else dumps(dict(body or {})), dict(headers))


def is_plain(text: str) -> bool:
    """Return whether the text holds only characters allowed in an OAuth parameter. Source: RFC 6749 appendix A."""
    return all(" " <= character <= "~" and character not in '"\\' for character in text)
