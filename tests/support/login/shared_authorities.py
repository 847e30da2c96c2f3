"""The authorities that a client of HTTP trusts, read once in a run of tests and not by each of its thousands."""

import os
from collections.abc import Callable
from functools import cache
from ssl import SSLContext

import httpcore2
import pytest


def share_authorities(patch: pytest.MonkeyPatch) -> None:
    """
    Let clients of HTTP that trust what the machine trusts share one context, and another one for another file of it.

    Reading the authorities takes thirty milliseconds; a log-in makes several clients, and whoever waits for a service
    makes one at each look.
    """
    read: Callable[..., SSLContext] = httpcore2.default_ssl_context

    @cache
    def shared(trusts_environment: bool, *_files: str | None) -> SSLContext:
        return read(_trust_env=trusts_environment)

    def default_ssl_context(*, _trust_env: bool = True) -> SSLContext:
        return shared(_trust_env, os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))

    patch.setattr(httpcore2, "default_ssl_context", default_ssl_context)
