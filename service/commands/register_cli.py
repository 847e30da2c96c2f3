"""The commands of `run.py` about a register as a whole."""

from pathlib import Path
from typing import Annotated

import typer

from service.commands.parts import part

register_app = typer.Typer()


@register_app.command("record")
def record(
    language: Annotated[str, typer.Option(help="fi, sv or en.")] = "fi",
) -> None:
    """Print the record of processing activities of each register (GDPR article 30), as Markdown."""
    part("service.commands.processing_records", "print_records")(language)


@register_app.command("export-register")
def export_register(
    export: Annotated[str, typer.Argument(help="Id of an approved export, register_export_…")],
    to: Annotated[Path, typer.Option(help="The file to write; it must not exist.")],
) -> None:
    """Write everything of a register into an archive, for another controller, after two people decided on it."""
    part("service.commands.register_exports", "export_command")(export, to)
