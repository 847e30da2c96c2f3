"""Signed checkpoints of the logs, to be copied and kept elsewhere; and what was removed when its term was over."""

# A declaration is a table: one field, one line.

from datetime import datetime

import models
from schema.engine.language import content_type, protected
from schema.engine.values import Line, LongText
from workflow.log_checkpoint import log_checkpoint
from workflow.log_removal import log_removal


@content_type(
    model=models.LogCheckpoint,
    workflow=log_checkpoint,
    plural="logCheckpoints",
    titles="Lokin tarkistuspiste|Loggens kontrollpunkt|Log checkpoint",
    default_order="block",
)
class LogCheckpoint:
    """How long the sealed logs were and their last hash, at a moment, signed: proof against a log that lost its end."""

    block: int = protected("Lohko|Block|Block", "Number of the last block.", order=True, filter=True)
    entries: int = protected("Rivejä|Rader|Entries", "How many entries of the logs were sealed.")
    tip: Line = protected("Tiiviste|Hash|Tip", "Hash of the last block, SHA-256 in hexadecimal.")
    signed_at: datetime = protected(
        "Allekirjoitettu|Undertecknad|Signed at", "When it was signed, UTC.", order=True, filter=True
    )
    key_id: Line = protected("Avain|Nyckel|Key", "Id of the key that signed it.")
    public_key: Line = protected(
        "Julkinen avain|Publik nyckel|Public key", "Ed25519 public key, base64url: the `x` of its JSON Web Key."
    )
    token: LongText = protected(
        "Allekirjoitus|Signatur|Signed text",
        "The checkpoint as a JWS in compact form; `verify-log --checkpoint` takes it.",
    )


@content_type(
    model=models.LogRemoval,
    workflow=log_removal,
    plural="logRemovals",
    titles="Lokin poisto|Borttagning ur loggen|Log removal",
    default_order="last_block",
)
class LogRemoval:
    """Looks and log-ins that were deleted because every register's term of the logs was over. Their seals stay."""

    first_block: int = protected("Ensimmäinen lohko|Första blocket|First block", "Number of the first block.")
    last_block: int = protected(
        "Viimeinen lohko|Sista blocket|Last block", "Number of the last block.", order=True, filter=True
    )
    entries: int = protected("Rivejä|Rader|Entries", "How many looks and log-ins were deleted.")
    older_than: datetime = protected("Vanhempi kuin|Äldre än|Older than", "They were all older than this moment, UTC.")
    removed_at: datetime = protected("Poistettu|Borttaget|Removed at", "When they were deleted, UTC.", filter=True)
    tip: Line = protected("Tiiviste|Hash|Tip", "Hash of the last of these blocks, SHA-256 in hexadecimal.")
    key_id: Line = protected("Avain|Nyckel|Key", "Id of the key that signed it.")
    token: LongText = protected(
        "Allekirjoitus|Signatur|Signed text", "The statement of the removal as a JWS in compact form."
    )
