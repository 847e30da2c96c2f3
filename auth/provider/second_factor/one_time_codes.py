"""
Codes of authenticator applications, and recovery codes.

Source: RFC 6238 (TOTP) with the values that every application knows: SHA-1, six digits, steps of 30 seconds.
"""

import hmac
import secrets
from base64 import b32encode
from datetime import datetime

import pyotp
import segno

STEP_SECONDS = 30
WINDOW = (-1, 0, 1)  # the step before and the step after: clocks differ, and people type slowly
RECOVERY_CODES = 10
_RECOVERY_BYTES = 10  # 80 bits: nobody can guess one, nor find it from its hash


def new_secret() -> str:
    """Return 160 random bits in base 32, as people may have to type them."""
    return pyotp.random_base32()


def enrolment_address(secret: str, username: str) -> str:
    """Return the address that an authenticator application opens or reads from the picture."""
    return pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name="Polku")


def qr_code(address: str) -> str:
    """Return the picture of an address: an SVG as a data URI."""
    return segno.make(address, error="m", micro=False).svg_data_uri(scale=5, border=4, light="#fff")


def matching_step(secret: str, code: str, now: datetime) -> int | None:
    """Return the time step to which a code belongs, None when it is wrong; every step is compared in any case."""
    totp, present = pyotp.TOTP(secret), int(now.timestamp()) // STEP_SECONDS
    expected = {present + offset: totp.generate_otp(present + offset) for offset in WINDOW}
    found = [step for step, right in expected.items() if hmac.compare_digest(right.encode(), code.encode())]
    return found[-1] if found else None


def new_recovery_codes() -> list[str]:
    """Return ten random codes, in groups of four characters."""
    texts = (b32encode(secrets.token_bytes(_RECOVERY_BYTES)).decode().lower() for _ in range(RECOVERY_CODES))
    return ["-".join(text[start : start + 4] for start in range(0, 16, 4)) for text in texts]


def typed_code(text: str) -> str:
    """Return a code as it is compared: without blanks and hyphens, in small letters, at most 40 characters."""
    return "".join(character for character in text[:80] if character.isalnum()).lower()[:40]
