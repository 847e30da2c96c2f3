"""Codes of authenticator applications: the values of the standard, the window, and the texts that people type."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auth.provider.second_factor.one_time_codes import (
    enrolment_address,
    matching_step,
    new_recovery_codes,
    new_secret,
    qr_code,
    typed_code,
)

NOW = datetime(2026, 11, 23, 8, 0, 10, tzinfo=UTC)
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # of RFC 6238, appendix B


@pytest.mark.parametrize(("seconds", "code"), [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")])
def test_the_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    assert matching_step(SECRET, code, datetime.fromtimestamp(seconds, UTC)) == seconds // 30


@pytest.mark.parametrize(("steps", "is_right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_code_is_right_one_step_early_or_late(steps: int, is_right: bool) -> None:
    code = pyotp.TOTP(SECRET).at(NOW + timedelta(seconds=30 * steps))

    assert (matching_step(SECRET, code, NOW) is not None) == is_right


@given(st.text(max_size=50))
def test_any_text_can_be_typed_and_only_six_digits_can_be_right(text: str) -> None:
    step = matching_step(SECRET, typed_code(text), NOW)

    assert step is None or typed_code(text).isdigit()


def test_secrets_and_recovery_codes_are_long_and_different() -> None:
    codes = new_recovery_codes()

    assert len(set(codes)) == 10
    assert {len(typed_code(code)) for code in codes} == {16}
    assert len({new_secret() for _ in range(20)}) == 20
    assert len(new_secret()) == 32
    assert typed_code(f" {codes[0].upper()} ") == codes[0].replace("-", "")


def test_the_picture_is_part_of_the_page_and_the_address_names_service_and_person() -> None:
    address = enrolment_address(SECRET, "aino.virtanen")

    assert address.startswith("otpauth://totp/Polku:aino.virtanen?")
    assert f"secret={SECRET}" in address
    assert qr_code(address).startswith("data:image/svg+xml")
    assert "<script" not in qr_code(address)
