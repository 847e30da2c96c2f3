"""Setting: what an organisation chooses of how its service works."""

# A declaration is a table: one field, one line.

import models
from schema.engine.language import content_type, protected
from schema.engine.values import whole
from workflow.setting import setting
from workflow.vocabulary import MODIFY


@content_type(
    model=models.Setting,
    workflow=setting,
    plural="settings",
    titles="Asetukset|Inställningar|Setting",
    withheld=("place",),
)
class Setting:
    """The settings of the organisation: one row, whose history tells who changed what. Without it the defaults hold."""

    recycle_days: int = protected(
        "Roskakorin päivät|Papperskorgens dagar|Recycle days",
        "Days that a deleted object stays in the recycle bin, 1–365; 30 by default.",
        write=MODIFY,
        value=whole(1, 365),
    )
    announcement_days: int = protected(
        "Tiedotteen päivät|Meddelandets dagar|Announcement days",
        "Days for which a new privacy notice is announced, 1–365; 30 by default.",
        write=MODIFY,
        value=whole(1, 365),
    )
    max_root_page_size: int = protected(
        "Luettelon sivu enintään|Listans sida högst|Maximum page size",
        "Most objects on a page of a list, 1–200; 200 by default. In force within a minute.",
        write=MODIFY,
        value=whole(1, 200),
        formerly="root_page_most",
    )
    max_nested_page_size: int = protected(
        "Sisemmän luettelon sivu enintään|Inre listans sida högst|Maximum nested page size",
        "Most objects on a page of a list within an object, 1–400; 400 by default. In force within a minute.",
        write=MODIFY,
        value=whole(1, 400),
        formerly="nested_page_most",
    )
    max_emergency_accesses: int = protected(
        "Hätäkatseluja avoinna enintään|Nödåtkomster öppna högst|Maximum emergency accesses",
        "Most emergency accesses that one employee has open at once, 1–20; 3 by default.",
        write=MODIFY,
        value=whole(1, 20),
        formerly="emergency_most",
    )
