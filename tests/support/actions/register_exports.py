"""Archives of a register's export, in memory, and read back."""

from typing import Any

import orjson


class MemoryArchive:
    """Keeps the members of an archive by their paths."""

    def __init__(self) -> None:
        self.members: dict[str, bytes] = {}

    def add_line(self, member: str, line: bytes) -> None:
        """Add a line to a member."""
        self.members[member] = self.members.get(member, b"") + line

    def add_file(self, path: str, content: bytes) -> None:
        """Add a member."""
        self.members[path] = content

    def finish(self, manifest: bytes) -> None:
        """Add the manifest."""
        self.members["manifest.json"] = manifest

    def lines(self, member: str) -> list[dict[str, Any]]:
        """Return the lines of a member, read."""
        return [orjson.loads(line) for line in self.members.get(member, b"").splitlines()]

    def manifest(self) -> dict[str, Any]:
        """Return the manifest, read."""
        return dict(orjson.loads(self.members["manifest.json"]))
