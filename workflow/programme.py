"""
Programme: PLANNED → ACTIVE ⇄ PAUSED → COMPLETED | INTERRUPTED | TRANSFERRED. Goal: OPEN → ACHIEVED | PARTLY | DROPPED.

Agencies see the state while a consent is in force; the text of goals is for the person and the coaching team. The unit,
which moves with the person, is for those who work here: its address tells where somebody is. Decision 0094.
"""

from workflow.client import OUTSIDE, PROCESSING, SAFETY
from workflow.language import STAYS, Workflow, grants, roles, state, transition
from workflow.vocabulary import SCHEDULE

_TEAM = "coach supervisor"
_PERSON = "trainee guardian"
_OFFICE = "manager privacy_officer"
_AGENCY = "official agency"

_PLANNED = grants(
    view=f"{_PERSON} {_TEAM} {_OFFICE}",
    schedule=f"{_PERSON} {_TEAM} {_OFFICE}",
    care=f"{_PERSON} {_TEAM}",
    modify=_TEAM,
    modify_care=_TEAM,
    add=_TEAM,
    audit="supervisor privacy_officer",
)
_RUNNING = _PLANNED | grants(view=f"{_PERSON} {_TEAM} {_OFFICE} {_AGENCY}")
_OVER = grants(
    view=f"{_PERSON} {_TEAM} {_OFFICE} {_AGENCY}",
    schedule=f"{_PERSON} {_TEAM} {_OFFICE}",
    care=f"{_PERSON} {_TEAM}",
    audit="supervisor privacy_officer",
)

programme = Workflow(
    noun="programme",
    initial="PLANNED",
    add=roles(_TEAM),
    states={
        "PLANNED": state("Suunniteltu|Planerad|Planned", _PLANNED),
        "ACTIVE": state("Käynnissä|Pågår|Active", _RUNNING),
        "PAUSED": state("Tauolla|Pausad|Paused", _RUNNING),
        "COMPLETED": state("Suoritettu|Slutförd|Completed", _OVER),
        "INTERRUPTED": state("Keskeytynyt|Avbruten|Interrupted", _OVER),
        "TRANSFERRED": state("Siirretty|Överförd|Transferred", _OVER),
        "CANCELLED": state("Peruttu|Inställd|Cancelled", _OVER, view=f"{_PERSON} {_TEAM} {_OFFICE}"),
    },
    transitions={
        "START": transition("Aloita|Inled|Start", "PLANNED", "ACTIVE", _TEAM, guards="plan_when_required"),
        "PAUSE": transition("Keskeytä tilapäisesti|Pausa|Pause", "ACTIVE", "PAUSED", _TEAM, comment=True),
        "RESUME": transition("Jatka|Återuppta|Resume", "PAUSED", "ACTIVE", _TEAM),
        "COMPLETE": transition(
            "Päätä|Slutför|Complete",
            "ACTIVE PAUSED",
            "COMPLETED",
            _TEAM,
            effects="end_today",
        ),
        "INTERRUPT": transition(
            "Keskeytä|Avbryt|Interrupt",
            "ACTIVE PAUSED",
            "INTERRUPTED",
            _TEAM,
            effects="end_today",
            reason="programme_interrupt_reason",
        ),
        "TRANSFER": transition(
            "Siirrä|Överför|Transfer",
            "ACTIVE PAUSED",
            "TRANSFERRED",
            "supervisor",
            effects="end_today",
            comment=True,
        ),
        "CANCEL": transition("Peru|Ställ in|Cancel", "PLANNED", "CANCELLED", _TEAM, comment=True),
        "REQUEST_CERTIFICATE": transition(
            "Pyydä osallistumistodistus|Begär deltagarintyg|Request the certificate of participation",
            "ACTIVE PAUSED COMPLETED INTERRUPTED TRANSFERRED",
            STAYS,
            f"{_PERSON} {_TEAM}",
            guards="certificate_not_requested",
            effects="note_certificate_request",
        ),
        "ISSUE_CERTIFICATE": transition(
            "Anna osallistumistodistus|Utfärda deltagarintyg|Issue the certificate of participation",
            "COMPLETED INTERRUPTED TRANSFERRED",
            STAYS,
            _TEAM,
            effects="issue_certificate",
        ),
        "PRINT": transition(
            "Tulosta osallistumistodistus|Skriv ut deltagarintyget|Print the certificate of participation",
            "COMPLETED INTERRUPTED TRANSFERRED",
            STAYS,
            f"{_PERSON} {_TEAM}",
            guards="certificate_issued paper_opens",
            effects="link_print",
        ),
    },
    restrictions=(SAFETY.without(SCHEDULE), PROCESSING, OUTSIDE),
    disposable={"PLANNED": roles(_TEAM)},
    closed_to_new=("COMPLETED", "INTERRUPTED", "TRANSFERRED", "CANCELLED"),
)

goal = Workflow(
    noun="goal",
    initial="OPEN",
    add=roles(_TEAM),
    states={
        "OPEN": state("Avoin|Öppet|Open", _PLANNED),
        "ACHIEVED": state("Saavutettu|Uppnått|Achieved", _OVER, view=f"{_PERSON} {_TEAM} {_OFFICE}"),
        "PARTLY": state(
            "Osittain saavutettu|Delvis uppnått|Partly achieved", _OVER, view=f"{_PERSON} {_TEAM} {_OFFICE}"
        ),
        "DROPPED": state("Luovuttu|Lämnat|Dropped", _OVER, view=f"{_PERSON} {_TEAM} {_OFFICE}"),
    },
    transitions={
        "ACHIEVE": transition("Merkitse saavutetuksi|Uppnått|Achieve", "OPEN", "ACHIEVED", _TEAM),
        "ACHIEVE_PARTLY": transition("Merkitse osittain|Delvis uppnått|Achieve partly", "OPEN", "PARTLY", _TEAM),
        "DROP": transition("Luovu|Lämna|Drop", "OPEN", "DROPPED", _TEAM, comment=True),
        "REOPEN": transition("Avaa uudelleen|Öppna igen|Reopen", "ACHIEVED PARTLY DROPPED", "OPEN", _TEAM),
    },
    restrictions=(SAFETY, PROCESSING, OUTSIDE),
    disposable={"OPEN": roles(_TEAM)},
    closed_to_new=("ACHIEVED", "PARTLY", "DROPPED"),
)

measure = Workflow(
    noun="measure",
    initial="OPEN",
    add=roles(_TEAM),
    states={
        "OPEN": state("Avoin|Öppen|Open", _PLANNED),
        "DONE": state("Tehty|Utförd|Done", _OVER, view=f"{_PERSON} {_TEAM} {_OFFICE}"),
        "DROPPED": state("Luovuttu|Lämnad|Dropped", _OVER, view=f"{_PERSON} {_TEAM} {_OFFICE}"),
    },
    transitions={
        "FINISH": transition(
            "Merkitse tehdyksi|Utförd|Finish", "OPEN", "DONE", f"trainee {_TEAM}", effects="finish_today"
        ),
        "DROP": transition("Luovu|Lämna|Drop", "OPEN", "DROPPED", _TEAM, comment=True),
        "REOPEN": transition("Avaa uudelleen|Öppna igen|Reopen", "DONE DROPPED", "OPEN", _TEAM, effects="unfinish"),
    },
    restrictions=(SAFETY, PROCESSING, OUTSIDE),
    disposable={"OPEN": roles(_TEAM)},
    closed_to_new=("DONE", "DROPPED"),
)

RUNNING_PROGRAMME_STATES = programme.subset("ACTIVE")
UNFINISHED_PROGRAMME_STATES = programme.subset("ACTIVE PAUSED")
PAST_PROGRAMME_STATES = programme.subset("COMPLETED INTERRUPTED TRANSFERRED")
PAUSED_PROGRAMME_STATES = programme.subset("PAUSED")
INTERRUPTED_PROGRAMME_STATES = programme.subset("INTERRUPTED")
NEVER_RUN_PROGRAMME_STATES = programme.subset("PLANNED CANCELLED")
DONE_MEASURE_STATES = measure.subset("DONE")
OPEN_MEASURE_STATES = measure.subset("OPEN")
