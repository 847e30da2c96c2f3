"""
How long the list of erasures was at the last backup, noted beside the backups.

A list that was emptied or cut cannot be told from a shorter one by its digests, and an old backup knows few erasures.
The note beside the backups is of the newest one: with it a cut list is noticed before a restored database opens.
"""

import json
from hashlib import sha256
from pathlib import Path

from models.erasure_list import ErasureEntry, ErasureList, ErasureListBroken, synced

HEAD = "erasures.head"


def note_erasure_head(directory: Path, lines: list[ErasureEntry]) -> None:
    """Note how long the list is, and a digest of its lines; a list that is shorter than the note is not noted."""
    noted = _noted(directory)
    if noted is not None and noted[0] > len(lines):
        return
    draft = directory / f"{HEAD}.new"
    draft.write_text(json.dumps({"lines": len(lines), "digest": _digest(lines)}) + "\n", "utf-8")
    draft.rename(directory / HEAD)
    synced(directory)


def refuse_cut_list(directory: Path | None, erasures: ErasureList) -> None:
    """
    Check that the list of erasures has every line that it had when the newest backup of a directory was made.

    :raises ErasureListBroken: when lines are missing; the text says what to do
    """
    noted = _noted(directory) if directory is not None else None
    if noted is None:
        return
    lines, (count, digest) = erasures.lines(), noted
    if len(lines) < count or _digest(lines[:count]) != digest:
        raise ErasureListBroken(
            f"The list of erasures has {len(lines)} lines and had {count} at the last backup, or its lines are others:"
            f" put the whole list back. If it is lost, run python3 run.py replay --rebuild on the newest database and"
            f" remove {HEAD} beside the backups"
        )


def _noted(directory: Path) -> tuple[int, str] | None:
    try:
        noted = json.loads((directory / HEAD).read_text("utf-8"))
        return int(noted["lines"]), str(noted["digest"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        return 2**63, ""  # a damaged note vouches for nothing


def _digest(lines: list[ErasureEntry]) -> str:
    """Return a digest of the lines without theirs, which a change of keys makes anew."""
    return sha256("\n".join(line.text() for line in lines).encode()).hexdigest()
