"""
The letters of a breach: a draft for each person whose data was disclosed, in the person's language.

Drafting again adds the letters of new persons and leaves the others as they are. Source: GDPR article 34(2).
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from auth.disclosure import logged_name
from auth.representation import TOLD_TOO_SQL
from models.account import Account
from models.data_breach import BreachLetter
from resolvers.catalogues import translated
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.declaration import ContentTypes
from resolvers.notifications.notifying import accounts_of_client, accounts_of_guardian
from resolvers.printing.dates import period_text
from resolvers.protection.breach_looks import FIELDS_OF_PERSON, looks_ctes, source_of
from resolvers.reading.loading import call_of_command
from resolvers.reading.parameters import StatementParameters, look_values
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import create_related, move_to_state, set_column, transition_refused
from workflow.calendar import finnish_day
from workflow.data_breach import DRAFT_LETTER_STATES, MOST_LETTERS, READY_LETTER_STATES
from workflow.language import States
from workflow.titles import LANGUAGES

IN_SERVICE = "SERVICE"  # of the vocabulary request_channel
_PERSONS = f"""
SELECT q.*, count(*) FILTER (WHERE q.representation IS NULL) OVER () AS missing FROM (
  SELECT p.person, p.client, p.referral, NULL::uuid AS representation, p.first, p.last, {FIELDS_OF_PERSON} AS fields,
    coalesce(a.language, c.service_language, 'fi') AS language
  FROM persons p LEFT JOIN client c ON c.id = p.client
  LEFT JOIN LATERAL (SELECT language FROM account WHERE client_id = p.client ORDER BY id LIMIT 1) a ON TRUE
  WHERE (p.client IS NOT NULL OR p.referral IS NOT NULL) AND c.died_on IS NULL AND NOT EXISTS (
    SELECT FROM breach_letter b WHERE b.breach_id = {{breach}} AND b.representation_id IS NULL
    AND (b.person_id = p.person OR b.client_id = p.client)
  )
  UNION ALL
  SELECT p.person, p.client, p.referral, v.id, p.first, p.last, {FIELDS_OF_PERSON}, v.language
  FROM persons p JOIN representation v ON v.client_id = p.client AND {TOLD_TOO_SQL.format(today="{today}")}
  WHERE NOT EXISTS (
    SELECT FROM breach_letter b WHERE b.breach_id = {{breach}} AND b.representation_id = v.id
  )
) q ORDER BY q.person, q.representation NULLS FIRST LIMIT {MOST_LETTERS}
"""
_GUARDIAN_TO_TELL = (
    f"SELECT v.id FROM representation v WHERE v.id = $1::uuid AND {TOLD_TOO_SQL.format(today='$2::date')}"
)
_GUARDIANS_WITH_ACCOUNT = (
    "SELECT v.id FROM representation v JOIN account a ON a.id = v.account_id AND a.disabled_at IS NULL"
    f" WHERE {TOLD_TOO_SQL.format(today='$1::date')}"
)


async def breach_in_log(step: Step) -> None:
    """
    Check that a breach says whose looks in which period it is about, whom to ask, and what the persons are told.

    :raises CommandRefused: BREACH_NOT_IN_LOG, VALUE_REQUIRED
    """
    if source_of(step.row) is None:
        raise transition_refused("BREACH_NOT_IN_LOG", "startsAt")
    if not step.row.contact_point:
        raise transition_refused("VALUE_REQUIRED", "contactPoint")
    if not step.row.words:
        raise transition_refused("VALUE_REQUIRED", "words")


async def draft_letters(step: Step) -> Changes:
    """
    Make at most `MOST_LETTERS` drafts: for persons of the log without a letter of this breach, and for their guardians.

    The breach then tells how many persons the log has, and how many letters there are, those of guardians counted too.

    :raises CommandRefused: WORDS_MISSING, which names the languages that persons read and the breach has no words in
    """
    persons = await _persons_without_letter(step)
    words = {one["language"]: one for one in step.row.words}
    languages = {_language(person["language"]) for person in persons}
    if missing := sorted(languages - words.keys()):
        raise transition_refused("WORDS_MISSING", "words", languages=", ".join(missing))
    for person in persons:
        language = _language(person["language"])
        await create_related(
            step,
            "breach_letter",
            breach_id=step.row.pk,
            client_id=person["client"],
            referral_id=person["referral"],
            person_id=person["person"],
            representation_id=person["representation"],
            language=language,
            text=letter_text(step, words[language], person, language),
        )
    letters = BreachLetter.filter(breach_id=step.row.pk).using_db(step.db)
    drafted, own = await letters.count(), await letters.filter(representation_id=None).count()
    new = sum(1 for person in persons if person["representation"] is None)
    still_missing = (persons[0]["missing"] if persons else 0) - new
    found = set_column(step.row, "persons_found", "personsFound", own + still_missing)
    return found | set_column(step.row, "letters_drafted", "lettersDrafted", drafted)


async def _persons_without_letter(step: Step) -> list[dict[str, Any]]:
    """Return the persons for whom a letter is missing; the statement that reads them leaves its row in the log."""
    source, call, bind = source_of(step.row), call_of_command(step.context), StatementParameters()
    if source is None:
        return []
    breach = bind(("breach",), lambda _: step.row.pk, "uuid")
    today = bind(("today",), lambda _: step.context.today, "date")
    fields = [logged_name("DataBreach", "letters"), logged_name("Client", "serviceLanguage")]
    log = bind.disclosure_row(look_values(call, "draftLetters", fields, []), "SELECT person FROM found")
    sql = (
        f"WITH {looks_ctes(source, bind)}, found AS MATERIALIZED ({_PERSONS.format(breach=breach, today=today)}),"
        f" log AS ({log}) SELECT * FROM found ORDER BY person"
    )
    return list(await step.db.execute_query_dict(sql, [get(call) for get in bind.getters]))


def _language(stored: str) -> str:
    """Return the language of a letter: the person's, and Finnish where the service does not speak it."""
    return stored if stored in LANGUAGES else LANGUAGES[0]


def letter_text(step: Step, words: dict[str, str], person: dict[str, Any], language: str) -> str:
    """Return the text of a letter; the privacy officer edits it."""
    first, last = finnish_day(person["first"]), finnish_day(person["last"])
    facts = {
        "nature": words["nature"],
        "consequences": words["consequences"],
        "measures": words["measures"],
        "contact": step.row.contact_point,
        "days": period_text(first, last, language),
        "data": "\n".join(f"- {line}" for line in _data_lines(step.context.content_types, person["fields"], language)),
    }
    if person["representation"] is not None:
        return f"{_words_to_guardian(language)}\n\n{_words_to_person(facts, language)}"
    return _words_to_person(facts, language)


def _words_to_guardian(language: str) -> str:
    return translated(
        "You get this letter because you act for a minor. It is about the minor's personal data; the minor is told the "
        "same.",
        language,
    )


def _words_to_person(facts: dict[str, str], language: str) -> str:
    return translated(
        "Your personal data was seen by somebody who had no right to it. We tell you, because the law demands it "
        "and because you can protect yourself.\n\nWhat happened\n%(nature)s\n\nWhich data\nIt happened on "
        "%(days)s. This was seen of you:\n%(data)s\n\nWhat may follow\n%(consequences)s\n\nWhat we have done, and "
        "what you can do\n%(measures)s\n\nWhom to ask\n%(contact)s\n\nYou may also turn to the Data Protection "
        "Ombudsman, www.tietosuoja.fi.",
        language,
        **facts,
    )


def _data_lines(content_types: ContentTypes, fields: Iterable[str], language: str) -> list[str]:
    """Return one line for each type of data, with the titles of the fields that were asked about."""
    index, titles = LANGUAGES.index(language), dict[str, list[str]]()
    by_name = {type_.name: type_ for type_ in content_types.values()}
    for logged in fields:
        type_name, _, key = logged.partition(":")[0].partition(".")
        if type_ := by_name.get(type_name):
            line = titles.setdefault(type_.titles[index], [])
            if (field := type_.keys.get(key)) and field.titles[index] not in line:
                line.append(field.titles[index])
    return [f"{name}: {', '.join(keys)}" if keys else name for name, keys in sorted(titles.items())]


async def ready_letters(step: Step) -> Changes:
    """Mark at most `MOST_LETTERS` drafts that have a text as ready; a repetition goes on."""
    for letter in await _letters(step, DRAFT_LETTER_STATES).exclude(text=None):
        await move_to_state(step, "breach_letter", letter, "READY", "READY")
    return {}


async def tell_in_service(step: Step) -> Changes:
    """Tell at most `MOST_LETTERS` whose letter is ready and who can log in; a repetition goes on."""
    with_account = Account.filter(disabled_at=None, client_id__isnull=False).using_db(step.db)
    clients = await with_account.values_list("client_id", flat=True)
    guardians = [row["id"] for row in await step.db.execute_query_dict(_GUARDIANS_WITH_ACCOUNT, [step.context.today])]
    may_enter = Q(client_id__in=clients, representation_id=None) | Q(representation_id__in=guardians)
    for letter in await _letters(step, READY_LETTER_STATES).filter(may_enter).exclude(text=None):
        await move_to_state(step, "breach_letter", letter, "TOLD", "TELL", _told(letter, IN_SERVICE, step))
    return {}


def _letters(step: Step, states: States) -> QuerySet[BreachLetter]:
    letters = BreachLetter.filter(breach_id=step.row.pk, state__in=states).using_db(step.db)
    return letters.order_by("id").limit(MOST_LETTERS).select_for_update()


async def letter_has_person(change: PendingChange) -> list[Problem]:
    """Check that a letter is to a client, or to the person of a referral; it is the only one of its breach."""
    row = change.row
    if "breachId" not in change.keys:
        return []
    row.person_id = row.client_id or row.referral_id
    return problem_unless(row.person_id is not None, "VALUE_REQUIRED", "clientId")


async def person_can_be_told(step: Step) -> None:
    """
    Check that a letter has a text, and that who is told in the service can log in; that a guardian may be told today.

    :raises CommandRefused: VALUE_REQUIRED, NO_ACCOUNT_TO_TELL, GUARDIAN_NOT_TOLD
    """
    letter = step.row
    if not letter.text:
        raise transition_refused("VALUE_REQUIRED", "text")
    if letter.representation_id is not None:
        today = [letter.representation_id, step.context.today]
        if not await step.db.execute_query_dict(_GUARDIAN_TO_TELL, today):
            raise transition_refused("GUARDIAN_NOT_TOLD", "representationId")
    if step.reason == IN_SERVICE and not await _accounts(letter, step.db):
        raise transition_refused("NO_ACCOUNT_TO_TELL", "toldHow")


async def _accounts(letter: Any, db: TransactionalDBClient) -> set[UUID]:
    if letter.representation_id is not None:
        return await accounts_of_guardian(letter.representation_id, db)
    return await accounts_of_client(letter.client_id, db) if letter.client_id else set()


async def note_telling(step: Step) -> Changes:
    """Record how and when somebody was told; an event rule sends who has an account a notice and a mail."""
    return _told(step.row, str(step.reason), step)


def _told(letter: Any, channel: str, step: Step) -> Changes:
    changes = set_column(letter, "told_how", "toldHow", channel)
    return changes | set_column(letter, "told_on", "toldOn", letter.told_on or step.context.today)


BREACH_LETTER_RULES = Rulebook.of(
    guards=(breach_in_log, person_can_be_told),
    effects=(draft_letters, ready_letters, tell_in_service, note_telling),
    rules=(letter_has_person,),
)
