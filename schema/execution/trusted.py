"""
Trusted documents: those that the service itself ships or makes, which a caller may ask by their digest alone.

Source: Automatic Persisted Queries, https://www.apollographql.com/docs/apollo-server/performance/apq; nothing that a
caller sends is ever registered.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from auth.viewer import Viewer
from models.values import normalise_text
from resolvers.refusals import Refusal
from schema.execution.documents import document_digest

_DIGEST = re.compile(r"[0-9a-f]{64}")


class PersistedQueryNotFound(Refusal):
    """No trusted document has the digest that was sent."""

    code = "PERSISTED_QUERY_NOT_FOUND"

    def __init__(self) -> None:
        super().__init__("No trusted document has this digest.")


class DocumentNotTrusted(Refusal):
    """The caller may ask trusted documents only, and this is none."""

    code = "DOCUMENT_NOT_TRUSTED"

    def __init__(self) -> None:
        super().__init__("This caller may ask listed documents only.")


def _nobody(_viewer: Viewer) -> bool:
    return False


def _own_texts(viewer: Viewer) -> Mapping[str, str]:
    """Return the documents that are listed for the caller alone, by digest."""
    return {document_digest(text): text for text in viewer.documents or ()}


def _as_stored(text: str) -> str:
    """Return a text as it would be stored: with line feeds alone, composed letters, and no blanks around it."""
    try:
        return normalise_text(text, len(text) + 1)
    except ValueError:
        return text


@dataclass(frozen=True)
class TrustedDocuments:
    """The texts by digest, and whether a caller is bound to them."""

    texts: Mapping[str, str] = field(default_factory=dict)
    binds: Callable[[Viewer], bool] = _nobody

    def text(self, text: str | None, digest: str | None, viewer: Viewer) -> str:
        """
        Return the text of the document to run: the one that was sent, or the one with the digest.

        To those of the service come those that are listed for the caller.

        :raises PersistedQueryNotFound: when no trusted document has the digest
        :raises DocumentNotTrusted: when the caller is bound to trusted documents and the text is none
        """
        if text is None:
            found = self.texts.get(digest or "") or viewer.once(_own_texts).get(digest or "")
            if found is None:
                raise PersistedQueryNotFound
            return found
        if self.binds(viewer) and not self._is_listed(text, viewer):
            raise DocumentNotTrusted
        return text

    def _is_listed(self, text: str, viewer: Viewer) -> bool:
        own = viewer.once(_own_texts)
        return document_digest(text) in self.texts or bool(own and document_digest(_as_stored(text)) in own)


def sent_digest(body: Mapping[str, Any]) -> str | None:
    """
    Return the digest that a request names in `extensions.persistedQuery`, None when it names none.

    :raises ValueError: when that has not the form of version 1
    """
    named = (body.get("extensions") or {}).get("persistedQuery")
    if named is None:
        return None
    digest = named.get("sha256Hash") if isinstance(named, dict) and named.get("version") == 1 else None
    if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        raise ValueError("persistedQuery")
    return digest
