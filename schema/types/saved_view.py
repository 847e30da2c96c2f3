"""The saved view: what a list of some type is asked for, without a word or an id in it."""

# A declaration is a table: one field, one line.

import models
from resolvers.accounts.saved_views import checked_conditions
from resolvers.value import Named, Value
from schema.engine.language import content_type, protected, to_one
from schema.engine.values import Line
from workflow.saved_view import saved_view
from workflow.vocabulary import ADD, MODIFY


@content_type(
    model=models.SavedView,
    workflow=saved_view,
    plural="savedViews",
    titles="Tallennettu rajaus|Sparad avgränsning|Saved view",
    rules=("impersonal_view",),
)
class SavedView:
    """
    Conditions and an order of a list, kept by who made them, and shared with a unit if that is wanted. It holds states,
    choices and days alone: no words to look for, no ids, nothing of anybody.
    """

    name: Line = protected(
        "Nimi|Namn|Name", "What it is called; names nobody.", write=MODIFY, required=True, filter=True, order=True
    )
    about: Line = protected(
        "Tietotyyppi|Typ|Type",
        "The type of the list, such as Client.",
        write=ADD,
        required=True,
        filter=True,
        names=Named.TYPE,
    )
    conditions: object = protected(
        "Rajaukset|Avgränsningar|Conditions",
        "Conditions by field, as the filter of the list takes them: on the state, choices, yes or no, and days. A day "
        "is a date, or `today`, `today-7`, `today+14`; of a moment it is the midnight in Finland that begins the day.",
        write=MODIFY,
        required=True,
        value=Value("JSON", "jsonb", checked_conditions),
    )
    order_by: Line = protected("Järjestys|Ordning|Order", "An order of the list, such as CREATED_DESC.", write=MODIFY)
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit with which it is shared.", write=MODIFY, filter=True)
