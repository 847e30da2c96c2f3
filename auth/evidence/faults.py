"""The faults that a sealed log can have, and how altered, swapped, moved and removed entries are told apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """One way in which the logs differ from what was sealed."""

    ALTERED = "ALTERED"  # the content of an entry is not the content that was sealed
    SWAPPED = "SWAPPED"  # two entries have each other's content
    MOVED = "MOVED"  # an entry has the content of another sealed entry
    REMOVED = "REMOVED"  # a sealed entry is missing
    TRUNCATED = "TRUNCATED"  # a sealed entry is missing, and so is everything after it
    INSERTED = "INSERTED"  # an entry was added among entries that were already sealed
    ERASURE_UNPROVEN = "ERASURE_UNPROVEN"  # an entry is said to be erased, and no confirmed erasure bears that out
    ERASURE_UNLISTED = "ERASURE_UNLISTED"  # the list outside the database does not have an erasure
    REMOVAL_REFUSED = (
        "REMOVAL_REFUSED"  # a removal of ended entries is not signed with a known key, or of another chain
    )
    SEAL_MISSING = "SEAL_MISSING"  # the seal of a position is missing
    BLOCK_ALTERED = "BLOCK_ALTERED"  # a block or its seals do not match its hash
    BLOCK_MISSING = "BLOCK_MISSING"  # the chain skips a block, or a block does not follow the one before
    REWRITTEN = "REWRITTEN"  # the chain differs from the chain of a checkpoint
    CHECKPOINT_REFUSED = "CHECKPOINT_REFUSED"  # a checkpoint is not signed with a known key


@dataclass(frozen=True)
class LogFault:
    """One fault of an entry, of a position in the chain, or of a block; `other` is a second entry or an explanation."""

    kind: FaultKind
    log: str = ""
    entry: str = ""
    position: int | None = None
    block: int | None = None
    other: str = ""


@dataclass(frozen=True)
class Sealed:
    """The content of one seal: which entry it seals, where in the chain, and the digest of the entry."""

    position: int
    block: int
    log: str
    entry: str
    digest: bytes

    def fault(self, kind: FaultKind, other: str = "") -> LogFault:
        """Return a fault of this entry."""
        return LogFault(kind, self.log, self.entry, self.position, self.block, other)


def altered_faults(altered: Sequence[tuple[Sealed, bytes]]) -> Iterable[LogFault]:
    """
    Yield SWAPPED, MOVED or ALTERED for entries whose digest differs; each comes with the digest that it has now.

    A swapped pair is one fault, named by the entry that was sealed first.
    """
    digests = {(seal.log, seal.entry): digest for seal, digest in altered}
    owner = {(seal.log, seal.digest): seal for seal, _ in altered}
    for seal, digest in altered:
        origin = owner.get((seal.log, digest))
        if origin is None:
            yield seal.fault(FaultKind.ALTERED)
        elif digests[origin.log, origin.entry] == seal.digest:
            if seal.position < origin.position:
                yield seal.fault(FaultKind.SWAPPED, origin.entry)
        else:
            yield seal.fault(FaultKind.MOVED, origin.entry)


def removed_faults(removed: Sequence[Sealed], last_present: Mapping[str, int]) -> Iterable[LogFault]:
    """Yield TRUNCATED for a missing entry when no later entry of its log exists, otherwise REMOVED."""
    for seal in removed:
        is_tail = seal.position > last_present.get(seal.log, 0)
        yield seal.fault(FaultKind.TRUNCATED if is_tail else FaultKind.REMOVED)
