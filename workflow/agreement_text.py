"""
Agreement text: what a person is asked to agree to, as the undertaking or a consent words it, in versions.

A version is never retired, only superseded: there is always a text. A superseded one holds until the first day of the
version that took its place.
"""

from workflow.published import published_workflow, unpublished_states

agreement_text = published_workflow(
    "agreement_text",
    editors="privacy_officer administrator",
    reviewers="privacy_officer administrator manager",
    guards="version_is_new",
    effects="text_takes_effect",
    may_retire=False,
)

PUBLISHED_TEXT_STATES = agreement_text.subset("PUBLISHED")
ONCE_PUBLISHED_TEXT_STATES = agreement_text.subset("PUBLISHED SUPERSEDED")
OPEN_TEXT_STATES = unpublished_states(agreement_text)
