"""In which language a person is written to: the service language, else that of the account, else Finnish."""

from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from models.account import Account
from models.client import Client
from workflow.titles import LANGUAGES


async def language_of_client(client: UUID, db: TransactionalDBClient) -> str:
    """Return the language of a client's letters and exports, one of those that the service speaks."""
    row = await Client.get(pk=client, using_db=db)
    account = await Account.filter(client_id=client).using_db(db).order_by("id").first()
    spoken = (row.service_language, account.language if account else None)
    return next((language for language in spoken if language in LANGUAGES), LANGUAGES[0])
