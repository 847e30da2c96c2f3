"""Filters and search: each names a field, so each obeys the field's own permission."""

from auth.policy import access_rule, predicate_sql
from resolvers.declaration import ContentType, Field
from resolvers.public_ids import object_uuid
from resolvers.reading.arguments import Argument, Variable
from resolvers.reading.compilation import Compilation
from resolvers.reading.parameters import Call, quoted
from resolvers.refusals import UnknownName
from workflow.vocabulary import IDENTITY, VIEW

_OPERATORS = {"eq": "=", "gte": ">=", "lt": "<", "lte": "<=", "gt": ">"}


def filter_sql(run: Compilation, type_: ContentType, alias: str, asked: Argument) -> list[str]:
    """
    Return the SQL conditions of a filter; several keys must all hold.

    :raises UnknownName: when a key names a field that this viewer may never read
    """
    if not isinstance(asked, dict):
        return []
    found: list[str] = []
    for key, inner in asked.items():
        if key == "anyOf":
            given = [b for b in inner if isinstance(b, dict)] if isinstance(inner, list) else []
            branches = [" AND ".join(filter_sql(run, type_, alias, b)) or "TRUE" for b in given]
            found.append("(" + " OR ".join(f"({b})" for b in branches) + ")" if branches else "FALSE")
        elif key == "state":
            found += _compared(run, f"{alias}.state", "text", inner)
        else:
            found += _on_field(run, type_, alias, key, inner)
    return found


def _on_field(run: Compilation, type_: ContentType, alias: str, key: str, asked: Argument) -> list[str]:
    field = next(f for f in type_.fields.values() if f.key == key)
    held = access_rule(run.viewer, type_.kind, field.read)
    if not held.grants:
        raise UnknownName(f"Field '{key}' is not defined by type '{type_.name}Filter'.")
    found = []
    if not access_rule(run.viewer, type_.kind, VIEW).implies(held):
        found.append(predicate_sql(type_.kind, held, alias, run.bind.viewer))
    return found + _compared(run, f"{alias}.{quoted(field.column)}", field.value.sql, asked, field)


def _compared(run: Compilation, cell: str, sql: str, asked: Argument, field: Field | None = None) -> list[str]:
    if not isinstance(asked, dict):
        return []
    found = []
    for operator, value in asked.items():
        if operator == "isNull" and isinstance(value, Variable):
            found.append(f"{cell} IS {'' if value.shape else 'NOT '}NULL")
        elif value is None:
            found.append("FALSE")  # equal to nothing: ask with isNull
        elif isinstance(value, Variable) and operator == "in":
            found.append(f"{cell} = ANY({run.leaf(value, f'{sql}[]', _stored(field, many=True))})")
        elif isinstance(value, Variable) and operator == "startsWith":
            found.append(f"starts_with(lower({cell}), lower({run.leaf(value, 'text')}))")
        elif isinstance(value, Variable):
            found.append(f"{cell} {_OPERATORS[operator]} {run.leaf(value, sql, _stored(field))}")
    return found


def _stored(field: Field | None, *, many: bool = False) -> object:
    """Return how an argument becomes a stored value: public ids become uuids, enums their name."""

    def one(value: object) -> object:
        if field is not None and field.target is not None:
            return object_uuid(field.target, str(value))
        return getattr(value, "value", value)

    return (lambda values: [one(v) for v in values]) if many else one


def search_sql(run: Compilation, type_: ContentType, alias: str, text: Argument) -> str:
    """
    Return the condition of a search: Finnish words or similar spelling, in the fields the viewer may read on that row.

    Inflection (sopimus ~ sopimuksen) escapes the stemmer; trigrams on unaccented text catch it.
    """
    view = access_rule(run.viewer, type_.kind, VIEW)
    permissions = dict.fromkeys(f.read for f in type_.fields.values() if f.search)
    readable = {p: held for p in permissions if (held := access_rule(run.viewer, type_.kind, p)).grants}
    if not readable:
        raise UnknownName(f"Unknown argument 'search' on a list of '{type_.name}'.")
    if not isinstance(text, Variable):
        return "TRUE"
    words = run.leaf(text, "text", run.unaccented)
    found = []
    for permission, held in readable.items():
        match = f"s.tsv @@ websearch_to_tsquery('finnish', {words}) OR {words} <% s.text"
        hit = (
            f"{alias}.id IN (SELECT s.object_id FROM search_entry s WHERE s.noun = '{type_.noun}'"
            f" AND s.permission = '{permission}' AND ({match}))"
        )
        guard = "" if view.implies(held) else f" AND {predicate_sql(type_.kind, held, alias, run.bind.viewer)}"
        found.append(f"({hit}{guard})")
    return f"({' OR '.join(found)})"


def identity_code_sql(run: Compilation, type_: ContentType, alias: str, code: Variable | None) -> str:
    """
    Return the condition of a search by personal identity code: exact, through the blind index, as its own permission.

    Source: rule R16.
    """
    held = access_rule(run.viewer, type_.kind, IDENTITY)
    if not held.grants:
        raise UnknownName(f"Unknown argument 'identityCode' on a list of '{type_.name}'.")

    if code is None:
        return "TRUE"

    def index(call: Call) -> bytes:
        return run.blind(str(code.get(call.variables)))

    placeholder = run.bind(("identity", code.key), index, "bytea")
    return f"({alias}.identity_index = {placeholder} AND {predicate_sql(type_.kind, held, alias, run.bind.viewer)})"
