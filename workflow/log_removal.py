"""Removal from the logs: what was deleted because its term was over, recorded once and never changed."""

from workflow.language import Workflow, state

log_removal = Workflow(
    noun="log_removal",
    initial="REMOVED",
    states={
        "REMOVED": state(
            "Poistettu|Borttagen|Removed", view="privacy_officer administrator", audit="privacy_officer administrator"
        ),
    },
)

SHORTEST_TERM = 2  # years; a person is shown at least two years of the log. Source: act 703/2023
LONGEST_TERM = 30
USUAL_TERM = 12  # years; log data is kept for twelve. Source: act 703/2023, the annex on times of storage
