"""
Request letter: WAITING → TOLD, or NOT_SENT. What a person is told of a data request: extension, answer, lifting.

The service tells a person with an account at once, by a notice and a mail without personal data; for others the letter
waits until the privacy officer has printed it and says on which day and how it went out. Callers with `contact` see to
whom it goes, which reveals where the person is. What a guardian asked is answered to the guardian, in the same words.
Decisions 0160 and 0175. Source: GDPR article 12(3) and (4), article 18(3).
"""

from datetime import date, timedelta

from workflow.client import SAFETY_OF_REQUESTS
from workflow.language import STAYS, Workflow, grants, state, transition

BY_LETTER = "LETTER"  # of the vocabulary request_channel
IN_SERVICE = "SERVICE"
DELIVERY = timedelta(days=7)  # Source: administrative procedure act 434/2003, section 59

_OFFICER = "privacy_officer"
_BOTH = "trainee guardian privacy_officer"
_WAITING = grants(view=_OFFICER, care=_OFFICER, contact=_OFFICER, modify_care=_OFFICER, audit=_OFFICER)

request_letter = Workflow(
    noun="request_letter",
    initial="WAITING",
    states={
        "WAITING": state("Odottaa lähettämistä|Väntar på att sändas|Waiting to be sent", _WAITING),
        "TOLD": state("Kerrottu|Meddelat|Told", view=_BOTH, care=_BOTH, contact=_BOTH, audit=_OFFICER),
        "NOT_SENT": state("Ei lähetetä|Sänds inte|Not sent", view=_OFFICER, care=_OFFICER, audit=_OFFICER),
        "ERASED": state("Poistettu|Raderat|Erased", view=_OFFICER, audit=_OFFICER),
    },
    transitions={
        "PRINT": transition(
            "Tulosta|Skriv ut|Print", "WAITING TOLD", STAYS, _BOTH, guards="letter_opens", effects="link_print"
        ),
        "SEND": transition(
            "Merkitse lähetetyksi|Markera som sänt|Mark as sent",
            "WAITING",
            "TOLD",
            _OFFICER,
            reason="request_channel",
            guards="letter_went_out",
            effects="note_letter_sent",
            awaited=True,
        ),
        "NOT_SEND": transition(
            "Jätä lähettämättä|Sänd inte|Do not send", "WAITING", "NOT_SENT", _OFFICER, comment=True
        ),
        "REOPEN": transition(
            "Palauta odottamaan|Låt vänta igen|Let it wait again", "NOT_SENT", "WAITING", _OFFICER, comment=True
        ),
    },
    restrictions=(SAFETY_OF_REQUESTS,),
    by_service=("ERASED",),
)

WAITING_REQUEST_LETTER_STATES = request_letter.subset("WAITING")
TOLD_REQUEST_LETTER_STATES = request_letter.subset("TOLD")
KEPT_REQUEST_LETTER_STATES = request_letter.subset("WAITING TOLD NOT_SENT")  # the person is not erased


def known_on(told_how: str, told_on: date) -> date:
    """Return the day on which the person knows: a letter has arrived on the seventh day, all else at once."""
    return told_on + DELIVERY if told_how == BY_LETTER else told_on
