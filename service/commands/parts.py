"""Modules of commands, imported only when a command needs them."""

from functools import wraps
from importlib import import_module
from typing import Any

import typer


def part(module: str, name: str) -> Any:
    """
    Return a function of another module, imported only now: no command waits for what it does not use.

    Where it fails because its database is not ready, the command says so in a sentence and ends with 1.
    """
    function = getattr(import_module(module), name)

    @wraps(function)
    def run(*given: Any, **named: Any) -> Any:
        try:
            return function(*given, **named)
        except Exception as error:
            from service.commands.unready import unready_sentence  # noqa: PLC0415 - only where something went wrong

            if (sentence := unready_sentence(error)) is None:
                raise
            typer.echo(sentence, err=True)
            raise typer.Exit(1) from None

    return run
