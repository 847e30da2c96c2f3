"""`run.py client-keys`: makes and renews the service's own keys towards identity providers."""

import os
import tempfile
from pathlib import Path

import typer

from auth.tokens.client_key_renewal import RenewalStep, renewed_client_keys
from auth.tokens.client_keys import ClientKeysRefused
from service.resources import utc_now

NEXT_STEPS = {
    RenewalStep.MADE: "New keys. Set POLKU_CLIENT_KEYS_FILE to this file, restart the service, and give the providers "
    "the address <public url>/auth/jwks, or what it answers.",
    RenewalStep.ADDED: "New keys are published after a restart, and do not sign yet. Wait until every provider knows "
    "them (give /auth/jwks anew to one that does not fetch it), then run this command again.",
    RenewalStep.PUT_IN_FRONT: "The new keys sign after a restart; the old ones still decrypt. The renewal is done.",
}


def renew_keys(to: Path) -> None:
    """Make the file of keys, or take the next step of their renewal; say what to do next."""
    try:
        text, step = renewed_client_keys(to.read_text("utf-8") if to.exists() else "", utc_now())
    except ClientKeysRefused as error:
        typer.echo(f"{to} holds no client keys: {error}. It was left as it is.", err=True)
        raise typer.Exit(1) from None
    file, beside = tempfile.mkstemp(dir=to.parent, prefix=f"{to.name}-")  # for its owner only
    with os.fdopen(file, "w", encoding="utf-8") as opened:
        opened.write(text)
    Path(beside).replace(to)
    typer.echo(f"{to}: {NEXT_STEPS[step]}")
