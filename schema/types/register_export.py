"""Exports of whole registers: proposed by one person, approved by another, made by whoever runs the service."""

# A declaration is a table: one field, one line.

from datetime import datetime

import models
from schema.engine.language import content_type, protected, to_one
from schema.engine.values import Line, ShortText
from workflow.register_export import register_export
from workflow.vocabulary import ADD


@content_type(
    model=models.RegisterExport,
    workflow=register_export,
    plural="registerExports",
    titles="Rekisterin vienti|Export av registret|Register export",
)
class RegisterExport:
    """The export of all that a register holds, for another controller. `run.py export-register` makes the file."""

    register: object = to_one(
        "register", "Rekisteri|Register|Register", "Which register.", write=ADD, required=True, filter=True
    )
    receiver: Line = protected(
        "Vastaanottaja|Mottagare|Receiver", "Who becomes the controller.", write=ADD, required=True
    )
    basis: ShortText = protected(
        "Peruste|Grund|Basis", "The agreement or the law that says so.", write=ADD, required=True
    )
    lines: int = protected("Rivejä|Rader|Lines", "How many lines the archive has; empty until it is made.")
    digest: Line = protected("Tiiviste|Hash|Digest", "SHA-256 of the manifest of the archive, in hexadecimal.")
    done_at: datetime = protected("Tehty|Utförd|Done at", "When the file was made, UTC.")
