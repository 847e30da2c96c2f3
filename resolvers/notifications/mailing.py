"""
Send mails: a fixed text for each event and a link to the service. The address is looked up when the mail is sent.

A waiting delivery is a row. It is sent in the transaction that marks it as sent, so that two workers never send the
same mail. When the server is down it is tried again, with growing pauses; a delivery whose address is refused for good
ends as a visible failure.
"""

from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction
from uuid_utils.compat import uuid7

from auth.accounts.viewer_loading import viewer_of_account
from auth.viewer import Viewer
from models.notification import Delivery
from resolvers.context import Changes, CommandContext, Rulebook, Step
from resolvers.mail_server import MailRefused, MailServer, transmit
from resolvers.notifications.destinations import may_send
from resolvers.notifications.events import event_titles
from resolvers.notifications.invitation_mail import INVITATION_TABLES, InvitedPerson, invited_person_of
from resolvers.notifications.notifying import may_see_object
from resolvers.notifications.password_mail import PASSWORD_LINK_EVENT, PasswordMail, password_mail_of
from resolvers.writing.history import next_revision, record_change
from resolvers.writing.transitions import set_column
from workflow.notification import WAITING_DELIVERY_STATES
from workflow.roles import AccountKind
from workflow.titles import LANGUAGES

MOST_ATTEMPTS = 14  # the pauses double from half a minute to six hours: about a day and a half in all
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(hours=6)
_NEXT = (
    f"SELECT id FROM delivery WHERE {WAITING_DELIVERY_STATES.sql('state')} AND due_at <= $1 ORDER BY due_at, id LIMIT 1"
    " FOR UPDATE SKIP LOCKED"
)
# The table of the address, the column by which its row is found, and the viewer's value of that column.
_ADDRESSES = {
    AccountKind.STAFF: ("staff_member", "id", "staff"),
    AccountKind.TRAINEE: ("client", "id", "client"),
    AccountKind.GUARDIAN: ("representation", "account_id", "account"),
    AccountKind.WORKPLACE: ("workplace", "id", "workplace"),
    AccountKind.OFFICIAL: ("agency", "id", "agency"),
}
SUBJECTS = ("Ilmoitus Polusta", "Meddelande från Polku", "Notice from Polku")
BODIES = (
    (
        "Palvelussa on sinulle ilmoitus.\n\n{words}\n\nAvaa se kirjautumalla palveluun:\n{link}\n\n"
        "Viestissä ei ole henkilötietoja. Siihen ei voi vastata.\n"
    ),
    (
        "Det finns ett meddelande till dig i tjänsten.\n\n{words}\n\nÖppna det genom att logga in:\n{link}\n\n"
        "Meddelandet innehåller inga personuppgifter. Det kan inte besvaras.\n"
    ),
    (
        "There is a notice for you in the service.\n\n{words}\n\nLog in to open it:\n{link}\n\n"
        "This message holds no personal data. It cannot be answered.\n"
    ),
)


async def send_mail(context: CommandContext) -> int:
    """Send every mail that is due and return how many were tried."""
    attempts = 0
    while await _send_next(context):
        attempts += 1
    return attempts


async def _send_next(context: CommandContext) -> bool:
    async with in_transaction() as db:
        rows = await db.execute_query_dict(_NEXT, [context.now])
        if not rows:
            return False
        row = await Delivery.get(id=rows[0]["id"], using_db=db)
        try:
            await _send(context, row, db)
        except MailRefused as refused:
            await _postpone(context, row, refused, db)
        else:
            row.sent_at = context.now
            await _set_state(context, row, "SENT", "SEND", db)
    return True


async def _postpone(context: CommandContext, row: Delivery, refused: MailRefused, db: TransactionalDBClient) -> None:
    row.attempts += 1
    row.failure = refused.reason
    if refused.is_final or row.attempts >= MOST_ATTEMPTS:
        await _set_state(context, row, "FAILED", "FAIL", db)
        return
    row.due_at = context.now + min(FIRST_PAUSE * 2 ** (row.attempts - 1), LONGEST_PAUSE)
    await row.save(using_db=db)


async def _set_state(
    context: CommandContext, row: Delivery, state: str, action: str, db: TransactionalDBClient
) -> None:
    changes = set_column(row, "state", "state", state)
    next_revision(context, row)
    await row.save(using_db=db)
    await record_change(context, context.content_types["delivery"], row, action, changes, db)


async def _send(context: CommandContext, row: Delivery, db: TransactionalDBClient) -> None:
    server = context.mail
    if server is None or not server.host:
        raise MailRefused("NO_MAIL_SERVER", is_final=True)
    if not await may_send("MAIL", server.host, db):
        raise MailRefused("NO_DESTINATION", is_final=True)
    noun, _, digits = row.link.rpartition("_")
    if row.event == PASSWORD_LINK_EVENT or noun in INVITATION_TABLES:
        mail = await _mail_with_link(context, row, db)
        if mail is None:
            raise MailRefused("NOT_VISIBLE", is_final=True)
        await transmit(server, new_mail(context, row.id, mail.language, server, *mail.words()), mail.address)
        return
    viewer = await viewer_of_account(row.account_id, context.now, db)
    if noun not in context.content_types or row.event not in event_titles(context.content_types):
        raise MailRefused("UNKNOWN_EVENT", is_final=True)
    if viewer is None or not await may_see_object(context, viewer, noun, UUID(digits), db):
        raise MailRefused("NOT_VISIBLE", is_final=True)
    address = await _address(viewer, db)
    if not address:
        raise MailRefused("NO_ADDRESS", is_final=True)
    await transmit(server, mail_of(context, row, viewer.language, server), address)


async def _mail_with_link(
    context: CommandContext, row: Delivery, db: TransactionalDBClient
) -> InvitedPerson | PasswordMail | None:
    """Return the mail whose link opens an account; None when it must not be sent any more."""
    noun, _, digits = row.link.rpartition("_")
    if row.event == PASSWORD_LINK_EVENT:
        return await password_mail_of(context, row, db)
    return await invited_person_of(context, noun, UUID(digits), db)


async def _address(viewer: Viewer, db: BaseDBAsyncClient) -> str | None:
    table, column, attribute = _ADDRESSES[viewer.kind]
    rows = await db.execute_query_dict(
        f"SELECT email FROM {table} WHERE {column} = $1::uuid AND email IS NOT NULL ORDER BY id DESC LIMIT 1",
        [getattr(viewer, attribute)],
    )
    return rows[0]["email"] if rows else None


def mail_of(context: CommandContext, row: Delivery, language: str, server: MailServer) -> EmailMessage:
    """Return the mail of a delivery, without its recipient: the title of the event and a link, whoever it is about."""
    index = LANGUAGES.index(language)
    title = event_titles(context.content_types)[row.event][index]
    body = BODIES[index].format(words=title, link=f"{server.public_url}/#{row.link}")
    return new_mail(context, row.id, language, server, f"{SUBJECTS[index]}: {title}", body)


def new_mail(
    context: CommandContext, message: UUID, language: str, server: MailServer, subject: str, body: str
) -> EmailMessage:
    """Return a mail of the service, without its recipient."""
    mail = EmailMessage()
    mail["Subject"] = subject
    mail["From"] = server.sender
    mail["Date"] = format_datetime(context.now)
    # The id stays the same when the mail is tried again, so that a server can recognise a mail that it accepted before.
    mail["Message-ID"] = f"<{message.hex}@{server.sender.rpartition('@')[2].rstrip('>')}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = language
    mail.set_content(body)
    return mail


async def send_to(context: CommandContext, address: str, language: str, subject: str, body: str) -> None:
    """
    Send a mail without personal data to an address at once, for a command of the operator.

    :raises MailRefused: when there is no server, the server is no destination, or it does not take the mail
    """
    server = context.mail
    if server is None or not server.host:
        raise MailRefused("NO_MAIL_SERVER", is_final=True)
    if not await may_send("MAIL", server.host, get_connection("default")):
        raise MailRefused("NO_DESTINATION", is_final=True)
    await transmit(server, new_mail(context, uuid7(), language, server, subject, body), address)


async def await_again(step: Step) -> Changes:
    """Have a failed mail tried again, from now on."""
    step.row.attempts, step.row.failure, step.row.due_at = 0, None, step.context.now
    return {}


MAILING_RULES = Rulebook.of(
    effects=(await_again,),
)
