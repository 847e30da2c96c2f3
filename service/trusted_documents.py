"""The trusted documents of this process: those of the pages and the examples, and those made from the declarations."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from auth.viewer import Viewer
from schema.execution.documents import document_digest
from schema.execution.trusted import TrustedDocuments
from schema.trusted.documents import all_documents
from service.examples import shipped_documents
from service.resources import schema_and_content_types
from workflow.roles import AccountKind


def may_use_graphiql(viewer: Viewer) -> bool:
    """Return whether a person may open GraphiQL: staff who have accepted the confidentiality undertaking."""
    return viewer.kind is AccountKind.STAFF and viewer.may_enter


def is_bound(viewer: Viewer) -> bool:
    """
    Return whether a caller may ask trusted documents only: a session of somebody for whom there is no GraphiQL, or the
    system of an agency for which it was chosen.

    Any other token is not bound: whoever registered its application chose what that asks.
    """
    is_session = viewer.scopes is None and viewer.kind is not AccountKind.STAFF
    return is_session or viewer.documents is not None


@lru_cache(1)
def trusted_texts() -> Mapping[str, str]:
    """Return the texts of the trusted documents by digest; the log keeps the names of their operations."""
    texts = {document_digest(text): text for text in shipped_documents()}
    return MappingProxyType(texts | all_documents(schema_and_content_types()[1]))


@lru_cache(1)
def trusted_documents() -> TrustedDocuments:
    """Return the trusted documents of this process; they are made once, at start, and never change."""
    return TrustedDocuments(trusted_texts(), is_bound)
