"""Every code by which the API refuses something, with what it says in English: the enum of the schema, and a page."""

from collections.abc import Mapping

from models.vocabulary import refusals
from schema.execution.messages import messages

# Codes of whole requests, whose sentences depend on what is wrong with them (request_messages.toml).
_OF_REQUESTS: Mapping[str, str] = {
    "BAD_REQUEST": "The body, the variables or the name of the operation is not of the right form.",
    "GRAPHQL_PARSE_FAILED": "The document has a syntax error.",
    "GRAPHQL_VALIDATION_FAILED": "The document has what the schema has not, or what this caller may never read.",
}


def error_codes() -> dict[str, str]:
    """Return every code with its English sentence, in the order of the names; `{…}` are the facts of a refusal."""
    said = {code: texts[2] for code, texts in messages().items()} | {c: word.en for c, word in refusals().items()}
    return dict(sorted((said | dict(_OF_REQUESTS)).items()))
