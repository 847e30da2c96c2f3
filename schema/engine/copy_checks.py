"""Whether every column that carries permission says where it comes from and whether it may change."""

from collections.abc import Collection, Iterable, Mapping

from models.content import Content, Copy, Reach
from resolvers.declaration import ContentType
from resolvers.writing.copies import reference
from schema.engine.attributes import DeclarationError, known
from workflow.vocabulary import ADD, NEVER

_REACHING = ("client", "unit", "agency", "workplace", "author", "consent", "trainee", "referral")
_OF_ALL = frozenset({"id", "created_by"})  # they never change, of any content


def check_copies(types: Iterable[ContentType]) -> None:
    """
    Check that each column of `reach` is declared once, and that each copy leads to a column and never in a circle.

    :raises DeclarationError: with the type and the column, and what would be right
    """
    by_noun = {type_.noun: type_ for type_ in types}
    for type_ in by_noun.values():
        _check_declared(type_)
        for column, copy in _model(type_).copies.items():
            _check_copy(type_, column, copy, by_noun)
    for type_ in by_noun.values():
        for column in _model(type_).copies:
            _check_circle(type_, column, by_noun, ())


def reach_columns(reach: Reach) -> frozenset[str]:
    """Return the columns by which local roles reach a row, without those that all content has."""
    return frozenset(column for name in _REACHING if (column := getattr(reach, name))) - _OF_ALL


def _model(type_: ContentType) -> type[Content]:
    if not issubclass(type_.model, Content):
        raise DeclarationError(type_.name, "model", "is no content", "let it inherit from models.content.Content")
    return type_.model


def _stored(type_: ContentType) -> set[str]:
    # A foreign key's own column is known to Tortoise only once it is initialised.
    return {*type_.model._meta.fields_db_projection, *(f"{key}_id" for key in type_.model._meta.fk_fields)}


def _check_declared(type_: ContentType) -> None:
    content, model, stored = _model(type_), type_.model.__name__, _stored(type_)
    declared: dict[str, Collection[str]] = {name: getattr(content, name) for name in ("copies", "fixed", "movable")}
    for place, columns in declared.items():
        for column in columns:
            if column not in stored:
                raise DeclarationError(type_.name, place, f"{model} has no column {column}", known(column, stored))
    for column in sorted(reach_columns(type_.kind.reach)):
        places = [place for place, columns in declared.items() if column in columns]
        if not places:
            wrong = f"local roles reach rows by {column}, and nothing says where its value comes from"
            right = (
                f'name it in {model}.copies, as {{"{column}": Copy("client_id")}}, or in {model}.fixed when it never'
                f" changes, or in {model}.movable when a command gives another"
            )
            raise DeclarationError(type_.name, column, wrong, right)
        if len(places) > 1:
            wrong = f"{column} is named in {' and in '.join(places)}"
            raise DeclarationError(type_.name, column, wrong, "name it in one of them")


def _check_copy(type_: ContentType, column: str, copy: Copy, by_noun: Mapping[str, ContentType]) -> None:
    model = type_.model.__name__
    field = next((f for f in type_.fields.values() if f.column == column), None)
    if field is not None and field.write not in (NEVER, ADD) and not copy.may_differ:
        wrong = f"is copied from {copy.through}, and {field.write} changes it"
        right = "leave out `write`, or let the copy differ with may_differ=True"
        raise DeclarationError(type_.name, column, wrong, right)
    for path in copy.paths:
        source = type_
        for step in path:
            leading = reference(source, step)
            if leading is None:
                wrong = f"{model}.copies goes by {step}, and no relation of {source.name} does"
                named = {f.column for f in source.fields.values() if f.target}
                raise DeclarationError(type_.name, column, wrong, known(step, named))
            source = by_noun[str(leading.target)]
        there = copy.column or column
        if there not in _stored(source):
            wrong = f"{model}.copies takes {there} from {source.name}, which has no such column"
            raise DeclarationError(type_.name, column, wrong, known(there, _stored(source)))


def _check_circle(
    type_: ContentType, column: str, by_noun: Mapping[str, ContentType], way: tuple[tuple[str, str], ...]
) -> None:
    here = (type_.noun, column)
    if here in way:
        wrong = f"is copied from itself, by {' → '.join('.'.join(step) for step in (*way, here))}"
        raise DeclarationError(type_.name, column, wrong, "let one of them be given, and not copied")
    copy = _model(type_).copies.get(column)
    for path in copy.paths if copy else ():
        source = type_
        for step in path:
            leading = reference(source, step)
            source = by_noun[str(leading.target)] if leading else source
        _check_circle(source, copy.column or column if copy else column, by_noun, (*way, here))
