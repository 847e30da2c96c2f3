"""
The service itself at work: what it does on its own clock, in nobody's name.

A steward sees nothing through the policy and holds no role; what it may do is what a chore is written to do, and every
change it makes is recorded as any other, by `STEWARD`.
"""

from datetime import date, datetime
from uuid import UUID

from auth.viewer import AccountKind, Viewer
from models.erasure_list import ErasureList
from models.sealed import Keyring
from resolvers.declaration import Register
from resolvers.writing import Desk

STEWARD = UUID(int=0)
_SERVICE = Viewer(account=STEWARD, kind=AccountKind.SERVICE, epoch=0, name="Polku", may_enter=False)


def steward_desk(
    register: Register, keyring: Keyring, now: datetime, today: date, erasures: ErasureList | None = None
) -> Desk:
    """Return the desk at which the service itself works; `today` is the day in Finland."""
    return Desk(register, _SERVICE, now, today, keyring, artificial_codes=False, erasures=erasures)
