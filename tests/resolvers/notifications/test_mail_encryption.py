"""Mails leave encrypted to a server that proves its name, or they do not leave: real servers, real certificates."""

import ssl
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

import models
from models.notification import Delivery
from resolvers.context import CommandContext
from resolvers.mail_server import MailServer
from resolvers.notifications.mailing import MOST_ATTEMPTS, send_mail
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.outgoing_mail import mail_server_of
from service.resources import keyring_of, schema_and_content_types
from service.settings import Settings, SettingsRefused
from service.settings_loading import load_settings
from tests.support.actions.mails import context_after, notify_about_aino
from tests.support.organisation import NOW, STAMP, TODAY, SampleOrganisation
from tests.support.processes.mail_server import LocalMailServer

HOST = "127.0.0.1"
DAY = timedelta(days=1)


def named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


@dataclass
class Authority:
    """An authority that signs certificates, and the file that others trust it by."""

    folder: Path
    name: str

    def __post_init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.file = self.folder / f"{self.name}.pem"
        signed = self._certificate(self.name, self.key, 1).add_extension(x509.BasicConstraints(True, 0), True)
        signing = {name: name in ("key_cert_sign", "crl_sign") for name in USAGES}
        signed = signed.add_extension(x509.KeyUsage(**signing), True)
        self.file.write_bytes(signed.sign(self.key, hashes.SHA256()).public_bytes(Encoding.PEM))

    def _certificate(self, subject: str, key: Any, days: int) -> x509.CertificateBuilder:
        now = datetime.now(UTC)
        ours = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
        signer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        return (
            x509.CertificateBuilder()
            .subject_name(named(subject))
            .issuer_name(named(self.name))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - 9 * DAY)
            .not_valid_after(now + days * DAY)
            .add_extension(ours, False)
            .add_extension(signer, False)
        )

    def server(self, host: str = HOST, days: int = 1) -> ssl.SSLContext:
        """The terms of a server that shows a certificate for a host, good for so many days from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.IPAddress(ip_address(host)) if host == HOST else x509.DNSName(host)
        built = self._certificate(host, key, days).add_extension(x509.SubjectAlternativeName([name]), False)
        file = self.folder / f"{self.name}-{host}-{days}.pem"
        file.write_bytes(
            built.sign(self.key, hashes.SHA256()).public_bytes(Encoding.PEM)
            + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context


USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"), "trusted")


@pytest.fixture
async def context(
    organisation: SampleOrganisation, settings: Settings, authority: Authority, free_port: int
) -> CommandContext:
    """The context of a worker whose settings name a mail server and the authority that it trusts."""
    await models.Destination.create(state="ACTIVE", kind="MAIL", host=HOST, country="FI", purpose="x", **STAMP)
    given = {"smtp_host": HOST, "smtp_port": free_port, "mail_from": "polku@example.org"}
    mail = mail_server_of(settings.model_copy(update={**given, "smtp_authorities": authority.file}))
    return system_context(schema_and_content_types()[1], RULEBOOK, keyring_of(settings), NOW, TODAY, mail=mail)


def having(context: CommandContext, **changes: Any) -> CommandContext:
    """The same context with other terms of its mail server."""
    assert isinstance(context.mail, MailServer)
    return replace(context, mail=replace(context.mail, **changes))


def serving(command: CommandContext, tls: str, context: ssl.SSLContext, **ways: Any) -> LocalMailServer:
    """A server on the port that the context sends to, encrypted one way or the other."""
    assert command.mail is not None
    if tls == "tls":
        return LocalMailServer(command.mail.port, context, **ways)
    return LocalMailServer(command.mail.port, tls_context=context, require_starttls=True, **ways)


@pytest.mark.parametrize("tls", ["starttls", "tls"])
async def test_a_mail_goes_encrypted_to_a_server_that_proves_its_name(
    organisation: SampleOrganisation, context: CommandContext, authority: Authority, tls: str
) -> None:
    server = serving(context, tls, authority.server())
    await server.start()
    await notify_about_aino(organisation, context, "supervisor_a")
    await send_mail(having(context, tls=tls))
    await server.stop()

    assert [envelope.rcpt_tos for envelope in server.mailbox.taken] == [["supervisor_a@example.org"]]
    assert (await Delivery.get()).state == "SENT"


BAD = {
    "another authority": ("other", HOST, 1),
    "another host": ("trusted", "mail.example.org", 1),
    "over since yesterday": ("trusted", HOST, -1),
}


@pytest.mark.parametrize("tls", ["starttls", "tls"])
@pytest.mark.parametrize("why", BAD)
async def test_a_server_with_a_bad_certificate_gets_nothing_and_a_later_good_one_gets_the_mail(
    organisation: SampleOrganisation, context: CommandContext, authority: Authority, tmp_path: Path, tls: str, why: str
) -> None:
    signer, host, days = BAD[why]
    by = authority if signer == "trusted" else Authority(tmp_path, signer)
    logged_in: list[Any] = []
    impostor = serving(context, tls, by.server(host, days), authenticator=taking(logged_in))
    await impostor.start()
    await notify_about_aino(organisation, context, "supervisor_a")
    await send_mail(having(context, tls=tls, user="polku", password="secret word"))
    await impostor.stop()
    row = await Delivery.get()
    waiting = (row.state, row.attempts, row.failure, row.due_at)
    honest = serving(context, tls, authority.server())
    await honest.start()
    await send_mail(context_after(having(context, tls=tls), minutes=1))
    await honest.stop()

    assert waiting == ("WAITING", 1, "CERTIFICATE_REFUSED", NOW + timedelta(seconds=30))
    assert (impostor.mailbox.taken, logged_in) == ([], [])
    assert len(honest.mailbox.taken) == 1
    assert (await Delivery.get()).state == "SENT"


def taking(logged_in: list[Any]) -> Any:
    """An authenticator that lets everybody in and notes what they said."""

    def authenticate(server: Any, session: Any, envelope: Any, mechanism: str, said: Any) -> AuthResult:
        logged_in.append(said)
        return AuthResult(success=True)

    return authenticate


async def test_an_authority_of_the_system_is_not_enough_where_one_is_named(
    organisation: SampleOrganisation,
    context: CommandContext,
    authority: Authority,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = Authority(tmp_path, "system")
    monkeypatch.setenv("SSL_CERT_FILE", str(other.file))
    server = serving(context, "tls", other.server())
    await server.start()
    await notify_about_aino(organisation, context, "supervisor_a")
    await send_mail(having(context, tls="tls"))
    refused = (await Delivery.get()).failure
    await send_mail(context_after(having(context, tls="tls", authorities=None), minutes=1))
    await server.stop()

    assert refused == "CERTIFICATE_REFUSED"
    assert len(server.mailbox.taken) == 1


@pytest.mark.parametrize("tls", ["starttls", "tls"])
async def test_a_server_without_encryption_gets_neither_mail_nor_password_and_is_given_up_in_the_end(
    organisation: SampleOrganisation, context: CommandContext, tls: str
) -> None:
    assert context.mail is not None
    logged_in: list[Any] = []
    plain = LocalMailServer(context.mail.port, authenticator=taking(logged_in), auth_require_tls=False)
    await plain.start()
    await notify_about_aino(organisation, context, "supervisor_a")
    for days in range(MOST_ATTEMPTS + 1):
        await send_mail(context_after(having(context, tls=tls, user="polku", password="secret word"), days=days))
    await plain.stop()

    row = await Delivery.get()
    assert (row.state, row.attempts, row.failure) == ("FAILED", MOST_ATTEMPTS, "NO_ENCRYPTION")
    assert (plain.mailbox.taken, logged_in) == ([], [])


async def test_the_password_goes_encrypted_to_the_server_that_asks_for_it(
    organisation: SampleOrganisation, context: CommandContext, authority: Authority
) -> None:
    logged_in: list[Any] = []
    server = serving(context, "starttls", authority.server(), authenticator=taking(logged_in), auth_required=True)
    await server.start()
    await notify_about_aino(organisation, context, "supervisor_a")
    await send_mail(having(context, user="polku", password="secret word"))
    await server.stop()

    assert [(said.login, said.password) for said in logged_in] == [(b"polku", b"secret word")]
    assert len(server.mailbox.taken) == 1


def test_a_file_of_authorities_that_is_not_there_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(SettingsRefused, match="POLKU_SMTP_AUTHORITIES"):
        load_settings(mode="test", state_dir=tmp_path, smtp_authorities=tmp_path / "none.pem")
