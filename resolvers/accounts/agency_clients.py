"""
The systems of agencies: registration, a new secret, revocation.

A secret is shown once, by the command that makes it.
"""

from collections.abc import Iterable, Mapping

from graphql import GraphQLError, OperationDefinitionNode, parse

from auth.accounts.agency_clients import AGENCY_SCOPES
from auth.tokens.random_tokens import new_token, token_digest
from resolvers.context import Changes, CommandContext, PendingChange, Rulebook, Step
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import set_column, transition_refused

MOST_DOCUMENTS, MOST_TOKENS = 100, 4_000  # of a client; of a document, as the budget of a request has it


async def registered_client(change: PendingChange) -> list[Problem]:
    """
    Check the scopes and documents of a client, and give a new client its id and its secret.

    A client that signs with its own key, or is registered at another provider, gets no secret. Where what it may ask
    changes, it holds from its next request on.
    """
    row = change.row
    if row.revision == 1 and row.secret_hash is None:
        elsewhere = bool(row.public_id)
        row.public_id = row.public_id or f"agency-{new_token()[:22]}"
        row.issuer, row.subject = change.context.issuer, row.subject or row.public_id
        if row.jwks is None and not elsewhere:
            row.secret_hash = new_secret(change.context)
    if change.loaded is not None and change.keys & {"listedDocumentsOnly", "documents"}:
        row.epoch += 1
    problems = problem_unless(bool(row.scopes) and set(row.scopes) <= AGENCY_SCOPES, "UNKNOWN_SCOPE", "scopes")
    return [*problems, *_document_problems(row.documents or ())]


def _document_problems(documents: Iterable[Mapping[str, str]]) -> list[Problem]:
    """Return what is wrong with the documents of a client; whether they fit the schema is told when they are asked."""
    listed = list(documents)
    if len(listed) > MOST_DOCUMENTS:
        return [Problem("TOO_MANY", ("documents",), {"most": str(MOST_DOCUMENTS)})]
    unreadable = [document["name"] for document in listed if not _is_document(document["text"])]
    return [Problem("DOCUMENT_UNREADABLE", ("documents",), {"name": name}) for name in unreadable]


def _is_document(text: str) -> bool:
    try:
        found = parse(text, no_location=True, max_tokens=MOST_TOKENS)
    except (GraphQLError, RecursionError):
        return False
    return any(isinstance(definition, OperationDefinitionNode) for definition in found.definitions)


def new_secret(context: CommandContext) -> bytes:
    """Return the hash of a new secret, which the payload of the command shows once."""
    secret = new_token()
    context.shown_once.append(secret)
    return token_digest(secret)


async def has_secret(step: Step) -> None:
    """
    Check that the client has a secret, which can then be replaced.

    :raises CommandRefused: NO_SECRET
    """
    if step.row.secret_hash is None:
        raise transition_refused("NO_SECRET")


async def rotate_secret(step: Step) -> Changes:
    """Set a new secret. The old one gets no more tokens, and tokens issued with it stop at the next request."""
    step.row.secret_hash = new_secret(step.context)
    step.row.epoch += 1
    return {}


async def revoke_client(step: Step) -> Changes:
    """Revoke the client; its tokens stop at the next request."""
    step.row.epoch += 1
    return set_column(step.row, "revoked_at", "revokedAt", step.context.now)


AGENCY_CLIENT_RULES = Rulebook.of(
    guards=(has_secret,),
    effects=(
        rotate_secret,
        revoke_client,
    ),
    rules=(registered_client,),
)
