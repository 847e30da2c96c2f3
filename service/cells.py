"""
Cells: many installations behind one front, each with a database, keys, files and host names of its own.

One TOML file names them all: what they share, and a table for each. A secret never stands in it: `secrets` names the
directory of the cell's files, as `deploy/secrets.sh` makes them. Two cells that share anything by which the data of
one could become visible in the other are refused (decision 0139).
"""

import hashlib
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from service.settings import PREFIX, Settings, SettingsRefused, readable_text

# Part of the names of systemd's units and of HAProxy's backends: a hyphen would part them elsewhere.
_NAME = re.compile(r"[a-z][a-z0-9]{0,30}")
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
# The setting, and the file of `deploy/secrets.sh` that holds it.
SECRET_FILES = {
    "database_password": "app_password",
    "owner_database_password": "owner_password",
    "rehearsal_database_password": "rehearsal_password",
    **{name: name for name in ("field_key", "index_key", "cursor_key", "session_key", "log_key", "backup_key")},
    **{name: name for name in ("oidc_client_secret", "smtp_password", "client_keys")},
}
OWN_KEYS = tuple(name for name in SECRET_FILES if name.endswith("_key"))
_URLS = ("database_url", "owner_database_url", "rehearsal_database_url")
_DERIVED = ("cell", "cells_file", "public_url", "allowed_hosts", "files_dir", "erasures_dir", "backup_dir", "state_dir")
_NEEDED = ("hosts", "port", "directory", "secrets", "database_url", "owner_database_url")


class CellsRefused(SettingsRefused):
    """The file of cells is not valid, or two cells share what they must not; the text names every reason."""

    code = "CELLS_REFUSED"


@dataclass(frozen=True)
class Cell:
    """One cell: its host names, the first of which is its address, where its data and its secrets lie, its settings."""

    name: str
    hosts: tuple[str, ...]
    directory: Path
    secrets: Path
    settings: Mapping[str, Any]

    @property
    def port(self) -> int:
        """The port on which the cell's service listens."""
        return int(self.settings["port"])

    def values(self) -> dict[str, Any]:
        """
        Return the settings of the cell, with its secrets; those that a `POLKU_…_FILE` names are left to it.

        :raises SettingsRefused: when this process may not read a secret
        """
        found = {
            setting: readable_text(f"{self.name}: {setting}", self.secrets / file)
            for setting, file in SECRET_FILES.items()
            if f"{PREFIX}{setting.upper()}_FILE" not in os.environ and os.path.lexists(self.secrets / file)
        }
        places = {"state_dir": "state", "files_dir": "files", "erasures_dir": "erasures", "backup_dir": "backups"}
        return {
            **self.settings,
            **found,
            "public_url": f"https://{self.hosts[0]}",
            "allowed_hosts": ",".join(self.hosts[1:]),
            **{setting: self.directory / name for setting, name in places.items()},
        }


def cell_values(overrides: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return the settings of the cell that `overrides`, or else the environment, name; empty when they name none.

    :raises CellsRefused: when there is no such cell, or the file is not valid
    """
    named = {
        key: str(overrides.get(key, os.environ.get(f"{PREFIX}{key.upper()}", ""))) for key in ("cell", "cells_file")
    }
    if not any(named.values()):
        return {}
    if not all(named.values()):
        raise CellsRefused(f"{PREFIX}CELL and {PREFIX}CELLS_FILE go together: one of them is missing")
    cells = read_cells(Path(named["cells_file"]))
    if named["cell"] not in cells:
        raise CellsRefused(f"{named['cells_file']} has no cell {named['cell']!r}, but {', '.join(cells)}")
    return cells[named["cell"]].values() | named


def read_cells(path: Path) -> dict[str, Cell]:
    """
    Return the cells of a file by their names, in its order.

    :raises CellsRefused: with every reason
    """
    try:
        document = tomllib.loads(readable_text(f"{PREFIX}CELLS_FILE", path))
    except tomllib.TOMLDecodeError as error:
        raise CellsRefused(f"{path}: {error}") from None
    shared, tables = document.get("shared", {}), document.get("cells", {})
    reasons = [f"unknown: {name}" for name in document if name not in ("shared", "cells")]
    reasons += [f"shared: {reason}" for reason in _unfit_settings(shared)]
    for name, table in tables.items():
        reasons += [f"{name}: {reason}" for reason in _unfit_table(name, table)]
    if not tables:
        reasons.append("there is no [cells.…]")
    if reasons:
        raise CellsRefused(f"{path}: {'; '.join(reasons)}")
    cells = {name: _cell(name, shared | table) for name, table in tables.items()}
    if doubled := [*_doubled(cells)]:
        raise CellsRefused(f"{path}: {'; '.join(doubled)}")
    return cells


def _cell(name: str, table: Mapping[str, Any]) -> Cell:
    own = {key: value for key, value in table.items() if key not in ("hosts", "directory", "secrets")}
    hosts = tuple(table["hosts"])
    return Cell(name, hosts, Path(table["directory"]).resolve(), Path(table["secrets"]).resolve(), own)


def _unfit_table(name: str, table: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the table of one cell."""
    if not _NAME.fullmatch(name):
        yield "a name is at most 31 small letters and digits, a letter first"
    if missing := [key for key in _NEEDED if not table.get(key)]:
        yield f"missing: {', '.join(missing)}"
        return
    if wrong := [host for host in table["hosts"] if not isinstance(host, str) or not _HOST.fullmatch(host)]:
        yield f"no host names: {', '.join(map(repr, wrong))}"
    yield from _unfit_settings(
        {key: value for key, value in table.items() if key not in ("hosts", "directory", "secrets")}
    )


def _unfit_settings(table: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with settings: unknown or derived ones, and secrets, which have their files."""
    for key in table:
        if key in SECRET_FILES:
            yield f"{key} is a secret: it belongs into the file {SECRET_FILES[key]} of `secrets`"
        elif key in _DERIVED or key not in Settings.model_fields:
            yield f"{key} is no setting of a cell"
    for key in _URLS:
        if "@" in (place := urlsplit(str(table.get(key, ""))).netloc) and ":" in place.rpartition("@")[0]:
            yield f"{key} holds a password: it belongs into `secrets`"


def _doubled(cells: Mapping[str, Cell]) -> Iterator[str]:
    """Yield what two cells share, although each must have its own."""
    own: dict[tuple[str, str], str] = {}
    for cell in cells.values():
        for what, value in _belongings(cell):
            other = own.setdefault((what, value), cell.name)
            if other != cell.name:
                yield f"{other} and {cell.name} have the same {what}"
    places = [(cell.name, place) for cell in cells.values() for place in (cell.directory, cell.secrets)]
    for name, place in places:
        for other, above in places:
            if name != other and place != above and place.is_relative_to(above):
                yield f"a directory of {name} lies in one of {other}"


def _belongings(cell: Cell) -> Iterator[tuple[str, str]]:
    yield from (("host name", host) for host in cell.hosts)
    yield from (("directory", str(place)) for place in (cell.directory, cell.secrets))
    ports = [cell.settings[key] for key in ("port", "metrics_port") if cell.settings.get(key)]
    yield from (("port", str(port)) for port in ports)
    for key in ("database_url", "owner_database_url"):
        parts = urlsplit(cell.settings[key])
        servers = ",".join(sorted(parts.netloc.rpartition("@")[2].split(",")))
        yield "database", f"{key} {servers}{parts.path}?{parts.query}"


def refuse_shared_keys(cells: Mapping[str, Cell]) -> None:
    """
    Check, as whoever may read all secrets, that no two cells have a key in common: what is sealed in one would open in
    the other, and a session or a token of one be valid there.

    :raises CellsRefused: when two have
    :raises SettingsRefused: when this process may not read one
    """
    found, owners = list[str](), dict[str, str]()
    for cell in cells.values():
        for key in (one for one in OWN_KEYS if (cell.secrets / one).exists()):
            texts = readable_text(f"{cell.name}: {key}", cell.secrets / key).split(",")
            for digest in {hashlib.sha256(text.partition(":")[2].encode()).hexdigest() for text in texts}:
                other = owners.setdefault(digest, cell.name)
                if other != cell.name:
                    found.append(f"{other} and {cell.name} have the same {key}")
    if found:
        raise CellsRefused("; ".join(found))
