"""The originals of papers that were scanned: a task until each is returned or destroyed."""

# A declaration is a table: one field, one line.

from datetime import date

import models
from resolvers.declaration import OTHERS
from schema.engine.language import content_type, protected, to_one
from schema.engine.values import Line
from workflow.afterwards import DOCUMENTATION
from workflow.paper_original import paper_original
from workflow.vocabulary import ADD, CARE, MODIFY


@content_type(
    model=models.PaperOriginal,
    workflow=paper_original,
    plural="paperOriginals",
    titles="Paperin alkuperäiskappale|Originalpapper|Paper original",
    subject="{}.client_id",
    rules=("paper_scanned",),
    named_by=("what", "received_on"),
)
class PaperOriginal:
    """A paper of a client that became an attachment: where it lies, until when, and who returned or destroyed it."""

    client: object = to_one(
        "client",
        "Asiakas|Klient|Client",
        "Whose paper.",
        write=ADD,
        required=True,
        filter=True,
        also_in=("ENDED",),
        afterwards=DOCUMENTATION,
    )
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The client's unit.", read=CARE, filter=True)
    what: Line = protected(
        "Mikä paperi|Vilket papper|What", "What it is.", read=CARE, write=MODIFY, required=True, personal=OTHERS
    )
    place: Line = protected(
        "Missä se on|Var det finns|Place", "Where it lies until then.", read=CARE, write=MODIFY, personal=OTHERS
    )
    attachment: Line = protected(
        "Liite|Bilaga|Attachment",
        "The file that was made of it, by its id in `attachments` of an object of the client.",
        read=CARE,
        write=ADD,
        required=True,
        personal=OTHERS,
    )
    received_on: date = protected(
        "Saatu|Mottaget|Received on", "When it came in.", write=ADD, required=True, personal=OTHERS
    )
    due_on: date = protected(
        "Viimeistään|Senast|Due on",
        "Until when it is returned or destroyed; two weeks where nothing is said.",
        write=MODIFY,
        personal=OTHERS,
        filter=True,
    )
    handled_on: date = protected(
        "Käsitelty|Hanterat|Handled on", "When it was returned or destroyed.", personal=OTHERS, filter=True
    )
    handled_by_name: Line = protected(
        "Käsittelijä|Handläggare|Handled by", "Who returned or destroyed it.", personal=OTHERS, names_staff=True
    )
