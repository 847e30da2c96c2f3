"""Privacy notice, announcement and acceptance: what people are told about their data, and who has acknowledged it."""

from workflow.language import Workflow, grants, roles, state, transition
from workflow.published import published_workflow, unpublished_states

privacy_notice = published_workflow(
    "privacy_notice",
    editors="privacy_officer administrator",
    reviewers="privacy_officer administrator manager",
    guards="notice_complete",
    effects="freeze_data_kept announce_notice",
)

_ANNOUNCED = grants(view="member", audit="privacy_officer administrator")

announcement = Workflow(
    noun="announcement",
    initial="ANNOUNCED",
    add=roles("privacy_officer administrator"),
    states={
        "ANNOUNCED": state("Ilmoitettu|Meddelat|Announced", _ANNOUNCED, modify="privacy_officer administrator"),
        "WITHDRAWN": state("Peruttu|Återtaget|Withdrawn", _ANNOUNCED, view="privacy_officer administrator"),
    },
    transitions={
        "WITHDRAW": transition(
            "Peru|Återta|Withdraw", "ANNOUNCED", "WITHDRAWN", "privacy_officer administrator", comment=True
        ),
    },
)

# Everybody acknowledges a notice for oneself, once; an acceptance is never withdrawn.
notice_acceptance = Workflow(
    noun="notice_acceptance",
    initial="ACCEPTED",
    add=roles("member"),
    states={
        "ACCEPTED": state(
            "Luettu|Läst|Read", view="trainee author privacy_officer", audit="trainee author privacy_officer"
        )
    },
)

NOTICE_IN_FORCE_STATES = privacy_notice.subset("PUBLISHED")
READABLE_NOTICE_STATES = privacy_notice.subset(
    "PUBLISHED SUPERSEDED RETIRED"
)  # in force now or earlier; visible to everybody
OPEN_NOTICE_STATES = unpublished_states(privacy_notice)
