"""
Artificial personal identity codes: individual numbers 900–999, which no person has.

Public generators also give codes below 900, and those may belong to a living person.
"""

from datetime import date
from random import Random

from models.identity_code import ARTIFICIAL, CENTURIES

CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_SHARE_OF_OLD_SIGNS = 0.85  # most people have a sign from before 2023


class CodesExhausted(RuntimeError):
    """Every artificial code of one day of birth is taken."""

    code = "CODES_EXHAUSTED"


def artificial_identity_code(chance: Random, born: date, taken: set[str]) -> str:
    """
    Return an artificial code of that day of birth that is not in `taken`, and add it there.

    :raises CodesExhausted: when no code is left
    """
    oldest, *newer = [sign for sign, century in CENTURIES.items() if century == born.year // 100 * 100]
    chance.shuffle(newer)
    is_old = chance.random() < _SHARE_OF_OLD_SIGNS
    for sign in (oldest, *newer) if is_old else (*newer, oldest):
        first = chance.randrange(len(ARTIFICIAL))
        for number in (*ARTIFICIAL[first:], *ARTIFICIAL[:first]):
            if (code := coded(born, sign, number)) not in taken:
                taken.add(code)
                return code
    raise CodesExhausted(born.isoformat())


def coded(born: date, sign: str, number: int) -> str:
    """Return the code of a day, a century sign and an individual number, with its check character."""
    digits = f"{born:%d%m%y}{number:03}"
    return f"{digits[:6]}{sign}{digits[6:]}{CHECK_CHARACTERS[int(digits) % len(CHECK_CHARACTERS)]}"
