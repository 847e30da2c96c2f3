"""
The language of content types: a workflow, a model and a list of fields; everything else follows.

    @content_type(model=models.Client, workflow=client, plural="clients", titles="Asiakas|Klient|Client", subject=…)
    class Client:
        \"\"\"A person who is coached.\"\"\"

        last_name: PersonName = protected("Sukunimi|Efternamn|Last name", "…", read=NAME, write=MODIFY, personal=PERSON)

Every option has a type of its own (`attributes`), so that an editor completes it and mypy sees a slip. What cannot work
stops the build of the schema with a DeclarationError that names the type and the field and says what would be right:
`value_checks`, `declaration_checks` and `workflow_checks` judge one type, `relation_checks` all of them together.
"""

from collections.abc import Callable
from typing import Any, Unpack

from tortoise.models import Model

from auth.policy import Kind
from resolvers.declaration import Attached, ContentType
from resolvers.value import Value
from schema.engine.attributes import (
    DeclarationError,
    FieldDeclaration,
    FieldOptions,
    ToManyDeclaration,
    ToOneDeclaration,
    ToOneOptions,
    TypeOptions,
    check_options,
    docstring_of,
    titles_of,
)
from schema.engine.declaration_builder import BASE_FIELDS, Builder
from schema.engine.declaration_checks import check_declaration
from schema.engine.declared_values import CHOICES, VALUE_OBJECTS, ValueObject, choice, held, member, value_object
from schema.engine.workflow_checks import check_workflow, has_state_check
from workflow.language import Workflow
from workflow.vocabulary import NEVER, VIEW, Permission

__all__ = [
    "BASE_FIELDS",
    "CHOICES",
    "VALUE_OBJECTS",
    "DeclarationError",
    "ValueObject",
    "choice",
    "content_type",
    "held",
    "member",
    "protected",
    "to_many",
    "to_one",
    "value_object",
]


def protected(named: str, description: str, *, value: Value | None = None, **options: Unpack[FieldOptions]) -> Any:
    """
    Declare a field: its titles "fi|sv|en" and its description.

    `read` and `write` are the permissions it needs; without `write` only the service writes it, and with `write=ADD` it
    is given when the object is created and never changed. `value` is a kind of value that no annotation tells.
    """
    return FieldDeclaration(named, description, options, value)


def to_one(target: str, named: str, description: str, **options: Unpack[ToOneOptions]) -> Any:
    """
    Declare the relation to one object of the type `target`, a noun, through the column `<attribute>_id`.

    With `write` it is set as `<attribute>Id`; an `unseen` object need not be seen by who names it.
    """
    return ToOneDeclaration(target, named, description, options)


def to_many(target: str, by: str, named: str, description: str, *, read: Permission = VIEW) -> Any:
    """Declare the relation to the objects of the type `target` whose column `by` names this one."""
    return ToManyDeclaration(target, by, named, description, read)


def content_type(
    *,
    model: type[Model],
    workflow: Workflow,
    plural: str,
    titles: str,
    attachable: Permission | None = None,
    attach_with: Permission = NEVER,
    **options: Unpack[TypeOptions],
) -> Callable[[type], ContentType]:
    """
    Make a content type of a class whose attributes are declared with `protected`, `to_one` and `to_many`.

    With `attachable`, the permission to read them, its objects have files; `attach_with` adds and removes them.

    :raises DeclarationError: when something is named that does not exist or cannot work
    """

    def make(cls: type) -> ContentType:
        check_options(cls.__name__, "content_type", options, TypeOptions)
        builder = Builder(model, cls)
        made = ContentType(
            name=cls.__name__,
            plural=plural,
            model=model,
            titles=titles_of(cls.__name__, "titles", titles),
            kind=Kind(workflow, model._meta.db_table, builder.reach(), has_state_check(model, workflow)),
            description=docstring_of(cls),
            fields=builder.fields(),
            relations=builder.relations(),
            attached=Attached(attachable, attach_with) if attachable else None,
            **options,
        )
        check_workflow(made)
        check_declaration(made, builder.columns)
        return made

    return make
