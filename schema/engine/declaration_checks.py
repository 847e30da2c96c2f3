"""Whether a declaration names only what exists, and everything that is stored; judged type by type."""

from collections.abc import Iterable, Iterator, Mapping

from resolvers.declaration import ContentType, Field, Origin
from schema.engine.attributes import DeclarationError, known
from schema.engine.workflow_checks import known_vocabularies
from workflow.vocabulary import ADD, CARE, CONTACT, DECISION, IDENTITY, NAME, NEVER, VIEW, Permission

# Permissions whose fields tell of a person: reading one is a disclosure.
TELLING = frozenset({NAME, CONTACT, IDENTITY, CARE, DECISION})
# Columns that every content row has and no declaration names.
_OF_ALL = frozenset({"id", "created_by", "modified_by", "identity_index", "identity_index_even"})
_FORCED = ("account", "agency", "client", "staff", "workplace")  # of the viewer


def check_declaration(type_: ContentType, columns: Mapping[str, str]) -> None:
    """
    Check a type by itself; `columns` are the stored columns by the names that its model has for them.

    :raises DeclarationError: at the first permission, order, vocabulary or column that does not exist or is forgotten
    """
    for field in type_.fields.values():
        _check_words(type_, field)
        _check_order(type_, field)
        _check_personal(type_, field, columns)
    _check_permissions(type_)
    _check_default_order(type_)
    for name, column, there in _named_columns(type_, columns):
        if column not in there:
            wrong = f"{type_.model.__name__} has no column {column}"
            raise DeclarationError(type_.name, name, wrong, known(column, there))
    _check_complete(type_, columns)


def _check_words(type_: ContentType, field: Field) -> None:
    if not field.description.strip():
        raise DeclarationError(
            type_.name, field.name, "has no description", "say in a sentence what it is: the schema shows it to callers"
        )
    if field.vocabulary and field.vocabulary not in known_vocabularies():
        wrong = f"its codes are of {field.vocabulary}, which is no vocabulary"
        raise DeclarationError(type_.name, field.name, wrong, known(field.vocabulary, known_vocabularies()))
    if field.required and field.write is NEVER:
        right = "say which permission gives it, as write=ADD, or leave out `required`"
        raise DeclarationError(type_.name, field.name, "is required, and nobody may give it", right)


def _check_order(type_: ContentType, field: Field) -> None:
    stored = type_.model._meta.fields_map.get(field.order_column or field.column)
    if field.order and stored is not None and stored.null:
        wrong = "orders a list and may be empty, and a cursor cannot name nothing"
        right = "leave out `order`, or make the column one that is never null"
        raise DeclarationError(type_.name, field.name, wrong, right)


def _check_default_order(type_: ContentType) -> None:
    orders = ["created", *(field.name for field in type_.fields.values() if field.order)]
    if type_.default_order not in orders:
        wrong = f"no list is ordered by {type_.default_order}"
        right = f"{known(type_.default_order, orders)} A field becomes one with order=True"
        raise DeclarationError(type_.name, "default_order", wrong, right)


def _check_personal(type_: ContentType, field: Field, columns: Mapping[str, str]) -> None:
    if not isinstance(field.personal, Origin | None):
        origins = ", ".join(Origin)
        wrong = f"personal is {field.personal}"
        raise DeclarationError(type_.name, field.name, wrong, f"personal says whose word it is, one of {origins}")
    if field.given_once and field.given_once not in columns.values():
        wrong = f"is given once {field.given_once} is set, which is no column"
        raise DeclarationError(type_.name, field.name, wrong, known(field.given_once, columns.values()))
    tells = type_.subject is not None and field.read in TELLING and field.target is None
    if tells and not field.personal:
        wrong = f"tells of a person, as {field.read} says, and is not marked personal"
        right = f"say whose word it is: personal=PERSON, {', '.join(o for o in Origin if o != 'PERSON')}"
        raise DeclarationError(type_.name, field.name, wrong, right)


def _check_permissions(type_: ContentType) -> None:
    granted = type_.kind.workflow.granted() | {ADD, NEVER, VIEW}
    for name, permission in _permissions(type_):
        if permission not in granted:
            wrong = f"no state of {type_.kind.workflow.noun} grants {permission} to anyone"
            right = f"grant it in the workflow, or ask for one of {', '.join(sorted(p.name for p in granted))}"
            raise DeclarationError(type_.name, name, wrong, right)


def _permissions(type_: ContentType) -> Iterator[tuple[str, Permission]]:
    """Yield every permission that is asked for, with the field, relation or argument that asks."""
    for field in type_.fields.values():
        yield field.name, field.read
        yield field.name, field.write
    for relation in type_.relations.values():
        yield relation.name, relation.read
    if type_.attached:
        yield "attachable", type_.attached.read
        yield "attach_with", type_.attached.write
    if type_.counted:
        yield "counted", type_.counted.read
    if type_.logged:
        yield "logged", type_.logged


def _named_columns(type_: ContentType, columns: Mapping[str, str]) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Yield every column that is named beside the fields' own: who names it, the column, and what there is."""
    stored = set(columns.values())
    for field in type_.fields.values():
        for column in (field.order_column, field.withheld_when):
            if column:
                yield field.name, column, stored
        if field.sections:
            yield field.name, field.sections, set(type_.fields)
    for argument, names in (("withheld", type_.withheld), ("forced", type_.forced), ("taken", type_.taken)):
        yield from ((argument, column, stored) for column in names)
    yield from (("taken", reference, stored) for reference, _ in type_.taken.values())
    yield from (("forced", of_viewer, _FORCED) for of_viewer in type_.forced.values())
    yield from (("survives", name, stored | set(type_.model._meta.fk_fields)) for name in type_.survives)
    yield from (("named_by", name, set(type_.fields)) for name in type_.named_by)
    yield from (("traces", column, stored) for column in type_.traces)
    if type_.part_of:
        yield "part_of", type_.part_of.column, stored


def _check_complete(type_: ContentType, columns: Mapping[str, str]) -> None:
    """Refuse a stored column that is neither served nor withheld on purpose."""
    keys = {f.order_column for f in type_.fields.values()}
    served = {f.column for f in type_.fields.values()} | keys | _OF_ALL | set(type_.withheld)
    for column in sorted(set(columns.values()) - served):
        wrong = f"the column {column} is neither served nor withheld"
        right = f'declare a field for it, or name it in withheld=("{column}",)'
        raise DeclarationError(type_.name, column, wrong, right)
