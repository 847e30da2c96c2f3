"""
Sets one document and ends: a process of its own, so that a document that is too large ends by its limits alone.

It reads JSON from its input and writes the PDF, or the pages as pictures, to its output. It imports nothing of ours and
has no environment, no network and no file to write: whoever starts it gives it everything.
"""

import json
import re
import resource
import struct
import sys
from pathlib import Path

import typst

FOLDER = Path(__file__).parent
UNPRINTABLE = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
ATTEMPTS = 3
OUT_OF_LIMITS = 3  # the exit code when memory ended


def limit(seconds: int, memory: int) -> None:
    """Limit the processor time and the memory of this process."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def families(fonts: typst.Fonts) -> list[str]:
    """Return the names of the fonts, that of Latin, Greek and Cyrillic letters first."""
    names = fonts.families()
    return sorted(names, key=lambda name: (name != "Noto Sans", name))


def with_numbers(document: str, unprintable: set[str]) -> str:
    """Return the document with the Unicode number in the place of each character that no font has."""
    letters = {letter for text in unprintable for letter in text}

    def spelled(value: object) -> object:
        if isinstance(value, str):
            return "".join(f"[U+{ord(c):04X}]" if c in letters else c for c in value)
        if isinstance(value, list):
            return [spelled(item) for item in value]
        return {key: spelled(item) for key, item in value.items()} if isinstance(value, dict) else value

    return json.dumps(spelled(json.loads(document)))


def typeset(job: dict[str, object]) -> list[bytes]:
    """Return the PDF as the only item, or each page as a PNG."""
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(FOLDER / "fonts"), *map(str, job["fonts"])],  # type: ignore[call-overload] # a list of paths
    )
    source = (FOLDER / "polku.typ").read_bytes()
    document = json.dumps(job["document"])
    for attempt in range(ATTEMPTS):
        inputs = {"document": document, "families": json.dumps(families(fonts))}
        compiler = typst.Compiler(
            source, root=str(FOLDER), font_paths=fonts, ignore_system_fonts=True, sys_inputs=inputs
        )
        try:
            if job["format"] == "png":
                pages = compiler.compile(format="png", ppi=float(str(job["ppi"])))
                return pages if isinstance(pages, list) else [pages or b""]
            pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=int(str(job["timestamp"])))
            return [bytes(pdf or b"")]  # type: ignore[arg-type] # a PDF is one file
        except typst.TypstError as refused:
            found = {ESCAPED.sub(lambda m: chr(int(m[1], 16)), t) for t in UNPRINTABLE.findall(refused.diagnostic)}
            if not found or attempt == ATTEMPTS - 1:
                raise
            document = with_numbers(document, found)
    raise AssertionError("the last attempt returns or raises")


def main() -> None:
    """Set the document of the input."""
    job = json.load(sys.stdin.buffer)
    limit(job["seconds"], job["memory"])
    try:
        files = typeset(job)
    except typst.TypstError as refused:
        # The message of Typst may quote the text: only the kind of the failure is told.
        raise SystemExit("typst: " + refused.message.partition(":")[0][:60]) from None
    except BaseException:  # noqa: BLE001 - Typst panics where memory ends, and that is no Exception
        sys.exit(OUT_OF_LIMITS)
    for content in files:
        sys.stdout.buffer.write(struct.pack(">I", len(content)) + content)


if __name__ == "__main__":
    main()
