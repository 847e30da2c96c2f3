"""The settings of the service: `POLKU_…` variables and secrets from files."""

import os
from base64 import urlsafe_b64decode
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from pydantic import Field, FilePath, SecretStr, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from typing_extensions import override

from service.cell_settings import CellSettings
from service.demo_secrets import DEMO_MARK
from service.limit_settings import LimitSettings
from service.scanner_settings import ScannerSettings

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "POLKU_"
SECRETS = ("field_key", "index_key", "cursor_key", "session_key", "log_key", "oidc_client_secret")
BACKUP_KEY = "backup_key"  # only for the commands backup and restore; the service starts without it


class SettingsRefused(ValueError):
    """The settings are not valid, or not safe for production; the text names every reason."""

    code = "SETTINGS_REFUSED"


def readable_text(name: str, path: Path) -> str:
    """
    Return the content of the file that the variable `name` names, without blanks around it.

    :raises SettingsRefused: when this process may not read it; the text says who it is and what to do
    """
    try:
        return path.read_text("utf-8").strip()
    except PermissionError:
        raise SettingsRefused(
            f"{name}: the user that runs this process (uid {os.geteuid()}) may not read {path}. With docker-compose.yml"
            " run `bash deploy/secrets.sh` again: it sets the modes. Elsewhere make the file readable for that user."
        ) from None
    except (OSError, UnicodeDecodeError):
        raise SettingsRefused(f"{name}: {path} is no file with text; `bash deploy/secrets.sh` makes them") from None


class SecretFiles(PydanticBaseSettingsSource):
    """Reads a setting from the file that `POLKU_<NAME>_FILE` names, as container platforms provide secrets."""

    @override
    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        name = f"{PREFIX}{field_name.upper()}_FILE"
        path = os.environ.get(name)
        return (readable_text(name, Path(path)) if path else None), field_name, False

    @override
    def __call__(self) -> dict[str, Any]:
        read = {name: self.get_field_value(field, name)[0] for name, field in self.settings_cls.model_fields.items()}
        return {name: text for name, text in read.items() if text is not None}


class Settings(CellSettings, ScannerSettings, LimitSettings):
    """The differences between two installations. They are read once at start and never changed."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid", hide_input_in_errors=True)

    mode: Literal["demo", "production", "test"] = Field(
        "production",
        description="`production` refuses demo secrets, plain http and the embedded database. "
        "The commands `demo` and `test` set their own.",
    )
    state_dir: Path = Field(ROOT / ".state", description="Where demo and tests keep their database and their secrets.")

    database_url: str = Field(
        "", repr=False, description="PostgreSQL 18 as the application's role, `postgresql://…@a,b/…`. Empty: embedded."
    )
    database_password: SecretStr | None = Field(None, description="Password for `database_url`, if not in it.")
    owner_database_url: str = Field(
        "",
        repr=False,
        description="The same database as the role that owns the tables; `migrate`, `upgrade` and backups use it.",
    )
    owner_database_password: SecretStr | None = Field(None, description="Password for `owner_database_url`.")
    database_pool: int = Field(8, ge=1, le=100, description="Connections of one process for reads, and for writes.")
    disclosure_durability: Literal["strict", "relaxed"] = Field(
        "strict",
        description="`strict`: an answer leaves after its disclosure row is on disk. "
        "`relaxed`: faster reads; a crash of the database may lose the rows of the last half second.",
    )

    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on.")
    public_url: str = Field("", description="Address that browsers use, without a slash at the end. Empty: host, port.")
    allowed_hosts: str = Field(
        "", description="Further Host headers that are answered, separated by commas; that of `public_url` always is."
    )
    trusted_proxies: str = Field(
        "127.0.0.1",
        description="Addresses and networks, separated by commas, whose `X-Forwarded-…` headers are believed.",
    )
    workers: int = Field(1, ge=1, le=64, description="Processes that serve, forked from one parent.")
    serve_jobs: bool = Field(default=False, description="`serve` runs the worker of the jobs too, of the same parent.")
    metrics_host: str = Field("127.0.0.1", description="Address of the metrics.")
    metrics_port: int = Field(9464, ge=0, le=65535, description="Port of the Prometheus metrics. 0: none.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="Least level that is logged.")

    embedded_provider: bool = Field(
        default=False,
        description="Serve log-in ourselves under `/provider`, for small sites. On in a demo without `oidc_issuer`.",
    )
    second_factor: Literal["staff", "everybody", "off"] = Field(
        "staff",
        description="Who needs a code of an authenticator application besides the password at the embedded provider. "
        "`off`: nobody is asked for one, as in demo and tests unless set.",
    )
    oidc_issuer: str = Field("", description="Issuer of the OpenID provider. Empty: the embedded provider.")
    oidc_client_id: str = Field("polku-web", description="How the log-in pages are registered at the provider.")
    oidc_client_secret: SecretStr = Field(SecretStr(""), description="Secret of that client.")
    oidc_country: str = Field(
        "", description="Country of the OpenID provider, two letters. Production refuses one outside the EU/EEA."
    )
    oidc_kinds: str = Field(
        "STAFF, TRAINEE, GUARDIAN, OFFICIAL, WORKPLACE", description="Kinds of accounts that it may identify."
    )
    providers_file: FilePath | None = Field(
        None,
        description="TOML file with a table for each further identity provider (docs/identity.md). "
        "Empty: only the one of `oidc_issuer`.",
    )
    client_keys: SecretStr = Field(
        SecretStr(""),
        description="Our private keys towards providers of `providers_file`, a JWKS document as `run.py client-keys` "
        "writes it; the public ones are served at `/auth/jwks`.",
    )
    audience: str = Field("urn:polku:graphql", description="Audience that an access token must name.")
    session_idle_minutes: int = Field(60, ge=5, le=720, description="A session ends after so long without a request.")
    session_hours: int = Field(12, ge=1, le=24, description="A session ends so long after log-in.")

    field_key: SecretStr = Field(
        SecretStr(""), description="Keys that seal identity codes: `1:<base64url of 32 bytes>,2:…`; the highest seals."
    )
    index_key: SecretStr = Field(
        SecretStr(""), description="Keys of the blind index, as `field_key`; all of them find."
    )
    cursor_key: SecretStr = Field(
        SecretStr(""), description="Keys of cursors and links, as `field_key`; all open them."
    )
    session_key: SecretStr = Field(
        SecretStr(""), description="Keys of log-in state, CSRF tokens and the embedded provider, as `field_key`."
    )
    log_key: SecretStr = Field(
        SecretStr(""),
        description="Keys that sign checkpoints of the logs (Ed25519 seeds): `1:<base64url of 32 bytes>,2:…`; "
        "the highest signs, all verify.",
    )

    smtp_host: str = Field("", description="Mail server that notices are sent through. Empty: no mail is sent.")
    smtp_port: int = Field(587, ge=1, le=65535, description="Port of the mail server.")
    smtp_user: str = Field("", description="User name at the mail server. Empty: no log-in.")
    smtp_password: SecretStr = Field(SecretStr(""), description="Password at the mail server.")
    smtp_tls: Literal["starttls", "tls", "none"] = Field(
        "starttls", description="How the connection is encrypted; production refuses `none`."
    )
    smtp_authorities: FilePath | None = Field(
        None,
        description="File of certificates (PEM) of the authorities that the mail server's own must come from. "
        "Empty: those that the system trusts.",
    )
    smtp_country: str = Field(
        "", description="Country of the mail server, two letters. Production refuses one outside the EU/EEA."
    )
    mail_from: str = Field("", description="Address that mails come from.")

    files_dir: Path = Field(
        ROOT / ".state" / "files",
        description="Where attachments are kept, sealed. Demo and tests: `files` in `state_dir`.",
    )
    max_file_bytes: int = Field(20_000_000, ge=1_000, description="A longer attachment is refused.")
    worker_heartbeat_seconds: int = Field(
        10, ge=1, le=300, description="A worker that was silent three times as long is dead; its jobs are done again."
    )

    erasures_dir: Path | None = Field(
        None,
        description="Where the list of erasures is kept: apart from the database and its backups, on disk for good. "
        "Empty: `erasures` in `state_dir`.",
    )
    backup_key: SecretStr = Field(
        SecretStr(""), description="Keys that encrypt backups, `1:<base64url of 32 bytes>,2:…`; the highest encrypts."
    )
    backup_dir: Path | None = Field(
        None, description="Where `keep-backups` puts backups, and where their age is read. Empty: none are expected."
    )
    backup_hours: int = Field(24, ge=1, le=168, description="`keep-backups` makes a backup so long after the last one.")
    backup_keep_days: int = Field(
        14, ge=1, le=400, description="`keep-backups` deletes older backups, but never the newest one."
    )
    backup_max_hours: int = Field(30, ge=2, le=400, description="`watch` reports a newest backup that is older.")
    rehearsal_database_url: str = Field(
        "",
        repr=False,
        description="The same server as a role that may create databases: `keep-backups` and `rehearse` restore into a "
        "scratch database there. Its last part names a database that it may connect to. Empty: no rehearsals.",
    )
    rehearsal_database_password: SecretStr | None = Field(None, description="Password for `rehearsal_database_url`.")
    rehearsal_days: int = Field(30, ge=1, le=366, description="`keep-backups` rehearses so long after the last time.")

    operator_email: str = Field("", description="Whom `watch` tells of trouble by mail. Empty: it writes to its log.")
    operator_language: Literal["fi", "sv", "en"] = Field("fi", description="Language of those mails.")
    watch_url: str = Field(
        "", description="Address of the service that `watch` asks, without a path. Empty: host and port."
    )
    watch_minutes: int = Field(5, ge=1, le=60, description="`watch` reports a service that was not ready for so long.")

    artificial_identity_codes: bool = Field(
        default=False, description="Accept the artificial identity codes 900–999 in production. Demo and tests do."
    )

    @field_validator("backup_dir", mode="before")
    @classmethod
    def nothing_is_no_directory(cls, value: object) -> object:
        """Return None for an empty text, which would be the directory that the process happens to be in."""
        return None if value == "" else value

    @classmethod
    @override
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return the sources, the strongest first; no .env file is read: a forgotten one could configure production."""
        del dotenv_settings, file_secret_settings
        return init_settings, SecretFiles(settings_cls), env_settings

    @property
    def application_url(self) -> str:
        """The URL of the database for the application's role, with its password."""
        return with_password(self.database_url, self.database_password)

    @property
    def owner_url(self) -> str:
        """The URL of the database for the role that owns the tables; the application's when none is set."""
        return with_password(self.owner_database_url, self.owner_database_password) or self.application_url

    @property
    def rehearsal_url(self) -> str:
        """The URL of the server for the role that may create databases, with its password; empty when none is set."""
        return with_password(self.rehearsal_database_url, self.rehearsal_database_password)

    @property
    def erasures(self) -> Path:
        """The directory of the list of erasures."""
        return self.erasures_dir or self.state_dir / "erasures"

    @property
    def files(self) -> Path:
        """The directory of the attachments, which need not exist."""
        configured: Path | None = getattr(self, "files_dir", None)
        return configured or self.state_dir / "files"

    @property
    def has_own_provider(self) -> bool:
        """Whether people log in at the embedded provider."""
        return self.embedded_provider and self.oidc_issuer == f"{self.public_url}/provider"

    def keys(self, name: str) -> dict[int, bytes]:
        """Return key id → 32 bytes of the `…_key` setting with this name; the highest id is current."""
        return read_keys(getattr(self, name))


def with_password(url: str, password: SecretStr | None) -> str:
    """Return `url` with the password from a separate setting, if there is one."""
    if password is None or not url:
        return url
    parts = urlsplit(url)
    user, host = quote(unquote(parts.username or ""), safe=""), parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{user}:{quote(password.get_secret_value(), safe='')}@{host}"))


def read_keys(secret: SecretStr) -> dict[int, bytes]:
    """
    Return key id → key from `1:<base64url>,2:<base64url>`.

    :raises SettingsRefused: when a key is not 32 bytes; the text does not quote it.
    """
    keys: dict[int, bytes] = {}
    for part in secret.get_secret_value().removeprefix(DEMO_MARK).split(","):
        number, _, text = part.partition(":")
        try:
            keys[int(number)] = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except ValueError:
            raise SettingsRefused("A key must look like 1:<base64url of 32 bytes>") from None
    if any(len(key) != 32 for key in keys.values()):
        raise SettingsRefused("A key must be exactly 32 bytes")
    return keys
