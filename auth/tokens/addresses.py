"""Addresses over which secrets may travel."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def safe_address(address: object) -> str:
    """
    Return the address if secrets may travel over it: https, or http that stays on this machine.

    :raises ValueError: for any other, and for what is no address.
    """
    if not isinstance(address, str) or not address.isprintable() or " " in address:
        raise ValueError("An address of the provider is no address")
    parts = urlsplit(address)
    if parts.port == 0:
        raise ValueError("An address of the provider has no port")
    if (parts.scheme == "https" and parts.hostname) or (parts.scheme == "http" and is_loopback(parts.hostname)):
        return address
    raise ValueError("An address of the provider is not safe")


def is_loopback(host: str | None) -> bool:
    """Return whether `host` is this machine."""
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False
