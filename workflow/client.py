"""Client: the person. prospect → active → ended → erased."""

from workflow.language import ClientRestriction, Workflow, grants, roles, state, transition
from workflow.vocabulary import ASSIGN, CARE, CONTACT, IDENTITY, RESTRICT, SCHEDULE, VIEW, WRITES

# Neither restriction limits the person's own access.
SAFETY = ClientRestriction("safety_restriction", frozenset({CONTACT, SCHEDULE}), roles("trainee cleared"))
PROCESSING = ClientRestriction(
    "processing_restriction",
    (WRITES | {CARE, CONTACT, IDENTITY}) - {ASSIGN, RESTRICT},
    roles("trainee privacy_officer"),
)
# A processing restriction also ends the access of everybody outside the organisation; the data is only stored.
# Decision 0063.
OUTSIDE = ClientRestriction("processing_restriction", frozenset({VIEW}), roles("trainee employee"))

_SERVED = grants(
    view="trainee coach colleague supervisor manager privacy_officer",
    name="trainee coach colleague supervisor",
    contact="trainee coach supervisor",
    identity="trainee coach supervisor",
    care="trainee coach supervisor",
    modify="coach supervisor",
    modify_contact="trainee coach supervisor",
    modify_identity="supervisor",
    modify_care="coach supervisor",
    restrict="supervisor privacy_officer",
    assign="supervisor",
    audit="trainee supervisor privacy_officer",
    log="trainee supervisor privacy_officer",
)

client = Workflow(
    noun="client",
    initial="PROSPECT",
    add=roles("coach supervisor"),
    states={
        "PROSPECT": state("Tulossa|Kommande|Prospect", _SERVED),
        "ACTIVE": state("Asiakkaana|Aktiv|Active", _SERVED),
        "ENDED": state(
            "Päättynyt|Avslutad|Ended",
            view="trainee coach supervisor manager privacy_officer",
            name="trainee coach supervisor",
            contact="trainee supervisor",
            identity="trainee supervisor",
            care="trainee supervisor",
            restrict="supervisor privacy_officer",
            audit="trainee supervisor privacy_officer",
            log="trainee supervisor privacy_officer",
        ),
        "ERASED": state(
            "Poistettu|Raderad|Erased", view="privacy_officer", audit="privacy_officer", log="privacy_officer"
        ),
    },
    transitions={
        "ACTIVATE": transition("Aloita asiakkuus|Inled|Activate", "PROSPECT", "ACTIVE", "coach supervisor"),
        "REOPEN": transition("Avaa uudelleen|Öppna igen|Reopen", "ENDED", "ACTIVE", "supervisor", comment=True),
        "END": transition(
            "Päätä|Avsluta|End",
            "PROSPECT ACTIVE",
            "ENDED",
            "coach supervisor",
            guards="no_open_relationship",
            comment=True,
        ),
    },
    restrictions=(SAFETY, PROCESSING),
    by_service=("ERASED",),
)

ACTIVE_CLIENT_STATES = client.subset("ACTIVE")
ERASED_CLIENT_STATES = client.subset("ERASED")
STORED_CLIENT_STATES = client.subset("PROSPECT ACTIVE ENDED")  # the person's data is still stored
SERVED_CLIENT_STATES = client.subset("PROSPECT ACTIVE")
UNSERVED_CLIENT_STATES = client.subset("PROSPECT ENDED")  # nobody coaches the person yet, or any more
ENDED_CLIENT_STATES = client.subset("ENDED")
