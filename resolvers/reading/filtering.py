"""Compile filters and searches. Each names a field, so each obeys the permission of that field."""

from collections.abc import Callable, Mapping
from functools import partial

from auth.disclosure import Surface
from auth.policy import AccessRule, access_rule, predicate_sql
from models.code_index import EVEN, ODD, has_code_sql
from models.search_terms import beginnings, other_forms, other_spellings, whole_words
from resolvers.declaration import ContentType, Field
from resolvers.public_ids import object_uuid
from resolvers.reading.arguments import Argument, Variable
from resolvers.reading.compilation import Compilation
from resolvers.reading.parameters import Getter, quoted
from resolvers.refusals import BadArgument
from workflow.anomalies import IDENTITY_SEARCH
from workflow.vocabulary import IDENTITY, VIEW, Permission

ALTERNATIVES = 20  # of one `anyOf`
_READ_BY_KIND = frozenset({"date", "timestamptz", "time"})  # their scalars hand over the text
_OPERATORS = {"eq": "=", "gte": ">=", "lt": "<", "lte": "<=", "gt": ">"}


def filter_sql(
    compilation: Compilation, type_: ContentType, alias: str, argument: Argument, at: tuple[str, ...], *inside: str
) -> list[str]:
    """
    Return the SQL conditions of a filter; all of its keys must hold.

    `at` is the path of the list in the answer, and `inside` the path within the filter. A key that is named has a
    condition with a value: one without would be no condition, and the list everybody's.

    :raises UnknownName: when a key names a field that this viewer may never read
    :raises BadArgument: when `anyOf` has too many alternatives, or a condition has no value
    """
    if not isinstance(argument, dict):
        return []
    conditions: list[str] = []
    for key, value in argument.items():
        path = ("filter", *inside, key)
        if key == "anyOf":
            alternatives = [b for b in value if isinstance(b, dict)] if isinstance(value, list) else []
            if len(alternatives) > ALTERNATIVES:
                raise BadArgument("ARGUMENT_COUNT", *path, at=at, most=str(ALTERNATIVES))
            if value is None or not all(alternatives):
                raise BadArgument("ARGUMENT_CONDITION", *path, at=at)
            branches = [" AND ".join(filter_sql(compilation, type_, alias, b, at, *path[1:])) for b in alternatives]
            conditions.append("(" + " OR ".join(f"({b})" for b in branches) + ")" if branches else "FALSE")
        elif key == "state":
            compilation.note_look(type_, key, Surface.FILTER)
            conditions += _comparisons(compilation, f"{alias}.state", "text", value, path=path, at=at)
        else:
            conditions += _field_conditions(compilation, type_, alias, key, value, path=path, at=at)
    return conditions


def _field_conditions(
    compilation: Compilation,
    type_: ContentType,
    alias: str,
    key: str,
    argument: Argument,
    *,
    path: tuple[str, ...],
    at: tuple[str, ...],
) -> list[str]:
    key = type_.key_today(key)
    field = next(f for f in type_.fields.values() if f.key == key)
    rule = access_rule(compilation.viewer, type_.kind, field.read)
    if not rule.grants:
        raise compilation.refuse_name(type_, key, f"Field '{key}' is not defined by type '{type_.name}Filter'.")
    compilation.note_look(type_, key, Surface.FILTER)
    conditions = []
    if not access_rule(compilation.viewer, type_.kind, VIEW).implies(rule):
        conditions.append(predicate_sql(type_.kind, rule, alias, compilation.bind.viewer))
    cell = f"{alias}.{quoted(field.column)}"
    return conditions + _comparisons(compilation, cell, field.value.sql, argument, field, path=path, at=at)


def _comparisons(
    compilation: Compilation,
    cell: str,
    sql: str,
    argument: Argument,
    field: Field | None = None,
    *,
    path: tuple[str, ...],
    at: tuple[str, ...],
) -> list[str]:
    """
    Return the conditions of the operators on a cell.

    :raises BadArgument: when there is no operator, or one without a value: nothing equals null, `isNull` finds it
    """
    if not isinstance(argument, dict) or not argument:
        raise BadArgument("ARGUMENT_CONDITION", *path, at=at)
    conditions = []
    for operator, value in argument.items():
        bind = partial(compilation.bind_variable, path=(*path, operator), at=at)
        if not isinstance(value, Variable) or value.shape is None:
            raise BadArgument("ARGUMENT_CONDITION", *path, operator, at=at)
        if operator == "isNull":
            conditions.append(f"{cell} IS {'' if value.shape else 'NOT '}NULL")
        elif operator == "in":
            conditions.append(f"{cell} = ANY({bind(value, f'{sql}[]', _stored_value(field, many=True))})")
        elif operator == "startsWith":
            conditions.append(f"starts_with(lower({cell}), lower({bind(value, 'text')}))")
        else:
            conditions.append(f"{cell} {_OPERATORS[operator]} {bind(value, sql, _stored_value(field))}")
    return conditions


def _stored_value(field: Field | None, *, many: bool = False) -> object:
    """
    Return the function that turns an argument into the stored value.

    A public id becomes its uuid, an enum its name, and the text of a day or an instant what its kind reads.
    """

    def stored(value: object) -> object:
        if field is not None and field.target is not None:
            return object_uuid(field.target, str(value))
        if field is not None and field.value.sql in _READ_BY_KIND:
            return field.value.check(value)
        return getattr(value, "value", value)

    return (lambda values: [stored(v) for v in values]) if many else stored


def search_sql(compilation: Compilation, type_: ContentType, alias: str, text: Argument, at: tuple[str, ...]) -> str:
    """
    Return the condition of a search in the fields that the viewer may read on the row.

    It finds words, what begins with them, their other forms (sopimus, sopimuksen), and in names what is spelt a little
    differently; see `models.search_terms`.

    :raises UnknownName: when the viewer may read none of the searched fields
    """
    readable = _readable(compilation, type_)
    if not readable:
        raise compilation.refuse_name(type_, "search", f"Unknown argument 'search' on a list of '{type_.name}'.")
    if not isinstance(text, Variable):
        return "TRUE"
    for field in (f for f in type_.fields.values() if f.search):
        compilation.note_look(type_, field.key, Surface.SEARCH if field.read in readable else Surface.DENIED)
    query = _query(compilation, text, other_spellings, at)
    permissions = ", ".join(f"'{permission}'" for permission in readable)
    # By itself this can be read from the index of the terms, or asked of few rows: whichever finds fewer.
    found = (
        f"{alias}.id IN (SELECT s.object_id FROM search_entry s WHERE s.noun = '{type_.noun}'"
        f" AND s.permission IN ({permissions}) AND s.tsv @@ {query})"
    )
    entries, is_guarded = _entries(compilation, type_, alias)
    if not is_guarded:
        return found
    return f"{found} AND EXISTS (SELECT FROM search_entry s WHERE {entries} AND s.tsv @@ {query})"


def search_rank_sql(
    compilation: Compilation, type_: ContentType, alias: str, text: Argument, at: tuple[str, ...]
) -> str:
    """
    Return how well a row that a search has found matches it, in the fields that the viewer may read on the row.

    0 all words as they are, 1 their beginnings, 2 other forms of them, 3 another spelling.
    """
    if not isinstance(text, Variable):
        return "0"
    grades = enumerate((whole_words, beginnings, other_forms))
    cases = " ".join(f"WHEN s.tsv @@ {_query(compilation, text, query, at)} THEN {grade}" for grade, query in grades)
    found = f"s.tsv @@ {_query(compilation, text, other_spellings, at)}"
    entries, _ = _entries(compilation, type_, alias)
    return f"(SELECT min(CASE {cases} ELSE 3 END) FROM search_entry s WHERE {entries} AND {found})"


def _entries(compilation: Compilation, type_: ContentType, alias: str) -> tuple[str, bool]:
    """Return the condition of the terms of a row that the viewer may search, and whether it depends on the row."""
    view = access_rule(compilation.viewer, type_.kind, VIEW)
    of_permission = []
    for permission, rule in _readable(compilation, type_).items():
        is_its = f"s.permission = '{permission}'"
        if not view.implies(rule):
            is_its = f"({is_its} AND {predicate_sql(type_.kind, rule, alias, compilation.bind.viewer)})"
        of_permission.append(is_its)
    is_guarded = any(" AND " in condition for condition in of_permission)
    return f"s.object_id = {alias}.id AND ({' OR '.join(of_permission)})", is_guarded


def _readable(compilation: Compilation, type_: ContentType) -> Mapping[Permission, AccessRule]:
    """Return the rules of the permissions of the searched fields that the viewer has on any row."""
    permissions = dict.fromkeys(f.read for f in type_.fields.values() if f.search)
    rules = {permission: access_rule(compilation.viewer, type_.kind, permission) for permission in permissions}
    return {permission: rule for permission, rule in rules.items() if rule.grants}


def _query(compilation: Compilation, text: Variable, query: Callable[[str], str], at: tuple[str, ...]) -> str:
    return f"({compilation.bind_variable(text, 'text', query, path=('search',), at=at)})::tsquery"


def identity_code_sql(compilation: Compilation, type_: ContentType, alias: str, code: Variable | None) -> str:
    """
    Return the condition of a search by personal identity code.

    It compares the whole code through the blind index, and needs the permission of the code.
    Source: rule R16.

    :raises UnknownName: when the viewer may never read personal identity codes
    """
    rule = access_rule(compilation.viewer, type_.kind, IDENTITY)
    if not rule.grants:
        text = f"Unknown argument 'identityCode' on a list of '{type_.name}'."
        raise compilation.refuse_name(type_, IDENTITY_SEARCH, text)
    if code is None:
        return "TRUE"
    compilation.note_look(type_, "personalIdentityCode", Surface.SEARCH)
    compilation.note_look(type_, IDENTITY_SEARCH)

    def index(column: str) -> Getter:
        return lambda call: compilation.blind(str(code.get(call.variables))).columns()[column]

    odd, even = (compilation.bind(("identity", code.key, column), index(column), "bytea") for column in (ODD, EVEN))
    may_read = predicate_sql(type_.kind, rule, alias, compilation.bind.viewer)
    return f"({has_code_sql(alias, odd, even)} AND {may_read})"


def narrowing_sql(
    compilation: Compilation, type_: ContentType, alias: str, arguments: Mapping[str, Argument], path: tuple[str, ...]
) -> list[str]:
    """Return the conditions of a list's arguments: its filter, what is current, its search, and its identity code."""
    conditions = filter_sql(compilation, type_, alias, arguments.get("filter"), path)
    replaced = arguments.get("includeReplaced")
    if type_.replaced and not (isinstance(replaced, Variable) and replaced.shape is True):
        conditions.append(f"NOT {type_.replaced.format(alias)}")
    if "search" in arguments:  # naming it needs its permission, even with null
        conditions.append(search_sql(compilation, type_, alias, arguments["search"], path))
    if "identityCode" in arguments:
        conditions += _identity_conditions(compilation, type_, alias, arguments["identityCode"])
    return conditions


def _identity_conditions(compilation: Compilation, type_: ContentType, alias: str, argument: Argument) -> list[str]:
    code = argument["code"] if isinstance(argument, dict) else None
    condition = identity_code_sql(compilation, type_, alias, code if isinstance(code, Variable) else None)
    if not isinstance(argument, dict):
        return []
    compilation.state_purposes({argument["purpose"].shape[1]})  # type: ignore[union-attr] # an enum
    return [condition]
