"""The database server of a run of tests, which makes and drops thousands of databases."""

from dataclasses import dataclass, field

import psycopg

from service.database.embedded_postgres import SUPERUSER, EmbeddedPostgres, EmbeddedPostgresFailed

OF_DATABASES = ("CREATE DATABASE", "DROP DATABASE")


@dataclass(frozen=True)
class ConnectedPostgres(EmbeddedPostgres):
    """
    An embedded server whose superuser stays connected, to make and drop databases.

    Without that, each of the two starts psql, for which the large process of the tests is forked: both took two thirds
    of the time of a new database.
    """

    connections: list[psycopg.Connection] = field(default_factory=list)

    def execute(self, statement: str, database: str = "postgres") -> str:
        """Run what makes or drops a database on the connection, and everything else as the embedded server does."""
        if not statement.startswith(OF_DATABASES):
            return super().execute(statement, database)
        try:
            self._connection().execute(statement.encode())
        except psycopg.Error as error:
            raise EmbeddedPostgresFailed(str(error)) from error
        return ""

    def disconnect(self) -> None:
        """Close the connection; the next statement opens another."""
        while self.connections:
            self.connections.pop().close()

    def _connection(self) -> psycopg.Connection:
        if self.connections and self.connections[0].closed:
            self.disconnect()
        if not self.connections:
            where = f"host={self.socket} user={SUPERUSER} dbname=postgres"
            self.connections.append(psycopg.connect(where, autocommit=True))
        return self.connections[0]
