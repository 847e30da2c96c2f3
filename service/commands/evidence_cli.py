"""The commands of `run.py` for the logs, for what is sealed, and for the keys."""

from pathlib import Path
from typing import Annotated

import typer

from service.commands.parts import part

evidence_app = typer.Typer()


@evidence_app.command("seal-logs")
def seal_logs() -> None:
    """Seal what was logged since the last block. The worker does it every minute; this is for when there is none."""
    part("service.commands.log_evidence", "seal_logs_now")()


@evidence_app.command()
def checkpoint(
    to: Annotated[Path | None, typer.Option(help="Write it to this file instead of printing it.")] = None,
) -> None:
    """Sign how long the sealed logs are and their last hash, to be kept elsewhere: proof against a log cut short."""
    part("service.commands.log_evidence", "export_checkpoint")(to)


@evidence_app.command("verify-log")
def verify_log(
    checkpoint: Annotated[
        list[Path] | None,
        typer.Option(help="A checkpoint kept elsewhere; may be repeated.", exists=True, dir_okay=False),
    ] = None,
) -> None:
    """Verify the logs against their seals: names each altered, removed, swapped, inserted and truncated entry."""
    part("service.commands.log_evidence", "verify_command")(checkpoint or [])


@evidence_app.command("rotate-keys")
def rotate_keys(
    *,
    forget_imports: Annotated[bool, typer.Option(help="Forget by what imports under older keys are known.")] = False,
) -> None:
    """Move everything to the newest keys of the settings beside the running service; may be stopped and repeated."""
    part("service.commands.key_rotation", "rotate_keys_command")(forgets_imports=forget_imports)


@evidence_app.command()
def verify() -> None:
    """Open everything that is sealed: names each damaged or exchanged value, file and index by table and id."""
    part("service.commands.verification", "verify_sealed_command")()
