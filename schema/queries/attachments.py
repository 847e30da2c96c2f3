"""Files of objects, as commands: announce one and be told where its bytes go, or remove one."""

from collections.abc import Mapping
from typing import Any

import strawberry

from resolvers.context import CommandContext
from resolvers.files.attachments import NOUN, Announced, announce, detach
from resolvers.reading.signed_links import PUT, link, link_key
from resolvers.refusals import CommandRefused
from schema.engine.directives import Protected
from schema.engine.shared import FieldError
from schema.engine.type_factory import compiled_field, maybe, named
from schema.execution.commands import Plain, Standalone

_ATTACHED = Protected(write="view")


@strawberry.input(description="A file to come.")
class AttachInput:
    """What is said of a file before its bytes are sent; they must be exactly these."""

    object_id: strawberry.ID = strawberry.field(
        description="The object that it belongs to; adding files needs a permission of its type.",
        directives=[_ATTACHED],
    )
    name: str = strawberry.field(
        description="Its name with an ending that fits the media type.", directives=[_ATTACHED]
    )
    media_type: str = strawberry.field(
        description="One of pdf, png, jpeg, heic, docx, xlsx, odt, plain text and csv, by its registered name.",
        directives=[_ATTACHED],
    )
    size: int = strawberry.field(description="Length in bytes.", directives=[_ATTACHED])
    sha256: str = strawberry.field(description="Digest of its bytes, 64 hexadecimal digits.", directives=[_ATTACHED])


@strawberry.type(description="The answer to a command on a file. (Vastaus)")
class AttachmentPayload:
    """Where the bytes go, or why not."""

    attachment_id: strawberry.ID | None = strawberry.field(description="Id of the file; null when refused.")
    upload_link: str | None = strawberry.field(
        description="Where to PUT the bytes within five minutes, from the root of the service, as the same caller."
    )
    errors: list[FieldError] = strawberry.field(description="Why the command was refused; empty when carried out.")


async def _attach(context: CommandContext, secret: bytes, given: dict[str, Any]) -> Plain:
    asked = given["input"]
    announced = Announced(asked["objectId"], asked["name"], asked["mediaType"], asked["size"], asked["sha256"])
    try:
        made = await announce(context, announced, given.get("idempotencyKey"))
    except CommandRefused as refused:
        return Plain("AttachmentPayload", {}, refused.problems)
    upload = link(link_key(secret, context.viewer.account), made, PUT, context.now)
    return Plain("AttachmentPayload", {"attachmentId": f"{NOUN}_{made.hex}", "uploadLink": upload})


async def _detach(context: CommandContext, secret: bytes, given: dict[str, Any]) -> Plain:
    del secret
    try:
        gone = await detach(context, given["id"])
    except CommandRefused as refused:
        return Plain("AttachmentPayload", {}, refused.problems)
    return Plain("AttachmentPayload", {"attachmentId": f"{NOUN}_{gone.hex}"})


ATTACHING: Mapping[str, Standalone] = {"attach": _attach, "detach": _detach}


def attaching_fields() -> dict[str, tuple[Any, Any]]:
    """Return the mutations on files."""
    for kind in (AttachInput, AttachmentPayload):
        named(kind.__name__, kind)
    key = "Any text of the caller's, at most 80 characters; asking again with it announces nothing twice."
    attach = {"input": ("AttachInput", "What comes."), "idempotency_key": (maybe(str), key)}
    remove = {"id": (strawberry.ID, "Which file, by the id in `attachments`.")}
    write = Protected(write="view")
    text = "Announce a file of an object; its bytes go where the answer says."
    return {
        "attach": (None, compiled_field("AttachmentPayload", text, attach, write)),
        "detach": (None, compiled_field("AttachmentPayload", "Remove a file of an object.", remove, write)),
    }
