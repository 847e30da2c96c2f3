"""The mail of an invitation: to whom, in which language, and its words. It holds a link and no name."""

from dataclasses import dataclass
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from auth.accounts.one_time_links import INVITATION_PATH, invitation_link
from resolvers.catalogues import translated
from resolvers.context import CommandContext
from workflow.account import OPEN_INVITATION_STATES

# How to find the address of an invited person, by the noun of the invitation.
INVITATION_TABLES = {
    "invitation": "SELECT i.email, i.language, i.links, i.expires_at FROM invitation i",
    "guardian_invitation": "SELECT v.email, i.language, i.links, i.expires_at"
    " FROM guardian_invitation i JOIN representation v ON v.id = i.representation_id",
    "client_invitation": "SELECT c.email, i.language, i.links, i.expires_at"
    " FROM client_invitation i JOIN client c ON c.id = i.client_id",
}


@dataclass(frozen=True)
class InvitedPerson:
    """The recipient of an invitation's mail, and its link."""

    address: str
    language: str
    link: str

    def words(self) -> tuple[str, str]:
        """Return the subject and the text of the mail."""
        text = translated(
            "You are invited to use Polku.\n\nOpen this link to take your account into use. It works once, for two "
            "weeks:\n%(link)s\n\nIf you do not know why you get this message, do nothing. It cannot be answered.\n",
            self.language,
            link=self.link,
        )
        return translated("Invitation to Polku", self.language), text


async def invited_person_of(
    context: CommandContext, noun: str, invitation: UUID, db: BaseDBAsyncClient
) -> InvitedPerson | None:
    """Return the recipient of an open invitation; None when it is not open any more or has no address."""
    rows = await db.execute_query_dict(
        f"{INVITATION_TABLES[noun]} WHERE i.id = $1::uuid AND {OPEN_INVITATION_STATES.sql('i.state')}"
        " AND i.expires_at > $2",
        [invitation, context.now],
    )
    if not rows or not rows[0]["email"] or context.mail is None:
        return None
    link = invitation_link(context.keyring, noun, invitation, rows[0]["links"])
    address = f"{context.mail.public_url}{INVITATION_PATH}?{link.query()}"
    return InvitedPerson(rows[0]["email"], rows[0]["language"], address)
