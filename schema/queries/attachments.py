"""The mutations on files: announce a file and get the address for its bytes, or remove one."""

from collections.abc import Mapping
from typing import Any

import strawberry

from resolvers.context import CommandContext
from resolvers.files.attachments import ATTACHMENT_NOUN, Announced, announce_attachment, remove_attachment
from resolvers.public_ids import public_id
from resolvers.reading.signed_links import PUT, file_link, link_key
from resolvers.refusals import CommandRefused
from schema.engine.directives import Protected
from schema.engine.shared import FieldError
from schema.engine.type_factory import IDEMPOTENCY_KEY, compiled_field, register_type
from schema.execution.commands import StandaloneCommand, StandaloneResult

_PERMISSION = Protected(write="view")


@strawberry.input(description="A file to come.")
class AttachInput:
    """What is announced about a file; the bytes that follow must match it exactly."""

    object_id: strawberry.ID = strawberry.field(
        description="The object that it belongs to; adding files needs a permission of its type.",
        directives=[_PERMISSION],
    )
    name: str = strawberry.field(
        description="Its name with an ending that fits the media type.", directives=[_PERMISSION]
    )
    media_type: str = strawberry.field(
        description="One of pdf, png, jpeg, heic, docx, xlsx, odt, plain text and csv, by its registered name. Bytes "
        "of another type, with macros, scripts or other files inside, or with parts from elsewhere are refused.",
        directives=[_PERMISSION],
    )
    size: int = strawberry.field(description="Length in bytes.", directives=[_PERMISSION])
    sha256: str = strawberry.field(description="Digest of its bytes, 64 hexadecimal digits.", directives=[_PERMISSION])


@strawberry.type(description="The answer to a command on a file. (Vastaus)")
class AttachmentPayload:
    """The address for the bytes, or the reasons of a refusal."""

    attachment_id: strawberry.ID | None = strawberry.field(description="Id of the file; null when refused.")
    upload_link: str | None = strawberry.field(
        description="Where to PUT the bytes within five minutes, from the root of the service, as the same caller. The "
        "answer is 204, or 202 for a file that is handed out only after the virus scanner has seen it."
    )
    errors: list[FieldError] = strawberry.field(description="Why the command was refused; empty when carried out.")


async def _run_attach(context: CommandContext, secret: bytes, arguments: dict[str, Any]) -> StandaloneResult:
    values = arguments["input"]
    announced = Announced(values["objectId"], values["name"], values["mediaType"], values["size"], values["sha256"])
    try:
        attachment_id = await announce_attachment(context, announced, arguments.get("idempotencyKey"))
    except CommandRefused as refused:
        return StandaloneResult({}, refused.problems)
    upload = file_link(link_key(secret, context.viewer.account), attachment_id, PUT, context.now)
    return StandaloneResult({"attachmentId": public_id(ATTACHMENT_NOUN, attachment_id), "uploadLink": upload})


async def _run_detach(context: CommandContext, _secret: bytes, arguments: dict[str, Any]) -> StandaloneResult:
    try:
        attachment_id = await remove_attachment(context, arguments["id"], arguments.get("idempotencyKey"))
    except CommandRefused as refused:
        return StandaloneResult({}, refused.problems)
    return StandaloneResult({"attachmentId": public_id(ATTACHMENT_NOUN, attachment_id)})


ATTACHING: Mapping[str, StandaloneCommand] = {"attach": _run_attach, "detach": _run_detach}


def attaching_fields() -> dict[str, tuple[Any, Any]]:
    """Return the mutations on files."""
    for kind in (AttachInput, AttachmentPayload):
        register_type(kind.__name__, kind)
    attach = {"input": ("AttachInput", "What comes."), **IDEMPOTENCY_KEY}
    remove = {"id": (strawberry.ID, "Which file, by the id in `attachments`."), **IDEMPOTENCY_KEY}
    write = Protected(write="view")
    text = "Announce a file of an object; its bytes go where the answer says."
    return {
        "attach": (None, compiled_field("AttachmentPayload", text, attach, write)),
        "detach": (None, compiled_field("AttachmentPayload", "Remove a file of an object.", remove, write)),
    }
