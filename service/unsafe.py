"""What production refuses to start with, each reason in words for whoever starts it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from service.demo_secrets import DEMO_MARK
from workflow.eea import is_inside

if TYPE_CHECKING:
    from service.settings import Settings


def unsafe_reasons(settings: "Settings", secrets: Iterable[str], prefix: str) -> list[str]:
    """Return why production must not start with these settings, one sentence part each; empty when it may."""
    reasons = [*_unreachable(settings, prefix), *_outside(settings, prefix)]
    for name in secrets:
        text = getattr(settings, name).get_secret_value()
        if not text:
            reasons.append(f"{prefix}{name.upper()} is missing")
        elif text.startswith(DEMO_MARK):
            reasons.append(f"{prefix}{name.upper()} is a secret of the demo")
        elif len(text) < 32:
            reasons.append(f"{prefix}{name.upper()} is shorter than 32 characters")
    if settings.backup_key.get_secret_value().startswith(DEMO_MARK):
        reasons.append(f"{prefix}BACKUP_KEY is a secret of the demo")
    return reasons


def _unreachable(settings: "Settings", prefix: str) -> list[str]:
    reasons = []
    if not settings.database_url:
        reasons.append(f"{prefix}DATABASE_URL is missing, the embedded database is for demo and tests")
    if not settings.public_url.startswith("https://"):
        reasons.append(f"{prefix}PUBLIC_URL must begin with https://")
    if not settings.oidc_issuer.startswith("https://"):
        reasons.append(f"{prefix}OIDC_ISSUER must begin with https://, or {prefix}EMBEDDED_PROVIDER be switched on")
    return reasons


def _outside(settings: "Settings", prefix: str) -> list[str]:
    """Nothing leaves the European Economic Area. Source: privacy notice, "transfers outside the EU/EEA"."""
    hosts = {
        "OIDC": "" if settings.has_own_provider else settings.oidc_issuer,
        "SMTP": settings.smtp_host,
    }
    countries = {"OIDC": settings.oidc_country, "SMTP": settings.smtp_country}
    reasons = []
    for name, host in hosts.items():
        if host and not countries[name]:
            reasons.append(f"{prefix}{name}_COUNTRY is missing: say in which country the host is")
        elif host and not is_inside(countries[name]):
            reasons.append(f"{prefix}{name}_COUNTRY is outside the European Economic Area")
    if settings.smtp_host and not settings.mail_from:
        reasons.append(f"{prefix}MAIL_FROM is missing")
    if settings.smtp_host and settings.smtp_tls == "none":
        reasons.append(f"{prefix}SMTP_TLS must be starttls or tls")
    return reasons
