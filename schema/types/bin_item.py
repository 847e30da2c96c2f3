"""The recycle bin: entries of what was deleted by mistake."""

# A declaration is a table: one field, one line.

from datetime import date

import models
from resolvers.declaration import OTHERS
from resolvers.value import Named
from schema.engine.language import content_type, protected, to_one
from schema.engine.values import Code
from workflow.bin_item import bin_item


@content_type(
    model=models.BinItem,
    workflow=bin_item,
    plural="binItems",
    titles="Roskakorin merkintä|Post i papperskorgen|Bin item",
    subject="{}.client_id",
    withheld=("content_id",),
)
class BinItem:
    """An object that was deleted: of which type and when, nothing of its content. RESTORE brings it back as it was."""

    client: object = to_one(
        "client", "Asiakas|Klient|Client", "Whose data it is; empty when it is about nobody.", filter=True
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit it belongs to.", filter=True)
    agency: object = to_one(
        "agency", "Lähettävä taho|Remitterande part|Agency", "The agency it belongs to.", filter=True
    )
    content_type: Code = protected(
        "Tietotyyppi|Informationstyp|Content type",
        "What was deleted, such as goal.",
        personal=OTHERS,
        filter=True,
        names=Named.NOUN,
    )
    purge_on: date = protected(
        "Poistetaan lopullisesti|Raderas slutligt|Purged on",
        "First day on which it is purged for good.",
        filter=True,
        order=True,
    )
