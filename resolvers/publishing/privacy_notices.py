"""Privacy notices: complete before review, frozen and announced at publication, and acknowledged by readers."""

from collections import Counter
from collections.abc import Iterable, Mapping

from models.organisation import Register
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.publishing.data_inventory import data_inventory
from resolvers.publishing.processors import processors_of
from resolvers.publishing.question_inventory import QUESTIONS, question_inventory
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.settings import load_organisation_settings
from resolvers.writing.transitions import create_related, set_column, transition_refused
from workflow.titles import LANGUAGES

# A privacy notice must have all of these topics. Source: GDPR articles 13 and 14.
REQUIRED_TOPICS = (
    "PURPOSE",
    "LEGAL_BASIS",
    "CONTACT",
    "SOURCES",
    "DISCLOSURE",
    "TRANSFER",
    "RETENTION",
    "RIGHTS",
    "WITHDRAWAL",
    "COMPLAINT",
    "AUTOMATED_DECISIONS",
    "LOG_DATA",
    "CHANGES",
)
# What a register says of whom to ask and of its own name: a notice without them is not complete for its readers.
CONTACT_COLUMNS = {
    "name_sv": "nameSv",
    "name_en": "nameEn",
    "contact_name": "contactName",
    "contact_email": "contactEmail",
    "contact_phone": "contactPhone",
    "contact_address": "contactAddress",
}
_TITLES = {
    "title_fi": "Tietosuojaseloste on päivitetty",
    "title_sv": "Dataskyddsbeskrivningen har uppdaterats",
    "title_en": "The privacy notice was updated",
}
_TEXTS = {
    "text_fi": "Rekisterin {name} tietosuojaselosteen versio {version} on voimassa {day}. Lue se: {link}",
    "text_sv": "Version {version} av dataskyddsbeskrivningen för registret {name} gäller från {day}. Läs den: {link}",
    "text_en": "Version {version} of the privacy notice of the register {name} applies from {day}. Read it: {link}",
}


def missing_topics(texts: Iterable[Mapping[str, str]]) -> list[str]:
    """Return the topics of the law of which the texts of a notice say nothing in one of the languages, in order."""
    told = {text["topic"] for text in texts if all(text[language].strip() for language in LANGUAGES)}
    return [topic for topic in REQUIRED_TOPICS if topic not in told]


def missing_contact(register: Register) -> list[str]:
    """Return the fields of a register that its readers need and that are empty, by their keys."""
    return [key for column, key in CONTACT_COLUMNS.items() if not getattr(register, column)]


async def notice_complete(step: Step) -> None:
    """
    Check that a notice has every topic that the law requires.

    :raises CommandRefused: NOTICE_INCOMPLETE, which names every topic that is missing
    """
    if missing := missing_topics(step.row.texts):
        raise transition_refused("NOTICE_INCOMPLETE", "texts", missing[0], missing=", ".join(missing))


async def freeze_data_kept(step: Step) -> Changes:
    """Store with the notice the inventory of personal data as it is today, and the processors in use."""
    changes = set_column(step.row, "effective_on", "effectiveOn", step.row.effective_on or step.context.today)
    questions = question_inventory(step.context.content_types, await step.db.execute_query_dict(QUESTIONS))
    changes |= set_column(step.row, "processors", "processors", await processors_of(step.row.register_id, step.db))
    return changes | set_column(
        step.row, "data_kept", "dataKept", [*data_inventory(step.context.content_types), *questions]
    )


async def announce_notice(step: Step) -> Changes:
    """Announce the notice to everybody who logs in, from today for the period in the settings."""
    row = step.row
    await row.fetch_related("register", using_db=step.db)
    day = row.effective_on
    register = row.register
    names = {"fi": register.name, "sv": register.name_sv or register.name, "en": register.name_en or register.name}
    values = {
        "version": row.version,
        "day": f"{day.day}.{day.month}.{day.year}",
        "link": f"{step.context.public_url}/privacy",
    }
    texts = {column: text.format(name=names[column[-2:]], **values) for column, text in _TEXTS.items()}
    until = step.context.today + (await load_organisation_settings(step.db)).announcement_period
    await create_related(
        step, "announcement", notice_id=row.pk, **_TITLES, **texts, starts_on=step.context.today, ends_before=until
    )
    return {}


async def topics_once(change: PendingChange) -> list[Problem]:
    """Check that each topic occurs once in a notice."""
    max_count = max(Counter(text["topic"] for text in change.row.texts).values(), default=0)
    return problem_unless(max_count <= 1, "TOPIC_TWICE", "texts")


async def notice_lineage(change: PendingChange) -> list[Problem]:
    """Set the lineage of a notice to its register, so that at most one notice of a register is published."""
    change.row.lineage_id = change.row.register_id
    return []


PRIVACY_NOTICE_RULES = Rulebook.of(
    guards=(notice_complete,),
    effects=(
        freeze_data_kept,
        announce_notice,
    ),
    rules=(
        topics_once,
        notice_lineage,
    ),
)
