"""
Import of clients: NEW → CHECKING → CHECKED → RUNNING → DONE, or REFUSED, or DISCARDED.

A file of a unit's clients is checked without writing anything, and run as it was checked. Whoever may correct and merge
all clients of the unit imports them: its supervisor. The file itself is read by whoever added it, and by nobody else.
Decision 0245.
"""

from workflow.language import STAYS, Workflow, grants, roles, state, transition

FILE_DAYS = 30  # from the last change on, an import that nobody runs keeps its file; afterwards it is discarded

_BY = "supervisor"
_SEEN = grants(view="supervisor privacy_officer", audit="supervisor privacy_officer")
_WITH_FILE = grants(identity="author", modify=_BY)

client_import = Workflow(
    noun="client_import",
    initial="NEW",
    add=roles(_BY),
    states={
        "NEW": state("Uusi|Ny|New", _SEEN, _WITH_FILE, add=_BY),
        "CHECKING": state("Tarkistetaan|Kontrolleras|Being checked", _SEEN),
        "CHECKED": state("Tarkistettu|Kontrollerad|Checked", _SEEN, _WITH_FILE),
        "RUNNING": state("Tuodaan|Importeras|Being imported", _SEEN),
        "REFUSED": state("Keskeytynyt|Avbruten|Stopped", _SEEN, _WITH_FILE),
        "DONE": state("Tuotu|Importerad|Imported", _SEEN),
        "DISCARDED": state("Hylätty|Förkastad|Discarded", _SEEN),
    },
    transitions={
        "CHECK": transition(
            "Tarkista|Kontrollera|Check",
            "NEW CHECKED REFUSED",
            "CHECKING",
            _BY,
            guards="import_file_ready",
            effects="ask_for_check",
        ),
        "RUN": transition(
            "Tuo asiakkaat|Importera klienterna|Import the clients",
            "CHECKED",
            "RUNNING",
            _BY,
            guards="import_file_ready as_it_was_checked",
            effects="ask_for_run",
        ),
        "STOP": transition("Keskeytä|Avbryt|Stop", "CHECKING RUNNING", "REFUSED", _BY, effects="note_stopped_import"),
        "DISCARD": transition("Hylkää|Förkasta|Discard", "NEW CHECKED REFUSED", "DISCARDED", _BY, effects="end_import"),
        "EXPORT_CSV": transition(
            "Vie raportti CSV-tiedostoksi|Exportera rapporten som CSV|Export the report as CSV",
            "CHECKED DONE",
            STAYS,
            _BY,
            guards="without_comment",
            effects="link_import_report",
        ),
    },
    by_service=("CHECKED", "DONE"),
    closed_to_new=("DONE", "DISCARDED"),
)

# A line of the file that was refused: it tells the line and the reason, and nothing that stands in the file.
import_refusal = Workflow(
    noun="import_refusal",
    initial="REPORTED",
    states={"REPORTED": state("Raportoitu|Rapporterad|Reported", grants(view="supervisor privacy_officer"))},
)

CHECKING_IMPORT_STATES = client_import.subset("CHECKING")
RUNNING_IMPORT_STATES = client_import.subset("RUNNING")
IMPORT_UNDER_WAY_STATES = client_import.subset("CHECKING RUNNING")
RESTING_IMPORT_STATES = client_import.subset("NEW CHECKED REFUSED")  # it waits for somebody
REFUSED_IMPORT_STATES = client_import.subset("REFUSED")
COUNTED_IMPORT_STATES = client_import.subset("CHECKED DONE")
ENDED_IMPORT_STATES = client_import.subset("DONE DISCARDED")
