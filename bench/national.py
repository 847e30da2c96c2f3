"""A register of the size of a national provider."""

import asyncpg

from bench.data import Size, fill


def national(scale: float = 1.0) -> Size:
    """
    Return the size of a national register, or of a part of it.

    At scale 1: 200,000 clients in 100 units, 5 million working days, 420,000 referrals of 200 agencies, of which 20,000
    are incoming and not yet anybody's, a million rows of the disclosure log. A smaller one has fewer of everything but
    units and agencies, and at least one client in each unit.
    """
    clients = max(round(200_000 * scale), 1_000)
    return Size(
        clients, clients * 25, units=100, agencies=200, workplaces=1_000, looks=max(round(1_000_000 * scale), 1)
    )


async def fill_national(connection: asyncpg.Connection, scale: float = 1.0) -> None:
    """
    Fill a migrated, empty database with a national register, and analyse it.

    `connection` is the superuser's and in no transaction. Accounts of bench.data.made(ACCOUNT, n): 0 supervisor and
    1 coach of unit 0, 2 official of agency 0, 3 manager, 4 privacy officer.
    """
    await fill(connection, national(scale))
