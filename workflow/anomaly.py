"""
Anomaly: OPEN → EXPLAINED or CONFIRMED, by the supervisor of the unit or the privacy officer, with a comment.

Nobody judges an anomaly about oneself. Only the service creates anomalies.
"""

from workflow.language import Workflow, grants, state, transition

_JUDGES = "supervisor privacy_officer"
_SEEN = grants(view=_JUDGES, audit=_JUDGES)

anomaly = Workflow(
    noun="anomaly",
    initial="OPEN",
    states={
        "OPEN": state("Selvitettävä|Att utreda|Open", _SEEN),
        "EXPLAINED": state("Selitetty|Förklarad|Explained", _SEEN),
        "CONFIRMED": state("Todettu aiheettomaksi katseluksi|Konstaterad obefogad|Confirmed", _SEEN),
    },
    transitions={
        "EXPLAIN": transition(
            "Merkitse selitetyksi|Markera som förklarad|Explain",
            "OPEN",
            "EXPLAINED",
            _JUDGES,
            guards="not_about_oneself",
            comment=True,
            awaited=True,
        ),
        "CONFIRM": transition(
            "Totea aiheettomaksi|Konstatera som obefogad|Confirm",
            "OPEN",
            "CONFIRMED",
            _JUDGES,
            guards="not_about_oneself",
            comment=True,
        ),
        "REOPEN": transition(
            "Avaa uudelleen|Öppna igen|Reopen",
            "EXPLAINED CONFIRMED",
            "OPEN",
            "privacy_officer",
            guards="not_about_oneself",
            comment=True,
        ),
    },
)
