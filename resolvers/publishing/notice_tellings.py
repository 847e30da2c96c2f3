"""
Tell each client of a new version of the privacy notice, and record how and when.

Who can log in is told in the service, who has an e-mail address by a mail without personal data; for everybody else a
letter waits until somebody marks it as sent. A guardian of a minor is told beside the minor. The dead are told nothing.
Source: privacy notice, "changes of the notice"; GDPR articles 12(1) and 13(3).
"""

from datetime import timedelta
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from auth.representation import TOLD_TOO_SQL
from models.privacy_notice import NoticeTelling
from resolvers.catalogues import translated
from resolvers.context import Changes, CommandContext, Rulebook, Step, UnitOfWork
from resolvers.mail_server import MailRefused
from resolvers.notifications.mailing import send_to
from resolvers.writing.transitions import create_related, move_to_state, set_column, transition_refused
from workflow.client import STORED_CLIENT_STATES
from workflow.privacy_notice import NOTICE_IN_FORCE_STATES, TO_TELL_STATES
from workflow.titles import spoken_language

ANNOUNCED = timedelta(days=30)  # clients who come within a month after a publication are told of it too
IN_SERVICE, BY_EMAIL, BY_LETTER = "SERVICE", "EMAIL", "LETTER"
_BATCH = 200  # persons in one transaction
_UNTOLD = f"""
SELECT n.id AS notice, c.id AS client, p.representation, p.has_address, p.has_account
FROM privacy_notice n JOIN client c ON {STORED_CLIENT_STATES.sql("c.state")} AND c.died_on IS NULL
  AND EXISTS (SELECT FROM relationship r WHERE r.client_id = c.id AND r.register_id = n.register_id)
CROSS JOIN LATERAL (
  SELECT NULL::uuid AS representation, c.email IS NOT NULL AS has_address,
    EXISTS (SELECT FROM account a WHERE a.client_id = c.id AND a.disabled_at IS NULL AND a.issuer IS NOT NULL)
    AS has_account
  UNION ALL
  SELECT v.id, v.email IS NOT NULL,
    EXISTS (SELECT FROM account a WHERE a.id = v.account_id AND a.disabled_at IS NULL AND a.issuer IS NOT NULL)
  FROM representation v WHERE v.client_id = c.id AND {TOLD_TOO_SQL.format(today="$3::date")}
) p
WHERE {NOTICE_IN_FORCE_STATES.sql("n.state")} AND n.published_at > $1 AND NOT EXISTS (
  SELECT FROM notice_telling t WHERE t.notice_id = n.id AND t.client_id = c.id
  AND t.representation_id IS NOT DISTINCT FROM p.representation
)
ORDER BY n.id, c.id, p.representation NULLS FIRST LIMIT $2
"""
_LOCK = "SELECT pg_advisory_xact_lock(hashtext('notice_telling'))"
_TO_MAIL = f"""
SELECT t.id, CASE WHEN v.id IS NULL THEN c.email ELSE v.email END AS email,
  coalesce(v.language, c.service_language) AS language
FROM notice_telling t JOIN client c ON c.id = t.client_id LEFT JOIN representation v ON v.id = t.representation_id
WHERE {TO_TELL_STATES.sql("t.state")} AND t.channel = '{BY_EMAIL}' ORDER BY t.id LIMIT 1
FOR UPDATE OF t SKIP LOCKED
"""


async def tell_notices(context: CommandContext) -> int:
    """Decide how each person is told of a notice that was published within a month, send the mails; return how many."""
    count = 0
    while decided := await _decide(context):
        count += decided
    while await _mail_next(context):
        count += 1
    return count


async def _decide(context: CommandContext) -> int:
    async with in_transaction() as db:
        await db.execute_query(_LOCK)
        rows = await db.execute_query_dict(_UNTOLD, [context.now - ANNOUNCED, _BATCH, context.today])
        work = UnitOfWork(context, db)
        for row in rows:
            channel = IN_SERVICE if row["has_account"] else BY_EMAIL if row["has_address"] else BY_LETTER
            # The notice and the announcement are there at the next log-in, and a notification was made of them.
            told: dict[str, Any] = {"state": "TOLD", "told_on": context.today} if channel == IN_SERVICE else {}
            about = {"notice_id": row["notice"], "client_id": row["client"], "representation_id": row["representation"]}
            await create_related(work, "notice_telling", **about, channel=channel, **told)
    return len(rows)


async def _mail_next(context: CommandContext) -> bool:
    """Send one mail; where it cannot be sent the person gets a letter instead."""
    async with in_transaction() as db:
        rows = await db.execute_query_dict(_TO_MAIL)
        if not rows:
            return False
        row = await NoticeTelling.get(id=rows[0]["id"], using_db=db)
        try:
            await send_to(context, rows[0]["email"] or "", *_mail(context, rows[0]["language"]))
        except MailRefused:
            await _by_letter(context, row, db)
        else:
            work = UnitOfWork(context, db)
            await move_to_state(
                work, "notice_telling", row, "TOLD", "TELL", set_column(row, "told_on", "toldOn", context.today)
            )
    return True


async def _by_letter(context: CommandContext, row: NoticeTelling, db: TransactionalDBClient) -> None:
    changes = set_column(row, "channel", "channel", BY_LETTER)
    await move_to_state(UnitOfWork(context, db), "notice_telling", row, row.state, "BY_LETTER", changes)


def _mail(context: CommandContext, stored: str) -> tuple[str, str, str]:
    """Return language, subject and text of the mail. It names nobody: whoever reads it learns of the notice alone."""
    language = spoken_language(stored)
    link = f"{context.public_url}/privacy?lang={language}"
    text = translated(
        "The privacy notice of the service was updated. It tells which data is kept, why, and what your rights are."
        "\n\nRead it here, without logging in:\n%(link)s\n\nThis message holds no personal data. It cannot be "
        "answered.\n",
        language,
        link=link,
    )
    return language, translated("The privacy notice was updated", language), text


async def told_by_letter(step: Step) -> None:
    """
    Check that a letter is what the person is told by: all else is recorded by the service when it happens.

    :raises CommandRefused: NOT_BY_LETTER
    """
    if step.row.channel != BY_LETTER:
        raise transition_refused("NOT_BY_LETTER", "channel")


async def note_day_told(step: Step) -> Changes:
    """Record the day on which the letter was sent."""
    return set_column(step.row, "told_on", "toldOn", step.context.today)


NOTICE_TELLING_RULES = Rulebook.of(guards=(told_by_letter,), effects=(note_day_told,))
