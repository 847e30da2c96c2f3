"""Settings whose keys change: a second key of each kind, and then the first one gone."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import SecretStr

from service.database.embedded_postgres import APP, OWNER
from service.database.key_usage import KINDS
from service.settings import Settings

NAMES = tuple(f"{kind}_key" for kind in KINDS)


def with_keys(settings: Settings, *numbers: int, names: Iterable[str] = NAMES) -> Settings:
    """Return settings with the keys of these ids; key 1 is the one of before, the others follow from their ids."""
    owner = settings.database_url.replace(APP, OWNER)
    rings: dict[str, object] = {name: SecretStr(ring_text(settings, name, numbers)) for name in names}
    return settings.model_copy(update=rings | {"owner_database_url": owner})


def ring_text(settings: Settings, name: str, numbers: Iterable[int]) -> str:
    """Return the text of a setting with the keys of these ids."""
    first = next(p for p in getattr(settings, name).get_secret_value().removeprefix("demo.").split(",") if p[0] == "1")
    return ",".join(first if number == 1 else f"{number}:{chr(64 + number) * 43}" for number in numbers)


def write_rings(settings: Settings, changed: Settings) -> None:
    """Write the keys of changed settings where a command in a process of its own finds them."""
    for name in NAMES:
        path = Path(settings.state_dir) / "secrets" / name
        path.write_text(f"demo.{getattr(changed, name).get_secret_value()}", "utf-8")
