"""Client: the person. prospect → active → ended → erased; or merged into the client who is the same person."""

from workflow.language import ClientRestriction, Workflow, grants, roles, state, transition
from workflow.vocabulary import ASSIGN, CARE, CONTACT, IDENTITY, MODIFY_CONTACT, RESTRICT, SCHEDULE, VIEW, WRITES

# Neither restriction limits the person's own access.
SAFETY = ClientRestriction("safety_restriction", frozenset({CONTACT, SCHEDULE}), roles("trainee cleared"))
# Of what a guardian asked: the package is cut for the guardian, and the letter is the guardian's own.
SAFETY_OF_REQUESTS = ClientRestriction("safety_restriction", SAFETY.permissions, roles("trainee guardian cleared"))
# No guardian writes over an address that no guardian may see; those who work here may, as they are told where it is.
_SAFETY_OF_WRITING = ClientRestriction(
    "safety_restriction", frozenset({MODIFY_CONTACT}), roles("trainee employee cleared")
)
PROCESSING = ClientRestriction(
    "processing_restriction",
    (WRITES | {CARE, CONTACT, IDENTITY}) - {ASSIGN, RESTRICT},
    roles("trainee privacy_officer"),
)
# A processing restriction also ends the access of everybody outside the organisation; the data is only stored.
# Decision 0063.
OUTSIDE = ClientRestriction("processing_restriction", frozenset({VIEW}), roles("trainee employee"))

_SERVED = grants(
    view="trainee guardian coach colleague supervisor manager privacy_officer",
    name="trainee guardian coach colleague supervisor",
    contact="trainee guardian coach supervisor",
    identity="trainee guardian coach supervisor",
    care="trainee guardian coach supervisor",
    modify="coach supervisor",
    modify_contact="trainee guardian coach supervisor",
    modify_identity="supervisor",
    modify_care="coach supervisor",
    restrict="supervisor privacy_officer",
    assign="supervisor",
    audit="trainee supervisor privacy_officer",
    log="trainee guardian supervisor privacy_officer",
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
            view="trainee guardian coach supervisor manager privacy_officer",
            name="trainee guardian coach supervisor",
            contact="trainee guardian supervisor",
            identity="trainee guardian supervisor",
            care="trainee guardian supervisor",
            restrict="supervisor privacy_officer",
            audit="trainee supervisor privacy_officer",
            log="trainee guardian supervisor privacy_officer",
        ),
        "ERASED": state(
            "Poistettu|Raderad|Erased", view="privacy_officer", audit="privacy_officer", log="privacy_officer"
        ),
        # The person goes on as another client (workflow/client_merge.py); what was seen under this id stays true.
        "MERGED": state(
            "Yhdistetty toiseen|Sammanslagen med en annan|Merged into another",
            view="privacy_officer",
            audit="privacy_officer",
            log="privacy_officer",
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
            comment=True,
        ),
    },
    restrictions=(SAFETY, _SAFETY_OF_WRITING, PROCESSING),
    by_service=("ERASED", "MERGED"),
    closed_to_new=("ENDED", "ERASED", "MERGED"),
)

ACTIVE_CLIENT_STATES = client.subset("ACTIVE")
ERASED_CLIENT_STATES = client.subset("ERASED")
STORED_CLIENT_STATES = client.subset("PROSPECT ACTIVE ENDED")  # the person's data is still stored
SERVED_CLIENT_STATES = client.subset("PROSPECT ACTIVE")
UNSERVED_CLIENT_STATES = client.subset("PROSPECT ENDED")  # nobody coaches the person yet, or any more
ENDED_CLIENT_STATES = client.subset("ENDED")
MERGED_CLIENT_STATES = client.subset("MERGED")
