"""Whether the types lead to each other as they say; judged when all of them are there."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tortoise.models import Model

from resolvers.declaration import ContentType, Field, Relation
from resolvers.reading.sections import template_of
from schema.engine.attributes import DeclarationError, known
from workflow.vocabulary import ADD, ASSIGN


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
        for field in type_.fields.values():
            if field.target is not None:
                _check_choice(type_, field, by_noun[field.target])
            if field.questions is not None:
                _check_questions(type_, field, by_noun)


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


def _check_choice(type_: ContentType, field: Field, target: ContentType) -> None:
    """Check which states of its target a reference chooses beyond the usual ones, and what it says of a parent."""
    closed, workflow = target.kind.workflow.closed_to_new, type_.kind.workflow
    if bool(field.also_in) != (field.afterwards is not None):
        right = "name both: also_in=(states,) and the rule in workflow/afterwards.py that wants it"
        raise DeclarationError(
            type_.name, field.name, "chooses what has ended, without a rule or without a state", right
        )
    if unknown := set(field.also_in) - set(closed):
        wrong = f"{', '.join(sorted(unknown))} is no state of {target.name} that is closed to new"
        raise DeclarationError(type_.name, field.name, wrong, known(min(unknown), closed))
    for state, name in (field.closed_by or {}).items():
        step = workflow.transitions.get(name)
        if step is None or state not in step.source or step.target not in workflow.closed_to_new:
            wrong = f"{name} does not close what is {state}"
            ways = [n for n, s in workflow.transitions.items() if state in s.source]
            right = f"name a transition from {state} to one of {', '.join(workflow.closed_to_new)}: {known(name, ways)}"
            raise DeclarationError(type_.name, field.name, wrong, right)
    if field.closed_by is None and _begins_under(type_, field, target):
        right = "say what closes it when that ends, as closed_by={state: transition}, {} for nothing; or afterwards="
        raise DeclarationError(type_.name, field.name, f"is begun under a {target.name}, which may end", right)


def _check_questions(type_: ContentType, field: Field, by_noun: Mapping[str, ContentType]) -> None:
    """Check that the sections are taken from an object, and that it has the field with the schema of the keys."""
    source = template_of(type_, field)
    if source is None:
        wrong = "has questions, and nothing says where its sections are taken from"
        right = 'name sections=, and taken={"sections": (reference, column)} on the type'
        raise DeclarationError(type_.name, field.name, wrong, right)
    there = by_noun[str(source.target)]
    if field.questions not in there.fields:
        wrong = f"its questions are in {field.questions}, which {there.name} does not have"
        raise DeclarationError(type_.name, field.name, wrong, known(str(field.questions), there.fields))


def _begins_under(type_: ContentType, field: Field, target: ContentType) -> bool:
    """Return whether a row is begun under a personal object, without a rule for what happens after its end."""
    is_given_once = field.required and field.write in (ADD, ASSIGN)
    return bool(is_given_once and type_.subject and target.subject and field.afterwards is None)


def _referred(model: type[Model], column: str) -> str | None:
    """Return the name of the model that a foreign key refers to; None for a column that is none."""
    key = column.removesuffix("_id")
    if key not in model._meta.fk_fields:
        return None
    return str(model._meta.fields_map[key].model_name).rsplit(".", maxsplit=1)[-1]  # type: ignore[attr-defined] # of a foreign key


def _noun_of(model_name: str, by_noun: Mapping[str, ContentType]) -> str:
    return next((noun for noun, type_ in by_noun.items() if type_.model.__name__ == model_name), model_name)
