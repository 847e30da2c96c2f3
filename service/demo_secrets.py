"""Secrets of the demo: made once on this machine, readable for their owner, marked so that production refuses them."""

import secrets
from collections.abc import Iterable
from pathlib import Path

from pydantic import SecretStr

DEMO_MARK = "demo."


def demo_secrets(directory: Path, names: Iterable[str]) -> dict[str, SecretStr]:
    """Return name → secret; each is generated into `directory` (files 0600) the first time and read from there then."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {name: SecretStr(stored_secret(directory / name)) for name in names}


def stored_secret(path: Path) -> str:
    """Return the text of `path`; the first caller writes it, and of two simultaneous callers one reads the other's."""
    secret = f"{DEMO_MARK}1:{secrets.token_urlsafe(32)}"
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    draft.touch(mode=0o600, exist_ok=False)
    draft.write_text(secret, "utf-8")
    try:
        path.hardlink_to(draft)  # the file appears complete or not at all, and replaces no existing secret
    except FileExistsError:
        secret = path.read_text("utf-8")
    finally:
        draft.unlink()
    return secret
