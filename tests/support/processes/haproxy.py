"""HAProxy with the configuration of deploy/haproxy, on loopback, with a certificate of its own."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from service.settings import ROOT

CONFIGURATION = ROOT / "deploy/haproxy/haproxy.cfg"


def certificate_file(directory: Path, host: str) -> Path:
    """Return a file with a certificate for a day, and its key."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([subject_of(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, SHA256())
    )
    path = directory / "certificate.pem"
    path.write_bytes(
        made.public_bytes(Encoding.PEM) + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    return path


def subject_of(host: str) -> x509.GeneralName:
    """Return a host as a certificate names it: by its address, or by its name."""
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)


@asynccontextmanager
async def haproxy_before(port: int, directory: Path, own_port: int, plain_port: int, host: str) -> AsyncIterator[None]:
    """Run HAProxy on `own_port` (TLS) and `plain_port` before a service on `port`, under the name `host`."""
    certificate = certificate_file(directory, host)
    binds = (f"127.0.0.1:{own_port}", f"127.0.0.1:{plain_port}")
    async with running_haproxy(certificate, host, binds, [f"127.0.0.1:{port}"]):
        yield


@asynccontextmanager
async def running_haproxy(
    certificate: Path,
    host: str,
    binds: tuple[str, str],
    upstreams: Sequence[str],
    prefix: Sequence[str] = (),
    **more: str,
) -> AsyncIterator[None]:
    """Run HAProxy on two addresses (TLS, plain) before several hosts; `prefix` is what it is started with."""
    program = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin:/usr/local/sbin")
    assert program, "These tests need HAProxy: apt install haproxy, or leave them out with -m 'not haproxy'"
    environment = {
        "POLKU_PUBLIC_URL": f"https://{host}",
        "POLKU_PUBLIC_HOST": host,
        "POLKU_BIND": binds[0],
        "POLKU_BIND_PLAIN": binds[1],
        "POLKU_CERTIFICATE": str(certificate),
        **{f"POLKU_UPSTREAM{f'_{number}' if number > 1 else ''}": at for number, at in enumerate(upstreams, start=1)},
        **more,
    }
    process = await asyncio.create_subprocess_exec(
        *prefix, program, "-f", str(CONFIGURATION), "-db", env={**os.environ, **environment}
    )
    try:
        yield
    finally:
        process.terminate()
        await process.wait()
