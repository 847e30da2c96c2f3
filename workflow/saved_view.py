"""
Saved view: PRIVATE ⇄ SHARED, PRIVATE → RETIRED. The conditions and the order of a list, kept by who made them.

It is its author's alone until the author shares it with a unit; whoever works there reads it then, and the author alone
changes it.
"""

from workflow.language import Workflow, grants, roles, state, transition

_OWN = grants(view="author", audit="author")
_UNIT = "colleague supervisor"

saved_view = Workflow(
    noun="saved_view",
    initial="PRIVATE",
    add=roles("author"),
    states={
        "PRIVATE": state("Oma|Egen|Own", _OWN, add="author", modify="author"),
        "SHARED": state(
            "Jaettu yksikölle|Delad med enheten|Shared with the unit",
            grants(view=f"author {_UNIT}", audit="author"),
            modify="author",
        ),
        "RETIRED": state("Poistettu käytöstä|Ur bruk|Retired", _OWN),
    },
    transitions={
        "SHARE": transition(
            "Jaa yksikölle|Dela med enheten|Share with the unit",
            "PRIVATE",
            "SHARED",
            "author",
            guards="view_for_own_unit",
        ),
        "WITHDRAW": transition("Lopeta jakaminen|Sluta dela|Stop sharing", "SHARED", "PRIVATE", "author"),
        "RETIRE": transition("Poista käytöstä|Ta ur bruk|Retire", "PRIVATE", "RETIRED", "author"),
    },
    closed_to_new=("RETIRED",),
)

SHARED_VIEW_STATES = saved_view.subset("SHARED")
