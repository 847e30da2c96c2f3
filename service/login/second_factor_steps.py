"""The second factor at log-in: enrolment after the first password, and the code after each later one."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from auth.login.login_events import LoginOutcome, record_login_event
from auth.provider.embedded import EmbeddedProvider
from auth.provider.exchange import Parameters, ProviderRequest
from auth.provider.second_factor.challenges import (
    CHALLENGE_LIFETIME,
    Challenge,
    ChallengeRefused,
    Challenges,
    ChallengeStep,
    SealedChallenge,
    spend_challenge,
)
from auth.provider.second_factor.factors import FactorRule, FactorUse, enrol, has_factor, must_enrol, use_code
from auth.provider.second_factor.one_time_codes import new_secret
from auth.provider.throttle import TooManyAttempts, count_attempt, forget_attempts
from auth.provider.users import ProviderPerson
from auth.sessions.cookies import Cookies
from auth.tokens.random_tokens import new_token, token_digest
from service.login.authentication_context import address_of
from service.login.login_pages import LoginPages

COOKIE = "second-factor"
Authorize = Callable[[ProviderRequest, ProviderPerson, datetime], Awaitable[Response]]


@dataclass(frozen=True)
class LogInAttempt:
    """One request on the way from the password to the client: where it came from and where it leads."""

    request: Request
    provider_request: ProviderRequest
    parameters: Parameters
    now: datetime

    @property
    def redirect_uri(self) -> str:
        """The address of the client."""
        return str(self.provider_request.payload.redirect_uri)


@dataclass(frozen=True)
class SecondFactorSteps:
    """What happens between a right password and the redirection to the client, which `authorize` answers with."""

    provider: EmbeddedProvider
    rule: FactorRule
    pages: LoginPages
    cookies: Cookies
    authorize: Authorize

    async def after_password(self, attempt: LogInAttempt, person: ProviderPerson, username: str) -> Response:
        """Return the page of the code or of the enrolment; the redirection when the person needs no second factor."""
        step, secret = await self._next_step(person)
        if step is None:
            return await self.authorize(attempt.provider_request, person, attempt.now)
        browser = self.cookies.read(attempt.request, COOKIE) or new_token()
        opened = await self._challenges(attempt, browser).open(step, person.id, username, secret, attempt.now)
        response = self._page(attempt, opened)
        self.cookies.put(response, COOKIE, browser, int(CHALLENGE_LIFETIME.total_seconds()))
        return response

    async def answer(self, attempt: LogInAttempt, text: str, code: str) -> Response:
        """Return the next page, or the redirection to the client when everything is proven."""
        browser = self.cookies.read(attempt.request, COOKIE) or ""
        try:
            challenge = await self._challenges(attempt, browser).read(text, attempt.now)
            if challenge.step is ChallengeStep.SAVED:
                return await self._finish(attempt, challenge)
            await count_attempt(_throttle_key(challenge), address_of(attempt.request), attempt.now)
            if challenge.step is ChallengeStep.ENROL:
                return await self._enrol(attempt, SealedChallenge(challenge, text), code)
            return await self._check(attempt, SealedChallenge(challenge, text), code)
        except ChallengeRefused:
            return self._pages(attempt).log_in_expired(attempt.parameters, attempt.redirect_uri)
        except TooManyAttempts as error:
            await self._record(LoginOutcome.THROTTLED, attempt)
            waiting = SealedChallenge(challenge, text)
            return self._page(attempt, waiting, self._pages(attempt).wait_sentence(error.retry_after), 429)

    async def _next_step(self, person: ProviderPerson) -> tuple[ChallengeStep | None, str]:
        """Return what the person must do, and the secret of a device that is set up."""
        if self.rule is FactorRule.OFF:
            return None, ""
        if await has_factor(person.id):
            return ChallengeStep.CODE, ""
        is_due = await must_enrol(self.rule, self.provider.issuer, person.subject)
        return (ChallengeStep.ENROL, new_secret()) if is_due else (None, "")

    async def _check(self, attempt: LogInAttempt, sealed: SealedChallenge, code: str) -> Response:
        challenge = sealed.challenge
        used = await use_code(challenge.user_id, code, self.provider.sealer, attempt.now)
        if used is FactorUse.WRONG:
            return await self._wrong(attempt, sealed)
        if used is FactorUse.RECOVERY_CODE:
            await self._record(LoginOutcome.RECOVERY_CODE_USED, attempt)
        return await self._finish(attempt, challenge)

    async def _enrol(self, attempt: LogInAttempt, sealed: SealedChallenge, code: str) -> Response:
        challenge = sealed.challenge
        codes = await enrol(challenge.user_id, challenge.secret, code, self.provider.sealer, attempt.now)
        if codes is None:
            return await self._wrong(attempt, sealed)
        await self._spend(attempt, challenge)
        await self._record(LoginOutcome.SECOND_FACTOR_ENROLLED, attempt)
        browser = self.cookies.read(attempt.request, COOKIE) or ""
        saved = await self._challenges(attempt, browser).open(
            ChallengeStep.SAVED, challenge.user_id, challenge.username, "", attempt.now
        )
        return self._pages(attempt).recovery_codes(attempt.parameters, attempt.redirect_uri, saved.text, codes)

    async def _finish(self, attempt: LogInAttempt, challenge: Challenge) -> Response:
        await self._spend(attempt, challenge)
        person = ProviderPerson(challenge.user_id, has_second_factor=True)
        response = await self.authorize(attempt.provider_request, person, attempt.now)
        self.cookies.remove(response, COOKIE)
        return response

    async def _spend(self, attempt: LogInAttempt, challenge: Challenge) -> None:
        if not await spend_challenge(challenge):
            raise ChallengeRefused("The challenge was answered already")
        await forget_attempts(_throttle_key(challenge), address_of(attempt.request))

    async def _wrong(self, attempt: LogInAttempt, sealed: SealedChallenge) -> Response:
        await self._record(LoginOutcome.SECOND_FACTOR_REFUSED, attempt)
        return self._page(attempt, sealed, self._pages(attempt).wrong_code_sentence(), 403)

    def _page(self, attempt: LogInAttempt, sealed: SealedChallenge, problem: str = "", status: int = 200) -> Response:
        """Return the page on which the challenge is answered."""
        pages, challenge = self._pages(attempt), sealed.challenge
        parameters, redirect_uri = attempt.parameters, attempt.redirect_uri
        if challenge.step is ChallengeStep.ENROL:
            return pages.enrolment(parameters, redirect_uri, sealed, problem, status)
        return pages.second_factor(parameters, redirect_uri, sealed.text, problem, status)

    def _challenges(self, attempt: LogInAttempt, browser: str) -> Challenges:
        """Return the challenges of this browser and this request of the client."""
        bound = json.dumps([browser, *map(list, attempt.parameters)])
        return Challenges(self.provider.sealer, token_digest(bound).hex())

    def _pages(self, attempt: LogInAttempt) -> LoginPages:
        return self.pages.for_request(attempt.request)

    async def _record(self, outcome: LoginOutcome, attempt: LogInAttempt) -> None:
        await record_login_event(outcome, self.provider.issuer, address_of(attempt.request), attempt.now)


def _throttle_key(challenge: Challenge) -> str:
    """Return the name under which wrong codes are counted; no user name holds a NUL."""
    return f"second factor\0{challenge.user_id}"
