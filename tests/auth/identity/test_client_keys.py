"""The service's own keys towards providers: what is refused, and how they are renewed without a gap."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey
from typer.testing import CliRunner

from auth.login.provider_requests import signed_by
from auth.tokens.client_key_renewal import RenewalStep, renewed_client_keys
from auth.tokens.client_keys import ClientKeysRefused, read_client_keys
from service.commands.cli import app

NOW = datetime(2027, 1, 1, tzinfo=UTC)
EC = ECKey.generate_key("P-256").as_dict(private=True)
SIGNING = {**EC, "kid": "a", "use": "sig", "alg": "ES256"}


def keys_text(*members: Any) -> str:
    return json.dumps({"keys": members})


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("no json", "a list `keys`"),
        ("[]", "a list `keys`"),
        ('{"keys": 5}', "a list `keys`"),
        ('{"keys": ["a"]}', "a list `keys`"),
        ('{"keys": []}', "between 1 and 8"),
        (keys_text(SIGNING, SIGNING), "the same `kid`"),
        (keys_text({**SIGNING, "kid": 5}), "have a `kid`"),
        (keys_text({**SIGNING, "use": "both"}), "sig or enc"),
        (keys_text({**SIGNING, "alg": "none"}), "`alg`"),
        (keys_text({**SIGNING, "alg": "HS256"}), "`alg`"),
        (keys_text({**SIGNING, "use": "enc"}), "`alg`"),
        (keys_text({**SIGNING, "use": "enc", "alg": "RSA1_5"}), "`alg`"),
        (keys_text({name: value for name, value in SIGNING.items() if name != "d"}), "private"),
        (keys_text({**SIGNING, "x": "AAAA"}), "cannot be read"),
        (keys_text({**OctKey.generate_key(256).as_dict(), "kid": "a", "use": "sig", "alg": "HS256"}), "`alg`"),
        (
            keys_text({**ECKey.generate_key("P-521").as_dict(private=True), "kid": "a", "use": "sig", "alg": "ES256"}),
            "on the curve P-256",
        ),
    ],
)
def test_what_is_no_set_of_client_keys_is_refused_and_not_quoted(text: str, reason: str) -> None:
    with pytest.raises(ClientKeysRefused, match=reason) as refused:
        read_client_keys(text)

    assert str(EC["d"]) not in str(refused.value)


def test_a_short_rsa_key_is_refused() -> None:
    with pytest.warns(Warning, match="2048"):
        short = RSAKey.generate_key(1024).as_dict(private=True)

    with pytest.raises(ClientKeysRefused, match="2048 bits"):
        read_client_keys(keys_text({**short, "kid": "a", "use": "sig", "alg": "RS256"}))


@pytest.mark.parametrize(
    ("algorithm", "key"),
    [
        ("ES256", ECKey.generate_key("P-256")),
        ("RS256", RSAKey.generate_key(2048)),
        ("PS256", RSAKey.generate_key(2048)),
        ("Ed25519", OKPKey.generate_key("Ed25519")),
    ],
)
def test_a_key_signs_with_its_algorithm_only(algorithm: str, key: Any) -> None:
    keys = read_client_keys(keys_text({**key.as_dict(private=True), "kid": "a", "use": "sig", "alg": algorithm}))
    found = keys.signing_key(frozenset({algorithm}))
    assert found is not None

    token = signed_by(found, "JWT", {"sub": "polku"})

    assert jwt.decode(token, key, algorithms=[algorithm]).claims == {"sub": "polku"}
    assert keys.signing_key(frozenset({"ES512"})) is None
    assert str(key.as_dict(private=True)["d"]) not in repr(keys)


def test_new_keys_are_published_before_they_sign_and_old_ones_decrypt_after_it() -> None:
    first, made = renewed_client_keys("", NOW)
    second, added = renewed_client_keys(first, NOW + timedelta(days=300))
    third, put = renewed_client_keys(second, NOW + timedelta(days=301))
    fourth, added_again = renewed_client_keys(third, NOW + timedelta(days=600))

    signers = [read_client_keys(text).signing_key(frozenset()) for text in (first, second, third, fourth)]
    dates = [signer.kid[:8] for signer in signers if signer]
    assert [made, added, put, added_again] == [
        RenewalStep.MADE,
        RenewalStep.ADDED,
        RenewalStep.PUT_IN_FRONT,
        RenewalStep.ADDED,
    ]
    assert dates == ["20270101", "20270101", "20271028", "20271028"]
    assert read_client_keys(third).decryption_key("20270101000000-ecdh-es", "ECDH-ES") is not None
    assert read_client_keys(fourth).decryption_key("20270101000000-ecdh-es", "ECDH-ES") is None
    assert len(read_client_keys(fourth).keys) == 8


def test_the_command_makes_a_file_for_its_owner_only_and_leaves_another_one_alone(tmp_path: Path) -> None:
    file, other = tmp_path / "client_keys", tmp_path / "other"
    other.write_text("something else")

    made = CliRunner().invoke(app, ["client-keys", "--to", str(file)])
    refused = CliRunner().invoke(app, ["client-keys", "--to", str(other)])

    assert made.exit_code == 0
    assert "POLKU_CLIENT_KEYS_FILE" in made.output
    assert file.stat().st_mode & 0o777 == 0o600
    assert len(read_client_keys(file.read_text()).keys) == 4
    assert refused.exit_code == 1
    assert other.read_text() == "something else"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["client_keys", "other"]
