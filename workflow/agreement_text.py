"""
Agreement text: what a person is asked to agree to, as the undertaking, a consent or a contract words it, in versions.

A version is never retired, only superseded: there is always a text. One of a day to come is scheduled, and the one
before holds until then.
"""

from workflow.published import published_workflow, scheduled_states, unpublished_states

agreement_text = published_workflow(
    "agreement_text",
    editors="privacy_officer administrator",
    reviewers="privacy_officer administrator manager",
    guards="version_is_new",
    effects="text_takes_effect",
    may_retire=False,
    begins=True,
)

PUBLISHED_TEXT_STATES = agreement_text.subset("PUBLISHED")
ONCE_PUBLISHED_TEXT_STATES = agreement_text.subset("PUBLISHED SUPERSEDED SCHEDULED")
SCHEDULED_TEXT_STATES = scheduled_states(agreement_text)
OPEN_TEXT_STATES = unpublished_states(agreement_text)
