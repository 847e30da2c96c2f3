"""The mails to the operator: what is wrong or well again, since when, and where to read on. Nothing about people."""

from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from urllib.parse import urlsplit

from resolvers.catalogues import translated
from service.settings import Settings
from service.watching.troubles import Message, Trouble
from workflow.calendar import FINNISH_ZONE


def operator_mail(
    settings: Settings, trouble: Trouble, message: Message, facts: str, since: datetime, now: datetime
) -> EmailMessage:
    """Return the mail about a trouble that began or ended, without its recipient, in the language of the operator."""
    language, host = settings.operator_language, urlsplit(settings.public_url).hostname or settings.host
    subject = subject_of(trouble, language)
    if message is Message.ENDED:
        subject = translated("Well again: %(what)s", language, what=subject)
    mail = EmailMessage()
    mail["Subject"] = f"{host}: {subject}"
    mail["From"] = settings.mail_from
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = make_msgid(domain=settings.mail_from.rpartition("@")[2].rstrip(">") or host)
    mail["Auto-Submitted"] = "auto-generated"
    body = well_again(language, now) if message is Message.ENDED else body_of(trouble, language, facts, since)
    closing = translated(
        "This message is from the watcher of %(host)s. It holds no personal data.", language, host=host
    )
    mail.set_content(f"{body}\n\n{closing}\n")
    mail["Content-Language"] = language  # after the content, which removes every header of content before it
    return mail


def subject_of(trouble: Trouble, language: str) -> str:
    """Return what is wrong, in a few words."""
    match trouble:
        case Trouble.NOT_READY:
            return translated("the service is not ready", language)
        case Trouble.WORK_IS_LATE:
            return translated("the worker does not do its work", language)
        case Trouble.SCANNER_FAILS:
            return translated("files are not scanned for viruses as they should be", language)
        case Trouble.LIMITS_NOT_SHARED:
            return translated("limits are not shared between the hosts", language)
        case Trouble.BACKUP_OLD:
            return translated("the newest backup is too old", language)
        case Trouble.REHEARSAL_FAILED:
            return translated("a backup could not be restored in a rehearsal", language)


def body_of(trouble: Trouble, language: str, facts: str, since: datetime) -> str:
    """Return what was seen and what to do."""
    at = moment(since)
    match trouble:
        case Trouble.NOT_READY:
            return translated(
                "The service has not been ready since %(at)s. What fails: %(facts)s.\n\n"
                "See the log of the service and of the database; “When something is wrong” in docs/operations.md"
                " says what each part needs.",
                language,
                at=at,
                facts=facts,
            )
        case Trouble.WORK_IS_LATE:
            return translated(
                "The service answers, but work in the background has been late since %(at)s: %(facts)s.\n\n"
                "See the log of the worker, and start it if it does not run. Nothing is lost meanwhile: what waits is"
                " done once it works again. “When something is wrong” in docs/operations.md says what each part needs.",
                language,
                at=at,
                facts=facts,
            )
        case Trouble.SCANNER_FAILS | Trouble.LIMITS_NOT_SHARED:
            return (body_of_scanner if trouble is Trouble.SCANNER_FAILS else body_of_limits)(language, facts, at)
        case Trouble.BACKUP_OLD:
            return translated(
                "No backup was completed in time. The newest one: %(facts)s.\n\n"
                "See the log of keep-backups: it says why the last attempt failed, and tries again every quarter of an"
                " hour. Is the disk full?",
                language,
                facts=facts,
            )
        case Trouble.REHEARSAL_FAILED:
            return translated(
                "The last rehearsal of a restore did not succeed (%(facts)s). Until one does, do not rely on the"
                " backups.\n\nSee the log of keep-backups, then try it by hand: run.py rehearse.",
                language,
                facts=facts,
            )


def body_of_scanner(language: str, facts: str, at: str) -> str:
    """Return what is wrong with the virus scanner since a moment, and what to do."""
    return translated(
        "The virus scanner does not answer, or its signatures are old, since %(at)s: %(facts)s.\n\n"
        "See the log of clamd, or of freshclam when it says `signatures`. Nothing is lost meanwhile: files are taken"
        " and wait, and none is handed out that was never scanned.",
        language,
        at=at,
        facts=facts,
    )


def body_of_limits(language: str, facts: str, at: str) -> str:
    """Return that each process counts for itself since a moment, and what to do."""
    return translated(
        "The server of the shared limits (%(facts)s) has not answered since %(at)s. Each process counts requests for"
        " itself meanwhile, and allows fewer log-ins.\n\nDoes the server run, and is its certificate valid?"
        " “Several hosts” in docs/operations.md says what it needs.",
        language,
        facts=facts,
        at=at,
    )


def well_again(language: str, now: datetime) -> str:
    """Return that nothing is to be done any more."""
    return translated("It has been well again since %(at)s. Nothing is to be done.", language, at=moment(now))


def moment(at: datetime) -> str:
    """Return a moment as people in Finland write it."""
    local = at.astimezone(FINNISH_ZONE)
    return f"{local.day}.{local.month}.{local.year} {local:%H:%M}"
