"""Whether PostGraphile answers what the service answers, leaf by leaf, although ids and times are written differently."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

PUBLIC_ID = re.compile(r"[a-z_]+_([0-9a-f]{32})")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT")


def plain(leaf: Any) -> Any:
    """Return a value as both write it: an id without the name of its type and hyphens, a time as a moment."""
    if not isinstance(leaf, str):
        return leaf
    if public := PUBLIC_ID.fullmatch(leaf):
        return public[1]
    if INSTANT.match(leaf):
        return datetime.fromisoformat(leaf)
    return leaf.replace("-", "") if len(leaf) == 36 else leaf


def answers_alike(ours: Mapping[str, Any], theirs: Mapping[str, Any], *, same_rows: bool) -> bool:
    """
    Tell whether PostGraphile's answer holds what the service's answer shows.

    PostgreSQL hides rows and no fields: where the service says that it hid a field, PostGraphile may show it. Without
    `same_rows` it also may show nested rows under a parent whose rows the service hides altogether.
    """
    redacted = {tuple(one["path"]) for one in ours.get("extensions", {}).get("redacted", ())}
    return "errors" not in theirs and alike(ours["data"], theirs["data"], (), redacted, same_rows=same_rows)


def alike(ours: Any, theirs: Any, path: Sequence[str], redacted: set[tuple[str, ...]], *, same_rows: bool) -> bool:
    """Tell whether two values at a path say the same."""
    if isinstance(ours, dict):
        return (
            isinstance(theirs, dict)
            and ours.keys() == theirs.keys()
            and all(alike(ours[key], theirs[key], (*path, key), redacted, same_rows=same_rows) for key in ours)
        )
    if isinstance(ours, list):
        if not ours and theirs and not same_rows:
            return len(path) > 2  # nested rows that the service hides
        return (
            isinstance(theirs, list)
            and len(ours) == len(theirs)
            and all(
                alike(one, other, path, redacted, same_rows=same_rows) for one, other in zip(ours, theirs, strict=True)
            )
        )
    return plain(ours) == plain(theirs) or (ours is None and tuple(path) in redacted)
