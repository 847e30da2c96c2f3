"""What a page must know before somebody chooses a file: whether the caller may add one, and what is taken."""

import strawberry

from resolvers.declaration import ContentType
from resolvers.files.media_types import ALLOWED
from schema.execution.commands import Commands
from schema.queries.field_info import IsAllowed, own_field


@strawberry.type(description="A kind of files that is taken. (Tiedostolaji)")
class FileKind:
    """A media type and the endings that the names of its files have."""

    media_type: str = own_field("The media type, as `attach` takes it.")
    endings: list[str] = own_field("The endings of names, without the dot.")


@strawberry.type(description="The files of a content type as the caller meets them. (Liitteiden säännöt)")
class FileRules:
    """Who may do what with the files of an object, and which ones are taken."""

    may_read: bool = own_field("Whether the caller may read files: of the object, or without one of any object.")
    may_change: bool = own_field("Whether the caller may add and remove files: of the object, or of any object.")
    largest: int = own_field("The largest file in bytes.")
    is_scanned: bool = own_field("Whether no file is handed out before a virus scanner has judged it.")
    kinds: list[FileKind] = own_field("The kinds that are taken; the bytes are looked at too.")


def file_rules(type_: ContentType, commands: Commands, is_allowed: IsAllowed) -> FileRules | None:
    """Return the rules of the files of a type; None where it has none."""
    attached = type_.attached
    if attached is None:
        return None
    may_read = is_allowed(attached.read)
    return FileRules(
        may_read=may_read,
        may_change=may_read and is_allowed(attached.write),
        largest=commands.files.cap if commands.files else 0,
        is_scanned=commands.has_scanner,
        kinds=[FileKind(media_type=name, endings=list(endings)) for name, endings in ALLOWED.items()],
    )
