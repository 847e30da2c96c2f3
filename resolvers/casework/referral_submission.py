"""
Submit a referral in one command: its data, the answers of its forms and its announced files, created and sent together.

All of it is judged on rows that are not saved, so that a refusal names every problem at once; then the referral is
created and sent by the code of any creation and any transition, which judge it again. Decision 0180.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model

from auth.access_paths import RowFacts
from auth.policy import may_add
from resolvers.casework.forms import answers_by_schema, template_in_use
from resolvers.casework.referral_answers import (
    asked_forms_answered,
    missing_answers,
    questions_not_begun,
    template_of_referrals,
)
from resolvers.context import CommandContext, LoadedRow, PendingChange, Step
from resolvers.declaration import ContentType
from resolvers.files.attachments import Announced, add_announcement, checked_file_name, writable_object
from resolvers.public_ids import public_id
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.assignment import assign_values
from resolvers.writing.code_checks import check_codes
from resolvers.writing.commands import CommandOutcome, loaded_for_command, run_once
from resolvers.writing.creation import new_row, roles_to_add, take_parent_columns
from resolvers.writing.field_permissions import check_creation, named_fields
from resolvers.writing.idempotency import KeyedCommand
from resolvers.writing.object_changes import add_object, apply_transition
from resolvers.writing.references import referenced_objects

ANSWERS, FILES = "answers", "attachments"
_SUBMIT = "SUBMIT"
_CONSENT = "CONSENT_NOT_IN_FORCE"


@dataclass(frozen=True)
class Submission:
    """What a caller submits: the fields of the referral, the answers of its forms, and the files that follow."""

    values: Mapping[str, Any]
    answers: Sequence[Mapping[str, Any]]
    files: Sequence[Announced]


@dataclass
class _Problems:
    """The problems that were found, each path once: what a value lacks is not said again of the same value."""

    found: dict[tuple[str, ...], Problem] = field(default_factory=dict)

    def add(self, *problems: Problem) -> None:
        for problem in problems:
            self.found.setdefault(problem.path, problem)

    @contextmanager
    def of(self, *prefix: str) -> Iterator[None]:
        """Collect what is refused within; `prefix` is the path of the part that is judged."""
        try:
            yield
        except CommandRefused as refused:
            self.add(*(replace(p, path=(*prefix, *_path(p))) for p in refused.problems))


def _path(problem: Problem) -> tuple[str, ...]:
    """Return the path of a problem within the input; the caller named no transition."""
    if problem.path != ("transition",):
        return problem.path
    return ("consentGivenOn",) if problem.code == _CONSENT else ()


async def submit_referral(
    context: CommandContext, type_: ContentType, submission: Submission, key: str | None
) -> CommandOutcome:
    """Create a referral and send it, with its answers and announced files; all of it, or nothing."""

    async def command(db: TransactionalDBClient) -> CommandOutcome:
        problems = _Problems()
        row = await _judge_referral(context, type_, submission.values, problems, db)
        answered = set[UUID]()
        for number, answer in enumerate(submission.answers):
            with problems.of(ANSWERS, str(number)):
                answered.add(await _series_of(context, answer, db))
                await _judge_answer(context, answer, db)
        problems.add(*await questions_not_begun(row, answered, db))
        for number, announced in enumerate(submission.files):
            with problems.of(FILES, str(number)):
                checked_file_name(context, announced)
        if not problems.found:
            with problems.of():
                return CommandOutcome(type_, await _send(context, type_, submission, problems, db))
        raise CommandRefused(*problems.found.values())

    if not may_add(context.viewer, type_.kind):
        return CommandOutcome(type_, problems=[Problem("FORBIDDEN", ())])
    asked = dict(submission.values) | {
        ANSWERS: [dict(answer) for answer in submission.answers],
        FILES: [[f.name, f.media_type, f.size, f.sha256] for f in submission.files],
    }
    return await run_once(context, type_, KeyedCommand(type_.noun, "submit", asked, key), command)


async def _judge_referral(
    context: CommandContext,
    type_: ContentType,
    values: Mapping[str, Any],
    problems: _Problems,
    db: TransactionalDBClient,
) -> Any:
    """Judge the referral without its forms, and return it as it would be."""
    row = new_row(context, type_)
    needed = [f for f in type_.fields.values() if f.required and f.column not in type_.forced]
    problems.add(*(Problem("VALUE_REQUIRED", (f.key,)) for f in needed if values.get(f.key) is None))
    references: dict[str, Model] = {}
    for reference in (f for f in named_fields(type_, values) if f.target is not None):
        with problems.of():
            references |= await referenced_objects(context, type_, {reference.key: values[reference.key]}, db)
    assigned = {
        f.key: values[f.key]
        for f in named_fields(type_, values)
        if f.target is None or values[f.key] is None or f.column in references
    }
    with problems.of():
        assign_values(context, type_, row, assigned, references)
    with problems.of():
        await take_parent_columns(context, type_, row, references, db)
        check_creation(type_, row, values, await roles_to_add(context, type_, row, db))
    with problems.of():
        await check_codes(type_, row, set(assigned), context.today, db)
    step = Step(context, LoadedRow(type_, row, {}, RowFacts()), None, None, db)
    if all(getattr(row, f.column) is not None for f in needed):
        change = PendingChange(context, row, set(assigned), db)
        problems.add(*[p for name in type_.rules for p in await context.rulebook.rules[name](change)])
    guards = [context.rulebook.guards[name] for name in type_.kind.workflow.transitions[_SUBMIT].guards]
    for guard in guards:
        if guard is not asked_forms_answered:
            with problems.of():
                await guard(step)
    return row


async def _series_of(context: CommandContext, values: Mapping[str, Any], db: TransactionalDBClient) -> UUID:
    """
    Return the first version of the form that answers name.

    :raises CommandRefused: when there is no such form
    """
    type_ = context.content_types["form_answer"]
    references = await referenced_objects(context, type_, {"templateId": values["templateId"]}, db)
    template: Any = next(iter(references.values()))
    return UUID(str(template.lineage_id or template.pk))


async def _judge_answer(context: CommandContext, values: Mapping[str, Any], db: TransactionalDBClient) -> None:
    """
    Judge the answers of one form.

    :raises CommandRefused: with every problem of the form and of its answers
    """
    type_ = context.content_types["form_answer"]
    row = new_row(context, type_)
    references = await referenced_objects(context, type_, {"templateId": values["templateId"]}, db)
    changes = assign_values(context, type_, row, values, references)
    change = PendingChange(context, row, set(changes), db)
    problems = [p for rule in (template_in_use, answers_by_schema) for p in await rule(change)]
    problems += await template_of_referrals(change)
    problems += await missing_answers(row, db)
    if problems:
        raise CommandRefused(*problems)


async def _send(
    context: CommandContext,
    type_: ContentType,
    submission: Submission,
    problems: _Problems,
    db: TransactionalDBClient,
) -> UUID:
    referral = await add_object(context, type_, submission.values, db)
    named = public_id(type_.noun, referral)
    for number, answer in enumerate(submission.answers):
        with problems.of(ANSWERS, str(number)):
            await add_object(context, context.content_types["form_answer"], {**answer, "referralId": named}, db)
    loaded = await loaded_for_command(context, type_, named, db)
    for number, announced in enumerate(submission.files):
        with problems.of(FILES, str(number)):
            await writable_object(context, named, (), db)
            name = checked_file_name(context, announced)
            await add_announcement(context, loaded, announced, name, db)
    if problems.found:
        raise CommandRefused
    await apply_transition(context, loaded, _SUBMIT, None, None, db)
    return referral
