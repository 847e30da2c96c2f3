"""The identity providers of an installation: the one of `oidc_issuer`, and those in the tables of `providers_file`."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator

from auth.login.provider_metadata import CALLBACK
from auth.login.provider_terms import MAIN, PEOPLE, AssertionAudience, ProviderTerms, RequestForm
from auth.tokens.addresses import safe_address
from auth.tokens.client_keys import ClientKeys, ClientKeysRefused, read_client_keys
from service.settings import Settings, SettingsRefused
from workflow.roles import AccountKind
from workflow.titles import LANGUAGES

_NAME = re.compile(r"[a-z][a-z0-9-]{0,30}")
MAX_PROVIDERS = 12
OURS = frozenset(  # parameters of a request that the service sets itself
    {
        "response_type", "response_mode", "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge",
        "code_challenge_method", "acr_values", "claims", "request", "request_uri", "client_secret", "client_assertion",
        "client_assertion_type", "ui_locales",
    }
)  # fmt: skip
Level = Annotated[str, Field(pattern=r"^[!-~]{1,200}$")]


class ProviderTable(BaseModel):
    """One table of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    issuer: str
    client_id: str = Field(min_length=1)
    client_secret: SecretStr = SecretStr("")
    client_secret_file: Path | None = None
    kinds: frozenset[AccountKind] = Field(min_length=1)
    title: dict[str, str]
    country: str = ""
    request: RequestForm = RequestForm.PLAIN
    assertion_audience: AssertionAudience = AssertionAudience.ISSUER
    acr_values: tuple[Level, ...] = ()
    required_acr: frozenset[Level] = frozenset()
    strong_acr: frozenset[Level] = frozenset()
    id_token_encrypted: bool = False
    parameters: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def check(self) -> "ProviderTable":
        """Refuse what could not work, or not safely."""
        safe_address(self.issuer)
        if not self.kinds <= PEOPLE:
            raise ValueError(f"kinds may be {', '.join(sorted(PEOPLE))}")
        if set(self.title) != set(LANGUAGES) or not all(self.title.values()):
            raise ValueError(f"title needs a text for each of {', '.join(LANGUAGES)}")
        if self.client_secret.get_secret_value() and self.client_secret_file:
            raise ValueError("client_secret and client_secret_file exclude each other")
        if taken := sorted(OURS & self.parameters.keys()):
            raise ValueError(f"parameters may not set {', '.join(taken)}")
        if self.strong_acr and not self.strong_acr & (self.required_acr | set(self.acr_values)):
            raise ValueError("no level of strong_acr is asked for: name one in acr_values or required_acr")
        return self


class ProviderSettings(BaseModel):
    """One provider, complete: the agreement, the registration there, and the country for the privacy notice."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    issuer: str
    client_id: str
    client_secret: SecretStr
    country: str
    terms: ProviderTerms

    @property
    def callback(self) -> str:
        """The end of the redirect address: each provider of the file has its own."""
        return CALLBACK if self.terms.name == MAIN else f"{CALLBACK}/{self.terms.name}"

    @property
    def origin(self) -> str:
        """The origin of the issuer, for a content security policy."""
        parts = urlsplit(self.issuer)
        return f"{parts.scheme}://{parts.netloc}"


@lru_cache(8)
def configured_providers(settings: Settings) -> tuple[ProviderSettings, ...]:
    """
    Return the trusted providers in the order in which people choose: that of `POLKU_OIDC_…` first, then the file's.

    :raises SettingsRefused: when the file or a key is not as it must be; secrets are not quoted.
    """
    found = [*_main(settings), *_of_file(settings.providers_file, client_keys_of(settings))]
    issuers = [one.issuer for one in found]
    if len(set(issuers)) != len(issuers):
        raise SettingsRefused("POLKU_PROVIDERS_FILE: two providers have the same issuer; each needs its own")
    if len(found) > MAX_PROVIDERS:
        raise SettingsRefused(f"POLKU_PROVIDERS_FILE: more than {MAX_PROVIDERS} providers")
    return tuple(found)


@lru_cache(8)
def client_keys_of(settings: Settings) -> ClientKeys:
    """
    Return the service's own keys towards providers; none when none are set.

    :raises SettingsRefused: when the text is not a set of such keys.
    """
    try:
        return read_client_keys(settings.client_keys.get_secret_value())
    except ClientKeysRefused as error:
        raise SettingsRefused(f"POLKU_CLIENT_KEYS: {error}; `python3 run.py client-keys` makes them") from None


def _main(settings: Settings) -> list[ProviderSettings]:
    """Return the provider of `POLKU_OIDC_…`, which may be the embedded one; none when there is no issuer."""
    if not settings.oidc_issuer:
        return []
    named = settings.oidc_kinds.replace(",", " ").split()
    kinds = frozenset(kind for kind in PEOPLE if kind in named)
    if not named or len(kinds) != len(named):
        raise SettingsRefused(f"POLKU_OIDC_KINDS: name some of {', '.join(sorted(PEOPLE))}, each once")
    terms = ProviderTerms(kinds=kinds)
    main = ProviderSettings(
        issuer=settings.oidc_issuer,
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret,
        country=settings.oidc_country,
        terms=terms,
    )
    return [main]


def _of_file(path: Path | None, keys: ClientKeys) -> list[ProviderSettings]:
    """Return the providers of the file in its order."""
    if path is None:
        return []
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsRefused(f"POLKU_PROVIDERS_FILE cannot be read: {type(error).__name__}") from None
    found = [_provider(name, table, path.parent, keys) for name, table in tables.items()]
    if not found:
        raise SettingsRefused("POLKU_PROVIDERS_FILE names no provider: it needs a table for each")
    return found


def _provider(name: str, content: Any, folder: Path, keys: ClientKeys) -> ProviderSettings:
    """Return the provider of one table; paths in it are relative to the folder of the file."""
    place = f"POLKU_PROVIDERS_FILE [{name}]"
    if name == MAIN or not _NAME.fullmatch(name):
        raise SettingsRefused(f"{place}: a name has small letters, digits and dashes, and is not {MAIN}")
    try:
        table = ProviderTable.model_validate(content)
        secret = table.client_secret
        if table.client_secret_file:
            secret = SecretStr((folder / table.client_secret_file).read_text("utf-8").strip())
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, one['loc']))} {one['msg']}".strip() for one in error.errors())
        raise SettingsRefused(f"{place}: {problems}") from None
    except (OSError, ValueError) as error:
        raise SettingsRefused(f"{place}: client_secret_file cannot be read: {type(error).__name__}") from None
    _check_keys(place, table, keys, has_secret=bool(secret.get_secret_value()))
    terms = ProviderTerms(
        name=name,
        kinds=table.kinds,
        titles=table.title,
        request=table.request,
        assertion_audience=table.assertion_audience,
        acr_values=table.acr_values or tuple(sorted(table.required_acr)),
        required_acr=table.required_acr,
        strong_acr=table.strong_acr,
        is_encrypted=table.id_token_encrypted,
        parameters=table.parameters,
    )
    return ProviderSettings(
        issuer=table.issuer, client_id=table.client_id, client_secret=secret, country=table.country, terms=terms
    )


def _check_keys(place: str, table: ProviderTable, keys: ClientKeys, *, has_secret: bool) -> None:
    """Refuse a table that needs a key which is not there."""
    uses = {key.use for key in keys.keys}
    if not has_secret and "sig" not in uses:
        raise SettingsRefused(f"{place}: without a client secret POLKU_CLIENT_KEYS needs a key that signs")
    if table.request.is_signed and "sig" not in uses:
        raise SettingsRefused(f"{place}: a signed request needs a key in POLKU_CLIENT_KEYS that signs")
    if table.id_token_encrypted and "enc" not in uses:
        raise SettingsRefused(f"{place}: encrypted ID tokens need a key in POLKU_CLIENT_KEYS that decrypts")
