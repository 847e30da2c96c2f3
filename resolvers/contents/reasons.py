"""Why the bytes of a file are refused. The sentences that say what to do stand in `schema/execution/messages.toml`."""

from enum import StrEnum


class Reason(StrEnum):
    """The codes of the refusals."""

    OTHER_TYPE = "FILE_TYPE_REFUSED"  # the bytes are not of the type that was announced
    NOT_TEXT = "FILE_NOT_TEXT"
    MALFORMED = "FILE_MALFORMED"  # two programs could read it differently, or none can
    TWO_FILES = "FILE_IS_TWO_FILES"  # something stands before, behind or between its parts
    UNPACKS_TOO_LARGE = "FILE_UNPACKS_TOO_LARGE"
    ENCRYPTED = "FILE_ENCRYPTED"
    MACROS = "FILE_HAS_MACROS"
    RUNS = "FILE_RUNS_SOMETHING"  # scripts, actions and fields that start something
    OBJECTS = "FILE_HAS_OBJECTS"  # other files and programs' objects inside
    LOADS = "FILE_LOADS_FROM_ELSEWHERE"  # what is fetched when it is opened


class ContentRefused(Exception):
    """The bytes of a file are not taken. The text is the code, and never anything of the file."""

    code = "CONTENT_REFUSED"

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
