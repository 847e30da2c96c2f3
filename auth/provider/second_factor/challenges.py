"""
The state between the password and the second factor: no session, and worth nothing elsewhere.

It is sealed, bound to the browser and to the client's request, ends after five minutes, and is answered once.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from tortoise.connection import get_connection

from auth.tokens.random_tokens import new_token, token_digest
from auth.tokens.sealing import SealedTextRefused, Sealer
from models.second_factor import LogInChallenge

CHALLENGE_LIFETIME = timedelta(minutes=5)
_PURPOSE = "second factor of a log-in"
_FIND = """
SELECT u.username FROM log_in_challenge c JOIN provider_user u ON u.id = c.user_id
WHERE c.digest = $1 AND c.user_id = $2 AND c.expires_at > $3 AND u.disabled_at IS NULL
"""
_SPEND = "DELETE FROM log_in_challenge WHERE digest = $1 RETURNING true AS is_first"


class ChallengeRefused(Exception):
    """The log-in took too long, was answered already, or belongs to another browser or another request."""

    code = "LOG_IN_EXPIRED"


class ChallengeStep(StrEnum):
    """What is awaited: a code, the first code of a new device, or the word that the recovery codes are saved."""

    CODE = "CODE"
    ENROL = "ENROL"
    SAVED = "SAVED"


@dataclass(frozen=True)
class Challenge:
    """One awaited answer of a person. `secret` is that of the device that is being set up."""

    number: str = field(repr=False)
    step: ChallengeStep
    user_id: UUID
    username: str
    secret: str = field(default="", repr=False)


@dataclass(frozen=True)
class SealedChallenge:
    """A challenge, and the text with which the browser brings it back."""

    challenge: Challenge
    text: str = field(repr=False)


@dataclass(frozen=True)
class Challenges:
    """The challenges of one browser and one request of a client, which `binding` stands for."""

    sealer: Sealer
    binding: str

    async def open(
        self, step: ChallengeStep, user_id: UUID, username: str, secret: str, now: datetime
    ) -> SealedChallenge:
        """Return a new challenge."""
        challenge, until = Challenge(new_token(), step, user_id, username, secret), now + CHALLENGE_LIFETIME
        await LogInChallenge.create(digest=token_digest(challenge.number), user_id=user_id, expires_at=until)
        content = {"number": challenge.number, "step": step.value, "user": str(user_id), "secret": secret}
        return SealedChallenge(challenge, self.sealer.seal(_PURPOSE, {**content, "binding": self.binding}, until))

    async def read(self, text: str, now: datetime) -> Challenge:
        """
        Return the challenge that the browser brought back; it can be read until it is spent.

        :raises ChallengeRefused: for any other text, in another browser, for another request, and of a disabled person
        """
        try:
            content = self.sealer.open(_PURPOSE, text, now)
        except SealedTextRefused:
            raise ChallengeRefused("The challenge cannot be opened") from None
        if content["binding"] != self.binding:
            raise ChallengeRefused("The challenge belongs to another browser or another request")
        values = [token_digest(content["number"]), UUID(content["user"]), now]
        for row in await get_connection("default").execute_query_dict(_FIND, values):
            step = ChallengeStep(content["step"])
            return Challenge(content["number"], step, UUID(content["user"]), row["username"], content["secret"])
        raise ChallengeRefused("The challenge was answered already, or its person is disabled")


async def spend_challenge(challenge: Challenge) -> bool:
    """Return whether the challenge is answered for the first time; of two simultaneous answers exactly one is."""
    rows = await get_connection("default").execute_query_dict(_SPEND, [token_digest(challenge.number)])
    return bool(rows)
