"""Loading of the settings: missing values are added for demo and tests, and unsafe ones are refused in production."""

import os
from collections.abc import Mapping
from ipaddress import ip_address, ip_network
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from auth.login.provider_terms import MAIN
from service.cells import cell_values
from service.demo_secrets import DEMO_MARK, demo_secrets
from service.provider_settings import configured_providers
from service.settings import BACKUP_KEY, PREFIX, SECRETS, Settings, SettingsRefused
from workflow.eea import is_inside


def load_settings(**overrides: Any) -> Settings:
    """
    Return the settings of this process, with the derived values: secrets of the demo, public address, issuer.

    :raises SettingsRefused: when a name is unknown or production would be unsafe.
    """
    refuse_unknown_names()
    try:
        settings = Settings(**_completed(cell_values(overrides) | overrides))
    except ValidationError as error:
        raise SettingsRefused("; ".join(sentence(problem) for problem in error.errors())) from None
    providers = configured_providers(settings)
    if settings.mode == "production" and (reasons := unsafe_reasons(settings)):
        raise SettingsRefused("Production refuses to start: " + "; ".join(reasons))
    if not providers:
        raise SettingsRefused(f"No identity provider: set {PREFIX}OIDC_ISSUER, or name one in {PREFIX}PROVIDERS_FILE")
    return settings


def _completed(overrides: dict[str, Any]) -> dict[str, Any]:
    """Return `overrides` and the values that follow from it; a value that is set is never replaced."""
    settings = Settings(**overrides)
    completed: dict[str, Any] = {"public_url": settings.public_url or f"http://{settings.host}:{settings.port}"}
    is_own = "embedded_provider" not in settings.model_fields_set and settings.mode != "production"
    if (settings.embedded_provider or is_own) and not settings.oidc_issuer:
        completed |= {"embedded_provider": True, "oidc_issuer": f"{completed['public_url']}/provider"}
    if settings.mode != "production":
        secrets = (*SECRETS, BACKUP_KEY)
        generated = demo_secrets(settings.state_dir / "secrets", secrets)
        completed |= {name: generated[name] for name in secrets if not getattr(settings, name).get_secret_value()}
        completed["artificial_identity_codes"] = True
        if "second_factor" not in settings.model_fields_set:
            completed["second_factor"] = "off"
        if "files_dir" not in settings.model_fields_set:
            completed["files_dir"] = settings.state_dir / "files"
    return {**overrides, **completed}


def load_watch_settings(**overrides: Any) -> Settings:
    """
    Return the settings of `run.py watch`, which has no key and no database: only its mails can be unsafe.

    :raises SettingsRefused: when a name is unknown, or mails would be unsafe or have no server
    """
    refuse_unknown_names()
    try:
        settings = Settings(**cell_values(overrides) | overrides)
    except ValidationError as error:
        raise SettingsRefused("; ".join(sentence(problem) for problem in error.errors())) from None
    if settings.mode == "production" and (reasons := _outside_eea(settings, ("SMTP",))):
        raise SettingsRefused("Production refuses to start: " + "; ".join(reasons))
    if settings.operator_email and not settings.smtp_host:
        raise SettingsRefused(f"{PREFIX}OPERATOR_EMAIL needs {PREFIX}SMTP_HOST: no mail can be sent without a server")
    return settings


def sentence(problem: Mapping[str, Any]) -> str:
    """Return one validation problem as text for the operator, without the value that caused it."""
    name = f"{PREFIX}{problem['loc'][0]}".upper()
    return f"{name}: {problem['msg']}"


def refuse_unknown_names() -> None:
    """
    Refuse a misspelt variable: a security setting that keeps its default unnoticed is worse than a late start.

    :raises SettingsRefused: naming the variables.
    """
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    known |= {f"{name}_FILE" for name in known}
    unknown = sorted(name for name in os.environ if name.upper().startswith(PREFIX) and name.upper() not in known)
    if unknown:
        raise SettingsRefused(f"Unknown settings: {', '.join(unknown)}; docs/settings.md lists what exists")


def unsafe_reasons(settings: Settings) -> list[str]:
    """Return why production must not start with these settings, as parts of a sentence; empty when it may start."""
    reasons = [*_unreachable(settings), *_outside_eea(settings), *_weak_providers(settings)]
    has_main = bool(settings.oidc_issuer or not settings.providers_file)
    for name in SECRETS:
        if name == "oidc_client_secret" and not has_main:
            continue
        text = getattr(settings, name).get_secret_value()
        if not text:
            reasons.append(f"{PREFIX}{name.upper()} is missing")
        elif text.startswith(DEMO_MARK):
            reasons.append(f"{PREFIX}{name.upper()} is a secret of the demo")
        elif len(text) < 32:
            reasons.append(f"{PREFIX}{name.upper()} is shorter than 32 characters")
    if settings.backup_key.get_secret_value().startswith(DEMO_MARK):
        reasons.append(f"{PREFIX}BACKUP_KEY is a secret of the demo")
    return reasons


def _unreachable(settings: Settings) -> list[str]:
    reasons = []
    if not settings.database_url:
        reasons.append(f"{PREFIX}DATABASE_URL is missing, the embedded database is for demo and tests")
    if not settings.public_url.startswith("https://"):
        reasons.append(f"{PREFIX}PUBLIC_URL must begin with https://")
    if not settings.oidc_issuer.startswith("https://") and (settings.oidc_issuer or not settings.providers_file):
        reasons.append(
            f"{PREFIX}OIDC_ISSUER must begin with https://, or {PREFIX}EMBEDDED_PROVIDER be switched on, "
            f"or {PREFIX}PROVIDERS_FILE name providers"
        )
    if settings.limits_url.startswith("redis://") and not is_loopback(settings.limits_url):
        reasons.append(f"{PREFIX}LIMITS_URL must begin with rediss:// or unix://, unless the server is on this machine")
    if wrong := [text for text in map(str.strip, settings.trusted_proxies.split(",")) if not is_network(text)]:
        reasons.append(
            f"{PREFIX}TRUSTED_PROXIES must hold addresses or networks, and {', '.join(map(repr, wrong))} is none:"
            " whoever is believed here can claim any address"
        )
    return reasons


def _weak_providers(settings: Settings) -> list[str]:
    """Return what is not safe about the providers of the file."""
    reasons = []
    for provider in configured_providers(settings):
        place, secret = f"{PREFIX}PROVIDERS_FILE [{provider.terms.name}]", provider.client_secret.get_secret_value()
        if provider.terms.name == MAIN:
            continue
        if not provider.issuer.startswith("https://"):
            reasons.append(f"{place}: issuer must begin with https://")
        if secret and len(secret) < 32:
            reasons.append(f"{place}: the client secret is shorter than 32 characters")
        if not provider.country:
            reasons.append(f"{place}: country is missing: say in which country the host is")
        elif not is_inside(provider.country):
            reasons.append(f"{place}: country is outside the European Economic Area")
    return reasons


def is_network(text: str) -> bool:
    """Return whether a text is an address or a network that is smaller than the whole Internet."""
    try:
        return ip_network(text).prefixlen > 0
    except ValueError:
        return False


def is_loopback(url: str) -> bool:
    """Return whether a URL leads to this machine, whatever its resolver says."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _outside_eea(settings: Settings, names: tuple[str, ...] = ("OIDC", "SMTP")) -> list[str]:
    """Return the reasons that concern hosts outside the EEA. Source: privacy notice, "transfers outside the EU/EEA"."""
    hosts = {
        "OIDC": "" if settings.has_own_provider else settings.oidc_issuer,
        "SMTP": settings.smtp_host,
    }
    countries = {"OIDC": settings.oidc_country, "SMTP": settings.smtp_country}
    reasons = []
    for name, host in ((name, hosts[name]) for name in names):
        if host and not countries[name]:
            reasons.append(f"{PREFIX}{name}_COUNTRY is missing: say in which country the host is")
        elif host and not is_inside(countries[name]):
            reasons.append(f"{PREFIX}{name}_COUNTRY is outside the European Economic Area")
    if settings.smtp_host and not settings.mail_from:
        reasons.append(f"{PREFIX}MAIL_FROM is missing")
    if settings.smtp_host and settings.smtp_tls == "none":
        reasons.append(f"{PREFIX}SMTP_TLS must be starttls or tls")
    return reasons
