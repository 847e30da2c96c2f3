"""
Exceptional access: emergency access (break-the-glass) of an employee, and support access of the vendor's staff.

Both need a reason, end by themselves, and are reviewed by somebody else afterwards. They open reading only: `STAND_INS`
in `workflow/vocabulary.py` lists the permissions. Source: product.md, roles; rule R23.
"""

import re

from workflow.language import Workflow, grants, roles, state, transition

MOST_MINUTES = 60  # the longest emergency access
MOST_SUPPORT_HOURS = 8
LEAST_REASON = 20  # characters
LEAST_WORDS = 3  # different words
_WORD = re.compile(r"[^\W\d_]{2,}")


def different_words(reason: str) -> int:
    """Return how many different words a reason has; a word needs at least two different letters."""
    return len({word for word in _WORD.findall(reason.casefold()) if len(set(word)) > 1})


_SEEN = grants(
    view="author coach supervisor privacy_officer",
    care="author coach supervisor privacy_officer",
    audit="supervisor privacy_officer",
)
_REVIEWED = transition(
    "Merkitse tarkastetuksi|Markera som granskad|Review",
    "ENDED",
    "REVIEWED",
    "supervisor privacy_officer",
    guards="not_ones_own",
    comment=True,
    reason="access_review",
    effects="note_review",
    awaited=True,
)

emergency_access = Workflow(
    noun="emergency_access",
    initial="OPEN",
    add=roles("employee"),
    states={
        "OPEN": state("Avoinna|Öppen|Open", _SEEN, add="employee"),
        "ENDED": state("Päättynyt, tarkastamatta|Avslutad, ogranskad|Ended, to be reviewed", _SEEN),
        "REVIEWED": state("Tarkastettu|Granskad|Reviewed", _SEEN),
    },
    transitions={
        "END": transition(
            "Sulje|Stäng|End", "OPEN", "ENDED", "author supervisor privacy_officer", effects="access_ends"
        ),
        "REVIEW": _REVIEWED,
    },
)

_SUPPORT_SEEN = grants(
    view="support manager supervisor privacy_officer",
    care="support manager supervisor privacy_officer",
    audit="manager supervisor privacy_officer",
)

support_access = Workflow(
    noun="support_access",
    initial="OPEN",
    add=roles("manager privacy_officer"),
    states={
        "OPEN": state("Voimassa|Gäller|In force", _SUPPORT_SEEN, add="manager privacy_officer"),
        "ENDED": state("Päättynyt, tarkastamatta|Avslutad, ogranskad|Ended, to be reviewed", _SUPPORT_SEEN),
        "REVIEWED": state("Tarkastettu|Granskad|Reviewed", _SUPPORT_SEEN),
    },
    transitions={
        "END": transition("Lopeta|Avsluta|End", "OPEN", "ENDED", "manager privacy_officer", effects="access_ends"),
        "REVIEW": _REVIEWED,
    },
)

OPEN_EMERGENCY_STATES = emergency_access.subset("OPEN")
OPEN_SUPPORT_STATES = support_access.subset("OPEN")
REVIEWED_ACCESS_STATES = emergency_access.subset("REVIEWED")
