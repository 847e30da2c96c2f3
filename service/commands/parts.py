"""Modules of commands, imported only when a command needs them."""

from importlib import import_module
from typing import Any


def part(module: str, name: str) -> Any:
    """Return a function of another module, imported only now: no command waits for what it does not use."""
    return getattr(import_module(module), name)
