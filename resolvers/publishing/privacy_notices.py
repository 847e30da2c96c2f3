"""Privacy notices: complete before review, frozen and announced at publication, acknowledged by who reads them."""

from collections import Counter

from models.privacy_notice import PrivacyNotice
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.publishing.data_inventory import data_inventory
from resolvers.publishing.question_inventory import QUESTIONS, question_inventory
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.settings import load_settings
from resolvers.writing.transitions import create_related, set_column, transition_refused
from workflow.privacy_notice import NOTICE_IN_FORCE_STATES

# Source: GDPR articles 13 and 14: a notice without one of these is not one.
REQUIRED_TOPICS = ("PURPOSE", "LEGAL_BASIS", "CONTACT", "SOURCES", "DISCLOSURE", "RETENTION", "RIGHTS")
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


async def notice_complete(step: Step) -> None:
    """
    A notice tells everything that the law asks for.

    :raises CommandRefused: NOTICE_INCOMPLETE, naming the first topic that is missing
    """
    told = {text["topic"] for text in step.row.texts}
    if missing := [topic for topic in REQUIRED_TOPICS if topic not in told]:
        raise transition_refused("NOTICE_INCOMPLETE", "texts", missing[0])


async def freeze_data_kept(step: Step) -> Changes:
    """Keep with the notice what schema and forms say today of the personal data that is kept."""
    changes = set_column(step.row, "effective_on", "effectiveOn", step.row.effective_on or step.context.today)
    asked = question_inventory(step.context.content_types, await step.db.execute_query_dict(QUESTIONS))
    return changes | set_column(
        step.row, "data_kept", "dataKept", [*data_inventory(step.context.content_types), *asked]
    )


async def announce_notice(step: Step) -> Changes:
    """Tell everybody who logs in, for the days that are settled, from the same moment on."""
    row = step.row
    await row.fetch_related("register", using_db=step.db)
    day = row.effective_on
    told = {
        "name": row.register.name,
        "version": row.version,
        "day": f"{day.day}.{day.month}.{day.year}",
        "link": f"{step.context.public_url}/privacy",
    }
    texts = {column: text.format(**told) for column, text in _TEXTS.items()}
    until = step.context.today + (await load_settings(step.db)).announcement_period
    await create_related(
        step, "announcement", notice_id=row.pk, **_TITLES, **texts, starts_on=step.context.today, ends_before=until
    )
    return {}


async def topics_once(change: PendingChange) -> list[Problem]:
    """Each topic of a notice stands once."""
    most = max(Counter(text["topic"] for text in change.row.texts).values(), default=0)
    return problem_unless(most <= 1, "TOPIC_TWICE", "texts")


async def notice_lineage(change: PendingChange) -> list[Problem]:
    """All notices of a register are one lineage: one of them at most is published."""
    change.row.lineage_id = change.row.register_id
    return []


async def acceptance_of_published(change: PendingChange) -> list[Problem]:
    """Only the notice in force can be acknowledged."""
    if "noticeId" not in change.keys:
        return []
    current = (
        await PrivacyNotice.filter(pk=change.row.notice_id, state__in=NOTICE_IN_FORCE_STATES)
        .using_db(change.db)
        .exists()
    )
    return problem_unless(current, "NOTICE_NOT_PUBLISHED", "noticeId")


PRIVACY_NOTICE_RULES = Rulebook.of(
    guards=(notice_complete,),
    effects=(
        freeze_data_kept,
        announce_notice,
    ),
    rules=(
        topics_once,
        notice_lineage,
        acceptance_of_published,
    ),
)
