"""
Billing basis: BUILT → ADJUSTED. What the payer of a service is billed for a unit's month: built when it is locked.

A row never changes: what turns out otherwise is another row, with a word why. Who pays for the service is another one
than who pays the person's benefit (workflow/benefit_payer.py).
"""

from workflow.client import OUTSIDE, SAFETY
from workflow.language import STAYS, Workflow, grants, state, transition

_BILLERS = "finance supervisor"
_READERS = f"{_BILLERS} manager"
_SEEN = grants(view=_READERS, money=_READERS, audit=f"{_READERS} privacy_officer")

billing_basis = Workflow(
    noun="billing_basis",
    initial="BUILT",
    states={
        "BUILT": state("Muodostettu|Bildat|Built", _SEEN),
        "ADJUSTED": state("Oikaistu riveillä|Justerat med rader|Adjusted by rows", _SEEN),
    },
    transitions={
        "ADJUST": transition(
            "Oikaise|Justera|Adjust",
            "BUILT ADJUSTED",
            "ADJUSTED",
            _BILLERS,
            comment=True,
            guards="month_of_basis_locked",
            effects="adjust_billing",
        ),
        "EXPORT_CSV": transition(
            "Vie CSV-tiedostoksi|Exportera som CSV|Export as CSV",
            "BUILT ADJUSTED",
            STAYS,
            _BILLERS,
            guards="without_comment",
            effects="link_billing_csv",
        ),
        "EXPORT_XLSX": transition(
            "Vie taulukoksi|Exportera som kalkylblad|Export as a spreadsheet",
            "BUILT ADJUSTED",
            STAYS,
            _BILLERS,
            guards="without_comment",
            effects="link_billing_xlsx",
        ),
    },
)

# A row: the billed days of one person under one contract, or what is to be added to or taken from them.
billing_row = Workflow(
    noun="billing_row",
    initial="BILLED",
    states={
        "BILLED": state(
            "Laskutusperusteessa|I faktureringsunderlaget|In the basis",
            view=f"{_READERS} trainee guardian",
            schedule=f"{_BILLERS} trainee guardian",  # the days: manager sees counts
            money=_READERS,
            audit=f"{_READERS} privacy_officer",
        )
    },
    restrictions=(SAFETY, OUTSIDE),
)

BUILT_BASIS_STATES = billing_basis.subset("BUILT")
ADJUSTED_BASIS_STATES = billing_basis.subset("ADJUSTED")
