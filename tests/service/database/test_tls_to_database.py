"""The line to the database: what a URL says of TLS is what each driver is told."""

import ssl
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from service.backups.programs import ENVIRONMENT
from service.database.connections import credentials, libpq_options, tortoise_config
from service.resources import utc_now

_URL = "postgresql://polku_app:secret@db1,db2/polku?sslmode={mode}&sslrootcert={authority}"


@pytest.fixture
def authority(tmp_path: Path) -> Path:
    """The certificate of an authority of one's own."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Oma")])
    now = utc_now()
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now).not_valid_after(now + timedelta(days=1))
    signed = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True).sign(
        key, hashes.SHA256()
    )
    path = tmp_path / "authority.crt"
    path.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.mark.parametrize(("mode", "checks_name"), [("verify-full", True), ("verify-ca", False)])
def test_each_driver_is_told_of_the_authority(authority: Path, mode: str, checks_name: bool) -> None:
    url = _URL.format(mode=mode, authority=authority)

    context, of_libpq = credentials(url)["ssl"], libpq_options(url)

    assert isinstance(context, ssl.SSLContext)
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, checks_name)
    assert [one["subject"] for one in context.get_ca_certs()] == [((("commonName", "Oma"),),)]
    assert (of_libpq["sslmode"], of_libpq["sslrootcert"]) == (mode, str(authority))
    assert "ssl" not in of_libpq
    assert tortoise_config(url)["connections"]["default"]["credentials"]["ssl"] is context
    assert ENVIRONMENT["sslrootcert"] == "PGSSLROOTCERT", "pg_dump is told by its environment, which has nothing else"


def test_the_authorities_of_the_machine_are_called_system() -> None:
    url = _URL.format(mode="verify-full", authority="system")

    assert len(credentials(url)["ssl"].get_ca_certs()) == len(ssl.create_default_context().get_ca_certs())
    assert libpq_options(url)["sslrootcert"] == "system"


def test_an_authority_that_is_not_there_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        credentials(_URL.format(mode="verify-full", authority=tmp_path / "none.crt"))


def test_without_an_authority_the_drivers_look_for_one_themselves() -> None:
    url = "postgresql://polku_app@db1/polku?sslmode=verify-full"

    assert credentials(url)["ssl"] == libpq_options(url)["sslmode"] == "verify-full"
    assert "sslrootcert" not in libpq_options(url)
