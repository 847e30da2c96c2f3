"""Whether the types lead to each other as they say; judged when all of them are there."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tortoise.models import Model

from resolvers.declaration import ContentType, Relation
from schema.engine.attributes import DeclarationError, known


def check_relations(types: Iterable[ContentType]) -> None:
    """
    Check that every type has names of its own, and that every relation leads to a type, and many back from it.

    :raises DeclarationError: with the type and the relation, and what would be right
    """
    declared = list(types)
    by_noun = {type_.noun: type_ for type_ in declared}
    for type_ in declared:
        _check_unique(type_, declared)
    for type_ in declared:
        for relation in type_.relations.values():
            _check_relation(type_, relation, by_noun)


def _check_unique(type_: ContentType, declared: Iterable[ContentType]) -> None:
    for name in ("noun", "name", "plural"):
        if Counter(getattr(other, name) for other in declared)[getattr(type_, name)] > 1:
            wrong = f"another type has the {name} {getattr(type_, name)} too"
            raise DeclarationError(type_.name, name, wrong, f"give each type a {name} of its own")


def _check_relation(type_: ContentType, relation: Relation, by_noun: Mapping[str, ContentType]) -> None:
    target = by_noun.get(relation.target)
    if target is None:
        wrong = f"leads to {relation.target}, which is no content type"
        raise DeclarationError(type_.name, relation.name, wrong, known(relation.target, by_noun))
    if type_.subject is None and target.subject is not None:
        wrong = f"{type_.name} is about nobody and leads to {target.name}, personal data: the log could not tell whose"
        raise DeclarationError(type_.name, relation.name, wrong, 'say whom a row is about, as subject="{}.client_id"')
    if relation.many:
        _check_many(type_, relation, target)
    elif (referred := _referred(type_.model, relation.column)) not in (None, target.model.__name__):
        wrong = f"leads to {relation.target}, and {relation.column} refers to {referred}"
        right = f"name {_noun_of(str(referred), by_noun)} as its target"
        raise DeclarationError(type_.name, relation.name, wrong, right)


def _check_many(type_: ContentType, relation: Relation, target: ContentType) -> None:
    """Check that the column of the target leads back: by a foreign key, or by a relation that is declared there."""
    leading = sorted({*_keys_to(target.model, type_.model), *_declared_to(target, type_)})
    if relation.column not in leading:
        wrong = f"no column {relation.column} of {target.name} refers to {type_.name}"
        right = f"name {' or '.join(leading)} in `by`" if leading else f"give {target.name} a reference to {type_.name}"
        raise DeclarationError(type_.name, relation.name, wrong, right)


def _keys_to(model: type[Model], referred: type[Model]) -> set[str]:
    """Return the columns of a model that refer to another by a foreign key."""
    return {f"{key}_id" for key in model._meta.fk_fields if _referred(model, f"{key}_id") == referred.__name__}


def _declared_to(target: ContentType, type_: ContentType) -> set[str]:
    """Return the columns of a type that are declared to refer to another."""
    return {one.column for one in target.relations.values() if not one.many and one.target == type_.noun}


def _referred(model: type[Model], column: str) -> str | None:
    """Return the name of the model that a foreign key refers to; None for a column that is none."""
    key = column.removesuffix("_id")
    if key not in model._meta.fk_fields:
        return None
    return str(model._meta.fields_map[key].model_name).rsplit(".", maxsplit=1)[-1]  # type: ignore[attr-defined] # of a foreign key


def _noun_of(model_name: str, by_noun: Mapping[str, ContentType]) -> str:
    return next((noun for noun, type_ in by_noun.items() if type_.model.__name__ == model_name), model_name)
