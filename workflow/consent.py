"""
Consent: REQUESTED → GIVEN | DECLINED; GIVEN → WITHDRAWN | EXPIRED | SUPERSEDED.

The person, or a guardian whose right covers consents, gives and withdraws it; a coach records a consent on paper. The
policy looks for a consent in force at every read of an agency (auth/path_selects.py), so that a withdrawal hides the
data at the very next request. An agency sees only consents that are in force.
"""

from workflow.client import OUTSIDE, PROCESSING
from workflow.language import Workflow, grants, roles, state, transition
from workflow.vocabulary import MOVE

_TEAM = "coach supervisor"
_SEEN = grants(
    view=f"trainee guardian {_TEAM} privacy_officer",
    care=f"trainee guardian {_TEAM} privacy_officer",
    audit=f"trainee {_TEAM} privacy_officer",
)
_OVER = "trainee guardian coach supervisor privacy_officer"

consent = Workflow(
    noun="consent",
    initial="REQUESTED",
    add=roles(f"trainee {_TEAM}"),
    states={
        "REQUESTED": state(
            "Pyydetty|Begärt|Requested", _SEEN, add=f"trainee {_TEAM}", modify=f"trainee {_TEAM}", modify_care=_TEAM
        ),
        "GIVEN": state("Annettu|Givet|Given", _SEEN, view=f"{_OVER} official agency", modify_care=_TEAM),
        "DECLINED": state("Kieltäytynyt|Nekat|Declined", _SEEN),
        "WITHDRAWN": state("Peruttu|Återkallat|Withdrawn", _SEEN),
        "EXPIRED": state("Vanhentunut|Upphört|Expired", _SEEN),
        "SUPERSEDED": state("Korvattu|Ersatt|Superseded", _SEEN),
    },
    transitions={
        "GIVE": transition(
            "Anna suostumus|Ge samtycke|Give",
            "REQUESTED",
            "GIVEN",
            "trainee guardian",
            guards="consent_is_complete consent_text_in_force",
            effects="consent_begins",
        ),
        "RECORD_PAPER": transition(
            "Kirjaa paperilla annettu|Anteckna samtycke på papper|Record from paper",
            "REQUESTED",
            "GIVEN",
            _TEAM,
            guards="consent_is_complete evidence_named consent_text_in_force",
            effects="consent_begins",
        ),
        "DECLINE": transition("Kieltäydy|Neka|Decline", "REQUESTED", "DECLINED", f"trainee guardian {_TEAM}"),
        "WITHDRAW": transition(
            "Peru suostumus|Återkalla|Withdraw",
            "GIVEN",
            "WITHDRAWN",
            f"trainee guardian {_TEAM}",
            effects="consent_ends",
        ),
    },
    # A processing restriction does not prevent transitions: consent is the person's own decision.
    restrictions=(PROCESSING.without(MOVE), OUTSIDE),
    by_service=("EXPIRED", "SUPERSEDED"),
)

CONSENT_IN_FORCE_STATES = consent.subset("GIVEN")
WITHDRAWN_CONSENT_STATES = consent.subset("WITHDRAWN")
REQUESTED_CONSENT_STATES = consent.subset("REQUESTED")
EXPIRED_CONSENT_STATES = consent.subset("EXPIRED")
ONCE_GIVEN_CONSENT_STATES = consent.subset("GIVEN WITHDRAWN EXPIRED SUPERSEDED")
