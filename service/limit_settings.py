"""The settings of limits and deadlines: a part of `Settings`, which is as long as a module may be."""

from urllib.parse import urlsplit

from pydantic import Field, FilePath, SecretStr, field_validator
from pydantic_settings import BaseSettings


class LimitSettings(BaseSettings):
    """How much and how long: one request, one caller, one wait."""

    max_body_bytes: int = Field(1_000_000, ge=1_000, description="A longer request body is answered with 413.")
    account_requests_per_minute: int = Field(1_200, ge=1, description="Requests of one person.")
    client_requests_per_minute: int = Field(12_000, ge=1, description="Requests of one registered client.")
    address_requests_per_minute: int = Field(
        12_000, ge=1, description="Requests of one address, logged in or not: a guard against floods, not a quota."
    )
    login_attempts_per_minute: int = Field(
        1_200, ge=1, description="Steps of log-ins from one address; a log-in takes five or six."
    )
    login_failures_per_minute: int = Field(
        60, ge=1, description="Wrong passwords and codes from one address, and as many wrong secrets of clients."
    )
    limits_url: str = Field(
        "",
        repr=False,
        description="Redis or Valkey, which counts requests and log-ins for all processes of all hosts: "
        "`rediss://host:6379/0`, `unix:///run/redis/redis.sock`. Empty: each process counts for itself.",
    )
    limits_password: SecretStr | None = Field(None, description="Password for `limits_url`, if not in it.")
    limits_authorities: FilePath | None = Field(
        None,
        description="File of certificates (PEM) of the authorities that the server's own must come from. "
        "Empty: those that the system trusts.",
    )
    limits_hosts: int = Field(
        1,
        ge=1,
        le=100,
        description="Hosts that serve. While `limits_url` does not answer, each process allows so small a part of the "
        "log-ins and searches by identity code that all together allow no more than before.",
    )
    provider_keys_seconds: int = Field(
        86_400,
        ge=600,
        le=604_800,
        description="An identity provider's keys are trusted for so long after they were last fetched; "
        "then its tokens are answered with 503 until it answers again.",
    )
    identity_searches_per_minute: int = Field(30, ge=1, description="Searches by identity code of one account.")
    streams_per_account: int = Field(
        10, ge=1, le=1_000, description="Streams of the change feed that one account may have open in one process."
    )
    streams_per_process: int = Field(
        2_000, ge=1, le=50_000, description="Streams of the change feed that one process serves."
    )
    request_seconds: int = Field(60, ge=5, le=600, description="A request that is not answered by then is ended.")
    database_wait_seconds: int = Field(
        5, ge=1, le=60, description="Wait for a connection to the database; then the answer is 503."
    )
    statement_seconds: int = Field(
        15, ge=1, le=600, description="Longest statement of a request (`statement_timeout`)."
    )
    lock_seconds: int = Field(5, ge=1, le=600, description="Longest wait of a statement for a lock (`lock_timeout`).")
    idle_transaction_seconds: int = Field(
        60,
        ge=5,
        le=3_600,
        description="The database ends a transaction of the service that waits for the service so long "
        "(`idle_in_transaction_session_timeout`); worker: ten times as long.",
    )
    job_statement_seconds: int = Field(600, ge=10, le=36_000, description="Longest statement of a scheduled job.")
    job_lock_seconds: int = Field(60, ge=1, le=3_600, description="Longest wait of a scheduled job for a lock.")

    @field_validator("limits_url")
    @classmethod
    def is_an_address_of_a_limits_server(cls, value: str) -> str:
        """
        Return the address.

        :raises ValueError: when it is none of Redis or Valkey
        """
        if not value:
            return value
        parts = urlsplit(value)
        try:
            is_host = parts.scheme in ("redis", "rediss") and bool(parts.hostname) and parts.port != 0
        except ValueError:  # a port that is none
            is_host = False
        is_socket = parts.scheme == "unix" and not parts.hostname and parts.path.startswith("/")
        if not is_host and not is_socket:
            raise ValueError("must be rediss://host:port/database, redis://… or unix:///path of a socket")
        return value
