"""Two clients with one identity code, of which only the privacy officer learns."""

# A declaration is a table: one field, one line.

from datetime import datetime

import models
from resolvers.declaration import OTHERS
from schema.engine.language import content_type, protected, to_one
from workflow.identity_match import identity_match


@content_type(
    model=models.IdentityMatch,
    workflow=identity_match,
    plural="identityMatches",
    titles="Sama henkilötunnus|Samma personbeteckning|Identity match",
    subject="{}.client_id",
    default_order="noticed_at",
)
class IdentityMatch:
    """
    Two clients with one identity code; the units learn nothing of each other.

    The privacy officer asks both units and says whether they are one person, or whose code is wrong.
    """

    client: object = to_one("client", "Asiakas|Klient|Client", "Who got the code later.", filter=True)
    earlier: object = to_one("client", "Aiempi|Tidigare|Earlier", "Who had the code already.", filter=True)
    noticed_at: datetime = protected(
        "Huomattu|Upptäckt|Noticed at",
        "When the service noticed that another client has the code too, UTC.",
        personal=OTHERS,
        filter=True,
        order=True,
    )
