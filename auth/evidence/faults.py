"""What can be wrong with a sealed log, and how single differences are told apart and named."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """One way in which the logs are not what was sealed."""

    ALTERED = "ALTERED"  # an entry says something else than when it was sealed
    SWAPPED = "SWAPPED"  # two entries have each other's content
    MOVED = "MOVED"  # an entry has the content of another sealed entry
    REMOVED = "REMOVED"  # a sealed entry is gone
    TRUNCATED = "TRUNCATED"  # a sealed entry is gone, and so is everything after it
    INSERTED = "INSERTED"  # an entry was put among those that were sealed already
    SEAL_MISSING = "SEAL_MISSING"  # the seal of a position is gone
    BLOCK_ALTERED = "BLOCK_ALTERED"  # a block or its seals are not what its hash says
    BLOCK_MISSING = "BLOCK_MISSING"  # the chain skips a block, or does not follow the one before
    REWRITTEN = "REWRITTEN"  # the chain is not the one that a checkpoint saw
    CHECKPOINT_REFUSED = "CHECKPOINT_REFUSED"  # a checkpoint is not signed with a known key


@dataclass(frozen=True)
class LogFault:
    """One fault: of an entry, of a position in the chain, or of a block; `other` is a second entry or a reason."""

    kind: FaultKind
    log: str = ""
    entry: str = ""
    position: int | None = None
    block: int | None = None
    other: str = ""


@dataclass(frozen=True)
class Sealed:
    """What a seal says of one entry."""

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
    Yield what happened to entries whose digests differ, each with the digest found: SWAPPED, MOVED or ALTERED.

    A pair that was swapped is one fault, named by the entry that was sealed first.
    """
    found = {(seal.log, seal.entry): digest for seal, digest in altered}
    owner = {(seal.log, seal.digest): seal for seal, _ in altered}
    for seal, digest in altered:
        origin = owner.get((seal.log, digest))
        if origin is None:
            yield seal.fault(FaultKind.ALTERED)
        elif found[origin.log, origin.entry] == seal.digest:
            if seal.position < origin.position:
                yield seal.fault(FaultKind.SWAPPED, origin.entry)
        else:
            yield seal.fault(FaultKind.MOVED, origin.entry)


def removed_faults(removed: Sequence[Sealed], last_present: Mapping[str, int]) -> Iterable[LogFault]:
    """Yield what became of entries that are gone: TRUNCATED when nothing of their log came later, or REMOVED."""
    for seal in removed:
        is_tail = seal.position > last_present.get(seal.log, 0)
        yield seal.fault(FaultKind.TRUNCATED if is_tail else FaultKind.REMOVED)
