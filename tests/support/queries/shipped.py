"""The documents of tests over HTTP: they count as shipped, as if a page of ours asked them."""

from schema.execution.documents import document_digest
from service.trusted_documents import trusted_documents


def ship(text: str) -> str:
    """Let a document be one of this process's trusted ones, and return it."""
    texts = trusted_documents().texts
    assert isinstance(texts, dict)
    texts[document_digest(text)] = text
    return text
