"""What can be set, what production refuses, and that every setting is documented."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from service.development.settings_page import SETTINGS_PAGE, settings_page
from service.settings import BACKUP_KEY, SECRETS, Settings, SettingsRefused
from service.settings_loading import load_settings

STRONG = "1:" + "k" * 42 + "8"


@pytest.fixture
def production(tmp_path: Path) -> Callable[..., Settings]:
    """Return settings of a complete production, with changes."""
    complete = {
        "mode": "production",
        "state_dir": tmp_path,
        "database_url": "postgresql://polku_app@db/polku",
        "public_url": "https://polku.example.org",
        "oidc_issuer": "https://sso.example.org/realms/polku",
        "oidc_country": "FI",
        **dict.fromkeys(SECRETS, STRONG),
    }
    return lambda **changes: load_settings(**{**complete, **changes})


def test_every_setting_has_a_description_and_the_page_lists_them_all() -> None:
    undocumented = [name for name, field in Settings.model_fields.items() if not field.description]

    assert undocumented == []
    assert SETTINGS_PAGE.read_text("utf-8") == settings_page(), "write it anew with `python3 run.py document`"


def test_a_complete_production_may_start(production: Callable[..., Settings]) -> None:
    keys = production(field_key=f"{STRONG},2:{STRONG[2:]}").keys("field_key")

    assert [(number, len(key)) for number, key in keys.items()] == [(1, 32), (2, 32)]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"database_url": ""}, "POLKU_DATABASE_URL is missing"),
        ({"public_url": "http://polku.example.org"}, "POLKU_PUBLIC_URL must begin with https"),
        ({"oidc_issuer": "http://sso.example.org"}, "POLKU_OIDC_ISSUER must begin with https"),
        ({"oidc_country": ""}, "POLKU_OIDC_COUNTRY is missing"),
        ({"oidc_country": "US"}, "POLKU_OIDC_COUNTRY is outside the European Economic Area"),
        ({"smtp_host": "mail.example.org"}, "POLKU_SMTP_COUNTRY is missing"),
        ({"smtp_host": "mail.example.org", "smtp_country": "GB"}, "POLKU_SMTP_COUNTRY is outside"),
        ({"smtp_host": "mail.example.org", "smtp_country": "FI"}, "POLKU_MAIL_FROM is missing"),
        ({"smtp_host": "mail.example.org", "smtp_tls": "none"}, "POLKU_SMTP_TLS must be starttls or tls"),
        ({"field_key": ""}, "POLKU_FIELD_KEY is missing"),
        ({"session_key": "1:short"}, "POLKU_SESSION_KEY is shorter"),
        ({"port": 99_999}, "POLKU_PORT"),
        ({"trusted_proxies": "*"}, "POLKU_TRUSTED_PROXIES must hold addresses or networks, and '\\*' is none"),
        ({"trusted_proxies": "172.31.240.2, proxy"}, "POLKU_TRUSTED_PROXIES .* 'proxy' is none"),
        ({"trusted_proxies": "0.0.0.0/0"}, "POLKU_TRUSTED_PROXIES"),
    ],
)
def test_production_refuses_to_start_unsafely(
    production: Callable[..., Settings], change: dict[str, object], reason: str
) -> None:
    with pytest.raises(SettingsRefused, match=reason):
        production(**change)


@pytest.mark.parametrize("name", SECRETS)
def test_production_refuses_every_secret_of_the_demo(
    production: Callable[..., Settings], tmp_path: Path, name: str
) -> None:
    made = getattr(load_settings(mode="demo", state_dir=tmp_path), name).get_secret_value()

    with pytest.raises(SettingsRefused, match="is a secret of the demo") as refused:
        production(**{name: made})

    assert made not in str(refused.value)


def test_the_demo_makes_its_secrets_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first, second = (load_settings(mode="demo", state_dir=tmp_path) for _ in range(2))

    files = sorted((tmp_path / "secrets").iterdir())
    assert first == second
    assert [file.name for file in files] == sorted((*SECRETS, BACKUP_KEY))
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert len({getattr(first, name).get_secret_value() for name in SECRETS}) == len(SECRETS)
    assert len(first.keys("cursor_key")[1]) == 32


def test_a_secret_may_come_from_a_file_and_is_never_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, production: Callable[..., Settings]
) -> None:
    (tmp_path / "password").write_text("p@ss/word\n")
    monkeypatch.setenv("POLKU_DATABASE_PASSWORD_FILE", str(tmp_path / "password"))

    settings = production()

    assert settings.application_url == "postgresql://polku_app:p%40ss%2Fword@db/polku"
    assert "p@ss" not in repr(settings)
    assert STRONG not in repr(settings)


@pytest.mark.parametrize("content", [None, b"\xff\xfe"], ids=["no file", "no text"])
def test_a_secret_that_cannot_be_read_is_refused_with_the_name_of_its_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, production: Callable[..., Settings], content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "key").write_bytes(content)
    monkeypatch.setenv("POLKU_BACKUP_KEY_FILE", str(tmp_path / "key"))

    with pytest.raises(SettingsRefused, match=r"POLKU_BACKUP_KEY_FILE: .* is no file with text"):
        production()


def test_an_empty_directory_of_backups_is_none_and_not_the_one_of_the_process(
    monkeypatch: pytest.MonkeyPatch, production: Callable[..., Settings]
) -> None:
    monkeypatch.setenv("POLKU_BACKUP_DIR", "")

    assert production().backup_dir is None


@pytest.mark.parametrize("address", ["unix:/run/clamav/clamd.ctl", "clamd://127.0.0.1:3310", "clamd://[::1]:3310", ""])
def test_the_address_of_a_scanner_is_a_socket_or_a_host_with_a_port(address: str, tmp_path: Path) -> None:
    assert load_settings(mode="test", state_dir=tmp_path, scanner_url=address).scanner_url == address


@pytest.mark.parametrize(
    "address", ["clamd", "unix:", "unix:clamd.ctl", "unix://host/a", "clamd://host", "clamd://host:x", "http://a:3310"]
)
def test_another_address_of_a_scanner_stops_the_start(address: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsRefused, match=r"POLKU_SCANNER_URL: .*unix:/path"):
        load_settings(mode="test", state_dir=tmp_path, scanner_url=address)


def test_a_misspelt_setting_stops_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("POLKU_DISCLOSURE_DURABLITY", "strict")

    with pytest.raises(SettingsRefused, match="POLKU_DISCLOSURE_DURABLITY"):
        load_settings(mode="demo", state_dir=tmp_path)


@pytest.mark.parametrize("text", ["x", "1:abc", "1:" + "k" * 50])
def test_a_key_of_another_length_is_refused_without_being_quoted(
    production: Callable[..., Settings], text: str
) -> None:
    settings = production(mode="test", index_key=text)

    with pytest.raises(SettingsRefused) as refused:
        settings.keys("index_key")

    assert text not in str(refused.value).split()


def test_the_embedded_provider_is_the_issuer_of_the_demo_only(
    tmp_path: Path, production: Callable[..., Settings]
) -> None:
    demo = load_settings(mode="demo", state_dir=tmp_path, port=8123)

    assert demo.oidc_issuer == "http://127.0.0.1:8123/provider"
    assert demo.has_own_provider
    assert not production().has_own_provider
    assert production(oidc_issuer="", embedded_provider=True).oidc_issuer == "https://polku.example.org/provider"


def test_a_host_inside_the_area_or_our_own_provider_needs_nothing_more(production: Callable[..., Settings]) -> None:
    mail = {"smtp_host": "mail.example.org", "smtp_country": "IS", "mail_from": "polku@example.org"}

    assert production(oidc_country="", oidc_issuer="", embedded_provider=True).has_own_provider
    assert production(**mail).smtp_country == "IS"


def test_the_password_of_the_mail_server_may_come_from_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, production: Callable[..., Settings]
) -> None:
    (tmp_path / "smtp").write_text("secret word\n")
    monkeypatch.setenv("POLKU_SMTP_PASSWORD_FILE", str(tmp_path / "smtp"))

    assert production().smtp_password.get_secret_value() == "secret word"
    assert "secret word" not in repr(production())
