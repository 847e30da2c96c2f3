"""`run.py export-register`: write the file of an export on which two people have decided."""

import asyncio
import os
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO, Self

import typer

from resolvers.public_ids import object_uuid
from resolvers.rights.whole_register.export import ExportIncomplete, ExportNotApproved, export_register
from service.database.connections import orm
from service.resources import utc_now
from service.settings import Settings
from service.settings_loading import load_settings
from service.system_context import system_context_at

_MODE = 0o600  # nobody else reads what is unpacked


def export_command(export: str, to: Path) -> None:
    """
    Write the archive and print its digest; 2 when it may not be made. A file that exists is not overwritten.

    What was written of a file that was not finished is deleted.
    """
    if to.exists():
        typer.echo(f"{to} exists already; name another file", err=True)
        raise typer.Exit(2)
    try:
        typer.echo(asyncio.run(_export(load_settings(), export, to)))
    except ExportNotApproved as refused:
        typer.echo(f"{refused.code}: two people have to decide on an export before its file is made", err=True)
        raise typer.Exit(2) from None
    except ExportIncomplete as refused:
        typer.echo(
            f"{refused.code}: these files are missing in POLKU_FILES_DIR or were changed; take them from a backup and"
            f" make the export again: {refused}",
            err=True,
        )
        raise typer.Exit(2) from None


async def _export(settings: Settings, export: str, to: Path) -> str:
    uuid = object_uuid("register_export", export)
    if uuid is None:
        raise ExportNotApproved(export)
    descriptor = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)  # nobody else reads it
    with os.fdopen(descriptor, "wb") as file:
        try:
            now = utc_now()
            with TarArchive(file, to.parent, int(now.timestamp())) as archive:
                async with orm(settings.application_url, 2):
                    row = await export_register(system_context_at(settings, now), uuid, archive)
        except BaseException:
            to.unlink(missing_ok=True)  # noqa: ASYNC240 - nothing else runs in this process
            raise
    return f"{row.lines} lines, SHA-256 of manifest.json {row.digest}"


class TarArchive:
    """
    Writes an archive into a file that is open.

    Lines of the growing members lie in files without a name in the folder of the archive, on the same encrypted disk,
    until it is finished.
    """

    def __init__(self, file: BinaryIO, folder: Path, made: int) -> None:
        self._tar = tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT)  # noqa: SIM115 - closed by `__exit__`
        self._folder, self._made = folder, made
        self._growing: dict[str, IO[bytes]] = {}

    def __enter__(self) -> Self:
        """Return the archive; whoever leaves the block closes what it has open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the archive and the files without a name."""
        for file in self._growing.values():
            file.close()
        self._tar.close()

    def add_line(self, member: str, line: bytes) -> None:
        """Add a line to a member that grows until the archive is finished."""
        if member not in self._growing:
            self._growing[member] = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 - closed by `__exit__`
        self._growing[member].write(line)

    def add_file(self, path: str, content: bytes) -> None:
        """Add a member that is whole."""
        self._add(path, BytesIO(content), len(content))

    def finish(self, manifest: bytes) -> None:
        """Add the growing members and the manifest."""
        for member, file in self._growing.items():
            size = file.tell()
            file.seek(0)
            self._add(member, file, size)
        self.add_file("manifest.json", manifest)

    def _add(self, path: str, file: IO[bytes], size: int) -> None:
        info = tarfile.TarInfo(path)
        info.size, info.mode, info.mtime = size, _MODE, self._made
        self._tar.addfile(info, file)
