"""What a person reads whose log-in was refused: what happened, and what to do now."""

from dataclasses import dataclass

from auth.login.callback import RefusalCause
from resolvers.catalogues import translated


@dataclass(frozen=True)
class LogInNotice:
    """Heading, text and HTTP status of one page."""

    heading: str
    text: str
    status: int


def refusal_notice(cause: RefusalCause, language: str) -> LogInNotice:
    """Return what a person reads whose log-in was refused for this cause."""
    match cause:
        case RefusalCause.INTERRUPTED:
            return _interrupted(language)
        case RefusalCause.CANCELLED:
            return _cancelled(language)
        case RefusalCause.TOO_WEAK:
            return _too_weak(language)
        case RefusalCause.NOT_VERIFIED:
            return _not_verified(language)


def _interrupted(language: str) -> LogInNotice:
    text = translated(
        "The log-in could not be completed. This happens when the page was open too long or the same link was "
        "opened twice. Start the log-in again.",
        language,
    )
    return LogInNotice(translated("The log-in was interrupted", language), text, 400)


def _cancelled(language: str) -> LogInNotice:
    text = translated(
        "The log-in was cancelled at the identity provider, and nobody was logged in. Start the log-in again when you "
        "want to go on.",
        language,
    )
    return LogInNotice(translated("The log-in was cancelled", language), text, 400)


def _too_weak(language: str) -> LogInNotice:
    text = translated(
        "Polku needs a stronger identification than the one that you used. Start the log-in again and choose a strong "
        "means, for instance your online bank or a mobile certificate. If none is offered, tell the administrator.",
        language,
    )
    return LogInNotice(translated("The identification is not strong enough", language), text, 403)


def _not_verified(language: str) -> LogInNotice:
    text = translated(
        "The answer of the identity provider could not be verified, and nobody was logged in. Start the log-in again. "
        "If this page comes back, tell the administrator what you did and when.",
        language,
    )
    return LogInNotice(translated("The log-in was not accepted", language), text, 400)


def wrong_provider_notice(language: str) -> LogInNotice:
    """Return what a person reads whose account belongs to another kind than this provider may identify."""
    text = translated(
        "You logged in correctly, but people with an account like yours log in elsewhere. Start the log-in again and "
        "choose the one that is meant for you. If you do not find it, ask the administrator.",
        language,
    )
    return LogInNotice(translated("This log-in is not meant for your account", language), text, 403)


def misconfigured_notice(language: str) -> LogInNotice:
    """Return what a person reads when the provider and the settings of the service do not fit."""
    text = translated(
        "The identity provider did not take the request of Polku. You can do nothing about it: tell the administrator "
        "that the settings of this log-in do not fit. Who has logged in already can go on.",
        language,
    )
    return LogInNotice(translated("This log-in is set up wrongly", language), text, 503)
