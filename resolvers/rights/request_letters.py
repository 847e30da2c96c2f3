"""
Telling a person of a data request: in the service where there is an account, else by a letter that waits to be sent.

What a request says it told is set here alone, when the person was told. Rule R30, decision 0160.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from models.client import Client
from models.data_request import DataRequest
from models.organisation import Register
from models.representation import Representation
from models.request_letter import RequestLetter
from models.values import full_name
from resolvers.context import Changes, Rulebook, Step
from resolvers.notifications.notifying import accounts_of_client, accounts_of_guardian, notify
from resolvers.rights.guardian_requests import acting_guardian
from resolvers.rights.printed.language import language_of_client
from resolvers.rights.printed.letter_text import LetterFacts, answer_text, extension_text, lifting_text
from resolvers.rights.printed.words import export_words
from resolvers.writing.transitions import create_related, move_to_state, set_column, transition_refused
from workflow.client import STORED_CLIENT_STATES
from workflow.request_letter import IN_SERVICE

# The column of the request that says when the person was told, by the occasion of the letter.
_TOLD_COLUMNS: Mapping[str, tuple[str, str]] = {
    "EXTENSION": ("extension_told_on", "extensionToldOn"),
    "LIFTING": ("lifting_announced_on", "liftingAnnouncedOn"),
    "ANSWER": ("answer_told_on", "answerToldOn"),
}


async def tell_of_extension(step: Step) -> Changes:
    """Tell the person that the answer takes longer, why, and until when. Source: GDPR article 12(3)."""
    return await _tell(step, "EXTENSION", extension_text(await _facts(step)))


async def tell_of_lifting(step: Step) -> Changes:
    """Tell the person that the restriction ends, before it does. Source: GDPR article 18(3)."""
    return await _tell(step, "LIFTING", lifting_text(await _facts(step)))


async def tell_of_answer(step: Step) -> Changes:
    """Tell the person what was decided, why, and where to turn. Source: GDPR article 12(3) and (4)."""
    return await _tell(step, "ANSWER", answer_text(await _facts(step)))


async def _facts(step: Step) -> LetterFacts:
    guardian = await acting_guardian(step.context, step.row, step.db)
    language = await _language(step, guardian)
    register = await Register.get(pk=step.row.register_id, using_db=step.db).prefetch_related("organisation")
    words = await export_words(step.context.content_types.values(), (), language, step.db)
    has_account = bool(await _accounts(step, guardian))
    person = await Client.get(pk=step.row.client_id, using_db=step.db)
    name = full_name(person.first_names, person.last_name) if guardian else None
    return LetterFacts(step.row, register, words, has_account, name)


async def _language(step: Step, guardian: Representation | None) -> str:
    return guardian.language if guardian else await language_of_client(step.row.client_id, step.db)


async def _accounts(step: Step, guardian: Representation | None) -> set[UUID]:
    if guardian is not None:
        return await accounts_of_guardian(guardian.pk, step.db)
    return await accounts_of_client(step.row.client_id, step.db)


async def _tell(step: Step, occasion: str, text: str) -> Changes:
    """
    Tell an account holder at once, or let a letter wait; only the former is recorded as told at once.

    The guardian who asked is told; the person is when the guardian does not act for the person any more.
    """
    client = UUID(str(step.row.client_id))
    column, key = _TOLD_COLUMNS[occasion]
    guardian = await acting_guardian(step.context, step.row, step.db)
    accounts = await _accounts(step, guardian)
    letter: Any = await create_related(
        step,
        "request_letter",
        request_id=step.row.pk,
        client_id=client,
        occasion=occasion,
        representation_id=guardian and step.row.representation_id,
        language=await _language(step, guardian),
        text=text,
        recipient=None if accounts else await _recipient(client, guardian, step.db),
    )
    if not accounts:
        return set_column(step.row, column, key, None)
    changes = set_column(letter, "told_how", "toldHow", IN_SERVICE)
    changes |= set_column(letter, "told_on", "toldOn", step.context.today)
    await move_to_state(step, "request_letter", letter, "TOLD", "SEND", changes)
    await notify(step.context, "request_letter.send", "request_letter", letter.pk, accounts, step.db)
    return set_column(step.row, column, key, step.context.today)


async def _recipient(client: UUID, guardian: Representation | None, db: TransactionalDBClient) -> str | None:
    """Return name and address, line by line: the contact address where there is one; None of an erased person."""
    if guardian is not None:
        lines = (full_name(guardian.first_names, guardian.last_name), *(guardian.postal_address or "").split(", "))
        return "\n".join(filter(None, lines))
    row = await Client.get(pk=client, using_db=db)
    if row.state not in STORED_CLIENT_STATES:
        return None
    town = " ".join(filter(None, (row.postal_code, row.city)))
    address = [row.contact_address] if row.contact_address else [row.street_address, town]
    return "\n".join(line for line in (f"{row.first_names} {row.last_name}".strip(), *address) if line)


async def letter_went_out(step: Step) -> None:
    """
    Check that a letter is marked as sent by a channel of paper or mail, on a day that has come.

    Only the service itself says that somebody was told in the service.

    :raises CommandRefused: TOLD_BY_SERVICE_ONLY, SENT_OUT_OF_BOUNDS
    """
    if step.reason == IN_SERVICE:
        raise transition_refused("TOLD_BY_SERVICE_ONLY", "reason")
    day = step.row.told_on or step.context.today
    first = step.row.created_at.date()
    if not first <= day <= step.context.today:
        raise transition_refused(
            "SENT_OUT_OF_BOUNDS", "toldOn", first=first.isoformat(), last=step.context.today.isoformat()
        )


async def note_letter_sent(step: Step) -> Changes:
    """Record how, when and by whom the letter was sent, and that the person was told of the request."""
    letter = step.row
    changes = set_column(letter, "told_how", "toldHow", step.reason)
    changes |= set_column(letter, "told_on", "toldOn", letter.told_on or step.context.today)
    changes |= set_column(letter, "told_by_name", "toldByName", step.context.viewer.name)
    request: Any = await DataRequest.select_for_update().using_db(step.db).get(pk=letter.request_id)
    newer = RequestLetter.filter(request_id=request.pk, occasion=letter.occasion, id__gt=letter.pk)
    if not await newer.using_db(step.db).exists():
        column, key = _TOLD_COLUMNS[letter.occasion]
        told = set_column(request, column, key, letter.told_on)
        await move_to_state(step, "data_request", request, request.state, "UPDATE", told)
    return changes


REQUEST_LETTER_RULES = Rulebook.of(
    guards=(letter_went_out,),
    effects=(tell_of_extension, tell_of_lifting, tell_of_answer, note_letter_sent),
)
