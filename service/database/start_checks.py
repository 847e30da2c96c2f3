"""What keeps a service or a worker from starting: a database that must be mended by a person first."""

from service.database.erasure_head import refuse_cut_list
from service.database.erasure_replay import erasure_list_of, refuse_unobeyed
from service.database.key_usage import refuse_missing_keys
from service.database.state_checks import refuse_unknown_states
from service.database.statement_pool import StatementPool
from service.settings import Settings


async def refuse_unfit_database(reads: StatementPool, settings: Settings) -> None:
    """
    Check that erasures are obeyed, that every key is there, and that every state is known.

    :raises RuntimeError: of the check that fails, with what mends it
    """
    erasures = erasure_list_of(settings)
    refuse_cut_list(settings.backup_dir, erasures)
    await refuse_unobeyed(reads, erasures)
    async with reads.acquire() as connection:
        await refuse_missing_keys(connection, settings)
    await refuse_unknown_states(reads)
