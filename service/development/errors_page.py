"""docs/errors.md, generated from the codes and their messages, so that it is always complete."""

from models.vocabulary import refusals
from schema.execution.error_codes import error_codes
from schema.execution.messages import messages
from service.settings import ROOT

ERRORS_PAGE = ROOT / "docs" / "errors.md"
_HEAD = """\
# Errors

Written by `python3 run.py goldens` from the messages; a test compares them. The enum `ErrorCode` of the schema has the
same codes.

A command that is refused answers `errors` in its payload: one `FieldError` for every reason, with `code`, the `path` of
the input field, and `message`. Nothing of the command was saved. A request that is refused before it runs answers
`errors` of GraphQL: `message`, `extensions.code`, and for an argument also `extensions.argument`, its bound in
`extensions.least` and `extensions.most`, `locations` in the document and `path` of the field.

Act on the code; it is stable. The words are for people, in the language of the account, then of `Accept-Language`, and
may improve. `{…}` stands for a fact of the refusal.

| code | Finnish | Swedish | English |
|---|---|---|---|
"""


def errors_page() -> str:
    """Return the whole page."""
    said = {code: (word.fi, word.sv, word.en) for code, word in refusals().items()} | dict(messages())
    rows = (_row(code, said.get(code, ("", "", english))) for code, english in error_codes().items())
    return _HEAD + "".join(rows)


def _row(code: str, texts: tuple[str, str, str]) -> str:
    return f"| `{code}` | {' | '.join(text.replace('|', '/') for text in texts)} |\n"
