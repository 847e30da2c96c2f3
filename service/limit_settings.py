"""The settings of limits and deadlines: a part of `Settings`, which is as long as a module may be."""

from pydantic import Field
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
    provider_keys_seconds: int = Field(
        86_400,
        ge=600,
        le=604_800,
        description="An identity provider's keys are trusted for so long after they were last fetched; "
        "then its tokens are answered with 503 until it answers again.",
    )
    identity_searches_per_minute: int = Field(30, ge=1, description="Searches by identity code of one account.")
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
