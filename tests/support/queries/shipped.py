"""The documents of tests over HTTP: they count as shipped, as if a page of ours asked them."""

from types import MappingProxyType

from schema.execution.documents import document_digest
from service.trusted_documents import trusted_documents


def ship(text: str) -> str:
    """Put other texts, with this one, into the place of the trusted ones of this process, and return it."""
    trusted = trusted_documents()
    texts = MappingProxyType({**trusted.texts, document_digest(text): text})
    object.__setattr__(trusted, "texts", texts)  # it is frozen: only a test does this
    return text
