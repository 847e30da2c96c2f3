"""
The mail with a link for a new password: to the person's own address, in the person's language, shown to nobody else.

The link is made when the mail is sent, and works for a day from when it was asked for. It is not sent to an address
that was changed meanwhile, nor after the account was closed.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from auth.accounts.one_time_links import PASSWORD_PATH, password_link
from models.account import Account
from models.notification import Delivery
from models.provider import ProviderUser
from resolvers.catalogues import translated
from resolvers.context import CommandContext, Step
from resolvers.public_ids import public_id
from resolvers.writing.transitions import create_related
from workflow.account import ACTIVE_ACCOUNT_STATES

PASSWORD_LINK_LIFETIME = timedelta(hours=24)
PASSWORD_LINK_EVENT = "account.password_link"  # noqa: S105 - the event of a mail; no rule can name it
_ADDRESS = f"""
SELECT coalesce(s.email, c.email) AS email FROM account a
LEFT JOIN staff_member s ON s.id = a.staff_id LEFT JOIN client c ON c.id = a.client_id
WHERE a.id = $1::uuid AND {ACTIVE_ACCOUNT_STATES.sql("a.state")} AND NOT EXISTS (
  SELECT FROM history h WHERE h.object_id IN (a.staff_id, a.client_id) AND h.at > $2 AND h.changes ? 'email'
)
"""


@dataclass(frozen=True)
class PasswordMail:
    """The recipient of a link for a new password, and the link."""

    address: str
    language: str
    link: str

    def words(self) -> tuple[str, str]:
        """Return the subject and the text of the mail."""
        text = translated(
            "You can choose a new password for Polku.\n\nOpen this link. It works once, for a day:\n%(link)s\n\nIf you "
            "did not ask for it, do not open it, and tell your contact person at once. This message cannot be "
            "answered.\n",
            self.language,
            link=self.link,
        )
        return translated("New password for Polku", self.language), text


async def mail_password_link(step: Step, account: Account) -> None:
    """Have a link for a new password mailed to the person of an account."""
    await create_related(
        step,
        "delivery",
        account_id=account.pk,
        recipient_kind=account.kind,
        staff_member_id=account.staff_id,
        event=PASSWORD_LINK_EVENT,
        link=public_id("account", account.pk),
        due_at=step.context.now,
    )


async def password_mail_of(context: CommandContext, delivery: Delivery, db: BaseDBAsyncClient) -> PasswordMail | None:
    """Return the mail of a delivery; None when it is too late, or the account or its address has changed meanwhile."""
    until = delivery.created_at + PASSWORD_LINK_LIFETIME
    rows = await db.execute_query_dict(_ADDRESS, [delivery.account_id, delivery.created_at])
    if not rows or not rows[0]["email"] or until <= context.now or context.mail is None:
        return None
    account = await Account.get(id=delivery.account_id, using_db=db)
    user = await ProviderUser.get(id=UUID(str(account.subject)), using_db=db)
    link = password_link(context.keyring, account.pk, user.password_changed_at, account.epoch, until)
    address = f"{context.mail.public_url}{PASSWORD_PATH}?{link.query()}"
    return PasswordMail(rows[0]["email"], account.language, address)
