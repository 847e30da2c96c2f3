"""Privacy notice, announcement and acceptance: what people are told about their data, and who has acknowledged it."""

from workflow.language import Workflow, grants, roles, state, transition
from workflow.published import published_workflow, scheduled_states, unpublished_states

privacy_notice = published_workflow(
    "privacy_notice",
    editors="privacy_officer administrator",
    reviewers="privacy_officer administrator manager",
    guards="notice_complete",
    effects="freeze_data_kept announce_notice",
    begins=True,
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

# How one person is told of a version of the notice: in the service, by e-mail, or by a letter that somebody sends.
_TEAM = "coach supervisor"
_TOLD = grants(
    view=f"trainee {_TEAM} privacy_officer", care=f"{_TEAM} privacy_officer", audit="supervisor privacy_officer"
)

notice_telling = Workflow(
    noun="notice_telling",
    initial="TO_TELL",
    states={
        "TO_TELL": state("Kertomatta|Ännu inte underrättad|To tell", _TOLD, view=f"{_TEAM} privacy_officer"),
        "TOLD": state("Kerrottu|Underrättad|Told", _TOLD, view=f"trainee guardian {_TEAM} privacy_officer"),
        "NOT_REACHED": state("Ei tavoitettu|Inte nådd|Not reached", _TOLD, view=f"{_TEAM} privacy_officer"),
        # The person was entered twice, and is told as the other client.
        "DOUBLED": state("Kaksoiskappale|Dubblett|Doubled", _TOLD, view=f"{_TEAM} privacy_officer"),
    },
    transitions={
        "MARK_SENT": transition(
            "Merkitse kirje lähetetyksi|Anteckna brevet som skickat|Mark the letter as sent",
            "TO_TELL",
            "TOLD",
            f"{_TEAM} privacy_officer",
            guards="told_by_letter",
            effects="note_day_told",
        ),
        "GIVE_UP": transition(
            "Merkitse tavoittamattomaksi|Anteckna som inte nådd|Not reached",
            "TO_TELL",
            "NOT_REACHED",
            f"{_TEAM} privacy_officer",
            comment=True,
        ),
    },
    by_service=("TOLD", "DOUBLED"),
)

NOTICE_IN_FORCE_STATES = privacy_notice.subset("PUBLISHED")
READABLE_NOTICE_STATES = privacy_notice.subset(
    "PUBLISHED SUPERSEDED RETIRED"
)  # in force now or earlier; visible to everybody
SCHEDULED_NOTICE_STATES = scheduled_states(privacy_notice)
OPEN_NOTICE_STATES = unpublished_states(privacy_notice)
TO_TELL_STATES = notice_telling.subset("TO_TELL")
DOUBLED_TELLING_STATES = notice_telling.subset("DOUBLED")
TOLD_OF_NOTICE_STATES = notice_telling.subset("TOLD")
