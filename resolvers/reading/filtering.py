"""Compile filters and searches. Each names a field, so each obeys the permission of that field."""

from auth.disclosure import Surface
from auth.policy import access_rule, predicate_sql
from models.code_index import EVEN, ODD, has_code_sql
from resolvers.declaration import ContentType, Field
from resolvers.public_ids import object_uuid
from resolvers.reading.arguments import Argument, Variable
from resolvers.reading.compilation import Compilation
from resolvers.reading.parameters import Getter, quoted
from resolvers.refusals import BadArgument
from workflow.anomalies import IDENTITY_SEARCH
from workflow.vocabulary import IDENTITY, VIEW

ALTERNATIVES = 20  # of one `anyOf`
_OPERATORS = {"eq": "=", "gte": ">=", "lt": "<", "lte": "<=", "gt": ">"}


def filter_sql(compilation: Compilation, type_: ContentType, alias: str, argument: Argument) -> list[str]:
    """
    Return the SQL conditions of a filter; all of its keys must hold.

    :raises UnknownName: when a key names a field that this viewer may never read
    :raises BadArgument: when `anyOf` has too many alternatives
    """
    if not isinstance(argument, dict):
        return []
    conditions: list[str] = []
    for key, value in argument.items():
        if key == "anyOf":
            alternatives = [b for b in value if isinstance(b, dict)] if isinstance(value, list) else []
            if len(alternatives) > ALTERNATIVES:
                raise BadArgument(f"'anyOf' has at most {ALTERNATIVES} alternatives.", path=("anyOf",))
            branches = [" AND ".join(filter_sql(compilation, type_, alias, b)) or "TRUE" for b in alternatives]
            conditions.append("(" + " OR ".join(f"({b})" for b in branches) + ")" if branches else "FALSE")
        elif key == "state":
            compilation.note_look(type_, key, Surface.FILTER)
            conditions += _comparisons(compilation, f"{alias}.state", "text", value)
        else:
            conditions += _field_conditions(compilation, type_, alias, key, value)
    return conditions


def _field_conditions(
    compilation: Compilation, type_: ContentType, alias: str, key: str, argument: Argument
) -> list[str]:
    field = next(f for f in type_.fields.values() if f.key == key)
    rule = access_rule(compilation.viewer, type_.kind, field.read)
    if not rule.grants:
        raise compilation.refuse_name(type_, key, f"Field '{key}' is not defined by type '{type_.name}Filter'.")
    compilation.note_look(type_, key, Surface.FILTER)
    conditions = []
    if not access_rule(compilation.viewer, type_.kind, VIEW).implies(rule):
        conditions.append(predicate_sql(type_.kind, rule, alias, compilation.bind.viewer))
    return conditions + _comparisons(compilation, f"{alias}.{quoted(field.column)}", field.value.sql, argument, field)


def _comparisons(
    compilation: Compilation, cell: str, sql: str, argument: Argument, field: Field | None = None
) -> list[str]:
    if not isinstance(argument, dict):
        return []
    conditions = []
    for operator, value in argument.items():
        if operator == "isNull" and isinstance(value, Variable):
            conditions.append(f"{cell} IS {'' if value.shape else 'NOT '}NULL")
        elif value is None:
            conditions.append("FALSE")  # nothing equals null; `isNull` finds it
        elif isinstance(value, Variable) and operator == "in":
            conditions.append(
                f"{cell} = ANY({compilation.bind_variable(value, f'{sql}[]', _stored_value(field, many=True))})"
            )
        elif isinstance(value, Variable) and operator == "startsWith":
            conditions.append(f"starts_with(lower({cell}), lower({compilation.bind_variable(value, 'text')}))")
        elif isinstance(value, Variable):
            conditions.append(
                f"{cell} {_OPERATORS[operator]} {compilation.bind_variable(value, sql, _stored_value(field))}"
            )
    return conditions


def _stored_value(field: Field | None, *, many: bool = False) -> object:
    """
    Return the function that turns an argument into the stored value.

    A public id becomes its uuid, and an enum its name.
    """

    def stored(value: object) -> object:
        if field is not None and field.target is not None:
            return object_uuid(field.target, str(value))
        return getattr(value, "value", value)

    return (lambda values: [stored(v) for v in values]) if many else stored


def search_sql(compilation: Compilation, type_: ContentType, alias: str, text: Argument) -> str:
    """
    Return the condition of a search in the fields that the viewer may read on the row.

    It matches Finnish words and similar spelling: inflected forms that the stemmer misses (sopimus, sopimuksen) are
    found by trigrams of the text without accents.

    :raises UnknownName: when the viewer may read none of the searched fields
    """
    view = access_rule(compilation.viewer, type_.kind, VIEW)
    searched = [f for f in type_.fields.values() if f.search]
    rules = {p: access_rule(compilation.viewer, type_.kind, p) for p in dict.fromkeys(f.read for f in searched)}
    readable = {permission: rule for permission, rule in rules.items() if rule.grants}
    if not readable:
        raise compilation.refuse_name(type_, "search", f"Unknown argument 'search' on a list of '{type_.name}'.")
    if not isinstance(text, Variable):
        return "TRUE"
    for field in searched:
        compilation.note_look(type_, field.key, Surface.SEARCH if field.read in readable else Surface.DENIED)
    words = compilation.bind_variable(text, "text", compilation.unaccented)
    conditions = []
    for permission, rule in readable.items():
        match = f"s.tsv @@ websearch_to_tsquery('finnish', {words}) OR {words} <% s.text"
        matches = (
            f"{alias}.id IN (SELECT s.object_id FROM search_entry s WHERE s.noun = '{type_.noun}'"
            f" AND s.permission = '{permission}' AND ({match}))"
        )
        guard = "" if view.implies(rule) else f" AND {predicate_sql(type_.kind, rule, alias, compilation.bind.viewer)}"
        conditions.append(f"({matches}{guard})")
    return f"({' OR '.join(conditions)})"


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
