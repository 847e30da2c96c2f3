"""
The documents of the generic pages, made at start from the declarations.

A page sends the digest of one and never a text of its own, so that what a page may ask stands in the service alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from resolvers.declaration import ContentType, ContentTypes, Field, camel
from schema.execution.declared_commands import many_transitions, pascal
from schema.execution.documents import document_digest
from schema.trusted.selections import (
    CHANGE,
    FILE,
    list_selection,
    naming_selection,
    reference_selection,
    revision_selection,
    view_selection,
)


class Task(StrEnum):
    """What a generic page does with a document."""

    meaning: str

    def __new__(cls, name: str, meaning: str) -> Self:
        """Make a task of its name and what a page does then."""
        task = str.__new__(cls, name)
        task._value_, task.meaning = name, meaning
        return task

    LIST = "LIST", "Shows a page of a list, with filters and in an order."
    CHOOSE = "CHOOSE", "Offers objects to which a reference may lead."
    VIEW = "VIEW", "Shows an object."
    SEALED = "SEALED", "Shows a sealed field, with a purpose."
    REVISIONS = "REVISIONS", "Shows the revisions to who writes the object."
    HISTORY = "HISTORY", "Shows the history to who audits the object."
    FILES = "FILES", "Shows the files of an object."
    REFERENCES = "REFERENCES", "Shows what leads to an object."
    CREATE = "CREATE", "Creates an object."
    UPDATE = "UPDATE", "Changes an object."
    TRANSITION = "TRANSITION", "Takes a step of the workflow."
    TRANSITIONS = "TRANSITIONS", "Takes a step of several objects, or tries it."
    RESTORE = "RESTORE", "Brings an earlier revision back."
    DELETE = "DELETE", "Puts an object into the recycle bin."


@dataclass(frozen=True)
class TrustedDocument:
    """A document that the service itself made; `field` is the sealed field that it asks for."""

    task: Task
    text: str
    field: str | None = None

    @property
    def digest(self) -> str:
        """The digest by which a page names it."""
        return document_digest(self.text)


def all_documents(content_types: ContentTypes) -> dict[str, str]:
    """Return the text of every document of the generic pages by its digest."""
    made = (document for type_ in content_types.values() for document in type_documents(type_, content_types))
    return {document.digest: document.text for document in made}


def type_documents(type_: ContentType, content_types: ContentTypes) -> tuple[TrustedDocument, ...]:
    """Return the documents of the pages of one type."""
    return (*_reads(type_, content_types), *_commands(type_))


def _reads(type_: ContentType, content_types: ContentTypes) -> Iterator[TrustedDocument]:
    yield _list(type_, list_selection(type_, content_types), Task.LIST)
    yield _list(type_, naming_selection(type_), Task.CHOOSE)
    yield _object(type_, Task.VIEW, view_selection(type_, content_types))
    yield _object(type_, Task.HISTORY, f"id revision history {{ {CHANGE} }}")
    if type_.write_permissions:
        asked = (
            f"id revision revisions(first: $first, before: $before) {{ {revision_selection(type_, content_types)} }}"
        )
        yield _object(type_, Task.REVISIONS, asked, ", $first: Int, $before: Int")
    if type_.attached:
        yield _object(type_, Task.FILES, f"id revision attachments {{ {FILE} }}")
    if references := reference_selection(type_, content_types):
        yield _references(type_, references)
    for field in type_.fields.values():
        if field.sealed:
            yield _sealed(type_, field)


def _list(type_: ContentType, selection: str, task: Task) -> TrustedDocument:
    is_searched = any(field.search for field in type_.fields.values())
    declared, passed = (", $search: String", ", search: $search") if is_searched else ("", "")
    variables = (
        f"$filter: {type_.name}Filter, $orderBy: {type_.name}Order, $first: Int, $after: String, $last: Int, "
        f"$before: String{declared}"
    )
    arguments = (
        f"filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before{passed}"
    )
    page = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount"
    asked = f"{type_.plural}({arguments}) {{ nodes {{ {selection} }} {page} }}"
    text = f"query {_name(type_, task)}({variables}) {{ {asked} }}"
    return TrustedDocument(task, text)


def _object(type_: ContentType, task: Task, selection: str, variables: str = "") -> TrustedDocument:
    text = f"query {_name(type_, task)}($id: ID!{variables}) {{ {_one(type_, selection)} }}"
    return TrustedDocument(task, text)


def _references(type_: ContentType, selection: str) -> TrustedDocument:
    page = f"nodes {{ type field object {{ {selection} }} }} pageInfo {{ hasNextPage endCursor }}"
    asked = f"referencedBy(id: $id, first: $first, after: $after) {{ {page} }}"
    text = f"query {_name(type_, Task.REFERENCES)}($id: ID!, $first: Int, $after: String) {{ {asked} }}"
    return TrustedDocument(Task.REFERENCES, text)


def _sealed(type_: ContentType, field: Field) -> TrustedDocument:
    name = f"{_name(type_, Task.SEALED)}{field.key[0].upper()}{field.key[1:]}"
    asked = f"id {field.key}(purpose: $purpose)"
    text = f"query {name}($id: ID!, $purpose: Purpose!) {{ {_one(type_, asked)} }}"
    return TrustedDocument(Task.SEALED, text, field.key)


def _commands(type_: ContentType) -> Iterator[TrustedDocument]:
    workflow, noun = type_.kind.workflow, camel(type_.noun)
    told = "errors { code path message } changedMeanwhile"
    done = f"{noun} {{ id revision state }} {told}{' secret' if type_.shows_once else ''}"
    is_changed = any(field.write.name not in {"never", "add"} for field in type_.fields.values())
    if workflow.add:
        yield _command(type_, Task.CREATE, done)
    if is_changed:
        yield _command(type_, Task.UPDATE, done)
        yield _command(type_, Task.RESTORE, done)
    if workflow.transitions:
        yield _command(type_, Task.TRANSITION, done)
        yield _transitions(type_)
    if workflow.disposable:
        yield _command(type_, Task.DELETE, f"deletedId {told}")


def _command(type_: ContentType, task: Task, payload: str) -> TrustedDocument:
    verb = task.lower()
    variables = f"$input: {verb.title()}{type_.name}Input!, $key: String"
    called = f"{verb}{type_.name}(input: $input, idempotencyKey: $key)"
    return TrustedDocument(task, f"mutation {_name(type_, task)}({variables}) {{ {called} {{ {payload} }} }}")


def _transitions(type_: ContentType) -> TrustedDocument:
    called, error = many_transitions(type_), "errors { code path message }"
    variables = f"$input: {pascal(called)}Input!, $key: String"
    asked = f"{called}(input: $input, idempotencyKey: $key) {{ possible refused {{ id {error} }} {error} }}"
    return TrustedDocument(Task.TRANSITIONS, f"mutation {_name(type_, Task.TRANSITIONS)}({variables}) {{ {asked} }}")


def _one(type_: ContentType, selection: str) -> str:
    return f"node(id: $id) {{ ... on {type_.name} {{ {selection} }} }}"


def _name(type_: ContentType, task: Task) -> str:
    return f"{type_.name}{task.title()}"
