"""Forms: what a template needs before it is published, and what its answers must contain."""

from collections import Counter
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from auth.policy import allowed
from models.form import FormTemplate
from resolvers.casework.form_schema import fits, untitled
from resolvers.context import CommandContext, PendingChange, Rulebook, Step
from resolvers.reading.sections import HoldsPermission, grantable_permissions, readable_keys
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.rules import problem_unless
from workflow.form import TEMPLATE_IN_USE_STATES, form_answer
from workflow.vocabulary import ADD, Permission


async def form_complete(step: Step) -> None:
    """
    Check that every field of a template has titles and is in exactly one section, whose permissions somebody can hold.

    :raises CommandRefused: naming every field and section that is wrong
    """
    schema, sections = step.row.json_schema, step.row.sections
    fields = set(schema.get("properties", {}))
    section_counts = Counter(key for section in sections for key in section["keys"])
    problems = [Problem("FORM_FIELD_UNCOVERED", ("sections", key)) for key in sorted(fields - set(section_counts))]
    problems += [Problem("FORM_FIELD_TWICE", ("sections", key)) for key, n in sorted(section_counts.items()) if n > 1]
    problems += [Problem("FORM_FIELD_UNKNOWN", ("sections", key)) for key in sorted(set(section_counts) - fields)]
    problems += [Problem("FORM_TITLES_MISSING", ("jsonSchema", key)) for key in untitled(schema)]
    problems += _unknown_permissions(step.context, sections)
    if problems:
        raise CommandRefused(*problems)


async def sections_known(change: PendingChange) -> list[Problem]:
    """Refuse a section with a permission that nobody can hold, already in drafts. The problem lists the permissions."""
    return _unknown_permissions(change.context, change.row.sections) if "sections" in change.keys else []


def _unknown_permissions(context: CommandContext, sections: list[dict[str, Any]]) -> list[Problem]:
    readable = {p.name for p in grantable_permissions(context.content_types["form_answer"])}
    writable = {p.name for p in form_answer.granted() if p.writes and p is not ADD}
    permission_names = {"readable": ", ".join(sorted(readable)), "writable": ", ".join(sorted(writable))}
    return [
        Problem("SECTION_PERMISSION_UNKNOWN", ("sections", section["name"]), permission_names)
        for section in sections
        if section["read"] not in readable or section["write"] not in writable
    ]


async def answers_complete(step: Step) -> None:
    """
    Check that the required fields that the caller may read are answered; callers who read the others answer them.

    :raises CommandRefused: ANSWER_MISSING, naming every field
    """
    loaded, row, viewer = step.loaded, step.row, step.context.viewer

    def holds(permission: Permission) -> bool:
        return allowed(viewer, loaded.type.kind, loaded.stored, permission, loaded.facts)

    if problems := await unanswered(row, holds, step.db):
        raise CommandRefused(*problems)


async def unanswered(row: Any, holds: HoldsPermission, db: TransactionalDBClient) -> list[Problem]:
    """Return a problem for every required field without an answer, of the fields that may be read."""
    template = await FormTemplate.get(pk=row.template_id, using_db=db)
    required: Any = template.json_schema.get("required", [])
    readable = readable_keys(row.sections, holds)
    return [Problem("ANSWER_MISSING", ("answers", key)) for key in required if key in readable - set(row.answers)]


async def template_in_use(change: PendingChange) -> list[Problem]:
    """Check that the template of new answers is published."""
    row = change.row
    if "templateId" not in change.keys:
        return []
    in_use = (
        await FormTemplate.filter(pk=row.template_id, state__in=TEMPLATE_IN_USE_STATES).using_db(change.db).exists()
    )
    return problem_unless(in_use, "TEMPLATE_NOT_PUBLISHED", "templateId")


async def answers_by_schema(change: PendingChange) -> list[Problem]:
    """Check that each changed answer is one that its field accepts; other answers are not checked."""
    row = change.row
    keys = sorted(key.removeprefix("answers.") for key in change.keys if key.startswith("answers."))
    if not keys:
        return []
    schema = (await FormTemplate.get(pk=row.template_id, using_db=change.db)).json_schema
    answers = {key: row.answers[key] for key in keys if key in row.answers}
    return [Problem("ANSWER_REFUSED", ("answers", k)) for k, value in answers.items() if not fits(schema, k, value)]


FORM_RULES = Rulebook.of(
    guards=(
        form_complete,
        answers_complete,
    ),
    rules=(
        sections_known,
        template_in_use,
        answers_by_schema,
    ),
)
