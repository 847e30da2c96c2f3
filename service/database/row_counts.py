"""How many rows each table has, in the very state of the database that a dump writes."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg.conninfo import make_conninfo

from service.database.connections import libpq_options

# The answer is a statement: one look at every table, with names that the database itself has quoted.
COUNTING_STATEMENT = """
SELECT string_agg(format('SELECT %L AS name, count(*) AS rows FROM %I.%I', c.relname, n.nspname, c.relname),
  ' UNION ALL ' ORDER BY c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r'
"""


@contextmanager
def counted_snapshot(url: str) -> Iterator[tuple[str, dict[str, int]]]:
    """Yield the name of a snapshot for `pg_dump`, valid meanwhile, and the rows that each table has in it."""
    conninfo = make_conninfo(**libpq_options(url) | {"application_name": "polku-backup"})
    with psycopg.connect(conninfo) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        with connection.cursor() as cursor:
            [snapshot] = cursor.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
            [statement] = cursor.execute(COUNTING_STATEMENT).fetchone() or (None,)
            rows = cursor.execute(statement).fetchall() if statement else []
        yield snapshot, dict(rows)
