"""The texts that people agree to: a label of their own, a first day, and an undertaking that is accepted anew."""

from dataclasses import replace

from models.agreement_text import CONSENT, UNDERTAKING, AgreementText
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import set_column, transition_refused
from workflow.agreement_text import ONCE_PUBLISHED_TEXT_STATES

# A viewer of before is stale then, so that the next request of everybody asks for the new text.
_ASK_EVERYBODY = (
    "UPDATE account SET epoch = epoch + 1 WHERE kind NOT IN ('TRAINEE', 'GUARDIAN') AND undertaking_version IS NOT NULL"
)


async def version_is_new(step: Step) -> None:
    """
    Check that no other published text of the kind has this label: what was agreed to names it.

    :raises CommandRefused: VERSION_TAKEN
    """
    named = AgreementText.filter(kind=step.row.kind, version=step.row.version, state__in=ONCE_PUBLISHED_TEXT_STATES)
    if await named.exclude(pk=step.row.pk).using_db(step.db).exists():
        raise transition_refused("VERSION_TAKEN", "version")


async def text_takes_effect(step: Step) -> Changes:
    """
    Set the first day to today unless a later one is given; an undertaking of today is asked of everybody at once.

    One of a later day is asked for from that day on, because no viewer is cached over midnight.
    """
    row, context = step.row, step.context
    changes = set_column(row, "starts_on", "startsOn", max(row.starts_on or context.today, context.today))
    if row.kind == UNDERTAKING and row.starts_on == context.today:
        await step.db.execute_query(_ASK_EVERYBODY)
        context.renewed.append(replace(context.viewer, epoch=context.viewer.epoch + 1))
    return changes


async def purpose_of_consents_only(change: PendingChange) -> list[Problem]:
    """Refuse a purpose for a text that is none of consents."""
    return problem_unless(change.row.kind == CONSENT or change.row.purpose is None, "PURPOSE_OF_CONSENTS", "purpose")


AGREEMENT_TEXT_RULES = Rulebook.of(
    guards=(version_is_new,),
    effects=(text_takes_effect,),
    rules=(purpose_of_consents_only,),
)
