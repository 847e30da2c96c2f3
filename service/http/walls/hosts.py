"""The names under which the service answers: any other Host header is refused, and nothing is ever made of it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from service.http.metrics import Metrics
from service.http.middleware import refusal
from service.http.walls.request_bounds import RequestRefused
from service.settings import Settings

HEALTH = ("/healthz", "/readyz")  # asked by machines that know the service by its address only
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class HostMissing(RequestRefused):
    """A request names no host, or several."""

    code = "HOST_MISSING"

    def __init__(self) -> None:
        super().__init__(400, "Name the host of the service in one Host header")


class HostUnknown(RequestRefused):
    """A request names a host that is not the service's."""

    code = "HOST_UNKNOWN"

    def __init__(self) -> None:
        super().__init__(
            421, "The service has another name; its operator sets POLKU_PUBLIC_URL and POLKU_ALLOWED_HOSTS"
        )


def allowed_hosts(settings: Settings) -> frozenset[str]:
    """
    Return the Host headers that are answered: that of the public address, and those of the setting.

    Outside production a service on this machine answers to every name of the machine for itself.
    """
    parts = urlsplit(settings.public_url)
    named = {_host(f"{parts.scheme}://{host.strip()}") for host in settings.allowed_hosts.split(",") if host.strip()}
    if settings.mode != "production" and _host(settings.public_url).partition(":")[0] in _LOOPBACK:
        port = parts.port or _DEFAULT_PORTS[parts.scheme]
        named |= {_host(f"{parts.scheme}://{name}:{port}") for name in _LOOPBACK}
    hosts = {_host(settings.public_url), *named}
    usual = _DEFAULT_PORTS.get(parts.scheme)
    # Some programs name the usual port too.
    return frozenset(hosts | {f"{host}:{usual}" for host in hosts if not host.rpartition("]")[2].count(":")})


def _host(address: str) -> str:
    """Return host and port of an address as browsers send them: in small letters, without the usual port."""
    parts = urlsplit(address)
    name = parts.hostname or ""
    shown = f"[{name}]" if ":" in name else name
    return shown if parts.port in (None, _DEFAULT_PORTS.get(parts.scheme)) else f"{shown}:{parts.port}"


@dataclass(frozen=True)
class KnownHosts:
    """Refuses a request for another host, without a redirect; health checks are answered under any name."""

    app: ASGIApp
    hosts: frozenset[str]
    metrics: Metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_asked = scope["type"] in ("http", "websocket") and scope["path"] not in HEALTH
        refused = self.refused(scope) if is_asked else None
        await (refused or self.app)(scope, receive, send)

    def refused(self, scope: Scope) -> Response | None:
        """Return the answer to a request that is refused, None for any other."""
        try:
            self.check(scope)
        except RequestRefused as error:
            self.metrics.refusals.labels(error.code).inc()
            return refusal(error.code, error.status, str(error), facts=error.facts)
        return None

    def check(self, scope: Scope) -> None:
        """
        Check the Host header.

        :raises HostMissing: when there is none, or more than one
        :raises HostUnknown: when it is not one of ours
        """
        given: bytes | None = None
        for name, value in scope["headers"]:
            if name == b"host":
                if given is not None:
                    raise HostMissing
                given = value
        if given is None:
            raise HostMissing
        if given.decode("latin-1").lower() not in self.hosts:
            raise HostUnknown
