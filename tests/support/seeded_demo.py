"""The demo's people in a database that tests copy."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class SeededDemo:
    """A database with the people of the demo, to be copied and never touched; `state` holds the keys of its seals."""

    database: str
    state: Path
    now: datetime
