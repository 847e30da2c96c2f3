"""The seals of the logs: blocks, and one seal for every entry, which are only added; and signed checkpoints."""

from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.models import Model

from models.content import Content
from workflow.language import States
from workflow.log_checkpoint import log_checkpoint
from workflow.log_removal import log_removal


class LogBlock(Model):
    """A block, described in models/chain.py. Only `seal_log_block` writes it: the application may not."""

    number = fields.BigIntField(primary_key=True, generated=False)
    first_position = fields.BigIntField()
    last_position = fields.BigIntField()
    entries = fields.IntField()
    previous = fields.BinaryField()
    hash = fields.BinaryField()
    closed_at = fields.DatetimeField()
    life = fields.CharField(20)
    horizon = fields.BigIntField()
    settled = fields.BooleanField()

    class Meta:
        table = "log_block"
        constraints = (
            UniqueConstraint(fields=("previous",), name="log_block_previous"),
            CheckConstraint(
                check="entries = last_position - first_position + 1 AND entries > 0", name="log_block_entries"
            ),
        )


class LogSeal(Model):
    """The seal of one entry: its position in the chain and the digest of its content."""

    position = fields.BigIntField(primary_key=True, generated=False)
    block = fields.BigIntField()
    log = fields.CharField(32)
    entry = fields.CharField(36)
    digest = fields.BinaryField()

    class Meta:
        table = "log_seal"
        constraints = (UniqueConstraint(fields=("log", "entry"), name="log_seal_entry"),)


class ErasedEntry(Model):
    """
    An entry of history or of the versions that an erasure removed, so that its seal is known to seal nothing now.

    Only the functions that erase write it. `subject` is the client or referral that was erased, `purge_id` the purge
    that two people confirmed; it is NULL when an erasure was repeated after a restore.
    """

    id = fields.BigIntField(primary_key=True, generated=True)
    log = fields.CharField(32)
    entry = fields.CharField(36)
    object_id = fields.UUIDField()
    subject = fields.UUIDField()
    purge_id = fields.UUIDField(null=True)

    class Meta:
        table = "erased_entry"
        constraints = (UniqueConstraint(fields=("log", "entry"), name="erased_entry_once"),)


class LogCheckpoint(Content):
    """
    The last hash of the chain at one moment, signed; a copy stored elsewhere shows when newer entries disappear.

    It is ordinary content, because its signature protects it: a changed one is refused, and the holder of a copy
    notices when one is deleted.
    """

    block = fields.BigIntField()
    entries = fields.BigIntField()
    tip = fields.CharField(64)
    signed_at = fields.DatetimeField()
    key_id = fields.CharField(10)
    public_key = fields.CharField(64)
    token = fields.TextField()

    class Meta:
        table = "log_checkpoint"
        constraints = (
            CheckConstraint(check=States(log_checkpoint.states).sql(), name="log_checkpoint_state"),
            UniqueConstraint(fields=("block",), name="log_checkpoint_block"),
        )


class LogRemoval(Content):
    """
    Looks and log-ins that were deleted because their term was over: those of the blocks up to `last_block`.

    The blocks and all seals stay, so that the chain is verified as before; `token` is the signed statement that
    explains why entries of these blocks are gone. `tip` is the hash of the last of them.
    """

    first_block = fields.BigIntField()
    last_block = fields.BigIntField()
    entries = fields.BigIntField()
    older_than = fields.DatetimeField()
    removed_at = fields.DatetimeField()
    tip = fields.CharField(64)
    key_id = fields.CharField(10)
    token = fields.TextField()

    class Meta:
        table = "log_removal"
        constraints = (
            CheckConstraint(check=States(log_removal.states).sql(), name="log_removal_state"),
            CheckConstraint(check="first_block <= last_block", name="log_removal_blocks"),
            UniqueConstraint(fields=("last_block",), name="log_removal_last_block"),
        )
