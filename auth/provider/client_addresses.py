"""
The addresses that a front end registers: where people return to, which pages may call, where log-outs are told.

Source: RFC 6749 § 3.1.2, RFC 8252 § 7 and § 8.3 (native applications), RFC 9700 § 2.1 (exact comparison).
"""

import re
from collections.abc import Iterable
from typing import ClassVar
from urllib.parse import SplitResult, urlsplit

MAX_ADDRESSES = 10
_MAX_LENGTH = 390  # the stored address of a log-in has 400 characters, and a loopback address may get a port
_PLAIN = re.compile(r"[A-Za-z0-9\-._~:/?\[\]@!$&'()*+,;=%#]+")  # Source: RFC 3986 § 2
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*")
_OWN_SCHEME = re.compile(r"[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+")  # a domain in reverse: com.example.app
_LOOPBACK_ADDRESS = re.compile(r"http://(127\.0\.0\.1|\[::1\])(?::([0-9]{1,5}))?((?:[/?].*)?)", re.DOTALL)
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "::1"})
_DEFAULT_PORTS = {"https": 443, "http": 80}


class AddressRefused(ValueError):
    """An address cannot be registered. `facts` say which of the list, counted from 1; the address is not quoted."""

    code = "ADDRESS_MALFORMED"

    def __init__(self, number: int = 1) -> None:
        super().__init__(f"{self.code}: address {number}")
        self.facts = {"number": str(number)}


class AddressUnsafe(AddressRefused):
    """The address is neither https, nor loopback, nor a scheme of the application's own."""

    code = "ADDRESS_UNSAFE"


class AddressFragment(AddressRefused):
    """The address has a fragment."""

    code = "ADDRESS_FRAGMENT"


class AddressWildcard(AddressRefused):
    """The address has a wildcard: addresses are compared character by character."""

    code = "ADDRESS_WILDCARD"


class AddressUser(AddressRefused):
    """The address names a user."""

    code = "ADDRESS_USER"


class OriginRefused(AddressRefused):
    """The origin is not scheme, host and port alone, or is not safe."""

    code = "ORIGIN_MALFORMED"


class LogoutAddressRefused(AddressRefused):
    """Log-outs are told over https, or on this machine."""

    code = "LOGOUT_ADDRESS_REFUSED"


class AddressCount(ValueError):
    """There are too many addresses, or none where one is needed."""

    code = "ADDRESS_COUNT"
    facts: ClassVar[dict[str, str]] = {"most": str(MAX_ADDRESSES)}

    def __init__(self) -> None:
        super().__init__("The number of addresses is out of bounds")


def redirect_addresses(addresses: list[str]) -> list[str]:
    """
    Return the addresses to which people may be sent: https, loopback, or a private-use scheme in reverse-domain form.

    :raises AddressRefused: naming the first that is refused.
    :raises AddressCount: when there are too many.
    """
    if len(addresses) > MAX_ADDRESSES:
        raise AddressCount
    for number, address in enumerate(addresses, 1):
        _check_redirect(address, number)
    return list(dict.fromkeys(addresses))


def browser_origins(origins: list[str]) -> list[str]:
    """
    Return the origins as browsers send them: in small letters, without the scheme's usual port.

    :raises OriginRefused: for anything but https, or http on this machine, with host and port alone.
    :raises AddressCount: when there are too many.
    """
    if len(origins) > MAX_ADDRESSES:
        raise AddressCount
    return list(dict.fromkeys(_origin(origin, number) for number, origin in enumerate(origins, 1)))


def logout_address(address: str) -> str:
    """
    Return the address to which log-out tokens are sent.

    :raises LogoutAddressRefused: for anything but https with a host, or http on this machine.
    """
    parts = _parsed(address, 1)
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK_HOSTS)
    if not is_safe or "#" in address or "@" in parts.netloc or not _is_host(parts):
        raise LogoutAddressRefused
    return address


def is_registered(address: str, registered: Iterable[str]) -> bool:
    """
    Return whether exactly this address is registered; on a loopback address the port may be any.

    Source: RFC 8252 § 7.3: a native application gets its port from the system at log-in.
    """
    known = set(registered)
    portless = _without_port(address)
    return address in known or (portless is not None and portless in map(_without_port, known))


def form_target(address: str) -> str:
    """
    Return the source of `form-action` that lets a form's answer redirect to a registered address.

    A scheme of an application's own is named alone, without slashes: Chromium would block the redirect otherwise. So is
    that of [::1]: a content security policy knows no IPv6 address.
    """
    parts = urlsplit(address)
    has_origin = parts.scheme in _DEFAULT_PORTS and "[" not in parts.netloc
    return f"{parts.scheme}://{parts.netloc}" if has_origin else f"{parts.scheme}:"


def _check_redirect(address: str, number: int) -> None:
    parts = _parsed(address, number)
    if "#" in address:
        raise AddressFragment(number)
    if "*" in address:
        raise AddressWildcard(number)
    if "@" in parts.netloc:
        raise AddressUser(number)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK_HOSTS):
        if not _is_host(parts):
            raise AddressRefused(number)
    elif not _OWN_SCHEME.fullmatch(parts.scheme) or parts.netloc or not address.startswith(f"{parts.scheme}:/"):
        raise AddressUnsafe(number)


def _origin(text: str, number: int) -> str:
    parts = _parsed(text, number)
    is_local = parts.hostname in LOOPBACK_HOSTS or parts.hostname == "localhost"
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and is_local)
    if not is_safe or not _is_host(parts) or text.lower() != f"{parts.scheme}://{parts.netloc}".lower():
        raise OriginRefused(number)
    host = f"[{parts.hostname}]" if ":" in str(parts.hostname) else parts.hostname
    port = "" if parts.port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"


def _parsed(address: str, number: int) -> SplitResult:
    if len(address) > _MAX_LENGTH or not _PLAIN.fullmatch(address):
        raise AddressRefused(number)
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        raise AddressRefused(number) from None
    return parts


def _is_host(parts: SplitResult) -> bool:
    """Return whether the host is a name or a loopback address, and nothing but a port follows it."""
    host = parts.hostname or ""
    shown = f"[{host}]" if host == "::1" else host
    port = parts.netloc.lower().removeprefix(shown)
    is_name = bool(_HOST.fullmatch(host)) or host in LOOPBACK_HOSTS
    return is_name and (port == "" or re.fullmatch(r":[0-9]{1,5}", port) is not None)


def _without_port(address: str) -> str | None:
    """Return a loopback address without its port; None for any other address."""
    found = _LOOPBACK_ADDRESS.fullmatch(address)
    if found is None or int(found[2] or 80) > 65_535:
        return None
    return f"http://{found[1]}{found[3]}"
