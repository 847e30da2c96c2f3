"""`run.py record`: the record of processing activities of every register, printed as a document."""

import asyncio

import typer

from resolvers.publishing.processing_record import as_markdown, processing_record
from service.database.connections import orm, read_pool
from service.resources import schema_and_content_types
from service.settings import Settings
from service.settings_loading import load_settings
from workflow.organisation import ACTIVE_REGISTER_STATES
from workflow.titles import LANGUAGES

_REGISTERS = f"SELECT id FROM register WHERE {ACTIVE_REGISTER_STATES.sql()} ORDER BY name, id"


def print_records(language: str) -> None:
    """Print the record of each register in use; 2 for a language that is not served."""
    if language not in LANGUAGES:
        typer.echo(f"--language is one of {', '.join(LANGUAGES)}", err=True)
        raise typer.Exit(2)
    for document in asyncio.run(_records(load_settings(), language)):
        typer.echo(document)


async def _records(settings: Settings, language: str) -> list[str]:
    content_types = schema_and_content_types()[1]
    async with orm(settings.application_url, 2), read_pool(settings.application_url, 1) as pool:
        registers = [row["id"] for row in await pool.fetch(_REGISTERS)]
        return [as_markdown(await processing_record(content_types, pool, one, language), language) for one in registers]
