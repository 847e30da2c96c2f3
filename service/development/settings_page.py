"""docs/settings.md, generated from the settings, so that it is always correct."""

from pathlib import Path
from typing import Any, get_args

from pydantic import SecretStr
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from service.cell_settings import CellSettings
from service.limit_settings import LimitSettings
from service.scanner_settings import ScannerSettings
from service.settings import PREFIX, ROOT, Settings

SETTINGS_PAGE = ROOT / "docs" / "settings.md"
_HEAD = """\
# Settings

Written by `python3 run.py document` from `Settings` and its parts; a test compares them.

Every setting is an environment variable. Appending `_FILE` to its name gives the path of a file that holds the value,
as container secrets do: `POLKU_FIELD_KEY_FILE=/run/secrets/field_key`. An unknown `POLKU_…` name stops the start.
`mode` decides the rest: `production` refuses to start without its secrets, with secrets of the demo, with a
`public_url` or an issuer that is not https, and without a database. The demo makes its own secrets, once, under
`.state/secrets`.

A key is 32 random bytes:

    python3 -c "import base64, os; print('1:' + base64.urlsafe_b64encode(os.urandom(32)).decode())"

| variable | values | default | meaning |
|---|---|---|---|
"""


def settings_page() -> str:
    """Return the whole page."""
    parts = [*ScannerSettings.model_fields, *LimitSettings.model_fields, *CellSettings.model_fields]
    names = [*(name for name in Settings.model_fields if name not in parts), *parts]
    return _HEAD + "".join(_row(name, Settings.model_fields[name]) for name in names)


def _row(name: str, field: FieldInfo) -> str:
    """Return one row of the table."""
    return f"| `{PREFIX}{name.upper()}` | {values(field)} | {default(field)} | {field.description} |\n"


def values(field: FieldInfo) -> str:
    """Return the possible values, for a reader who does not know Python."""
    names = [value for value in get_args(field.annotation) if isinstance(value, str)]
    if names:
        return ", ".join(f"`{value}`" for value in names)
    if field.annotation is int:
        words = [str(bound).strip(")").replace("Ge(ge=", "≥ ").replace("Le(le=", "≤ ") for bound in field.metadata]
        return ", ".join(words)
    kinds: dict[Any, str] = {bool: "`true`, `false`", Path: "path", SecretStr: "secret", SecretStr | None: "secret"}
    return kinds.get(field.annotation, "text")


def default(field: FieldInfo) -> str:
    """Return the default as a user would write it; nothing for secrets and empty defaults."""
    if isinstance(field.default, SecretStr) or field.default in (None, "", PydanticUndefined):
        return ""
    value = field.default
    if isinstance(value, Path):
        value = value.relative_to(ROOT)
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def write_page() -> None:
    """Write the page."""
    SETTINGS_PAGE.write_text(settings_page(), "utf-8")
