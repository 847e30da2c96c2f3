"""The destination: a host outside this service to which something may be sent."""

# A declaration is a table: one field, one line.

from enum import Enum

import models
from schema.engine.language import choice, content_type, protected
from schema.engine.values import CountryCode, Line, ShortText
from workflow.destination import destination
from workflow.vocabulary import MODIFY


@choice
class DestinationKind(Enum):
    """What is sent to a destination."""

    MAIL = "Sähköposti|E-post|Mail"
    WEBHOOK = "Rajapintakutsu|Anrop|Webhook"
    IDENTITY_PROVIDER = "Tunnistautumispalvelu|Identitetstjänst|Identity provider"


@content_type(
    model=models.Destination,
    workflow=destination,
    plural="destinations",
    titles="Lähetyskohde|Mottagare|Destination",
    rules=("inside_eea",),
)
class Destination:
    """
    A host that something may be sent to, inside the European Economic Area. Nothing is sent to a host that is not
    in use here.
    """

    kind: DestinationKind = protected("Laji|Slag|Kind", "What is sent there.", write=MODIFY, required=True, filter=True)
    host: Line = protected(
        "Palvelin|Server|Host", "Name of the host, without scheme and port.", write=MODIFY, required=True, filter=True
    )
    country: CountryCode = protected(
        "Maa|Land|Country",
        "Country in which it stands, two letters (ISO 3166-1); inside the EU/EEA.",
        write=MODIFY,
        required=True,
        filter=True,
    )
    purpose: ShortText = protected(
        "Tarkoitus|Ändamål|Purpose", "Why something is sent there.", write=MODIFY, required=True
    )
