"""
What a PDF holds, looked at by a process of its own with bounded memory and time: `python -I pdf_inspection.py < file`.

It prints the code of a refusal, or nothing. It imports nothing of ours, has no settings, and may be killed at any time.
Source: ISO 32000-2, sections 7.11 (files), 12.5 (annotations), 12.6 (actions).
"""

import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pikepdf

MOST_MEMORY = 384_000_000  # bytes that the process may write to
MOST_SECONDS = 10  # of a processor
RUNS, OBJECTS, LOADS = "FILE_RUNS_SOMETHING", "FILE_HAS_OBJECTS", "FILE_LOADS_FROM_ELSEWHERE"
ENCRYPTED, MALFORMED, TOO_LARGE = "FILE_ENCRYPTED", "FILE_MALFORMED", "FILE_UNPACKS_TOO_LARGE"
_KEYS = {"/JS": RUNS, "/XFA": RUNS, "/EF": OBJECTS, "/EmbeddedFiles": OBJECTS}
_VALUES = {
    "/S": {
        **dict.fromkeys(("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition"), RUNS),
        **dict.fromkeys(("/GoToE", "/RichMediaExecute"), OBJECTS),
        "/GoToR": LOADS,
    },
    "/Subtype": dict.fromkeys(("/FileAttachment", "/RichMedia", "/Movie", "/Screen", "/3D"), OBJECTS),
    "/Type": {"/EmbeddedFile": OBJECTS},
}
_AT_ONCE, _BY_CAUSES = "/OpenAction", "/AA"  # an action, and several, that need no click
_MOST_ACTIONS = 200


def refusal_of(content: bytes) -> str:
    """Return the code of the first refusal that is found, or an empty text."""
    try:
        with pikepdf.open(BytesIO(content)) as document:
            return next((found for each in document.objects for found in _refusals(each)), "")
    except pikepdf.PasswordError:
        return ENCRYPTED
    except MemoryError:
        return TOO_LARGE
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError):
        return MALFORMED


def _refusals(whole: pikepdf.Object) -> Iterator[str]:
    """Yield the refusals of an object and of what is written inside it; what has a number comes in its own turn."""
    waiting = [whole]
    while waiting:
        found = waiting.pop()
        if isinstance(found, pikepdf.Array):
            waiting += [each for each in found.as_list() if _is_inside(each)]
        if not isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        if isinstance(found, pikepdf.Stream) and "/F" in found:
            yield LOADS  # its bytes are in another file
        for key, value in found.items():
            if key in _KEYS:
                yield _KEYS[key]
            if isinstance(value, pikepdf.Name) and (refused := _VALUES.get(key, {}).get(str(value))):
                yield refused
            if key == _AT_ONCE and _leads_away([value]):
                yield LOADS
            if key == _BY_CAUSES and isinstance(value, pikepdf.Dictionary) and _leads_away([*value.as_dict().values()]):
                yield LOADS
            if _is_inside(value):
                waiting.append(value)


def _is_inside(value: object) -> bool:
    return isinstance(value, (pikepdf.Array, pikepdf.Dictionary)) and not value.is_indirect


def _leads_away(waiting: list[object]) -> bool:
    """Return whether one of several actions, or one that follows them, goes to an address."""
    for _ in range(_MOST_ACTIONS):
        if not waiting:
            return False
        action = waiting.pop()
        if isinstance(action, pikepdf.Dictionary):
            if action.get("/S") == pikepdf.Name.URI:
                return True
            following = action.get("/Next")
            waiting += following.as_list() if isinstance(following, pikepdf.Array) else [following]
    return True  # nobody writes so many


def main() -> None:
    """Read a PDF from the standard input and print the code of its refusal, or nothing."""
    with suppress(OSError):  # where memory is short all the same, this process goes first and not the service
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    sys.stdout.write(refusal_of(sys.stdin.buffer.read()))


if __name__ == "__main__":
    main()
