"""The file of identity providers: a complete one, and what is wrong with others, said so that one can mend it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from auth.login.provider_terms import AssertionAudience, RequestForm
from service.provider_settings import client_keys_of, configured_providers
from service.settings import SECRETS, Settings, SettingsRefused
from service.settings_loading import load_settings
from tests.support.login.brokers import CLIENT_KEYS
from workflow.roles import AccountKind

STRONG = "1:" + "k" * 42 + "8"
SECRET = "a-secret-of-the-provider-with-some-length"
STAFF = f"""
[staff]
issuer = "https://sso.example.org/realms/polku"
client_id = "polku-web"
client_secret = "{SECRET}"
kinds = ["STAFF"]
country = "FI"
title = {{ fi = "Henkilökunta", sv = "Personal", en = "Staff" }}
"""
BROKER = """
[broker]
issuer = "https://broker.example.fi"
client_id = "polku"
kinds = ["TRAINEE", "OFFICIAL"]
country = "FI"
title = { fi = "Vahva tunnistautuminen", sv = "Stark autentisering", en = "Strong identification" }
request = "signed-par"
assertion_audience = "token_endpoint"
required_acr = ["http://ftn.ficora.fi/2017/loa2", "http://ftn.ficora.fi/2017/loa3"]
strong_acr = ["http://ftn.ficora.fi/2017/loa2", "http://ftn.ficora.fi/2017/loa3"]
id_token_encrypted = true
parameters = { ftn_spname = "Polku" }
"""


@pytest.fixture
def production(tmp_path: Path) -> Callable[..., Settings]:
    """Return settings of a production that trusts the providers of a file, with changes."""

    def loaded(text: str, **changes: object) -> Settings:
        file = tmp_path / "providers.toml"
        file.write_text(text, "utf-8")
        complete = {
            "mode": "production",
            "state_dir": tmp_path,
            "database_url": "postgresql://polku_app@db/polku",
            "public_url": "https://polku.example.org",
            "client_keys": CLIENT_KEYS,
            "providers_file": file,
            **{name: STRONG for name in SECRETS if name != "oidc_client_secret"},
        }
        return load_settings(**{**complete, **changes})

    return loaded


def test_a_complete_file_says_everything_of_each_provider(production: Callable[..., Settings]) -> None:
    settings = production(STAFF + BROKER)

    staff, broker = configured_providers(settings)
    assert (staff.terms.name, staff.callback, staff.terms.request) == (
        "staff",
        "/auth/callback/staff",
        RequestForm.PLAIN,
    )
    assert staff.client_secret.get_secret_value() == SECRET
    assert broker.terms.kinds == {AccountKind.TRAINEE, AccountKind.OFFICIAL}
    assert broker.terms.request is RequestForm.SIGNED_PUSHED
    assert broker.terms.assertion_audience is AssertionAudience.TOKEN_ENDPOINT
    assert broker.terms.acr_values == ("http://ftn.ficora.fi/2017/loa2", "http://ftn.ficora.fi/2017/loa3")
    assert broker.terms.is_encrypted
    assert SECRET not in repr(staff)


def test_a_secret_stands_in_a_file_beside_it(production: Callable[..., Settings], tmp_path: Path) -> None:
    (tmp_path / "staff_secret").write_text(f"{SECRET}\n")

    settings = production(STAFF.replace(f'client_secret = "{SECRET}"', 'client_secret_file = "staff_secret"'))

    assert configured_providers(settings)[0].client_secret.get_secret_value() == SECRET


def test_the_provider_of_the_environment_comes_first(production: Callable[..., Settings]) -> None:
    main = {"oidc_issuer": "https://id.example.org", "oidc_country": "FI", "oidc_client_secret": STRONG}

    settings = production(STAFF, oidc_kinds="TRAINEE, WORKPLACE", **main)

    assert [one.terms.name for one in configured_providers(settings)] == ["main", "staff"]
    assert configured_providers(settings)[0].callback == "/auth/callback"
    assert configured_providers(settings)[0].terms.kinds == {AccountKind.TRAINEE, AccountKind.WORKPLACE}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "names no provider"),
        ("[staff", "cannot be read"),
        ("staff = 5", r"\[staff\]"),
        (STAFF.replace("[staff]", "[main]"), "is not main"),
        (STAFF.replace("[staff]", '["../staff"]'), "small letters"),
        (STAFF.replace("issuer", "isuer"), "isuer"),
        (STAFF.replace('["STAFF"]', "[]"), "kinds"),
        (STAFF.replace('["STAFF"]', '["AGENCY"]'), "kinds may be GUARDIAN, OFFICIAL, STAFF, TRAINEE, WORKPLACE"),
        (STAFF.replace('sv = "Personal", ', ""), "title needs a text for each of fi, sv, en"),
        (STAFF.replace("https://sso", "http://sso"), "not safe"),
        (STAFF.replace('"FI"', '"US"'), "outside the European Economic Area"),
        (STAFF.replace('"FI"', '""'), "country is missing"),
        (STAFF.replace(SECRET, "short"), "shorter than 32 characters"),
        (STAFF + 'client_secret_file = "x"', "exclude each other"),
        (
            STAFF.replace(f'client_secret = "{SECRET}"', 'client_secret_file = "gone"'),
            "client_secret_file cannot be read",
        ),
        (STAFF + 'request = "encrypted"', "request"),
        (STAFF + 'strong_acr = ["high"]', "no level of strong_acr is asked for"),
        (STAFF + 'acr_values = ["two words"]', "acr_values"),
        (STAFF + 'parameters = { redirect_uri = "https://mallory.example" }', "may not set redirect_uri"),
        (STAFF + STAFF.replace("[staff]", "[again]"), "the same issuer"),
    ],
)
def test_a_file_that_cannot_work_stops_the_start(production: Callable[..., Settings], text: str, reason: str) -> None:
    with pytest.raises(SettingsRefused, match=reason) as refused:
        production(text)

    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (BROKER, "needs a key that signs"),
        (STAFF + 'request = "signed"', "a signed request needs a key"),
        (STAFF + "id_token_encrypted = true", "needs? a key in POLKU_CLIENT_KEYS that decrypts"),
    ],
)
def test_a_provider_that_needs_our_keys_does_not_start_without(
    production: Callable[..., Settings], text: str, reason: str
) -> None:
    with pytest.raises(SettingsRefused, match=reason):
        production(text, client_keys="")


def test_keys_that_are_none_stop_the_start_and_are_not_quoted(production: Callable[..., Settings]) -> None:
    with pytest.raises(SettingsRefused, match=r"POLKU_CLIENT_KEYS: .*client-keys") as refused:
        production(STAFF, client_keys="not-a-key-set")

    assert "not-a-key-set" not in str(refused.value)
    assert client_keys_of(production(STAFF, client_keys="")).keys == ()


@pytest.mark.parametrize("kinds", ["", "AGENCY", "STAFF, STAFF", "STAFF TRAINEES"])
def test_the_kinds_of_the_environment_are_checked(production: Callable[..., Settings], kinds: str) -> None:
    main = {"oidc_issuer": "https://id.example.org", "oidc_country": "FI", "oidc_client_secret": STRONG}

    with pytest.raises(SettingsRefused, match="POLKU_OIDC_KINDS"):
        production(STAFF, oidc_kinds=kinds, **main)


def test_without_any_provider_nothing_starts(tmp_path: Path) -> None:
    with pytest.raises(SettingsRefused, match="No identity provider"):
        load_settings(mode="test", state_dir=tmp_path, embedded_provider=False)
