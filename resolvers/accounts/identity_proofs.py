"""How an identity was established: what a person saw is said by that person, what a log-in proves by the service."""

from resolvers.context import PendingChange, Rulebook, Step
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import transition_refused

LOG_IN, STRONG_LOG_IN = "LOGIN", "STRONG_LOGIN"  # of the vocabulary identity_proof
_BY_LOG_IN = frozenset({LOG_IN, STRONG_LOG_IN})


async def proof_was_seen(step: Step) -> None:
    """
    Check that somebody says of an identity only what a person can see; what a log-in proves, the service says.

    :raises CommandRefused: LOG_IN_PROVES_ITSELF
    """
    if step.reason in _BY_LOG_IN:
        raise transition_refused("LOG_IN_PROVES_ITSELF", "reason")


async def seen_at_invitation(change: PendingChange) -> list[Problem]:
    """Refuse an invitation that rests on a log-in: whoever is invited has none yet, or the service has seen it."""
    return problem_unless(change.row.identity_proof not in _BY_LOG_IN, "LOG_IN_PROVES_ITSELF", "identityProof")


IDENTITY_PROOF_RULES = Rulebook.of(guards=(proof_was_seen,), rules=(seen_at_invitation,))
