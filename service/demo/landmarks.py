"""Ids that the example queries name: the same in every demo, so that an example works as it stands."""

from uuid import UUID

_NAMES = (
    "unit", "client", "relationship", "attendance_of_coach", "attendance_of_workplace", "note", "referral_received",
    "referral_interviewed", "referral_draft", "referral_asked", "contract_to_sign", "contract_to_approve",
    "client_to_delegate", "substitute", "agency", "system", "measure", "term", "attendance_of_trainee",
    "register", "purge_proposed", "purge_approved", "client_to_hold",
)  # fmt: skip
_FIRST = 0x019B_0000_0000_7000_8000_0000_0000_0001
LANDMARKS = {name: UUID(int=_FIRST + number) for number, name in enumerate(_NAMES)}
