"""The address of what is printed: shown once to whoever may print, and checked again when it is followed."""

from resolvers.context import Changes, Rulebook, Step
from resolvers.papers.contracts import CONTRACT_PAPER
from resolvers.papers.participation import CERTIFICATE_PAPER
from resolvers.papers.reports import REPORT_PAPER
from resolvers.writing.field_permissions import holds_permission
from resolvers.writing.transitions import show_print_link, transition_refused

PAPERS = {paper.noun: paper for paper in (REPORT_PAPER, CONTRACT_PAPER, CERTIFICATE_PAPER)}


async def paper_opens(step: Step) -> None:
    """
    Check that the caller may read all that the paper of an object says, before an address is shown.

    :raises CommandRefused: PAPER_PROTECTED
    """
    needed = PAPERS[step.loaded.type.noun].permissions
    if not all(holds_permission(step.context, step.loaded, permission) for permission in needed):
        raise transition_refused("PAPER_PROTECTED")


async def link_print(step: Step) -> Changes:
    """Show the caller once an address of what is printed of the object, as PDF, valid for ten minutes."""
    return show_print_link(step)


PRINT_LINK_RULES = Rulebook.of(guards=(paper_opens,), effects=(link_print,))
