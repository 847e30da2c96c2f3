"""`submitReferral`: the fields of a referral, the answers of its forms, and the files that follow, in one command."""

from functools import partial
from typing import Any

import strawberry

from resolvers.casework.referral_submission import ANSWERS, FILES, Submission, submit_referral
from resolvers.context import CommandContext
from resolvers.declaration import ContentType, ContentTypes
from resolvers.files.attachments import Announced
from resolvers.writing.commands import CommandOutcome
from schema.engine.directives import Protected
from schema.engine.input_types import input_field, register_input
from schema.engine.type_factory import maybe, plain_field, register_type, several
from schema.engine.values import Json
from schema.execution.commands import Command
from workflow.vocabulary import ADD, MODIFY_CARE

_ANSWERS, _FILES = Protected(write=ADD.name), Protected(write=MODIFY_CARE.name)


@strawberry.input(description="The answers of one form that come with a referral.")
class ReferralAnswersInput:
    """Which form is answered, and how."""

    template_id: strawberry.ID = strawberry.field(
        description="The form in use whose questions are answered.", directives=[_ANSWERS]
    )
    answers: Json = strawberry.field(description="The answers by field.", directives=[_ANSWERS])


@strawberry.input(description="A file that follows what is sent.")
class AnnouncedFileInput:
    """What is announced about a file; the bytes that follow must match it exactly."""

    name: str = strawberry.field(description="Its name with an ending that fits the media type.", directives=[_FILES])
    media_type: str = strawberry.field(description="What it is, as `attach` takes it.", directives=[_FILES])
    size: int = strawberry.field(description="Length in bytes.", directives=[_FILES])
    sha256: str = strawberry.field(description="Digest of its bytes, 64 hexadecimal digits.", directives=[_FILES])


def register_submission_input(referral: ContentType) -> None:
    """Build and register the input: all fields that a referral is created with, so that every missing one is told."""
    for kind in (ReferralAnswersInput, AnnouncedFileInput):
        register_type(kind.__name__, kind)
    writable = [f for f in referral.fields.values() if f.write.name != "never"]
    fields = {f.name: input_field(f, required=False) for f in writable}
    text = "The answers of forms with questions of referrals."
    fields["answers"] = maybe(several(ReferralAnswersInput)), plain_field(text, _ANSWERS, default=strawberry.UNSET)
    text = "Files that follow; where their bytes go says `awaitedFiles` of the referral in the answer."
    fields["attachments"] = maybe(several(AnnouncedFileInput)), plain_field(text, _FILES, default=strawberry.UNSET)
    register_input("SubmitReferralInput", fields, "A referral to create and send at once; what is missing is told.")


async def _run_submit(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    """Submit a referral."""
    values = dict(arguments["input"])
    answers, files = values.pop(ANSWERS, None) or [], values.pop(FILES, None) or []
    announced = [Announced("", f["name"], f["mediaType"], f["size"], f["sha256"]) for f in files]
    return await submit_referral(
        context, type_, Submission(values, answers, announced), arguments.get("idempotencyKey")
    )


def submission_commands(content_types: ContentTypes) -> dict[str, Command]:
    """Return the command that does what several declared ones do, in one transaction and through the same code."""
    referral = content_types["referral"]
    text = (
        "Create a referral and send it, with the answers of its forms and the files that follow: all, or nothing. "
        "Forms that name its unit (`forUnit`) or its service (`forServiceCode`) are asked of it: each required "
        "question of them that is not answered is named, by the path `answers.<form>.<question>`."
    )
    return {"submitReferral": Command(referral, partial(_run_submit, referral), ADD.name, text)}
